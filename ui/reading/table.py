"""A table whose rows are placed by a layout: only what Qt and screen readers need of a table."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from reader.parallel import ParallelText
from ui.reading.header import ColumnHeader
from ui.reading.highlights import Highlights
from ui.reading.hit_test import HitTest
from ui.reading.model import Index, ParallelModel
from ui.reading.painter import RowPainter
from ui.reading.painter_grid import TablePainter
from ui.reading.pictures import Pictures
from ui.reading.reading_line import Anchor, ReadingLine
from ui.reading.row_layout import RowLayout
from ui.reading.scroller import Scroller
from ui.reading.style import Looks
from ui.reading.text_layout import Typesetter
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool


class RowTable(QTableView):
    """Paints and scrolls the rows of a parallel text; Qt's own geometry cannot cope with hundreds of thousands of rows.

    Attributes:
        hits: finds the text at a point of the viewport.
    """

    visible_rows_changed = Signal(object)  # range

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self._model = ParallelModel()
        self._header = ColumnHeader(self)
        self._typesetter = Typesetter(looks)
        self._highlights = Highlights()
        self._painter = RowPainter(self._typesetter, self._model, self._highlights)
        self._table_painter = TablePainter(self._painter, self._typesetter, self._model, self._highlights)
        self._layout = RowLayout(self, self._model, self._typesetter)
        self._line = ReadingLine(self._layout, self._model, self._highlights)
        self._scroller = Scroller(self, self._layout, self._typesetter, self._line)
        self.hits = HitTest(self._model, self._layout)
        self._model.show_columns(looks.columns)
        self._model.compared.found.connect(self._update_cell)
        self.setModel(self._model)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # What is shown

    def show_text(self, text: ParallelText | None, *, at: tuple[int, float] = (0, 0.0)) -> None:
        """Show another text from a row on, with the given fraction of it scrolled past (see `position`)."""
        self._typesetter.begin(text.document.paragraphs if text is not None else ())
        if self._typesetter.pictures is not None:
            self._typesetter.pictures.begin(text.document if text is not None else None)
        self._painter.forget()
        self._highlights.clear()
        self._model.set_text(text)
        self._scroller.show_from(*at)
        self._arranged()
        self.visible_rows_changed.emit(self._layout.visible())

    def show_pictures(self, pool: Pool) -> None:
        """Show the pictures of documents, read in `pool`, from the next text on."""
        self._typesetter.pictures = Pictures(pool, self)
        self._typesetter.pictures.changed.connect(self._on_pictures)

    @guarded
    def _on_pictures(self, rows: Sequence[int]) -> None:
        self._scroller.changed(rows)
        self.viewport().update()

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """Update these rows, whose translations have changed."""
        self._painter.forget(rows)
        self._scroller.changed(rows)
        self._model.rows_changed(rows)

    @property
    def looks(self) -> Looks:
        """The current colours, sizes and visible columns."""
        return self._typesetter.looks

    def configure(self, looks: Looks) -> None:
        """Change colours, sizes or visible columns."""
        before = self.looks
        self._painter.forget()
        if _same_heights(looks, before):
            self._typesetter.recolour(looks)
        else:
            anchor = self._line.anchor()
            self._typesetter.configure(looks)
            self._model.show_columns(looks.columns)
            self._arrange_anew(anchor)
        self.viewport().update()
        self._header.viewport().update()

    def _arrange_anew(self, anchor: Anchor | None) -> None:
        self._scroller.arrange_anew(anchor)
        self._arranged()

    def _arranged(self) -> None:
        """The columns have other places: name them, and scroll sideways as far as the page is wider than the screen."""
        arrangement, across = self._layout.arrangement, self.horizontalScrollBar()
        self._header.arrange(arrangement)
        beyond = math.ceil(arrangement.width) - self.viewport().width()
        across.setPageStep(self.viewport().width())
        across.setSingleStep(round(self._typesetter.line_height))
        across.setRange(0, max(beyond, 0))
        wanted = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if beyond > 0 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if wanted is not self.horizontalScrollBarPolicy():
            self.setHorizontalScrollBarPolicy(wanted)

    # Position

    @property
    def settled(self) -> bool:
        """Whether nothing is left to measure or compare."""
        return self._scroller.idle and self._model.compared.idle

    def position(self) -> tuple[int, float]:
        """The row at the top of the screen, and the fraction of it scrolled past."""
        return self._layout.position()

    def top_row(self) -> int:
        """The first row on screen; 0 if there is none."""
        return self._layout.visible().start

    def height_of_lines(self, count: int) -> int:
        """The height in pixels in which so many lines are seen below the header."""
        return self._header.height() + math.ceil(count * self._typesetter.line_height)

    def update_row(self, row: int) -> None:
        """Repaint a row, if it exists and is on screen."""
        if row in self._layout.visible():
            for area in self._layout.areas(row):
                self.viewport().update(area.toRect())

    @guarded
    def _update_cell(self, row: int, column: int) -> None:
        if row in self._layout.visible():
            self.viewport().update(self._layout.cell(row, column).toAlignedRect())

    # Overrides of Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that need it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._typesetter.looks.theme.colour("paper"))
        left = self._layout.left
        painter.translate(left, 0)  # rows are painted where they are on the page
        region = event.region().translated(round(-left), 0)
        exposed = QRectF(event.rect()).translated(-left, 0)
        rows = self._layout.between(event.rect().top(), event.rect().bottom())
        self._painter.keep(len(rows) * len(self._layout.arrangement.columns))
        for row in rows:
            cells = self._layout.table_line(row)
            if cells is None:
                area = self._layout.area(row).translated(-left, 0)
                self._painter.paint(painter, row, area, self._layout.arrangement, exposed)
            elif row == next(iter(cells.slots)):
                self._table_painter.paint(painter, cells, self._layout.y(row), region)

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll what is painted, and measure what comes into view."""
        self.viewport().scroll(dx, dy)
        self._header.setOffset(self.horizontalScrollBar().value())
        self._scroller.settle()
        self.visible_rows_changed.emit(self._layout.visible())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again: a new width means new lines and heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange_anew(self._line.anchor())
        else:
            self._scroller.resized()

    @guarded
    def updateGeometries(self) -> None:
        """Place only the header; rows are placed by the layout."""
        height = self._header.height()
        self.setViewportMargins(0, height, 0, 0)
        area = self.viewport().geometry()
        self._header.setGeometry(area.left(), area.top() - height, area.width(), height)

    @guarded
    def visualRect(self, index: Index) -> QRect:
        """The rectangle of a cell in the viewport."""
        return self._layout.cell(index.row(), index.column()).toRect() if index.isValid() else QRect()

    @guarded
    def indexAt(self, point: QPoint) -> Index:  # type: ignore[override]
        """The cell at a point of the viewport."""
        cell = self.hits.cell_at(QPointF(point))
        return self._model.index(*cell) if cell else self._model.index(-1, -1)

    @guarded
    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Nothing: the table's own selection is not used."""
        return QRegion()

    @guarded
    def verticalOffset(self) -> int:
        """How far the rows are scrolled, in pixels."""
        return self.verticalScrollBar().value()

    @guarded
    def horizontalOffset(self) -> int:
        """How far the columns are scrolled, in pixels."""
        return self.horizontalScrollBar().value()

    @guarded
    def rowAt(self, y: int) -> int:
        """The row at a vertical position of the viewport; -1 below the last."""
        return self._layout.row_at(y)

    @guarded
    def rowHeight(self, row: int) -> int:
        """The height of a row."""
        return self._layout.height(row)

    @guarded
    def rowViewportPosition(self, row: int) -> int:
        """The vertical position in the viewport where a row begins."""
        return self._layout.y(row)

    @guarded
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Do nothing: Qt would bring whole rows into view, which here can be higher than the screen."""


def _same_heights(looks: Looks, before: Looks) -> bool:
    """Whether every line has the same letters at the same height as before, if perhaps not as far apart."""
    kept = {name: getattr(before, name) for name in ("theme", "blur", "highlight_words", "justified")}
    return replace(looks, **kept) == before
