"""What dates, clock times, amounts and the like have in common: where they stand, what they mean, how they are written.

A *reading* is such an expression found in a text. In a source text only the forms of its language are read, and only
where they are sure; in a translation also those that a model copies or mixes up.
"""

from enum import StrEnum

from reader import late_re as re
from reader.late_dataclasses import dataclass


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


# What has a number rather than being counted: "kapittel 3.2", "org.nr. 987 654 321".
_LABELS = (
    r"kap(?:ittel|\.)|punkt|pkt\.?|avsnitt|side|s\.|fig(?:ur|ure|\.)|tab(?:ell|le|\.)|nr\.?|nummer|no\.|number|"
    r"versjon|version|ligning|equation|eq\.|formel|formula|teorem|theorem|eksempel|example|utgave|release|v\.?|§§?|section|sections|chapter|part|paragraph|page|pp?\.|article|artikkel|"
    r"org\.?\s?nr\.?|konto(?:nummer|nr\.?)?|account|tlf\.?|tel\.?|telefon|phone|ip|id|isbn|issn"
)
_LABEL = re.compile(rf"(?<!\w)(?:{_LABELS}):?[ \u00a0]?$", re.IGNORECASE)
# A name within a sentence, but no currency; and what does not follow its version ("in Oslo 3.5 percent").
_NAME = re.compile(r"[\w,;:)»”][ \u00a0](?!NOK|SEK|DKK|USD|EUR|GBP|CHF|Kr)[A-ZÆØÅ][\w+#]*[ \u00a0]$")
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}(?!\d)")
_COUNTED = re.compile(
    r"\s?%|\s(?:per\s?cent|[mb]illion|trillion|thousand|times|degrees|points|(?:kilo)?met|years|hours)"
)
_LONGEST_LABEL = 24


def is_labelled(text: str, start: int) -> bool:
    """Whether what starts there numbers what is named before it: a section, an account."""
    return _LABEL.search(text[max(start - _LONGEST_LABEL, 0) : start]) is not None


def is_version(text: str, start: int) -> bool:
    """Whether what starts there may be the version of what is named before it: "Python 3.11"."""
    version = _VERSION.match(text, start)
    if not version or _COUNTED.match(text, version.end()):
        return False
    return _NAME.search(text[max(start - _LONGEST_LABEL, 0) : start]) is not None
