"""A file is written of the text as it was when that began, whatever happens to it meanwhile."""

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.export import Exported
from reader.parallel import (
    Hypothesis,
    ParallelText,
    ReferenceAligned,
    RowEdited,
    RowTranslatedBack,
    State,
    with_hypothesis,
)
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt

# Not marked as the user's: one that the memory does not have would be looked for there, and taken back.
LATE = Hypothesis("LATE", -0.5)


def change(text: ParallelText) -> None:
    """Everything that can happen to a row happens to all."""
    for index, row in enumerate(list(text.rows)):
        if row.state is State.DONE:
            text.apply(RowTranslatedBack(index, row.target, "LATE"))
            text.apply(ReferenceAligned(index, "LATE"))
            text.apply(RowEdited(index, with_hypothesis(row, 0, LATE)))


def test_what_changes_while_a_file_is_written_is_not_in_it(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "tekst.txt"
    source.write_text("Hun kom hjem.\n\nHan gikk bort.\n", "utf-8")
    open_and_translate(qtbot, program, source)
    qtbot.waitUntil(lambda: not program.workspace.linking, timeout=PATIENCE)
    begun, go, read = Event(), Event(), list[str]()

    def write(text: ParallelText, *_arguments: object, **_more: object) -> Exported:
        begun.set()
        assert go.wait(60)
        read.extend(f"{row.target}{row.back}{row.reference}" for row in text.rows)
        return Exported()

    monkeypatch.setattr("ui.session.export_job.write_export", write)
    text = program.workspace.text
    assert text is not None
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        program.writing.write(tmp_path / "ut.md")
        assert begun.wait(60)
        change(text)
        go.set()
    assert any("LATE" in row.target for row in text.rows)
    assert read and not any("LATE" in each for each in read)


def test_what_is_edited_while_the_text_is_translated_back_is_translated_back_too(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    """The engine's thread reads no row while the window's changes it; what is late is not placed beside what is new."""
    source = tmp_path / "tekst.txt"
    source.write_text("Hun kom hjem.\n\nHan gikk bort.\n", "utf-8")
    open_and_translate(qtbot, program, source)
    qtbot.waitUntil(lambda: not program.workspace.linking, timeout=PATIENCE)
    text = program.workspace.text
    assert text is not None
    index = text.numbers().index(2)
    changed = list[str]()

    def change_first(_done: int, _total: int) -> None:
        if not changed:
            changed.append(text.rows[index].target)
            text.apply(RowEdited(index, with_hypothesis(text.rows[index], 0, LATE)))

    supplements = program.writing.supplements
    supplements.progressed.connect(change_first)
    with qtbot.waitSignal(supplements.ready, timeout=PATIENCE):
        supplements.provide(back=True, human=None)
    assert "LATE" in text.rows[index].target != changed[0]
    assert "LATE" in text.rows[index].back  # a word that the pair does not know stays as it is
    assert all(row.back for row in text.rows if row.state is State.DONE)
