"""The caret: the sentence, and possibly the word, that has the keyboard."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from reader.text import Span, word_spans
from ui.reading.cell import cell_text
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import LinkedWord, Place, word_at
from ui.reading.row_layout import RowLayout
from ui.reading.scroller import Scroller
from ui.reading.walk import Walk


class Caret:
    """The position of the caret, and the positions it can take.

    Attributes:
        place: the sentence it is on; None without a text.
        word: the word of the sentence it is on, a span of code points of the cell; None if on the whole sentence.
        walk: moves through the text.
    """

    def __init__(self, model: ParallelModel, layout: RowLayout, hits: HitTest, scroller: Scroller) -> None:
        """A caret without a position in `model`; `scroller` brings it into view."""
        self._model, self._layout, self._hits, self._scroller = model, layout, hits, scroller
        self.walk = Walk(model.rowCount, model.row)
        self.place: Place | None = None
        self.word: Span | None = None
        self._clicked: Span | None = None  # the word that was clicked, although the caret is on the whole sentence
        self._text = ""  # of the cell, when it went to a word or one was clicked

    def clear(self) -> None:
        """Clear the position: the text is no longer there."""
        self.place = self.word = self._clicked = None

    def begin(self) -> None:
        """Go to the first sentence on screen."""
        self.place, self.word = self._hits.first_on_screen(self.columns[0]), None

    def stand(self, place: Place, word: Span | None = None) -> Place:
        """Go to a sentence, or to a word of it, in a visible column; returns the place."""
        shown = self._shown(place)
        self.place, self.word, self._clicked = self.walk.standing(shown) or shown, word, None
        self._text = self._text_of(self.place) if word is not None else ""
        return self.place

    def note_click(self, point: QPointF) -> None:
        """A point of the viewport was clicked, and the caret may have gone there."""
        at, place = self._hits.position_at(point), self.place
        if at is not None and place is not None and at[:2] == (place.row, place.column):
            self._text = self._text_of(place)
            self._clicked = next((word for word in word_spans(self._text) if word[0] <= at[2] <= word[1]), None)

    @property
    def word_or_clicked(self) -> Span | None:
        """The word it is on, or else the one that was clicked; None if there is none, or its text has changed since."""
        word = self.word or self._clicked
        known = self.place is not None and self._text == self._text_of(self.place)
        return word if known else None

    def _text_of(self, place: Place) -> str:
        return cell_text(self._model.row(place.row), place.column).text

    @property
    def standing(self) -> Place | None:
        """The place it is on, with a sentence once its paragraph has been translated."""
        return self.walk.standing(self.place)

    def standable(self, place: Place | None) -> Place | None:
        """The place in a visible column, on an existing sentence; None if its row does not exist."""
        return self.walk.standing(self._shown(place)) if place is not None else None

    def _shown(self, place: Place) -> Place:
        return place if place.column in self.columns else replace(place, column=self.columns[0])

    @property
    def columns(self) -> tuple[int, ...]:
        """The visible columns; the caret can be in no other."""
        return self._layout.arrangement.columns

    def keep_to_columns(self) -> None:
        """Go to a visible column if the current one is hidden."""
        if self.place is not None and self.place.column not in self.columns:
            self.place, self.word = self._shown(self.place), None

    @property
    def linked_word(self) -> LinkedWord | None:
        """The word at the caret, with its partners; None if the caret is on no word, or on an unlinked one."""
        return self.linked(self.word)

    def linked(self, word: Span | None) -> LinkedWord | None:
        """A word of its text, with its partners; None for an unlinked one."""
        if self.place is None or word is None:
            return None
        return word_at(self.place.row, self._model.row(self.place.row), self.place.column, word[0])

    def is_seen(self, height: int) -> bool:
        """Whether its sentence begins on a screen of so many pixels."""
        place = self.standing
        if place is None or place.column not in self.columns:  # which may just have been hidden
            return False
        return 0 <= self._hits.point_of_sentence(place).y() < height

    def bring_into_view(self) -> None:
        """Scroll until its sentence is on screen, or the start of it if it is longer than the screen."""
        place = self.standing
        if place is not None:
            at = self._hits.point_of_sentence
            self._scroller.bring_in(lambda: (at(place).y(), at(place, end=True).y()))
            self._scroller.bring_in_column(place.column)
