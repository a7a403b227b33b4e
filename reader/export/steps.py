"""Rows for facing pages, cut into steps: what may stand on the next pages begins there on both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.document import Span
from reader.export.bilingual import Block, Segment
from reader.parallel import SentencePair

# A step: what of the source and what of the target stands level.
Step = tuple[tuple[Segment, ...], tuple[Segment, ...]]


def steps(block: Block, longest: int) -> Iterator[Step]:
    """The two texts of `block` in steps of a sentence pair or a few; joined they are the texts.

    Sentences that cross stay in one step. A step over `longest` characters is cut into equal parts on both
    sides, between words where there are any.
    """
    cuts = list(_cuts(block.pairs)) if block.target.segments else []
    sources = _grouped(block.source.segments, [cut[0] for cut in cuts])
    targets = _grouped(block.target.segments, [cut[1] for cut in cuts])
    for source, target in zip(sources, targets, strict=True):
        count = 1 + max(_length(source), _length(target)) // longest
        yield from zip(_parts(source, count), _parts(target, count), strict=True)


def _cuts(pairs: Sequence[SentencePair]) -> Iterator[Span]:
    """Places in the source and the target before which the same sentences stand."""
    for number in range(1, len(pairs)):
        before, after = pairs[:number], pairs[number:]
        source = min(pair.source[0] for pair in after)
        target = min(pair.target[0] for pair in after)
        if all(pair.source[1] <= source and pair.target[1] <= target for pair in before):
            yield source, target


def _grouped(segments: Sequence[Segment], cuts: Sequence[int]) -> list[tuple[Segment, ...]]:
    edges = [0, *cuts, 1 + max((segment.span[1] for segment in segments), default=0)]
    return [tuple(segment for segment in segments if start <= segment.span[0] < end) for start, end in pairwise(edges)]


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(piece.text) for segment in segments for piece in segment.pieces)


def _parts(segments: tuple[Segment, ...], count: int) -> list[tuple[Segment, ...]]:
    """Segments in `count` parts of about the same length."""
    parts: list[tuple[Segment, ...]] = []
    for left in range(count, 1, -1):
        first, segments = _split(segments, _length(segments) // left)
        parts.append(first)
    return [*parts, segments]


def _split(segments: tuple[Segment, ...], length: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Segments cut behind the last space up to `length` characters, or there if there is none."""
    before: list[Segment] = []
    for number, segment in enumerate(segments):
        inside = _length([segment])
        if length < inside:
            first, second = _split_segment(segment, length)
            return (*before, first), (second, *segments[number + 1 :])
        before.append(segment)
        length -= inside
    return tuple(before), ()


def _split_segment(segment: Segment, length: int) -> tuple[Segment, Segment]:
    text = "".join(piece.text for piece in segment.pieces)
    space = max(text.rfind(" ", 0, length), text.rfind("\n", 0, length)) + 1
    left = space or length
    before, after = [], []
    for piece in segment.pieces:
        if left > 0 and piece.text[:left]:
            before.append(replace(piece, text=piece.text[:left]))
        if piece.text[max(left, 0) :]:
            after.append(replace(piece, text=piece.text[max(left, 0) :]))
        left -= len(piece.text)
    # The number stands before the first part, the signs behind the last.
    return (
        replace(segment, pieces=tuple(before), edited=False, warnings=()),
        replace(segment, pieces=tuple(after), label=""),
    )
