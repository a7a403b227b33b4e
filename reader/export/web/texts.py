"""A text of a block as an element for its kind and for what it stands in."""

from collections.abc import Sequence

from reader import late_re as re
from reader.export.blocks import Block, Side
from reader.export.columns import needs_caption
from reader.export.markup import Markup, element
from reader.export.web.context import Web
from reader.export.web.inline import caption_element, image_sign, inline
from reader.text import HEADINGS, Box, BoxKind, Kind

_DEEPEST = 6
_COUNTED = re.compile(r"(\d{1,9})[.)]?")


def text_element(
    web: Web,
    block: Block,
    side: Side,
    *,
    lead: bool = False,
    first: int = 0,
    boxes: Sequence[Box] = (),
    titled: bool = False,
) -> Markup:
    """A text in its boxes. Only the `lead` text is a heading, or headings would be listed twice.

    Args:
        web: how it is written.
        block: its kind and what it stands in.
        side: the text.
        lead: whether it is the text that is read first.
        first: see `inline`.
        boxes: those to show around it, outermost first.
        titled: whether it says before it what it is, unless its language tells.
    """
    told = titled and block.kind not in HEADINGS and needs_caption(side.column, web.options)
    before = Markup(caption_element(web, side) + " ") if told else Markup()
    return boxed(boxes, side.label, _kind_element(web, block.of(side), side, lead, first, before))


def boxed(boxes: Sequence[Box], label: str, body: Markup) -> Markup:
    """`body` in the quotations and text boxes among `boxes`, with what is written above the innermost text box."""
    for box in reversed(boxes):
        if box.kind is BoxKind.QUOTE:
            body = element("blockquote", {}, body)
        elif box.kind is BoxKind.ASIDE:
            above, label = [label_element(label)] if label else [], ""
            body = element("div", {"class": "aside"}, *above, body)
    return body


def label_element(label: str) -> Markup:
    """What is written above a callout or text box."""
    return element("p", {"class": "label"}, label)


def _kind_element(web: Web, block: Block, side: Side, lead: bool, first: int, before: Markup) -> Markup:
    if block.blank:
        return element("p", {}, image_sign(described=False)) if block.kind is Kind.FIGURE else Markup()
    if not side.segments:
        return element("p", {"class": "missing", **web.lang(side.language)}, web.labels.not_translated)
    body = Markup(before + inline(web, side, first))
    marker = _marker(web, block)
    match block.kind:
        case Kind.TITLE | Kind.HEADING if lead:
            return element(f"h{block.level}", {"class": "heading"}, marker, body)
        case Kind.TITLE | Kind.HEADING:
            return element("p", {"class": f"heading h{block.level}"}, marker, body)
        case Kind.CODE:
            return element("pre", {}, element("code", {}, body))
        case Kind.MATH:
            return element("pre", {"class": "math"}, body)
        case Kind.QUOTE if not any(box.kind is BoxKind.QUOTE for box in block.within):
            return element("blockquote", {}, element("p", {}, body))
        case Kind.LIST_ITEM:
            return element("p", {"class": f"item depth{min(max(block.level, 1), _DEEPEST)}"}, marker, body)
        case Kind.FIGURE:
            return element("p", {}, image_sign(described=True), " ", body)
    return element("p", {"class": _class(block)}, marker, body)


def _class(block: Block) -> str | None:
    depth = [f"inner depth{min(block.level, _DEEPEST)}"] if block.level else []
    return " ".join([*(["item"] if block.marker else []), *depth]) or None


def counts_itself(marker: str) -> bool:
    """Whether a list shows the marker of an item by itself: a bullet, or a number."""
    return not any(map(str.isalnum, marker)) or _COUNTED.fullmatch(marker) is not None


def item_attributes(web: Web, block: Block) -> dict[str, str | None]:
    """The attributes of the element of an item of a list that begins with a block."""
    if not web.fragment or not block.marker:  # pages have styles, and the marker in the text
        return {}
    if found := _COUNTED.fullmatch(block.marker):
        return {"value": found[1]}
    return {} if counts_itself(block.marker) else {"style": "list-style-type: none"}


def _marker(web: Web, block: Block) -> Markup:
    """What stands before a text; that of a note leads back to what refers to it."""
    if not block.marker or (web.fragment and block.kind is Kind.LIST_ITEM and counts_itself(block.marker)):
        return Markup()
    if web.fragment:
        return Markup(element("span", {}, block.marker) + " ")
    if block.referred is None:
        return element("span", {"class": "marker"}, block.marker)
    back = {"href": web.place(block.referred), "role": "doc-backlink"}
    return element("span", {"class": "marker"}, element("a", back, block.marker))
