"""Writing paragraphs back into a document in OpenDocument text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.formats.building import Builder
from reader.formats.finishing import clean
from reader.formats.odt.blocks import Blocks
from reader.formats.odt.document import read_paragraphs
from reader.formats.odt.names import name_of, tag
from reader.formats.odt.package import open_package
from reader.formats.odt.reading import Reading, reading_of
from reader.formats.odt.rewritten_paragraphs import Place, Rewriter
from reader.formats.odt.saving import Parts
from reader.formats.odt.style_book import StyleBook, say_default_language
from reader.formats.odt.tracked_changes import TrackedChanges
from reader.formats.odt.words import rewrite_words
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, Trouble, Unplaced
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.texts import is_whole
from reader.formats.xml_origins import Origins, Slot
from reader.formats.xml_parts import Element
from reader.text import Mark, MarkKind, Paragraph, base_language, language_tag

# Text right in one of these stands in no paragraph, though there may be one around it.
_APART = frozenset({"draw:text-box", "text:note-body", "table:table-cell", "text:list-item"})
_PARAGRAPHS = frozenset({"text:p", "text:h"})


def rewrite_odt(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a document; `name` is for messages.

    Raises:
        DocumentError: it is damaged, or has other paragraphs than it is said to have.
    """
    parts = Parts(data)
    package = open_package(data, name, parts)
    reading = reading_of(package, Builder(titled=True), Origins())
    read_paragraphs(reading)
    paragraphs = list(map(clean, reading.builder.paragraphs))
    refuse_other([paragraph.text for paragraph in paragraphs], rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    return _Document(reading, parts, rewriting, paragraphs).rewritten()


class _Document:
    """A document that is written anew."""

    def __init__(self, reading: Reading, parts: Parts, rewriting: Rewriting, paragraphs: Sequence[Paragraph]) -> None:
        self._reading, self._parts, self._rewriting = reading, parts, rewriting
        self._paragraphs = paragraphs
        assert reading.origins is not None
        self._origins = reading.origins
        self._rewriters: dict[Element, Rewriter] = {}
        self._styled: dict[Element, bool] = {}
        self._looks = 0
        self._unplaced: list[Unplaced] = []

    def rewritten(self) -> Rewritten:
        """The document with all changes."""
        twins = self._twins()
        if not self._rewriting.both and is_whole(self._paragraphs, self._rewriting.changes):
            self._say_language()
        for change in self._rewriting.changes:
            for paragraph in (self._paragraphs[change.row], *twins.get(change.row, ())):
                self._change(paragraph, change)
        data = self._parts.written(self._reading.package.archive)
        return Rewritten(data, self._looks, tuple(self._unplaced), unsigned=self._parts.signed)

    def _twins(self) -> Mapping[int, list[Paragraph]]:
        """The paragraphs of headers and footers that say what others do, by the rows of those."""
        found: dict[int, list[Paragraph]] = {}
        for element, first, stop in self._origins.twins:
            reading = replace(self._reading, builder=Builder(titled=True), notes=[], frames=[])
            Blocks(reading).read(element)
            same = list(map(clean, reading.builder.paragraphs))
            if [p.text for p in same] == [p.text for p in self._paragraphs[first:stop]]:
                for row, paragraph in enumerate(same, first):
                    found.setdefault(row, []).append(paragraph)
        return found

    def _say_language(self) -> None:
        """Have the document say that it is in the language that it has been translated into."""
        package, language = self._reading.package, self._rewriting.language
        self._parts.changed(*say_default_language(package.parts("office:styles"), language))
        meta = package.part("office:meta")
        for said in meta.iterchildren(tag("dc:language")) if meta is not None else ():
            if base_language(said.text or "") != base_language(language):
                said.text = language_tag(language, region=True)
                self._parts.changed(said)

    # Paragraphs

    def _change(self, paragraph: Paragraph, change: Change) -> None:
        spans = dict(self._spans(paragraph.marks))
        marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
        self._parts.changed(*(element for element, _ in spans))
        around = [_paragraph_of(*place) for place in spans]
        elements = list(dict.fromkeys(each for each in around if each is not None))
        if len(elements) == 1:
            self._rewrite(Place(elements[0], paragraph.text, marks, spans, bool(paragraph.marker)), change)
        elif spans and not elements:
            rewrite_words(spans, paragraph.text, change.text, both=self._rewriting.both)
        elif paragraph.text != change.text:  # a formula, or code of which each line is a paragraph
            self._unplaced.append(Unplaced(change.row, Trouble.KEPT))

    def _spans(self, marks: Iterable[Mark]) -> Iterator[tuple[tuple[Element, Slot], tuple[int, int]]]:
        for mark in marks:
            if mark.kind is MarkKind.ORIGIN:
                place = self._origins.places[int(mark.href)]
                for element in place.elements:
                    yield (element, place.slot), (mark.start, mark.end)

    def _rewrite(self, place: Place, change: Change) -> None:
        rewriter = self._rewriter(place.element)
        placement = rewriter.add(place, change) if self._rewriting.both else rewriter.rewrite(place, change)
        self._looks += placement.looks
        self._unplaced += placement.unplaced(change.row)

    def _rewriter(self, element: Element) -> Rewriter:
        """What writes with the styles that an element uses."""
        root = next(each for each in element.iterancestors() if self._has_styles(each) or each.getparent() is None)
        if root not in self._rewriters:
            book = StyleBook(self._parts.common_styles(root), root)
            self._rewriters[root] = Rewriter(book, TrackedChanges(root), self._rewriting.language)
        return self._rewriters[root]

    def _has_styles(self, element: Element) -> bool:
        """Whether there are styles in an element, which may have as many children as there are paragraphs."""
        if element not in self._styled:
            self._styled[element] = element.find(tag("office:automatic-styles")) is not None
        return self._styled[element]


def _paragraph_of(element: Element, slot: Slot) -> Element | None:
    """The paragraph of the file that a text stands in; None if it stands in none."""
    if slot in (Slot.ALT, Slot.WORDS, Slot.LABEL):
        return None
    around = element if slot is Slot.TEXT else element.getparent()
    while around is not None and name_of(around) not in _PARAGRAPHS:
        around = None if name_of(around) in _APART else around.getparent()
    return around
