"""Days with their months: "12. mars 2024", "12.3.2024", "12th of March", "March 12, 2024".

English gets "12 March 2024": the order of "3/12/2024" says nothing about which is the month. Such ambiguous dates are
not read, nor are those of ISO 8601, which stay.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.expressions import ExpressionKind, Reading

NORWEGIAN_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NORWEGIAN_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "des": 12,
}
ENGLISH_SHORT_MONTHS = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_MONTHS = {name.lower(): i for names in (NORWEGIAN_MONTHS, ENGLISH_MONTHS) for i, name in enumerate(names, 1)}
_MONTHS |= {
    name.lower(): number for names in (NORWEGIAN_SHORT_MONTHS, ENGLISH_SHORT_MONTHS) for name, number in names.items()
}

_NB_MONTH = rf"(?P<month>{'|'.join(NORWEGIAN_MONTHS)}|(?:{'|'.join(NORWEGIAN_SHORT_MONTHS)})(?:\.|\b))(?!\w)"
_EN_MONTH = rf"(?P<month>{'|'.join(ENGLISH_MONTHS)}|(?:{'|'.join(ENGLISH_SHORT_MONTHS)})(?:\.|\b))(?!\w)"
_SHORT = rf"(?:{'|'.join([*ENGLISH_SHORT_MONTHS, *NORWEGIAN_SHORT_MONTHS])})\b(?:\.(?=\s?[a-zæøå0-9]))?"
_ANY_MONTH = rf"(?P<month>(?:{'|'.join([*ENGLISH_MONTHS, *NORWEGIAN_MONTHS])})(?=\b|\d)|{_SHORT})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_FIRST = r"(?:(?P<first>0?[1-9]|[12]\d|3[01])\.?\s?[–-]\s?)?"
_YEAR = r"(?:,?\s?(?P<year>\d{4})(?![\d.,:]\d|\d))?"
_SUFFIX = r"(?:st|nd|rd|th)"
_BEFORE = r"(?<![\w.,:/§–-])"

_NB_NAMED = re.compile(rf"{_BEFORE}{_FIRST}{_DAY}\.\s?{_NB_MONTH}{_YEAR}")
_NB_FIGURES = re.compile(
    rf"{_BEFORE}{_DAY}(?:\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?|/(?P<month2>0?[1-9]|1[0-2])[ -])"
    r"(?P<year>\d{4})(?!\d|[.,:/-]\d)"
)
_EN_NAMED = re.compile(rf"{_BEFORE}{_FIRST}{_DAY}{_SUFFIX}?(?:\sof)?\s{_EN_MONTH}{_YEAR}")
# Days are never "in": "In March 12 people came."
_EN_AMERICAN = re.compile(rf"(?<!\w)(?<!\b[Ii]n\s){_EN_MONTH}\s{_DAY}{_SUFFIX}?(?!\d|[.,:/]\d|[–-]\d){_YEAR}")
_EN_FIGURES = re.compile(
    rf"{_BEFORE}(?:(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])|(?P<month2>0?[1-9]|1[0-2])/(?P<day2>1[3-9]|2\d|3[01]))"
    r"/(?P<year>\d{4})(?!\d|[/-]\d)"
)
# What stands in translations: any month, with or without what the languages have around the figures.
_MIXED = re.compile(
    rf"{_BEFORE}(?:[Tt]he\s)?{_FIRST}{_DAY}(?:{_SUFFIX}|\.)?(?:\s?(?:of|av))?\s?{_ANY_MONTH}{_YEAR}", re.IGNORECASE
)
_MIXED_AMERICAN = re.compile(
    rf"(?<!\w){_ANY_MONTH}\s{_DAY}(?:{_SUFFIX}|\.(?=\s?\d))?(?!\d|[.,:/]\d|[–-]\d){_YEAR}", re.IGNORECASE
)
_MONTHS_TWICE = re.compile(
    rf"(?<!\w)(?P<month>{'|'.join(ENGLISH_MONTHS)})\s{_DAY},?\s(?:{_DAY.replace('day', 'again')}\s)?(?P=month){_YEAR}"
)
_MIXED_FIGURES = re.compile(rf"(?:[Tt]he\s)?(?:{_NB_FIGURES.pattern})")
_RIGHT_NB_MONTH = rf"(?:{'|'.join(NORWEGIAN_MONTHS)}|(?:{'|'.join(NORWEGIAN_SHORT_MONTHS)})\.?)"
_RIGHT_EN_MONTH = rf"(?:{'|'.join(ENGLISH_MONTHS)}|(?:{'|'.join(ENGLISH_SHORT_MONTHS)})\.?)"
_RIGHT_NB = re.compile(
    rf"(?:\d{{1,2}}\.\s?[–-]\s?)?\d{{1,2}}\. {_RIGHT_NB_MONTH}(?: \d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
)
_RIGHT_EN = re.compile(
    rf"(?:[Tt]he )?(?:\d{{1,2}}[–-])?\d{{1,2}}{_SUFFIX}?(?: of)? {_RIGHT_EN_MONTH}(?:,? \d{{4}})?"
    rf"|{_RIGHT_EN_MONTH} \d{{1,2}}{_SUFFIX}?(?:,? \d{{4}})?"
)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The dates of a source text that can have only one meaning."""
    for pattern in (_EN_NAMED, _EN_AMERICAN, _EN_FIGURES) if to_norwegian else (_NB_NAMED, _NB_FIGURES):
        for match in pattern.finditer(text):
            first, day, month, year = _parts(match)
            yield _reading(match, (first, day, month, year), _written(first, day, month, year, to_norwegian))


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """What are or may be dates in a translation."""
    right = _RIGHT_NB if to_norwegian else _RIGHT_EN
    for match in _MONTHS_TWICE.finditer(text):
        yield _reading(match, _parts(match), "", right=False)
    text = _MONTHS_TWICE.sub(lambda match: " " * len(match[0]), text)
    for pattern in (_MIXED, _MIXED_AMERICAN, _MIXED_FIGURES, _EN_FIGURES):
        for match in pattern.finditer(text):
            yield _reading(match, _parts(match), "", right.fullmatch(match[0]) is not None)


def _parts(match: re.Match[str]) -> tuple[str, int, int, str]:
    """First day of a range or "", day, month, year or ""."""
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month2") or ""
    number = _MONTHS.get(month.rstrip(".").lower()) or int(month)
    return (
        (groups.get("first") or "").lstrip("0"),
        int(groups.get("day") or groups.get("day2") or 0),
        number,
        groups.get("year") or "",
    )


def _reading(match: re.Match[str], parts: tuple[str, int, int, str], written: str, right: bool = True) -> Reading:
    first, day, month, year = parts
    value = f"{first}-{day}.{month}.{year}"
    return Reading(*match.span(), ExpressionKind.DATE, (value,), written, right)


def _written(first: str, day: int, month: int, year: str, to_norwegian: bool) -> str:
    after_year = f" {year}" if year else ""
    if to_norwegian:
        return f"{f'{first}.–' if first else ''}{day}. {NORWEGIAN_MONTHS[month - 1]}{after_year}"
    return f"{f'{first}–' if first else ''}{day} {ENGLISH_MONTHS[month - 1]}{after_year}"
