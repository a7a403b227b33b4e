"""What rows stand in (quotes, asides, notes), as frames around them that do not use up the width of a page."""

from collections.abc import Iterator, Sequence

from reader.export.blocks import Block
from reader.export.grid import Grid
from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, Box, BoxKind, Kind

# In these, list items are counted anew.
_COUNTING = (BoxKind.NOTE, BoxKind.CELL)
_UNFRAMED = (*HEADINGS, Kind.RULE)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame.

    Attributes:
        kind: of the box, or "flat" if there is no room for it.
        inset: how many steps it is indented.
        labels: what stands above the first row in it, in the original and in the translation.
        begins, ends: whether it does not go on from the item before, and not with the next.
    """

    kind: str
    inset: int
    labels: tuple[str, str]
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Framed:
    """A block or table and its frames.

    Attributes:
        item: the block or table.
        frames: from the outside.
        level: how many steps it is indented inside them.
        joins: how many of the frames the next item is in, too.
        first: whether it is the first of a series of notes.
    """

    item: Block | Grid
    frames: tuple[Frame, ...]
    level: int
    joins: int
    first: bool


def framed(
    items: Sequence[Block | Grid], deepest: int, languages: tuple[str, str], skipped: int = 0
) -> Iterator[Framed]:
    """The items in order and their frames, without the first `skipped` boxes; at most `deepest` steps wide.

    `languages` are those of the original and the translation.
    """
    labelled: set[Box] = set()
    before: tuple[Box, ...] = ()
    here = _boxes(items[0], skipped) if items else ()
    for place, item in enumerate(items):
        after = _boxes(items[place + 1], skipped) if place + 1 < len(items) else ()
        if not here:
            yield Framed(item, (), min(item.level, deepest) if not _is_heading(item) else item.level, 0, False)
        else:
            first = _is_note(here) and not _is_note(before)
            going_on = _shared(before, here), _shared(here, after)
            frames, level = _frames(
                here, going_on, item.level, deepest, labelled if _takes_labels(item) else None, languages
            )
            yield Framed(item, frames, level, going_on[1], first)
        before, here = here, after


def depth_of(item: Block | Grid, kind: BoxKind) -> int:
    """How many boxes an item stands in, up to and with the first of `kind`."""
    around = item.around if isinstance(item, Grid) else item.within
    return next((depth for depth, box in enumerate(around, start=1) if box.kind is kind), 0)


def _frames(
    boxes: Sequence[Box],
    going_on: tuple[int, int],
    level: int,
    deepest: int,
    labelled: set[Box] | None,
    languages: tuple[str, str],
) -> tuple[tuple[Frame, ...], int]:
    frames = []
    counted, left = 0, deepest
    for depth, box in enumerate(boxes):
        inset = max(0, min(box.level - counted, left))
        left -= inset
        begun = box.kind is BoxKind.ASIDE and labelled is not None and box not in labelled
        labels = (box.caption_in(languages[0]), box.caption_in(languages[1])) if begun else ("", "")
        if labelled is not None:
            labelled.add(box)
        wide = box.kind in (BoxKind.QUOTE, BoxKind.ASIDE)
        kind = box.kind.value if left or not wide else "flat"
        frames.append(Frame(kind, inset, labels, depth >= going_on[0], depth >= going_on[1]))
        left -= min(left, int(wide))
        counted = 0 if box.kind in _COUNTING else box.level
    return tuple(frames), max(0, min(level - counted, left))


def _boxes(item: Block | Grid, skipped: int) -> tuple[Box, ...]:
    within = item.around if isinstance(item, Grid) else item.within
    return tuple(box for box in within[skipped:] if box.kind is not BoxKind.CELL) if within else ()


def _level(item: Block | Grid) -> int:
    return item.level


def _is_heading(item: Block | Grid) -> bool:
    return isinstance(item, Block) and item.kind in HEADINGS


def _takes_labels(item: Block | Grid) -> bool:
    return isinstance(item, Grid) or item.kind not in _UNFRAMED


def _is_note(boxes: Sequence[Box]) -> bool:
    return any(box.kind is BoxKind.NOTE for box in boxes)


def _shared(one: Sequence[Box], other: Sequence[Box]) -> int:
    """How many boxes from the outside are the same."""
    count = 0
    for box, same in zip(one, other, strict=False):
        if box != same:
            break
        count += 1
    return count
