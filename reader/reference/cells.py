"""Tables of two documents that belong together, so that their cells can be paired by their places."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from reader.late_dataclasses import dataclass
from reader.reference.table import Bead
from reader.text import Document, Table

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cells:
    """A table, in the sequence of texts that is aligned.

    Attributes:
        first, stop: range of its texts in the sequence.
        size: how many rows and columns it has.
        texts: by the row and column of a cell, the texts in it.
        rows: by the row and column of a cell, the index of its first paragraph.
    """

    first: int
    stop: int
    size: tuple[int, int]
    texts: Mapping[Place, Sequence[int]]
    rows: Mapping[Place, int]


def cells_of(document: Document, sequence: Sequence[int]) -> Iterator[Cells]:
    """The tables of a document; `sequence` are the indices of the paragraphs that are aligned, ascending."""
    for number, table in enumerate(document.tables):
        first, stop = bisect_left(sequence, table.starts[0]), bisect_left(sequence, table.stop)
        places = _places(document, number, table)
        texts: dict[Place, list[int]] = {}
        for item in range(first, stop):
            if (place := places.get(sequence[item])) is not None:
                texts.setdefault(place, []).append(item)
        rows: dict[Place, int] = {}
        for index, place in places.items():
            rows.setdefault(place, index)
        yield Cells(first, stop, (len(table.starts), table.columns), texts, rows)


def _places(document: Document, number: int, table: Table) -> dict[int, Place]:
    """In which row and column the paragraphs of a table stand."""
    found: dict[int, Place] = {}
    for index in range(table.starts[0], table.stop):
        for box in document.paragraphs[index].within:
            if box.cell is not None and box.number == number:
                found[index] = box.cell.row, box.cell.column
    return found


def with_paired_cells(
    beads: Sequence[Bead], ours: Sequence[Cells], theirs: Sequence[Cells]
) -> tuple[list[Bead], dict[int, int]]:
    """The beads with the cells of tables that belong together paired by their places.

    Tables belong together if they have as many rows and columns, and what stands before and behind the one belongs to
    what stands before and behind the other.

    Returns:
        The beads; and for texts of the second sequence in cells that are empty in the first, the index of the first
        paragraph of that cell, or of the table if it has no such cell.
    """
    pairs = list(_counterparts(beads, ours, theirs)) if ours and theirs else []
    if not pairs:
        return list(beads), {}
    taken = {item for our, _ in pairs for item in range(our.first, our.stop)}
    given = {item for _, their in pairs for item in range(their.first, their.stop)}
    outside = (Bead(_left(b.first, taken), _left(b.second, given), b.similarity) for b in beads)
    found = [bead for bead in outside if bead.first[0] < bead.first[1] or bead.second[0] < bead.second[1]]
    alone: dict[int, int] = {}
    for our, their in pairs:
        for place, texts in their.texts.items():
            if mine := our.texts.get(place):
                found += _in_cell(mine, texts)
            else:
                alone.update(dict.fromkeys(texts, our.rows.get(place, min(our.rows.values()))))
    return sorted(found, key=lambda bead: (bead.second, bead.first)), alone


def _counterparts(
    beads: Sequence[Bead], ours: Sequence[Cells], theirs: Sequence[Cells]
) -> Iterator[tuple[Cells, Cells]]:
    first = {item: place for place, bead in enumerate(beads) for item in range(*bead.first)}
    second = {item: place for place, bead in enumerate(beads) for item in range(*bead.second)}
    # Nothing before the one belongs to nothing before the other, and so behind them.
    before, behind = -1, len(beads)
    waiting = {second.get(their.first - 1, before): their for their in theirs}
    for our in ours:
        start, end = first.get(our.first - 1, before), first.get(our.stop, behind)
        their = waiting.get(start)
        if their and start < end and end == second.get(their.stop, behind) and our.size == their.size:
            yield our, their


def _left(items: tuple[int, int], taken: Collection[int]) -> tuple[int, int]:
    """What is left of a range whose beginning or end is taken."""
    left = [item for item in range(*items) if item not in taken]
    return (left[0], left[-1] + 1) if left else (items[0], items[0])


def _in_cell(mine: Sequence[int], texts: Sequence[int]) -> list[Bead]:
    """The texts of a cell: one by one if there are as many."""
    if len(mine) == len(texts):
        return [Bead((item, item + 1), (text, text + 1)) for item, text in zip(mine, texts, strict=True)]
    return [Bead((mine[0], mine[-1] + 1), (texts[0], texts[-1] + 1))]
