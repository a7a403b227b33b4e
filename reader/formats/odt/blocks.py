"""The blocks of a document in the order in which they stand: paragraphs, lists, sections, tables, frames."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field

from reader.formats.inline import Inline
from reader.formats.odt.drawings import is_drawing
from reader.formats.odt.frames import Frames
from reader.formats.odt.names import name_of, value
from reader.formats.odt.numbering import Numbering
from reader.formats.odt.paragraphs import Paragraphs
from reader.formats.odt.reading import Frame, Reading
from reader.formats.odt.styles import Role
from reader.formats.odt.tables import read_table
from reader.formats.odt.targets import target_of
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass

_INDEXES = ("illustration", "table", "object", "user", "alphabetical")
_PARAGRAPHS = frozenset({"text:p", "text:h"})
# What stands between paragraphs and shows nothing there.
_UNSHOWN = frozenset(
    {
        "office:forms",
        "office:scripts",
        "office:event-listeners",
        "office:dde-source",
        "office:binary-data",
        "svg:title",
        "svg:desc",
        "table:title",
        "table:desc",
        "text:number",
        "text:note-citation",
        "text:section-source",
        "text:soft-page-break",
        "text:page-sequence",
        *(f"text:{what}-decls" for what in ("variable", "sequence", "user-field", "dde-connection")),
        *(f"text:{kind}-source" for kind in ("table-of-content", "bibliography")),
        *(f"text:{kind}-index-source" for kind in _INDEXES),
    }
)
_WITH_PAGES = tuple(f"text:{kind}" for kind in ("table-of-content", *(f"{each}-index" for each in _INDEXES)))
# No list is deeper.
_DEEPEST_ITEM = 10


@dataclass
class Blocks:
    """Reads blocks into the builder.

    Attributes:
        numbering: what is counted.
    """

    reading: Reading
    numbering: Numbering = field(default_factory=Numbering)
    paragraphs: Paragraphs = field(init=False)
    frames: Frames = field(init=False)

    def __post_init__(self) -> None:
        """Begin a document."""
        self.paragraphs = Paragraphs(self.reading)
        self.frames = Frames(self.reading, self.paragraphs, self.read)

    def read(self, around: Element) -> None:
        """Read the blocks in an element."""
        builder, depth, role = self.reading.builder, len(self.reading.builder.frames), Role.PLAIN
        self._loose(around, Slot.TEXT)
        for child in around:
            name = name_of(child)
            if name and name not in _UNSHOWN:
                now = self._run(child) if name in _PARAGRAPHS else Role.PLAIN
                if now is not role:
                    self._leave_run(depth)
                    self._enter_run(role := now)
                self._block(name, child)
            self._loose(child, Slot.TAIL)
        self._leave_run(depth)
        builder.unwind(depth)

    def _run(self, paragraph: Element) -> Role:
        """What a paragraph makes up with its neighbours: a quote, or code."""
        role = self.paragraphs.role(paragraph)
        return role if role in (Role.QUOTE, Role.CODE) else Role.PLAIN

    def _enter_run(self, role: Role) -> None:
        builder = self.reading.builder
        if role is Role.QUOTE:
            builder.enter_quote("quote")
        elif role is Role.CODE:
            builder.end()
            builder.preformatted = True

    def _leave_run(self, depth: int) -> None:
        builder = self.reading.builder
        builder.unwind(depth)
        builder.end()
        builder.preformatted = False

    def _block(self, name: str, element: Element) -> None:
        if name in _PARAGRAPHS:
            self._paragraph(element)
        elif name in _HANDLERS:
            _HANDLERS[name](self, element)
        elif is_drawing(name):
            self.frames.read(Frame(element))
        else:  # unknown, but what is in it is read
            self.read(element)

    def _loose(self, element: Element, slot: Slot) -> None:
        """Text that stands in no paragraph, where no program but a strange one puts it."""
        text = element.text if slot is Slot.TEXT else element.tail
        if text and not text.isspace():
            self.reading.builder.end()
            self.reading.builder.inline.append(" ".join(text.split()))
            self.reading.came_from(slot, element)
            self.reading.builder.end()

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        builder, role = self.reading.builder, self.paragraphs.role(element)
        if self.paragraphs.hides(element):
            return
        marker = ""
        if name_of(element) == "text:h" and not self.numbering.open:
            level = self.paragraphs.heading_level(element)
            marker = self.numbering.heading_marker(element, level, self.reading.styles)
        if role is Role.CODE and not builder.inline.empty:
            builder.inline.append("\n")
        frames = self.paragraphs.begin(element)
        if role is Role.CAPTION and frames:  # the image comes first
            inline, builder.inline = builder.inline, Inline()
            self._frames(frames)
            builder.inline, frames = inline, []
        self.paragraphs.end(element, marker)
        if frames:
            self._frames(frames)

    def _frames(self, frames: list[Frame]) -> None:
        builder = self.reading.builder
        builder.end()
        code, builder.preformatted = builder.preformatted, False
        with self._apart():
            for frame in frames:
                self.frames.read(frame)
        builder.preformatted = code

    # Lists

    def _list(self, element: Element) -> None:
        self.numbering.enter(element)
        for child in element:
            name = name_of(child)
            if name in ("text:list-item", "text:list-header"):
                header = name == "text:list-header"
                self._item(child, "" if header else self.numbering.marker(child, self.reading.styles))
            elif name and name not in _UNSHOWN:
                self._block(name, child)
        self.numbering.leave()

    def _item(self, element: Element, marker: str) -> None:
        builder = self.reading.builder
        depth = builder.enter_item("item", marker)
        self.read(element)
        builder.unwind(depth)

    def _numbered(self, element: Element) -> None:
        marker, level = self.numbering.paragraph_marker(element, self.reading.styles)
        builder = self.reading.builder
        depth = builder.enter_item("item", marker)
        builder.level += min(level, _DEEPEST_ITEM) - 1
        self.read(element)
        builder.unwind(depth)

    # Sections, indexes, changes

    def _section(self, element: Element) -> None:
        builder = self.reading.builder
        shown = value(element, "text:display", "true")
        if shown == "none" or (shown == "condition" and value(element, "text:is-hidden") == "true"):
            builder.left_out["hidden"] += 1
            return
        builder.name(f"{value(element, 'text:name')}|region")
        self.read(element)

    def _index(self, element: Element) -> None:
        around, self.paragraphs.in_index = self.paragraphs.in_index, True
        self.read(element)
        self.paragraphs.in_index = around

    def _index_title(self, element: Element) -> None:
        around, self.paragraphs.in_index = self.paragraphs.in_index, False
        self.read(element)
        self.paragraphs.in_index = around

    def _linked(self, element: Element) -> None:
        """Frames that lead somewhere."""
        for child in element:
            if is_drawing(name_of(child)):
                self.frames.read(Frame(child, target_of(value(element, "xlink:href"))))

    def _comment(self, _element: Element) -> None:
        self.reading.builder.left_out["comments"] += 1

    def _changes(self, element: Element) -> None:
        """What was deleted, which a page does not show; what was inserted stands in the text."""
        deletions = sum(name_of(change) == "text:deletion" for region in element for change in region)
        self.reading.builder.left_out["deleted"] += deletions

    # Tables

    def _table(self, element: Element) -> None:
        builder = self.reading.builder
        builder.name(f"{value(element, 'table:name')}|table")
        masters = self.reading.styles.masters("table", value(element, "table:style-name"))
        self.reading.masters.update(dict.fromkeys(masters))
        with self._apart():
            read_table(builder, element, self.read, self._align)

    def _align(self, cell: Element) -> str:
        first = next((child for child in cell if name_of(child) in _PARAGRAPHS), None)
        return self.paragraphs.style(first).align if first is not None else ""

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """Read something that stands in no list."""
        open_, self.numbering.open = self.numbering.open, []
        index, self.paragraphs.in_index = self.paragraphs.in_index, False
        yield
        self.numbering.open, self.paragraphs.in_index = open_, index


_Handler = Callable[[Blocks, Element], None]
_HANDLERS: dict[str, _Handler] = {
    "text:list": Blocks._list,
    "text:numbered-paragraph": Blocks._numbered,
    "text:section": Blocks._section,
    "text:index-title": Blocks._index_title,
    "text:tracked-changes": Blocks._changes,
    "table:table": Blocks._table,
    "draw:a": Blocks._linked,
    "office:annotation": Blocks._comment,
    **dict.fromkeys(_WITH_PAGES, Blocks._index),
}
