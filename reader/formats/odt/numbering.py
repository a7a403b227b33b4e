"""Which list an item belongs to, and what it is marked with."""

from dataclasses import field

from reader.formats.html_markers import is_size
from reader.formats.odt.lists import Counting
from reader.formats.odt.names import name_of, value
from reader.formats.odt.styles import OUTLINE, Styles
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass

# What an item has to begin with to be counted: one that begins with a list only stands for its level.
_COUNTED = frozenset({"text:p", "text:h"})
_BEFORE = frozenset({"text:number", "text:soft-page-break", "text:change", "text:change-start", "text:change-end"})


@dataclass(slots=True)
class OpenList:
    """A list that is read: its style, what it has counted, and its level from 1."""

    style: str
    counting: Counting
    level: int


@dataclass(slots=True)
class Numbering:
    """All that is counted in a document.

    Attributes:
        open: the lists around what is read, outermost first.
        known: what lists have counted, by their names.
        latest: the style of the last list that stood in no other, and what it has counted.
        headings: what headings have come to.
    """

    open: list[OpenList] = field(default_factory=list)
    known: dict[str, Counting] = field(default_factory=dict)
    latest: tuple[str, Counting] | None = None
    headings: Counting = field(default_factory=Counting)

    def enter(self, element: Element) -> None:
        """A list begins."""
        style = value(element, "text:style-name")
        if self.open:
            around = self.open[-1]
            inner = OpenList(style or around.style, around.counting, around.level + 1)
            # A list that an item begins with goes on where its level was.
            if element.getprevious() is not None and value(element, "text:continue-numbering") != "true":
                inner.counting.restart(inner.level)
        else:
            inner = OpenList(style, self._counting(element, style), 1)
            self.latest = style, inner.counting
        self._know(value(element, "xml:id"), inner.counting)
        self.open.append(inner)

    def leave(self) -> None:
        """It ends."""
        self.open.pop()

    def marker(self, item: Element, styles: Styles) -> str:
        """Count an item of the innermost list, and give its marker; "" if it has none."""
        first = next((child for child in item if name_of(child) not in _BEFORE), None)
        if first is None or name_of(first) not in _COUNTED:
            return ""
        around = self.open[-1]
        name = value(item, "text:style-override") or around.style
        name = name or styles.paragraph(value(first, "text:style-name")).lists or ""
        counted = around.counting.marker(around.level, styles.levels(name), _start(item))
        return _said(item) or counted

    def paragraph_marker(self, element: Element, styles: Styles) -> tuple[str, int]:
        """The marker of a `text:numbered-paragraph`, and its level."""
        number, style = value(element, "text:level"), value(element, "text:style-name")
        level = int(number) if is_size(number) and number != "0" else 1
        counting = self.known.setdefault(value(element, "text:list-id") or style, Counting())
        counted = counting.marker(level, styles.levels(style), _start(element))
        return _said(element) or counted, level

    def heading_marker(self, heading: Element, level: int, styles: Styles) -> str:
        """Count a heading outside lists, and give its marker; "" if headings are not counted."""
        named = styles.paragraph(value(heading, "text:style-name")).lists
        levels = styles.levels(OUTLINE if named is None else named)
        if levels is None or value(heading, "text:is-list-header") == "true":
            return _said(heading)
        restarts = value(heading, "text:restart-numbering") == "true"
        if restarts:
            self.headings.restart(level)
        counted = self.headings.marker(level, levels, _start(heading) if restarts else None)
        return _said(heading) or counted

    def _counting(self, element: Element, style: str) -> Counting:
        """What an outermost list goes on counting, or counts anew."""
        continued = value(element, "text:continue-list")
        if continued in self.known:
            return self.known[continued]
        if value(element, "text:continue-numbering") == "true" and self.latest is not None and self.latest[0] == style:
            return self.latest[1]
        return Counting()

    def _know(self, name: str, counting: Counting) -> None:
        if name:
            self.known[name] = counting


def _start(element: Element) -> int | None:
    number = value(element, "text:start-value")
    return int(number) if is_size(number) else None


def _said(element: Element) -> str:
    """The marker as the program that wrote the file has noted it."""
    noted = next((child for child in element if name_of(child) == "text:number"), None)
    return " ".join("".join(noted.itertext()).split()) if noted is not None else ""
