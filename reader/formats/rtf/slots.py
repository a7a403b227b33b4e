"""What a paragraph of a file of rich text consists of, as it is written anew: its words, and things among them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from reader.formats.docx.fields import Field as Code
from reader.formats.rewriting.texts import around_covered
from reader.formats.rtf.content import Field, Gap, Paragraph, Piece, Text
from reader.formats.rtf.looks import Letters
from reader.late_dataclasses import dataclass
from reader.text import Span, composed, shown


@dataclass(slots=True, eq=False)
class Slot:
    """Words that stand together, and what stands around those that the paragraph has of them.

    Attributes:
        piece: the words.
        start, end: the span of the paragraph that they are.
        link: the field that leads somewhere, if they are in one.
        before, behind: what else there is.
        index: of it among all slots and things.
    """

    piece: Text
    start: int
    end: int
    link: Field | None
    before: str
    behind: str
    index: int

    @property
    def letters(self) -> Letters:
        """How its letters look."""
        return self.piece.letters

    @property
    def place(self) -> Span:
        """Where it stands in the file."""
        return self.piece.start, self.piece.end


@dataclass(slots=True, eq=False)
class Thing:
    """Something that is moved as it is.

    Attributes:
        place: where it stands in the file.
        start, end: the span of the paragraph that stands for it.
        letters: how its letters look.
        link: the field that leads somewhere, if it is in one.
        index: of it among all slots and things.
        unit: the field that it is, if it is one.
        shown: whether it shows something that is not in the text of the paragraph, such as the number of a page.
        before, behind: whether spaces stand around that.
        copied: whether a copy of the paragraph has it, too.
    """

    place: Span
    start: int
    end: int
    letters: Letters
    link: Field | None
    index: int
    unit: Field | None = None
    shown: bool = False
    before: bool = False
    behind: bool = False
    copied: bool = False


@dataclass(eq=False)
class Slots:
    """The slots and things of a paragraph; `order` has both."""

    text: str
    spans: Mapping[int, Span]
    code: Callable[[Field | None], Code]
    is_sign: Callable[[Text], bool]
    slots: list[Slot] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    order: list[Slot | Thing] = field(default_factory=list)
    _place: int = 0
    _space: bool = False

    def read(self, paragraph: Paragraph) -> None:
        """Take a paragraph apart."""
        for piece in paragraph.pieces:
            span = self.spans.get(id(piece))
            unit = self._unit(piece.field)
            if unit is not None:
                self._add_unit(piece, unit, span)
            elif isinstance(piece, Text):
                self._add_text(piece, span)
            elif span is not None or isinstance(piece, Gap):
                place = self._place, self._place
                space = self._space
                thing = self._thing((piece.start, piece.end), span or place, piece)
                thing.shown, thing.before = isinstance(piece, Gap), space

    def _unit(self, inner: Field | None) -> Field | None:
        """The outermost field around something that is moved as it is."""
        found = None
        while inner is not None:
            code = self.code(inner)
            if not inner.lasting and inner.end >= 0 and (code.silent or code.verbatim):
                found = inner
            inner = inner.around
        return found

    def _link(self, inner: Field | None) -> Field | None:
        """The innermost field around something that leads somewhere."""
        while inner is not None and (inner.lasting or inner.end < 0 or not self.code(inner).href):
            inner = inner.around
        return inner

    def _add_unit(self, piece: Piece, unit: Field, span: Span | None) -> None:
        last = self.order[-1] if self.order else None
        if not isinstance(last, Thing) or last.unit is not unit:
            place, space = (self._place, self._place), self._space
            last = self._thing((unit.start, unit.end), span or place, piece, self._link(unit.around))
            last.unit, last.copied = unit, True
            last.shown, last.before = self.code(unit).silent, space
        elif span is not None:
            last.end = self._place = max(last.end, span[1])
        last.copied = last.copied and isinstance(piece, Text | Gap)
        self._space = False

    def _add_text(self, piece: Text, span: Span | None) -> None:
        if self.order and isinstance(last := self.order[-1], Thing) and last.shown:
            last.behind = last.behind or piece.text.startswith(" ")
        if span is not None and (piece.sign or self.is_sign(piece)):
            self._thing((piece.start, piece.end), span, piece).copied = True
        elif span is not None:
            read = composed(shown(piece.text))
            before, behind = around_covered(read, self.text[span[0] : span[1]], self.text, span[0])
            slot = Slot(piece, *span, self._link(piece.field), before, behind, len(self.order))
            self.slots.append(slot)
            self.order.append(slot)
            self._place = span[1]
        self._space = piece.text[-1:] == " "

    def _thing(self, place: Span, span: Span, piece: Piece, link: Field | None = None) -> Thing:
        thing = Thing(place, *span, piece.letters, link or self._link(piece.field), len(self.order))
        self.things.append(thing)
        self.order.append(thing)
        self._place, self._space = max(span[1], self._place), False
        return thing


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The places of numbers of which each is not less than the one before: as many as there can be."""
    from bisect import bisect_right

    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_right(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [place]
    found, place = set[int](), last[-1] if last else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
