"""Lines of a column put together as paragraphs, and what tells where one begins."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from reader import late_re as re
from reader.formats.pdf.aligned import aligned_tables
from reader.formats.pdf.grids import Grid
from reader.formats.pdf.lines import Line, rows_of, without_leader
from reader.formats.pdf.measures import Measures
from reader.formats.pdf.short_lines import are_kept
from reader.formats.plain_markers import bulleted, is_sure, numbered
from reader.late_dataclasses import dataclass

# As shares of the size of letters: a line that begins further in begins a paragraph, as one behind a wider gap does.
_INDENT, _GAP, _GAP_BEHIND_SENTENCE = 0.7, 1.28, 1.09
_RESIZED = 0.06
# How much room the last line of a paragraph leaves: in a column with straight edges, and in one without.
_ROOM, _RAGGED_ROOM, _RAGGEDEST = 0.4, 1.2, 0.4
_STRAIGHT, _EDGE = 0.45, 2.0
# No line with fewer letters is that of a paragraph that goes on in the next column.
_LEAST_FULL = 16
# Texts beside each other that do not belong together are so far apart.
_FAR = 3.0
# No column begins further in than its outermost line, in points.
_FARTHEST = 40
ENDS = tuple('.!?…:»”")')
_MARKER = re.compile(r"[^\w\s]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]")
# What fonts of signs have of their own.
_SIGN = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Tag:
    """What the file says of a paragraph.

    Attributes:
        heading: its level, or 0.
        depth: in how many items of lists it is.
        item: whether it begins the innermost.
        begun, open: whether it has begun on a page before, and goes on on another.
    """

    heading: int = 0
    depth: int = 0
    item: bool = False
    begun: bool = False
    open: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph, or a table.

    Attributes:
        lines: its lines.
        page: the number of the page on which it begins.
        left, right: of the column.
        marker: of an item of a list, as the page shows it.
        grid: the table, if it is one.
        full: whether its last line is as long as can be, so that it may go on in the next column.
        kept: whether its lines stay lines: those of an address.
        size: that of the letters of its longest line.
        bold: whether all of it is bold.
        tag: what the file says of it, if that can be relied on.
    """

    lines: list[Line]
    page: int
    left: float
    right: float
    marker: str = ""
    grid: Grid | None = None
    full: bool = False
    kept: bool = False
    tag: Tag | None = None
    size: float = field(init=False, default=0.0)
    bold: bool = field(init=False, default=True)
    _longest: int = field(init=False, default=0)
    _ends: tuple[float, float] = field(init=False, default=(math.inf, -math.inf))

    def __post_init__(self) -> None:
        """Look at its lines."""
        self._look_at(self.lines)

    def add(self, lines: Sequence[Line]) -> None:
        """It goes on with these lines: only they are looked at, since a paragraph may be as long as a book."""
        self.lines += lines
        self._look_at(lines)

    def _look_at(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if (length := line.length) > self._longest:
                self._longest, self.size = length, line.size
            self._ends = min(self._ends[0], line.right), max(self._ends[1], line.right)
            self.bold = self.bold and all(piece.look.bold for piece in line.pieces if piece.text.strip(".:"))

    def keep_short_lines(self) -> None:
        """Find out, once it has all its lines, whether they stay lines."""
        heading = self.tag is not None and self.tag.heading > 0
        self.kept = not self.marker and not self.bold and not heading and are_kept(self.lines)

    @property
    def narrow(self) -> bool:
        """Whether its lines all end in one place, which need not be that where others do."""
        return self._ends[1] - self._ends[0] <= _EDGE

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)


class Column:
    """The lines of a column, or of what stands across columns."""

    def __init__(self, flow: Sequence[Line], page: int, measures: Measures, labels: frozenset[str]) -> None:
        self._page, self._measures, self._labels = page, measures, labels
        self._rows = [with_markers(without_leader(row)) for row in rows_of(flow)]
        self._lines: list[Line] = []
        self.left, self.right = _edges(flow)
        reaching = sum(abs(line.right - self.right) <= _EDGE for line in flow)
        self._straight = reaching >= _STRAIGHT * max(len(flow), 1)

    def blocks(self) -> list[Block]:
        """The paragraphs and tables, from the top to the bottom."""
        found: list[Block] = []
        for part in aligned_tables(self._rows):
            if isinstance(part, Grid):
                found.append(Block([], self._page, self.left, self.right, grid=part))
            else:
                found += self._paragraphs(part)
        return found

    def _paragraphs(self, rows: Sequence[list[Line]]) -> list[Block]:
        found: list[Block] = []
        for row in _by_columns(rows):
            line = _one_line(row)
            if line.grid is not None:
                found.append(Block([], self._page, self.left, self.right, grid=line.grid))
            elif not found or found[-1].grid is not None or self._begins(found[-1], line):
                found.append(self._begun(line))
            else:
                found[-1].add([line])
        for block in found:
            block.keep_short_lines()
            block.full = bool(block.lines) and not block.kept and self._is_full(block.lines[-1])
        return found

    def _begun(self, line: Line) -> Block:
        return Block([line], self._page, self.left, self.right, marker=marker_of(line.text))

    def _begins(self, block: Block, line: Line) -> bool:
        """Whether a line begins a paragraph below another."""
        last, size = block.lines[-1], max(line.size, block.lines[-1].size)
        if abs(line.size - block.size) > _RESIZED * size and not _is_small_part(line, block):
            return True
        pitch = self._measures.pitch(block.size)
        ended = last.text.endswith(ENDS) and not line.text[0].islower()
        if not 0 < line.base - last.base <= (_GAP_BEHIND_SENTENCE if ended else _GAP) * pitch:
            return True
        if (
            last.leader
            or (line.leader and _is_bold(last))
            or self._is_other_weight(block, line)
            or self._begins_note(line)
        ):
            return True
        if _is_bullet(line.text) and line.text[0] not in "–—-":
            return True
        if self._is_centred(last) and self._is_centred(line):
            return False
        return self._is_indented(block, line) or self._was_last(block, line) or self._is_next_item(block, line)

    def _is_other_weight(self, block: Block, line: Line) -> bool:
        """Whether a heading in bold letters ends above a line."""
        bold = _is_bold(line)
        return block.bold is not bold and (self._has_room(block.lines[-1], line, _ROOM) or bold)

    def _begins_note(self, line: Line) -> bool:
        """Whether a line begins with the label of a note that the page refers to."""
        first = line.pieces[0]
        small = line.size < self._measures.size or first.raised == 1
        return small and len(line.pieces) > 1 and first.text.rstrip(".)") in self._labels

    def _is_centred(self, line: Line) -> bool:
        inset = line.left - self.left
        return inset > line.size and abs(inset - (self.right - line.right)) < line.size

    def _is_indented(self, block: Block, line: Line) -> bool:
        """Whether a line begins further in, or further out, than those of a paragraph above it."""
        usual = block.lines[1].left if len(block.lines) > 1 else block.lines[0].left
        shift = (line.left - usual) / line.size
        if abs(shift) <= _INDENT:
            return False
        if len(block.lines) > 1:
            return True
        if shift < 0:  # the first line is indented, or another paragraph begins further out
            return self._has_room(block.lines[0], line, _ROOM) or shift < -6
        return not block.marker and not (self._is_full(block.lines[0]) and _hangs(block.lines[0], line))

    def _was_last(self, block: Block, line: Line) -> bool:
        """Whether the first word of a line would have fitted into the last one of a paragraph above it."""
        last = block.lines[-1]
        if len(block.lines) > 1 and block.narrow and line.text[:1].islower():
            return False
        if self._straight:
            return self._has_room(last, line, _ROOM)
        goes_on = line.text[:1].islower() and not last.text.endswith(ENDS)
        if goes_on:
            return self._has_room(last, line, _RAGGEDEST * (self.right - self.left) / line.size)
        return self._has_room(last, line, _RAGGED_ROOM)

    def _has_room(self, last: Line, line: Line, more: float) -> bool:
        first = line.pieces[0]
        width = first.right - first.left
        for piece in line.pieces[1:]:
            if piece.before:
                break
            width = piece.right - line.left
        return self.right - last.right > width + (0.25 + more) * line.size

    def _is_full(self, line: Line) -> bool:
        wide = line.length >= _LEAST_FULL
        return wide and self.right - line.right <= (_ROOM * 4 if self._straight else 8) * line.size

    def _is_next_item(self, block: Block, line: Line) -> bool:
        """Whether a line begins the next item of a numbered list."""
        if not block.marker or not marker_of(line.text):
            return False
        return abs(line.left - block.lines[0].left) < _INDENT * line.size


def _edges(flow: Sequence[Line]) -> tuple[float, float]:
    """Where most lines begin, and where they end, or the longest where they end anywhere."""
    if not flow:
        return 0.0, 0.0
    lefts, rights = Counter(round(line.left) for line in flow), Counter(round(line.right) for line in flow)
    left = min(left for left, count in lefts.items() if count * 4 >= max(lefts.values()))
    right, count = rights.most_common(1)[0]
    straight = count + rights[right - 1] + rights[right + 1] >= _STRAIGHT * len(flow)
    return min(left, min(line.left for line in flow) + _FARTHEST), right if straight else max(rights)


def with_markers(row: list[Line]) -> list[Line]:
    """A row in which the marker of an item of a list is not apart from its words, and a bullet if it is a sign."""
    if len(row) > 1 and row[0].grid is None and _MARKER.fullmatch(row[0].text):
        row[0].extend(row[1])
        del row[1]
    pieces = row[0].pieces
    if len(pieces) > 1 and pieces[1].before and _SIGN.fullmatch(pieces[0].text):
        pieces[0].text = "•"
    return row


def _by_columns(rows: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Rows, of which two with texts below each other that stand alone are parted: who signs, beside each other."""
    place = 0
    while place < len(rows):
        pair = rows[place : place + 2]
        if len(pair) == 2 and _are_below(*pair):
            yield from ([line] for column in zip(*pair, strict=True) for line in column)
            place += 2
        else:
            yield rows[place]
            place += 1


def _are_below(row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether each text of a row, far from the others, has one below it."""
    if not 1 < len(row) == len(after) or any(line.grid is not None for line in (*row, *after)):
        return False
    far = all(b.left - a.right > _FAR * a.size for texts in (row, after) for a, b in pairwise(texts))
    return far and all(abs(a.left - b.left) <= a.size for a, b in zip(row, after, strict=True))


def _one_line(row: Sequence[Line]) -> Line:
    line = row[0]
    for other in row[1:]:
        line.extend(other)
    return line


def _is_bold(line: Line) -> bool:
    return all(piece.look.bold for piece in line.pieces)


def _is_small_part(line: Line, block: Block) -> bool:
    """Whether a line is of another size only because it has little but raised letters."""
    return line.length < 4 and line.size < block.size


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line goes on below the first of a paragraph that reaches further out."""
    return line.text[:1].islower() or not first.text.endswith(ENDS)


def _is_bullet(text: str) -> bool:
    item = bulleted(text)
    return item is not None and (is_sure(item) or text[0] in "–—-*")


def marker_of(text: str) -> str:
    """The marker of the item of a list that a line begins, or ""."""
    item = bulleted(text)
    if item is not None:
        return text[: len(text) - len(item.text)].strip() if is_sure(item) or text[0] in "-*" else ""
    return next((found.marker for found, _ in numbered(text)), "")
