"""Cues: the paragraphs of subtitles, each with the time at which it is shown.

Sentences run on from one cue to the next. So cues that are read together make a *run*, whose text they share: a
sentence of that is asked for as a whole, and each cue has its part of it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.text.spans import Span

# It is better to cut behind such a sign than so many letters nearer.
_BETTER = {**dict.fromkeys(".!?…", 10), **dict.fromkeys(",;:–—", 6)}


@dataclass(frozen=True, slots=True)
class CueRun:
    """Cues that follow each other, and between which sentences run on.

    Attributes:
        text: the texts of them all, with a space or a line break between two.
        begins: where in it each of them begins.
    """

    text: str
    begins: tuple[int, ...]

    def span(self, index: int) -> Span:
        """Where the text of a cue stands."""
        last = index + 1 == len(self.begins)
        return self.begins[index], len(self.text) if last else self.begins[index + 1] - 1


@dataclass(frozen=True, slots=True)
class Cue:
    """When a cue is shown, and what it is read with.

    Attributes:
        start, end: in seconds.
        run: the run that it belongs to; None if it stands alone.
        index: which cue of that it is.
    """

    start: float
    end: float
    run: CueRun | None = None
    index: int = 0

    @property
    def seconds(self) -> float:
        """For how long it is shown; 0 if its times make no sense."""
        return max(self.end - self.start, 0.0)


class Whole(NamedTuple):
    """A sentence of cues as it is asked for: as a whole where it runs on over several, and without what is not said.

    Attributes:
        text: the sentence.
        begins: where in it each cue begins but the first that it stands in.
        part: which of its parts is meant, from 0.
        lead, tail: what stands before and behind that part in its cue, and is not asked for: dashes, notes.
    """

    text: str
    begins: tuple[int, ...]
    part: int
    lead: str = ""
    tail: str = ""


def whole_of(run: CueRun, sentence: Span, index: int) -> Whole | None:
    """The whole of a sentence of a run, of which the cue `index` has a part; None if that has all of it.

    `sentence` is its span in the text of the run, which both begin and end with words.
    """
    start, end = sentence
    first = bisect_right(run.begins, start) - 1
    begins = tuple(begin - start for begin in run.begins[first + 1 : bisect_right(run.begins, end - 1)])
    return Whole(run.text[start:end], begins, index - first) if begins else None


def cuts_of(length: int, begins: Sequence[int]) -> list[Span]:
    """The spans of the parts of a text, between which there is one character each."""
    return list(zip([0, *begins], [*(begin - 1 for begin in begins), length], strict=True))


def allowance(text: str, place: int) -> int:
    """How many letters further from its even place a cut or a line end may be, by the sign that it is behind."""
    return _BETTER.get(text[place - 1], 0)


def time_code(seconds: float) -> str:
    """A time as it is written beside a film: "0:05", "12:34", "1:02:34"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
