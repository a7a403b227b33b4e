"""The two texts as a Word file: a table of two columns, or one text under the other.

Written part by part (ECMA-376) rather than with python-docx: what matters here, a language for each run,
links, header rows that repeat and the same bytes every time, that library has no calls for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.document import Kind, MarkKind
from reader.export.archive import archive
from reader.export.bilingual import (
    HEADINGS,
    Block,
    Piece,
    Segment,
    Side,
    blocks,
    has_human,
    plain,
    shown_pairs,
    shown_title,
)
from reader.export.colophon import colophon, legend, moment_of
from reader.export.docx_parts import CODE_FACE, LINK, QUIET, WARNING, Page, parts, value, word_part
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels, labels_for, language_tag, own_name
from reader.export.markup import Markup, clean, element
from reader.export.options import ExportOptions, Layout
from reader.parallel import ParallelText

# In twentieths of a point.
_NUMBER_WIDTH = 480
_INDENT = 300
_GAP = 240
_DEEPEST = 6
# In characters: some eight lines of a column.
_KEPT_WHOLE = 350
# Below a text that more of its row follows, and below a row.
_CLOSE, _APART = 50, 200

_STYLES = {
    Kind.LIST_ITEM: "ListParagraph",
    Kind.QUOTE: "Quote",
    Kind.CODE: "Code",
    Kind.DATE: "Dateline",
    Kind.BYLINE: "Dateline",
    Kind.SEE_ALSO: "SeeAlso",
}


def docx_bytes(text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The file. Facing pages, which Word cannot keep in step, become columns.

    Raises:
        CancelledError: `cancelled`, asked before each row, said so.
    """
    writer = _Writer(text, options, labels_for(text.target_language))
    content = word_part("w:document", element("w:body", {}, *writer.body(blocks(text, options, cancelled))))
    addresses = {identifier: href for href, identifier in writer.links.items()}
    fixed = list(parts(text, options, addresses, moment_of(options.timestamp)))
    return archive([*fixed, ("word/document.xml", content)])


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one text; `links` collects the ids of addresses."""

    text: ParallelText
    options: ExportOptions
    labels: Labels
    links: dict[str, str] = field(default_factory=dict)

    def body(self, found: Iterable[Block]) -> Iterator[Markup]:
        page = Page.of(self.options)
        if title := shown_title(self.text):
            yield _paragraph("Title", [_run(title, self.text.source_language)])
        if self.options.layout in (Layout.COLUMNS, Layout.FACING):
            yield self._table(found, page.text_width)
        else:
            for block in found:
                yield from self._stacked(block, page.text_width)
        yield from self._colophon()
        yield page.section()

    def _colophon(self) -> Iterator[Markup]:
        day = moment_of(self.options.timestamp)
        signs = legend(shown_pairs(self.text, self.options), self.labels)
        for number, line in enumerate((*colophon(self.text, self.labels, day), *signs)):
            space = [element("w:spacing", {"w:before": "480"})] if number == 0 else []
            yield _paragraph("Colophon", [_run(line, self.labels.language)], *space)

    # Side by side

    def _table(self, found: Iterable[Block], width: int) -> Markup:
        sides = 3 if has_human(self.text, self.options) else 2
        room = width - _NUMBER_WIDTH * self.options.numbers
        widths = [_NUMBER_WIDTH] * self.options.numbers + [room // sides] * sides
        margins = (
            element("w:left", {"w:w": "0", "w:type": "dxa"}),
            element("w:right", {"w:w": str(_GAP), "w:type": "dxa"}),
        )
        properties = element(
            "w:tblPr",
            {},
            element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblCellMar", {}, *margins),
            element("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
        )
        grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": str(each)}) for each in widths))
        return element(
            "w:tbl", {}, properties, grid, self._head(widths), *(self._row(block, widths) for block in found)
        )

    def _head(self, widths: list[int]) -> Markup:
        codes = (self.text.source_language, self.text.target_language)
        names = [("ParagraphNumber", self.labels.number, self.labels.language)] * self.options.numbers
        names += [("ColumnName", own_name(code), code) for code in codes]
        names += [("ColumnName", self.labels.human, self.labels.language)]
        cells = (
            _cell(width, [_paragraph(style, [_run(name, code)])])
            for width, (style, name, code) in zip(widths, names, strict=False)
        )
        return _table_row(cells, element("w:cantSplit"), element("w:tblHeader"))

    def _row(self, block: Block, widths: list[int]) -> Markup:
        if block.kind is Kind.RULE:
            return _table_row([_cell(sum(widths), [_rule(sum(widths))], span=len(widths))])
        contents = [[_number(block, self.labels)]] * self.options.numbers
        contents.append([self._side(block, block.source, _Place(lead=True))])
        contents.append([self._side(block, block.target, _Place()), *self._back(block)])
        contents.append([self._side(block, block.human, _Place())] if block.human else [element("w:p")])
        together = [element("w:cantSplit")] if block.kind in HEADINGS or _short(block) else []
        return _table_row((_cell(w, c) for w, c in zip(widths, contents, strict=False)), *together)

    def _back(self, block: Block) -> Iterator[Markup]:
        if block.back:
            yield self._extra("TranslatedBack", self.labels.back, block.back)

    # One under the other

    def _stacked(self, block: Block, width: int) -> Iterator[Markup]:
        if block.kind is Kind.RULE:
            yield _rule(width)
            return
        alone = self.options.layout is Layout.TRANSLATION
        number = str(block.number or "") if self.options.numbers else None
        extras = list(self._extras(block))
        if alone:
            yield self._side(block, block.target, _Place(number, lead=True, followed=bool(extras)))
        else:
            yield self._side(block, block.source, _Place(number, lead=True, followed=not block.same or bool(extras)))
        if not alone and not block.same:
            under = None if number is None else ""
            yield self._side(block, block.target, _Place(under, barred=True, followed=bool(extras)))
        yield from extras

    def _extras(self, block: Block) -> Iterator[Markup]:
        room = _INDENT + (_NUMBER_WIDTH if self.options.numbers else 0)
        if block.back:
            yield self._extra("TranslatedBack", self.labels.back, block.back, room)
        if block.human:
            yield self._extra("HumanTranslation", self.labels.human, block.human, room)

    def _extra(self, style: str, caption: str, side: Side, indent: int = 0) -> Markup:
        told = _run(f"{caption}: ", self.labels.language, _Look(size=self._size(0.78), upright=True, colour=QUIET))
        indented = [element("w:ind", {"w:left": str(indent)})] if indent else []
        return _paragraph(style, [told, *self._runs(side)], *indented)

    # One text

    def _side(self, block: Block, side: Side, place: "_Place") -> Markup:
        """A text as its kind asks."""
        style = self._style_of(block, side, place.lead)
        before, properties = _margin(block, place)
        runs = self._runs(side) if side.segments else [_run(self.labels.not_translated, side.language)]
        return _paragraph(style, [*before, *runs], *properties)

    def _style_of(self, block: Block, side: Side, lead: bool) -> str:
        if not side.segments:
            return "NotTranslated"
        if block.kind in HEADINGS:
            return f"{'' if lead else 'Translated'}Heading{block.level}"
        return _STYLES.get(block.kind, "Normal")

    def _runs(self, side: Side) -> Iterator[Markup]:
        for segment in side.segments:
            if segment.label:
                yield _run(segment.label, self.labels.language, _Look(raised=True, colour=QUIET))
            yield from (self._piece(piece, side.language) for piece in segment.pieces)
            yield from self._signs(segment)

    def _signs(self, segment: Segment) -> Iterator[Markup]:
        if segment.edited:
            yield self._sign(EDITED_SIGN, LINK)
        if segment.warnings:
            yield self._sign(WARNED_SIGN, WARNING)

    def _sign(self, sign: str, colour: str) -> Markup:
        return _run(f"\u00a0{sign}", self.labels.language, _Look(size=self._size(0.8), colour=colour, upright=True))

    def _piece(self, piece: Piece, language: str) -> Markup:
        look = _Look(
            bold=MarkKind.STRONG in piece.kinds,
            italic=MarkKind.EMPHASIS in piece.kinds,
            struck=MarkKind.STRIKE in piece.kinds,
            code=MarkKind.CODE in piece.kinds,
            style="Hyperlink" if piece.href else "",
        )
        run = _run(piece.text, language, look)
        if not piece.href:
            return run
        identifier = self.links.setdefault(piece.href, f"link{len(self.links) + 1}")
        return element("w:hyperlink", {"r:id": identifier, "w:history": "1"}, run)

    def _size(self, scale: float) -> int:
        return round(self.options.font_size * 2 * scale)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands.

    Attributes:
        number: what stands before it in the margin; None if there is no such margin.
        lead: whether a heading is one for the navigation pane.
        followed: whether what comes next belongs to the same row.
        barred: whether it is set off as the translation of what stands above.
    """

    number: str | None = None
    lead: bool = False
    followed: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run differs from its paragraph; `size` is in half points, 0 for the paragraph's own."""

    bold: bool = False
    italic: bool = False
    upright: bool = False
    struck: bool = False
    code: bool = False
    raised: bool = False
    colour: str = ""
    size: int = 0
    style: str = ""

    def properties(self) -> Iterator[Markup]:
        """In the order that the standard wants."""
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
        if self.raised:
            yield value("w:vertAlign", "superscript")


_PLAIN = _Look()


def _run(text: str, language: str, look: _Look = _PLAIN) -> Markup:
    return element("w:r", {}, _run_properties(look, language), *_characters(text))


@lru_cache(maxsize=256)  # a text has thousands of runs, and few that look different
def _run_properties(look: _Look, language: str) -> Markup:
    tag = language_tag(language, region=True)
    said = element("w:lang", {"w:val": tag, "w:eastAsia": tag if language in ("ja", "zh") else None})
    return element("w:rPr", {}, *look.properties(), said)


def _characters(text: str) -> Iterator[Markup]:
    """Text with its line breaks and tabs, which Word has elements for."""
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            yield element("w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield element("w:tab")
            if part:
                yield element("w:t", {"xml:space": "preserve"}, part)


def _paragraph(style: str, runs: Iterable[Markup], *properties: Markup) -> Markup:
    return element("w:p", {}, element("w:pPr", {}, value("w:pStyle", style), *properties), *runs)


def _margin(block: Block, place: _Place) -> tuple[list[Markup], list[Markup]]:
    """What stands before a text, its number and its list marker, and the paragraph's properties that make room."""
    marker = "→" if block.kind is Kind.SEE_ALSO else block.marker
    edge = (_NUMBER_WIDTH if place.number is not None else 0) + _INDENT * place.barred
    depth = min(block.level, _DEEPEST) if block.kind not in HEADINGS else 0
    depth = max(depth, 1 if marker or block.kind is Kind.QUOTE else 0)
    left = edge + _INDENT * depth
    if not (marker or place.number or place.barred):
        return [], list(_margin_properties(left, left, [], place))
    # The first line begins at `base`, the others at `left`; tabs lead from one stop to the next.
    base = edge if place.barred else 0
    stops = [edge + _INDENT * (depth - 1), left] if marker else [left]
    before = [_run(place.number, "en", _Look(size=15, colour=QUIET, upright=True))] if place.number else []
    before += [_TAB] * (stops[0] > base)
    before += [_run(marker, "en"), _TAB] if marker else []
    return before, list(_margin_properties(left, base, stops, place))


_TAB = element("w:r", {}, element("w:tab"))


def _margin_properties(left: int, base: int, stops: list[int], place: _Place) -> Iterator[Markup]:
    if place.followed:
        yield element("w:keepNext")
    if place.barred:
        line = {"w:val": "single", "w:sz": "8", "w:space": "8", "w:color": "BBBBBB"}
        yield element("w:pBdr", {}, element("w:left", line))
    if left > base:
        yield element("w:tabs", {}, *(element("w:tab", {"w:val": "left", "w:pos": str(s)}) for s in stops if s > base))
    if place.followed or place.barred:
        yield element(
            "w:spacing",
            {"w:before": "0" if place.barred else None, "w:after": str(_CLOSE if place.followed else _APART)},
        )
    if left:
        yield element("w:ind", {"w:left": str(left), "w:hanging": str(left - base) if left > base else None})


def _number(block: Block, labels: Labels) -> Markup:
    runs = [_run(str(block.number), labels.language)] if block.number else []
    return _paragraph("ParagraphNumber", runs)


def _rule(width: int) -> Markup:
    """A line a third as wide as the text."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "999999"}
    sides = {"w:left": str(width // 3), "w:right": str(width // 3)}
    border = element("w:pBdr", {}, element("w:bottom", line))
    return _paragraph("Rule", [], border, element("w:ind", sides))


def _short(block: Block) -> bool:
    """Whether a row may be moved to the next page as a whole: word processors mind no widows in tables."""
    sides = (block.source, block.target, block.back, block.human)
    return all(len(plain(side)) <= _KEPT_WHOLE for side in sides if side)


def _cell(width: int, content: list[Markup], span: int = 1) -> Markup:
    spanned = [value("w:gridSpan", str(span))] if span > 1 else []
    properties = element("w:tcPr", {}, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}), *spanned)
    return element("w:tc", {}, properties, *content)


def _table_row(cells: Iterable[Markup], *properties: Markup) -> Markup:
    said = [element("w:trPr", {}, *properties)] if properties else []
    return element("w:tr", {}, *said, *cells)
