"""The header above the columns: what stands in each, and boundaries that can be dragged."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.reading.columns import Arrangement
from ui.toolkit.guard import guarded

_HEIGHT = 34
# The least width of a column, in pixels, to which it can be dragged.
_LEAST = 60.0
# White space behind a name, in pixels.
_GAP = 12


class ColumnHeader(QHeaderView):
    """Names each column above the left edge of its text; `widths_dragged` carries the new widths of those shown."""

    widths_dragged = Signal(object)  # tuple[float, ...]

    def __init__(self, parent: QWidget) -> None:
        """A header without an arrangement."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._arrangement: Arrangement | None = None
        self._placing = False
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)
        self.setStretchLastSection(False)
        self.setFixedHeight(_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.sectionResized.connect(self._on_resized)

    def arrange(self, arrangement: Arrangement) -> None:
        """Place the names above the texts."""
        self._arrangement = arrangement
        self._placing = True
        shown = arrangement.columns if arrangement.beside else arrangement.columns[:1]
        for place, column in enumerate(shown):
            self.moveSection(self.visualIndex(column), place)
        for column in range(self.count()):
            self.resizeSection(column, round(arrangement.band(column).width) if column in shown else 0)
            dragged = column in shown[:-1]
            self.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if dragged else QHeaderView.ResizeMode.Fixed
            )
        self._placing = False
        self.viewport().update()

    @guarded
    def _on_resized(self, section: int, _old: int, new: int) -> None:
        arrangement = self._arrangement
        if self._placing or arrangement is None or section not in arrangement.columns[:-1]:
            return
        place = arrangement.columns.index(section)
        widths = [band.width for band in arrangement.bands.values()]
        both = widths[place] + widths[place + 1]
        widths[place] = min(max(float(new), _LEAST), both - _LEAST)
        widths[place + 1] = both - widths[place]
        self.widths_dragged.emit(tuple(widths))

    @guarded
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of a column, or of all if the texts are stacked."""
        arrangement = self._arrangement
        if arrangement is None or section not in arrangement.columns or not rect.width():
            return
        columns = arrangement.columns if arrangement.stacked else (section,)
        names = [str(self.model().headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        painter.save()
        painter.fillRect(rect, self.palette().base())
        painter.setPen(self.palette().placeholderText().color())
        band = arrangement.band(section)
        box = rect.adjusted(round(band.text_left - band.left), 4, -_GAP, 0)
        shown = painter.fontMetrics().elidedText(" · ".join(names), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if section != arrangement.columns[0] and arrangement.beside:
            painter.setPen(self.palette().mid().color())
            painter.drawLine(rect.left(), rect.top() + 10, rect.left(), rect.bottom() - 6)
        painter.restore()
