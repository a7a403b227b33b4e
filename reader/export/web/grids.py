"""The tables of a text: both side by side in one table, one below the other, or the translation alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.export.blocks import Block
from reader.export.columns import Heading
from reader.export.grid import Grid, GridCell
from reader.export.markup import Markup, element, joined
from reader.export.web.context import Web, identifier
from reader.export.web.inline import extra
from reader.export.web.texts import boxed, text_element
from reader.export.web.word_links import word_links
from reader.late_dataclasses import dataclass

# In characters: a page at its widest, and of a book in the hand.
_PAGE, _BOOK = 130, 72
_ALIGN = {"l": "left", "c": "center", "r": "right"}


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the texts of a table.

    Attributes:
        place: of its column among those of the options.
        name: the class of its elements.
        language: its code.
        heading: what stands above it.
    """

    place: int
    name: str
    language: str
    heading: Heading


def bilingual_grid(web: Web, grid: Grid) -> Markup:
    """Both texts of a table, side by side if the layout is in columns and each cell has room enough."""
    return boxed(grid.around, next(grid.blocks).label, _bilingual(web, grid))


def _bilingual(web: Web, grid: Grid) -> Markup:
    texts = _texts(web)
    if web.columns and grid.fits(_BOOK if web.xml else _PAGE, len(texts)):
        return _wide(_side_by_side(web, grid, texts), "parallel grids" + " numbered" * web.options.numbers)
    name = "parallel stacked" + " numbered" * web.options.numbers
    below = _one_below_the_other(web, grid, texts)
    return element("div", {"class": name}, below) if web.columns else below


def _one_below_the_other(web: Web, grid: Grid, texts: Sequence[_Text]) -> Markup:
    firsts = _firsts(list(grid.blocks))
    same = all(block.same for block in grid.blocks)
    shown = texts[: 1 if same else 2] if not web.columns else texts
    parts = []
    for text in shown:
        table = _one_text(web, grid, text, lambda each: _bilingual_cell(web, grid, each, text, firsts))  # noqa: B023
        parts.append(element("div", {"class": text.name, **web.lang(text.language)}, _wide(table)))
    attributes = {"class": "row grids", "id": _name(grid), "data-words": _links(web, list(grid.blocks))}
    return element("div", attributes, *parts)


def grid_alone(web: Web, grid: Grid, written: Callable[[Sequence[Block]], Markup]) -> Markup:
    """The translation of a table; `written` writes the blocks of a cell, whose boxes are those in the cell."""
    text = _texts(web)[0]
    table = _one_text(web, grid, text, lambda each: written(_inside(grid, each)))
    return element("div", web.lang(text.language), _wide(table))


def cell_text(web: Web, block: Block) -> Markup:
    """The translation of a paragraph in a cell, where it stands alone."""
    body = text_element(web, block, block.below[0], lead=True)
    return element("div", {"class": block.kind.value, "id": web.identifier(block.index)}, body, *_below(web, block))


def _texts(web: Web) -> list[_Text]:
    return [
        _Text(place, web.name(column), web.language(column), web.heading(column))
        for place, column in enumerate(web.options.columns)
    ]


def _wide(table: Markup, name: str = "") -> Markup:
    """A table that is scrolled where the window is narrower."""
    return element("div", {"class": f"{name} wide".strip()}, table)


def _name(grid: Grid) -> str:
    return f"t{grid.number + 1}"


# ---- Side by side ----


def _side_by_side(web: Web, grid: Grid, texts: Sequence[_Text]) -> Markup:
    titles = (
        element(
            "th",
            {"colspan": str(grid.columns), "scope": "colgroup", "class": text.name, **web.lang(text.heading.language)},
            text.heading.words,
        )
        for text in texts
    )
    head = [element("tr", {"class": "languages"}, *titles)]
    rows = [_bilingual_row(web, grid, place, texts) for place in range(len(grid.rows))]
    return _table("grid both", [*head, *rows[: grid.header]], rows[grid.header :])


def _bilingual_row(web: Web, grid: Grid, place: int, texts: Sequence[_Text]) -> Markup:
    row = grid.rows[place]
    inside = [block for each in row for block in each.blocks]
    attributes = {"class": "row", "id": f"{_name(grid)}-{place + 1}", "data-words": _links(web, inside)}
    firsts = _firsts(inside)
    cells = (
        _cell(web, grid, each, text, _bilingual_cell(web, grid, each, text, firsts), edge=number == 0 < column)
        for column, text in enumerate(texts)
        for number, each in enumerate(row)
    )
    return element("tr", attributes, *cells)


# ---- One text ----


def _one_text(web: Web, grid: Grid, text: _Text, written: Callable[[GridCell], Markup]) -> Markup:
    rows = [element("tr", {}, *(_cell(web, grid, each, text, written(each)) for each in row)) for row in grid.rows]
    return _table("grid", rows[: grid.header], rows[grid.header :])


def _table(name: str, head: Sequence[Markup], body: Sequence[Markup]) -> Markup:
    parts = [element("thead", {}, *head)] if head else []
    return element("table", {"class": name}, *parts, *([element("tbody", {}, *body)] if body else []))


def _cell(web: Web, grid: Grid, each: GridCell, text: _Text, inside: Markup, *, edge: bool = False) -> Markup:
    cell = each.cell
    names = [text.name, f"align-{_ALIGN[cell.align]}" if cell.align in _ALIGN else "", "edge" * edge]
    attributes = {
        "class": " ".join(filter(None, names)),
        "rowspan": str(cell.rows) if cell.rows > 1 else None,
        "colspan": str(cell.columns) if cell.columns > 1 else None,
        "scope": ("col" if _is_above(grid, each) else "row") if cell.head else None,
        **web.lang(text.language),
    }
    return element("th" if cell.head else "td", attributes, inside)


def _is_above(grid: Grid, each: GridCell) -> bool:
    """Whether a cell is in the heads at the top."""
    return bool(grid.header) and each.cell.row <= grid.rows[grid.header - 1][0].cell.row


def _inside(grid: Grid, each: GridCell) -> list[Block]:
    """The blocks of a cell with the boxes that they stand in inside it."""
    depth = len(grid.around) + 1
    return [replace(block, within=block.within[depth:]) for block in each.blocks]


def _bilingual_cell(web: Web, grid: Grid, each: GridCell, text: _Text, firsts: Mapping[int, int]) -> Markup:
    return joined(_in_cell(web, block, text, firsts[block.index]) for block in _inside(grid, each))


def _in_cell(web: Web, block: Block, text: _Text, first: int) -> Markup:
    """A paragraph of a cell; the first of its texts has the id of the row."""
    side = block.sides[text.place]
    lead = text.place == 0
    if side is None and not lead:
        return Markup()
    body = text_element(web, block, side, lead=lead, first=first, boxes=block.within) if side else Markup()
    back = _below(web, block, first) if text.place == 1 and not web.columns else ()
    language = web.lang(side.language) if side and side.language != text.language else {}
    attributes = {"class": block.kind.value, "id": identifier(block.index) if lead else None, **language}
    return element("div", attributes, body, *back)


def _below(web: Web, block: Block, first: int = 0) -> Iterator[Markup]:
    yield from (extra(web, side, first) for side in block.sides[1 if web.alone else 2 :] if side is not None)


# ---- Links between words ----


def _firsts(blocks: Sequence[Block]) -> dict[int, int]:
    """Of each block the number of its first sentence among those of all `blocks`."""
    found: dict[int, int] = {}
    count = 0
    for block in blocks:
        found[block.index] = count
        count += len(block.pairs)
    return found


def _links(web: Web, blocks: Sequence[Block]) -> str | None:
    """The links between the words of all `blocks`, as those of one row."""
    if not web.words_linked:
        return None
    told = [word_links(block, web) for block in blocks if block.pairs]
    if not any(told):
        return None
    pairs = (len(block.pairs) for block in blocks if block.pairs)
    return ";".join(each or ";" * (count - 1) for each, count in zip(told, pairs, strict=True))
