"""Rows as HTML that is also XML, for the web page and the chapters of the EPUB."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from reader.export.blocks import Block
from reader.export.columns import caption, needs_caption
from reader.export.grid import Grid, grouped
from reader.export.markup import Markup, element, joined
from reader.export.options import Layout
from reader.export.web.context import Web, identifier, row_class
from reader.export.web.grids import bilingual_grid
from reader.export.web.inline import extra
from reader.export.web.nested import nested
from reader.export.web.texts import text_element
from reader.export.web.word_links import word_links
from reader.text import Kind

# Rows in a part. Browsers lay out a whole table, and again when a word in it is highlighted.
_PART = 200


def body(web: Web, blocks: Iterable[Block]) -> Markup:
    """All of `blocks`, in parts that a browser can lay out one by one."""
    found = _alone(web, blocks) if web.alone else _bilingual(web, blocks)
    first = next(found, None)
    return joined(chain([first if first is not None else _part(web, [])], found))


def _alone(web: Web, blocks: Iterable[Block]) -> Iterator[Markup]:
    found = nested(web, grouped(blocks), lambda block: _stack(web, block))
    return (_stacked_part(web, part) for part in iter(lambda: list(islice(found, _PART)), []))


def _bilingual(web: Web, blocks: Iterable[Block]) -> Iterator[Markup]:
    """Parts of rows, and the tables of the text between them."""
    waiting: list[Block] = []
    for part in grouped(blocks):
        if waiting and (isinstance(part, Grid) or len(waiting) == _PART):
            yield _part(web, waiting)
            waiting = []
        if isinstance(part, Block):
            waiting.append(part)
        else:
            yield bilingual_grid(web, part) if web.columns else _stacked_part(web, [bilingual_grid(web, part)])
    if waiting:
        yield _part(web, waiting)


def _part(web: Web, blocks: Sequence[Block]) -> Markup:
    return _table(web, blocks) if web.columns else _stacked_part(web, (_stack(web, block) for block in blocks))


def _stacked_part(web: Web, rows: Iterable[Markup]) -> Markup:
    name = "stacked" if web.options.layout is Layout.STACKED else "alone"
    name += " numbered" * web.options.numbers
    return element("div", {"class": f"parallel {name}"}, *rows)


def _row(web: Web, block: Block) -> dict[str, str | None]:
    words = word_links(block, web) if web.words_linked else None
    return {"class": row_class(block), "id": identifier(block.index), "data-words": words}


# ---- Side by side ----


def _table(web: Web, blocks: Iterable[Block]) -> Markup:
    write = _row_writer(web)
    name = "parallel columns" + " numbered" * web.options.numbers
    head = element("thead", {}, element("tr", {}, *_heads(web)))
    return element("table", {"class": name}, head, element("tbody", {}, *map(write, blocks)))


def _heads(web: Web) -> Iterator[Markup]:
    if web.options.numbers:
        yield element("td", {"class": "number"})
    for found in map(web.heading, web.options.columns):
        yield element("th", {"scope": "col", **web.lang(found.language)}, found.words)


def _row_writer(web: Web) -> Callable[[Block], Markup]:
    width = len(web.options.columns) + web.options.numbers

    def write(block: Block) -> Markup:
        if block.kind is Kind.RULE:
            return element("tr", {"class": "rule"}, element("td", {"colspan": str(width)}, element("hr")))
        return element("tr", _row(web, block), *_cells(web, block))

    return write


def _cells(web: Web, block: Block) -> Iterator[Markup]:
    if web.options.numbers:
        yield element("td", {"class": "number"}, block.number)
    for place, (column, side) in enumerate(zip(web.options.columns, block.sides, strict=True)):
        text = [text_element(web, block, side, lead=place == 0, boxes=block.within)] if side else []
        language = side.language if side else web.language(column)
        # Shown where the columns are stacked.
        told = caption(column, web.options, web.labels) if needs_caption(column, web.options) else None
        yield element("td", {"class": web.name(column), "data-name": told, **web.lang(language)}, *text)


# ---- One below the other ----


def _stack(web: Web, block: Block) -> Markup:
    if block.kind is Kind.RULE:
        return element("hr")
    return element("div", _row(web, block), *_stacked(web, block))


def _stacked(web: Web, block: Block) -> Iterator[Markup]:
    number = element("span", {"class": "number"}, block.number) if block.number else Markup()
    boxes = () if web.alone else block.within
    for place, side in enumerate(block.below):
        if place > 1 or (place and web.alone):
            yield extra(web, side)
            continue
        body_ = text_element(web, block, side, lead=place == 0, boxes=boxes, titled=True)
        attributes = {"class": "target" if place or web.alone else "source", **web.lang(side.language)}
        yield element("div", attributes, number if place == 0 else Markup(), body_)
