"""Letters that were encoded twice: UTF-8 that a program took for another encoding and wrote as UTF-8 again."""

from functools import cache
from itertools import islice

from reader import late_re as re
from reader.errors import Message, plural
from reader.formats.encodings import text_cost
from reader.formats.letter_costs import fits
from reader.formats.mending import Lines, listed, told

# What other programs took UTF-8 for: their first signs for "Ã" and for the dashes' first byte, encoded again.
_TWICE = {
    "cp1252": re.compile("[ÂÃâ]"),
    "mac-roman": re.compile("√"),
    "cp850": re.compile("├"),
}
_FIRST = re.compile(rb"\xc3[\x82\x83\xa2]|\xe2(?:\x88\x9a|\x94\x9c)")
# Bytes of which each of these has one, and which Norwegian and English text hardly has: found far faster.
_RARE = (b"\x82", b"\x83", b"\xa2", b"\x9a", b"\x94\x9c")
# In a text of one byte a letter: UTF-8 of the letters of Western Europe, of a dash or a quotation mark.
_PIECE = re.compile(rb"[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x8f][\x80-\xbf]")
_WESTERN = ("cp1252", "iso8859-1", "iso8859-15")
_HIGH = re.compile("[^\0-\x7f]+")
# Letters may have been encoded so many times more than once.
_TIMES = 4
# Signs of three bytes that Western texts have, whatever is beside them.
_SIGNS = frozenset("‐‑‒–—―‘’‚“”„•…‹›‰′″€™−→←↑↓⇒≤≥≠≈√∞✓✔★☆●■□▪►\u200b\u200c\u200d\u2060\xa0\xad\ufeff")
_QUOTES = "\"'`´«»“”„‘’"
_ENDS = ".,;:!?…"
_AROUND = f"{_QUOTES}{_ENDS}()[]|*_<>"
# Letters that are words.
_WORDS = "åÅàÀ"
# Words that are looked at to tell what a text means by such letters, and the characters of one, and of its line.
_FEW_WORDS, _FAR, _NEAR = 500, 40, 40


def seems_twice(data: bytes, encoding: str) -> bool:
    """Whether to look for letters encoded twice in bytes in an encoding: quick, and true of all that have any."""
    if encoding in _WESTERN:
        return _PIECE.search(data) is not None
    if not encoding.startswith("utf-8") or not any(byte in data for byte in _RARE):
        return False
    return _FIRST.search(data) is not None


def once(text: str, encoding: str) -> tuple[str, tuple[Message, ...]]:
    """The text with its letters encoded once, and what to say of that.

    If all letters outside ASCII were encoded twice, or more times, all are repaired; if only some were, those. A text
    that is about that is left as it is: it has most of them in quotation marks, as code, or close to the right ones. A
    place that lost a byte is U+FFFD, or the quotation mark that it can only have been. Linear.
    """
    text = text.removeprefix("\ufeff")
    times = 0
    while encoding not in _WESTERN and times < _TIMES and (better := _all_once(text)) is not None:
        text, times = better, times + 1
    text, said = _some_once(text, encoding if encoding in _WESTERN else "cp1252")
    if times == 1:
        said = (Message("The letters of this document were encoded twice, and have been repaired."), *said)
    elif times:
        said = (Message("The letters of this document were encoded several times, and have been repaired."), *said)
    return text, said


def _all_once(text: str) -> str | None:
    for encoding, sign in _TWICE.items():
        if sign.search(text):
            decoded = _decoded_again(text, encoding)
            if decoded is not None and text_cost(decoded) < text_cost(text):
                return decoded
    return None


def _decoded_again(text: str, encoding: str) -> str | None:
    try:
        return _HIGH.sub(lambda run: _as_bytes(run[0], encoding).decode("utf-8"), text)
    except UnicodeError:
        return None


def _as_bytes(letters: str, encoding: str) -> bytes:
    """Letters as bytes; Windows-1252 has no letters for five bytes, for which programs keep control characters."""
    if encoding in ("mac-roman", "cp850"):
        return letters.encode(encoding)
    return b"".join(char.encode("latin-1" if char < "\xa0" else encoding) for char in letters)


# ---- Some of the letters ----


@cache
def _places(encoding: str) -> re.Pattern[str]:
    """What UTF-8 looks like in an encoding of one byte a letter; `end` and `cut` are what lost the last byte."""
    signs = bytes(range(0x80, 0xC0)).decode(encoding, "ignore") + "".join(map(chr, range(0x80, 0xA0)))
    rest, first = f"[{re.escape(signs)}]", bytes([0x80]).decode(encoding)
    whole = rf"[ÂÃÄÅ]{rest}|â{rest}{{2}}|ð{rest}{{3}}|ï»¿"
    end = rf"â{first}(?:\ufffd|\?(?=[.,;:!)»]))?"
    return re.compile(rf"(?:{whole})+|(?P<end>{end})|(?P<cut>Ã(?:\ufffd|\?(?=[^\W\d_])))")


def _some_once(text: str, encoding: str) -> tuple[str, tuple[Message, ...]]:
    places = _places(encoding)
    if places.search(text) is None or not _is_damage(text, places, encoding):
        return text, ()
    quoted = "â" + b"\x80\x9c".decode(encoding) in text
    pieces: list[str] = []
    found: list[tuple[int, bool]] = []
    end = 0
    for place in places.finditer(text):
        letters = _letters(text, place, encoding, quoted=quoted)
        if letters is None:
            continue
        pieces += text[end : place.start()], letters
        end = place.end()
        found.append((place.start(), "\ufffd" not in letters))
    return "".join([*pieces, text[end:]]), _told(text, found)


def _told(text: str, places: list[tuple[int, bool]]) -> tuple[Message, ...]:
    said = told(text, [place for place in places if not place[1]])
    lines = Lines(text)
    if not (at := [lines.number(place) for place, whole in places if whole]):
        return said
    repaired = plural(
        len(at),
        "{count} place had letters in a wrong encoding and has been repaired ({where}).",
        "{count} places had letters in a wrong encoding and have been repaired ({where}).",
        where=listed(at),
    )
    return (*said, repaired)


def _letters(text: str, place: re.Match[str], encoding: str, *, quoted: bool = False) -> str | None:
    """What stood at a place; None if that cannot be."""
    before, after = text[max(place.start() - 1, 0) : place.start()] or " ", text[place.end() : place.end() + 1] or " "
    if place["end"]:
        closes = quoted and not before.isspace() and after != "?" and fits(before, "”", after)
        return "”" if closes else "\ufffd"
    if place["cut"]:
        return "\ufffd"
    letters = _decoded(place[0], encoding)
    if letters is None:
        return None
    around = f"{before}{letters}{after}"
    belong = all(char in _SIGNS or char > "\uffff" or fits(*around[i : i + 3]) for i, char in enumerate(letters))
    return letters.replace("\ufeff", "") if belong else None


def _decoded(letters: str, encoding: str) -> str | None:
    for _ in range(_TIMES):
        try:
            letters = _as_bytes(letters, encoding).decode("utf-8")
        except UnicodeError:
            return None
        if not _places(encoding).fullmatch(letters):
            break
    return letters


# ---- Damage, or what a text is about ----


def _is_damage(text: str, places: re.Pattern[str], encoding: str) -> bool:
    """Whether more of the words with such letters look damaged than meant."""
    damaged = end = 0
    for place in islice(places.finditer(text), _FEW_WORDS):
        if place.start() >= end:
            word, end = _word(text, place)
            damaged += _damage(text, place, word, end, encoding)
    return damaged > 0


def _damage(text: str, place: re.Match[str], word: str, end: int, encoding: str) -> int:
    """1 for a word with such letters, -1 for one of code, close to the right one, or of one letter, 0 for others."""
    if (quote := _quote(word, encoding)) or place["end"] or place["cut"] or _letters(text, place, encoding) is None:
        return -(quote == "`")
    right = _places(encoding).sub(lambda found: _decoded(found[0], encoding) or found[0], word).strip(_AROUND)
    close = not right.isascii() and right in _line(text, place.start(), end)
    if close or (len(right) == 1 and right.isalpha() and right not in _WORDS):
        return -1
    return 1


def _word(text: str, place: re.Match[str]) -> tuple[str, int]:
    """The word around a place, as far as words go, and where it ends."""
    before, after = text[max(place.start() - _FAR, 0) : place.start()], text[place.end() : place.end() + _FAR]
    head = "" if before[-1:].isspace() else before.rsplit(maxsplit=1)[-1:]
    tail = "" if after[:1].isspace() else after.split(maxsplit=1)[:1]
    return f"{''.join(head)}{place[0]}{''.join(tail)}", place.end() + len("".join(tail))


def _line(text: str, start: int, end: int) -> list[str]:
    """The words before and after a place that are near it and on the same line."""
    before = text[max(start - _NEAR, 0) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    return [word.strip(_AROUND) for word in f"{before} {after}".split()]


def _quote(word: str, encoding: str) -> str:
    """The sign that a word in quotation marks, or of code, begins with; "" if it is none."""
    if word[:1] not in _QUOTES:
        return ""
    # Signs of such letters look like quotation marks.
    word = _places(encoding).sub("x", word).rstrip(_ENDS)
    return word[0] if len(word) > 1 and word[-1] in _QUOTES else ""
