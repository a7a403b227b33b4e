"""Notes at the foot of pages, and what refers to them."""

from collections.abc import Iterable, Sequence
from dataclasses import field

from reader import late_re as re
from reader.formats.pdf.blocks import Block
from reader.formats.pdf.lines import Line
from reader.late_dataclasses import dataclass

LABEL = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")
_SMALLER = 0.96


@dataclass(slots=True)
class Note:
    """A note: its label, and its paragraphs."""

    page: int
    label: str
    blocks: list[Block]
    number: int = -1


@dataclass(slots=True)
class Notes:
    """The notes of a document; `used` has those that have been referred to, in that order."""

    by_place: dict[tuple[int, str], Note] = field(default_factory=dict)
    used: list[Note] = field(default_factory=list)

    def refer(self, page: int, label: str) -> str:
        """The reference of the note with a label on a page or one beside it; "" if there is none."""
        places = ((page + step, label) for step in (0, 1, -1))
        note = next((self.by_place[place] for place in places if place in self.by_place), None)
        if note is None:
            return ""
        if note.number < 0:
            note.number = len(self.used)
            self.used.append(note)
        return f"#note:{note.number}"

    def take(self, blocks: Sequence[Block], page: int, labels: Iterable[str], size: float) -> list[Block]:
        """Take the notes at the foot of a page out of its paragraphs; `labels` are those that it refers to."""
        known, kept, note = frozenset(labels), list[Block](), None
        for block in blocks:
            label = _label_of(block, known, size)
            if label and (page, label) not in self.by_place:
                note = Note(page, label, [block])
                self.by_place[page, label] = note
                _drop_label(block)
            elif note is not None and block.grid is None and block.size <= _SMALLER * size:
                note.blocks.append(block)
            else:
                note = None
                kept.append(block)
        return kept


def labels_in(lines: Sequence[Line]) -> frozenset[str]:
    """The labels of notes that lines refer to by raised signs."""
    return frozenset(
        piece.text
        for line in lines
        for place, piece in enumerate(line.pieces)
        if place and piece.raised == 1 and LABEL.fullmatch(piece.text)
    )


def _label_of(block: Block, known: frozenset[str], size: float) -> str:
    """The label that a note begins with; "" for a paragraph that is none."""
    if block.grid is not None or not block.lines or len(block.lines[0].pieces) < 2:
        return ""
    first = block.lines[0].pieces[0]
    label = first.text.rstrip(".)")
    small = block.size <= _SMALLER * size
    return label if label in known and (small or first.raised == 1) else ""


def _drop_label(block: Block) -> None:
    line = block.lines[0]
    del line.pieces[0]
    block.marker = ""
    line.left = line.pieces[0].left
    line.pieces[0].before = ""
