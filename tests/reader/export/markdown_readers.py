"""Markdown as read by independent parsers: mistune, and markdown-it with HTML enabled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import mistune
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

_CODE = {"block_code", "fence", "code_block"}
_BREAKS = {"linebreak", "softbreak", "hardbreak"}
# Elements that Markdown is written with, since it has no signs for what they say; they end no word.
_MARKS = {f"<{end}{name}>" for name in ("sup", "sub", "u") for end in ("", "/")}


@dataclass
class Found:
    """What a parser found in Markdown.

    Attributes:
        leaves: kind and text of each stretch; kinds are "list/text" (nested), "heading", "code", "rule", "cell".
        links: addresses.
        html: raw HTML.
        images: addresses of images.
    """

    leaves: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        return [text for _, text in self.leaves]


def by_mistune(source: str) -> Found:
    found = Found()
    parse = mistune.create_markdown(escape=False, renderer="ast", plugins=["table", "strikethrough", "math"])
    tokens = parse(source)
    assert isinstance(tokens, list)
    _walk(tokens, found, "")
    return found


def _walk(tokens: Sequence[dict[str, Any]], found: Found, inside: str) -> None:
    for token in tokens:
        match token["type"]:
            case "block_code":
                found.leaves.append((f"{inside}code", token["raw"]))
            case "thematic_break":
                found.leaves.append((f"{inside}rule", ""))
            case "block_html":
                found.html.append(token["raw"])
            case "blank_line":
                pass
            case "heading" | "paragraph" | "block_text" | "table_cell" as kind:
                name = {"heading": "heading", "table_cell": "cell"}.get(kind, "text")
                found.leaves.append((inside + name, "".join(_words(token.get("children", ()), found))))
            case kind:
                name = {"list": "list/", "block_quote": "quote/"}.get(kind, "")
                _walk(token.get("children", ()), found, inside + name)


def _words(tokens: Sequence[dict[str, Any]], found: Found) -> Iterator[str]:
    for token in tokens:
        kind = token["type"]
        if kind == "link":
            found.links.append(token["attrs"]["url"])
        elif kind == "image":
            found.images.append(token["attrs"]["url"])
        elif kind == "inline_html":
            if token["raw"] not in _MARKS:
                found.html.append(token["raw"])
                yield "\n"
            continue
        yield "\n" if kind in _BREAKS else token.get("raw", "")
        yield from _words(token.get("children", ()), found)


def by_markdown_it(source: str) -> Found:
    found, inside, kinds = Found(), [""], ["text"]
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(dollarmath_plugin)
    for token in parser.parse(source):
        name = token.type.rsplit("_", 1)[0]
        if token.type == "inline":
            found.leaves.append((inside[-1] + kinds[-1], "".join(_pieces(token.children or [], found))))
        elif token.type in _CODE:
            found.leaves.append((f"{inside[-1]}code", token.content))
        elif token.type == "hr":
            found.leaves.append((f"{inside[-1]}rule", ""))
        elif token.type == "html_block":
            found.html.append(token.content)
        elif token.nesting > 0:
            inside.append(
                inside[-1] + {"bullet_list": "list/", "ordered_list": "list/", "blockquote": "quote/"}.get(name, "")
            )
            kinds.append({"heading": "heading", "th": "cell", "td": "cell"}.get(name, "text"))
        else:
            inside.pop()
            kinds.pop()
    return found


def _pieces(tokens: Sequence[Token], found: Found) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            found.links.append(str(token.attrGet("href")))
        elif token.type == "image":
            found.images.append(str(token.attrGet("src")))
        elif token.type == "html_inline":
            if token.content not in _MARKS:
                found.html.append(token.content)
                yield "\n"
            continue
        yield "\n" if token.type in _BREAKS else token.content
