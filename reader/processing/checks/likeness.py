"""Whether two words may be the same name in two languages: "Gorbatsjov" and "Gorbachev"."""

import unicodedata
from functools import lru_cache

from reader import late_re as re

_LETTERS = str.maketrans({"æ": "e", "ø": "o", "å": "a", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "œ": "o"})
# What sounds alike is written alike, the longest first.
_SOUNDS = (
    *(("sjtsj", "c"), ("shch", "c"), ("tsch", "c"), ("dsj", "c"), ("tsj", "c"), ("sch", "c"), ("dzh", "c")),
    *(("skj", "c"), ("sj", "c"), ("sh", "c"), ("ch", "c"), ("zh", "c"), ("ts", "c"), ("tz", "c"), ("dj", "c")),
    *(("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("x", "ks"), ("w", "v")),
    *(("ij", "i"), ("yi", "i"), ("iy", "i"), ("y", "i"), ("j", "i"), ("q", "k"), ("z", "s"), ("c", "k")),
)
# "Kaspiske", "Caspian": what makes adjectives of names.
_ADJECTIVAL = re.compile(r"(?<=\w{3})(?:i?ske?r?|e?ian|ean|an|ish|ese|ene|er|en)s?$")
_TWICE = re.compile(r"(.)\1+")
_LEAST_ALIKE = 0.62


@lru_cache(4096)
def folded(word: str) -> str:
    """A word in lower case without marks on its letters and without a genitive."""
    low = word.lower().translate(_LETTERS)
    if not low.isascii():
        low = "".join(sign for sign in unicodedata.normalize("NFD", low) if not unicodedata.combining(sign))
    return low.removesuffix("'s").removesuffix("'").replace("aa", "a")


def alike(one: str, other: str) -> bool:
    """Whether two folded words may be the same name."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and (len(shorter) >= 5 or (len(shorter) == 4 and len(longer) <= 8)):
        return True
    if len(shorter) >= 3 and longer in (f"{shorter}s", f"{shorter}a", f"{shorter}e", f"{shorter}en", f"{shorter}et"):
        return True
    first, second = _sounds(_ADJECTIVAL.sub("", one)), _sounds(_ADJECTIVAL.sub("", other))
    if first == second:
        return True
    if not first or not second or (first[0] != second[0] and not {first[0], second[0]} <= _HISSING):
        return False
    # Quick: too few letters in common for the rest to matter.
    common = len(set(first) & set(second))
    if 2 * common < max(len(set(first)), len(set(second))) or 2 * min(len(first), len(second)) < max(
        len(first), len(second)
    ):
        return False
    return _likeness(first, second) >= _LEAST_ALIKE


_HISSING = frozenset("cksiavfgh")


@lru_cache(4096)
def _sounds(word: str) -> str:
    for written, sound in _SOUNDS:
        if sound == "c" and written in word:
            word = word.replace(written, "\u0001")
        elif written in word:
            word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word.replace("\u0001", "c"))


def _likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of letters that stay in the cheapest way from one to the other; vowels count half."""
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _cost(letter))
    for letter in one:
        last, row = row, [row[0] + _cost(letter)]
        for index, there in enumerate(other, 1):
            change = 0.0 if letter == there else max(_cost(letter), _cost(there))
            row.append(min(last[index - 1] + change, last[index] + _cost(letter), row[-1] + _cost(there)))
    most = max(sum(map(_cost, one)), sum(map(_cost, other)))
    return 1 - row[-1] / most


def _cost(letter: str) -> float:
    return 0.5 if letter in "aeiou" else 1.0
