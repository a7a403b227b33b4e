"""The text of one paragraph of a Word document as it is put together from runs."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from reader.formats.docx.shared import Worn
from reader.formats.inline import Inline, clipped
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import OBJECT, Figure, Mark, MarkKind

_SHIFTS = {"superscript": MarkKind.SUPER, "subscript": MarkKind.SUB}
_SHIFT = "shift"


@dataclass(slots=True)
class Shape:
    """An image and its description, with the address that it leads to, and the element that describes it."""

    figure: Figure
    text: str
    href: str = ""
    element: Element = None


@dataclass(slots=True)
class Whole:
    """A paragraph: its text, marks, and the images that stand for themselves; `spaced` has surrounding white space.

    `origins` are marks on that which tell where it comes from, if that is remembered.
    """

    text: str
    spaced: str
    marks: tuple[Mark, ...]
    shapes: list[Shape]
    origins: Sequence[Mark] = ()

    def came_from(self, text: str) -> tuple[Mark, ...]:
        """Where a part of it, which may have less white space around it, comes from."""
        return clipped(self.origins, self.spaced.find(text), len(text)) if self.origins and text else ()

    @property
    def is_formula(self) -> bool:
        """Whether it has formulas and nothing else."""
        signs = sum(mark.end - mark.start for mark in self.marks if mark.kind is MarkKind.MATH)
        spaces = self.text.count("\n")
        return signs > 0 and len(self.text) <= signs + spaces and all(mark.kind is MarkKind.MATH for mark in self.marks)


@dataclass
class Line:
    """Collects the text of a paragraph, with what is on each stretch of it.

    Attributes:
        inline: the text.
    """

    inline: Inline = field(default_factory=Inline)
    _worn: dict[Worn, int] = field(default_factory=dict)
    _shift: str = ""
    _in_line: list[tuple[int, Shape]] = field(default_factory=list)
    _shapes: list[Shape] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing has been collected."""
        return not self.inline.parts and not self._shapes

    def add(self, text: str, worn: frozenset[Worn], shift: str = "") -> None:
        """Add text.

        Args:
            text: the text.
            worn: the marks on it.
            shift: "superscript" or "subscript".
        """
        if not text:
            return
        self._shifted(shift if shift in _SHIFTS else "")
        self._wear(worn)
        self.inline.append(text)

    def marked(self, text: str, kind: MarkKind, href: str = "") -> None:
        """Add something that has a mark of its own and no others."""
        self._shifted("")
        self.inline.marked(text, kind, href)

    def skip(self) -> None:
        """Leave something out: of the spaces on its two sides one stays."""
        self.inline.skip()

    def image(self, shape: Shape, *, floating: bool) -> None:
        """Add an image. One that floats, or has a description, stands for itself behind the paragraph."""
        if floating or shape.text:
            self._shapes.append(shape)
            self.skip()
            return
        self._shifted("")
        self._in_line.append((self.inline.length, shape))
        self.inline.append(OBJECT)

    def take(self, figures: list[Figure]) -> Whole:
        """The paragraph; images in its line become `figures`."""
        self._shifted("")
        self._wear(frozenset())
        spaced = "".join(self.inline.parts)
        alone = not spaced.replace(OBJECT, "").strip()
        shapes = [shape for _, shape in self._in_line] * alone + self._shapes
        if alone:
            spaced = ""
        else:
            self._mark_images(figures)
        text = spaced.strip()
        offset = len(spaced) - len(spaced.lstrip()) if text else 0
        marks = list(_tight(self.inline.marks, spaced)) if text else []
        whole = Whole(text, spaced, clipped(marks, offset, len(text)) if marks else (), shapes, self.inline.origins)
        self.inline.take()
        self._in_line, self._shapes = [], []
        return whole

    def _mark_images(self, figures: list[Figure]) -> None:
        for place, shape in self._in_line:
            self.inline.marks.append(Mark(place, place + 1, MarkKind.IMAGE, f"figure:{len(figures)}"))
            figures.append(shape.figure)

    def _wear(self, worn: frozenset[Worn]) -> None:
        if worn == self._worn.keys():
            return
        for each in [other for other in self._worn if other not in worn]:
            start = self._worn.pop(each)
            if start < self.inline.length:
                self.inline.marks.append(Mark(start, self.inline.length, *each))
        for each in sorted(worn):  # sets have another order in every process
            self._worn.setdefault(each, self.inline.length)

    def _shifted(self, shift: str) -> None:
        """Raise or lower what follows; what Unicode has raised or lowered is written so."""
        if shift == self._shift:
            return
        if self._shift:
            self.inline.close(_SHIFT)
        if shift:
            self.inline.open(_SHIFT, _SHIFTS[shift])
        self._shift = shift


def _tight(marks: list[Mark], text: str) -> Iterator[Mark]:
    """Marks without the white space at their ends."""
    for mark in marks:
        start, end = mark.start, min(mark.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield mark if (start, end) == (mark.start, mark.end) else mark.at(start, end)
