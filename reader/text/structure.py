"""What paragraphs stand in: quotes, cells of tables, notes, figures; and the tables and notes these make up."""

from collections.abc import Sequence
from enum import StrEnum

from reader.late_dataclasses import dataclass
from reader.text.callouts import callout_name


class BoxKind(StrEnum):
    """The kind of a box."""

    QUOTE = "quote"
    CELL = "cell"
    NOTE = "note"
    FIGURE = "figure"  # an image and its caption
    ASIDE = "aside"  # a callout or text box
    FURNITURE = "furniture"  # the header or footer of pages


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a cell in its table.

    Attributes:
        row, column: from 0.
        rows, columns: how many of them it covers.
        head: whether it is a heading.
        align: "l", "c", "r", or "" where the file does not say.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False
    align: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """What a paragraph stands in.

    Attributes:
        kind: what it is.
        number: which of its kind in the document, from 0; of a cell, which table; of a figure, its index in
            `Document.figures`.
        level: how many list items are around it.
        label: as the page shows it: "1" of a note, "tip" of an aside.
        cell: of a cell, its place.
    """

    kind: BoxKind
    number: int
    level: int = 0
    label: str = ""
    cell: Cell | None = None

    def caption_in(self, language: str) -> str:
        """The label as it stands above an aside in a text in `language`: "Tip", "Tips"."""
        return callout_name(self.label, language)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document.

    Attributes:
        starts: index of the first paragraph of each of its rows.
        stop: index behind its last paragraph.
        columns: how many there are.
        header: how many rows at the top consist of headings.
    """

    starts: tuple[int, ...]
    stop: int
    columns: int
    header: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its label, and the indices of its first paragraph and behind its last."""

    label: str
    start: int
    stop: int


# Indices of paragraphs that stand in boxes, in order, and these boxes.
Boxed = Sequence[tuple[int, tuple[Box, ...]]]


def tables_in(boxed: Boxed) -> tuple[Table, ...]:
    """The tables, by their number."""
    tables: dict[int, list[tuple[int, Cell]]] = {}
    for index, boxes in boxed:
        for box in boxes:
            if box.cell is not None:
                tables.setdefault(box.number, []).append((index, box.cell))
    return tuple(_table(cells) for _, cells in sorted(tables.items()))


def _table(cells: Sequence[tuple[int, Cell]]) -> Table:
    starts: dict[int, int] = {}  # by the row of the table
    body: set[int] = set()
    for index, cell in cells:
        starts.setdefault(cell.row, index)
        if not cell.head:
            body.add(cell.row)
    rows = list(starts)
    header = next((place for place, row in enumerate(rows) if row in body), len(rows))
    columns = max(cell.column + cell.columns for _, cell in cells)
    return Table(tuple(starts.values()), cells[-1][0] + 1, columns, header)


def notes_in(boxed: Boxed) -> tuple[Note, ...]:
    """The notes, by their number."""
    notes: dict[int, Note] = {}
    for index, boxes in boxed:
        for box in boxes:
            if box.kind is BoxKind.NOTE:
                start = notes[box.number].start if box.number in notes else index
                notes[box.number] = Note(box.label, start, index + 1)
    return tuple(note for _, note in sorted(notes.items()))
