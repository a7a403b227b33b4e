"""Writes the content of a paragraph: texts and things, each inside what is around it."""

from collections import deque
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import field
from typing import NamedTuple

from reader import late_re as re
from reader.formats.odt.atoms import BREAKS
from reader.formats.odt.names import name_of, tag, value
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass

_TOKEN = re.compile(r" +|[\t\n]|[^ \t\n]+(?: [^ \t\n]+)*")
_NAMES = {sign: name for name, sign in BREAKS.items()}
# What only one element may have.
_UNIQUE = ("xml:id", "text:id", "office:name")


class Around(NamedTuple):
    """Something that is written around text: like this element, or a span if there is none; in this style, if any."""

    element: Element | None
    style: str = ""


Arounds = tuple[Around, ...]


@dataclass
class Writer:
    """Writes into an element, which is emptied first but for its attributes.

    Attributes:
        paragraph: the element.
        breaks: elements of tabs and line breaks to use before new ones are made.
        space: whether a further space would be dropped here.
    """

    paragraph: Element
    breaks: Mapping[str, "deque[Element]"]
    space: bool = True
    _open: list[tuple[Around, Element]] = field(default_factory=list)
    _used: set[Element] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Empty the element."""
        for child in list(self.paragraph):
            self.paragraph.remove(child)
        self.paragraph.text = None

    def text(self, text: str, around: Arounds) -> None:
        """Write a text of the document."""
        for token in _TOKEN.findall(text):
            if token[0] == " ":
                self._spaces(len(token), around)
            elif token in _NAMES:
                kept = self.breaks.get(token)
                self.put(kept.popleft() if kept else self._made(_NAMES[token]), around)
                self.space = token == "\n"
            else:
                self._letters(token, around)
                self.space = False

    def raw(self, text: str, around: Arounds) -> None:
        """Write a text as it stood in the file."""
        self._letters(text, around)
        self.space = text[-1] == " "

    def _spaces(self, count: int, around: Arounds) -> None:
        if not self.space:
            self._letters(" ", around)
            count -= 1
        if count:
            element = self._made("text:s")
            if count > 1:
                element.set(tag("text:c"), str(count))
            self.put(element, around)
        self.space = True

    def _made(self, name: str) -> Element:
        return self.paragraph.makeelement(tag(name))

    def _letters(self, text: str, around: Arounds) -> None:
        inside = self._under(around)
        if len(inside):
            inside[-1].tail = (inside[-1].tail or "") + text
        else:
            inside.text = (inside.text or "") + text

    def put(self, element: Element, around: Arounds) -> None:
        """Write an element as it is."""
        element.tail = None
        self._under(around).append(element)

    def _under(self, around: Arounds) -> Element:
        """The element that is written into, inside of exactly these."""
        same = 0
        while same < min(len(around), len(self._open)) and around[same] == self._open[same][0]:
            same += 1
        del self._open[same:]
        for each in around[same:]:
            inside = self._open[-1][1] if self._open else self.paragraph
            made = self._like(each)
            inside.append(made)
            self._open.append((each, made))
        return self._open[-1][1] if self._open else self.paragraph

    def _like(self, around: Around) -> Element:
        if around.element is None:
            return self.paragraph.makeelement(tag("text:span"), {tag("text:style-name"): around.style})
        old = around.element
        made = self.paragraph.makeelement(old.tag, dict(old.attrib), old.nsmap)
        made.extend(deepcopy(each) for each in old if name_of(each) == "office:event-listeners")
        for each in made:
            each.tail = None
        if old in self._used:
            without_names(made)
        self._used.add(old)
        if around.style:
            made.set(tag("text:style-name"), around.style)
        return made


def without_names(element: Element) -> None:
    """Take from an element what only one may have."""
    for name in _UNIQUE:
        if value(element, name):
            del element.attrib[tag(name)]
