"""Names and numbers, which a translation must keep, and finding those that it lost.

Names are the tokens that stay to the letter (see `reader.processing.what_stays`), numbers must stay in value only: the
two languages write "1 000,5" and "1,000.5", "kl. 21.30" and "9:30 pm", "1700-tallet" and "18th century" for the same
thing. Signs, percent signs and ordinal endings are not compared. All spans are in code points.

The time is linear: every pattern that could scan far starts only where a run of its characters starts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.token import TokenKind
from reader.processing.what_stays import tokens
from reader.short_cache import cached_if_short
from reader.text import Span, stretches_outside

# Seven groups are more than anyone writes; without a bound a long column of figures would be quadratic.
_NUMBER = re.compile(
    "\\b1(?=:[0-9]{1,3}[ \u00a0.,][0-9]{3}(?![0-9]))|"  # of a scale
    r"(?<![\d./-])\d\d?(?:\. ?|/)\d\d?(?:\. ?|[/-])\d{4}(?![\d/-])|"
    "(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u2009\u202f.,'’][0-9]{3}(?![0-9])){1,7}(?:[.,][0-9]+)?(?![.,:]?[0-9])"
    r"|\d+(?:[.,:]\d+)*"
)
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"(?:\s?(?:to|until|till|and|[–-])\s?\d{1,2}(?:[.:]\d\d)?)?\s?([ap])\.?m\b", re.IGNORECASE)
_CENTURY = re.compile(r"-?(?:\s(?:og|eller|til)\s\d{4}-?)?tall|-?århundre|['’]?s\b")
_DECADE = re.compile(r"-?tall|-?årene|['’]?s\b")
_SCALE = re.compile(
    r"[\s-]?(?:(tusen|thousand)|(mill\b|million)|(mrd\b|milliard|billion(?!er)|bn\b)|(trillion|billioner))",
    re.IGNORECASE,
)

_DAY_OR_MONTH = r"(0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"{_DAY_OR_MONTH}\.(0?[1-9]|1[0-2])\.(\d{{4}}|\d\d)|{_DAY_OR_MONTH}(?:\. ?|/){_DAY_OR_MONTH}(?:\. ?|[/-])(\d{{4}})"
)
_WORD = re.compile(r"[^\W\d_]+")

# A small or round number may be a word in the other language; English numbers kings and wars with "II".
_NUMBER_WORDS = """\
0 null zero
1 en én ett éi ei første one first once
2 to andre annen annet begge two second both twice ii
3 tre tredje three third iii
4 fire fjerde four fourth iv
5 fem femte five fifth v
6 seks sjette six sixth vi
7 sju syv sjuende syvende seven seventh vii
8 åtte åttende eight eighth viii
9 ni niende nine ninth ix
10 ti tiende ten tenth x
11 elleve ellevte eleven eleventh xi
12 tolv tolvte twelve twelfth xii noon
13 tretten thirteen xiii; 14 fjorten fourteen xiv; 15 femten fifteen xv; 16 seksten sixteen xvi
17 sytten seventeen xvii; 18 atten eighteen xviii; 19 nitten nineteen; 20 tjue tyve tjuende twenty twentieth
30 tretti tredve thirty; 40 førti forty; 50 femti fifty; 60 seksti sixty
70 sytti seventy; 80 åtti eighty; 90 nitti ninety; 100 hundre hundred
1000 tusen thousand"""
_MONTH_NAMES = """\
1 januar january jan
2 februar february feb
3 mars march mar
4 april apr
5 mai may
6 juni june jun
7 juli july jul
8 august aug
9 september sept sep
10 oktober october okt oct
11 november nov
12 desember december des dec"""


def _table(lines: str) -> dict[str, frozenset[str]]:
    return {number: frozenset(words) for number, *words in map(str.split, re.split("[;\n]", lines))}


_SPELT = _table(_NUMBER_WORDS)
_MONTHS = _table(_MONTH_NAMES)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its span, its text, and every value it may have, the likeliest first.

    `dated` if it is part of a date, so that the name of a month may stand for it.
    """

    span: Span
    text: str
    values: tuple[str, ...]
    dated: bool = False


@cached_if_short(1024)
def names(text: str) -> tuple[Span, ...]:
    """The tokens that stay to the letter in any language: all but quantities, in order."""
    return tuple((token.start, token.end) for token in tokens(text, "", "") if token.kind is not TokenKind.QUANTITY)


def outside_names(text: str) -> str:
    """The text with each name replaced by a space."""
    return " ".join(text[start:end] for start, end in stretches_outside(names(text), len(text)))


def lost(source: str, target: str) -> tuple[str, ...]:
    """The names and numbers of `source`, as written there, that occur less often in `target`."""
    return (*lost_names(source, target), *lost_numbers(source, target))


def lost_names(source: str, target: str) -> tuple[str, ...]:
    """The names of `source` that occur less often in `target`."""
    held = _NamesHeld(target)
    return tuple(name for name in (source[start:end] for start, end in names(source)) if not held.take(name))


class _NamesHeld:
    """The names of a text; each can be taken once."""

    def __init__(self, text: str) -> None:
        self._left = Counter(text[start:end] for start, end in names(text))

    def take(self, text: str) -> bool:
        self._left[text] -= 1
        return self._left[text] >= 0


def lost_numbers(source: str, target: str) -> tuple[str, ...]:
    """The numbers of `source`, as written there, whose value occurs less often in `target`."""
    return tuple(source[start:end] for start, end in lost_number_spans(source, target))


def lost_number_spans(source: str, target: str) -> tuple[Span, ...]:
    """Where the numbers of `source` are whose value occurs less often in `target`, in order."""
    wanted = numbers(source)
    if not wanted:
        return ()
    held = _Held(target)
    # Exact matches first, so that a looser reading of another number does not take them away.
    inexact = [number for number in wanted if not held.take_exactly(number)]
    lost = [number for number in inexact if not (held.take(number.values) or held.take_spelled_out(number))]
    if not lost:
        return ()
    # What is a number here may be a name there by the words around it: "iOS 16.4".
    stands = _NamesHeld(target)
    return tuple(number.span for number in lost if not stands.take(number.text))


class _Held:
    """The numbers and words of a text; each number can be taken once."""

    def __init__(self, text: str) -> None:
        self._taken: set[int] = set()
        self._exact: dict[str, list[int]] = {}
        self._loose: dict[str, list[int]] = {}
        for index, number in enumerate(numbers(text)):
            self._exact.setdefault(number.values[0], []).append(index)
            for value in number.values:
                self._loose.setdefault(value, []).append(index)
        self._words = frozenset(_WORD.findall(text.replace("World War I ", "first ").lower()))

    def take_exactly(self, number: Number) -> bool:
        return self._take(self._exact.get(number.values[0], []))

    def take(self, values: Sequence[str]) -> bool:
        return any(self._take(self._loose.get(value, [])) for value in values)

    def _take(self, places: list[int]) -> bool:
        while places:
            place = places.pop()
            if place not in self._taken:
                self._taken.add(place)
                return True
        return False

    def take_spelled_out(self, number: Number) -> bool:
        """Whether the number is there as a word, or as a day with the name of its month ("24.12.", "December 24")."""
        if spelt := next((value for value in number.values[:2] if value in _SPELT), ""):
            months = _MONTHS.get(spelt, frozenset()) if number.dated else frozenset()
            return not self._words.isdisjoint(_SPELT[spelt] | months)
        day, _, month = number.values[0].partition(".")
        named = _MONTHS.get(month.lstrip("0"), frozenset())
        return not self._words.isdisjoint(named) and self.take((day,))


@cached_if_short(1024)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text that are not part of a name, in order; a date is three of them."""
    stretches = stretches_outside(names(text), len(text))
    matches = (match for stretch in stretches for match in _in_figures(text, *stretch))
    return tuple(number for match in matches for number in _read(match, text[match.end() : match.end() + 16]))


def _in_figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numbers of a stretch; each digit begins one, and is found faster."""
    while digit := _DIGIT.search(text, start, end):
        match = _NUMBER.match(text, digit.start(), end)
        assert match is not None
        yield match
        start = match.end()


def _read(match: re.Match[str], after: str) -> list[Number]:
    date = _DATE.fullmatch(match[0])
    if not date:
        return [Number(match.span(), match[0], tuple(_values(match[0], after)))]
    groups = (1, 2, 3) if date[1] else (4, 5, 6)
    spans = [(match.start() + date.start(i), match.start() + date.end(i)) for i in groups]
    return [Number(span, date[i], (_plain(date[i]),), True) for i, span in zip(groups, spans, strict=True)]


def _values(written: str, after: str) -> list[str]:
    """The values that a number may have, with decimal points; `after` is the text after it."""
    value, *others = _readings(written)
    values = [value, *others]
    if value.endswith(".00"):
        values.append(value[:-3])
    if hour := _HOUR.match(after):
        values += _on_24_hours(value, hour[1].lower())
    if value.endswith("00") and _CENTURY.match(after):
        values.append(str(int(value[-6:-2] or 0) + 1))
    if value.endswith("0") and not value.endswith("00") and _DECADE.match(after):
        values.append(value[-2:])
    if scale := _SCALE.match(after):
        values.append(_scaled(value, 3 * (scale.lastindex or 0)))
    return values


def _readings(written: str) -> list[str]:
    """The number read as thousands, a decimal, a time, or a row of figures (a version, a section of a law)."""
    groups, marks = re.split(r"\D", written), re.findall(r"\D", written)
    if not marks:
        return [_plain(written)]
    in_thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    whole = "".join(groups)
    if len(marks) == 1 and marks[0] in ".,:":
        decimal = f"{_plain(groups[0])}.{groups[1]}"
        return [_plain(whole), decimal] if in_thousands and marks[0] != ":" else [decimal]
    if in_thousands and len(set(marks)) == 1:
        return [_plain(whole)]
    if all(len(group) == 3 for group in groups[1:-1]) and marks[-1] not in marks[:-1]:
        return [f"{_plain(''.join(groups[:-1]))}.{groups[-1]}"]
    return [".".join(groups)]


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _on_24_hours(value: str, half: str) -> list[str]:
    hour, _, minutes = value.partition(".")
    if len(hour) > 2 or not 1 <= int(hour) <= 12:
        return []
    on_24 = str(int(hour) % 12 + (12 if half == "p" else 0))
    return [f"{on_24}.{minutes}"] if minutes else [on_24, f"{on_24}.00"]


def _scaled(value: str, zeros: int) -> str:
    """The value times a thousand, a million and so on; "2.5" million is "2500000"."""
    whole, _, decimals = value.partition(".")
    return _plain(whole + decimals.ljust(zeros, "0")) if len(decimals) <= zeros else value
