"""Units and currencies behind numbers, and whether two are not the same."""

from collections.abc import Mapping
from functools import cache

from reader import late_re as re
from reader.text import Span

# What is measured in: one line of words of both languages for each; a word may be several units.
_UNITS = """\
km kilometer kilometre kilometers kilometres kilometeren
m meter metre meters metres
cm centimeter centimetre centimeters centimetres
mm millimeter millimetre millimeters millimetres
mile miles mi engelske mile mil
mil mil
foot ft fot feet foot
inch inch inches tomme tommer
kg kilo kilos kilogram kilograms
g gram grams
t tonn ton tons tonnes tonne
lb pound pounds pund lb lbs
litre liter litre liters litres l
dl dl desiliter decilitre decilitres deciliters
second sekund sekunder second seconds
minute minutt minutter minute minutes
hour time timer hour hours
day dag dager døgn day days
week uke uker week weeks
month måned måneder month months
year år year years
percent % prosent percent per prosentpoeng percentage pct
permille ‰ promille
krone kr kroner krone nok kronor crowns
dollar $ dollar dollars usd
euro € euro euros eur
gbp £ pund pound pounds gbp sterling
watt watt watts w
kw kilowatt kilowatts kw
mw megawatt megawatts mw
kwh kwh kilowattimer
hectare hektar hectare hectares ha
acre acre acres mål
celsius celsius
fahrenheit fahrenheit"""
_AFTER = re.compile(r"[ \u00a0-]?([^\W\d_]+|[%‰€$£])")
_BEFORE = re.compile(r"(?:([$€£])|\b(kr|NOK|USD|EUR|GBP)\.?)[ \u00a0]?[−-]?$")
# Words between a number and its unit.
_SCALE = re.compile(
    r"[ \u00a0-]?(?:hundred?|tusen|thousand|million(?:er)?|milliard(?:er)?|trillion(?:er)?|billion(?:er)?|mill\.|mrd\."
    r"|bn\b)"
)
# Spans of time may be told in others ("24 hours", "et døgn"), and "for to år siden" in figures besides.
_LONGEST = 24


def unit_at(text: str, span: Span, language: str) -> frozenset[str]:
    """What a number may be measured in by the words beside it; empty if nothing tells."""
    table = _table()
    before = _BEFORE.search(text[max(span[0] - 6, 0) : span[0]])
    if before:
        return table.get((before[1] or before[2]).lower(), frozenset())
    after = text[span[1] : span[1] + _LONGEST]
    if scale := _SCALE.match(after):
        after = after[scale.end() :]
    match = _AFTER.match(after)
    if match is None or match.end() == _LONGEST:
        return frozenset()
    return table.get(match[1] if match[1] in "mgltw" else match[1].lower(), frozenset())


def with_unit(text: str, span: Span) -> Span:
    """The span of a number with its sign before it, and with millions and its unit behind it."""
    start, end = span
    if text[max(start - 1, 0) : start] in ("-", "−", "–", "$", "€", "£"):
        start -= 1
    for pattern in (_SCALE, _AFTER):
        if match := pattern.match(text, end):
            end = match.end()
    return start, end


def is_scaled(text: str, span: Span) -> bool:
    """Whether a number is one of thousands, millions or the like."""
    return _SCALE.match(text, span[1]) is not None


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two are surely not the same unit."""
    return bool(one and other) and one.isdisjoint(other)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _UNITS.split("\n"):
        unit, *forms = line.split()
        for form in (unit, *forms):
            found[form] = found.get(form, frozenset()) | {unit}
    return found
