"""Levels of list items in plain text: by the columns of their markers, and of those in one column by the markers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.formats.plain_items import INSIDE
from reader.formats.plain_markers import Item

# The bullets that programs give the levels of a list, outermost first; a dash may stand below any of the first.
_BY_LEVEL = ("•●■◆\uf0b7", "o◦○", "▪□◇\uf0a7")
_DASHES = "-–—‣·∙⁃"


def enter(opened: list[Item], item: Item, *, apart: bool, under: bool = False) -> None:
    """Open an item among those that are open.

    An item that stands further in is inside; of those beside it, it goes on with the list that has its markers, or
    begins one inside the innermost that may hold it.

    Args:
        opened: the items that are open, outermost first; changed.
        item: the item.
        apart: whether a blank line is above.
        under: whether it is known to stand under an item with another bullet; see `under_others`.
    """
    while opened and item.indent < opened[-1].indent - 1:
        opened.pop()
    beside = len(opened)
    while beside and _is_beside(opened[beside - 1], item):
        beside -= 1
    alike = next((at for at in range(beside, len(opened)) if opened[at].family == item.family), None)
    if alike is not None:
        del opened[alike:]
    while alike is None and opened[beside:] and not (under or _nests(opened[-1], item, apart=apart)):
        opened.pop()
    opened.append(item)


def _is_beside(outer: Item, item: Item) -> bool:
    return abs(item.indent - outer.indent) < INSIDE or item.content == outer.content


def _nests(outer: Item, item: Item, *, apart: bool) -> bool:
    """Whether an item at the same indent is inside another by its marker: "a)" below "1.", "1.1" below "1."."""
    outer_ordered, ordered = len(outer.family) > 1, len(item.family) > 1
    if outer_ordered and ordered:
        parts = outer.family[0] == item.family[0] == "1" and item.family[1] != outer.family[1]
        return item.family[1] > outer.family[1] if parts else item.first
    if outer_ordered or ordered:
        return item.first and not apart
    return not apart and _is_outer(outer.family[0], item.family[0])


def _is_outer(bullet: str, inner: str) -> bool:
    """Whether programs give lists in lists these two bullets."""
    level = next((place for place, bullets in enumerate(_BY_LEVEL) if bullet in bullets), len(_BY_LEVEL))
    return any(inner in bullets for bullets in _BY_LEVEL[level + 1 :]) or (level == 0 and inner in _DASHES)


def under_others(items: Mapping[int, Item]) -> Iterator[int]:
    """The places of items that stand in one column with others, and under them by their bullets.

    Two bullets take turns, line below line, one of them always once, the other more often: "- a", "* b", "* c",
    "- d", "* e". Other bullets in one column are signs of other things: "+" for what is good, "-" for what is bad.
    """
    for places in _columns(items):
        runs = [list(run) for _, run in groupby(places, lambda place: items[place].family)]
        alternate = len(runs) > 3 and len({items[place].family for place in places}) == 2
        if alternate and all(len(run) == 1 for run in runs[::2]) and any(len(run) > 1 for run in runs[1::2]):
            yield from (place for run in runs[1::2] for place in run)


def _columns(items: Mapping[int, Item]) -> Iterator[Sequence[int]]:
    """The places of bullets line below line in one column."""
    column: list[int] = []
    for place in sorted(items):
        if len(items[place].family) > 1:
            continue
        if column and (place != column[-1] + 1 or items[place].indent != items[column[-1]].indent):
            yield column
            column = []
        column.append(place)
    yield column
