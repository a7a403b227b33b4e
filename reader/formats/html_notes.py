"""The notes of web pages and books, which HTML has no element for: told by what refers to them."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace

from reader import late_re as re
from reader.formats.html_scanner import attributes
from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Mark, MarkKind, Paragraph

# A link with little text in it, and what it says.
_LINK = re.compile(r"<a\s([^<>]{1,1000})>((?:[^<]|<(?!/?a\b)[^<>]{0,200}>){1,80}?)</a\s*>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
# What may be a note: a whole block, which has a name.
BLOCKS = frozenset({"aside", "dd", "div", "dt", "li", "p", "section"})
_NAMED = re.compile(
    rf"<(?:{'|'.join(sorted(BLOCKS))})\s[^<>]*?\bid\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)'|([^\s\"'<>]+))", re.IGNORECASE
)
# How programs name places of notes: pandoc, Word, LibreOffice, Google, Wikipedia.
_PLACES = re.compile(
    r"(?:_?(?:fn|ftn|edn|ftnt)|foot-?note|end-?note|note|cite_note|sdfootnote|sdendnote)[\w:.-]*\d[\w.-]*",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b(?:noteref|doc-noteref|footnote-ref|footnoteref)\b", re.IGNORECASE)
_LABEL = re.compile(r"[\[(]?\s*(\d{1,4}|[a-zA-Z]|[ivxlc]{2,6}|[*†‡§¶]{1,3})\s*[\])]?")
_BACK = re.compile(r"[\s\[(]*(?:[↩↑⏎←^⤴▲↵]\ufe0e?|\d{1,4}|[a-zA-Z*†‡§¶]{1,3})[\s\]).:]*")


@dataclass(slots=True)
class HtmlNotes:
    """The notes of a document in HTML.

    Attributes:
        places: names of places that a reference leads to, and label and number of the note there.
        begun: of notes that have been read.
    """

    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def begin(self, name: str) -> tuple[str, int] | None:
        """The label and number of the note at a place, the first time it is asked for."""
        if name not in self.places or name in self.begun:
            return None
        self.begun.add(name)
        return self.places[name]

    def settled(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """The paragraphs with notes numbered in a row: some may not be shown, and references to them are only text."""
        known = list(paragraphs)
        numbers = {box.number for p in known for box in p.within if box.kind is BoxKind.NOTE}
        new = {number: place for place, number in enumerate(sorted(numbers))}
        if len(new) == len(self.places):
            return known
        return [replace(p, marks=_marks(p.marks, new), within=_boxes(p.within, new)) for p in known]


def _marks(marks: tuple[Mark, ...], new: dict[int, int]) -> tuple[Mark, ...]:
    found = (_renumbered(mark, new) if mark.kind is MarkKind.NOTE else mark for mark in marks)
    return tuple(mark for mark in found if mark is not None)


def _renumbered(mark: Mark, new: dict[int, int]) -> Mark | None:
    number = int(mark.href.rpartition(":")[2])
    return Mark(mark.start, mark.end, mark.kind, f"#note:{new[number]}") if number in new else None


def _boxes(boxes: tuple[Box, ...], new: dict[int, int]) -> tuple[Box, ...]:
    return tuple(replace(box, number=new[box.number]) if box.kind is BoxKind.NOTE else box for box in boxes)


def notes_in_html(pieces: Iterable[tuple[str, Callable[[str], str], Callable[[str], str]]]) -> HtmlNotes:
    """Find the notes of a document.

    Args:
        pieces: its markup, with what makes names of the whole document of the names of places, and of the addresses of
            links (with "#").
    """
    known = list(pieces)
    targets = {place(next(filter(None, found))) for markup, place, _ in known for found in _NAMED.findall(markup)}
    notes = HtmlNotes()
    for markup, _, target in known:
        for given, content in _LINK.findall(markup):
            said = attributes(f"<a {given}>")
            name = target(said.get("href", ""))
            if name in targets and name not in notes.places and (label := _label(said, _TAGS.sub("", content))):
                notes.places[name] = label, len(notes.places)
    return notes


def shown_label(text: str) -> str:
    """The label that the text of a link to a note is, without brackets and not raised; "" if it is more than that."""
    found = _LABEL.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found[1] if found else ""


def _label(said: Mapping[str, str], content: str) -> str:
    """The label that a link shows if it refers to a note; else ""."""
    words = " ".join(said.get(key, "") for key in ("epub:type", "role", "class"))
    place = said.get("href", "").rpartition("#")[2]
    return shown_label(content) if _WORDS.search(words) or _PLACES.fullmatch(place) else ""


def leads_back(text: str) -> bool:
    """Whether the text of a link in a note is only a sign that it leads back to the reference."""
    return _BACK.fullmatch(text) is not None
