"""Clock times: "kl. 14.30", "14:30", "2.30 pm".

English gets "14:30", Norwegian "kl. 14.30". A time without its half of the day, as "kl. 9", may also be after noon.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.expressions import ExpressionKind, Reading, is_labelled, is_version

_MARK = r"(?:kl\b\.?|klokken\b|klokka\b)"
_HALF = r"(?:\s?(?P<half{n}>[ap])(?:\.\s?m\b(?:\.(?=\s?[a-zæøå0-9,;:!?)»”–-]|\.(?!\.)))?|m\b))"
_TIME = r"(?P<hour{n}>[01]?\d|2[0-4])(?:[.:](?P<minute{n}>[0-5]\d))?"
_AFTER = r"(?![\w%]|[.,:/]\d|-\w)"
_BARE_AFTER = re.compile(
    r"\s?(?:%|[$€£]|kr\b|,-)|\s(?:prosent|kroner|mill|mrd|meter|grader|poeng|sekund|minutt|kilo|liter)"
)
_AT = re.compile(r"\b(?:at|by|from|until|till|before|after|around|about|since|to|between|and)\s$", re.IGNORECASE)
_NB = re.compile(
    rf"(?<![\w.,:/–-])(?:(?P<mark>{_MARK})\s?)?{_TIME.format(n='')}(?:\s?[–-]\s?{_TIME.format(n='2')})?{_AFTER}",
    re.IGNORECASE,
)
_EN = re.compile(
    rf"(?<![\w.,:/–$€£-]){_TIME.format(n='')}{_HALF.format(n='')}?"
    rf"(?:\s?[–-]\s?{_TIME.format(n='2')}{_HALF.format(n='2')}?)?(?P<clock>\so['’]clock)?"
    # The first of two times that share their half of the day: "from 3 to 11 pm".
    rf"(?=(?P<shared>\s(?:to|until|till|and)\s{_TIME.format(n='3')}{_HALF.format(n='3')})?){_AFTER}",
    re.IGNORECASE,
)
_GARBLED = _TIME.replace("[.:]", r"\.?[.:]")
_MIXED = (
    rf"(?:(?P<mark>{_MARK}|(?:the\s)?clock\b\.?|at\.)\s?)?{_GARBLED.format(n='')}{_HALF.format(n='')}?"
    rf"(?:\s?[–-]\s?{_GARBLED.format(n='2')}{_HALF.format(n='2')}?)?(?:\so['’]clock|\skl\b)?{_AFTER}"
)
_IN_ENGLISH = re.compile(rf"(?<![\w.,:/–$€£-]){_MIXED}", re.IGNORECASE)
_IN_NORWEGIAN = re.compile(rf"(?<![\w.,:/–$€£-])(?:(?P<preposition>ved|på|med|at)\s)?{_MIXED}", re.IGNORECASE)
# What tells that figures without a word beside them are a time, and what tells that they are not.
_SIGN_OF_TIME = re.compile(
    rf"\b(?:{_MARK}|klokkeslett|(?:man|tirs|ons|tors|fre|lør|søn)dag|i\s(?:dag|morgen)\b|morgen|formiddag|ettermiddag|"
    r"kveld|natt|åp(?:en|ent|ne|ner|net)\b|åpningstid|steng|lukke[rt]|møte|timeplan|vakt|pause|avgang|ankomst|"
    r"avreise|(?:tog|buss|fly|ferge|båt|trikk)(?:et|en|a)?\b|forestilling|starter|begynner|slutter|oppmøte|frist)",
    re.IGNORECASE,
)
_SIGN_OF_OTHER = re.compile(
    r"\b(?:aksje|børs|kursen\b|pris|koste[rt]?\b|kr\b|kroner?\b|dollar|euro|pund|rente|indeks|prosent|poeng|karakter|"
    r"versjon|oppdatering|utgave|kapittel|avsnitt|punkt)|[$€£%]|,-",
    re.IGNORECASE,
)
_EVENING = re.compile(r"kveld|ettermiddag|natt", re.IGNORECASE)
_SPACED_MARK = re.compile(rf"{_MARK}\s", re.IGNORECASE)
_LATE = re.compile(r"\som\s(?:ettermiddagen|kvelden)", re.IGNORECASE)


def of_source(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """The times of a source text; figures without a word beside them only where they can be nothing else."""
    evening = bool(_EVENING.search(text))
    of_time = bool(_SIGN_OF_TIME.search(text)) and not _SIGN_OF_OTHER.search(text)
    for match in (_EN if to_norwegian else _NB).finditer(text):
        if _is_english_time(match) if to_norwegian else _is_norwegian_time(match, of_time):
            written = _norwegian(match) if to_norwegian else _english(match)
            values = _values(match, (0, 12) if evening and not to_norwegian else (0,))
            yield Reading(*match.span(), ExpressionKind.CLOCK, values, written)


def of_translation(text: str, to_norwegian: bool) -> Iterator[Reading]:
    """What are or may be times in a translation; one without its half of the day comes twice."""
    for match in (_IN_NORWEGIAN if to_norwegian else _IN_ENGLISH).finditer(text):
        if match["mark"] or match["minute"] or match["half"] or match["half2"]:
            right = _is_right_norwegian(match) if to_norwegian else _is_right_english(match)
            late = 12 if _LATE.match(text, match.end()) else 0
            kept = _kept(match, to_norwegian)
            yield Reading(*match.span(), ExpressionKind.CLOCK, _values(match, (late,)), kept, right)
            yield Reading(*match.span(), ExpressionKind.CLOCK, _values(match, (12,)), kept, right=False)


def _is_norwegian_time(match: re.Match[str], of_time: bool) -> bool:
    """Whether it is a time; `of_time`: whether the sentence is of times, so that figures alone are one."""
    if match["mark"]:
        return True
    place = match.string, match.start()
    if _BARE_AFTER.match(match.string, match.end()) or is_labelled(*place) or is_version(*place):
        return False
    if match["hour2"]:
        return _is_round(match["minute"], of_time) and _is_round(match["minute2"], of_time)
    return of_time and len(match["hour"]) == 2 and _is_round(match["minute"]) and match["minute"] not in ("05", "10")


def _is_round(minutes: str | None, of_time: bool = True) -> bool:
    """Whether they are of a timetable, and no month: "18.00", "14.35"; "10.10" and "3.14" may be anything."""
    return bool(minutes) and int(minutes or 0) % (5 if of_time else 15) == 0


def _is_english_time(match: re.Match[str]) -> bool:
    if match["half"] or match["half2"] or match["clock"] or _shares_half(match):
        return int(match["hour"]) <= 12
    colon = ":" in match[0] and match["minute"] and not match["hour2"]
    before = match.string[max(match.start() - 9, 0) : match.start()]
    return bool(colon and (len(match["hour"]) == 2 or _AT.search(before)) and _AT.search(before))


def _shares_half(match: re.Match[str]) -> bool:
    """Whether the time that follows says in which half of the day both are."""
    if not match["shared"] or match["half"] or match["hour2"]:
        return False
    first = match.string[max(match.start() - 8, 0) : match.start()].lower()
    return not match["shared"].lstrip().startswith("and") or first == "between "


def _is_right_english(match: re.Match[str]) -> bool:
    half = bool(match["half"] or match["half2"])
    if match["mark"] or not _is_even(match):
        return False
    return max(int(match["hour"]), int(match["hour2"] or 0)) <= 12 if half else ":" in match[0]


def _is_right_norwegian(match: re.Match[str]) -> bool:
    if match["half"] or match["half2"] or match["preposition"] or match[0].endswith("kl") or not _is_even(match):
        return False
    return bool(_SPACED_MARK.match(match[0])) and ":" not in match[0]


def _is_even(match: re.Match[str]) -> bool:
    """Whether both times of a range have minutes, or neither."""
    return not match["hour2"] or bool(match["minute"]) is bool(match["minute2"])


def _values(match: re.Match[str], later: tuple[int, ...]) -> tuple[str, ...]:
    """The times or ranges that are meant, if those before noon without their half are so much later."""
    groups = match.groupdict()
    first, second, half2 = int(match["hour"]), int(match["hour2"] or 0), groups.get("half2")
    half = groups.get("half") or (half2 if first % 12 <= second % 12 else None)
    if groups.get("shared") and _shares_half(match):
        later_half = match["half3"].lower()
        half = later_half if first % 12 <= int(match["hour3"]) % 12 else {"p": "a", "a": "p"}[later_half]
    return tuple(_value(match, *(_on_24(first, half, hours), _on_24(second, half2, hours))) for hours in later)


def _value(match: re.Match[str], hour: int, hour2: int) -> str:
    first = f"{hour}:{match['minute'] or '00'}"
    return f"{first}-{hour2}:{match['minute2'] or '00'}" if match["hour2"] else first


def _on_24(hour: int, half: str | None, later: int) -> int:
    if hour > 12:
        return hour
    if half:
        return hour % 12 + (12 if half.lower() == "p" else 0)
    return hour + later if hour < 12 else hour


def _english(match: re.Match[str]) -> str:
    first = f"{match['hour']}:{match['minute'] or '00'}"
    return f"{first}–{match['hour2']}:{match['minute2'] or '00'}" if match["hour2"] else first


def _norwegian(match: re.Match[str]) -> str:
    parts = [
        part.removesuffix(":00") if not match["minute"] and not match["minute2"] else part
        for part in _values(match, (0,))[0].split("-")
    ]
    return f"kl. {'–'.join(part.replace(':', '.') for part in parts)}"


def _kept(match: re.Match[str], to_norwegian: bool) -> str:
    """What stands in front of the time once it is rewritten: the translation's own word for "kl." instead of that."""
    mark = match["mark"] or ""
    if to_norwegian:
        return f"{mark} " if mark.lower().startswith("kl") else ""
    before = match.string[max(match.start() - 9, 0) : match.start()]
    return "at " if mark and not _AT.search(before) else ""
