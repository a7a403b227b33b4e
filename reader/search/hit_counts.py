"""The number of hits in each cell, and the next cell with hits."""

from bisect import bisect_left, bisect_right

Cell = tuple[int, int]  # row, column


class HitCounts:
    """The numbers of hits by cell, in reading order: row by row, the source before the target.

    Only numbers are stored: the spans of one letter in a long book would fill the memory, and those of a cell
    are found again in microseconds.
    """

    def __init__(self) -> None:
        """Nothing found yet."""
        # Row and column are one number: there may be hundreds of thousands, and numbers are sorted fast.
        self._counts: dict[int, int] = {}
        self._sorted: list[int] | None = []
        self.total = 0

    def put(self, cell: Cell, count: int) -> None:
        """Set the number of hits in a cell, also if it was set before."""
        key = _key(cell)
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
        return sum(self._counts[each] for each in cells[: bisect_left(cells, _key(cell))])

    def next(self, cell: Cell) -> Cell | None:
        """The first cell with hits after one."""
        cells = self._cells()
        position = bisect_right(cells, _key(cell))
        return _cell(cells[position]) if position < len(cells) else None

    def previous(self, cell: Cell) -> Cell | None:
        """The last cell with hits before one."""
        cells = self._cells()
        position = bisect_left(cells, _key(cell))
        return _cell(cells[position - 1]) if position else None

    def _cells(self) -> list[int]:
        if self._sorted is None:
            self._sorted = sorted(self._counts)
        return self._sorted


def _key(cell: Cell) -> int:
    row, column = cell
    return 2 * row + column


def _cell(key: int) -> Cell:
    return divmod(key, 2)
