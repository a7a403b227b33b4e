"""Where the paragraphs of a document are in a later version of it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.late_dataclasses import dataclass
from reader.text.document import Paragraph


@dataclass(frozen=True, slots=True)
class Revision:
    """How a later version of a document differs from the one before.

    Attributes:
        places: for each paragraph of the one before, the index of the same paragraph in the later one; of one that is
            no longer there, where it would be.
        changed: how many paragraphs are new, or are gone if those are more.
    """

    places: tuple[int, ...]
    changed: int

    def place_of(self, row: int) -> int:
        """Where row `row` of the version before is now."""
        return self.places[row] if 0 <= row < len(self.places) else 0


def revision(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Revision:
    """Compare two versions of a document, in time linear in their lengths, but for looking up repeated texts."""
    old, new = [each.text for each in before], [each.text for each in after]
    return Revision(tuple(_places(old, new)), _changed(before, after))


def _changed(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> int:
    old, new = Counter(before), Counter(after)
    return max((new - old).total(), (old - new).total())


def _places(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """The same at both ends; in between, each text is looked for nearest to where the one before it went."""
    last = len(new) - 1
    start, end = _same_ends(old, new)
    where = defaultdict[str, list[int]](list)
    for number in range(start, len(new) - end):
        where[new[number]].append(number)
    places, expected = list(range(start)), start
    for number in range(start, len(old) - end):
        found = _nearest(where.get(old[number], ()), expected)
        places.append(min(expected, max(last, 0)) if found is None else found)
        expected = expected if found is None else found + 1
    shift = len(new) - len(old)
    return [*places, *(number + shift for number in range(len(old) - end, len(old)))]


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many texts are the same at the start, and how many of the others at the end."""
    most, start, end = min(len(old), len(new)), 0, 0
    while start < most and old[start] == new[start]:
        start += 1
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _nearest(places: Sequence[int], expected: int) -> int | None:
    after = bisect_left(places, expected)
    return min(places[max(after - 1, 0) : after + 1], key=lambda place: abs(place - expected), default=None)
