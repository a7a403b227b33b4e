"""Which stretches of two sequences of texts belong together: alignment by dynamic programming over beads.

A bead is a few neighbours of one sequence with a few of the other (Gale and Church 1993): 1-1 mostly, 1-2 where a
paragraph was divided, 2-1 where two were joined, 1-0 and 0-1 where one was left out or added. A bead scores by how
alike its sides are, as in Bleualign (Sennrich and Volk 2010), and by how well their lengths match.

Long sequences are first aligned coarsely, eight neighbours merged into one, and then only near that path: time and
memory grow with the length, not with its square.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from reader.late_dataclasses import dataclass

# Arrays of numpy, which is imported late.
Array = Any

# The sizes (in the first, in the second sequence) of a bead, besides 1-0 and 0-1.
_MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1))
_MOST = 4
_ONLY_FIRST, _ONLY_SECOND = len(_MOVES), len(_MOVES) + 1
# Tuned on FLORES sentences, combined into paragraphs that were joined, divided, dropped and added.
_ALIKE = 0.05  # the cosine from which two texts are better paired than left alone, which costs nothing;
_SHORT = 120.0  # lower in texts of fewer characters, which have less to compare
_BRIEF, _FAVOUR = 60.0, 0.02  # a bonus for texts this short: matching headings may have nothing in common
_JOINT = 0.05  # the cost of each text beyond two in a bead, doubled where there are two on both sides
_LENGTH = 0.12  # the cost of unequal lengths: times the squared logarithm of their ratio
_SLACK = 15.0  # characters added to both lengths before they are compared
# Sequences up to _WHOLE texts are aligned at once; in longer ones _TOGETHER neighbours are merged, and the finer path
# is searched within _MARGIN of these on either side of the coarser one.
_WHOLE, _TOGETHER, _MARGIN = 700, 8, 4


# Rows whose scalar products are computed together.
_BLOCK = 64


class Bead(NamedTuple):
    """Items `first[0]` to `first[1]` of one sequence belong to items `second[0]` to `second[1]` of the other.

    Attributes:
        first, second: half-open ranges; one of them may be empty, never both.
        likeness: cosine of the two sides, 0 if one is empty.
    """

    first: tuple[int, int]
    second: tuple[int, int]
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Texts:
    """A sequence of texts: their vectors (see `reader.reference.vectors`) and their lengths in characters."""

    vectors: Array
    lengths: Array

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.lengths)

    def coarser(self) -> "Texts":
        """The sequence with every `_TOGETHER` neighbours merged into one."""
        import numpy as np

        starts = np.arange(0, len(self), _TOGETHER)
        return Texts(np.add.reduceat(self.vectors, starts), np.add.reduceat(self.lengths, starts))

    def sums(self) -> "Sums":
        """Norms and lengths of each text together with up to three before it."""
        import numpy as np

        norms = np.zeros((_MOST + 1, len(self)), np.float32)
        lengths = np.zeros((_MOST + 1, len(self)), np.float32)
        total = np.zeros_like(self.vectors)
        for size in range(1, _MOST + 1):
            total[size - 1 :] += self.vectors[: len(self) - size + 1]
            norms[size] = np.linalg.norm(total, axis=1)
            lengths[size, size - 1 :] = lengths[size - 1, size - 1 :] + self.lengths[: len(self) - size + 1]
        return Sums(norms, lengths)


class Sums(NamedTuple):
    """Norms, and lengths in characters, by how many texts are summed and which is the last."""

    norms: Array
    lengths: Array


def align_texts(first: Texts, second: Texts, cancelled: Callable[[], bool] = lambda: False) -> list[Bead]:
    """The best beads for two sequences, in order; every item of both is in exactly one.

    Args:
        first, second: neither may be empty.
        cancelled: asked now and then; True ends the work with an empty result.
    """
    if max(len(first), len(second)) <= _WHOLE:
        windows = [(0, len(second))] * (len(first) + 1)
    else:
        coarse = align_texts(first.coarser(), second.coarser(), cancelled)
        if not coarse:
            return []
        windows = _windows(coarse, len(first), len(second))
    search = _Search(first, second, windows)
    for row in range(len(first) + 1):
        if row % _BLOCK == 0 and cancelled():
            return []
        search.fill(row)
    return search.beads()


def _windows(coarse: Sequence[Bead], rows: int, columns: int) -> list[tuple[int, int]]:
    """For each prefix of the first sequence, the shortest and longest prefix of the second to pair it with."""
    low, high = [columns] * (rows + 1), [0] * (rows + 1)
    for bead in coarse:
        least = max(0, (bead.second[0] - _MARGIN) * _TOGETHER)
        most = min(columns, (bead.second[1] + _MARGIN) * _TOGETHER)
        for row in range(bead.first[0] * _TOGETHER, min(rows, bead.first[1] * _TOGETHER) + 1):
            low[row], high[row] = min(low[row], least), max(high[row], most)
    low[0], high[rows] = 0, columns
    return list(zip(low, high, strict=True))


class _Search:
    """The dynamic-programming table, filled row by row, each within its window."""

    def __init__(self, first: Texts, second: Texts, windows: Sequence[tuple[int, int]]) -> None:
        self._first, self._second, self._windows = first, second, windows
        self._rows, self._columns = first.sums(), second.sums()
        self._scores: list[Array] = []
        self._choices: list[Array] = []
        self._similarities: list[Array] = []
        self._mean = float(first.lengths.mean() + second.lengths.mean()) / 2 or 1.0
        self._block: Array = None
        self._from = self._until = self._offset = 0

    def beads(self) -> list[Bead]:
        """The best path, traced back through the filled table."""
        beads: list[Bead] = []
        row, column = len(self._first), len(self._second)
        while row or column:
            place = column - self._windows[row][0]
            choice = int(self._choices[row][place])
            rows, columns = (*_MOVES, (1, 0), (0, 1))[choice]
            similarity = float(self._similarities[row][place]) if choice < len(_MOVES) else 0.0
            beads.append(Bead((row - rows, row), (column - columns, column), similarity))
            row, column = row - rows, column - columns
        return beads[::-1]

    def fill(self, row: int) -> None:
        """Compute the next row of the table."""
        import numpy as np

        low, high = self._windows[row]
        best = np.full(high - low + 1, -np.inf, np.float32)
        choice = np.full(high - low + 1, _ONLY_SECOND, np.int8)
        similarity = np.zeros(high - low + 1, np.float32)
        if row == 0:
            best[0] = 0.0  # the window of row 0 begins at 0
        else:
            self._beads_to(row, best, choice, similarity)
        # Any number of texts of the second sequence may stand alone: a running maximum.
        reached = np.maximum.accumulate(best)
        choice[reached > best] = _ONLY_SECOND
        self._scores.append(reached)
        self._choices.append(choice)
        self._similarities.append(similarity)
        if row >= _MOST:
            self._scores[row - _MOST] = None  # no longer needed

    def _beads_to(self, row: int, best: Array, choice: Array, similarity: Array) -> None:
        """Fill in the best bead that ends with this row, for each column of the window."""
        import numpy as np

        low, high = self._windows[row]
        before = max(0, low - _MOST)  # columns from here on may be in a bead
        by_rows = np.cumsum(self._products(row, before, high), axis=0)
        best[:] = self._score(row - 1, low, high)
        choice[:] = _ONLY_FIRST
        for number, (size, width) in enumerate(_MOVES):
            if size > row or high < width:
                continue
            start = max(low, width)  # columns used up by the bead and all before it
            product = _sliding(by_rows[size - 1], width)[start - width - before :]
            alike = product / (self._rows.norms[size, row - 1] * self._columns.norms[width, start - 1 : high] + 1e-6)
            score = self._score(row - size, start - width, high - width)
            score = score + _gain(
                alike,
                self._rows.lengths[size, row - 1],
                self._columns.lengths[width, start - 1 : high],
                self._mean,
            )
            score = score - _JOINT * (size + width - 2) * min(size, width)
            better = score > best[start - low :]
            best[start - low :][better] = score[better]
            choice[start - low :][better] = number
            similarity[start - low :][better] = alike[better]

    def _products(self, row: int, low: int, high: int) -> Array:
        """Scalar products of the last rows up to this one, latest first, with columns `low` to `high`."""
        if row > self._until:  # many rows at once, which is much faster
            until = min(len(self._first), row + _BLOCK)
            windows = self._windows[row : until + 1]
            self._from, self._until = max(0, row - _MOST), until
            self._offset = max(0, min(window[0] for window in windows) - _MOST)
            columns = self._second.vectors[self._offset : max(window[1] for window in windows)]
            self._block = self._first.vectors[self._from : until] @ columns.T
        last = row - self._from
        return self._block[max(0, last - _MOST) : last, low - self._offset : high - self._offset][::-1]

    def _score(self, row: int, low: int, high: int) -> Array:
        """The scores of `row` in columns `low` to `high`, both included; minus infinity outside its window."""
        import numpy as np

        scores = np.full(high - low + 1, -np.inf, np.float32)
        start, end = max(low, self._windows[row][0]), min(high, self._windows[row][1])
        if start <= end:
            offset = self._windows[row][0]
            scores[start - low : end - low + 1] = self._scores[row][start - offset : end - offset + 1]
        return scores


def _sliding(values: Array, width: int) -> Array:
    """Sums of `width` neighbours."""
    import numpy as np

    return np.convolve(values, np.ones(width, np.float32), "valid") if width > 1 else values


def _gain(alike: Array, here: Any, there: Array, mean: float) -> Array:
    """The score for pairing texts that are so alike; `here` and `there` are their lengths, `mean` the average one."""
    import numpy as np

    needed = _ALIKE * np.minimum(1.0, np.minimum(here, there) / _SHORT)
    ratio = np.log((here + _SLACK) / (there + _SLACK))
    weight = (here + there) / (2 * mean)
    brief = _FAVOUR * np.maximum(0.0, 1 - np.maximum(here, there) / _BRIEF)
    return weight * (alike - needed - _LENGTH * ratio**2) + brief
