"""Marked text as runs, the flat form that exports and views draw."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from heapq import heappop, heappush
from itertools import pairwise
from operator import itemgetter

from reader.late_dataclasses import dataclass
from reader.text.document import Mark, MarkKind
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks throughout.

    Attributes:
        text: the stretch.
        kinds: of the marks.
        href: the address of a link.
        stands_for: the note or image that a reference stands for ("#note:0", "figure:0").
        language: the code of its language, if that is marked.
    """

    text: str
    kinds: frozenset[MarkKind] = frozenset()
    href: str = ""
    stands_for: str = ""
    language: str = ""


def runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """Cut `text` where a mark begins or ends; the runs joined are the text.

    Marks (code points) may nest and cross; parts outside the text are ignored. Of two links over the same
    words the inner one, which begins later, counts.
    """
    cuts = {0, len(text)}
    cuts.update(edge for mark in marks for edge in (mark.start, mark.end) if 0 < edge < len(text))
    coming = sorted(range(len(marks)), key=lambda index: marks[index].start, reverse=True)
    over = _Over(marks)
    for start, end in pairwise(sorted(cuts)):
        while coming and marks[coming[-1]].start <= start:
            over.add(coming.pop())
        over.end_at(start)
        yield over.run(text[start:end])


def marks_on(stretches: Sequence[Span], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each stretch (in order, code points) the marks on it, clipped to it and relative to its start."""
    found: list[list[Mark]] = [[] for _ in stretches]
    for mark in marks:
        for index in range(bisect_right(stretches, mark.start, key=itemgetter(1)), len(stretches)):
            start, end = stretches[index]
            if start >= mark.end:
                break
            first, last = max(mark.start, start) - start, min(mark.end, end) - start
            if first < last:
                found[index].append(mark.at(first, last))
    return found


@dataclass(slots=True)
class _Over:
    """The marks, by index, over a place that moves through a text; each mark is visited twice."""

    marks: Sequence[Mark]
    ending: list[tuple[int, int]] = field(default_factory=list)
    referring: dict[MarkKind, list[tuple[int, int]]] = field(default_factory=dict)
    counts: Counter[MarkKind] = field(default_factory=Counter)
    kinds: frozenset[MarkKind] = frozenset()

    def add(self, index: int) -> None:
        mark = self.marks[index]
        heappush(self.ending, (mark.end, index))
        self.counts[mark.kind] += 1
        if mark.kind not in self.kinds:
            self.kinds |= {mark.kind}
        if mark.href or mark.kind is MarkKind.LINK:
            heappush(self.referring.setdefault(mark.kind, []), (-index, mark.end))

    def end_at(self, place: int) -> None:
        while self.ending and self.ending[0][0] <= place:
            kind = self.marks[heappop(self.ending)[1]].kind
            self.counts[kind] -= 1
            if not self.counts[kind]:
                self.kinds -= {kind}
        for waiting in self.referring.values():
            while waiting and waiting[0][1] <= place:
                heappop(waiting)

    def run(self, text: str) -> Run:
        """The stretch `text` here."""
        if not self.referring:
            return Run(text, self.kinds)
        stands_for = self._href(MarkKind.NOTE) or self._href(MarkKind.IMAGE)
        return Run(text, self.kinds, self._href(MarkKind.LINK), stands_for, self._href(MarkKind.LANGUAGE))

    def _href(self, kind: MarkKind) -> str:
        waiting = self.referring.get(kind)
        return self.marks[-waiting[0][0]].href if waiting else ""
