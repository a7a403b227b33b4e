"""The text of cues: tags become marks or are left out, and what begins a line of its own is told."""

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from reader import late_re as re
from reader.formats.plain_places import Placed
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind

TAG = re.compile(
    r"<(?P<close>/?)(?P<name>i|b|u|s|c|v|lang|ruby|rt|font)(?P<rest>(?:[.\s][^<>\n]{0,200})?)/?>"
    r"|<(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}>"
    r"|\{\\[^{}\n]{1,200}\}",
    re.IGNORECASE,
)
_STYLES = {"i": MarkKind.EMPHASIS, "b": MarkKind.STRONG, "u": MarkKind.UNDERLINE, "s": MarkKind.STRIKE}
# Italics, bold and so on as Advanced SubStation writes them: {\i1}, {\i0}.
_OVERRIDE = re.compile(r"\\([ibus])([01])(?=[\\}])")
BREAK = re.compile(r"(?<!:)\\N|(?<!:)\\n(?![a-zæøå])")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&nbsp;": "\xa0", "&lrm;": "\u200e", "&rlm;": "\u200f", "&amp;": "&"}
_ENTITY = re.compile("|".join(ENTITIES))
_DASH = re.compile(r"[-–—‐−]\s*(?:[^\W\d_]|[\"“«'¿¡\[(.…])|[-–—‐−]\s+\d")
_FRESH = re.compile(r"[♪♫#*]|>>|\[[^\]]{1,80}\]|\([^)]{1,80}\)\Z")
_SPEAKER = re.compile(r"[^\W\d_a-zæøå][^\Wa-zæøå][^a-zæøå:.,!?]{0,30}:\s")
_ENDS = (".", "!", "?", "…", ")", "]")
_SPACES = re.compile(r"[ \t]+")


class CueSlice(NamedTuple):
    """Where a stretch of text without tags stands: in which cue, on which line, and between which columns."""

    cue: int
    line: int
    column: int
    stop: int


@dataclass(slots=True)
class CuePlaces:
    """What has been told while subtitles were read.

    Attributes:
        cues: how many there are.
        slices: where each stretch of text stands.
        repeats: of captions that roll up, which lines repeat one above, by the line where that stands first.
        alone: those of them that stand in a cue in which nothing is new.
    """

    cues: int = 0
    slices: list[CueSlice] = field(default_factory=list)
    repeats: dict[int, list[int]] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)

    def record_repeats(self, repeats: Iterable[tuple["Line", "Line"]]) -> None:
        """Note lines that repeat others, in order."""
        first = dict[int, int]()
        for line, repeated in repeats:
            here, above = self._place_of(line).line, self._place_of(repeated).line
            first[here] = first.get(above, above)
            self.repeats.setdefault(first[here], []).append(here)
        new = {each.cue for each in self.slices if each.line not in first}
        self.alone = {each.line for each in self.slices if each.line in first and each.cue not in new}

    def _place_of(self, line: "Line") -> CueSlice:
        return self.slices[next(int(mark.href) for mark in line.marks if mark.kind is MarkKind.ORIGIN)]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cue.

    Attributes:
        text: without tags.
        marks: on its code points.
        speech: whether a dash opens it, as for what another person says.
        fresh: whether it begins a line of its own, as speech, songs and descriptions of sounds do.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    speech: bool = False
    fresh: bool = False


class CueText:
    """Reads the lines of cues.

    Attributes:
        tags: how many tags have been left out.
        voices: who speaks first and last in the cue that was read last, if the file says.
    """

    def __init__(self, *, entities: bool, places: CuePlaces | None = None) -> None:
        """With `entities` the signs "<", ">" and "&" are written as in HTML; `places` are told where text stands."""
        self.tags = 0
        self.voices = ("", "")
        self._entities, self._places = entities, places
        self._open: tuple[MarkKind, ...] = ()
        self._dashes: bool | None = None  # whether a dash opens the first line
        self._parted = True  # whether a speaker is named first, or a sentence has ended in the line above

    def begin(self) -> None:
        """A cue begins."""
        self.voices, self._open, self._dashes, self._parted = ("", ""), (), None, True
        if self._places is not None:
            self._places.cues += 1

    def read(self, raw: str) -> list[Line]:
        """The lines in one line of the file: two, if a sign for a line break is in it; none, if only tags are."""
        breaks = [(found.start(), found.end()) for found in BREAK.finditer(raw)]
        starts, stops = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(raw)]
        parts = (raw[start:stop] for start, stop in zip(starts, stops, strict=True))
        return [line for part in parts if (line := self._line(part)).text]

    def _line(self, raw: str) -> Line:
        text, marks, begins = self._without_tags(raw)
        inside = (mark.at(mark.start, min(mark.end, len(text))) for mark in marks)
        speech = self._is_speech(text)
        fresh = self._is_named(text) or begins or speech or _FRESH.match(text) is not None
        return Line(text, tuple(mark for mark in inside if mark.start < mark.end), speech, fresh)

    def _is_speech(self, text: str) -> bool:
        """Whether a line is speech: a dash in the middle of a sentence, wrapped to its line, is none."""
        found = _DASH.match(text)
        if self._dashes is None:
            self._dashes = found is not None
        return found is not None and (self._dashes or not found[0][-1].islower())

    def _is_named(self, text: str) -> bool:
        """Whether a line says who speaks: below another that does, or where a sentence has ended."""
        named = self._parted and _SPEAKER.match(text) is not None
        self._parted = named or text.endswith(_ENDS)
        return named

    def _without_tags(self, raw: str) -> tuple[str, list[Mark], bool]:
        """A line's text, the marks on it, and whether somebody else speaks."""
        parts: list[str] = []
        length = done = 0
        marks: list[Mark] = []
        starts = dict.fromkeys(self._open, 0)
        begins = False
        for tag in TAG.finditer(raw):
            parts.append(self._piece(raw[done : tag.start()], first=not length))
            self._place(raw[done : tag.start()], length, parts[-1], marks)
            length, done = length + len(parts[-1]), tag.end()
            begins |= self._voice(tag)
            for kind, opens in self._changes(tag):
                if opens:
                    starts.setdefault(kind, length)
                elif kind in starts:
                    marks.append(Mark(starts.pop(kind), length, kind))
        parts.append(self._piece(raw[done:], first=not length))
        self._place(raw[done:], length, parts[-1], marks)
        text = "".join(parts).rstrip()
        self._open = tuple(starts)
        return text, marks + [Mark(start, len(text), kind) for kind, start in starts.items()], begins

    def _place(self, raw: str, start: int, text: str, marks: list[Mark]) -> None:
        """Mark the text that a piece has become with where that stands."""
        if self._places is not None and text and isinstance(raw, Placed):
            marks.append(Mark(start, start + len(text), MarkKind.ORIGIN, str(len(self._places.slices))))
            self._places.slices.append(CueSlice(self._places.cues, raw.line, raw.column, raw.stop))

    def _piece(self, text: str, *, first: bool) -> str:
        """Text between tags."""
        if self._entities and "&" in text:
            text = _ENTITY.sub(lambda found: ENTITIES[found[0]], text)
        text = _SPACES.sub(" ", text)
        return text.lstrip() if first else text

    def _changes(self, tag: re.Match[str]) -> list[tuple[MarkKind, bool]]:
        """The marks that a tag opens or closes; any other tag is counted."""
        name = (tag["name"] or "").lower()
        if name in _STYLES:
            return [(_STYLES[name], not tag["close"])]
        changes = [(_STYLES[each[1].lower()], each[2] == "1") for each in _OVERRIDE.finditer(tag[0])]
        self.tags += not changes and not tag["close"]
        return changes

    def _voice(self, tag: re.Match[str]) -> bool:
        """Whether the tag says that somebody else speaks."""
        if (tag["name"] or "").lower() != "v" or tag["close"]:
            return False
        first, last = self.voices
        classes, _, name = tag["rest"].partition(" ")
        voice = name.strip() or classes
        self.voices = (first or voice, voice)
        return last not in ("", voice)
