"""What it is worth to pair neighbours of one sequence of texts with neighbours of the other.

Pairs gain by how alike their sides are, as in Bleualign (Sennrich and Volk 2010), and by how well their lengths match;
texts that stay alone cost something. All gains grow with the length of the texts, of which the average counts one.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.late_dataclasses import dataclass

# Arrays of numpy, which is imported late.
Array = Any

# The sizes (in the first, in the second sequence) of a bead, besides 1-0 and 0-1.
MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1))
MOST = 4
# Tuned on FLORES sentences and short texts of a user interface, combined into paragraphs that were joined, divided,
# dropped and added, with translations of which parts were spoilt.
_ALIKE = 0.095  # the cosine from which two texts are better paired than left alone;
_SHORT = 390.0  # lower in texts of fewer characters, which have less to compare
_BRIEF, _FAVOUR = 54.0, 0.048  # a bonus for texts this short: matching headings may have nothing in common
_JOINT = 0.08  # the cost of each text beyond two in a bead, doubled where there are two on both sides
_LENGTH = 0.27  # the cost of unequal lengths: times the squared logarithm of their ratio
_SLACK = 25.0  # characters added to both lengths before they are compared
_ALONE = 0.047  # the cost of each text that stays alone

# Rows whose gains are computed together.
_BLOCK = 64
# So many gains are kept.
_KEPT = 24_000_000


class Sums(NamedTuple):
    """Norms, and lengths in characters, by how many texts are summed and which is the last; and the lengths' logs."""

    norms: Array
    lengths: Array
    logs: Array


@dataclass(frozen=True, slots=True)
class Texts:
    """A sequence of texts: their vectors (see `reader.reference.vectors`) and their lengths in characters."""

    vectors: Array
    lengths: Array

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.lengths)

    def sums(self) -> Sums:
        """Norms and lengths of each text together with up to three before it."""
        import numpy as np

        norms = np.ones((MOST + 1, len(self)), np.float32)
        lengths = np.zeros((MOST + 1, len(self)), np.float32)
        total = np.zeros_like(self.vectors)
        for size in range(1, MOST + 1):
            total[size - 1 :] += self.vectors[: len(self) - size + 1]
            norms[size] = np.linalg.norm(total, axis=1) + 1e-6
            lengths[size, size - 1 :] = lengths[size - 1, size - 1 :] + self.lengths[: len(self) - size + 1]
        return Sums(norms, lengths, np.log(lengths + _SLACK))


class Block(NamedTuple):
    """Gains of the beads that end with rows `first` and following, in columns `offset` and following.

    Rows and columns are prefixes: a bead that ends with row 3 has the third text as its last. `values` is by move, row
    and column; minus infinity where there are not so many texts.
    """

    first: int
    offset: int
    values: Array

    def of(self, row: int, low: int, high: int) -> Array:
        """By move, the gains of beads that end with `row` in columns `low` to `high`, both included."""
        return self.values[:, row - self.first, low - self.offset : high - self.offset + 1]


class Gains:
    """The gains of all beads of two sequences, computed some rows at a time."""

    def __init__(self, first: Texts, second: Texts, windows: Sequence[tuple[int, int]]) -> None:
        """Of row n, the columns `windows[n]` will be asked for."""
        self._first, self._second, self._windows = first, second, windows
        self._rows, self._columns = first.sums(), second.sums()
        self._mean = float(first.lengths.mean() + second.lengths.mean()) / 2 or 1.0
        self._blocks: dict[int, Block] = {}
        self._kept = 0

    def row(self, row: int, low: int, high: int) -> Array:
        """By move, the gains of beads that end with `row`, from 1, in columns `low` to `high`, both included."""
        first = (row - 1) // _BLOCK * _BLOCK + 1
        block = self._blocks.get(first)
        if block is None:
            block = self._computed(first, min(len(self._first), first + _BLOCK - 1))
            self._keep(block)
        return block.of(row, low, high)

    def _keep(self, block: Block) -> None:
        """Keep a block for when it is asked for again; only the last ones if they are many."""
        self._blocks[block.first] = block
        self._kept += block.values.size
        while self._kept > _KEPT and len(self._blocks) > 1:
            oldest = next(iter(self._blocks))
            self._kept -= self._blocks.pop(oldest).values.size

    def weight(self, rows: tuple[int, int], columns: tuple[int, int]) -> float:
        """What the length of some texts of both sides counts; that of an average pair is 1."""
        length = self._first.lengths[slice(*rows)].sum() + self._second.lengths[slice(*columns)].sum()
        return max(1.0, float(length)) / (2 * self._mean)

    def _computed(self, first: int, last: int) -> Block:
        import numpy as np

        windows = self._windows[first : last + 1]
        low, high = min(window[0] for window in windows), max(window[1] for window in windows)
        products = self._products(first, last, low, high)
        values = np.full((len(MOVES), last - first + 1, high - low + 1), -np.inf, np.float32)
        for number, (size, width) in enumerate(MOVES):
            row, column = max(first, size), max(low, width)
            if row <= last and column <= high:
                product = _summed(products, size, width)[row - first :, column - low :]
                places = (slice(row - 1, last), slice(column - 1, high))
                values[number, row - first :, column - low :] = self._gain(product, size, width, *places)
        return Block(first, low, values)

    def _products(self, first: int, last: int, low: int, high: int) -> Array:
        """Scalar products of texts, with three more before the first on either side; 0 where there are none."""
        import numpy as np

        # The text of a prefix is the one before its end: the products begin three before that of the first.
        row, column = max(0, first - MOST), max(0, low - MOST)
        found = self._first.vectors[row:last] @ self._second.vectors[column:high].T
        return np.pad(found, ((row - first + MOST, 0), (column - low + MOST, 0)))

    def _gain(self, product: Array, size: int, width: int, rows: slice, columns: slice) -> Array:
        """The gains of pairing so many texts that end in these places."""
        import numpy as np

        (a, b), (c, d) = (
            (sums.norms[count, places], sums.lengths[count, places])
            for sums, count, places in ((self._rows, size, rows), (self._columns, width, columns))
        )
        alike = product / a[:, None] / c
        shorter, longer = np.minimum(b[:, None], d), np.maximum(b[:, None], d)
        ratio = self._rows.logs[size, rows][:, None] - self._columns.logs[width, columns]
        needed = (_ALIKE / _SHORT) * np.minimum(_SHORT, shorter)
        brief = np.maximum(0.0, _FAVOUR - (_FAVOUR / _BRIEF) * longer)
        weight = (b[:, None] + d) / (2 * self._mean)
        return weight * (alike - needed - _LENGTH * ratio**2) + brief - _JOINT * (size + width - 2) * min(size, width)


def alone(texts: Texts) -> Array:
    """What it costs to leave each text alone."""
    import numpy as np

    return np.full(len(texts), _ALONE)


def similarity(first: Texts, second: Texts, rows: tuple[int, int], columns: tuple[int, int]) -> float:
    """The cosine of some neighbours in one sequence with some of the other; 0 if there are none."""
    import numpy as np

    one, other = first.vectors[slice(*rows)].sum(axis=0), second.vectors[slice(*columns)].sum(axis=0)
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-6))


def _summed(products: Array, size: int, width: int) -> Array:
    """Sums over the last `size` rows and `width` columns, for all but the first places, which have too few."""
    start, stop = MOST - 1, products.shape
    rows = sum((products[start - i : stop[0] - i] for i in range(1, size)), products[start:])
    return sum((rows[:, start - i : stop[1] - i] for i in range(1, width)), rows[:, start:])
