"""Writing out what models misread: "kr", "kl.", "mill.", "8 p.m.", "$49.90", "p. 12".

Models drop the rest of a sentence behind the full stop of an abbreviation, halves of the day, and dollar signs. They
are given the words, or the form that both languages share ("20:00", "28 February"); what is asked for stays the same.
All are bounded patterns, so that the time is linear in the text.
"""

from collections.abc import Callable, Iterable, Iterator

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.dates import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS, NORWEGIAN_MONTHS, NORWEGIAN_SHORT_MONTHS
from reader.processing.numerals import ENGLISH_WAY, NORWEGIAN_WAY, between
from reader.processing.splices import Replacement
from reader.processing.token import Token

_Write = Callable[[re.Match[str]], str | None]
_FIGURE = re.compile(r"\d")
# A full stop that ends an abbreviation rather than the sentence.
_STOP = r"(?:\.(?=[ \u00a0]?[a-zæøå0-9,;:!?)»”–/-]))?"
_GAP = "[ \u00a0]?"
_NB_NUMBER, _EN_NUMBER = NORWEGIAN_WAY.pattern, ENGLISH_WAY.pattern
_HOURS = ("tolv", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is replaced and by what; None leaves it. The whole match is replaced."""

    pattern: re.Pattern[str]
    write: _Write


def written_out(text: str, tokens: Iterable[Token], source: str, target: str) -> list[Replacement]:
    """What of a sentence the model is to get in other words: start, end and the words; in order, without overlap.

    Args:
        text: the sentence.
        tokens: what of it goes around the model, which stays as it is.
        source, target: codes of the languages; only between Norwegian and English is anything written out.
    """
    ways = between(source, target)
    if not ways or not _FIGURE.search(text):
        return []
    taken = bytearray(len(text))
    for token in tokens:
        taken[token.start : token.end] = b"\1" * (token.end - token.start)
    found = []
    for start, end, words in _candidates(text, _ENGLISH if ways[0] is ENGLISH_WAY else _NORWEGIAN):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, words))
    return sorted(found)


def _candidates(text: str, rules: Iterable[_Rule]) -> Iterator[Replacement]:
    for rule in rules:
        for match in rule.pattern.finditer(text):
            words = rule.write(match)
            if words is not None and words != match[0]:
                yield (*match.span(), words)


def _always(words: str) -> _Write:
    return lambda _match: words


def _is_one(match: re.Match[str]) -> bool:
    """Whether the number in front of a match is one."""
    return bool(re.search(r"(?<![\d.,\u00a0])1[ \u00a0]?$", match.string[max(match.start() - 4, 0) : match.start()]))


def _counted(one: str, many: str) -> _Write:
    return lambda match: f"{_space(match)}{one if _is_one(match) else many}"


def _space(match: re.Match[str]) -> str:
    return " " if match.string[match.start() - 1 : match.start()].isdigit() else ""


def _marked_time(match: re.Match[str]) -> str:
    """A time behind "kl."; the second of a range has no mark, which models read as a new one."""
    hour, minute, part = match["hour"], match["minute"], match["part"]
    mark = "" if match["range"] else "klokka "
    if not minute and part and 1 <= int(hour) <= 12 and mark:
        return f"klokka {_HOURS[int(hour)]}"
    return f"{match['range'] or ''}{mark}{hour}{match['minute'] or '.00'}"


def _month(names: dict[str, int], whole: tuple[str, ...]) -> _Write:
    return lambda match: whole[names[match["month"].rstrip(".")] - 1]


_MARK = r"(?:[Kk]l\b\.?|[Kk]lokken|[Kk]lokka)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = rf"(?P<hour>{_HOUR})(?P<minute>[.:][0-5]\d)?(?![\w%]|[.,:/]\d|-\w|[ \u00a0]?[–-][ \u00a0]?\d)"
_PART_OF_DAY = r"(?=(?P<part>\som\s(?:morgenen|formiddagen|ettermiddagen|kvelden|natten|natta)\b)?)"
_RANGE = rf"(?P<range>(?<=\d )(?:til|og|–|-)\s)?(?<![\w.,]){_MARK}\s?"
_PERIODS = {"mnd": "måned", "mån": "måned", "t": "time", "stk": "stykk"}

_NORWEGIAN = (
    _Rule(re.compile(rf"{_RANGE}{_CLOCK}{_PART_OF_DAY}"), _marked_time),
    _Rule(
        re.compile(rf"(?<![\w.,]){_MARK}\s?(?P<hour>{_HOUR})\s?[–-]\s?(?P<hour2>{_HOUR})(?![\w%]|[.,:/–-]\d|-\w)"),
        lambda m: f"klokka {m['hour']}.00–{m['hour2']}.00",
    ),
    _Rule(re.compile(r"(?<![\w.,])[Kk]l\b\.?\s?(?=\d)"), _always("klokka ")),
    _Rule(re.compile(rf"(?<=\d){_GAP}kr/(?!l\b)(?P<per>mnd\b\.?|mån\b\.?|t\b|stk\b\.?|(?=\w))"), lambda m: _per(m)),
    _Rule(re.compile(rf"(?<=\d){_GAP}kr\b(?!/){_STOP}"), _counted("krone", "kroner")),
    _Rule(re.compile(rf"(?<=\d){_GAP}mill\b{_STOP}(?: ?(?P<kr>kr\b{_STOP}))?"), lambda m: _scaled(m, "million")),
    _Rule(re.compile(rf"(?<=\d){_GAP}mrd\b{_STOP}(?: ?(?P<kr>kr\b{_STOP}))?"), lambda m: _scaled(m, "milliard")),
    _Rule(re.compile(rf"(?<![\w.,])(?P<number>{_NB_NUMBER}),[-–—](?!\w)"), lambda m: _price(m)),
    _Rule(
        re.compile(rf"(?<=\d\. )(?P<month>{'|'.join(NORWEGIAN_SHORT_MONTHS)})\b{_STOP}(?!\w)"),
        _month(NORWEGIAN_SHORT_MONTHS, NORWEGIAN_MONTHS),
    ),
    _Rule(re.compile(rf"(?<=\d\. )etg\b{_STOP}"), _always("etasje")),
    _Rule(re.compile(rf"(?<=\d ){{1}}mnd\b{_STOP}"), _counted("måned", "måneder")),
    _Rule(re.compile(rf"(?<=\d )e\.\s?Kr\b{_STOP}"), _always("etter Kristus")),
    _Rule(re.compile(r"(?<![\w.])s\.[ \u00a0]?(?=\d)"), _always("side ")),
)


def _per(match: re.Match[str]) -> str:
    one = "krone" if _is_one(match) else "kroner"
    return f" {one} per {_PERIODS.get(match['per'].rstrip('.'), '')}"


def _scaled(match: re.Match[str], word: str) -> str:
    number = word if _is_one(match) else f"{word}er"
    return f" {number}{' kroner' if match['kr'] else ''}"


def _price(match: re.Match[str]) -> str:
    before = match.string[max(match.start() - 4, 0) : match.start()].lower()
    return match["number"] if re.search(r"(?:kr\.?|nok)[ \u00a0]?$", before) else f"{match['number']} kroner"


_HALF = rf"\s?(?P<half>[AaPp])(?:\.\s?[Mm]\b{_STOP}|[Mm]\b)"
_TIME = r"(?<![\w.,:/$€£-])(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?"
_UNTIL = r"(?:\s?[–-]\s?|\s(?:and|to|until|till)\s)"
_EN_SHORT = rf"(?:{'|'.join(ENGLISH_SHORT_MONTHS)})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|[–-]\d| (?:and|or|to) \d)"


def _half_of_day(match: re.Match[str]) -> str:
    return _on_24(match["hour"], match["minute"], match["half"])


def _on_24(hour: str, minute: str | None, half: str) -> str:
    on_24 = int(hour) % 12 + (12 if half in "pP" else 0)
    return f"{on_24 or '00'}:{minute or '00'}"


def _half_of_range(match: re.Match[str]) -> str | None:
    """ "From 9 to 11 am", "from 10 to 2 pm": the first time is in the same half unless it would be the later one."""
    if (
        match["until"].strip() == "and"
        and match.string[max(match.start() - 8, 0) : match.start()].lower() != "between "
    ):
        return None
    half, hour, other = match["half"], int(match["hour"]) % 12, int(match["hour2"]) % 12
    first = half if hour <= other else {"p": "a", "a": "p"}[half.lower()]
    between_them = match["until"] if match["until"].strip("–- ") else " to "
    return _on_24(match["hour"], match["minute"], first) + between_them + _on_24(match["hour2"], match["minute2"], half)


def _dollars(match: re.Match[str]) -> str:
    one = match["number"] == "1" and not match["scale"]
    per = f" per {_WEIGHTS.get(match['per'], match['per'])}" if match["per"] else ""
    scale = f" {_SCALES.get(match['scale'].strip().lower(), match['scale'].strip())}" if match["scale"] else ""
    return f"{match['number']}{scale} dollar{'' if one else 's'}{per}"


def _american(match: re.Match[str]) -> str:
    name = match["month"].rstrip(".")
    month = ENGLISH_MONTHS[ENGLISH_SHORT_MONTHS[name] - 1] if name in ENGLISH_SHORT_MONTHS else name
    year = f" {match['year']}" if match["year"] else ""
    weekday = f"{match['weekday']} " if match["weekday"] else ""
    return f"{weekday}{match['day']} {month}{year}"


_WEIGHTS = {"lb": "pound", "mo": "month", "hr": "hour", "yr": "year", "h": "hour", "kg": "kilo", "gal": "gallon"}
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "k": "thousand"}
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),\s)?"

_ENGLISH = (
    _Rule(
        re.compile(
            rf"(?<![\w$€£])(?:USA?|U\.S\. ?)?\$ ?(?P<number>{_EN_NUMBER}(?: ?[–-] ?\$?{_EN_NUMBER})?)"
            r"(?P<scale>[ \u00a0-]?(?:million|billion|trillion|thousand|bn|mn|[mbkMBK])\b)?"
            r"(?!\w|[.,:]\d|[-–]\w)(?:/(?P<per>[a-z]{1,9})\b)?"
        ),
        _dollars,
    ),
    _Rule(
        re.compile(
            rf"(?<![\w.,:/$€£-])(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?(?P<until>{_UNTIL})"
            rf"(?P<hour2>1[0-2]|0?[1-9])(?:[.:](?P<minute2>[0-5]\d))?{_HALF}"
        ),
        _half_of_range,
    ),
    _Rule(re.compile(rf"{_TIME}{_HALF}"), _half_of_day),
    _Rule(re.compile(r"(?<!\S)12(?:[.:]00)? noon\b"), _always("12:00")),
    _Rule(re.compile(r"(?<!\S)12(?:[.:]00)? midnight\b"), _always("midnight")),
    _Rule(
        re.compile(r"(?<=from )(?P<a>\d{1,2}:\d\d)\s?[–-]\s?(?P<b>\d{1,2}:\d\d)\b"), lambda m: f"{m['a']} to {m['b']}"
    ),
    _Rule(
        re.compile(
            rf"(?<!\w){_WEEKDAY}(?P<month>{'|'.join(ENGLISH_MONTHS)}|{_EN_SHORT}\b\.?)\s{_DAY}"
            r"(?:,?\s(?P<year>\d{4})(?!\d|[.,:]\d),?)?"
        ),
        lambda m: _american(m),
    ),
    _Rule(re.compile(r"(?<![\w.])(?P<p>pp?)\.[ \u00a0]?(?=\d)"), lambda m: "page " if m["p"] == "p" else "pages "),
)
