"""What a word is, for links, hover and caret, selection, search, comparison and counting.

Words are found from left to right, each by the first of these rules that fits.

1. A web address is a word, from its scheme or "www." to its last letter, digit or slash.
2. So is an e-mail address.
3. So is a number with spaces (ordinary, thin or no-break) between its thousands: "1 000,5". All groups but the first
   have three digits, and the first has no leading zero: "815 00 000", a telephone number, is three words.
4. Else a word is letters and digits, with a hyphen, apostrophe, full stop, "&" or "·" between two of them ("e-post",
   "d'Arc", "f.eks", "10.30", "2026-11-26", "AT&T") or a comma, colon or slash between two digits ("12,5", "21:30",
   "24/12"). An underscore counts as a letter, but underscores alone are not a word.
5. A number includes its sign ("−12,5"; a hyphen or dash is one after a space, bracket or quotation mark) and the signs
   that say what it counts, with at most one space between: "§ 3-1", "€ 50", "50 %", "20 °C".
6. Combining marks and joiners belong to the letter before them, in every script. Soft hyphens and other invisible
   characters do not divide a word; the zero-width space does, as all spaces do.
7. In scripts without spaces between words, an unbroken stretch is one word.
8. Everything else is outside words: punctuation, symbols, emoji.

So each letter and each digit is in exactly one word, and no word begins or ends with a space. The patterns do not
backtrack: the time is linear in the text. Spans are in code points, in order and without overlap.
"""

import unicodedata
from bisect import bisect_left
from functools import cached_property
from operator import itemgetter

from reader import late_re as re
from reader.text.spans import Span

# What characters are read as: of each kind that Unicode has many of, the patterns know only one.
_MARK, _JOINER, _UNSEEN, _SPACE, _DIVIDER = "\u0300", "\u200d", "\u00ad", " ", "\u3000"
_READ_AS = {
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("’", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", _SPACE),
    "\u200b": _DIVIDER,
    "\u200c": _MARK,
    _JOINER: _JOINER,
    **dict.fromkeys(map(chr, range(0x1F3FB, 0x1F400)), _MARK),  # the skin tones of emoji
}
_READ_AS_OF_CATEGORY = {"Mn": _MARK, "Mc": _MARK, "Me": _MARK, "Cf": _UNSEEN}
# A character that may be read as another; most texts have none.
_OTHER = re.compile("[^\x00-\x9f\xa1-\xac\xae-\u02ff“”„–—…−€]")

# Possessive ("*+") where backtracking would be in vain.
_LETTERS = rf"\w[\w{_MARK}{_JOINER}]*+"
_NOT_ONLY_LINES = r"(?:[^\W_]|(?<!\w)_++(?=[^\W_]))"
_INSIDE = rf"{_UNSEEN}*+[-'.&·]?{_UNSEEN}*+{_LETTERS}|(?<=\d)[,:/](?=\d){_LETTERS}"
_NO_LETTER = rf"(?!{_UNSEEN}*+\w)"
_THOUSANDS = rf"[1-9]\d{{0,2}}(?: \d{{3}})+{_NO_LETTER}(?:[.,](?=\d){_LETTERS})?"
# Signs before a number, and behind it.
_BEFORE = r"(?:§{1,2} ?|[$€£¥] ?|(?<![^\s(\[«“\"'])[-–+]|−)(?=\d)"
_BEHIND = rf"(?<=\d) ?(?:[%‰€$]|°(?:[CF]\b)?){_NO_LETTER}"
_LABEL = rf"(?>(?:[^\W_]{_MARK}*+)+)(?>(?:-++(?>(?:[^\W_]{_MARK}*+)+))*)"
_HOST = rf"{_LABEL}(?>(?:\.{_LABEL})+)"
_WORD = (
    rf"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ff][Tt][Pp]://|[Ww][Ww][Ww]\.)[^\s<>\"«»“”]*[\w/]{_MARK}*+"
    # The part before "@", which may be long, is tried only from its first character: others would be in vain.
    rf"|(?<![\w{_MARK}.+-])[\w.+-][\w{_MARK}.+-]*+@{_HOST}"
    rf"|(?:{_BEFORE})?(?P<bare>{_THOUSANDS}|(?={_NOT_ONLY_LINES}){_LETTERS}(?>(?:{_INSIDE})*))(?:{_BEHIND})?"
)
# A line to write on; both halves of a flag; else one character with its marks and the symbols joined to it.
_SYMBOL = "[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]"
_SIGN = (
    rf"_++|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|[^\s{_UNSEEN}{_DIVIDER}](?>(?:[{_MARK}{_JOINER}]|(?<={_JOINER}){_SYMBOL})*)"
)
_WORDS = re.compile(_WORD)
_WORDS_AND_SIGNS = re.compile(f"{_WORD}|{_SIGN}")


def word_spans(text: str) -> list[Span]:
    """The words of `text`."""
    return [match.span() for match in _WORDS.finditer(_read(text))]


def bare_word_spans(text: str) -> list[Span]:
    """The words of `text`, numbers without the signs around them: of "50 %" the "50"."""
    return [match.span(match.lastgroup or 0) for match in _WORDS.finditer(_read(text))]


class WordEdges:
    """Where a text can be cut without cutting a word; the signs around a number may be cut off."""

    def __init__(self, text: str) -> None:
        """The words of `text` are found only when needed."""
        self._text = text

    @cached_property
    def _words(self) -> list[Span]:
        return bare_word_spans(self._text)

    def at(self, position: int) -> bool:
        """Whether no word continues across the gap before code point `position`."""
        before, behind = self._text[max(position - 1, 0) : position], self._text[position : position + 1]
        if before.isalnum() and behind.isalnum():
            return False
        # In words, spaces occur only between digits.
        if not before or not behind or (before.isspace() > behind.isdigit()) or (behind.isspace() > before.isdigit()):
            return True
        last = bisect_left(self._words, position, key=itemgetter(0)) - 1
        return last < 0 or self._words[last][1] <= position


def words_and_signs(text: str) -> list[Span]:
    """The words of `text`, and between them each other visible character with its marks."""
    return [match.span() for match in _WORDS_AND_SIGNS.finditer(_read(text))]


def _read(text: str) -> str:
    """The text as the patterns read it, of the same length."""
    return text.translate(_KINDS) if not text.isascii() and _OTHER.search(text) else text.replace("’", "'")


class _Kinds(dict[int, str]):
    """What each character is read as, computed on first use."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = character if character.isalnum() else _READ_AS_OF_CATEGORY.get(unicodedata.category(character))
        self[code] = kind = _READ_AS.get(character) or kind or character
        return kind


_KINDS = _Kinds()
