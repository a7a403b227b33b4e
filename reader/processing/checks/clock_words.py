"""Times of the clock and halves in words: "halv tolv", "ten past nine", "two and a half"."""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.checks.number_tables import EN_UNITS, NB_UNITS, ONE, SCALES, Spelled, canonical, number
from reader.processing.checks.words import lows

_HOURS = {"nb": "|".join(NB_UNITS[1:12]) + "|ett|en", "en": "|".join(EN_UNITS[:12])}
_CLOCK = {
    "nb": re.compile(
        rf"\b(?:(?:(?P<past>fem|ti|kvart|tjue|[1-9]|1\d|2\d)(?:\sminutter)?\s(?P<way>på|over)\s)?(?P<half>halv)\s(?P<h1>{_HOURS['nb']}|\d\d?)\b(?!\s(?:liter|kilo|million|time|år))"
        rf"|(?P<past2>fem|ti|kvart|tjue|\d\d?)(?:\sminutter)?\s(?P<way2>på|over)\s(?P<h2>{_HOURS['nb']}|\d\d?)\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\b(?:(?P<half>half)\s(?:past\s)?(?P<h1>{_HOURS['en']}|\d\d?)\b"
        rf"|(?:a\s)?(?P<past2>five|ten|quarter|twenty-five|twenty|\d\d?)(?:\sminutes)?\s(?P<way2>to|past|before|after)\s(?P<h2>{_HOURS['en']}|\d\d?)\b"
        rf"|(?<![\d:.])(?P<h3>{_HOURS['en']}|\d\d?)\s(?:o['’]clock|(?:in\sthe|at)\s(?:morning|afternoon|evening|night)|[ap]\.?m\b))",
        re.IGNORECASE,
    ),
}
_MINUTES = {"kvart": 15, "quarter": 15, "twenty-five": 25}
# Each such time has one of these words, or a digit, and one of the hints.
_CLOCK_WORDS = {
    "nb": frozenset(("fem", "ti", "kvart", "tjue", "halv")),
    "en": frozenset((*EN_UNITS[:12], "quarter", "twenty", "half")),
}
_CLOCK_HINT = {"nb": ("halv ", " på ", " over "), "en": ("half ", " to ", " past ", "clock", "in the ", " at ", "m.")}
_DIGIT = re.compile(r"\d")
_HALF = {
    "nb": re.compile(
        r"\b(?:(?P<n>\w+)\sog\s(?:en|et)\shalv[te]?\b|halvannen\b|halvannet\b|(?:en\s)?halv\b)(?:\s(?P<scale>millioner|million|milliarder|milliard)\b)?",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?P<n>\w+)\sand\sa\shalf|half\sa)\b(?:\s(?P<scale>million|billion|trillion)\b)?", re.IGNORECASE
    ),
}


def clocks(text: str, language: str) -> Iterator[Spelled]:
    """Times of the clock in words: "halv tolv", "ten past nine"."""
    if _CLOCK_WORDS[language].isdisjoint(lows(text)) and not _DIGIT.search(text):
        return
    low = text.lower()
    if not any(hint in low for hint in _CLOCK_HINT[language]):
        return
    for match in _CLOCK[language].finditer(text):
        groups = match.groupdict()
        hour = number(groups.get("h1") or groups.get("h2") or groups.get("h3") or "", language)
        if not 1 <= hour <= 24:
            continue
        minutes = 0
        if match["half"]:
            minutes = 30 if language == "en" else -30
        if past := groups.get("past") or groups["past2"]:
            way = (groups.get("way") or groups["way2"]).lower()
            shift = _MINUTES.get(past.lower()) or number(past, language)
            if language == "nb" and groups["past2"] and not _is_clock(text, match):
                continue
            minutes += -shift if way in ("på", "to", "before") else shift
        if language == "en" and match["half"] and "past" not in match[0].lower():
            if not re.search(r"\bat\s$", text[max(match.start() - 3, 0) : match.start()], re.IGNORECASE):
                continue
        elif (
            language == "en"
            and groups["way2"]
            and groups["way2"].lower() in ("to", "before", "after")
            and not _is_clock(text, match)
        ):
            continue
        yield Spelled(*match.span(), tuple(_clock_values(hour * 60 + minutes)))


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """Whether "fem over ti", "five to ten" is a time: a quarter always, others only behind a word for it."""
    if re.search(r"kvart|quarter", match[0], re.IGNORECASE):
        return True
    before = text[max(match.start() - 12, 0) : match.start()]
    return bool(re.search(r"\b(?:klokk?[ae]n?|kl\.?|at)\s$", before, re.IGNORECASE))


def _clock_values(minutes: int) -> Iterator[str]:
    for later in (0, 12 * 60):
        hour, minute = divmod((minutes + later) % (24 * 60), 60)
        yield canonical(f"{hour}.{minute:02}")
        if not minute and not hour:
            yield "24"


def halves(text: str, language: str) -> Iterator[Spelled]:
    """Amounts with a half: "two and a half", "halvannen", "en halv million"."""
    if "hal" not in text and "Hal" not in text:
        return
    for match in _HALF[language].finditer(text):
        before = 0
        if match["n"]:
            before = number(match["n"], language)
            if not before and match["n"].lower() not in ONE[language]:
                continue
        elif match[0].lower().startswith("halvann"):
            before = 1
        elif not match["scale"]:
            continue
        power = SCALES[language].get((match["scale"] or "").lower(), 0)
        value = (2 * before + 1) * 10**power / 2
        yield Spelled(*match.span(), (canonical(f"{value:.1f}"), str(before)))
