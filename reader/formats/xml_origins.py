"""Where in a file of XML its text stands: remembered while it is read, for writing it anew."""

from dataclasses import field
from enum import Enum
from typing import NamedTuple

from reader.formats.inline import Inline
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass


class Slot(Enum):
    """Which part of an element a text is."""

    TEXT = "text"  # at its beginning
    TAIL = "tail"  # behind it
    WHOLE = "whole"  # what it shows: letters of a run, or what is no text: a field, a note's reference, an image
    ALT = "alt"  # what it says of an image
    WORDS = "words"  # all of its text, which stands in no paragraph of the text, as in a chart
    LABEL = "label"  # of a field of a form


class Place(NamedTuple):
    """Where a text stands: in each of these elements, of which there are several only for words, in this part."""

    elements: tuple[Element, ...]
    slot: Slot


class Twin(NamedTuple):
    """A page header or footer that shows what another does, which was read.

    Attributes:
        element: the other one.
        first, stop: indices of the paragraphs of the one that was read.
    """

    element: Element
    first: int
    stop: int


@dataclass
class Origins:
    """The places that the text of a document was read from, in order, and headers and footers that say the same."""

    places: list[Place] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)

    def add(self, inline: Inline, slot: Slot, *elements: Element) -> None:
        """Remember that what has just been added to a paragraph comes from here."""
        inline.come_from(len(self.places))
        self.places.append(Place(elements, slot))
