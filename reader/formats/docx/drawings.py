"""Drawings: the images, text boxes and other things in them, in Word's form (DrawingML) and in the older one (VML)."""

from collections.abc import Iterator
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
        floating: whether they stand beside the text, not in its line.
        boxes: the elements with the content of text boxes.
        words: texts that are drawn, in paragraphs.
        diagrams, charts: the paths of their parts.
        objects: how many things there are that are not read.
        rule: whether it is a line across the page.
    """

    images: list[Shape] = field(default_factory=list)
    floating: bool = False
    boxes: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
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
    found = Drawn()
    description, size, unshown = "", (0, 0), False
    for each in _things(element):
        match local_name(each):
            case "anchor":
                found.floating = True
                size = _extent(each)
            case "inline":
                size = _extent(each)
            case "docPr":
                description = _description(each)
                unshown = is_on_in(each, "decorative")
            case "pic":
                named = next(each.iter("{*}cNvPr"), None)
                own = description or (_description(named) if named is not None else "")
                found.images.append(Shape(Figure(_image(each, part), *size), "" if unshown else own))
                description = ""
            case "imagedata":
                shape = each.getparent()
                figure = Figure(part.target(attribute(each, "id")), *_style_size(attribute(shape, "style")))
                found.images.append(Shape(figure, _alternative(shape)))
            case "textpath":
                found.words.append(attribute(each, "string"))
            case "txbxContent":
                found.boxes.append(each)
            case "relIds":
                found.diagrams.append(part.target(attribute(each, "dm")))
            case "chart":
                found.charts.append(part.target(attribute(each, "id")))
                found.objects += 1
            case "OLEObject" | "contentPart" | "control":
                found.objects += 1
            case "rect" if is_on_attribute(each, "hr"):
                found.rule = True
    if description and not found.images and not unshown and not found.boxes:
        found.images.append(Shape(Figure("", *size), description))
    return found


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


def is_on_in(element: Element, name: str) -> bool:
    """Whether an element of this name in another switches something on."""
    return any(map(is_on, element.iter(f"{{*}}{name}")))


def is_on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute switches something on, as VML has it."""
    return attribute(element, name) in ("t", "true", "1")


def _description(element: Element) -> str:
    return " ".join((attribute(element, "descr") or attribute(element, "title")).split())


def _alternative(shape: Element) -> str:
    return " ".join((attribute(shape, "alt") or "").split())


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


def diagram_texts(root: Element) -> Iterator[str]:
    """The texts of a diagram, in the order of its data."""
    for paragraph in root.iter("{*}p"):
        if text := "".join(each.text or "" for each in paragraph.iter("{*}t")).strip():
            yield text


def chart_texts(root: Element) -> Iterator[str]:
    """The texts of a chart: its titles, and the names of what it compares, each once; its values are no text."""
    seen = set[str]()
    for each in root.iter("{*}p", "{*}v"):
        of_values = local_name(each) == "v" and next(each.iterancestors("{*}numCache", "{*}numLit"), None) is not None
        text = "".join(part.text or "" for part in each.iter("{*}t")) if local_name(each) == "p" else each.text or ""
        if text.strip() and not of_values and text not in seen:
            seen.add(text)
            yield text
