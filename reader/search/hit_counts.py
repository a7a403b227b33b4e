"""The number of hits in each cell, and the next cell with hits."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Cell = tuple[int, int]  # row, column


class HitCounts:
    """The numbers of hits by cell, in reading order: row by row, and in each by its columns.

    Only numbers are stored: the spans of one letter in a long book would fill the memory, and those of a cell
    are found again in microseconds.
    """

    def __init__(self, columns: Sequence[int]) -> None:
        """Nothing found yet; the `columns` are in their order. Cells of others are before all of their row."""
        self._columns = tuple(columns)
        self._places = {column: place for place, column in enumerate(self._columns)}
        # Row and column are one number: there may be hundreds of thousands, and numbers are sorted fast.
        self._counts: dict[int, int] = {}
        self._sorted: list[int] | None = []
        self.total = 0

    def put(self, cell: Cell, count: int) -> None:
        """Set the number of hits in a cell, also if it was set before."""
        key = self._key(cell)
        before = self._counts.get(key, 0)
        if count == before:
            return
        self.total += count - before
        if count:
            self._counts[key] = count
        else:
            del self._counts[key]
        if not before or not count:
            self._sorted = None

    def before(self, cell: Cell) -> int:
        """Number of hits in all cells before one."""
        cells = self._cells()
        return sum(self._counts[each] for each in cells[: bisect_left(cells, self._key(cell))])

    def next(self, cell: Cell) -> Cell | None:
        """The first cell with hits after one."""
        cells = self._cells()
        position = bisect_right(cells, self._key(cell))
        return self._cell(cells[position]) if position < len(cells) else None

    def previous(self, cell: Cell) -> Cell | None:
        """The last cell with hits before one."""
        cells = self._cells()
        position = bisect_left(cells, self._key(cell))
        return self._cell(cells[position - 1]) if position else None

    def _cells(self) -> list[int]:
        if self._sorted is None:
            self._sorted = sorted(self._counts)
        return self._sorted

    def _key(self, cell: Cell) -> int:
        row, column = cell
        place = self._places.get(column)
        first = 2 * len(self._columns) * row
        return first if place is None else first + 2 * place + 1

    def _cell(self, key: int) -> Cell:
        row, place = divmod(key // 2, len(self._columns))
        return row, self._columns[place]
