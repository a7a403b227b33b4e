"""What has been found so far while a document is read, and where in it the reading is."""

from collections.abc import Mapping
from dataclasses import field

from reader.formats.building import Builder
from reader.formats.odt.forms import form_controls
from reader.formats.odt.names import tag
from reader.formats.odt.package import Package
from reader.formats.odt.styles import Styles
from reader.formats.xml_origins import Origins, Slot
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass


@dataclass(slots=True)
class Frame:
    """Something that is anchored in a paragraph and stands behind it; `href` is where it leads to."""

    element: Element
    href: str = ""


@dataclass(slots=True)
class Reading:
    """The document that is read, an embedded one while that is read.

    Attributes:
        package: its parts.
        styles: what the part that is read uses.
        builder: what has been read.
        notes: those that have been referred to: their labels and content.
        frames: what is anchored in the paragraph that is read.
        masters: the page styles that paragraphs begin, in order; "" for one that begins none.
        controls: the fields of forms, by their names.
        code: whether paragraphs in the style of code are code.
        origins: remembers where text stands, if that is asked for.
    """

    package: Package
    styles: Styles
    builder: Builder
    notes: list[tuple[str, Element]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    masters: dict[str, None] = field(default_factory=dict)
    controls: Mapping[str, Element] = field(default_factory=dict)
    code: bool = True
    origins: Origins | None = None

    def came_from(self, slot: Slot, *elements: Element) -> None:
        """Remember, if that is asked for, where what has just been added to the paragraph stands."""
        if self.origins is not None:
            self.origins.add(self.builder.inline, slot, *elements)


def body_styles(package: Package) -> Styles:
    """The styles of the text of a document."""
    content = package.roots[0]
    return Styles(package.parts("office:styles"), content.find(tag("office:automatic-styles")))


def reading_of(package: Package, builder: Builder, origins: Origins | None = None) -> Reading:
    """The beginning of reading a document into `builder`."""
    controls = form_controls(package.part("office:body"))
    return Reading(package, body_styles(package), builder, controls=controls, origins=origins)
