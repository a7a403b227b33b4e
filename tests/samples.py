"""Samples of what tests are parametrized with: all of it is tried with `--long`."""

from collections.abc import Iterable
from itertools import count
from typing import Any

import pytest


def sample(values: Iterable[object], of: int) -> list[Any]:
    """The values, of which the first of every so many is tried in all runs."""
    return [pytest.param(value, marks=pytest.mark.long if n % of else ()) for n, value in zip(count(), values)]
