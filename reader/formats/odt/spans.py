"""The text of one paragraph: its marks, fields, notes, and what stands in its lines."""

from collections.abc import Callable
from dataclasses import field

from reader import late_re as re
from reader.formats.html_markers import is_size
from reader.formats.odt.drawings import Content, Drawing, drawing_of, formula_in, is_drawing
from reader.formats.odt.forms import shown_by
from reader.formats.odt.looks import Look
from reader.formats.odt.names import name_of, value
from reader.formats.odt.reading import Frame, Reading
from reader.formats.odt.stretches import Stretches, Wanted
from reader.formats.odt.styles import ParagraphStyle, Role
from reader.formats.odt.targets import target_of
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import OBJECT, MarkKind

_SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100
# Numbers of pages are no text; the others are told in other ways.
_OF_PAGES = frozenset(f"text:{name}" for name in ("page-number", "page-count", "page-variable-get"))
_UNSHOWN = frozenset(
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
_REFERENCES = ("text:bookmark-ref", "text:reference-ref", "text:sequence-ref", "text:note-ref")
_PLACES = ("text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start")


@dataclass
class Spans:
    """Reads paragraphs, each into the builder's `inline`.

    Attributes:
        usual: the marks that the paragraph's named style gives to all of its text.
        captioned: whether images in its lines stand before it.
        href: where the link leads that is open; "".
    """

    reading: Reading
    usual: frozenset[MarkKind] = frozenset()
    captioned: bool = False
    href: str = ""
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
        self._say(element.text, look)
        for child in element:
            self._child(child, look)
            self._say(child.tail, look)

    def _child(self, child: Element, look: Look) -> None:
        name = name_of(child)
        if name in _HANDLERS:
            _HANDLERS[name](self, child, look)
        elif is_drawing(name):
            self._drawn(child, look)
        elif name in _OF_PAGES:
            self.reading.builder.inline.skip()
        elif name and name not in _UNSHOWN and not self._hides(child):
            self._inside(child, look)

    def _hides(self, element: Element) -> bool:
        """Whether a field is not shown."""
        if value(element, "text:is-hidden") == "true":
            self.reading.builder.left_out["hidden"] += 1
            return True
        return value(element, "text:display") == "none"

    # Text

    def _say(self, text: str | None, look: Look) -> None:
        if not text:
            return
        text = _SPACES.sub(" ", text)
        inline = self.reading.builder.inline
        if text[0] == " " and (not inline.parts or inline.parts[-1][-1] in " \n"):
            text = text[1:]
        self._add(text, look)

    def _add(self, text: str, look: Look) -> None:
        if text:
            self.stretches.under(self._wanted(look))
            self.reading.builder.inline.append(text)

    def _wanted(self, look: Look) -> Wanted:
        kinds = look.marks - self.usual
        if not kinds and not self.href and look.language == self.reading.styles.language:
            return ()
        if self.href:
            kinds -= {MarkKind.UNDERLINE}  # as links have it
        marks = [(kind, "") for kind in sorted(kinds)]
        if self.href:
            marks.insert(0, (MarkKind.LINK, self.href))
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

    def _tab(self, _element: Element, look: Look) -> None:
        self._add("\t", look)

    def _break(self, _element: Element, look: Look) -> None:
        self._add("\n", look)

    def _ruby(self, element: Element, look: Look) -> None:
        """A word with its reading behind it, in brackets."""
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
        if not self._hides(element):
            self._inside(element, look)

    def _reference(self, element: Element, look: Look) -> None:
        if value(element, "text:reference-format") == "page":
            self.reading.builder.inline.skip()
            return
        around, name = self.href, value(element, "text:ref-name")
        self.href = around or (f"#{name}" if name else "")
        self._inside(element, look)
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
        if not found.in_line or not self._in_line(found, look):
            self.reading.frames.append(Frame(element, self.href))

    def _in_line(self, found: Drawing, look: Look) -> bool:
        """Put something into the line; False if it has to stand by itself."""
        inline, figures = self.reading.builder.inline, self.reading.builder.figures
        match found.content:
            case Content.IMAGE if not found.alt and not self.captioned:
                self.stretches.under(self._wanted(look))
                inline.marked(OBJECT, MarkKind.IMAGE, f"figure:{len(figures)}")
                figures.append(found.figure)
            case Content.CONTROL:
                self._add(shown_by(self.reading.controls.get(value(found.element, "draw:control"))), look)
            case Content.OBJECT if formula := formula_in(self.reading.package.embedded(found.element)):
                self.stretches.under(self._wanted(look))
                inline.marked(formula, MarkKind.MATH)
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
    **dict.fromkeys(_REFERENCES, Spans._reference),
}
