"""How wide the columns of a table are on a page, and how its two texts stand there."""

from collections.abc import Sequence

from reader.export.blocks import plain
from reader.export.grid import NARROWEST, Grid, GridCell
from reader.export.grid_cells import covered, numeric, records
from reader.late_dataclasses import dataclass
from reader.text import Cell

# In characters: what is left free beside a text, and what a step of a list takes.
PADDING = 2
STEP = 3
# In characters: a longer word may be broken; a longer text gets no wider column.
_LONGEST_WORD, _LONGEST_SHARE = 18, 40

Rows = Sequence[Sequence[GridCell]]


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as it is laid out.

    Attributes:
        rows: its cells, by the row in which they begin.
        widths: of its columns, in characters.
        header: how many rows at the top consist of headings.
        beside: whether the texts stand side by side.
        numeric: the columns of numbers.
        records: the rows that begin something new, if the table has become a list of records.
    """

    rows: Rows
    widths: tuple[float, ...]
    header: int
    beside: bool
    numeric: frozenset[int]
    records: frozenset[int] = frozenset()

    def align(self, cell: Cell) -> str:
        """The alignment of a cell: its own, or that of numbers."""
        return cell.align or ("r" if cell.columns == 1 and cell.column in self.numeric else "")


def laid(grid: Grid, half: float, full: float, untranslated: str) -> Laid:
    """The table in a line of `full` characters, or side by side in lines of `half`; 0 if that is not wanted.

    The texts stand side by side if no cell gets too narrow by that, else one under the other. A table that is too
    wide even so becomes a list: its cells one under the other, each beside the heads of its column.
    `untranslated` stands where there is no translation.
    """
    rows: Rows = covered(grid)
    columns = columns_of(rows, grid.columns, untranslated)
    beside = sum(column.beside for column in columns) <= half
    found = widths(columns, half if beside else full)
    if found is not None:
        return Laid(rows, found, grid.header, beside, numeric(rows, grid.header, grid.columns))
    rows, begins = _as_list(rows, grid.header)
    columns = columns_of(rows, len(rows[0]), untranslated)
    beside = sum(column.beside for column in columns) <= half
    room = half if beside else full
    return Laid(rows, widths(columns, room) or _divided(columns, room), 0, beside, frozenset(), begins)


def _as_list(rows: Rows, header: int) -> tuple[Rows, frozenset[int]]:
    """A table as a list of records, with a column of heads if there are any, and the rows that begin a record."""
    body = header if header < len(rows) else 0
    found: list[tuple[GridCell, ...]] = []
    begins: set[int] = set()
    before = -1
    for heads, each in records(rows, body):
        row = len(found)
        if each.cell.row != before:
            begins.add(row)
            before = each.cell.row
        value = GridCell(Cell(row, int(bool(body)), head=each.cell.head), each.blocks)
        found.append((GridCell(Cell(row, 0, head=True), heads), value) if body else (value,))
    return found, frozenset(begins)


def _divided(columns: Sequence["Column"], room: float) -> tuple[float, ...]:
    """The room in proportion to what the columns hold."""
    total = sum(column.share + PADDING for column in columns)
    return tuple(max(1.0, room) * (column.share + PADDING) / total for column in columns)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table holds, in characters.

    Attributes:
        word: its longest word, up to the length at which words may be broken.
        share: nine of ten of its cells are not longer, or not as a whole.
        natural: its longest line.
    """

    word: int
    share: int
    natural: int

    @property
    def beside(self) -> int:
        """What it needs where the two texts of a table stand side by side."""
        return max(self.word, min(self.natural, NARROWEST)) + PADDING


def columns_of(rows: Rows, columns: int, untranslated: str) -> tuple[Column, ...]:
    """What the columns hold, in both texts; `untranslated` stands where there is no translation."""
    lengths: list[list[int]] = [[1] for _ in range(columns)]
    words = [1] * columns
    wide: list[tuple[Cell, int]] = []
    for each in (each for row in rows for each in row):
        longest, word = _measures(each, untranslated)
        if each.cell.columns == 1:
            lengths[each.cell.column].append(longest)
            words[each.cell.column] = max(words[each.cell.column], word)
        else:
            wide.append((each.cell, word))
    for cell, word in wide:
        words[cell.column] += max(0, word - sum(words[cell.column : cell.column + cell.columns]))
    return tuple(_column(own, word) for own, word in zip(lengths, words, strict=True))


def _column(lengths: list[int], word: int) -> Column:
    lengths.sort()
    natural = max(lengths[-1], word)
    share = lengths[len(lengths) * 9 // 10 - (len(lengths) % 10 == 0)]
    return Column(word, max(word, min(share, _LONGEST_SHARE)), natural)


def _measures(each: GridCell, untranslated: str) -> tuple[int, int]:
    """The longest line and the longest word of a cell."""
    longest = word = 1
    for block in each.blocks:
        before = STEP * block.level + len(block.marker) * bool(block.marker)
        for side in block.texts:
            text = plain(side) if side.segments or block.same else untranslated
            words = max(map(_width, text.split()), default=0)
            longest = max(longest, before + max(map(_width, text.split("\n"))))
            word = max(word, min(words, _LONGEST_WORD) + before)
    if each.cell.head:  # bold
        longest, word = (round(1.1 * length + 0.4) for length in (longest, word))
    return longest, word


def _width(text: str) -> int:
    """The width of a text; capitals are wider."""
    return len(text) + sum(map(str.isupper, text)) // 3


def widths(columns: Sequence[Column], room: float) -> tuple[float, ...] | None:
    """The widths of the columns in a line of `room` characters; None if they would be too narrow to read."""
    natural = [column.natural + PADDING for column in columns]
    if sum(natural) <= room:
        return tuple(map(float, natural))
    found = [float(column.word + PADDING) for column in columns]
    if sum(found) > room:
        return None
    growing = set(range(len(columns)))
    while growing and (spare := room - sum(found)) > 0.01:
        wanted = {place: max(1.0, columns[place].share - columns[place].word) for place in growing}
        each = spare / sum(wanted.values())
        for place, share in wanted.items():
            found[place] = min(found[place] + share * each, float(natural[place]))
        growing = {place for place in growing if found[place] < natural[place]}
    return tuple(found)
