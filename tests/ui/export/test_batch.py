"""Exporting several documents of the library at once, in the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QStyle
from pytestqt.qtbot import QtBot

from reader.errors import CancelledError, Message
from reader.export import FORMATS, Exported, ExportOptions, Layout
from reader.formats import AS_FOUND, Choices
from reader.library import Entry
from reader.parallel import ParallelText, State, paragraph_key
from reader.text import Document, Paragraph
from tests.paragraphs_in import paragraph
from tests.ui.documents import NORWEGIAN
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.batch_dialog import BatchDialog
from ui.export.document_list import DocumentList
from ui.toolkit.jobs import Job


@pytest.fixture
def dialog(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> BatchDialog:
    """The dialog for a library of three short texts and the examples, set to write Markdown."""
    for name in ("rød", "blå bær", "borte"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name}\n\n{NORWEGIAN.read_text('utf-8')[:300]}", "utf-8")
        program.shelf.library.add(path)
    program.shelf.changed.emit()
    return asked(program, tmp_path)


def asked(program: Tospalt, tmp_path: Path) -> BatchDialog:
    """The dialog, set to write Markdown."""
    program.window.actions_["export_several"].trigger()
    dialog = program.window.findChildren(BatchDialog)[-1]
    formats = dialog.findChildren(QComboBox)[0]
    formats.setCurrentIndex(formats.findData(".md"))
    dialog._on_folder(str(tmp_path / "ut"))
    (tmp_path / "ut").mkdir(exist_ok=True)
    return dialog


def result(dialog: BatchDialog, index: int) -> str:
    return dialog.documents.result(index)


def run(dialog: BatchDialog, qtbot: QtBot) -> None:
    dialog.export_button.click()
    assert dialog.writing
    qtbot.waitUntil(lambda: not dialog.writing, timeout=PATIENCE)


def test_the_rows_are_high_enough_for_their_check_boxes(dialog: BatchDialog) -> None:
    box = dialog.documents.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, None, dialog.documents)
    assert dialog.documents.visualRect(dialog.documents.model().index(0, 0)).height() >= box > 0


def test_titles_take_one_line_each_whatever_their_length(
    dialog: BatchDialog, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    long = BatchDialog(
        [(title, tmp_path / "a.txt") for title in ("Kort", "Ord " * 2500, "x" * 10_000, "En\nto\u2028tre")],
        *(tmp_path, ExportOptions(), ".pdf", FORMATS, program.window),
    )
    long.resize(640, 480)
    long.show()
    rows = [long.documents.visualRect(long.documents.model().index(row, 0)).height() for row in range(4)]
    assert len(set(rows)) == 1
    assert long.documents.horizontalScrollBar().maximum() == 0
    long.close()


def test_all_of_many_documents_are_ticked_in_one_go(qtbot: QtBot, tmp_path: Path) -> None:
    documents = DocumentList()
    qtbot.addWidget(documents)
    documents.show_documents([(str(number), tmp_path / "a.txt") for number in range(500)])
    changes: list[int] = []
    documents.ticks_changed.connect(lambda: changes.append(len(documents.ticked())))
    documents.tick_all(True)
    documents.tick(7, False)
    documents.tick(7, False)
    documents.show_result(8, "Saved.")
    documents.tick_all(False)
    assert changes == [500, 499, 0]


def test_titles_are_made_only_when_they_are_shown(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(300):
        program.shelf.library.add(tmp_path / f"{number}.txt")
    program.shelf.changed.emit()
    called, made = program.shelf.called, list[Entry]()

    def counting(entry: Entry) -> str:
        made.append(entry)
        return called(entry)

    monkeypatch.setattr(program.shelf, "called", counting)
    dialog = asked(program, tmp_path)
    QTest.qWaitForWindowExposed(dialog)
    dialog.documents.tick_all(True)
    assert dialog.documents.count == 302 and len(dialog.ticked()) == 302 and 0 < len(made) < 100
    dialog.close()


def test_a_document_is_ticked_with_the_space_bar_and_the_mouse(dialog: BatchDialog) -> None:
    documents = dialog.documents
    QTest.keyClick(documents, Qt.Key.Key_Space)
    assert dialog.ticked() == [0]
    row = documents.visualRect(documents.model().index(1, 0))
    QTest.mouseClick(documents.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(12, row.height() // 2))
    assert dialog.ticked() == [0, 1]
    QTest.mouseClick(documents.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(12, row.height() // 2))
    assert dialog.ticked() == [0]


def test_a_long_result_is_shown_whole_on_several_lines(dialog: BatchDialog, qtbot: QtBot) -> None:
    def height(row: int) -> int:
        return dialog.documents.visualRect(dialog.documents.model().index(row, 0)).height()

    one_line = height(1)
    dialog.show_result(0, "A sentence that tells at length why it could not be done. " * 3)
    qtbot.waitUntil(lambda: height(0) >= one_line + 2 * dialog.documents.fontMetrics().lineSpacing(), timeout=PATIENCE)
    assert height(1) == one_line
    wide = height(0)
    dialog.resize(640, dialog.height())
    qtbot.waitUntil(lambda: height(0) > wide, timeout=PATIENCE)
    assert dialog.documents.horizontalScrollBar().maximum() == 0


def test_each_ticked_document_is_translated_and_written_under_a_name_of_its_own(
    dialog: BatchDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    for index in (1, 2):
        dialog.tick(index)
    run(dialog, qtbot)
    names = {path.name for path in (tmp_path / "ut").iterdir()}
    assert names == {"blå bær nb-en.md", "rød nb-en.md"}
    assert "Sandøya" in (tmp_path / "ut" / "rød nb-en.md").read_text("utf-8")
    assert [result(dialog, i) for i in range(3)] == [
        "",
        "Saved as “blå bær nb-en.md”.",
        "Saved as “rød nb-en.md”.",
    ]
    assert dialog._status.text() == "2 of 2 documents exported."


def test_each_document_is_written_in_its_own_layout_and_what_cannot_be_so_is_told(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "kart.txt").write_text("Om kart\n=======\n\nDette er et kart.\n\n* * *\n", "utf-8")
    (tmp_path / "kart.eml").write_text("From: a@b.no\nSubject: Kart\n\nDette er et kart.\n", "utf-8")
    for name in ("kart.txt", "kart.eml"):
        program.shelf.library.add(tmp_path / name)
    program.shelf.changed.emit()
    dialog = asked(program, tmp_path)
    formats, layouts = dialog.findChildren(QComboBox)[:2]
    layouts.setCurrentIndex(layouts.findData(Layout.ORIGINAL))
    assert formats.isHidden()
    for index in (0, 1):
        dialog.tick(index)
    run(dialog, qtbot)
    assert "“kart.eml” cannot be saved in its own layout: files ending in .docx, " in result(dialog, 0)
    [written] = (tmp_path / "ut").iterdir()
    assert result(dialog, 1) == f"Saved as “{written.name}”." and written.name == "kart nb-en.txt"
    assert written.read_text("utf-8").endswith("\n\n* * *\n") and "Dette" not in written.read_text("utf-8")
    assert program.window.settings.export.layout == Layout.ORIGINAL


def test_one_that_fails_says_so_and_the_others_are_written(dialog: BatchDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "borte.txt").unlink()
    for index in (0, 1):
        dialog.tick(index)
    run(dialog, qtbot)
    assert result(dialog, 0).endswith("borte.txt” does not exist.")
    assert (tmp_path / "ut" / "blå bær nb-en.md").exists()
    assert dialog._status.text() == "1 of 2 documents exported."


def test_when_all_are_refused_none_is_said_to_be_exported(dialog: BatchDialog, qtbot: QtBot, tmp_path: Path) -> None:
    for index in range(3):
        dialog.tick(index)
    run(dialog, qtbot)
    run(dialog, qtbot)  # which would replace what was written
    assert [result(dialog, index).endswith("already exists.") for index in range(3)] == [True] * 3
    assert dialog._status.text() == "0 of 3 documents exported."


def test_what_is_there_already_is_replaced_only_if_that_was_ticked(
    dialog: BatchDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "ut" / "rød nb-en.md"
    there.write_text("gammel")
    dialog.tick(2)
    run(dialog, qtbot)
    assert result(dialog, 2).endswith("already exists.")
    assert there.read_text() == "gammel"
    dialog.replace.setChecked(True)
    run(dialog, qtbot)
    assert result(dialog, 2).startswith("Saved")
    assert "Sandøya" in there.read_text("utf-8")


def test_a_folder_that_is_not_there_is_made(dialog: BatchDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog._on_folder(str(tmp_path / "ny" / "mappe"))
    dialog.tick(2)
    run(dialog, qtbot)
    assert (tmp_path / "ny" / "mappe" / "rød nb-en.md").exists()


def test_a_folder_that_cannot_be_made_is_told_once(dialog: BatchDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    dialog._on_folder(str(tmp_path / "fil" / "mappe"))
    dialog.tick(2)
    run(dialog, qtbot)
    assert "cannot be created: part of the path is not a folder." in dialog._status.text()
    assert result(dialog, 2) == ""


def test_cancelling_keeps_what_is_written_and_begins_nothing_more(
    dialog: BatchDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog._all.click()
    assert len(dialog.ticked()) == dialog.documents.count == 5
    dialog.export_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.writing, timeout=PATIENCE)
    assert dialog.isVisible()
    assert len(list((tmp_path / "ut").iterdir())) < 5
    dialog.reject()
    assert not dialog.isVisible()


def test_a_document_that_is_being_read_is_not_waited_for_when_one_cancels(
    dialog: BatchDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def read(path: Path, choices: Choices = AS_FOUND, *, cancelled: Callable[[], bool]) -> Document:
        begun.set()
        while not cancelled():
            pass
        raise CancelledError

    monkeypatch.setattr("ui.export.batch.read_document", read)
    dialog._all.click()
    dialog.export_button.click()
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.writing, timeout=PATIENCE)
    assert not list((tmp_path / "ut").iterdir())
    assert not any(result(dialog, index) for index in range(5))


def test_nothing_ticked_leaves_nothing_to_do(dialog: BatchDialog) -> None:
    assert not dialog.export_button.isEnabled()
    dialog.tick(0)
    assert dialog.export_button.isEnabled()
    dialog.tick(0, False)
    assert not dialog.export_button.isEnabled()


def test_the_box_for_all_shows_whether_some_are_ticked_and_then_ticks_all(dialog: BatchDialog) -> None:
    assert dialog._all.checkState() is Qt.CheckState.Unchecked
    dialog.tick(0)
    assert dialog._all.checkState() is Qt.CheckState.PartiallyChecked
    dialog._all.click()
    assert dialog._all.checkState() is Qt.CheckState.Checked and len(dialog.ticked()) == 5
    dialog._all.click()
    assert dialog._all.checkState() is Qt.CheckState.Unchecked and not dialog.ticked()
    dialog._all.click()
    assert dialog._all.checkState() is Qt.CheckState.Checked and len(dialog.ticked()) == 5


def test_the_folder_is_remembered(dialog: BatchDialog, program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    dialog._choose_folder.click()
    asked = dialog.findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(tmp_path))
    asked.close()
    dialog.tick(2)
    run(dialog, qtbot)
    dialog.reject()
    assert program.window.settings.export.folder == str(tmp_path)
    program.window.actions_["export_several"].trigger()
    assert program.window.findChildren(BatchDialog)[-1].folder == tmp_path


def test_that_one_document_had_a_reference_translation_beside_it_stays_remembered(
    dialog: BatchDialog, program: Tospalt, qtbot: QtBot
) -> None:
    export = program.window.settings.export
    program.preferences.change(export=replace(export, reference=True, paper="a5"))
    dialog.tick(2)
    run(dialog, qtbot)
    kept = program.window.settings.export
    assert (kept.reference, kept.paper, kept.suffix) == (True, "a4", ".md")


def test_documents_are_read_and_translated_as_the_user_chose(
    dialog: BatchDialog, program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german, path = paragraph("de", Random(3)), tmp_path / "blå bær.txt"
    lines = [paragraph("nb", Random(seed), 1) for seed in range(3)]
    path.write_text("\n".join([*lines, "", german, ""]), "utf-8")
    entry = program.shelf.choose_reading(program.shelf.entry_of(path), lines="kept")
    program.shelf.force(entry, paragraph_key(Paragraph(german)), forced=True)
    written = list[ParallelText]()

    def write(text: ParallelText, *_: object, **__: object) -> Exported:
        written.append(text)
        return Exported(remarks=(Message("Unlike the document, it is not protected by a password."),))

    monkeypatch.setattr("ui.export.batch.write_export", write)
    dialog.close()
    dialog = asked(program, tmp_path)
    dialog.tick(1)
    run(dialog, qtbot)
    (text,) = written
    assert result(dialog, 1).endswith("”. Unlike the document, it is not protected by a password.")
    assert text.document.source is not None and text.document.source.lines == "kept"
    assert (text.rows[-1].source.text, text.rows[-1].state) == (german, State.DONE)


def test_ticking_several_is_told_once(dialog: BatchDialog) -> None:
    told: list[None] = []
    dialog.documents.ticks_changed.connect(lambda: told.append(None))
    dialog.tick_these([0, 2])
    assert dialog.ticked() == [0, 2] and len(told) == 1


def test_the_window_is_not_closed_at_once_while_documents_are_exported(
    dialog: BatchDialog, program: Tospalt, qtbot: QtBot
) -> None:
    free = Event()
    program.pools.engine.start(Job(lambda _: free.wait()))
    try:
        dialog.documents.tick(0, True)
        dialog.export_button.click()
        assert not program.window.close()
        assert dialog._status.text() == (
            "Not all documents have been saved yet. If you quit again, nothing more will be saved."
        )
    finally:
        free.set()
    qtbot.waitUntil(lambda: not dialog.writing, timeout=PATIENCE)
    assert "exported" in dialog._status.text()
    assert program.window.close()
