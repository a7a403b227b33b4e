"""The paragraphs of a page as its structure tree has them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from math import inf
from statistics import median

from reader import late_re as re
from reader.formats.pdf.blocks import Block, Column, Tag, marker_of, with_markers
from reader.formats.pdf.grids import Grid, GridCell
from reader.formats.pdf.lines import Line, lines_in_order, lines_of, without_leader
from reader.formats.pdf.measures import Measures
from reader.formats.pdf.structure import Element
from reader.formats.pdf.values import Area, Piece
from reader.late_dataclasses import dataclass

# What is part of a paragraph, and what is one; all other elements have some, and what stands in them for itself is
# as the page shows it: the words of a diagram.
_INLINE = frozenset(
    {"Span", "Link", "Annot", "Em", "Strong", "Sub", "Quote", "Reference", "BibEntry", "Form", "Ruby", "RB", "RT", "RP"}
    | {"Warichu", "WT", "WP", "Lbl", "Code", "Formula", "NonStruct", "Private"}
)
_PARAGRAPHS = frozenset({"P", "Title", "LI", "LBody", "Caption", "TOCI", "Note", "FENote", "BlockQuote", "TD", "TH"})
_NOTES, _CELLS, _ROW_GROUPS = frozenset({"Note", "FENote"}), ("TD", "TH"), ("THead", "TBody", "TFoot")
_HEADING = re.compile(r"H([1-6])?")
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around words: whether a paragraph, a heading of this level, and in how many sections it is."""

    paragraph: bool = False
    heading: int = 0
    sections: int = 0

    def inside(self, role: str) -> "_Around":
        heading = _HEADING.fullmatch(role)
        if heading is None:
            return _Around(role in _PARAGRAPHS, self.heading, self.sections + (role == "Sect"))
        level = int(heading[1]) if heading[1] else min(max(self.sections, 1), _DEEPEST_HEADING)
        return _Around(paragraph=True, heading=level, sections=self.sections)


class TaggedPage:
    """Reads the paragraphs of a page from its tree; `words` are those of each part of its content, each taken once.

    Attributes:
        blocks: the paragraphs and tables, in order.
        notes: the paragraphs of notes.
        strange: how many cells do not stand where their tables have them.
    """

    def __init__(self, page: int, words: dict[int, list[Piece]], measures: Measures) -> None:
        self._page, self._words, self._measures = page, words, measures
        self._around = _Around()
        self._items: list[bool] = []  # that are open: whether a paragraph of each has been read
        self._label: list[Piece] = []
        self._parts: list[list[Piece] | None] = []
        self._into: list[Block] = []
        self.blocks, self.notes, self.strange = self._into, list[Block](), 0

    def read(self, parts: Sequence[Element | int | None]) -> None:
        """Read the outermost elements, or what a cell has."""
        for part in parts:
            self._part(part)
        self._end()

    def _part(self, part: Element | int | None) -> None:
        if isinstance(part, Element):
            self._element(part)
        else:
            self._parts.append(None if part is None else self._words.pop(part, []))

    def _element(self, element: Element) -> None:
        role = element.role
        if role == "Lbl" and not any(self._parts):
            self._label += _words_of(element, self._words)
        elif role in _INLINE:
            for part in element.parts:
                if part is not None or role != "Link":  # the place of a link is none of its words
                    self._part(part)
        elif role in _NOTES:
            self._note(element)
        else:
            self._end()
            if role == "Table":
                self._table(element)
            else:
                self._block(element)

    def _block(self, element: Element) -> None:
        around, self._around = self._around, self._around.inside(element.role)
        is_item = element.role == "LI"
        if is_item:
            self._items.append(False)
        for part in element.parts:
            self._part(part)
        self._end()
        if is_item:
            self._end_label()
            self._items.pop()
        self._around = around

    def _note(self, element: Element) -> None:
        """Read a note, which may stand within a paragraph that goes on behind it."""
        kept = self._label, self._parts, self._into, self._items
        self._label, self._parts, self._into, self._items = [], [], self.notes, []
        self._block(element)
        self._end_label()
        self._label, self._parts, self._into, self._items = kept

    def _end_label(self) -> None:
        if self._label:
            self._parts.append([])
            self._end()

    def _end(self) -> None:
        """End what has been read as a paragraph."""
        parts, self._parts = self._parts, []
        found = [piece for part in parts if part for piece in part]
        if not found and None in parts and self._items:  # the item has begun on the page before
            self._items[-1] = True
        if not parts or not (found or self._label):
            return
        label, self._label = self._label, []
        if not self._around.paragraph:
            self._into += Column(
                self._placed(lines_of(label + found)), self._page, self._measures, frozenset()
            ).blocks()
            return
        lines = [line for each in lines_in_order(label + found) for line in with_markers(without_leader([each]))]
        self._placed(lines)
        item = bool(self._items) and not self._items[-1]
        tag = Tag(self._around.heading, len(self._items), item, parts[0] is None, parts[-1] is None)
        if item:
            self._items[-1] = True
        marker = "".join(piece.text for piece in label) or marker_of(lines[0].text)
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        block = Block(lines, self._page, left, right, marker=marker, tag=tag)
        block.keep_short_lines()
        self._into.append(block)

    def _placed(self, lines: list[Line]) -> list[Line]:
        for line in lines:
            line.page = self._page
        return lines

    # Tables

    def _table(self, element: Element) -> None:
        cells = _compact(list(self._cells(element)))
        pieces = [piece for cell in cells for piece in cell.pieces]
        if not pieces:
            return
        if _is_sparse(cells):  # it only arranges what stands in it
            self._into += (block for cell in cells for block in cell.blocks or ())
            return
        self.strange += _out_of_place(cells)
        area = _area(pieces)
        tag = Tag(begun=_at_end(element, 0), open=_at_end(element, -1))
        self._into.append(Block([], self._page, area.left, area.right, grid=Grid(area, cells), tag=tag))

    def _cells(self, table: Element) -> Iterator[GridCell]:
        covered: dict[int, int] = {}  # by columns: the row behind the last cell there
        for number, row in enumerate(_rows(table)):
            column = 0
            for element in row.parts:
                if not isinstance(element, Element) or element.role not in _CELLS:
                    continue
                while covered.get(column, 0) > number:
                    column += 1
                cell = self._cell(element, number, column)
                covered |= dict.fromkeys(range(column, column + cell.columns), number + cell.rows)
                yield cell

    def _cell(self, element: Element, row: int, column: int) -> GridCell:
        inner = TaggedPage(self._page, self._words, self._measures)
        inner._around = _Around(paragraph=True)
        inner.read(element.parts)
        inner._end_label()
        blocks = inner.blocks + inner.notes
        self.strange += inner.strange
        pieces = [piece for block in blocks for piece in _pieces_of(block)]
        return GridCell(row, column, element.rows, element.columns, pieces, blocks, head=element.role == "TH")


def _compact(cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells of a table without its rows and columns in which nothing stands."""
    rows = sorted({cell.row for cell in cells if cell.pieces})
    columns = sorted({cell.column for cell in cells if cell.pieces})
    found = []
    for cell in cells:
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        height = bisect_left(rows, cell.row + cell.rows) - row
        width = bisect_left(columns, cell.column + cell.columns) - column
        if height and width:
            found.append(replace(cell, row=row, column=column, rows=height, columns=width))
    return found


def _is_sparse(cells: Sequence[GridCell]) -> bool:
    """Whether something stands in less than half of a table, or most rows have one cell."""
    filled = [cell for cell in cells if cell.pieces]
    rows = Counter(cell.row + row for cell in filled for row in range(cell.rows))
    empty = sum(cell.rows * cell.columns for cell in cells if not cell.pieces)
    return empty > sum(cell.rows * cell.columns for cell in filled) or 2 * list(rows.values()).count(1) > len(rows)


def _out_of_place(cells: Sequence[GridCell]) -> int:
    """How many cells begin before one on their left does, or behind most of those on their right."""
    lefts: dict[int, list[float]] = {}
    for cell in cells:
        if cell.pieces:
            lefts.setdefault(cell.column, []).append(_left(cell))
    columns = sorted(lefts)
    # The leftmost of each column and those behind it; one more behind them all.
    usual = [*accumulate([inf, *(median(lefts[column]) for column in reversed(columns))], min)][::-1]
    count = 0
    for _, row in groupby((cell for cell in cells if cell.pieces), lambda cell: cell.row):
        reached = -inf
        for cell in row:
            left = _left(cell)
            count += left < reached or left >= usual[bisect_right(columns, cell.column)]
            reached = left
    return count


def _left(cell: GridCell) -> float:
    return min(piece.left for piece in cell.pieces)


def _pieces_of(block: Block) -> Iterator[Piece]:
    if block.grid is not None:
        yield from (piece for cell in block.grid.cells for piece in cell.pieces)
    for line in block.lines:
        yield from line.pieces


def _rows(table: Element) -> Iterator[Element]:
    for part in table.parts:
        if isinstance(part, Element):
            if part.role in _ROW_GROUPS:
                yield from _rows(part)
            elif part.role == "TR":
                yield part


def _at_end(element: Element, place: int) -> bool:
    """Whether the first or last part of an element is on another page."""
    if not element.parts:
        return False
    part = element.parts[place]
    return part is None or (isinstance(part, Element) and part.role in _ROW_GROUPS and _at_end(part, place))


def _words_of(element: Element, words: dict[int, list[Piece]]) -> Iterator[Piece]:
    """All words of an element, each taken once."""
    for part in element.parts:
        if isinstance(part, Element):
            yield from _words_of(part, words)
        elif part is not None:
            yield from words.pop(part, [])


def _area(pieces: Sequence[Piece]) -> Area:
    lines = lines_in_order(pieces)
    return Area(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
