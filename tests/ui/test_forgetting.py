"""Forgetting from the window: nothing of the text is left in the program's files; edits go only if asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.memory_edits import Reworded
from reader.memory_journal import Journal, JournalError
from reader.places import LIBRARY_FILE
from tests.ui.conftest import open_and_translate
from tests.ui.patience import PATIENCE
from tests.ui.sentence import restore_unremembered, save
from ui.app import Folders, Tospalt
from ui.memory_dialog import MemoryDialog

SECRET = "Zanzibarkatten"
SHARED = "Katten er ute."


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    other, path = tmp_path / "annet.txt", tmp_path / "hemmelig.txt"
    other.write_text(f"{SHARED} Hun sover ikke.", "utf-8")
    path.write_text(f"{SECRET} sover i huset. {SHARED}", "utf-8")
    for each in (other, path):
        open_and_translate(qtbot, program, each)
        qtbot.waitUntil(lambda: not program.workspace.linking, timeout=PATIENCE)
    save(program, qtbot, f"{SECRET} is my own.")
    qtbot.waitUntil(lambda: not program.edits.unkept, timeout=PATIENCE)
    return program


def dialog_of(program: Tospalt, qtbot: QtBot) -> MemoryDialog:
    program.window.actions_["memory"].trigger()
    dialog = program.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: "1" in dialog._told.text(), timeout=PATIENCE)
    return dialog


def answer(program: Tospalt, qtbot: QtBot, text: str, words: str) -> None:
    """Press a button of the question in which `words` stand."""

    def boxes() -> list[QMessageBox]:
        return [box for box in program.window.findChildren(QMessageBox) if box.isVisible() and words in box.text()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=PATIENCE)
    [box] = boxes()
    next(button for button in box.buttons() if button.text() == text).click()


def files_with(folders: Folders, words: str) -> list[str]:
    every = [path for folder in (folders.data, folders.config) for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in every if words.encode() in path.read_bytes()]


def test_of_a_document_that_is_forgotten_with_its_edits_nothing_is_left(
    opened: Tospalt, folders: Folders, qtbot: QtBot, start: Callable[[], Tospalt]
) -> None:
    assert "memory.sqlite.edits" in files_with(folders, SECRET)
    (folders.data / "library.damaged.json").write_text("hemmelig.txt")
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "that other documents of the library have too stay: 1")
    answer(opened, qtbot, "Delete my edits", "There are 1")
    qtbot.waitUntil(lambda: "is forgotten" in opened.window.notices.message, timeout=PATIENCE)
    opened.window.close()
    opened.close()
    assert files_with(folders, SECRET) == []
    assert files_with(folders, "hemmelig.txt") == []
    again = start()
    assert [entry.path.name for entry in again.shelf.library if not entry.bundled] == ["annet.txt"]
    assert again.workspace.memory.counts() == (2, 0)


def test_edits_stay_if_the_user_says_so_and_nothing_happens_without_a_yes(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    before = opened.workspace.memory.counts()
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Cancel", "This cannot be undone")
    assert opened.workspace.text is not None and opened.workspace.memory.counts() == before
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "This cannot be undone")
    answer(opened, qtbot, "Keep my edits", "There are 1")
    qtbot.waitUntil(lambda: "is forgotten" in opened.window.notices.message, timeout=PATIENCE)
    assert opened.workspace.memory.counts() == (2, 1)


@pytest.mark.parametrize("escape", [False, True])
def test_the_second_question_too_can_be_answered_with_nothing_at_all(
    escape: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    before = opened.workspace.memory.counts()
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "This cannot be undone")
    [box] = [box for box in opened.window.findChildren(QMessageBox) if "There are 1" in box.text()]
    assert {button.text() for button in box.buttons()} == {"Delete my edits", "Keep my edits", "Cancel"}
    if escape:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    else:
        answer(opened, qtbot, "Cancel", "There are 1")
    qtbot.waitUntil(lambda: not box.isVisible(), timeout=PATIENCE)
    opened.workspace.edit_pool.flush()
    assert opened.workspace.text is not None and opened.workspace.memory.counts() == before


def test_everything_is_forgotten_at_one_stroke(opened: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "This cannot be undone")
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything is forgotten.", timeout=PATIENCE)
    assert opened.workspace.entry is None and opened.workspace.memory.counts() == (0, 0)
    opened.window.close()
    opened.close()
    for words in (SECRET, SHARED, "hemmelig.txt", "annet.txt"):
        assert files_with(folders, words) == []


@pytest.mark.parametrize("everything", [False, True])
def test_nothing_in_the_window_names_a_forgotten_document_any_more(
    everything: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    window, path = opened.window, opened.workspace.entry.path if opened.workspace.entry else Path()
    window.notices.say(f"You were editing a sentence of {path.name}.", lasting=True, about=path)
    window.notices.say(f"{path.name} was exported.")
    assert SECRET in window.windowTitle()
    if everything:
        window._forgetting._forget_everything()
    else:
        dialog_of(opened, qtbot).document_button.click()
        answer(opened, qtbot, "Forget", "This cannot be undone")
        answer(opened, qtbot, "Delete my edits", "There are 1")
    qtbot.waitUntil(lambda: "is forgotten" in window.notices.message, timeout=PATIENCE)
    assert window.windowTitle() == "Tospalt"
    assert len(window.notices._waiting) == 1


def test_edits_that_are_forgotten_are_not_said_to_wait_for_the_disk_or_to_be_written(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opened.workspace.memory, "reword", lambda *_: Reworded())
        with qtbot.waitSignal(opened.edits.trouble, timeout=PATIENCE):
            save(opened, qtbot, f"{SECRET} cannot be written.")
    opened.window._forgetting._forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything is forgotten.", timeout=PATIENCE)
    assert len(opened.window.notices._waiting) == 1
    opened.edits.try_again()
    opened.workspace.edit_pool.flush()
    assert opened.workspace.memory.counts() == (0, 0)


def test_both_questions_name_documents_whose_sentences_are_not_known(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "annet.txt").unlink()
    for number in range(5):
        opened.shelf.library.add(tmp_path / f"borte-{number}.txt")
    dialog_of(opened, qtbot).document_button.click()
    names = "borte-4.txt, borte-3.txt, borte-2.txt, borte-1.txt, borte-0.txt, …"
    answer(opened, qtbot, "Forget", f"What it shares with documents that cannot be read is forgotten too: {names}")
    answer(opened, qtbot, "Keep my edits", f"Some of them may also belong to documents that cannot be read: {names}")
    qtbot.waitUntil(lambda: "is forgotten" in opened.window.notices.message, timeout=PATIENCE)
    assert opened.workspace.memory.counts() == (1, 1)


@pytest.mark.parametrize("everything", [False, True])
def test_what_was_being_typed_is_nowhere_any_more_when_it_is_said_to_be_forgotten(
    everything: bool, opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(opened.recovery.joined, timeout=PATIENCE):
        opened.recovery.begin()
    opened.recovery._timer.stop()
    opened.window.editing.begin()
    opened.window.editing.bar.field.setPlainText("Half a sentence about the cat")
    opened.recovery.keep()
    opened.recovery.pool.flush()
    [state] = files_with(folders, "Half a sentence")
    assert state in files_with(folders, "hemmelig.txt")
    told: list[tuple[str, list[str]]] = []

    def say(words: str) -> None:
        told.append((words, files_with(folders, "Half a sentence") + files_with(folders, "hemmelig.txt")))

    monkeypatch.setattr(opened.window.notices, "say", say)
    dialog = dialog_of(opened, qtbot)
    (dialog.everything_button if everything else dialog.document_button).click()
    answer(opened, qtbot, "Forget everything" if everything else "Forget", "This cannot be undone")
    if not everything:
        answer(opened, qtbot, "Delete my edits", "There are 1")
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    [(words, found)] = told
    assert words.endswith(" is forgotten.") and found == []


def test_where_the_memory_cannot_be_written_the_library_stays_as_it_is(
    opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise JournalError(OSError(28, "full"))

    for name in ("write", "delete"):
        monkeypatch.setattr(Journal, name, full)
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "This cannot be undone")
    words = "Nothing could be forgotten"
    notices = opened.window.notices  # another of them says why
    qtbot.waitUntil(lambda: any(each.message.startswith(words) for each in notices._waiting), timeout=PATIENCE)
    for library in (opened.shelf.library, Library(folders.data / LIBRARY_FILE)):
        assert [entry.path.name for entry in library if not entry.bundled] == ["hemmelig.txt", "annet.txt"]


def test_a_translation_that_was_asked_for_anew_does_not_come_back_after_forgetting(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    free = restore_unremembered(opened, folders, qtbot)
    qtbot.waitUntil(lambda: len(opened.workspace.engine_pool._running) == 2, timeout=PATIENCE)
    opened.window._forgetting._forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything is forgotten.", timeout=PATIENCE)
    free.set()
    qtbot.waitUntil(lambda: not opened.workspace.engine_pool._running, timeout=PATIENCE)
    assert opened.workspace.memory.counts() == (0, 0)
