"""The order in which the lines of a page are read: columns, and what stands across them.

A gutter is where, line after line, the nearest line to the right begins beyond it. Lines that cross it divide the page
into bands; in each the columns are read one after the other, unless they are those of a table: a table's rows stand
level, its cells are short, and its file has them row by row.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from operator import attrgetter
from statistics import median

from reader.formats.pdf.lines import Line, Strips
from reader.late_dataclasses import dataclass

# Beside so many lines there has to be a gutter; the document has one beside so many.
_FEWEST, _SURE = 3, 8
# What lines of running text have at least: letters, and that share of their column's width.
_LETTERS, _FILLED = 14, 0.6
_LONG = 4
_TOUCH = 1.0
# How often, for each line, the file may change between the columns.
_CHANGES = 0.2
_DEEPEST = 12
_Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A stretch from left to right without text, beside `count` lines."""

    left: float
    right: float
    count: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def flows_of(pages: Sequence[Sequence[Line]]) -> list[list[list[Line]]]:
    """The lines of each page in the order in which they are read: each list is a column, or what stands across some.

    On a page with few lines its columns are those that other pages have.
    """
    ordered = [sorted(lines, key=attrgetter("base")) for lines in pages]
    cutter = _Cutter()
    found = [list(cutter.cut(lines, (), _DEEPEST)) for lines in ordered]
    if cutter.seen:
        cutter = _Cutter(cutter.seen)
        found = [list(cutter.cut(lines, (), _DEEPEST)) for lines in ordered]
    return [[flow for flow in flows if flow] for flows in found]


class _Cutter:
    """Cuts pages into columns; `known` are the middles of gutters of the document, `seen` of those found for sure."""

    def __init__(self, known: Sequence[float] = ()) -> None:
        self._known = sorted(known)
        self.seen: list[float] = []

    def cut(
        self, lines: list[Line], refused: tuple[float, ...], deepest: int, gaps: Sequence[_Gap] | None = None
    ) -> Iterator[list[Line]]:
        """The flows of lines; no gutter is at a place that has been refused. `gaps` are theirs, once they are known."""
        gaps = sorted(_gaps(lines)) if gaps is None and deepest else gaps or ()
        gutter = self._gutter(gaps, refused) if deepest else None
        if gutter is None:
            yield lines
            return
        bands = _bands(lines, gutter.middle)
        columns = [not across and self._are_columns(band, gutter) for across, band in bands]
        beyond = (*refused, gutter.middle)
        if not any(columns):
            yield from self.cut(lines, beyond, deepest - 1, gaps)
            return
        together: list[Line] = []
        for is_cut, (_, band) in zip(columns, bands, strict=True):
            if not is_cut:
                together += band
                continue
            yield from self.cut(together, beyond, deepest - 1)
            together = []
            for side in _sides(band, gutter.middle):
                yield from self.cut(side, refused, deepest - 1)
        yield from self.cut(together, beyond, deepest - 1)

    def _gutter(self, gaps: Sequence[_Gap], refused: Sequence[float]) -> _Gutter | None:
        """The gutter beside most lines, of the gaps in these in order."""
        gaps = [gap for gap in gaps if not any(gap[0] <= middle <= gap[1] for middle in refused)]
        best = _widest_run(gaps)
        if best is not None and (best.count >= _FEWEST or self._is_known(best)):
            return best
        return next((found for gap in gaps if self._is_known(found := _Gutter(*gap, 1))), None)

    def _is_known(self, gutter: _Gutter) -> bool:
        place = bisect_left(self._known, gutter.left)
        return place < len(self._known) and self._known[place] <= gutter.right

    def _are_columns(self, band: Sequence[Line], gutter: _Gutter) -> bool:
        left, right = _sides(band, gutter.middle)
        if self._is_known(gutter):
            return bool(left and right) and _are_apart(left, right)
        if not _are_columns(left, right):
            return False
        if min(len(left), len(right)) >= _SURE:
            self.seen.append(gutter.middle)
        return True


def _widest_run(gaps: Sequence[_Gap]) -> _Gutter | None:
    """What most gaps, in their order, have in common."""
    ends: list[float] = []
    best: _Gutter | None = None
    for left, right in gaps:
        while ends and ends[0] <= left:
            heappop(ends)
        heappush(ends, right)
        if best is None or len(ends) > best.count:
            best = _Gutter(left, ends[0], len(ends))
    return best


def _gaps(lines: Sequence[Line]) -> Iterator[_Gap]:
    """Between each line and the nearest beside it on the right: where the one ends, and the other begins."""
    strips = Strips(lines)
    for line in lines:
        heights = line.top, line.base + line.size
        other = strips.behind(heights, line.right - _TOUCH, inf, partial(_is_level, line))
        if other is not None and other.left > line.right:
            yield line.right, other.left


def _is_level(line: Line, other: Line) -> bool:
    """Whether another line is at the same height as one."""
    near = abs(other.base - line.base) < line.size and other is not line
    return near and other.top < line.base and other.base > line.top


def _bands(lines: Sequence[Line], middle: float) -> list[tuple[bool, list[Line]]]:
    """The lines from the top to the bottom, those across a gutter apart from those beside it."""
    bands: list[tuple[bool, list[Line]]] = []
    for line in lines:
        across = line.left < middle < line.right
        if not bands or bands[-1][0] != across:
            bands.append((across, []))
        bands[-1][1].append(line)
    return bands


def _sides(band: Sequence[Line], middle: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in band if line.right <= middle or line.left < middle]
    right = [line for line in band if line.left >= middle]
    return left, right


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether what stands on the two sides of a gutter is read one side after the other."""
    if len(left) < 2 or len(right) < 2 or max(len(left), len(right)) < _FEWEST:
        return False
    if any(line.grid is not None for line in (*left, *right)):
        return True
    apart = _are_apart(left, right)
    if _is_prose(left) and _is_prose(right):
        return apart or min(len(left), len(right)) >= _LONG
    if apart and (_is_prose(left) or _is_prose(right)):
        return True
    return apart and not _are_level(left, right)


def _are_apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the file has one side after the other, or nearly."""
    order = sorted([(line.first, 0) for line in left] + [(line.first, 1) for line in right])
    changes = sum(side != after for (_, side), (_, after) in pairwise(order))
    return changes <= max(1, _CHANGES * min(len(left), len(right)))


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines fill a column."""
    width = max(line.right for line in lines) - min(line.left for line in lines)
    long = median(line.length for line in lines) >= _LETTERS
    return long and median(line.right - line.left for line in lines) >= _FILLED * width


def _are_level(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether most lines of the shorter side stand level with one of the other."""
    fewer, more = sorted((left, right), key=len)
    bases = [line.base for line in more]
    level = 0
    for line in fewer:
        place = bisect_left(bases, line.base - 1)
        level += place < len(bases) and bases[place] <= line.base + 1
    return 2 * level > len(fewer)
