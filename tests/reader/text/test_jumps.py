import pytest

from reader.text import Document, Kind, Paragraph, note_at, row_at
from tests.structures import NOTE

DOCUMENT = Document(
    "Tittel",
    (Paragraph("Tekst"), Paragraph("Note", Kind.NOTE, within=(NOTE,)), Paragraph("Slutt")),
    None,
    "nb",
    certain=True,
    targets={"slutt": 2, "på slutten": 2, "borte": 99},
)


@pytest.mark.parametrize(
    ("href", "row"),
    [
        ("#note:0", 1),
        ("#slutt", 2),
        ("#p%C3%A5%20slutten", 2),
        ("#", 0),
        ("#top", 0),
        ("#Slutt", 2),
        ("#P%C3%85%20SLUTTEN", 2),
        ("#note:1", None),
        ("#note:", None),
        ("#note:-1", None),
        ("#note:²", None),
        ("#note:" + "9" * 5000, None),
        ("#ukjent", None),
        ("#borte", None),
        ("slutt", None),
        ("https://example.no/#slutt", None),
        ("", None),
    ],
)
def test_a_link_leads_to_a_note_a_name_or_nowhere(href: str, row: int | None) -> None:
    assert row_at(DOCUMENT, href) == row


def test_only_a_reference_to_a_note_is_a_note() -> None:
    note = note_at(DOCUMENT, "#note:0")
    assert note is not None and (note.label, note.start, note.stop) == ("1", 1, 2)
    assert note_at(DOCUMENT, "#slutt") is None is note_at(DOCUMENT, "#note:x")
