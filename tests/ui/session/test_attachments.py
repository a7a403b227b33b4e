"""Back-translation and reference translation in an export: asked for in the dialog, previewed and written."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.parallel import RowEdited, edited, sentence_text
from tests.ui.documents import ENGLISH, NORWEGIAN, open_and_translate
from tests.ui.export.asking import answer, ask, box
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.dialog import ExportDialog
from ui.toolkit.jobs import Job

A_REFERENCE_SENTENCE = "Nobody on the island wanted it."


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot) -> Tospalt:
    open_and_translate(qtbot, program, NORWEGIAN)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    return program


def tick_reference(dialog: ExportDialog, file: Path) -> None:
    """Check the box and choose the file."""
    box(dialog, "Reference translation").setChecked(True)
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
        box(dialog, "Back-translation").setChecked(True)
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
    box(dialog, "Back-translation").setChecked(True)
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
        box(dialog, "Back-translation").setChecked(True)
    choose_markdown(dialog)
    written(opened, qtbot, dialog, tmp_path / "ut.md")
    again = start()
    open_and_translate(qtbot, again, NORWEGIAN)
    with qtbot.waitSignal(again.writing.attachments.ready, timeout=PATIENCE):
        dialog = ask(again)
    assert again.document.text is not None
    assert any(row.back for row in again.document.text.rows)
    dialog.close()


def test_a_reference_translation_is_placed_beside_and_written(opened: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ask(opened)
    with qtbot.waitSignal(opened.writing.attachments.ready, timeout=PATIENCE):
        tick_reference(dialog, ENGLISH)
    choose_markdown(dialog)
    assert A_REFERENCE_SENTENCE in written(opened, qtbot, dialog, tmp_path / "ut.md")
    # It is kept for the next export of this document.
    assert ask(opened).choices.wanted == (False, ENGLISH)
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
    assert dialog.choices.wanted == (False, None)
    dialog.close()


def test_no_file_chosen_leaves_the_box_unticked(opened: Tospalt) -> None:
    dialog = ask(opened)
    box(dialog, "Reference translation").setChecked(True)
    dialog.findChildren(QFileDialog)[-1].reject()
    assert not box(dialog, "Reference translation").isChecked()
    assert not dialog.choices.options.reference
    dialog.close()


def test_what_is_not_translated_yet_is_translated_first_and_then_back(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([NORWEGIAN])
    program.translation.cancel()
    engine.release()
    dialog = ask(program)
    box(dialog, "Back-translation").setChecked(True)
    tick_reference(dialog, ENGLISH)
    choose_markdown(dialog)
    content = written(program, qtbot, dialog, tmp_path / "ut.md")
    text = program.document.text
    assert text is not None
    assert all(row.back for row in text.rows if row.sentences)
    assert A_REFERENCE_SENTENCE in content


def test_closing_the_dialog_stops_translating_back(opened: Tospalt, engine: HeldEngine, qtbot: QtBot) -> None:
    dialog = ask(opened)
    box(dialog, "Back-translation").setChecked(True)
    qtbot.waitUntil(engine.asked.is_set, timeout=PATIENCE)
    dialog.close()
    qtbot.waitUntil(lambda: engine.cancelled == 1, timeout=PATIENCE)
    assert opened.document.text is not None
    assert not any(row.back for row in opened.document.text.rows)


def test_cancelling_while_it_waits_for_the_translation_back_writes_nothing(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask(opened)
    box(dialog, "Back-translation").setChecked(True)
    choose_markdown(dialog)
    answer(dialog, tmp_path / "ut.md")
    with qtbot.waitSignal(opened.writing.stopped, timeout=PATIENCE):
        dialog.reject()
    assert not (tmp_path / "ut.md").exists()
    dialog.close()
