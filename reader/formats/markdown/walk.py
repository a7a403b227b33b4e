"""Markdown's tokens to paragraphs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.components import is_component, show_command
from reader.formats.html import HtmlWalk
from reader.formats.html_scanner import SILENT
from reader.formats.inline import Inline, local
from reader.formats.markdown.notes import Notes
from reader.formats.markdown.origins import Origins
from reader.formats.tables import OpenCell
from reader.late_dataclasses import dataclass
from reader.text import Figure, Kind, Mark, MarkKind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

_INLINE_MARKS = {
    "strong": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "s": MarkKind.STRIKE,
    "link": MarkKind.LINK,
    "mark": None,
    "ins": MarkKind.UNDERLINE,
    "sup": MarkKind.SUPER,
    "sub": MarkKind.SUB,
}
_TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
# "> [!NOTE] Title", as GitHub and Obsidian have it.
_CALLOUT = re.compile(r"\[!([\w-]{1,40})(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+|$)")
# Blocks that are opened and closed, besides those that have their own branch.
_PLAIN = {"dt": Kind.TERM, "dd": Kind.DEFINITION}


@dataclass
class BlockWalk:
    """Turns markdown-it's block tokens into paragraphs; the first heading of level 1 is the title.

    `text` is the whole document, and `origins` records where its paragraphs come from, if that is asked for. The other
    fields are the state of the walk.
    """

    text: str = ""
    builder: Builder = field(default_factory=Builder)
    notes: Notes = field(default_factory=Notes)
    html: HtmlWalk = field(init=False)
    depths: list[int] = field(default_factory=list)
    tokens: Sequence["Token"] = ()
    at_line_start: bool = False
    origins: Origins | None = None

    def __post_init__(self) -> None:
        """Begin with an empty document."""
        self.html = HtmlWalk(self.builder, self.text, origins=self.origins.html if self.origins else None)

    def paragraphs(self, tokens: Sequence["Token"]) -> Iterator[Paragraph]:
        """The paragraphs of further tokens, which must be those of whole blocks."""
        start = len(self.builder.paragraphs)
        self.read(tokens)
        yield from self.builder.paragraphs[start:]

    def read(self, tokens: Sequence["Token"]) -> None:
        """Read further tokens, which must be those of whole blocks."""
        self.tokens = tokens
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._text(token)
            elif kind in _LEAVES:
                _LEAVES[kind](self, token)
            elif token.nesting > 0:
                self._open(kind[:-5], token, index)
            elif token.nesting < 0:
                self._close(kind[:-6])

    # Blocks

    def _open(self, name: str, token: "Token", index: int) -> None:
        builder = self.builder
        if name == "heading":
            builder.end()
            builder.heading = int(token.tag[1])
        elif name == "list_item":
            self._enter(builder.enter_item("markdown", f"{token.info}{token.markup}" if token.info else "•"))
        elif name == "blockquote":
            self._open_quote(index)
        elif name in ("th", "td"):
            if token.markup:
                builder.tables[-1].begin_row()
            self._enter(builder.enter_cell("markdown", OpenCell(head=name == "th", align=token.info)))
        elif name == "table":
            self._enter(builder.enter_table("markdown", wide=bool(token.info)))
        elif name == "aside":
            self._enter(builder.enter_aside("markdown", token.info))
        elif name in _PLAIN:
            self._enter(builder.enter("markdown", plain=_PLAIN[name]))

    def _enter(self, depth: int) -> None:
        self.depths.append(depth)

    def _close(self, name: str) -> None:
        if name == "heading":
            self.builder.heading = 0
        elif name in _ENTERED:
            self.builder.unwind(self.depths.pop())

    def _open_quote(self, index: int) -> None:
        """Open a quote, or what is written like one: a callout, whose sign goes; its title is a paragraph."""
        following = [token.type for token in self.tokens[index + 1 : index + 3]]
        children = self.tokens[index + 2].children if following == ["paragraph_open", "inline"] else None
        # The source is asked, where a bracket that is escaped has a backslash before it.
        sign = _CALLOUT.match(children[0].content) if children and children[0].type == "text" else None
        sign = sign if sign and self.tokens[index + 2].content.startswith("[") else None
        if sign is None or not children:
            self._enter(self.builder.enter_quote("markdown"))
            return
        self._enter(self.builder.enter_aside("markdown", sign[1].lower()))
        children[0].content = children[0].content[sign.end() :]
        end = next((place for place, child in enumerate(children) if child.type in _BREAKS), len(children))
        self._children(children[:end], self.tokens[index + 2])
        self.builder.end()
        del children[: end + 1]

    def _code(self, token: "Token") -> None:
        self.builder.end()
        text, language = token.content.rstrip("\n"), token.info.strip()
        if language == "math" or token.type == "math_block":
            self.builder.add(text, Kind.MATH)
        else:
            self.builder.add(text, Kind.CODE, (Mark(0, len(text), MarkKind.CODE, language),) * bool(language and text))

    def _html_block(self, token: "Token") -> None:
        if self.origins is None:
            self.html.block(token.content)
        else:
            with self.origins.of_html(token):
                self.html.block(token.content)

    def _rule(self, _: "Token") -> None:
        self.builder.end()
        self.builder.add("", Kind.RULE)

    def _hidden(self, token: "Token") -> None:
        self.builder.left_out[token.info] += 1
        if token.content:
            show_command(self.builder, token.content, paired=token.markup == "pair")

    def _hidden_in_line(self, token: "Token") -> None:
        self._hidden(token)
        self.builder.inline.skip()

    # Text

    def _text(self, token: "Token") -> None:
        builder, children, depth = self.builder, token.children or [], len(self.builder.frames)
        if builder.marker and children and token.content.startswith("["):
            self._take_task(children[0])
        self._children(children, token)
        builder.end()
        if builder.inline.opened:
            builder.inline.opened.clear()
        if len(builder.frames) > depth:
            builder.unwind(depth)

    def _take_task(self, first: "Token") -> None:
        if task := _TASK.match(first.content):
            self.builder.marker = "☐" if task[1] == " " else "☑"
            first.content = first.content[task.end() :]

    def _children(self, tokens: Sequence["Token"], block: "Token") -> None:
        """Read inline tokens of a block, without what stands in elements that are not shown."""
        position = 0
        hidden = _hidden_spans(tokens) if any(t.type == "html_inline" for t in tokens) else {}
        if self.origins is not None:
            self.origins.block = block
        while position < len(tokens):
            if position in hidden:
                self.builder.left_out["scripts"] += 1
                position = hidden[position]
            elif self.origins is None:
                self._child(tokens, position)
            else:
                with self.origins.of(tokens[position], self.builder):
                    self._child(tokens, position)
            position += 1

    def _child(self, tokens: Sequence["Token"], position: int) -> None:
        token = tokens[position]
        kind = token.type
        if kind == "text":
            self.builder.inline.append(token.content)
        elif kind == "html_inline":
            self.at_line_start = not position or tokens[position - 1].type == "softbreak"
            self.html.in_line = position + 1 < len(tokens) and tokens[position + 1].type != "softbreak"
            self._html(token)
        elif kind in _IN_LINE:
            _IN_LINE[kind](self, token)
        else:
            _feed(self.builder.inline, token)

    def _html(self, token: "Token") -> None:
        if token.content.startswith(("<!", "<?")):
            self.builder.left_out["comments"] += token.content.startswith("<!--")
        elif not _SILENT.match(token.content):
            if self.at_line_start and is_component(token.content.lstrip("</")):
                self.builder.end()
            self.html.tag(token.content)
            self.html.in_line = False

    def _reference(self, token: "Token") -> None:
        label, number = self.notes.referred(token)
        self.builder.inline.marked(f"[{label}]", MarkKind.NOTE, f"#note:{number}")

    def _name(self, token: "Token") -> None:
        for name in token.meta["names"]:
            self.builder.name(name)
        if token.info:
            self.builder.left_out[token.info] += 1


_ENTERED = frozenset({"list_item", "blockquote", "th", "td", "table", "aside", *_PLAIN})
_BREAKS = ("softbreak", "hardbreak")
_SILENT = re.compile(rf"</?({'|'.join(sorted(SILENT))})\b", re.IGNORECASE)
_LEAVES: dict[str, Callable[[BlockWalk, "Token"], None]] = {
    "fence": BlockWalk._code,
    "code_block": BlockWalk._code,
    "math_block": BlockWalk._code,
    "hr": BlockWalk._rule,
    "html_block": BlockWalk._html_block,
    "component": lambda walk, token: walk.html.alone(token.content),
    "hidden": BlockWalk._hidden,
}
_IN_LINE: dict[str, Callable[[BlockWalk, "Token"], None]] = {
    "footnote_ref": BlockWalk._reference,
    "named": BlockWalk._name,
    "hidden": BlockWalk._hidden_in_line,
}


def _hidden_spans(tokens: Sequence["Token"]) -> dict[int, int]:
    """The places of tags that open what is not shown, and the places of those that close it."""
    spans: dict[int, int] = {}
    closing: dict[str, int] = {}
    for place in reversed(range(len(tokens))):
        match = _SILENT.match(tokens[place].content) if tokens[place].type == "html_inline" else None
        if match and match[0].startswith("</"):
            closing[match[1].lower()] = place
        elif match and match[1].lower() in closing:
            spans[place] = closing[match[1].lower()]
    return spans


def _feed(inline: Inline, token: "Token") -> None:
    """Add an inline token that needs to know nothing of the document."""
    kind = token.type
    if kind == "softbreak":
        inline.append(" ")
    elif kind == "hardbreak":
        inline.append("\n")
    elif kind == "code_inline":
        inline.marked(token.content, MarkKind.CODE)
    elif kind == "math_inline":
        inline.marked(token.content, MarkKind.MATH)
    elif kind == "verbatim":
        inline.marked(token.content, MarkKind.VERBATIM)
    elif kind == "image":
        inline.image(_description(token.children or []), Figure(unquote(str(token.attrGet("src") or ""))))
    elif token.nesting > 0:
        inline.open(kind[:-5], _INLINE_MARKS[kind[:-5]], local(str(token.attrGet("href") or "")))
    elif token.nesting < 0:
        inline.close(kind[:-6])
    else:
        inline.append(token.content)


def _description(tokens: Sequence["Token"]) -> str:
    """The text of an image's description."""
    inline = Inline()
    for token in tokens:
        if token.type not in ("html_inline", "hidden", "named", "footnote_ref"):
            _feed(inline, token)
    return inline.take().text
