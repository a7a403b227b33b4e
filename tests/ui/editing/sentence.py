"""A short document, and what a user does with one sentence of it, for the edit tests."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Event

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.parallel import Row, SentencePair
from reader.paths import MEMORY_FILE
from tests.ui.library.held_reading import nothing_described
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.edit_bar import EditBar
from ui.reading.places import Place
from ui.toolkit.jobs import Job

SENTENCE = "Hunden sover i huset."
EDIT = "The dog 🐕 sleeps in the house."
TEXT = f"{SENTENCE} Katten er ute.\n\nDet regner i byen. {SENTENCE}\n"


def begin(program: Tospalt, row: int = 0, sentence: int = 0) -> EditBar:
    program.window.reading_view.move_caret(Place(row, 1, sentence))
    program.window.actions_["edit"].trigger()
    return program.window.editing.bar


@contextmanager
def nothing_read(program: Tospalt) -> Iterator[None]:
    """Let no text be prepared, and no document be read for the list, within this context."""
    with nothing_described() as free:
        for _ in range(2):  # the two threads for files
            program.pools.files.start(Job(lambda _: free.wait()))
        yield


def restore_unremembered(program: Tospalt, folders: Folders, qtbot: QtBot) -> Event:
    """Restore a machine translation that is not in the memory; the engine is busy until the event is set."""
    qtbot.waitUntil(lambda: not program.pools.engine._running, timeout=PATIENCE)
    with closing(sqlite3.connect(folders.data / MEMORY_FILE)) as connection, connection:
        connection.execute("DELETE FROM translation")
    free = Event()
    program.pools.engine.start(Job(lambda _: free.wait()))
    begin(program).revert_button.click()
    return free


def save(program: Tospalt, qtbot: QtBot, words: str = EDIT, row: int = 0, sentence: int = 0) -> None:
    bar = begin(program, row, sentence)
    bar.field.setPlainText(words)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def row(program: Tospalt, index: int) -> Row:
    assert program.document.text is not None
    return program.document.text.rows[index]


def pair(program: Tospalt, index: int, sentence: int) -> SentencePair:
    return row(program, index).sentences[sentence]


def said(program: Tospalt, index: int, sentence: int) -> str:
    return row(program, index).target[slice(*pair(program, index, sentence).target)]
