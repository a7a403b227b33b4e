"""Every window and dialog, in every state: what a screen reader is told of it, and what the keyboard reaches."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui.accessible import children, elements, nameless, out_of_order, tab_stops, unreached, without_current
from tests.ui.patience import PATIENCE
from tests.ui.states import STATES, State, batch, end, packages
from ui.app import Tospalt
from ui.export.batch_dialog import BatchDialog
from ui.packages.dialog import PackagesDialog
from ui.toolkit.file_dialog import FileDialog


# Others than those in the sample of `test_without_mouse`.
@pytest.mark.parametrize("state", sample(STATES, 4, first=2), ids=lambda state: str(state.__name__))
def test_every_control_has_a_name_and_is_reached_with_the_keyboard_in_reading_order(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, state: State
) -> None:
    window = state(program, qtbot, tmp_path)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=PATIENCE)
    # In Qt's list of files, folders have no size, which is nothing to read.
    empty = [name for name in nameless(window) if not (isinstance(window, FileDialog) and name.startswith("TreeItem"))]
    assert empty == []
    stops = tab_stops(window)
    assert unreached(window, stops) == []
    assert out_of_order(stops) == []
    assert without_current(window) == []
    end(window)


def test_the_bar_of_messages_is_a_group_with_a_name(program: Tospalt) -> None:
    program.window.notices.say("It failed.")
    bar = QAccessible.queryAccessibleInterface(program.window.notices)
    assert bar is not None and bar.text(QAccessible.Text.Name) == "Messages"


def test_of_a_list_that_gets_the_focus_the_current_entry_is_told(opened: Tospalt, qtbot: QtBot) -> None:
    heard: list[str] = []
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    opened._focus_items.told.connect(heard.append)
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.notices.say("It failed.")
    window.notices.take_focus()
    for view, words in ((window.library.view, "Norwegian Bokmål"), (window.reading_view, "Paragraph 1")):
        heard.clear()
        with qtbot.waitSignal(opened._focus_items.told, timeout=PATIENCE):
            view.setFocus()
        assert words in heard[-1]
    QAccessible.setActive(was_active)


def test_a_cell_of_the_text_cannot_be_selected_which_would_be_told_with_each(opened: Tospalt) -> None:
    table = QAccessible.queryAccessibleInterface(opened.window.reading_view)
    assert table is not None
    states = [cell.state() for cell in children(table) if cell.role() == QAccessible.Role.Cell]
    assert states and not any(state.selectable for state in states)
    assert any(state.focused or state.focusable for state in states)


def test_no_part_that_only_holds_others_is_told_of_when_the_focus_comes_into_it(opened: Tospalt) -> None:
    told = elements(QAccessible.queryAccessibleInterface(opened.window))
    assert [each.object() for each in told if each.role() == QAccessible.Role.LayeredPane] == []


def test_the_field_of_an_edit_has_the_focus_before_its_text_is_told_of(opened: Tospalt, qtbot: QtBot) -> None:
    told: list[str] = []
    window, field = opened.window, opened.window.editing.bar.field
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    field.textChanged.connect(lambda: told.append(f"text, {field.hasFocus()}"))
    window.actions_["edit"].trigger()
    assert told == ["text, True"]
    assert field.toPlainText()


def test_the_sentence_that_was_found_is_announced_once_while_the_focus_is_in_the_field(
    opened: Tospalt, qtbot: QtBot
) -> None:
    heard: list[str] = []
    window, find = opened.window, opened.window.navigation.parts.find
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.actions_["find"].trigger()
    qtbot.waitUntil(find.field.hasFocus, timeout=PATIENCE)
    window.reading_view.announced.connect(heard.append)
    find.field.setText("hun")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=PATIENCE)
    find.field.setText("hund")
    qtbot.keyClick(find.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=PATIENCE)
    assert all("hund" in words.lower() for words in heard)


def test_a_tick_in_the_list_of_documents_is_told(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QAbstractItemView] = []
    monkeypatch.setattr("ui.export.document_list.tell_ticked", told.append)
    dialog = batch(program, qtbot, tmp_path)
    assert isinstance(dialog, BatchDialog)
    dialog.documents.setFocus()
    qtbot.keyClick(dialog.documents, Qt.Key.Key_Space)
    assert told == [dialog.documents] and dialog.ticked() == []
    dialog.tick_these([0, 1])
    assert len(told) == 1
    dialog.close()


def test_what_dialogs_say_of_their_work_is_announced_once(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in ("ui.export.writing_dialog", "ui.packages.progress"):
        monkeypatch.setattr(f"{module}.announce", lambda _, words: heard.append(words))
    writing, store = batch(program, qtbot, tmp_path), packages(program, qtbot, tmp_path)
    assert isinstance(writing, BatchDialog) and isinstance(store, PackagesDialog)
    for words in ("Waiting…", "Waiting…", "", "Done."):
        writing.say(words)
    store.progress.begin("Reading the file…")
    assert heard == ["Waiting…", "Done.", "Reading the file…"]
    writing.close()
    store.close()
