"""A third click behind a double click, which Qt does not know of."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QMouseEvent


class DoubleClick:
    """The latest double click."""

    def __init__(self) -> None:
        """None yet."""
        self._point: QPointF | None = None
        self._time = 0

    def remember(self, event: QMouseEvent) -> None:
        """There is a double click."""
        self._point, self._time = event.position(), event.timestamp()

    def is_followed_by(self, event: QMouseEvent) -> bool:
        """Whether a press makes it a triple click; forgets it."""
        point, self._point = self._point, None
        hints = QGuiApplication.styleHints()
        soon = event.timestamp() - self._time <= hints.mouseDoubleClickInterval()
        return point is not None and soon and (event.position() - point).manhattanLength() < hints.startDragDistance()
