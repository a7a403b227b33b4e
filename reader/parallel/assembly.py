"""Assembling sentences into a row: the one place that decides where the translation of a sentence goes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.parallel.pairs import SentencePair
from reader.parallel.putting_back import PuttingBack
from reader.parallel.rows import Row, translated_row
from reader.processing import CUE_RULES, cue_findings
from reader.text import Asked, Inline, Link, Paragraph, Span, blanked, carried_marks, in_order, without_edges


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
    space next to it along, except a line break. What sentences were asked for without (see `Inline`) is put back.
    """
    inline = Inline.of(paragraph.text, paragraph.marks)
    if inline is None:
        target, pairs = _joined(paragraph.text, parts)
        marks = carried_marks(paragraph.marks, pairs, paragraph.text, target)
        return translated_row(paragraph, target, _with_cue_warnings(paragraph, target, pairs), marks)
    putting_back = PuttingBack(paragraph, inline)
    wholes = [putting_back.whole(part.source, part.text, part.links) for part in parts]
    full = [part._replace(text=w.text, links=w.links) for part, w in zip(parts, wholes, strict=True)]
    target, pairs = _joined(paragraph.text, full)
    starts = [pair.target[0] for pair in pairs]
    objects = [(a + by, b + by) for w, by in zip(wholes, starts, strict=True) for a, b in w.objects]
    own = [mark.at(mark.start + by, mark.end + by) for w, by in zip(wholes, starts, strict=True) for mark in w.marks]
    texts = blanked(paragraph.text, inline.objects), blanked(target, objects)
    carried = carried_marks(putting_back.carried(), pairs, *texts)
    return translated_row(paragraph, target, pairs, in_order([*own, *without_edges(carried, objects)]))


def _joined(text: str, parts: Sequence[Part]) -> tuple[str, tuple[SentencePair, ...]]:
    """The target of a paragraph, and its sentence pairs."""
    gaps = [text[a.source[1] : b.source[0]] for a, b in pairwise(parts)]
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
    return target, tuple(pairs)


def _with_cue_warnings(paragraph: Paragraph, target: str, pairs: tuple[SentencePair, ...]) -> tuple[SentencePair, ...]:
    """The pairs, the longest with what is wrong with all of the cue: no sentence has that for itself."""
    cue = paragraph.cue
    found = tuple(each.rule for each in cue_findings(paragraph.text, target, cue.seconds)) if cue is not None else ()
    if not found:
        return pairs
    longest = max(range(len(pairs)), key=lambda n: pairs[n].target[1] - pairs[n].target[0])
    told = replace(pairs[longest], warnings=(*pairs[longest].warnings, *found))
    return (*pairs[:longest], told, *pairs[longest + 1 :])


def parts_of(row: Row) -> list[Part]:
    """The parts of a finished row; the inverse of `assembled`."""
    inline = Inline.of(row.source.text, row.source.marks)
    if inline is not None:
        other = Inline.of(row.target, row.marks) or Inline(row.target, [], [])
        return [_part_of(pair, inline.asked(pair.source), other.asked(pair.target)) for pair in row.sentences]
    return [
        Part(
            pair.source,
            row.target[slice(*pair.target)],
            pair.score,
            moved_links(pair.links, -pair.source[0], -pair.target[0]),
            tuple(code for code in pair.warnings if code not in CUE_RULES) if row.source.cue else pair.warnings,
            pair.edited,
            pair.linked,
        )
        for pair in row.sentences
    ]


def texts_of(row: Row, pairs: Iterable[SentencePair] | None = None) -> list[str]:
    """The translations in the parts of a finished row, or in some of them, without the rest, which takes longer."""
    pairs = row.sentences if pairs is None else pairs
    if Inline.of(row.source.text, row.source.marks) is None:
        return [row.target[slice(*pair.target)] for pair in pairs]
    inline = Inline.of(row.target, row.marks) or Inline(row.target, [], [])
    return [inline.asked(pair.target).key for pair in pairs]


def _part_of(pair: SentencePair, ours: Asked, theirs: Asked) -> Part:
    links = tuple((*ours.in_key((a, b)), *theirs.in_key((c, d)), weight) for a, b, c, d, weight in pair.links)
    return Part(pair.source, theirs.key, pair.score, links, pair.warnings, pair.edited, pair.linked)


def moved_links(links: Sequence[Link], source: int, target: int) -> tuple[Link, ...]:
    """The links of a sentence moved to its paragraph, where its two texts begin at these code points."""
    if source == target == 0:
        return tuple(links)
    return tuple((s0 + source, s1 + source, t0 + target, t1 + target, weight) for s0, s1, t0, t1, weight in links)
