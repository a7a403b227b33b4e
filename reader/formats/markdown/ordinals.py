"""Ordinal numbers in Markdown: "17. mai" and "2. verdenskrig" begin no list, though CommonMark would have it so."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from markdown_it.rules_block import StateBlock, list_block

from reader import late_re as re
from reader.formats.lead_ins import is_unfinished
from reader.formats.markdown.block_lines import line_at
from reader.formats.ordinals import are_counted, is_counted, is_dated, is_year
from reader.late_dataclasses import dataclass

NUMBERED = re.compile(r"((?:[ \t>]|[-*+][ \t])*)(\d{1,9})\.[ \t]+(\S.*)")
# With nothing behind it, which is no item unless its text stands further in on the next line.
_LONE = re.compile(r"(?>(?:[ \t>]|[-*+][ \t])*)\d{1,9}[.)][ \t]*")
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A line that is shorter does not run on into the next one.
_FULL_LINE = 60


@dataclass(slots=True)
class _Chain:
    """Lines that begin with numbers of one list, if it is one."""

    lines: list[int] = field(default_factory=list)
    rests: list[str] = field(default_factory=list)
    number: int = 0  # the last one, and the first
    first: int = 0
    tight: bool = False  # whether two of them have no blank line between
    inside: bool = False  # whether the first is indented, as lists in items are

    def is_list(self) -> bool:
        lone = len(self.lines) == 1 and self.first > 1 and not self.inside
        return not lone and not are_counted(self.rests, tight=self.tight)


def ordered_or_bullet_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list whose first item does not begin with an ordinal."""
    return not _is_ordinal(state, start) and list_block(state, start, end, silent)


def ends_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a list ends before a line: it begins with an ordinal."""
    return silent and _is_ordinal(state, start)


def ends_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a paragraph ends before a line with an ordinal: outside the paragraph's item, or below another one."""
    if not silent or not _is_ordinal(state, start):
        return False
    above = line_at(state, start - 1).rstrip()
    ended = (len(above) < _FULL_LINE and not is_unfinished(above)) or _ENDED.search(above) is not None
    return state.sCount[start] < state.blkIndent or (ended and _is_ordinal(state, start - 1))


def _is_ordinal(state: StateBlock, line: int) -> bool:
    position = state.bMarks[line] + state.tShift[line]
    if not state.src[position : position + 1].isdigit():
        return False
    if any(map(str.isdigit, state.src[state.src.rfind("\n", 0, position) + 1 : position])):
        return _counts_inside(state.src[position : state.eMarks[line]])
    if "ordinals" not in state.env:
        state.env["ordinals"] = frozenset(ordinal_lines(state.src))
    return line in state.env["ordinals"]


def _counts_inside(text: str) -> bool:
    """Whether the number behind that of an item belongs to its words: "1. 2. klasse"; "1. 1. " may begin a list."""
    number, _, rest = text.replace(")", ".", 1).partition(".")
    return number != "1" or not rest.strip() or is_dated(rest.lstrip()) or is_counted(rest.lstrip())


def ordinal_lines(text: str) -> Iterator[int]:
    """The numbers of the lines, from 0, that begin with an ordinal behind signs of quotations and bullets."""
    chains, opened, blank = list[_Chain](), dict[int, _Chain](), -1
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = NUMBERED.match(line)
        if found is None:
            blank = blank if line.strip() else number
            if _LONE.fullmatch(line) and _is_apart(lines, number):
                yield number
        elif is_dated(found[3]) or is_year(int(found[2])):
            yield number
        else:
            _link(chains, opened, number, blank, found)
    for chain in chains:
        if not chain.is_list():
            yield from chain.lines


def _is_apart(lines: Sequence[str], number: int) -> bool:
    """Whether a lone number has no text further in below it, and is not beside the items of a list."""
    above, below = lines[number - 1] if number else "", lines[number + 1] if number + 1 < len(lines) else ""
    if NUMBERED.match(above) or NUMBERED.match(below):
        return False
    column = len(lines[number].expandtabs(4)) - len(lines[number].expandtabs(4).lstrip(" >-*+"))
    indent = below.expandtabs(4)[: column + 2]
    return bool(indent.strip(" >")) or not below.strip(" \t>")


def _link(chains: list[_Chain], opened: dict[int, _Chain], line: int, blank: int, found: re.Match[str]) -> None:
    """Add a line to the chain it goes on with, or begin one; `blank`: the last blank line above."""
    column, value, rest = len(found[1].expandtabs(4)), int(found[2]), found[3]
    bulleted = any(sign in found[1] for sign in "-*+")  # begins a list in an item
    near = [opened[at] for at in (column, column - 1, column + 1) if at in opened and not bulleted]
    chain = next((c for c in near if _goes_on(c, value, rest, tight=c.lines[-1] > blank)), None)
    if chain is None:
        chain = _Chain(first=value, inside=found[1].endswith(("  ", "\t")) and not bulleted)
        chains.append(chain)
    chain.tight |= bool(chain.lines) and chain.lines[-1] > blank
    chain.lines.append(line)
    chain.rests.append(rest)
    chain.number = value
    opened[column] = chain


def _goes_on(chain: _Chain, value: int, rest: str, *, tight: bool) -> bool:
    if tight:
        return value >= chain.number
    before, after = is_counted(chain.rests[-1]), is_counted(rest)
    return before >= after if value == chain.number + 1 else before == after and value == chain.number
