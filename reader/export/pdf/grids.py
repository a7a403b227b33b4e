"""A table on the pages of a PDF: what repeats, and what is kept together."""

from collections.abc import Sequence

from reader.export.blocks import plain
from reader.export.grid import Grid, GridCell
from reader.export.grid_cells import groups
from reader.export.grid_columns import PADDING, STEP, Laid, Rows, laid
from reader.export.options import Layout
from reader.export.pdf.page import Page
from reader.late_dataclasses import dataclass

# In lines: a table row up to this is kept together.
_KEPT_LINES = 8


@dataclass(frozen=True, slots=True)
class Arranged:
    """A table on a page.

    Attributes:
        laid: the table.
        widths: of its columns, in millimetres.
        header: how many rows repeat on every page.
        lines: about how many lines each row takes.
        groups: the rows that hang together, as spans of rows.
        whole: whether each row is kept on one page.
    """

    laid: Laid
    widths: tuple[float, ...]
    header: int
    lines: tuple[int, ...]
    groups: tuple[tuple[int, int], ...]
    whole: tuple[bool, ...]

    def tallest(self) -> int:
        """About how many lines the highest rows that hang together take, with what repeats above them."""
        return sum(self.lines[: self.header]) + max(sum(self.lines[start:stop]) for start, stop in self.groups)


def arranged(grid: Grid, page: Page, layout: Layout, untranslated: str, steps: int) -> Arranged:
    """The table on `page`, indented by `steps`; `untranslated` stands where there is no translation."""
    half, full = (room - STEP * steps for room in (page.line_length, page.full_line_length))
    found = laid(grid, half if layout is Layout.COLUMNS else 0, full, untranslated)
    header = found.header if _may_repeat(found.rows, found.header, found.widths, page) else 0
    lines = tuple(max(_lines(each, found.widths) for each in row) if row else 1 for row in found.rows)
    in_mm = tuple(round(width * page.column_width / page.line_length, 2) for width in found.widths)
    spans = groups(found.rows)
    kept = [max(lines[start:stop]) <= _KEPT_LINES for start, stop in spans for _ in range(start, stop)]
    return Arranged(found, in_mm, header, lines, tuple(spans), tuple(kept))


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
    high = [[_height(plain(side), width) for side in block.texts] for block in each.blocks]
    return max(1, sum(max(own[:2]) + sum(own[2:]) for own in high) // cell.rows)


def _height(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n"))
