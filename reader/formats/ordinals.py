"""Numbers at the head of a line that belong to the words behind them: ordinals, dates, years.

In Norwegian a number with a full stop is an ordinal: "17. mai", "2. verdenskrig", "1905. Unionen ble oppløst". The rule
is for plain text and for Markdown.
"""

from collections.abc import Sequence

from reader import late_re as re
from reader.formats.plain_lines import MONTH

_ANY_MONTH = re.compile(MONTH.pattern, re.IGNORECASE)
# What an ordinal number counts: "2. verdenskrig", "1. Mosebok", "3. divisjon", "4. klasse". The first may end a word.
_COUNTED = re.compile(
    r"(?:\w*(?:bok|brev|krig|divisjon|bataljon|kompani|klasse|etasje|dag|trinn|omgang|runde|utgave|kvartal|halvår|"
    r"århundre|semester|premie|generasjon|periode|sesong|lesning|leder|statsmakt)|"
    r"opplag|plass|gang|år|termin|amanuensis|bind|akt|scene|sats|rad|rekke|ledd|linje|person|forsøk|konge|mann|møte|"
    r"time|uke|måned|vers|kapittel|avdeling|avd|etg|behandling|tenor|fiolin|sekretær|lektor|konsulent|maskinist|"
    r"styrmann|prioritet|versjon|dose|bud|avsnitt|paragraf|grad)(?:a|en|et|n|e|er|ene|ens|s\w*)?\b",
    re.IGNORECASE,
)
# "2. og 3. klasse", "1. til 4. trinn", "3. – 5. mai"
_RANGE = re.compile(r"(?:og|eller|til|and|or|to|[–-])\s?\d{1,4}\.(?:\s|\Z)")
# A list does not begin with a year.
_LAST_FIRST = 999


def is_dated(rest: str) -> bool:
    """Whether what follows a number with a full stop makes a date or a range of it, wherever it stands."""
    return MONTH.match(rest) is not None or _RANGE.match(rest) is not None


def is_year(number: int) -> bool:
    """Whether a number is too high for an item of a list."""
    return number > _LAST_FIRST


def is_counted(rest: str) -> bool:
    """Whether a number with a full stop may count the word behind it; in a list it may be an item's."""
    return (_COUNTED.match(rest) or _ANY_MONTH.match(rest)) is not None


def are_counted(rests: Sequence[str], *, tight: bool) -> bool:
    """Whether what follows numbers that could be a list's is counted by all of them; `tight`: on lines without gaps.

    Lines without gaps that count different things are a list: "1. Mandag", "2. Tirsdag". So are the months, each
    once; of one month they are its days: "1. Mai", "2. Mai".
    """
    for word in (_COUNTED, _ANY_MONTH):
        found = [match[0].casefold() for rest in rests if (match := word.match(rest))]
        kinds = len(set(found))
        if len(found) == len(rests) and (kinds < len(rests) or kinds == 1 or (word is _COUNTED and not tight)):
            return True
    return False
