"""Where in a translation the objects of its sentence go: note references and images."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text import Asked, Link, Span, Taken, closes, is_space, merged, word_spans, words_in_place


class Insertion(NamedTuple):
    """What of the paragraph, from `start` to `stop`, is inserted before code point `place` of a translation."""

    place: int
    start: int
    stop: int


def insertions(
    asked: Asked, text: str, verbatim: Sequence[Span], links: Sequence[Link], *, unchanged: bool
) -> Iterator[Insertion]:
    """Where the objects of a sentence go, in the order of the translation.

    One goes behind the word linked to the word before it, and behind the same punctuation; at the edges of the
    sentence it stays there; without links its place is in proportion. Taken out again by `Inline.asked`, it leaves
    the translation as it was.

    Args:
        asked: the sentence.
        text: its translation without signs, and without white space around it.
        verbatim: the verbatim spans in that.
        links: between the two without signs.
        unchanged: whether the translation is the sentence itself.
    """
    if not asked.taken:
        return
    if unchanged:
        yield from (Insertion(taken.place, taken.start, taken.end) for taken in asked.taken)
        return
    places = _Places(asked, text, verbatim, links)
    yield from sorted((places.of(taken) for taken in asked.taken), key=lambda insertion: insertion.place)


class _Places:
    """Places in one translation."""

    def __init__(self, asked: Asked, text: str, verbatim: Sequence[Span], links: Sequence[Link]) -> None:
        self._asked, self._text = asked, text
        self._bare = words_in_place(text, verbatim)
        self._ours = merged([*word_spans(asked.text), *asked.verbatim])
        self._theirs = merged([*word_spans(text), *verbatim])
        self._linked: dict[int, tuple[float, int]] = {}  # by the index of our word: weight, and end of theirs
        for s0, s1, _, t1, weight in links:
            for index in range(max(_last_before(self._ours, s0 + 1), 0), _last_before(self._ours, s1) + 1):
                self._linked[index] = max(self._linked.get(index, (0.0, 0)), (weight, t1))
        self._linked |= self._verbatim_links(verbatim)

    def _verbatim_links(self, verbatim: Sequence[Span]) -> Iterator[tuple[int, tuple[float, int]]]:
        """Each verbatim span is linked to the one that is the same, in order."""
        theirs: dict[str, list[int]] = defaultdict(list)
        for start, end in reversed(verbatim):
            theirs[self._text[start:end]].append(end)
        for start, end in self._asked.verbatim:
            if places := theirs[self._asked.text[start:end]]:
                yield _last_before(self._ours, end), (1.0, places.pop())

    def of(self, taken: Taken) -> Insertion:
        """Where objects go."""
        if not self._text:
            return Insertion(0, *self._stripped(taken))
        if taken.start == self._asked.span[0]:
            return Insertion(0, taken.start, taken.end)
        if taken.end == self._asked.span[1]:
            return Insertion(len(self._text), taken.start, taken.end)
        place = self._place(taken.place)
        while place and is_space(self._bare[place - 1]):
            place -= 1
        space = 0 if closes(self._bare[place : place + 1]) else taken.space
        return Insertion(place, taken.start + space, taken.end)

    def _stripped(self, taken: Taken) -> Span:
        """Objects alone: of those at the end without the space before, at the beginning without that behind."""
        if taken.start == self._asked.span[0]:
            return taken.start, taken.end - taken.behind
        return taken.start + taken.space, taken.end

    def _place(self, ours: int) -> int:
        """Of a place inside our sentence."""
        before = _last_before(self._ours, ours) + 1
        if not self._theirs or not self._ours:
            return len(self._text)
        if not before:
            return min(ours, self._theirs[0][0])
        behind = self._asked.text[self._ours[before - 1][1] : ours]
        if before == len(self._ours):
            closing = len(self._asked.text) - ours
            end = self._theirs[-1][1]
            return max(end, len(self._text) - closing) if behind else end
        index = self._partner(before)
        return self._behind(self._theirs[index][1], index, behind)

    def _partner(self, before: int) -> int:
        """The index of their word that an object goes behind which has `before` of our words before it."""
        if before - 1 in self._linked:
            return max(_last_before(self._theirs, self._linked[before - 1][1]), 0)
        share = round(before * len(self._theirs) / len(self._ours))
        return min(max(share, 1), len(self._theirs)) - 1

    def _behind(self, place: int, index: int, signs: str) -> int:
        """Behind the same signs as ours, or as many, but before the next word."""
        limit = self._theirs[index + 1][0] if index + 1 < len(self._theirs) else len(self._text)
        if self._bare.startswith(signs, place, limit):
            return place + len(signs)
        end = min(place + _touching(signs), limit)
        return place + _touching(self._bare[place:end])


def _touching(text: str) -> int:
    """How many code points there are before the first white space."""
    return next((place for place, character in enumerate(text) if character.isspace()), len(text))


def _last_before(spans: Sequence[Span], place: int) -> int:
    """The index of the last span that begins before `place`, or -1."""
    return bisect_left(spans, place, key=lambda span: span[0]) - 1
