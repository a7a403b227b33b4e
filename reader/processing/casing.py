"""Letter case around the model, which knows few words in capitals and begins every output with a capital."""

from collections.abc import Callable

from reader import late_re as re
from reader.processing.nontranslatables import names, outside_names

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_FIGURE = re.compile(r"\w+")
_VOWELS = frozenset("AEIOUYÆØÅÄÖ")
_ACRONYMS = frozenset({"EU", "EØS", "EEA", "USA", "UK", "NATO", "UNESCO", "UNICEF", "OPEC", "NASA", "ASA"})
# In a text with one of these a capital I is the English pronoun, not the Norwegian preposition.
_ENGLISH = re.compile(r"\b(?:THE|AND|YOU|AM|HAVE|WAS|WILL|MY|TO|OF|IS|ARE|NOT|DO|CAN|THAT)\b|\bI['’]")
# Words that keep their capital when a translated stretch goes back into the middle of a sentence.
_ALWAYS_CAPITAL = re.compile(
    r"I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Norw|Swed|Dan(?:e|ish)|Engl|Brit|Americ|Europ|German|French|Russ|Chin)"
)


def _changed(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to all but its names."""
    parts, end = [], 0
    for start, stop in names(text):
        parts += [change(text[end:start]), text[start:stop]]
        end = stop
    return "".join(parts) + change(text[end:])


def in_capitals(text: str) -> str:
    """The text in capitals, except its names, which are unchanged."""
    return _changed(text, str.upper)


def without_capitals(text: str) -> str:
    """Text in all capitals as a sentence in lower case; "" if it is not, or if `in_capitals` would not restore it."""
    letters = outside_names(text)
    if not letters.isupper() or sum(map(str.isupper, letters)) < 2:
        return ""
    english = bool(_ENGLISH.search(text))
    lowered = _changed(text, lambda part: _WORD_OR_FIGURE.sub(lambda match: _lowered_word(match, english), part))
    first = _WORD.search(lowered)
    if first and not any(start <= first.start() < end for start, end in names(lowered)):
        lowered = lowered[: first.start()] + first[0][0].upper() + lowered[first.start() + 1 :]
    return lowered if in_capitals(lowered) == text else ""


def _lowered_word(match: re.Match[str], english: bool) -> str:
    word = match[0]
    abbreviated = match.string[match.end() : match.end() + 2] == ". "
    initials = word.isascii() and 2 <= len(word) <= 5 and _VOWELS.isdisjoint(word) and not abbreviated
    kept = not word.isalpha() or word in _ACRONYMS or initials or (word == "I" and english)
    return word if kept else word.lower()


def without_initial_capital(piece: str, translation: str) -> str:
    """The translation without the capital that the model begins every output with, if the piece has none."""
    first = _WORD.match(translation)
    if not first or not piece[:1].islower() or not translation[0].isupper():
        return translation
    if first[0][1:].upper() == first[0][1:] != "" or _ALWAYS_CAPITAL.match(translation) or first[0] in piece:
        return translation
    return translation[0].lower() + translation[1:]


def with_initial_capital(source: str, translation: str) -> str:
    """The translation with an initial capital if the source has one, unless its first word is from the source."""
    own, first = _WORD.search(source), _WORD.search(translation)
    if not own or not first or not own[0][0].isupper() or not first[0].islower():
        return translation
    if any(first[0] == word[0] for word in _WORD.finditer(source)):
        return translation
    if any(map(str.isalnum, source[: own.start()] + translation[: first.start()])):  # "Tolv katter" is "12 cats"
        return translation
    return translation[: first.start()] + first[0][0].upper() + translation[first.start() + 1 :]
