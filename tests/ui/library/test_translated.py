"""How much of each document is translated, as the list says it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from reader.library import Entry, Library
from tests.ui.documents import open_and_translate
from tests.ui.held_engine import HeldEngine
from tests.ui.library.shelves import described, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library.model import TRANSLATED_ROLE


def first(program: Tospalt) -> Entry:
    return next(iter(program.shelf.library))


@pytest.mark.parametrize(
    ("share", "shown", "spoken"),
    [
        (0.6, "60% translated", "60% translated"),
        (0.004, "1% translated", "1% translated"),
        (0.999, "99% translated", "99% translated"),
        (1.0, "✓", "translated"),
        (0.0, "", ""),
        (-1.0, "", ""),
    ],
)
def test_the_share_is_shown_and_read_out(
    share: float,
    shown: str,
    spoken: str,
    start: Callable[[], Tospalt],
    folders: Folders,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    put(folders, {tmp_path / "brev.md": "Brev"}, translated=share)
    program = start()
    described(qtbot, program)
    view = program.window.library.view
    assert view.model().index(0, 0).data(TRANSLATED_ROLE) == shown
    name = QAccessible.queryAccessibleInterface(view).child(0).text(QAccessible.Text.Name)
    assert name.endswith(f"words, {spoken}" if spoken else "words")


def test_a_document_that_was_translated_is_known_to_be(
    program: Tospalt, qtbot: QtBot, path: Path, folders: Folders
) -> None:
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: first(program).translated == 1, timeout=PATIENCE)
    program.save()
    kept = Library(folders.data / "library.json").find(path)
    assert kept is not None and kept.translated == 1


def test_what_was_done_is_written_when_the_document_is_left_in_the_middle(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path, folders: Folders
) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("\n\n".join(f"Huset nummer {number} er stort." for number in range(400)), "utf-8")
    engine.let_through(1)  # before, as a batch that waits already is not let through
    document = program.document
    with qtbot.waitSignals([document.opened, document.measured, document.updated], timeout=PATIENCE):
        program.window.open_files([path])
    program.window.documents.close_document()
    share = program.shelf.entry_of(path).translated
    assert 0 < share < 1
    program.pools.edits.flush()
    kept = Library(folders.data / "library.json").find(path)
    assert kept is not None and kept.translated == share
