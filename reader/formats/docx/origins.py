"""Where in a Word document its text stands: remembered while it is read, for writing it anew."""

from dataclasses import field
from typing import NamedTuple

from reader.formats.inline import Inline
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass


class Place(NamedTuple):
    """Where a text stands: what the element shows, or, if it `describes`, what its attribute says of an image."""

    element: Element
    describes: bool = False


@dataclass
class Origins:
    """The places that the text of a document was read from, in order."""

    places: list[Place] = field(default_factory=list)

    def add(self, inline: Inline, element: Element, *, describes: bool = False) -> None:
        """Remember that what has just been added to a paragraph comes from here."""
        inline.come_from(len(self.places))
        self.places.append(Place(element, describes))
