"""Where rows, their cells and the texts in them are in the viewport."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Arrangement, arrange
from ui.reading.height_estimates import LengthEstimate
from ui.reading.model import ParallelModel
from ui.reading.row_heights import RowGeometry
from ui.reading.text_layout import CellLayout, Typesetter

# Side by side from so many characters a column on; below, one under the other.
_LEAST_COLUMN = 24


class RowLayout:
    """The rows of a model, laid out for the width of a scroll area. Coordinates are those of its viewport.

    Attributes:
        arrangement: how the columns share the width.
        heights: of the rows, exact or estimated; a fresh one after `start` and `arrange`.
    """

    def __init__(self, area: QAbstractScrollArea, model: ParallelModel, typesetter: Typesetter) -> None:
        """Lay out the rows of `model` for `area`, their texts set by `typesetter`."""
        self._viewport, self._bar = area.viewport(), area.verticalScrollBar()
        self._model, self._typesetter = model, typesetter
        self.start()

    # Changes

    def start(self) -> None:
        """Another text: nothing is known of its rows."""
        self.arrangement = self._arranged()
        self._estimate = LengthEstimate(self._model.row, self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._model.rowCount(), self._estimate)

    def arrange(self) -> None:
        """Another width, size or view: every row may have another height."""
        self._typesetter.forget_all()
        self.arrangement = self._arranged()
        self._estimate.arrange(self._typesetter, self.arrangement)
        self.heights = RowGeometry(self._model.rowCount(), self._estimate)

    def forget(self, rows: Iterable[int]) -> None:
        """These rows have another text."""
        rows = list(rows)
        self._typesetter.forget(rows)
        for row in rows:
            self._estimate.changed(row)
        self.heights.forget(rows)

    def measure(self, rows: Iterable[int]) -> None:
        """Give these rows their exact heights."""
        for row in rows:
            self.heights.set_exact(row, self._typesetter.height(row, self._model.row(row), self.arrangement))

    def _arranged(self) -> Arrangement:
        looks, characters = self._typesetter.looks, self._typesetter.character_width
        narrow = 2 * (_LEAST_COLUMN * characters + 76)
        return arrange(looks.view, self._viewport.width(), looks.split, self._typesetter.measure, narrow)

    # Rows

    @property
    def offset(self) -> int:
        """How far the rows are scrolled."""
        return self._bar.value()

    @property
    def height_of_screen(self) -> int:
        """How much of the rows is seen at once."""
        return self._viewport.height()

    def visible(self) -> range:
        """The rows on screen, also those of which only a part is."""
        return self.between(0, self._viewport.height() - 1)

    def between(self, top: float, bottom: float) -> range:
        """The rows between two heights of the viewport."""
        offset = self._bar.value()
        first = self.heights.row_at(max(int(top) + offset, 0))
        if first < 0:
            return range(0)
        last = self.heights.row_at(int(bottom) + offset)
        return range(first, (last if last >= 0 else self.heights.count - 1) + 1)

    def row_at(self, y: int) -> int:
        """The row at a height of the viewport; -1 below the last."""
        return self.heights.row_at(y + self._bar.value())

    def y(self, row: int) -> int:
        """Where a row begins."""
        return self.heights.top(row) - self._bar.value()

    def height(self, row: int) -> int:
        """How high a row is."""
        return self.heights.height(row)

    def area(self, row: int) -> QRectF:
        """The whole row."""
        return QRectF(0, self.y(row), self._viewport.width(), self.height(row))

    def position(self) -> tuple[int, float]:
        """The row at the top of the screen, and the share of it that has been scrolled past."""
        rows = self.visible()
        if not rows:
            return 0, 0.0
        return rows[0], -self.y(rows[0]) / self.height(rows[0])

    # Cells

    def cell(self, row: int, column: int) -> QRectF:
        """The part of a row that a column has; empty if the column is not shown."""
        if column not in self.arrangement.columns:
            return QRectF()
        band, area = self.arrangement.band(column), self.area(row)
        if not self.arrangement.stacked:
            return QRectF(band.left, area.top(), band.width, area.height())
        parting = self.text_origin(row, TARGET).y() - self._typesetter.between / 2
        top, bottom = (area.top(), parting) if column == SOURCE else (parting, area.bottom())
        return QRectF(band.left, top, band.width, bottom - top)

    def text(self, row: int, column: int) -> CellLayout:
        """The text of a cell that is shown, laid out."""
        band = self.arrangement.band(column)
        return self._typesetter.layout(row, self._model.row(row), column, band.text_width)

    def text_origin(self, row: int, column: int) -> QPointF:
        """The upper left corner of a cell's text."""
        content = self._model.row(row)
        left = self.arrangement.band(column).text_left + self._typesetter.indent(content)
        return QPointF(left, self.y(row) + self._typesetter.text_top(row, content, column, self.arrangement))

    def line_y(self, row: int, column: int, position: int) -> float:
        """Where the line with a code point is; of a column that is not shown, where the row begins."""
        if column not in self.arrangement.columns:
            return self.y(row)
        return self.text_origin(row, column).y() + self.text(row, column).point_of(position).y()
