"""Months and days of the week that became others: "3. mai" as "3 June"."""

from collections.abc import Iterator, Mapping
from functools import cache

from reader import late_re as re
from reader.processing.checks.words import Word, lows, words
from reader.processing.dates import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS, NORWEGIAN_MONTHS, NORWEGIAN_SHORT_MONTHS
from reader.processing.finding import Finding, changed
from reader.processing.weekdays import ENGLISH_DAYS, NORWEGIAN_DAYS
from reader.text import Span

_LAST, _FIRST = re.compile(r"([^\W\d_]+)\.?\s$"), re.compile(r"(?:\.|st|nd|rd|th)?\s?(?:of\s)?([^\W\d_]+)")
RULE = "number"
# Words besides: only with a day or a year beside them they are months.
_OTHERWISE = frozenset({"may", "march", "mars", "mai", "august", "sun", "mon", "sat", "mar", "des", "dec", "jan"})


def changed_days(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """Months and days of the week of the source for which the target has others."""
    ours = _named(source, languages[0])
    theirs = _named(target, languages[1]) if ours else []
    for kind in ("month", "day"):
        here = [(value, span) for is_of, value, span in ours if is_of == kind]
        there = [(value, span) for is_of, value, span in theirs if is_of == kind]
        # One that is named more often in one language is none other.
        known, wanted = {value for value, _ in there}, {value for value, _ in here}
        lost = [span for value, span in here if value not in known]
        new = [span for value, span in there if value not in wanted]
        for gone, instead in zip(lost, new, strict=False):
            yield changed(RULE, source, gone, target, instead)


def is_beside_month(before: str, after: str, language: str) -> bool:
    """Whether what stands between two texts is beside the name of a month."""
    table = _table(language)
    last, first = _LAST.search(before), _FIRST.match(after)
    return any(match and table.get(match[1].lower(), ("",))[0] == "month" for match in (last, first))


def _named(text: str, language: str) -> list[tuple[str, int, Span]]:
    table = _table(language)
    if lows(text).isdisjoint(_names(language)):
        return []
    return [(*table[word.low], (word.start, word.end)) for word in words(text) if _is_named(text, word, table)]


def _is_named(text: str, word: Word, table: Mapping[str, tuple[str, int]]) -> bool:
    if word.low not in table:
        return False
    if word.low not in _OTHERWISE:
        return True
    before, after = text[max(word.start - 3, 0) : word.start], text[word.end : word.end + 3]
    return any(map(str.isdigit, before + after))


@cache
def _table(language: str) -> dict[str, tuple[str, int]]:
    """What is the name of a month or a day, by words in lower case."""
    nb = language == "nb"
    months, short = (NORWEGIAN_MONTHS, NORWEGIAN_SHORT_MONTHS) if nb else (ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS)
    found = {name.lower(): ("month", number) for number, name in enumerate(months, 1)}
    found |= {name.lower(): ("month", number) for name, number in short.items()}
    endings = ("", "en", "er", "ene", "s", "ens") if nb else ("", "s")
    days = NORWEGIAN_DAYS if nb else ENGLISH_DAYS
    return found | {day + ending: ("day", number) for number, day in enumerate(days) for ending in endings}


@cache
def _names(language: str) -> frozenset[str]:
    """The words of the table; two sets are compared faster."""
    return frozenset(_table(language))
