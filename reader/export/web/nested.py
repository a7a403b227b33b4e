"""The translation alone as nested elements: lists in lists, quotations in quotations, notes, figures, definitions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.export.blocks import Block
from reader.export.grid import Grid
from reader.export.markup import Markup, element, joined
from reader.export.nesting import Chain, around
from reader.export.web.context import Web, note_identifier
from reader.export.web.grids import cell_text, grid_alone
from reader.export.web.texts import item_attributes, label_element
from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, Box, BoxKind, Kind

_BOXES = frozenset(BoxKind) - {BoxKind.CELL}
_PARTS = {Kind.TERM: "dt", Kind.DEFINITION: "dd"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block or table, what it stands in, and whether it begins an item of a list."""

    part: Block | Grid
    chain: Chain
    begins: bool = False


def nested(web: Web, parts: Iterable[Block | Grid], written: Callable[[Block], Markup]) -> Iterator[Markup]:
    """The blocks and tables as elements; `written` writes a block that stands in nothing."""
    return _elements(web, [_entry(part) for part in parts], 0, written)


def _entry(part: Block | Grid) -> _Entry:
    if isinstance(part, Grid):
        return _Entry(part, around(part.around, part.level, _BOXES))
    begins = part.kind is Kind.LIST_ITEM
    depth = 0 if part.kind in HEADINGS else max(part.level, int(begins))
    return _Entry(part, around(part.within, depth, _BOXES, quoted=part.kind is Kind.QUOTE), begins)


def _elements(web: Web, entries: Sequence[_Entry], depth: int, written: Callable[[Block], Markup]) -> Iterator[Markup]:
    """The elements of entries that share what they stand in down to `depth`."""
    for key, group in groupby(entries, key=lambda entry: _key(entry, depth)):
        inside = list(group)
        match key:
            case Box():
                yield _boxed(web, key, inside, list(_elements(web, inside, depth + 1, written)))
            case int():
                items = (
                    element("li", _item(web, item), *_elements(web, item, depth + 1, written))
                    for item in _items(inside, depth)
                )
                name = "ol" if _is_counted(inside) else "ul"
                yield element(name, {} if web.fragment else {"class": "list", "role": "list"}, *items)
            case "dl":
                yield element("dl", {}, *(_part(entry, written) for entry in inside))
            case _:
                yield from (_leaf(web, entry, written) for entry in inside)


def _key(entry: _Entry, depth: int) -> Box | int | str:
    if depth < len(entry.chain):
        return entry.chain[depth]
    return "dl" if isinstance(entry.part, Block) and entry.part.kind in _PARTS else ""


def _items(entries: Sequence[_Entry], depth: int) -> Iterator[list[_Entry]]:
    """The entries of each item of a list."""
    item: list[_Entry] = []
    for entry in entries:
        if item and entry.begins and len(entry.chain) == depth + 1:
            yield item
            item = []
        item.append(entry)
    yield item


def _item(web: Web, entries: Sequence[_Entry]) -> dict[str, str | None]:
    part = entries[0].part
    return item_attributes(web, part) if isinstance(part, Block) and entries[0].begins else {}


def _is_counted(entries: Sequence[_Entry]) -> bool:
    """Whether the first item of a list has a number or letter, which is written as it is, as its marker."""
    part = entries[0].part
    return isinstance(part, Block) and entries[0].begins and any(map(str.isalnum, part.marker))


def _leaf(web: Web, entry: _Entry, written: Callable[[Block], Markup]) -> Markup:
    if isinstance(entry.part, Grid):
        return grid_alone(web, entry.part, lambda inside: _in_cell(web, inside))
    # The elements around it say how deep it is.
    flat = not entry.part.level or entry.part.kind in HEADINGS
    text = written(entry.part if flat else replace(entry.part, level=0))
    figure = any(isinstance(each, Box) and each.kind is BoxKind.FIGURE for each in entry.chain[-1:])
    return element("figcaption", {}, text) if figure and entry.part.kind is Kind.CAPTION else text


def _in_cell(web: Web, blocks: Sequence[Block]) -> Markup:
    """The paragraphs of a cell; their boxes are those in the cell."""
    return joined(_elements(web, [_entry(block) for block in blocks], 0, lambda block: cell_text(web, block)))


def _part(entry: _Entry, written: Callable[[Block], Markup]) -> Markup:
    assert isinstance(entry.part, Block)
    return element(_PARTS[entry.part.kind], {}, written(replace(entry.part, level=0)))


def _boxed(web: Web, box: Box, inside: Sequence[_Entry], content: Sequence[Markup]) -> Markup:
    first = inside[0].part
    match box.kind:
        case BoxKind.QUOTE:
            return element("blockquote", {}, *content)
        case BoxKind.NOTE:
            name = None if web.fragment else note_identifier(first.index)
            return element("aside", {"class": "footnote", "id": name, **web.role("footnote")}, *content)
        case BoxKind.FIGURE:
            return element("figure", {}, *content)
        case BoxKind.ASIDE:
            label = [label_element(box.caption_in(web.text.target_language))] if box.label.strip() else []
            return element("aside", {"class": "aside"}, *label, *content)
    return element("div", {"class": box.kind.value}, *content)
