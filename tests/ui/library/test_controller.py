"""What is done from the list of documents: choosing files, removing and bringing back, and what it shows of it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.paths import SEEDS
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.editing.sentence import nothing_read
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.library.model import LANGUAGE_ROLE


def own(program: Tospalt) -> list[str]:
    return [entry.path.name for entry in program.shelf.library if not entry.bundled]


def open_own(qtbot: QtBot, program: Tospalt, path: Path) -> None:
    """Open a document and wait until it is in the library."""
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: path.name in own(program), timeout=PATIENCE)


def press(program: Tospalt, words: str) -> None:
    buttons = program.window.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()


def marked(program: Tospalt) -> Path | None:
    entry = program.window.library.view.current_entry()
    return entry.path if entry is not None else None


def test_a_document_that_was_removed_comes_back_with_undo(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    open_own(qtbot, program, path)
    program.window.actions_["remove"].trigger()
    assert own(program) == [] and program.document.entry is None
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        press(program, "Undo")
    qtbot.waitUntil(lambda: own(program) == [path.name], timeout=PATIENCE)
    assert marked(program) == path


def test_it_comes_back_with_what_was_chosen_for_it(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    open_own(qtbot, program, path)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["lines_kept"].trigger()
    program.window.actions_["remove"].trigger()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        press(program, "Undo")
    assert program.window.actions_["lines_kept"].isChecked()
    qtbot.waitUntil(lambda: own(program) == [path.name], timeout=PATIENCE)
    assert program.shelf.entry_of(path).lines == "kept"


def test_an_example_is_not_removed(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    program.window.actions_["remove"].trigger()
    assert program.window.notices.message.startswith("The examples that come with Tospalt cannot be removed")
    assert program.document.entry is not None and len(list(program.shelf.library)) == len(DOCUMENTS)


def test_while_the_list_has_the_focus_it_is_the_marked_document_that_is_removed(
    program: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "to.txt"
    other.write_text("Huset er stort.", "utf-8")
    open_own(qtbot, program, other)
    open_own(qtbot, program, path)
    view = program.window.library.view
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    view.setFocus()
    view.select(program.shelf.entry_of(other))
    program.window.actions_["remove"].trigger()
    assert own(program) == [path.name]
    assert program.document.entry is not None and program.document.entry.path == path


def test_the_list_shows_the_language_that_was_chosen_and_still_marks_the_document(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    open_own(qtbot, program, path)
    program.window.actions_["from_en"].trigger()
    assert marked(program) == path
    assert program.window.library.view.currentIndex().data(LANGUAGE_ROLE) == "en"


@pytest.mark.parametrize("button", [False, True], ids=["command", "page"])
def test_the_files_that_are_chosen_are_opened_and_their_folder_is_remembered(
    button: bool, program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    program.preferences.change(last_folder=str(SEEDS))
    (program.window.page.buttons[0].click if button else program.window.actions_["open"].trigger)()
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None and Path(dialog.directory().path()) == SEEDS
    kinds = ";;".join(dialog.nameFilters())
    assert re.search(
        r"\*\.mdx .*\*\.srt \*\.vtt .*\*\.html .*\*\.epub .*\);;Translation memories \(\*\.tmx\);;All files \(\*\)\Z",
        kinds,
    )
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        dialog.filesSelected.emit([str(path)])
    dialog.close()
    assert program.document.entry is not None and program.document.entry.path == path
    assert program.window.settings.last_folder == str(path.parent)


def test_nothing_is_left_of_a_removed_document_but_that_it_can_be_brought_back(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    window = program.window
    open_own(qtbot, program, path)
    window.notices.say("About this document.", "Do", lambda: None, here=True)
    window.actions_["edit"].trigger()
    name = program.shelf.called_at(path)
    window.actions_["remove"].trigger()
    assert window.windowTitle() == "Tospalt"
    assert window.notices.message.startswith(f"“{name}” was removed")
    press(program, "Close")
    assert window.notices.message == ""


def test_removing_one_document_leaves_the_way_back_for_another(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("en.txt", "to.txt"):
        (tmp_path / name).write_text("Dette er en kort tekst på norsk om en hund.", "utf-8")
        open_own(qtbot, program, tmp_path / name)
    view = program.window.library.view
    view.setFocus()
    view.select(program.shelf.entry_of(tmp_path / "en.txt"))
    program.window.actions_["remove"].trigger()
    view.select(program.shelf.entry_of(tmp_path / "to.txt"))
    program.window.actions_["remove"].trigger()
    press(program, "Undo")
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: own(program) == ["to.txt", "en.txt"], timeout=PATIENCE)
    program.window.actions_["redo"].trigger()
    assert own(program) == ["to.txt"]


def test_a_key_pressed_before_the_document_is_shown_opens_no_other(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    with nothing_read(program):
        program.window.library.view.setFocus()
        program.window.open_files([path])
        assert not program.window.library.view.hasFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(program.window.focusWidget(), key)
    assert program.document.entry is not None and program.document.entry.path == path
    qtbot.waitUntil(program.window.reading_view.hasFocus, timeout=PATIENCE)


def test_a_document_that_is_left_before_it_was_read_joins_the_library(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    with nothing_read(program):
        program.window.open_files([path])
        program.window.open_files([DOCUMENTS[0]])
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == DOCUMENTS[0]
