"""How many sentences of each document are checked, as the list of documents says it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import LIBRARY_FILE
from tests.ui.compare.checklist import LATER, WARNED, with_findings
from tests.ui.documents import open_and_translate
from tests.ui.library.shelves import described, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.reading.cell import TARGET
from ui.reading.places import Place


def counts(program: Tospalt, path: Path) -> tuple[int, int]:
    entry = program.shelf.entry_of(path)
    return entry.checked, entry.sentences


def stored(program: Tospalt, folders: Folders, path: Path) -> tuple[int, int]:
    program.shelf.save()
    program.pools.edits.flush(PATIENCE / 1000)
    entry = Library(folders.data / LIBRARY_FILE).find(path)
    assert entry is not None
    return entry.checked, entry.sentences


def accept(program: Tospalt, row: int, sentence: int) -> None:
    program.window.reading_view.move_caret(Place(row, TARGET, sentence))
    program.window.actions_["accept"].trigger()


def test_the_count_is_written_when_the_desktop_session_ends(
    start: Callable[[], Tospalt], qtbot: QtBot, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.compare.checked_count._GATHER_MS", 10 * PATIENCE)
    program = start()
    with_findings(program, qtbot, tmp_path)
    qtbot.waitUntil(lambda: program._judged_rows.settled and program.sentences.counted, timeout=PATIENCE)
    program.save()
    entry = Library(folders.data / LIBRARY_FILE).find(tmp_path / "tall.txt")
    assert entry is not None and (entry.checked, entry.sentences) == (1, 4)


@pytest.mark.parametrize(
    ("checked", "sentences", "words"),
    [(12, 1340, "12 of 1,340 sentences checked"), (1, 1, "1 of 1 sentence checked"), (0, 340, "")],
)
def test_the_count_is_in_the_tool_tip_and_read_out(
    checked: int,
    sentences: int,
    words: str,
    start: Callable[[], Tospalt],
    folders: Folders,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    put(folders, {tmp_path / "brev.md": "Brev"}, checked=checked, sentences=sentences)
    program = start()
    described(qtbot, program)
    view = program.window.library.view
    tip = str(view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert words in tip and ("checked" in tip) == bool(words)
    name = QAccessible.queryAccessibleInterface(view).child(0).text(QAccessible.Text.Name)
    assert name.endswith(words) and ("checked" in name) == bool(words)


def left_with_all_checked(program: Tospalt, qtbot: QtBot, folder: Path) -> Path:
    """Leave a document once all four sentences are checked; returns its file."""
    path = folder / "tall.txt"
    with_findings(program, qtbot, folder)
    qtbot.waitUntil(lambda: counts(program, path) == (1, 4), timeout=PATIENCE)
    for row, sentence in ((0, 0), WARNED, LATER):
        accept(program, row, sentence)
    program.window.documents.close_document()
    return path


def test_what_is_checked_is_counted_and_known_after_the_document_is_left(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, folders: Folders
) -> None:
    path = left_with_all_checked(program, qtbot, tmp_path)
    assert stored(program, folders, path) == (4, 4)


def test_opening_a_document_again_loses_none_of_what_is_accepted(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, folders: Folders
) -> None:
    path = left_with_all_checked(program, qtbot, tmp_path)
    seen = set[tuple[int, int]]()
    program.shelf.altered.connect(lambda _: seen.add(counts(program, path)))
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: program._judged_rows.settled, timeout=PATIENCE)
    program.window.documents.close_document()
    assert seen == {(4, 4)} and stored(program, folders, path) == (4, 4)


def test_undoing_an_acceptance_counts_it_no_more(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tall.txt"
    with_findings(program, qtbot, tmp_path)
    accept(program, 0, 0)
    qtbot.waitUntil(lambda: counts(program, path) == (2, 4), timeout=PATIENCE)
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: counts(program, path) == (1, 4), timeout=PATIENCE)


@pytest.mark.parametrize(("checked", "sentences"), [(5, 3), (-1, 3), ("2", 3), (1.5, 3), (True, 3), (1, None)])
def test_counts_that_cannot_be_are_none(checked: object, sentences: object, tmp_path: Path) -> None:
    file = tmp_path / LIBRARY_FILE
    values = {"path": str(tmp_path / "a.txt"), "checked": checked, "sentences": sentences}
    file.write_text(json.dumps({"documents": [values]}), "utf-8")
    [entry] = [each for each in Library(file) if not each.bundled]
    assert entry.checked == 0
