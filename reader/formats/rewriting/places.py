"""Where places of an old text are in a new one: in what is the same, else beside what their words are linked to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from reader.formats.rewriting.changes import SentenceChange
from reader.text import Span, word_spans


class Same(NamedTuple):
    """Spans of the two texts that say the same."""

    source: Span
    target: Span


class Places:
    """Places of the old text in the new one; `guessed` counts those that no words tell."""

    def __init__(self, same: Sequence[Same], changed: Sequence[SentenceChange], source: str) -> None:
        self._unordered, self._changed = same, changed
        self._source = source
        self.guessed = 0
        self._linked: dict[int, tuple[_Ends, _Ends]] = {}

    @cached_property
    def _same(self) -> list[Same]:
        return sorted(self._unordered)

    def same(self, span: Span) -> Span | None:
        """The same span in the new text, if it is there."""
        (a, b), (c, _) = self._around(span[0], opens=True)
        return (c + span[0] - a, c + span[1] - a) if a <= span[0] and span[1] <= b else None

    def parts_of(self, span: Span) -> Iterator[Span]:
        """The parts of a span that are the same in the new text, where they are there."""
        first = max(bisect_right(self._same, span[0], key=lambda each: each.source[0]) - 1, 0)
        for (a, b), (c, _) in islice(self._same, first, None):
            if a >= span[1]:
                break
            start, end = max(a, span[0]), min(b, span[1])
            if start < end:
                yield c + start - a, c + end - a

    def of(self, place: int, *, opens: bool) -> int:
        """Of a place: with what is before it, or behind it if something `opens` there."""
        (a, b), (c, _) = self._around(place, opens=opens)
        if a <= place <= b:
            return c + place - a
        index = bisect_right(self._changed, place, key=lambda each: each.source[0]) - 1
        return self._in(index, place, opens=opens) if index >= 0 else 0

    def _around(self, place: int, *, opens: bool) -> Same:
        """What may have a place in it: of two that touch there the second if something opens."""
        found = bisect_right(self._same, place, key=lambda each: each.source[0]) - 1
        if found < 0:
            return Same((-1, -1), (0, 0))
        before = self._same[found - 1] if found else None
        if not opens and before is not None and before.source[1] == place == self._same[found].source[0]:
            return before
        return self._same[found]

    def _in(self, index: int, place: int, *, opens: bool) -> int:
        sentence = self._changed[index]
        (a, b), (c, d) = sentence.source, sentence.target
        words = self._linked.get(index) or self._linked.setdefault(index, _linked(sentence, self._source))
        found = words[0].behind(place) if opens else words[1].before(place)
        if found is not None:
            return found
        self.guessed += 1
        return c + round((min(max(place, a), b) - a) * (d - c) / max(b - a, 1))


class _Ends:
    """Where words of a sentence end, and what they are linked to begins, or the other way round; None without link."""

    def __init__(self, ends: Sequence[tuple[int, int | None]]) -> None:
        self._ends = ends

    def before(self, place: int) -> int | None:
        """For the last word that begins before a place."""
        found = bisect_left(self._ends, place, key=lambda end: end[0]) - 1
        return self._ends[found][1] if found >= 0 else None

    def behind(self, place: int) -> int | None:
        """For the first word that ends behind a place."""
        found = bisect_right(self._ends, place, key=lambda end: end[0])
        return self._ends[found][1] if found < len(self._ends) else None


def _linked(sentence: SentenceChange, source: str) -> tuple[_Ends, _Ends]:
    """The words of a sentence by where they end, and by where they begin."""
    best: dict[Span, tuple[float, Span]] = {}
    for s0, s1, t0, t1, weight in sentence.links:
        best[s0, s1] = max(best.get((s0, s1), (0.0, (0, 0))), (weight, (t0, t1)))
    first, last = sentence.source
    words = [(a + first, b + first) for a, b in word_spans(source[first:last])]
    spans = sorted({*words, *best})
    ends = sorted(((b, best[a, b][1][0] if (a, b) in best else None) for a, b in spans), key=lambda end: end[0])
    begins = [(a, best[a, b][1][1] if (a, b) in best else None) for a, b in spans]
    return _Ends(ends), _Ends(begins)
