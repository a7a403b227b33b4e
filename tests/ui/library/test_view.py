from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.paths import SEEDS
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.library.model import DETAIL_ROLE, LANGUAGE_ROLE


def described(qtbot: QtBot, program: Tospalt) -> list[tuple[str, str, str]]:
    model = program.window.library.model

    def rows() -> list[tuple[str, str, str]]:
        indices = [model.index(row) for row in range(model.rowCount())]
        return [(i.data(), i.data(LANGUAGE_ROLE), i.data(DETAIL_ROLE)) for i in indices]

    qtbot.waitUntil(lambda: all(detail for _, _, detail in rows()), timeout=PATIENCE)
    return rows()


def test_the_examples_are_listed_with_title_language_and_length(program: Tospalt, qtbot: QtBot) -> None:
    assert described(qtbot, program) == [
        ("De nødvendige betingelsene er innfridd for å kunne få en slutt på…", "nb", "393 words"),
        ("Putin: I discussed de-escalation zones in Syria with Trump, Erdogan", "en", "538 words"),
    ]


def test_a_screen_reader_hears_the_same(program: Tospalt, qtbot: QtBot) -> None:
    described(qtbot, program)
    interface = QAccessible.queryAccessibleInterface(program.window.library.view)
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert "Putin: I discussed de-escalation zones in Syria with Trump, Erdogan, English, 538 words, example" in names


def test_what_is_below_a_title_of_one_line_follows_it_without_an_empty_line(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kort.txt"
    path.write_text("Havet\n\n" + "Det blåste hele natten, og ingen båter gikk ut fra havnen. " * 9, "utf-8")
    open_and_translate(qtbot, program, path)
    view = program.window.library.view
    described(qtbot, program)
    view.setCurrentIndex(view.model().index(1, 0))
    area = view.visualRect(view.model().index(0, 0))
    image, line = view.viewport().grab(area).toImage(), view.fontMetrics().lineSpacing()
    ground = image.pixel(0, 0)
    inked = [any(image.pixel(x, y) != ground for x in range(image.width())) for y in range(image.height())]
    above, below = inked.index(True), inked[::-1].index(True)
    gap = max(len(run) for run in "".join(".#"[ink] for ink in inked).strip(".").split("#"))
    assert gap < line and abs(above - below) < line // 2


def test_files_dropped_on_the_list_are_added_at_the_top_and_the_first_is_opened(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("Første.txt", "Andre.md")]
    for path in paths:
        path.write_text("Dette er en ganske kort tekst på norsk, men lang nok til å kjennes igjen som norsk.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    view = program.window.library.view
    action, none, keys = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(QPoint(20, 20), action, data, none, keys))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(20, 20), action, data, none, keys))
    qtbot.waitUntil(lambda: len(program.shelf.library) == 4, timeout=PATIENCE)  # they may join together
    assert len(described(qtbot, program)) == 4
    assert program.document.entry is not None and program.document.entry.path == paths[1]  # Andre
    assert view.current_entry() == program.document.entry


def test_who_goes_through_the_list_stays_at_a_document_when_others_join_or_it_is_removed(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    view = program.window.library.view
    open_and_translate(qtbot, program, DOCUMENTS[0])
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    at = view.current_entry()
    path = tmp_path / "ny.txt"
    path.write_text("Havet\n\nDet blåste hele natten.", "utf-8")
    program.shelf.library.add(path)
    program.shelf.changed.emit()
    assert view.current_entry() == at and view.currentIndex().row() == 2
    view.setCurrentIndex(view.model().index(0, 0))
    program.shelf.take([path])
    assert view.currentIndex().row() == 0


def test_while_something_else_cannot_be_shown_no_document_is_marked_as_open(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    view = program.window.library.view
    assert view.selectedIndexes()
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([tmp_path / "borte.txt"])
    assert not view.selectedIndexes() and view.currentIndex().isValid()


def test_a_document_that_is_current_but_not_marked_is_not_marked_when_the_list_changes(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    view = program.window.library.view
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([tmp_path / "borte.txt"])
    current = view.current_entry()
    view.setFocus()
    program.shelf.changed.emit()
    assert view.current_entry() == current and not view.selectedIndexes()


def test_of_several_files_opened_at_start_the_one_that_is_shown_is_marked(
    start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Det blåste hele natten, for {n}. gang i år." for n in range(2000)), "utf-8")
    program = start()
    program.window.show()
    view = program.window.library.view
    view.setFocus()
    told = [program.document.opened, program.document.measured, program.shelf.unreadable]
    with qtbot.waitSignals(told, timeout=PATIENCE):
        program.begin([long, tmp_path / "missing.txt"])
    described(qtbot, program)
    long_entry = program.document.entry
    assert long_entry is not None and long_entry.path == long
    row = program.window.library.model.row_of(long_entry)
    assert [index.row() for index in view.selectedIndexes()] == [row]


def test_the_text_has_a_current_cell_though_the_list_keeps_the_focus(program: Tospalt, qtbot: QtBot) -> None:
    program.window.show()
    program.window.library.view.setFocus()
    with qtbot.waitSignal(program.window.documents.text_shown, timeout=PATIENCE):
        click(qtbot, program, 0)
    assert program.window.library.view.hasFocus()
    assert program.window.reading_view.currentIndex().row() == 0


def test_return_opens_the_marked_document(program: Tospalt, qtbot: QtBot) -> None:
    view = program.window.library.view
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_file_that_has_gone_says_so_in_the_list(start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "borte.txt"
    path.write_text("Dette er en tekst som snart er borte.", "utf-8")
    program = start()
    with qtbot.waitSignal(program.shelf.changed, timeout=PATIENCE):
        program.window.open_files([path])
    program.save()
    path.unlink()
    program = start()
    program.presence.look()
    row = ("Dette er en tekst som snart er borte.", "nb", "Missing")
    qtbot.waitUntil(lambda: described(qtbot, program)[0] == row, timeout=PATIENCE)


def test_what_cannot_be_read_never_joins_the_library(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    good, bad = tmp_path / "god.txt", tmp_path / "finnes ikke.txt"
    good.write_text(next(SEEDS.glob("000*")).read_text("utf-8"), "utf-8")
    with qtbot.waitSignals([program.shelf.unreadable, program.shelf.changed], timeout=PATIENCE):
        program.window.open_files([good, bad])
    assert [entry.path.name for entry in program.shelf.library if not entry.bundled] == ["god.txt"]
    assert program.window.notices.message == f"“{bad}” does not exist."


def test_the_list_follows_a_document_that_has_changed(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "min.txt"
    path.write_text("Bare fire ord her.", "utf-8")
    with qtbot.waitSignal(program.shelf.changed, timeout=PATIENCE):
        program.window.open_files([path])
    assert described(qtbot, program)[0][2] == "4 words"
    path.write_text("Nå er det hele seks ord.", "utf-8")
    with qtbot.waitSignal(program.shelf.described, timeout=PATIENCE, check_params_cb=lambda _, s: s.words == 6):
        program.window.open_files([path])
    assert described(qtbot, program)[0][2] == "6 words"


def test_only_the_left_button_marks_a_document(program: Tospalt, qtbot: QtBot) -> None:
    view = program.window.library.view
    view.setCurrentIndex(view.model().index(0, 0))
    below = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=below)
    assert view.currentIndex().row() == 0


def test_the_model_keeps_qts_contract(program: Tospalt, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(program.window.library.model)


def own(program: Tospalt) -> list[str]:
    return [entry.path.name for entry in program.shelf.library if not entry.bundled]


def drop(program: Tospalt, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    view, action = program.window.library.view.viewport(), Qt.DropAction.CopyAction
    QApplication.sendEvent(view, QDragEnterEvent(QPoint(20, 20), action, data, none, keys))
    QApplication.sendEvent(view, QDropEvent(QPointF(20, 20), action, data, none, keys))


def test_many_files_dropped_in_any_order_are_listed_by_name_and_the_first_is_opened(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    names = [f"Kapittel {number}.txt" for number in range(1, 61)]
    for name in names:
        (tmp_path / name).write_text("Dette er en ganske kort tekst på norsk.", "utf-8")
    drop(program, [tmp_path / name for name in sorted(names, key=lambda name: name[::-1])])
    qtbot.waitUntil(lambda: len(own(program)) == len(names), timeout=PATIENCE)
    assert own(program) == names
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path.name == names[0]


def test_what_is_chosen_for_a_document_before_it_joins_is_kept(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    names = ["en.txt", "to.txt"]
    for name in names:
        (tmp_path / name).write_text("Dette er en ganske kort tekst på norsk.", "utf-8")
    for name in reversed(names):
        program.shelf.add(tmp_path / name)
    program.shelf.choose_languages(program.shelf.entry_of(tmp_path / "en.txt"), "nb", "en")
    qtbot.waitUntil(lambda: own(program) == names, timeout=PATIENCE)
    assert program.shelf.entry_of(tmp_path / "en.txt").source == "nb"


def click(qtbot: QtBot, program: Tospalt, row: int) -> None:
    view = program.window.library.view
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_after_a_click_in_the_list_delete_removes_the_document_and_the_next_is_marked(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ["en.txt", "to.txt", "tre.txt"]
    for name in names:
        (tmp_path / name).write_text("Dette er en ganske kort tekst på norsk.", "utf-8")
    program.window.open_files([tmp_path / name for name in names])
    qtbot.waitUntil(lambda: own(program) == names, timeout=PATIENCE)
    view = program.window.library.view
    click(qtbot, program, 1)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert own(program) == ["en.txt", "tre.txt"] and program.document.entry is None
    entry = view.current_entry()
    assert entry is not None and entry.path.name == "tre.txt"
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert own(program) == ["en.txt"]


def test_return_in_the_list_goes_on_in_the_text(program: Tospalt, qtbot: QtBot) -> None:
    view = program.window.library.view
    click(qtbot, program, 0)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert program.window.reading_view.hasFocus()
