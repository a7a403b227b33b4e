"""The words of a sentence, as the rules compare them: without what stays to the letter."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader import late_re as re
from reader.processing.nontranslatables import names
from reader.short_cache import cached_if_short
from reader.text import NORWEGIAN, stretches_outside

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST = 4000  # code points of a text in which words are compared with each other; no sentence is longer


class Word(NamedTuple):
    """A word: its span in code points, and its text in lower case with straight apostrophes."""

    start: int
    end: int
    low: str


@cached_if_short(1024)
def words(text: str) -> tuple[Word, ...]:
    """The words outside of names of files, code and the like, in order; a hyphen divides two words."""
    return tuple(Word(*match.span(), _low(match[0])) for match in _matches(text))


def with_capitals(text: str) -> tuple[list[Word], int]:
    """Those of the words that begin with a capital, and how many words there are."""
    found = [(*match.span(), match[0]) for match in _matches(text)]
    return [Word(start, end, _low(word)) for start, end, word in found if word[0].isupper()], len(found)


@cached_if_short(1024)
def lows(text: str) -> frozenset[str]:
    """The different words, in lower case; quicker than where they are."""
    stretches = stretches_outside(spans, len(text)) if (spans := names(text)) else ((0, len(text)),)
    return frozenset(word for start, end in stretches for word in _WORD.findall(_low(text[start:end])))


def _matches(text: str) -> Iterator[re.Match[str]]:
    if not (spans := names(text)):
        return _WORD.finditer(text)
    return chain.from_iterable(_WORD.finditer(text, start, end) for start, end in stretches_outside(spans, len(text)))


def _low(text: str) -> str:
    return text.lower().replace("’", "'")


def known_pair(languages: tuple[str, str]) -> tuple[str, str] | None:
    """ "nb" or "en" for each language of a pair; None unless one is Norwegian and the other English."""
    found = tuple("nb" if code in NORWEGIAN else code for code in languages)
    return (found[0], found[1]) if found in (("nb", "en"), ("en", "nb")) else None
