"""Estimated row heights, from text lengths: for the many rows never shown so far."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.parallel import Row, State
from reader.text import Cell, Kind
from ui.reading.columns import Arrangement
from ui.reading.grid import Grid, TableGrid
from ui.reading.row_heights import BLOCK
from ui.reading.slots import HEAD_HEIGHT, PADDING
from ui.reading.text_layout import Typesetter
from ui.reading.typography import style_of

# Lines are not filled completely: a paragraph's last line lacks half, the others half a word.
_UNFILLED = 0.55
_RAGGED = 1.04


@dataclass(slots=True)
class _Sums:
    """Sums that determine the height of some rows at any width.

    Attributes:
        spacing: white space above and below, in ems.
        scale: text sizes relative to the reading size.
        source, target, longer: characters, each times its size squared: larger text is both wider and higher.
    """

    spacing: float = 0.0
    scale: float = 0.0
    source: float = 0.0
    target: float = 0.0
    longer: float = 0.0

    def add(self, row: Row) -> None:
        """Add a row below the others."""
        style = style_of(row.source)
        self.spacing += style.above + style.below
        self.scale += style.scale
        if row.source.kind is Kind.RULE:
            return
        square = style.scale * style.scale
        source = len(row.source.text) * square
        # A missing translation is assumed to be as long as its original.
        target = len(row.target) * square if row.state is not State.PENDING else source
        self.source += source
        self.target += target
        self.longer += max(source, target)

    def add_all(self, others: Iterable["_Sums"]) -> None:
        """Add what others are together, one below the other."""
        for other in others:
            for name in _NAMES:
                setattr(self, name, getattr(self, name) + getattr(other, name))

    def add_highest(self, others: Sequence["_Sums"]) -> None:
        """Add what others are together, side by side."""
        for name in _NAMES:
            setattr(self, name, getattr(self, name) + max((getattr(other, name) for other in others), default=0.0))

    def narrowed(self, share: float, at_best: float) -> "_Sums":
        """The same in a part of the width, which at its best holds so many characters."""
        longer = self.longer / share
        if self.longer < (1 - _UNFILLED) * at_best:  # one line, whatever the width
            return _Sums(self.spacing, self.scale / _UNFILLED)
        return _Sums(self.spacing, self.scale, self.source / share, self.target / share, longer)


_NAMES = ("spacing", "scale", "source", "target", "longer")


class LengthEstimate:
    """Height estimates for the lines of a text in an arrangement."""

    def __init__(
        self,
        row: Callable[[int], Row],
        grid: Grid,
        is_narrow: Callable[[TableGrid], bool],
        typesetter: Typesetter,
        arrangement: Arrangement,
    ) -> None:
        """Estimate the lines of `grid`.

        Args:
            row: returns a row by its number.
            grid: the lines.
            is_narrow: whether the cells of a table stand under each other, at the width of the arrangement.
            typesetter, arrangement: the text size and width.
        """
        self._row, self._grid, self._is_narrow = row, grid, is_narrow
        self._sums: dict[int, _Sums] = {}  # of blocks, by first line
        # The tables in blocks, by first line, and whether they were narrow; only of blocks with tables.
        self._tables: dict[int, dict[int, tuple[TableGrid, bool]]] = {}
        self.arrange(typesetter, arrangement)

    def arrange(self, typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Use another text size or width from now on."""
        self._em, self._line = typesetter.em, typesetter.line_height
        self._between = typesetter.between
        self._arrangement = arrangement
        width = typesetter.character_width * _RAGGED
        bands = arrangement.bands
        # Lines per character, by column.
        self._lines = [width / band.text_width if band else 0.0 for band in bands]

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
            tables: dict[int, tuple[TableGrid, bool]] = {}
            for line in range(start, stop):
                self._add(line, sums, tables)
            if tables:
                self._tables[start] = tables
        return round(self._height(sums, stop - start))

    def _holds(self, start: int) -> bool:
        """Whether the sums of a block hold: whether its tables stand as they did."""
        tables = self._tables.get(start)
        return tables is None or all(self._is_narrow(table) is narrow for table, narrow in tables.values())

    def _add(self, line: int, sums: _Sums, tables: dict[int, tuple[TableGrid, bool]]) -> None:
        table = self._grid.table(line)
        if table is None:
            sums.add(self._row(self._grid.lines.first(line)))
            return
        narrow = self._is_narrow(table)
        tables[table.first] = table, narrow
        cells = [self._cell(cell, rows, table, narrow=narrow) for cell, rows in self._grid.cells(line)]
        if narrow:
            sums.add_all(cells)
        else:
            sums.add_highest(cells)

    def _cell(self, cell: Cell, rows: Iterable[int], table: TableGrid, *, narrow: bool) -> _Sums:
        share, at_best = (1.0, 0.0) if narrow else (table.share(cell), table.characters(cell))
        sums = _Sums(spacing=PADDING)
        for row in rows:
            one = _Sums()
            one.add(self._row(row))
            sums.add_all([one.narrowed(share, at_best)])
        if narrow and not cell.head and cell.column in table.heads:
            sums.scale += HEAD_HEIGHT / _UNFILLED
        return sums

    def _height(self, sums: _Sums, rows: int) -> float:
        source, target = self._lines
        unfilled = _UNFILLED * sums.scale
        if self._arrangement.stacked:
            lines = sums.source * source + sums.target * target + 2 * unfilled
            gaps = rows * self._between
        else:
            # With equal widths the longer text of each row decides, otherwise the column with more lines.
            same = source == target
            lines = sums.longer * source if same else max(sums.source * source, sums.target * target)
            lines += unfilled
            gaps = 0.0
        return sums.spacing * self._em + lines * self._line + gaps + rows
