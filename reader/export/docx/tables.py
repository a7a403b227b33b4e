"""Tables of the document in a Word file: of one text, or of several side by side (ECMA-376, 17.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.export.blocks import Block, plain
from reader.export.docx.sides import Sides, named_sides
from reader.export.docx.styles import EDGE, HAIRLINE, value
from reader.export.docx.text import INDENT, Place, paragraph
from reader.export.grid import Grid, GridCell
from reader.export.grid_cells import groups
from reader.export.grid_columns import Laid, laid
from reader.export.markup import Markup, element
from reader.export.options import ExportOptions, Layout
from reader.late_dataclasses import dataclass
from reader.text import Kind

# Average width of a character, in ems; left and right of the text of a cell, in twentieths of a point.
CHARACTER = 0.5
_INSET = 80
# In characters of a cell: such rows are not broken over pages.
_KEPT_WHOLE = 350
# At most this many rows of heads repeat.
_MOST_HEADS = 4


@dataclass(frozen=True, slots=True)
class Tables:
    """Writes tables.

    Attributes:
        sides: writes the texts in their cells.
        options: of the export.
        left: where the table begins, behind the numbers of paragraphs; in twentieths of a point like all lengths.
        width: of the text of the page, without `left`.
        gap: between columns of text.
        texts: how many columns of text there are, if the texts stand side by side, else 1.
    """

    sides: Sides
    options: ExportOptions
    left: int
    width: int
    gap: int
    texts: int

    def grid(self, grid: Grid) -> Iterator[Markup]:
        """The table, or that of the original and that of the translation, and an empty line below each."""
        character = self.options.font_size * 20 * CHARACTER
        inset = INDENT * min(len(grid.around) + grid.level, 6)
        half = (self.width - self.gap * (self.texts - 1)) / self.texts - inset if self.texts > 1 else 0
        found = laid(grid, half / character, (self.width - inset) / character, self.sides.labels.not_translated)
        widths = [max(1, round(width * character)) for width in found.widths]
        first = next(grid.blocks)
        yield from self.sides.label(first, Place(), first.target if self.options.layout is Layout.TRANSLATION else None)
        between = round(half + inset + self.gap) - sum(widths)
        further = range(1 if self.options.layout is Layout.TRANSLATION else 2, len(self.options.columns))
        tables = self._arranged(found.beside, all(map(_same, grid.blocks)))
        for shown in tables:
            below = further if shown is tables[-1] and not found.beside else ()
            yield _Table(self, found, widths, shown, below, between, self.left + inset).written()
            yield paragraph("TableGap", [])

    def _arranged(self, beside: bool, same: bool) -> Sequence[Sequence[int]]:
        """The columns of each table that is written, as places among the columns of the options."""
        count = len(self.options.columns)
        if beside:
            return (range(count),)
        alone = self.options.layout is Layout.TRANSLATION or count == 1 or (same and count == 2)
        return ((0,),) if alone else ((0,), (1,))


def _same(block: Block) -> bool:
    return block.same or plain(block.source) == plain(block.target)


@dataclass(frozen=True, slots=True)
class _Table:
    """One table; `shown` are the places of the texts in it, with `between` between them; `below` stand below these."""

    tables: Tables
    laid: Laid
    widths: Sequence[int]
    shown: Sequence[int]
    below: Sequence[int]
    between: int
    left: int

    def written(self) -> Markup:
        margins = {"w:top": 40, "w:left": _INSET, "w:bottom": 40, "w:right": _INSET}
        total = len(self.shown) * sum(self.widths) + (len(self.shown) - 1) * self.between
        properties = element(
            "w:tblPr",
            {},
            element("w:tblW", {"w:w": str(total), "w:type": "dxa"}),
            element("w:tblInd", {"w:w": str(self.left), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblCellMar", {}, *(element(n, {"w:w": str(width), "w:type": "dxa"}) for n, width in margins.items())
            ),
            element("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
        )
        columns = [*self.widths, *([self.between, *self.widths] * (len(self.shown) - 1))]
        grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": str(each)}) for each in columns))
        return element("w:tbl", {}, properties, grid, *self._rows())

    def _rows(self) -> Iterator[Markup]:
        rows = self.laid.rows
        header = self.laid.header if self.laid.header <= _MOST_HEADS else 0
        spans = groups(rows)
        if not any(stop == header for _, stop in spans):
            header = 0
        hanging: dict[int, GridCell] = {}  # cells from above, by their column
        for number, row in enumerate(rows):
            hanging = {column: each for column, each in hanging.items() if _ends(each) > number}
            cells = sorted([*row, *hanging.values()], key=lambda each: each.cell.column)
            hanging |= {each.cell.column: each for each in row if each.cell.rows > 1}
            properties = [element("w:cantSplit")] * _short(row) + [element("w:tblHeader")] * (number < header)
            said = [element("w:trPr", {}, *properties)] if properties else []
            yield element("w:tr", {}, *said, *self._cells(cells, number))

    def _cells(self, cells: Sequence[GridCell], row: int) -> Iterator[Markup]:
        for number, shown in enumerate(self.shown):
            if number:
                yield _cell(self.between, "", 1, "", "", [element("w:p")])
            for each in cells:
                cell = each.cell
                width = sum(self.widths[cell.column : cell.column + cell.columns])
                begins = cell.row == row
                merged = "" if cell.rows == 1 else "restart" if begins else "continue"
                above = EDGE if begins and (row == 0 or row in self.laid.records) else ""
                ended = _ends(each) == row + 1
                below = (EDGE if row + 1 in (len(self.laid.rows), self.laid.header) else HAIRLINE) if ended else ""
                content = list(self._content(each, shown)) if begins else []
                yield _cell(width, merged, cell.columns, above, below, content or [element("w:p")])

    def _content(self, each: GridCell, shown: int) -> Iterator[Markup]:
        sides = self.tables.sides
        place = Place(lead=shown == 0, tight=True, align=self.laid.align(each.cell))
        alone = self.tables.options.layout is Layout.TRANSLATION
        for block in each.blocks:
            if block.blank and block.kind is not Kind.FIGURE:
                continue
            if block.kind is Kind.RULE:
                yield paragraph("Rule", [])
                continue
            side, names = list(named_sides(block.sides, "t" if alone else "st"))[shown]
            if side is not None:
                yield from sides.label(block, place, side) if side.label and not block.within[0].cell else ()
                listed = replace(place, align="") if block.kind is Kind.LIST_ITEM else place
                text = sides.side(block.of(side), side, listed, names)
                yield _bold(text) if each.cell.head else text
            yield from (sides.extra(further) for further in map(block.sides.__getitem__, self.below) if further)


def _bold(text: Markup) -> Markup:
    """The text of a head: in a style of its own, if it is an ordinary paragraph."""
    return Markup(text.replace('w:val="TableText"', 'w:val="TableHead"', 1))


def _ends(each: GridCell) -> int:
    return each.cell.row + each.cell.rows


def _short(row: Sequence[GridCell]) -> bool:
    """Whether a table row is kept on one page."""
    texts = (sum(len(plain(block.source)) for block in each.blocks) for each in row)
    return max(texts, default=0) <= _KEPT_WHOLE


def _cell(width: int, merged: str, span: int, above: str, below: str, content: Sequence[Markup]) -> Markup:
    return element("w:tc", {}, _cell_properties(width, merged, span, above, below), *content)


@lru_cache(maxsize=256)
def _cell_properties(width: int, merged: str, span: int, above: str, below: str) -> Markup:
    borders = [
        element(f"w:{side}", {"w:val": "single", "w:sz": "4" if colour == HAIRLINE else "6", "w:color": colour})
        for side, colour in (("top", above), ("bottom", below))
        if colour
    ]
    return element(
        "w:tcPr",
        {},
        element("w:tcW", {"w:w": str(width), "w:type": "dxa"}),
        *([value("w:gridSpan", str(span))] if span > 1 else []),
        *([value("w:vMerge", merged)] if merged else []),
        *([element("w:tcBorders", {}, *borders)] if borders else []),
    )
