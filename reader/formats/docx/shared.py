"""What all parts of a Word document are read with."""

from dataclasses import field

from reader.formats.building import Builder
from reader.formats.docx.notes import Notes
from reader.formats.docx.numbering import Numbering
from reader.formats.docx.package import Parts
from reader.formats.docx.sections import Sections
from reader.formats.docx.styles import Styles
from reader.formats.xml_origins import Origins
from reader.late_dataclasses import dataclass
from reader.text import MarkKind

# What a mark is, and what it leads to.
Worn = tuple[MarkKind, str]


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a run look."""

    worn: frozenset[Worn] = frozenset()
    shift: str = ""
    font: str = ""
    hidden: bool = False


@dataclass
class Shared:
    """The document that is being put together, and what its text refers to.

    `letters` has how runs look, by the style of their paragraphs and what they say themselves: many are alike.
    `origins` remembers where text stands, if that is asked for.
    """

    parts: Parts
    builder: Builder
    styles: Styles
    numbering: Numbering
    notes: Notes
    sections: Sections
    letters: dict[object, Letters] = field(default_factory=dict)
    origins: Origins | None = None
