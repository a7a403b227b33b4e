"""Which stretches of two sequences of texts belong together: alignment by dynamic programming over beads.

A bead is a few neighbours of one sequence with a few of the other (Gale and Church 1993): 1-1 mostly, 1-2 where a
paragraph was divided, 2-1 where two were joined, 1-0 and 0-1 where one was left out or added. What beads gain, see
`reader.reference.gains`.

Long sequences are first aligned coarsely, eight neighbours merged into one, and then only near that path: time and
memory grow with the length, not with its square.
"""

from collections.abc import Callable, Sequence

from reader.reference.gains import Texts, similarity
from reader.reference.margins import margins
from reader.reference.table import Bead, Table

# Sequences up to _WHOLE texts are aligned at once; in longer ones _TOGETHER neighbours are merged, and the finer path
# is searched within _MARGIN of these on either side of the coarser one.
_WHOLE, _TOGETHER, _MARGIN = 700, 8, 4
# Rows between two questions whether to go on.
_OFTEN = 64


def align_texts(first: Texts, second: Texts, cancelled: Callable[[], bool] = lambda: False) -> list[Bead]:
    """The best beads for two sequences, in order; every item of both is in exactly one.

    Args:
        first, second: neither may be empty.
        cancelled: asked now and then; True ends the work with an empty result.
    """
    table = _filled(first, second, cancelled)
    if table is None:
        return []
    beads = table.beads()
    # Short texts have less to tell them apart.
    found = zip(beads, margins(table, beads, cancelled), strict=False)
    return [
        bead._replace(
            similarity=similarity(first, second, bead.first, bead.second),
            margin=margin / table.gains.weight(bead.first, bead.second) ** 0.5,
        )
        for bead, margin in found
    ]


def _filled(first: Texts, second: Texts, cancelled: Callable[[], bool]) -> "Table | None":
    """The filled table of the two sequences; None if it was cancelled."""
    if max(len(first), len(second)) <= _WHOLE:
        windows = [(0, len(second))] * (len(first) + 1)
    else:
        coarse = _filled(_coarser(first), _coarser(second), cancelled)
        if coarse is None:
            return None
        windows = _windows(coarse.beads(), len(first), len(second))
    table = Table(first, second, windows)
    for row in range(len(first) + 1):
        if row % _OFTEN == 0 and cancelled():
            return None
        table.fill(row)
    return table


def _coarser(texts: Texts) -> Texts:
    """The sequence with every `_TOGETHER` neighbours merged into one."""
    import numpy as np

    starts = np.arange(0, len(texts), _TOGETHER)
    return Texts(np.add.reduceat(texts.vectors, starts), np.add.reduceat(texts.lengths, starts))


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
