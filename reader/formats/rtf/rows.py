"""The tables of a story: its paragraphs, and the ends of cells and rows among them, put into rows and cells."""

from collections.abc import Sequence
from dataclasses import field

from reader.formats.rtf.content import CellEnd, CellShape, Item, Paragraph, RowEnd, RowShape
from reader.late_dataclasses import dataclass

# A page shows no difference between edges that are so near each other, in twips.
_NEAR = 40


@dataclass(slots=True, eq=False)
class TableRow:
    """A row of a table: what is in its cells, and what is said of it."""

    cells: "list[list[Block]]" = field(default_factory=list)
    shape: RowShape | None = None


@dataclass(slots=True, eq=False)
class Table:
    """A table."""

    rows: list[TableRow] = field(default_factory=list)


Block = Paragraph | Table


@dataclass(slots=True, eq=False)
class _Open:
    """A table that is open, the row that is, and what is in the cell that is."""

    table: Table
    row: TableRow = field(default_factory=TableRow)
    cell: list[Block] = field(default_factory=list)


def blocks_of(items: Sequence[Item]) -> list[Block]:
    """The paragraphs and tables of a story, in order."""
    return _Blocks().read(items)


class _Blocks:
    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[_Open] = []

    def read(self, items: Sequence[Item]) -> list[Block]:
        """Put all items in their places."""
        for item in items:
            self._go(item.depth)
            if isinstance(item, Paragraph):
                self._here.append(item)
            elif isinstance(item, CellEnd):
                self._end_cell()
            else:
                self._end_row(item)
        self._go(0)
        return self._blocks

    @property
    def _here(self) -> list[Block]:
        return self._open[-1].cell if self._open else self._blocks

    def _go(self, depth: int) -> None:
        """Open and close tables until so many are open."""
        while len(self._open) > depth:
            self._end_row(None)
            self._open.pop()
        while len(self._open) < depth:
            table = Table()
            self._here.append(table)
            self._open.append(_Open(table))

    def _end_cell(self) -> None:
        opened = self._open[-1]
        opened.row.cells.append(opened.cell)
        opened.cell = []

    def _end_row(self, end: RowEnd | None) -> None:
        opened = self._open[-1]
        if opened.cell:
            self._end_cell()
        if opened.row.cells:
            opened.row.shape = end.shape if end is not None else None
            opened.table.rows.append(opened.row)
            opened.row = TableRow()


@dataclass(slots=True)
class Place:
    """Where a cell stands: its first column, how many it covers, and whether it goes on with another."""

    column: int
    width: int
    down: str = ""
    more: bool = False


def places_of(table: Table) -> list[list[Place]]:
    """Where the cells of each row stand."""
    said = [row.shape.cells if row.shape is not None else [] for row in table.rows]
    different = list({id(cells): cells for cells in said}.values())  # many rows may have one list
    edges = _edges(different) if len({tuple(_ends(cells)) for cells in different}) > 1 else []
    return [_places(row, cells, edges) for row, cells in zip(table.rows, said, strict=True)]


def _ends(cells: Sequence[CellShape]) -> list[int]:
    return [cell.end for cell in cells]


def _edges(said: Sequence[Sequence[CellShape]]) -> list[int]:
    """The right edges of all cells, each once."""
    edges: list[int] = []
    for edge in sorted({cell.end for cells in said for cell in cells}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _places(row: TableRow, cells: Sequence[CellShape], edges: Sequence[int]) -> list[Place]:
    from bisect import bisect_left

    found, column = list[Place](), 0
    for number in range(len(row.cells)):
        shape = cells[number] if number < len(cells) else None
        stop = column + 1
        if shape is not None and edges:
            stop = max(bisect_left(edges, shape.end - _NEAR) + 1, stop)
        found.append(
            Place(column, stop - column, shape.down if shape else "", shape is not None and shape.right == "more")
        )
        column = stop
    return found
