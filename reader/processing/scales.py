"""Millions and billions behind figures, which a translation must keep as it keeps the figures.

"Billion" is a thousand millions in English and a million millions in Norwegian and German. The languages are not known
here, so a word that may be either counts as both.
"""

from collections import defaultdict

from reader import late_re as re

_CURRENCY = r"(?:kr\b|kroner\b|NOK\b|dollars?\b|euros?\b|pounds?\b|pund\b|[$€£])"
_NUMBER = re.compile(
    r"(?P<front>(?:\b(?:kr|NOK)\b\.?|[$€£])[ \u00a0]?)?(?<![\w.,])(?P<figures>\d+(?:[.,]\d+)*)"
    r"(?>(?:[ \u00a0-]?(?P<scale>tusen\b|thousand\b|mill\b|million|mrd\b|milliard|bn\b|billion|trillion)(?P<ending>\w*)"
    rf"|(?P<back>[ \u00a0]?{_CURRENCY})|(?P<range>[ \u00a0]?(?:[–-]|(?:til|to|og|and|eller|or)\b)))?)(?!\w)",
    re.IGNORECASE,
)
# Powers of ten.
_POWERS = {"tusen": 3, "thousand": 3, "mill": 6, "million": 6, "mrd": 9, "milliard": 9, "bn": 9}
_PARTS = ("tusen", "thousand", "mill", "mrd", "bn", "illi")  # of all words for scales
_ENGLISH_PLURALS = ("", "s")
_ANY = frozenset({0, 3, 6, 9, 12, 18})
_Scales = dict[str, list[frozenset[int]]]  # by the figures, with points


def changed_scale(source: str, target: str) -> bool:
    """Whether the same figures are millions in one text and billions, or nothing, in the other.

    Figures with no word or currency beside them say nothing: the word may be one of another language.
    """
    if not _may_be_scaled(source) and not _may_be_scaled(target):
        return False
    ours = _scales(source)
    theirs = _scales(target) if ours else {}
    return any(_is_missing(scale, theirs.get(figures, [])) for figures, all_ in ours.items() for scale in all_)


def _may_be_scaled(text: str) -> bool:
    low = text.lower()
    return any(part in low for part in _PARTS)


def _is_missing(scale: frozenset[int], others: list[frozenset[int]]) -> bool:
    return bool(others) and not any(scale & other for other in others)


def _scales(text: str) -> _Scales:
    found: _Scales = defaultdict(list)
    for match in _NUMBER.finditer(text):
        found[match["figures"].replace(",", ".")].append(_powers(match))
    return found


def _powers(match: re.Match[str]) -> frozenset[int]:
    """The powers of ten that figures may have; of one, Norwegian has "1 billion" too."""
    scale, ending = (match["scale"] or "").lower(), (match["ending"] or "").lower()
    if not scale:
        return frozenset({0}) if match["back"] or (match["front"] and not match["range"]) else _ANY
    if scale == "billion" and ending in _ENGLISH_PLURALS:
        return frozenset({9, 12} if ending or match["figures"] == "1" else {9})
    if scale == "trillion":
        return frozenset({12, 18} if ending in _ENGLISH_PLURALS else {18})
    return frozenset({_POWERS.get(scale, 12)})
