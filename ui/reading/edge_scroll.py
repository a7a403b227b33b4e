"""Scrolling while a selection is dragged beyond the edge."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from ui.toolkit.guard import guarded

# The interval in milliseconds, and the fraction of the distance scrolled each time.
_EDGE_MS = 30
_EDGE_SPEED = 0.3


class EdgeScroll:
    """Scrolls while the pointer is dragged above or below a scroll area, faster the farther away it is."""

    def __init__(self, area: QAbstractScrollArea, reached: Callable[[QPointF], None]) -> None:
        """Scroll `area`; `reached` is called with the point again when other text is under it."""
        self._area, self._reached = area, reached
        self._point = QPointF()
        self._timer = QTimer(area)
        self._timer.setInterval(_EDGE_MS)
        self._timer.timeout.connect(self._scroll)

    def drag_to(self, point: QPointF) -> None:
        """The pointer is at `point`, with the button down."""
        self._point = point
        if self._beyond():
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The button was released."""
        self._timer.stop()

    def _beyond(self) -> float:
        """How far the pointer is outside, in pixels; negative above."""
        height = self._area.viewport().height()
        return min(self._point.y(), 0) + max(self._point.y() - height, 0)

    @guarded
    def _scroll(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(self._beyond() * _EDGE_SPEED))
        self._reached(self._point)
