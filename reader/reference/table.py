"""The table of the best paths through two sequences of texts, and the beads that they are made of."""

from collections.abc import Sequence
from math import inf
from typing import Any, NamedTuple

from reader.reference.gains import MOVES, Gains, Texts, alone

# Arrays of numpy, which is imported late.
Array = Any

# The sizes of all beads; the last two leave a text alone.
STEPS = (*MOVES, (1, 0), (0, 1))
# Of the beads that have this margin, 1 of 150 was wrong on the data of `reader.reference.gains`, of the others 1 of 5;
# of those of a text that stays alone, which need more, 1 of 14 and 2 of 5.
_SURE, _SURE_ALONE = 0.1, 0.3
# The cosine below which two texts belong together only for where they stand, which is not sure.
_ALIKE = 0.05
ONLY_FIRST, ONLY_SECOND = len(MOVES), len(MOVES) + 1


class Bead(NamedTuple):
    """Items `first[0]` to `first[1]` of one sequence belong to items `second[0]` to `second[1]` of the other.

    Attributes:
        first, second: half-open ranges; one of them may be empty, never both.
        similarity: cosine of the two sides, 0 if one is empty.
        margin: how much worse the best alignment is in which one of the items belongs to something else, by the root of
            how long they are; infinite if it was not made by comparing texts.
    """

    first: tuple[int, int]
    second: tuple[int, int]
    similarity: float = 0.0
    margin: float = inf

    @property
    def certain(self) -> bool:
        """Whether it is surely right."""
        if self.first[0] == self.first[1] or self.second[0] == self.second[1]:
            return self.margin >= _SURE_ALONE
        return self.margin == inf or (self.margin >= _SURE and self.similarity >= _ALIKE)


class Table:
    """The dynamic-programming table, filled row by row, each within its window."""

    def __init__(self, first: Texts, second: Texts, windows: Sequence[tuple[int, int]]) -> None:
        import numpy as np

        self.windows, self.size = windows, (len(first), len(second))
        self.gains = Gains(first, second, windows)
        self.alone_first = alone(first)
        self.alone_second = np.append(0.0, np.cumsum(alone(second)))
        self.scores: list[Array] = []
        self._choices: list[Array] = []

    def fill(self, row: int) -> None:
        """Compute the next row of the table."""
        import numpy as np

        low, high = self.windows[row]
        if row == 0:  # its window begins at 0
            best, choice = np.full(high - low + 1, -np.inf), np.zeros(high - low + 1, np.int8)
            best[0] = 0.0
        else:
            totals = self._totals_to(row)
            choice = totals.argmax(axis=0).astype(np.int8)
            best = totals.max(axis=0)
        # Any number of texts of the second sequence may stay alone: a running maximum, less what that costs.
        costs = self.alone_second[low : high + 1]
        kept = best + costs
        reached = np.maximum.accumulate(kept)
        choice[reached > kept] = ONLY_SECOND
        self.scores.append(reached - costs)
        self._choices.append(choice)

    def _totals_to(self, row: int) -> Array:
        """By move, and for 1-0, the scores of the paths that end with it in this row, by column of the window."""
        totals = self.gains_to(row)
        low, high = self.windows[row]
        for number, (size, width) in enumerate(STEPS[: ONLY_FIRST + 1]):
            totals[number] += self.score(row - size, low - width, high - width)
        return totals

    def gains_to(self, row: int) -> Array:
        """By move, and for 1-0, what beads gain that end in this row, by column of the window."""
        import numpy as np

        low, high = self.windows[row]
        gains = np.empty((len(MOVES) + 1, high - low + 1))
        gains[:ONLY_FIRST] = self.gains.row(row, low, high)
        gains[ONLY_FIRST] = -self.alone_first[row - 1]
        return gains

    def score(self, row: int, low: int, high: int) -> Array:
        """The scores of `row` in columns `low` to `high`, both included; minus infinity outside its window."""
        import numpy as np

        scores = np.full(high - low + 1, -np.inf)
        if row >= 0:
            offset, last = self.windows[row]
            start, end = max(low, offset), min(high, last)
            if start <= end:
                scores[start - low : end - low + 1] = self.scores[row][start - offset : end - offset + 1]
        return scores

    def beads(self) -> list[Bead]:
        """The best path, traced back through the filled table."""
        beads: list[Bead] = []
        row, column = self.size
        while row or column:
            rows, columns = STEPS[int(self._choices[row][column - self.windows[row][0]])]
            beads.append(Bead((row - rows, row), (column - columns, column)))
            row, column = row - rows, column - columns
        return beads[::-1]
