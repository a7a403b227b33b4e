"""What is anchored in paragraphs or on pages: images, text boxes, shapes, and what is embedded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader.formats.odt.drawings import (
    Content,
    Drawing,
    chart_words,
    drawing_of,
    embedded_texts,
    formula_in,
    is_drawing,
)
from reader.formats.odt.forms import form_controls, label_of, shown_by
from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.package import Package
from reader.formats.odt.paragraphs import Paragraphs
from reader.formats.odt.reading import Frame, Reading, body_styles
from reader.formats.odt.styles import Role
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import Kind, MarkKind

# Documents that are embedded in each other.
_MOST_EMBEDDED = 3


@dataclass
class Frames:
    """Reads frames and shapes into the builder.

    Attributes:
        paragraphs: tells what paragraphs are.
        blocks: reads the blocks in an element.
        grouped: whether they are parts of a drawing.
        embedded: how many documents are open that are embedded in each other.
    """

    reading: Reading
    paragraphs: Paragraphs
    blocks: Callable[[Element], None]
    grouped: bool = False
    embedded: int = 0

    def read(self, frame: Frame) -> None:
        """Read a frame or shape."""
        self.reading.builder.end()
        found = drawing_of(frame.element, self.reading.package)
        self._name(frame.element, found)
        match found.content:
            case Content.IMAGE:
                self._image(frame, found)
                self.blocks(found.element)
            case Content.TEXT if self._is_figure(found.element):
                self.blocks(found.element)
            case Content.TEXT:
                self._aside(found.element)
            case Content.GROUP:
                self._group(found.element)
            case Content.CONTROL:
                self._control(self.reading.controls.get(value(found.element, "draw:control")))
            case Content.OBJECT:
                self._object(frame, found)
            case Content.FOREIGN:
                self._left_out(frame, found)

    def _name(self, element: Element, found: Drawing) -> None:
        kinds = {Content.IMAGE: "graphic", Content.TEXT: "frame"}
        if name := value(element, "draw:name"):
            self.reading.builder.name(f"{name}|{kinds.get(found.content, 'ole')}")

    def _image(self, frame: Frame, found: Drawing) -> None:
        inline = self.reading.builder.inline
        if frame.href:
            inline.open("a", MarkKind.LINK, frame.href)
        inline.image(found.alt, found.figure)
        self.reading.came_from(Slot.ALT, frame.element)
        if frame.href:
            inline.close("a")
        self.reading.builder.end()

    def _control(self, control: Element | None) -> None:
        """A field of a form: its label is the author's, what is filled in stays to the letter."""
        inline, text = self.reading.builder.inline, shown_by(control)
        if label_of(control):
            inline.append(text)
            self.reading.came_from(Slot.LABEL, control)
        else:
            inline.marked(text, MarkKind.VERBATIM)
        self.reading.builder.end()

    def _aside(self, element: Element) -> None:
        builder = self.reading.builder
        if self.grouped:
            self.blocks(element)
            return
        depth = builder.enter_aside("aside", "")
        self.blocks(element)
        builder.unwind(depth)

    def _group(self, element: Element) -> None:
        """A drawing that is made of several: what is written in it belongs together."""
        builder, outer = self.reading.builder, not self.grouped
        depth = builder.enter_aside("aside", "") if outer else -1
        around, self.grouped = self.grouped, True
        for child in element:
            if is_drawing(name_of(child)):
                self.read(Frame(child))
        self.grouped = around
        if outer:
            builder.unwind(depth)

    def _is_figure(self, box: Element) -> bool:
        """Whether a text box only holds an image and its caption together."""
        inside = [child for child in box if name_of(child) != "text:soft-page-break"]
        if next(box.iter(tag("draw:image"), tag("draw:object")), None) is None:
            return False
        return all(name_of(child) == "text:p" and self._is_caption(child) for child in inside)

    def _is_caption(self, paragraph: Element) -> bool:
        """Whether a paragraph is a caption, or has no text."""
        if self.paragraphs.role(paragraph) is Role.CAPTION:
            return True
        texts = [paragraph.text, *(child.tail for child in paragraph)]
        inside = (any(map(str.strip, child.itertext())) for child in paragraph if not is_drawing(name_of(child)))
        return not any(text and text.strip() for text in texts) and not any(inside)

    # What is embedded

    def _object(self, frame: Frame, found: Drawing) -> None:
        package = self.reading.package.embedded(found.element)
        if formula := formula_in(package):
            self.reading.builder.add(formula, Kind.MATH)
            return
        texts = embedded_texts(package) if self.embedded < _MOST_EMBEDDED else []
        if package is not None and texts:
            self._embedded(package, texts)
        else:
            self._left_out(frame, found)
            self._words(chart_words(package))

    def _words(self, words: Mapping[str, Sequence[Element]]) -> None:
        """Words of a chart, which stand all over it."""
        depth = self.reading.builder.enter_aside("aside", "")
        for each, elements in words.items():
            self.reading.builder.inline.append(each)
            self.reading.came_from(Slot.WORDS, *elements)
            self.reading.builder.end()
        self.reading.builder.unwind(depth)

    def _embedded(self, package: Package, texts: list[Element]) -> None:
        """Read a document of text or a drawing, with its own styles."""
        reading, around = self.reading, replace(self.reading)
        reading.package, reading.styles = package, body_styles(package)
        reading.controls = form_controls(package.part("office:body"))
        self.embedded += 1
        for text in texts:
            self._aside(text)
        self.embedded -= 1
        reading.package, reading.styles, reading.controls = around.package, around.styles, around.controls

    def _left_out(self, frame: Frame, found: Drawing) -> None:
        """What another program shows: only how it looked is known."""
        self.reading.builder.left_out["objects"] += 1
        if found.alt or found.figure.name:
            self._image(frame, found)
