"""Cues to rows, and which of them make whole sentences together, so that each sentence can be asked for whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader import late_re as re
from reader.formats.cue_text import Line
from reader.late_dataclasses import dataclass
from reader.text import Cue, CueRun, Kind, Mark, MarkKind, Paragraph, split_sentences

# The second way begins only where a run of closing signs does.
_END = re.compile(r"[.!?…:♪♫][\"'”’»)\]]*\Z|(?<![\"'”’»)\]])[\"'”’»]*+[)\]][\"'”’»)\]]*\Z")
_ELLIPSIS = re.compile(r"(?:\.\.+|…)[\"'”’»]?\Z")
_RUNS_ON = re.compile(r"(?:[,;–—]|\s-|[^\W\d_]-)\Z")
_SMALL = re.compile(r"[–—-]?\s*(?:\.\.+|…)?\s*[\"'”’«»]?[^\W\d_]")
# A point behind these may belong to an abbreviation or an ordinal number.
_MAYBE_NO_END = re.compile(r"(?:\A|[\s(«\"])(?:\w{1,6}|\w+(?:\.\w+)+)\.\Z")
# A line that is nothing but the description of a sound, or a line of a song.
_WHOLE = re.compile(r"\[[^\]]*\]|\([^)]*\)|[♪♫].*[♪♫]")
# Seconds after which a cue without an end mark is taken to be the end, and after which any cue is.
_PAUSE, _LONG_PAUSE = 2.0, 8.0
# Words of a sign or a heading between the sentences, which has no end mark either.
_SIGN_WORDS = 3
_NO_SIGN = re.compile(
    r"(?:.*\s)?(?:jeg|du|han|hun|vi|dere|de|det|den|i|you|he|she|we|they|it)\s|.*,"
    r"|.*\s(?:og|eller|men|at|som|når|hvis|fordi|i|på|til|med|av|for|fra|en|et|ei|er|var|har|skal|vil|kan"
    r"|and|or|but|that|when|if|because|in|on|at|to|with|of|from|a|an|the|is|was|has|have|will|can)\Z",
    re.IGNORECASE,
)
# Where so few cues have end marks, a capital may begin a sentence; and where hardly any has, nothing tells.
_MARKED, _UNMARKED = 0.25, 0.1
# Characters of a row at most, and of one without end marks.
_LONGEST, _LONGEST_UNMARKED = 900, 160
# Captions that roll up show each line twice: in so many of the cues, and at least in these.
_ROLLED, _ROLLED_CUES = 0.6, 4
# No screen shows more lines.
_MOST_LINES = 20
# Seconds in which nobody says anything.
_AT_ONCE = 0.1


@dataclass(slots=True)
class TimedLines:
    """A cue as it is read.

    Attributes:
        lines: its text.
        voices: who speaks first and last, if the file says.
        start, end: in seconds; negative for text outside the cues.
    """

    lines: list[Line]
    voices: tuple[str, str] = ("", "")
    start: float = -1.0
    end: float = -1.0


def take_repeats(cues: Sequence[TimedLines]) -> list[tuple[Line, Line]]:
    """Take out the lines with which cues repeat the one before, if the whole file rolls up.

    Returns each of these, and the line that it repeats.
    """
    spoken = [cue for cue in cues if cue.lines]
    repeats = [_repeated(before, after) for before, after in pairwise(spoken)]
    if len(spoken) < _ROLLED_CUES or sum(map(bool, repeats)) < _ROLLED * len(repeats):
        return []
    taken, shown = list[tuple[Line, Line]](), spoken[0].lines
    for cue, count in zip(spoken[1:], repeats, strict=True):
        taken += zip(cue.lines[:count], shown[len(shown) - count :], strict=True)
        shown = list(cue.lines)
        del cue.lines[:count]
    return taken


def _repeated(cue: TimedLines, after: TimedLines) -> int:
    """How many lines of a cue stand still while others roll in below them; what is only said again does not."""
    if after.start - cue.end > _AT_ONCE:
        return 0
    shown, lines = [line.text for line in cue.lines], [line.text for line in after.lines]
    most = min(len(shown), len(lines), _MOST_LINES)
    same = next((n for n in range(most, 0, -1) if shown[-n:] == lines[:n]), 0)
    return same if len(lines) > same or after.end - after.start <= _AT_ONCE else 0


def cue_paragraphs(cues: Sequence[TimedLines]) -> list[Paragraph]:
    """The rows of cues, each of which has text."""
    return [paragraph for run in _runs(cues) for paragraph in _paragraphs(run)]


def _runs(cues: Sequence[TimedLines]) -> Iterator[list[TimedLines]]:
    """Runs of cues that make whole sentences; none is much longer than a few sentences."""
    ended = sum(_END.search(cue.lines[-1].text) is not None for cue in cues) / max(1, len(cues))
    longest = _LONGEST if ended >= _UNMARKED else _LONGEST_UNMARKED
    run: list[TimedLines] = []
    length = 0
    for cue in cues:
        own = sum(len(line.text) for line in cue.lines)
        if run and (max(length, own) > longest or not _goes_on(run[-1], cue, marked=ended >= _MARKED)):
            yield run
            run, length = [], 0
        run.append(cue)
        length += own
    if run:
        yield run


def _goes_on(cue: TimedLines, after: TimedLines, *, marked: bool) -> bool:
    """Whether a sentence runs on over the border of two cues."""
    line, following = cue.lines[-1], after.lines[0]
    pause = after.start - cue.end
    if cue.start < 0 or pause > _LONG_PAUSE or _other_voice(cue, after):
        return False
    if not (_has_letters(cue) and _has_letters(after)):  # it is no row that is translated, and has no part
        return False
    small = _begins_small(following.text)
    if _RUNS_ON.search(line.text):
        return small or not following.speech
    if _ELLIPSIS.search(line.text):
        return small
    if _END.search(line.text):
        return _MAYBE_NO_END.search(line.text) is not None and _is_one_sentence(line.text, following.text)
    if small:
        return True
    apart = following.fresh or _is_sign(cue.lines) or line.text.isupper() != following.text.isupper()
    return marked and not apart and pause <= _PAUSE


def _has_letters(cue: TimedLines) -> bool:
    return any(any(map(str.isalpha, line.text)) for line in cue.lines)


def _begins_small(text: str) -> bool:
    found = _SMALL.match(text)
    return found is not None and found[0][-1].islower()


def _is_sign(lines: Sequence[Line]) -> bool:
    """Whether a cue is what is written in the picture, or a heading: a few words, with which no clause begins."""
    text = lines[0].text
    few = len(lines) == 1 and len(text.split()) <= _SIGN_WORDS
    return few and not _begins_small(text) and not _NO_SIGN.match(text)


def _other_voice(cue: TimedLines, after: TimedLines) -> bool:
    return bool(cue.voices[1] and after.voices[0]) and cue.voices[1] != after.voices[0]


def _is_one_sentence(text: str, following: str) -> bool:
    """Whether no sentence ends between two lines, by what an abbreviation or a number before a point means."""
    return all(end != len(text) for _, end in split_sentences(f"{text} {following}", "nb"))


def _paragraphs(run: Sequence[TimedLines]) -> Iterator[Paragraph]:
    """The rows of cues that make whole sentences together."""
    rows = [_row(cue.lines) for cue in run]
    if len(rows) == 1:
        yield _shown(rows[0], run[0])
        return
    parts, begins, length = list[str](), list[int](), 0
    for before, cue, row in zip([None, *run], run, rows, strict=False):
        if before is not None:
            parts.append(_joint(before.lines[-1].text, cue.lines[0]))
        begins.append(length + len(parts) // 2)
        parts.append(row.text)
        length += len(row.text)
    whole = CueRun("".join(parts), tuple(begins))
    for index, (cue, row) in enumerate(zip(run, rows, strict=True)):
        yield _shown(row, cue, whole, index)


def _shown(row: Paragraph, cue: TimedLines, run: CueRun | None = None, index: int = 0) -> Paragraph:
    """A row with its time; text before the first cue has none."""
    return replace(row, cue=Cue(cue.start, cue.end, run, index)) if cue.start >= 0 else row


def _row(lines: Sequence[Line]) -> Paragraph:
    """One row: line ends are wraps, but before speech, songs and descriptions of sounds."""
    parts: list[str] = []
    marks: list[Mark] = []
    origins: list[Mark] = []
    length = 0
    for line in lines:
        if parts:
            parts.append(_joint(parts[-1], line))
            length += 1
        for mark in line.marks:
            moved = mark.at(mark.start + length, mark.end + length)
            origins.append(moved) if mark.kind is MarkKind.ORIGIN else _add(marks, moved)
        parts.append(line.text)
        length += len(line.text)
    ordered = sorted([*marks, *origins], key=lambda mark: (mark.start, -mark.end))
    return Paragraph("".join(parts), Kind.CUE, tuple(ordered))


def _joint(text: str, line: Line) -> str:
    """What stands between a line and the one before it: a line break if it does not go on with that."""
    if _WHOLE.fullmatch(text):
        return "\n"
    return "\n" if line.fresh and not (line.speech and _RUNS_ON.search(text) and _begins_small(line.text)) else " "


def _add(marks: list[Mark], mark: Mark) -> None:
    """Add a mark; one that ends a line and one that begins the next are one."""
    for n in range(len(marks) - 1, max(-1, len(marks) - 4), -1):
        if marks[n].kind is mark.kind and marks[n].end + 1 == mark.start:
            marks[n] = marks[n].at(marks[n].start, mark.end)
            return
    marks.append(mark)
