"""Telling abbreviations that no list has as they are written: with spaces, in capitals, of streets, before figures."""

from reader import late_re as re
from reader.text.sentence_words import ACRONYMS, DOTTED, DOTTED_PARTS, SOFT, WORDS

_VOWELS = frozenset("aeiouyæøåAEIOUYÆØÅ")
_PIECES = re.compile(r"(?:(?<![\w.])[^\W\d_]{1,5}\.[ \xa0\u202f]?){1,3}[^\W\d_]{1,5}\Z")
_FURTHER = re.compile(r"\.(?:[ \xa0\u202f]?[^\W\d_]{1,5}\.){1,3}")
_PIECE = re.compile(r"[^\W\d_]+")
_LONGEST_RUN = 27  # of four pieces, full stops and spaces between them
# No Norwegian or English word ends so: "innb", "subj", "forskr", "asl", "Parkv".
_NO_END = re.compile(r"[^\W\d_aeiouyæøålrw](?:[lrj]|(?<![mol])b|(?<=[bdfgkmnpst])v)\Z")
_STREET = re.compile(r"[A-ZÆØÅ]\w*(?:[^\Waiouæøå]v|vn|vg|pl|gt|[ert]g|all)\Z")
# A house number, with its letter, at the end of what it belongs to.
_HOUSE = re.compile(
    r"\d{1,3}(?: ?[A-Za-z])?"
    r"(?=[.,;:)]|\s*\Z|\s+(?:\d{4}|i|på|ved|til|fra|og|eller|er|var|har|ble|blir|ligger|som)\b)"
)
_LONGEST_HOUSE = 20


def spaced_abbreviation(text: str, start: int, at: int, token: str) -> str | None:
    """The abbreviation of several parts, as in "f. eks.", that the token before the full stop at `at` belongs to.

    Returns:
        Its parts without spaces, "f.eks", if it ends there; "" if it goes on behind this full stop; None if there is
        none.
    """
    if token.lower() not in DOTTED_PARTS:
        return None
    before = _PIECES.search(text, max(start, at - _LONGEST_RUN), at)
    pieces = _PIECE.findall(before[0]) if before else [token]
    further = _FURTHER.match(text, at, at + _LONGEST_RUN)
    later = _PIECE.findall(further[0]) if further else []
    for count in range(len(later), -1, -1):
        for first in range(len(pieces)):
            joined = ".".join([*pieces[first:], *later[:count]])
            if _is_listed(joined):
                return "" if count else joined
    return None


def _is_listed(joined: str) -> bool:
    """Whether it is a known abbreviation; names have initials: "O. L. Lie" is not "o.l."."""
    *_, last = joined.split(".")
    return "." in joined and (len(last) > 1 or last.islower() or joined in SOFT) and joined.lower() in DOTTED


def is_acronym(token: str) -> bool:
    """Tell whether capitals make it another word than the abbreviation: "PR", "OL", "NO"."""
    return len(token) > 1 and "." not in token and token.isupper()


def in_capitals(text: str, start: int, at: int, after: int) -> bool:
    """Tell whether all words around a full stop are in capitals, so that those of an abbreviation say nothing.

    `after` is where the word behind the full stop begins.
    """
    around = text[max(start, at - _LONGEST_RUN) : after + _LONGEST_RUN]
    return around.isupper()


def is_abbreviation_in_capitals(token: str, first: str) -> bool:
    """Tell whether a listed abbreviation in capitals among other words is one: before a figure, if no acronym."""
    return (first.isdigit() or first == "§") and token.lower() not in ACRONYMS


def looks_abbreviated(token: str, before: str, text: str, after: int) -> bool:
    """Tell whether an unlisted token before a figure or "§" is an abbreviation, but no unit: "5 km. 20 løp.".

    It is one if it ends as no word does ("Rt. 1995", "forskr. § 2"), if it is a street's with a house number
    ("Kirkev. 7"), or if it opens the sentence alone and is short ("Kval. 12").

    Args:
        token: without its full stop.
        before: the word before it in the sentence, or "".
        text, after: where the figure begins.
    """
    if not token.isalpha() or token.isupper() or before[-1:].isdigit():
        return False
    if not has_vowel(token) or _NO_END.search(token):
        return True
    if _STREET.match(token) and _HOUSE.match(text[after : after + _LONGEST_HOUSE]):
        return True
    return not before and text[after].isdigit() and _is_short(token)


def _is_short(token: str) -> bool:
    """Tell whether a token that is a sentence of its own looks cut off: short, and ending in one consonant or two."""
    if not 3 <= len(token) <= 5 or token[-1] in _VOWELS or token[-1] == token[-2]:
        return False
    return token.lower() not in WORDS


def has_vowel(letters: str) -> bool:
    """Whether there is a vowel in it."""
    return not _VOWELS.isdisjoint(letters)
