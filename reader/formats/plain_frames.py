"""Frames of stars or number signs around lines of plain text, as around what is important."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader import late_re as re

_EDGE = re.compile(r"\s*([*#])\1{4,}\s*")
_FRAMED = {sign: re.compile(rf"\s*\{sign}(?:\s.*)?\s\{sign}\s*") for sign in "*#"}
_RULE = "*****"


def without_frames(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines of a block as blocks: a frame becomes two rules with what stands between, and all else stays."""
    edges = [place for place, line in enumerate(lines) if line.lstrip()[:1] in ("*", "#") and _EDGE.fullmatch(line)]
    start = 0
    for top, bottom in pairwise(edges):
        framed = lines[top + 1 : bottom]
        sign = lines[top].lstrip()[0]
        if top < start or not framed or not all(map(_FRAMED[sign].fullmatch, framed)):
            continue
        if start < top:
            yield lines[start:top]
        yield [_RULE]
        yield from _blocks([line.strip()[1:-1].strip() for line in framed])
        yield [_RULE]
        start = bottom + 1
    if start < len(lines):
        yield lines[start:] if start else lines


def _blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    return (list(run) for filled, run in groupby(lines, bool) if filled)
