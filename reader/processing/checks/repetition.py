"""The rule "repetition": a model that loops, and small words that stand there twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader import late_re as re
from reader.processing.checks.size import length, outside_runs
from reader.processing.finding import Finding, added
from reader.short_cache import cached_if_short
from reader.text import Span

RULE = "repetition"
_WORD = re.compile(r"\w+")
# Repeats in a row of one word, and occurrences of the same four words, from which it may be a loop.
_REPEATS = (4, 3)
_IN_ROW = 4  # words that repeat: one of them, or all
# A stammer without spaces: up to four characters, eight times in a row, of which at least seven are not new.
_STAMMER, _OF_STAMMER = re.compile(r"(\S{1,4}?)\1{7}"), 7
# As in the rules of length: of a loop, which goes on and on.
_TOO_LONG, _SLACK = 3, 40
# What no sentence has twice in a row.
_DOUBLED = re.compile(r"\b(the|an?|of|and|or|with|from|og|eller|av|med|til|fra|et|en)\s\1(?=\s)", re.IGNORECASE)


def findings(source: str, target: str, _languages: tuple[str, str]) -> Iterator[Finding]:
    """What is repeated over and over, or a small word that is doubled."""
    if looping(source, target):
        span = _repeated(target)
        yield added(RULE, target, span) if span else Finding(RULE)
    elif _may_be_doubled(target) and not _DOUBLED.search(source):
        yield from (added(RULE, target, match.span()) for match in _DOUBLED.finditer(target))


def _may_be_doubled(text: str) -> bool:
    """Quick: whether a word follows one that ends as it does."""
    words = text.lower().split()
    return any(before.endswith(word) for before, word in pairwise(words))


@cached_if_short(1024)  # called to rate a hypothesis, and again for the warnings
def looping(source: str, target: str) -> bool:
    """Whether the model looped: repeats that the source does not have, or far too much text."""
    source, target = outside_runs(source), outside_runs(target)
    if length(target) > _SLACK + _TOO_LONG * length(source):
        return True
    theirs = _repeats(target) if _may_repeat(target) else (0, 0)
    if any(there >= least for there, least in zip(theirs, _REPEATS, strict=True)):
        ours = _repeats(source)
        if any(there > here + 1 and there >= least for there, here, least in zip(theirs, ours, _REPEATS, strict=True)):
            return True
    return _stammers(target) and not _stammers(source)


def _may_repeat(text: str) -> bool:
    """Quick: whether as many words in a row as can repeat are often enough in the text."""
    words = _WORD.findall(text.lower())
    count = Counter(words)
    in_row = 0
    for word in words:
        in_row = in_row + 1 if count[word] >= min(_REPEATS) else 0
        if in_row == _IN_ROW:
            return True
    return False


def _stammers(text: str) -> bool:
    """Whether something is stammered without spaces; few words have as many letters that are not new."""
    longest = (word for word in text.split() if len(word) > _OF_STAMMER)
    return any(len(word) - len(set(word)) >= _OF_STAMMER for word in longest) and bool(_STAMMER.search(text))


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
