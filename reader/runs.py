"""Marked text as runs: the flat form that formats and screens draw from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.document import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is marked alike throughout; `href` is "" outside links."""

    text: str
    kinds: frozenset[MarkKind] = frozenset()
    href: str = ""


def runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """Cut `text` where a mark begins or ends; the runs joined give the text again.

    Marks (code points) may nest and cross; what lies outside the text is ignored. Of two links over the
    same words the inner one, which begins later, counts.
    """
    cuts = {0, len(text)}
    cuts.update(edge for mark in marks for edge in (mark.start, mark.end) if 0 < edge < len(text))
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        hrefs = [mark.href for mark in over if mark.kind is MarkKind.LINK]
        yield Run(text[start:end], frozenset(mark.kind for mark in over), hrefs[-1] if hrefs else "")
