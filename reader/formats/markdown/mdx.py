"""Rules for the components of MDX: tags with code in braces, and Markdown between two of them on lines of their own."""

from collections import defaultdict
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline

from reader import late_re as re
from reader.formats.components import is_component
from reader.formats.markdown.block_lines import line_at

# How many lines a tag may have.
_LINES = 50
_IN_BRACES = r"\{(?>(?:[^{}]|\{(?>(?:[^{}]|\{[^{}]{0,200}\}){0,500})\}){0,1000})\}"
_ATTRIBUTE = rf"(?:[A-Za-z_][\w:-]*+(?>(?:=(?:\"[^\"]*+\"|'[^']*+'|[\w./#-]++|{_IN_BRACES}))?)|{_IN_BRACES})"
_TAG = re.compile(rf"<([A-Za-z][\w.]*+)(?>(?:\s++{_ATTRIBUTE})*)\s*+/?>")
_COMPONENT = re.compile(r"<(/?)([A-Z][\w.]*+)")
_CLOSED = re.compile(r"</([A-Z][\w.]*)")
_CLOSING = re.compile(r"</[A-Z][\w.]*[ \t]*>")
_CODE_INDENT = 4


def component(state: StateInline, silent: bool) -> bool:
    """A tag with code in braces among its attributes; its text is that of any tag."""
    match = _TAG.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if match is None or "{" not in match[0]:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = match[0]
    state.pos = match.end()
    return True


def component_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The tag of a component on lines of its own, and what is indented between two; with words behind it, a paragraph.

    Tags of names that are never closed, and have no attributes, are left to other rules: they may be text.
    """
    line = line_at(state, start)
    match = _COMPONENT.match(line) if state.sCount[start] - state.blkIndent < _CODE_INDENT else None
    if match is None or not is_component(match[2]) or not _is_element(state, match, line):
        return False
    tag, behind = _tag(state, start, end)
    if not tag:
        return not silent and paragraph(state, start, end, silent)
    if silent:
        return True
    state.push("component", "", 0).content = tag
    state.line = behind
    if not match[1] and not tag.endswith("/>"):
        _push_indented(state, _components(state)[1].get(start, end), behind, end)
    return True


def _is_element(state: StateBlock, match: re.Match[str], line: str) -> bool:
    return bool(match[1]) or "=" in line or line.endswith("/>") or match[2] in _components(state)[0]


def _components(state: StateBlock) -> tuple[frozenset[str], dict[int, int]]:
    """The names of the components that a text closes; the lines on which one begins, and on which it is closed."""
    if "components" not in state.env:
        state.env["components"] = frozenset(_CLOSED.findall(state.src)), dict(_closings(state.src))
    known: tuple[frozenset[str], dict[int, int]] = state.env["components"]
    return known


def _closings(text: str) -> Iterator[tuple[int, int]]:
    opened = defaultdict[str, list[int]](list)
    line = place = 0
    for found in _COMPONENT.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        lines = opened[found[2]]
        if found[1] and lines:
            yield lines.pop(), line
        elif not found[1] and not ((tag := _TAG.match(text, place)) and tag[0].endswith("/>")):
            lines.append(line)


def _tag(state: StateBlock, start: int, end: int) -> tuple[str, int]:
    """A tag that has its lines for itself, and the line behind it; "" if there is none."""
    text = ""
    for line in range(start, min(start + _LINES, end)):
        if state.isEmpty(line):
            break
        text += line_at(state, line)
        if text.endswith(">") and ((match := _TAG.match(text)) or (match := _CLOSING.match(text))):
            return (text, line + 1) if match.end() == len(text) else ("", 0)
        text += "\n"
    return "", 0


def _push_indented(state: StateBlock, last: int, start: int, end: int) -> None:
    """What stands between a tag and line `last`, with the one that closes it, if it is indented: not as code."""
    if last >= end:
        return
    if not (least := _least_indent(state, start, last)):
        return
    line_max, indent = state.lineMax, state.blkIndent
    state.lineMax, state.blkIndent = last, indent + least
    state.level += 1
    state.md.block.tokenize(state, start, last)
    state.level -= 1
    state.lineMax, state.blkIndent, state.line = line_max, indent, last


def _least_indent(state: StateBlock, start: int, last: int) -> int:
    """By how much all lines are indented; looked for no further than to the first that is not."""
    least = 0
    for line in range(start, last):
        if not state.isEmpty(line):
            indent = state.sCount[line] - state.blkIndent
            if indent <= 0:
                return 0
            least = min(least or indent, indent)
    return least
