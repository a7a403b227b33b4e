"""The export dialog: options, the preview of real pages, and what it asks for."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reader.export import FORMATS, USUAL_COLUMNS, ExportOptions, Layout, Paper
from reader.parallel import Column, ParallelText, Row, SentencePair, State
from reader.text import Document, Paragraph
from tests.archives import NB_EN
from tests.pdf_text import pdf_text
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.export.asking import answer, ask, box, column
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.choices import Beside, Choices
from ui.export.dialog import ExportDialog, Proposal
from ui.export.page_view import PageView
from ui.export.preferences import options_of
from ui.export.preview import Preview
from ui.session.attachments import Additions
from ui.toolkit.jobs import Pool

PAIR = SentencePair((0, 6), (0, 6))


def text_of(count: int = 60, **more: Any) -> ParallelText:
    rows = [
        Row(Paragraph(f"Avsnitt {n}. " + "Ord og ord. " * 30), "Words. " * 40, State.DONE, **more) for n in range(count)
    ]
    return ParallelText(Document("Prøve", tuple(r.source for r in rows), None, "nb", True), "nb", "en", (), rows)


Open = Callable[..., ExportDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    pool = Pool("files", 2)
    opened: list[ExportDialog] = []

    def open_dialog(
        text: ParallelText,
        options: ExportOptions = ExportOptions(),  # noqa: B008
        suffix: str = ".pdf",
        *,
        own: tuple[str, str] = ("", ""),
    ) -> ExportDialog:
        formats = FORMATS if own in FORMATS or not own[0] else (*FORMATS, own)
        beside = Beside(own=own[0])
        dialog = ExportDialog(text, pool, Proposal(tmp_path, "prøve æøå", "film"), options, suffix, formats, beside)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.set_writing(False)
        dialog.close()
    pool.close()


def choose(dialog: ExportDialog, value: str) -> None:
    """Choose the entry with this value in the list that has it."""
    for combo in dialog.findChildren(QComboBox):
        if (index := combo.findData(value)) >= 0:
            combo.setCurrentIndex(index)
            return
    raise AssertionError(value)


def test_no_choice_is_cut_off_however_wide_its_words_are(open_dialog: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Choices, "minimumSizeHint", lambda _: QSize(420, 300))
    area = open_dialog(text_of(1)).choices.parentWidget()
    assert area is not None and area.width() >= 420


def test_a_choice_that_one_layout_has_is_not_cut_off_either(open_dialog: Open) -> None:
    dialog = open_dialog(text_of(1), suffix=".docx", own=(".docx", "Word"))
    texts = next(combo for combo in dialog.findChildren(QComboBox) if combo.isHidden())
    texts.setMinimumWidth(420)
    choose(dialog, Layout.ORIGINAL)
    area = dialog.choices.parentWidget()
    assert area is not None and area.width() >= 420


def test_it_shows_the_real_pages_and_pages_through_them_by_key(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of())
    with qtbot.waitSignal(dialog.preview.drawn, timeout=PATIENCE):
        pass
    assert dialog.pages.caption.startswith("Page 1 of ")
    first = dialog.pages.picture.toImage()
    assert 1.40 < first.height() / first.width() < 1.42
    with qtbot.waitSignal(dialog.preview.drawn, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.pages.caption.startswith("Page 2 of ")
    assert dialog.pages.picture.toImage() != first
    with qtbot.waitSignal(dialog.preview.drawn, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.pages.page == 0


def test_zooming_draws_the_page_larger(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of(3))
    with qtbot.waitSignal(dialog.preview.drawn, timeout=PATIENCE):
        pass
    width = dialog.pages.picture.width()
    with qtbot.waitSignal(dialog.preview.drawn, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pages.picture.width() == pytest.approx(1.25 * width, rel=0.01)


def test_another_choice_sets_other_pages(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of(12))
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE) as before:
        pass
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE) as after:
        choose(dialog, Paper.A5)
        choose(dialog, Layout.FACING)
    assert before.args and after.args
    assert before.args[0].sizes[0] == pytest.approx((595, 842), abs=1)
    assert after.args[0].sizes[0] == pytest.approx((420, 595), abs=1)
    assert len(after.args[0].sizes) % 2 == 1


def test_a_long_text_shows_its_beginning_first(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of(330))
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE) as beginning:
        pass
    assert dialog.pages.caption.endswith("or more")
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE) as whole:
        pass
    assert beginning.args and whole.args
    assert len(beginning.args[0].sizes) < len(whole.args[0].sizes)
    assert not dialog.pages.caption.endswith("or more")


def test_what_there_is_nothing_for_is_greyed_out(open_dialog: Open) -> None:
    empty, full = open_dialog(text_of(1)), open_dialog(text_of(1, sentences=(PAIR, PAIR)))
    assert not box(empty, "matching sentences").isEnabled()
    assert box(empty, "matching sentences").toolTip()
    assert box(full, "matching sentences").isEnabled()


def test_what_a_format_has_no_place_for_is_greyed_out(open_dialog: Open) -> None:
    dialog = open_dialog(text_of(1), ExportOptions(layout=Layout.FACING))
    chosen = [dialog.choices.options.layout]
    choose(dialog, ".docx")
    chosen.append(dialog.choices.options.layout)
    assert chosen == [Layout.FACING, Layout.COLUMNS]
    choose(dialog, ".epub")
    enabled = {child.currentData(): child.isEnabled() for child in dialog.findChildren(QComboBox)}
    assert enabled == {".epub": True, Layout.COLUMNS: True, "translation": False, Paper.A4: False, False: False}
    assert box(dialog, "Paragraph numbers").isEnabled()
    choose(dialog, ".tmx")
    assert not any(child.isEnabled() for child in dialog.choices.findChildren(QCheckBox))
    choose(dialog, ".pdf")
    assert all(child.isEnabled() for child in dialog.choices.findChildren(QCheckBox) if not child.toolTip())


def layouts(dialog: ExportDialog) -> dict[str, bool]:
    """Which layouts can be chosen."""
    combo = next(combo for combo in dialog.findChildren(QComboBox) if combo.findData(Layout.COLUMNS) >= 0)
    model = combo.model()
    assert isinstance(model, QStandardItemModel)
    return {str(combo.itemData(n)): model.item(n).isEnabled() for n in range(combo.count())}


def test_the_original_s_layout_is_offered_in_its_format_and_leaves_no_other_choices(open_dialog: Open) -> None:
    dialog = open_dialog(text_of(1), suffix=".docx", own=(".docx", "Word"))
    texts = next(combo for combo in dialog.findChildren(QComboBox) if combo.findData("both") >= 0)
    assert texts.isHidden() and layouts(dialog)[Layout.ORIGINAL]
    choose(dialog, Layout.ORIGINAL)
    assert dialog.choices.own_layout and not dialog.choices.options.both
    assert not texts.isHidden()
    shown = [child.currentData() for child in dialog.findChildren(QComboBox) if not child.isHidden()]
    assert shown == [".docx", Layout.ORIGINAL, "translation"]
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dialog.export_button.click()
    asked = dialog.findChildren(QFileDialog)[-1]
    assert Path(asked.selectedFiles()[0]).name == "film.docx"
    asked.close()
    assert all(child.isHidden() for child in (*dialog.choices.findChildren(QCheckBox), dialog.choices.columns))
    assert "look like the original" in dialog.pages._label.text()
    choose(dialog, "both")
    assert dialog.choices.options.both
    combo = next(combo for combo in dialog.findChildren(QComboBox) if combo.findData(Layout.ORIGINAL) >= 0)
    own = combo.findData(Layout.ORIGINAL)
    assert not combo.itemData(own, Qt.ItemDataRole.ToolTipRole)
    choose(dialog, ".pdf")
    assert dialog.choices.options.layout is Layout.COLUMNS and texts.isHidden()
    assert not any(child.isHidden() for child in (*dialog.choices.findChildren(QCheckBox), dialog.choices.columns))
    assert combo.itemData(own, Qt.ItemDataRole.ToolTipRole) == "Choose the format of the original first: Word (*.docx)"
    assert not layouts(dialog)[Layout.ORIGINAL]


def test_a_format_that_only_the_original_has_is_offered_in_its_layout_alone(open_dialog: Open) -> None:
    dialog = open_dialog(text_of(1), own=(".odt", "OpenDocument"))
    choose(dialog, ".odt")
    assert dialog.choices.options.layout is Layout.ORIGINAL
    assert [name for name, offered in layouts(dialog).items() if offered] == [Layout.ORIGINAL]
    choose(dialog, ".md")
    assert not dialog.choices.own_layout


def test_the_original_s_layout_is_not_offered_where_it_cannot_be_kept(open_dialog: Open) -> None:
    dialog = open_dialog(text_of(1), ExportOptions(layout=Layout.ORIGINAL), ".docx")
    assert Layout.ORIGINAL not in layouts(dialog)
    assert dialog.choices.options.layout is Layout.COLUMNS


def test_missing_glyphs_are_told(open_dialog: Open, qtbot: QtBot) -> None:
    text = text_of(1)
    text.rows[0] = Row(Paragraph("中 文"), "x", State.DONE)
    dialog = open_dialog(text)
    with qtbot.waitSignal(dialog.preview.ready, timeout=PATIENCE):
        pass
    assert dialog._status.text().endswith(" Their Unicode numbers are shown instead: U+4E2D U+6587")


def test_of_a_text_of_one_paragraph_no_paragraphs_are_counted(open_dialog: Open) -> None:
    text = text_of(1)
    text.rows[0] = Row(text.rows[0].source)
    said = "The only paragraph of this document is not translated yet. The gap is marked."
    assert open_dialog(text)._note.text() == said


def test_what_is_not_translated_is_said_and_can_be_left_so(open_dialog: Open, qtbot: QtBot, tmp_path: Path) -> None:
    text = text_of(2)
    text.rows[1] = Row(text.rows[1].source)
    dialog = open_dialog(text)
    assert "Not translated yet: 1 of 2 paragraphs." in dialog._note.text()
    for first in (True, False):
        dialog.translate_first.setChecked(first)
        with qtbot.waitSignal(dialog.confirmed, timeout=PATIENCE) as confirmed:
            dialog.export_button.click()
            asked = dialog.findChildren(QFileDialog)[-1]
            asked.fileSelected.emit(str(tmp_path / "ut.pdf"))
            asked.close()
        assert confirmed.args == [tmp_path / "ut.pdf", ExportOptions(), ".pdf", first]
    assert not open_dialog(text_of(1)).translate_first.isVisible()


def test_formats_without_pages_say_so_and_are_proposed_with_their_suffix(open_dialog: Open) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dialog = open_dialog(text_of(1))
    for suffix, name in FORMATS[1:]:
        choose(dialog, suffix)
        assert dialog.pages._label.text().startswith(name)
        dialog.export_button.click()
        asked = dialog.findChildren(QFileDialog)[-1]
        assert Path(asked.selectedFiles()[0]).name == f"prøve æøå{suffix}"
        assert not asked.testOption(QFileDialog.Option.DontConfirmOverwrite)
        asked.close()


def test_while_it_writes_the_dialog_stays_and_escape_cancels(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of(1))
    dialog.set_writing(True)
    with qtbot.waitSignal(dialog.cancelled, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.set_writing(False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_choices_are_written_and_remembered(start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    open_and_translate(qtbot, program, DOCUMENTS[0])
    dialog = ask(program)
    choose(dialog, Layout.TRANSLATION)
    box(dialog, "Paragraph numbers").setChecked(False)
    dialog.choices.columns.list.moving.emit(1)
    path = tmp_path / "bare æøå.pdf"
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        answer(dialog, path)
    assert str(path) in program.window.notices.message
    assert "NORSK BOKMÅL" not in pdf_text(path)
    again = options_of(start().window.settings.export)
    assert (again.layout, again.numbers, again.paper) == (Layout.TRANSLATION, False, Paper.A4)
    assert again.columns == (Column.TRANSLATION, Column.ORIGINAL)


def test_a_document_is_written_in_its_own_layout_and_so_is_the_next(
    start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "kart.txt"
    document.write_text("Om kart\n=======\n\nDette er et kart over byen.\n\n* * *\n", "utf-8")
    program = start()
    open_and_translate(qtbot, program, document)
    dialog = ask(program)
    choose(dialog, ".txt")
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        answer(dialog, tmp_path / "map.txt")
    written = (tmp_path / "map.txt").read_text("utf-8")
    assert written.endswith("\n\n* * *\n") and "Dette" not in written
    assert str(tmp_path / "map.txt") in program.window.notices.message
    again = start()
    open_and_translate(qtbot, again, document)
    kept = ask(again).choices
    assert (kept.suffix, kept.options.layout) == (".txt", Layout.ORIGINAL)


def test_without_pages_there_is_nothing_to_turn_or_to_enlarge(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show_pages(((595.0, 842.0),) * 2, whole=True)
    assert view._percent.text() and all(button.isEnabled() for button in view._zooming)
    view.say("This format has no pages.")
    assert not view._percent.text() and not any(button.isEnabled() for button in (*view._zooming, view._back, view._on))


def test_the_digits_of_large_page_numbers_are_grouped(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show_pages(((595, 842),) * 1234, whole=True)
    view._turn(1000)
    assert view.caption == "Page 1,001 of 1,234"


def test_the_notice_after_the_export_tells_missing_glyphs_by_number(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "tegn.txt"
    document.write_text("Dette er et tegn: \U00013000.", "utf-8")
    open_and_translate(qtbot, program, document)
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        answer(ask(program), tmp_path / "tegn.pdf")
    assert program.window.notices.message.endswith("Its Unicode number is shown instead: U+13000")


@pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
def test_what_cannot_be_written_is_one_sentence_and_the_dialog_stays(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    dialog = ask(program)
    with qtbot.waitSignal(program.writing.stopped, timeout=PATIENCE):
        answer(dialog, tmp_path / "mangler" / "ut.pdf")
    assert "cannot be written" in dialog._status.text()
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
def test_a_file_that_cannot_be_written_is_told_of_before_the_rest_is_translated(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    dialog = ask(program)
    dialog.confirmed.emit(tmp_path / "mangler" / "ut.pdf", ExportOptions(), ".pdf", True)
    qtbot.waitUntil(lambda: "cannot be written" in dialog._status.text(), timeout=PATIENCE)
    assert dialog.isVisible()
    dialog.close()


def test_that_there_are_no_pages_is_said_only_of_the_format_that_has_none(open_dialog: Open, qtbot: QtBot) -> None:
    def message() -> str:
        shown = (label.text() for label in dialog.pages.findChildren(QLabel))
        return next((words for words in shown if "no fixed pages" in words), "")

    dialog = open_dialog(text_of(2))
    choose(dialog, ".docx")
    assert message()
    choose(dialog, ".pdf")
    assert not message()


def test_what_is_judged_is_looked_up_once_for_a_text_and_not_for_every_choice(qtbot: QtBot) -> None:
    pool, judged = Pool("files", 1), list[ParallelText]()

    def judge(text: ParallelText) -> ParallelText:
        judged.append(text)
        return text

    preview = Preview(text_of(1), pool, judged=judge)
    for layout in (Layout.COLUMNS, Layout.STACKED):
        with qtbot.waitSignal(preview.ready, timeout=PATIENCE):
            preview.show(ExportOptions(layout=layout))
    assert len(judged) == 1
    preview.set_text(text_of(2))
    with qtbot.waitSignal(preview.ready, timeout=PATIENCE):
        preview.show(ExportOptions())
    assert len(judged) == 2
    assert pool.close(PATIENCE / 1000)


def test_columns_are_chosen_in_an_order_and_one_stays(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(text_of(2), ExportOptions(columns=(Column.TRANSLATION, Column.ORIGINAL)))
    columns = dialog.choices.columns

    def chosen() -> list[int]:
        return list(dialog.choices.options.columns)

    assert chosen() == [Column.TRANSLATION, Column.ORIGINAL]
    columns.list.setCurrentRow(2)
    qtbot.keyClick(columns.list, Qt.Key.Key_Space)
    qtbot.keyClick(columns.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen() == [Column.TRANSLATION, Column.BACK, Column.ORIGINAL]
    assert dialog.choices.wanted == Additions(back=True)
    columns._up.click()
    assert not columns._up.isEnabled() and chosen()[0] == Column.BACK
    for name in ("Back-translation", "Original", "Translation"):
        column(dialog, name).setChecked(False)
    assert chosen() == [Column.TRANSLATION]


def test_columns_that_have_no_room_side_by_side_are_told_of(open_dialog: Open) -> None:
    many = (*USUAL_COLUMNS, Column.BACK)
    dialog = open_dialog(text_of(2), ExportOptions(columns=many, paper=Paper.A5))
    fits = dialog.choices._fits
    assert fits.isVisible() and fits.text().startswith("2 columns fit side by side")
    choose(dialog, Layout.STACKED)
    assert not fits.isVisible()


def test_another_package_translates_what_its_column_lacks_and_notes_are_written(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, user_folder: Path
) -> None:
    document = tmp_path / "tekst.txt"
    document.write_text("Hun kom hjem.\n\nHan gikk bort.\n", "utf-8")
    open_and_translate(qtbot, program, document)
    folder = user_folder / "translate-nb_en-9_9"
    copytree(NB_EN, folder)
    metadata = folder / "metadata.json"
    metadata.write_text(json.dumps({**json.loads(metadata.read_text("utf-8")), "package_version": "9.9"}), "utf-8")
    program.columns.look_for_packages()
    qtbot.waitUntil(lambda: bool(program.columns.others), timeout=PATIENCE)
    place = program.notes.place(0, None)
    assert place is not None
    program.notes.write(place, "Ask Kari.")
    qtbot.waitUntil(lambda: bool(program.notes.placed), timeout=PATIENCE)
    dialog = ask(program)
    choose(dialog, ".md")
    box(dialog, "at the end").setChecked(True)
    with qtbot.waitSignal(program.writing.attachments.ready, timeout=PATIENCE):
        column(dialog, "Translation by Package 9.9").setChecked(True)
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        answer(dialog, tmp_path / "ut.md")
    text = program.document.text
    assert text is not None
    made = text.rows[-1].version(Column.OTHER)
    assert made is not None and made.text
    written = (tmp_path / "ut.md").read_text("utf-8")
    assert "Package 9.9" in written and "Ask Kari." in written
