"""Tables drawn in boxes: "+---+" and "|", or the characters for drawing boxes; cells of several lines and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import pairwise

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text import Cell

_DRAWN = str.maketrans(
    {
        **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫┠┨┯┷┿┝┥┰┸╂╭╮╰╯", "+"),
        **dict.fromkeys("─━", "-"),
        "═": "=",
        **dict.fromkeys("│┃║", "|"),
    }
)
_BARS = str.maketrans("│┃║", "|||")
_BORDER = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_PARTLY = re.compile(r"[+|].*(?<=[+|])[-=]+\+|\+[-=]+[+|]")
_RULE = re.compile(r"[-=:+]+")
# More than any table that can be shown; each is examined at each border.
_MOST_BOUNDS = 256


def is_border(line: str) -> bool:
    """Whether a line is one of the borders between the rows of a table in boxes."""
    return _BORDER.fullmatch(line.translate(_DRAWN)) is not None


def with_bars(line: str) -> str:
    """A line with "|" for the bars of drawn tables."""
    return line.translate(_BARS)


def is_drawn(line: str) -> bool:
    """Whether a line begins like one of a table in boxes or between bars."""
    return line.lstrip()[:1].translate(_DRAWN) in ("|", "+")


@dataclass(slots=True)
class _Open:
    row: int
    first: int
    last: int  # of the columns it covers
    lines: list[str] = field(default_factory=list)


class _NoTableError(Exception):
    """The signs do not make up boxes."""


def boxed_cells(rows: Sequence[str]) -> list[tuple[Cell, Sequence[str]]]:
    """The cells of a table drawn in boxes, row by row, with their lines; none if the signs are no boxes."""
    try:
        return _Boxes(rows).cells()
    except _NoTableError:
        return []


class _Boxes:
    def __init__(self, rows: Sequence[str]) -> None:
        indent = min(len(row) - len(row.lstrip()) for row in rows)
        self._rows = [row[indent:].rstrip() for row in rows]
        self._drawn = [row.translate(_DRAWN) for row in self._rows]
        if len(rows) < 3 or not (_BORDER.fullmatch(self._drawn[0]) and _BORDER.fullmatch(self._drawn[-1])):
            raise _NoTableError
        self._ruled = [_BORDER.fullmatch(row) is not None or _PARTLY.match(row) is not None for row in self._drawn]
        ruled = [row for row, is_ruled in zip(self._drawn, self._ruled, strict=True) if is_ruled]
        self._bounds = sorted({place.start() for row in ruled for place in re.finditer(r"\+", row)})
        beside = self._bounds[0] > 0 or max(map(len, self._rows)) > self._bounds[-1] + 1  # words outside the box
        if beside or len(self._bounds) > _MOST_BOUNDS:
            raise _NoTableError
        self._unruled = self._lines_are_rows()
        self._done: list[tuple[Cell, Sequence[str]]] = []

    def cells(self) -> list[tuple[Cell, Sequence[str]]]:
        """The cells, row by row."""
        columns = len(self._bounds) - 1
        opened: list[_Open | None] = [None] * columns
        row = -1
        for index, is_ruled in enumerate(self._ruled):
            if is_ruled:
                self._close(index, opened, row + 1)
                row += 1
            else:
                self._read(index, opened, row)
                if self._unruled and index > 2 and not self._ruled[index + 1]:
                    opened = self._closed(opened, row + 1)
                    row += 1
        heads = self._head_rows()
        self._done.sort(key=lambda cell: (cell[0].row, cell[0].column))
        return _dense([(replace(cell, head=cell.row < heads), lines) for cell, lines in self._done])

    def _lines_are_rows(self) -> bool:
        """Whether every line is a row, as databases print them: borders only around and below the head."""
        borders = [place for place, is_ruled in enumerate(self._ruled) if is_ruled]
        if len(borders) != 3 or borders[1] != 2 or "=" in self._drawn[2]:
            return False
        return all(row[1 : self._bounds[1]].strip() for row in self._drawn[3:-1])

    def _head_rows(self) -> int:
        """How many rows stand above a double border, or the first of a table whose lines are rows."""
        double = [place for place, row in enumerate(self._drawn) if self._ruled[place] and "=" in row]
        borders = sum(self._ruled)
        if double and 0 < double[0] < len(self._drawn) - 1 and len(double) < borders:
            return sum(self._ruled[: double[0]])
        return int(self._unruled and len(self._rows) > 5)

    def _close(self, index: int, opened: list[_Open | None], row: int) -> None:
        """A border: the cells above it end where it is drawn, the others go on."""
        drawn = self._drawn[index]
        ruled = [_RULE.fullmatch(drawn[a + 1 : b]) is not None for a, b in pairwise(self._bounds)]
        for column, cell in enumerate(opened):
            if cell is None or column != cell.first:
                continue
            covered = ruled[cell.first : cell.last + 1]
            if all(covered):
                self._finish(cell, row)
                opened[cell.first : cell.last + 1] = [None] * len(covered)
            elif any(covered):
                raise _NoTableError
            else:
                cell.lines.append(self._content(index, cell))

    def _closed(self, opened: Sequence[_Open | None], row: int) -> list[_Open | None]:
        for column, cell in enumerate(opened):
            if cell is not None and column == cell.first:
                self._finish(cell, row)
        return [None] * len(opened)

    def _finish(self, cell: _Open, row: int) -> None:
        place = Cell(cell.row, cell.first, row - cell.row, cell.last - cell.first + 1)
        while cell.lines and not cell.lines[-1].strip():
            cell.lines.pop()
        self._done.append((place, list(_dedented(cell.lines))))

    def _read(self, index: int, opened: list[_Open | None], row: int) -> None:
        """A line of text: it opens cells where none are open, up to the next bar."""
        drawn, column = self._drawn[index], 0
        if drawn[:1] != "|":
            raise _NoTableError
        while column < len(opened):
            cell = opened[column]
            if cell is None:
                last = column
                while drawn[self._bounds[last + 1] : self._bounds[last + 1] + 1] != "|":
                    last += 1
                    if last == len(opened) or opened[last] is not None:
                        raise _NoTableError
                cell = _Open(row, column, last)
                opened[column : last + 1] = [cell] * (last - column + 1)
            cell.lines.append(self._content(index, cell))
            column = cell.last + 1

    def _content(self, index: int, cell: _Open) -> str:
        left, right = self._bounds[cell.first], self._bounds[cell.last + 1]
        drawn = self._drawn[index]
        if drawn[left : left + 1] not in ("|", "+") or drawn[right : right + 1] not in ("|", "+"):
            raise _NoTableError
        return self._rows[index][left + 1 : right].rstrip()


def _dedented(lines: Sequence[str]) -> Iterator[str]:
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return (line[indent:] for line in lines)


def _dense(cells: list[tuple[Cell, Sequence[str]]]) -> list[tuple[Cell, Sequence[str]]]:
    """The cells without the rows and columns in which none begins."""
    rows = {row: place for place, row in enumerate(sorted({cell.row for cell, _ in cells}))}
    columns = {column: place for place, column in enumerate(sorted({cell.column for cell, _ in cells}))}

    def moved(cell: Cell) -> Cell:
        down = sum(row in rows for row in range(cell.row, cell.row + cell.rows))
        right = sum(column in columns for column in range(cell.column, cell.column + cell.columns))
        return replace(cell, row=rows[cell.row], column=columns[cell.column], rows=down, columns=right)

    return [(moved(cell), lines) for cell, lines in cells]
