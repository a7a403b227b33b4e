"""Filling the lines of a paragraph of plain text with new words, as they were filled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from reader import late_re as re
from reader.formats.plain_lines import is_speech, starts_block

_BREAK = re.compile(r"(?<=\S) (?=\S)")
# What a line does not begin with if it can be helped: it might be read as the beginning of something else.
_BEGINS = re.compile(r"[^\w\s«“”\"'(…]|\d{1,4}[.)]|[A-Za-zæøåÆØÅ][.)]\s|o\t")
_LOOKED_AT = 60
# A line in the middle fills at least that share of the width, or all that the old one did, else what is below is
# filled anew, too.
_FULL = 0.6


class OldLine(NamedTuple):
    """A line as it was: as it stands in the file, as it was read, and what joined it to the next: " ", "\\n" or ""."""

    shown: str
    read: str
    joint: str = ""

    @property
    def divided(self) -> str:
        """The sign at its end that divides a word."""
        return self.shown.removeprefix(self.read) if not self.joint and self.shown.startswith(self.read) else ""


class NewLine(NamedTuple):
    """A new line.

    Attributes:
        text: of the line.
        like: the index of the old line that it stands like.
        extra: whether it is one more, and stands below that one.
        last: whether it ends what a deliberate line end, or the paragraph, does.
    """

    text: str
    like: int
    extra: bool
    last: bool


def filled(old: Sequence[OldLine], text: str, width: Callable[[int, bool], int]) -> Iterator[NewLine]:
    """The lines of a new text; those whose words are the same stay where that can be.

    Args:
        old: the lines of the old text.
        text: the new one, with its deliberate line ends.
        width: how many letters a line may have, by `like` and `extra` of `NewLine`; 0 for any.
    """
    groups, lines = _groups(old), text.split("\n")
    alike = len(groups) == len(lines)
    for place, line in enumerate(lines):
        start, stop = groups[place] if place < len(groups) else (len(old), len(old))
        own = _Own(start, stop)
        texts = list(_filled(old[start:stop], line, partial(own.width, width), alike=alike))
        for index, each in enumerate(texts):
            yield NewLine(each, *own.like(index), last=index == len(texts) - 1)


class _Own(NamedTuple):
    """The old lines of a text without deliberate line ends; none for one more text."""

    start: int
    stop: int

    def like(self, index: int) -> tuple[int, bool]:
        """See `NewLine`."""
        return min(self.start + index, self.stop - 1), self.start + index >= self.stop

    def width(self, width: Callable[[int, bool], int], index: int) -> int:
        """How many letters a line may have."""
        return width(*self.like(index))


def _groups(old: Sequence[OldLine]) -> list[tuple[int, int]]:
    """The spans of the lines between deliberate line ends."""
    groups, start = list[tuple[int, int]](), 0
    for index, line in enumerate(old):
        if line.joint == "\n" or index == len(old) - 1:
            groups.append((start, index + 1))
            start = index + 1
    return groups


def _filled(old: Sequence[OldLine], text: str, width: Callable[[int], int], *, alike: bool) -> Iterator[str]:
    """The lines of one text without deliberate line ends."""
    before = "".join(line.read + line.joint for line in old).removesuffix("\n")
    if text == before and alike:
        yield from (line.shown for line in old)
        return
    starts = [0]
    for line in old[:-1]:
        starts.append(starts[-1] + len(line.read) + len(line.joint))
    kept = 0
    head = _shared(before, text)
    while alike and kept < len(old) - 1 and starts[kept + 1] <= head:
        yield old[kept].shown
        kept += 1
    tail = min(_shared(before[::-1], text[::-1]), len(before) - starts[kept], len(text) - starts[kept])
    moved = len(text) - len(before)
    # Where an old line begins in the part that is the same again.
    known = {
        start + moved: index
        for index, start in enumerate(starts)
        if alike and index > kept and start > len(before) - tail
    }
    rest = _Rest(old, kept if alike else len(old), known, {index: place for place, index in known.items()})
    yield from _broken(text, starts[kept] if alike else 0, lambda n: width(kept + n), rest)


class _Rest(NamedTuple):
    """The old lines from the first that changes; of those that may stay, the indices by where they begin, and back."""

    old: Sequence[OldLine]
    first: int
    known: Mapping[int, int]
    begins: Mapping[int, int]

    def from_place(self, place: int) -> list[str]:
        """The lines from the one on that begins at a place."""
        return [line.shown for line in self.old[self.known[place] :]]

    def line(self, text: str, start: int, number: int, most: int) -> tuple[str, int]:
        """What stands where one line did, and where the next begins; "" and -1 if not all from that on may stay."""
        index = self.first + number
        end = self.begins.get(index + 1, -1)
        if end < 0:
            return "", -1
        line, own = text[start:end].rstrip() + self.old[index].divided, len(self.old[index].shown)
        return (line, end) if min(_FULL * most, own) <= len(line) <= max(most, own) else ("", -1)

    def last(self, number: int) -> int:
        """How long the last line is, if this is the one that stands like it."""
        return len(self.old[-1].shown) if self.old and self.first + number == len(self.old) - 1 else 0


def _broken(text: str, start: int, width: Callable[[int], int], rest: _Rest) -> Iterator[str]:
    breaks = [place.start() for place in _BREAK.finditer(text, start)]
    number = index = 0
    while True:
        most = width(number) or len(text)
        line, following = rest.line(text, start, number, most)
        if line:
            yield line
            yield from rest.from_place(following)
            return
        most = max(most, rest.last(number))
        best = -1
        while index < len(breaks) and (best < 0 or breaks[index] - start <= most):
            place = breaks[index]
            index += 1
            if _FULL * most <= place - start <= most and place + 1 in rest.known:
                yield text[start:place]
                yield from rest.from_place(place + 1)
                return
            if may_begin(text, place):
                best = place
        if best < 0 or len(text) - start <= most:
            yield text[start:]
            return
        yield text[start:best]
        start, number = best + 1, number + 1
        index = next((n for n in range(max(index - 1, 0), -1, -1) if breaks[n] <= best), -1) + 1


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def may_begin(text: str, place: int) -> bool:
    """Whether a line may end before the space at a place, and the next begin behind it."""
    rest = text[place + 1 : place + 1 + _LOOKED_AT]
    if text[place - 1] in "-\u2010\u00ad":
        return False
    return not (_BEGINS.match(rest) or starts_block(rest) or is_speech(rest))
