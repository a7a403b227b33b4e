"""Estimated row heights, from text lengths: for the many rows never shown so far."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from reader.late_dataclasses import dataclass
from reader.parallel import Column, Row, State
from reader.text import Cell, Kind
from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Arrangement
from ui.reading.grid import BESIDE, Grid, TableGrid
from ui.reading.row_heights import BLOCK
from ui.reading.slots import HEAD_HEIGHT, PADDING, Slots
from ui.reading.text_layout import Typesetter
from ui.reading.typography import style_of

# Lines are not filled completely: a paragraph's last line lacks half, the others half a word.
_UNFILLED = 0.55
_RAGGED = 1.04
# Tables are estimated anew when their width changes by this many characters.
_STEP = 4


@dataclass(slots=True)
class _Sums:
    """Sums that determine the height of some rows at any width.

    Attributes:
        spacing: white space above and below, in ems.
        scale: text sizes relative to the reading size.
        texts: by column, characters times their size squared: larger text is both wider and higher.
        longer: likewise, of the longest text of each row.
    """

    spacing: float = 0.0
    scale: float = 0.0
    texts: dict[int, float] = field(default_factory=dict)
    longer: float = 0.0

    def add(self, row: Row, columns: Sequence[int]) -> None:
        """Add a row below the others, with its texts in these columns."""
        style = style_of(row.source)
        self.spacing += style.above + style.below
        self.scale += style.scale
        if row.source.kind is Kind.RULE:
            return
        square = style.scale * style.scale
        longest = 0.0
        for column in columns:
            size = _length(row, column) * square
            self.texts[column] = self.texts.get(column, 0.0) + size
            longest = max(longest, size)
        self.longer += longest

    def add_all(self, others: Iterable["_Sums"]) -> None:
        """Add what others are together, one below the other."""
        for other in others:
            self.spacing += other.spacing
            self.scale += other.scale
            for column, size in other.texts.items():
                self.texts[column] = self.texts.get(column, 0.0) + size
            self.longer += other.longer

    def add_highest(self, others: Sequence["_Sums"]) -> None:
        """Add what others are together, side by side."""
        self.spacing += max(other.spacing for other in others)
        self.scale += max(other.scale for other in others)
        for column in {column for other in others for column in other.texts}:
            highest = max(other.texts.get(column, 0.0) for other in others)
            self.texts[column] = self.texts.get(column, 0.0) + highest
        self.longer += max(other.longer for other in others)

    def narrowed(self, characters: float, room: float) -> "_Sums":
        """The same in a cell for so many characters, of a table for `room` characters."""
        if self.longer < (1 - _UNFILLED) * characters:  # one line, whatever the width
            return _Sums(self.spacing, self.scale / _UNFILLED)
        more = room / characters
        texts = {column: size * more for column, size in self.texts.items()}
        return _Sums(self.spacing, self.scale, texts, self.longer * more)


def _length(row: Row, column: int) -> int:
    """How many characters a row has in a column; a missing translation is assumed to be as long as its original."""
    if column == SOURCE:
        return len(row.source.text)
    if column == TARGET:
        return len(row.target) if row.state is not State.PENDING else len(row.source.text)
    version = row.version(column)
    if version is not None:
        return len(version.text)
    return 0 if column in (Column.REFERENCE, Column.NOTES) else len(row.source.text)


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
        self._lines: dict[int, float] = {}
        # The tables in blocks, by first line, and their shapes; only of blocks with tables.
        self._tables: dict[int, dict[int, _Shape]] = {}
        self.arrange(typesetter, arrangement)

    def arrange(self, typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Use another text size or width from now on."""
        self._em, self._line = typesetter.em, typesetter.line_height
        self._between = typesetter.between
        self._arrangement = arrangement
        width = typesetter.character_width * _RAGGED
        if tuple(self._lines) != arrangement.columns:
            self._sums.clear()
            self._tables.clear()
        # Lines per character, by column.
        self._lines = {column: width / band.text_width for column, band in arrangement.bands.items()}

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
            sums.add(self._row(self._grid.lines.first(line)), self._arrangement.columns)
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
            one.add(self._row(row), self._arrangement.columns)
            sums.add_all([one.narrowed(shape.characters(cell), shape.room) if shape.room else one])
        if not shape.room and not cell.head and cell.column in shape.table.heads:
            sums.scale += HEAD_HEIGHT / _UNFILLED
        return sums

    def _height(self, sums: _Sums, rows: int) -> float:
        unfilled, each = _UNFILLED * sums.scale, self._lines
        filled = [sums.texts.get(column, 0.0) * part for column, part in each.items()]
        if self._arrangement.stacked:
            lines = sum(filled) + len(each) * unfilled
            gaps = rows * self._between * (len(each) - 1)
        else:
            # With equal widths the longer text of each row decides, otherwise the column with more lines.
            part = next(iter(each.values()))
            same = all(other == part for other in each.values())
            lines = (sums.longer * part if same else max(filled)) + unfilled
            gaps = 0.0
        return sums.spacing * self._em + lines * self._line + gaps + rows
