"""The CommonMark parser, made safe for any text: linear in its length, and no text is lost.

Several of markdown-it's inline rules look ahead to the end of the block, so overlong blocks are parsed in
stretches. It also drops what is nested too deep, and examines each line once for every quotation around it;
here such text becomes paragraphs.

Imported late: the library takes 0.1 s, which `tospalt --version` should not wait for.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader import late_re as re
from reader.formats.tables import WIDEST

# Levels of nested blocks; a list is two, so 50 lists. Deeper blocks become paragraphs.
_DEEPEST = 100
# Levels of nested brackets; an unclosed one is examined from so many others.
_DEEPEST_INLINE = 12
# Code points, about two full pages: longer paragraphs are accidents or attacks.
_STRETCH = 8000
# A stretch with more signs of emphasis is decoration, or an attack, and is read as it stands.
_MOST_SIGNS = 2000
# How many lines in quotations may be examined: so many times the lines of the text, and some more for short texts.
_QUOTED, _QUOTED_AT_LEAST = 4, 2000

# What may be open where a stretch ends, and the white space where it may end; a star between spaces opens nothing.
_OPENING_OR_SPACE = re.compile(r"\]\(|[\[\]()<>]|`++|(?<![\s*_~])[*_~]++|(?<=\s)[*_~]++(?!\s)|\s+")
_CLOSES = {"](": "[", "]": "[", ")": "(", ">": "<"}
# At the beginning of a line nested too deep: quotation markers and bullets are dropped, numbers stay.
_MARKERS = re.compile(r"(?>(?:>[ \t]*|[-*+](?:[ \t]+|$))*)")
_NUMBERED = re.compile(r"\d{1,9}[.)][ \t]")
_ALIGNMENTS = {(False, False): "", (True, False): "l", (False, True): "r", (True, True): "c"}
_CELL_END = re.compile(r"(?<!\\)\|")


class Parser(MarkdownIt):
    """CommonMark with tables; rules can be switched on and off as in `MarkdownIt`."""

    def __init__(self, *, html: bool = True, inline: "Inlines | None" = None) -> None:
        """`html`: whether HTML is mark-up rather than text; `inline` reads what stands in lines."""
        super().__init__("commonmark")
        self.block, self.inline = _Blocks(), inline or Inlines()
        self.configure("commonmark", {"maxNesting": _DEEPEST, "html": html})


class _Blocks(ParserBlock):
    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Parse lines into blocks, or into paragraphs if they are nested too deep."""
        if state.level < _DEEPEST and self._may_look(state, endLine - startLine):
            super().tokenize(state, startLine, endLine)
        else:
            _flat(state, startLine, endLine)

    @staticmethod
    def _may_look(state: StateBlock, lines: int) -> bool:
        """Whether the lines of another quotation may still be examined."""
        if state.parentType != "blockquote":
            return True
        looked = state.env["looked"] = state.env.get("looked", 0) + lines
        return bool(looked <= _QUOTED * len(state.bMarks) + _QUOTED_AT_LEAST)


def _flat(state: StateBlock, start: int, end: int) -> None:
    """The lines that belong to this block as plain paragraphs; a line with a marker begins a new one."""
    paragraph: list[str] = []
    line = start
    while line < end and (state.isEmpty(line) or _belongs(state, line)):
        text = state.getLines(line, line + 1, state.blkIndent, False).strip()
        core = text[_MARKERS.match(text).end() :]  # type: ignore[union-attr]
        if core != text or not text or _NUMBERED.match(text):
            _push_paragraph(state, paragraph, line)
            paragraph = []
        paragraph += [core] if core else []
        line += 1
    _push_paragraph(state, paragraph, line)
    state.line = line


def _belongs(state: StateBlock, line: int) -> bool:
    """Whether a line is indented like the block; a lazy one in a quotation has an indent below zero."""
    return state.sCount[line] < 0 or state.sCount[line] >= state.blkIndent


def _push_paragraph(state: StateBlock, lines: Sequence[str], end: int) -> None:
    if lines:
        state.push("paragraph_open", "p", 1)
        _push_inline(state, "\n".join(lines), end)
        state.push("paragraph_close", "p", -1)


def _push_inline(state: StateBlock, content: str, line: int) -> None:
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = content, [line, line + 1], []


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table with exactly the cells that are in the text.

    markdown-it drops cells beyond the last column, and fills short rows up with empty ones, perhaps thousands; so many
    that no grid can show them are `wide` here, and the empty ones among them are dropped.
    """
    if silent or not table(state, start, end, True):
        return silent and table(state, start, end, True)
    parent, state.parentType = state.parentType, "table"
    rows = [_cells(state, start)]
    line = start + 2
    while line < end and _is_row(state, line, end):
        rows.append(_cells(state, line))
        line += 1
    aligned = [_alignment(cell) for cell in _cells(state, start + 1)]
    wide = max(map(len, rows)) > WIDEST
    state.push("table_open", "table", 1).info = "wide" if wide else ""
    for number, cells in enumerate(rows):
        shown = filter(None, cells) if wide else cells
        _push_row(state, shown, aligned, start + number + (number > 0), "td" if number else "th")
    state.push("table_close", "table", -1)
    state.parentType, state.line = parent, line
    return True


def _is_row(state: StateBlock, line: int, end: int) -> bool:
    if state.isEmpty(line) or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    return not any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _cells(state: StateBlock, line: int) -> list[str]:
    row = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL_END.split(row.removeprefix("|"))]
    return cells if cells[-1] else cells[:-1]


def _alignment(rule: str) -> str:
    return _ALIGNMENTS[rule[:1] == ":", rule[-1:] == ":"]


def _push_row(state: StateBlock, cells: Iterable[str], aligned: Sequence[str], line: int, name: str) -> None:
    """The cells of a row: `info` is their alignment, `markup` "row" at the first."""
    markup = "row"
    for column, content in enumerate(cells):
        cell = state.push(f"{name}_open", name, 1)
        cell.info, cell.markup = aligned[column] if column < len(aligned) else "", markup
        _push_inline(state, content, line)
        state.push(f"{name}_close", name, -1)
        markup = ""


class Inlines(ParserInline):
    """Reads the content of blocks, in stretches if it is long."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Read the content of a block."""
        for state in self.states(src, md, env):
            if len(state.src) > _MOST_SIGNS and sum(map(state.src.count, "*_~")) > _MOST_SIGNS:
                tokens.append(_as_text(state))
                continue
            # Blocks and inlines share one limit.
            state.level = _DEEPEST - _DEEPEST_INLINE
            self.tokenize(state)
            for rule in self.ruler2.getRules(""):
                rule(state)
            tokens += state.tokens
        return tokens

    def states(self, src: str, md: MarkdownIt, env: Any) -> Iterator[StateInline]:
        """The beginnings of reading the stretches of a text."""
        return (StateInline(stretch, md, env, []) for stretch in stretches(src))


def _as_text(state: StateInline) -> Token:
    """The text of a stretch as it stands."""
    token = state.push("text", "", 0)
    token.content = state.src
    return token


def stretches(text: str) -> Iterator[str]:
    """A text cut where it is too long to be read in one go."""
    start = 0
    while len(text) - start > _STRETCH:
        end = _stretch_end(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _stretch_end(text: str, start: int) -> int:
    """Where a stretch that begins at `start` ends: after white space, with as few open marks as possible."""
    opened: set[str] = set()
    end = best = start + _STRETCH
    least = _STRETCH
    for match in _OPENING_OR_SPACE.finditer(text, start, end):
        sign = match[0]
        if sign.isspace():
            if start + _STRETCH // 2 < match.end() < end and len(opened) <= least:
                best, least = match.end(), len(opened)
            continue
        opened.discard(_CLOSES.get(sign, ""))
        if sign in ("[", "<"):
            opened.add(sign)
        elif sign == "](":
            opened.add("(")
        elif sign[0] in "`*_~":
            opened ^= {sign}
    return best
