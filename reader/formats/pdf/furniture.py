"""What stands on every page and is no part of the text: running heads and feet, page numbers, numbers of lines."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import groupby, islice, pairwise
from math import inf
from statistics import median

from reader import late_re as re
from reader.formats.pdf.lines import Line, rows_of
from reader.late_dataclasses import dataclass

# So many rows at the top and at the bottom of a page may be furniture, within so much of its height.
_ROWS, _REACH = 4, 0.22
# Rows at the same height on several pages are no further apart, in points.
_SAME_HEIGHT = 2.5
# Running heads come again after no more pages.
_NEAR_PAGES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:side|page|s\.|p\.)\s*)?(\d{1,6}|[ivxlc]{1,7})\W*", re.IGNORECASE)
# The number of the page at an edge of a running head.
_EDGE_NUMBER = re.compile(r"^\d{1,6}\s+(?=\D)|(?<=\D)\s+\d{1,6}$")
_MOST_ARTIFACTS = 0.3
_SHARE = 0.5
_GAP = 1.8
_LONGEST = 90
# Lines of a text are no further apart than most on their page, times this; and their letters are of one size, nearly.
_FURTHER, _LARGER = 1.15, 0.2
# Words that so many pages have are a running head, even where the text is close.
_MANY_PAGES = 0.25
# Numbers of lines: so many on a page at least.
_FEWEST_NUMBERS = 5
_NUMBER = re.compile(r"\d{1,5}")


@dataclass(slots=True)
class Furniture:
    """What has been left out of all pages.

    Attributes:
        heads: texts of running heads and feet, with how many pages have each.
        names: these texts by what they are but for their figures.
        page_numbers: how many pages have a number.
        line_numbers: how many lines have one.
        across: texts that are printed across pages, with how many pages have each.
    """

    heads: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    page_numbers: int = 0
    line_numbers: int = 0
    across: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Edge:
    """A line near the edge of a page: in which row from the edge, and what it is known by.

    `joined` is whether the next row inwards follows it as the lines of a text do, `rare` whether few pages have it.
    """

    line: Line
    page: int
    place: int
    zone: str
    text: str
    height: float
    joined: bool
    rare: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.zone, _DIGITS.sub("#", self.text)

    @property
    def is_number(self) -> bool:
        return _PAGE_NUMBER.fullmatch(self.text) is not None


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float], found: Furniture) -> list[list[Line]]:
    """The lines of the pages without what is no part of the text, which is added to what has been `found`."""
    kept = [_without_line_numbers(lines, found) for lines in pages]
    for page, gone in enumerate(_artifacts(kept)):
        _record(gone, found)
        kept[page] = _without(kept[page], gone)
    rows = [row for page, lines in enumerate(kept) for row in _edges(lines, page, heights[page])]
    alike = _alike(rows, len(pages))
    _tell_rare(rows, alike, len(pages))
    alike |= _in_slots(rows, alike)
    for page, on_page in groupby(rows, key=lambda row: row.page):
        gone = list(_outermost(list(on_page), alike, len(kept[page])))
        _record(gone, found)
        kept[page] = _without_line_numbers(_without(kept[page], gone), found)
    return kept


def without_repeated(pages: Sequence[list[Line]], found: Furniture) -> list[list[Line]]:
    """The lines that stand upright on pages without those that several pages have."""
    counts = Counter(text for lines in pages for text in {line.text for line in lines})
    kept = []
    for lines in pages:
        gone = [line for line in lines if counts[line.text] > 1]
        _record(gone, found)
        kept.append(_without(lines, gone))
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
        texts = [line.text for line in row]
        words = " ".join(text for text in texts if not _PAGE_NUMBER.fullmatch(text)).strip()
        found.page_numbers += len(words) == 0
        if words:
            head = found.names.setdefault(_DIGITS.sub("#", words), _EDGE_NUMBER.sub("", words))
            found.heads[head] += 1


def _artifacts(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """What the file says is no part of the text, if it does so with sense: little of a page, or what others have."""
    marked = [[line for line in lines if _is_marked(line)] for lines in pages]
    sensible = [_letters(gone) <= _MOST_ARTIFACTS * _letters(lines) for lines, gone in zip(pages, marked, strict=True)]
    known = {_key(line) for gone, sense in zip(marked, sensible, strict=True) if sense for line in gone}
    return [
        gone if sense else [line for line in gone if _key(line) in known]
        for gone, sense in zip(marked, sensible, strict=True)
    ]


def _is_marked(line: Line) -> bool:
    return bool(line.pieces) and all(piece.artifact for piece in line.pieces)


def _letters(lines: Sequence[Line]) -> int:
    return sum(line.length for line in lines)


def _key(line: Line) -> tuple[str, int]:
    """What a line is known by on other pages: its words, but for their figures, and its height."""
    return _DIGITS.sub("#", line.text), round(line.base / _SAME_HEIGHT)


def _edges(lines: Sequence[Line], page: int, height: float) -> Iterator[_Edge]:
    """The outermost rows of a page."""
    rows = [row for row in rows_of(lines) if row[0].grid is None]
    reach = _REACH * height
    follows = _following(rows)
    for zone, inwards in (("head", rows), ("foot", rows[::-1])):
        for place, row in enumerate(inwards[:_ROWS]):
            if (row[0].base if zone == "head" else height - row[0].base) < reach:
                joined = place + 1 < len(inwards) and follows(row[0], inwards[place + 1][0])
                yield from (_Edge(line, page, place, zone, line.text, line.base, joined) for line in row)


def _following(rows: Sequence[Sequence[Line]]) -> Callable[[Line, Line], bool]:
    """Whether two lines are as near each other, and as large, as most of a page with these rows."""
    distance = median(after[0].base - row[0].base for row, after in pairwise(rows)) if len(rows) > 1 else 0.0
    size = median(row[0].size for row in rows) if rows else 0.0

    def follows(line: Line, other: Line) -> bool:
        near = abs(other.base - line.base) <= _FURTHER * distance
        return near and max(abs(line.size - size), abs(other.size - size)) <= _LARGER

    return follows


def _alike(rows: Sequence[_Edge], pages: int) -> set[int]:
    """The rows, by identity, that stand at the same height on several pages with the same words; and page numbers."""
    found: set[int] = set()
    by_key: dict[tuple[str, str], list[_Edge]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    for same in by_key.values():
        if same[0].is_number:
            found |= _counted(same, pages)
        elif len(same[0].text) <= _LONGEST and re.search(r"[^\W\d]", same[0].text):
            found |= _repeated(same)
    return found


def _tell_rare(rows: Sequence[_Edge], alike: set[int], pages: int) -> None:
    """Notes of rows that are alike whether few pages have them."""
    counts = Counter(row.key for row in rows if id(row) in alike)
    for row in rows:
        row.rare = not row.is_number and counts[row.key] <= _MANY_PAGES * pages


def _repeated(same: Sequence[_Edge]) -> set[int]:
    """Those that stand at the same height on pages that are near each other."""
    found: set[int] = set()
    for place, edge in enumerate(same):
        for after in islice(same, place + 1, place + 1 + _NEAR_PAGES):
            near = 0 < after.page - edge.page <= _NEAR_PAGES
            if near and abs(after.height - edge.height) <= _SAME_HEIGHT:
                found |= {id(edge), id(after)}
    return found


def _counted(same: Sequence[_Edge], pages: int) -> set[int]:
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
    sure = [row for row in same if (number := _number(row.text)) is not None and number - row.page == step]
    heights = sorted(row.height for row in sure)
    return {id(row) for row in same if _near(heights, row.height)}


def _is_apart(row: _Edge) -> bool:
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


def _in_slots(rows: Sequence[_Edge], alike: set[int]) -> set[int]:
    """Outermost rows where most pages have furniture that looks so: heads that name the chapter, once."""
    slots: dict[tuple[str, float], list[_Edge]] = {}
    for row in rows:
        if row.place == 0:
            slots.setdefault((row.zone, row.line.size), []).append(row)
    found: set[int] = set()
    for slot in slots.values():
        heights = sorted(row.height for row in slot)
        known = sorted(row.height for row in slot if id(row) in alike)
        for row in slot:
            near, sure = _near(heights, row.height), _near(known, row.height)
            if len(row.text) <= _LONGEST and sure >= 2 and sure >= _SHARE * near:
                found.add(id(row))
    return found


def _near(heights: Sequence[float], height: float) -> int:
    return bisect_left(heights, height + _SAME_HEIGHT) - bisect_left(heights, height - _SAME_HEIGHT)


def _outermost(rows: Sequence[_Edge], alike: set[int], lines: int) -> Iterator[Line]:
    """The lines of furniture that no text stands beyond; `lines` are so many on the page."""
    for zone in ("head", "foot"):
        found: list[list[_Edge]] = []
        for _, row in groupby((row for row in rows if row.zone == zone), key=lambda row: row.place):
            edges = list(row)
            found.append([edge for edge in edges if id(edge) in alike])
            if len(found[-1]) < len(edges):
                found = [*_without_text(found[:-1]), found[-1]]
                break
        else:
            if len(found) >= _ROWS or sum(map(len, found)) == lines > 1:  # the text may be that of other pages, too
                found = _above_gap(found)
        yield from (edge.line for row in found for edge in row)


def _without_text(rows: list[list[_Edge]]) -> list[list[_Edge]]:
    """The rows without the innermost that are the first of the text on their page, and by chance so on another, too."""
    while rows and all(edge.joined and edge.rare for edge in rows[-1]):
        rows = rows[:-1]
    return rows


def _above_gap(rows: list[list[_Edge]]) -> list[list[_Edge]]:
    """The rows beyond the first wide gap."""
    for place, (row, after) in enumerate(pairwise(rows), 1):
        if abs(after[0].height - row[0].height) > _GAP * row[0].line.size:
            return rows[:place]
    return []


def _line_numbers(lines: Sequence[Line]) -> list[Line]:
    """Numbers beside the lines of a page that count them."""
    numbers = [line for line in lines if line.grid is None and _NUMBER.fullmatch(line.text)]
    if len(numbers) < _FEWEST_NUMBERS:
        return []
    ids = set(map(id, numbers))
    others = [line for line in lines if id(line) not in ids]
    first, last = min((line.left for line in others), default=inf), max((line.right for line in others), default=-inf)
    for outside in ([n for n in numbers if n.right <= first], [n for n in numbers if n.left >= last]):
        if len(outside) >= _FEWEST_NUMBERS and _count_up(outside):
            return outside
    return []


def _count_up(numbers: Sequence[Line]) -> bool:
    """Whether numbers from the top to the bottom rise by the same step."""
    values = [int(line.text) for line in sorted(numbers, key=lambda line: line.base)]
    steps = {after - before for before, after in pairwise(values)}
    return len(steps) == 1 and steps <= {1, 2, 5, 10}
