"""Cells of a table that are selected together."""

from ui.reading.grid import box_of, cell_of
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
