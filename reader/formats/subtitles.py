"""Subtitles to paragraphs: SubRip, and WebVTT (https://www.w3.org/TR/webvtt1).

Numbers and names of cues, settings and comments are no text; what stands between blank lines inside a cue is. Both
formats are read alike and forgivingly: numbers may be missing, decimals have a comma or a point, hours may be left
out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reader import late_re as re
from reader.errors import Message, plural, template
from reader.formats.cue_rows import TimedLines, cue_paragraphs, take_repeats
from reader.formats.cue_text import CuePlaces, CueText, Line
from reader.formats.parsed import Parsed
from reader.formats.plain_places import placed
from reader.formats.suffixes import SUBTITLE_SUFFIXES

# Hours, minutes, seconds, decimals; one of the outer two may be missing, or "10:30" would be a time.
_TIME = (
    r"(?:(\d{1,3})\s?:\s?(?=\d{1,2}\s?:)|(?=\d{1,3}\s?:\s?\d{1,2}\s?[,.]\s?\d))"
    r"(\d{1,3})\s?:\s?(\d{1,2})(?:\s?[,.:]\s?(\d{1,6}))?"
)
_ARROW = r"[ \t]*(?:-{1,2}\s?>|[–—]>|→)[ \t]*"
_TIMING = re.compile(rf"[\ufeff \t]*{_TIME}{_ARROW}{_TIME}(?:[ \t](.*))?\Z")
# "align:start", "X1:40": what else stands behind a time is text.
_SETTINGS = re.compile(r"\s*+(?>(?:[A-Za-z]\w*+:\S*+\s*+)*)")
# As programs write it: a timetable does not look so.
_CERTAIN = re.compile(r"\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3} --> \d{1,3}:\d{2}:\d{2}[,.]\d{1,3}(?:\s.*)?\Z")
_NUMBER = re.compile(r"[\ufeff \t]*(\d{1,6})[ \t]*\Z")
_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?\Z")
_COMMENT = re.compile(r"(?:NOTE(?:[ \t].*)?|STYLE[ \t]*|REGION[ \t]*)\Z")
_LANGUAGE = re.compile(r"language[ \t]*:[ \t]*([a-z]{2,3}(?:-\w+)*)[ \t]*\Z", re.IGNORECASE)
_HEAD = 65536
# A number that is much higher than the one before it is text.
_SKIPPED = 10

_LEFT_OUT = {
    "names": (
        template("The number or settings of one subtitle were left out."),
        template("The numbers or settings of {count} subtitles were left out."),
    ),
    "comments": (
        template("One comment or style of the subtitles was left out."),
        template("{count} comments and styles of the subtitles were left out."),
    ),
    "tags": (
        template("One tag for place, colour, font or voice was left out."),
        template("{count} tags for place, colour, font or voice were left out."),
    ),
    "repeats": (
        template("One line that the next subtitle repeats was left out."),
        template("{count} lines that the next subtitles repeat were left out."),
    ),
}


def subtitle_format(text: str, suffix: str) -> str:
    """The format of the subtitles that `text` holds: "srt", "vtt", or "" if it holds none.

    The suffix of a subtitle file is believed if there is one time in it; without it a text has to begin with a time.
    """
    lines = [line for line in text[:_HEAD].split("\n") if line.strip("\ufeff \t\xa0")]
    if not lines:
        return ""
    named = suffix.lower() in SUBTITLE_SUFFIXES
    timed = any(map(_TIMING.match, lines))
    if _SIGNATURE.match(lines[0]) and (timed or named or len(lines) == 1):
        return "vtt"
    if timed and named:
        return suffix.lower()[1:]
    first = lines[1:] if _NUMBER.match(lines[0]) else lines
    return "srt" if len(first) > 1 and _CERTAIN.match(first[0].strip("\ufeff")) else ""


def parse_subtitles(text: str, format_: str, places: CuePlaces | None = None) -> Parsed:
    """Read subtitles; the rows are of `Kind.CUE`.

    Args:
        text: the text; line ends are "\\n".
        format_: "srt" or "vtt".
        places: to be told where the text of the rows stands; these have marks of their origin then.
    """
    lines: Sequence[str] = text.split("\n")
    if places is not None:
        lines = [placed(line, number) for number, line in enumerate(lines)]
    reading = _Reading(lines, webvtt=format_ == "vtt", places=places)
    cues = list(reading.cues())
    repeats = take_repeats(cues)
    reading.left_out["repeats"] = len(repeats)
    if places is not None:
        places.record_repeats(repeats)
    paragraphs = cue_paragraphs([cue for cue in cues if cue.lines])
    reading.left_out["tags"] = reading.text.tags
    metadata = {"language": reading.language} if reading.language else {}
    return Parsed(paragraphs, metadata=metadata, left_out=_said(reading.left_out))


def _said(left_out: Counter[str]) -> tuple[Message, ...]:
    return tuple(plural(left_out[what], one, many) for what, (one, many) in _LEFT_OUT.items() if left_out[what])


class _Reading:
    """Reads the lines of one file.

    Attributes:
        language: the language that the file says it is in, or "".
        left_out: how many things of each kind have been left out.
        text: what reads the text of cues.
    """

    def __init__(self, lines: Sequence[str], *, webvtt: bool, places: CuePlaces | None = None) -> None:
        self.language = ""
        self.left_out: Counter[str] = Counter()
        self.text = CueText(entities=webvtt, places=places)
        self._lines, self._webvtt = lines, webvtt
        self._number: int | None = None  # that was read last
        self._count = 0  # of the cues above
        self._named = set[int]()  # the times of cues with a number, a name or settings

    def cues(self) -> Iterator[TimedLines]:
        """The cues in their order, and as one without a time the text before the first."""
        start = self._behind_header()
        timings = [(n, found) for n in range(start, len(self._lines)) if (found := _TIMING.match(self._lines[n]))]
        first = self._above(start, timings[0][0]) if timings else len(self._lines)
        self.text.begin()
        yield TimedLines(self._content(start, first))
        for index, (place, timing) in enumerate(timings, 1):
            self._count = index
            stop = self._above(place + 1, timings[index][0]) if index < len(timings) else len(self._lines)
            self.text.begin()
            *times, settings = timing.groups()
            if settings and settings.strip():
                self._named.add(place)
            behind = self._lines[place][timing.start(len(times) + 1) :].strip() if settings else ""
            beside = [] if _SETTINGS.fullmatch(settings or "") else self.text.read(behind)
            lines = beside + self._content(place + 1, stop)
            yield TimedLines(lines, self.text.voices, _seconds(times[:4]), _seconds(times[4:]))
        self.left_out["names"] = len(self._named)

    def _behind_header(self) -> int:
        """Where the header of WebVTT ends: with a blank line, or above the first time."""
        lines = self._lines
        place = next((n for n, line in enumerate(lines) if line.strip("\ufeff \t")), 0)
        if not (self._webvtt and _SIGNATURE.match(lines[place])):
            return 0
        place += 1
        while place < len(lines) and lines[place].strip() and not _TIMING.match(lines[place]):
            if found := _LANGUAGE.match(lines[place].strip()):
                self.language = found[1].lower()
            place += 1
        return place

    def _above(self, start: int, timing: int) -> int:
        """Where the text above a time ends: before the number or the name of its cue."""
        lines, above = self._lines, timing - 1
        while above > start and not lines[above].strip():
            above -= 1
        if above < start:
            return timing
        blank = above == start or not lines[above - 1].strip()
        if (found := _NUMBER.match(lines[above])) and self._is_number(int(found[1]), blank, above == timing - 1):
            self._number = int(found[1])
            self._named.add(timing)
            return above
        named = self._webvtt and start < above == timing - 1 and blank
        if named:
            self._named.add(timing)
        return above if named else timing

    def _is_number(self, number: int, blank: bool, beside: bool) -> bool:
        """Whether a line of digits is the number of a cue: `blank` is above it, or the time `beside` it."""
        if blank and beside:
            return True
        if self._number is None:
            return number == self._count + 1
        return 0 < number - self._number <= _SKIPPED

    def _content(self, start: int, stop: int) -> list[Line]:
        """The lines of text, without blank ones and, in WebVTT, without comments and styles."""
        found: list[Line] = []
        comment = False
        for n in range(start, stop):
            line = self._lines[n].strip("\ufeff \t\xa0")
            if not line:
                comment = False
                continue
            if self._webvtt and not comment and not self._lines[n - 1].strip() and _COMMENT.match(line):
                comment = True
                self.left_out["comments"] += 1
            if not comment:
                found += self.text.read(line)
        return found


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, decimals = parts
    fraction = int(decimals) / 10 ** len(decimals) if decimals else 0.0
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + fraction
