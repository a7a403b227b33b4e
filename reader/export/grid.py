"""The tables among the blocks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from reader.export.blocks import Block
from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Cell

# In characters. Where the cells of both texts would be narrower, the two tables stand one under the other.
NARROWEST = 18


class Boxed(Protocol):
    """What stands in boxes: a block or a paragraph."""

    @property
    def within(self) -> tuple[Box, ...]:
        """The boxes, outermost first."""


_T = TypeVar("_T", bound=Boxed)
# Rows of cells, with what is in each cell.
Rows = tuple[tuple[tuple[Cell, tuple[_T, ...]], ...], ...]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table and its blocks, at least one; the block of an empty cell is `blank`."""

    cell: Cell
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        number: of the table in the document, from 0.
        around: the boxes that the table stands in, outermost first.
        level: how many list items are around it.
        rows: its rows, and the cells that begin in each, from left to right.
        columns: how many there are.
        header: how many rows at the top consist of headings.
    """

    number: int
    around: tuple[Box, ...]
    level: int
    rows: tuple[tuple[GridCell, ...], ...]
    columns: int
    header: int

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all cells, in order."""
        return (block for row in self.rows for cell in row for block in cell.blocks)

    @property
    def index(self) -> int:
        """Index of its first row in the parallel text."""
        return self.rows[0][0].blocks[0].index

    def fits(self, characters: int, texts: int = 2) -> bool:
        """Whether so many `texts` of the table have room side by side in a line of `characters`."""
        return characters // (self.columns * texts) >= NARROWEST


def grouped(found: Iterable[Block]) -> Iterator[Block | Grid]:
    """The blocks in order, those of each table as one grid. A table in a cell is part of that cell."""
    for place, group in groupby(found, key=table_place):
        if place is None:
            yield from group
        else:
            yield _grid(place, tuple(group))


def table_place(boxed: Boxed) -> tuple[int, int] | None:
    """The number of the outermost table that something stands in, and how many boxes are around that table."""
    if not boxed.within:
        return None
    return next(((box.number, depth) for depth, box in enumerate(boxed.within) if box.kind is BoxKind.CELL), None)


def rows_of_cells(inside: Iterable[_T], depth: int) -> Rows[_T]:
    """The rows of a table and the cells that begin in each, from left to right.

    Args:
        inside: what stands in the table.
        depth: how many boxes are around the table.
    """
    rows: dict[int, dict[int, tuple[Cell, list[_T]]]] = {}
    for each in inside:
        cell = each.within[depth].cell or Cell(0, 0)
        rows.setdefault(cell.row, {}).setdefault(cell.column, (cell, []))[1].append(each)
    return tuple(tuple((cell, tuple(own)) for _, (cell, own) in sorted(row.items())) for _, row in sorted(rows.items()))


def size_of(rows: Rows[_T]) -> tuple[int, int]:
    """How many columns a table has, and how many rows at its top consist of headings."""
    columns = max(cell.column + cell.columns for row in rows for cell, _ in row)
    body = (place for place, row in enumerate(rows) if not all(cell.head for cell, _ in row))
    return columns, next(body, len(rows))


def _grid(place: tuple[int, int], blocks: Sequence[Block]) -> Grid:
    number, depth = place
    rows = rows_of_cells(blocks, depth)
    cells = tuple(tuple(GridCell(*each) for each in row) for row in rows)
    first = blocks[0].within
    return Grid(number, first[:depth], first[depth].level, cells, *size_of(rows))
