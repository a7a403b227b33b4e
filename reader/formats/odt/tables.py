"""Tables: their rows and cells, as a page shows them."""

from collections.abc import Callable, Iterator

from reader.formats.building import Builder
from reader.formats.html_markers import is_size
from reader.formats.odt.names import name_of, value
from reader.formats.tables import WIDEST, OpenCell
from reader.formats.xml_parts import Element

_GROUPS = frozenset({"table:table-row-group", "table:table-rows", "table:table-header-rows"})
_COLUMN_GROUPS = frozenset({"table:table-column-group", "table:table-columns", "table:table-header-columns"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})


def read_table(
    builder: Builder, table: Element, read: Callable[[Element], None], align: Callable[[Element], str]
) -> None:
    """Read a table.

    Args:
        builder: what it is read into.
        table: the element.
        read: reads the content of a cell.
        align: tells how the text of a cell is aligned.
    """
    hidden = _hidden_columns(table)
    depth = builder.enter_table("table")
    for row, head in _rows(table, head=False):
        if value(row, "table:visibility") in _HIDDEN:
            builder.left_out["hidden"] += 1
            continue
        builder.tables[-1].begin_row()
        for cell, width in _cells(row, hidden):
            open_cell = OpenCell(height=_count(cell, "table:number-rows-spanned"), width=width, head=head)
            open_cell.align = align(cell)
            inside = builder.enter_cell("cell", open_cell)
            read(cell)
            builder.unwind(inside)
    builder.unwind(depth)


def _rows(group: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows, and whether they are heads; one that is repeated is there once."""
    for child in group:
        name = name_of(child)
        if name == "table:table-row":
            yield child, head
        elif name in _GROUPS:
            yield from _rows(child, head=head or name == "table:table-header-rows")


def _cells(row: Element, hidden: frozenset[int]) -> Iterator[tuple[Element, int]]:
    """The cells that are shown, and how many columns each takes: one that is repeated takes as many."""
    column = 0
    for cell in row:
        name = name_of(cell)
        if name not in _CELLS:
            continue
        repeated = _count(cell, "table:number-columns-repeated")
        width = max(repeated, _count(cell, "table:number-columns-spanned"))
        first, column = column, column + repeated
        if name == "table:covered-table-cell" or (width == 1 and first in hidden):
            continue
        if width > WIDEST and len(cell) == 0:  # programs for sheets fill up their rows
            width = 1
        yield cell, min(width, WIDEST + 1)


def _hidden_columns(table: Element) -> frozenset[int]:
    hidden: list[int] = []
    place = 0
    for column in _columns(table):
        count = _count(column, "table:number-columns-repeated")
        if value(column, "table:visibility") in _HIDDEN:
            hidden.extend(range(place, min(place + count, WIDEST)))
        place += count
    return frozenset(hidden)


def _columns(group: Element) -> Iterator[Element]:
    for child in group:
        if name_of(child) == "table:table-column":
            yield child
        elif name_of(child) in _COLUMN_GROUPS:
            yield from _columns(child)


def _count(element: Element, name: str) -> int:
    number = value(element, name)
    return max(int(number), 1) if is_size(number) else 1
