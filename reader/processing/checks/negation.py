"""The rule "negation": a "not" that only one of the two sentences has.

It is only told where the other sentence has no more words that may deny than have a counterpart: "ikke enig" may well
be "disagree", "hadde ikke mat" be "were without food".
"""

from collections.abc import Iterator, Sequence
from functools import cache

from reader import late_re as re
from reader.processing.checks.negation_words import BEGINNINGS, CLEAR, COUNTERPARTS, EXCUSES, NO_SUCH, SHORT_NOT, WORDS
from reader.processing.checks.words import Word, known_pair, lows, words
from reader.processing.finding import Finding, added, lost
from reader.text import Span

RULE = "negation"
_MOST_COMPARED = 20  # of the words that deny


def findings(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """A negation of one sentence that has no counterpart in the other."""
    known = known_pair(languages)
    if known is None:
        return
    ours, theirs = _clear(source, known[0]), _clear(target, known[1])
    if len(ours) > len(theirs):
        excused = _excused(source, known[0], target)
        ours = [word for word in ours if word.start not in excused]
        if len(ours) > len(theirs) + _more_lexical(target, known[1], source, known[0]):
            yield lost(RULE, source, _farthest(ours, len(source), theirs, len(target)))
    elif len(theirs) > len(ours):
        excused = _excused(target, known[1], source)
        theirs = [word for word in theirs if word.start not in excused]
        if len(theirs) > len(ours) + _more_lexical(source, known[0], target, known[1]):
            yield added(RULE, target, _farthest(theirs, len(target), ours, len(source)))


def _clear(text: str, language: str) -> list[Word]:
    """The words that surely deny."""
    if lows(text).isdisjoint(_clear_words(language)) and not (language == "en" and SHORT_NOT in text.replace("’", "'")):
        return []
    found = [word for word in words(text) if _denies(word.low, language) and not _is_an_answer(text, word)]
    # "Nor" goes on with what another word denies, but at the beginning.
    return [word for word in found if word.low != "nor" or not text[: word.start].strip("“\"‘'– ")]


def _farthest(own: Sequence[Word], length: int, others: Sequence[Word], other_length: int) -> Span:
    """Where the word is whose place in its sentence is farthest from those of the others in theirs."""
    there = [word.start / other_length for word in others[:_MOST_COMPARED]]
    word = max(
        own[:_MOST_COMPARED], key=lambda word: min((abs(word.start / length - place) for place in there), default=0)
    )
    return word.start, word.end


def _denies(low: str, language: str) -> bool:
    return low in _clear_words(language) or (language == "en" and low.endswith(SHORT_NOT))


def _is_an_answer(text: str, word: Word) -> bool:
    """Whether "no" stands alone: "No, he came."""
    return word.low == "no" and text[word.end : word.end + 1] in (",", ".", "!", "?", ":", ";", "”", '"', "")


def _excused(text: str, language: str, other: str) -> set[int]:
    """The places of a text in phrases for which the other sentence has something else that denies nothing."""
    low = text.lower()
    if len(low) != len(text):
        return set()
    found: set[int] = set()
    for phrase, instead in _excuses(language):
        spans = [match.span() for match in phrase.finditer(low)]
        if spans and (instead is None or instead.search(other)):
            found.update(place for span in spans for place in range(*span))
    return found


@cache
def _excuses(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (re.compile(phrase), re.compile(instead, re.IGNORECASE) if instead else None)
        for phrase, instead in EXCUSES[language]
    )


def _more_lexical(text: str, language: str, other: str, others: str) -> int:
    """How many more words of a text may deny, besides the clear ones, than words of the other."""
    here = _lexical(text, language)
    return max(here - _lexical(other, others) - len(lows(other) & _counterparts(others)), 0) if here else 0


def _lexical(text: str, language: str) -> int:
    beginnings, listed, no_such = BEGINNINGS[language], _listed(language), _no_such()
    return sum(
        low in listed or (low not in no_such and beginnings.fullmatch(low) is not None)
        for low in lows(text)
        if not _denies(low, language)
    )


@cache
def _listed(language: str) -> frozenset[str]:
    return frozenset(WORDS[language].split())


@cache
def _counterparts(language: str) -> frozenset[str]:
    return frozenset(COUNTERPARTS[language].split()) - _listed(language)


@cache
def _clear_words(language: str) -> frozenset[str]:
    return frozenset(CLEAR[language].split())


@cache
def _no_such() -> frozenset[str]:
    return frozenset(NO_SUCH.split())
