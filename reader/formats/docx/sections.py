"""The sections of a Word document: the headers and footers of their pages, and how notes are numbered."""

from collections.abc import Iterator, Sequence

from reader.formats.docx.properties import is_on, property_of
from reader.formats.docx.styles import whole
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.late_dataclasses import dataclass

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class NoteForm:
    """How notes are numbered: in which form, from where, and whether each section begins anew."""

    form: str
    start: int
    anew: bool


class Sections:
    """The sections of a document; `settings` are those of the whole."""

    def __init__(self, text: Element, settings: Element | None) -> None:
        """Find the sections in the main text."""
        self._sections = [each for each in text.iter("{*}sectPr") if _is_of_now(each)]
        self._settings = settings
        self._forms: dict[tuple[str, int], NoteForm] = {}
        self.current = 0

    def note_form(self, kind: str) -> NoteForm:
        """How the "footnote" or "endnote" here is numbered."""
        key = kind, self.current
        if key not in self._forms:
            self._forms[key] = self._read(kind)
        return self._forms[key]

    def _read(self, kind: str) -> NoteForm:
        own = self._sections[self.current] if self.current < len(self._sections) else None
        given = [p for each in (own, self._settings) if (p := property_of(each, f"{kind}Pr")) is not None]
        form, start, restart = (_value(given, name) for name in ("numFmt", "numStart", "numRestart"))
        return NoteForm(form or _FORMS[kind], whole(start, 1), restart == "eachSect")

    def furniture(self) -> Iterator[tuple[str, str]]:
        """What is on the pages: "header" or "footer", and the identifier of its part; one may come again."""
        even = self._settings is not None and is_on(child(self._settings, "evenAndOddHeaders"))
        known: dict[tuple[str, str], str] = {}
        for section in self._sections:
            for reference in children(section, "headerReference", "footerReference"):
                kind = local_name(reference).removesuffix("Reference")
                known[kind, attribute(reference, "type") or "default"] = attribute(reference, "id")
            first = is_on(child(section, "titlePg"))
            for place in ("first",) * first + ("default",) + ("even",) * even:
                yield from ((kind, known[kind, place]) for kind in ("header", "footer") if (kind, place) in known)


def _is_of_now(section: Element) -> bool:
    """Whether it is a section itself, not what it was before a change."""
    parent = section.getparent()
    return parent is None or local_name(parent) != "sectPrChange"


def _value(given: Sequence[Element], name: str) -> str:
    found = (child(properties, name) for properties in given)
    return next((attribute(element, "val") for element in found if element is not None), "")
