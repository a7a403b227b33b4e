"""Tables that lines are drawn around: their cells, and which words stand in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reader.formats.pdf.values import Area, Piece
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from reader.formats.pdf.blocks import Block

# Lines that meet are no further apart; further ones are different lines.
_MEET = 3.0
_SHORTEST = 6.0
# Lines that are drawn twice are so far apart; and of the words of a table so many may stand across its columns.
_TWICE, _THROUGH = 14.0, 0.05
_MOST_CELLS = 4000
_MOST_LINES = 8
# In so many cells lines of figures stand level where they are rows.
_FEWEST_LEVEL = 3
_COVERED = 0.7


@dataclass(slots=True)
class GridCell:
    """A cell: its place and size in the grid, and its words; `blocks` if the file says what these are, and `head`."""

    row: int
    column: int
    rows: int
    columns: int
    pieces: list[Piece]
    blocks: "list[Block] | None" = None
    head: bool = False


@dataclass(slots=True)
class Grid:
    """A table: its area, and its cells row by row."""

    area: Area
    cells: list[GridCell]

    def add(self, other: "Grid") -> None:
        """It goes on with the rows of another."""
        rows = max((cell.row + cell.rows for cell in self.cells), default=0)
        for cell in other.cells:
            cell.row += rows
        self.cells += other.cells


def complete(cells: Sequence[GridCell]) -> Iterator[GridCell]:
    """The cells of a table, row by row, with empty ones where others have none beside them on the left."""
    free: dict[int, int] = {}  # by the column: the first row that is free again
    for row, group in groupby(cells, lambda cell: cell.row):
        column = 0
        for cell in group:
            for empty in range(column, cell.column):
                if free.get(empty, 0) <= row:
                    yield GridCell(row, empty, 1, 1, [])
            yield cell
            column = max(column, cell.column + cell.columns)
            free |= dict.fromkeys(range(cell.column, column), row + cell.rows)


def grids_of(rules: Sequence[Area], pieces: Sequence[Piece]) -> list[Grid]:
    """The tables of a page that have words in more than one row and column, or column."""
    flat = _joined([r for r in rules if r.width >= _SHORTEST and r.width > r.height], upright=False)
    upright = _joined([r for r in rules if r.height >= _SHORTEST and r.height > r.width], upright=True)
    ordered = sorted(enumerate(pieces), key=lambda place: _middle(place[1])[1])
    found = (_grid(*group, ordered) for group in _groups(flat, upright))
    return [grid for grid in found if grid is not None]


def _joined(rules: list[Area], *, upright: bool) -> list[Area]:
    """Lines put together from the parts that they are drawn in."""

    def across(rule: Area) -> float:
        return rule.left if upright else rule.top

    def ends(rule: Area) -> tuple[float, float]:
        return (rule.top, rule.bottom) if upright else (rule.left, rule.right)

    found: list[Area] = []
    for rule in sorted(rules, key=lambda rule: (round(across(rule) / _MEET), ends(rule))):
        last = found[-1] if found else None
        if last is not None and abs(across(last) - across(rule)) <= _MEET and ends(rule)[0] <= ends(last)[1] + _MEET:
            if upright:
                found[-1] = Area(last.left, last.top, last.right, max(last.bottom, rule.bottom))
            else:
                found[-1] = Area(last.left, last.top, max(last.right, rule.right), last.bottom)
        else:
            found.append(rule)
    return found


def _groups(flat: Sequence[Area], upright: Sequence[Area]) -> Iterator[tuple[list[Area], list[Area]]]:
    """Lines that cross or meet, directly or by others."""
    parents = list(range(len(flat) + len(upright)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for i, one in enumerate(flat):
        for j, other in enumerate(upright, len(flat)):
            if _meet(one, other):
                parents[root(i)] = root(j)
    groups: dict[int, tuple[list[Area], list[Area]]] = {}
    for place in range(len(parents)):
        group = groups.setdefault(root(place), ([], []))
        group[place >= len(flat)].append(flat[place] if place < len(flat) else upright[place - len(flat)])
    yield from (group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2)


def _meet(flat: Area, upright: Area) -> bool:
    return (
        flat.left - _MEET <= upright.left <= flat.right + _MEET
        and upright.top - _MEET <= flat.top <= upright.bottom + _MEET
    )


def _grid(flat: Sequence[Area], upright: Sequence[Area], pieces: Sequence[tuple[int, Piece]]) -> Grid | None:
    """The table of lines; `pieces` are those of the page with their places, from the top to the bottom."""
    rows, columns = _places(rule.top for rule in flat), _places(rule.left for rule in upright)
    area = Area(columns[0], rows[0], columns[-1], rows[-1])
    inside = list(_inside(area, pieces))
    rows = _used(rows, [_middle(piece)[1] for piece in inside])
    columns = _used(columns, [_middle(piece)[0] for piece in inside])
    if len(rows) * len(columns) > _MOST_CELLS or len(rows) < 2 or len(columns) < 3 or _cut(columns, inside):
        return None
    cells = _cells(rows, columns, flat, upright)
    taken = {
        (cell.row + r, cell.column + c): cell for cell in cells for r in range(cell.rows) for c in range(cell.columns)
    }
    for piece in inside:
        x, y = _middle(piece)
        taken[_between(rows, y), _between(columns, x)].pieces.append(piece)
    filled = [cell for cell in cells if cell.pieces]
    if len({cell.column for cell in filled}) < 2 or any(_has_columns(cell) for cell in filled):
        return None
    return Grid(area, list(_by_figures(cells)))


def _inside(area: Area, pieces: Sequence[tuple[int, Piece]]) -> Iterator[Piece]:
    """Those of the pieces that lie in an area, in the order of the file."""
    start = bisect_left(pieces, area.top, key=lambda place: _middle(place[1])[1])
    stop = bisect_right(pieces, area.bottom, key=lambda place: _middle(place[1])[1])
    return (piece for _, piece in sorted(pieces[start:stop]) if area.holds(*_middle(piece)))


def _by_figures(cells: Sequence[GridCell]) -> Iterator[GridCell]:
    """The cells, those of a row in which lines of figures stand level as cells of as many rows."""
    added = 0
    for _, group in groupby(cells, lambda cell: cell.row):
        row = list(group)
        bases = _levels(row)
        for number in range(max(len(bases), 1)):
            for cell in row:
                kept = cell.pieces if len(bases) < 2 else [p for p in cell.pieces if _nearest(bases, p.base) == number]
                yield GridCell(cell.row + added + number, cell.column, cell.rows, cell.columns, kept)
        added += max(len(bases), 1) - 1


def _levels(row: Sequence[GridCell]) -> list[float]:
    """Where the lines of the cells of a row stand, if they stand level and most are figures."""
    filled = [cell for cell in row if cell.pieces]
    if len(filled) < _FEWEST_LEVEL or any(cell.rows > 1 for cell in row):
        return []
    bases = [_places(piece.base for piece in cell.pieces) for cell in filled]
    longest = max(bases, key=len)
    level = all(len(each) == len(longest) and abs(each[0] - longest[0]) <= _MEET for each in bases)
    pieces = [piece for cell in filled for piece in cell.pieces]
    figures = sum(piece.text[:1].isdigit() for piece in pieces)
    return longest if level and 2 * figures > len(pieces) else []


def _nearest(places: Sequence[float], at: float) -> int:
    return min(range(len(places)), key=lambda place: abs(places[place] - at))


def _has_columns(cell: GridCell) -> bool:
    """Whether what stands in a cell across columns is itself the rows of a table, between which no lines are drawn."""
    return cell.columns > 1 and len({round(piece.base) for piece in cell.pieces}) >= _MOST_LINES


def _middle(piece: Piece) -> tuple[float, float]:
    return (piece.left + piece.right) / 2, piece.base - piece.look.size * 0.25


def _used(places: Sequence[float], middles: Sequence[float]) -> list[float]:
    """The places of lines without those right behind another with no words between them, which are drawn twice."""
    ordered = sorted(middles)
    found = list(places[:1])
    for place in places[1:]:
        empty = bisect_left(ordered, place) == bisect_left(ordered, found[-1])
        if not empty or place - found[-1] > _TWICE:
            found.append(place)
    return found


def _cut(columns: Sequence[float], pieces: Sequence[Piece]) -> bool:
    """Whether lines go through words, as no line between columns does."""
    inner = columns[1:-1]
    through = sum(bisect_left(inner, piece.right - _MEET) > bisect_left(inner, piece.left + _MEET) for piece in pieces)
    return through > _THROUGH * len(pieces) + 1


def _between(places: Sequence[float], at: float) -> int:
    return max(min(bisect_right(places, at), len(places) - 1) - 1, 0)


def _places(values: Iterable[float]) -> list[float]:
    """The different ones of values."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _MEET:
            found.append(value)
    return found


def _cells(
    rows: Sequence[float], columns: Sequence[float], flat: Sequence[Area], upright: Sequence[Area]
) -> list[GridCell]:
    """The cells, row by row: those between which no line is drawn are one, as far as they make up a rectangle."""
    between = [[(rule.top, rule.bottom) for rule in upright if abs(rule.left - at) <= _MEET] for at in columns[1:-1]]
    below = [[(rule.left, rule.right) for rule in flat if abs(rule.top - at) <= _MEET] for at in rows[1:-1]]
    closed_right = [[_is_drawn(rules, *edges) for rules in between] for edges in pairwise(rows)]
    closed_below = [[_is_drawn(rules, *edges) for edges in pairwise(columns)] for rules in below]
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            width = 1
            while column + width < len(columns) - 1 and not closed_right[row][column + width - 1]:
                width += 1
            height = 1
            while row + height < len(rows) - 1 and not any(closed_below[row + height - 1][column : column + width]):
                height += 1
            covered = {(row + r, column + c) for r in range(height) for c in range(width)}
            if covered & taken:
                width, height, covered = 1, 1, {(row, column)}
            taken |= covered
            cells.append(GridCell(row, column, height, width, []))
    return cells


def _is_drawn(rules: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    """Whether one of the lines at a place, each from one end to the other, is drawn between two others."""
    return any(min(last, end) - max(first, start) >= _COVERED * (end - start) for first, last in rules)
