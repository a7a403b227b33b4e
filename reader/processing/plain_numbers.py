"""Bare numbers in running text: "3,5" and "3.5", "10 000" and "10,000". A number behind a label or a name stays."""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.expressions import ExpressionKind, Reading, is_labelled, is_version
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

# Not in an identifier, a row of figures (telephone, account) or a ratio, but in a scale: "1:50,000".
_BEFORE = "(?:(?<![\\w.,:/§^½¼¾])(?<!\\w-)(?<!\\d[ \u00a0])|(?<=\\b1:)(?=\\d{1,3}(?:[,. \u00a0]\\d{3})+(?!\\d)))"
_AFTER = "(?![\\w½²³]|[.,:/]\\d|[ \u00a0]\\d|-\\d|/)"


def _pattern(number: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{number}{_AFTER}")


_NB, _EN, _MIXED = _pattern(NORWEGIAN_WAY.pattern), _pattern(ENGLISH_WAY.pattern), _pattern(ANY_NUMBER)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The numbers of a source text; what may mean several things is written as it stands."""
    source, target = (ENGLISH_WAY, NORWEGIAN_WAY) if to_norwegian else (NORWEGIAN_WAY, ENGLISH_WAY)
    for match in (_EN if to_norwegian else _NB).finditer(text):
        number = value(match[0], source)
        if _stays(match, source):
            yield _reading(match, (_to_the_letter(match[0]), _in_any_way(number)), match[0])
        else:
            yield _reading(match, (number,), rewritten(match[0], source, target))


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The numbers of a translation; one that can be read in two ways comes twice."""
    target, other = (NORWEGIAN_WAY, ENGLISH_WAY) if to_norwegian else (ENGLISH_WAY, NORWEGIAN_WAY)
    for match in _MIXED.finditer(text):
        letter = _to_the_letter(match[0])
        if re.fullmatch(target.pattern, match[0]):
            number = value(match[0], target)
            yield _reading(match, (number, letter), "", is_usual(match[0], target))
            yield _reading(match, (_in_any_way(number),), "", right=False)
        if re.fullmatch(other.pattern, match[0]):
            number = value(match[0], other)
            yield _reading(match, (number, letter, _in_any_way(number)), "", right=False)


def _to_the_letter(written: str) -> str:
    """What a number means that stays as it is written: itself."""
    return f"={written}"


def _in_any_way(number: str) -> str:
    """What it means where the translation does not have it to the letter."""
    return f"~{number}"


def _stays(match: re.Match[str], source: Way) -> bool:
    if match[0].isdigit():
        return False
    place = match.string, match.start()
    if source is NORWEGIAN_WAY:
        return is_ambiguous(match[0]) or is_labelled(*place)
    return is_labelled(*place) or is_version(*place)


def _reading(match: re.Match[str], values: tuple[str, ...], written: str, right: bool = True) -> Reading:
    return Reading(*match.span(), ExpressionKind.NUMBER, values, written, right)
