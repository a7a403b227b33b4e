"""Positions of rows, cells and their texts in the viewport."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reading.columns import Arrangement, arrange, label_room
from ui.reading.grid import Grid
from ui.reading.height_estimates import LengthEstimate
from ui.reading.model import ParallelModel
from ui.reading.row_heights import RowGeometry
from ui.reading.slots import Slot, Slots, TableLine
from ui.reading.text_layout import CellLayout, Typesetter, columns_of


class RowLayout:
    """The rows of a model, laid out for the width of a scroll area. Coordinates are those of its viewport.

    Attributes:
        arrangement: how the columns share the width.
        heights: of the lines, exact or estimated; replaced by `start` and `arrange`. Lines are counted only here.
    """

    def __init__(self, area: QAbstractScrollArea, model: ParallelModel, typesetter: Typesetter) -> None:
        """Lay out the rows of `model` for `area`, their texts laid out by `typesetter`."""
        self._viewport, self._bar, self._across = area.viewport(), area.verticalScrollBar(), area.horizontalScrollBar()
        self._model, self._typesetter = model, typesetter
        self.start()

    # Changes

    def start(self) -> None:
        """Start over with another text."""
        self.arrangement = self._arranged()
        row, self.count = self._model.row, self._model.rowCount()
        self._grid = Grid(row, self.count, self._model.tables, self._typesetter.characters)
        self._lines = self._grid.lines
        self._slots = Slots(self._typesetter, row, self._grid, self.arrangement)
        self._estimate = LengthEstimate(row, self._grid, self._slots, self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._lines.count, self._estimate)

    def arrange(self) -> None:
        """Adapt to another width, size or view: every row may have another height."""
        self._typesetter.forget_all()
        self.arrangement = self._arranged()
        self._slots.arrange(self.arrangement)
        self._estimate.arrange(self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._lines.count, self._estimate)

    def forget(self, rows: Iterable[int]) -> None:
        """Forget the layout of these rows: their text has changed."""
        rows = list(rows)
        self._typesetter.forget(rows)
        lines = self._lines_of(rows)
        self._slots.forget(lines)
        for line in lines:
            self._estimate.changed(line)
        self.heights.forget(lines)

    def measure(self, rows: Iterable[int]) -> None:
        """Measure the exact heights of the lines of these rows."""
        for line in self._lines_of(rows):
            self.heights.set_exact(line, self._measured(line))

    def is_exact(self, row: int) -> bool:
        """Whether the line of a row has been measured."""
        return self.heights.is_exact(self._lines.of(row))

    def keep_visible(self) -> None:
        """Keep room for what is on screen, in every cache."""
        lines = self._lines_between(0, self._viewport.height() - 1)
        self._slots.keep(len(lines))
        self._typesetter.keep(len(self._lines.span(lines)) * len(self.arrangement.columns))

    def _measured(self, line: int) -> int:
        cells = self._slots.line(line)
        if cells is not None:
            return cells.height
        row = self._lines.first(line)
        return self._typesetter.height(row, self._model.row(row), self.arrangement)

    def _lines_of(self, rows: Iterable[int]) -> Collection[int]:
        return dict.fromkeys(map(self._lines.of, rows))

    def _arranged(self) -> Arrangement:
        setter = self._typesetter
        width, measure = self._viewport.width(), setter.measure
        room = label_room(self._model.last_label, setter.em)
        arrangement = arrange(setter.looks.wanted, width, measure, setter.character_width, setter.em, room)
        setter.first = arrangement.columns[0] if arrangement.stacked else None
        return arrangement

    # Rows

    @property
    def offset(self) -> int:
        """How far the rows are scrolled, in pixels."""
        return self._bar.value()

    @property
    def left(self) -> float:
        """Where the page begins: left of the screen if it is wider than that, and scrolled."""
        return -float(self._across.value())

    @property
    def height_of_screen(self) -> int:
        """The visible height, in pixels."""
        return self._viewport.height()

    @property
    def line_height(self) -> float:
        """The height of a line of text, in pixels."""
        return self._typesetter.line_height

    def visible(self) -> range:
        """The rows of the lines on screen, including partly visible ones."""
        return self.between(0, self._viewport.height() - 1)

    def between(self, top: float, bottom: float) -> range:
        """The rows of the lines between two vertical positions of the viewport."""
        return self._lines.span(self._lines_between(top, bottom))

    def _lines_between(self, top: float, bottom: float) -> range:
        offset = self._bar.value()
        first = self.heights.row_at(max(int(top) + offset, 0))
        if first < 0:
            return range(0)
        last = self.heights.row_at(int(bottom) + offset)
        return range(first, (last if last >= 0 else self.heights.count - 1) + 1)

    def beside(self, row: int) -> range:
        """The rows of a row's line."""
        return self._lines.rows(self._lines.of(row))

    def row_at(self, y: int) -> int:
        """The first row of the line at a vertical position of the viewport; -1 below the last."""
        line = self.heights.row_at(y + self._bar.value())
        return self._lines.first(line) if line >= 0 else -1

    def top(self, row: int) -> int:
        """The position where the line of a row begins, from the top of the text."""
        return self.heights.top(self._lines.of(row))

    def y(self, row: int) -> int:
        """The vertical position where the line of a row begins."""
        return self.top(row) - self._bar.value()

    def height(self, row: int) -> int:
        """The height of a row's line."""
        return self.heights.height(self._lines.of(row))

    def area(self, row: int) -> QRectF:
        """The rectangle of a row's whole line."""
        return QRectF(self.left, self.y(row), max(self._viewport.width(), self.arrangement.width), self.height(row))

    def position(self) -> tuple[int, float]:
        """The first row of the line at the top of the screen, and the fraction of it scrolled past."""
        rows = self.visible()
        if not rows:
            return 0, 0.0
        return rows[0], -self.y(rows[0]) / self.height(rows[0])

    # Cells

    def table_line(self, row: int) -> TableLine | None:
        """The line of a row in a table; None for any other row."""
        return self._slots.line(self._lines.of(row))

    def slot(self, row: int) -> Slot:
        """Where a row stands in its line."""
        cells = self.table_line(row)
        return cells.slots[row] if cells else Slot(0, self.height(row), self.arrangement)

    def areas(self, row: int) -> Sequence[QRectF]:
        """What has to be painted for a row: all of its line, or its cells."""
        cells = self.table_line(row)
        if cells is None:
            return [self.area(row)]
        return [cells.slots[row].rect(c).translated(self.left, self.y(row)) for c in self.arrangement.columns]

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column of the cell under a point."""
        line = self.heights.row_at(int(point.y()) + self._bar.value())
        if line < 0:
            return None
        first, cells = self._lines.first(line), self._slots.line(line)
        inside = point - QPointF(self.left, self.y(first))
        for column, band in self.arrangement.bands.items():
            if band.left <= inside.x() < band.left + band.width:
                row = cells.row_at(inside, column) if cells else first
                if row is not None and self._spans(self.cell(row, column), point.y()):
                    return row, column
        return None

    def row_near(self, point: QPointF, column: int) -> int | None:
        """The row of a visible column nearest to a point; None without rows."""
        if not self.count:
            return None
        line = self.heights.row_at(int(point.y()) + self._bar.value())
        line = line if line >= 0 else self._lines.count - 1
        first, cells = self._lines.first(line), self._slots.line(line)
        if cells is None:
            return first
        inside = point - QPointF(self.left, self.y(first))
        found = cells.row_at(inside, column)
        return found if found is not None else cells.row_near(inside, column)

    @staticmethod
    def _spans(cell: QRectF, y: float) -> bool:
        return cell.top() <= y <= cell.bottom()

    def cell(self, row: int, column: int) -> QRectF:
        """The rectangle of a row's cell in a column; empty if the column is hidden."""
        if column not in self.arrangement.columns:
            return QRectF()
        slot = self.slot(row)
        area = slot.rect(column).translated(self.left, self.y(row))
        if not self.arrangement.stacked:
            return area
        shown = columns_of(self._model.row(row), self.arrangement)
        if column not in shown:
            return QRectF(area.left(), area.bottom(), area.width(), 0)
        place = shown.index(column)
        top = area.top() if place == 0 else self._parting(row, column)
        bottom = area.bottom() if place == len(shown) - 1 else self._parting(row, shown[place + 1])
        return QRectF(area.left(), top, area.width(), bottom - top)

    def _parting(self, row: int, column: int) -> float:
        """Where the part of a text below another begins."""
        return self.text_origin(row, column).y() - self._typesetter.between / 2

    def text(self, row: int, column: int) -> CellLayout:
        """The laid-out text of a visible cell."""
        band = self.slot(row).arrangement.band(column)
        return self._typesetter.layout(row, self._model.row(row), column, band.text_width)

    def text_origin(self, row: int, column: int) -> QPointF:
        """The upper left corner of a cell's text."""
        content, slot = self._model.row(row), self.slot(row)
        band = slot.arrangement.band(column)
        indent = self._typesetter.layout(row, content, column, band.text_width).indents.text
        left = self.left + band.text_left + slot.aside.get(column, 0.0) + indent
        top = slot.top + slot.lead + self._typesetter.text_top(row, content, column, slot.arrangement)
        return QPointF(left, self.y(row) + top)

    def text_bottom(self, row: int, column: int) -> float:
        """Where a cell's text ends."""
        return self.text_origin(row, column).y() + self.text(row, column).height

    def line_y(self, row: int, column: int, position: int) -> float:
        """The vertical position of the line with a code point; of the row if the column is hidden."""
        if column not in self.arrangement.columns:
            return self.y(row)
        return self.text_origin(row, column).y() + self.text(row, column).point_of(position).y()
