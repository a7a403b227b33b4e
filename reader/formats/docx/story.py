"""A story of a Word document: paragraphs and tables, in the order of the file, as in the body, a note or a text box."""

from reader.formats.decoding import decode
from reader.formats.docx.adding import Adding
from reader.formats.docx.drawings import Drawn, alternative
from reader.formats.docx.drawn_words import drawn_words
from reader.formats.docx.kinds import paragraph_look
from reader.formats.docx.package import Part
from reader.formats.docx.properties import is_on
from reader.formats.docx.runs import Runs
from reader.formats.docx.shared import Shared
from reader.formats.docx.styles import ParagraphStyle
from reader.formats.docx.tables import read_table
from reader.formats.html import HtmlWalk
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element, attribute, child, local_name
from reader.text import Kind

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
        self._adding = Adding(shared.builder, self._describes)
        self._open: tuple[Element | None, ParagraphStyle] | None = None

    def blocks(self, container: Element) -> None:
        """Read the paragraphs and tables in an element that is a box of its own, or a whole story."""
        around, self._adding.quote = self._adding.quote, None
        self._blocks(container)
        self._end()
        self._adding.close_quote()
        self._adding.quote = around

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
        self._adding.close_quote()
        read_table(self, table)

    def _chunk(self, element: Element) -> None:
        """A document of another format in this one: a web page is read."""
        self._end()
        self._adding.close_quote()
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
            self._adding.add(whole, look)
        self._adding.figures(whole.shapes)
        behind, self._runs.behind = self._runs.behind, []
        for found in behind:
            self._drawn(found)

    def _describes(self, element: Element) -> None:
        """Remember, if that is asked for, that what has just been added is what an element says of an image."""
        if self.shared.origins is not None:
            self.shared.origins.add(self.builder.inline, Slot.ALT, element)

    # Boxes

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
