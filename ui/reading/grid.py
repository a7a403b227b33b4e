"""The tables of a text as grids: which rows stand on one line, and each column's part of the width.

A line is a row of the text, or all rows of one row of a table. The original alone decides on the widths, so that an
arriving translation moves no cell, and cells face each other.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from math import ceil

from reader.parallel import Row
from reader.text import Cell, Paragraph, Table

# A column is as wide as nine of ten of its texts, between its longest word and this many characters.
_MOST, _LONGEST_WORD = 40, 18
# Room beside the text, and the narrowest column, in characters.
BESIDE, _LEAST = 2, 5
# This many table rows are looked at.
_LOOKED_AT = 256
# The indent of an item, in characters.
_ITEM = 3


class Lines:
    """The lines of a text: each is one row, or all rows of one row of a table."""

    def __init__(self, rows: int, tables: Sequence[Table]) -> None:
        """The lines of so many rows, where `tables` stand one behind the other."""
        # The first row of each line, and the number of rows; None if each row is a line.
        self._firsts: array[int] | None = None
        self.count = rows
        if not tables:
            return
        firsts, behind = array("q"), 0
        for table in tables:
            firsts.extend(range(behind, table.starts[0]))
            firsts.extend(table.starts)
            behind = table.stop
        firsts.extend(range(behind, rows + 1))
        self._firsts, self.count = firsts, len(firsts) - 1

    def of(self, row: int) -> int:
        """The line that a row stands on."""
        return row if self._firsts is None else bisect_right(self._firsts, row) - 1

    def first(self, line: int) -> int:
        """The first row of a line."""
        return line if self._firsts is None else self._firsts[line]

    def rows(self, line: int) -> range:
        """The rows of a line."""
        return self.span(range(line, line + 1))

    def span(self, lines: range) -> range:
        """The rows of consecutive lines."""
        return lines if self._firsts is None else range(self._firsts[lines.start], self._firsts[lines.stop])


@dataclass(frozen=True, slots=True)
class TableGrid:
    """A table of the text. Its lines and columns count from 0.

    Attributes:
        first, count: its first line in the text, and how many it has.
        header: how many of them, at the top, are heads.
        weights: by column, its width in characters at its best; the grid is as wide as its text, whatever that is.
        words: by column, the length of its longest word.
        heads: by column, the row of the text that is its head.
        open: by line, the columns of cells that go on below it.
        around: a paragraph with the indent of the table itself.
    """

    first: int
    count: int
    header: int
    weights: tuple[int, ...]
    words: tuple[int, ...]
    heads: Mapping[int, int]
    open: Mapping[int, frozenset[int]]
    around: Paragraph
    edges: tuple[float, ...] = field(init=False)  # of the columns, as parts of the width

    def __post_init__(self) -> None:
        """Add up the widths."""
        total = sum(self.weights)
        object.__setattr__(self, "edges", tuple(edge / total for edge in accumulate(self.weights, initial=0)))

    def share(self, cell: Cell) -> float:
        """The part of the width that a cell has for its text, at its best."""
        return self.characters(cell) / sum(self.weights)

    def characters(self, cell: Cell) -> int:
        """How many characters a cell has room for in a line, at its best."""
        return max(sum(self.weights[cell.column : cell.column + cell.columns]) - BESIDE, 1)

    def open_at(self, line: int) -> frozenset[int]:
        """The columns of cells that go on below a line of the text."""
        return self.open.get(line - self.first, frozenset())


class Grid:
    """The lines of a text, and its tables; what a table looks like is found out when it is first asked for."""

    def __init__(self, row: Callable[[int], Row], rows: int, tables: Iterable[Table]) -> None:
        """The grid of so many rows, which `row` returns by number, with `tables`."""
        self._row, self._tables = row, _apart(tables)
        self.lines = Lines(rows, self._tables)
        self._firsts = [self.lines.of(table.starts[0]) for table in self._tables]
        self._made: dict[int, TableGrid] = {}

    def table(self, line: int) -> TableGrid | None:
        """The table that a line of the text belongs to."""
        if not self._tables:
            return None
        number = bisect_right(self._firsts, line) - 1
        if number < 0 or line >= self._firsts[number] + len(self._tables[number].starts):
            return None
        if number not in self._made:
            self._made[number] = self._table(number)
        return self._made[number]

    def _table(self, number: int) -> TableGrid:
        table, first = self._tables[number], self._firsts[number]
        starts = (*table.starts, table.stop)
        texts: list[list[str]] = [[] for _ in range(table.columns)]
        for cell, paragraph in self._cells(starts[0], starts[min(len(table.starts), _LOOKED_AT)]):
            if cell.columns == 1 and paragraph.text:
                texts[cell.column].append(" " * _ITEM * paragraph.level + paragraph.text)
        return TableGrid(
            first,
            len(table.starts),
            table.header,
            weights=tuple(map(_weight, texts)),
            words=tuple(map(_longest_word, texts)),
            heads=self._heads(range(starts[0], starts[table.header])),
            open=self._open(range(starts[0], table.stop), first),
            around=around(self._row(starts[0]).source),
        )

    def _cells(self, start: int, stop: int) -> Iterator[tuple[Cell, Paragraph]]:
        for row in range(start, stop):
            paragraph = self._row(row).source
            yield cell_of(paragraph), paragraph

    def _heads(self, rows: range) -> Mapping[int, int]:
        heads: dict[int, int] = {}
        for row, (cell, paragraph) in zip(rows, self._cells(rows.start, rows.stop), strict=True):
            if paragraph.text:
                heads |= dict.fromkeys(range(cell.column, cell.column + cell.columns), row)
        return heads

    def _open(self, rows: range, first: int) -> Mapping[int, frozenset[int]]:
        found: dict[int, frozenset[int]] = {}
        last = self.lines.of(rows[-1]) - first
        for row, (cell, _) in zip(rows, self._cells(rows.start, rows.stop), strict=True):
            if cell.rows > 1:
                line, columns = self.lines.of(row) - first, frozenset(range(cell.column, cell.column + cell.columns))
                for below in range(line, min(line + cell.rows - 1, last)):
                    found[below] = found.get(below, frozenset()) | columns
        return found

    def cells(self, line: int) -> Iterator[tuple[Cell, Sequence[int]]]:
        """The cells that begin on a line of a table, and the rows in each."""
        for cell, rows in groupby(self.lines.rows(line), lambda row: cell_of(self._row(row).source)):
            yield cell, tuple(rows)


def cell_of(paragraph: Paragraph) -> Cell:
    """The cell of the line that a paragraph stands in."""
    return next((box.cell for box in paragraph.within if box.cell is not None), Cell(0, 0))


def around(paragraph: Paragraph) -> Paragraph:
    """A paragraph where the table stands that this one stands in: its indent is that of the table."""
    within = paragraph.within
    index = next((index for index, box in enumerate(within) if box.cell is not None), 0)
    return Paragraph("", level=within[index].level if within else 0, within=within[:index])


def _apart(tables: Iterable[Table]) -> Sequence[Table]:
    """The tables one behind the other, without those in others."""
    apart: list[Table] = []
    for table in sorted(tables, key=lambda table: table.starts[0]):
        if not apart or table.starts[0] >= apart[-1].stop:
            apart.append(table)
    return apart


def _weight(texts: Sequence[str]) -> int:
    """The width of a column with these texts, in characters."""
    lengths = sorted(map(_length, texts))
    usual = lengths[ceil(0.9 * len(lengths)) - 1] if lengths else 0
    return max(min(max(usual, min(_longest_word(texts), _LONGEST_WORD)), _MOST) + BESIDE, _LEAST)


def _length(text: str) -> int:
    return max(map(len, text.split("\n")))


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)
