"""The title of an export, and what is set above its rows."""

from pathlib import Path

import pytest

from reader.export.titles import TitleStyle, shown_title, title_of, title_style
from reader.parallel import ParallelText
from reader.text import Document, Kind, Paragraph


def document(title: str, *paragraphs: Paragraph) -> Document:
    return Document(title, paragraphs or (Paragraph("Det var en gang."),), Path("en tekst.txt"), "nb", True)


@pytest.mark.parametrize(
    ("made", "style"),
    [
        (document("Reven"), TitleStyle.TITLE),
        (document("Det var en …"), TitleStyle.INCIPIT),
        (document(" "), TitleStyle.NONE),
        (document("Reven", Paragraph("Annet", Kind.TITLE, level=1)), TitleStyle.NONE),
        (document("Rev og ulv", Paragraph("Rev\nog\x07 ulv")), TitleStyle.NONE),
    ],
    ids=["a title", "first words", "none", "another in the text", "the first paragraph"],
)
def test_a_title_is_set_above_the_rows_unless_it_is_one_of_them(made: Document, style: TitleStyle) -> None:
    assert title_style(made) is style
    shown = shown_title(ParallelText.untranslated(made, "nb", "en"))
    assert shown == (made.title if style is TitleStyle.TITLE else "")


def test_an_export_without_a_title_is_called_as_its_file() -> None:
    assert [title_of(document(title)) for title in (" Rev\nog ulv ", "\x07")] == ["Rev og ulv", "en tekst.txt"]
