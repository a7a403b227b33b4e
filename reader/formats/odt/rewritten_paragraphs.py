"""Writes the words of one paragraph of a file anew, in it or behind it."""

from collections.abc import Hashable, Sequence
from copy import deepcopy
from typing import NamedTuple

from reader.formats.inline import unshifted
from reader.formats.odt.atoms import Atoms, Chain, Spans, Text, Thing, shows_page
from reader.formats.odt.fields import FIELDS, REFERENCES
from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.style_book import StyleBook
from reader.formats.odt.tracked_changes import TrackedChanges
from reader.formats.odt.writing import Around, Arounds, Writer, without_names
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.formats.rewriting.texts import cut, languages
from reader.formats.xml_parts import Element
from reader.text import Mark, MarkKind, base_language

_SHIFTED = frozenset({MarkKind.SUPER, MarkKind.SUB})
# Fields that count or set something: a second one would do it again.
_SETTING = frozenset(
    f"text:{name}"
    for name in ("variable-set", "variable-input", "user-field-input", "text-input", "execute-macro", "meta-field")
)
_COPIED = (FIELDS | REFERENCES) - _SETTING
# What a copy of a paragraph has of its attributes.
_OF_COPIES = ("text:style-name", "text:class-names", "text:cond-style-name", "text:outline-level")


class Place(NamedTuple):
    """A paragraph of a file.

    Attributes:
        element: a `text:p` or `text:h`.
        text: of the document's paragraph that it is.
        marks: on that.
        spans: where its text stands.
        counted: whether a program counts it, as it does headings.
    """

    element: Element
    text: str
    marks: Sequence[Mark]
    spans: Spans
    counted: bool = False


class Rewriter:
    """Writes paragraphs anew that use the styles of a book, in a language."""

    def __init__(self, book: StyleBook, changes: TrackedChanges, language: str) -> None:
        self._book, self._changes, self._language = book, changes, language

    def rewrite(self, place: Place, change: Change) -> Placement:
        """Have a paragraph say what it is changed into."""
        atoms = self._atoms(place)
        self._changes.forget(atoms.accept_changes())
        placement = self._placed(place, change, atoms)
        element = place.element
        style = self._style(value(element, "text:style-name"), copy=False)
        if style:
            element.set(tag("text:style-name"), style)
        self._write(Writer(element, atoms.breaks), atoms, change, placement, copy=False)
        return placement

    def add(self, place: Place, change: Change) -> Placement:
        """Put a paragraph behind it that says what it is changed into."""
        atoms = self._atoms(place)
        placement = self._placed(place, change, atoms)
        old = place.element
        names = [name for name in _OF_COPIES if value(old, name)]
        new = old.makeelement(old.tag, {tag(name): value(old, name) for name in names})
        if place.counted and name_of(old) == "text:h":
            new.set(tag("text:is-list-header"), "true")
        if style := self._style(value(old, "text:style-name"), copy=True):
            new.set(tag("text:style-name"), style)
        self._write(Writer(new, {}), atoms, change, placement, copy=True)
        behind = old.getparent() if name_of(old.getparent()) == "text:numbered-paragraph" else old
        behind.addnext(new)
        return placement

    def _style(self, name: str, *, copy: bool) -> str:
        """The style that a paragraph has instead of the one with this name; "" if it has that one.

        Where there is no name programs have styles of their own, which cannot be named.
        """
        language = "" if self._book.language(name) == base_language(self._language) else self._language
        if not name or not (language or (copy and self._book.breaks_page(name))):
            return ""
        return self._book.in_language("paragraph", name, language, copy=copy)

    def _atoms(self, place: Place) -> Atoms:
        atoms = Atoms(place.text, place.spans)
        atoms.read(place.element)
        return atoms

    def _placed(self, place: Place, change: Change, atoms: Atoms) -> Placement:
        pieces = [self._piece(text) for text in atoms.texts]
        things = [Fixed(thing.start, thing.end, thing.closes, thing.opens) for thing in atoms.things]
        return placed(place.text, place.marks, change, pieces, things)

    def _piece(self, text: Text) -> Piece:
        looks: list[Hashable] = [each for each in map(self._book.look, text.chain) if each is not None]
        usual = all(name_of(each) == "text:span" for each in text.chain)
        return Piece(text.start, text.end, tuple(looks), usual)

    def _write(self, writer: Writer, atoms: Atoms, change: Change, placement: Placement, *, copy: bool) -> None:
        _Writing(self._book, self._language, writer, atoms, change, copy).write(placement)


class _Writing:
    """Writes the parts of one paragraph."""

    def __init__(
        self, book: StyleBook, language: str, writer: Writer, atoms: Atoms, change: Change, copy: bool
    ) -> None:
        self._book, self._writer, self._atoms, self._copy = book, writer, atoms, copy
        # A paragraph with a style has one in the new language by now.
        styled = bool(value(writer.paragraph, "text:style-name"))
        self._language = base_language(language) if styled else book.language("")
        self._languages = list(languages(change, language))
        self._with_text = frozenset(each for text in atoms.texts for each in text.chain)
        self._place = self._behind = 0

    def write(self, placement: Placement) -> None:
        """Write them all."""
        parts = list(placement.parts)
        before: Chain = ()
        for index, part in enumerate(parts):
            if isinstance(part, Stretch):
                if part.text:
                    self._stretch(part)
                    self._place = part.start + len(part.text)
                    before = self._chain(part)
                continue
            thing = self._atoms.things[part.number]
            behind = parts[index + 1] if index + 1 < len(parts) else None
            if thing.shown:
                parts[index + 1 : index + 2] = self._page(thing, behind)
            else:
                self._thing(thing, frozenset((*before, *self._next(parts, index))))

    # Text

    def _stretch(self, stretch: Stretch) -> None:
        chain = self._chain(stretch)
        raised = self._is_shifted(chain)
        for start, end, language in cut(self._languages, stretch.start, stretch.start + len(stretch.text)):
            text = stretch.text[start - stretch.start : end - stretch.start]
            self._writer.text((raised and unshifted(text)) or text, self._in_language(chain, language))

    def _chain(self, part: Stretch) -> Chain:
        return self._showing(self._atoms.texts[part.piece].chain) if part.piece >= 0 else ()

    def _showing(self, chain: Chain) -> Chain:
        """What is around something, without what makes nothing of it that shows."""
        return tuple(each for each in chain if self._book.look(each) is not None)

    def _is_shifted(self, chain: Chain) -> bool:
        names = [value(each, "text:style-name") for each in chain if name_of(each) == "text:span"]
        return any(self._book.styles.text(name).marks & _SHIFTED for name in names)

    def _in_language(self, chain: Chain, language: str) -> Arounds:
        spans = [place for place, each in enumerate(chain) if name_of(each) == "text:span"]
        names = [value(chain[place], "text:style-name") for place in spans]
        around = [Around(each) for each in chain]
        if (self._book.text_language(tuple(names)) or self._language) == base_language(language):
            return tuple(around)
        if spans:
            around[spans[-1]] = Around(chain[spans[-1]], self._book.in_language("text", names[-1], language))
        else:
            around.append(Around(None, self._book.in_language("text", "", language)))
        return tuple(around)

    # Things

    def _thing(self, thing: Thing, links: frozenset[Element]) -> None:
        has_text = thing.start < thing.end
        chain = tuple(each for each in self._showing(thing.chain) if has_text or self._stays(each, links))
        around = tuple(map(Around, chain))
        for _, _, language in cut(self._languages, self._place, self._place + 1) if has_text else ():
            around = self._in_language(chain, language)
        if thing.element is None:
            if not self._copy:
                self._writer.raw(thing.text, around)
            return
        visible = thing.shown or has_text
        if not self._copy:
            self._writer.put(thing.element, around)
        elif (copied := _copied(thing.element)) is not None:
            self._writer.put(copied, around)
        elif name_of(thing.element) in FIELDS or name_of(thing.element) in _COUNTED:
            self._writer.text(self._atoms.text[thing.start : thing.end], around)
            return
        else:
            visible = False
        self._writer.space = self._writer.space and not visible

    def _stays(self, around: Element, links: frozenset[Element]) -> bool:
        """Whether something stays around a thing without text: a link only next to its text, if it has any."""
        return name_of(around) != "text:a" or around in links or around not in self._with_text

    def _page(self, thing: Thing, behind: "Stretch | Object | None") -> list["Stretch | Object"]:
        """Write the number of a page, with spaces around it as there were; returns what is left of the part behind."""
        text = behind.text if isinstance(behind, Stretch) else ""
        if thing.before and not self._writer.space:
            if isinstance(behind, Stretch) and text[:1] == " ":
                self._stretch(behind._replace(text=" "))
                behind, text = behind._replace(text=text[1:], start=behind.start + 1), text[1:]
            else:
                self._writer.text(" ", ())
        self._thing(thing, frozenset(thing.chain))
        if isinstance(behind, Stretch) and thing.behind and text and text[:1] not in " \t\n":
            self._stretch(behind._replace(text=" "))
        return [behind] if behind is not None else []

    def _next(self, parts: Sequence["Stretch | Object"], index: int) -> Chain:
        """What is around the next text behind a part."""
        while self._behind <= index or (self._behind < len(parts) and not isinstance(parts[self._behind], Stretch)):
            self._behind += 1
        part = parts[self._behind] if self._behind < len(parts) else None
        return self._chain(part) if isinstance(part, Stretch) else ()


_COUNTED = frozenset({"text:sequence", "text:ruby"})


def _copied(element: Element) -> Element | None:
    """What a copy of a paragraph has for an element; None for nothing."""
    name = name_of(element)
    if name in _COPIED or shows_page(element) or name in ("text:s", "text:tab", "text:line-break"):
        new = deepcopy(element)
        new.tail = None
        without_names(new)
        return new
    return None
