"""Tables that are shown by nothing but their columns: rows of short texts that begin or end below each other."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from statistics import median_high

from reader.formats.pdf.grids import Grid, GridCell
from reader.formats.pdf.lines import Line
from reader.formats.pdf.values import Area

# A table has so many rows; they are no further apart than so many sizes of letters, and the lines of a cell nearer
# than rows, by that share.
_FEWEST_ROWS, _APART, _NEARER = 3, 3.2, 0.88
_NEAR = 1.0
# No table has more columns with no lines between them.
_MOST_COLUMNS = 100


def aligned_tables(rows: Sequence[list[Line]]) -> Iterator[Grid | list[list[Line]]]:
    """The rows of a column: tables, and lists of the rows between them."""
    start = begun = 0
    while start < len(rows):
        stop = max(_end_of_run(rows, start), start + 1)
        first = _first_of_table(rows, start, stop)
        stop = _with_last_cell(rows, first, stop)
        grid = _table(rows[first:stop]) if stop - first >= _FEWEST_ROWS else None
        if grid is not None:
            if begun < first:
                yield list(rows[begun:first])
            yield grid
            begun = stop
        start = stop
    if begun < len(rows):
        yield list(rows[begun:])


def _first_of_table(rows: Sequence[list[Line]], start: int, stop: int) -> int:
    """The first row of a run from which on no two texts of a row are in one column; `stop` if there is none.

    A row more leaves columns as they are or makes one of two, so that the rows need not all be tried.
    """
    several = [place for place in range(start, stop) if len(rows[place]) > 1]
    if not several or _are_in_columns(rows[several[0] : stop]):
        return several[0] if several else stop
    at = bisect_left(several, True, key=lambda place: _are_in_columns(rows[place:stop]))
    return several[at] if at < len(several) else stop


def _are_in_columns(rows: Sequence[list[Line]]) -> bool:
    """Whether no two texts of a row are in the same column of these rows."""
    columns = _columns([line for row in rows if len(row) > 1 for line in row])
    placed = ([_column(columns, line) for line in row] for row in rows if len(row) > 1)
    return all(len(set(places)) == len(places) for places in placed)


def _end_of_run(rows: Sequence[list[Line]], start: int) -> int:
    """Behind the last row of those of several texts from one on; a row with one between them goes on with a cell."""
    stop = start
    for place in range(start, len(rows)):
        row = rows[place]
        if row[0].grid is not None or (place > start and _is_apart(rows[place - 1], row)):
            break
        if len(row) > 1:
            stop = place + 1
        elif place == start or (place - stop > 1 and not _goes_on_near(rows, place, stop - 1)):
            break
    return stop


def _goes_on_near(rows: Sequence[list[Line]], place: int, last: int) -> bool:
    """Whether a row with one text, below a text of the `last` row with several, is at least as near as that above."""
    above, before, line = (row[0] for row in rows[place - 2 : place + 1])
    if line.base - before.base > before.base - above.base + 1:
        return False
    ends = [*(text.left for text in rows[last][1:]), inf]
    return any(
        abs(text.left - line.left) <= line.size and line.right < end for text, end in zip(rows[last], ends, strict=True)
    )


def _with_last_cell(rows: Sequence[list[Line]], start: int, stop: int) -> int:
    """Behind the lines with which a cell of the last row goes on, nearer than rows are."""
    run = rows[start:stop]
    if len(run) < _FEWEST_ROWS:
        return stop
    columns, near = _columns([line for row in run if len(row) > 1 for line in row]), _NEARER * _distance(run)
    while stop < len(rows) and len(rows[stop]) == 1 and rows[stop][0].grid is None:
        line = rows[stop][0]
        inside = any(line.left >= left - _NEAR and line.right <= right + _NEAR for left, right in columns)
        if not inside or line.base - rows[stop - 1][0].base > near:
            break
        stop += 1
    return stop


def _distance(rows: Sequence[list[Line]]) -> float:
    """How far from the one above rows with all texts stand, mostly."""
    most = max(map(len, rows))
    return median_high([after[0].base - row[0].base for row, after in pairwise(rows) if len(after) == most] or [0.0])


def _is_apart(row: Sequence[Line], after: Sequence[Line]) -> bool:
    return after[0].base - row[0].base > _APART * max(row[0].size, after[0].size)


def _table(rows: Sequence[list[Line]]) -> Grid | None:
    """The table that rows are, if what stands in them is in the same columns."""
    columns = _columns([line for row in rows if len(row) > 1 for line in row])
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return None
    cells: list[GridCell] = []
    last: dict[int, GridCell] = {}  # the cells of the last row, by columns
    number, near = -1, _NEARER * _distance(rows)
    for above, row in zip([None, *rows], rows, strict=False):
        placed = {_column(columns, line): line for line in row}
        if len(placed) < len(row):
            return None
        if above is None or not _goes_on(last, placed, near=row[0].base - above[0].base < near):
            number, last = number + 1, {}
        for column, line in placed.items():
            if column in last:
                last[column].pieces += line.pieces
            else:
                last[column] = GridCell(number, column, 1, 1, list(line.pieces))
                cells.append(last[column])
    if number + 1 < _FEWEST_ROWS:
        return None
    cells.sort(key=lambda cell: (cell.row, cell.column))
    area = Area(columns[0][0], rows[0][0].top, columns[-1][1], rows[-1][-1].bottom)
    return Grid(area, cells)


def _goes_on(above: Mapping[int, GridCell], placed: Mapping[int, Line], *, near: bool) -> bool:
    """Whether lines go on with cells of the row above, which has more."""
    if len(placed) == 1 and 0 not in placed:
        return True
    if not above.keys() > placed.keys():
        return False
    return near or all(line.text[:1].islower() for line in placed.values())


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """From where to where columns reach: texts that overlap are in one."""
    found: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if found and line.left <= found[-1][1] - _NEAR:
            found[-1] = found[-1][0], max(found[-1][1], line.right)
        else:
            found.append((line.left, line.right))
    return found


def _column(columns: Sequence[tuple[float, float]], line: Line) -> int:
    """The column that a line overlaps most."""
    first = max(bisect_left(columns, line.left, key=itemgetter(1)) - 1, 0)
    last = bisect_left(columns, line.right, key=itemgetter(0)) + 1
    near = range(first, min(max(last, first + 1), len(columns)))
    return max(near, key=lambda c: min(columns[c][1], line.right) - max(columns[c][0], line.left))
