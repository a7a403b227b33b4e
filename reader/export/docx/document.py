"""Both texts as a Word file: a table of two columns, or one text below the other.

The parts are written directly (ECMA-376): python-docx has no calls for a language per run, links, repeating
header rows and reproducible bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from reader import late_re as re
from reader.export.archive import archive
from reader.export.blocks import Block, blocks, plain
from reader.export.colophon import last_lines, moment_of
from reader.export.columns import SHORTEST_LINE, arranged, heading, number_heading
from reader.export.docx.lists import Lists
from reader.export.docx.notes import footnotes_part
from reader.export.docx.parts import Extent, Page, parts, word_part
from reader.export.docx.sides import Sides, named_sides
from reader.export.docx.styles import NUMBER_SCALE, value
from reader.export.docx.tables import CHARACTER, Tables
from reader.export.docx.text import INDENT, NUMBER_WIDTH, Place, paragraph, run
from reader.export.footnotes import Footnotes, Items, footnotes, named_rows
from reader.export.grid import Grid, grouped
from reader.export.labels import Labels, labels_for
from reader.export.markup import Markup, element
from reader.export.options import USUAL_COLUMNS, ExportOptions, Layout
from reader.export.titles import shown_title
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from reader.text import HEADINGS, Kind

# In twentieths of a point.
_GAP = 240
# In characters: about eight lines of a column.
_KEPT_WHOLE = 350
_STYLE = re.compile('<w:pStyle w:val="([A-Za-z0-9]+)"')  # text has no "<"
_LAYOUTS = {Layout.FACING: Layout.COLUMNS}


def docx_bytes(text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The file. The facing layout becomes columns, since Word cannot align facing pages.

    More than three columns stand one under the other, and three whose lines would be too short.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    options = arranged(
        text, replace(options, layout=_LAYOUTS.get(options.layout, options.layout)), _most_beside(options)
    )
    alone = options.layout is Layout.TRANSLATION
    found = list(grouped(blocks(text, options, cancelled)))
    taken = footnotes(found, text.document.notes) if alone else Footnotes(found)
    labels = labels_for(text.target_language)
    sides = Sides(options, labels, named_rows(found), taken, Lists() if alone else None)
    writer = _Writer(text, options, labels, sides, any(isinstance(item, Grid) for item in found))
    content = word_part("w:document", element("w:body", {}, *writer.body(taken.body)))
    notes = word_part("w:footnotes", *footnotes_part(sides, writer.tables())) if taken.notes else ""
    numbering = word_part("w:numbering", *sides.lists.numbering()) if sides.lists and sides.lists.started else ""
    addresses = {identifier: href for href, identifier in sides.links.items()}
    used = set(_STYLE.findall(content)) | set(_STYLE.findall(notes))
    extent = Extent(addresses, writer.names(), notes, numbering, used)
    fixed = list(parts(text, options, extent, moment_of(options.timestamp)))
    return archive([*fixed, ("word/document.xml", content)])


def _most_beside(options: ExportOptions) -> int:
    """How many columns have room side by side."""
    third = (Page.of(options).text_width - NUMBER_WIDTH * options.numbers) / 3 - _GAP
    return 3 if third / (options.font_size * 20 * CHARACTER) >= SHORTEST_LINE else 2


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one text; `gridded`, whether there are tables among them."""

    text: ParallelText
    options: ExportOptions
    labels: Labels
    sides: Sides
    gridded: bool

    @property
    def beside(self) -> bool:
        """Whether the texts stand side by side."""
        return self.options.layout is Layout.COLUMNS

    def body(self, found: Items) -> Iterator[Markup]:
        page = Page.of(self.options)
        if title := shown_title(self.text):
            yield paragraph("Title", [run(title, self.text.source_language)])
        if self.beside:
            yield from self._side_by_side(found, page.text_width)
        else:
            for item in found:
                yield from self.tables().grid(item) if isinstance(item, Grid) else self._stacked(item, page.text_width)
        yield from self._colophon()
        yield page.section(named=bool(self.names()))

    def tables(self) -> Tables:
        """What writes tables on this page."""
        left = self._number_width() if self.beside and self.options.numbers else 0
        width = Page.of(self.options).text_width - left
        texts = self._columns() if self.beside else 1
        return Tables(self.sides, self.options, left, width, _GAP if texts > 1 else 0, texts)

    def names(self) -> Sequence[tuple[int, Markup]]:
        """The names of the languages for the head of the page, if they stand there, and where."""
        if not self.gridded or not self.beside:
            return ()
        numbers = [self._number_width()] * self.options.numbers
        width = (Page.of(self.options).text_width - sum(numbers)) // self._columns()
        names = self._column_names()
        return [(sum(numbers) + place * width, run(name, code)) for place, (name, code) in enumerate(names)]

    def _columns(self) -> int:
        return len(self.options.columns)

    def _column_names(self) -> Sequence[tuple[str, str]]:
        """The names of the columns, and their languages."""
        found = (heading(column, self.text, self.options, self.labels) for column in self.options.columns)
        return [(each.words, each.language) for each in found]

    def _colophon(self) -> Iterator[Markup]:
        for number, line in enumerate(last_lines(self.text, self.options, self.labels)):
            space = [element("w:spacing", {"w:before": "480"})] if number == 0 else []
            yield paragraph("Colophon", [run(line, self.labels.language)], *space)

    # Side by side

    def _side_by_side(self, found: Items, width: int) -> Iterator[Markup]:
        """Tables of pairs, and between them the tables of the document."""
        tables = self.tables()
        if not found:
            yield self._table([], width)
        for gridded, group in groupby(found, key=lambda item: isinstance(item, Grid)):
            if gridded:
                for item in group:
                    yield from tables.grid(item) if isinstance(item, Grid) else ()
            else:
                yield self._table((item for item in group if not isinstance(item, Grid)), width)
                if self.gridded:
                    yield paragraph("TableGap", [])

    def _table(self, found: Iterable[Block], width: int) -> Markup:
        sides = self._columns()
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
        head = [] if self.gridded else [self._head(widths)]
        return element("w:tbl", {}, properties, grid, *head, *(self._row(block, widths) for block in found))

    def _number_width(self) -> int:
        """The width of the number column: room for the longest number or time, at about 0.6 em a digit."""
        digits = len(self.text.last_label())
        em = self.options.font_size * 20 * NUMBER_SCALE
        return max(NUMBER_WIDTH, _GAP + round(0.6 * em * max(digits, len(number_heading(self.text, self.labels)))))

    def _head(self, widths: list[int]) -> Markup:
        names = [
            ("ParagraphNumber", number_heading(self.text, self.labels), self.labels.language)
        ] * self.options.numbers
        names += [("ColumnName", name, code) for name, code in self._column_names()]
        cells = (
            _cell(width, [paragraph(style, [run(name, code)])])
            for width, (style, name, code) in zip(widths, names, strict=True)
        )
        return _table_row(cells, element("w:cantSplit"), element("w:tblHeader"))

    def _row(self, block: Block, widths: list[int]) -> Markup:
        if block.kind is Kind.RULE:
            return _table_row([_cell(sum(widths), [_rule(sum(widths))], span=len(widths))])
        contents = [[_number(block, self.labels)]] * self.options.numbers
        for place, (side, names) in enumerate(named_sides(block.sides)):
            text = [self.sides.side(block.of(side), side, Place(lead=place == 0), names)] if side else []
            label = self.sides.label(block, Place(), side) if side and side.column in USUAL_COLUMNS else ()
            contents.append([*label, *text] or [element("w:p")])
        together = [element("w:cantSplit")] if block.kind in HEADINGS or _short(block) else []
        return _table_row((_cell(w, c) for w, c in zip(widths, contents, strict=True)), *together)

    # One below the other

    def _stacked(self, block: Block, width: int) -> Iterator[Markup]:
        if block.kind is Kind.RULE:
            yield _rule(width)
            return
        alone = self.options.layout is Layout.TRANSLATION
        number = block.number if self.options.numbers else None
        room = INDENT + (NUMBER_WIDTH if self.options.numbers else 0)
        yield from self.sides.label(block, Place(), block.target if alone else None)
        shown = list(named_sides(block.below, "t" if alone else "st"))
        for place, (side, names) in enumerate(shown):
            followed = place + 1 < len(shown)
            if place == 0:
                yield self.sides.titled(block, side, Place(number, lead=True, followed=followed), names)
            elif place == 1 and not alone:
                under = None if number is None else ""
                yield self.sides.titled(block, side, Place(under, barred=True, followed=followed), names)
            else:
                yield self.sides.extra(side, room)


def _number(block: Block, labels: Labels) -> Markup:
    runs = [run(block.number, labels.language)] if block.number else []
    return paragraph("ParagraphNumber", runs)


def _rule(width: int) -> Markup:
    """A rule, a third as wide as the text."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "999999"}
    sides = {"w:left": str(width // 3), "w:right": str(width // 3)}
    border = element("w:pBdr", {}, element("w:bottom", line))
    return paragraph("Rule", [], border, element("w:ind", sides))


def _short(block: Block) -> bool:
    """Whether a row is kept on one page: word processors do not control widows in tables."""
    return all(len(plain(side)) <= _KEPT_WHOLE for side in block.texts)


def _cell(width: int, content: list[Markup], span: int = 1) -> Markup:
    return element("w:tc", {}, _cell_properties(width, span), *content)


@lru_cache(maxsize=64)  # a table has thousands of cells but few widths
def _cell_properties(width: int, span: int) -> Markup:
    spanned = [value("w:gridSpan", str(span))] if span > 1 else []
    return element("w:tcPr", {}, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}), *spanned)


def _table_row(cells: Iterable[Markup], *properties: Markup) -> Markup:
    said = [element("w:trPr", {}, *properties)] if properties else []
    return element("w:tr", {}, *said, *cells)
