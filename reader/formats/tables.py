"""The cells of a table as a file has them, given their places in a grid, or dissolved into paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import chain, groupby

from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Cell, Kind, Paragraph

# A row of a table is measured in one go when it is shown, so larger ones are read as paragraphs.
WIDEST = 64
_MOST_PARAGRAPHS = 200
_MOST_CHARACTERS = 20_000
# How many cells may be added to short rows: in a table so many for each that there is, and some; in all tables of a
# document so many, and one for each that there is.
_MOST_FOR_EACH, _SOME, _MOST_ADDED = 8, 64, 100_000

# A paragraph and its index in the list that it was read into; -1 for one that has been added.
Placed = tuple[int, Paragraph]


@dataclass(slots=True)
class OpenCell:
    """A cell as it is read: its place and size, and the indices of its first paragraph and behind its last."""

    row: int = 0
    height: int = 1
    width: int = 1
    head: bool = False
    align: str = ""
    start: int = 0
    stop: int = 0
    column: int = -1


@dataclass(slots=True)
class OpenTable:
    """A table as it is read.

    Attributes:
        start, stop: indices of its first paragraph and behind its last.
        level: how many list items are around it.
        within: the boxes around it.
        begun: how many rows have begun.
        cells: in the order of the file.
        inner: the tables in its cells.
        layout: whether it is marked as one that only arranges.
        head: whether the rows that follow are heads.
        wide: whether a row has too many cells; no more are kept then.
        in_row: how many columns the cells of the row that has begun cover.
    """

    start: int
    level: int
    within: tuple[Box, ...]
    begun: int = 0
    cells: list[OpenCell] = field(default_factory=list)
    inner: list["OpenTable"] = field(default_factory=list)
    layout: bool = False
    wide: bool = False
    head: bool = False
    stop: int = 0
    in_row: int = 0

    def add(self, cell: OpenCell) -> None:
        """A further cell of the row that has begun."""
        self.in_row += cell.width
        self.wide = self.wide or self.in_row > WIDEST
        if not self.wide:
            self.cells.append(cell)

    def begin_row(self) -> None:
        """A further row."""
        self.begun += 1
        self.in_row = 0


def plain_kind(within: Sequence[Box]) -> Kind:
    """The kind of a plain paragraph in these boxes: that of the innermost quote, cell or note."""
    return next((_PLAIN[box.kind] for box in reversed(within) if box.kind in _PLAIN), Kind.PARAGRAPH)


_PLAIN = {BoxKind.QUOTE: Kind.QUOTE, BoxKind.CELL: Kind.TABLE_CELL, BoxKind.NOTE: Kind.NOTE}


@dataclass(slots=True)
class Layout:
    """Lays tables out, and counts: `tables` that are kept, cells `added` and those there were, tables too `wide`."""

    tables: int = 0
    added: int = 0
    cells: int = 0
    wide: int = 0

    def laid(self, table: OpenTable, paragraphs: Sequence[Paragraph]) -> Iterable[Placed]:
        """The paragraphs of a table, in the list `paragraphs`, with their boxes."""
        if _is_arrangement(table):
            return self._dissolved(table, paragraphs)
        if table.wide or not _place(table.cells) or _overfull(table, paragraphs) or not self._may_add(table):
            self.wide += 1
            return self._dissolved(table, paragraphs)
        self.tables += 1
        return chain(_loose(table, paragraphs), _boxed(table, paragraphs, self.tables - 1))

    def _may_add(self, table: OpenTable) -> bool:
        size = max(cell.row + cell.height for cell in table.cells) * _columns(table)
        missing = size - sum(cell.height * cell.width for cell in table.cells)
        self.cells += len(table.cells)
        some = _MOST_FOR_EACH * len(table.cells) + _SOME
        if missing > some or self.added + missing > _MOST_ADDED + self.cells:
            return False
        self.added += missing
        return True

    def _dissolved(self, table: OpenTable, paragraphs: Sequence[Paragraph]) -> Iterator[Placed]:
        """The paragraphs without their cells; tables in it stand by themselves."""
        position = table.start
        for inner in table.inner:
            yield from _without_cells(table, paragraphs, range(position, inner.start))
            inner.level += table.level
            yield from self.laid(inner, paragraphs)
            position = inner.stop
        yield from _without_cells(table, paragraphs, range(position, table.stop))


def _is_arrangement(table: OpenTable) -> bool:
    """Whether a table only arranges what is in it."""
    if table.layout or table.wide:
        return table.layout
    if len(table.cells) < 2:
        return True
    return bool(table.inner) and (table.cells[0].row == table.cells[-1].row or _widest(table.cells) == 1)


def _widest(cells: Sequence[OpenCell]) -> int:
    return max(len(list(row)) for _, row in groupby(cells, lambda cell: cell.row))


def _columns(table: OpenTable) -> int:
    return max(cell.column + cell.width for cell in table.cells)


def _loose(table: OpenTable, paragraphs: Sequence[Paragraph]) -> Iterator[Placed]:
    """What stands in the table but in no cell, captions for example: it goes before it."""
    position = table.start
    for start, stop in [*((cell.start, cell.stop) for cell in table.cells), (table.stop, table.stop)]:
        yield from ((index, paragraphs[index]) for index in range(position, start))
        position = stop


def _without_cells(table: OpenTable, paragraphs: Sequence[Paragraph], indices: range) -> Iterator[Placed]:
    """What stood in cells, as if it stood where the table does."""
    for index in indices:
        paragraph = paragraphs[index]
        if paragraph.kind is Kind.TABLE_CELL:
            paragraph = replace(paragraph, kind=plain_kind(paragraph.within))
        yield index, _raised(paragraph, len(table.within), table.level)


def _raised(paragraph: Paragraph, outer: int, by: int) -> Paragraph:
    """A paragraph of a cell that is gone, under the list items that are around the table."""
    if not by:
        return paragraph
    boxes = (*paragraph.within[:outer], *(replace(b, level=b.level + by) for b in paragraph.within[outer:]))
    heading = paragraph.kind in (Kind.TITLE, Kind.HEADING)
    return replace(paragraph, within=boxes, level=paragraph.level + (0 if heading else by))


def _overfull(table: OpenTable, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a row has too many paragraphs or characters."""
    for _, row in groupby(table.cells, lambda cell: cell.row):
        found = [paragraphs[index] for cell in row for index in range(cell.start, cell.stop)]
        if len(found) > _MOST_PARAGRAPHS or sum(len(p.text) for p in found) > _MOST_CHARACTERS:
            return True
    return False


def _place(cells: Sequence[OpenCell]) -> bool:
    """Give each cell its column: the first that no cell above reaches into; none overlap, and no row or column in
    which none begins is left. Whether there are few enough columns."""
    taken: dict[int, int] = {}  # by the column: the first row that is free again
    for _, row in groupby(cells, lambda cell: cell.row):
        column = 0
        for cell in row:
            while taken.get(column, 0) > cell.row:
                column += 1
            cell.column = column
            free = (n for n in range(1, cell.width) if taken.get(column + n, 0) > cell.row)
            cell.width = next(free, cell.width)
            cell.height = min(cell.height, cells[-1].row - cell.row + 1)
            taken.update(dict.fromkeys(range(column, column + cell.width), cell.row + cell.height))
            column += cell.width
            if column > WIDEST:
                return False
    _close_up(cells)
    return True


def _close_up(cells: Sequence[OpenCell]) -> None:
    """Drop the rows and columns in which no cell begins."""
    rows = _numbered({cell.row for cell in cells}, max(cell.row + cell.height for cell in cells))
    columns = _numbered({cell.column for cell in cells}, max(cell.column + cell.width for cell in cells))
    for cell in cells:
        row, column = rows[cell.row], columns[cell.column]
        cell.height, cell.width = rows[cell.row + cell.height] - row, columns[cell.column + cell.width] - column
        cell.row, cell.column = row, column


def _numbered(used: set[int], stop: int) -> list[int]:
    """For each number up to `stop` how many used ones are below it."""
    numbers = [0]
    for number in range(stop):
        numbers.append(numbers[-1] + (number in used))
    return numbers


def _boxed(table: OpenTable, paragraphs: Sequence[Paragraph], number: int) -> Iterator[Placed]:
    """The paragraphs of all cells, row by row; a cell without any, and one that is missing, is an empty one."""
    columns, cells = _columns(table), iter(table.cells)
    taken, aligned = [0] * columns, {cell.column: cell.align for cell in reversed(table.cells)}
    cell = next(cells, None)
    for row in range(table.cells[-1].row + 1):
        head = cell is not None and cell.head
        column = 0
        while column < columns:
            if cell is not None and (cell.row, cell.column) == (row, column):
                yield from _content(table, paragraphs, cell, number)
                taken[column : column + cell.width] = [row + cell.height] * cell.width
                column += cell.width
                cell = next(cells, None)
                continue
            if taken[column] <= row:
                place = Cell(row, column, head=head, align=aligned.get(column, ""))
                yield -1, Paragraph("", Kind.TABLE_CELL, within=_box(table, place, number))
            column += 1


def _content(table: OpenTable, paragraphs: Sequence[Paragraph], cell: OpenCell, number: int) -> Iterator[Placed]:
    place = Cell(cell.row, cell.column, cell.height, cell.width, cell.head, cell.align)
    within, outer = _box(table, place, number), len(table.within)
    if cell.start == cell.stop:
        yield -1, Paragraph("", Kind.TABLE_CELL, within=within)
    for index in range(cell.start, cell.stop):
        p = paragraphs[index]
        yield index, Paragraph(p.text, p.kind, p.marks, p.level, p.marker, within + p.within[outer:])


def _box(table: OpenTable, cell: Cell, number: int) -> tuple[Box, ...]:
    return (*table.within, Box(BoxKind.CELL, number, table.level, cell=cell))
