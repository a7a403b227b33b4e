"""The text of a block with its marks, signs and links."""

from collections.abc import Iterator

from reader.export.blocks import IMAGE_SIGN, Piece, Segment, Side
from reader.export.columns import caption
from reader.export.labels import EDITED_SIGN, WARNED_SIGN
from reader.export.markup import Markup, broken, element, joined
from reader.export.web.context import Web
from reader.parallel import Column
from reader.text import MarkKind

# From the outside in.
_TAGS = (
    (MarkKind.UNDERLINE, "u"),
    (MarkKind.STRONG, "strong"),
    (MarkKind.EMPHASIS, "em"),
    (MarkKind.STRIKE, "s"),
    (MarkKind.SUPER, "sup"),
    (MarkKind.SUB, "sub"),
    (MarkKind.CODE, "code"),
)
_CLASSES = ((MarkKind.MATH, "math"), (MarkKind.IMAGE, "image"))


def inline(web: Web, side: Side, first: int = 0) -> Markup:
    """A text; `first` is the number of its first sentence in the element that shares its links."""
    linked = web.sentences_linked(side.column)
    return joined(part for segment in side.segments for part in _segment(web, segment, first, linked))


def extra(web: Web, side: Side, first: int = 0) -> Markup:
    """A further text below the others, with what it is before it; for `first` see `inline`."""
    name = "back" if side.column == Column.BACK else "reference"
    body = inline(web, side, first)
    return element("p", {"class": name, **web.lang(side.language)}, caption_element(web, side), " ", body)


def caption_element(web: Web, side: Side) -> Markup:
    """What a text is, to stand before it."""
    words = caption(side.column, web.options, web.labels)
    return element("span", {"class": "caption", **web.lang(web.labels.language)}, f"{words}:")


def image_sign(described: bool) -> Markup:
    """Stands for an image."""
    return element("span", {"class": "image", "aria-hidden": "true" if described else None}, IMAGE_SIGN)


def _segment(web: Web, segment: Segment, first: int, linked: bool) -> Iterator[Markup]:
    if segment.label:
        yield element("sup", {"class": "mark"}, segment.label)
    body = joined(_piece(web, piece) for piece in segment.pieces)
    if linked and segment.index is not None:
        body = element("span", {"class": "s", "data-s": str(first + segment.index)}, body)
    yield body
    if segment.edited:
        yield _sign(web, "edited", EDITED_SIGN, web.labels.edited)
    if segment.warnings:
        told = ", ".join(dict.fromkeys(map(web.labels.told, segment.warnings)))
        yield _sign(web, "warned", WARNED_SIGN, f"{web.labels.warned}: {told}")


def _sign(web: Web, name: str, sign: str, meaning: str) -> Markup:
    told = {"role": "img", "aria-label": meaning, "title": meaning}
    return element("span", {"class": f"sign {name}", **told, **web.lang(web.labels.language)}, sign)


def _piece(web: Web, piece: Piece) -> Markup:
    body = broken(piece.text)
    for kind, tag in reversed(_TAGS):
        if kind in piece.kinds:
            body = element(tag, {}, body)
    for kind, name in _CLASSES:
        if kind in piece.kinds:
            body = element("span", {"class": name}, body)
    if MarkKind.VERBATIM in piece.kinds:
        body = element("span", {"translate": "no"}, body)
    if piece.language:
        body = element("span", web.lang(piece.language), body)
    return _linked(web, piece, body)


def _linked(web: Web, piece: Piece, body: Markup) -> Markup:
    """What a piece leads to: an address, or a row; a link cannot be in a link."""
    if piece.row is None:
        return element("a", {"href": piece.href}, body) if piece.href else body
    if web.fragment:  # what it leads to need not be there
        return element("sup", {}, body) if MarkKind.NOTE in piece.kinds else body
    if MarkKind.NOTE in piece.kinds:
        return element("a", {"class": "noteref", "href": web.note_place(piece.row), **web.role("noteref")}, body)
    return element("a", {"href": web.place(piece.row)}, body)
