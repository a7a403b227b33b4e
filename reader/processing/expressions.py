"""What dates, clock times, amounts and the like have in common: where they stand, what they mean, how they are written.

A *reading* is such an expression found in a text. In a source text only the forms of its language are read, and only
where they are sure; in a translation also those that a model copies or mixes up.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class ExpressionKind(StrEnum):
    """What a reading is."""

    DATE = "date"
    CLOCK = "clock"
    MONEY = "money"
    PERIOD = "period"  # a decade or a century
    ORDINAL = "ordinal"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression in a text.

    Attributes:
        start, end: its span.
        kind: what it is.
        values: what it may mean, the same in both languages.
        written: of a source text: how the target language writes it; of a translation: what is kept in front of that.
        right: of a translation, whether this is how its language writes it.
        figures: of an amount in a source text, the value of its figures alone, and how the target language writes them.
        bare: of an amount in a translation, whether only the figures are in the span, as only they are to be rewritten.
    """

    start: int
    end: int
    kind: ExpressionKind
    values: tuple[str, ...]
    written: str = ""
    right: bool = True
    figures: tuple[str, str] = ("", "")
    bare: bool = False


# Reads a source text, or a translation; the argument says whether the target language is Norwegian or English.
Reader = Callable[[str, bool], Iterator[Reading]]

# What numbers a section, a version, a house: "kapittel 3.2", "Python 3.11", "org.nr. 987 654 321".
_LABELS = (
    r"kap(?:ittel|\.)|punkt|pkt\.?|avsnitt|del|side|s\.|fig(?:ur|ure|\.)|tab(?:ell|le|\.)|nr\.?|nummer|no\.|number|"
    r"versjon|version|utgave|release|v\.?|§§?|section|sections|chapter|part|paragraph|page|pp?\.|article|artikkel|"
    r"org\.?\s?nr\.?|konto(?:nummer|nr\.?)?|account|tlf\.?|tel\.?|telefon|phone|ring|call|ip|id|isbn|issn"
)
_LABEL = re.compile(rf"(?<!\w)(?:{_LABELS}):?[ \u00a0]?$", re.IGNORECASE)
# A name within a sentence, but no currency.
_NAME = re.compile(r"[\w,;:)»”][ \u00a0](?!NOK|SEK|DKK|USD|EUR|GBP|CHF|Kr)[A-ZÆØÅ][\w+#]*[ \u00a0]$")
_LONGEST_LABEL = 24


def is_labelled(text: str, start: int) -> bool:
    """Whether what starts there numbers what is named before it: a section, a version, an account."""
    before = text[max(start - _LONGEST_LABEL, 0) : start]
    return bool(_LABEL.search(before) or _NAME.search(before))
