"""Selecting text inside a cell with the mouse."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from reader.document import Span

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[-'’][\w\u0300-\u036f]+)*|\S")


@dataclass(slots=True)
class Drag:
    """A button that is down: in which cell and where it went down, and the code point there."""

    cell: tuple[int, int]
    start: QPointF
    anchor: int
    moved: bool = False

    def moves(self, point: QPointF) -> bool:
        """Whether the pointer has gone far enough for a selection; from then on it always has."""
        if not self.moved:
            far = (point - self.start).manhattanLength()
            self.moved = far >= QGuiApplication.styleHints().startDragDistance()
        return self.moved


def selected_words(text: str, start: int, end: int) -> Span:
    """The span from the beginning of the word at `start` to the end of that at `end` (code points)."""
    words = [match.span() for match in _WORD.finditer(text)]
    first = next((word[0] for word in words if word[0] <= start < word[1]), start)
    last = next((word[1] for word in words if word[0] <= end < word[1]), end)
    return first, max(first, last)
