"""What stands in a paragraph: runs, links, fields, references of notes, drawings, formulas."""

from collections.abc import Callable

from reader.formats.docx.drawings import Drawn, alternative, drawn
from reader.formats.docx.fields import UNSHOWN, Fields, shows_value, value_of_form
from reader.formats.docx.lines import Line
from reader.formats.docx.maths import formula
from reader.formats.docx.notes import LONGEST_LABEL
from reader.formats.docx.package import Part
from reader.formats.docx.properties import Looks, combined, looks_of
from reader.formats.docx.shared import Letters, Shared
from reader.formats.docx.styles import LetterStyle, ParagraphStyle
from reader.formats.docx.symbols import in_unicode, symbol
from reader.formats.inline import local
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.text import Kind, MarkKind, base_language, language_code

_PLAIN: Looks = {}
_PLAIN_LETTERS = LetterStyle(_PLAIN)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
# What stands for no language.
_NO_LANGUAGE = frozenset({"", "x", "zxx", "und", "qaa"})
_MARKS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS, "strike": MarkKind.STRIKE, "dstrike": MarkKind.STRIKE}


class Runs:
    """Reads what stands in the paragraphs of a story, a stretch of text of one part, such as a note or a text box.

    Attributes:
        line: the paragraph that is being put together.
        behind: what has been drawn in it, and stands behind it.
        swallow: what is left out at the head of the next text: the label of a note.
    """

    def __init__(self, shared: Shared, part: Part, story: Element) -> None:
        """Begin the story in an element of a part."""
        self.line = Line()
        self.behind: list[Drawn] = []
        self.swallow = ""
        self._shared, self._part = shared, part
        self._fields = Fields(story)
        self._links: list[str] = []
        self._style = ParagraphStyle("")
        self._letters = Letters()
        self._hid = self._verbatim = False

    def paragraph(self, element: Element, style: ParagraphStyle) -> None:
        """Read a paragraph of this style."""
        self._style, self._hid = style, False
        self.read(element)

    def read(self, element: Element) -> None:
        """Read what stands in an element; one that is not known is read as if only its content were there."""
        for each in element:
            name = local_name(each)
            if name in _READERS:
                _READERS[name](self, each)
            elif name in UNSHOWN or not name:
                continue
            elif name in _SIGNS:
                self._text(_SIGNS[name], each)
            elif name in _DRAWINGS:
                self._drawing(each)
            elif name in _REFERENCES:
                self._note(each, _REFERENCES[name])
            else:
                self.read(each)

    # Runs

    def _run(self, element: Element) -> None:
        around = self._letters
        own = child(element, "rPr")
        looks = looks_of(own) if own is not None else _PLAIN
        alike, known = (self._style.identifier, *looks.items()), self._shared.letters
        if alike not in known:
            known[alike] = self._looks(looks)
        self._letters = known[alike]
        self.read(element)
        self._letters = around

    def _looks(self, own: Looks) -> Letters:
        name = str(own.get("rStyle", ""))
        letters = self._shared.styles.letters(name) if name else _PLAIN_LETTERS
        looks = combined(self._style.looks, letters.looks, own)
        # What a heading or caption as a whole looks like is no emphasis.
        plain = self._style.looks if self._style.role is not None else _PLAIN
        worn = {(kind, "") for key, kind in _MARKS.items() if looks.get(key) and not plain.get(key)}
        if letters.code and self._style.role is not Kind.CODE:
            worn.add((MarkKind.CODE, ""))
        if looks.get("u") and not plain.get("u") and not letters.link:
            worn.add((MarkKind.UNDERLINE, ""))
        if language := self._language(str(looks.get("lang", ""))):
            worn.add((MarkKind.LANGUAGE, language))
        return Letters(
            frozenset(worn),
            str(looks.get("vertAlign", "")),
            str(looks.get("font", "")),
            bool(looks.get("vanish")),
        )

    def _language(self, code: str) -> str:
        """The language of a run, if the document is set to another."""
        own, usual = base_language(code), base_language(self._shared.styles.language)
        return "" if own in _NO_LANGUAGE or own == usual else language_code(code)

    def _letters_of_text(self, element: Element) -> None:
        text = element.text or ""
        if any(c in text for c in "\n\r\t"):
            text = text.replace("\r", "\n")
            kept = attribute(element, "space") == "preserve"
            text = (text if kept else text.strip()).replace("\n", " ").replace("\t", " ")
        read = in_unicode(text, self._letters.font)
        self._text(read, element, verbatim=read != text)

    def _symbol(self, element: Element) -> None:
        self._text(_sign(element), element, verbatim=True)

    def _text(self, text: str, element: Element, *, verbatim: bool = False) -> None:
        """Add a text that an element shows; signs of a font of signs are `verbatim`."""
        if not text:
            return
        if not self._fields.shown:
            self.line.skip()
            return
        letters = self._letters
        if letters.hidden:
            self._hide(text)
            return
        if self.swallow:
            text = self._without_label(text)
        worn = letters.worn
        if href := self._href:
            worn = frozenset({each for each in worn if each[0] is not MarkKind.UNDERLINE} | {(MarkKind.LINK, href)})
        if verbatim or self._fields.verbatim or self._verbatim:
            worn |= {(MarkKind.VERBATIM, "")}
        self.line.add(text, worn, letters.shift)
        self._came_from(element)

    def _came_from(self, element: Element) -> None:
        """Remember, if that is asked for, that what has just been added is what an element shows."""
        if self._shared.origins is not None:
            self._shared.origins.add(self.line.inline, Slot.WHOLE, element)

    def _hide(self, text: str) -> None:
        if not self._hid and text.strip():
            self._shared.builder.left_out["hidden"] += 1
            self._hid = True

    def _without_label(self, text: str) -> str:
        label, self.swallow = self.swallow, ""
        words = text.lstrip()
        return words.removeprefix(label).lstrip() if words.startswith(label) else text

    @property
    def _href(self) -> str:
        return self._links[-1] if self._links else self._fields.href and local(self._fields.href)

    @property
    def _shown(self) -> bool:
        return self._fields.shown and not self._letters.hidden

    # Links and fields

    def _hyperlink(self, element: Element) -> None:
        address, place = self._part.target(attribute(element, "id")), attribute(element, "anchor")
        href = address + (f"#{place}" if place else "")
        self._links.append(href or self._href)
        self.read(element)
        self._links.pop()

    def _simple_field(self, element: Element) -> None:
        self._fields.open_simple(attribute(element, "instr"))
        self.read(element)
        self._fields.close_simple()

    def _control(self, element: Element) -> None:
        around, self._verbatim = self._verbatim, self._verbatim or shows_value(element)
        self.read(element)
        self._verbatim = around

    def _field_sign(self, element: Element) -> None:
        ended = self._fields.sign(element)
        if ended is None:
            return
        if value := value_of_form(ended):
            self._text(value, element)
        elif "".join(ended.code).split()[:1] in (["EQ"], ["INCLUDEPICTURE"]):
            self._shared.builder.left_out["objects"] += 1

    def _code(self, element: Element) -> None:
        self._fields.code(element.text or "")

    def _bookmark(self, element: Element) -> None:
        self._shared.builder.name(attribute(element, "name"))

    # Changes and alternatives

    def _deleted(self, element: Element) -> None:
        shown = (each for each in element.iter() if local_name(each) in ("delText", "t", "drawing", "pict"))
        self._shared.builder.left_out["deleted"] += any(each.text or len(each) for each in shown)

    def _alternatives(self, element: Element) -> None:
        if (chosen := alternative(element)) is not None:
            self.read(chosen)

    def _ruby(self, element: Element) -> None:
        """Small letters over others stand behind these."""
        for each in children(element, "rubyBase"):
            self.read(each)
        for each in children(element, "rt"):
            self._text("(", element)
            self.read(each)
            self._text(")", element)

    # What is no text

    def _note(self, element: Element, kind: str) -> None:
        if not self._shown:
            return
        sections, typed = self._shared.sections, ""
        if _is_custom(element):
            typed = _letters_of(next(element.itersiblings(), None))
        form = sections.note_form(kind)
        label, place = self._shared.notes.refer(kind, attribute(element, "id"), form, sections.current, typed)
        self.line.marked(f"[{label}]", MarkKind.NOTE, f"#note:{place}")
        self._came_from(element)
        self.swallow = typed

    def _drawing(self, element: Element) -> None:
        if not self._shown:
            return
        found = drawn(element, self._part)
        self._shared.builder.left_out["objects"] += found.objects
        for shape in found.images:
            shape.href = self._href or found.href
            self.line.image(shape, floating=found.floating)
            self._came_from(element)
        if found.stands_behind:
            self.behind.append(found)

    def _formula(self, element: Element) -> None:
        if self._shown and (text := formula(element)):
            self.line.marked(text, MarkKind.MATH)
            self._came_from(element)

    def _formulas(self, element: Element) -> None:
        """Formulas in lines of their own."""
        for place, each in enumerate(children(element, "oMath")):
            if place:
                self._text("\n", element)
            self._formula(each)


def _is_custom(reference: Element) -> bool:
    """Whether the label of a note is typed."""
    value = attribute(reference, "customMarkFollows")
    return value in ("1", "true", "on")


def _letters_of(element: Element | None) -> str:
    """The label that an element has; "" if it is longer than one."""
    if element is None:
        return ""
    name = local_name(element)
    label = (element.text or "").strip() if name == "t" else _sign(element) if name == "sym" else ""
    return label if len(label) <= LONGEST_LABEL else ""


def _sign(element: Element) -> str:
    code = attribute(element, "char")
    try:
        return symbol(attribute(element, "font"), int(code[:6], 16))
    except ValueError:
        return ""


_READERS: dict[str, Callable[[Runs, Element], None]] = {
    "r": Runs._run,
    "t": Runs._letters_of_text,
    "sym": Runs._symbol,
    "symEx": Runs._symbol,
    "hyperlink": Runs._hyperlink,
    "fldSimple": Runs._simple_field,
    "sdt": Runs._control,
    "fldChar": Runs._field_sign,
    "instrText": Runs._code,
    "bookmarkStart": Runs._bookmark,
    "del": Runs._deleted,
    "moveFrom": Runs._deleted,
    "AlternateContent": Runs._alternatives,
    "ruby": Runs._ruby,
    "oMath": Runs._formula,
    "oMathPara": Runs._formulas,
}
