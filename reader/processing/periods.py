"""Decades, centuries, ordinals: "1990-tallet" and "1990s", "1700-tallet" and "18th century", "1." and "1st"."""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.expressions import ExpressionKind, Reading, is_labelled

_NB = re.compile(
    r"(?<![\w.,-])(?P<years>\d{3,4}|[1-9]0)-?(?:tallet|åra|årene)\b|(?<![\w.,-])(?P<century>\d{1,2})\.\sårhundred?e"
)
_EN = re.compile(
    r"(?<![\w.,'’£$€-])(?:(?P<years>\d{3}0)['’]?s\b|['’]?(?P<short>[1-9]0)s\b"
    r"|(?P<century>\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b)"
    r"|['’](?P<short2>[1-9]0)['’]?s\b"
)
_IN_NORWEGIAN = re.compile(
    r"(?<![\w.,-])(?:(?P<preposition>[iI]|på|På)\s)?"
    r"(?:['’]?(?P<years>\d{3,4}|[1-9]0)['’]?(?:-?(?:tallet|åra|årene)|s)\b|(?P<century>\d{1,2})\.\sårhundred?e|(?P<century2>1[1-9])-tallet)"
)
_YEARS_AS_CENTURY = re.compile(r"(?<![\w.,'’£$€-])(?P<century>)(?P<years>\d\d00)th[ -]centur(?:y|ies)\b")
_RIGHT_NB = re.compile(r"(?:[Pp]å\s)?\d+0-tallet|(?:(?:[Ii]|[Pp]å)\s)?(?:\d+-(?:åra|årene)|\d+\.\sårhundred?e)")
_ARTICLE = re.compile(r"\b(?:the|early|late|mid|middle|these|those|of)[\s-]$", re.IGNORECASE)

_NO_GROUP = r"(?!(?<=\d[ \u00a0])\d{3}(?!\d))"  # as the end of "10 000" is
_NB_ORDINAL = re.compile(rf"(?<![\w.,:/§–-]){_NO_GROUP}(?P<number>\d{{1,3}})\.(?=\s[a-zæøå]{{2}})")
_EN_ORDINAL = re.compile(r"(?<![\w.,:/-])(?P<number>\d{1,3})(?P<suffix>st|nd|rd|th)\b")
_MIXED_ORDINAL = re.compile(
    rf"(?<![\w.,:/–-]){_NO_GROUP}"
    r"(?P<number>\d{1,3})(?:(?P<suffix>st|nd|rd|th)\b|\.(?=(?P<gap>\s?)[a-zæøå]{2}))"
)

_LONGEST_RULER = 40
_TITLES = "kong|konge|kongen|dronning|keiser|tsar|pave|sultan|fyrst|hertug|storhertug|prins|grev"
_REGNAL_NAMES = (
    "Olav|Haakon|H[åa]kon|Harald|[CK]ristian|Christian|Fred[e]?rik|Karl|Carl|Gustav|Gustaf|Os[ck]ar|Magnus|Sigurd|"
    "Margrethe|Elizabeth|Elisabeth|Ludvig|Henrik|Edvard|Georg|Wilhelm|Vilhelm|Filip|Pius|Benedikt|Johannes Paul"
)
_RULER = re.compile(rf"\b(?:(?i:{_TITLES})[ \u00a0][A-ZÆØÅ]\w+(?:[ \u00a0][A-ZÆØÅ]\w+)?|{_REGNAL_NAMES})[ \u00a0]$")
# The first has none: "I" would hardly be read as a number.
_ROMAN = (
    *("", "", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII"),
)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The decades, centuries and ordinals of a source text."""
    for match in (_EN if to_norwegian else _NB).finditer(text):
        value = _value(match)
        yield Reading(*match.span(), ExpressionKind.PERIOD, _values(value), _written(value, to_norwegian))
    for match in (_EN_ORDINAL if to_norwegian else _NB_ORDINAL).finditer(text):
        if is_labelled(text, match.start()):
            continue  # "Artikkel 102. gjelder"
        number = int(match["number"])
        written = f"{number}." if to_norwegian else _of_ruler(match) or english_ordinal(number)
        yield Reading(*match.span(), ExpressionKind.ORDINAL, (str(number),), written)


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """What are or may be decades, centuries and ordinals in a translation."""
    for pattern in (_IN_NORWEGIAN,) if to_norwegian else (_EN, _NB, _YEARS_AS_CENTURY):
        for match in pattern.finditer(text):
            right = bool(_RIGHT_NB.fullmatch(match[0])) if to_norwegian else pattern is _EN
            values = _values(_value(match))
            yield Reading(*match.span(), ExpressionKind.PERIOD, values, _kept(match, to_norwegian), right)
    for match in _MIXED_ORDINAL.finditer(text):
        yield Reading(
            *match.span(), ExpressionKind.ORDINAL, (str(int(match["number"])),), "", _is_right(match, to_norwegian)
        )


def _kept(match: re.Match[str], to_norwegian: bool) -> str:
    """What stands in front of the period once it is rewritten."""
    if to_norwegian:
        preposition = match["preposition"] or ""
        return ("På " if preposition[0].isupper() else "på ") if preposition else ""
    has_article = match.re.pattern != _NB.pattern or _ARTICLE.search(
        match.string[max(match.start() - 9, 0) : match.start()]
    )
    return "" if has_article else "the "


def _value(match: re.Match[str]) -> str:
    """The years of a decade as they stand, or "c" and the number of a century."""
    groups = match.groupdict()
    if century := groups["century"] or groups.get("century2"):
        return f"c{int(century)}"
    return groups["years"] or groups.get("short") or groups.get("short2") or ""


def _values(value: str) -> tuple[str, ...]:
    """What it may also be called: the 1700s are the 18th century, the 1990s the nineties."""
    if value.startswith("c"):
        return (value, f"{int(value[1:]) - 1}00")
    if value.endswith("00") and len(value) > 2:
        return (value, f"c{int(value[:-2]) + 1}")
    return (value, value[-2:]) if len(value) == 4 else (value,)


def _written(value: str, to_norwegian: bool) -> str:
    if value.startswith("c"):
        return f"{int(value[1:]) - 1}00-tallet" if to_norwegian else f"{english_ordinal(int(value[1:]))} century"
    if to_norwegian:
        return f"{value}-tallet"
    is_century = value.endswith("00") and len(value) > 2 and value != "2000"
    return f"{english_ordinal(int(value[:-2]) + 1)} century" if is_century else f"{value}s"


def _is_right(match: re.Match[str], to_norwegian: bool) -> bool:
    if to_norwegian:
        return not match["suffix"] and bool(match["gap"])
    return match[0] == english_ordinal(int(match["number"]))


def _of_ruler(match: re.Match[str]) -> str:
    """The Roman numeral of a king, queen or pope; "" for other ordinals."""
    ruler = _RULER.search(match.string[max(match.start() - _LONGEST_RULER, 0) : match.start()])
    return _ROMAN[int(match["number"])] if ruler and int(match["number"]) < len(_ROMAN) else ""


def english_ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    teen = number % 100 // 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
