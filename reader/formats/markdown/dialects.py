"""Rules for what Markdown's dialects add, in markdown-it's form; imported late, as it is.

Footnotes, definition lists and admonitions are mdit-py-plugins'. The rest is our own: its front matter knows only
"---", its attributes and containers need their names in advance or miss headings, its maths and its references of
notes look ahead without a limit, and wiki links, comments and shortcodes it has not. Each rule is switched on only if
its sign is in the text, so that a text without any costs nothing.

What is not text becomes a token "hidden" (`info` says what it was) or "named" (`meta["names"]` are those it gives).
"""

import re
from collections import Counter
from collections.abc import Callable

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.admon.index import admonition
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from reader.formats.commonmark import Parser

# How far a shortcode or comment may reach.
_REACH = 2000
_NOTE = re.compile(r"\[\^([^\]\[\s]{1,200}+)\]")
_NOTE_DEFINITION = re.compile(r"\[\^[^\]\[\s]{1,200}+\]:")
_MATH = re.compile(r"(\$\$?)(?![\s$])((?:[^$\\]|\\[\s\S])++)(?<!\s)\1(?![\w$])")
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,500}+)(?:\|([^\[\]\n]{1,500}+))?\]\](?![(\[])")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_COMMANDS = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"))
_ATTRIBUTE = (
    r"(?:[.#][A-Za-zÆØÅæøå_][\w:.-]*+|[A-Za-z_][\w:.-]*+=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}]++))"
)
_ATTRIBUTES = re.compile(rf"\{{:?[ \t]*+{_ATTRIBUTE}(?:[ \t]++{_ATTRIBUTE})*+(?:[ \t]++-)?+[ \t]*+\}}|\{{-\}}")
_ID = re.compile(r"#([\w:.-]+)")
_BLOCK_ID = re.compile(r"\^(?=[\w-]*[A-Za-z])([A-Za-z0-9-]{2,40})[ \t]*(?=\n|\Z)")
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


def extend(parser: Parser, text: str) -> None:
    """Switch on what `text` has signs of."""
    for signs, add in _RULES:
        if any(sign in text for sign in signs) and (add not in _AT_LINES or _AT_LINES[add].search(text)):
            add(parser)


# Notes


def _add_notes(parser: Parser) -> None:
    parser.block.ruler.before("reference", "footnote_def", _note_definition, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote_ref", _note_reference)


def _note_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not _NOTE_DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return footnote_def(state, start, end, silent)


def _note_reference(state: StateInline, silent: bool) -> bool:
    match = _NOTE.match(state.src, state.pos)
    if match is None or ":" + match[1] not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"label": match[1]}
    state.pos = match.end()
    return True


def _add_inline_notes(parser: Parser) -> None:
    parser.inline.ruler.before("link", "footnote_inline", _inline_note)


def _inline_note(state: StateInline, silent: bool) -> bool:
    """A note in its reference: "^[its text]", not in another one."""
    start = state.pos
    if not state.src.startswith("^[", start) or state.env.get("in_note"):
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0 or not state.src[start + 2 : end].strip():
        return False
    if not silent:
        content = Token("inline", "", 0, content=state.src[start + 2 : end], children=[])
        state.env["in_note"] = True
        state.md.inline.parse(content.content, state.md, state.env, content.children or [])
        state.env["in_note"] = False
        token = state.push("footnote_ref", "", 0)
        token.meta, token.children = {"label": ""}, [content]
    state.pos = end + 1
    return True


# In a line


def _add_math(parser: Parser) -> None:
    parser.inline.ruler.before("escape", "math_inline", _math)
    parser.block.ruler.before("fence", "math_block", _math_block, {"alt": ["paragraph", "reference", "blockquote"]})


def _math(state: StateInline, silent: bool) -> bool:
    """Formulas between dollars, but no prices: "$5 og $6", "5$ og 6$"."""
    position = state.pos
    if state.src[position] != "$" or (position and (state.src[position - 1].isalnum() or state.src[position - 1] == "$")):
        return False
    match = _MATH.match(state.src, position)
    if match is None:
        return False
    return _push(state, silent, match.end(), "math_inline", content=match[2])


def _push(state: StateInline, silent: bool, end: int, kind: str, **given: object) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        for name, value in given.items():
            setattr(token, name, value)
    state.pos = end
    return True


def _add_wiki_links(parser: Parser) -> None:
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """A link as in wikis and Obsidian: "[[page]]", "[[page|words]]", "![[image.png|words]]"."""
    match = _WIKI.match(state.src, state.pos) if state.src[state.pos] in "[!" else None
    if match is None or _is_no_page(match[2], state):
        return False
    if not silent:
        _push_embedded(state, match) if match[1] else _push_wiki_link(state, match)
    state.pos = match.end()
    return True


def _is_no_page(name: str, state: StateInline) -> bool:
    """Whether it only looks like a page: a number as of a citation, a test of a shell, a defined reference."""
    defined = name.upper() in state.env.get("references", {}) or name.startswith("^")
    return name != name.strip() or not any(map(str.isalpha, name)) or defined


def _push_wiki_link(state: StateInline, match: re.Match[str]) -> None:
    page, _, place = match[2].partition("#")
    link = state.push("link_open", "a", 1)
    link.attrs = {"href": page or "#" + re.sub(r"[^\w\- ]", "", place.lower()).replace(" ", "-")}
    state.push("text", "", 0).content = (match[3] or match[2]).strip().removeprefix("#")
    state.push("link_close", "a", -1)


def _push_embedded(state: StateInline, match: re.Match[str]) -> None:
    image = state.push("image", "img", 0)
    image.attrs, image.children = {"src": match[2]}, []
    if match[3] and not _SIZE.fullmatch(match[3].strip()):
        image.children = [Token("text", "", 0, content=match[3])]


def _add_commands(parser: Parser) -> None:
    parser.inline.ruler.before("link", "commands", _command)


def _command(state: StateInline, silent: bool) -> bool:
    """What tells a website generator to do something; "{{navn}}" is a place for text, and stays."""
    for opening, closing in _COMMANDS:
        if state.src.startswith(opening, state.pos):
            end = state.src.find(closing, state.pos + len(opening), state.pos + _REACH)
            if end >= 0:
                return _push(state, silent, end + len(closing), "hidden", info="commands")
    return False


def _add_jsx_comments(parser: Parser) -> None:
    parser.inline.ruler.before("link", "jsx_comment", _jsx_comment)


def _jsx_comment(state: StateInline, silent: bool) -> bool:
    end = state.src.find("*/}", state.pos, state.pos + _REACH) if state.src.startswith("{/*", state.pos) else -1
    return end >= 0 and _push(state, silent, end + 3, "hidden", info="comments")


def _add_attributes(parser: Parser) -> None:
    parser.inline.ruler.before("link", "attributes", _attributes)


def _attributes(state: StateInline, silent: bool) -> bool:
    """Attributes in braces at the end of a line or behind something in marks; "{navn}" in a sentence is text."""
    position = state.pos
    match = _ATTRIBUTES.match(state.src, position) if state.src[position] == "{" else None
    if match is None or state.src[position - 1 : position] == "{":
        return False
    rest = state.src[match.end() : match.end() + 1]
    before = state.src[position - 1 : position]
    line_ends = rest in ("", "\n") and before in ("", " ", "\t", "\n")
    if not line_ends and before not in tuple(")`]*_$"):
        return False
    if not silent and state.pending:
        state.pending = state.pending.rstrip(" \t")
    names = _ID.findall(match[0])
    return _push(state, silent, match.end(), "named", info="attributes", meta={"names": names})


def _add_block_ids(parser: Parser) -> None:
    parser.inline.ruler.before("link", "block_id", _block_id)


def _block_id(state: StateInline, silent: bool) -> bool:
    """The name that Obsidian gives a block at its end: " ^oppg1"; "5 ^ 2" is none."""
    position = state.pos
    match = _BLOCK_ID.match(state.src, position) if state.src[position] == "^" else None
    if match is None or state.src[position - 1 : position] not in ("", " ", "\n", "\t"):
        return False
    if state.src[match.end() :].strip():
        return False
    return _push(state, silent, match.end(), "named", info="", meta={"names": ["^" + match[1]]})


def _add_comments(parser: Parser) -> None:
    parser.inline.ruler.before("link", "obsidian_comment", _comment)
    parser.block.ruler.before("fence", "obsidian_comments", _comment_block, {"alt": ["paragraph", "reference"]})


def _comment(state: StateInline, silent: bool) -> bool:
    """A comment between "%%"; not "100 %%" or "50%% av 60%%"."""
    position = state.pos
    before, after = state.src[position - 1 : position], state.src[position + 2 : position + 3]
    if not state.src.startswith("%%", position) or before.isalnum() or after in ("", "%"):
        return False
    end = state.src.find("%%", position + 2, position + _REACH)
    if end < 0 or (state.src[end + 2 : end + 3].isalnum() and not state.src[end - 1].isspace()):
        return False
    return _push(state, silent, end + 2, "hidden", info="comments")


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line "%%", everything below, and the next such line."""
    if _line(state, start) != "%%" or state.is_code_block(start):
        return False
    closing = _following(state, "comment", start, end, lambda line: line.endswith("%%"))
    if closing < 0 or silent:
        return closing >= 0
    _push_hidden(state, "comments", closing + 1)
    return True


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


# Blocks


def _math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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


def _add_containers(parser: Parser) -> None:
    alternatives = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "container", _container, {"alt": alternatives})


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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
    state.md.block.tokenize(state, start + 1, last)
    state.push("aside_close", "div", -1)
    state.parentType, state.lineMax, state.line = parent, line_max, last + 1


def _add_admonitions(parser: Parser) -> None:
    admon_plugin(parser)
    alternatives = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("admonition", _admonition, {"alt": alternatives})


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An admonition with something in it and a title only if one is given; "!!! Husk dette" is text."""
    line = _line(state, start)
    if not _ADMONITION.match(line):
        return False
    following = next((n for n in range(start + 1, min(start + 3, end)) if not state.isEmpty(n)), end)
    if following == end or state.sCount[following] < state.blkIndent + 4:
        return False
    place = len(state.tokens)
    if not admonition(state, start, end, silent) or silent:
        return silent
    opening, closing = state.tokens[place], state.tokens[-1]
    opening.type, closing.type, opening.info = "aside_open", "aside_close", opening.meta["tag"]
    if '"' not in line:
        del state.tokens[place + 1 : place + 4]
    return True


def _add_definition_lists(parser: Parser) -> None:
    deflist_plugin(parser)


def _add_code_lines(parser: Parser) -> None:
    parser.block.ruler.before("paragraph", "code_lines", _code_lines)


def _code_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of program code between the paragraphs of MDX: imports and exports."""
    if not _line(state, start).startswith(("import", "export")) or state.is_code_block(start):
        return False
    last = next((n for n in range(start + 1, min(start + _CODE, end)) if state.isEmpty(n)), min(start + _CODE, end))
    match = _CODE_LINES.match("\n".join(_line(state, line) for line in range(start, last)))
    if match is None or silent:
        return match is not None
    _push_hidden(state, "code", last if match[0].startswith("export") else start + match[0].count("\n") + 1)
    return True


# Definitions of links


def _add_definitions(parser: Parser) -> None:
    parser.block.ruler.at("reference", _definition)


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The address of a link, or the idiom for a comment; "[word]: explanation" that no link refers to is text."""
    match = _DEFINED.match(state.src, state.bMarks[start] + state.tShift[start])
    if match is not None and _explains(state, match[1], match[2]):
        return False
    if not reference(state, start, end, silent):
        return False
    if match is not None and not silent and (match[1] in ("//", "comment") and match[2] in ("#", "<>")):
        _push_hidden(state, "comments", state.line)
    return True


def _explains(state: StateBlock, label: str, address: str) -> bool:
    if label.startswith("^"):
        return True
    if not _WORD.fullmatch(address):
        return False
    if "uses" not in state.env:
        state.env["uses"] = Counter(use.upper() for use in _BRACKETED.findall(state.src))
    return bool(state.env["uses"][label.upper()] < 2)


# By signs that are found fast: a text of megabytes is searched for each.
_RULES: tuple[tuple[tuple[str, ...], Callable[[Parser], None]], ...] = (
    (("[^",), _add_notes),
    (("^[",), _add_inline_notes),
    (("]:",), _add_definitions),
    (("$",), _add_math),
    (("[[",), _add_wiki_links),
    (("{{<", "{{%", "{%"), _add_commands),
    (("{/*",), _add_jsx_comments),
    (("{",), _add_attributes),
    ((" ^", "\n^", "\t^"), _add_block_ids),
    (("%%",), _add_comments),
    ((":::",), _add_containers),
    (("!!!", "???"), _add_admonitions),
    ((": ", "~ ", ":\t", "~\t"), _add_definition_lists),
    (("import ", "export "), _add_code_lines),
)
# Signs that are common in other places are looked for again.
_AT_LINES: dict[Callable[[Parser], None], re.Pattern[str]] = {
    _add_definition_lists: re.compile(r"\n[ \t>]*[:~][ \t]"),
    _add_code_lines: re.compile(r"(?:\A|\n)(?:import|export) "),
}
