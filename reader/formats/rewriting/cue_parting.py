"""Where the new text of a row is parted over its cues, and over the lines of each."""

from collections.abc import Sequence

from reader import late_re as re
from reader.formats.rewriting.filling import may_begin
from reader.text import Span

_SPACE = re.compile(r"\s+")
# How many letters further from its place a cut may be if it stands behind such a sign.
_BETTER = {**dict.fromkeys(".!?…", 10), **dict.fromkeys(",;:–—", 6)}
# How far a place that words tell may be from the one in proportion, in letters, or as a share of a cue.
_NEAR, _SHARE = 12, 0.35


def parted(old: str, begins: Sequence[int], new: str, told: Sequence[int]) -> list[Span] | None:
    """The spans of a new text that its cues have; None if it has not a word for each.

    Args:
        old: the old text.
        begins: where in it each cue but the first begins.
        new: the new text.
        told: where in it these begin by what their words are linked to.
    """
    spaces = [space.span() for space in _SPACE.finditer(new)]
    if len(spaces) < len(begins):
        return None
    ends = {end: n for n, (_, end) in enumerate(spaces)}
    spans, start, first = list[Span](), 0, 0
    for number, (begin, place) in enumerate(zip(begins, told, strict=True)):
        least, most = first, len(spaces) - (len(begins) - number)
        even = begin * len(new) / len(old)
        if least <= ends.get(place, -1) <= most and _is_likely(old, begin, new, place, even, len(begins) + 1):
            chosen = ends[place]
        else:
            chosen = min(range(least, most + 1), key=lambda n: abs(spaces[n][1] - even) - _better(new, spaces[n][0]))
        spans.append((start, spaces[chosen][0]))
        start, first = spaces[chosen][1], chosen + 1
    return [*spans, (start, len(new))]


def _is_likely(old: str, begin: int, new: str, place: int, even: float, count: int) -> bool:
    same = old[:begin] == new[:place] or old[begin:] == new[place:]
    return same or abs(place - even) <= max(_NEAR, _SHARE * len(new) / count)


def _better(text: str, place: int) -> int:
    return _BETTER.get(text[place - 1 : place], 0)


def lines_of(text: str, longest: int) -> list[Span]:
    """The spans of the lines of a cue: its deliberate ones, and such as are too long in even parts."""
    found, start = list[Span](), 0
    for line in text.split("\n"):
        found += ((start + a, start + b) for a, b in _even(line, -(-len(line) // longest)))
        start += len(line) + 1
    return found


def _even(line: str, count: int) -> list[Span]:
    spans, start = list[Span](), 0
    spaces = [space.start() for space in _SPACE.finditer(line) if may_begin(line, space.start())]
    for number in range(1, count):
        even = start + (len(line) - start) / (count - number + 1)
        later = [place for place in spaces if place > start]
        if not later:
            break
        chosen = min(later, key=lambda place: abs(place - even) - _better(line, place) / 3)
        spans.append((start, chosen))
        start = chosen + 1
    return [*spans, (start, len(line))]
