"""Drawings: the images, text boxes and other things in them, in Word's form (DrawingML) and in the older one (VML)."""

from collections.abc import Callable, Iterator
from dataclasses import field

from reader import late_re as re
from reader.formats.docx.lines import Shape
from reader.formats.docx.package import Part
from reader.formats.docx.properties import is_on
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.late_dataclasses import dataclass
from reader.text import Figure

# English Metric Units in a pixel, and pixels in the units of VML.
_EMU = 9525
_PIXELS = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)(px|pt|in|cm|mm)")
_LARGEST = 100_000


@dataclass(slots=True)
class Drawn:
    """What is in a drawing.

    Attributes:
        images: with their descriptions.
        href: the address that they lead to.
        floating: whether they stand beside the text, not in its line.
        boxes: the elements with the content of text boxes.
        words: elements with texts that are drawn.
        diagrams, charts: the paths of their parts.
        objects: how many things there are that are not read.
        rule: whether it is a line across the page.
    """

    images: list[Shape] = field(default_factory=list)
    href: str = ""
    floating: bool = False
    boxes: list[Element] = field(default_factory=list)
    words: list[Element] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    objects: int = 0
    rule: bool = False

    @property
    def stands_behind(self) -> bool:
        """Whether there is anything that stands behind the paragraph, but for images."""
        return bool(self.boxes or self.words or self.diagrams or self.charts or self.rule)


def drawn(element: Element, part: Part) -> Drawn:
    """What is in an element with a drawing, of this part."""
    reader = _Reader(part)
    for each in _things(element):
        if (read := _READERS.get(local_name(each))) is not None:
            read(reader, each)
    return reader.whole()


class _Reader:
    """Reads the elements of a drawing."""

    def __init__(self, part: Part) -> None:
        self._part, self._found = part, Drawn()
        self._description, self._size, self._unshown = "", (0, 0), False
        self._described: Element = None

    def whole(self) -> Drawn:
        """What has been found; a description that no image has had is that of the whole."""
        found = self._found
        if self._description and not found.images and not self._unshown and not found.boxes:
            found.images.append(Shape(Figure("", *self._size), self._description, element=self._described))
        return found

    def place(self, element: Element) -> None:
        self._found.floating = local_name(element) == "anchor"
        self._size = _extent(element)

    def properties(self, element: Element) -> None:
        self._description, self._described = _description(element), element
        self._unshown = any(map(is_on, element.iter("{*}decorative")))
        self._found.href = next((self._target(link, "id") for link in children(element, "hlinkClick")), "")

    def picture(self, element: Element) -> None:
        named = next(element.iter("{*}cNvPr"), None)
        text = self._description or (_description(named) if named is not None else "")
        described = self._described if self._description else named
        self._add(Figure(_image(element, self._part), *self._size), "" if self._unshown else text, described)
        self._description = ""

    def old_picture(self, element: Element) -> None:
        shape = element.getparent()
        figure = Figure(self._target(element, "id"), *_style_size(attribute(shape, "style")))
        self._add(figure, " ".join(attribute(shape, "alt").split()), shape)

    def words(self, element: Element) -> None:
        self._found.words.append(element)

    def box(self, element: Element) -> None:
        self._found.boxes.append(element)

    def diagram(self, element: Element) -> None:
        self._found.diagrams.append(self._target(element, "dm"))

    def chart(self, element: Element) -> None:
        self._found.charts.append(self._target(element, "id"))
        self._found.objects += 1

    def thing(self, _element: Element) -> None:
        self._found.objects += 1

    def line(self, element: Element) -> None:
        self._found.rule = self._found.rule or attribute(element, "hr") in ("t", "true", "1")

    def _target(self, element: Element, name: str) -> str:
        return self._part.target(attribute(element, name))

    def _add(self, figure: Figure, text: str, element: Element) -> None:
        self._found.images.append(Shape(figure, text, element=element))


_READERS: dict[str, Callable[[_Reader, Element], None]] = {
    **dict.fromkeys(("anchor", "inline"), _Reader.place),
    "docPr": _Reader.properties,
    "pic": _Reader.picture,
    "imagedata": _Reader.old_picture,
    "textpath": _Reader.words,
    "txbxContent": _Reader.box,
    "relIds": _Reader.diagram,
    "chart": _Reader.chart,
    **dict.fromkeys(("OLEObject", "contentPart", "control"), _Reader.thing),
    "rect": _Reader.line,
}


def _things(element: Element) -> Iterator[Element]:
    """The elements of a drawing, without those in its text boxes, and of alternatives only the first."""
    pending = [iter(element)]
    while pending:
        each = next(pending[-1], None)
        if each is None:
            pending.pop()
            continue
        name = local_name(each)
        if name == "AlternateContent":
            pending.append(iter([chosen] if (chosen := alternative(each)) is not None else []))
            continue
        if name:
            yield each
        if name != "txbxContent":
            pending.append(iter(each))


def alternative(element: Element) -> Element | None:
    """Of alternative contents the one that is read."""
    chosen = next(children(element, "Choice"), None)
    return chosen if chosen is not None else child(element, "Fallback")


def _description(element: Element) -> str:
    return " ".join((attribute(element, "descr") or attribute(element, "title")).split())


def _image(picture: Element, part: Part) -> str:
    """The path of an image in the archive, or its address where it lies elsewhere."""
    blip = next(picture.iter("{*}blip"), None)
    if blip is None:
        return ""
    return part.target(attribute(blip, "embed")) or part.target(attribute(blip, "link"))


def _extent(element: Element) -> tuple[int, int]:
    extent = child(element, "extent")
    if extent is None:
        return 0, 0
    sizes = [attribute(extent, key) for key in ("cx", "cy")]
    width, height = (int(size) // _EMU if size.isdecimal() and len(size) < 12 else 0 for size in sizes)
    return min(width, _LARGEST), min(height, _LARGEST)


def _style_size(style: str) -> tuple[int, int]:
    sizes = {name: round(float(value) * _PIXELS[unit]) for name, value, unit in _SIZE.findall(style)}
    return min(sizes.get("width", 0), _LARGEST), min(sizes.get("height", 0), _LARGEST)
