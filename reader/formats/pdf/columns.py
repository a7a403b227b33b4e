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

# Beside so many lines there has to be a gutter.
_FEWEST = 3
# What lines of running text have at least: letters, and that share of their column's width.
_LETTERS, _FILLED = 14, 0.6
_LONG = 4
_TOUCH = 1.0
# How often, for each line, the file may change between the columns.
_CHANGES = 0.2
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A stretch from left to right without text, beside `count` lines."""

    left: float
    right: float
    count: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def flows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in the order in which they are read: each list is a column, or what stands across columns."""
    return [flow for flow in _flows(sorted(lines, key=attrgetter("base")), (), _DEEPEST) if flow]


def _flows(lines: list[Line], refused: tuple[float, ...], deepest: int) -> Iterator[list[Line]]:
    gutter = _gutter(lines, refused) if deepest else None
    if gutter is None:
        yield lines
        return
    bands = _bands(lines, gutter.middle)
    if not any(_are_columns(band, gutter) for across, band in bands if not across):
        yield from _flows(lines, (*refused, gutter.middle), deepest - 1)
        return
    together: list[Line] = []
    for across, band in bands:
        if across or not _are_columns(band, gutter):
            together += band
            continue
        yield from _flows(together, (*refused, gutter.middle), deepest - 1)
        together = []
        for side in _sides(band, gutter.middle):
            yield from _flows(side, refused, deepest - 1)
    yield from _flows(together, (*refused, gutter.middle), deepest - 1)


def _gutter(lines: Sequence[Line], refused: Sequence[float]) -> _Gutter | None:
    """The gutter beside most lines."""
    gaps = sorted(_gaps(lines))
    gaps = [gap for gap in gaps if not any(gap[0] <= middle <= gap[1] for middle in refused)]
    if len(gaps) < _FEWEST:
        return None
    ends: list[float] = []
    best: _Gutter | None = None
    for left, right in gaps:
        ends = [end for end in ends if end > left]
        ends.insert(bisect_left(ends, right), right)
        if best is None or len(ends) > best.count:
            best = _Gutter(left, ends[0], len(ends))
    return best if best is not None and best.count >= _FEWEST else None


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
        while 0 <= at < len(lines) and abs(lines[at].base - line.base) < line.size:
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


def _are_columns(band: Sequence[Line], gutter: _Gutter) -> bool:
    """Whether what stands on the two sides of a gutter is read one side after the other."""
    left, right = _sides(band, gutter.middle)
    if len(left) < 2 or len(right) < 2 or max(len(left), len(right)) < _FEWEST:
        return False
    if any(line.grid is not None for line in band):
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
