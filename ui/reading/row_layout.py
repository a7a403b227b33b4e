"""Positions of rows, cells and their texts in the viewport."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Arrangement, arrange
from ui.reading.height_estimates import LengthEstimate
from ui.reading.model import ParallelModel
from ui.reading.row_heights import RowGeometry
from ui.reading.text_layout import CellLayout, Typesetter

# The least characters per column for side by side; with fewer, texts are stacked.
_LEAST_COLUMN = 24


class RowLayout:
    """The rows of a model, laid out for the width of a scroll area. Coordinates are those of its viewport.

    Attributes:
        arrangement: how the columns share the width.
        heights: of the rows, exact or estimated; replaced by `start` and `arrange`.
    """

    def __init__(self, area: QAbstractScrollArea, model: ParallelModel, typesetter: Typesetter) -> None:
        """Lay out the rows of `model` for `area`, their texts laid out by `typesetter`."""
        self._viewport, self._bar = area.viewport(), area.verticalScrollBar()
        self._model, self._typesetter = model, typesetter
        self.start()

    # Changes

    def start(self) -> None:
        """Start over with another text."""
        self.arrangement = self._arranged()
        self._estimate = LengthEstimate(self._model.row, self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._model.rowCount(), self._estimate)

    def arrange(self) -> None:
        """Adapt to another width, size or view: every row may have another height."""
        self._typesetter.forget_all()
        self.arrangement = self._arranged()
        self._estimate.arrange(self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._model.rowCount(), self._estimate)

    def forget(self, rows: Iterable[int]) -> None:
        """Forget the layout of these rows: their text has changed."""
        rows = list(rows)
        self._typesetter.forget(rows)
        for row in rows:
            self._estimate.changed(row)
        self.heights.forget(rows)

    def measure(self, rows: Iterable[int]) -> None:
        """Measure the exact heights of these rows."""
        for row in rows:
            self.heights.set_exact(row, self._typesetter.height(row, self._model.row(row), self.arrangement))

    def _arranged(self) -> Arrangement:
        looks, characters = self._typesetter.looks, self._typesetter.character_width
        narrow = 2 * (_LEAST_COLUMN * characters + 76)
        arrangement = arrange(looks.view, self._viewport.width(), looks.split, self._typesetter.measure, narrow)
        self._typesetter.stacked = arrangement.stacked
        return arrangement

    # Rows

    @property
    def offset(self) -> int:
        """How far the rows are scrolled, in pixels."""
        return self._bar.value()

    @property
    def height_of_screen(self) -> int:
        """The visible height, in pixels."""
        return self._viewport.height()

    def visible(self) -> range:
        """The rows on screen, including partly visible ones."""
        return self.between(0, self._viewport.height() - 1)

    def between(self, top: float, bottom: float) -> range:
        """The rows between two vertical positions of the viewport."""
        offset = self._bar.value()
        first = self.heights.row_at(max(int(top) + offset, 0))
        if first < 0:
            return range(0)
        last = self.heights.row_at(int(bottom) + offset)
        return range(first, (last if last >= 0 else self.heights.count - 1) + 1)

    def row_at(self, y: int) -> int:
        """The row at a vertical position of the viewport; -1 below the last."""
        return self.heights.row_at(y + self._bar.value())

    def y(self, row: int) -> int:
        """The vertical position where a row begins."""
        return self.heights.top(row) - self._bar.value()

    def height(self, row: int) -> int:
        """The height of a row."""
        return self.heights.height(row)

    def area(self, row: int) -> QRectF:
        """The rectangle of the whole row."""
        return QRectF(0, self.y(row), self._viewport.width(), self.height(row))

    def position(self) -> tuple[int, float]:
        """The row at the top of the screen, and the fraction of it scrolled past."""
        rows = self.visible()
        if not rows:
            return 0, 0.0
        return rows[0], -self.y(rows[0]) / self.height(rows[0])

    # Cells

    def cell(self, row: int, column: int) -> QRectF:
        """The rectangle of a row's cell in a column; empty if the column is hidden."""
        if column not in self.arrangement.columns:
            return QRectF()
        band, area = self.arrangement.band(column), self.area(row)
        if not self.arrangement.stacked:
            return QRectF(band.left, area.top(), band.width, area.height())
        parting = self.text_origin(row, TARGET).y() - self._typesetter.between / 2
        top, bottom = (area.top(), parting) if column == SOURCE else (parting, area.bottom())
        return QRectF(band.left, top, band.width, bottom - top)

    def text(self, row: int, column: int) -> CellLayout:
        """The laid-out text of a visible cell."""
        band = self.arrangement.band(column)
        return self._typesetter.layout(row, self._model.row(row), column, band.text_width)

    def text_origin(self, row: int, column: int) -> QPointF:
        """The upper left corner of a cell's text."""
        content = self._model.row(row)
        left = self.arrangement.band(column).text_left + self.text(row, column).indents.text
        return QPointF(left, self.y(row) + self._typesetter.text_top(row, content, column, self.arrangement))

    def line_y(self, row: int, column: int, position: int) -> float:
        """The vertical position of the line with a code point; of the row if the column is hidden."""
        if column not in self.arrangement.columns:
            return self.y(row)
        return self.text_origin(row, column).y() + self.text(row, column).point_of(position).y()
