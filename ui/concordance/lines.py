"""A sentence in one line, cut so that the words that matter are seen."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from reader.late_dataclasses import dataclass
from reader.text import Span

_DOTS = "… "
# Where in the line the first of the words begins at the latest, as a part of its width.
_BEGINNING = 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """What is shown of a sentence, and the spans of the words in that, in code points."""

    text: str
    spans: tuple[Span, ...]


def line_of(text: str, spans: Sequence[Span], metrics: QFontMetrics, width: int) -> Line:
    """A sentence from its beginning, or from a later word where the first of `spans` would be out of sight."""
    words = " ".join(text.split("\n"))  # of the same length
    start = 0
    if spans and metrics.horizontalAdvance(words[: spans[0][1]]) > width:
        start = _start(words, spans[0][0], metrics, round(width * _BEGINNING))
    before = _DOTS if start else ""
    moved = len(before) - start
    return Line(before + words[start:], tuple((a + moved, b + moved) for a, b in spans if a >= start))


def _start(text: str, first: int, metrics: QFontMetrics, room: int) -> int:
    """Where a word begins from which there is `room` for what stands before the word at `first`."""
    start = first
    while (space := text.rfind(" ", 0, max(start - 1, 0))) >= 0:
        if metrics.horizontalAdvance(text[space + 1 : first]) > room:
            break
        start = space + 1
    return start
