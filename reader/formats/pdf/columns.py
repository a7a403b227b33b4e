"""The order in which the lines of a page are read: columns, and what stands across them.

A gutter is where, line after line, the nearest line to the right begins beyond it. Lines that cross it divide the page
into bands; in each the columns are read one after the other, unless they are those of a table: a table's rows stand
level, its cells are short, and its file has them row by row.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from reader.formats.pdf.lines import Line
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
# No more lines are looked at for one beside another.
_MOST_BESIDE = 100


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
        cutter = _Cutter(tuple(cutter.seen))
        found = [list(cutter.cut(lines, (), _DEEPEST)) for lines in ordered]
    return [[flow for flow in flows if flow] for flows in found]


class _Cutter:
    """Cuts pages into columns; `known` are gutters of the document, and `seen` those that have been found for sure."""

    def __init__(self, known: Sequence[_Gutter] = ()) -> None:
        self._known = known
        self.seen: list[_Gutter] = []

    def cut(self, lines: list[Line], refused: tuple[float, ...], deepest: int) -> Iterator[list[Line]]:
        """The flows of lines; no gutter is at a place that has been refused."""
        gutter = self._gutter(lines, refused) if deepest else None
        if gutter is None:
            yield lines
            return
        bands = _bands(lines, gutter.middle)
        columns = [not across and self._are_columns(band, gutter) for across, band in bands]
        beyond = (*refused, gutter.middle)
        if not any(columns):
            yield from self.cut(lines, beyond, deepest - 1)
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

    def _gutter(self, lines: Sequence[Line], refused: Sequence[float]) -> _Gutter | None:
        """The gutter beside most lines."""
        gaps = sorted(gap for gap in _gaps(lines) if not any(gap[0] <= middle <= gap[1] for middle in refused))
        best = _widest_run(gaps)
        if best is not None and (best.count >= _FEWEST or self._is_known(best)):
            return best
        return next((found for gap in gaps if self._is_known(found := _Gutter(*gap, 1))), None)

    def _is_known(self, gutter: _Gutter) -> bool:
        return any(gutter.left <= known.middle <= gutter.right for known in self._known)

    def _are_columns(self, band: Sequence[Line], gutter: _Gutter) -> bool:
        left, right = _sides(band, gutter.middle)
        if self._is_known(gutter):
            return bool(left and right) and _are_apart(left, right)
        if not _are_columns(left, right):
            return False
        if min(len(left), len(right)) >= _SURE:
            self.seen.append(gutter)
        return True


def _widest_run(gaps: Sequence[tuple[float, float]]) -> _Gutter | None:
    """What most gaps, in their order, have in common."""
    ends: list[float] = []
    best: _Gutter | None = None
    for left, right in gaps:
        ends = [end for end in ends if end > left]
        ends.insert(bisect_left(ends, right), right)
        if best is None or len(ends) > best.count:
            best = _Gutter(left, ends[0], len(ends))
    return best


def _gaps(lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """Between each line and the nearest beside it on the right: where the one ends, and the other begins."""
    for place, line in enumerate(lines):
        nearest = None
        for other in _level(lines, place, line):
            if other.left >= line.right - _TOUCH and (nearest is None or other.left < nearest):
                nearest = other.left
        if nearest is not None and nearest > line.right:
            yield line.right, nearest


def _level(lines: Sequence[Line], place: int, line: Line) -> Iterator[Line]:
    """The lines that are at the same height as one."""
    for step in (1, -1):
        at = place + step
        while 0 <= at < len(lines) and abs(at - place) <= _MOST_BESIDE and abs(lines[at].base - line.base) < line.size:
            other = lines[at]
            if other.top < line.base and other.base > line.top:
                yield other
            at += step


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
