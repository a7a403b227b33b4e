"""Notes at the foot of the page, where one text stands alone: which notes they are, and what is left without them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from reader.export.blocks import Block, Piece
from reader.export.grid import Grid
from reader.late_dataclasses import dataclass
from reader.text import BoxKind, MarkKind, Note

Items = Sequence[Block | Grid]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The text without footnotes, and the footnotes.

    Attributes:
        body: the blocks and tables that are left.
        notes: the blocks and tables of each footnote, in the order of the first references.
        labels: of each footnote.
        numbers: index into `notes` by the row in which a note begins.
        referring: the row that refers to a note first, by the row in which the note begins.
    """

    body: Items
    notes: tuple[Items, ...] = ()
    labels: tuple[str, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    referring: Mapping[int, int] = field(default_factory=dict)


def footnotes(found: Items, notes: Sequence[Note]) -> Footnotes:
    """Take out those of `notes` that the translation of a row refers to.

    A note that only other notes or the heads of a table refer to stays in the text, and so does one in a cell.
    """
    if not notes:
        return Footnotes(found)
    begun = {note.start: note for note in notes}
    referring: dict[int, int] = {}
    for block in _body(found):
        for piece in pieces(block):
            if piece.row in begun and MarkKind.NOTE in piece.kinds:
                referring.setdefault(piece.row or 0, block.index)
    owner = {row: start for start in referring for row in range(start, begun[start].stop)}
    taken: dict[int, list[Block | Grid]] = {}
    body: list[Block | Grid] = []
    for item in found:
        start = owner.get(item.index) if _in_note(item) else None
        if start is None:
            body.append(item)
        else:
            taken.setdefault(start, []).append(item)
    starts = [start for start in referring if start in taken]
    return Footnotes(
        body,
        tuple(taken[start] for start in starts),
        tuple(begun[start].label for start in starts),
        {start: number for number, start in enumerate(starts)},
        {start: referring[start] for start in starts},
    )


def pieces(block: Block) -> Iterator[Piece]:
    """The pieces of the translation of a block."""
    return (piece for segment in block.target.segments for piece in segment.pieces)


def named_rows(found: Iterable[Block | Grid]) -> Collection[int]:
    """The rows that something leads to: a reference to a note, the note itself, a link inside the document."""
    named: set[int] = set()
    for item in found:
        for block in item.blocks if isinstance(item, Grid) else (item,):
            if block.referred is not None:
                named.add(block.referred)
            for side in (block.source, block.target):
                named.update(p.row for segment in side.segments for p in segment.pieces if p.row is not None)
    return named


def _body(found: Items) -> Iterator[Block]:
    """The blocks whose references may be footnotes."""
    for item in found:
        if _in_note(item):
            continue
        if isinstance(item, Grid):
            rows = item.rows[item.header :]
            yield from (block for row in rows for cell in row for block in cell.blocks if not _has_note(block))
        else:
            yield item


def _in_note(item: Block | Grid) -> bool:
    around = item.around if isinstance(item, Grid) else item.within
    return any(box.kind is BoxKind.NOTE for box in around)


def _has_note(block: Block) -> bool:
    return any(box.kind is BoxKind.NOTE for box in block.within)
