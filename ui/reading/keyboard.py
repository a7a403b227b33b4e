"""Keyboard commands of the reading view."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt

from reader.text import Span
from ui.reading.caret import Caret
from ui.reading.extent import End, whole as whole_of
from ui.reading.highlighter import Highlighter
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import Place, sentence_at, span_of
from ui.reading.scroller import Scroller
from ui.reading.selection import Selection

Key = Qt.Key
# With Shift these extend the selection.
_TO_ENDS = (Key.Key_Home, Key.Key_End)
_ALONG = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, *_TO_ENDS)


class Move(Protocol):
    """Moves the caret, like `ReadingView.move_caret`."""

    def __call__(self, place: Place, word: Span | None = None, *, scroll: bool = True) -> None:
        """Move to a sentence, or to a word of it; with `scroll` bring it into view."""


class Keyboard:
    """Turns keys into movements of the caret and changes of selection, pin and visible text."""

    def __init__(
        self,
        model: ParallelModel,
        caret: Caret,
        highlighter: Highlighter,
        selection: Selection,
        scroller: Scroller,
        hits: HitTest,
        move: Move,
        selected: Callable[[], None],
    ) -> None:
        """Handle keys for the parts of a view of `model`; `move` moves the caret, `selected` says what is selected."""
        self._model, self._caret, self._highlighter, self._selection = model, caret, highlighter, selection
        self._scroller, self._hits, self._move, self._selected = scroller, hits, move, selected

    def claims(self, key: int) -> bool:
        """Whether the view currently takes a key that would otherwise be a shortcut of the window."""
        return key == Key.Key_Escape and self._holding

    @property
    def _holding(self) -> bool:
        return self._highlighter.pinned or not self._selection.empty

    def press(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key stands for; False if it does nothing here."""
        place = self._caret.standing
        if place is None:
            return False
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        selecting = shift and (key in _ALONG or (key in (Key.Key_Left, Key.Key_Right) and not control))
        place, word = self._head() if selecting else (place, self._caret.word)
        move = partial(self._select_to, whole=control or key in _TO_ENDS) if selecting else self._move
        match key:
            case Key.Key_Escape:
                return self._release()
            case Key.Key_Return | Key.Key_Enter:
                self._highlighter.toggle_pin()
            case Key.Key_Space:
                self._read_on(place, -1 if shift else 1)
            case Key.Key_Left | Key.Key_Right if control:
                self.change_column(place, self._beside(place.column, -1 if key == Key.Key_Left else 1))
            case Key.Key_PageDown | Key.Key_PageUp:
                self._turn_page(place, 1 if key == Key.Key_PageDown else -1, move)
            case Key.Key_Left | Key.Key_Right:
                self._go_by_word(place, word, -1 if key == Key.Key_Left else 1, move)
            case _:
                return self._go_by_sentence(place, key, move, by_paragraph=control)
        return True

    def _release(self) -> bool:
        """Clear selection and pin; returns whether there was either."""
        held = self._holding
        self._selection.clear()
        self._highlighter.pin(False)
        return held

    def _go_by_sentence(self, place: Place, key: int, move: Move, *, by_paragraph: bool) -> bool:
        walk = self._caret.walk
        step = walk.paragraph if by_paragraph else walk.neighbour
        target: Place | None
        match key:
            case Key.Key_Down:
                target = step(place, 1)
            case Key.Key_Up:
                target = step(place, -1)
            case Key.Key_Home:
                self._scroller.bring_to_top(0)
                target = walk.beginning(place.column)
            case Key.Key_End:
                target = walk.end(place.column)
            case _:
                return False
        if target is not None:
            move(target)
        if key == Key.Key_End:
            self._scroller.go_to_end()
        return True

    def _beside(self, column: int, step: int) -> int:
        """The visible column to the left (-1) or the right of a column; itself if there is none."""
        columns = self._caret.columns
        place = columns.index(column) + step
        return columns[place] if 0 <= place < len(columns) else column

    def change_column(self, place: Place, column: int) -> None:
        """Go to the same sentence of another text; from a word, to its partner."""
        if column in self._caret.columns and column != place.column:
            word = self._caret.linked_word
            partners = word.spans(column) if word is not None else ()
            self._move(replace(place, column=column), partners[0] if partners else None)

    def _go_by_word(self, place: Place, word: Span | None, step: int, move: Move) -> None:
        found = self._caret.walk.word(place, word, step)
        if found is not None:
            move(*found)

    # Selecting

    def _head(self) -> tuple[Place, Span | None]:
        """The place, and the word if it is at one, from which the selection is extended: its end, else the caret."""
        ends, caret = self._selection.ends, self._caret
        assert caret.place is not None
        if ends is None or ends.column != caret.place.column:
            return caret.standing or caret.place, caret.word
        row, (start, stop) = ends.head.row, ends.head.span
        forwards = (row, start) >= (ends.anchor.row, ends.anchor.span[0])
        edge = max(stop - 1, start) if forwards else start
        place = Place(row, ends.column, sentence_at(self._model.row(row), ends.column, edge))
        sentence = self._end_of(place, None).span
        is_word = sentence[0] <= start <= stop <= sentence[1] and (start, stop) != sentence
        return place, (start, stop) if is_word else (edge, edge)

    def _select_to(self, place: Place, word: Span | None = None, *, scroll: bool = True, whole: bool = False) -> None:
        """Move the caret, and extend the selection to the word, the sentence or the `whole` paragraph there."""
        ends, caret = self._selection.ends, self._caret.standing
        if ends is not None and ends.column == place.column:
            anchor = ends.anchor
        elif caret is None or (word is not None and self._caret.word is None):
            anchor = self._end_of(place, word)
        else:
            anchor = self._end_of(caret, self._caret.word)
        self._move(place, word, scroll=scroll)
        self._selection.select(place.column, anchor, self._end_of(place, word, whole=whole))
        self._selected()

    def at_caret(self) -> tuple[int, End] | None:
        """The column and what is selected from if selecting begins at the caret."""
        place = self._caret.standing
        return (place.column, self._end_of(place, self._caret.word)) if place is not None else None

    def _end_of(self, place: Place, word: Span | None, *, whole: bool = False) -> End:
        if word is not None:
            return End(place.row, word)
        if place.sentence is None or whole:
            return whole_of(place.row, place.column, self._model)
        return End(place.row, span_of(self._model.row(place.row), place.sentence, place.column))

    def _turn_page(self, place: Place, step: int, move: Move) -> None:
        """Scroll by a screen; the caret goes to the sentence then at the top, or to that end of the text."""
        walk, column = self._caret.walk, place.column
        if self._scroller.turn_page(step):
            target = self._hits.first_on_screen(column)
        else:
            target = walk.beginning(column) if step < 0 else walk.end(column)
        if target is not None:
            move(target, scroll=False)  # scrolling to the sentence too would skip text
            self._highlighter.announce_sentence()

    def _read_on(self, place: Place, step: int) -> None:
        """Go to the next sentence; if one side is hidden, first show it."""
        if step < 0 or not self._highlighter.uncover(place.row):
            self._move(self._caret.walk.neighbour(place, step))
