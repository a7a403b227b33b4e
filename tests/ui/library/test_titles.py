"""Titles that the user gives documents, and what tells documents of the same title apart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.library import Library
from tests.ui.documents import open_and_translate
from tests.ui.library.shelves import described, listed, put, select
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library.model import DISTINCTION_ROLE


@pytest.fixture
def paths(folders: Folders, tmp_path: Path) -> list[Path]:
    texts = {"a/notat.md": "Notat", "b/notat.md": "Notat", "c/brev.md": "Notat", "d/brev.md": "Brev"}
    return put(folders, {tmp_path / name: title for name, title in texts.items()})


@pytest.fixture
def program(start: Callable[[], Tospalt], paths: list[Path], qtbot: QtBot) -> Tospalt:
    program = start()
    described(qtbot, program)
    return program


def editor(program: Tospalt, path: Path) -> QLineEdit:
    """The field that F2 opens in the list."""
    select(program, [path])
    QTest.keyClick(program.window.library.view, Qt.Key.Key_F2)
    return typing()


def typing() -> QLineEdit:
    """The field for a title that has the focus."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.accessibleName() == "Title"
    return field


def inked(program: Tospalt, path: Path, field: QLineEdit | None = None) -> int:
    """How many pixels of a selected row are not of its ground, not counting those of a field over it."""
    view, model = program.window.library.view, program.window.library.model
    area = view.visualRect(model.index(model.row_of(program.shelf.entry_of(path)))).adjusted(20, 8, -20, -8)
    image, ground = view.viewport().grab().toImage(), program.window.appearance.theme.colour("selection")
    points = [(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())]
    free = [at for at in points if field is None or not field.geometry().contains(*at)]
    return sum(image.pixelColor(*at) != ground for at in free)


def rename(program: Tospalt, path: Path, title: str) -> None:
    field = editor(program, path)
    field.clear()
    QTest.keyClicks(field, title)
    QTest.keyClick(field, Qt.Key.Key_Return)


def distinctions(program: Tospalt) -> list[str]:
    model = program.window.library.model
    return [model.index(row).data(DISTINCTION_ROLE) for row in range(4)]


def test_nothing_looks_out_from_behind_a_title_that_is_typed(program: Tospalt, paths: list[Path]) -> None:
    select(program, paths[:1])
    assert inked(program, paths[0])
    field = editor(program, paths[0])
    assert not inked(program, paths[0], field)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert inked(program, paths[0])


def test_documents_of_one_title_show_their_files_and_if_need_be_their_folders(
    program: Tospalt, paths: list[Path]
) -> None:
    assert distinctions(program) == ["a/notat.md", "b/notat.md", "brev.md", ""]
    interface = QAccessible.queryAccessibleInterface(program.window.library.view)
    assert interface.child(0).text(QAccessible.Text.Name).startswith("Notat, a/notat.md, Norwegian Bokmål")
    rename(program, paths[0], "Et annet")
    assert distinctions(program) == ["", "notat.md", "brev.md", ""]
    program.shelf.take([paths[2]])
    assert distinctions(program)[:3] == ["", "", ""]


def test_f2_gives_a_document_another_title_which_is_kept_and_can_be_undone(
    program: Tospalt, paths: list[Path], folders: Folders
) -> None:
    rename(program, paths[3], "Svar fra kommunen")
    assert listed(program)[3] == "Svar fra kommunen" and program.window.library.view.hasFocus()
    program.save()
    kept = Library(folders.data / "library.json").find(paths[3])
    assert kept is not None and kept.title == "Svar fra kommunen"
    step = program.undo.next_undo
    assert step is not None and step.words() == "change of title of “brev.md”"
    program.undo.undo()
    assert listed(program)[3] == "Brev" and program.shelf.entry_of(paths[3]).title == ""
    program.undo.redo()
    assert listed(program)[3] == "Svar fra kommunen"


@pytest.mark.parametrize("typed", ["", "   ", "Brev"])
def test_nothing_or_the_documents_own_title_lets_the_text_decide_again(
    typed: str, program: Tospalt, paths: list[Path]
) -> None:
    rename(program, paths[3], "Svar")
    rename(program, paths[3], typed)
    assert listed(program)[3] == "Brev" and program.shelf.entry_of(paths[3]).title == ""


def test_escape_leaves_the_title_and_what_was_not_changed_is_not_saved(program: Tospalt, paths: list[Path]) -> None:
    field = editor(program, paths[3])
    QTest.keyClicks(field, "Feil")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert listed(program)[3] == "Brev"
    QTest.keyClick(editor(program, paths[3]), Qt.Key.Key_Return)
    assert program.undo.next_undo is None


def test_a_title_that_is_being_typed_survives_a_change_of_the_list_and_the_end(
    program: Tospalt, paths: list[Path], tmp_path: Path
) -> None:
    field = editor(program, paths[3])
    field.clear()
    QTest.keyClicks(field, "Svar")
    program.shelf.library.add(tmp_path / "ny.md")
    program.shelf.changed.emit()
    program.shelf.take([paths[0]])
    assert field.text() == "Svar"
    program.window.close()
    assert program.shelf.entry_of(paths[3]).title == "Svar"


@pytest.fixture
def many(folders: Folders, tmp_path: Path) -> list[Path]:
    return put(folders, {tmp_path / f"{number:02}.md": f"Tekst {number:02}" for number in range(20)})


def change_much(program: Tospalt, many: list[Path], tmp_path: Path) -> None:
    """Change the list in so many places that it is listed anew."""
    program.shelf.take(many[::2])
    for number in range(3):
        program.shelf.library.add(tmp_path / f"ny {number}.md")
    program.shelf.changed.emit()


@pytest.mark.parametrize("number", [1, 9, 19])
def test_a_title_that_is_being_typed_survives_any_number_of_changes_and_is_saved_for_its_document_only(
    many: list[Path], start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path, number: int
) -> None:
    program = start()
    described(qtbot, program)
    program.window.documents.open_entry(program.shelf.entry_of(many[5]))
    field = editor(program, many[number])
    field.clear()
    QTest.keyClicks(field, "Sv")
    field.setCursorPosition(1)
    change_much(program, many, tmp_path)
    program.window.actions_["sort_title"].trigger()
    program.window.actions_["sort_added"].trigger()
    program.undo.undo()
    assert typing() is field and field.isVisible()
    QTest.keyClicks(field, "om")
    QTest.keyClick(field, Qt.Key.Key_Return)
    titles = {entry.path: entry.title for entry in program.shelf.library if entry.title}
    assert titles == {many[number]: "Somv"}
    model = program.window.library.model
    assert len({model.index(row).data() for row in range(model.rowCount())}) == model.rowCount() == 15


def test_a_title_that_is_being_typed_is_saved_when_its_document_is_filtered_out(
    program: Tospalt, paths: list[Path]
) -> None:
    field = editor(program, paths[3])
    field.clear()
    QTest.keyClicks(field, "Svar")
    program.window.library.model.filter_by("notat")
    assert program.shelf.entry_of(paths[3]).title == "Svar" and program.window.library.view.hasFocus()
    program.window.library.model.filter_by("")
    QTest.keyClick(editor(program, paths[3]), Qt.Key.Key_Escape)
    assert sum(bool(entry.title) for entry in program.shelf.library) == 1


def test_a_title_that_is_being_typed_goes_with_its_document_and_to_no_other(
    program: Tospalt, paths: list[Path]
) -> None:
    field = editor(program, paths[1])
    field.clear()
    QTest.keyClicks(field, "Svar")
    step = program.undo.next_undo
    program.shelf.take([paths[1]])
    assert not any(entry.title for entry in program.shelf.library) and program.undo.next_undo is step
    rename(program, paths[0], "Et annet")
    assert program.shelf.entry_of(paths[0]).title == "Et annet"


def test_a_title_of_any_length_and_signs_becomes_one_line(program: Tospalt, paths: list[Path]) -> None:
    program.window.library._steps.retitle(
        program.shelf.entry_of(paths[3]), "Første\nlinje\u202e snudd\x00\ud800" + "x" * 10_000
    )
    title = program.shelf.entry_of(paths[3]).title
    assert title.startswith("Første linje snudd �xxx") and len(title) == 300 and title.endswith("…")


def test_the_open_document_is_renamed_in_the_title_bar_too_and_found_though_filtered_out(
    program: Tospalt, paths: list[Path], qtbot: QtBot
) -> None:
    open_and_translate(qtbot, program, paths[3])
    program.window.library.panel.field.setText("notat")
    program.window.reading_view.setFocus()
    program.window.actions_["rename"].trigger()
    field = typing()
    field.clear()
    QTest.keyClicks(field, "Svar")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert program.window.windowTitle() == "Svar – Tospalt"
    assert program.document.entry is not None and program.document.entry.title == "Svar"
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.documents.read_again(program.shelf.entry_of(paths[3]))
    assert program.window.windowTitle() == "Svar – Tospalt"
    program.undo.undo()
    assert program.window.windowTitle() == "Brev – Tospalt"


def test_tab_in_the_field_goes_on_to_no_other_title(program: Tospalt, paths: list[Path]) -> None:
    field = editor(program, paths[0])
    QTest.keyClick(field, Qt.Key.Key_Tab)
    fields = program.window.library.view.findChildren(QLineEdit)
    assert not [each for each in fields if each is not field and each.isVisible()]


def test_asking_twice_for_another_title_goes_on_with_what_is_typed(program: Tospalt, paths: list[Path]) -> None:
    field = editor(program, paths[3])
    field.clear()
    QTest.keyClicks(field, "Nytt")
    program.window.actions_["rename"].trigger()
    QTest.keyClick(field, Qt.Key.Key_F2)
    assert field.text() == "Nytt" and field.isVisible()


def test_a_title_that_changed_before_something_else_did_is_listed_and_told_apart(
    program: Tospalt, paths: list[Path]
) -> None:
    before = program.shelf.entry_of(paths[3])
    program.shelf.library.rename(before, "Notat")  # as another program may have done
    program.shelf.altered.emit([before])
    assert listed(program)[3] == "Notat" and distinctions(program)[2:] == ["c/brev.md", "d/brev.md"]


def test_the_title_bar_tells_the_open_document_from_others_of_its_title_as_these_come_and_go(
    program: Tospalt, paths: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    new = tmp_path / "nytt.md"
    new.write_text(paths[3].read_text("utf-8"), "utf-8")
    open_and_translate(qtbot, program, new)
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Brev – nytt.md – Tospalt", timeout=PATIENCE)
    program.shelf.take([paths[3]])
    assert program.window.windowTitle() == "Brev – Tospalt"
    program.shelf.rename(program.shelf.entry_of(paths[0]), "Brev")
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Brev – nytt.md – Tospalt", timeout=PATIENCE)


def test_examples_that_have_not_been_read_are_called_by_their_number(
    start: Callable[[], Tospalt], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.library.descriptions.Descriptions._go_on", lambda *_: None)
    shelf = start().shelf
    examples = [entry for entry in shelf.library if entry.bundled]
    assert [shelf.called(each) for each in examples] == ["Example 1", "Example 2"]
    assert [shelf.name_of(each) for each in examples] == ["Example 1", "Example 2"]
