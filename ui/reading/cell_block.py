"""Cells of a table that are selected together, and copied as a grid."""

from itertools import groupby

from reader.export import one_line
from reader.text import OBJECT
from ui.reading.cell import cell_text
from ui.reading.grid import box_of, cell_of
from ui.reading.highlights import Block
from ui.reading.model import ParallelModel


def rows_between(first: int, last: int, model: ParallelModel) -> frozenset[int] | None:
    """The rows of the cells from that of one row to that of another, as a rectangle; None if not in one table."""
    boxes = [box_of(model.row(row).source) for row in (first, last)]
    if boxes[0] is None or boxes[1] is None or boxes[0] == boxes[1] or boxes[0].number != boxes[1].number:
        return None
    ends = [cell_of(model.row(row).source) for row in (first, last)]
    top, bottom = min(end.row for end in ends), max(end.row for end in ends)
    left, right = min(end.column for end in ends), max(end.column + end.columns for end in ends)
    found = (
        row
        for row in _rows(min(first, last), top, bottom, boxes[0].number, model)
        if left <= cell_of(model.row(row).source).column < right
    )
    return frozenset(found)


def _rows(start: int, top: int, bottom: int, number: int, model: ParallelModel) -> range:
    """The rows around `start` that stand between two rows of a table."""

    def stands(row: int) -> bool:
        box = box_of(model.row(row).source)
        return box is not None and box.number == number and top <= cell_of(model.row(row).source).row <= bottom

    stop = start
    while start > 0 and stands(start - 1):
        start -= 1
    while stop < model.rowCount() and stands(stop):
        stop += 1
    return range(start, stop)


def as_grid(block: Block, model: ParallelModel) -> str:
    """The texts of cells with tabs between them, and line ends between the rows of the table."""
    texts: dict[tuple[int, int], str] = {}
    for cell, rows in groupby(sorted(block.rows), lambda row: cell_of(model.row(row).source)):
        parts = (cell_text(model.row(row), block.column).text for row in rows)
        texts[cell.row, cell.column] = " ".join(one_line(part.replace(OBJECT, "")) for part in parts)
    columns = range(min(column for _, column in texts), max(column for _, column in texts) + 1)
    lines = sorted({row for row, _ in texts})
    return "\n".join("\t".join(texts.get((line, column), "") for column in columns) for line in lines)
