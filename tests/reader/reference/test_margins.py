"""How sure beads are, compared with trying every alignment of short sequences."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from reader.reference.gains import MOVES, Gains, Texts, alone
from reader.reference.margins import margins
from reader.reference.table import Bead, Table

Path = tuple[tuple[int, int], ...]  # the corners of its beads


def texts(seed: int, count: int, common: float = 0.0) -> Texts:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(count, 40)) + common
    return Texts(vectors.astype(np.float32), random.integers(20, 200, count).astype(float))


def paths(rows: int, columns: int, at: tuple[int, int] = (0, 0)) -> Iterator[Path]:
    """Every alignment of so many texts."""
    if at == (rows, columns):
        yield (at,)
    for size, width in (*MOVES, (1, 0), (0, 1)):
        to = at[0] + size, at[1] + width
        if to[0] <= rows and to[1] <= columns:
            yield from ((at, *rest) for rest in paths(rows, columns, to))


def worth(path: Path, first: Texts, second: Texts) -> float:
    """The sum of what its beads gain."""
    windows = [(0, len(second))] * (len(first) + 1)
    gains, total = Gains(first, second, windows), 0.0
    for (a, b), (c, d) in pairwise(path):
        if (c - a, d - b) in MOVES:
            total += float(gains.row(c, d, d)[MOVES.index((c - a, d - b)), 0])
        else:
            total -= float(alone(first)[a:c].sum() + alone(second)[b:d].sum())
    return total


def beads(path: Path) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The texts of each bead; of one that stays alone it makes no difference where."""
    return {(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(path)}


def content(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(range(*bead.first)), tuple(range(*bead.second))


@pytest.mark.parametrize(
    ("rows", "columns", "seed"), [(3, 3, 1), (4, 2, 2), (2, 4, 3), (1, 3, 4), (3, 1, 5), (4, 3, 6)]
)
def test_the_margin_is_what_the_best_alignment_without_the_bead_loses(rows: int, columns: int, seed: int) -> None:
    first, second = texts(seed, rows, 0.3), texts(seed + 50, columns, 0.3)
    table = Table(first, second, [(0, columns)] * (rows + 1))
    for row in range(rows + 1):
        table.fill(row)
    every = {path: worth(path, first, second) for path in paths(rows, columns)}
    best = max(every, key=lambda path: every[path])
    found = table.beads()
    assert set(map(content, found)) == beads(best)
    for bead, margin in zip(found, margins(table, found, lambda: False), strict=True):
        other = max((worth for path, worth in every.items() if _differs(bead, path)), default=-np.inf)
        assert margin == pytest.approx(every[best] - other, abs=1e-4)


def _differs(bead: Bead, path: Path) -> bool:
    """Whether some text of the bead is in another one on the path."""
    return content(bead) not in beads(path)


def test_looking_for_margins_can_be_cancelled() -> None:
    first = second = texts(1, 3)
    table = Table(first, second, [(0, 3)] * 4)
    for row in range(4):
        table.fill(row)
    assert margins(table, table.beads(), lambda: True) == []
