"""The rules "short" and "long": far less or far more text than the other language needs."""

from collections.abc import Iterator

from reader.processing.checks.repetition import looping
from reader.processing.checks.size import length, outside_runs
from reader.processing.checks.words import known_pair
from reader.processing.finding import Finding

SHORT, LONG = "short", "long"
# The two languages differ by a tenth in length, and single sentences by half; a word may become a phrase.
_MOST, _ODD = 2.0, 20
# Norwegian and English need about the same; each sentence alone may be some words longer.
_MOST_OF_KNOWN, _ODD_OF_KNOWN = 1.35, 14


def findings(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """That the target is far too short or too long."""
    known = known_pair(languages) is not None
    most, odd = (_MOST_OF_KNOWN, _ODD_OF_KNOWN) if known else (_MOST, _ODD)
    if len(source) <= odd and len(target) <= odd and not known:
        return
    ours, theirs = length(outside_runs(source)), length(outside_runs(target))
    if ours > most * theirs + odd:
        yield Finding(SHORT)
    elif theirs > most * ours + odd and not looping(source, target):  # a loop is told as such
        yield Finding(LONG)
