"""The title of an export, and what is set above its rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.export.options import ExportOptions, Layout
from reader.export.titles import running_head, shown_title, title_in, title_of
from reader.formats import read_document, read_text
from reader.parallel import ParallelText, State
from reader.text import Document, Kind, Paragraph


def document(title: str, *paragraphs: Paragraph) -> Document:
    return Document(title, paragraphs or (Paragraph("Det var en gang."),), Path("en tekst.txt"), "nb", True)


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (document("Reven"), "Reven"),
        (document("Det var en …"), ""),
        (document("Det var en gang…", Paragraph("– Det var en gang en rev, og den var lur.")), ""),
        (document("Kanskje …"), "Kanskje …"),
        (document(" "), ""),
        (document("Reven", Paragraph("Annet", Kind.TITLE, level=1)), ""),
        (document("Rev og ulv", Paragraph("Rev\nog\x07 ulv")), ""),
    ],
    ids=["a title", "first words", "of speech", "with dots", "none", "another in the text", "the first paragraph"],
)
def test_a_title_is_set_above_the_rows_unless_it_is_one_of_them_or_first_words(made: Document, shown: str) -> None:
    assert shown_title(ParallelText.untranslated(made, "nb", "en")) == shown


ALONE, BESIDE = ExportOptions(layout=Layout.TRANSLATION), ExportOptions()


def translated(made: Document, *targets: str) -> ParallelText:
    text = ParallelText.untranslated(made, "nb", "en")
    rows = zip(text.rows, targets, strict=True)
    text.rows[:] = [replace(row, target=target, state=State.DONE) for row, target in rows]
    return text


def test_with_the_translation_alone_the_title_is_translated_too() -> None:
    named = document("Reven", Paragraph("Reven", Kind.TITLE, level=1), Paragraph("Den er lur."))
    text = translated(named, "The fox", "It is cunning.")
    assert [title_in(text, options) for options in (ALONE, BESIDE)] == ["The fox", "Reven"]
    assert [running_head(text, options) for options in (ALONE, BESIDE)] == ["The fox", "Reven"]
    untranslated = ParallelText.untranslated(named, "nb", "en")
    assert title_in(untranslated, ALONE) == "Reven"


def test_first_words_are_no_running_head_and_are_cut_in_the_translation_as_in_the_original() -> None:
    words = "Det var en gang en rev som bodde i en stor skog langt borte fra folk og hus og veier, og den var lur."
    made = read_text(words)
    text = translated(made, "Once upon a time there was a fox that lived in a large forest far away from people.")
    assert made.title.endswith("…") and running_head(text, ALONE) == running_head(text, BESIDE) == ""
    title = title_in(text, ALONE)
    assert title.startswith("Once upon a time") and title.endswith("…") and len(title) <= 71


def test_an_export_without_a_title_is_called_as_its_file() -> None:
    assert [title_of(document(title)) for title in (" Rev\nog ulv ", "\x07")] == ["Rev og ulv", "en tekst.txt"]


def test_a_file_whose_title_is_only_its_first_words_is_called_by_its_name_without_the_suffix(tmp_path: Path) -> None:
    words = "Det var en gang en rev som bodde i en stor skog langt borte fra folk og hus og veier, og den var lur."
    path = tmp_path / "reven i skogen.txt"
    path.write_text(words, "utf-8")
    text = translated(read_document(path), "Once upon a time there was a fox.")
    assert text.document.title.endswith("…")
    assert [title_in(text, options) for options in (ALONE, BESIDE)] == ["reven i skogen"] * 2
