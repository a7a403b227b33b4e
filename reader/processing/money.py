"""Amounts of money and of millions: "kr 1.250,50", "500,-", "2,5 mill. kr", "£10m", "NOK 500".

English gets "NOK 2.5 million" and "€3.50", Norwegian "2,5 millioner kroner", "€3,50" and "10 millioner pund".
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reader import late_re as re
from reader.processing.expressions import ExpressionKind, Reading
from reader.processing.numerals import (
    ANY_NUMBER,
    ENGLISH_WAY,
    NORWEGIAN_WAY,
    Way,
    is_ambiguous_measure,
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
_KEPT = frozenset("$€£")  # Norwegian has these signs too, but not before a million
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
# Not that of the next amount, nor of a placeholder: "${x}", "$(x)", "$x".
SIGN_BEHIND = r"(?:\$(?![\w{(])|[€£](?!\d))"
_BACK = rf"(?:[ \u00a0]?(?P<back>{_KR}|NOK\b|{SIGN_BEHIND}|(?:kroner|krone|dollars?|euros?|pund)\b))"
_DASH = r"(?: ?[–-] ?)"
_START, _END = r"(?<![\w.,:/§-])", r"(?![\w½²³]|[.,:/]\d)"


def _pattern(number: str, scale: str) -> re.Pattern[str]:
    amount = rf"(?P<number>{number}(?:{_DASH}{number})?){_PRICE}?(?:[ \u00a0]?(?P<scale>{scale}))?"
    return re.compile(rf"(?:{_FRONT}|{_START}){amount}{_BACK}?{_END}", re.IGNORECASE)


_DASHES = re.compile(_DASH)
_NB = _pattern(NORWEGIAN_WAY.pattern, _NB_SCALE)
_EN = _pattern(ENGLISH_WAY.pattern, _EN_SCALE)
_MIXED = _pattern(ANY_NUMBER, rf"{_NB_SCALE}|{_EN_SCALE}")
# As the target language writes an amount, whatever its figures.
_RIGHT_NB = re.compile(
    r"[$€£]0|(?:(?:kr|NOK|USD|EUR|GBP) )?0(?: (?:mill\.|mrd\.|millioner|milliarder|tusen))?"
    r"(?: (?:kr|kroner|krone|NOK|dollar|euro|pund))?"
)
_RIGHT_EN = re.compile(
    rf"(?:NOK |USD |EUR |GBP |(?:US)?\$|[€£])?0(?: ?{_EN_SCALE})?(?: (?:kroner|krone|NOK|dollars?|euros?|pounds?))?"
)
CURRENCY_NEXT = re.compile(r" (?:kroner|krone|kr|NOK|dollars?|euros?|pounds|pund)\b", re.IGNORECASE)
MONEY_NAMES = re.compile(r"kron|\bNOK\b|\bkr\b|dollar|\beuro|pounds|\bpund|[$€£]", re.IGNORECASE)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The amounts of a source text: figures with a currency or with an abbreviated million."""
    source, target = (ENGLISH_WAY, NORWEGIAN_WAY) if to_norwegian else (NORWEGIAN_WAY, ENGLISH_WAY)
    for match in (_EN if to_norwegian else _NB).finditer(text):
        parts = _DASHES.split(match["number"])
        if _is_sure(match) and not (source is NORWEGIAN_WAY and any(map(is_ambiguous_measure, parts))):
            amount = "–".join(rewritten(part, source, target) for part in parts)
            written = _norwegian(match, amount) if to_norwegian else _english(match, amount)
            figures = value(match["number"], source) if len(parts) == 1 else "", amount
            yield replace(_reading(match, source, not to_norwegian), written=written, figures=figures)


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """What are or may be amounts in a translation; one that can be read in two ways comes twice."""
    target, other = (NORWEGIAN_WAY, ENGLISH_WAY) if to_norwegian else (ENGLISH_WAY, NORWEGIAN_WAY)
    for match in _MIXED.finditer(text):
        parts = _DASHES.split(match["number"])
        if not _is_amount(match):
            continue
        has_form = _has_form(match, to_norwegian)
        if all(re.fullmatch(target.pattern, part) for part in parts):
            right = has_form and all(is_usual(part, target) for part in parts)
            yield _to_change(match, _reading(match, target, to_norwegian, right), has_form and not right)
        if all(re.fullmatch(other.pattern, part) for part in parts):
            yield _to_change(match, _reading(match, other, to_norwegian, False), has_form)


def _is_sure(match: re.Match[str]) -> bool:
    """Whether what is an amount is one of money: pounds may be a weight."""
    return _is_amount(match) and (match["back"] or "").lower() not in ("pund", "pounds")


def _has_form(match: re.Match[str], to_norwegian: bool) -> bool:
    """Whether an amount is as the target language has it, but for its figures."""
    start, end = match.start("number") - match.start(), match.end("number") - match.start()
    if match["front"] and match["back"]:
        return False
    return bool((_RIGHT_NB if to_norwegian else _RIGHT_EN).fullmatch(f"{match[0][:start]}0{match[0][end:]}"))


def _to_change(match: re.Match[str], reading: Reading, bare: bool) -> Reading:
    start, end = match.span("number")
    return replace(reading, start=start, end=end, bare=True) if bare else reading


def _is_amount(match: re.Match[str]) -> bool:
    scale = (match["scale"] or "").rstrip(".").lower()
    return bool(match["front"] or match["back"] or match["price"] or scale in ("mill", "mrd"))


def _reading(match: re.Match[str], way: Way, norwegian: bool, right: bool = True) -> Reading:
    *low, amount = (value(part, way) for part in _DASHES.split(match["number"]))
    scaled = Decimal(amount).scaleb(_scale(match, norwegian)).normalize()
    return Reading(*match.span(), ExpressionKind.MONEY, (" ".join([_currency(match), *low, str(scaled)]),), "", right)


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
    scale, currency = _NORWEGIAN_SCALES.get(_scale(match, norwegian=False), ""), _currency(match)
    if not scale and currency in _KEPT:
        return f"{currency}{amount}"
    if amount == "1" and scale != "tusen":
        scale = scale.removesuffix("er")
    return " ".join(filter(None, (amount, scale, _NORWEGIAN_NAMES.get(currency, ""))))
