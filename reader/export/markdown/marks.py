"""Marks as Markdown can say them: nested in one another, in one line where they must be, where readers see them begin.

What is left of them loses no text and shows no delimiter: a mark that Markdown has no way to write is left out.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from html import unescape
from itertools import accumulate, pairwise
from operator import itemgetter

from reader.export.markup import clean
from reader.text import Mark, MarkKind, Paragraph, Run, runs

# From the outside in, where several are on the same words; code has no mark-up inside it.
_ORDER = (MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRIKE, MarkKind.CODE)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
# Addresses that a reader of Markdown must not follow; markdown-it and others show such a link as text.
_UNSAFE = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f]")


def prepared(paragraph: Paragraph) -> Paragraph:
    """A paragraph whose text has no characters but those that a file may hold, "\\n" as the only line end and no
    white space around it, and whose marks are nested and ordered from the outside in."""
    if not paragraph.marks:  # as most have none
        return replace(paragraph, text=clean(paragraph.text).strip())
    moved = [(clean(run.text), run) for run in runs(paragraph.text, paragraph.marks)]
    whole = "".join(shown for shown, _ in moved)
    text = whole.strip()
    before = len(whole) - len(whole.lstrip())
    spans = _spans(moved)
    marks = (mark.at(max(mark.start - before, 0), min(mark.end - before, len(text))) for mark in spans)
    return replace(paragraph, text=text, marks=tuple(_nested(text, list(marks))))


def _spans(cut: Iterable[tuple[str, Run]]) -> Iterator[Mark]:
    """A mark for every stretch that is marked alike, however many marks it was made of."""
    opened: dict[tuple[MarkKind, str], int] = {}
    end = 0
    for shown, run in cut:
        keys = set(_keys(run))
        for key in [key for key in opened if key not in keys]:
            yield Mark(opened.pop(key), end, *key)
        for key in keys:
            opened.setdefault(key, end)
        end += len(shown)
    for key, start in opened.items():
        yield Mark(start, end, *key)


def _keys(run: Run) -> Iterator[tuple[MarkKind, str]]:
    for kind in run.kinds:
        if kind is not MarkKind.LINK:
            yield kind, ""
        elif not _UNSAFE.match(_UNSEEN.sub("", unescape(run.href))):
            yield kind, clean(run.href).replace("\n", "")


def _nested(text: str, marks: Sequence[Mark]) -> list[Mark]:
    codes = [mark for mark in marks if mark.kind is MarkKind.CODE]
    uncrossed = list(_uncrossed(text, (mark for mark in marks if mark.kind is not MarkKind.CODE)))
    others = list(_seen(text, uncrossed, codes))
    cut = (line for mark in codes for line in _lines(text, mark))
    inner = _without_references(_between(text, list(cut), others), others, text)
    return sorted([*others, *inner], key=_outermost_first)


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, _RANK[mark.kind]


def _without_edges(mark: Mark, text: str) -> Mark | None:
    """The mark without white space at its ends, where Markdown would not see the delimiters."""
    covered = text[mark.start : mark.end]
    start = mark.start + len(covered) - len(covered.lstrip())
    end = mark.end - len(covered) + len(covered.rstrip())
    return mark.at(start, end) if start < end else None


def _uncrossed(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in order, none crossing another: what of one goes on behind an outer one is a mark of its own."""
    waiting = [(_outermost_first(mark), mark) for each in marks if (mark := _without_edges(each, text))]
    heapify(waiting)
    around: list[int] = []  # where those end that are open
    while waiting:
        _, mark = heappop(waiting)
        while around and around[-1] <= mark.start:
            around.pop()
        if around and around[-1] < mark.end:
            rest = _without_edges(replace(mark, start=around[-1]), text)
            if rest:
                heappush(waiting, (_outermost_first(rest), rest))
            mark = _without_edges(replace(mark, end=around[-1]), text) or mark
        around.append(mark.end)
        yield mark


def _seen(text: str, marks: Sequence[Mark], codes: Sequence[Mark]) -> Iterator[Mark]:
    """Without marks whose delimiters a reader would take for text, inside a word or beside a sign."""
    firm = [mark for mark in (*marks, *codes) if mark.kind in (MarkKind.LINK, MarkKind.STRIKE, MarkKind.CODE)]
    starts, ends = {mark.start for mark in firm}, {mark.end for mark in firm}
    closed = {mark.end for mark in marks if mark.kind is not MarkKind.LINK}
    for mark in marks:
        first, last = mark.start, mark.end
        if mark.kind is MarkKind.LINK:
            yield mark
            continue
        opens = first not in closed and (_apart(text, first - 1) or (_in_word(text, first) and first not in starts))
        closes = _apart(text, last) or (_in_word(text, last - 1) and last not in ends)
        if opens and closes:
            yield mark


def _apart(text: str, place: int) -> bool:
    """Whether what is at `place` stands apart from words: an edge, white space or a punctuation mark."""
    return not 0 <= place < len(text) or text[place].isspace() or unicodedata.category(text[place])[0] == "P"


def _in_word(text: str, place: int) -> bool:
    return unicodedata.category(text[place])[0] in "LMN"


def _lines(text: str, mark: Mark) -> Iterator[Mark]:
    """Code line by line: behind a line break inside it nothing could be escaped."""
    start = mark.start
    for line in text[mark.start : mark.end].split("\n"):
        yield replace(mark, start=start, end=start + len(line))
        start += len(line) + 1


def _between(text: str, codes: Iterable[Mark], others: Sequence[Mark]) -> Iterator[Mark]:
    """Code cut where other marks begin and end."""
    edges = sorted({edge for mark in others for edge in (mark.start, mark.end)})
    for mark in codes:
        inner = edges[bisect_right(edges, mark.start) : bisect_left(edges, mark.end)]
        for start, end in pairwise([mark.start, *inner, mark.end]):
            if cut := _without_edges(replace(mark, start=start, end=end), text):
                yield cut


def _without_references(codes: Iterable[Mark], others: Sequence[Mark], text: str) -> Iterator[Mark]:
    """Without code in a link that would make a link definition of it, and the text disappear.

    Behind "[", "]:" ends a definition's label; in code it cannot be escaped.
    """
    links = sorted((mark.start, mark.end) for mark in others if mark.kind is MarkKind.LINK)
    farthest = list(accumulate((end for _, end in links), max))
    for mark in codes:
        before = bisect_right(links, mark.start, key=itemgetter(0))
        linked = before > 0 and farthest[before - 1] >= mark.end
        if not (linked and "]:" in text[mark.start : mark.end]):
            yield mark
