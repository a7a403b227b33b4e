"""What stands on every page and is no part of the text: running heads and feet, page numbers, numbers of lines."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from reader import late_re as re
from reader.formats.pdf.lines import Line, rows_of
from reader.late_dataclasses import dataclass

# So many rows at the top and at the bottom of a page may be furniture, within so much of its height.
_ROWS, _REACH = 4, 0.22
# Rows at the same height on several pages are no further apart, in points.
_SAME_HEIGHT = 2.5
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:side|page|s\.|p\.)\s*)?(\d{1,6}|[ivxlc]{1,7})\W*", re.IGNORECASE)
# The number of the page at an edge of a running head.
_EDGE_NUMBER = re.compile(r"^\d{1,6}\s+(?=\D)|(?<=\D)\s+\d{1,6}$")
# A gap between the text and a page number on a page of its own, in sizes of letters.
_APART = 1.5
_MOST_ARTIFACTS = 0.3
_SHARE = 0.5
_LONGEST = 110
# Numbers of lines: so many on a page at least.
_FEWEST_NUMBERS = 5
_NUMBER = re.compile(r"\d{1,5}")


@dataclass(slots=True)
class Furniture:
    """What has been left out of all pages.

    Attributes:
        heads: texts of running heads and feet, with how many pages have each.
        page_numbers: how many pages have a number.
        line_numbers: how many lines have one.
    """

    heads: Counter[str] = field(default_factory=Counter)
    page_numbers: int = 0
    line_numbers: int = 0


@dataclass(slots=True)
class _Row:
    """A row at the edge of a page: its lines, where it is, and what it is known by."""

    lines: list[Line]
    page: int
    place: int
    zone: str
    text: str
    height: float

    @property
    def key(self) -> tuple[str, str]:
        return self.zone, _DIGITS.sub("#", self.text)

    @property
    def is_number(self) -> bool:
        return _PAGE_NUMBER.fullmatch(self.text) is not None


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float], found: Furniture) -> list[list[Line]]:
    """The lines of the pages without what is no part of the text, which is added to what has been `found`."""
    kept = []
    for lines in pages:
        lines = _without_line_numbers(lines, found)
        gone = _artifacts(lines)
        _record(gone, found)
        kept.append(_without(lines, gone))
    rows = [row for page, lines in enumerate(kept) for row in _edges(lines, page, heights[page])]
    alike = _alike(rows, len(pages))
    alike |= _in_slots(rows, alike)
    for page, lines in enumerate(kept):
        gone = list(_outermost([row for row in rows if row.page == page], alike))
        _record(gone, found)
        kept[page] = _without_line_numbers(_without(lines, gone), found)
    return kept


def _without_line_numbers(lines: list[Line], found: Furniture) -> list[Line]:
    numbers = _line_numbers(lines)
    found.line_numbers += len(numbers)
    return _without(lines, numbers)


def _without(lines: Sequence[Line], gone: Sequence[Line]) -> list[Line]:
    ids = set(map(id, gone))
    return [line for line in lines if id(line) not in ids]


def _record(gone: Sequence[Line], found: Furniture) -> None:
    for row in rows_of(gone):
        text = _text(row)
        if _PAGE_NUMBER.fullmatch(text):
            found.page_numbers += 1
        else:
            found.heads[_EDGE_NUMBER.sub("", text)] += 1


def _text(row: Sequence[Line]) -> str:
    return " ".join(line.text for line in row)


def _artifacts(lines: Sequence[Line]) -> list[Line]:
    """What the file says is no part of the text, if it does so with sense."""
    marked = [line for line in lines if line.pieces and all(piece.artifact for piece in line.pieces)]
    letters = sum(line.length for line in lines)
    return marked if sum(line.length for line in marked) <= _MOST_ARTIFACTS * letters else []


def _edges(lines: Sequence[Line], page: int, height: float) -> Iterator[_Row]:
    """The outermost rows of a page."""
    rows = [row for row in rows_of(lines) if row[0].grid is None]
    for place, row in enumerate(rows[:_ROWS]):
        if row[0].base < _REACH * height:
            yield _Row(row, page, place, "head", _text(row), row[0].base)
    for place, row in enumerate(reversed(rows[-_ROWS:])):
        if row[0].base > (1 - _REACH) * height:
            yield _Row(row, page, place, "foot", _text(row), row[0].base)


def _alike(rows: Sequence[_Row], pages: int) -> set[int]:
    """The rows, by identity, that stand at the same height on several pages with the same words; and page numbers."""
    found: set[int] = set()
    by_key: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    for same in by_key.values():
        if same[0].is_number:
            found |= _counted(same, pages)
        elif len(same[0].text) <= _LONGEST and re.search(r"[^\W\d]", same[0].text):
            found |= _repeated(same)
    return found


def _repeated(same: Sequence[_Row]) -> set[int]:
    ordered = sorted(same, key=lambda row: row.height)
    found: set[int] = set()
    for row, after in pairwise(ordered):
        if after.page != row.page and after.height - row.height <= _SAME_HEIGHT:
            found |= {id(row), id(after)}
    return found


def _counted(same: Sequence[_Row], pages: int) -> set[int]:
    """Rows that count the pages: their numbers rise with these; the number of a lone page stands apart."""
    steps = Counter[int]()
    for row in same:
        if (number := _number(row.text)) is not None:
            steps[number - row.page] += 1
    if not steps:
        return set()
    step, count = steps.most_common(1)[0]
    if count < 2 and (pages > 1 or step != 1 or not _is_apart(same[0])):
        return set()
    return {id(row) for row in same if (n := _number(row.text)) is not None and (n - row.page == step or count > 2)}


def _is_apart(row: _Row) -> bool:
    return row.place == 0


def _number(text: str) -> int | None:
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else _roman(match[1].lower())


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _in_slots(rows: Sequence[_Row], alike: set[int]) -> set[int]:
    """Outermost rows at a height at which most pages have furniture: heads that name the chapter, once."""
    outermost = sorted((row for row in rows if row.place == 0), key=lambda row: (row.zone, row.height))
    heights = {zone: [row.height for row in outermost if row.zone == zone] for zone in ("head", "foot")}
    known = {zone: [row.height for row in outermost if row.zone == zone and id(row) in alike] for zone in heights}
    found: set[int] = set()
    for row in outermost:
        if len(row.text) > _LONGEST or id(row) in alike:
            continue
        near, sure = _near(heights[row.zone], row.height), _near(known[row.zone], row.height)
        if sure >= 2 and sure >= _SHARE * near:
            found.add(id(row))
    return found


def _near(heights: Sequence[float], height: float) -> int:
    return bisect_left(heights, height + _SAME_HEIGHT) - bisect_left(heights, height - _SAME_HEIGHT)


def _outermost(rows: Sequence[_Row], alike: set[int]) -> Iterator[Line]:
    """The lines of furniture that no text stands beyond."""
    for zone in ("head", "foot"):
        for row in sorted((row for row in rows if row.zone == zone), key=lambda row: row.place):
            if id(row) not in alike:
                break
            yield from row.lines


def _line_numbers(lines: Sequence[Line]) -> list[Line]:
    """Numbers beside the lines of a page that count them."""
    numbers = [line for line in lines if line.grid is None and _NUMBER.fullmatch(line.text)]
    if len(numbers) < _FEWEST_NUMBERS:
        return []
    ids = set(map(id, numbers))
    others = [line for line in lines if id(line) not in ids]
    for side in (1, -1):
        outside = [n for n in numbers if not any(_is_beyond(n, line, side) for line in others)]
        if len(outside) >= _FEWEST_NUMBERS and _count_up(outside):
            return outside
    return []


def _is_beyond(number: Line, line: Line, side: int) -> bool:
    """Whether a line reaches beyond a number at the left (1) or right (-1) edge."""
    return line.left < number.right if side == 1 else line.right > number.left


def _count_up(numbers: Sequence[Line]) -> bool:
    """Whether numbers from the top to the bottom rise by the same step."""
    values = [int(line.text) for line in sorted(numbers, key=lambda line: line.base)]
    steps = {after - before for before, after in pairwise(values)}
    return len(steps) == 1 and steps <= {1, 2, 5, 10}
