"""Assembling sentences into a row: the one place that decides where the translation of a sentence goes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.parallel.formatting import carried_marks
from reader.parallel.rows import Link, Row, SentencePair, translated_row
from reader.text import Paragraph, Span


class Part(NamedTuple):
    """One sentence of a paragraph with its translation.

    Attributes:
        source: span of the sentence, in code points into the paragraph.
        text: its translation; "" if it is deliberately left out.
        score, warnings, edited, linked: see `SentencePair`.
        links: in code points into the sentence and into `text`.
    """

    source: Span
    text: str
    score: float | None = None
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    edited: bool = False
    linked: bool = True


def assembled(paragraph: Paragraph, parts: Sequence[Part]) -> Row:
    """The finished row of a paragraph, from all its sentences in order.

    The white space between the sentences is that of the source. A sentence that was left out takes the white
    space next to it along, except a line break.
    """
    gaps = [paragraph.text[a.source[1] : b.source[0]] for a, b in pairwise(parts)]
    pairs: list[SentencePair] = []
    target = between = ""
    for part, gap in zip(parts, [*gaps, ""], strict=True):
        if target and part.text:
            target += between
        start = len(target)
        links = moved_links(part.links, part.source[0], start)
        target += part.text
        span = start, len(target)
        pairs.append(SentencePair(part.source, span, part.score, links, part.warnings, part.edited, part.linked))
        between = gap if part.text or gap.count("\n") >= between.count("\n") else between
    marks = carried_marks(paragraph.marks, pairs, paragraph.text, target)
    return translated_row(paragraph, target, tuple(pairs), marks)


def parts_of(row: Row) -> list[Part]:
    """The parts of a finished row; the inverse of `assembled`."""
    return [
        Part(
            pair.source,
            row.target[slice(*pair.target)],
            pair.score,
            moved_links(pair.links, -pair.source[0], -pair.target[0]),
            pair.warnings,
            pair.edited,
            pair.linked,
        )
        for pair in row.sentences
    ]


def moved_links(links: Sequence[Link], source: int, target: int) -> tuple[Link, ...]:
    """The links of a sentence moved to its paragraph, where its two texts begin at these code points."""
    if source == target == 0:
        return tuple(links)
    return tuple((s0 + source, s1 + source, t0 + target, t1 + target, weight) for s0, s1, t0, t1, weight in links)
