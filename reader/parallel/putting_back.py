"""Putting back what a paragraph's sentences were asked for without: objects, and the marks of verbatim spans."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.parallel.placing import Insertion, insertions
from reader.text import (
    INLINE_KINDS,
    Asked,
    Cuts,
    Inline,
    Link,
    Mark,
    MarkKind,
    Paragraph,
    Signed,
    Span,
    words_in_place,
)


class Whole(NamedTuple):
    """The translation of a sentence with everything in it.

    Attributes:
        text: the translation.
        links: in code points into the sentence as it stands in the paragraph, and into `text`.
        marks: of objects and verbatim spans, on `text`.
        objects: the spans of `text` that no translator wrote.
    """

    text: str
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    objects: tuple[Span, ...]


class _Bare(NamedTuple):
    """A translation without signs and without white space around it.

    Attributes:
        text: the translation.
        verbatim: its verbatim spans, and of each the spans of the paragraph that it consists of.
        links: between the sentence, also without objects and signs, and `text`.
    """

    text: str
    verbatim: list[tuple[Span, list[Span]]]
    links: list[Link]


class PuttingBack:
    """Works on the sentences of one paragraph."""

    def __init__(self, paragraph: Paragraph, inline: Inline) -> None:
        """`inline` are the verbatim spans and objects of the paragraph."""
        self.inline = inline
        self._marks = paragraph.marks
        self._starts = [mark.start for mark in paragraph.marks]
        self._inner: dict[int, list[Mark]] = defaultdict(list)  # by the index of the verbatim span
        self._free: list[Mark] = []
        for mark in paragraph.marks:
            self._sort(mark)

    def _sort(self, mark: Mark) -> None:
        """Tell whether a mark belongs to a verbatim span: one of code does, and any that is all inside."""
        first = bisect_right(self.inline.verbatim, mark.start, key=lambda span: span[1])
        last = bisect_left(self.inline.verbatim, mark.end, key=lambda span: span[0])
        inside = first + 1 == last and _holds(self.inline.verbatim[first], (mark.start, mark.end))
        if mark.kind in INLINE_KINDS or inside:
            for index in range(first, last):
                self._inner[index].append(mark)
        elif mark.kind is not MarkKind.LANGUAGE:  # of the document's own language, which a translation is not in
            self._free.append(mark)

    def carried(self) -> list[Mark]:
        """The marks that go to the words that theirs are linked to."""
        objects = self.inline.objects
        inside = [objects[bisect_right(objects, mark.start, key=lambda span: span[0]) - 1 :][:1] for mark in self._free]
        return [
            mark
            for mark, around in zip(self._free, inside, strict=True)
            if not (around and _holds(around[0], (mark.start, mark.end)))
        ]

    def whole(self, source: Span, text: str, links: Sequence[Link]) -> Whole:
        """The translation `text` of the sentence at `source`, as it was given, with everything put back."""
        asked = self.inline.asked(source)
        unchanged = text == asked.key
        bare = self._bare(asked, text, links, stripped=not unchanged)
        spans = [span for span, _ in bare.verbatim]
        places = list(insertions(asked, bare.text, spans, bare.links, unchanged=unchanged))
        whole, objects = self._inserted(bare.text, places)
        cuts = Cuts(objects)
        marks = [mark.at(*cuts.whole((mark.start, mark.end))) for mark in self._verbatim_marks(bare.verbatim)]
        marks += self._object_marks(places, objects)
        moved = ((*asked.in_sentence((a, b)), *cuts.whole((c, d)), weight) for a, b, c, d, weight in bare.links)
        return Whole(whole, tuple(moved), tuple(marks), objects)

    def _bare(self, asked: Asked, text: str, links: Sequence[Link], *, stripped: bool) -> "_Bare":
        signed = Signed(text)
        verbatim = list(self._matched(asked, signed))
        seen = words_in_place(signed.text, [span for span, _ in verbatim])
        first, last = (len(seen) - len(seen.lstrip()), len(seen.rstrip())) if stripped else (0, len(seen))
        first = min(first, last)
        moved = ((*asked.without_signs((a, b)), *signed.signs.rest((c, d)), w) for a, b, c, d, w in links)
        return _Bare(
            signed.text[first:last],
            [((start - first, end - first), ours) for (start, end), ours in verbatim],
            [
                (a, b, max(c, first) - first, min(d, last) - first, w)
                for a, b, c, d, w in moved
                if a < b and max(c, first) < min(d, last)
            ],
        )

    def _matched(self, asked: Asked, signed: Signed) -> Iterator[tuple[Span, list[Span]]]:
        """The verbatim spans of a translation, and of each the spans of the paragraph that it consists of."""
        ours: dict[str, list[Span]] = defaultdict(list)
        for span in asked.stretches:
            ours[self.inline.text[slice(*span)]].append(span)
        longest_first = sorted(ours, key=len, reverse=True)
        used: dict[str, int] = defaultdict(int)
        for start, end in _touching(signed.verbatim):
            names = _composed(signed.text[start:end], ours, longest_first)
            if names:
                yield (start, end), [ours[name][min(_next(used, name), len(ours[name]) - 1)] for name in names]

    def _verbatim_marks(self, verbatim: Iterable[tuple[Span, Sequence[Span]]]) -> Iterator[Mark]:
        for (place, _), spans in verbatim:
            for start, end in spans:
                index = bisect_right(self.inline.verbatim, start, key=lambda span: span[0]) - 1
                for mark in self._inner[index]:
                    a, b = max(mark.start, start), min(mark.end, end)
                    if a < b:
                        yield mark.at(a - start + place, b - start + place)
                place += end - start

    def _inserted(self, text: str, places: Sequence[Insertion]) -> tuple[str, tuple[Span, ...]]:
        parts: list[str] = []
        spans: list[Span] = []
        end = length = 0
        for place, start, stop in places:
            parts += [text[end:place], self.inline.text[start:stop]]
            length += place - end
            spans.append((length, length + stop - start))
            end, length = place, length + stop - start
        return "".join(parts) + text[end:], tuple(spans)

    def _object_marks(self, places: Sequence[Insertion], objects: Sequence[Span]) -> Iterator[Mark]:
        for (_, start, stop), (new, _) in zip(places, objects, strict=True):
            for mark in self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]:
                if mark.end <= stop:
                    yield mark.at(mark.start - start + new, mark.end - start + new)


def _touching(spans: Iterable[Span]) -> list[Span]:
    """The spans that are not empty, in order; those that touch are one, as they will be read."""
    found: list[Span] = []
    for start, end in spans:
        if found and start == found[-1][1]:
            found[-1] = (found[-1][0], end)
        elif start < end:
            found.append((start, end))
    return found


def _composed(text: str, ours: dict[str, list[Span]], longest_first: Sequence[str]) -> list[str]:
    """The verbatim texts that `text` consists of; none if it does not."""
    if text in ours:
        return [text]
    names: list[str] = []
    place = 0
    while place < len(text):
        name = next((name for name in longest_first if text.startswith(name, place)), None)
        if name is None:
            return []
        names.append(name)
        place += len(name)
    return names


def _next(used: dict[str, int], name: str) -> int:
    used[name] += 1
    return used[name] - 1


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
