"""Row positions: exact heights of measured rows, estimates of the rest."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Protocol

# Rows estimated together; their individual heights are computed when one of them is needed.
BLOCK = 128


class Estimate(Protocol):
    """Estimated heights, in pixels."""

    def of_row(self, row: int) -> int:
        """The estimated height of one row; at least 1."""

    def of_rows(self, start: int, stop: int) -> int:
        """The estimated height of the rows together."""


class RowGeometry:
    """Heights and positions of any number of rows; each query and each change takes a few microseconds.

    Rows are grouped in blocks. An untouched block is a single number, so that a book of 100,000 paragraphs can be laid
    out for another width without visiting them all.
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
        """Estimate some blocks; those still waiting are assumed to be like the estimated ones."""
        for _ in range(min(blocks, len(self._waiting))):
            number = self._waiting.pop()
            if self._heights[number] is None:
                start, stop = self._span(number)
                self._totals[number] = max(self._estimate.of_rows(start, stop), stop - start)
        self._guess()
        self._ends = None

    def _guess(self) -> None:
        """Give waiting blocks the average row height of the others."""
        waiting = {number for number in self._waiting if self._heights[number] is None}
        known = [number for number in range(len(self._totals)) if number not in waiting]
        if not waiting or not known:
            return
        rows = sum(stop - start for start, stop in map(self._span, known))
        a_row = max(sum(self._totals[number] for number in known) / rows, 1.0)
        for number in waiting:
            start, stop = self._span(number)
            self._totals[number] = round(a_row * (stop - start))

    def _span(self, block: int) -> tuple[int, int]:
        return block * BLOCK, min((block + 1) * BLOCK, self.count)

    def _opened(self, block: int) -> list[int]:
        heights = self._heights[block]
        if heights is None:
            rough = [self._estimate.of_row(row) for row in range(*self._span(block))]
            # The sum stays what the block's height was: querying a row must move nothing.
            heights = self._heights[block] = _fitted(rough, self._totals[block])
        return heights

    # Queries

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._block_ends()[-1] if self.count else 0

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._opened(row // BLOCK)[row % BLOCK]

    def top(self, row: int) -> int:
        """The position where a row begins; for `count`, the end of the last row."""
        block, inside = divmod(row, BLOCK)
        within = sum(self._opened(block)[:inside]) if inside else 0
        return (self._block_ends()[block - 1] if block else 0) + within

    def row_at(self, y: int) -> int:
        """The row at a position; -1 above the first and below the last."""
        if not 0 <= y < self.total:
            return -1
        block = bisect_right(self._block_ends(), y)
        start = self._block_ends()[block - 1] if block else 0
        ends = list(accumulate(self._opened(block), initial=start))
        return block * BLOCK + bisect_right(ends, y) - 1

    def is_exact(self, row: int) -> bool:
        """Whether the row has been measured."""
        return row in self._exact

    def _block_ends(self) -> list[int]:
        if self._ends is None:
            self._ends = list(accumulate(self._totals))
        return self._ends

    # Changes

    def set_exact(self, row: int, height: int) -> None:
        """Set the measured height of a row."""
        self._exact.add(row)
        self._set(row, height)

    def forget(self, rows: Iterable[int]) -> None:
        """Estimate these rows again: their text has changed."""
        for row in rows:
            self._exact.discard(row)
            self._set(row, self._estimate.of_row(row))

    def _set(self, row: int, height: int) -> None:
        block = row // BLOCK
        heights = self._opened(block)
        self._totals[block] += height - heights[row % BLOCK]
        heights[row % BLOCK] = height
        self._ends = None


def _fitted(heights: list[int], total: int) -> list[int]:
    """Scale heights proportionally, to at least 1 each, so that they add up to `total` (at least their number)."""
    scale = (total - len(heights)) / max(sum(heights) - len(heights), 1)
    edges = [round(edge * scale) for edge in accumulate((height - 1 for height in heights), initial=0)]
    fitted = [1 + after - before for before, after in pairwise(edges)]
    fitted[-1] += total - sum(fitted)
    return fitted
