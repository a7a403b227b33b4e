"""Writing numbers, amounts, dates and clock times in a translation as its language writes them.

The model translates the sentence. Then each expression of the source is looked for in the translation: one of the
same meaning that its language writes so is left, one of the same meaning in another form is rewritten. What is lost
stays lost, what may mean several things stays as it is. The time is linear in the texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from reader import late_re as re
from reader.processing import clock_times, dates, money, periods, plain_numbers
from reader.processing.expressions import ExpressionKind, Reading
from reader.processing.nontranslatables import lost_numbers, names
from reader.processing.numerals import NORWEGIAN_WAY, between
from reader.processing.weekdays import with_weekdays_of
from reader.short_cache import cached_if_short

# Those that come first have the figures that they share with others.
_READERS: tuple[ModuleType, ...] = (dates, clock_times, money, periods, plain_numbers)
_DIGIT = re.compile(r"\d")
# Clock times in words, which are not read.
_IN_WORDS = re.compile(r"\b(?:halv|kvart|half|quarter|past)\b", re.IGNORECASE)
# Where a model shows that an amount is one of millions: "2.5 miles" for "2,5 mill."
_GARBLED_SCALE = re.compile(
    r"[ \u00a0]?(?:mil\w*|(?:b|tr)illion(?:er|s)?\b|bn\b|m(?:ill|rd)\b|thousand\b|tusen\b)"
    r"(?:\.(?=\s[a-zæøå]))?(?!\w)",
    re.IGNORECASE,
)
_CUT_YEAR = re.compile(r",?\s?(?P<year>\d{2,3})(?![.,:]?\d)")  # "3 October 187" for "3. oktober 1877"
_SCALE = re.compile(r" (?:tusen|million|milliard|billion|thousand|trillion)(?:er)?\b")  # of an amount as it is written
_NEAR = 24
# Of these the model may also get the meaning wrong ("19th century" for "1700-tallet").
_SURE_IF_AS_MANY = (ExpressionKind.CLOCK, ExpressionKind.DATE, ExpressionKind.PERIOD)
Edit = tuple[int, int, str]
_PERCENT_EN, _PERCENT_NB = re.compile(r"(?<=\d)[ \u00a0\u202f]%"), re.compile(r"(?<=\d)%")
# Seams that models leave: "from at 8:30", "between 22:00 and at 06:00", "1990– 2000".
_DOUBLED_AT = re.compile(
    r"\b((?:from|until|till|by|before|after|since|between)|(?:between \d\d?:\d\d and|from \d\d?:\d\d to))"
    r" at (?=\d\d?:\d\d)",
    re.IGNORECASE,
)
_DOUBLED_MARK = re.compile(r"(?<=\bklokka\s)kl\.\s?(?=\d)|(?<=\bklokken\s)kl\.\s?(?=\d)")
_SPACED_RANGE, _RANGE = re.compile(r"(?<=\d[–-]) (?=\d)"), re.compile(r"\d[–-]\d")
_DOUBLED_STOP = re.compile(r"(?<=\b[ap]\.m)\.\.(?!\.)")


@cached_if_short(1024)
def expressions(text: str, source: str, target: str) -> tuple[Reading, ...]:
    """The numbers, amounts, dates, times, decades and ordinals of a text, in order and without overlap.

    `written` of each is how the target language writes it.

    Args:
        text: a sentence.
        source: code of its language.
        target: code of the language into which it is translated; only between Norwegian and English is any found.
    """
    ways = between(source, target)
    if not ways or not _DIGIT.search(text):
        return ()
    to_norwegian = ways[1] is NORWEGIAN_WAY
    places = _Places(text)
    found = [each for reader in _READERS for each in reader.of_source(text, to_norwegian) if places.take(each)]
    return tuple(sorted(found, key=lambda each: each.start))


def localised(source: str, target: str, source_language: str, target_language: str) -> str:
    """A translation with the expressions of its source written as the target language writes them.

    Args:
        source: the sentence.
        target: its translation.
        source_language, target_language: codes; only between Norwegian and English does anything change.
    """
    to_norwegian = target_language != "en"
    if between(source_language, target_language):
        target = with_weekdays_of(source, target, to_norwegian)
    if not between(source_language, target_language) or not (_DIGIT.search(source) and _DIGIT.search(target)):
        return target
    wanted = expressions(source, source_language, target_language)
    result = _edited(target, _Rewriting(source, target, to_norwegian).edits(wanted)) if wanted else target
    if "%" in source:
        result = _PERCENT_NB.sub("\u00a0%", result) if to_norwegian else _PERCENT_EN.sub("%", result)
    result = _DOUBLED_STOP.sub(".", result)
    result = _DOUBLED_MARK.sub("", result) if to_norwegian else _DOUBLED_AT.sub(r"\1 ", result)
    if _RANGE.search(source) and not _SPACED_RANGE.search(source):
        result = _SPACED_RANGE.sub("", result)
    if result == target or len(lost_numbers(source, result)) > len(lost_numbers(source, target)):
        return target
    return result


class _Places:
    """The characters of a text, each of which belongs to at most one expression, and those of names to none."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))
        for start, end in names(text):
            self._taken[start:end] = b"\1" * (end - start)

    def free(self, span: Reading) -> bool:
        return not any(self._taken[span.start : span.end])

    def take(self, span: Reading) -> bool:
        """Take its characters; False if another has some of them."""
        if not self.free(span):
            return False
        self._taken[span.start : span.end] = b"\1" * (span.end - span.start)
        return True


class _Rewriting:
    """What is to be changed in one translation."""

    def __init__(self, source: str, target: str, to_norwegian: bool) -> None:
        self._source, self._target, self._to_norwegian = source, target, to_norwegian
        self._found = [each for reader in _READERS for each in reader.of_translation(target, to_norwegian)]
        self._right = _by_value(each for each in self._found if each.right)
        self._other = _by_value(each for each in self._found if not each.right)
        self._places = _Places(target)

    def edits(self, wanted: Sequence[Reading]) -> Iterator[Edit]:
        """The changes. Bare numbers come last, so that what is more than a number has its figures."""
        yield from self._of_kinds([each for each in wanted if each.kind is not ExpressionKind.NUMBER], wanted)
        yield from self._of_kinds([each for each in wanted if each.kind is ExpressionKind.NUMBER], wanted)

    def _of_kinds(self, some: Sequence[Reading], wanted: Sequence[Reading]) -> Iterator[Edit]:
        left = [each for each in some if not self._take(self._right, each)]
        taken = [(each, self._take(self._other, each)) for each in left]
        yield from (self._edit(found, each) for each, found in taken if found)
        lost = [each for each, found in taken if not found]
        yield from self._amounts([each for each in lost if each.kind is ExpressionKind.MONEY], wanted)
        yield from self._garbled(lost)

    def _take(self, readings: dict[tuple[ExpressionKind, str], list[Reading]], wanted: Reading) -> Reading | None:
        """The first reading of the same kind and meaning that is still free."""
        for value in wanted.values:
            places = readings.get((wanted.kind, value), [])
            while places:
                if self._places.take(found := places.pop()):
                    return found
        return None

    def _edit(self, found: Reading, wanted: Reading) -> Edit:
        written = wanted.figures[1] if found.bare else wanted.written
        if wanted.kind is ExpressionKind.CLOCK and found.written:
            written = written.removeprefix("kl. ")
        end = self._end(found, wanted)
        return found.start, end, self._apart(end, found.written + written)

    def _end(self, found: Reading, wanted: Reading) -> int:
        """The end of what is rewritten: of a date, with what the model left of its year."""
        cut = _CUT_YEAR.match(self._target, found.end) if wanted.kind is ExpressionKind.DATE else None
        return cut.end() if cut and wanted.written[-4:].startswith(cut["year"]) else found.end

    def _apart(self, end: int, written: str) -> str:
        """With a space if a word would touch it."""
        return written + " " * (self._target[end : end + 1].isalnum())

    def _garbled(self, lost: Sequence[Reading]) -> Iterator[Edit]:
        """The changes where the translation has as many of a kind as were lost, with another meaning."""
        for kind in () if _IN_WORDS.search(self._source) else _SURE_IF_AS_MANY:
            ours = [each for each in lost if each.kind is kind]
            theirs = {(each.start, each.end): each for each in self._found if each.kind is kind} if ours else {}
            free = [each for each in theirs.values() if self._places.free(each)]
            if len(free) == len(ours):
                yield from (self._edit(there, here) for here, there in zip(ours, free, strict=True))

    def _amounts(self, lost: Sequence[Reading], wanted: Sequence[Reading]) -> Iterator[Edit]:
        """The changes to bare figures that are the amounts of money that were lost."""
        if not lost:
            return
        starts = {each.start for each in lost}
        ours = _grouped((each.figures[0] or each.values[0], each) for each in wanted)
        numbers = (each for each in self._found if each.kind is ExpressionKind.NUMBER)
        theirs = _grouped((value, each) for (value, _), each in {(n.values[0], n.start): n for n in numbers}.items())
        for value, same in ours.items():
            there = theirs.get(value, [])
            here = same if len(same) == len(there) else [each for each in same if each.start in starts]
            for each, found in zip(here, there, strict=False):
                if each.start in starts and self._places.take(found):
                    yield self._amount(each, found)

    def _amount(self, lost: Reading, found: Reading) -> Edit:
        """The change to the figures of an amount; with its currency, unless there is one near."""
        if money.MONEY_NAMES.search(self._target[max(found.start - _NEAR, 0) : found.end + _NEAR]):
            return self._with_scale(lost, found)
        has_scale = lost.written.strip("NOK$€£ ") != lost.figures[1]
        scale = _GARBLED_SCALE.match(self._target, found.end) if has_scale else None
        end = scale.end() if scale else found.end
        return found.start, end, self._apart(end, lost.written)

    def _with_scale(self, lost: Reading, found: Reading) -> Edit:
        """The change to the figures of an amount and to its millions, which are added only right before a currency."""
        said = _GARBLED_SCALE.match(self._target, found.end)
        end = said.end() if said else found.end
        scale = _SCALE.search(lost.written)
        has_place = said or money.CURRENCY_NEXT.match(self._target, end)
        return found.start, end, self._apart(end, lost.figures[1] + (scale[0] if scale and has_place else ""))


def _grouped(readings: Iterable[tuple[str, Reading]]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = {}
    for value, reading in readings:
        found.setdefault(value, []).append(reading)
    return found


def _by_value(readings: Iterable[Reading]) -> dict[tuple[ExpressionKind, str], list[Reading]]:
    """The readings by kind and meaning, the last first."""
    found: dict[tuple[ExpressionKind, str], list[Reading]] = {}
    for reading in reversed(list(readings)):
        for value in reading.values:
            found.setdefault((reading.kind, value), []).append(reading)
    return found


def _edited(text: str, edits: Iterable[Edit]) -> str:
    parts, end = [], 0
    for start, stop, written in sorted(edits):
        parts += [text[end:start], written]
        end = stop
    return "".join(parts) + text[end:]
