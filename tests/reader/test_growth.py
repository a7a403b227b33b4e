"""The work grows linearly with any text: this counts the lines of Python that run, not seconds.

A regular expression counts as one line however long it takes; `tests.benchmarks.growth` measures that too.
"""

from collections.abc import Container
from functools import partial

import pytest

from reader.parallel import ParallelText
from tests.adversarial import INPUTS, WITH_TEXT, WITH_TRANSLATION, translated
from tests.lines_run import lines_run
from tests.samples import sample

READ = "read and translate"
WAYS = (*WITH_TEXT, *WITH_TRANSLATION, READ)
# What grows by more than this for twice the text is counted again with longer ones. A step, where a text gets long
# enough for something, is no growth: that goes on.
SIZE, SUSPECT = 250, 2.15
SURE_SIZE, MOST = 1000, 2.3
# The least number of lines that is compared.
FEW = 100


def _translate(text: str, pairs: list[ParallelText]) -> None:
    pairs.append(translated(text))


def _counts(name: str, size: int, only: Container[str]) -> dict[str, int]:
    """How many lines each way runs that is in `only`."""
    text = INPUTS[name](size)
    pairs: list[ParallelText] = []
    counts = {READ: lines_run(partial(_translate, text, pairs))}
    counts |= {way: lines_run(partial(use, text)) for way, use in WITH_TEXT.items() if way in only}
    counts |= {way: lines_run(partial(write, pairs[0])) for way, write in WITH_TRANSLATION.items() if way in only}
    return counts


def _growing(name: str, size: int, most: float, only: Container[str]) -> dict[str, tuple[int, int]]:
    """The ways that run more than `most` times as many lines for twice the text, with both numbers."""
    before, after = (_counts(name, n * size, only) for n in (1, 2))
    return {way: (before[way], count) for way, count in after.items() if count > most * before[way] + FEW}


@pytest.mark.parametrize("name", sample(INPUTS, 10))
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    suspects = _growing(name, SIZE, SUSPECT, WAYS)
    assert not suspects or _growing(name, SURE_SIZE, MOST, suspects) == {}
