"""Where a paragraph's text, its marker and the lines beside it stand, from the boxes and list items around it."""

from collections.abc import Callable, Iterator
from math import exp
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, Box, BoxKind, Kind, Paragraph
from ui.reading.typography import marker_of, style_of

# Width of a step, in ems.
_STEP = 1.4
# Between a marker and its text, in ems: where it is as wide as a step, and where it pushes its text.
_LEAST_GAP, _GAP = 0.1, 0.4
# Between the line beside a quote and its text, in ems.
_LINE = 0.7
# Inside the frame of a figure, in ems.
FRAME = 0.55
# Of the width: what all steps together may take, and up to where they are evenly wide; what a wide marker may take.
_MOST, _EVEN, _MOST_MARKED = 0.5, 0.3, 0.75

# Deeper items look like this one: steps are not even a pixel wide then.
_DEEPEST = 50
_LINED = (BoxKind.QUOTE, BoxKind.ASIDE)


class Step(NamedTuple):
    """One step of an indent: a list item or, with its box, a quote, aside or note, or what the kind itself needs."""

    hangs: bool  # whether a marker can hang in it
    box: Box | None = None


_ITEM = Step(hangs=True)
_QUOTED = Step(hangs=False, box=Box(BoxKind.QUOTE, -1))  # a quote without a box


@dataclass(frozen=True, slots=True)
class Line:
    """A line beside a box: its distance from the left edge of the slot, in pixels."""

    box: Box
    left: float


@dataclass(frozen=True, slots=True)
class Indents:
    """Distances from the left edge of a paragraph's slot, in pixels.

    Attributes:
        text: of the text.
        marker: of the marker.
        wide, room: how wide the marker is, and how wide it may be; not distances.
        note: of the label of the innermost note.
        lines: the lines beside quotes and asides, outermost first.
        frame: of the frame of a figure.
        right: free on the right of the text.
    """

    text: float = 0.0
    marker: float = 0.0
    wide: float = 0.0
    room: float = 0.0
    note: float = 0.0
    lines: tuple[Line, ...] = ()
    frame: float = 0.0
    right: float = 0.0


NO_INDENTS = Indents()


def indents(paragraph: Paragraph, width: float, em: float, width_of: Callable[[str], float]) -> Indents:
    """The indents of a paragraph in a slot.

    Args:
        paragraph: the paragraph.
        width: of its slot, in pixels.
        em: the reading size, in pixels.
        width_of: the width of a marker in the paragraph's font, in pixels.
    """
    if paragraph.kind is Kind.PARAGRAPH and not (paragraph.level or paragraph.within or paragraph.marker):
        return NO_INDENTS  # the usual case
    steps, marker = _steps(paragraph), marker_of(paragraph)
    if not steps and not marker:
        return NO_INDENTS
    ends = [_squeezed(number * _STEP * em, width) for number in range(len(steps) + 1)]
    hanging = max((number for number, step in enumerate(steps) if step.hangs), default=len(steps))
    framed = FRAME * em if paragraph.kind is Kind.FIGURE else 0.0
    left, text = ends[hanging] + framed, ends[-1] + framed
    wide = width_of(marker) if marker else 0.0
    if marker:
        least = _LEAST_GAP if text - left >= _STEP * em else _GAP
        if left + wide + least * em > text:
            text = max(min(left + wide + _GAP * em, _MOST_MARKED * width), text)
    noted = next((n for n, step in enumerate(steps) if step.box and step.box.kind is BoxKind.NOTE), 0)
    return Indents(
        text=text,
        marker=left,
        wide=wide,
        room=max(text - left - _LEAST_GAP * em, 1.0),
        note=ends[noted],
        lines=tuple(
            Line(step.box, ends[number + 1] - _LINE * min(em, (ends[number + 1] - ends[number]) / _STEP))
            for number, step in enumerate(steps)
            if step.box and step.box.kind in _LINED
        ),
        frame=ends[-2] if framed else 0.0,
        right=framed,
    )


def _squeezed(distance: float, width: float) -> float:
    """The place of a step; deep ones move together, so that each stays apart and text has room."""
    even = _EVEN * width
    rest = _MOST * width - even
    return distance if distance <= even else even + rest * (1 - exp((even - distance) / rest))


def _steps(paragraph: Paragraph) -> list[Step]:
    """The steps of a paragraph in its cell, outermost first."""
    steps = list(_boxed(paragraph)) if paragraph.within else []
    items = sum(step is _ITEM for step in steps)
    if paragraph.kind not in HEADINGS:  # whose level is another
        steps += [_ITEM] * (min(paragraph.level, _DEEPEST) - items)
        if paragraph.kind is Kind.LIST_ITEM and not items and not paragraph.level:
            steps.append(_ITEM)
    if paragraph.kind is Kind.QUOTE and not any(box.kind is BoxKind.QUOTE for box in paragraph.within):
        steps.append(_QUOTED)
    if style_of(paragraph).step:
        steps.append(_ITEM)
    return steps


def _boxed(paragraph: Paragraph) -> Iterator[Step]:
    """The steps up to the innermost box; a cell begins at the edge of its slot, and a note counts its own items."""
    places = [n for n, box in enumerate(paragraph.within) if box.kind in (BoxKind.CELL, BoxKind.NOTE)]
    items = 0
    for box in paragraph.within[places[-1] if places else 0 :]:
        if box.kind is BoxKind.NOTE:
            yield Step(hangs=True, box=box)
            continue
        if box.kind in _LINED:
            level = min(box.level, _DEEPEST)
            yield from [_ITEM] * (level - items)
            items = max(items, level)
            yield Step(hangs=False, box=box)
