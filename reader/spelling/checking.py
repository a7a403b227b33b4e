"""Which words of a translation are looked up: not what is right without being in any dictionary."""

from collections.abc import Iterator

from reader.processing import tokens
from reader.text import Span, word_spans

_LONGEST = 60  # letters; Hunspell knows no longer words
_ENDINGS = ("'s", "s", "'")  # of names: "Olas", "Ola's", "Jens'"
_OTHER_SCRIPTS = "\u0250"  # begin here
_SOFT_HYPHEN = "\u00ad"


def words_to_check(text: str, source: str) -> list[tuple[Span, str]]:
    """The words of a text that a dictionary may have, in the spelling of dictionaries, with their places.

    Left out are tokens, words with digits or signs or of another script than Latin, abbreviations in capitals, and
    names of the source.

    Args:
        text: what is checked; spans are in its code points.
        source: the sentence of which it is a translation.
    """
    names = {form for a, b in word_spans(source) if source[a].isupper() for form in _forms(_plain(source[a:b]))}
    taken = [(token.start, token.end) for token in tokens(text, "", "")]
    return [
        (span, word)
        for span in _outside(word_spans(text), taken)
        if _is_word(word := _plain(text[slice(*span)])) and names.isdisjoint(_forms(word))
    ]


def _outside(spans: list[Span], taken: list[Span]) -> Iterator[Span]:
    """The spans that do not overlap a taken one; both are in order."""
    rest = iter([*taken, (-1, -1)])
    current = next(rest)
    for start, end in spans:
        while current[1] <= start and current != (-1, -1):
            current = next(rest)
        if current == (-1, -1) or end <= current[0]:
            yield start, end


def _plain(word: str) -> str:
    return word.replace("’", "'").replace(_SOFT_HYPHEN, "").replace("\u2011", "-")


def _is_word(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "")
    return 1 < len(word) <= _LONGEST and letters.isalpha() and not letters.isupper() and max(letters) < _OTHER_SCRIPTS


def _forms(word: str) -> set[str]:
    """The word with and without the ending of a name."""
    return {word, *map(word.removesuffix, _ENDINGS)}
