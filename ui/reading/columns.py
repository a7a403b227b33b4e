"""Layout of the text columns across the page, for every way of showing texts."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.parallel import Column

BOTH, STACKED, ORIGINAL, TRANSLATION = "both", "stacked", "original", "translation"

# Margins of a cell in pixels: the outer one has room for the number, less in a narrow cell, the inner one for the sign.
_OUTER, _NARROW_OUTER, _INNER = 56, 36, 20
_NARROW = 360
# They are wider for a large text, whose numbers and signs are large: in ems, and at most this part of the cell.
_OUTER_EMS, _INNER_EMS, _MOST = 2.0, 1.25, 1 / 9
_LEAST_TEXT = 40.0
# Between a number and its text, and before it, in pixels; its size, and the width of a digit, in ems.
NUMBER_GAP, NUMBER_EDGE = 17, 2
NUMBER_SCALE, _DIGIT = 0.72, 0.5
# The least characters in a column; with less room two texts are stacked, and more are scrolled sideways.
_LEAST_CHARACTERS = 24


@dataclass(frozen=True, slots=True)
class Band:
    """The horizontal extent of a column's cell, and of the text in it. In pixels, from the left edge."""

    left: float
    width: float
    text_left: float
    text_width: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the columns share the width.

    Attributes:
        view: "both" side by side, "stacked" one above the other, "original" or "translation" alone.
        bands: by visible column, in their order.
    """

    view: str
    bands: Mapping[int, Band]

    @property
    def stacked(self) -> bool:
        """Whether each text is below the one before it."""
        return self.view == STACKED

    @property
    def columns(self) -> tuple[int, ...]:
        """The visible columns, in their order."""
        return tuple(self.bands)

    @property
    def beside(self) -> bool:
        """Whether there are columns beside each other."""
        return not self.stacked and len(self.bands) > 1

    @property
    def width(self) -> float:
        """The width of the page, which may be more than there is room for."""
        return max(band.left + band.width for band in self.bands.values())

    def band(self, column: int) -> Band:
        """The band of a visible column."""
        return self.bands[column]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see.

    Attributes:
        view: as in `Arrangement`; side by side becomes stacked where there is no room for two.
        columns: the columns to see, in their order; one at least. Only one of them if `view` is that text alone.
        shares: of the width when side by side, in this order; they count relative to each other.
    """

    view: str
    columns: Sequence[int]
    shares: Sequence[float]


def label_room(label: str, em: float) -> float:
    """The room in the outer margin that a number or time needs, in pixels."""
    return NUMBER_GAP + 2 * NUMBER_EDGE + len(label) * _DIGIT * NUMBER_SCALE * em if label else 0.0


class Measures(NamedTuple):
    """The longest line of text, the size of its letters, and the room that numbers need in the outer margin."""

    line: float
    em: float
    room: float

    def outer(self, cell: float) -> float:
        """The outer margin of a cell."""
        least = _OUTER if cell > _NARROW else _NARROW_OUTER
        return max(least, self.room, min(_OUTER_EMS * self.em, cell * _MOST))


def arrange(
    wanted: Wanted, width: float, measure: float, character: float, em: float, room: float = 0.0
) -> Arrangement:
    """Divide `width` pixels among the columns.

    Args:
        wanted: the user's choice.
        width: of what can be seen of the page.
        measure, character, em: the longest line of text, a letter's mean width and its size; in pixels.
        room: what numbers or times need in the outer margin.
    """
    measures = Measures(measure, em, room)
    view, columns = wanted.view, wanted.columns
    if view in (ORIGINAL, TRANSLATION):
        columns = (Column.ORIGINAL,) if view == ORIGINAL else (Column.TRANSLATION,)
    if len(columns) > 1 and view == BOTH:
        least = _LEAST_CHARACTERS * character + _NARROW_OUTER + _INNER
        if len(columns) == 2 and width < 2 * (least + _INNER):
            view = STACKED
        elif len(columns) == 2:
            return Arrangement(view, dict(zip(columns, _two(width, _first(wanted.shares), measures), strict=True)))
        else:
            return Arrangement(view, dict(zip(columns, _many(width, wanted.shares, least, measures), strict=True)))
    alone = _alone(width, measures)
    return Arrangement(view, dict.fromkeys(columns, alone))


def _first(shares: Sequence[float]) -> float:
    return shares[0] / sum(shares)


def _two(width: float, share: float, measures: Measures) -> tuple[Band, Band]:
    """Place both texts next to the middle of the page."""
    first = round(width * share)
    source = _text_width(first, measures.line, measures.outer(first) + _INNER)
    target = _text_width(width - first, measures.line, measures._replace(room=0.0).outer(width - first) + _INNER)
    return (
        Band(0, first, first - _INNER - source, source),
        Band(first, width - first, first + _INNER, target),
    )


def _many(width: float, shares: Sequence[float], least: float, measures: Measures) -> list[Band]:
    """Place each text at the left of its cell; the first has room for the number."""
    edges = [round(edge) for edge in accumulate(_widths(width, shares, least), initial=0.0)]
    bands = []
    for left, right in pairwise(edges):
        before = measures.outer(right - left) if left == 0 else _INNER
        text = _text_width(right - left, measures.line, before + _INNER)
        bands.append(Band(left, right - left, left + before, text))
    return bands


def _widths(width: float, shares: Sequence[float], least: float) -> list[float]:
    """The widths of columns: each its share, but none narrower than `least`, even if that takes more than `width`."""
    widths = [0.0] * len(shares)
    open_ones = list(range(len(shares)))
    room = width
    while open_ones:
        total = sum(shares[each] for each in open_ones)
        narrow = [each for each in open_ones if room * shares[each] / total < least]
        for each in narrow or open_ones:
            widths[each] = least if narrow else room * shares[each] / total
        if not narrow:
            break
        room -= least * len(narrow)
        open_ones = [each for each in open_ones if each not in narrow]
    return widths


def _alone(width: float, measures: Measures) -> Band:
    outer = measures.outer(width)
    text = _text_width(width, measures.line, outer + max(_INNER, min(_INNER_EMS * measures.em, width * _MOST)))
    return Band(0, width, max((width - text) / 2, outer), text)


def _text_width(cell: float, measure: float, margins: float) -> float:
    return max(min(cell - margins, measure), _LEAST_TEXT)
