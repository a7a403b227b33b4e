"""Keyboard commands of the reading view."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt

from reader.text import Span
from ui.reading.caret import Caret
from ui.reading.cell import SOURCE, TARGET
from ui.reading.highlighter import Highlighter
from ui.reading.hit_test import HitTest
from ui.reading.places import Place
from ui.reading.scroller import Scroller
from ui.reading.selection import Selection

Key = Qt.Key


class Move(Protocol):
    """Moves the caret, like `ReadingView.move_caret`."""

    def __call__(self, place: Place, word: Span | None = None, *, scroll: bool = True) -> None:
        """Move to a sentence, or to a word of it; with `scroll` bring it into view."""


class Keyboard:
    """Turns keys into movements of the caret and changes of selection, pin and visible text."""

    def __init__(
        self,
        caret: Caret,
        highlighter: Highlighter,
        selection: Selection,
        scroller: Scroller,
        hits: HitTest,
        move: Move,
    ) -> None:
        """Handle keys for the parts of a view; `move` moves the caret."""
        self._caret, self._highlighter, self._selection = caret, highlighter, selection
        self._scroller, self._hits, self._move = scroller, hits, move

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
        match key:
            case Key.Key_Escape:
                return self._release()
            case Key.Key_Return | Key.Key_Enter:
                self._highlighter.toggle_pin()
            case Key.Key_Space:
                self._read_on(place, -1 if shift else 1)
            case Key.Key_A if control:
                self._selection.select_all(place)
            case Key.Key_Left | Key.Key_Right if control:
                self._change_column(place, SOURCE if key == Key.Key_Left else TARGET)
            case Key.Key_PageDown | Key.Key_PageUp:
                self._turn_page(place, 1 if key == Key.Key_PageDown else -1)
            case Key.Key_F6:
                self._change_column(place, 1 - place.column)
            case Key.Key_Left | Key.Key_Right:
                self._go_by_word(place, -1 if key == Key.Key_Left else 1, selecting=shift)
            case _:
                return self._go_by_sentence(place, key, by_paragraph=control)
        return True

    def _release(self) -> bool:
        """Clear selection and pin; returns whether there was either."""
        held = self._holding
        self._selection.clear()
        self._highlighter.pin(False)
        return held

    def _go_by_sentence(self, place: Place, key: int, *, by_paragraph: bool) -> bool:
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
            self._move(target)
        if key == Key.Key_End:
            self._scroller.go_to_end()
        return True

    def _change_column(self, place: Place, column: int) -> None:
        """Go to the same sentence of the other text; from a word, to its partner."""
        if column in self._caret.columns and column != place.column:
            word = self._caret.linked_word
            self._move(replace(place, column=column), word.partners[0] if word is not None and word.partners else None)

    def _go_by_word(self, place: Place, step: int, *, selecting: bool) -> None:
        found = self._caret.walk.word(place, self._caret.word, step)
        if found is None:
            return
        target, word = found
        if selecting and word is not None and target.row == place.row:
            self._select_to(target, word)
        else:
            self._move(target, word)

    def _select_to(self, place: Place, word: Span) -> None:
        """Move the caret to a word, and extend the selection to it."""
        first = self._selection.origin(place) or self._caret.word or word
        self._move(place, word)
        self._selection.select_words(place, first, word)

    def _turn_page(self, place: Place, step: int) -> None:
        """Scroll by a screen; the caret goes to the sentence then at the top, or to that end of the text."""
        walk, column = self._caret.walk, place.column
        if self._scroller.turn_page(step):
            target = self._hits.first_on_screen(column)
        else:
            target = walk.beginning(column) if step < 0 else walk.end(column)
        if target is not None:
            self._move(target, scroll=False)  # scrolling to the sentence too would skip text
            self._highlighter.announce_sentence()

    def _read_on(self, place: Place, step: int) -> None:
        """Go to the next sentence; if one side is hidden, first show it."""
        if step < 0 or not self._highlighter.uncover(place.row):
            self._move(self._caret.walk.neighbour(place, step))
