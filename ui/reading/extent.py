"""What is selected between two ends. Positions are code points of a cell's text."""

from bisect import bisect_right

from reader.late_dataclasses import dataclass
from reader.text import Span, Table
from ui.reading.cell import cell_text
from ui.reading.cell_block import rows_between
from ui.reading.grid import box_of
from ui.reading.highlights import Block, Stretch
from ui.reading.model import ParallelModel


@dataclass(frozen=True, slots=True)
class End:
    """One end of a selection: a gap between characters, or the word, sentence or paragraph that is selected with it."""

    row: int
    span: Span


def extent(column: int, anchor: End, head: End, model: ParallelModel) -> Stretch | Block | None:
    """What is selected from where selecting began to where it is now; None if nothing.

    From one cell of a table to another, these are whole cells. What reaches into a table from outside takes whole rows
    of it.
    """
    rows = rows_between(anchor.row, head.row, model)
    if rows is not None:
        return Block(column, rows)
    start = min((anchor.row, anchor.span[0]), (head.row, head.span[0]))
    end = max((anchor.row, anchor.span[1]), (head.row, head.span[1]))
    if start[0] != end[0] and not _in_one_cell(start[0], end[0], model):
        start, end = _with_whole_lines(column, start, end, model)
    return Stretch(column, start, end) if start < end else None


def everything(column: int, model: ParallelModel) -> tuple[End, End] | None:
    """The ends of a whole text; None if there is none."""
    count = model.rowCount()
    if not count:
        return None
    return End(0, (0, 0)), whole(count - 1, column, model)


def whole(row: int, column: int, model: ParallelModel) -> End:
    """The whole text of a cell as an end."""
    return End(row, (0, len(cell_text(model.row(row), column).text)))


def _in_one_cell(first: int, last: int, model: ParallelModel) -> bool:
    box = box_of(model.row(first).source)
    return box is not None and box == box_of(model.row(last).source)


def _with_whole_lines(
    column: int, start: tuple[int, int], end: tuple[int, int], model: ParallelModel
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The same, with the rest of the rows of tables in which it begins and ends."""
    if (line := _line_of(start[0], model)) is not None:
        start = line.start, 0
    if (line := _line_of(end[0], model)) is not None:
        last = whole(line.stop - 1, column, model)
        end = last.row, last.span[1]
    return start, end


def _line_of(row: int, model: ParallelModel) -> range | None:
    """The rows of the row of a table that a row stands in; of the outermost table."""
    box = box_of(model.row(row).source)
    table = _table(row, box.number, model) if box is not None else None
    if table is None:
        return None
    place = bisect_right(table.starts, row)
    return range(table.starts[place - 1], (*table.starts, table.stop)[place])


def _table(row: int, number: int, model: ParallelModel) -> Table | None:
    """The table of a row that stands in a cell of the table with this number; tables may lie in others."""
    tables = model.tables
    if number < len(tables) and tables[number].starts[0] <= row < tables[number].stop:
        return tables[number]
    return next((table for table in tables if table.starts[0] <= row < table.stop), None)
