"""Footnotes and endnotes: which the text refers to, in which order, and by which label."""

from collections import Counter
from dataclasses import field

from reader.formats.docx.number_formats import written
from reader.formats.docx.package import Part
from reader.formats.docx.sections import NoteForm
from reader.formats.xml_parts import Element, attribute, children
from reader.late_dataclasses import dataclass

# A page shows no longer ones.
LONGEST_LABEL = 6


@dataclass(slots=True)
class Referred:
    """A note that the text refers to.

    Attributes:
        kind: "footnote" or "endnote".
        identifier: of the note, in its part.
        label: what stands for it in the text.
        typed: whether the label is typed, at the head of the note too.
    """

    kind: str
    identifier: str
    label: str
    typed: bool


@dataclass
class Notes:
    """The notes of a document; `parts` are those that they stand in, by kind."""

    parts: dict[str, Part]
    referred: list[Referred] = field(default_factory=list)
    _places: dict[tuple[str, str], int] = field(default_factory=dict)
    _numbers: Counter[str] = field(default_factory=Counter)
    _sections: dict[str, int] = field(default_factory=dict)
    _elements: dict[str, dict[str, Element]] = field(default_factory=dict)

    def refer(self, kind: str, identifier: str, form: NoteForm, section: int, typed: str = "") -> tuple[str, int]:
        """Refer to a note: its label and number; `typed` is a label of its own."""
        key = kind, identifier
        if key not in self._places:
            self._places[key] = len(self.referred)
            label = typed or self._counted(kind, form, section)
            self.referred.append(Referred(kind, identifier, label, bool(typed)))
        place = self._places[key]
        return self.referred[place].label, place

    def _counted(self, kind: str, form: NoteForm, section: int) -> str:
        if form.anew and self._sections.get(kind) != section:
            self._numbers[kind] = 0
        self._sections[kind] = section
        number = form.start + self._numbers[kind]
        self._numbers[kind] += 1
        return written(number, form.form) or str(number)

    def content(self, note: Referred) -> Element | None:
        """The element with the content of a note, if it is there."""
        part = self.parts.get(note.kind)
        if part is None:
            return None
        if note.kind not in self._elements:
            listed = children(part.root, note.kind)
            self._elements[note.kind] = {attribute(element, "id"): element for element in listed}
        return self._elements[note.kind].get(note.identifier)
