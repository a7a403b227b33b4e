"""A text of which some stretches are replaced, and what the spans of one text are in the other."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reader.late_dataclasses import dataclass
from reader.text import Span

# Start, end and the text that takes its place.
Replacement = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Splices:
    """A text with other texts in place of some of its stretches.

    Attributes:
        text: the new text.
        old, new: the spans of its parts in both texts: unchanged and replaced ones, alternately.
    """

    text: str
    old: tuple[Span, ...]
    new: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, replacements: Iterable[Replacement]) -> "Splices":
        """Replace stretches, given as start, end and new text; in order, they may be empty."""
        parts, old, new, end, length = [], [], [], 0, 0
        for start, stop, other in replacements:
            length += start - end
            parts += [text[end:start], other]
            old += [(end, start), (start, stop)]
            new += [(length - start + end, length), (length, length + len(other))]
            length += len(other)
            end = stop
        old.append((end, len(text)))
        new.append((length, length + len(text) - end))
        return cls("".join(parts) + text[end:], tuple(old), tuple(new))

    def replaced(self) -> list[tuple[Span, Span]]:
        """The spans of the replaced stretches, in the old text and in the new one."""
        return list(zip(self.old[1::2], self.new[1::2], strict=True))

    def before(self, span: Span) -> Span:
        """The span in the old text of one in the new text; part of a replaced stretch is all of it."""
        return _moved(span, self.new, self.old)

    def after(self, span: Span) -> Span:
        """The span in the new text of one in the old text; part of a replaced stretch is all of it."""
        return _moved(span, self.old, self.new)


def _moved(span: Span, here: Sequence[Span], there: Sequence[Span]) -> Span:
    first, last = _part(here, span[0]), _part(here, span[1] - 1)
    start = there[first][0] + (0 if first % 2 else span[0] - here[first][0])
    return start, there[last][1] if last % 2 else there[last][0] + span[1] - here[last][0]


def _part(parts: Sequence[Span], position: int) -> int:
    """The index of the part that holds the character at a position."""
    return bisect_right(parts, position, key=lambda part: part[0]) - 1
