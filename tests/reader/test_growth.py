"""The work grows linearly with any text: this counts the lines of Python that run, not seconds.

A regular expression counts as one line however long it takes; `tests.benchmarks.growth` measures that too.
"""

import sys
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from reader.parallel import ParallelText
from tests.adversarial import INPUTS, WITH_TEXT, WITH_TRANSLATION, translated

if TYPE_CHECKING:
    from _typeshed import TraceFunction

SIZE = 500
# The growth allowed for twice the text, with a margin; and the least number of lines that is compared.
MOST, FEW = 2.3, 100


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python `work` runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def _translate(text: str, pairs: list[ParallelText]) -> None:
    pairs.append(translated(text))


@pytest.mark.parametrize("name", INPUTS)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    counts: dict[str, list[int]] = defaultdict(list)
    for size in (SIZE, 2 * SIZE):
        text = INPUTS[name](size)
        pairs: list[ParallelText] = []
        counts["read and translate"].append(lines_run(partial(_translate, text, pairs)))
        for way, use in WITH_TEXT.items():
            counts[way].append(lines_run(partial(use, text)))
        for way, write in WITH_TRANSLATION.items():
            counts[way].append(lines_run(partial(write, pairs[0])))
    assert {way: count for way, count in counts.items() if count[1] > MOST * count[0] + FEW} == {}
