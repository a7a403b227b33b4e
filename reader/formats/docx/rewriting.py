"""Writing paragraphs back into a Word document."""

from collections.abc import Iterable, Iterator, Sequence

from reader.formats.docx.alternates import Alternates
from reader.formats.docx.descriptions import describe
from reader.formats.docx.document import read_paragraphs
from reader.formats.docx.drawn_words import rewrite_drawn
from reader.formats.docx.letters import LetterBook, say_language
from reader.formats.docx.package import Parts
from reader.formats.docx.rewritten_paragraphs import Paragraphs, Rewriter, Written
from reader.formats.docx.saving import SavedParts
from reader.formats.docx.shared import Shared
from reader.formats.docx.writing import unbind
from reader.formats.finishing import clean
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, Trouble, Unplaced
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.texts import is_whole
from reader.formats.xml_origins import Origins, Place, Slot
from reader.formats.xml_parts import Element, attribute, local_name
from reader.text import Mark, MarkKind, Paragraph, base_language, language_tag


def rewrite_docx(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a document; `name` is for messages.

    Raises:
        DocumentError: it is damaged, or has other paragraphs than it is said to have.
    """
    saved = SavedParts(data)
    origins = Origins()
    parts = Parts(data, name, saved)
    shared = read_paragraphs(parts, origins)
    paragraphs = list(map(clean, shared.builder.paragraphs))
    refuse_other([paragraph.text for paragraph in paragraphs], rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    return _Document(shared, saved, origins, rewriting, paragraphs).rewritten()


class _Document:
    """A document that is written anew."""

    def __init__(
        self,
        shared: Shared,
        saved: SavedParts,
        origins: Origins,
        rewriting: Rewriting,
        paragraphs: Sequence[Paragraph],
    ) -> None:
        self._shared, self._saved, self._origins = shared, saved, origins
        self._rewriting, self._paragraphs = rewriting, paragraphs
        self._rewriter = Rewriter(LetterBook(shared.styles), shared.numbering, rewriting.language)
        self._alternates = Alternates()
        self._looks = 0
        self._unplaced: list[Unplaced] = []

    def rewritten(self) -> Rewritten:
        """The document with all changes."""
        if not self._rewriting.both and is_whole(self._paragraphs, self._rewriting.changes):
            self._say_language()
        for change in self._rewriting.changes:
            self._change(self._paragraphs[change.row], change)
        data = self._saved.written(self._shared.parts.archive)
        return Rewritten(data, self._looks, tuple(self._unplaced), unsigned=self._saved.signed)

    def _say_language(self) -> None:
        """Have the document say that it is in the language that it has been translated into."""
        parts, styles = self._shared.parts, self._shared.styles
        language = language_tag(self._rewriting.language, region=True)
        named, about = parts.beside("styles"), parts.properties()
        if named is not None and base_language(styles.language) != base_language(language):
            self._say_in_styles(named.root, language)
        for said in about.root if about is not None else ():
            if local_name(said) == "language" and base_language(said.text or "") != base_language(language):
                said.text = language
                self._saved.changed(said)

    def _say_in_styles(self, root: Element, language: str) -> None:
        styles, old = self._shared.styles, base_language(self._shared.styles.language)
        for said in list(root.iter("{*}lang")):
            if old and base_language(attribute(said, "val")) == old:
                say_language(said.getparent(), language)
                self._saved.changed(said)
        if old:
            styles.say_language(language)

    # Paragraphs

    def _change(self, paragraph: Paragraph, change: Change) -> None:
        places = [self._origins.places[int(mark.href)] for mark in _origins(paragraph.marks)]
        if any(place.slot is not Slot.WHOLE for place in places):
            self._rewrite_words(places, paragraph.text, change.text)
            return
        spans = dict(self._spans(paragraph.marks))
        elements = list(dict.fromkeys(next(each.iterancestors("{*}p"), None) for each in spans))
        if not elements or None in elements:
            if paragraph.text != change.text:  # such as the text of another document in this one
                self._unplaced.append(Unplaced(change.row, Trouble.KEPT))
            return
        marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
        self._rewrite(Paragraphs(elements, paragraph.text, marks, spans, bool(paragraph.marker)), change)

    def _rewrite_words(self, places: Iterable[Place], old: str, new: str) -> None:
        """Write what stands in no paragraph of the text."""
        for element, slot in ((element, place.slot) for place in places for element in place.elements):
            if old == new:
                continue
            if slot is Slot.ALT:
                describe(element, old, new, both=self._rewriting.both)
            else:
                rewrite_drawn(element, old, new, self._rewriting.language, both=self._rewriting.both)
            self._saved.changed(element)

    def _spans(self, marks: Iterable[Mark]) -> Iterator[tuple[Element, tuple[int, int]]]:
        found: dict[Element, tuple[int, int]] = {}
        for mark in _origins(marks):
            (element,) = self._origins.places[int(mark.href)].elements
            start, end = found.get(element, (mark.start, mark.end))
            found[element] = min(start, mark.start), max(end, mark.end)
        yield from found.items()

    def _rewrite(self, place: Paragraphs, change: Change) -> None:
        older = self._alternates.of(place)
        placement, nearby = self._written(place, change)
        for each in older:
            self._written(each, change)
        self._looks += placement.looks
        self._unplaced += placement.unplaced(change.row, nearby)

    def _written(self, place: Paragraphs, change: Change) -> Written:
        self._saved.changed(*place.elements)
        for element in place.elements:
            for control in element.iterancestors("{*}sdt"):
                unbind(control)
        return self._rewriter.add(place, change) if self._rewriting.both else self._rewriter.rewrite(place, change)


def _origins(marks: Iterable[Mark]) -> Iterator[Mark]:
    return (mark for mark in marks if mark.kind is MarkKind.ORIGIN)
