"""Writes the words of one paragraph of a file anew, in it or behind it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.formats.docx.atoms import Atoms, Spans, Thing, links_in
from reader.formats.docx.copies import copy_beside, copy_of
from reader.formats.docx.kinds import indent_by_list
from reader.formats.docx.letters import LetterBook
from reader.formats.docx.numbering import Numbering
from reader.formats.docx.running_on import large_letter, move_first_letter, runs_on_by_change
from reader.formats.docx.styles import ParagraphStyle
from reader.formats.docx.tokens import Chain, Token, Wrap
from reader.formats.docx.writing import Writer, left_over
from reader.formats.inline import unshifted
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.formats.rewriting.texts import cut, languages
from reader.formats.xml_parts import Element, attribute, child
from reader.text import Mark


class Paragraphs(NamedTuple):
    """The paragraphs of a file that one of the document is.

    Attributes:
        elements: of the file; several if one runs on into the next.
        text: what it says.
        marks: on that.
        spans: where its text stands.
        numbered: whether a number or bullet stands before it.
    """

    elements: Sequence[Element]
    text: str
    marks: Sequence[Mark]
    spans: Spans
    numbered: bool = False


class Written(NamedTuple):
    """What came of writing: what has been placed, and how many more things stand only nearby."""

    placement: Placement
    nearby: int = 0


class Rewriter:
    """Writes paragraphs anew in a language."""

    def __init__(self, book: LetterBook, numbering: Numbering, language: str) -> None:
        self._book, self._numbering, self._language = book, numbering, language

    def rewrite(self, place: Paragraphs, change: Change) -> Written:
        """Have a paragraph say what it is changed into."""
        atoms, placement = self._placed(place, change)
        *others, element = place.elements
        large = large_letter(others[0]) if others else None
        for other in others:
            Writer(other, {})
            if runs_on_by_change(other):
                other.getparent().remove(other)
        writer = Writer(element, atoms.breaks)
        self._writing(place, change, atoms, writer).write(placement)
        rest = left_over(atoms.breaks)
        for each in rest:
            writer.in_run(each, (), None, None)
        if large is not None:
            move_first_letter(element, others[0], large)
        return Written(placement, len(rest))

    def add(self, place: Paragraphs, change: Change) -> Written:
        """Put a paragraph behind it that says what it is changed into."""
        atoms, placement = self._placed(place, change)
        old = place.elements[-1]
        indent = indent_by_list(child(old, "pPr"), self._style(old), self._numbering) if place.numbered else None
        new = copy_beside(old, indent, numbered=place.numbered)
        self._writing(place, change, atoms, Writer(new, {}, copy=True)).write(placement)
        return Written(placement)

    def _style(self, element: Element) -> ParagraphStyle:
        properties = child(element, "pPr")
        named = child(properties, "pStyle") if properties is not None else None
        return self._book.styles.paragraph(attribute(named, "val") if named is not None else "")

    def _placed(self, place: Paragraphs, change: Change) -> tuple[Atoms, Placement]:
        style = self._style(place.elements[-1])
        atoms = Atoms(place.text, place.spans, lambda text, token: self._book.has_signs(text, token.properties, style))
        atoms.read(place.elements[:1])
        first = len(atoms.texts)
        atoms.read(place.elements[1:])
        if large_letter(place.elements[0]) is not None and len(atoms.texts) > first:
            atoms.look_alike(first)
        pieces = [
            Piece(
                each.start, each.end, (each.token.chain, self._book.look(each.token.properties)), not each.token.chain
            )
            for each in atoms.texts
        ]
        things = [Fixed(thing.start, thing.end, thing.closes, thing.opens) for thing in atoms.things]
        return atoms, placed(place.text, place.marks, change, pieces, things)

    def _writing(self, place: Paragraphs, change: Change, atoms: Atoms, writer: Writer) -> "_Writing":
        style = self._style(place.elements[-1])
        return _Writing(self._book, style, atoms, writer, list(languages(change, self._language)))


class _Writing:
    """Writes the parts of one paragraph."""

    def __init__(
        self,
        book: LetterBook,
        style: ParagraphStyle,
        atoms: Atoms,
        writer: Writer,
        languages_: Sequence[tuple[int, int, str]],
    ) -> None:
        self._book, self._style, self._atoms, self._writer = book, style, atoms, writer
        self._languages = languages_
        self._linked = links_in(atoms.texts)

    def write(self, placement: Placement) -> None:
        """Write them all."""
        parts = list(placement.parts)
        near = list(self._near(parts))
        for index, part in enumerate(parts):
            if isinstance(part, Stretch):
                self._stretch(part)
                continue
            thing = self._atoms.things[part.number]
            behind = parts[index + 1] if index + 1 < len(parts) else None
            if thing.before and not self._writer.spaced:
                if isinstance(behind, Stretch) and behind.text[:1] == " ":
                    self._stretch(behind._replace(text=" "))
                    behind = parts[index + 1] = behind._replace(text=behind.text[1:], start=behind.start + 1)
                else:
                    self._writer.text(" ", (), (), None)
            self._thing(thing, near[index])
            if thing.behind:
                self._writer.text(" ", (), (), None)
        self._writer.end()

    def _near(self, parts: Sequence[Stretch | Object]) -> Iterator[frozenset[Wrap]]:
        """For each part what is around the texts before and behind it."""
        chains = [self._token(part).chain if isinstance(part, Stretch) and part.piece >= 0 else None for part in parts]
        behind: list[Chain] = []
        last: Chain = ()
        for place in reversed(range(len(parts))):
            last = chains[place] if chains[place] is not None else last  # type: ignore[assignment]
            behind.append(last)
        before: Chain = ()
        for chain, following in zip(chains, reversed(behind), strict=True):
            before = chain if chain is not None else before
            yield frozenset((*before, *following))

    def _token(self, stretch: Stretch) -> Token:
        return self._atoms.texts[stretch.piece].token

    def _stretch(self, stretch: Stretch) -> None:
        if not stretch.text:
            return
        token = self._token(stretch) if stretch.piece >= 0 else None
        chain, properties = (token.chain, token.properties) if token is not None else ((), None)
        look, raised = self._book.look(properties), self._book.is_shifted(properties, self._style)
        for start, end, language in cut(self._languages, stretch.start, stretch.start + len(stretch.text)):
            text = stretch.text[start - stretch.start : end - stretch.start]
            said = self._book.in_language(properties, self._style, language)
            new = self._book.of_new_run(properties, said, self._writer.paragraph)
            self._writer.text((raised and unshifted(text)) or text, chain, (look, said), new)

    def _thing(self, thing: Thing, near: frozenset[Wrap]) -> None:
        if self._writer.copy:
            self._copy(thing, near)
            return
        for token in thing.tokens:
            chain = self._chain(thing, token, near)
            look = self._book.look(token.properties)
            if thing.text:
                self._writer.text(
                    thing.text, chain, (look, ""), self._book.of_new_run(token.properties, "", token.element)
                )
            elif token.in_run:
                self._writer.in_run(token.element, chain, (look, ""), token.properties)
            else:
                self._writer.beside_runs(token.element, chain)
        self._writer.spaced = self._writer.spaced and thing.start == thing.end and not thing.shown

    def _copy(self, thing: Thing, near: frozenset[Wrap]) -> None:
        if thing.text.isspace():  # beside something that is no word, such as the number of a page
            self._writer.text(thing.text, (), (), None)
            return
        copied = copy_of(thing)
        if copied is None:
            return
        if isinstance(copied, str):
            copied = self._atoms.text[thing.start : thing.end]
            self._writer.text(copied, (), (), None)
            return
        for token in copied:
            chain = self._chain(thing, token, near)
            if token.in_run:
                look = self._book.look(token.properties)
                self._writer.in_run(token.element, chain, (look, ""), token.properties)
            else:
                self._writer.beside_runs(token.element, chain)
        self._writer.spaced = False

    def _chain(self, thing: Thing, token: Token, near: frozenset[Wrap]) -> Chain:
        """What stays around something: what had text around it too only next to that."""
        gone = {wrap for wrap in thing.chain if wrap in self._linked and wrap not in near}
        return tuple(wrap for wrap in token.chain if wrap not in gone) if thing.start == thing.end else token.chain
