"""Numbers in words, in Norwegian and in English: "toogtjue", "two hundred and five", "halv tolv".

What is surely a number is read with its values. What may only stand for one is in `number_hints`.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reader import late_re as re
from reader.processing.checks.clock_words import clocks, halves
from reader.processing.checks.number_tables import (
    AND,
    HUNDREDS,
    NB_ONE,
    ONE,
    SCALES,
    THOUSANDS,
    Spelled,
    simple,
    simple_words,
)
from reader.processing.checks.words import Word, lows, words

_VAGUE = frozenset({"hundrevis", "tusenvis", "hundreder", "tusener"})
_NB_COMPOUND = re.compile(r"(?P<before>\w*?)(?P<scale>hundre|tusen)(?:og)?(?P<after>\w*)")
_HINT = {"nb": re.compile("hundr|tusen|milli|billi"), "en": re.compile("hundred|thousand|illion")}
# A tree or wood rather than three.
_TREE = frozenset({"et", "dette", "hvert", "av", "i"})
# But "i tre dager".
_COUNTED = """\
sekunder minutter timer døgn dager netter kvelder uker måneder år tiår århundrer generasjoner sesonger omganger runder
etasjer deler bind grupper rekker land byer kommuner fylker ganger hele lange korte"""
_RANGE = {
    "nb": re.compile(r"\s(?:til|eller|og)\s\w+\s(?P<scale>millioner|milliarder|billioner|hundre|tusen)\b"),
    "en": re.compile(r"\s(?:to|or|and)\s\w+\s(?P<scale>million|billion|trillion|hundred|thousand)\b"),
}
_DOZEN = re.compile(r"[ -](?:(?P<dozen>dozen|dusin)|score|snes)\b")
_CENTURY = re.compile(r"[ -](?:centur|århundre)")
_AFTER_NOON = {
    "nb": re.compile(r"\som\s(?:ettermiddagen|kvelden|natten|natta)"),
    "en": re.compile(r"\s(?:p\.?m|in\sthe\s(?:afternoon|evening)|at\snight)"),
}
_LONGEST_AFTER = 32
_LONGEST_WORD, _MOST_WORDS = 40, 9
_Known = tuple[Word, int, bool]  # a word, its value, and whether it is an ordinal


def spelled(text: str, language: str) -> list[Spelled]:
    """What is surely a number in words, in order; "nb" or "en" is the language."""
    found = [*clocks(text, language), *halves(text, language)]
    if lows(text).isdisjoint(simple_words(language)) and not _HINT[language].search(text.lower()):
        return found
    taken = {place for each in found for place in range(each.start, each.end)}
    for row in _rows(text, language, taken):
        found += (_spelled(part, text, language) for part in _parts(row))
    return sorted(found, key=lambda each: each.start)


def _rows(text: str, language: str, taken: set[int]) -> Iterator[list[_Known]]:
    """Words in a row that are numbers, with nothing but spaces, hyphens and one "and" between them."""
    row: list[_Known] = []
    own = words(text)
    for index, word in enumerate(own):
        value = _value(word.low, language)
        if value is None or word.start in taken or _is_no_number(text, own, index, language):
            continue
        if row and text[row[-1][0].end : word.start] not in (" ", "-", "\u00a0", f" {AND[language]} "):
            yield row
            row = []
        row.append((word, *value))
    if row:
        yield row


def _parts(row: Sequence[_Known]) -> Iterator[list[_Known]]:
    """The numbers of words in a row: "two hundred", but "two", "three"."""
    part: list[_Known] = []
    for word, value, ordinal in row:
        close = not part or word.start - part[-1][0].end == 1
        if part and not _goes_on(part, value, close, ordinal):
            yield part
            part = []
        part.append((word, value, ordinal))
    yield part


def _goes_on(part: Sequence[_Known], value: int, close: bool, ordinal: bool) -> bool:
    """Whether another word belongs to the same number; `close` if there is no "and" between."""
    last = part[-1][1]
    if part[-1][2] or len(part) >= _MOST_WORDS:
        return False
    if value >= 1000:
        return close and last < value and all(each < 1000 or each > value for _, each, _ in part)
    if value >= 100:
        of_group = takewhile(lambda each: each < 1000, (each for _, each, _ in reversed(part)))
        return close and (last >= 1000 or last < 20) and all(each < 100 for each in of_group)
    if last >= 100:
        return last % 100 == 0
    if not close:
        return False
    in_tens = last >= 20 and last % 10 == 0 and value < 10
    of_year = len(part) == 1 and 10 <= last <= 20 and value >= 10 and not ordinal
    return in_tens or of_year


def _spelled(part: Sequence[_Known], text: str, language: str) -> Spelled:
    start, end = part[0][0].start, part[-1][0].end
    value = _total([value for _, value, _ in part])
    values = [
        str(value),
        *([f"1/{value}"] if part[-1][2] else []),
        *_more_values(text[end : end + _LONGEST_AFTER], value, language),
    ]
    return Spelled(start, end, tuple(values))


def _total(values: Sequence[int]) -> int:
    """The number that words of these values are together."""
    total = current = 0
    for value in values:
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif 10 <= current <= 20 and value >= 10:  # a year
            current = current * 100 + value
        else:
            current += value
    return total + current


def _more_values(after: str, value: int, language: str) -> Iterator[str]:
    """Other values: of the first of a range ("two to three million"), of a time after noon, of a century."""
    if value < 1000 and (match := _RANGE[language].match(after)):
        hundreds = 2 if match["scale"].lower() in HUNDREDS[language] else 3
        yield str(value * 10 ** SCALES[language].get(match["scale"].lower(), hundreds))
    if value <= 12 and _AFTER_NOON[language].match(after):
        yield str(value + 12)
    if match := _DOZEN.match(after):
        yield str(value * (12 if match["dozen"] else 20))
    if value < 100 and _CENTURY.match(after):
        yield from (str(100 * (value - 1)), str(100 * value))


def _value(low: str, language: str) -> tuple[int, bool] | None:
    """The value of a word that is a number or the scale of one, and whether it is an ordinal."""
    if known := simple(language).get(low):
        return known
    if low in HUNDREDS[language]:
        return 100, False
    if low in THOUSANDS[language]:
        return 1000, False
    if low in SCALES[language]:
        return int(10 ** SCALES[language][low]), False
    return _of_compound(low) if language == "nb" and ("hundre" in low or "tusen" in low) else None


def _of_compound(low: str) -> tuple[int, bool] | None:
    """Of one Norwegian word with "hundre" or "tusen" in it: "tohundre", "hundreogfem"."""
    match = None if low in _VAGUE or len(low) > _LONGEST_WORD else _NB_COMPOUND.fullmatch(low)
    if not match:
        return None
    before = _of_part(match["before"], 1)
    after = _of_compound(match["after"]) if "hundre" in match["after"] else _of_part(match["after"], 0)
    if before is None or after is None:
        return None
    return before[0] * (100 if match["scale"] == "hundre" else 1000) + after[0], after[1]


def _of_part(low: str, of_nothing: int) -> tuple[int, bool] | None:
    if not low:
        return of_nothing, False
    return (1, False) if low in NB_ONE.split("|") else simple("nb").get(low)


def _is_no_number(text: str, own: Sequence[Word], index: int, language: str) -> bool:
    """Whether a word that looks like a number is none here, or one that belongs to figures: "5 million"."""
    word = own[index]
    before = own[index - 1].low if index else ""
    if language == "nb" and word.low == "tre" and before in _TREE:
        after = own[index + 1].low if index + 1 < len(own) else ""
        return before != "i" or after not in _COUNTED.split()
    if word.low in SCALES[language] or word.low in HUNDREDS[language] or word.low in THOUSANDS[language]:
        if text[max(word.start - 2, 0) : word.start].rstrip(" \u00a0-")[-1:].isdigit():
            return True
        if word.low in SCALES[language]:
            return before not in ONE[language] and _value(before, language) is None
    return _is_in_a_title(text, own, index, language)


def _is_in_a_title(text: str, own: Sequence[Word], index: int, language: str) -> bool:
    """Whether a word is part of a name or title: "Six Flags", "Sea to Sky"."""
    word = own[index]
    follows = index + 1 < len(own) and own[index + 1].start == word.end + 1 and text[own[index + 1].start].isupper()
    if not follows or not index:
        return False
    # English in a Norwegian sentence.
    between = language == "nb" and word.low == "to" and text[own[index - 1].start].isupper()
    return between or text[word.start].isupper()
