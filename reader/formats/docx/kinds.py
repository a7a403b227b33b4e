"""What a paragraph of a Word document is: by its style, its own properties, and what numbers it."""

from reader.formats.docx.numbering import Numbering
from reader.formats.docx.properties import property_of
from reader.formats.docx.styles import BODY_LEVEL, ParagraphStyle, whole
from reader.formats.xml_parts import Element, attribute, child
from reader.late_dataclasses import dataclass
from reader.text import Kind

# A paragraph that has been put into the outline by itself is a heading if it is no longer than this.
HEADING_LENGTH = 200
_HEADINGS = (Kind.TITLE, Kind.HEADING)
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is: its kind, None for a plain one; its level and marker; and whether it is quoted."""

    kind: Kind | None = None
    level: int = 0
    marker: str = ""
    quote: bool = False


def paragraph_look(properties: Element | None, style: ParagraphStyle, numbering: Numbering, length: int) -> Look:
    """What a paragraph with this many characters is; it is counted if it is numbered."""
    kind, level = style.role, style.level
    if kind is None and length <= HEADING_LENGTH and (outline := _outline(properties)):
        kind, level = Kind.HEADING, outline
    number, place = _number(properties, style, numbering)
    marker = numbering.next(number, place) if number else ""
    quote = kind is Kind.QUOTE
    if kind in _HEADINGS:
        return Look(kind, min(max(level, 1), _DEEPEST_HEADING), marker)
    if marker and kind is not Kind.CAPTION:
        return Look(Kind.LIST_ITEM, place + 1, marker, quote)
    return Look(None if quote else kind, 0, marker, quote)


def _outline(properties: Element | None) -> int:
    """The level of a paragraph in the outline, from 1; 0 for one of the body."""
    found = property_of(properties, "outlineLvl")
    level = whole(attribute(found, "val"), BODY_LEVEL) if found is not None else BODY_LEVEL
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def indent_by_list(properties: Element | None, style: ParagraphStyle, numbering: Numbering) -> Element | None:
    """How far a list indents a paragraph; None if none does."""
    number, place = _number(properties, style, numbering)
    return numbering.indent(number, place) if number else None


def _number(properties: Element | None, style: ParagraphStyle, numbering: Numbering) -> tuple[str, int]:
    """The list that numbers a paragraph, "" for none, and the level in it, from 0."""
    own = property_of(properties, "numPr")
    list_, level = (child(own, "numId"), child(own, "ilvl")) if own is not None else (None, None)
    number = attribute(list_, "val") if list_ is not None else style.number[0]
    if not number or number == "0":
        return "", 0
    if level is not None:
        place = whole(attribute(level, "val"))
    else:
        of_style = numbering.level_of_style(number, style.identifier)
        place = of_style if of_style is not None else max(style.number[1], 0)
    return number, min(max(place, 0), BODY_LEVEL - 1)
