"""Where the content of Markdown's blocks stands in the lines of their text."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader import late_re as re
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

# What opens a block that goes on behind its first paragraph.
_AROUND = frozenset({"list_item", "dd", "footnote_reference"})
_ONE_LINE = frozenset({"th", "td", "dt"})
_CELLS = frozenset({"th", "td"})
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CELL_END = re.compile(r"(?<!\\)\|")


class Line(NamedTuple):
    """A line of a block's content: its number in the text, and the span of it that is content."""

    number: int
    start: int
    end: int


@dataclass(slots=True)
class Block:
    """A block of one text.

    Attributes:
        token: the one with its content.
        name: of what it is: "paragraph", "heading", "td".
        underline: of a heading, "=" or "-" if a line of these is below it.
        inside: whether it stands in something that cannot simply go on with another block.
        one_line: whether it cannot have several.
        lines: of its content; none if they have not been found.
        outer: the block that it is part of, and where in the content of that one its own begins.
        edits: the spans of its content that are written anew, with what they become.
    """

    token: "Token"
    name: str
    underline: str = ""
    inside: bool = False
    one_line: bool = False
    lines: Sequence[Line] = ()
    outer: "tuple[Block, int] | None" = None
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def content(self) -> str:
        """What it has in its lines."""
        return self.token.content

    @property
    def found(self) -> bool:
        """Whether it is known where it stands."""
        return self.outer[0].found if self.outer else bool(self.lines)

    def source(self, start: int, end: int) -> str:
        """A span of its content, with what has been written anew in it."""
        parts: list[str] = []
        place = start
        for first, last, new in sorted(each for each in self.edits if start <= each[0] and each[1] <= end):
            parts += self.content[place:first], new
            place = last
        return "".join([*parts, self.content[place:end]])

    def rewrite(self, start: int, end: int, new: str) -> None:
        """Write a span of its content anew; what has been written in it before is part of `new`."""
        self.edits = [each for each in self.edits if not (start <= each[0] and each[1] <= end)]
        self.edits.append((start, end, new))
        if self.outer:
            block, place = self.outer
            block.rewrite(place, place + len(self.content), self.source(0, len(self.content)))

    def lines_of(self, start: int, end: int) -> Sequence[Line]:
        """The lines of a span of its content."""
        if self.outer:
            return self.outer[0].lines_of(start + self.outer[1], end + self.outer[1])
        starts = list(accumulate((len(line) + 1 for line in self.content.split("\n")), initial=0))
        return self.lines[bisect_right(starts, start) - 1 : bisect_right(starts, max(end - 1, start))]


def blocks_of(tokens: Sequence["Token"], lines: Sequence[str]) -> Mapping[int, Block]:
    """The blocks of a text, by the `id` of their token; `lines` are those of the text."""
    around = 0
    found: dict[int, Block] = {}
    cells: dict[int, Iterator[Line]] = {}
    for index, token in enumerate(tokens):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _AROUND:
            around += token.nesting
        if name == "html_block" and token.map:
            found[id(token)] = Block(token, name, lines=tuple(_as_they_are(token, lines)))
        if token.type != "inline":
            continue
        opening = tokens[index - 1]
        name = opening.type.removesuffix("_open")
        underline = opening.markup if opening.markup in ("=", "-") and name == "heading" else ""
        one_line = name in _ONE_LINE or (name == "heading" and not underline) or opening.map is None
        block = Block(token, name, underline, around > 0, one_line)
        if name in _CELLS and token.map:
            number = token.map[0]
            row = cells.setdefault(number, _cells(lines[number], number))
            block.lines = _cell(token.content, row, lines[number])
        elif token.map:
            block.lines = tuple(_located(token.content, token.map[0], lines, name))
        found[id(token)] = block
    return found


def _as_they_are(token: "Token", lines: Sequence[str]) -> Iterator[Line]:
    """The lines of a block of HTML, in which white space may count; none if one is not where it should be."""
    first = token.map[0] if token.map else 0
    content = token.content.removesuffix("\n").split("\n")
    if all(lines[number].endswith(line) for number, line in enumerate(content, first)):
        for number, line in enumerate(content, first):
            yield Line(number, len(lines[number]) - len(line), len(lines[number]))


def _located(content: str, first: int, lines: Sequence[str], name: str) -> Iterator[Line]:
    """The lines of a content; none if one of them is not where it should be."""
    found: list[Line] = []
    for number, line in enumerate(content.split("\n"), first):
        core = line.strip()
        text = lines[number].rstrip() if number < len(lines) else ""
        start = len(text) - len(core) if text.endswith(core) else text.rfind(core)
        if name == "heading" and (opening := _HEADING.search(text)) and number == first:
            start = max(text.find(core, opening.end()), start if text.endswith(core) else -1)
        if start < 0 or not core:
            return
        found.append(Line(number, start, start + len(core)))
    yield from found


def _cells(line: str, number: int) -> Iterator[Line]:
    """The cells of a row, without the white space around them."""
    place = 0
    for end in [*(match.start() for match in _CELL_END.finditer(line)), len(line)]:
        cell = line[place:end]
        core = cell.strip()
        start = place + len(cell) - len(cell.lstrip()) if core else place
        yield Line(number, start, start + len(core))
        place = end + 1


def _cell(content: str, row: Iterator[Line], line: str) -> Sequence[Line]:
    """The next of the cells that has this content; before the first there may be what stands around the table."""
    for cell in row if content else ():
        text = line[cell.start : cell.end].replace("\\|", "|")
        if text == content or text.endswith(content):
            return (
                Line(cell.number, cell.end - len(line[cell.start : cell.end]) + len(text) - len(content), cell.end),
            )
    return ()
