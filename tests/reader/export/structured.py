"""Parallel texts with structure, for export tests."""

from collections import Counter
from collections.abc import Callable, Sequence

from reader.parallel import ParallelText, Row, State, initial_row
from reader.text import Box, BoxKind, Cell, Document, Kind, Mark, MarkKind, Paragraph
from tests.mark_kinds import MARK_KINDS
from tests.structures import document


def translated(found: Document, how: Callable[[str], str] = str.swapcase) -> ParallelText:
    """A document and its translation, which is `how` of each text."""
    rows = [initial_row(paragraph) for paragraph in found.paragraphs]
    done = [
        Row(row.source, how(row.source.text), State.DONE, (), row.source.marks) if row.state is State.PENDING else row
        for row in rows
    ]
    return ParallelText(found, "nb", "en", (), done)


def of(paragraphs: Sequence[Paragraph]) -> ParallelText:
    """These paragraphs and their translation."""
    return translated(document(*paragraphs))


def letters(text: str) -> Counter[str]:
    """The letters and digits of a text."""
    return Counter(filter(str.isalnum, text))


def cells(table: int, rows: Sequence[Sequence[str]], header: int = 1, **more: object) -> list[Paragraph]:
    """A table of plain cells; `more` are further attributes of each `Cell`."""
    return [
        Paragraph(
            text,
            Kind.TABLE_CELL,
            within=(Box(BoxKind.CELL, table, cell=Cell(r, c, head=r < header, **more)),),  # type: ignore[arg-type]
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]


def noted(text: str, *labels: str, first: int = 0) -> Paragraph:
    """A paragraph that refers to notes, in order from the note with number `first`."""
    marks = []
    for number, label in enumerate(labels, start=first):
        start = text.index(f"[{label}]")
        marks.append(Mark(start, start + len(label) + 2, MarkKind.NOTE, f"#note:{number}"))
    return Paragraph(text, marks=tuple(marks))


def note(number: int, text: str, label: str = "") -> Paragraph:
    """A note of one paragraph."""
    label = label or str(number + 1)
    return Paragraph(text, Kind.NOTE, marker=f"{label}.", within=(Box(BoxKind.NOTE, number, label=label),))


BOXES = [Box(kind, 0, label="tip" if kind is BoxKind.ASIDE else "") for kind in BoxKind if kind is not BoxKind.CELL]
_IN_BOXES = [
    ((), "utenfor"),
    *(((box,), str(box.kind.value)) for box in BOXES),
    ((Box(BoxKind.CELL, 0, cell=Cell(0, 0)),), "celle"),
    ((BOXES[0], Box(BoxKind.CELL, 1, level=1, cell=Cell(0, 0)), Box(BoxKind.QUOTE, 9)), "dypt"),
]
# Every kind of paragraph in every kind of box.
EVERYTHING = document(
    *(
        Paragraph(f"{kind.value} i {name}", kind, level=2, marker="3.", within=boxes)
        for boxes, name in _IN_BOXES
        for kind in Kind
    ),
    *(Paragraph(f"et {kind.value} merke", marks=(Mark(3, 3 + len(kind.value), kind),)) for kind in MARK_KINDS),
)
