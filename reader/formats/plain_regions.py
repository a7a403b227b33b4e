"""Plain text to regions: quotations of every depth, blocks of lines between blank ones, and fenced code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reader.formats.plain_lines import indent_of, is_tilde_rule

# A sign of a quotation; directly before a figure it is "more than", unless the line above is quoted.
_QUOTED = re.compile(r"\s*>(?!=)")
_MORE_THAN = re.compile(r"\s*>\d")
_SIGNS = re.compile(r"\s*+(?:>[^\S\n]?+)++")
# Quotations that are deeper are read with these.
_DEEPEST = 40
_FENCE = re.compile(r"(\s*)(`{3,}(?=[^`]*$)|~{3,})")


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


def regions_of(text: str) -> Region:
    """The region of a whole text; line ends are "\\n"."""
    region, lines = Region(), text.split("\n")
    fenced = "```" in text or "~~~" in text
    if ">" not in text:
        _fill(region, lines, fenced)
        return region
    path = [region]
    for depth, run in groupby(_with_depth(lines), lambda pair: pair[0]):
        quoted = [line for _, line in run]
        del path[depth + 1 :]
        while len(path) <= depth:
            inner = Region(indent_of(quoted[0]) if len(path) == 1 else 0)
            path[-1].children.append(inner)
            path.append(inner)
        _fill(path[-1], [_SIGNS.sub("", line, count=1) for line in quoted] if depth else quoted, fenced)
    return region


def _with_depth(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with the number of quotations around it."""
    depth, code = 0, ""
    for line in lines:
        if not code and _QUOTED.match(line) and (depth or not _MORE_THAN.match(line)):
            signs = _SIGNS.match(line)
            depth = min(signs[0].count(">") if signs else 1, _DEEPEST)
        else:
            depth, code = 0, _fence_after(code, line)
        yield depth, line


def _fence_after(code: str, line: str) -> str:
    """The fence of the code that is open after this line, "" outside; `code` is the one before it."""
    fence = _FENCE.match(line)
    if fence is None or not code:
        return fence[2] if fence and not is_tilde_rule(line) else code
    return "" if fence[2].startswith(code) and fence.end() == len(line.rstrip()) else code


def _fill(region: Region, lines: Sequence[str], fenced: bool) -> None:
    """Add lines to a region."""
    for filled, block in groupby(_without_code(region, lines) if fenced else lines, lambda line: bool(line.strip())):
        if filled:
            region.children.append(list(block))


def _without_code(region: Region, lines: Sequence[str]) -> Iterator[str]:
    """The lines outside fences, blank ones around code; code goes to the region, before what follows."""
    code, indent, inside = "", 0, list[str]()
    for line in lines:
        before, code = code, _fence_after(code, line)
        if not before and not code:
            yield line
        elif not before:
            yield ""  # ends the block before the code is added
            indent, inside = indent_of(line), []
        elif code:
            inside.append(_dedented(line, indent))
        else:
            region.children.append(Code("\n".join(inside), indent))
    if code:
        region.children.append(Code("\n".join(inside), indent))


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip())) :]
