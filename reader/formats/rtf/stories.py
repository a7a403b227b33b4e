"""Texts that run, put together from what is met while a file of rich text is followed."""

from typing import TYPE_CHECKING

from reader.formats.rtf.content import (
    Break,
    CellEnd,
    CellShape,
    Gap,
    Paragraph,
    Piece,
    Reference,
    RowEnd,
    RowShape,
    Story,
    Text,
    Thing,
)
from reader.formats.rtf.groups import Group, Sink

if TYPE_CHECKING:
    from reader.formats.rtf.parsing import Parser

# No table is deeper.
_DEEPEST_TABLE = 20
_LONGEST_LABEL = 6
# What shows something that is no text: numbers of pages, dates and signs of notes.
_GAPS = frozenset({"chpgn", "sectnum", "chdate", "chdpl", "chdpa", "chtime", "chatn"})
_MERGED = {
    "clvmgf": ("down", "first"),
    "clvmrg": ("down", "more"),
    "clmgf": ("right", "first"),
    "clmrg": ("right", "more"),
}


class Sign(Thing):
    """The number of a note, before the note itself or at its head."""


class Running(Sink):
    """Puts a story together.

    Attributes:
        story: what has been put together.
        kind: of a note, "footnote" or "endnote".
    """

    def __init__(self, parser: "Parser") -> None:
        """Begin a story."""
        self.story, self.kind = Story(), "footnote"
        self._parser = parser
        self._pieces: list[Piece] = []
        self.marker, self.listed = "", False
        self._in_row = False
        self._cell: dict[str, str] = {}

    def text(self, text: Text) -> None:
        """Letters of the paragraph that is open."""
        self._pieces.append(text)

    def add(self, thing: Thing) -> None:
        """Something in the paragraph that is open."""
        if isinstance(thing, Reference):
            self._take_label(thing)
        self._pieces.append(thing)

    @property
    def count(self) -> int:
        """How many pieces the paragraph that is open has."""
        return len(self._pieces)

    def _take_label(self, reference: Reference) -> None:
        """What stands right before a note as its sign is part of the reference."""
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Sign):
            reference.start = last.start
        elif isinstance(last, Text) and last.letters.shift and 0 < len(last.text.strip()) <= _LONGEST_LABEL:
            reference.start, reference.label = last.start, last.text.strip()
        else:
            return
        self._pieces.pop()

    def word(self, name: str, number: int, start: int, end: int) -> None:
        """A word of command."""
        if name in ("par", "sect"):
            if name == "par" and self._parser.now.letters.deleted:
                self._pieces.append(self._thing(Break, start, end))
            else:
                self._end_paragraph(1 if self._in_row else 0, start, end if name == "par" else start)
        elif name in ("cell", "nestcell"):
            depth = 1 if name == "cell" else max(self._depth, 2)
            self._end_paragraph(depth, start, start, inside=True)
            self.story.items.append(CellEnd(depth))
            self._in_row = self._in_row or depth == 1
        elif name in ("row", "nestrow"):
            depth = 1 if name == "row" else max(self._depth, 2)
            self._end_paragraph(depth, start, start, inside=True)
            self.story.items.append(RowEnd(depth, self._row))
            self._in_row = self._in_row and depth > 1
        elif name == "chftn":
            self._pieces.append(self._thing(Sign, start, end))
        elif name in _GAPS:
            self._pieces.append(self._thing(Gap, start, end))
        elif name == "ftnalt":
            self.kind = "endnote"
        else:
            self._row_word(name, number)

    def _thing(self, kind: type[Thing], start: int, end: int) -> Thing:
        now = self._parser.now
        return kind(start, end, now.letters, now.field)

    # Tables

    @property
    def _depth(self) -> int:
        return min(self._parser.now.shape.depth, _DEEPEST_TABLE)

    @property
    def _row(self) -> RowShape:
        return self._parser.now.row or self._parser.row

    def _row_word(self, name: str, number: int) -> None:
        if name == "trowd":
            self._cell = {}
            self._parser.begin_row()
        elif name in _MERGED:
            about, what = _MERGED[name]
            self._cell[about] = what
        elif name == "cellx":
            self._row.cells.append(CellShape(number, **self._cell))
            self._cell = {}
        elif name == "trhdr":
            self._row.head = bool(number)
        elif name == "trleft":
            self._row.left = number
        elif name == "titlepg":
            self._parser.titled_sections.add(self._parser.section)
        elif name == "sectd":
            self._parser.section += 1
        elif name.startswith(("ftn", "aftn", "sftn", "saftn")):
            self._parser.content.notes[name] = number

    # Paragraphs

    def _end_paragraph(self, depth: int, end: int, behind: int, *, inside: bool = False) -> None:
        """End the paragraph that is open; `depth` is that of the table that it is in, if it does not say so itself."""
        shape = self._parser.now.shape
        between = not inside and bool(self.story.items) and isinstance(self.story.items[-1], RowEnd)
        if self._pieces or self.marker or between:  # an empty one stands between two tables
            paragraph = Paragraph(self._pieces, shape, self.marker, self.listed, end, behind)
            paragraph.depth = depth if inside else max(self._depth, depth)
            self.story.items.append(paragraph)
        for piece in self._pieces:
            self._last_across(piece)
        self._pieces, self.marker, self.listed = [], "", False

    def _last_across(self, piece: Piece) -> None:
        """Fields that are open at the end of a paragraph go on in the next."""
        field = piece.field
        while field is not None and not field.lasting:
            field.lasting = field.end < 0
            field = field.around

    def finish(self, end: int, group: Group) -> None:
        """The story ends, with the group that it is in."""
        around, self._parser.now = self._parser.now, group
        self._end_paragraph(1 if self._in_row else 0, end, end)
        self._parser.now = around
