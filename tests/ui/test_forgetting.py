"""Forgetting from the window: nothing of the text is left in the program's files; edits go only if asked for."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.places import MEMORY_FILE
from tests.ui.conftest import PATIENCE, open_and_translate
from tests.ui.sentence import begin, save
from ui.app import Folders, Tospalt
from ui.jobs import Job
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


def test_everything_is_forgotten_at_one_stroke(opened: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "This cannot be undone")
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything is forgotten.", timeout=PATIENCE)
    assert opened.workspace.entry is None and opened.workspace.memory.counts() == (0, 0)
    opened.window.close()
    opened.close()
    for words in (SECRET, SHARED, "hemmelig.txt", "annet.txt"):
        assert files_with(folders, words) == []


def test_a_translation_that_was_asked_for_anew_does_not_come_back_after_forgetting(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not opened.workspace.engine_pool._running, timeout=PATIENCE)
    with closing(sqlite3.connect(folders.data / MEMORY_FILE)) as connection, connection:
        connection.execute("DELETE FROM translation")
    free = threading.Event()
    opened.workspace.engine_pool.start(Job(lambda _: free.wait()))
    begin(opened).revert_button.click()
    qtbot.waitUntil(lambda: len(opened.workspace.engine_pool._running) == 2, timeout=PATIENCE)
    opened.window._forgetting._on_everything(True)
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything is forgotten.", timeout=PATIENCE)
    free.set()
    qtbot.waitUntil(lambda: not opened.workspace.engine_pool._running, timeout=PATIENCE)
    assert opened.workspace.memory.counts() == (0, 0)
