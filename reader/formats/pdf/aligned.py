"""Tables that are shown by nothing but their columns: rows of short texts that begin or end below each other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import itemgetter

from reader.formats.pdf.grids import Grid, GridCell
from reader.formats.pdf.lines import Line
from reader.formats.pdf.values import Area

# A table has so many rows; they are no further apart than so many sizes of letters.
_FEWEST_ROWS, _APART = 3, 3.2
_NEAR = 1.0
# No table has more columns with no lines between them.
_MOST_COLUMNS = 100


def aligned_tables(rows: Sequence[list[Line]]) -> Iterator[Grid | list[list[Line]]]:
    """The rows of a column: tables, and lists of the rows between them."""
    start = begun = 0
    while start < len(rows):
        stop = max(_end_of_run(rows, start), start + 1)
        first = _first_of_table(rows, start, stop)
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
        elif place == start or place - stop > 1:
            break
    return stop


def _is_apart(row: Sequence[Line], after: Sequence[Line]) -> bool:
    return after[0].base - row[0].base > _APART * max(row[0].size, after[0].size)


def _table(rows: Sequence[list[Line]]) -> Grid | None:
    """The table that rows are, if what stands in them is in the same columns."""
    columns = _columns([line for row in rows if len(row) > 1 for line in row])
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return None
    cells: list[GridCell] = []
    number = -1
    for row in rows:
        placed = [(_column(columns, line), line) for line in row]
        if len({column for column, _ in placed}) < len(placed):
            return None
        if len(row) == 1 and placed[0][0] > 0 and cells:
            _go_on(cells, placed[0][0], number, placed[0][1])
            continue
        number += 1
        cells += [GridCell(number, column, 1, 1, list(line.pieces)) for column, line in placed]
    if number + 1 < _FEWEST_ROWS:
        return None
    area = Area(columns[0][0], rows[0][0].top, columns[-1][1], rows[-1][-1].bottom)
    return Grid(area, cells)


def _go_on(cells: list[GridCell], column: int, row: int, line: Line) -> None:
    """Add a line to the cell above it."""
    in_row = takewhile(lambda cell: cell.row == row, reversed(cells))
    above = next((cell for cell in in_row if cell.column == column), None)
    if above is None:
        cells.append(GridCell(row, column, 1, 1, list(line.pieces)))
    else:
        above.pieces += line.pieces


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
