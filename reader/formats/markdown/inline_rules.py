"""Rules for what Markdown's dialects have in a line, in markdown-it's form.

Maths, attributes and references of notes are our own: those of mdit-py-plugins look ahead without a limit, take prices
for formulas, and miss headings. What is not text becomes a token "hidden" (`info` says what it was) or "named"
(`meta["names"]` are the names that it gives).
"""

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader import late_re as re

# How far a comment may reach.
_REACH = 2000
_NOTE = re.compile(r"\[\^([^\]\[\s]{1,200}+)\]")
_MATH = re.compile(r"(\$\$?)(?![\s$])((?>(?:[^$\\]|\\[\s\S])+))(?<!\s)\1(?![\w$])")
# An amount and words: "$6, og 5$" is no formula.
_PRICE = re.compile(r"\d[^\\]*?\s[^\W\d_]{2,}\s")
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,500}+)(?:\|([^\[\]\n]{1,500}+))?\]\](?![(\[])")
_SIZE = re.compile(r"(?:^|\|)[ \t]*\d+(?:x\d+)?[ \t]*$")
_MEDIA = re.compile(r".*\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|mp[34]|webm|ogg|wav|m4a|mov|pdf)", re.IGNORECASE)
_ATTRIBUTE = r"(?:[.#][A-Za-zÆØÅæøå_][\w:.-]*+|[A-Za-z_][\w:.-]*+=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}]++))"
_ATTRIBUTES = re.compile(rf"\{{:?[ \t]*+{_ATTRIBUTE}(?>(?:[ \t]++{_ATTRIBUTE})*)(?>(?:[ \t]++-)?)[ \t]*+\}}|\{{-\}}")
_ID = re.compile(r"#([\w:.-]+)")
_BLOCK_ID = re.compile(r"\^(?=[\w-]*[A-Za-z])([A-Za-z0-9-]{2,40})[ \t]*+(?=\n\s*+\Z|\Z)")


def note_reference(state: StateInline, silent: bool) -> bool:
    """The reference of a note that there is: "[^label]"."""
    match = _NOTE.match(state.src, state.pos)
    if match is None or ":" + match[1] not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if silent:
        state.pos += 1  # as for any bracket: a whole token would be a link, and no link may stand around one
        return True
    token = state.push("footnote_ref", "", 0)
    token.meta = {"label": match[1]}
    state.pos = match.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:
    """A note in its reference: "^[its text]", not in another one."""
    start = state.pos
    if not state.src.startswith("^[", start) or state.env.get("in_note"):
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0 or not state.src[start + 2 : end].strip():
        return False
    if not silent:
        inner: list[Token] = []
        content = Token("inline", "", 0, content=state.src[start + 2 : end], children=inner)
        state.env["in_note"] = True
        state.md.inline.parse(content.content, state.md, state.env, inner)
        state.env["in_note"] = False
        token = state.push("footnote_ref", "", 0)
        token.meta, token.children = {"label": ""}, [content]
    state.pos = end + 1
    return True


def math(state: StateInline, silent: bool) -> bool:
    """Formulas between dollars, but no prices: "$5 og $6", "5$ og 6$"."""
    position = state.pos
    if state.src[position] != "$" or (
        position and (state.src[position - 1].isalnum() or state.src[position - 1] == "$")
    ):
        return False
    match = _MATH.match(state.src, position)
    if match is None or _PRICE.match(match[2]):
        return False
    return _push(state, silent, match.end(), "math_inline", content=match[2])


def _push(state: StateInline, silent: bool, end: int, kind: str, **given: object) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        for name, value in given.items():
            setattr(token, name, value)
    state.pos = end
    return True


def wiki_link(state: StateInline, silent: bool) -> bool:
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
    page, sign, place = match[2].partition("#")
    link = state.push("link_open", "a", 1)
    name = place if page else re.sub(r"[^\w\- ]", "", place.lower()).replace(" ", "-")
    link.attrs = {"href": f"{page}{sign}{name}"}
    state.push("text", "", 0).content = (match[3] or match[2]).strip().removeprefix("#")
    state.push("link_close", "a", -1)


def _push_embedded(state: StateInline, match: re.Match[str]) -> None:
    """An image; of another page that a page shows in it, which is not in the file, its name."""
    if not _MEDIA.fullmatch(match[2]):
        _push_wiki_link(state, match)
        return
    image = state.push("image", "img", 0)
    image.attrs, image.children = {"src": match[2]}, []
    if words := _SIZE.sub("", match[3] or "").strip():
        image.children = [Token("text", "", 0, content=words)]


def jsx_comment(state: StateInline, silent: bool) -> bool:
    """A comment of MDX: "{/* ... */}"."""
    end = state.src.find("*/}", state.pos, state.pos + _REACH) if state.src.startswith("{/*", state.pos) else -1
    return end >= 0 and _push(state, silent, end + 3, "hidden", info="comments")


def attributes(state: StateInline, silent: bool) -> bool:
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


def block_id(state: StateInline, silent: bool) -> bool:
    """The name that Obsidian gives a block at its end: " ^oppg1"; "5 ^ 2" is none."""
    position = state.pos
    match = _BLOCK_ID.match(state.src, position) if state.src[position] == "^" else None
    if match is None or state.src[position - 1 : position] not in ("", " ", "\n", "\t"):
        return False
    return _push(state, silent, match.end(), "named", info="", meta={"names": ["^" + match[1]]})


def comment(state: StateInline, silent: bool) -> bool:
    """A comment between "%%"; not "100 %%" or "50%% av 60%%"."""
    position = state.pos
    before, after = state.src[position - 1 : position], state.src[position + 2 : position + 3]
    if not state.src.startswith("%%", position) or before.isalnum() or after in ("", "%"):
        return False
    if after.isspace() and state.src[max(position - 2, 0) : position].rstrip()[-1:].isdigit():
        return False
    end = state.src.find("%%", position + 2, position + _REACH)
    if end < 0 or (state.src[end + 2 : end + 3].isalnum() and not state.src[end - 1].isspace()):
        return False
    return _push(state, silent, end + 2, "hidden", info="comments")
