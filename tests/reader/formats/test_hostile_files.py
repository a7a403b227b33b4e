"""Files that were made to take long take no longer than their size says: this counts the lines of Python that run."""

from contextlib import suppress

import pytest

from reader.errors import DocumentError
from tests.hostile_files import FILES
from tests.lines_run import lines_run
from tests.reader.formats.fuzzing import found_in
from tests.samples import sample

# Shares of the size that takes seconds; what grows by more than this for twice the size is counted again with larger
# ones, since a step is no growth.
SHARE, SUSPECT = 1 / 200, 2.15
SURE_SHARE, MOST = 1 / 50, 2.3
FEW = 1000


def _count(name: str, share: float) -> int:
    family, make, size = FILES[name]
    data = make(round(size * share))

    def read() -> None:
        with suppress(DocumentError):
            found_in(family, data)

    return lines_run(read)


def _grows(name: str, share: float, most: float) -> bool:
    return _count(name, 2 * share) > most * _count(name, share) + FEW


@pytest.mark.parametrize("name", sample(FILES, 20, first=1))
def test_twice_the_file_is_twice_the_work(name: str) -> None:
    assert not (_grows(name, SHARE, SUSPECT) and _grows(name, SURE_SHARE, MOST))
