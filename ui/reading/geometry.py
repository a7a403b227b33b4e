"""Where rows stand: exact heights of those that were measured, estimates of the rest, in one column of pixels."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Protocol

# Rows that are estimated together; their own heights are worked out when one of them is needed.
BLOCK = 128


class Estimate(Protocol):
    """Rough heights, in pixels."""

    def of_row(self, row: int) -> int:
        """About the height of one row; at least 1."""

    def of_rows(self, start: int, stop: int) -> int:
        """About the height of the rows together."""


class RowGeometry:
    """Heights and positions of any number of rows; each question and each change takes some microseconds.

    Rows are kept in blocks. A block that nobody has looked into is one number, so that a book of 100,000
    paragraphs is laid out anew for another width without going through them.
    """

    def __init__(self, count: int, estimate: Estimate) -> None:
        """Geometry of `count` rows, all estimated, none measured."""
        self.count = count
        self._estimate = estimate
        blocks = -(-count // BLOCK)
        self._heights: list[list[int] | None] = [None] * blocks
        self._totals: list[int] = [0] * blocks
        self._waiting = list(range(blocks))
        self._exact: set[int] = set()
        self._ends: list[int] | None = None
        self.estimate_some(1)

    # Estimating

    @property
    def complete(self) -> bool:
        """Whether every block has an estimate of its own."""
        return not self._waiting

    def estimate_some(self, blocks: int) -> None:
        """Estimate some blocks; what is still waiting is taken to be like those that are not."""
        for _ in range(min(blocks, len(self._waiting))):
            number = self._waiting.pop()
            if self._heights[number] is None:
                start, stop = self._span(number)
                self._totals[number] = max(self._estimate.of_rows(start, stop), stop - start)
        known = len(self._totals) - len(self._waiting)
        if self._waiting and known:
            waiting = set(self._waiting)
            mean = sum(t for n, t in enumerate(self._totals) if n not in waiting) // known
            for number in self._waiting:
                if self._heights[number] is None:
                    self._totals[number] = mean
        self._ends = None

    def _span(self, block: int) -> tuple[int, int]:
        return block * BLOCK, min((block + 1) * BLOCK, self.count)

    def _opened(self, block: int) -> list[int]:
        heights = self._heights[block]
        if heights is None:
            heights = self._heights[block] = [self._estimate.of_row(row) for row in range(*self._span(block))]
            self._totals[block] = sum(heights)
            self._ends = None
        return heights

    # Asking

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._block_ends()[-1] if self.count else 0

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._opened(row // BLOCK)[row % BLOCK]

    def top(self, row: int) -> int:
        """Where a row begins; `count` gives the end of the last."""
        block, inside = divmod(row, BLOCK)
        within = sum(self._opened(block)[:inside]) if inside else 0
        return (self._block_ends()[block - 1] if block else 0) + within

    def row_at(self, y: int) -> int:
        """The row at a position; -1 above the first and below the last."""
        while 0 <= y < self.total:
            block = bisect_right(self._block_ends(), y)
            before = self._totals[block]
            ends = list(accumulate(self._opened(block), initial=self._block_ends()[block - 1] if block else 0))
            if self._totals[block] == before or y < ends[-1]:
                return block * BLOCK + bisect_right(ends, y) - 1
        return -1

    def is_exact(self, row: int) -> bool:
        """Whether the row was measured."""
        return row in self._exact

    def _block_ends(self) -> list[int]:
        if self._ends is None:
            self._ends = list(accumulate(self._totals))
        return self._ends

    # Changing

    def set_exact(self, row: int, height: int) -> None:
        """The row was measured."""
        self._exact.add(row)
        self._set(row, height)

    def forget(self, rows: Iterable[int]) -> None:
        """These rows have another text: they are estimated anew."""
        for row in rows:
            self._exact.discard(row)
            self._set(row, self._estimate.of_row(row))

    def _set(self, row: int, height: int) -> None:
        block = row // BLOCK
        heights = self._opened(block)
        self._totals[block] += height - heights[row % BLOCK]
        heights[row % BLOCK] = height
        self._ends = None
