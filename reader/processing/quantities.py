"""Quantities: numbers with a unit, a sign, a fraction or an exponent, as "−12,5 °C", "½ l", "2,5 × 10⁻³", "€3.50".

They are the same in both languages except for the decimal sign: "−12.5 °C". Units that are words ("kilometer"),
amounts of money but those in euros and pounds, and percentages without a sign are language. The time is linear in the
text.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader import late_re as re
from reader.processing import money
from reader.processing.feet_and_inches import feet_and_inches
from reader.processing.numerals import ENGLISH_WAY, NORWEGIAN_WAY, Way, between, way, with_decimal_sign
from reader.text import UNIT

_GAP = "[ \u00a0\u2009\u202f]?"
_FRACTION = r"(?:[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\d{1,3}/\d{1,3}(?![/\d]|-\d{4}))"
_POWER = r"(?:[⁺⁻]?[⁰¹²³⁴-⁹]++|\^[+\-−]?\d++)"
_SIGN = r"[+\-−–±≈~<>≤≥]"
_TIMES = "[×⋅·*x]"

# These touch a number only with another meaning: 1960s, 5A, 747C; with a space they are units.
_APART = "s|h|t|A|C|F|K|T|H|J|N"
_UNIT = rf"{UNIT}(?:{_POWER}|[23](?![\w.,]*\d))?"
_PER = rf"(?:[/⋅·*](?:\d{{1,4}}{_GAP})?{_UNIT})"
_END = r"(?![\w²³]|[/⋅·*'’]\w|-\w|°|\.[^\W\d_](?:\W|$))"  # nor an abbreviation: "24/7 H.C."
# What is in front of money or behind it.
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:kr\.?|NOK|SEK|DKK|EUR|USD|GBP))[ \u00a0]?$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(
    rf"[ \u00a0]?(?:{money.SIGN_BEHIND}|¥|(?:kr|kroner|NOK|SEK|DKK|EUR|USD|GBP|mill|mrd|million|billion)\b|,-)"
)
_FIGURE = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]")  # quick to look for
_ANY = re.compile(rf"\d\W{{0,2}}[^\W\d_]|{_SIGN}\W?\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\d\W?[⁰¹²³⁴-⁹^/°‰′″⁻×⋅·*]")


_SIGNS = frozenset("€£")


class Quantity(NamedTuple):
    """The span of a quantity, and how the target language writes it."""

    start: int
    end: int
    written: str


def _pattern(style: Way) -> re.Pattern[str]:
    """A quantity in the numbers of one language; what is found may still be a bare number or money."""
    foreign = r"," if style is ENGLISH_WAY else r"\."
    foreign = rf"(?:0+{foreign}|\d++{foreign}(?!\d{{3}}(?!\d)))\d++(?![.,]\d)"
    simple = rf"(?:{foreign}|\d++{_GAP}{_FRACTION}|{_FRACTION}|{style.pattern})"
    number = rf"{simple}(?:{_POWER}|[eE][+\-−]?\d++)?"
    many = rf"{number}(?>(?:{_GAP}[–-]{_GAP}{_SIGN}?{number}|{_GAP}{_TIMES}{_GAP}{number}){{0,9}})"
    unit = rf"(?:{_GAP}(?P<unit>{_UNIT}{_PER}{{0,3}}+){_END})"
    return re.compile(
        rf"(?={_SIGN}|[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])(?<![\w.,:/^%½¼¾])(?:(?<!\d[ \u00a0])|(?=\d)(?!\d{{3}}(?!\d)))(?<!\d[–-])"
        rf"(?P<sign>{_SIGN}{_GAP})?(?P<number>{many})"
        rf"(?:{unit}|(?P<percent>{_GAP}%)|(?![\w/]|[.,:]\d|[ \u00a0]\d))"
    )


_PATTERNS = {style.decimal: _pattern(style) for style in (NORWEGIAN_WAY, ENGLISH_WAY)}
_NUMBERS = {style.decimal: re.compile(style.pattern) for style in (NORWEGIAN_WAY, ENGLISH_WAY)}
_OF_VALUE = re.compile(rf"{_FRACTION}|{_POWER}|\d[eE][+\-−]?\d|\d{_GAP}[×⋅·*]|\dx\d")
_RATIO = re.compile(r"(\d+)/(\d+)")
_AREA = re.compile(r"m(?:²|2$)|ha$|daa$")
_QUARTERS = 4  # halves, thirds and quarters may be more than one
_TOUCHING = re.compile(rf"\d(?:{_APART})(?:{_PER})?$")
_ARTICLE = re.compile(r"[ \u00a0](?:A|C|F)$")
_HOUR_SPEED = re.compile(r"(?<=km/)t$")


def quantities(text: str, source: str, target: str) -> Iterator[Quantity]:
    """The quantities of a text, in order and without overlap.

    Args:
        text: a sentence.
        source: code of its language; numbers of a language other than Norwegian are read as English ones.
        target: code of the language into which it is translated; the decimal sign changes only between Norwegian
            and English.
    """
    lengths = (Quantity(start, end, text[start:end]) for start, end in feet_and_inches(text))
    found = [*_measures(text, source, target), *_amounts(text, source, target), *lengths]
    end = 0
    for quantity in sorted(found, key=lambda each: (each.start, -each.end)):
        if quantity.start >= end:
            end = quantity.end
            yield quantity


def _measures(text: str, source: str, target: str) -> Iterator[Quantity]:
    if not _FIGURE.search(text) or not _ANY.search(text):
        return
    style = way(source) or ENGLISH_WAY
    change = _change(source, target)
    for match in _PATTERNS[style.decimal].finditer(text):
        if _is_quantity(match):
            yield Quantity(*match.span(), change(match[0]))


def _amounts(text: str, source: str, target: str) -> Iterator[Quantity]:
    """The amounts with a sign that few models can spell; Norwegian has words for them after a million."""
    if _SIGNS.isdisjoint(text) or not between(source, target):
        return
    for amount in money.of_source(text, to_norwegian=target != "en"):
        if not _SIGNS.isdisjoint(text[amount.start : amount.end]):
            yield Quantity(amount.start, amount.end, amount.written)


def _is_quantity(match: re.Match[str]) -> bool:
    """Whether a number has a unit, a sign, a fraction or an exponent, and is no amount of money."""
    text, (start, end) = match.string, match.span()
    if _CURRENCY_BEFORE.search(text[max(start - 4, 0) : start]) or _CURRENCY_AFTER.match(text[end : end + 10]):
        return False
    if match["unit"]:
        return not _is_word(match)
    return _is_signed(match) or (not match["percent"] and _is_of_value(match["number"]))


def _is_of_value(number: str) -> bool:
    """Whether a number has a fraction, an exponent or a product; "24/7" is no fraction."""
    parts = _RATIO.fullmatch(number)
    if parts:
        above, below = int(parts[1]), int(parts[2])
        return above < below or below <= _QUARTERS
    return bool(_OF_VALUE.search(number))


def _is_word(match: re.Match[str]) -> bool:
    """Whether what looks like a unit is rather a letter behind a figure ("5A") or a word ("in 2020 A man")."""
    if _TOUCHING.search(match[0]):
        return True
    after = match.string[match.end() : match.end() + 2]
    return bool(_ARTICLE.search(match[0])) and after[:1] in (" ", "\u00a0") and after[1:].isalnum()


def _is_signed(match: re.Match[str]) -> bool:
    """Whether the sign is one of the number: not the dash of "1914 –18" and not a bullet."""
    sign = match["sign"]
    return bool(sign) and (sign.strip() in "±≈~<>≤≥" or sign == sign.strip())


def _change(source: str, target: str) -> Callable[[str], str]:
    """What writes a quantity in the target language."""
    ways = between(source, target)
    if not ways:
        return str
    numbers = _NUMBERS[ways[0].decimal]

    def changed(quantity: str) -> str:
        counted = bool(_AREA.search(quantity)) or quantity[-1:].isdigit()
        found = numbers.sub(lambda number: with_decimal_sign(number[0], *ways, counted=counted), quantity)
        return _HOUR_SPEED.sub("h", found) if target == "en" else found  # English has no "t" for hours

    return changed
