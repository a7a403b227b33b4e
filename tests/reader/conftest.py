"""The translation memory for most of its tests."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.memory import Memory


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The memory's file, which does not exist yet."""
    return tmp_path / "data" / "memory.db"


@pytest.fixture
def memory(file: Path) -> Iterator[Memory]:
    """The memory, open and empty."""
    with closing(Memory(file)) as opened:
        yield opened
