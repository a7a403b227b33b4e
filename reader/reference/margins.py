"""How sure beads are: by how much they are better than anything else that their texts may belong to.

The table is filled from its end too: the best path with a bead is the best one up to it and the best one from it on.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence

from reader.reference.gains import MOST
from reader.reference.table import ONLY_FIRST, ONLY_SECOND, STEPS, Array, Bead, Table

# Rows between two questions whether to go on.
_OFTEN = 64


def margins(table: Table, path: Sequence[Bead], cancelled: Callable[[], bool]) -> list[float]:
    """The margin of each bead of the best path (see `Bead`); empty if it was cancelled."""
    rows, columns = table.size
    ends: dict[int, list[Bead]] = {}
    for bead in path:
        ends.setdefault(bead.first[1], []).append(bead)
    others = _Others(table, path)
    for row in range(rows, -1, -1):
        if row % _OFTEN == 0 and cancelled():
            return []
        others.look(row, ends.get(row, ()))
    best = float(table.score(rows, columns, columns)[0])
    return [max(0.0, best - others.best(bead)) for bead in path]


class _Others:
    """For each text of both sides, the best path on which it is not in the bead that it has on the best path.

    What stays alone does so wherever: it makes no difference between which texts of the other side.
    """

    def __init__(self, table: Table, path: Sequence[Bead]) -> None:
        import numpy as np

        self._table = table
        self._alone = [bead.second[0] for bead in path if bead.first[0] == bead.first[1]]
        self._first, self._second = (np.full(size, -np.inf) for size in table.size)
        # The scores of the best paths from this row, and from those before it as far as known, to the end.
        self._onward = deque(self._empty(row) for row in range(table.size[0], table.size[0] - MOST - 1, -1))
        self._onward[0][-1] = 0.0

    def best(self, bead: Bead) -> float:
        """The best path on which some text of the bead belongs to something else."""
        return float(max(*self._first[slice(*bead.first)], *self._second[slice(*bead.second)], float("-inf")))

    def look(self, row: int, taken: Sequence[Bead]) -> None:
        """Look at the beads that end with this row, the next before the last; `taken` are on the best path."""
        after = self._after(row)
        self._look_at_single(row, after)
        if row:
            self._look_at_all(row, after, taken)
            self._onward.popleft()
            self._onward.append(self._empty(row - MOST - 1))

    def _empty(self, row: int) -> Array:
        import numpy as np

        low, high = self._table.windows[row] if row >= 0 else (0, -1)
        return np.full(high - low + 1, -np.inf)

    def _after(self, row: int) -> Array:
        """The scores from this row on, in which any number of texts of the second sequence may stay alone first."""
        import numpy as np

        low, high = self._table.windows[row]
        costs = self._table.alone_second[low : high + 1]
        return np.maximum.accumulate((self._onward[0] - costs)[::-1])[::-1] + costs

    def _look_at_single(self, row: int, after: Array) -> None:
        """The beads of a text of the second sequence that stays alone."""
        import numpy as np

        low, high = self._table.windows[row]
        costs = np.diff(self._table.alone_second[low : high + 1])
        totals = self._table.score(row, low, high - 1) - costs + after[1:]
        own = self._alone[bisect_left(self._alone, low) : bisect_left(self._alone, high)]
        totals[[column - low for column in own]] = -np.inf
        self._second[low:high] = np.maximum(self._second[low:high], totals)

    def _look_at_all(self, row: int, after: Array, taken: Sequence[Bead]) -> None:
        import numpy as np

        low, high = self._table.windows[row]
        onward = self._table.gains_to(row) + after
        own = {_step(bead): bead.second[1] - low for bead in taken}
        for number, (size, width) in enumerate(STEPS[:ONLY_SECOND]):
            self._give(size, row - size, low - width, onward[number])
            totals = onward[number] + self._table.score(row - size, low - width, high - width)
            if number in own:
                totals[own[number] if number != ONLY_FIRST else slice(None)] = -np.inf
            if row >= size:
                self._first[row - size : row] = np.maximum(self._first[row - size : row], totals.max())
            for before in range(1, min(width, high) + 1):
                skipped = max(0, before - low)  # columns in which there are not so many texts
                part = slice(low + skipped - before, high + 1 - before)
                self._second[part] = np.maximum(self._second[part], totals[skipped:])

    def _give(self, before: int, row: int, low: int, scores: Array) -> None:
        """Paths from `row`, so many `before` this one, and column `low` on, to the end."""
        import numpy as np

        if row < 0:
            return
        least, most = self._table.windows[row]
        start, end = max(low, least), min(low + len(scores) - 1, most)
        if start <= end:
            known = self._onward[before][start - least : end - least + 1]
            np.maximum(known, scores[start - low : end - low + 1], out=known)


def _step(bead: Bead) -> int:
    return STEPS.index((bead.first[1] - bead.first[0], bead.second[1] - bead.second[0]))
