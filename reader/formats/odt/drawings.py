"""What stands in frames and shapes: images, text, formulas, fields of forms, embedded documents."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from reader import late_re as re
from reader.formats.odt.mathml import line_of
from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.package import Package
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import Figure

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)")
_PIXELS = {"cm": 96 / 2.54, "mm": 9.6 / 2.54, "in": 96, "pt": 96 / 72, "pc": 16, "px": 1}
_DRAWN = ("draw:", "dr3d:")
_FOREIGN = frozenset({"draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame"})
_TEXT = ("text:p", "text:h", "text:list", "table:table")


class Content(StrEnum):
    """What a frame or shape has."""

    IMAGE = "image"
    TEXT = "text"
    GROUP = "group"
    OBJECT = "object"
    FOREIGN = "foreign"  # an object of another program
    CONTROL = "control"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A frame or shape.

    Attributes:
        content: what it has.
        element: the text, object or field in it, or itself.
        figure: its image, or how an object looked when the file was saved; without a name if there is none.
        alt: what its author wrote about it.
        in_line: whether it stands in the line like a letter.
    """

    content: Content
    element: Element
    figure: Figure
    alt: str
    in_line: bool


def is_drawing(name: str) -> bool:
    """Whether an element of this name is a frame or shape."""
    return name.startswith(_DRAWN)


def drawing_of(element: Element, package: Package) -> Drawing:
    """What an element has that is a frame or shape."""
    content, inside = _content(element)
    image = element.find(tag("draw:image"))
    name = package.member(image) if image is not None else ""
    width, height = (_pixels(value(element, side)) for side in ("svg:width", "svg:height"))
    in_line = value(element, "text:anchor-type") == "as-char"
    return Drawing(content, inside, Figure(name, width, height), _alt(element), in_line)


def formula_in(package: Package | None) -> str:
    """The formula that an embedded document is, on one line; "" if it is none."""
    formula = package.part("math:math") if package is not None else None
    if formula is None:
        return ""
    # What a program without MathML left is better than nothing.
    return line_of(formula) or " ".join("".join(formula.itertext()).split())


def embedded_texts(package: Package | None) -> list[Element]:
    """The parts of an embedded document that are text on pages; none of charts and sheets."""
    body = package.part("office:body") if package is not None else None
    return [] if body is None else [*body.iterchildren(*map(tag, ("office:text", "office:drawing")))]


def chart_words(package: Package | None) -> Mapping[str, list[Element]]:
    """The words of an embedded chart, each once, and where they stand: its titles, and the names of what it compares.

    Its values are none.
    """
    body = package.part("office:body") if package is not None else None
    words = dict[str, list[Element]]()
    for chart in body.iterchildren(tag("office:chart")) if body is not None else ():
        for paragraph in chart.iter(tag("text:p")):
            cell = next(paragraph.iterancestors(tag("table:table-cell")), None)
            if cell is None or value(cell, "office:value-type") == "string":
                words.setdefault(" ".join("".join(paragraph.itertext()).split()), []).append(paragraph)
    words.pop("", None)
    return words


def _content(element: Element) -> tuple[Content, Element]:
    match name_of(element):
        case "draw:control":
            return Content.CONTROL, element
        case "draw:g":
            return Content.GROUP, element
        case "draw:frame":
            return _framed(element)
    if any(_has_text(each) for each in element):
        return Content.TEXT, element
    return (Content.IMAGE if _alt(element) else Content.NOTHING), element


def _framed(element: Element) -> tuple[Content, Element]:
    for child in element:
        match name_of(child):
            case "draw:text-box":
                return Content.TEXT, child
            case "table:table":
                return Content.TEXT, element
            case "draw:object":
                return Content.OBJECT, child
            case name if name in _FOREIGN:
                return Content.FOREIGN, child
            case "draw:image":
                return Content.IMAGE, child
    return (Content.IMAGE if _alt(element) else Content.NOTHING), element


def _has_text(element: Element) -> bool:
    return name_of(element) in _TEXT and any(map(str.strip, element.itertext()))


def _alt(element: Element) -> str:
    """The title and the description of a frame, each on a line."""
    return "\n".join(dict.fromkeys(filter(None, _said(element))))


def _said(element: Element) -> Iterator[str]:
    for name in ("svg:title", "svg:desc"):
        said = element.find(tag(name))
        yield " ".join("".join(said.itertext()).split()) if said is not None else ""


def _pixels(length: str) -> int:
    found = _LENGTH.fullmatch(length)
    return round(float(found[1]) * _PIXELS[found[2]]) if found else 0
