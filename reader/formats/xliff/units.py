"""The units of an XLIFF file, as they stand in it."""

from collections.abc import Sequence
from dataclasses import field

from reader.formats.xliff.texts import Text
from reader.late_dataclasses import dataclass
from reader.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment, or what is between two.

    Attributes:
        source: its stretch, in code points of the unit's text.
        target: of its translation; None without one.
        state, more: what is said of it, in the words of the file and in those of a program.
        is_segment: whether it is a segment.
    """

    source: Span
    target: Span | None
    state: str = ""
    more: str = ""
    is_segment: bool = True


@dataclass(slots=True)
class NoteOf:
    """A note: its text and attributes."""

    attributes: dict[str, str]
    text: str = ""


@dataclass(slots=True)
class Unit:
    """A unit, or what a file says of itself.

    Attributes:
        attributes: of its element.
        source, target: its texts.
        pieces: of these.
        notes: on it.
        own: what Tospalt says of it, by name.
        data: what inline codes refer to, by id.
    """

    attributes: dict[str, str] = field(default_factory=dict)
    source: Text = field(default_factory=Text)
    target: Text = field(default_factory=Text)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[NoteOf] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """What was read: the attributes of the root and of the first file, what Tospalt says of the file, and the units."""

    version: str
    attributes: dict[str, str]
    own: dict[str, str]
    units: Sequence[Unit]
