"""The caret: the sentence that the keyboard is on, and perhaps a word of it."""

from dataclasses import replace

from reader.text import Span
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import LinkedWord, Place, word_at
from ui.reading.row_layout import RowLayout
from ui.reading.scroller import Scroller
from ui.reading.walk import Walk


class Caret:
    """Where the caret is, and where it can be.

    Attributes:
        place: the sentence that it is on; None without a text.
        word: the word of the sentence that it is on, a span of code points of the cell; None if on the whole.
        walk: the ways through the text.
    """

    def __init__(self, model: ParallelModel, layout: RowLayout, hits: HitTest, scroller: Scroller) -> None:
        """Nowhere yet in `model`; `scroller` brings it into view."""
        self._model, self._layout, self._hits, self._scroller = model, layout, hits, scroller
        self.walk = Walk(model.rowCount, model.row)
        self.place: Place | None = None
        self.word: Span | None = None

    def clear(self) -> None:
        """Nowhere: the text is not there any more."""
        self.place = self.word = None

    def begin(self) -> None:
        """On the first sentence on screen."""
        self.place, self.word = self._hits.first_on_screen(self.columns[0]), None

    def stand(self, place: Place, word: Span | None = None) -> Place:
        """Be on a sentence, or on a word of it, in a column that is shown; gives the place."""
        shown = self._shown(place)
        self.place, self.word = self.walk.standing(shown) or shown, word
        return self.place

    @property
    def standing(self) -> Place | None:
        """The sentence that it is on, as soon as there is one: its paragraph may have waited for its translation."""
        return self.walk.standing(self.place)

    def standable(self, place: Place | None) -> Place | None:
        """A place in a column that is shown, on a sentence that is there; None if its row is not there."""
        return self.walk.standing(self._shown(place)) if place is not None else None

    def _shown(self, place: Place) -> Place:
        return place if place.column in self.columns else replace(place, column=self.columns[0])

    @property
    def columns(self) -> tuple[int, ...]:
        """Those that are shown: it can be in no other."""
        return self._layout.arrangement.columns

    def keep_to_columns(self) -> None:
        """Go to a column that is shown if its own is no more."""
        if self.place is not None and self.place.column not in self.columns:
            self.place, self.word = self._shown(self.place), None

    @property
    def linked_word(self) -> LinkedWord | None:
        """The word that it is on, with its partners; None if it is on no word, or on one that is not linked."""
        if self.place is None or self.word is None:
            return None
        return word_at(self.place.row, self._model.row(self.place.row), self.place.column, self.word[0])

    def bring_into_view(self) -> None:
        """Scroll until its sentence is on screen, or the beginning of it if it is longer."""
        place = self.standing
        if place is not None:
            at = self._hits.point_of_sentence
            self._scroller.bring_in(lambda: (at(place).y(), at(place, end=True).y()))
