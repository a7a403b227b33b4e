"""Puts the paragraphs of a document together from what a walk through a file meets: text, and what opens and closes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from reader.formats.inline import Inline, Taken, clipped
from reader.formats.parsed import Began, Parsed
from reader.formats.tables import Layout, OpenCell, OpenTable
from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Figure, Kind, Mark, Paragraph, heading_names

# Elements of HTML that are nested deeper are read as if they were not there; Markdown has a limit of its own.
_DEEPEST = 100
# Paragraphs that fill a screen in any layout.
_SCREENFUL = 80


@dataclass(slots=True)
class _Frame:
    """What is open under `name`, and the state it interrupted; `leave` is called when it closes."""

    name: str
    within: tuple[Box, ...]
    plain: Kind
    level: int
    around: tuple[Mark, ...]
    hidden: bool
    leave: Callable[[], object] | None


@dataclass(slots=True)
class Builder:
    """The document so far, and where in it the walk is.

    Attributes:
        paragraphs, figures: what has been read.
        ids: names of places and the index of the paragraph that they are before or in.
        left_out: how many things of each kind have been left out.
        inline: the paragraph that is being put together.
        within: the boxes that are open, without those of cells, which a table gets when it is whole.
        plain: the kind of a plain paragraph here.
        level: the number of list items that are open inside the innermost cell or note.
        marker: of the list item that has begun and has no paragraph yet.
        heading: the level of the heading that is open, or 0.
        preformatted: whether white space counts.
        titled: whether there is a title.
        languages: whether a mark names a language.
        around: marks on the whole of every text that is added; their spans do not matter.
        hidden: whether the page does not show what is read.
        began: is told once of what has been read when that fills a screen, before the rest is read.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    ids: list[tuple[str, int]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    inline: Inline = field(default_factory=Inline)
    within: tuple[Box, ...] = ()
    plain: Kind = Kind.PARAGRAPH
    level: int = 0
    marker: str = ""
    heading: int = 0
    preformatted: bool = False
    titled: bool = False
    around: tuple[Mark, ...] = ()
    hidden: bool = False
    languages: bool = False
    frames: list[_Frame] = field(default_factory=list)
    tables: list[OpenTable] = field(default_factory=list)
    layout: Layout = field(default_factory=Layout)
    numbers: Counter[BoxKind] = field(default_factory=Counter)
    began: Began | None = None

    # Text

    def end(self) -> None:
        """End the paragraph that is being put together, if there is one."""
        if self.inline.empty:
            return
        taken = self.inline.take()
        if self.hidden:
            return
        if taken.images:
            self._add_figures(taken)
        elif self.preformatted:
            if code := taken.whole.strip("\n").rstrip():
                self.add(code, Kind.CODE, _origins_in_code(taken, len(code)))
        elif taken.text:
            self.add(taken.text, self._kind(), taken.marks)

    def _kind(self) -> Kind:
        if not self.heading:
            return Kind.LIST_ITEM if self.marker else self.plain
        if self.heading > 1 or self.titled:
            return Kind.HEADING
        self.titled = True
        return Kind.TITLE

    def add(self, text: str, kind: Kind, marks: tuple[Mark, ...] = ()) -> None:
        """Add a paragraph of this kind."""
        if self.hidden:
            return
        marker = ""
        if kind is Kind.LIST_ITEM:
            marker, self.marker = self.marker, ""
        if self.around and text:
            marks = _with(marks, self.around, len(text))
        level = self.heading if kind is Kind.HEADING or kind is Kind.TITLE else self.level
        self.append(Paragraph(text, kind, marks, level, marker, self.within))

    def append(self, paragraph: Paragraph) -> None:
        """Add a paragraph as it is."""
        self.paragraphs.append(paragraph)
        if self.began is not None and len(self.paragraphs) >= _SCREENFUL and not self.tables:
            self._tell(self.began)

    def _tell(self, began: Began) -> None:
        self.began = None
        began(Parsed(tuple(self.paragraphs), tuple(self.figures)))

    def _add_figures(self, taken: Taken) -> None:
        for start, end, figure in taken.images:
            within = self.within
            self.within = (*within, Box(BoxKind.FIGURE, len(self.figures), self.level))
            self.figures.append(figure)
            marks = tuple(mark for mark in taken.marks if mark.start <= start < end <= mark.end)
            self.add(taken.text[start:end], Kind.FIGURE, tuple(mark.at(0, end - start) for mark in marks))
            self.within = within

    def name(self, name: str) -> None:
        """Give what is read next a name."""
        self.ids.append((name, len(self.paragraphs)))

    # What opens and closes

    def enter(
        self,
        name: str,
        box: Box | None = None,
        plain: Kind | None = None,
        leave: Callable[[], object] | None = None,
    ) -> int:
        """Open something; returns what `unwind` takes to close it.

        Args:
            name: what `close` finds it by.
            box: the box that it is.
            plain: the kind of plain paragraphs in it.
            leave: called when it closes.
        """
        self.frames.append(_Frame(name, self.within, self.plain, self.level, self.around, self.hidden, leave))
        if box is not None:
            self.within = (*self.within, box)
        if plain is not None:
            self.plain = plain
        return len(self.frames) - 1

    @property
    def deep(self) -> bool:
        """Whether no more should be opened that the text has not limited itself."""
        return len(self.frames) >= _DEEPEST

    def unwind(self, depth: int) -> None:
        """Close everything that has been opened since `enter` returned `depth`, and that itself."""
        while len(self.frames) > depth:
            self.end()
            frame = self.frames.pop()
            if frame.leave is not None:
                frame.leave()
            self.within, self.plain, self.level = frame.within, frame.plain, frame.level
            self.around, self.hidden = frame.around, frame.hidden

    def close(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        """Close the innermost thing of one of these names and what is in it, if no barrier is around it first."""
        for depth in reversed(range(len(self.frames))):
            if self.frames[depth].name in names:
                self.unwind(depth)
                return
            if self.frames[depth].name in barriers:
                return

    def enter_quote(self, name: str) -> int:
        """Open a quote."""
        return self._enter_numbered(name, BoxKind.QUOTE, "", Kind.QUOTE)

    def enter_aside(self, name: str, label: str) -> int:
        """Open a callout; `label` is the name of its kind."""
        return self._enter_numbered(name, BoxKind.ASIDE, label, None)

    def enter_furniture(self, label: str) -> int:
        """Open the "header" or "footer" of pages."""
        return self._enter_numbered(label, BoxKind.FURNITURE, label, Kind.PARAGRAPH)

    def _enter_numbered(self, name: str, kind: BoxKind, label: str, plain: Kind | None) -> int:
        self.end()
        number, start = self.numbers[kind], len(self.paragraphs)
        self.numbers[kind] += 1

        def leave() -> None:
            if len(self.paragraphs) == start:  # empty: the number goes to the next
                self.numbers[kind] -= 1

        return self.enter(name, Box(kind, number, self.level, label), plain, leave)

    def enter_note(self, label: str, number: int, name: str = "note") -> int:
        """Open a note; it becomes a paragraph at least. What `close` finds it by is `name`."""
        start = len(self.paragraphs)

        def leave() -> None:
            if len(self.paragraphs) == start:
                self.add(_NOTHING, Kind.NOTE)
            shown = len(self.paragraphs) > start  # what is hidden adds nothing
            if shown and not self.paragraphs[start].marker:
                self.paragraphs[start] = replace(self.paragraphs[start], marker=f"{label}.")

        depth = self.enter(name, Box(BoxKind.NOTE, number, label=label), Kind.NOTE, leave)
        self.level = 0
        return depth

    def enter_item(self, name: str, marker: str) -> int:
        """Open an item of a list."""
        self.end()
        start = len(self.paragraphs)

        def leave() -> None:
            if self.marker == marker and len(self.paragraphs) > start and not self.paragraphs[start].marker:
                self.paragraphs[start] = replace(self.paragraphs[start], marker=marker)
            self.marker = ""

        depth = self.enter(name, leave=leave)
        self.level += 1
        self.marker = marker
        return depth

    # Tables

    def enter_table(self, name: str, *, layout: bool = False, wide: bool = False) -> int:
        """Open a table: one that is marked as `layout` or that is known to be too `wide` is read as paragraphs."""
        self.end()
        table = OpenTable(len(self.paragraphs), self.level, self.within, layout=layout, wide=wide)
        depth = self.enter(name, leave=self._leave_table)
        self.tables.append(table)
        return depth

    def enter_cell(self, name: str, cell: OpenCell) -> int:
        """Open a cell of the table."""
        self.end()
        table, cell.start = self.tables[-1], len(self.paragraphs)
        cell.row = table.begun - 1
        if not self.hidden:
            table.add(cell)

        marker = self.marker

        def leave() -> None:
            cell.stop = len(self.paragraphs)
            self.marker = marker

        depth = self.enter(name, plain=Kind.TABLE_CELL, leave=leave)
        self.level, self.marker = 0, ""
        return depth

    def _leave_table(self) -> None:
        table = self.tables.pop()
        table.stop = len(self.paragraphs)
        if self.hidden:
            return
        if self.tables:
            self.tables[-1].inner.append(table)
            return
        placed = list(self.layout.laid(table, self.paragraphs))
        self._move_names(table, [index for index, _ in placed])
        self.paragraphs[table.start :] = [paragraph for _, paragraph in placed]

    def _move_names(self, table: OpenTable, indices: Sequence[int]) -> None:
        if self.ids and self.ids[-1][1] >= table.start:
            moved = {old: table.start + new for new, old in enumerate(indices)}
            end = table.start + len(indices)
            first = len(self.ids)
            while first and self.ids[first - 1][1] >= table.start:
                first -= 1
            self.ids[first:] = [(name, moved.get(place, end)) for name, place in self.ids[first:]]

    # Figures

    def enter_figure(self, name: str) -> int:
        """Open an image with its caption."""
        self.end()
        start, first = len(self.paragraphs), len(self.figures)
        return self.enter(name, leave=lambda: self._leave_figure(start, first))

    def _leave_figure(self, start: int, first: int) -> None:
        """Put captions into the box of the image before them, or else of the first."""
        if len(self.figures) == first:
            return
        for index in range(start, len(self.paragraphs)):
            paragraph = self.paragraphs[index]
            inner = paragraph.within[len(self.within) :]
            if paragraph.kind is Kind.FIGURE:
                first = inner[-1].number
            elif paragraph.kind is Kind.CAPTION:
                box = Box(BoxKind.FIGURE, first, self.level)
                self.paragraphs[index] = replace(paragraph, within=(*self.within, box, *inner))

    # The whole

    def targets(self) -> Mapping[str, int]:
        """Names of places and the indices of their paragraphs: those given, and headings as GitHub names them."""
        last = len(self.paragraphs) - 1
        given = {name: min(place, last) for name, place in reversed(self.ids)} if last >= 0 else {}
        return heading_names(self.paragraphs) | given


# What stands for a note that shows nothing, so that its reference leads somewhere.
_NOTHING = "–"


def _origins_in_code(taken: Taken, length: int) -> tuple[Mark, ...]:
    """Where code comes from, which has no other marks."""
    return clipped(taken.origins, len(taken.whole) - len(taken.whole.lstrip("\n")), length) if taken.origins else ()


def _with(marks: tuple[Mark, ...], around: tuple[Mark, ...], length: int) -> tuple[Mark, ...]:
    return (*dict.fromkeys(mark.at(0, length) for mark in around), *marks)
