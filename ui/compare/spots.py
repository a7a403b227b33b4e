"""Sentences in the order of a text: found, added and taken out quickly, also among hundreds of thousands."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

# A row and a sentence of it.
Spot = tuple[int, int]
# A sentence is kept as one number, since a text may have hundreds of thousands of them.
_ROW = 32
_SENTENCE = (1 << _ROW) - 1


def _key(spot: Spot) -> int:
    return spot[0] << _ROW | spot[1]


class Spots:
    """Sentences, each once, in the order of the text."""

    def __init__(self) -> None:
        """None."""
        self._keys = array("q")

    def __len__(self) -> int:
        """How many."""
        return len(self._keys)

    def __getitem__(self, number: int) -> Spot:
        """One of them."""
        key = self._keys[number]
        return key >> _ROW, key & _SENTENCE

    def __contains__(self, spot: Spot) -> bool:
        """Whether a sentence is one of them."""
        return self.number_of(spot) is not None

    def copy(self) -> "Spots":
        """The same, independent of these."""
        made = Spots()
        made._keys = self._keys[:]
        return made

    def number_of(self, spot: Spot) -> int | None:
        """The place of a sentence among them; None if it is none of them."""
        place = self.place_for(spot)
        return place if place < len(self._keys) and self._keys[place] == _key(spot) else None

    def place_for(self, spot: Spot) -> int:
        """How many are before a sentence, which is perhaps none of them."""
        return bisect_left(self._keys, _key(spot))

    def next_to(self, spot: Spot, step: int) -> Spot | None:
        """The nearest after (1) or before (-1) a sentence; None if there is none."""
        place = bisect_right(self._keys, _key(spot)) if step > 0 else self.place_for(spot) - 1
        return self[place] if 0 <= place < len(self._keys) else None

    def of_row(self, row: int) -> list[int]:
        """The sentences of a row that are among them."""
        first, last = self.place_for((row, 0)), self.place_for((row + 1, 0))
        return [key & _SENTENCE for key in self._keys[first:last]]

    def set_row(self, row: int, sentences: Sequence[int]) -> None:
        """Have these sentences of a row, in ascending order, and no others of it."""
        first, last = self.place_for((row, 0)), self.place_for((row + 1, 0))
        if first != last or sentences:
            self._keys[first:last] = array("q", [row << _ROW | sentence for sentence in sentences])

    def insert(self, place: int, spots: Iterable[Spot]) -> None:
        """Add sentences that belong at a place one after the other."""
        self._keys[place:place] = array("q", map(_key, spots))

    def remove(self, first: int, last: int) -> None:
        """Take out those from the place `first` to the place `last`, inclusive."""
        del self._keys[first : last + 1]


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each unbroken run of ascending numbers."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 1:
            yield numbers[start], numbers[place - 1]
            start = place
