"""The tables of a text as grids: which rows stand on one line, and each column's part of the width.

A line is a row of the text, or all rows of one row of a table. The original alone decides on the widths, so that an
arriving translation moves no cell, and cells face each other.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import accumulate, groupby
from math import ceil

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.parallel import Row
from reader.text import Box, Cell, Paragraph, Table

# At its best a column is as wide as nine of ten of its texts, up to this many characters, at least as its longest word.
_MOST, _LONGEST_WORD = 40, 18
# Room beside the text with what rounding takes, and the narrowest column, in characters.
BESIDE, _LEAST = 2.55, 5.0
# Where it can, a column has room for words of the translation that are longer than its own: short ones by some letters,
# but no more than twice as long ("Funn" becomes "Findings"), up to an ordinary word. At its best it has more.
_LETTERS_MORE, _ORDINARY, _LONGER = 5.0, 12.0, 1.3
# So many of the longest words are measured: the widest need not have the most letters.
_MEASURED = 6
# Short texts are wider than running text, with its many spaces.
_SHORT = 1.1
# Digits in groups stay together, if they can.
_GROUPS = re.compile(r"(?<=\d)[ \xa0\u202f](?=\d\d\d(?!\d))")
_SPACES = re.compile(r"[ \t\n]+")
# This many table rows are looked at.
_LOOKED_AT = 256


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
        best, ample, least: by column, its width in characters at its best, the one that the longest word of the
            translation is likely to need, and the one that its own longest word needs.
        heads: by column, the row of the text that is its head.
        open: by line, the columns of cells that go on below it.
        around: a paragraph with the indent of the table itself.
    """

    first: int
    count: int
    header: int
    best: tuple[float, ...]
    ample: tuple[float, ...]
    least: tuple[float, ...]
    heads: Mapping[int, int]
    open: Mapping[int, frozenset[int]]
    around: Paragraph

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.best)

    def is_narrow(self, room: float) -> bool:
        """Whether cells stand under each other in a width of so many characters: the longest words have no room."""
        return self.columns > 1 and room < sum(self.least)

    def edges(self, room: float) -> Sequence[float]:
        """Where columns begin and end in a width of so many characters, as parts of it.

        What its own longest words leave is for those of the translation; what these leave, columns with more text
        share, as in web pages.
        """
        widths = (
            _between(self.least, self.ample, room) if room < sum(self.ample) else _between(self.ample, self.best, room)
        )
        total = sum(widths)
        return [edge / total for edge in accumulate(widths, initial=0.0)]

    def open_at(self, line: int) -> frozenset[int]:
        """The columns of cells that go on below a line of the text."""
        return self.open.get(line - self.first, frozenset())


class Grid:
    """The lines of a text, and its tables; what a table looks like is found out when it is first asked for."""

    def __init__(
        self, row: Callable[[int], Row], rows: int, tables: Iterable[Table], width_of: Callable[[str, bool], float]
    ) -> None:
        """The grid of a text.

        Args:
            row: returns a row by its number.
            rows: how many there are.
            tables: the tables of the document.
            width_of: the width of a word, bold or not, in characters.
        """
        self._row, self._tables, self._width_of = row, _apart(tables), width_of
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
        columns = max(cell.column + cell.columns for cell, _ in self._cells(starts[0], table.stop))
        texts: list[list[tuple[str, bool]]] = [[] for _ in range(columns)]
        for cell, paragraph in self._cells(starts[0], starts[min(len(table.starts), _LOOKED_AT)]):
            if cell.columns == 1 and paragraph.text:
                texts[cell.column].append((paragraph.text, cell.head))
        least = tuple(self._least(found) for found in texts)
        ample = tuple(max(low, self._ample(found)) for found, low in zip(texts, least, strict=True))
        return TableGrid(
            first,
            len(table.starts),
            table.header,
            best=tuple(
                max(_best([text for text, _ in found]), width, _LONGER * low)
                for found, width, low in zip(texts, ample, least, strict=True)
            ),
            ample=ample,
            least=least,
            heads=self._heads(range(starts[0], starts[table.header])),
            open=self._open(range(starts[0], table.stop), first),
            around=around(self._row(starts[0]).source),
        )

    def _least(self, texts: Sequence[tuple[str, bool]]) -> float:
        """The width that the longest word of these texts needs, some of them bold, in characters."""
        return max(min(self._widest(_words(texts)), _LONGEST_WORD) + BESIDE, _LEAST)

    def _ample(self, texts: Sequence[tuple[str, bool]]) -> float:
        """The width that the longest word of their translations is likely to need; figures stay as long as they are."""
        widest = self._widest({word for word in _words(texts) if any(map(str.isalpha, word[0]))})
        return min(2 * widest, widest + _LETTERS_MORE, _ORDINARY) + BESIDE if widest else 0.0

    def _widest(self, words: Collection[tuple[str, bool]]) -> float:
        longest = nlargest(_MEASURED, words, key=lambda found: (len(found[0]), found[1], found[0]))
        return max((self._width_of(*word) for word in longest), default=0.0)

    def _cells(self, start: int, stop: int) -> Iterator[tuple[Cell, Paragraph]]:
        for row in range(start, stop):
            paragraph = self._row(row).source
            yield cell_of(paragraph), paragraph

    def _heads(self, rows: range) -> Mapping[int, int]:
        heads: dict[int, int] = {}
        for cell, beside in groupby(rows, lambda row: cell_of(self._row(row).source)):
            row = next((row for row in beside if self._row(row).source.text), None)
            if row is not None:
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


def box_of(paragraph: Paragraph) -> Box | None:
    """The box of the cell that a paragraph stands in: that of the outermost table."""
    return next((box for box in paragraph.within if box.cell is not None), None)


def cell_of(paragraph: Paragraph) -> Cell:
    """The cell of its line that a paragraph stands in."""
    box = box_of(paragraph)
    return box.cell if box is not None and box.cell is not None else _FIRST


_FIRST = Cell(0, 0)


def around(paragraph: Paragraph) -> Paragraph:
    """A paragraph where the table stands that this one stands in: its indent is that of the table."""
    within = paragraph.within
    index = next((index for index, box in enumerate(within) if box.cell is not None), 0)
    return Paragraph("", level=within[index].level if within else 0, within=within[:index])


def _apart(tables: Iterable[Table]) -> Sequence[Table]:
    """The tables one behind the other, without those in others."""
    apart: list[Table] = []
    for table in sorted(tables, key=lambda table: (table.starts[0], -table.stop)):
        if not apart or table.starts[0] >= apart[-1].stop:
            apart.append(table)
    return apart


def _words(texts: Iterable[tuple[str, bool]]) -> set[tuple[str, bool]]:
    """The words of these texts, some of them bold."""
    return {(word, bold) for text, bold in texts for word in _SPACES.split(_GROUPS.sub("\xa0", text))}


def _between(low: Sequence[float], high: Sequence[float], room: float) -> Sequence[float]:
    """Widths from `low` to `high` that together are `room`, or the ones nearest to it."""
    least, most = sum(low), sum(high)
    grown = min(max(room - least, 0.0) / (most - least), 1.0) if most > least else 0.0
    return [one + grown * (other - one) for one, other in zip(low, high, strict=True)]


def _best(texts: Sequence[str]) -> float:
    """The best width of a column with these texts, in characters."""
    lengths = sorted(max(map(len, text.split("\n"))) for text in texts)
    usual = lengths[ceil(0.9 * len(lengths)) - 1] * _SHORT if lengths else 0.0
    return min(usual, _MOST) + BESIDE
