"""Layout of the text columns across the page, for every way of showing two texts."""

from reader.late_dataclasses import dataclass
from ui.reading.cell import SOURCE, TARGET

BOTH, STACKED, ORIGINAL, TRANSLATION = "both", "stacked", "original", "translation"

# Margins of a cell in pixels: the outer one has room for the number, less in a narrow cell, the inner one for the sign.
_OUTER, _NARROW_OUTER, _INNER = 56, 36, 20
_NARROW = 360
# They are wider for a large text, whose numbers and signs are large: in ems, and at most this part of the cell.
_OUTER_EMS, _INNER_EMS, _MOST = 2.0, 1.25, 1 / 9
_LEAST_TEXT = 40.0


@dataclass(frozen=True, slots=True)
class Band:
    """The horizontal extent of a column's cell, and of the text in it. In pixels, from the left edge."""

    left: float
    width: float
    text_left: float
    text_width: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the two columns share the width.

    Attributes:
        view: "both" side by side, "stacked" one above the other, "original" or "translation" alone.
        bands: by column; None for a column that is not shown.
    """

    view: str
    bands: tuple[Band | None, Band | None]

    @property
    def stacked(self) -> bool:
        """Whether the translation is below its original."""
        return self.view == STACKED

    @property
    def columns(self) -> tuple[int, ...]:
        """The visible columns."""
        return tuple(column for column in (SOURCE, TARGET) if self.bands[column] is not None)

    def band(self, column: int) -> Band:
        """The band of a visible column."""
        band = self.bands[column]
        assert band is not None
        return band


def arrange(view: str, width: float, split: float, measure: float, narrow: float, em: float) -> Arrangement:
    """Divide `width` pixels among the columns.

    Args:
        view: the user's choice; side by side becomes stacked where the width is less than `narrow`.
        width, measure, narrow, em: in pixels; `measure` is the longest line of text, `em` the size of its letters.
        split: the original's share of the width when side by side, 0 to 1.
    """
    if view == BOTH and width < narrow:
        view = STACKED
    if view == BOTH:
        return Arrangement(view, _side_by_side(width, split, measure, em))
    alone = _alone(width, measure, em)
    if view == STACKED:
        return Arrangement(view, (alone, alone))
    return Arrangement(view, (alone, None) if view == ORIGINAL else (None, alone))


def _side_by_side(width: float, split: float, measure: float, em: float) -> tuple[Band, Band]:
    """Place both texts next to the middle of the page."""
    first = round(width * split)
    source, target = (_text_width(cell, measure, _outer(cell, em) + _INNER) for cell in (first, width - first))
    return (
        Band(0, first, first - _INNER - source, source),
        Band(first, width - first, first + _INNER, target),
    )


def _alone(width: float, measure: float, em: float) -> Band:
    outer = _outer(width, em)
    text = _text_width(width, measure, outer + max(_INNER, min(_INNER_EMS * em, width * _MOST)))
    return Band(0, width, max((width - text) / 2, outer), text)


def _text_width(cell: float, measure: float, margins: float) -> float:
    return max(min(cell - margins, measure), _LEAST_TEXT)


def _outer(cell: float, em: float) -> float:
    return max(_OUTER if cell > _NARROW else _NARROW_OUTER, min(_OUTER_EMS * em, cell * _MOST))
