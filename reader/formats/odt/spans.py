"""The text of one paragraph: its marks, fields, notes, and what stands in its lines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field

from reader import late_re as re
from reader.formats.html_markers import is_size
from reader.formats.odt.drawings import Content, Drawing, drawing_of, formula_in, is_drawing
from reader.formats.odt.fields import FIELDS, PAGE_FIELDS, REFERENCES, refers_to_page
from reader.formats.odt.forms import shown_by
from reader.formats.odt.looks import Look
from reader.formats.odt.names import name_of, value
from reader.formats.odt.reading import Frame, Reading
from reader.formats.odt.stretches import Stretches, Wanted
from reader.formats.odt.styles import ParagraphStyle, Role
from reader.formats.odt.targets import target_of
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import OBJECT, MarkKind

SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100
UNSHOWN = frozenset(
    {
        "text:page-variable-set",
        "text:number",
        "svg:title",
        "svg:desc",
        "office:annotation-end",
        "office:event-listeners",
        "office:binary-data",
        "text:ruby-text",
    }
)
_PLACES = ("text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start")


@dataclass
class Spans:
    """Reads paragraphs, each into the builder's `inline`.

    Attributes:
        usual: the marks that the paragraph's named style gives to all of its text.
        captioned: whether images in its lines stand before it.
        href: where the link leads that is open; "".
        verbatim: whether a field is open, whose text is not the author's.
    """

    reading: Reading
    usual: frozenset[MarkKind] = frozenset()
    captioned: bool = False
    href: str = ""
    verbatim: bool = False
    stretches: Stretches = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no stretch open."""
        self.stretches = Stretches(self.reading.builder)

    def read(self, paragraph: Element, style: ParagraphStyle) -> None:
        """Read the text of a paragraph in this style."""
        self.usual, self.captioned = style.usual.marks, style.role is Role.CAPTION
        self._inside(paragraph, style.look)
        self.stretches.under(())

    def _inside(self, element: Element, look: Look) -> None:
        if element.text:
            self._say(element.text, look, element, Slot.TEXT)
        for child in element:
            self._child(child, look)
            if child.tail:
                self._say(child.tail, look, child, Slot.TAIL)

    def _child(self, child: Element, look: Look) -> None:
        name = name_of(child)
        if name in _HANDLERS:
            _HANDLERS[name](self, child, look)
        elif is_drawing(name):
            self._drawn(child, look)
        elif name in PAGE_FIELDS:
            self.reading.builder.inline.skip()
        elif name and name not in UNSHOWN and not self._hides(child):
            self._inside(child, look)

    def _hides(self, element: Element) -> bool:
        """Whether a field is not shown."""
        if value(element, "text:is-hidden") == "true":
            self.reading.builder.left_out["hidden"] += 1
            return True
        return value(element, "text:display") == "none"

    # Text

    def _say(self, text: str, look: Look, element: Element, slot: Slot) -> None:
        text = SPACES.sub(" ", text)
        inline = self.reading.builder.inline
        if text[0] == " " and (not inline.parts or inline.parts[-1][-1] in " \n"):
            text = text[1:]
        self._add(text, look)
        self._came_from(slot, element)

    def _came_from(self, slot: Slot, element: Element) -> None:
        if not self.verbatim:  # else it is a part of the field
            self.reading.came_from(slot, element)

    def _add(self, text: str, look: Look) -> None:
        if text:
            self.stretches.under(self._wanted(look))
            self.reading.builder.inline.append(text)

    def _wanted(self, look: Look) -> Wanted:
        kinds = look.marks - self.usual
        if not kinds and not self.href and not self.verbatim and look.language == self.reading.styles.language:
            return ()
        if self.href:
            kinds -= {MarkKind.UNDERLINE}  # as links have it
        marks = [(kind, "") for kind in sorted(kinds)]
        if self.href:
            marks.insert(0, (MarkKind.LINK, self.href))
        if self.verbatim:
            marks.append((MarkKind.VERBATIM, ""))
        if look.language not in ("", self.reading.styles.language):
            self.reading.builder.languages = True
            marks.insert(0, (MarkKind.LANGUAGE, look.language))
        return tuple(marks)

    def _span(self, element: Element, look: Look) -> None:
        look = self.reading.styles.text(value(element, "text:style-name")).over(look)
        if look.hidden:
            self.reading.builder.left_out["hidden"] += 1
        else:
            self._inside(element, look)

    def _link(self, element: Element, look: Look) -> None:
        around, self.href = self.href, target_of(value(element, "xlink:href"))
        self._name(value(element, "office:name"))
        self._inside(element, look)
        self.href = around

    def _spaces(self, element: Element, look: Look) -> None:
        count = value(element, "text:c")
        self._add(" " * min(int(count) if is_size(count) else 1, _MOST_SPACES), look)
        self._came_from(Slot.WHOLE, element)

    def _tab(self, element: Element, look: Look) -> None:
        self._add("\t", look)
        self._came_from(Slot.WHOLE, element)

    def _break(self, element: Element, look: Look) -> None:
        self._add("\n", look)
        self._came_from(Slot.WHOLE, element)

    def _field(self, element: Element, look: Look) -> None:
        """What a field shows stays to the letter."""
        if not self._hides(element):
            with self._whole(element):
                self._inside(element, look)

    @contextmanager
    def _whole(self, element: Element) -> Iterator[None]:
        """Read something that is not divided, and whose text is not the author's."""
        around, self.verbatim = self.verbatim, True
        yield
        self.verbatim = around
        self._came_from(Slot.WHOLE, element)

    def _ruby(self, element: Element, look: Look) -> None:
        """A word with its reading behind it, in brackets."""
        with self._whole(element):
            self._inside(element, look)
            for above in element:
                if name_of(above) == "text:ruby-text" and any(map(str.strip, above.itertext())):
                    self._add(" (", look)
                    self._inside(above, look)
                    self._add(")", look)

    # Places, references, notes

    def _name(self, name: str) -> None:
        if name:
            self.reading.builder.name(name)

    def _place(self, element: Element, _look: Look) -> None:
        self._name(value(element, "text:name"))

    def _sequence(self, element: Element, look: Look) -> None:
        self._name(value(element, "text:ref-name"))
        self._field(element, look)

    def _reference(self, element: Element, look: Look) -> None:
        if refers_to_page(element):
            self.reading.builder.inline.skip()
            return
        around, name = self.href, value(element, "text:ref-name")
        self.href = around or (f"#{name}" if name else "")
        self._field(element, look)
        self.href = around

    def _note(self, element: Element, look: Look) -> None:
        parts = {name_of(child): child for child in element}
        citation, notes = parts.get("text:note-citation"), self.reading.notes
        label = " ".join("".join(citation.itertext()).split()) if citation is not None else ""
        label = label or str(len(notes) + 1)
        around, self.href = self.href, ""
        self.stretches.under(self._wanted(Look(language=look.language)))
        self.href = around
        self.reading.builder.inline.marked(f"[{label}]", MarkKind.NOTE, f"#note:{len(notes)}")
        notes.append((label, element))
        self._came_from(Slot.WHOLE, element)

    def _comment(self, _element: Element, _look: Look) -> None:
        self.reading.builder.left_out["comments"] += 1

    def _script(self, _element: Element, _look: Look) -> None:
        self.reading.builder.left_out["scripts"] += 1

    # Frames

    def _linked_frame(self, element: Element, look: Look) -> None:
        around, self.href = self.href, target_of(value(element, "xlink:href"))
        self._inside(element, look)
        self.href = around

    def _drawn(self, element: Element, look: Look) -> None:
        """A frame or shape: what has no text of its own stands in the line, all else behind the paragraph."""
        found = drawing_of(element, self.reading.package)
        if not found.in_line or not self._in_line(element, found, look):
            self.reading.frames.append(Frame(element, self.href))

    def _in_line(self, element: Element, found: Drawing, look: Look) -> bool:
        """Put something into the line; False if it has to stand by itself."""
        inline, figures = self.reading.builder.inline, self.reading.builder.figures
        match found.content:
            case Content.IMAGE if not found.alt and not self.captioned:
                self.stretches.under(self._wanted(look))
                inline.marked(OBJECT, MarkKind.IMAGE, f"figure:{len(figures)}")
                figures.append(found.figure)
                self._came_from(Slot.WHOLE, element)
            case Content.CONTROL:
                with self._whole(element):
                    self._add(shown_by(self.reading.controls.get(value(found.element, "draw:control"))), look)
            case Content.OBJECT if formula := formula_in(self.reading.package.embedded(found.element)):
                self.stretches.under(self._wanted(look))
                inline.marked(formula, MarkKind.MATH)
                self._came_from(Slot.WHOLE, element)
            case _:
                return False
        return True


_Handler = Callable[[Spans, Element, Look], None]
_HANDLERS: dict[str, _Handler] = {
    "text:span": Spans._span,
    "text:a": Spans._link,
    "text:s": Spans._spaces,
    "text:tab": Spans._tab,
    "text:line-break": Spans._break,
    "text:ruby": Spans._ruby,
    "text:sequence": Spans._sequence,
    "text:note": Spans._note,
    "text:script": Spans._script,
    "office:annotation": Spans._comment,
    "draw:a": Spans._linked_frame,
    **dict.fromkeys(_PLACES, Spans._place),
    **dict.fromkeys(REFERENCES, Spans._reference),
    **dict.fromkeys(FIELDS, Spans._field),
}
