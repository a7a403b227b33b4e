"""Back-translation and reference translation in an export: asked for in the dialog, previewed and written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.export import USUAL_COLUMNS, ExportOptions
from reader.parallel import Column, ParallelText, RowEdited, edited, sentence_text
from tests.ui.documents import ENGLISH, NORWEGIAN, open_and_translate
from tests.ui.export.asking import answer, ask, column
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.dialog import ExportDialog
from ui.session import open_document
from ui.session.attachments import Additions
from ui.toolkit.jobs import Job

WITH_BACK, WITH_REFERENCE = (*USUAL_COLUMNS, Column.BACK), (*USUAL_COLUMNS, Column.REFERENCE)
A_REFERENCE_SENTENCE = "Nobody on the island wanted it."


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot) -> Tospalt:
    open_and_translate(qtbot, program, NORWEGIAN)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    return program


def tick_reference(dialog: ExportDialog, file: Path) -> None:
    """Check the box and choose the file."""
    column(dialog, "Reference translation").setChecked(True)
    asked = dialog.findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(file))
    asked.close()


def written(program: Tospalt, qtbot: QtBot, dialog: ExportDialog, path: Path) -> str:
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        answer(dialog, path)
    return path.read_text("utf-8")


def choose_markdown(dialog: ExportDialog) -> None:
    formats = dialog.choices._format
    formats.setCurrentIndex(formats.findData(".md"))


def test_the_translation_is_translated_back_when_it_is_ticked_and_shown_in_the_pages(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask(opened)
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE):
        pass
    attachments = opened.writing.attachments
    with qtbot.waitSignals([attachments.ready, dialog.preview.ready], timeout=PATIENCE):
        column(dialog, "Back-translation").setChecked(True)
    text = opened.document.text
    assert text is not None
    backs = [row.back for row in text.rows if row.sentences]
    assert backs and all(backs)
    assert not dialog._doing.isVisible()
    choose_markdown(dialog)
    assert backs[3].split()[0] in written(opened, qtbot, dialog, tmp_path / "ut.md")


def test_while_other_work_goes_first_it_is_told_and_what_changes_is_translated_back_as_it_is_then(
    opened: Tospalt, qtbot: QtBot
) -> None:
    text, free, attachments = opened.document.text, Event(), opened.writing.attachments
    assert text is not None
    translated = sum(bool(row.sentences) for row in text.rows)
    dialog = ask(opened)
    opened.pools.engine.start(Job(lambda _: free.wait(PATIENCE / 1000)))
    column(dialog, "Back-translation").setChecked(True)
    assert dialog._doing.text() == f"Translating back: 0 of {translated} paragraphs"
    index = next(index for index, row in enumerate(text.rows) if row.sentences)
    row, edit = edited(text.rows[index], 0, "Another title")
    # Saved too, or the window may take it for one that was deleted elsewhere.
    assert opened.memory.keep_edits("nb", "en", {sentence_text(text.rows[index], 0): edit})
    text.apply(RowEdited(index, row))
    with qtbot.waitSignal(attachments.ready, timeout=PATIENCE):
        free.set()
    assert text.rows[index].target == "Another title"
    assert text.rows[index].back
    dialog.close()


def test_what_was_ticked_last_is_there_the_next_time(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask(opened)
    with qtbot.waitSignal(opened.writing.attachments.ready, timeout=PATIENCE):
        column(dialog, "Back-translation").setChecked(True)
    choose_markdown(dialog)
    written(opened, qtbot, dialog, tmp_path / "ut.md")
    again = start()
    open_and_translate(qtbot, again, NORWEGIAN)
    with qtbot.waitSignal(again.writing.attachments.ready, timeout=PATIENCE):
        dialog = ask(again)
    assert again.document.text is not None
    assert any(row.back for row in again.document.text.rows)
    dialog.close()


def test_a_reference_translation_is_placed_beside_bit_by_bit_and_written(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_document, "_ROWS", 2)
    dialog, laid = ask(opened), list[int]()
    opened.document.rows_changed.connect(lambda rows: laid.append(len(rows)))
    with qtbot.waitSignal(opened.writing.attachments.ready, timeout=PATIENCE):
        tick_reference(dialog, ENGLISH)
    assert len(laid) > 2 and max(laid) == 2 and not opened.document.arriving
    choose_markdown(dialog)
    assert A_REFERENCE_SENTENCE in written(opened, qtbot, dialog, tmp_path / "ut.md")
    # It is kept for the next export of this document.
    assert ask(opened).choices.wanted == Additions(reference=ENGLISH)
    ask(opened).close()


def test_a_text_that_is_no_translation_of_it_gets_a_sentence_and_the_box_is_unticked(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Prices of copper rose again on Monday, and brokers expect little change.\n\n" * 20, "utf-8")
    dialog = ask(opened)
    with qtbot.waitSignal(opened.writing.attachments.failed, timeout=PATIENCE):
        tick_reference(dialog, other)
    assert dialog._doing.text() == "“other.txt” does not seem to be a translation of this document."
    assert dialog.choices.wanted == Additions()
    dialog.close()


def test_no_file_chosen_leaves_the_box_unticked(opened: Tospalt) -> None:
    dialog = ask(opened)
    column(dialog, "Reference translation").setChecked(True)
    dialog.findChildren(QFileDialog)[-1].reject()
    assert not column(dialog, "Reference translation").isChecked()
    assert dialog.choices.options.columns == USUAL_COLUMNS
    dialog.close()


def test_what_is_not_translated_yet_is_translated_first_and_then_back(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([NORWEGIAN])
    program.translation.cancel()
    engine.release()
    dialog = ask(program)
    column(dialog, "Back-translation").setChecked(True)
    tick_reference(dialog, ENGLISH)
    choose_markdown(dialog)
    content = written(program, qtbot, dialog, tmp_path / "ut.md")
    text = program.document.text
    assert text is not None
    assert all(row.back for row in text.rows if row.sentences)
    assert A_REFERENCE_SENTENCE in content


def test_closing_the_dialog_stops_translating_back(opened: Tospalt, engine: HeldEngine, qtbot: QtBot) -> None:
    dialog = ask(opened)
    column(dialog, "Back-translation").setChecked(True)
    qtbot.waitUntil(engine.asked.is_set, timeout=PATIENCE)
    dialog.close()
    qtbot.waitUntil(lambda: engine.cancelled == 1, timeout=PATIENCE)
    assert opened.document.text is not None
    assert not any(row.back for row in opened.document.text.rows)


def test_cancelling_while_it_waits_for_the_translation_back_writes_nothing(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask(opened)
    column(dialog, "Back-translation").setChecked(True)
    choose_markdown(dialog)
    answer(dialog, tmp_path / "ut.md")
    with qtbot.waitSignal(opened.writing.stopped, timeout=PATIENCE):
        dialog.reject()
    assert not (tmp_path / "ut.md").exists()
    dialog.close()


# A text that replaces the one before, or is left, meanwhile


@contextmanager
def being_replaced(program: Tospalt, qtbot: QtBot) -> Iterator[None]:
    """Another text of the document is being prepared; at the end it is there, and nothing was translated back before.

    What was asked for meanwhile is done after that.
    """
    read, translate = Event(), Event()
    for _ in range(2):  # the threads for files
        program.pools.files.start(Job(lambda _: read.wait(PATIENCE / 1000)))
    program.pools.engine.start(Job(lambda _: translate.wait(PATIENCE / 1000)))
    program.document.retranslate()
    try:
        yield
        with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
            read.set()
    finally:
        read.set()
        translate.set()


def test_a_file_asked_for_while_the_text_is_replaced_is_written_from_the_new_one(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md"]
    before, written = opened.document.text, list[Path]()
    opened.writing.exported.connect(lambda path, _: written.append(path))
    with being_replaced(opened, qtbot):
        opened.writing.write(files[0], ExportOptions(columns=WITH_BACK), ".md", additions=Additions(back=True))
        opened.writing.write(
            files[1],
            ExportOptions(columns=WITH_REFERENCE),
            ".md",
            additions=Additions(reference=ENGLISH),
            translate_first=False,
        )
        opened.writing.write(files[2], ExportOptions(), ".md")
    qtbot.waitUntil(lambda: len(written) == len(files), timeout=PATIENCE)
    text = opened.document.text
    assert text is not None and text is not before
    assert [row.back for row in text.rows if row.sentences][3].split()[0] in files[0].read_text("utf-8")
    assert A_REFERENCE_SENTENCE in files[1].read_text("utf-8")


def test_a_file_that_was_to_be_whole_is_written_when_the_new_text_is_translated(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.loading.recall", lambda *_: [])  # as with another package
    with qtbot.waitSignal(opened.writing.exported, timeout=PATIENCE):
        with being_replaced(opened, qtbot):
            opened.writing.write(
                tmp_path / "a.md",
                ExportOptions(columns=WITH_BACK),
                ".md",
                additions=Additions(back=True),
                translate_first=False,
            )
        assert opened.document.text is not None and opened.document.text.outstanding()
    assert all(row.back for row in opened.document.text.rows if row.sentences)


def test_a_file_that_waits_for_the_translation_of_the_new_text_can_be_cancelled(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.loading.recall", lambda *_: [])
    with being_replaced(opened, qtbot):
        opened.writing.write(
            tmp_path / "a.md",
            ExportOptions(columns=WITH_BACK),
            ".md",
            additions=Additions(back=True),
            translate_first=False,
        )
    with qtbot.waitSignal(opened.writing.stopped, timeout=PATIENCE):
        opened.writing.cancel()


def test_a_text_that_cannot_be_prepared_keeps_no_file_waiting(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.loading.recall", lambda *_: 1 / 0)
    monkeypatch.setattr(ParallelText, "outstanding", lambda _: [0])
    with qtbot.waitSignal(opened.writing.stopped, timeout=PATIENCE):
        opened.document.retranslate()
        opened.writing.write(tmp_path / "a.md")


@pytest.mark.parametrize("open_before", [True, False])
def test_the_dialog_goes_on_with_the_new_text(opened: Tospalt, qtbot: QtBot, open_before: bool) -> None:
    dialog = ask(opened) if open_before else None
    if dialog is not None:
        column(dialog, "Back-translation").setChecked(True)
    with qtbot.waitSignal(opened.writing.attached, timeout=PATIENCE), being_replaced(opened, qtbot):
        if dialog is None:
            dialog = ask(opened)
            column(dialog, "Back-translation").setChecked(True)
    assert opened.document.text is not None
    assert all(row.back for row in opened.document.text.rows if row.sentences)
    assert dialog is not None and not dialog._doing.isVisible()
    dialog.close()


def test_the_dialog_tells_what_is_missing_in_the_new_text(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.loading.recall", lambda *_: [])
    dialog = ask(opened)
    assert not dialog.translate_first.isVisible()
    with being_replaced(opened, qtbot):
        pass
    assert dialog.translate_first.isVisible() and dialog.translate_first.isChecked()
    dialog.close()


def test_a_translation_that_is_stopped_does_not_stop_what_the_dialog_asked_for(opened: Tospalt, qtbot: QtBot) -> None:
    dialog = ask(opened)
    with qtbot.waitSignal(opened.writing.attached, timeout=PATIENCE):
        column(dialog, "Back-translation").setChecked(True)
        opened.translation.cancel()
    dialog.close()


def test_the_dialog_closes_with_its_document(opened: Tospalt, qtbot: QtBot) -> None:
    dialog = ask(opened)
    column(dialog, "Back-translation").setChecked(True)
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        opened.document.close()
    assert not opened.writing.attachments.busy
