"""The rule "untranslated": what is still in the language of the source."""

from collections.abc import Iterator
from functools import cache

from reader.processing.checks.words import known_pair, lows, words
from reader.processing.finding import Finding
from reader.processing.nontranslatables import outside_names
from reader.text import Span

RULE = "untranslated"
_SEVERAL = 3  # lower-case words that are not the same in two languages by chance
_LEAST_FREQUENT = 2
_RUN = 4  # words in a row that both texts have
# Frequent words of one of the two languages that the other does not have.
_FREQUENT = {
    "nb": """\
og ikke som av på til ved eller fra også etter være var ble blir hadde har skulle kunne jeg det den et en er å seg \
sin sitt sine når hva hvor hvis fordi mellom mange noen""",
    "en": """\
the and of is are was were with that which this these not have has had would could should from they their his her \
when what where because between many some been be by""",
}


def findings(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """What was left as it is: all of the target, or several words in a row in it."""
    if source.split() == target.split():
        if _lower_words(source) >= _SEVERAL:
            yield Finding(RULE)
        return
    known = known_pair(languages)
    if known is None:
        return
    frequent = _frequent(known[0])
    if len(lows(target) & frequent) >= _LEAST_FREQUENT:
        yield from _left(source, target, frequent)


def _left(source: str, target: str, frequent: frozenset[str]) -> Iterator[Finding]:
    """The stretches of several words that are the same in both, with frequent words of the source's language."""
    ours, theirs = words(source), words(target)
    places: dict[tuple[str, ...], int] = {}
    for index in range(len(ours) - _RUN, -1, -1):
        places[tuple(word.low for word in ours[index : index + _RUN])] = index
    end = 0
    for index in range(len(theirs) - _RUN + 1):
        if index < end:
            continue
        there = places.get(tuple(word.low for word in theirs[index : index + _RUN]))
        if there is None:
            continue
        size = _RUN
        while (
            index + size < len(theirs)
            and there + size < len(ours)
            and theirs[index + size].low == ours[there + size].low
        ):
            size += 1
        end = index + size
        if len({word.low for word in theirs[index:end]} & frequent) >= _LEAST_FREQUENT:
            here: Span = (ours[there].start, ours[there + size - 1].end)
            place: Span = (theirs[index].start, theirs[end - 1].end)
            yield Finding(RULE, target[slice(*place)], (here,), (place,))


def _lower_words(text: str) -> int:
    return sum(
        text[word.start : word.end].islower() and word.end - word.start > 1 for word in words(outside_names(text))
    )


@cache
def _frequent(language: str) -> frozenset[str]:
    return frozenset(_FREQUENT[language].split())
