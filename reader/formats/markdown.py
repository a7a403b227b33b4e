"""Markdown to paragraphs, from markdown-it's tokens (CommonMark and tables)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.formats.html import html_texts
from reader.formats.parsed import Parsed
from reader.text import Kind, Mark, MarkKind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reader.formats.commonmark import Parser

_INLINE_MARKS = {
    "strong": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "s": MarkKind.STRIKE,
    "link": MarkKind.LINK,
}
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:[A-Za-z_][\w-]*:.*\n|[ \t#-].*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FRONT_TITLE = re.compile(r"^title:[ \t]*(\S.*)$", re.MULTILINE)


def parse_markdown(text: str) -> Parsed:
    """Read a Markdown text; line ends are "\\n". HTML in it is reduced to its text."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return Parsed(list(BlockWalk().paragraphs(_parser().parse(text))))
    title = _FRONT_TITLE.search(front[1])
    parsed = list(BlockWalk().paragraphs(_parser().parse(text[front.end() :])))
    if title is None or any(p.kind is Kind.TITLE for p in parsed):
        return Parsed(parsed)
    return Parsed([Paragraph(title[1].rstrip().strip("\"'"), Kind.TITLE, level=1), *parsed])


def _parser() -> "Parser":
    from reader.formats.commonmark import Parser

    parser = Parser()
    parser.enable(["table", "strikethrough"])
    return parser


def _lone_items(tokens: Sequence["Token"]) -> frozenset[int]:
    """The ids of the tokens that open the only item of a list, which blank lines around it do not make loose."""
    lists: list[list[int]] = []
    lone: set[int] = set()
    for token in tokens:
        if token.type == "list_item_open":
            lists[-1].append(id(token))
        elif token.type.endswith("list_open"):
            lists.append([])
        elif token.type.endswith("list_close"):
            items = lists.pop()
            lone.update(items if len(items) == 1 else ())
    return frozenset(lone)


@dataclass
class BlockWalk:
    """Turns markdown-it's block tokens into paragraphs; the first heading of level 1 is the title.

    With `hyphens_lead_speech` a whole sentence after a hyphen, between blank lines, is not a list item
    but speech, as printed in Norwegian, and keeps its hyphen. The other fields are the state of the walk: the
    lists, quotes and cells that are open.
    """

    hyphens_lead_speech: bool = False
    lone_items: frozenset[int] = frozenset()
    markers: list[str] = field(default_factory=list)
    bullet: str = ""
    loose: bool = False
    alone: bool = False
    item_starts: bool = False
    quotes: int = 0
    heading: int = 0
    cell: bool = False
    titled: bool = False

    def paragraphs(self, tokens: Sequence["Token"]) -> Iterator[Paragraph]:
        """The paragraphs of further tokens, which must be those of whole blocks."""
        self.lone_items = _lone_items(tokens)
        for token in tokens:
            yield from self._feed(token)

    def _feed(self, token: "Token") -> Iterator[Paragraph]:
        if token.type == "inline":
            yield from self._text(token)
        elif token.type in ("fence", "code_block"):
            yield Paragraph(token.content.rstrip("\n"), Kind.CODE)
        elif token.type == "hr":
            yield Paragraph("", Kind.RULE)
        elif token.type == "html_block":
            yield from (Paragraph(text) for text in html_texts(token.content))
        else:
            self._enter_or_leave(token)

    def _enter_or_leave(self, token: "Token") -> None:
        name, step = token.type.removesuffix("_open").removesuffix("_close"), token.nesting
        if name == "list_item":
            self._list_item(token)
        elif name == "blockquote":
            self.quotes += step
        elif name == "heading":
            self.heading = int(token.tag[1]) if step > 0 else 0
        elif name in ("th", "td"):
            self.cell = step > 0
        elif name == "paragraph":
            self.loose = not token.hidden

    def _list_item(self, token: "Token") -> None:
        if token.nesting < 0:
            self.markers.pop()
            return
        self.markers.append(f"{token.info}{token.markup}" if token.info else "•")
        self.bullet = token.markup
        self.alone = id(token) in self.lone_items
        self.item_starts = True

    def _text(self, token: "Token") -> Iterator[Paragraph]:
        text, marks = inline_text(token.children or [])
        if not text:
            return
        paragraph = self._paragraph(text, marks)
        yield _as_speech(paragraph) if self._is_speech(paragraph) else paragraph

    def _paragraph(self, text: str, marks: tuple[Mark, ...]) -> Paragraph:
        if self.heading:
            return Paragraph(text, self._heading_kind(), marks, self.heading)
        if self.cell:
            return Paragraph(text, Kind.TABLE_CELL, marks)
        if self.markers and self.item_starts:
            self.item_starts = False
            return Paragraph(text, Kind.LIST_ITEM, marks, len(self.markers), self.markers[-1])
        return Paragraph(text, Kind.QUOTE if self.quotes else Kind.PARAGRAPH, marks, len(self.markers))

    def _is_speech(self, paragraph: Paragraph) -> bool:
        hyphen = self.hyphens_lead_speech and self.bullet == "-" and (self.loose or self.alone)
        whole = paragraph.text[0] in '«"“' or paragraph.text[0].isupper()
        return hyphen and paragraph.kind is Kind.LIST_ITEM and whole and paragraph.text[-1] in '.!?»"”:'

    def _heading_kind(self) -> Kind:
        if self.heading > 1 or self.titled:
            return Kind.HEADING
        self.titled = True
        return Kind.TITLE


def _as_speech(item: Paragraph) -> Paragraph:
    marks = tuple(replace(mark, start=mark.start + 2, end=mark.end + 2) for mark in item.marks)
    return Paragraph(f"- {item.text}", Kind.PARAGRAPH, marks)


def inline_text(tokens: Sequence["Token"]) -> tuple[str, tuple[Mark, ...]]:
    """The text of inline tokens, without mark-up and surrounding white space, and the marks on it."""
    inline = _Inline()
    for token in tokens:
        inline.feed(token)
    return inline.result()


@dataclass
class _Inline:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[tuple[int, str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def feed(self, token: "Token") -> None:
        if token.type == "softbreak":
            self._append(" ")
        elif token.type == "hardbreak":
            self._append("\n")
        elif token.type == "code_inline":
            self._mark(self.length, self.length + len(token.content), MarkKind.CODE)
            self._append(token.content)
        elif token.type == "image":
            self._append(inline_text(token.children or [])[0])
        elif token.type == "html_inline":
            self._append("\n" if re.match(r"<br\b", token.content, re.IGNORECASE) else "")
        elif token.nesting > 0:
            self.opened.append((self.length, str(token.attrGet("href") or "")))
        elif token.nesting < 0:
            start, href = self.opened.pop()
            self._mark(start, self.length, _INLINE_MARKS[token.type.removesuffix("_close")], href)
        else:
            self._append(token.content)

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _mark(self, start: int, end: int, kind: MarkKind, href: str = "") -> None:
        if end > start:
            self.marks.append(Mark(start, end, kind, href))

    def result(self) -> tuple[str, tuple[Mark, ...]]:
        whole = "".join(self.parts)
        text = whole.strip()
        offset = len(whole) - len(whole.lstrip())
        return text, _clip(self.marks, offset, len(text))


def _clip(marks: list[Mark], offset: int, length: int) -> tuple[Mark, ...]:
    """Move the marks `offset` to the left and clip them to the text; of two with the same start the wider is first."""
    moved = [(max(m.start - offset, 0), min(m.end - offset, length), m.kind, m.href) for m in marks]
    kept = [Mark(*values) for values in moved if values[0] < values[1]]
    return tuple(_outermost(sorted(kept, key=lambda mark: (mark.start, -mark.end))))


def _outermost(marks: list[Mark]) -> Iterator[Mark]:
    """Drop marks inside others of their kind, except links: they have no effect, and may be nested by the thousands."""
    ends: dict[MarkKind, int] = {}
    for mark in marks:
        if mark.kind is MarkKind.LINK or mark.end > ends.get(mark.kind, 0):
            ends[mark.kind] = mark.end
            yield mark
