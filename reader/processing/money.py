"""Amounts of money and of millions: "kr 1.250,50", "500,-", "2,5 mill. kr", "£10m", "NOK 500".

English gets "NOK 2.5 million" and "€3.50", Norwegian "2,5 millioner kroner" and "3,50 euro".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reader.processing.expressions import ExpressionKind, Reading
from reader.processing.numerals import (
    ANY_NUMBER,
    ENGLISH_WAY,
    NORWEGIAN_WAY,
    Way,
    is_ambiguous,
    is_usual,
    rewritten,
    value,
)

_CURRENCIES = {
    "kr": "NOK",
    "nok": "NOK",
    "kroner": "NOK",
    "krone": "NOK",
    "$": "$",
    "usd": "$",
    "dollar": "$",
    "dollars": "$",
}
_CURRENCIES |= {"€": "€", "eur": "€", "euro": "€", "euros": "€", "£": "£", "gbp": "£", "pund": "£", "pounds": "£"}
_NORWEGIAN_NAMES = {"NOK": "kroner", "$": "dollar", "€": "euro", "£": "pund"}
# Powers of ten; the words of both languages, but for "billion", which is not the same in them.
_SCALES = {"tusen": 3, "thousand": 3, "k": 3, "mill": 6, "million": 6, "millioner": 6, "m": 6, "mn": 6}
_SCALES |= {"mrd": 9, "milliard": 9, "milliarder": 9, "bn": 9, "trillion": 12}
_NORWEGIAN_SCALES = {3: "tusen", 6: "millioner", 9: "milliarder", 12: "billioner"}
_ENGLISH_SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_NB_SCALE = r"(?:mill\b\.?|mrd\b\.?|million(?:er)?\b|milliard(?:er)?\b|billion(?:er)?\b|tusen\b)"
_EN_SCALE = r"(?:million\b|billion\b|trillion\b|thousand\b|bn\b|mn\b|[mk]\b)"
_PRICE = r"(?P<price>,[-–—](?![\w]))"
_KR = r"kr\b(?:\.(?=\s?[a-zæøå0-9]))?"
_FRONT = rf"(?<![\w$€£])(?P<front>{_KR}|NOK\b|USD\b|EUR\b|GBP\b|(?:USA?)?\$|[€£])[ \u00a0]?"
_BACK = rf"(?:[ \u00a0]?(?P<back>{_KR}|NOK\b|[$€£](?!\d)|(?:kroner|krone|dollars?|euros?|pund)\b))"
_START, _END = r"(?<![\w.,:/§-])", r"(?![\w½²³]|[.,:/]\d)"


def _pattern(number: str, scale: str) -> re.Pattern[str]:
    amount = rf"(?P<number>{number}){_PRICE}?(?:[ \u00a0]?(?P<scale>{scale}))?"
    return re.compile(rf"(?:{_FRONT}|{_START}){amount}{_BACK}?{_END}", re.IGNORECASE)


_NB = _pattern(NORWEGIAN_WAY.pattern, _NB_SCALE)
_EN = _pattern(ENGLISH_WAY.pattern, _EN_SCALE)
_MIXED = _pattern(ANY_NUMBER, rf"{_NB_SCALE}|{_EN_SCALE}")
_RIGHT_NB = re.compile(
    rf"(?:(?:kr|NOK|USD|EUR|GBP) )?{NORWEGIAN_WAY.pattern}(?: (?:{_NB_SCALE}))?"
    r"(?: (?:kr|kroner|krone|NOK|dollar|euro|pund))?"
)
_RIGHT_EN = re.compile(
    rf"(?:NOK |USD |EUR |GBP |[$€£])?{ENGLISH_WAY.pattern}(?: ?{_EN_SCALE})?"
    r"(?: (?:kroner|krone|NOK|dollars?|euros?))?"
)
NAMES = re.compile(r"kron|\bNOK\b|\bkr\b|dollar|\beuro|pounds|\bpund|[$€£]", re.IGNORECASE)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The amounts of a source text: figures with a currency or with an abbreviated million."""
    source, target = (ENGLISH_WAY, NORWEGIAN_WAY) if to_norwegian else (NORWEGIAN_WAY, ENGLISH_WAY)
    for match in (_EN if to_norwegian else _NB).finditer(text):
        if _is_amount(match) and not (source is NORWEGIAN_WAY and is_ambiguous(match["number"])):
            amount = rewritten(match["number"], source, target)
            written = _norwegian(match, amount) if to_norwegian else _english(match, amount)
            figures = value(match["number"], source), amount
            yield replace(_reading(match, source, written, not to_norwegian), figures=figures)


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """What are or may be amounts in a translation; one that can be read in two ways comes twice."""
    target, other = (NORWEGIAN_WAY, ENGLISH_WAY) if to_norwegian else (ENGLISH_WAY, NORWEGIAN_WAY)
    right = _RIGHT_NB if to_norwegian else _RIGHT_EN
    for match in _MIXED.finditer(text):
        if not _is_amount(match):
            continue
        if is_usual(match["number"], target):
            yield _reading(match, target, "", to_norwegian, right.fullmatch(match[0]) is not None)
        if re.fullmatch(other.pattern, match["number"]):
            yield _reading(match, other, "", to_norwegian, False)


def _is_amount(match: re.Match[str]) -> bool:
    scale = (match["scale"] or "").rstrip(".").lower()
    return bool(match["front"] or match["back"] or match["price"] or scale in ("mill", "mrd"))


def _reading(match: re.Match[str], way: Way, written: str, norwegian: bool, right: bool = True) -> Reading:
    amount = Decimal(value(match["number"], way)).scaleb(_scale(match, norwegian)).normalize()
    return Reading(*match.span(), ExpressionKind.MONEY, (f"{_currency(match)} {amount}",), written, right)


def _currency(match: re.Match[str]) -> str:
    named = match["front"] or match["back"] or ("kr" if match["price"] else "")
    return _CURRENCIES.get(named.rstrip(".").lower().replace("usa$", "$").replace("us$", "$"), "")


def _scale(match: re.Match[str], norwegian: bool) -> int:
    """The power of ten of the word behind the figures."""
    scale = (match["scale"] or "").rstrip(".").lower()
    if scale.startswith("billion"):
        return 12 if norwegian or scale != "billion" else 9
    return _SCALES.get(scale, 0)


def _english(match: re.Match[str], amount: str) -> str:
    scale = _ENGLISH_SCALES.get(_scale(match, norwegian=True), "")
    currency = _currency(match)
    return f"{currency}{' ' * (currency == 'NOK')}{amount}{' ' * bool(scale)}{scale}"


def _norwegian(match: re.Match[str], amount: str) -> str:
    scale = _NORWEGIAN_SCALES.get(_scale(match, norwegian=False), "")
    if amount == "1" and scale != "tusen":
        scale = scale.removesuffix("er")
    return " ".join(filter(None, (amount, scale, _NORWEGIAN_NAMES.get(_currency(match), ""))))
