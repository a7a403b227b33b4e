"""Numbers in figures, as Norwegian and as English write them: "10 000,5" and "10,000.5".

A number has a value as text, "10000.5", so that its last noughts stay. The sign, if any, is not part of it.
"""

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text import NORWEGIAN

SPACES = " \u00a0\u2009\u202f"
_GROUP_SPACE = "\u00a0"  # what Norwegian puts between groups, so that no line breaks there
_FIRST = r"[1-9]\d{0,2}"  # of several groups: "0.500" is half of one, whoever writes it
_SPACED = rf"{_FIRST}(?>(?:[{SPACES}]\d{{3}}(?!\d)){{1,7}})"
_DOTTED = rf"{_FIRST}(?>(?:\.\d{{3}}(?!\d)){{1,7}})"
_COMMAED = rf"{_FIRST}(?>(?:,\d{{3}}(?!\d)){{1,7}})"
_PLAIN = r"\d++"
ANY_NUMBER = rf"(?:{_SPACED}|{_DOTTED}|{_COMMAED}|{_PLAIN})(?:[.,]\d++)?"
_AMBIGUOUS = re.compile(r"[1-9]\d{1,2}(?:,\d{3})+")
_AMBIGUOUS_MEASURE = re.compile(r"[1-9]\d\d(?:,\d{3})+|\d+(?:,\d{3}){2,}")
_LEAST_GROUPED = 5  # figures; Norwegian writes 5000


@dataclass(frozen=True, slots=True)
class Way:
    """How a language writes numbers.

    Attributes:
        pattern: a number in it, without what must stand around it.
        decimal: its decimal sign.
    """

    pattern: str
    decimal: str


NORWEGIAN_WAY = Way(rf"(?:{_SPACED}|{_DOTTED}|{_PLAIN})(?:,\d++)?", ",")
ENGLISH_WAY = Way(rf"(?:{_COMMAED}|{_SPACED}|{_PLAIN})(?:\.\d++)?", ".")


def way(language: str) -> Way | None:
    """How a language writes numbers; None for a language other than Norwegian and English."""
    if language in NORWEGIAN:
        return NORWEGIAN_WAY
    return ENGLISH_WAY if language == "en" else None


def value(written: str, style: Way) -> str:
    """The value of a number that matches the pattern of `style`."""
    whole, _, decimals = written.partition(style.decimal)
    digits = re.sub(r"\D", "", whole).lstrip("0") or "0"
    return f"{digits}.{decimals}" if decimals else digits


def rewritten(written: str, source: Way, target: Way) -> str:
    """A number of the one language as the other writes it; figures without groups stay without."""
    whole, _, decimals = written.partition(source.decimal)
    groups = re.split(r"\D", whole)
    if len(groups) > 1:
        whole = _grouped(groups, target)
    return f"{whole}{target.decimal}{decimals}" if decimals else whole


def _grouped(groups: list[str], target: Way) -> str:
    digits = "".join(groups)
    if target is NORWEGIAN_WAY and len(digits) < _LEAST_GROUPED:
        return digits
    return _between_groups(target).join(groups)


def _between_groups(target: Way) -> str:
    return "," if target is ENGLISH_WAY else _GROUP_SPACE


def is_ambiguous(written: str) -> bool:
    """Whether a comma may be the English one between thousands, also in Norwegian: "783,562", but not "2,125"."""
    return _AMBIGUOUS.fullmatch(written) is not None


def is_ambiguous_measure(written: str) -> bool:
    """The same for a number that is measured or paid, which has decimals more often: "42,195" km is one of them."""
    return _AMBIGUOUS_MEASURE.fullmatch(written) is not None


def is_usual(written: str, style: Way) -> bool:
    """Whether a language writes numbers so today.

    English has no spaces between thousands, Norwegian no points but no-break spaces, and none in four figures.
    """
    whole = written.partition(style.decimal)[0]
    if not re.fullmatch(style.pattern, written):
        return False
    if style is not NORWEGIAN_WAY:
        return set(SPACES).isdisjoint(whole)
    return whole.isdigit() or (set(whole) - set("0123456789") == {_GROUP_SPACE} and len(whole) > _LEAST_GROUPED)


def with_decimal_sign(written: str, source: Way, target: Way, *, counted: bool = False) -> str:
    """A number whose decimal sign, and a sign between groups that the other would misread, follow the language.

    `counted`: whether it rather has thousands than decimals if it may have either, as areas have.
    """
    if source is NORWEGIAN_WAY and (is_ambiguous if counted else is_ambiguous_measure)(written):
        return written
    whole, _, decimals = written.partition(source.decimal)
    if not set(whole) & set(SPACES):
        whole = _between_groups(target).join(re.split(r"\D", whole))
    return f"{whole}{target.decimal}{decimals}" if decimals else whole


def between(source: str, target: str) -> tuple[Way, Way] | None:
    """How source and target language write numbers; None unless one is Norwegian and the other English."""
    ways = way(source), way(target)
    if ways[0] is None or ways[1] is None or ways[0] is ways[1]:
        return None
    return ways[0], ways[1]
