"""Where the rows of a line stand in it: one place for a row of prose, a grid for a row of a table.

A cell is laid out like a small page: its slot has an arrangement of its own, by which its texts are placed and painted.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from reader.late_dataclasses import dataclass
from reader.parallel import Row
from reader.text import BoxKind, Cell
from ui.reading.columns import Arrangement, Band
from ui.reading.grid import Grid, TableGrid
from ui.reading.text_layout import Typesetter, columns_of

# A slot begins this many pixels left of its text: room for the bar.
_INSET = 8
# Right of the text there are so many characters, at least so many pixels: room for the sign.
_BESIDE, _LEAST_BESIDE = 2, 18
# White space at the top and bottom of a table row, and above and below a table, in ems.
_WITHIN, _OUTSIDE = 0.16, 0.35
PADDING = 2 * _WITHIN
# The height of a column's head above a cell that stands under another, relative to a line.
HEAD_HEIGHT = 0.85
# The line under a table row.
RULE = 1
_KEPT = 200


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a row stands in its line; in pixels.

    Attributes:
        top: from the top of the line.
        height: of the whole slot.
        arrangement: of its texts, as if it were a page.
        lead: free above its texts.
        head: the row with the head of its column, shown above its texts.
        aside: by column, how far the text stands from its left edge.
    """

    top: int
    height: int
    arrangement: Arrangement
    lead: int = 0
    head: int | None = None
    aside: Mapping[int, float] = field(default_factory=dict)

    @property
    def bottom(self) -> int:
        """Where it ends, from the top of the line."""
        return self.top + self.height

    def holds(self, x: float, y: float, column: int) -> bool:
        """Whether it covers a point of its line, in a visible column."""
        band = self.arrangement.band(column)
        return self.top <= y < self.bottom and band.left <= x < band.left + band.width

    def rect(self, column: int) -> QRectF:
        """What it covers of its line, in a visible column."""
        band = self.arrangement.band(column)
        return QRectF(band.left, self.top, band.width, self.height)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table, in pixels from its top.

    Attributes:
        height: of the line.
        foot: where its cells end.
        slots: by row.
        closed: where there is a line at its foot, from left to right.
        bands: by column, what the whole table covers.
        ends_heads: whether it is the last of the table's heads.
        lines: beside the quotes and asides that the table stands in: where, and whether of an aside.
    """

    height: int
    foot: int
    slots: Mapping[int, Slot]
    closed: Sequence[tuple[float, float]]
    bands: Mapping[int, Band]
    ends_heads: bool
    lines: Sequence[tuple[float, bool]]

    def row_at(self, point: QPointF, column: int) -> int | None:
        """The row of the cell at a point, in a visible column; beside the table, of the nearest cell."""
        whole = self.bands[column]
        x = min(max(point.x(), whole.left), whole.left + whole.width - 1)
        return next((row for row, slot in self.slots.items() if slot.holds(x, point.y(), column)), None)

    def row_near(self, point: QPointF, column: int) -> int:
        """The row of the cell nearest to a point, in a visible column."""

        def distance(row: int) -> float:
            area = self.slots[row].rect(column)
            beside = max(area.left() - point.x(), point.x() - area.right(), 0)
            return beside + max(area.top() - point.y(), point.y() - area.bottom(), 0)

        return min(self.slots, key=distance)


class Slots:
    """Places the cells of tables on their lines, and keeps recent lines."""

    def __init__(self, typesetter: Typesetter, row: Callable[[int], Row], grid: Grid, arrangement: Arrangement) -> None:
        """Place the rows of `grid`, which `row` returns by number, on a page with this arrangement."""
        self._typesetter, self._row, self._grid = typesetter, row, grid
        self._kept: OrderedDict[int, TableLine] = OrderedDict()
        self._room = _KEPT
        self.arrange(arrangement)

    def arrange(self, arrangement: Arrangement) -> None:
        """Use another width or text size from now on."""
        self._page = arrangement
        self._narrow: dict[int, bool] = {}
        self._all_edges: dict[tuple[int, int], Sequence[float]] = {}
        self._kept.clear()
        self._beside = max(_BESIDE * self._typesetter.character_width, _LEAST_BESIDE)
        self._within, self._outside = (round(ems * self._typesetter.em) for ems in (_WITHIN, _OUTSIDE))

    def keep(self, lines: int) -> None:
        """Keep room for several times this many lines: those on screen."""
        self._room = max(_KEPT, 3 * lines)

    def forget(self, lines: Iterable[int]) -> None:
        """Place these lines anew: a text on them has changed."""
        for line in lines:
            self._kept.pop(line, None)

    def line(self, line: int) -> TableLine | None:
        """The places on a line; None if it is not one of a table."""
        table = self._grid.table(line)
        if table is None:
            return None
        found = self._kept.get(line)
        if found is None:
            found = self._kept[line] = self._placed(line, table)
            if len(self._kept) > self._room:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(line)
        return found

    # The width

    def is_narrow(self, table: TableGrid) -> bool:
        """Whether the cells of a table stand under each other, as its words have no room beside each other."""
        found = self._narrow.get(table.first)
        if found is None:
            found = self._narrow[table.first] = table.is_narrow(self.room(table))
        return found

    def room(self, table: TableGrid) -> float:
        """The width of a table in characters, in the narrowest column of the page."""
        width = min(self._whole(table, column).text_width for column in self._page.columns)
        return (width + self._beside) / self._typesetter.character_width

    def _whole(self, table: TableGrid, column: int) -> Band:
        """What a whole table covers in a column of the page."""
        page = self._page.band(column)
        indent = self._typesetter.indents(table.around, page.text_width).text
        left, width = page.text_left + indent, page.text_width - indent
        return self._clipped(left - _INSET, left + width + self._beside - _INSET, left, width, column)

    def _clipped(self, left: float, right: float, text_left: float, text_width: float, column: int) -> Band:
        """A band that does not reach into what is beside the page."""
        page = self._page.band(column)
        return Band(left, min(right, page.left + page.width) - left, text_left, max(text_width, 1.0))

    def _edges(self, table: TableGrid, column: int) -> Sequence[float]:
        """Where the texts of a table begin in a column of the page, and where a next one would, in pixels."""
        edges = self._all_edges.get((table.first, column))
        if edges is None:
            whole = self._whole(table, column)  # beside which the last column has its room
            parts = table.edges(self.room(table))
            edges = [whole.text_left + round(part * (whole.text_width + self._beside)) for part in parts]
            self._all_edges[table.first, column] = edges
        return edges

    def _band(self, cell: Cell, table: TableGrid, column: int) -> Band:
        """What a cell covers in a column of the page."""
        if self.is_narrow(table):
            return self._whole(table, column)
        edges = self._edges(table, column)
        left, right = edges[cell.column], edges[cell.column + cell.columns]
        return self._clipped(left - _INSET, right - _INSET, left, right - left - self._beside, column)

    # The height

    def _placed(self, line: int, table: TableGrid) -> TableLine:
        narrow, top = self.is_narrow(table), self._outside if line == table.first else 0
        slots: dict[int, Slot] = {}
        lasts, foot = [], top
        for cell, rows in self._grid.cells(line):
            pile = self._pile(cell, rows, table, self._head(cell, line, table) if narrow else None)
            start = foot if narrow else top
            slots |= {row: replace(slot, top=start + slot.top) for row, slot in pile.items()}
            lasts.append(rows[-1])
            foot = max(foot, slots[rows[-1]].bottom)
        for last in () if narrow else lasts:  # cells reach to the foot of their row
            slots[last] = replace(slots[last], height=foot - slots[last].top)
        below = self._outside if line == table.first + table.count - 1 else 0
        ends_heads = line == table.first + table.header - 1
        bands = {column: self._whole(table, column) for column in self._page.columns}
        return TableLine(
            foot + RULE + below,
            foot,
            slots,
            tuple(self._closed(line, table)),
            bands,
            ends_heads,
            self._beside_it(table),
        )

    def _head(self, cell: Cell, line: int, table: TableGrid) -> int | None:
        """The row with the head of a cell's column."""
        return None if cell.head or line < table.first + table.header else table.heads.get(cell.column)

    def _pile(self, cell: Cell, rows: Sequence[int], table: TableGrid, head: int | None) -> Mapping[int, Slot]:
        """The slots of a cell's rows, one under the other from 0."""
        page, narrow = self._page, self.is_narrow(table)
        arrangement = Arrangement(page.view, {column: self._band(cell, table, column) for column in page.columns})
        slots: dict[int, Slot] = {}
        top = 0
        for row in rows:
            first, last, content = row == rows[0], row == rows[-1], self._row(row)
            lead = self._within if first else 0
            if first and head is not None and content.source.text:  # else it stands in place of the text
                lead += round(HEAD_HEIGHT * self._typesetter.line_height)
            height = lead + self._typesetter.height(row, content, arrangement) + (self._within if last else 0)
            aside = {} if narrow else self._aside(row, content, cell.align, arrangement)
            slots[row] = Slot(top, height, arrangement, lead, head if first else None, aside)
            top += height
        return slots

    def _aside(self, number: int, row: Row, align: str, arrangement: Arrangement) -> Mapping[int, float]:
        """How far the texts of a cell stand from their left edge; items of a list stand under each other."""
        if align not in ("r", "c") or row.source.level or row.source.marker:
            return _AT_LEFT
        widths = {column: arrangement.band(column).text_width for column in columns_of(row, arrangement)}
        return {c: self._typesetter.layout(number, row, c, width).free(align) for c, width in widths.items()}

    def _beside_it(self, table: TableGrid) -> Sequence[tuple[float, bool]]:
        if not table.around.within:
            return ()
        bands = [self._page.band(column) for column in self._shown_apart]
        return [
            (band.text_left + line.left, line.box.kind is BoxKind.ASIDE)
            for band in bands
            for line in self._typesetter.indents(table.around, band.text_width).lines
        ]

    @property
    def _shown_apart(self) -> Sequence[int]:
        """The columns that stand beside each other."""
        return self._page.columns[:1] if self._page.stacked else self._page.columns

    def _closed(self, line: int, table: TableGrid) -> Iterator[tuple[float, float]]:
        """Where there is a line below a table row: not in cells that go on."""
        open_columns = table.open_at(line) if not self.is_narrow(table) else ()
        for edges in (self._edges(table, column) for column in self._shown_apart):
            for going_on, found in groupby(range(table.columns), open_columns.__contains__):
                if not going_on:
                    stretch = list(found)
                    yield edges[stretch[0]], min(edges[stretch[-1] + 1], edges[-1] - self._beside)


_AT_LEFT: Mapping[int, float] = {}
