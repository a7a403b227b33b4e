"""A story of a Word document: paragraphs and tables, in the order of the file, as in the body, a note or a text box."""

from collections.abc import Iterable

from reader.formats.decoding import decode
from reader.formats.docx.drawings import Drawn, alternative
from reader.formats.docx.drawn_words import drawn_words
from reader.formats.docx.kinds import Look, paragraph_look
from reader.formats.docx.lines import Shape, Whole
from reader.formats.docx.package import Part
from reader.formats.docx.properties import is_on
from reader.formats.docx.runs import Runs
from reader.formats.docx.shared import Shared
from reader.formats.docx.styles import ParagraphStyle
from reader.formats.docx.tables import read_table
from reader.formats.html import HtmlWalk
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element, attribute, child, local_name
from reader.text import Box, Kind, MarkKind, Paragraph

# What holds paragraphs or tables; what is not known is read as if only its content were there.
_UNSHOWN = frozenset({"sectPr", "sdtPr", "sdtEndPr", "tcPr", "customXmlPr", "del", "moveFrom", "pPr", "rPr"})
_IN_LINE = frozenset({"r", "hyperlink", "fldSimple", "oMath", "oMathPara", "bookmarkStart"})
_PAGES = (".htm", ".html", ".xhtml")


class Story:
    """Reads a story of a part."""

    def __init__(self, shared: Shared, part: Part, root: Element, swallow: str = "") -> None:
        """Begin the story in an element; `swallow` is what is left out at its head."""
        self.shared, self.builder = shared, shared.builder
        self._part = part
        self._runs = Runs(shared, part, root)
        self._runs.swallow = swallow
        self._quote: int | None = None
        self._open: tuple[Element | None, ParagraphStyle] | None = None

    def blocks(self, container: Element) -> None:
        """Read the paragraphs and tables in an element that is a box of its own, or a whole story."""
        around, self._quote = self._quote, None
        self._blocks(container)
        self._end()
        self._close_quote()
        self._quote = around

    def _blocks(self, container: Element) -> None:
        for each in container:
            name = local_name(each)
            if name == "p":
                self._paragraph(each)
            elif name == "tbl":
                self._table(each)
            elif name == "AlternateContent":
                if (chosen := alternative(each)) is not None:
                    self._blocks(chosen)
            elif name in ("altChunk", "subDoc"):
                self._chunk(each)
            elif name in _IN_LINE:
                self._open = self._open or (None, self.shared.styles.paragraph(""))
                self._runs.read((each,))
            elif name not in _UNSHOWN and name:
                self._blocks(each)

    def _table(self, table: Element) -> None:
        self._end()
        self._close_quote()
        read_table(self, table)

    def _chunk(self, element: Element) -> None:
        """A document of another format in this one: a web page is read."""
        self._end()
        self._close_quote()
        path, archive = self._part.target(attribute(element, "id")), self.shared.parts.archive
        if path.lower().endswith(_PAGES) and path in archive:
            markup = decode(archive.read(path), archive.name).text
            HtmlWalk(self.builder, markup, placeholders=False).block(markup)
        else:
            self.builder.left_out["objects"] += 1

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        named = child(properties, "pStyle") if properties is not None else None
        style = self.shared.styles.paragraph(attribute(named, "val") if named is not None else "")
        self._open = properties, style
        self._runs.paragraph(element, style)
        if properties is None or not _runs_on(properties):
            self._end()
        if properties is not None and child(properties, "sectPr") is not None:
            self.shared.sections.current += 1

    def _end(self) -> None:
        """End the paragraph that is open, if there is one."""
        if self._open is None:
            return
        properties, style = self._open
        self._open = None
        whole = self._runs.line.take(self.builder.figures)
        look = paragraph_look(properties, style, self.shared.numbering, len(whole.text))
        if whole.text or whole.shapes or look.marker:
            self._add(whole, look)
        self._figures(whole.shapes)
        behind, self._runs.behind = self._runs.behind, []
        for found in behind:
            self._drawn(found)

    def _add(self, whole: Whole, look: Look) -> None:
        if look.quote:
            self._open_quote()
        else:
            self._close_quote()
        builder = self.builder
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
        if look.kind is Kind.TITLE and self.builder.titled:
            return Kind.HEADING
        if look.kind is Kind.TITLE:
            self.builder.titled = True
        if look.kind is not None:
            return look.kind
        return Kind.MATH if _is_formula(whole) else self.builder.plain

    def _box_of_image(self, kind: Kind) -> Iterable[Box]:
        """The box of the image that a caption stands behind, if it does."""
        last = self.builder.paragraphs[-1] if self.builder.paragraphs else None
        if kind is Kind.CAPTION and last is not None and last.kind is Kind.FIGURE:
            return last.within[-1:] if last.within[:-1] == self.builder.within else ()
        return ()

    def _figures(self, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            inline = self.builder.inline
            inline.open("a", MarkKind.LINK if shape.href else None, shape.href)
            inline.image(shape.text, shape.figure)
            if self.shared.origins is not None:
                self.shared.origins.add(inline, Slot.ALT, shape.element)
            inline.close("a")
            self.builder.end()

    # Boxes

    def _open_quote(self) -> None:
        if self._quote is None:
            self._quote = self.builder.enter_quote("quote")

    def _close_quote(self) -> None:
        if self._quote is not None:
            self.builder.unwind(self._quote)
            self._quote = None

    def _drawn(self, found: Drawn) -> None:
        """What is drawn in a paragraph, behind it."""
        if found.rule:
            self.builder.add("", Kind.RULE)
        for box in found.boxes:
            depth = self.builder.enter_aside("box", "")
            Story(self.shared, self._part, box).blocks(box)
            self.builder.unwind(depth)
        depth = self.builder.enter_aside("box", "")
        origins = self.shared.origins
        for text, elements in drawn_words(found, self._part, self.shared.parts, all_of_them=origins is not None):
            self.builder.inline.append(text)
            if origins is not None and text:
                origins.add(self.builder.inline, Slot.WORDS, *elements)
            self.builder.end()
        self.builder.unwind(depth)


def _is_formula(whole: Whole) -> bool:
    """Whether a paragraph has formulas and nothing else."""
    signs = sum(mark.end - mark.start for mark in whole.marks if mark.kind is MarkKind.MATH)
    spaces = whole.text.count("\n")
    return signs > 0 and len(whole.text) <= signs + spaces and all(mark.kind is MarkKind.MATH for mark in whole.marks)


def _runs_on(properties: Element) -> bool:
    """Whether a paragraph runs on into the next: its end is deleted, moved or hidden, or it is one large letter."""
    frame = child(properties, "framePr")
    if frame is not None and attribute(frame, "dropCap") not in ("", "none"):
        return True
    mark = child(properties, "rPr")
    if mark is None:
        return False
    if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
        return True
    return is_on(child(mark, "vanish")) and not is_on(child(mark, "specVanish"))
