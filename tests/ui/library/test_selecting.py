"""Several documents at once: selecting them, and what is done with them; the menu of the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import LIBRARY_FILE
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.library.shelves import described, indices, listed, put, select
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.export.batch_dialog import BatchDialog
from ui.library.menu import EntryMenu
from ui.library.model import LANGUAGE_ROLE, OPEN_ROLE
from ui.toolkit.question import Question

TITLES = ["En", "To", "Tre", "Fire"]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def paths(folders: Folders, tmp_path: Path) -> list[Path]:
    return put(folders, {tmp_path / f"{title}.md": title for title in TITLES})


@pytest.fixture
def program(start: Callable[[], Tospalt], paths: list[Path], qtbot: QtBot) -> Tospalt:
    program = start()
    described(qtbot, program)
    return program


def click(program: Tospalt, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = program.window.library.view
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def selected(program: Tospalt) -> list[str]:
    return [entry.path.stem for entry in program.window.library.view.selected_entries()]


def menu_of(program: Tospalt, row: int | None = None) -> EntryMenu:
    """The menu that a click with the right button opens, or without a row the key."""
    view = program.window.library.view
    reason = QContextMenuEvent.Reason.Keyboard if row is None else QContextMenuEvent.Reason.Mouse
    place = QPoint(5, 5) if row is None else view.visualRect(view.model().index(row, 0)).center()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, EntryMenu)
    menu.close()
    return menu


def actions(menu: EntryMenu) -> dict[str, QAction]:
    menus = [menu, *menu.findChildren(QMenu)]
    every = [each for one in menus for each in one.actions()]
    return {each.text().replace("&", ""): each for each in every if each.text()}


def test_a_plain_click_opens_and_one_that_adds_to_the_selection_does_not(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        click(program, 0)
    click(program, 2, CONTROL)
    assert selected(program) == ["En", "Tre"]
    click(program, 3, SHIFT)
    assert selected(program) == ["En", "Tre", "Fire"]
    QTest.keyClick(program.window.library.view, Qt.Key.Key_Return)
    assert program.document.entry is not None and program.document.entry.path.stem == "En"


def test_the_keyboard_selects_several_and_all(program: Tospalt) -> None:
    view = program.window.library.view
    view.go_to(1)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert selected(program) == ["To", "Tre"]
    QTest.keySequence(view, "Ctrl+A")
    assert len(selected(program)) == len(TITLES) + len(DOCUMENTS)


def test_several_are_removed_and_come_back_together(program: Tospalt, paths: list[Path], qtbot: QtBot) -> None:
    program.shelf.choose_languages(program.shelf.entry_of(paths[2]), "en", "nb")
    select(program, [*paths[1:3], DOCUMENTS[0]])
    QTest.keyClick(program.window.library.view, Qt.Key.Key_Delete)
    assert listed(program) == ["En", "Fire"]
    said = program.window.notices.message
    assert said == "2 documents were removed from the library. The files themselves were not changed."
    assert program.window.library.view.currentIndex().isValid()
    buttons = program.window.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Undo").click()
    qtbot.waitUntil(lambda: sorted(listed(program)) == sorted(TITLES), timeout=PATIENCE)
    assert program.shelf.entry_of(paths[2]).source == "en"


@pytest.mark.parametrize(
    ("removed", "instead"),
    [([0, 1], "Tre"), ([1, 0], "Tre"), ([2], "Fire"), ([0, 2], "Fire"), ([1, 2, 3], DOCUMENTS[0].stem)],
)
def test_what_took_the_place_of_removed_documents_is_selected(
    program: Tospalt, paths: list[Path], removed: list[int], instead: str
) -> None:
    select(program, [paths[number] for number in removed])
    QTest.keyClick(program.window.library.view, Qt.Key.Key_Delete)
    entry = program.window.library.view.current_entry()
    assert selected(program) == [instead] and entry is not None and entry.path.stem == instead


def test_at_the_end_of_the_list_the_one_before_is_selected(program: Tospalt, paths: list[Path]) -> None:
    program.window.library.panel.field.setText(".md")
    select(program, paths[2:])
    QTest.keyClick(program.window.library.view, Qt.Key.Key_Delete)
    assert selected(program) == ["To"]


def test_the_same_holds_when_another_program_removes_what_is_selected(
    program: Tospalt, paths: list[Path], folders: Folders, qtbot: QtBot
) -> None:
    select(program, paths[:2])
    other = Library(folders.data / LIBRARY_FILE)
    for path in paths[:2]:
        other.remove(other.add(path))
    other.save()
    program.shelf.catch_up()
    qtbot.waitUntil(lambda: listed(program) == TITLES[2:], timeout=PATIENCE)
    assert selected(program) == ["Tre"]


def open_in_list(program: Tospalt) -> list[str]:
    """What the list shows as open, as a screen reader reads it."""
    spoken = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in indices(program) if index.data(OPEN_ROLE)]
    assert all(", open, " in each for each in spoken)
    return [each.partition(",")[0] for each in spoken]


def test_the_open_document_is_marked_whatever_is_selected(program: Tospalt, paths: list[Path], qtbot: QtBot) -> None:
    assert open_in_list(program) == []
    open_and_translate(qtbot, program, paths[1])
    select(program, [paths[3]])
    assert open_in_list(program) == ["To"]
    view, panel = program.window.library.view, program.window.library.panel
    marked = view.grab().toImage()
    program.window.library.model.mark_open()
    unmarked, beside = view.grab().toImage(), view.rect().adjusted(8, 0, 0, 0)
    assert unmarked != marked and unmarked.copy(beside) == marked.copy(beside)  # a bar at the left edge
    program.window.library.mark_open()
    panel.field.setText("xyz")
    assert open_in_list(program) == []
    panel.field.clear()
    assert open_in_list(program) == ["To"] == [view.currentIndex().data()]
    open_and_translate(qtbot, program, paths[2])
    assert open_in_list(program) == ["Tre"]
    program.window.setFocus()
    program.window.actions_["remove"].trigger()
    assert open_in_list(program) == []


def test_only_examples_cannot_be_removed_and_that_is_said_once(program: Tospalt) -> None:
    select(program, DOCUMENTS)
    QTest.keyClick(program.window.library.view, Qt.Key.Key_Delete)
    assert program.window.notices.message.startswith("The examples that come with Tospalt cannot be removed")
    assert not actions(menu_of(program))["Remove from library"].isEnabled()


def test_several_are_exported_together(program: Tospalt, paths: list[Path]) -> None:
    select(program, paths[1:3])
    actions(menu_of(program))["Export…"].trigger()
    [dialog] = program.window.findChildren(BatchDialog)
    model = dialog.documents.model()
    assert [model.index(index, 0).data() for index in dialog.ticked()] == ["To", "Tre"]
    dialog.close()


def test_several_get_a_language_which_can_be_undone_at_once(program: Tospalt, paths: list[Path], qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, paths[1])
    select(program, paths[1:3])
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        actions(menu_of(program))["From English to Norwegian Bokmål"].trigger()
    model = program.window.library.model
    assert [model.index(row).data(LANGUAGE_ROLE) for row in range(4)] == ["nb", "en", "en", "nb"]
    assert program.document.text is not None and program.document.text.source_language == "en"
    step = program.undo.next_undo
    assert step is not None and step.words() == "change of language of 2 documents"
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.undo.undo()
    assert [program.shelf.entry_of(path).source for path in paths] == [""] * 4
    assert program.document.text.source_language == "nb"


def test_the_menu_is_for_the_document_that_is_clicked_or_for_the_selected_ones(
    program: Tospalt, paths: list[Path], qtbot: QtBot
) -> None:
    select(program, paths[:2])
    several = actions(menu_of(program, 1))
    assert selected(program) == ["En", "To"] and not {"Open", "Rename title…", "Find it…"} & several.keys()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        actions(menu_of(program, 3))["Open"].trigger()
    assert selected(program) == ["Fire"]
    assert program.document.entry is not None and program.document.entry.path == paths[3]


def test_shift_and_f10_opens_it_at_the_current_document(program: Tospalt, paths: list[Path]) -> None:
    select(program, paths[1:3])
    QTest.keyClick(program.window.library.view, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, EntryMenu) and selected(program) == ["To", "Tre"]
    menu.close()


def test_a_documents_folder_is_shown(program: Tospalt, paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    select(program, paths[:1])
    actions(menu_of(program))["Show in folder"].trigger()
    program.window.actions_["show_in_folder"].trigger()
    assert [Path(url.toLocalFile()) for url in shown] == [paths[0].parent] * 2


def test_a_document_is_forgotten_from_the_menu_once_that_is_confirmed(
    program: Tospalt, paths: list[Path], qtbot: QtBot
) -> None:
    select(program, paths[:1])
    actions(menu_of(program))["Forget…"].trigger()
    [box] = program.window.findChildren(Question)
    assert "Forget “En”?" in box.text() and len(listed(program)) == 4
    next(button for button in box.buttons() if button.text() == "Forget").click()
    qtbot.waitUntil(lambda: listed(program) == TITLES[1:], timeout=PATIENCE)
    qtbot.waitUntil(lambda: "“En” was forgotten." in program.window.notices.message, timeout=PATIENCE)


def test_a_title_is_typed_from_the_menu(program: Tospalt, paths: list[Path]) -> None:
    select(program, paths[:1])
    actions(menu_of(program))["Rename title…"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Ny")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert listed(program)[0] == "Ny"


@pytest.mark.parametrize("rows", [[1], [1, 2, 3]])
def test_what_is_selected_stays_so_when_its_file_is_moved(program: Tospalt, paths: list[Path], rows: list[int]) -> None:
    view = program.window.library.view
    click(program, rows[0])
    for row in rows[1:]:
        click(program, row, CONTROL)
    before, current = selected(program), view.current_entry()
    moved = view.selected_entries()[0].path
    place = moved.with_name("Ny.md")
    moved.rename(place)
    program.shelf.follow_moved({moved: place})
    program.shelf.changed.emit()
    assert selected(program) == ["Ny", *before[1:]]
    assert current is not None and view.current_entry() is not None
    assert len(listed(program)) == len(paths)
