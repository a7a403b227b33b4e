"""Estimated row heights, from text lengths: for the many rows never shown so far."""

from collections.abc import Callable, Iterable, Sequence
from operator import add, mul

from reader.late_dataclasses import dataclass
from reader.parallel import Row, State
from reader.text import Cell, Kind
from ui.reading.cell import GIVEN, SOURCE, TARGET
from ui.reading.columns import Arrangement
from ui.reading.grid import BESIDE, Grid, TableGrid
from ui.reading.row_heights import BLOCK
from ui.reading.slots import HEAD_HEIGHT, PADDING, Slots
from ui.reading.text_layout import Typesetter
from ui.reading.typography import style_of

# Lines are not filled completely: a paragraph's last line lacks half, the others half a word.
_UNFILLED = 0.55
_RAGGED = 1.04
# Hundreds of rows are asked about in a leap through a long text: members of an enumeration take long to look up.
_RULE, _PENDING = Kind.RULE, State.PENDING
# Tables are estimated anew when their width changes by this many characters.
_STEP = 4


@dataclass(slots=True)
class _Sums:
    """Sums that determine the height of some rows at any width.

    Attributes:
        spacing: white space above and below, in ems.
        scale: text sizes relative to the reading size.
        texts: of the columns in their order, characters times their size squared: larger text is both wider and higher;
            empty while there are none.
        longer: likewise, of the longest text of each row.
    """

    spacing: float = 0.0
    scale: float = 0.0
    texts: Sequence[float] = ()
    longer: float = 0.0

    def add(self, row: Row, columns: Sequence[int]) -> None:
        """Add a row below the others, with its texts in these columns."""
        style = style_of(row.source)
        self.spacing += style.above + style.below
        self.scale += style.scale
        if row.source.kind is _RULE:
            return
        texts = _sizes(row, columns, style.scale * style.scale)
        self.texts = list(map(add, self.texts, texts)) if self.texts else texts
        self.longer += max(texts)

    def add_all(self, others: Iterable["_Sums"]) -> None:
        """Add what others are together, one below the other."""
        for other in others:
            self.spacing += other.spacing
            self.scale += other.scale
            self.texts = _added(self.texts, other.texts)
            self.longer += other.longer

    def add_highest(self, others: Sequence["_Sums"]) -> None:
        """Add what others are together, side by side."""
        self.spacing += max(other.spacing for other in others)
        self.scale += max(other.scale for other in others)
        by_column = zip(*(other.texts for other in others if other.texts), strict=True)
        self.texts = _added(self.texts, [max(texts) for texts in by_column])
        self.longer += max(other.longer for other in others)

    def narrowed(self, characters: float, room: float) -> "_Sums":
        """The same in a cell for so many characters, of a table for `room` characters."""
        if self.longer < (1 - _UNFILLED) * characters:  # one line, whatever the width
            return _Sums(self.spacing, self.scale / _UNFILLED)
        more = room / characters
        return _Sums(self.spacing, self.scale, [size * more for size in self.texts], self.longer * more)


def _added(one: Sequence[float], other: Sequence[float]) -> Sequence[float]:
    return list(map(add, one, other)) if one and other else one or other


def _sizes(row: Row, columns: Sequence[int], each: float) -> list[float]:
    """How much room the texts of a row need in these columns; a missing translation is as long as its original."""
    original, sizes = len(row.source.text) * each, list[float]()
    for column in columns:
        if column == SOURCE:
            sizes.append(original)
        elif column == TARGET:
            sizes.append(len(row.target) * each if row.state is not _PENDING else original)
        elif (version := row.version(column)) is not None:
            sizes.append(len(version.text) * each)
        else:
            sizes.append(0.0 if column in GIVEN else original)
    return sizes


@dataclass(frozen=True, slots=True)
class _Shape:
    """A table as wide as so many characters, and the edges of its columns; without room, its cells are stacked."""

    table: TableGrid
    room: float
    edges: Sequence[float]

    def characters(self, cell: Cell) -> float:
        """How many characters fit a line of a cell."""
        part = self.edges[cell.column + cell.columns] - self.edges[cell.column]
        return max(part * self.room - BESIDE, 1.0)


class LengthEstimate:
    """Height estimates for the lines of a text in an arrangement."""

    def __init__(
        self,
        row: Callable[[int], Row],
        grid: Grid,
        slots: Slots,
        typesetter: Typesetter,
        arrangement: Arrangement,
    ) -> None:
        """Estimate the lines of `grid`.

        Args:
            row: returns a row by its number.
            grid: the lines.
            slots: knows the widths of tables.
            typesetter, arrangement: the text size and width.
        """
        self._row, self._grid, self._slots = row, grid, slots
        self._sums: dict[int, _Sums] = {}  # of blocks, by first line
        self._columns: tuple[int, ...] = ()
        # The tables in blocks, by first line, and their shapes; only of blocks with tables.
        self._tables: dict[int, dict[int, _Shape]] = {}
        self.arrange(typesetter, arrangement)

    def arrange(self, typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Use another text size or width from now on."""
        self._em, self._line = typesetter.em, typesetter.line_height
        self._between = typesetter.between
        width = typesetter.character_width * _RAGGED
        if self._columns != arrangement.columns:
            self._sums.clear()
            self._tables.clear()
        self._columns, self._stacked = arrangement.columns, arrangement.stacked
        # Lines per character, by column; with equal widths that of all.
        self._parts = [width / band.text_width for band in arrangement.bands.values()]
        self._part = self._parts[0] if len(set(self._parts)) == 1 else None

    def changed(self, line: int) -> None:
        """Note that a text on a line has changed."""
        self._sums.pop(line // BLOCK * BLOCK, None)

    def of_row(self, row: int) -> int:
        """The estimated height of one line."""
        sums = _Sums()
        self._add(row, sums, {})
        return max(round(self._height(sums, 1)), 1)

    def of_rows(self, start: int, stop: int) -> int:
        """The estimated total height of the lines of one block."""
        sums = self._sums.get(start)
        if sums is None or not self._holds(start):
            sums = self._sums[start] = _Sums()
            tables: dict[int, _Shape] = {}
            for line in range(start, stop):
                self._add(line, sums, tables)
            if tables:
                self._tables[start] = tables
        return round(self._height(sums, stop - start))

    def _holds(self, start: int) -> bool:
        """Whether the sums of a block hold: whether its tables are as wide as they were."""
        tables = self._tables.get(start)
        return tables is None or all(self._room(shape.table) == shape.room for shape in tables.values())

    def _room(self, table: TableGrid) -> float:
        """The width of a table in characters, roughly; 0 if its cells are under each other."""
        room = min(self._slots.room(table), sum(table.best))
        return 0.0 if self._slots.is_narrow(table) else max(_STEP * round(room / _STEP), 1.0)

    def _add(self, line: int, sums: _Sums, tables: dict[int, _Shape]) -> None:
        table = self._grid.table(line)
        if table is None:
            sums.add(self._row(self._grid.lines.first(line)), self._columns)
            return
        if table.first not in tables:
            room = self._room(table)
            tables[table.first] = _Shape(table, room, table.edges(room) if room else ())
        shape = tables[table.first]
        cells = [self._cell(cell, rows, shape) for cell, rows in self._grid.cells(line)]
        if shape.room:
            sums.add_highest(cells)
        else:
            sums.add_all(cells)

    def _cell(self, cell: Cell, rows: Iterable[int], shape: _Shape) -> _Sums:
        sums = _Sums(spacing=PADDING)
        for row in rows:
            one = _Sums()
            one.add(self._row(row), self._columns)
            sums.add_all([one.narrowed(shape.characters(cell), shape.room) if shape.room else one])
        if not shape.room and not cell.head and cell.column in shape.table.heads:
            sums.scale += HEAD_HEIGHT / _UNFILLED
        return sums

    def _height(self, sums: _Sums, rows: int) -> float:
        lines, gaps, count = _UNFILLED * sums.scale, 0.0, len(self._parts)
        if self._stacked:
            lines = sum(map(mul, sums.texts, self._parts)) + count * lines
            gaps = rows * self._between * (count - 1)
        # With equal widths the longer text of each row decides, otherwise the column with more lines.
        elif self._part is not None:
            lines += sums.longer * self._part
        else:
            lines += max(map(mul, sums.texts, self._parts), default=0.0)
        return sums.spacing * self._em + lines * self._line + gaps + rows
