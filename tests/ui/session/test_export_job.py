"""An export has the text as it was at the start, whatever happens to it meanwhile."""

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
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.attachments import Additions

# Not marked as an edit: one that is not in the memory would be removed.
LATE = Hypothesis("LATE", -0.5)


def change(text: ParallelText) -> None:
    """Change all rows in every possible way."""
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
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    begun, go, read = Event(), Event(), list[str]()

    def write(text: ParallelText, *_arguments: object, **_more: object) -> Exported:
        begun.set()
        assert go.wait(60)
        read.extend(f"{row.target}{row.back}{row.reference}" for row in text.rows)
        return Exported()

    monkeypatch.setattr("ui.session.export_job.write_export", write)
    text = program.document.text
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
    """Rows are not read on the engine's thread while they change, and outdated back-translations are not applied."""
    source = tmp_path / "tekst.txt"
    source.write_text("Hun kom hjem.\n\nHan gikk bort.\n", "utf-8")
    open_and_translate(qtbot, program, source)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    text = program.document.text
    assert text is not None
    index = text.numbers().index(2)
    changed = list[str]()

    def change_first(_done: int, _total: int, _column: int) -> None:
        if not changed:
            changed.append(text.rows[index].target)
            text.apply(RowEdited(index, with_hypothesis(text.rows[index], 0, LATE)))

    attachments = program.writing.attachments
    attachments.progressed.connect(change_first)
    with qtbot.waitSignal(attachments.ready, timeout=PATIENCE):
        attachments.provide(Additions(back=True))
    assert "LATE" in text.rows[index].target != changed[0]
    assert "LATE" in text.rows[index].back  # the pair copies unknown words
    assert all(row.back for row in text.rows if row.state is State.DONE)


def test_the_window_is_not_closed_at_once_while_a_file_waits_for_the_translation(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    source, target = tmp_path / "tekst.txt", tmp_path / "ut.pdf"
    source.write_text("Hun kom hjem.\n\nHan gikk bort.\n", "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([source])
    program.writing.write(target)
    assert not program.window.close()
    assert program.window.notices.message == "Not saved yet: “ut.pdf”. If you quit again, nothing more will be saved."
    assert program.window.close()


@pytest.mark.parametrize("end", ["closed again", "saved"])
def test_the_window_is_not_closed_at_once_while_a_file_is_written(
    end: str, program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "tekst.txt"
    source.write_text("Hun kom hjem.\n", "utf-8")
    open_and_translate(qtbot, program, source)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    go = Event()

    def write(*_arguments: object, **_more: object) -> Exported:
        assert go.wait(60)
        return Exported()

    monkeypatch.setattr("ui.session.export_job.write_export", write)
    try:
        program.writing.write(tmp_path / "ut.pdf")
        assert not program.window.close()
        assert "ut.pdf" in program.window.notices.message
        if end == "saved":
            with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
                go.set()
        assert program.window.close()
    finally:
        go.set()
