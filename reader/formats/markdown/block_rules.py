"""Rules for the blocks that Markdown's dialects have, in markdown-it's form.

Notes and admonitions are those of mdit-py-plugins, with conditions. Containers, whose names it wants to know in
advance, and blocks of maths, for whose ends it looks again and again, are our own. What is not text becomes a token
"hidden"; `info` says what it was.
"""

import re
from collections import Counter
from collections.abc import Callable

from markdown_it.rules_block import StateBlock, reference
from mdit_py_plugins.admon.index import admonition as plugin_admonition
from mdit_py_plugins.footnote.index import footnote_def

_NOTE_DEFINITION = re.compile(r"\[\^[^\]\[\s]{1,200}+\]:")
_CONTAINER = re.compile(r":{3,}[ \t]*(?:([A-Za-z][\w-]*)|\{[ \t]*\.?([\w-]+)[^}\n]*\})(.*)")
_BRACES = re.compile(r"\{[^{}\n]*\}")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+(?:inline|end))*(?:[ \t]+\"[^\"\n]*\")?[ \t]*$")
# Lines of code that one import or export may have.
_CODE = 50
_CODE_LINES = re.compile(
    r"import\s+(?:[\w*{][^'\"]*\sfrom\s+)?['\"][^'\"\n]+['\"];?[ \t]*(?=\n|\Z)"
    r"|export\s+(?:default\s+(?:function|class|async|[({\[])|(?:const|let|var)\s+[\w$]+\s*="
    r"|(?:async\s+)?function\s+[\w$]+\s*\(|\{)"
)
# The label and address of a link's definition.
_DEFINED = re.compile(r"\[([^\]\[\n]{1,200}+)\]:[ \t]*+(\S{1,200}+)")
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,200}+)\]")
_WORD = re.compile(r"[^\W\d_]+")


def note_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note: "[^label]: its text", and what is indented below."""
    if not _NOTE_DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return footnote_def(state, start, end, silent)


def comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line "%%", everything below, and the next such line."""
    if _line(state, start) != "%%" or state.is_code_block(start):
        return False
    closing = _following(state, "comment", start, end, lambda line: line.endswith("%%"))
    if closing < 0 or silent:
        return closing >= 0
    _push_hidden(state, "comments", closing + 1)
    return True


def math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Formulas between two "$$", without blank lines."""
    first = _line(state, start)
    if not first.startswith("$$") or state.is_code_block(start):
        return False
    if len(first) > 4 and first.endswith("$$"):
        last, content = start, first[2:-2]
        if "$" in content:
            return False
    else:
        last = _following(state, "math", start, end, lambda line: not line or line.endswith("$$"))
        if last < 0 or not (closing := _line(state, last)) or "$" in first[2:]:
            return False
        inner = state.getLines(start + 1, last, state.blkIndent, False)
        content = f"{first[2:]}\n{inner}\n{closing[:-2]}"
    if not content.strip():
        return False
    if not silent:
        state.push("math_block", "", 0).content = content.strip()
        state.line = last + 1
    return True


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What stands between ":::tip Title" and ":::"."""
    line = _line(state, start)
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
    for number, line in enumerate(text.split("\n")):
        sign = line.lstrip(" \t>").rstrip()
        if not sign.startswith(":::"):
            continue
        if not sign.strip(":"):
            if opened:
                found[opened.pop()] = number
        elif _CONTAINER.match(sign):
            opened.append(number)
    return found


def _push_container(state: StateBlock, match: re.Match[str], start: int, last: int) -> None:
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.push("aside_open", "div", 1).info = (match[1] or match[2]).lower()
    title = _BRACES.sub("", match[3].strip()).strip()
    if title := title[1:-1] if title[:1] == "[" and title[-1] == "]" else title:
        state.push("paragraph_open", "p", 1)
        inline = state.push("inline", "", 0)
        inline.content, inline.children = title, []
        state.push("paragraph_close", "p", -1)
    state.line = start + 1
    state.md.block.tokenize(state, start + 1, last)
    state.push("aside_close", "div", -1)
    # A line that is indented less ends the item around it, and this with it.
    state.parentType, state.lineMax, state.line = parent, line_max, state.line + (state.line >= last)


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An admonition with something in it and a title only if one is given; "!!! Husk dette" is text."""
    line = _line(state, start)
    if not _ADMONITION.match(line):
        return False
    following = next((n for n in range(start + 1, min(start + 3, end)) if not state.isEmpty(n)), end)
    if following == end or state.sCount[following] < state.blkIndent + 4:
        return False
    place = len(state.tokens)
    if not plugin_admonition(state, start, end, silent) or silent:
        return silent
    opening, closing = state.tokens[place], state.tokens[-1]
    opening.type, closing.type, opening.info = "aside_open", "aside_close", opening.meta["tag"]
    if '"' not in line:
        del state.tokens[place + 1 : place + 4]
    return True


def code_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of program code between the paragraphs of MDX: imports and exports."""
    if not _line(state, start).startswith(("import", "export")) or state.is_code_block(start):
        return False
    last = next((n for n in range(start + 1, min(start + _CODE, end)) if state.isEmpty(n)), min(start + _CODE, end))
    match = _CODE_LINES.match("\n".join(_line(state, line) for line in range(start, last)))
    if match is None or silent:
        return match is not None
    _push_hidden(state, "code", last if match[0].startswith("export") else start + match[0].count("\n") + 1)
    return True


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The address of a link, or the idiom for a comment; "[word]: explanation" that no link refers to is text."""
    match = _DEFINED.match(state.src, state.bMarks[start] + state.tShift[start])
    if match is not None and not silent and _explains(state, match[1], match[2]):
        return _push_explanation(state, start)
    if not reference(state, start, end, silent):
        return False
    if match is not None and not silent and (match[1] in ("//", "comment") and match[2] in ("#", "<>")):
        _push_hidden(state, "comments", state.line)
    return True


def _push_explanation(state: StateBlock, line: int) -> bool:
    """One line as a paragraph: on the next one a definition may follow."""
    state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.children = _line(state, line), []
    state.push("paragraph_close", "p", -1)
    state.line = line + 1
    return True


def _explains(state: StateBlock, label: str, address: str) -> bool:
    if label.startswith("^"):
        return True  # a note's label has no spaces; this is one that nothing reads
    if not _WORD.fullmatch(address):
        return False
    if "uses" not in state.env:
        state.env["uses"] = Counter(use.upper() for use in _BRACKETED.findall(state.src))
    return bool(state.env["uses"][label.upper()] < 2)


def _push_hidden(state: StateBlock, what: str, line: int) -> None:
    state.push("hidden", "", 0).info = what
    state.line = line


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _following(state: StateBlock, what: str, start: int, end: int, closes: Callable[[str], bool]) -> int:
    """The first line behind `start` that closes something, or -1, which is remembered for all lines up to `end`."""
    known: tuple[int, int] = state.env.get(what, (-1, -1))
    if known[0] <= start and end <= known[1]:
        return -1
    for line in range(start + 1, end):
        if closes(_line(state, line)):
            return line
    state.env[what] = (start, end)
    return -1
