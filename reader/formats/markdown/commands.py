"""Rules for what tells the program that makes a web page of a text to do something: Hugo's and Liquid's commands.

What a command shows in a line is not known: it stays as it is written. One that begins or ends something, or that
decides what is shown, is not text, nor is one that stands alone; what it names for readers is (see `show_command`).
"""

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from reader import late_re as re
from reader.formats.markdown.block_lines import following, line_at, push_hidden

# How far a command may reach: in characters, and in lines.
_REACH, _LINES = 2000, 50
_COMMAND = re.compile(
    rf"\{{\{{<([\s\S]{{1,{_REACH}}}?)>\}}\}}|\{{\{{%([\s\S]{{1,{_REACH}}}?)%\}}\}}|\{{%([\s\S]{{1,{_REACH}}}?)%\}}"
)
_OPENING = re.compile(r"\{\{[<%]|\{%")
# The value of a variable, "{{ page.title }}", or a place for text, "{{navn}}".
_VARIABLE = re.compile(r"(?<!\{)\{\{(?![<%{])[^{}\n]{0,200}?[^\W_][^{}\n]{0,200}\}\}(?!\})")
# A name that a command closes.
_CLOSED = re.compile(r"\{(?:\{[<%]|%)-?[ \t]*(?:/[ \t]*|end)([\w./-]+)")
_ADDRESS = re.compile(
    r"\(((?>(?:[^\s(){}]|\{\{[<%]?[^{}\n]{1,500}\}\}|\{%[^{}\n]{1,500}%\})+))(?:[ \t]+\"[^\"\n]*\")?\)"
)
_QUOTED = re.compile(r"[\"'`]([^\"'`\n]*)[\"'`]")
# Commands of Liquid that show nothing themselves; what stands on both sides of "else" must not touch.
_SILENT = frozenset({"assign", "set", "break", "continue", "layout", "extends"})
# What stands between these is program code.
_CODE = frozenset({"highlight", "codeblock", "code", "mermaid"})


def closed_names(text: str) -> frozenset[str]:
    """The names of the commands that a text closes somewhere."""
    return frozenset(_CLOSED.findall(text))


def command(state: StateInline, silent: bool) -> bool:
    """A command in a line: left out where it is one of a pair, else as it is written."""
    match = _COMMAND.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        inner = next(filter(None, match.groups())).strip()
        if inner.startswith("/*"):  # how a command is shown
            state.push("verbatim", "", 0).content = match[0].replace("/*", "", 1).replace("*/", "", 1)
        elif _is_silent(inner, state.env.get("closed", ())):
            token = state.push("hidden", "", 0)
            token.info, token.content, token.markup = "commands", match[0], "pair"
        else:
            state.push("verbatim", "", 0).content = match[0]
    state.pos = match.end()
    return True


def _is_silent(inner: str, closed: "frozenset[str] | tuple[()]") -> bool:
    name = _name(inner)
    return name.startswith(("/", "end")) or name in _SILENT or (name in closed and not inner.endswith("/"))


def _name(inner: str) -> str:
    return next(iter(inner.strip("- \t\n").split()), "")


def variable(state: StateInline, silent: bool) -> bool:
    """The value of a variable of the program, which stays as it is written."""
    match = _VARIABLE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("verbatim", "", 0).content = match[0]
    state.pos = match.end()
    return True


def command_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of nothing but commands, and code between two commands."""
    first = line_at(state, start)
    if not _OPENING.match(first) or state.is_code_block(start):
        return False
    last = next((n for n in range(start + 1, min(start + _LINES, end)) if state.isEmpty(n)), min(start + _LINES, end))
    lines = [line_at(state, line) for line in range(start, last)]
    content = ""
    for number, line in enumerate(lines):
        content += line
        rest = _COMMAND.sub("", content).strip()
        if not rest:
            return silent or _push_command(state, content, start, start + number + 1, end)
        if not _OPENING.match(rest):
            return False
        content += "\n"
    return False


def _push_command(state: StateBlock, content: str, start: int, behind: int, end: int) -> bool:
    match = _COMMAND.match(content)
    inner = next(filter(None, match.groups())).strip() if match and match.end() == len(content) else ""
    name = _name(inner)
    if (name in _CODE or name == "comment") and name in state.env.get("closed", ()):
        last = following(state, f"command {name}", behind - 1, end, lambda line: bool(_closes(line, name)))
        if last >= 0:
            return _push_between(state, inner, behind, last)
    for each in _COMMAND.finditer(content):
        push_hidden(state, "commands", behind, each[0])
        inner = next(filter(None, each.groups())).strip()
        state.tokens[-1].markup = "pair" * (_name(inner) in state.env.get("closed", ()))
    return True


def _closes(line: str, name: str) -> bool:
    found = _CLOSED.match(line)
    return found is not None and found[1] == name


def _push_between(state: StateBlock, inner: str, start: int, last: int) -> bool:
    name, *given = inner.strip("- \t").split()
    if name == "comment":
        return push_hidden(state, "comments", last + 1)
    fence = state.push("fence", "code", 0)
    fence.info = name if name == "mermaid" else next(iter(given), "").strip("\"'")
    fence.content = state.getLines(start, last, state.blkIndent, True)
    state.line = last + 1
    return True


def link_by_command(state: StateInline, silent: bool) -> bool:
    """A link or image whose address a website generator makes: '[words]({{< ref "page.md" >}})'."""
    is_image = state.src.startswith("![", state.pos)
    if not (is_image or state.src[state.pos] == "[") or "](" not in state.src:
        return False
    start = state.pos + is_image
    end = parseLinkLabel(state, start)
    match = _ADDRESS.match(state.src, end + 1) if end >= 0 else None
    if match is None or "{" not in match[1]:
        return False
    if not silent and is_image:
        image = state.push("image", "img", 0)
        image.attrs, image.children = {"src": _address(match[1])}, []
        state.md.inline.parse(state.src[start + 1 : end], state.md, state.env, image.children)
    elif not silent:
        _push_link(state, start + 1, end, _address(match[1]))
    state.pos = match.end()
    return True


def _push_link(state: StateInline, start: int, end: int, address: str) -> None:
    stop = state.posMax
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.pos, state.posMax = start, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.posMax = stop
    state.push("link_close", "a", -1)


def _address(written: str) -> str:
    """The address, as far as it is written: the page that a command is asked for, and what stands around."""
    found = _VARIABLE.sub("", _COMMAND.sub(_page, written))
    return found or written


def _page(match: re.Match[str]) -> str:
    inner = next(filter(None, match.groups())).strip()
    if quoted := _QUOTED.search(inner):
        return quoted[1]
    return " ".join(inner.split()[1:2])
