"""How a table is arranged on a page: side by side or not, how wide its columns are, what repeats."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.blocks import plain
from reader.export.grid import Grid, GridCell
from reader.export.grid_cells import PADDING, Column, columns_of, covered, groups, numeric, records, widths
from reader.export.options import Layout
from reader.export.pdf.page import Page
from reader.text import Cell

# In lines: a table row up to this is kept together.
_KEPT_LINES = 8
# In characters: what a step of indentation takes.
_STEP = 3

Rows = Sequence[Sequence[GridCell]]


@dataclass(frozen=True, slots=True)
class Arranged:
    """A table on a page.

    Attributes:
        rows: its cells, by the row in which they begin.
        widths: of its columns, in millimetres.
        header: how many rows repeat on every page.
        beside: whether the texts stand side by side, each in a column of the page.
        lines: about how many lines each row takes.
        groups: the rows that hang together, as spans of rows.
        whole: whether each row is kept on one page.
        numeric: the columns of numbers.
        edges: the rows that begin something new, if the table is a list of records.
    """

    rows: Rows
    widths: tuple[float, ...]
    header: int
    beside: bool
    lines: tuple[int, ...]
    groups: tuple[tuple[int, int], ...]
    whole: tuple[bool, ...]
    numeric: frozenset[int]
    edges: frozenset[int] = frozenset()

    def tallest(self) -> int:
        """About how many lines the highest rows that hang together take, with what repeats above them."""
        return sum(self.lines[: self.header]) + max(sum(self.lines[start:stop]) for start, stop in self.groups)


def arranged(grid: Grid, page: Page, layout: Layout, untranslated: str, steps: int) -> Arranged:
    """The table on `page`, indented by `steps`; `untranslated` stands where there is no translation.

    In columns the texts stand side by side if no cell gets too narrow by that, else one under the other. A table
    that is too wide even so becomes a list: its cells one under the other, each beside the heads of its column.
    """
    rows: Rows = covered(grid)
    columns = columns_of(rows, grid.columns, untranslated)
    own, full = (room - _STEP * steps for room in (page.line_length, page.full_line_length))
    beside = layout is Layout.COLUMNS and sum(column.beside for column in columns) <= own
    found = widths(columns, own if beside else full)
    if found is not None:
        header = grid.header if _may_repeat(rows, grid.header, found, page) else 0
        return _arranged(rows, found, header, beside, page, numeric(rows, grid.header, grid.columns))
    rows, edges = _as_list(rows, grid.header)
    columns = columns_of(rows, len(rows[0]), untranslated)
    beside = layout is Layout.COLUMNS and sum(column.beside for column in columns) <= own
    found = widths(columns, own if beside else full) or _divided(columns, own if beside else full)
    return _arranged(rows, found, 0, beside, page, frozenset(), edges)


def _arranged(
    rows: Rows,
    found: Sequence[float],
    header: int,
    beside: bool,
    page: Page,
    numbers: frozenset[int],
    edges: frozenset[int] = frozenset(),
) -> Arranged:
    lines = tuple(max(_lines(each, found) for each in row) if row else 1 for row in rows)
    in_mm = tuple(round(width * page.column_width / page.line_length, 2) for width in found)
    spans = groups(rows)
    kept = [max(lines[start:stop]) <= _KEPT_LINES for start, stop in spans for _ in range(start, stop)]
    return Arranged(rows, in_mm, header, beside, lines, tuple(spans), tuple(kept), numbers, edges)


def _as_list(rows: Rows, header: int) -> tuple[Rows, frozenset[int]]:
    """A table as a list of records, with a column of heads if there are any, and the rows that begin a record."""
    body = header if header < len(rows) else 0
    found: list[tuple[GridCell, ...]] = []
    edges: set[int] = set()
    before = -1
    for heads, each in records(rows, body):
        row = len(found)
        if each.cell.row != before:
            edges.add(row)
            before = each.cell.row
        value = GridCell(Cell(row, int(bool(body)), head=each.cell.head), each.blocks)
        found.append((GridCell(Cell(row, 0, head=True), heads), value) if body else (value,))
    return found, frozenset(edges)


def _divided(columns: Sequence[Column], room: float) -> tuple[float, ...]:
    """The room in proportion to what the columns hold."""
    total = sum(column.share + PADDING for column in columns)
    return tuple(max(1.0, room) * (column.share + PADDING) / total for column in columns)


def _may_repeat(rows: Rows, header: int, found: Sequence[float], page: Page) -> bool:
    """Whether the heads are low enough to repeat, and hang together with nothing below them."""
    if not 0 < header < len(rows):
        return False
    apart = all(each.cell.row + each.cell.rows <= header for row in rows[:header] for each in row)
    return apart and 4 * sum(max(_lines(each, found) for each in row) for row in rows[:header] if row) <= page.lines


def _lines(each: GridCell, found: Sequence[float]) -> int:
    """About how many lines a cell takes, in the longer of its texts."""
    cell = each.cell
    width = max(1, int(sum(found[cell.column : cell.column + cell.columns])) - PADDING)
    sides = [[block.source, block.target, block.back, block.reference] for block in each.blocks]
    high = [[_height(plain(side), width) for side in own if side is not None] for own in sides]
    return max(1, sum(max(own[:2]) + sum(own[2:]) for own in high) // cell.rows)


def _height(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n"))
