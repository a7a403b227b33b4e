"""What a paragraph of a file consists of: texts, and things that are none, each with what is around it."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import field, replace

from reader.formats.odt.drawings import is_drawing
from reader.formats.odt.fields import FIELDS, PAGE_FIELDS, REFERENCES, refers_to_page
from reader.formats.odt.names import name_of, value
from reader.formats.odt.spans import SPACES, UNSHOWN
from reader.formats.rewriting.texts import around_covered
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import Span, composed, shown

# What stands around the things in it, outermost first.
Chain = tuple[Element, ...]
# By the element and the part of it: the span of a paragraph's text that comes from there.
Spans = Mapping[tuple[Element, Slot], Span]

BREAKS = {"text:tab": "\t", "text:line-break": "\n"}
# What is text of the paragraph where it has a span.
_LETTERS = frozenset({"text:s", *BREAKS})
# By what the beginning and the end of something are told to belong together.
_PAIRS = {
    **dict.fromkeys(("text:bookmark", "text:reference-mark"), "text:name"),
    **{f"text:{kind}-mark": "text:id" for kind in ("toc", "alphabetical-index", "user-index")},
    "text:change": "text:change-id",
    "office:annotation": "office:name",
}
_EDGES = frozenset({"start", "end"})
_CHANGES = frozenset({"text:change", "text:change-start", "text:change-end"})
# What is moved as it is; in all else, also in what nobody knows, is text of the paragraph.
_THINGS = FIELDS | PAGE_FIELDS | REFERENCES | _LETTERS | _PAIRS.keys() | UNSHOWN
_THINGS |= {"text:ruby", "text:sequence", "text:note", "text:script", "text:soft-page-break"}
# Points that belong to the word behind them.
_BEFORE_WORDS = frozenset({"text:bookmark", "text:reference-mark"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text that stands in one place: its span in the paragraph, and what is around it."""

    start: int
    end: int
    chain: Chain


@dataclass(frozen=True, slots=True)
class Thing:
    """An element that is moved as it is, or a text that is none of the paragraph's.

    Attributes:
        start, end: the span of the text that it stands for; empty if there is none.
        chain: what is around it.
        element, text: which of the two it is.
        closes: the index of the thing that it closes, or -1.
        opens: whether it belongs to the word behind it.
        shown: whether it shows a number of a page, which stands between words though the paragraph does not have it.
        before, behind: whether there is a space before that, and one behind that the paragraph does not have.
    """

    start: int
    end: int
    chain: Chain
    element: Element = None
    text: str = ""
    closes: int = -1
    opens: bool = False
    shown: bool = False
    before: bool = False
    behind: bool = False


@dataclass
class Atoms:
    """The texts and things of a paragraph, in order, and the elements of its line breaks and tabs."""

    text: str
    spans: Spans
    texts: list[Text] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    breaks: dict[str, deque[Element]] = field(default_factory=lambda: defaultdict(deque))
    place: int = 0
    _space: bool = True
    _begun: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, element: Element, chain: Chain = ()) -> None:
        """Take apart what is in an element."""
        self._text(element, Slot.TEXT, element.text, chain)
        for child in element:
            name = name_of(child)
            if name == "office:event-listeners":
                pass  # they belong to the link that they are in
            elif _is_thing(name):
                self._child(child, name, chain)
            elif name:
                self._around(child, chain)
            self._text(child, Slot.TAIL, child.tail, chain)

    def accept_changes(self) -> list[str]:
        """Leave out the points of changes that are tracked in this paragraph alone; returns the names of these."""
        points = {number: thing for number, thing in enumerate(self.things) if _is_change(thing)}
        ended = {number: thing.closes for number, thing in points.items() if thing.closes >= 0}
        whole = {number for number, thing in points.items() if name_of(thing.element) == "text:change"}
        gone = {*ended, *ended.values(), *whole}
        kept = [number for number in range(len(self.things)) if number not in gone]
        numbers = {old: new for new, old in enumerate(kept)}
        names = list(dict.fromkeys(value(self.things[number].element, "text:change-id") for number in sorted(gone)))
        things = (self.things[number] for number in kept)
        self.things = [replace(thing, closes=numbers.get(thing.closes, -1)) for thing in things]
        return names

    def _around(self, element: Element, chain: Chain) -> None:
        count = len(self.texts) + len(self.things)
        self.read(element, (*chain, element))
        # Else it is empty, or has only a combining mark of the letter before it.
        if len(self.texts) + len(self.things) == count and not "".join(element.itertext()).strip():
            self._thing(Thing(self.place, self.place, chain, element))

    def _child(self, element: Element, name: str, chain: Chain) -> None:
        span = self.spans.get((element, Slot.WHOLE))
        if name in _LETTERS and span is not None:
            if name in BREAKS:
                self.breaks[BREAKS[name]].append(element)
            self._add(Text(*span, chain))
            self._space = name == "text:s"
            return
        if name == "text:s" and span is None and self._at_page():
            self.things[-1] = replace(self.things[-1], behind=True)
            return
        start, end = span or (self.place, self.place)
        page = span is None and shows_page(element)
        thing = Thing(start, end, chain, element, opens=name in _BEFORE_WORDS, shown=page, before=page and self._space)
        self._thing(self._paired(thing, name))
        self._space = self._space and span is None and not page

    def _paired(self, thing: Thing, name: str) -> Thing:
        """Something that may begin or end something else."""
        kind, _, which = name.rpartition("-")
        if name == "office:annotation" and value(thing.element, _PAIRS[name]):
            kind, which = name, "start"
        if kind not in _PAIRS or which not in _EDGES:
            return thing
        key = kind, value(thing.element, _PAIRS[kind])
        if which == "end":
            return replace(thing, closes=self._begun.pop(key, -1))
        self._begun[key] = len(self.things)
        return replace(thing, opens=True)

    def _text(self, element: Element, slot: Slot, written: str | None, chain: Chain) -> None:
        if not written:
            return
        read, span = SPACES.sub(" ", written), self.spans.get((element, slot))
        covered = self.text[span[0] : span[1]] if span is not None else ""
        before, behind = around_covered(composed(shown(read)), covered, self.text, self.place)
        if before == " " and self._at_page():
            self.things[-1] = replace(self.things[-1], behind=True)
        elif before.strip() or (before and self._at_edge()):
            self._thing(Thing(self.place, self.place, chain, text=before))
        if span is not None:
            self._add(Text(*span, chain))
        if behind:
            self._thing(Thing(self.place, self.place, chain, text=behind))
        self._space = read[-1] == " "

    def _at_page(self) -> bool:
        """Whether the number of a page is what was last."""
        return bool(self.things) and self.things[-1].shown and self.things[-1].end == self.place

    def _at_edge(self) -> bool:
        """Whether a space is outside the text of the paragraph, but not outside all that it has."""
        return self.place in (0, len(self.text)) and bool(self.things or self.texts)

    def _add(self, text: Text) -> None:
        self.texts.append(text)
        self.place = text.end

    def _thing(self, thing: Thing) -> None:
        self.things.append(thing)
        self.place = max(self.place, thing.end)


def shows_page(element: Element) -> bool:
    """Whether an element is a number of a page."""
    name = name_of(element)
    return name in PAGE_FIELDS or (name in REFERENCES and refers_to_page(element))


def _is_change(thing: Thing) -> bool:
    return thing.element is not None and name_of(thing.element) in _CHANGES


def _is_thing(name: str) -> bool:
    kind, _, which = name.rpartition("-")
    return name in _THINGS or (which in _EDGES and kind in _PAIRS) or (is_drawing(name) and name != "draw:a")
