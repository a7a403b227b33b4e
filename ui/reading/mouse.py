"""Clicks and drags in the reading view."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from ui.reading.double_click import DoubleClick
from ui.reading.extent import End
from ui.reading.highlighter import Highlighter
from ui.reading.hit_test import HitTest
from ui.reading.keyboard import Move
from ui.reading.pointer import Pointer
from ui.reading.selection import Grain, Selection

_LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Turns what the mouse does into hovering, pinning, following links and selecting."""

    def __init__(
        self,
        pointer: Pointer,
        highlighter: Highlighter,
        selection: Selection,
        hits: HitTest,
        *,
        at_caret: Callable[[], tuple[int, End] | None],
        move: Move,
        follow: Callable[[str], object],
        selected: Callable[[], None],
    ) -> None:
        """Handle the mouse for the parts of a view.

        Args:
            pointer, highlighter, selection, hits: the parts.
            at_caret: the column and what is selected from if selecting begins at the caret.
            move: moves the caret.
            follow: opens a link.
            selected: says what is selected.
        """
        self._pointer, self._highlighter, self._selection, self._hits = pointer, highlighter, selection, hits
        self._at_caret, self._move_caret, self._follow, self._selected = at_caret, move, follow, selected
        self._double_click = DoubleClick()

    def move(self, event: QMouseEvent) -> None:
        """Highlight on hover, or select while the button is down."""
        if self._selection.dragging and event.buttons() & _LEFT:
            self._selection.drag_to(event.position())
        else:
            self._highlighter.hover(event.position())

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a selection, or extend one."""
        if event.button() != _LEFT:
            return
        self._pointer.press()
        if self._double_click.is_followed_by(event):
            self._selection.begin(event.position(), Grain.PARAGRAPHS)
        elif not (event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._extend_to(event.position())):
            self._selection.begin(event.position())

    def _extend_to(self, point: QPointF) -> bool:
        """Select from the caret, or where a selection began, to a point; False if it is in the other column."""
        at = self._at_caret()
        return at is not None and self._selection.extend(point, *at)

    def release(self, event: QMouseEvent) -> None:
        """End a selection or a click."""
        if event.button() != _LEFT:
            return
        dragged = self._selection.dragging
        if self._selection.end():
            self._click(event.position())
        elif dragged and not self._selection.empty:
            self._selected()

    def _click(self, point: QPointF) -> None:
        """Pin the sentence, or follow a link; beside the text, put the caret on the sentence nearest to it."""
        at = self._hits.position_at(point)
        if href := self._hits.href_at(at):
            self._follow(href)
        elif at is not None:
            place = self._hits.place_at(at)
            pinned = self._highlighter.pinned and self._highlighter.sentence == place
            self._move_caret(place, scroll=False)
            self._highlighter.pin(not pinned)
        elif (beside := self._hits.place_beside(point)) is not None:
            self._move_caret(beside, scroll=False)
        elif self._highlighter.pinned:
            self._highlighter.pin(False)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word, as it is highlighted on hover, and more words by dragging."""
        if event.button() == _LEFT and self._hits.position_at(event.position()) is not None:
            self._pointer.press()
            self._double_click.remember(event)
            self._highlighter.pin(False)
            self._selection.begin(event.position(), Grain.WORDS)
