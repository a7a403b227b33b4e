"""Adds paragraphs to a document as Word's are: quotes, captions and images find their boxes."""

from collections.abc import Callable, Iterable

from reader.formats.building import Builder
from reader.formats.docx.kinds import Look
from reader.formats.docx.lines import Shape, Whole
from reader.formats.xml_parts import Element
from reader.text import Box, Kind, MarkKind, Paragraph


class Adding:
    """Adds paragraphs; `quote` is what closes the quote that is open, if one is."""

    def __init__(self, builder: Builder, describes: Callable[[Element], None]) -> None:
        """Add to what a builder has; `describes` is told what the description of an image has come from."""
        self._builder, self._describes = builder, describes
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
        builder.append(Paragraph(text, kind, marks, level, look.marker, within))

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
            self._describes(shape.element)
            inline.close("a")
            self._builder.end()

    def close_quote(self) -> None:
        """End the quote that is open, if one is."""
        if self.quote is not None:
            self._builder.unwind(self.quote)
            self.quote = None
