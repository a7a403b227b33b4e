"""Paragraphs that a translator has moved: what stays alone on both sides is compared once more."""

from collections.abc import Sequence

from reader.reference.gains import Array, Texts
from reader.reference.table import Bead

# How alike two texts must be, how much more than either and anything else that is left, and by how much their lengths
# may differ, in times.
_ALIKE, _BETTER, _TIMES = 0.3, 0.15, 1.8
# The most texts of a side; time grows with the product of both.
_MOST = 2000


def with_moved(beads: Sequence[Bead], first: Texts, second: Texts) -> list[Bead]:
    """The beads, those of single texts that belong together made one; it stands where the first text does.

    Args:
        beads: in order, of all texts.
        first, second: the texts.
    """
    import numpy as np

    rows = [i for bead in beads if bead.second[0] == bead.second[1] for i in range(*bead.first)]
    columns = [i for bead in beads if bead.first[0] == bead.first[1] for i in range(*bead.second)]
    if not rows or not columns or max(len(rows), len(columns)) > _MOST:
        return list(beads)
    alike = cosines(first.vectors[rows], second.vectors[columns])
    pairs = {
        rows[row]: columns[column]
        for row, column in enumerate(alike.argmax(axis=1).tolist())
        if _stands_out(alike, row, column)
        and abs(np.log(first.lengths[rows[row]] / second.lengths[columns[column]])) < np.log(_TIMES)
    }
    taken = set(pairs.values())
    found: list[Bead] = []
    for bead in beads:
        if bead.second[0] == bead.second[1] and bead.first[0] in pairs:
            column = pairs[bead.first[0]]
            similarity = float(alike[rows.index(bead.first[0]), columns.index(column)])
            found.append(Bead(bead.first, (column, column + 1), similarity, 0.0))
        elif not (bead.first[0] == bead.first[1] and bead.second[0] in taken):
            found.append(bead)
    return found


def cosines(first: Array, second: Array) -> Array:
    """How alike each of some vectors and each of others are."""
    import numpy as np

    norms = np.linalg.norm(first, axis=1)[:, None] * np.linalg.norm(second, axis=1) + 1e-6
    return first @ second.T / norms


def _stands_out(alike: Array, row: int, column: int) -> bool:
    """Whether two texts are alike, and far more so than either and any other."""
    import numpy as np

    best = alike[row, column]
    others = max(np.delete(alike[row], column).max(initial=0), np.delete(alike[:, column], row).max(initial=0))
    return bool(best >= _ALIKE and best >= others + _BETTER)
