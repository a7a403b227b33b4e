"""Writing paragraphs back into a file of rich text: all but their words stays, byte for byte."""

from collections.abc import Iterator, Mapping, Sequence

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.finishing import clean
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, Trouble, Unplaced
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.texts import beside, is_whole
from reader.formats.rtf.content import Content, Paragraph, Picture, Text
from reader.formats.rtf.destinations import content_of
from reader.formats.rtf.edits import Edits, Item
from reader.formats.rtf.laying import Laying
from reader.formats.rtf.letters import written
from reader.formats.rtf.origins import Origin, Origins
from reader.formats.rtf.replacing import Replacing
from reader.formats.rtf.slots import Slots
from reader.formats.rtf.words import number_of
from reader.formats.rtf.writing import Writing
from reader.text import Kind, Mark, MarkKind, Paragraph as Read

_LANGUAGE = re.compile(r"\\deflang[0-9]+")
_HEAD = 100_000


def rewrite_rtf(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a file; `name` is for messages.

    Raises:
        DocumentError: it has other paragraphs than it is said to have.
    """
    content, origins = content_of(data), Origins()
    laying = Laying(content, Builder(), origins)
    laying.lay()
    paragraphs = list(map(clean, laying.builder.paragraphs))
    refuse_other([paragraph.text for paragraph in paragraphs], rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    return _Document(data.decode("latin-1"), content, laying, origins, rewriting).rewritten(paragraphs)


class _Document:
    """A file that is written anew."""

    def __init__(self, data: str, content: Content, laying: Laying, origins: Origins, rewriting: Rewriting) -> None:
        self._data, self._content, self._laying = data, content, laying
        self._origins, self._rewriting = origins, rewriting
        self._edits = Edits(data)
        self._looks = 0
        self._unplaced: list[Unplaced] = []

    def rewritten(self, paragraphs: Sequence[Read]) -> Rewritten:
        """The file with all changes."""
        twins = self._twins(paragraphs)
        for change in self._rewriting.changes:
            for paragraph in (paragraphs[change.row], *twins.get(change.row, ())):
                self._change(paragraph, change)
        if not self._rewriting.both and is_whole(paragraphs, self._rewriting.changes):
            self._say_language()
        return Rewritten(self._edits.written().encode("latin-1"), self._looks, tuple(self._unplaced))

    def _twins(self, paragraphs: Sequence[Read]) -> Mapping[int, list[Read]]:
        """The paragraphs of headers and footers that say what others do, by the rows of those."""
        found: dict[int, list[Read]] = {}
        for first, twin in self._origins.twins:
            same = list(map(clean, twin))
            if [p.text for p in same] == [p.text for p in paragraphs[first : first + len(same)]]:
                for row, paragraph in enumerate(same, first):
                    found.setdefault(row, []).append(paragraph)
        return found

    def _say_language(self) -> None:
        if found := _LANGUAGE.search(self._data, 0, _HEAD):
            self._edits.add(found.start(), found.end(), [rf"\deflang{number_of(self._rewriting.language)}"])

    # Paragraphs

    def _change(self, paragraph: Read, change: Change) -> None:
        origins = [(self._origins.places[int(m.href)], m) for m in paragraph.marks if m.kind is MarkKind.ORIGIN]
        if paragraph.kind is Kind.FIGURE:
            self._describe(paragraph, change, [origin for origin, _ in origins])
        elif origins and all(origin.paragraph is origins[0][0].paragraph for origin, _ in origins):
            self._write(paragraph, change, origins)
        elif paragraph.text != change.text:  # the number of an empty paragraph
            self._unplaced.append(Unplaced(change.row, Trouble.KEPT))

    def _describe(self, paragraph: Read, change: Change, origins: Sequence[Origin]) -> None:
        """Give an image its description."""
        text = beside(paragraph.text, change.text) if self._rewriting.both else change.text
        for piece in (origin.piece for origin in origins):
            if isinstance(piece, Picture) and text != piece.text:
                self._edits.add(*piece.said, [written(text, self._content.page_of(piece.letters), piece.fallback)])

    def _write(self, paragraph: Read, change: Change, origins: Sequence[tuple[Origin, Mark]]) -> None:
        spans = {id(origin.piece): (mark.start, mark.end) for origin, mark in origins}
        of_file = origins[0][0].paragraph
        slots = Slots(paragraph.text, spans, self._laying.code, self._is_sign)
        slots.read(of_file)
        marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
        writing = Writing(self._data, self._content, slots, marks, change, self._rewriting.language)
        stuck = 0
        if self._rewriting.both:
            self._add(of_file, writing.copy())
        else:
            stuck = Replacing(writing, self._edits).write()
        self._looks += writing.placement.looks
        self._unplaced += writing.placement.unplaced(change.row, stuck)

    def _is_sign(self, piece: Text) -> bool:
        """Whether letters are those of a font of signs."""
        return self._laying.in_unicode(piece) != piece.text

    def _add(self, paragraph: Paragraph, items: Sequence[Item]) -> None:
        """Put a paragraph behind another: in its own group, or in the cell or note that the other ends."""
        counted = paragraph.listed or bool(paragraph.shape.list)
        if paragraph.behind > paragraph.end and (paragraph.shape.list or not counted):
            said = r"\ls0\ilvl0" if counted else ""
            said += r"\pagebb0" if paragraph.shape.on_new_page else ""
            self._edits.add(paragraph.behind, paragraph.behind, ["{", *_words(said), *items, r"\par}"])
        else:
            self._edits.add(paragraph.end, paragraph.end, [r"\line " if counted else r"\par ", *items])


def _words(said: str) -> Iterator[str]:
    if said:
        yield f"{said} "
