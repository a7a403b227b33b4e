"""The position of the mouse pointer, and the text under it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from ui.reading.hit_test import Cell, HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import LinkedWord, Place, word_at


class Pointer:
    """What is hovered.

    Attributes:
        place: the sentence under the pointer; None where there is no text.
        word: the word under the pointer, if it is linked.
        cell: row and column under the pointer.
    """

    def __init__(self, viewport: QWidget, model: ParallelModel, hits: HitTest) -> None:
        """A pointer over nothing; sets the cursor shape of `viewport` over the text of `model`."""
        self._viewport, self._model, self._hits = viewport, model, hits
        self.place: Place | None = None
        self.word: LinkedWord | None = None
        self.cell: Cell | None = None
        self._rests_at: QPointF | None = None  # until the keyboard takes over

    def move(self, point: QPointF) -> None:
        """The pointer is at `point` of the viewport."""
        self._rests_at = point
        at = self._hits.position_at(point)
        self.cell = at[:2] if at is not None else self._hits.cell_at(point)
        self.forget()
        if at is not None:
            number, column, position = at
            self.place = self._hits.place_at(at)
            self.word = word_at(number, self._model.row(number), column, position)
        self._viewport.setCursor(self._shape(at))

    def _shape(self, at: tuple[int, int, int] | None) -> Qt.CursorShape:
        if at is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.PointingHandCursor if self._hits.href_at(at) else Qt.CursorShape.IBeamCursor

    def look_again(self) -> bool:
        """Look up the text under the resting pointer again; returns whether the pointer is over the view."""
        if self._rests_at is None:
            return False
        self.move(self._rests_at)
        return True

    def press(self) -> None:
        """The button is down: text that comes under the pointer is not hovered, as this may be a drag."""
        self._rests_at = None

    def forget(self) -> None:
        """Clear the sentence and word: their text is no longer there."""
        self.place = self.word = None

    def leave(self) -> None:
        """The pointer has left the view, or the keyboard has taken over: ignore it until it moves."""
        self._rests_at = self.cell = None
        self.forget()
