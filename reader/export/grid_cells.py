"""The cells of a table as pages need them: each place covered once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.export.blocks import Block, plain
from reader.export.grid import Grid, GridCell
from reader.text import Cell

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
        stop = max([stop, *(row + each.cell.rows for each in cells)])
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


def records(rows: Sequence[Sequence[GridCell]], header: int) -> Iterator[tuple[tuple[Block, ...], GridCell]]:
    """The cells below the heads one under the other, each with the heads of its column; for very wide tables."""
    heads: dict[int, tuple[Block, ...]] = {}
    for each in (each for row in rows[:header] for each in row):
        for column in range(each.cell.column, each.cell.column + each.cell.columns):
            heads[column] = heads.get(column, ()) + each.blocks
    for each in (each for row in rows[header:] for each in row):
        yield heads.get(each.cell.column, ()), each
