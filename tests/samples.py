"""Samples of what tests are parametrized with: all of it is tried with `--long`."""

from collections.abc import Iterable, Sequence
from itertools import count, product
from typing import Any

import pytest


def sample(values: Iterable[object], of: int, first: int = 0) -> list[Any]:
    """The values, of which every so many, from the `first`, are tried in all runs."""
    return sample_rows(((value,) for value in values), of, first)


def sample_rows(rows: Iterable[Sequence[object]], of: int, first: int = 0) -> list[Any]:
    """The same of rows of values, one for each of several parameters."""
    return [pytest.param(*row, marks=pytest.mark.long if n % of != first else ()) for n, row in zip(count(), rows)]


def crossed(*values: Sequence[object]) -> list[Any]:
    """Every value of each parameter with every one of the others: in all runs, each value at least once."""
    longest = max(map(len, values))
    together = {tuple(n % len(each) for each in values) for n in range(longest)}
    places = product(*(range(len(each)) for each in values))
    return [
        pytest.param(*map(_at, values, place), marks=() if place in together else pytest.mark.long) for place in places
    ]


def _at(values: Sequence[object], place: int) -> object:
    return values[place]
