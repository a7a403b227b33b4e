"""The header above the columns: the language names, and a boundary that can be dragged."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Arrangement
from ui.toolkit.guard import guarded

_HEIGHT = 34


class LanguageHeader(QHeaderView):
    """Names each column above the left edge of its text; `split_dragged` carries the original's share of the width."""

    split_dragged = Signal(float)

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
        both = len(arrangement.columns) == 2 and not arrangement.stacked
        for column in (SOURCE, TARGET):
            shown = column in arrangement.columns and (both or column == arrangement.columns[0])
            self.resizeSection(column, round(arrangement.band(column).width) if shown else 0)
        mode = QHeaderView.ResizeMode.Interactive if both else QHeaderView.ResizeMode.Fixed
        self.setSectionResizeMode(SOURCE, mode)
        self.setSectionResizeMode(TARGET, QHeaderView.ResizeMode.Fixed)
        self._placing = False
        self.viewport().update()

    @guarded
    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if not self._placing and section == SOURCE and self.width():
            self.split_dragged.emit(new / self.width())

    @guarded
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of a language, or of both if the texts are stacked."""
        if self._arrangement is None or section not in self._arrangement.columns:
            return
        columns = self._arrangement.columns if self._arrangement.stacked else (section,)
        names = [str(self.model().headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        painter.save()
        painter.fillRect(rect, self.palette().base())
        painter.setPen(self.palette().placeholderText().color())
        left = round(self._arrangement.band(section).text_left - self._arrangement.band(section).left)
        painter.drawText(rect.adjusted(left, 4, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), " · ".join(names))
        if section == TARGET and not self._arrangement.stacked and len(self._arrangement.columns) == 2:
            painter.setPen(self.palette().mid().color())
            painter.drawLine(rect.left(), rect.top() + 10, rect.left(), rect.bottom() - 6)
        painter.restore()
