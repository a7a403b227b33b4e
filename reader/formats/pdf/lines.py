"""Lines of a page put together from words: stretches of words without wide gaps, and what stands raised in them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from operator import attrgetter
from statistics import median

from reader import late_re as re
from reader.formats.pdf.grids import Grid
from reader.formats.pdf.values import ASCENT, DESCENT, Piece
from reader.late_dataclasses import dataclass

# All as shares of the size of letters. Between columns there is a wider gap than this, between words hardly ever.
_WIDE = 0.9
# Words that the file does not have one after the other are beside each other with no wider gap.
_BESIDE = 0.6
_OVERLAP = 0.5
# A letter so much larger than those behind it is an initial beside several lines.
INITIAL = 2.05
# What is raised is no further behind its word.
_CLOSE = 0.2
_DOTS, _FEWEST_DOTS = re.compile(r"[.·…_]+"), 5
# No more lines, and strips of a page, are looked at for one beside another.
_MOST_BESIDE = 100
_FARTHEST = 1e6
# How far words on one line may stand above each other, and how far raised ones do, which are so much smaller.
_SAME, _RAISED, _SMALLER = 0.14, 0.7, 0.86
# Letters printed twice for bold ones are no further apart.
_TWICE = 0.2


@dataclass(slots=True)
class Line:
    """Words beside each other.

    Attributes:
        pieces: from left to right.
        left, right, base, size: where it stands, and how large most of its letters are.
        first, last: places of its words in the order of the file.
        grid: a table that stands here instead of words.
        page: the number of its page.
        leader: whether dots led to its last word.
    """

    pieces: list[Piece]
    left: float
    right: float
    base: float
    size: float
    first: int
    last: int
    grid: Grid | None = None
    page: int = 0
    leader: bool = False

    @property
    def top(self) -> float:
        """Where its letters end above."""
        return self.grid.area.top if self.grid is not None else self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end below."""
        return self.grid.area.bottom if self.grid is not None else self.base + DESCENT * self.size

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.before + piece.text for piece in self.pieces).strip()

    @property
    def length(self) -> int:
        """How many letters it has."""
        return sum(len(piece.text) for piece in self.pieces)

    def extend(self, other: "Line") -> None:
        """Take in the words of a line that stands to the right of it."""
        if other.size > self.size * 1.02:
            self.base, self.size = other.base, other.size
        self.pieces += other.pieces
        self.right = max(self.right, other.right)
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)


class Strips:
    """Lines by their height on the page, so that those beside one are found without a look at all of them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the lines."""
        self._height = median(line.size for line in lines) if lines else 1.0
        self._strips: dict[int, tuple[list[float], list[Line]]] = {}
        for line in sorted(lines, key=attrgetter("left", "base")):
            lefts, found = self._strips.setdefault(self._strip(line.base), ([], []))
            lefts.append(line.left)
            found.append(line)

    def _strip(self, base: float) -> int:
        return int(min(_FARTHEST, max(-_FARTHEST, base / self._height)))

    def behind(
        self, heights: tuple[float, float], left: float, right: float, fits: Callable[[Line], bool]
    ) -> Line | None:
        """The line that fits and begins first of those that stand between two heights and begin between two places."""
        nearest: Line | None = None
        first, last = map(self._strip, heights)
        for number in range(first, min(last, first + _MOST_BESIDE) + 1):
            if number not in self._strips:
                continue
            lefts, found = self._strips[number]
            start = bisect_left(lefts, left)
            for other in found[start : start + _MOST_BESIDE]:
                if other.left > right or (nearest is not None and other.left >= nearest.left):
                    break
                if fits(other):
                    nearest = other
                    break
        return nearest


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of a page, from the top to the bottom; wide gaps end one."""
    lines = _merged(_in_order(_once(pieces)))
    for line in lines:
        _settle(line)
    lines.sort(key=attrgetter("base", "left"))
    return lines


def lines_in_order(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of words that are known to be read in this order, whatever the gaps between them."""
    lines = list(_in_order(pieces, inf))
    for line in lines:
        _settle(line)
    return lines


def _once(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Words without those that are printed over themselves."""
    seen: dict[str, list[Piece]] = {}
    for piece in pieces:
        same = seen.setdefault(piece.text, [])
        near = _TWICE * piece.look.size
        if any(abs(p.left - piece.left) < near and abs(p.base - piece.base) < near for p in same[-3:]):
            continue
        same.append(piece)
        yield piece


def _in_order(pieces: Iterable[Piece], gap: float = _WIDE) -> Iterator[Line]:
    """Words that follow each other in the file and on the page."""
    line: Line | None = None
    for place, piece in enumerate(pieces):
        one = _line_of(piece, place)
        if line is not None and not line.pieces[-1].divided and _follows(line, one, gap):
            line.extend(one)
            continue
        if line is not None:
            yield line
        line = one
    if line is not None:
        yield line


def _line_of(piece: Piece, place: int) -> Line:
    return Line([piece], piece.left, piece.right, piece.base, piece.look.size, place, place)


def _follows(line: Line, other: Line, gap: float) -> bool:
    """Whether another line goes on to the right of one, without a wider gap."""
    size = max(line.size, other.size)
    if not -_OVERLAP * size < other.left - line.right < gap * size or line.size > INITIAL * other.size:
        return False
    shift = abs(line.base - other.base)
    return shift <= _SAME * size or (shift <= _RAISED * size and min(line.size, other.size) <= _SMALLER * size)


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Lines of which the file has the words in another order, put together."""
    found = sorted(lines, key=attrgetter("left"))
    strips, largest = Strips(found), max((line.size for line in found), default=0.0)
    gone: set[int] = set()
    for line in found:
        if id(line) in gone:
            continue
        while (other := _beside(line, strips, largest, gone)) is not None:
            line.extend(other)
            gone.add(id(other))
    return [line for line in found if id(line) not in gone]


def _beside(line: Line, strips: Strips, largest: float, gone: set[int]) -> Line | None:
    """The line that goes on right beside one, if any; no letters are larger than `largest`."""
    reach = _RAISED * line.size

    def fits(other: Line) -> bool:
        near = abs(other.base - line.base) <= reach and other is not line and id(other) not in gone
        return near and _follows(line, other, _BESIDE)

    left = max(line.left, line.right - _OVERLAP * largest)
    return strips.behind((line.base - reach, line.base + reach), left, line.right + _BESIDE * largest, fits)


def _settle(line: Line) -> None:
    """Find the line that most letters stand on, and which words are raised or lowered."""
    sizes: dict[tuple[float, float], int] = {}
    for piece in line.pieces:
        key = piece.look.size, piece.base
        sizes[key] = sizes.get(key, 0) + len(piece.text)
    if len(sizes) == 1:
        return
    line.size, line.base = max(sizes, key=lambda key: (sizes[key], key))
    largest = max((size, base) for size, base in sizes)
    if line.size <= _SMALLER * largest[0] and sizes[largest] * 4 > sizes[line.size, line.base]:
        line.size, line.base = largest
    for piece in line.pieces:
        shift = line.base - piece.base
        if abs(shift) > _SAME * line.size and piece.look.size < line.size * 0.95:
            piece.raised = 1 if shift > 0 else -1
    _close_up(line)


def _close_up(line: Line) -> None:
    """Take away spaces before what is raised or lowered right behind a word, and behind it."""
    for piece, after in pairwise(line.pieces):
        if piece.raised != after.raised and after.left - piece.right < _CLOSE * line.size:
            after.before = ""


def without_leader(row: list[Line]) -> list[Line]:
    """A row without the dots that lead to its last word in a list of contents, as one line if there are any."""
    dots = [piece for line in row for piece in line.pieces if _DOTS.fullmatch(piece.text)]
    if sum(len(piece.text) for piece in dots) < _FEWEST_DOTS or len(dots) == sum(len(line.pieces) for line in row):
        return row
    ids = set(map(id, dots))
    whole = row[0]
    for line in row[1:]:
        whole.extend(line)
    for piece, after in pairwise(whole.pieces):
        if id(piece) in ids:
            after.before = " "
    whole.pieces = [piece for piece in whole.pieces if id(piece) not in ids]
    whole.leader = True
    return [whole]


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand beside each other, from left to right, from the top to the bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=attrgetter("base")):
        if rows and _level_with(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=attrgetter("left"))
    return rows


def _level_with(row: Sequence[Line], line: Line) -> bool:
    first = row[0]
    if first.grid is not None or line.grid is not None:
        return False
    near = len(row) < _MOST_BESIDE and abs(line.base - first.base) <= 0.3 * min(line.size, first.size)
    return near and all(line.left >= other.right - 1 or line.right <= other.left + 1 for other in row)
