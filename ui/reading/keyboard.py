"""What the keys do in the reading view."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt

from reader.text import Span
from ui.reading.caret import Walk
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place, word_at

Key = Qt.Key


class Reading(Protocol):
    """What the keys need of the view."""

    walk: Walk
    caret_word: Span | None

    def move_caret(self, place: Place, word: Span | None = None) -> None:
        """Put the caret on a sentence, or on a word of it, and show it."""

    def select_to(self, place: Place, word: Span) -> None:
        """Move the caret to a word, and select from where the selection began to it."""

    def select_all(self, place: Place) -> None:
        """Select the whole text of a cell."""

    def columns(self) -> tuple[int, ...]:
        """The columns that are shown."""

    def turn_page(self, caret: Place, step: int) -> None:
        """Scroll by a screen, and move the caret there."""

    def go_to_top(self) -> None:
        """Scroll to the very beginning."""

    def go_to_end(self) -> None:
        """Scroll to the very end."""

    def release(self) -> bool:
        """Give up selection and pin; whether there was one."""

    def toggle_pin(self) -> None:
        """Pin the lit sentence, or let it go."""

    def uncover(self, row: int) -> bool:
        """Show the hidden side of a row; whether it was hidden."""


def press(view: Reading, key: int, modifiers: Qt.KeyboardModifier, caret: Place) -> bool:
    """Do what a key stands for, with the caret at `caret`; False if it stands for nothing."""
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    match key:
        case Key.Key_Escape:
            return view.release()
        case Key.Key_Return | Key.Key_Enter:
            view.toggle_pin()
        case Key.Key_Space:
            _read_on(view, caret, -1 if shift else 1)
        case Key.Key_A if control:
            view.select_all(caret)
        case Key.Key_Left | Key.Key_Right if control:
            _change_column(view, caret, SOURCE if key == Key.Key_Left else TARGET)
        case Key.Key_PageDown | Key.Key_PageUp:
            view.turn_page(caret, 1 if key == Key.Key_PageDown else -1)
        case Key.Key_F6:
            _change_column(view, caret, 1 - caret.column)
        case Key.Key_Left | Key.Key_Right:
            _go_by_word(view, caret, -1 if key == Key.Key_Left else 1, shift)
        case _:
            return _go_by_sentence(view, key, control, caret)
    return True


def _go_by_sentence(view: Reading, key: int, control: bool, caret: Place) -> bool:
    step = view.walk.paragraph if control else view.walk.neighbour
    target: Place | None
    match key:
        case Key.Key_Down:
            target = step(caret, 1)
        case Key.Key_Up:
            target = step(caret, -1)
        case Key.Key_Home:
            view.go_to_top()
            target = view.walk.beginning(caret.column)
        case Key.Key_End:
            target = view.walk.end(caret.column)
        case _:
            return False
    if target is not None:
        view.move_caret(target)
    if key == Key.Key_End:
        view.go_to_end()
    return True


def _change_column(view: Reading, caret: Place, column: int) -> None:
    if column in view.columns() and column != caret.column:
        view.move_caret(replace(caret, column=column), _partner(view, caret))


def _partner(view: Reading, caret: Place) -> Span | None:
    """The word of the other text that belongs to the word that the caret is on."""
    if view.caret_word is None:
        return None
    word = word_at(caret.row, view.walk.row(caret.row), caret.column, view.caret_word[0])
    return word.partners[0] if word is not None and word.partners else None


def _go_by_word(view: Reading, caret: Place, step: int, selecting: bool) -> None:
    found = view.walk.word(caret, view.caret_word, step)
    if found is None:
        return
    place, word = found
    if selecting and word is not None and place.row == caret.row:
        view.select_to(place, word)
    else:
        view.move_caret(place, word)


def _read_on(view: Reading, caret: Place, step: int) -> None:
    """To the next sentence; where one side is hidden, first show it."""
    if step < 0 or not view.uncover(caret.row):
        view.move_caret(view.walk.neighbour(caret, step))
