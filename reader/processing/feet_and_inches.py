"""Feet and inches: 6'2", 12", 3' and 5′ 11″. They stay, as models take their signs for quotation marks."""

from collections.abc import Iterator

from reader import late_re as re
from reader.text import Span

_FEET = r"\d{1,3}[ \u00a0]?['’′]"
_INCHES = r"\d{1,3}(?:[.,]\d{1,2})?(?:[½¼¾]|[ -]?\d/\d{1,2})?[ \u00a0]?[\"”″]"
_MEASURE = re.compile(rf"(?<![\w.,/'’′\"”″])(?:(?P<both>{_FEET}[ \u00a0-]?{_INCHES})|{_INCHES}|{_FEET})(?![\w'’\"”])")
_SIGNS = frozenset("'’′\"”″")
_OPENING = re.compile(r"(?:^|[\s(\[])[\"“'‘](?=\w)")
_CLOSING = re.compile(r"[^\W\d][.,!?]?[\"”'’](?!\w)")


def feet_and_inches(text: str) -> Iterator[Span]:
    """Their spans, in order: both together, or one of them in a text where nothing is quoted. The time is linear."""
    if _SIGNS.isdisjoint(text):
        return iter(())
    quoted = bool(_OPENING.search(text) or _CLOSING.search(text))
    return (match.span() for match in _MEASURE.finditer(text) if match["both"] or not quoted)
