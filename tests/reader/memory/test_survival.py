"""No acknowledged edit is lost, whatever happens to one of the files; see `tests.reader.memory.survival`."""

import os
from pathlib import Path

import pytest

from tests.reader.memory.survival import attempt

TRIES, LONG_TRIES = 3, 200
FIRST_SEED = 4000


@pytest.mark.skipif(os.name != "posix", reason="signals and limits as POSIX has them")
def test_no_acknowledged_edit_is_lost_and_none_comes_back(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    wrong: dict[int, list[str]] = {}
    acknowledged = 0
    for seed in range(FIRST_SEED, FIRST_SEED + (LONG_TRIES if pytestconfig.getoption("--long") else TRIES)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        story, safe = attempt(folder, seed)
        acknowledged += safe
        if any(line.startswith("WRONG") for line in story):
            wrong[seed] = story
    assert not wrong
    assert acknowledged > 100
