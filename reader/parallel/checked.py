"""How many sentences of a text the user has checked: accepted, or edited so that nothing looks wrong."""

from typing import NamedTuple

from reader.parallel.pairs import State
from reader.parallel.parallel_text import ParallelText
from reader.parallel.rows import Row


class Checked(NamedTuple):
    """How many sentences have been checked, of how many that can be."""

    checked: int
    total: int


def checkable(row: Row) -> int:
    """How many sentences of a row can be checked: those that were translated."""
    return len(row.sentences) if row.state is State.DONE and row.source.translatable else 0


def checked_in(text: ParallelText) -> Checked:
    """How many sentences of a text have been checked, in rows that know which are accepted (see `Row.as_judged`)."""
    pairs = [pair for row in text.rows if checkable(row) for pair in row.sentences]
    return Checked(sum(pair.accepted or (pair.edited and not pair.warnings) for pair in pairs), len(pairs))
