"""Where a query was found: how often in which cell, and which cell comes next."""

from bisect import bisect_left, bisect_right

Cell = tuple[int, int]  # row, column


class HitCounts:
    """Numbers of hits by cell, in the order of reading: row by row, the source before the target.

    Only numbers are kept: the spans of a letter in a long book would fill the memory, and those of a cell are
    found again in microseconds.
    """

    def __init__(self) -> None:
        """Nothing found yet."""
        self._counts: dict[Cell, int] = {}
        self._sorted: list[Cell] | None = []
        self.total = 0

    def put(self, cell: Cell, count: int) -> None:
        """Set the number of hits in a cell, which may be known already."""
        before = self._counts.get(cell, 0)
        if count == before:
            return
        self.total += count - before
        if before and count:
            self._counts[cell] = count
            return
        if count:
            self._counts[cell] = count
        else:
            del self._counts[cell]
        self._sorted = None

    def before(self, cell: Cell) -> int:
        """Number of hits in all cells before one."""
        cells = self._cells()
        return sum(self._counts[each] for each in cells[: bisect_left(cells, cell)])

    def next(self, cell: Cell) -> Cell | None:
        """The first cell with hits after one."""
        cells = self._cells()
        position = bisect_right(cells, cell)
        return cells[position] if position < len(cells) else None

    def previous(self, cell: Cell) -> Cell | None:
        """The last cell with hits before one."""
        cells = self._cells()
        position = bisect_left(cells, cell)
        return cells[position - 1] if position else None

    def _cells(self) -> list[Cell]:
        if self._sorted is None:
            self._sorted = sorted(self._counts)
        return self._sorted
