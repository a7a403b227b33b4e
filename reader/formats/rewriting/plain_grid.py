"""Tables of plain text with other words in their cells: columns that become too narrow are widened in all rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reader import late_re as re
from reader.formats.plain_places import Part
from reader.formats.rewriting.filling import OldLine, filled
from reader.late_dataclasses import dataclass
from reader.text import Cell

_BARS = "|│┃║"
_BAR = re.compile(rf"[{_BARS}+]")
_GAP = 2  # between columns without bars
_CORNERS = ("+", "┌", "╔", "┏", "╭", "├", "╠", "┣")
_DRAWN = frozenset("-=_~─━═")


class GridError(Exception):
    """The table cannot be written with these words."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph in a cell: the cell, where its lines stand and what they are, and new words, None if they stay."""

    cell: Cell
    parts: Sequence[Part]
    old: Sequence[OldLine]
    text: str | None = None


def rewritten_table(lines: Mapping[int, str], slots: Sequence[Slot]) -> dict[int, str]:
    """The lines of a table, by their numbers, with other words.

    Raises:
        GridError: there is no place for them.
    """
    if not _is_drawn(lines) and any("|" in line for line in lines.values()):
        slots = [_escaped(slot) for slot in slots]
    columns = _Columns(lines, slots)
    return _in_columns(lines, slots, columns) if columns.even else _in_place(lines, slots)


def _escaped(slot: Slot) -> Slot:
    """A cell whose words have bars as cells between bars have them."""
    return replace(slot, text=slot.text.replace("|", "\\|")) if slot.text else slot


def _is_drawn(lines: Mapping[int, str]) -> bool:
    """Whether a table is drawn in boxes."""
    return any(line.lstrip()[:1] in _CORNERS for line in lines.values())


class _Columns:
    """The columns that cells begin and end in.

    Attributes:
        even: whether they are the same in all lines.
        left, right: where the words of each begin and end.
        limit: up to where they may reach without being widened.
        flush: those whose words all end in one place, as figures do, and begin in several.
    """

    def __init__(self, lines: Mapping[int, str], slots: Sequence[Slot]) -> None:
        found = defaultdict[int, list[Part]](list)
        for slot in slots:
            if slot.cell.columns == 1:
                found[slot.cell.column] += slot.parts
        self.left = {column: min(part.column for part in parts) for column, parts in found.items() if parts}
        self.right = {column: max(part.stop for part in found[column]) for column in self.left}
        self.limit = {column: self._limit(lines, column) for column in self.left}
        self.flush = {column for column in self.left if _is_flush(found[column], self.right[column])}
        order = sorted(self.left)
        apart = all(self.right[a] < self.left[b] for a, b in pairwise(order))
        self.even = apart and not any("\t" in line for line in lines.values()) and self._in_line(lines, order)

    def _limit(self, lines: Mapping[int, str], column: int) -> int:
        right = self.right[column]
        behind = min((left for other, left in self.left.items() if other > column), default=None)
        gaps = [line[right:behind] for line in lines.values()]
        bars = [bar.start() for gap in gaps if (bar := _BAR.search(gap))]
        if bars:
            return right + max(min(bars) - 1, 0)
        return right if behind is None else max(right, behind - _GAP)

    def _in_line(self, lines: Mapping[int, str], order: Sequence[int]) -> bool:
        """Whether bars between two columns stand between their words in all lines."""
        for a, b in pairwise(order):
            bars = [_bars(line[self.right[a] : self.left[b]]) for line in lines.values() if _bars(line)]
            if len(set(bars)) > 1:
                return False
        return True


def _bars(text: str) -> int:
    return sum(map(text.count, (*_BARS, "+", "┼")))


def _is_flush(parts: Sequence[Part], right: int) -> bool:
    """Whether all end in one place, but for a head, and begin in several."""
    ending = parts if parts[0].stop == right or len(parts) < 3 else parts[1:]
    return len({part.column for part in ending}) > 1 and all(part.stop == right for part in ending)


def _in_place(lines: Mapping[int, str], slots: Sequence[Slot]) -> dict[int, str]:
    """The lines with each cell by itself, its columns not being even."""
    changed = dict(lines)
    drawn = _is_drawn(lines)
    for slot in sorted(slots, key=lambda slot: -max((part.column for part in slot.parts), default=0)):
        for part, text in zip(
            slot.parts, _texts_in_place(slot, changed) if slot.text is not None else (), strict=False
        ):
            line = changed[part.line]
            rest, room = line[part.stop :], _room(line, part)
            more = len(text) - (part.stop - part.column)
            if more > room and drawn:
                raise GridError
            barred = rest.lstrip()[:1] in tuple(_BARS)
            rest = rest[min(more, room) :] if more > 0 else " " * (-more if barred else 0) + rest
            changed[part.line] = line[: part.column] + text + rest
    return changed


def _room(line: str, part: Part) -> int:
    """How many letters more there is room for before a bar."""
    rest = line[part.stop :]
    return max(len(rest) - len(rest.lstrip(" ")) - 1, 0) if rest.lstrip()[:1] in tuple(_BARS) else 0


def _texts_in_place(slot: Slot, lines: Mapping[int, str]) -> list[str]:
    """The words of a cell for each of its lines."""
    if len(slot.parts) == 1:
        return [(slot.text or "").replace("\n", " ")]
    rooms = [part.stop - part.column + _room(lines[part.line], part) for part in slot.parts]
    found = [line.text for line in filled(slot.old, slot.text or "", lambda like, extra: rooms[like])]
    if len(found) > len(slot.parts):
        raise GridError
    return [*found, *[""] * (len(slot.parts) - len(found))]


def _in_columns(lines: Mapping[int, str], slots: Sequence[Slot], columns: _Columns) -> dict[int, str]:
    texts = [list(_texts(slot, columns)) for slot in slots]
    grown = _growth(slots, texts, columns)
    places = sorted((columns.left[c] if c in columns.flush else columns.right[c], more) for c, more in grown.items())
    words = defaultdict[int, list[Part]](list)
    for slot in slots:
        for part in slot.parts:
            words[part.line].append(part)
    changed = {number: _widened(line, places, words.get(number, ())) for number, line in lines.items()}
    for slot, found in zip(slots, texts, strict=True):
        flush = slot.cell.columns == 1 and slot.cell.column in columns.flush
        for part, text in zip(slot.parts, found, strict=True):
            moved = sum(more for place, more in places if place <= part.column)
            changed[part.line] = _with_words(changed[part.line], part.column + moved, part, text, flush=flush)
    return changed


def _texts(slot: Slot, columns: _Columns) -> Iterator[str]:
    """The words of a cell for each of its lines; a column is widened until these are enough."""
    if slot.text is None:
        yield from (line.shown for line in slot.old)
        return
    if len(slot.parts) == 1:
        yield slot.text.replace("\n", " ")
        return
    last = slot.cell.column + slot.cell.columns - 1
    left = min(part.column for part in slot.parts)
    least = max(columns.right.get(last, 0) - left, max(part.stop for part in slot.parts) - left, 1)
    low, high = least, max(least, len(slot.text))
    while low < high:
        middle = (low + high) // 2
        enough = len(_broken(slot, middle)) <= len(slot.parts)
        low, high = (low, middle) if enough else (middle + 1, high)
    found = _broken(slot, low)
    if len(found) > len(slot.parts):
        raise GridError
    yield from [*found, *[""] * (len(slot.parts) - len(found))]


def _broken(slot: Slot, width: int) -> list[str]:
    return [line.text for line in filled(slot.old, slot.text or "", lambda like, extra: width)]


def _growth(slots: Sequence[Slot], texts: Sequence[Sequence[str]], columns: _Columns) -> dict[int, int]:
    """How many letters wider each column has to be."""
    grown = dict.fromkeys(columns.right, 0)
    for several in (False, True):
        for slot, found in zip(slots, texts, strict=True):
            if slot.text is None or (slot.cell.columns > 1) != several:
                continue
            column = slot.cell.column + slot.cell.columns - 1
            if column not in grown:
                if several or not slot.parts:
                    raise GridError
                continue
            flush = column in columns.flush and not several
            for part, text in zip(slot.parts, found, strict=True):
                begin = columns.left[column] if flush else part.column
                inner = sum(more for c, more in grown.items() if slot.cell.column <= c < column)
                room = (columns.right if flush else columns.limit)[column] - begin + inner
                grown[column] = max(grown[column], len(text) - room)
    return grown


def _widened(line: str, places: Sequence[tuple[int, int]], words: Sequence[Part]) -> str:
    for place, more in reversed(places):
        if more <= 0 or place > len(line):
            continue
        before, behind = line[place - 1 : place], line[place : place + 1]
        inside = any(part.column < place <= part.stop or part.column == place for part in words)
        drawn = before if before in _DRAWN else behind
        fill = drawn if drawn in _DRAWN and not inside else " "
        if fill != " " or place < len(line):
            line = line[:place] + fill * more + line[place:]
    return line


def _with_words(line: str, column: int, part: Part, text: str, *, flush: bool) -> str:
    size = part.stop - part.column
    stop = column + size
    start = stop - len(text) if flush else column
    end = start + len(text)
    if start < 0 or line[min(start, column) : column].strip() or line[stop : max(end, stop)].strip():
        raise GridError
    first = min(start, column)
    padded = " " * (start - first) + text
    rest = line[max(end, stop) :]
    whole = line[:first] + padded.ljust(max(end, stop) - first) + rest
    return whole if rest else whole.rstrip()
