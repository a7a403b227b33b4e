"""The translation memory that most tests of it begin with."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.memory import Memory


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where it is kept; not there yet."""
    return tmp_path / "data" / "memory.db"


@pytest.fixture
def memory(file: Path) -> Iterator[Memory]:
    """It, open and empty."""
    with closing(Memory(file)) as opened:
        yield opened
