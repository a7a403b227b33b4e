"""What each line of a region of plain text is: decided for all of them before any becomes a paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from reader import late_re as re
from reader.formats.plain_boxes import is_drawn
from reader.formats.plain_contents import contents_of
from reader.formats.plain_ends import End
from reader.formats.plain_items import Found, Scanner
from reader.formats.plain_lines import RAISED, indent_of
from reader.formats.plain_markers import LONE_BULLET, Item
from reader.formats.plain_places import behind
from reader.formats.plain_regions import Code, Region
from reader.formats.plain_starts import sign_in_text
from reader.formats.plain_tables import FoundTable, heads_table, tables_of
from reader.late_dataclasses import dataclass

_RULE = re.compile(r"\s*(?:([-*_])(?:\s*\1){2,}|={3,}|~{4,}|[–—]{3,})\s*")
HEADING = re.compile(r" {0,3}(#{1,6})\s+(?!#+\s*$)(\S.*?)(?:\s+#+)?\s*")
# How lines begin that may be more than running text: with a sign, a marker or the name of a heading.
_LABEL = r"(?:\d{1,4}|[a-zæøåA-ZÆØÅ]|[ivxlcIVXLC]{2,7})"
_SPECIAL = re.compile(
    rf"\s*(?:[^\w\s«“”\"'(…]|_|\(?{_LABEL}[.)]\s|\d+\.\d|[{RAISED}]|o\t|[A-ZÆØÅ][\wÆØÅæøå]{{2,8}}\.?\s(?:\d|[A-Z]{{1,7}}\b))"
)
_SPEECH = re.compile(r"\s*[–—] ")
_NONE, _FIRST = frozenset[int](), frozenset({0})
_NO_LINES: Sequence[str] = ()
_Child = Sequence[str] | Code | Region  # of a region


@dataclass(slots=True)
class Block:
    """Lines between blank ones.

    Attributes:
        lines: the lines.
        place: of the first, counted over the blocks of the region.
        special: the lines that may be more than running text; in a novel hardly any, and the others need not be
            looked at closely.
        tables: those among the lines, by their first line.
        ends: what ends before each line; empty where all lines are kept.
        contents: the items that all its lines are, in a list of contents.
    """

    lines: Sequence[str]
    place: int
    special: frozenset[int]
    tables: dict[int, FoundTable]
    ends: Sequence[End] = ()
    contents: Sequence[Item] = ()

    def end_before(self, index: int) -> End:
        """What ends before a line."""
        return self.ends[index] if self.ends else End.KEPT


def is_rule(line: str) -> bool:
    """Whether a line is drawn across the page."""
    return _RULE.fullmatch(line) is not None


def planned(
    region: Region, ends: Mapping[int, Sequence[End]], *, tables: bool = True
) -> tuple[list[Block | Code | Region], Found]:
    """The children of a region and the lines that begin something in it; `ends` are those of its blocks.

    Without `tables` there are none: in a cell.
    """
    scanner, place, children = Scanner(), 0, list[Block | Code | Region]()
    for child in _with_heads(region.children) if tables else region.children:
        if isinstance(child, Code | Region):
            scanner.aside(child.indent)
            children.append(child)
            continue
        block = _block(child, place, ends.get(id(child), ()) if len(child) > 1 else (), tables=tables)
        _scan(scanner, block)
        children.append(block)
        place += len(child)
    return children, scanner.result()


def _with_heads(children: Sequence[_Child]) -> Iterator[_Child]:
    """The children, the head of a table that stands above a blank line in one block with its rows."""
    headed = False
    for child, below in zip_longest(children, children[1:], fillvalue=_NO_LINES):
        if headed:
            headed = False
        elif isinstance(below, list) and len(below) > 1 and (lines := _with_rows(child, below)):
            headed = True
            yield lines
        else:
            yield child


def _with_rows(child: _Child, below: Sequence[str]) -> Sequence[str]:
    """The lines of a table with its head, if that is what a child and the lines below it are."""
    if isinstance(child, Code | Region):
        return ()
    headed = len(child) == 1 and _may_be_row(child[0]) and heads_table(child[0], below)
    return [*child, *below] if headed else ()


def _block(lines: Sequence[str], place: int, ends: Sequence[End], *, tables: bool) -> Block:
    if len(lines) == 1:
        # A dash leads an item only in a list, line below line.
        begins = _SPECIAL.match(lines[0]) is not None and _SPEECH.match(lines[0]) is None
        return Block(lines, place, _FIRST if begins else _NONE, {})
    if any(map(LONE_BULLET.fullmatch, lines)):
        lines, ends = _with_bullets(lines, ends)
    if lines[0].lstrip()[:1] in ("0", "1") and (contents := list(contents_of(lines))):
        return Block(lines, place, frozenset(range(len(lines))), {}, contents=contents)
    special = frozenset(index for index, line in enumerate(lines) if _SPECIAL.match(line))
    if ends and special and (sign := sign_in_text(lines)) > 0 and ends[sign] is End.WRAP:
        special -= {sign}
    if not tables or not any(map(_may_be_row, lines)):
        return Block(lines, place, special, {}, ends)
    return Block(lines, place, special, {table.start: table for table in tables_of(lines)}, ends)


def _with_bullets(lines: Sequence[str], ends: Sequence[End]) -> tuple[Sequence[str], Sequence[End]]:
    """The lines, a bullet on a line of its own, as copied from a page, before the words below it; and their ends."""
    joined, left, bullet = list[str](), list[End](), False
    for index, line in enumerate(lines):
        alone = LONE_BULLET.fullmatch(line) is not None
        if bullet and not alone:
            joined[-1] = behind(f"{joined[-1].rstrip()} ", line.lstrip())
        else:
            joined.append(line)
            left += ends[index : index + 1]
        bullet = alone
    return joined, left


def _may_be_row(line: str) -> bool:
    return "|" in line or "\t" in line or "  " in line.strip() or is_drawn(line)


def _scan(scanner: Scanner, block: Block) -> None:
    if block.contents:
        scanner.contents(block.place, block.contents)
        return
    if not block.special and not block.tables:
        scanner.text(block.lines)
        return
    for index, line in _outside_tables(scanner, block):
        marked = index in block.special
        if marked and (is_rule(line) or HEADING.fullmatch(line)):
            scanner.aside(-1)
        else:
            scanner.line(block.place + index, line, marked=marked, wrapped=block.end_before(index) is End.WRAP)
    scanner.end_of_block()


def _outside_tables(scanner: Scanner, block: Block) -> Iterator[tuple[int, str]]:
    stop = 0
    for index, line in enumerate(block.lines):
        if index in block.tables:
            stop = block.tables[index].stop
            scanner.aside(indent_of(line))
        if index >= stop:
            yield index, line
