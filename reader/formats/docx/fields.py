"""Fields: which of their text is code, which a result, and what the result is."""

from collections.abc import Iterator
from dataclasses import field

from reader import late_re as re
from reader.formats.docx.properties import is_on
from reader.formats.docx.styles import whole
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.late_dataclasses import dataclass

# Numbers of pages, which are those of the paper.
_PAGES = frozenset({"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "SECTION"})
# What refers to a place in the document, if it has the switch \h.
_REFERENCES = frozenset({"REF", "NOTEREF"})
# What shows text that was written for it, as a link does; others show what they have counted, looked up or been given.
_OF_TEXT = frozenset({"", "HYPERLINK", "TOC", "TOA", "INDEX", "BIBLIOGRAPHY", "INCLUDETEXT", "QUOTE", "IF"})
_PART = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\\S)|([^\s"]+)')
_LONGEST_CODE = 10_000
# Content controls that show a value.
_VALUES = ("dropDownList", "comboBox", "date", "checkbox")
# What is no text of a page: properties, codes, what has been deleted.
UNSHOWN = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "delText", "delInstrText"})
# What else has no fields of a story: what is left out, and stories of their own.
_ELSEWHERE = UNSHOWN | {"del", "moveFrom", "Fallback", "drawing", "pict", "object", "oMath", "oMathPara", "sectPr"}


@dataclass(slots=True)
class Field:
    """A field that is open.

    Attributes:
        begin: the element that it begins with.
        code: what has been read of its code.
        result: whether that is over.
        href: the address that it leads to, or that the field around it does.
        silent: whether its result is not shown.
        around: whether what is around it is shown.
        lasting: whether it goes on in other paragraphs.
        verbatim: whether its text, or that of the field around it, is not to be translated.
    """

    begin: Element | None
    code: list[str] = field(default_factory=list)
    result: bool = False
    href: str = ""
    silent: bool = False
    around: bool = True
    lasting: bool = False
    verbatim: bool = False

    @property
    def shown(self) -> bool:
        """Whether text in it is shown."""
        return self.around and self.result and not self.silent

    def settle(self) -> None:
        """The code is whole."""
        self.result = True
        name, values, switches = _parts("".join(self.code)[:_LONGEST_CODE])
        self.silent = name in _PAGES
        self.verbatim = self.verbatim or (name not in _OF_TEXT and not self.lasting)
        if name == "HYPERLINK":
            self.href = (values[0] if values else "") + (f"#{switches['l']}" if switches.get("l") else "")
        elif name in _REFERENCES and "h" in switches and values:
            self.href = f"#{values[0]}"


def _parts(code: str) -> tuple[str, list[str], dict[str, str]]:
    """The name of a field, its values, and its switches with the values behind them."""
    name, values, switches, switch = "", list[str](), dict[str, str](), ""
    for quoted, sign, word in _PART.findall(code):
        value = quoted.replace("\\\\", "\\").replace('\\"', '"') or word
        if sign:
            switch = sign[1].lower()
            switches[switch] = ""
        elif not name:
            name = value.upper()
        elif switch in ("l", "o", "t", "m", "*"):
            switches[switch], switch = value, ""
        else:
            values.append(value)
    return name, values, switches


class Fields:
    """The fields of a story that are open."""

    def __init__(self, story: Element) -> None:
        """Look through a story: signs of fields that are not whole do not count, or they would swallow the rest."""
        whole_ = list(_whole(story)) if next(story.iter("{*}fldChar"), None) is not None else []
        self._whole = {sign for signs in whole_ for sign in signs}
        self._lasting = {signs[0] for signs in whole_ if _paragraph(signs[0]) is not _paragraph(signs[-1])}
        self._open: list[Field] = []

    def sign(self, element: Element) -> Field | None:
        """A sign of a field; returns a field that ends with it and has had no result."""
        if element not in self._whole:
            return None
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._begin(element, "")
        elif kind == "separate" and self._open:
            self._open[-1].settle()
        elif self._open:
            ended = self._open.pop()
            return ended if not ended.result and ended.around else None
        return None

    def code(self, text: str) -> None:
        """Some code of the innermost field."""
        if self._open and not self._open[-1].result:
            self._open[-1].code.append(text)

    def open_simple(self, code: str) -> None:
        """Open a field whose code is an attribute."""
        self._begin(None, code)
        self._open[-1].settle()

    def close_simple(self) -> None:
        """Close it."""
        self._open.pop()

    @property
    def shown(self) -> bool:
        """Whether text here is shown."""
        return not self._open or self._open[-1].shown

    @property
    def href(self) -> str:
        """The address that text here leads to; "" for none."""
        return self._open[-1].href if self._open else ""

    @property
    def verbatim(self) -> bool:
        """Whether text here is not to be translated."""
        return bool(self._open) and self._open[-1].verbatim

    def _begin(self, element: Element | None, code: str) -> None:
        lasting = element in self._lasting
        opened = Field(element, [code], href=self.href, around=self.shown, lasting=lasting, verbatim=self.verbatim)
        self._open.append(opened)


def _paragraph(sign: Element) -> Element | None:
    return next(sign.iterancestors("{*}p"), None)


def _whole(story: Element) -> Iterator[list[Element]]:
    """The signs of each field that is whole."""
    open_: list[list[Element]] = []
    for sign in _signs(story):
        kind = attribute(sign, "fldCharType")
        if kind == "begin":
            open_.append([sign])
        elif kind == "separate" and open_ and len(open_[-1]) == 1:
            open_[-1].append(sign)
        elif kind == "end" and open_:
            yield [*open_.pop(), sign]


def _signs(story: Element) -> Iterator[Element]:
    pending = [iter(story)]
    while pending:
        element = next(pending[-1], None)
        if element is None:
            pending.pop()
            continue
        name = local_name(element)
        if name == "fldChar":
            yield element
        elif name not in _ELSEWHERE:
            pending.append(iter(element))


def value_of_form(field_: Field) -> str:
    """What a page shows of a field of a form that has no result: its box or what has been chosen."""
    data = child(field_.begin, "ffData") if field_.begin is not None else None
    if data is None:
        return ""
    box, list_ = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        state = child(box, "checked")
        return "☑" if is_on(state if state is not None else child(box, "default")) else "☐"
    if list_ is None:
        return ""
    entries = [attribute(entry, "val") for entry in children(list_, "listEntry")]
    chosen = child(list_, "result")
    if chosen is None:
        chosen = child(list_, "default")
    place = whole(attribute(chosen, "val")) if chosen is not None else 0
    return entries[place] if 0 <= place < len(entries) else ""


def shows_value(control: Element) -> bool:
    """Whether a content control shows a value that has been chosen, which is no text of its own."""
    properties = child(control, "sdtPr")
    return properties is not None and any(child(properties, kind) is not None for kind in _VALUES)
