"""The two texts as a Word file: a table of two columns, or one text under the other.

Written part by part (ECMA-376) rather than with python-docx: what matters here, a language for each run,
links, header rows that repeat and the same bytes every time, that library has no calls for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.export.archive import archive
from reader.export.blocks import (
    Block,
    Piece,
    Segment,
    Side,
    blocks,
    has_reference,
    plain,
    shown_pairs,
)
from reader.export.colophon import colophon, legend, moment_of
from reader.export.docx.parts import Page, parts, word_part
from reader.export.docx.styles import LINK, NUMBER_SCALE, QUIET, WARNING, value
from reader.export.docx.text import INDENT, NUMBER_WIDTH, Look, Place, margin, paragraph, run
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels, labels_for
from reader.export.markup import Markup, element
from reader.export.options import ExportOptions, Layout
from reader.export.titles import shown_title
from reader.parallel import ParallelText
from reader.text import HEADINGS, Kind, MarkKind, own_name

# In twentieths of a point.
_GAP = 240
# In characters: some eight lines of a column.
_KEPT_WHOLE = 350

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
            yield paragraph("Title", [run(title, self.text.source_language)])
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
            yield paragraph("Colophon", [run(line, self.labels.language)], *space)

    # Side by side

    def _table(self, found: Iterable[Block], width: int) -> Markup:
        sides = 3 if has_reference(self.text, self.options) else 2
        numbers = [self._number_width()] * self.options.numbers
        widths = numbers + [(width - sum(numbers)) // sides] * sides
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

    def _number_width(self) -> int:
        """Room for the longest number in its size, a digit of which is some 0.6 em wide."""
        digits = len(str(max((number or 0 for number in self.text.numbers()), default=0)))
        em = self.options.font_size * 20 * NUMBER_SCALE
        return max(NUMBER_WIDTH, _GAP + round(0.6 * em * max(digits, len(self.labels.number))))

    def _head(self, widths: list[int]) -> Markup:
        codes = (self.text.source_language, self.text.target_language)
        names = [("ParagraphNumber", self.labels.number, self.labels.language)] * self.options.numbers
        names += [("ColumnName", own_name(code), code) for code in codes]
        names += [("ColumnName", self.labels.reference, self.labels.language)]
        cells = (
            _cell(width, [paragraph(style, [run(name, code)])])
            for width, (style, name, code) in zip(widths, names, strict=False)
        )
        return _table_row(cells, element("w:cantSplit"), element("w:tblHeader"))

    def _row(self, block: Block, widths: list[int]) -> Markup:
        if block.kind is Kind.RULE:
            return _table_row([_cell(sum(widths), [_rule(sum(widths))], span=len(widths))])
        contents = [[_number(block, self.labels)]] * self.options.numbers
        contents.append([self._side(block, block.source, Place(lead=True))])
        contents.append([self._side(block, block.target, Place()), *self._back(block)])
        contents.append([self._side(block, block.reference, Place())] if block.reference else [element("w:p")])
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
            yield self._side(block, block.target, Place(number, lead=True, followed=bool(extras)))
        else:
            yield self._side(block, block.source, Place(number, lead=True, followed=not block.same or bool(extras)))
        if not alone and not block.same:
            under = None if number is None else ""
            yield self._side(block, block.target, Place(under, barred=True, followed=bool(extras)))
        yield from extras

    def _extras(self, block: Block) -> Iterator[Markup]:
        room = INDENT + (NUMBER_WIDTH if self.options.numbers else 0)
        if block.back:
            yield self._extra("TranslatedBack", self.labels.back, block.back, room)
        if block.reference:
            yield self._extra("ReferenceTranslation", self.labels.reference, block.reference, room)

    def _extra(self, style: str, caption: str, side: Side, indent: int = 0) -> Markup:
        told = run(f"{caption}: ", self.labels.language, Look(size=self._size(0.78), upright=True, colour=QUIET))
        indented = [element("w:ind", {"w:left": str(indent)})] if indent else []
        return paragraph(style, [told, *self._runs(side)], *indented)

    # One text

    def _side(self, block: Block, side: Side, place: "Place") -> Markup:
        """A text as its kind asks."""
        style = self._style_of(block, side, place.lead)
        before, properties = margin(block, place)
        runs = self._runs(side) if side.segments else [run(self.labels.not_translated, side.language)]
        return paragraph(style, [*before, *runs], *properties)

    def _style_of(self, block: Block, side: Side, lead: bool) -> str:
        if not side.segments:
            return "NotTranslated"
        if block.kind in HEADINGS:
            return f"{'' if lead else 'Translated'}Heading{block.level}"
        return _STYLES.get(block.kind, "Normal")

    def _runs(self, side: Side) -> Iterator[Markup]:
        for segment in side.segments:
            if segment.label:
                yield run(segment.label, self.labels.language, _LABEL)
            yield from (self._piece(piece, side.language) for piece in segment.pieces)
            yield from self._signs(segment)

    def _signs(self, segment: Segment) -> Iterator[Markup]:
        if segment.edited:
            yield self._sign(EDITED_SIGN, LINK)
        if segment.warnings:
            yield self._sign(WARNED_SIGN, WARNING)

    def _sign(self, sign: str, colour: str) -> Markup:
        return _sign(sign, colour, self.labels.language, self._size(0.8))

    def _piece(self, piece: Piece, language: str) -> Markup:
        written = run(piece.text, language, _look_of(piece.kinds, linked=bool(piece.href)))
        if not piece.href:
            return written
        identifier = self.links.setdefault(piece.href, f"link{len(self.links) + 1}")
        return element("w:hyperlink", {"r:id": identifier, "w:history": "1"}, written)

    def _size(self, scale: float) -> int:
        return round(self.options.font_size * 2 * scale)


_LABEL = Look(raised=True, colour=QUIET)


@lru_cache(maxsize=64)
def _sign(sign: str, colour: str, language: str, size: int) -> Markup:
    return run(f"\u00a0{sign}", language, Look(size=size, colour=colour, upright=True))


@lru_cache(maxsize=64)
def _look_of(kinds: frozenset[MarkKind], *, linked: bool) -> Look:
    return Look(
        bold=MarkKind.STRONG in kinds,
        italic=MarkKind.EMPHASIS in kinds,
        struck=MarkKind.STRIKE in kinds,
        code=MarkKind.CODE in kinds,
        style="Hyperlink" if linked else "",
    )


def _number(block: Block, labels: Labels) -> Markup:
    runs = [run(str(block.number), labels.language)] if block.number else []
    return paragraph("ParagraphNumber", runs)


def _rule(width: int) -> Markup:
    """A line a third as wide as the text."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "999999"}
    sides = {"w:left": str(width // 3), "w:right": str(width // 3)}
    border = element("w:pBdr", {}, element("w:bottom", line))
    return paragraph("Rule", [], border, element("w:ind", sides))


def _short(block: Block) -> bool:
    """Whether a row may be moved to the next page as a whole: word processors mind no widows in tables."""
    sides = (block.source, block.target, block.back, block.reference)
    return all(len(plain(side)) <= _KEPT_WHOLE for side in sides if side)


def _cell(width: int, content: list[Markup], span: int = 1) -> Markup:
    return element("w:tc", {}, _cell_properties(width, span), *content)


@lru_cache(maxsize=64)  # a table has thousands of cells, in a few columns
def _cell_properties(width: int, span: int) -> Markup:
    spanned = [value("w:gridSpan", str(span))] if span > 1 else []
    return element("w:tcPr", {}, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}), *spanned)


def _table_row(cells: Iterable[Markup], *properties: Markup) -> Markup:
    said = [element("w:trPr", {}, *properties)] if properties else []
    return element("w:tr", {}, *said, *cells)
