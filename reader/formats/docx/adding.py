"""Adds paragraphs to a document as Word's are: quotes, captions and images find their boxes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from reader.formats.building import Builder
from reader.formats.docx.kinds import Look
from reader.formats.docx.lines import Shape, Whole
from reader.formats.inline import Inline
from reader.text import Box, Kind, MarkKind, Paragraph

if TYPE_CHECKING:
    from typing import Any


class Describing(Protocol):
    """What remembers where the description of an image stands."""

    def add(self, inline: Inline, element: "Any", *, describes: bool = False) -> None:
        """What has just been added to a paragraph comes from here."""


class Adding:
    """Adds paragraphs; `quote` is what closes the quote that is open, if one is."""

    def __init__(self, builder: Builder, origins: Describing | None) -> None:
        """Add to what a builder has; `origins`, if any, remembers where each text stands."""
        self._builder, self._origins = builder, origins
        self.quote: int | None = None

    def add(self, whole: Whole, look: Look) -> None:
        """Add a paragraph."""
        if not look.quote:
            self.close_quote()
        elif self.quote is None:
            self.quote = self._builder.enter_quote("quote")
        builder = self._builder
        if not whole.text:
            # A page shows the number of a paragraph that is empty.
            if any(map(str.isalnum, look.marker)) and not whole.shapes:
                builder.add(look.marker, builder.plain)
            return
        kind, text, marks = self._kind(look, whole), whole.text, whole.marks
        if kind is Kind.CODE:
            text, marks = whole.spaced.strip("\n").rstrip(), ()
        elif kind is Kind.MATH:
            marks = ()
        marks = (*marks, *whole.came_from(text))
        level = look.level if kind in (Kind.HEADING, Kind.TITLE, Kind.LIST_ITEM) else 0
        within = (*builder.within, *self._box_of_image(kind))
        builder.paragraphs.append(Paragraph(text, kind, marks, level, look.marker, within))

    def _kind(self, look: Look, whole: Whole) -> Kind:
        if look.kind is Kind.TITLE and self._builder.titled:
            return Kind.HEADING
        if look.kind is Kind.TITLE:
            self._builder.titled = True
        if look.kind is not None:
            return look.kind
        return Kind.MATH if whole.is_formula else self._builder.plain

    def _box_of_image(self, kind: Kind) -> Iterable[Box]:
        """The box of the image that a caption stands behind, if it does."""
        last = self._builder.paragraphs[-1] if self._builder.paragraphs else None
        if kind is Kind.CAPTION and last is not None and last.kind is Kind.FIGURE:
            return last.within[-1:] if last.within[:-1] == self._builder.within else ()
        return ()

    def figures(self, shapes: Iterable[Shape]) -> None:
        """Add the images that stand behind a paragraph."""
        for shape in shapes:
            inline = self._builder.inline
            inline.open("a", MarkKind.LINK if shape.href else None, shape.href)
            inline.image(shape.text, shape.figure)
            if self._origins is not None:
                self._origins.add(inline, shape.element, describes=True)
            inline.close("a")
            self._builder.end()

    def close_quote(self) -> None:
        """End the quote that is open, if one is."""
        if self.quote is not None:
            self._builder.unwind(self.quote)
            self.quote = None
