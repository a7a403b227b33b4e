"""The cells of a table as pages need them: each place covered once, and how wide the columns are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.export.blocks import Block, plain
from reader.export.grid import NARROWEST, Grid, GridCell
from reader.text import Cell

# In characters: what is left free beside a text, and what a step of a list takes.
PADDING = 2
_STEP = 3
# In characters: a longer word may be broken; a longer text gets no wider column.
_LONGEST_WORD, _LONGEST_SHARE = 18, 40
# A column without an alignment of its own is set to the right if it has only such cells.
_NUMERIC = re.compile(r"[-+−–±<>≈~]?\s*(?:[$€£]|kr|NOK|USD|EUR)?\s*\d[\d\s.,:/–-]*(?:%|‰|kr|,–|€|°C)?", re.IGNORECASE)


def covered(grid: Grid) -> tuple[tuple[GridCell, ...], ...]:
    """The cells by the row in which they begin, so that each place of the table is covered by one.

    Rows are counted without gaps. A cell has no blocks where the document has none. What would cover a place twice
    is made smaller, and if it begins on another cell, it goes on in that one.
    """
    cells: list[GridCell] = []
    owner: dict[tuple[int, int], int] = {}  # index into `cells`
    for row, found in enumerate(grid.rows):
        for each in found:
            if (index := owner.get((row, each.cell.column))) is not None:
                cells[index] = replace(cells[index], blocks=cells[index].blocks + each.blocks)
                continue
            cell = _free(replace(each.cell, row=row), owner, len(grid.rows), grid.columns)
            owner.update(((r, c), len(cells)) for r, c in _places(cell))
            cells.append(replace(each, cell=cell))
        for column in range(grid.columns):
            if (row, column) not in owner:
                owner[row, column] = len(cells)
                cells.append(GridCell(Cell(row, column, head=row < grid.header), ()))
    rows: list[list[GridCell]] = [[] for _ in grid.rows]
    for each in cells:
        rows[each.cell.row].append(each)
    return tuple(tuple(sorted(row, key=lambda each: each.cell.column)) for row in rows)


def _free(cell: Cell, owner: dict[tuple[int, int], int], rows: int, columns: int) -> Cell:
    """The cell, covering no more than is free."""
    width = 1
    while width < min(cell.columns, columns - cell.column) and (cell.row, cell.column + width) not in owner:
        width += 1
    height = 1
    across = range(cell.column, cell.column + width)
    while height < min(cell.rows, rows - cell.row) and not any((cell.row + height, c) in owner for c in across):
        height += 1
    return replace(cell, rows=height, columns=width)


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    return (
        (row, column)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    )


def groups(rows: Sequence[Sequence[GridCell]]) -> list[tuple[int, int]]:
    """The rows that hang together by cells over several rows, as spans of rows, in order."""
    found: list[tuple[int, int]] = []
    start = stop = 0
    for row, cells in enumerate(rows):
        if row == stop and row:
            found.append((start, stop))
            start = row
        stop = max(stop, *(row + each.cell.rows for each in cells))
    return [*found, (start, stop)] if rows else []


def numeric(rows: Sequence[Sequence[GridCell]], header: int, columns: int) -> frozenset[int]:
    """The columns below the heads that have numbers only, at least two."""
    counts = [0] * columns
    for each in (each for row in rows[header:] for each in row):
        cell = each.cell
        texts = [plain(block.source).strip() for block in each.blocks if not block.blank]
        if cell.columns == 1 and texts and counts[cell.column] >= 0 and not cell.head:
            fits = len(texts) == 1 and _NUMERIC.fullmatch(texts[0]) is not None
            counts[cell.column] = counts[cell.column] + 1 if fits else -1
    return frozenset(column for column, count in enumerate(counts) if count > 1)


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


def columns_of(rows: Sequence[Sequence[GridCell]], columns: int, untranslated: str) -> tuple[Column, ...]:
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
        before = _STEP * block.level + len(block.marker) * bool(block.marker)
        for side in (block.source, block.target):
            text = plain(side) if side.segments or block.same else untranslated
            words = max(map(len, text.split()), default=0)
            longest = max(longest, before + max(map(len, text.split("\n"))))
            word = max(word, min(words, _LONGEST_WORD) + before)
    if each.cell.head:  # bold
        longest, word = (round(1.1 * length + 0.4) for length in (longest, word))
    return longest, word


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


def records(rows: Sequence[Sequence[GridCell]], header: int) -> Iterator[tuple[tuple[Block, ...], GridCell]]:
    """The cells below the heads one under the other, each with the heads of its column; for very wide tables."""
    heads: dict[int, tuple[Block, ...]] = {}
    for each in (each for row in rows[:header] for each in row):
        for column in range(each.cell.column, each.cell.column + each.cell.columns):
            heads[column] = heads.get(column, ()) + each.blocks
    for each in (each for row in rows[header:] for each in row):
        yield heads.get(each.cell.column, ()), each
