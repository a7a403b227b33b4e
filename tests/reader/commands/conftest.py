"""Engines for commands, which are run one after the other in this process."""

from collections.abc import Iterator

import pytest

from tests.loaded_engines import engines_loaded_once


@pytest.fixture(autouse=True, scope="module")
def engines_are_loaded_once() -> Iterator[None]:
    """Those of the tests' pair, whatever command asks for them."""
    with engines_loaded_once():
        yield
