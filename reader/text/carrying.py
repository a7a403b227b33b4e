"""Carrying the marks of a source text (bold, italic, links) over to its translation."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from reader.text.document import Mark, MarkKind
from reader.text.spans import Span

# Start and end in the source, start and end in the target, in code points, and the weight, 0 to 1.
Link = tuple[int, int, int, int, float]

_OPENING_QUOTES = "«\"“‘'"
_CLOSING_QUOTES = "»\"”’'"
# Weights are sums of hundredths.
_ROUNDING = 1e-9


class Aligned(Protocol):
    """A sentence and its translation, with links between their words; spans in code points into the two texts."""

    @property
    def source(self) -> Span:
        """The span of the sentence."""

    @property
    def target(self) -> Span:
        """The span of its translation."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The links between their words."""


def carried_marks(marks: Sequence[Mark], pairs: Sequence[Aligned], source: str, target: str) -> tuple[Mark, ...]:
    """The marks of a paragraph on its translation.

    A mark over whole sentences goes to their whole translations; one over part of a sentence goes to the words
    that its words are linked to, in one piece. A mark whose words have no links is left out rather than guessed.
    All spans are in code points into `source` and `target`.
    """
    if not marks:
        return ()
    sentences = _Sentences(pairs, source, target)
    carried = [
        replace(mark, start=start, end=end)
        for mark in marks
        if mark.kind is not MarkKind.MISREAD  # which only the source can be
        for start, end in _joined(sentences.target_spans(mark), target)
    ]
    return in_order(carried)


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks by start, longer ones first, each once."""
    return tuple(sorted(dict.fromkeys(marks), key=lambda mark: (mark.start, -mark.end)))


def without_edges(marks: Iterable[Mark], objects: Sequence[Span]) -> Iterator[Mark]:
    """The marks without the objects at their edges, which are no words; those of nothing else are left out."""
    behind, before = dict(objects), {end: start for start, end in objects}
    for mark in marks:
        start, end = mark.start, mark.end
        while start < end and start in behind:
            start = behind[start]
        while start < end and end in before:
            end = before[end]
        if start < end or mark.start == mark.end:
            yield mark.at(start, end)


class _Sentences:
    """The sentences of a paragraph, indexed so that each of many marks visits only the sentences under it."""

    def __init__(self, pairs: Sequence[Aligned], source: str, target: str) -> None:
        self._source, self._target = source, target
        self._pairs = sorted(pairs, key=lambda pair: pair.source)
        self._ready: dict[int, _Sentence] = {}

    def target_spans(self, mark: Mark) -> Iterator[Span]:
        first = bisect_right(self._pairs, mark.start, key=lambda pair: pair.source[1])
        for index in range(first, len(self._pairs)):
            pair = self._pairs[index]
            if pair.source[0] >= mark.end:
                return
            start, end = max(mark.start, pair.source[0]), min(mark.end, pair.source[1])
            sentence = self._ready.get(index) or self._ready.setdefault(index, _Sentence(pair, self._source))
            if start >= end:
                continue
            if sentence.is_covered_by((start, end)):
                yield pair.target
            elif (span := sentence.linked_span((start, end))) is not None:
                yield _with_quotes(span, self._source[start:end], pair, self._target)


class _Sentence:
    """A sentence with its links, sorted by start."""

    def __init__(self, pair: Aligned, source: str) -> None:
        places = range(pair.source[0], min(pair.source[1], len(source)))
        self._first = next((place for place in places if source[place].isalnum()), pair.source[1])
        self._last = next((place for place in reversed(places) if source[place].isalnum()), -1)
        self._links = sorted(pair.links)
        self._weights: dict[Span, float] = defaultdict(float)
        for _, _, t0, t1, weight in self._links:
            self._weights[t0, t1] += weight
        self._starts = sorted(start for start, _ in self._weights)

    def is_covered_by(self, part: Span) -> bool:
        """Whether `part` leaves out nothing of the sentence but white space and punctuation."""
        return part[0] <= self._first and self._last < part[1]

    def linked_span(self, part: Span) -> Span | None:
        """The span of the target words that belong to `part`, in one piece.

        Words linked at least as strongly to something outside `part` end a piece; of several pieces the one
        with the most weight is taken.
        """
        inside: dict[Span, float] = defaultdict(float)
        for s0, s1, t0, t1, weight in self._links[slice(*self._between(part))]:
            if part[0] <= s0 and s1 <= part[1]:
                inside[t0, t1] += weight
        own = {span: weight for span, weight in inside.items() if weight > self._weights[span] - weight + _ROUNDING}
        best = max(self._pieces(sorted(own)), key=lambda piece: sum(own[span] for span in piece), default=None)
        return (best[0][0], best[-1][1]) if best else None

    def _between(self, part: Span) -> Span:
        return bisect_left(self._links, (part[0],)), bisect_left(self._links, (part[1],))

    def _pieces(self, own: Sequence[Span]) -> list[list[Span]]:
        """Words in order, in groups without another linked word between them."""
        pieces: list[list[Span]] = []
        for span in own:
            if not pieces or self._has_word(pieces[-1][-1][1], span[0]):
                pieces.append([])
            pieces[-1].append(span)
        return pieces

    def _has_word(self, start: int, end: int) -> bool:
        """Whether a linked word begins in the span from `start` to `end`."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)


def _with_quotes(span: Span, marked: str, pair: Aligned, target: str) -> Span:
    """The span with adjacent quotation marks, if the marked source text includes its own."""
    start, end = span
    if marked[0] in _OPENING_QUOTES and start > pair.target[0] and target[start - 1] in _OPENING_QUOTES:
        start -= 1
    tail = marked[-1] if marked[-1] in _CLOSING_QUOTES else marked[-2:-1]
    while tail and tail in _CLOSING_QUOTES and end < pair.target[1] and target[end] in _CLOSING_QUOTES + ".,!?":
        end += 1
        if target[end - 1] in _CLOSING_QUOTES:
            break
    return start, end


def _joined(spans: Iterator[Span], target: str) -> list[Span]:
    """The spans in order, merged where only white space is between them."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not target[joined[-1][1] : span[0]].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append(span)
    return joined
