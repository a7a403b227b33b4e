"""Rules for what has a title and blocks in it: containers between colons, admonitions, and tabs of a page."""

from collections.abc import Iterator

from markdown_it.rules_block import StateBlock

from reader import late_re as re
from reader.formats.markdown.block_lines import line_at, push_text

_CONTAINER = re.compile(r":{3,}[ \t]*(?:([A-Za-z][\w-]*)|\{[ \t]*\.?([\w-]+)[^}\n]*\})(.*)")
_TITLE = re.compile(r"[{ \t](?:title|summary|caption)=\"([^\"\n]+)\"")
# Names that only say where on the page something stands.
_LAYOUT = frozenset({"columns", "column", "row", "col", "grid", "center", "left", "right", "panel-tabset", "tabs"})
_BRACES = re.compile(r"\{[^{}\n]*\}")
# What may stand before a container on its line: quotes, and items that it is the first block of.
_AROUND = re.compile(r"(?>(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)")
_FENCE = re.compile(r"(`{3,}+)[^`]*$|(~{3,}+)")
_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?)(?:[ \t]+([^\W\d_][\w-]*)(?:[ \t]+(?:inline|end|annotate))*)?(?:[ \t]+\"([^\"\n]*)\")?$"
)
_TAB = re.compile(r"===[!+]{0,2}[ \t]+\"([^\"\n]+)\"$")
# By how much the content of an admonition or tab is indented.
_INDENT = 4


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What stands between ":::tip Title" and ":::"."""
    line = line_at(state, start)
    if not line.startswith(":::") or state.is_code_block(start):
        return False
    if "containers" not in state.env:
        state.env["containers"] = _containers(state.src)
    last = state.env["containers"].get(start, end)
    match = _CONTAINER.match(line)
    if match is None or last >= end:
        return False
    if not silent:
        _push_container(state, match, start, last)
    return True


def _containers(text: str) -> dict[int, int]:
    """The lines that open a container, and those that close them."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for number, sign in _outside_code(text):
        if not sign.startswith(":::"):
            continue
        if not sign.strip(":"):
            if opened:
                found[opened.pop()] = number
        elif _CONTAINER.match(sign):
            opened.append(number)
    return found


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    """The numbers of the lines outside fenced code, and what begins there; an unclosed fence is none."""
    fence = ""
    inside: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n")):
        sign = line[_AROUND.match(line).end() :].rstrip()  # type: ignore[union-attr]
        if fence:
            inside.append((number, sign))
            if sign.startswith(fence) and not sign.strip(fence[0]):
                fence, inside = "", []
        elif match := _FENCE.match(sign):
            fence = match[1] or match[2]
        else:
            yield number, sign
    yield from inside


def _push_container(state: StateBlock, match: re.Match[str], start: int, last: int) -> None:
    label = (match[1] or match[2]).lower().removeprefix("callout-")
    if not (laid_out := label in _LAYOUT):
        state.push("aside_open", "div", 1).info = label
    if title := _title(match):
        push_text(state, title, start)
    _push_content(state, start, last, 0)
    if not laid_out:
        state.push("aside_close", "div", -1)
    # A line that is indented less ends the item around it, and this with it.
    state.line += state.line >= last


def _title(match: re.Match[str]) -> str:
    """The title behind the name of a container, or among its attributes."""
    title = _BRACES.sub("", match[3].strip()).strip()
    if not title:
        named = _TITLE.search(match[0])
        return named[1] if named else ""
    return title[1:-1] if title[:1] == "[" and title[-1] == "]" else title


def _push_content(state: StateBlock, start: int, last: int, indent: int) -> None:
    """The blocks behind line `start`, up to `last`."""
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax, state.line = "container", last, start + 1
    state.blkIndent += indent
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent -= indent
    state.parentType, state.lineMax = parent, line_max


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An admonition with something in it and a title only if one is given; "!!! Husk dette" is text."""
    match = _ADMONITION.match(line_at(state, start))
    if match is None or not any(match.groups()) or not (last := _indented_until(state, start, end)):
        return False
    if not silent:
        state.push("aside_open", "div", 1).info = (match[1] or "").lower()
        if match[2]:
            push_text(state, match[2], start)
        _push_content(state, start, last, _INDENT)
        state.push("aside_close", "div", -1)
        state.line = last
    return True


def tab(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One of several contents between which a page lets its readers choose, with its title."""
    match = _TAB.match(line_at(state, start))
    if match is None or not (last := _indented_until(state, start, end)):
        return False
    if not silent:
        push_text(state, match[1], start)
        _push_content(state, start, last, _INDENT)
        state.line = last
    return True


def _indented_until(state: StateBlock, start: int, end: int) -> int:
    """Behind the lines below `start` that are indented; 0 if there are none or an empty line more than one before."""
    if state.is_code_block(start):
        return 0
    last = 0
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent + _INDENT or (not last and line > start + 2):
            break
        last = line + 1
    return last
