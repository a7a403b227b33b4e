"""Plain text to paragraphs.

Plain text shows its structure by signs and white space: markers of lists, tables, quotations, numbered headings,
and often a little Markdown (rules, emphasis, links, code). Its lines are unwrapped: a line end may be a wrap, a
deliberate break or the end of a paragraph. What is not certainly structure stays text, with its lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from reader.formats.choices import Lines
from reader.formats.numbering import heading_rank, section_depth
from reader.formats.parsed import Parsed
from reader.formats.plain_division import Divided
from reader.formats.plain_ends import PARAGRAPH, End, ends_of
from reader.formats.plain_inline import Inline
from reader.formats.plain_items import INSIDE, Found, LineKind, heading_level
from reader.formats.plain_levels import enter, under_others
from reader.formats.plain_lines import SENTENCE_ENDS, indent_of, is_speech
from reader.formats.plain_markers import Item
from reader.formats.plain_notes import with_notes
from reader.formats.plain_pending import Pending
from reader.formats.plain_places import Placed, Places, instead, placed
from reader.formats.plain_plan import HEADING, Block, is_rule, planned
from reader.formats.plain_regions import Code, Region, regions_of
from reader.formats.plain_tables import FoundTable
from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Kind, Mark, Paragraph

# A line of an item at least so long, with a small letter below it, was wrapped by hand.
_WRAPPED_ITEM = 20


def parse_plain_text(text: str, lines: Lines = Lines.JUDGED, places: Places | None = None) -> Parsed:
    """Read a plain text.

    Args:
        text: the text; line ends are "\\n".
        lines: what these are.
        places: to be told where the paragraphs stand; these have marks of their origin then.
    """
    region = regions_of(text, _numbered(text) if places is not None else None)
    result = _Result(Divided(text), Inline(text), places)
    _Walk(result, ends_of(region.blocks(), lines)).read(region)
    return Parsed(with_notes(result.paragraphs))


def _numbered(text: str) -> list[str]:
    return [placed(line, number) for number, line in enumerate(text.split("\n"))]


@dataclass(slots=True)
class _Result:
    divided: Divided
    inline: Inline
    places: Places | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: int = 0
    quotes: int = 0
    titled: bool = False


@dataclass(slots=True)
class _Walk:
    """Turns one region into paragraphs.

    Attributes:
        result: what the whole text gives.
        ends: what ends before the lines of its blocks.
        boxes: what the region stands in.
        level: how many list items are around it.
        kind: of its plain paragraphs.
        opened: the items that are open.
        under: the places of the items that stand under others by their bullets.
    """

    result: _Result
    ends: Mapping[int, Sequence[End]]
    boxes: tuple[Box, ...] = ()
    level: int = 0
    kind: Kind = Kind.PARAGRAPH
    opened: list[Item] = field(default_factory=list)
    pending: Pending | None = None
    found: Found = field(default_factory=Found)
    under: frozenset[int] = frozenset()

    def read(self, region: Region) -> None:
        """Read a whole region; a cell has no tables."""
        children, self.found = planned(region, self.ends, tables=self.kind is not Kind.TABLE_CELL)
        self.under = frozenset(under_others(self.found.items))
        for child in children:
            if isinstance(child, Code):
                self._leave(child.indent)
                self._add(Paragraph(child.text, Kind.CODE, (), self._depth, within=self.boxes))
            elif isinstance(child, Region):
                self._quote(child)
            elif not child.special and not child.tables:
                self._plain(child)
            else:
                self._block(child)

    @property
    def _depth(self) -> int:
        return self.level + len(self.opened)

    def _add(self, paragraph: Paragraph) -> None:
        self.result.paragraphs.append(paragraph)

    def _read(self, raw: str, starts: Iterable[tuple[int, str]]) -> tuple[str, tuple[Mark, ...]]:
        """The text of a paragraph without mark-up and its marks; `starts` are where its lines begin, and these."""
        raw = self.result.inline.joined(raw)
        text, marks = self.result.inline.read(raw)
        places = self.result.places
        if places is None:
            return text, marks
        return text, (*marks, *places.record(raw, list(starts), self.result.inline.signs(raw), text))

    def _finish(self) -> None:
        """End the paragraph that is open."""
        if self.pending is not None:
            text, marks = self._read(self.pending.text, self.pending.starts)
            self._add(Paragraph(text, self.pending.kind, marks, self.pending.level, self.pending.marker, self.boxes))
            self.pending = None

    def _leave(self, indent: int) -> None:
        """What follows stands at this indent: items that it is not inside of end."""
        while self.opened and indent < self.opened[-1].indent + INSIDE:
            self.opened.pop()

    def _quote(self, region: Region) -> None:
        self._leave(region.indent)
        box = Box(BoxKind.QUOTE, self.result.quotes, self._depth)
        self.result.quotes += 1
        _Walk(self.result, self.ends, (*self.boxes, box), self._depth, Kind.QUOTE).read(region)

    def _plain(self, block: Block) -> None:
        """A block of running text."""
        lines = block.lines
        if len(lines) == 1 and not self.opened and self.pending is None:  # as nearly all of a novel is
            line = lines[0].strip()
            text, marks = self._read(line, ((0, line),))
            self._add(Paragraph(text, self.kind, marks, self.level, within=self.boxes))
            return
        if self.opened:
            self._leave(min(map(indent_of, lines)))
        before = ""
        for index, line in enumerate(lines):
            self._text(line, before, block.end_before(index))
            before = line
        self._finish()

    def _block(self, block: Block) -> None:
        before, stop = "", 0
        for index in range(len(block.lines)):
            if index in block.tables:
                self._finish()
                self._table(block.tables[index], block.lines)
                before, stop = "", block.tables[index].stop
            if index >= stop:
                before = self._line(block, index, before)
        self._finish()

    def _line(self, block: Block, index: int, before: str) -> str:
        """One line of a block, and what the next one sees above it; `before` is "" where nothing goes on."""
        line, end = block.lines[index], block.end_before(index)
        if index not in block.special:
            self._text(line, before, end, _below(block.lines, index))
            return line
        kind, heading = self.found.kinds.get(block.place + index), HEADING.fullmatch(line)
        if kind is LineKind.ITEM:
            self._item(block.place + index, apart=index == 0)
        elif kind is LineKind.SPEECH:
            self._begin(instead(f"- {self.found.items[block.place + index].text}", line.strip()), -1)
        elif kind is LineKind.HEADING:
            self._heading(line.strip(), heading_level(self.found.items[block.place + index]))
            return ""
        elif _is_heading(block.lines, index, wrapped=bool(before) and end is End.WRAP):
            self._begin(line.strip(), -1)
            self._finish()
            return ""
        elif is_rule(line):
            self._finish()
            self._leave(-1)
            self._add(Paragraph("", Kind.RULE, within=self.boxes))
            return ""
        elif heading is not None:
            self._heading(line[heading.start(2) : heading.end(2)], len(heading[1]))
            return ""
        else:
            self._text(line, before, end, _below(block.lines, index))
        return line

    def _item(self, place: int, *, apart: bool) -> None:
        self._finish()
        item = self.found.items[place]
        enter(self.opened, item, apart=apart, under=place in self.under)
        self.pending = Pending(item.text, Kind.LIST_ITEM, self._depth, item.marker)

    def _begin(self, text: str, indent: int) -> None:
        """A paragraph begins, at an indent."""
        self._finish()
        self._leave(indent)
        self.pending = Pending(text, self.kind, self._depth)

    def _heading(self, text: str, level: int) -> None:
        self._begin(text, -1)
        if self.pending is not None:
            title = level == 1 and not self.result.titled and not self.boxes
            self.pending.kind, self.pending.level = Kind.TITLE if title else Kind.HEADING, level
            self.result.titled |= title
        self._finish()

    def _text(self, line: str, before: str, end: End, below: str = "") -> None:
        """A line of running text.

        `before` is the line above if it may go on here, `end` what ends between, `below` the line below.
        """
        text = line.strip()
        apart = end is not End.WRAP and (is_speech(line) or _is_apart(before, line, end))
        if self.pending is None or not before or apart:
            # By the second line, too: the first of a paragraph at the margin may be indented.
            self._begin(text, min(map(indent_of, filter(None, (line, below)))) if self.opened else 0)
        elif end is End.WRAP:
            self.pending.add(text, self.result.divided)
        elif self.opened and self.pending.level and indent_of(line) < self.opened[-1].indent + INSIDE:
            self._begin(text, indent_of(line))
        else:
            by_hand = self.opened and text[0].islower() and len(before) >= _WRAPPED_ITEM
            wrapped = by_hand and not before.rstrip().endswith(SENTENCE_ENDS)
            self.pending.add(text, self.result.divided if wrapped else None)

    def _table(self, table: FoundTable, lines: Sequence[str]) -> None:
        self._leave(indent_of(lines[table.start]))
        number = self.result.tables
        if self.result.places is not None:
            first, last = lines[table.start], lines[table.stop - 1]
            assert isinstance(first, Placed)
            assert isinstance(last, Placed)
            self.result.places.tables.append((first.line, last.line + 1))
        self.result.tables += 1
        for cell, inside in table.cells:
            self._cell(Box(BoxKind.CELL, number, self._depth, cell=cell), inside)

    def _cell(self, box: Box, lines: Sequence[str]) -> None:
        """The paragraphs of a cell; an empty one has one, too."""
        boxes, before = (*self.boxes, box), len(self.result.paragraphs)
        if len(lines) > 1:
            # Its lines are wrapped wherever they end.
            region = regions_of("\n".join(lines), lines)
            ends = ends_of(region.blocks(), Lines.JOINED)
            _Walk(self.result, ends, boxes, 0, Kind.TABLE_CELL).read(region)
        if len(self.result.paragraphs) == before:
            line = lines[0].strip() if lines else ""
            text, marks = self._read(line, ((0, line),))
            self._add(Paragraph(text, Kind.TABLE_CELL, marks, within=boxes))


def _below(lines: Sequence[str], index: int) -> str:
    return lines[index + 1] if index + 1 < len(lines) else ""


def _is_apart(before: str, line: str, end: End) -> bool:
    """Whether a paragraph ends between two lines; long lines are whole paragraphs."""
    return end is End.PARAGRAPH or (end is End.KEPT and max(len(before), len(line)) > PARAGRAPH)


def _is_heading(lines: Sequence[str], index: int, *, wrapped: bool) -> bool:
    """Whether a line is a numbered heading, right above its text: the line above does not run on into it."""
    line, below = lines[index].strip(), _below(lines, index).strip()
    number = _number(line)
    if number is None or below[:1].islower() or number == _number(below):
        return False
    if not index:
        return True
    above = lines[index - 1].strip()
    ended = above.endswith(SENTENCE_ENDS) and not wrapped
    other = _number(above)
    return other != number if other is not None else ended


def _number(line: str) -> tuple[int | None, int | None] | None:
    """What tells numbered headings of one rank from others."""
    if not line or (line[0] != "§" and not line[0].isupper() and not line[0].isdigit()):
        return None
    number = heading_rank(line), section_depth(line)
    return None if number == (None, None) else number
