"""Plain text to regions: quotations of every depth, blocks of lines between blank ones, and fenced code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum
from itertools import chain, groupby, repeat

from reader import late_re as re
from reader.formats.plain_frames import without_frames
from reader.formats.plain_lines import indent_of, is_tilde_rule
from reader.late_dataclasses import dataclass

# A sign of a quotation; directly before a figure it is "more than", unless the line above is quoted.
_QUOTED = re.compile(r"\s*>(?!=)")
_MORE_THAN = re.compile(r"\s*>\d")
_SIGNS = re.compile(r"\s*+(?>(?:>[^\S\n]?+)+)")
# Quotations that are deeper are read with these.
_DEEPEST = 40
# With the name of a language at most: other words are text, as in "~~~ Part two ~~~".
_FENCE = re.compile(r"\s*+(`{3,}+|~{3,}+)(?:\s*+([\w.+#-]++\s*+(?:\{[^{}]*\})?|\{[^{}]*\}))?\s*+")


@dataclass(frozen=True, slots=True)
class Code:
    """The lines between two fences, and how far these are indented."""

    text: str
    indent: int


@dataclass(slots=True)
class Region:
    """A text, or a quotation in it: its blocks of lines, code and quotations, in order."""

    indent: int = 0
    children: "list[Sequence[str] | Code | Region]" = field(default_factory=list)

    def blocks(self) -> Iterator[Sequence[str]]:
        """All blocks of lines, those of the quotations too."""
        regions = [iter(self.children)]
        while regions:
            child = next(regions[-1], None)
            if child is None:
                regions.pop()
            elif isinstance(child, Region):
                regions.append(iter(child.children))
            elif not isinstance(child, Code):
                yield child


def regions_of(text: str, lines: Sequence[str] | None = None) -> Region:
    """The region of a whole text; line ends are "\\n", and `lines` its lines if they are to keep their places."""
    region, lines = Region(), lines or text.split("\n")
    fenced = "```" in text or "~~~" in text
    if ">" not in text:
        _fill(region, lines, fenced)
        return region
    path = [region]
    for depth, run in groupby(_with_depth(lines, fenced), lambda pair: pair[0]):
        quoted = [line for _, line in run]
        del path[depth + 1 :]
        while len(path) <= depth:
            inner = Region(indent_of(quoted[0]) if len(path) == 1 else 0)
            path[-1].children.append(inner)
            path.append(inner)
        _fill(path[-1], [_unquoted(line) for line in quoted] if depth else quoted, fenced)
    return region


def _with_depth(lines: Sequence[str], fenced: bool) -> Iterator[tuple[int, str]]:
    """Each line with the number of quotations around it."""
    depth = 0
    for line, code in zip(lines, _code_of(lines) if fenced else repeat(_CodeLine.NONE), strict=False):
        if code is _CodeLine.NONE and _QUOTED.match(line) and (depth or not _MORE_THAN.match(line)):
            signs = _SIGNS.match(line)
            depth = min(signs[0].count(">") if signs else 1, _DEEPEST)
        else:
            depth = 0
        yield depth, line


def _unquoted(line: str) -> str:
    signs = _SIGNS.match(line)
    return line[signs.end() :] if signs else line


class _CodeLine(Enum):
    """What a line is of code between fences."""

    NONE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3


def _code_of(lines: Sequence[str]) -> Iterator[_CodeLine]:
    """What each line is of code. A fence that is never closed is none, nor is a row of tildes above a blank line."""
    fences = list(map(_FENCE.fullmatch, lines))
    closing = _closing(fences)
    code = ""
    for index, fence in enumerate(fences):
        sign = fence[1] if fence else ""
        if code:
            closes = sign.startswith(code) and fence is not None and not fence[2]
            yield _CodeLine.CLOSING if closes else _CodeLine.INSIDE
            code = "" if closes else code
        elif fence and len(sign) <= closing[index].get(sign[0], 0) and not _divides(lines, index):
            yield _CodeLine.OPENING
            code = sign
        else:
            yield _CodeLine.NONE


def _closing(fences: Sequence[re.Match[str] | None]) -> Sequence[Mapping[str, int]]:
    """For each line by sign how long the longest fence below it is that can close code."""
    result, longest = list[Mapping[str, int]](), dict[str, int]()
    for fence in reversed(fences):
        result.append(longest)
        if fence and not fence[2]:
            sign = fence[1]
            longest = {**longest, sign[0]: max(longest.get(sign[0], 0), len(sign))}
    return result[::-1]


def _divides(lines: Sequence[str], index: int) -> bool:
    """Whether tildes are drawn between two parts of a text."""
    line = lines[index]
    return is_tilde_rule(line) or (line.lstrip()[0] == "~" and not lines[index + 1].strip())


def _fill(region: Region, lines: Sequence[str], fenced: bool) -> None:
    """Add lines to a region."""
    block: list[str] = []
    for line in chain(_without_code(region, lines) if fenced else lines, ("",)):
        if line and not line.isspace():
            block.append(line)
        elif block:
            region.children += without_frames(block) if len(block) > 1 else (block,)
            block = []


def _without_code(region: Region, lines: Sequence[str]) -> Iterator[str]:
    """The lines outside fences, blank ones around code; code goes to the region, before what follows."""
    indent, inside = 0, list[str]()
    for line, code in zip(lines, _code_of(lines), strict=True):
        if code is _CodeLine.NONE:
            yield line
        elif code is _CodeLine.OPENING:
            yield ""  # ends the block before the code is added
            indent, inside = indent_of(line), []
        elif code is _CodeLine.INSIDE:
            inside.append(_dedented(line, indent))
        else:
            region.children.append(Code("\n".join(inside), indent))


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip())) :]
