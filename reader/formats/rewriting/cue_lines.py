"""The lines that the new text of a cue has."""

from bisect import bisect_left
from collections.abc import Sequence

from reader import late_re as re
from reader.formats.rewriting.filling import may_begin
from reader.text import Span, allowance

_SPACE = re.compile(r"\s+")
# Spaces that are looked at on each side of a place.
_AROUND = 8


def lines_of(text: str, longest: int) -> list[Span]:
    """The spans of the lines of a cue: its deliberate ones, and such as are too long in even parts."""
    found, start = list[Span](), 0
    for line in text.split("\n"):
        found += ((start + a, start + b) for a, b in _even(line, -(-len(line) // longest), longest))
        start += len(line) + 1
    return found


def in_lines(text: str, count: int) -> list[Span]:
    """The spans of as many lines of about the same length; fewer for a text of fewer words."""
    return _even(text.replace("\n", " "), count, len(text))


def _even(line: str, count: int, longest: int) -> list[Span]:
    spans, start = list[Span](), 0
    spaces = [space.start() for space in _SPACE.finditer(line) if may_begin(line, space.start())]
    least = 0
    for number in range(1, count):
        if least >= len(spaces):
            break
        even = start + (len(line) - start) / (count - number + 1)
        fits = len(line) - longest * (count - number) - 1, start + longest
        chosen = _best(line, spaces, even, least, fits)
        spans.append((start, spaces[chosen]))
        start, least = spaces[chosen] + 1, chosen + 1
    return [*spans, (start, len(line))]


def _best(text: str, places: Sequence[int], even: float, least: int, fits: Span) -> int:
    """The index of the place, of those from `least` on, that is close to another and behind a sign.

    One between those of `fits`, where lines are not too long, is better than any other.
    """
    near = bisect_left(places, even)
    first, last = max(least, min(near - _AROUND, len(places) - 1)), min(len(places) - 1, max(near + _AROUND, least))
    near_by = range(first, last + 1)
    chosen = [n for n in near_by if fits[0] <= places[n] <= fits[1]] or near_by
    return min(chosen, key=lambda n: abs(places[n] - even) - allowance(text, places[n]))
