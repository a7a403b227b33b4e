"""Letters as a file of rich text has them, and where each of them stands in it."""

from collections.abc import Iterable

from reader import late_re as re
from reader.formats.rtf.looks import Letters
from reader.formats.rtf.tokens import BRACE, CODE, NAME, NUMBER, SIGN, TEXT, TOKEN
from reader.formats.rtf.words import SIGNS, WIDE_PAGES

_WRITTEN = {"\\": r"\\", "{": r"\{", "}": r"\}", "\t": r"\tab ", "\n": r"\line "}
_WRITTEN |= {"\xa0": r"\~", "\u2011": r"\_", "\xad": r"\-"}
_WORD_END = re.compile(r"\\[A-Za-z]+-?[0-9]*\Z")
_LONGEST_WORD = 45


def written(text: str, page: str, fallback: int, breaks: "Iterable[str]" = ()) -> str:
    """A text as it is written in a file.

    Args:
        text: the text.
        page: the code page of its font; "" for none.
        fallback: how many signs stand for a letter that is not known.
        breaks: the words for its line breaks, before usual ones.
    """
    page = "" if page in WIDE_PAGES else page
    words = iter(breaks)
    return "".join(_letter(letter, page, fallback, words) for letter in text)


def _letter(letter: str, page: str, fallback: int, breaks: "Iterable[str]") -> str:
    if letter == "\n":
        return next(iter(breaks), _WRITTEN[letter])
    if letter in _WRITTEN:
        return _WRITTEN[letter]
    if letter.isascii():
        return letter if letter.isprintable() else ""
    try:
        return "".join(f"\\'{byte:02x}" for byte in letter.encode(page)) if page else _unicode(letter, fallback)
    except UnicodeEncodeError:
        return _unicode(letter, fallback)


def _unicode(letter: str, fallback: int) -> str:
    units = letter.encode("utf-16-le", "replace")
    numbers = [units[place] + 256 * units[place + 1] for place in range(0, len(units), 2)]
    signed = (number - 0x10000 if number > 0x7FFF else number for number in numbers)
    return "".join(f"\\u{number}" + ("?" * fallback or " ") for number in signed)


def behind_word(data: str, place: int, new: str) -> str:
    """What is written at a place of a file, parted from a word of command that ends there."""
    parted = bool(new) and (new[0].isalnum() or new[0] in " -")
    return f" {new}" if parted and _WORD_END.search(data[max(place - _LONGEST_WORD, 0) : place]) else new


def dress(letters: Letters) -> str:
    """The words that make letters look so, whatever those before them look like."""
    return r"\plain" + "".join(letters.dress) + " "


def ends_of_letters(data: str, start: int, end: int, fallback: int) -> list[int]:
    """Where each letter of a text that stands there ends; letters of several bytes are several."""
    ends: list[int] = []
    skip = 0

    def add(place: int) -> None:
        nonlocal skip
        if skip:
            skip -= 1
            ends[-1] = place
        else:
            ends.append(place)

    for token in TOKEN.finditer(data, start, end):
        kind = token.lastindex
        if kind == TEXT:
            for place in range(token.start() + 1, token.end() + 1):
                add(place)
        elif kind == NUMBER and token[NAME] == "u":
            skip = 0
            add(token.end())
            skip = fallback
        elif kind == CODE or (kind == SIGN and token[SIGN] != "*") or (kind != BRACE and token[NAME] in SIGNS):
            add(token.end())
    return ends
