"""Runs and paragraphs of a Word file (ECMA-376)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reader.export.blocks import Block
from reader.export.docx.styles import CODE_FACE, GROUND, LINK, QUIET, value
from reader.export.markup import Markup, clean, element, wrapped
from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, Kind, language_tag

# In twentieths of a point: the margin for numbers, and a step of indentation.
NUMBER_WIDTH, INDENT = 480, 300
# Space below a text within a row, and below a row.
_CLOSE, _APART = 50, 200
_DEEPEST = 8
_INDENTED = (Kind.DEFINITION, Kind.VERSE)
_ALIGNMENTS = {"r": "right", "c": "center"}


@dataclass(frozen=True, slots=True)
class Place:
    """How a text is placed.

    Attributes:
        number: what is in the margin before it; None if there is no such margin. An item that Word counts has none.
        lead: whether a heading is in the navigation pane.
        followed: whether more of the same row follows.
        barred: whether it has a bar, as the translation of the text above.
        listed: number and level of the list that it is an item of, if Word counts it.
        quoted, aside: whether it stands in a quotation, in a callout or text box.
        steps: how many steps of these it is indented.
        tight: whether it stands in a cell of a table; `align` is the cell's: "l", "c", "r" or "".
        leads_to: the bookmark that its marker leads to.
        marked: whether its marker is shown.
    """

    number: str | None = None
    lead: bool = False
    followed: bool = False
    barred: bool = False
    listed: tuple[int, int] | None = None
    quoted: bool = False
    aside: bool = False
    steps: int = 0
    tight: bool = False
    align: str = ""
    leads_to: str = ""
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph; `size` is in half points, 0 for the paragraph's own."""

    bold: bool = False
    italic: bool = False
    upright: bool = False
    struck: bool = False
    code: bool = False
    raised: bool = False
    lowered: bool = False
    underlined: bool = False
    colour: str = ""
    size: int = 0
    style: str = ""

    def properties(self) -> Iterator[Markup]:
        """In the order that the standard requires."""
        if self.style:
            yield value("w:rStyle", self.style)
        if self.code:
            yield element("w:rFonts", {f"w:{script}": CODE_FACE for script in ("ascii", "hAnsi", "cs")})
        if self.bold:
            yield element("w:b")
        if self.italic or self.upright:
            yield element("w:i") if self.italic else value("w:i", "0")
        if self.struck:
            yield element("w:strike")
        if self.code:
            yield element("w:noProof")
        if self.colour:
            yield value("w:color", self.colour)
        if self.size:
            yield value("w:sz", str(self.size))
        if self.underlined:
            yield value("w:u", "single")
        if self.raised or self.lowered:
            yield value("w:vertAlign", "superscript" if self.raised else "subscript")


_PLAIN = Look()
_HERE = "HERE"  # is nowhere in the markup around a text


def run(text: str, language: str, look: Look = _PLAIN) -> Markup:
    """Text in the language with code `language`."""
    if text and text.isprintable():  # on one line, as most are
        before, after = _around(look, language)
        return wrapped(before, text, after)
    return element("w:r", {}, _run_properties(look, language), *_characters(text))


@lru_cache(maxsize=256)  # a text has thousands of runs, in few looks
def _around(look: Look, language: str) -> tuple[Markup, Markup]:
    run = element("w:r", {}, _run_properties(look, language), *_characters(_HERE))
    before, after = run.split(_HERE)
    return Markup(before), Markup(after)


@lru_cache(maxsize=256)
def _run_properties(look: Look, language: str) -> Markup:
    tag = language_tag(language, region=True)
    said = element("w:lang", {"w:val": tag, "w:eastAsia": tag if language in ("ja", "zh") else None})
    return element("w:rPr", {}, *look.properties(), said)


def _characters(text: str) -> Iterator[Markup]:
    """Text with elements for line breaks and tabs."""
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            yield element("w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield element("w:tab")
            if part:
                yield element("w:t", {"xml:space": "preserve"}, part)


def paragraph(style: str, runs: Iterable[Markup], *properties: Markup) -> Markup:
    """A paragraph in a style, with further properties in the order that the standard requires."""
    return element("w:p", {}, element("w:pPr", {}, value("w:pStyle", style), *properties), *runs)


def margin(block: Block, place: Place) -> tuple[Sequence[Markup], Sequence[Markup]]:
    """The runs before a text (number, list marker), and the paragraph properties that make room for them."""
    marker = "→" if block.kind is Kind.SEE_ALSO else "" if place.listed or not place.marked else block.marker
    depth = block.level if block.kind not in HEADINGS else 0
    depth = min(place.steps + depth + int(block.kind in _INDENTED), _DEEPEST)
    indented = marker or place.listed or (block.kind is Kind.QUOTE and not place.quoted)
    return _margin(marker, max(depth, 1 if indented else 0), place)


@lru_cache(maxsize=256)  # in columns, without numbers, there are few
def _margin(marker: str, depth: int, place: Place) -> tuple[Sequence[Markup], Sequence[Markup]]:
    edge = (NUMBER_WIDTH if place.number is not None else 0) + INDENT * place.barred
    left = edge + INDENT * depth
    if place.listed or not (marker or place.number or place.barred):
        return (), tuple(_margin_properties(left, left, [], place))
    # The first line begins at `base`, the others at `left`; tabs lead from one stop to the next.
    base = edge if place.barred else 0
    stops = [edge + INDENT * (depth - 1), left] if marker else [left]
    before = [run(place.number, "en", Look(size=15, colour=QUIET, upright=True))] if place.number else []
    before += [_TAB] * (stops[0] > base)
    before += [_marker(marker, place), _TAB] if marker else []
    return tuple(before), tuple(_margin_properties(left, base, stops, place))


_TAB = element("w:r", {}, element("w:tab"))


def _marker(marker: str, place: Place) -> Markup:
    return link_to(place.leads_to, run(marker, "en", Look(colour=LINK))) if place.leads_to else run(marker, "en")


def link_to(bookmark: str, *runs: Markup) -> Markup:
    """A link inside the file."""
    return element("w:hyperlink", {"w:anchor": bookmark, "w:history": "1"}, *runs)


def _margin_properties(left: int, base: int, stops: list[int], place: Place) -> Iterator[Markup]:
    if place.followed:
        yield element("w:keepNext")
    if place.listed:
        number, level = map(str, place.listed)
        yield element("w:numPr", {}, value("w:ilvl", level), value("w:numId", number))
    # Word draws the line left of a number in the margin, so where there is one the indentation must do.
    if place.barred or place.aside or (place.quoted and left == base):
        line = {"w:val": "single", "w:sz": "18" if place.aside else "8", "w:space": "8", "w:color": "BBBBBB"}
        yield element("w:pBdr", {}, element("w:left", line))
    if place.aside:
        yield element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": GROUND})
    if place.listed:
        base = left - INDENT
    elif left > base:
        yield element("w:tabs", {}, *(element("w:tab", {"w:val": "left", "w:pos": str(s)}) for s in stops if s > base))
    if place.followed or place.barred or place.tight:
        below = 0 if place.tight else _CLOSE if place.followed else _APART
        yield element("w:spacing", {"w:before": "0" if place.barred or place.tight else None, "w:after": str(below)})
    if left:
        yield element("w:ind", {"w:left": str(left), "w:hanging": str(left - base) if left > base else None})
    if place.align in _ALIGNMENTS:
        yield value("w:jc", _ALIGNMENTS[place.align])
