"""The rule "number": numbers that are lost, added or changed, with their sign, unit, and month.

Numbers in words count as those in figures, and many words may stand for one: "et par", "halv tolv", "decade".
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.checks.months import changed_days, is_beside_month
from reader.processing.checks.number_hints import may_mean
from reader.processing.checks.number_tables import canonical
from reader.processing.checks.number_words import spelled
from reader.processing.checks.units import differ, is_scaled, unit_at, with_unit
from reader.processing.checks.words import known_pair, lows
from reader.processing.finding import Finding, added, changed, lost
from reader.processing.nontranslatables import Number, lost_number_spans, numbers
from reader.processing.scales import changed_scale
from reader.text import Span

RULE = "number"
_MONTH_NUMBERS = frozenset(map(str, range(1, 13)))
# A minus sign: after a space or bracket, and not between two numbers.
_MINUS = re.compile(r"(?:^|[\s(])[−–-]$")
_NEGATIVE = re.compile(
    r"\b(?:minus|negativ|kulde|under|below|less|mindre|loss|tap|down|ned|f\.\s?Kr|BC)", re.IGNORECASE
)
_DAYS = {"first": "1", "første": "1", "second": "2", "andre": "2"}
_LONGEST_MONTH = 12
_ANY_DIGIT, _FIGURES = re.compile(r"\d"), re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class _Said:
    """A number in a sentence: its span, and the values it may have, the likeliest first.

    Attributes:
        word: whether it is in words.
        dated: whether it is part of a date in figures, so that the name of a month may stand for it.
    """

    span: Span
    values: tuple[str, ...]
    word: bool = False
    dated: bool = False


def findings(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """The numbers that differ: of other languages only those in figures."""
    known = known_pair(languages)
    if known is None:
        yield from _in_figures(source, target)
        return
    ours, theirs = _said(source, known[0]), _said(target, known[1])
    yield from changed_days(source, target, known)
    if not ours and not theirs:
        return
    pairs, missing, new = _matched(ours, theirs)
    missing = _unexplained(missing, source, target, known, theirs)
    new = _unexplained(new, target, source, known[::-1], ours)
    yield from _told(source, target, [each.span for each in missing], [each.span for each in new])
    for one, other in pairs:
        if _has_other_sign(source, one.span, target, other.span) or differ(
            unit_at(source, one.span, known[0]), unit_at(target, other.span, known[1])
        ):
            yield changed(RULE, source, with_unit(source, one.span), target, with_unit(target, other.span))
    if not missing and not new and changed_scale(source, target):
        yield _scale_changed(source, target)


def _in_figures(source: str, target: str) -> Iterator[Finding]:
    missing, new = lost_number_spans(source, target), lost_number_spans(target, source)
    yield from _told(source, target, missing, new)
    if not missing and not new and changed_scale(source, target):
        yield _scale_changed(source, target)


def _scale_changed(source: str, target: str) -> Finding:
    """That millions are billions, of the first number that has any."""
    ours, theirs = _scaled(source), _scaled(target)
    return changed(RULE, source, with_unit(source, ours), target, with_unit(target, theirs))


def _scaled(text: str) -> Span:
    """The first number with millions or the like behind it, or the first of all."""
    spans = [number.span for number in numbers(text)]
    return next((span for span in spans if is_scaled(text, span)), spans[0])


def _told(source: str, target: str, missing: Sequence[Span], new: Sequence[Span]) -> Iterator[Finding]:
    """The findings: what is missing is told with what is there instead, in order."""
    for gone, there in zip_longest(missing, new):
        if gone and there:
            yield changed(RULE, source, gone, target, there)
        else:
            yield lost(RULE, source, gone) if gone else added(RULE, target, there)


def _said(text: str, language: str) -> list[_Said]:
    """The numbers of a sentence, in order."""
    figures = [_in_figure(number) for number in numbers(text)] if _ANY_DIGIT.search(text) else []
    words = [_Said((each.start, each.end), each.values, True) for each in spelled(text, language)]
    if not words or not figures:
        return [*words, *figures]
    taken = set(chain.from_iterable(range(*each.span) for each in words))
    return sorted([*words, *(each for each in figures if each.span[0] not in taken)], key=lambda each: each.span)


def _in_figure(number: Number) -> _Said:
    return _Said(number.span, tuple(map(canonical, number.values)), dated=number.dated)


def _matched(
    ours: Sequence[_Said], theirs: Sequence[_Said]
) -> tuple[list[tuple[_Said, _Said]], list[_Said], list[_Said]]:
    """Pairs of the same number, and those of either side without one; the likeliest values are compared first."""
    free = dict(enumerate(theirs))
    pairs: list[tuple[_Said, _Said]] = []
    missing: Iterable[_Said] = ours
    for count in (1, None):
        places: dict[str, deque[int]] = defaultdict(deque)
        for index, each in free.items():
            for value in each.values[:count]:
                places[value].append(index)
        left: list[_Said] = []
        for each in missing:
            place = _taken(each.values[:count], places, free)
            if place is None:
                left.append(each)
            else:
                pairs.append((each, free.pop(place)))
        missing = left
    return pairs, list(missing), list(free.values())


def _taken(values: Iterable[str], places: dict[str, deque[int]], free: dict[int, _Said]) -> int | None:
    """The place of the first of the free numbers with one of the values."""
    for value in values:
        there = places.get(value)
        while there:
            if (index := there.popleft()) in free:
                return index
    return None


def _unexplained(
    missing: Sequence[_Said], text: str, other: str, languages: tuple[str, str], others: Sequence[_Said]
) -> list[_Said]:
    """Those of the numbers of `text` that no word of the `other` may stand for; in their `languages`."""
    if not missing:
        return []
    # What is a number here may be a name there by the words around it: "iOS 16.4".
    apart = _written_apart(other, others)
    kept = [each for each in missing if text[slice(*each.span)] not in apart]
    if not kept:
        return []
    may = may_mean(other, languages[1])
    days = {_DAYS[low] for low in lows(other) if low in _DAYS}
    repeated = set(chain.from_iterable(each.values for each in others))
    dated = _MONTH_NUMBERS if any(each.dated for each in kept) else frozenset()
    return [
        each
        for each in kept
        if (days if _is_day(each, text, languages) else may).isdisjoint(each.values)
        and not (each.word and not repeated.isdisjoint(each.values))
        and not (each.dated and not dated.isdisjoint(each.values))
    ]


def _is_day(number: _Said, text: str, languages: tuple[str, str]) -> bool:
    """Whether a number is the day before or after the name of a month, for which no other word stands."""
    around = (
        text[max(number.span[0] - _LONGEST_MONTH, 0) : number.span[0]],
        text[number.span[1] : number.span[1] + _LONGEST_MONTH],
    )
    return not number.word and is_beside_month(*around, languages[0])


def _written_apart(text: str, numbers: Sequence[_Said]) -> set[str]:
    """The figures of a text that are in none of its numbers."""
    taken = {each.span[0] for each in numbers}
    return {match[0] for match in _FIGURES.finditer(text) if match.start() not in taken}


def _has_other_sign(source: str, one: Span, target: str, other: Span) -> bool:
    """Whether only one of the two numbers has a minus sign, and no word of the other sentence stands for it."""
    ours, theirs = _is_negative(source, one), _is_negative(target, other)
    return ours is not theirs and not _NEGATIVE.search(target if ours else source)


def _is_negative(text: str, span: Span) -> bool:
    return _MINUS.search(text[max(span[0] - 2, 0) : span[0]]) is not None
