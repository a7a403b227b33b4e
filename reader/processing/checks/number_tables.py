"""The numbers that are one word, in Norwegian and in English."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from reader.late_dataclasses import dataclass

NB_UNITS = (
    *("ein", "to|tvo", "tre", "fire", "fem", "seks", "sju|syv", "åtte", "ni", "ti", "elleve", "tolv", "tretten"),
    *("fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
)
_NB_TENS = ("tjue|tyve", "tretti|tredve", "førti|førr", "femti", "seksti", "sytti", "åtti", "nitti")
_NB_ORDINALS = (
    *("", "", "tredje", "fjerde", "femte", "sjette", "sjuende|syvende", "åttende", "niende", "tiende"),
    *("ellevte|elvte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"),
)
_NB_TENTHS = (
    *("tjuende|tyvende", "trettiende|tredevte", "førtiende", "femtiende", "sekstiende", "syttiende", "åttiende"),
    "nittiende",
)
EN_UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("twenty", "thirty", "forty|fourty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINALS = (
    *("", "", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_EN_TENTHS = (*("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"),)
SCALES = {
    "nb": {"million": 6, "millioner": 6, "milliard": 9, "milliarder": 9, "billion": 12, "billioner": 12},
    "en": {"million": 6, "billion": 9, "trillion": 12},
}
HUNDREDS = {"nb": ("hundre",), "en": ("hundred",)}
THOUSANDS = {"nb": ("tusen",), "en": ("thousand",)}
AND = {"nb": "og", "en": "and"}
ONE = {"nb": frozenset({"en", "ein", "én", "ett", "et", "eit"}), "en": frozenset({"a", "one"})}
NB_ONE = "en|én|ett|et|ein"


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its span, and the values it may have, the likeliest first."""

    start: int
    end: int
    values: tuple[str, ...]


@cache
def simple(language: str) -> Mapping[str, tuple[int, bool]]:
    """The numbers from 2 to 99 that are one word: their values, and whether they are ordinals."""
    nb = language == "nb"
    units, tens = (NB_UNITS, _NB_TENS) if nb else (EN_UNITS, _EN_TENS)
    ordinals, tenths = (_NB_ORDINALS, _NB_TENTHS) if nb else (_EN_ORDINALS, _EN_TENTHS)
    found = dict(_each(units, 1, 1, False)) | dict(_each(tens, 20, 10, False))
    found |= dict(_each(ordinals, 1, 1, True)) | dict(_each(tenths, 20, 10, True))
    if nb:
        found |= dict(_compounds())
    for one in ("ein", "one", "førr", ""):
        found.pop(one, None)
    return found


@cache
def simple_words(language: str) -> frozenset[str]:
    """These numbers alone; two sets are compared faster."""
    return frozenset(simple(language))


def _each(forms: Iterable[str], first: int, step: int, ordinal: bool) -> Iterator[tuple[str, tuple[int, bool]]]:
    for index, each in enumerate(forms):
        yield from ((form, (first + step * index, ordinal)) for form in each.split("|"))


def _compounds() -> Iterator[tuple[str, tuple[int, bool]]]:
    """Norwegian: "tjueto", "toogtjue", "tjueandre"."""
    units = [NB_ONE, *NB_UNITS[1:9]]
    ordinals = ["første", "andre|annen", *_NB_ORDINALS[2:9]]
    for index, tens in enumerate(_NB_TENS):
        for ten in tens.split("|"):
            for unit in range(9):
                value = 20 + 10 * index + unit + 1
                for form in units[unit].split("|"):
                    yield from ((f"{ten}{form}", (value, False)), (f"{form}og{ten}", (value, False)))
                for form in ordinals[unit].split("|"):
                    yield f"{ten}{form}", (value, True)


def number(written: str, language: str) -> int:
    """The value of a number below a hundred in figures or one word; 0 if it is none."""
    low = written.lower()
    if low.isdecimal():
        return int(low) if len(low) < 3 else 0
    return 1 if low in ONE[language] else simple(language).get(low, (0, False))[0]


def canonical(value: str) -> str:
    """A value without noughts at the end of its decimals."""
    return value.rstrip("0").rstrip(".") if value.count(".") == 1 else value
