import pytest

from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph, outline, plain_title


def paragraphs(marks: str) -> list[Paragraph]:
    """ "t" is a title, a digit a heading of that level, anything else a paragraph."""
    made = []
    for mark in marks:
        if mark == "t":
            made.append(Paragraph("Tittel", Kind.TITLE, level=1))
        elif mark.isdigit():
            made.append(Paragraph(f"Nivå\n{mark}", Kind.HEADING, level=int(mark)))
        else:
            made.append(Paragraph("Tekst."))
    return made


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", []),
        ("..", []),
        ("t..", []),
        ("1.", [(0, None)]),
        ("t.2.3.2", [(0, None), (2, None), (4, 2), (6, None)]),
        ("t.2.1.2.2.1", [(0, None), (2, 0), (4, None), (6, 4), (8, 4), (10, None)]),
        ("1.3.2.4", [(0, None), (2, 0), (4, 0), (6, 4)]),
        ("3.1.2", [(0, None), (2, None), (4, 2)]),
    ],
)
def test_a_heading_stands_under_the_nearest_higher_one(marks: str, expected: list[tuple[int, int | None]]) -> None:
    headings = outline(paragraphs(marks))
    parents = [None if heading.parent is None else headings[heading.parent].row for heading in headings]
    assert list(zip([heading.row for heading in headings], parents, strict=True)) == expected


def test_a_title_is_one_line_and_an_empty_heading_is_none() -> None:
    headings = outline([Paragraph(" ", Kind.HEADING, level=1), *paragraphs("2")])
    assert [heading.title for heading in headings] == ["Nivå 2"]


def test_a_heading_is_listed_with_its_marker_and_without_notes_and_images() -> None:
    notes = (Mark(0, 3, MarkKind.NOTE, "#note:0"), Mark(9, 12, MarkKind.NOTE, "#note:1"))
    heading = Paragraph("[1]Regler[2] \ufffc for [3]", Kind.HEADING, notes, level=1, marker="2.1")
    assert [found.title for found in outline([heading])] == ["2.1 Regler for [3]"]
    assert outline([Paragraph("\ufffc", Kind.HEADING, level=1)]) == ()


def test_many_notes_in_a_title_are_removed_in_one_go() -> None:
    marks = tuple(Mark(4 * n, 4 * n + 3, MarkKind.NOTE) for n in range(100_000))
    assert plain_title("[1]a" * 100_000, marks) == "a" * 100_000


@pytest.mark.parametrize("kind", list(BoxKind))
def test_headings_in_tables_notes_and_page_headers_are_not_listed(kind: BoxKind) -> None:
    heading = Paragraph("Overskrift", Kind.HEADING, level=2, within=(Box(kind, 0),))
    listed = kind not in (BoxKind.CELL, BoxKind.NOTE, BoxKind.FURNITURE)
    assert bool(outline([heading])) == listed
