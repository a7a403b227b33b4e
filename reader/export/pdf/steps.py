"""Rows for facing pages, cut into steps that keep both pages aligned: rows break across pages only between steps."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from reader.export.blocks import Block, Piece, Segment
from reader.text import Span

# A step: the parts of the source and of the target that begin at the same height.
Step = tuple[tuple[Segment, ...], tuple[Segment, ...]]


def steps(block: Block, longest: int) -> Iterator[Step]:
    """The first two texts of `block` in steps of one or more sentence pairs; joined they are the texts.

    Pairs that cross stay in one step. A step of over `longest` characters is cut into equal parts on both sides,
    between words if possible.
    """
    left, right = (side.segments if side is not None else () for side in block.sides[:2])
    cuts = list(_cuts(list(_pairs(left, right)))) if right else []
    sources = _grouped(left, [cut[0] for cut in cuts])
    targets = _grouped(right, [cut[1] for cut in cuts])
    for source, target in zip(sources, targets, strict=True):
        count = 1 + max(_length(source), _length(target)) // longest
        yield from zip(_parts(source, count), _parts(target, count), strict=True)


def _pairs(left: Sequence[Segment], right: Sequence[Segment]) -> Iterator[tuple[Span, Span]]:
    """The spans of the sentences that both texts have."""
    others = {segment.index: segment.span for segment in right if segment.index is not None}
    for segment in left:
        if segment.index in others:
            yield segment.span, others[segment.index]


def _cuts(pairs: Sequence[tuple[Span, Span]]) -> Iterator[Span]:
    """Positions in the source and the target that have the same sentences before them."""
    for (source_end, source), (target_end, target) in zip(
        _gaps([pair[0] for pair in pairs]), _gaps([pair[1] for pair in pairs]), strict=True
    ):
        if source_end <= source and target_end <= target:
            yield source, target


def _gaps(spans: Sequence[Span]) -> Iterator[Span]:
    """For each gap between two spans: the furthest end before it and the earliest start after it."""
    ends = accumulate((span[1] for span in spans), max)
    starts = list(accumulate((span[0] for span in reversed(spans)), min))[-2::-1]
    return zip(ends, starts, strict=False)


def _grouped(segments: Sequence[Segment], cuts: Sequence[int]) -> list[tuple[Segment, ...]]:
    """Segments grouped by the cuts between which they begin."""
    groups: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for segment in segments:
        groups[bisect_right(cuts, segment.span[0])].append(segment)
    return [tuple(group) for group in groups]


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(piece.text) for segment in segments for piece in segment.pieces)


def _parts(segments: tuple[Segment, ...], count: int) -> list[tuple[Segment, ...]]:
    """Segments in `count` parts of about equal length."""
    if count == 1:
        return [segments]
    edges = list(_edges("".join(piece.text for segment in segments for piece in segment.pieces), count))
    parts: list[list[Segment]] = [[] for _ in range(count)]
    start = 0
    for segment in segments:
        end = start + _length([segment])
        inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        part = bisect_right(edges, start)
        for number, cut in enumerate(_cut(segment, [edge - start for edge in inner])):
            parts[part + number].append(cut)
        start = end
    return [tuple(part) for part in parts]


def _edges(text: str, count: int) -> Iterator[int]:
    """Where to cut a text into `count` parts: after the last space within the wanted length, or at that length."""
    start = 0
    for left in range(count, 1, -1):
        end = start + (len(text) - start) // left
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1
        start = space or end
        yield start


def _cut(segment: Segment, edges: Sequence[int]) -> list[Segment]:
    """A segment cut at `edges` in its text; the first part has the label, the last the signs."""
    if not edges:
        return [segment]
    pieces: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    start = 0
    for piece in segment.pieces:
        end = start + len(piece.text)
        first = bisect_right(edges, start)
        bounds = [start, *edges[first : bisect_left(edges, end)], end]
        if len(bounds) == 2:
            pieces[first].append(piece)
            start = end
            continue
        for number, (begin, stop) in enumerate(pairwise(bounds), first):
            pieces[number].append(replace(piece, text=piece.text[begin - start : stop - start]))
        start = end
    last = len(edges)
    return [
        replace(
            segment,
            pieces=tuple(own),
            label=segment.label if not number else "",
            edited=segment.edited and number == last,
            warnings=segment.warnings if number == last else (),
        )
        for number, own in enumerate(pieces)
    ]
