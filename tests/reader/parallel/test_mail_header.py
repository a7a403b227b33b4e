"""The lines above a mail in a text that is to be translated."""

import pytest

from reader.formats import read_data
from reader.parallel import ParallelText, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.structures import document

LINES = "Fra: Kari <k@x.no>\nTil: Styret\nKopi: Per\nDato: 2026-11-03 10:15"
VALUES = ((5, 18), (24, 30), (37, 40), (47, 63))


def header(text: str = LINES, kind: Kind = Kind.BYLINE, values: tuple[tuple[int, int], ...] = VALUES) -> Paragraph:
    return Paragraph(text, kind, tuple(Mark(*span, MarkKind.VERBATIM) for span in values))


def test_fields_have_the_names_that_mail_programs_give_them_and_their_values_stay() -> None:
    text = ParallelText.untranslated(document(header(), Paragraph("Hei")), "nb", "en")
    row = text.rows[0]
    assert row.state is State.DONE
    assert row.target == "From: Kari <k@x.no>\nTo: Styret\nCc: Per\nDate: 2026-11-03 10:15"
    kept = [row.target[mark.start : mark.end] for mark in row.marks]
    assert kept == ["Kari <k@x.no>", "Styret", "Per", "2026-11-03 10:15"]
    assert [row.target[slice(*pair.target)] for pair in row.sentences] == row.target.split("\n")
    assert text.outstanding() == [1]


@pytest.mark.parametrize(
    "paragraph",
    [
        header(kind=Kind.PARAGRAPH),
        header(values=VALUES[:3]),
        header("Om: Kari", values=((4, 8),)),
        Paragraph("Av Kari Nordmann", Kind.BYLINE, (Mark(3, 16, MarkKind.VERBATIM),)),
    ],
)
def test_other_lines_are_translated(paragraph: Paragraph) -> None:
    assert ParallelText.untranslated(document(paragraph), "nb", "en").rows[0].state is State.PENDING


@pytest.mark.parametrize(("target", "name"), [("nb", "Vedlegg"), ("nn", "Vedlegg"), ("de", "Attachments")])
def test_what_is_attached_is_named_in_both_languages(target: str, name: str) -> None:
    mail = b"From: k@x.no\nMIME-Version: 1.0\nContent-Type: image/png; name=a.png\n\nx"
    text = ParallelText.untranslated(read_data(mail, "a.eml"), "en", target)
    assert text.rows[-1].target == f"{name}: a.png"
