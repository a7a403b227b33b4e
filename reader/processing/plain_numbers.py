"""Bare numbers in running text: "3,5" and "3.5", "10 000" and "10,000". A number behind a label or a name stays."""

import re
from collections.abc import Iterator

from reader.processing.expressions import ExpressionKind, Reading, is_labelled
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

# Not in an identifier, a row of figures (telephone, account) or a ratio.
_BEFORE = "(?<![\\w.,:/§^½¼¾])(?<!\\w-)(?<!\\d[ \u00a0])"
_AFTER = "(?![\\w½²³]|[.,:/]\\d|[ \u00a0]\\d|-\\d|/)"


def _pattern(number: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{number}{_AFTER}")


_NB, _EN, _MIXED = _pattern(NORWEGIAN_WAY.pattern), _pattern(ENGLISH_WAY.pattern), _pattern(ANY_NUMBER)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The numbers of a source text; what may mean several things is written as it stands."""
    source, target = (ENGLISH_WAY, NORWEGIAN_WAY) if to_norwegian else (NORWEGIAN_WAY, ENGLISH_WAY)
    for match in (_EN if to_norwegian else _NB).finditer(text):
        written = match[0] if _stays(match, source) else rewritten(match[0], source, target)
        yield _reading(match, source, written)


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The numbers of a translation; one that can be read in two ways comes twice."""
    target, other = (NORWEGIAN_WAY, ENGLISH_WAY) if to_norwegian else (ENGLISH_WAY, NORWEGIAN_WAY)
    for match in _MIXED.finditer(text):
        if re.fullmatch(target.pattern, match[0]):
            yield _reading(match, target, "", is_usual(match[0], target))
        if re.fullmatch(other.pattern, match[0]):
            yield _reading(match, other, "", False)


def _stays(match: re.Match[str], source: Way) -> bool:
    if match[0].isdigit():
        return True
    return is_labelled(match.string, match.start()) or (source is NORWEGIAN_WAY and is_ambiguous(match[0]))


def _reading(match: re.Match[str], way: Way, written: str, right: bool = True) -> Reading:
    return Reading(*match.span(), ExpressionKind.NUMBER, (value(match[0], way),), written, right)
