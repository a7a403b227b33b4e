"""The rule "repetition": a model that loops, and small words that stand there twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader import late_re as re
from reader.processing.checks.finding import Finding, added
from reader.processing.checks.size import length, outside_runs
from reader.short_cache import cached_if_short
from reader.text import Span

RULE = "repetition"
_WORD = re.compile(r"\w+")
# Repeats in a row of one word, and occurrences of the same four words, from which it may be a loop.
_REPEATS = (4, 3)
# A stammer without spaces: up to four characters, eight times in a row.
_STAMMER = re.compile(r"(\S{1,4}?)\1{7}")
# As in the rules of length: of a loop, which goes on and on.
_TOO_LONG, _SLACK = 3, 40
# What no sentence has twice in a row.
_DOUBLED = re.compile(r"\b(the|an?|of|and|or|with|from|og|eller|av|med|til|fra|et|en)\s\1(?=\s)", re.IGNORECASE)


def findings(source: str, target: str, _languages: tuple[str, str]) -> Iterator[Finding]:
    """What is repeated over and over, or a small word that is doubled."""
    if looping(source, target):
        span = _repeated(target)
        yield added(RULE, target, span) if span else Finding(RULE)
    elif not _DOUBLED.search(source):
        yield from (added(RULE, target, match.span()) for match in _DOUBLED.finditer(target))


@cached_if_short(1024)  # called to rate a hypothesis, and again for the warnings
def looping(source: str, target: str) -> bool:
    """Whether the model looped: repeats that the source does not have, or far too much text."""
    source, target = outside_runs(source), outside_runs(target)
    if length(target) > _SLACK + _TOO_LONG * length(source):
        return True
    theirs = _repeats(target)
    if any(there >= least for there, least in zip(theirs, _REPEATS, strict=True)):
        ours = _repeats(source)
        if any(there > here + 1 and there >= least for there, here, least in zip(theirs, ours, _REPEATS, strict=True)):
            return True
    return bool(_STAMMER.search(target)) and not _STAMMER.search(source)


def _repeats(text: str) -> tuple[int, int]:
    """The most repeats in a row of one word, and the most occurrences of the same four words."""
    words = _WORD.findall(text.lower())
    run = longest = min(len(words), 1)
    for before, word in pairwise(words):
        run = run + 1 if word == before else 1
        longest = max(longest, run)
    fours = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return longest, max(fours.values(), default=0)


def _repeated(text: str) -> Span | None:
    """Where a loop is: the words in a row that are the same, those that come again most, or a stammer."""
    matches = list(_WORD.finditer(text))
    low = [match[0].lower() for match in matches]
    least = _REPEATS[0]
    for index in range(len(low) - least + 1):
        if low[index] == low[index + least - 1] and len(set(low[index : index + least])) == 1:
            return matches[index].start(), matches[_end_of_run(low, index)].end()
    fours = Counter(zip(low, low[1:], low[2:], low[3:], strict=False))
    most, count = fours.most_common(1)[0] if fours else ((), 0)
    if count >= _REPEATS[1]:
        index = next(i for i in range(len(low)) if tuple(low[i : i + 4]) == most)
        return matches[index].start(), matches[index + 3].end()
    match = _STAMMER.search(text)
    return match.span() if match else None


def _end_of_run(low: Sequence[str], index: int) -> int:
    while index + 1 < len(low) and low[index + 1] == low[index]:
        index += 1
    return index
