"""Moves through a text: by sentence, word and paragraph, and to its ends."""

from collections.abc import Callable, Sequence

from reader.late_dataclasses import dataclass
from reader.parallel import Row
from reader.text import Span
from ui.reading.places import Place, words_of_sentence


@dataclass(frozen=True, slots=True)
class Walk:
    """The rows that a caret moves through: their current number, and each by its index."""

    count: Callable[[], int]
    row: Callable[[int], Row]

    def beginning(self, column: int) -> Place | None:
        """The first paragraph that the caret can be on."""
        return self._first_from(0, +1, column)

    def end(self, column: int) -> Place | None:
        """The last sentence."""
        place = self._first_from(self.count() - 1, -1, column)
        return self._last_of(place.row, column) if place else None

    def standing(self, place: Place | None) -> Place | None:
        """The place with a sentence, once its paragraph has been translated."""
        if place is None or place.row >= self.count():
            return None
        sentences = self.row(place.row).sentences
        if not sentences:
            return Place(place.row, place.column)
        return Place(place.row, place.column, min(place.sentence or 0, len(sentences) - 1))

    def neighbour(self, place: Place, step: int) -> Place:
        """The next (`step` 1) or previous (-1) sentence or untranslated paragraph; `place` at an end of the text."""
        sentence = (place.sentence or 0) + step
        if 0 <= sentence < len(self.row(place.row).sentences):
            return Place(place.row, place.column, sentence)
        found = self._first_from(place.row + step, step, place.column)
        if found is None:
            return place
        return found if step > 0 else self._last_of(found.row, place.column)

    def paragraph(self, place: Place, step: int) -> Place:
        """The first sentence of the next or previous paragraph."""
        return self._first_from(place.row + step, step, place.column) or place

    def word(self, place: Place, at: Span | None, step: int) -> tuple[Place, Span | None] | None:
        """The next or previous word from `at` (if None, the first or last of the sentence), across sentences.

        Sentences without words, like untranslated paragraphs, are visited as a whole. None at an end of the text.
        """
        here = self._words_of(place)
        beyond = [word for word in here if at is None or (word[0] > at[0] if step > 0 else word[0] < at[0])]
        if beyond:
            return place, beyond[0] if step > 0 else beyond[-1]
        following = self.neighbour(place, step)
        if following == place:
            return None
        others = self._words_of(following)
        return following, (others[0] if step > 0 else others[-1]) if others else None

    def _words_of(self, place: Place) -> Sequence[Span]:
        if place.sentence is None:
            return ()
        return words_of_sentence(self.row(place.row), place.sentence, place.column)

    def _first_from(self, row: int, step: int, column: int) -> Place | None:
        count = self.count()
        while 0 <= row < count and not self.row(row).source.text:
            row += step  # the caret cannot be on a rule
        return self._first_of(row, column) if 0 <= row < count else None

    def _first_of(self, row: int, column: int) -> Place:
        return Place(row, column, 0 if self.row(row).sentences else None)

    def _last_of(self, row: int, column: int) -> Place:
        count = len(self.row(row).sentences)
        return Place(row, column, count - 1 if count else None)
