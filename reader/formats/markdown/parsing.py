"""Markdown to paragraphs: CommonMark, tables, notes and what its dialects have, and the HTML in it."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.formats.building import Builder
from reader.formats.left_out import left_out_sentences
from reader.formats.markdown.frontmatter import FrontMatter, front_matter
from reader.formats.markdown.walk import BlockWalk
from reader.formats.parsed import Parsed
from reader.formats.stated_titles import folded, with_title
from reader.text import Kind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reader.formats.commonmark import Parser


def parse_markdown(text: str) -> Parsed:
    """Read a Markdown text; line ends are "\\n"."""
    from reader.formats.commonmark import Parser  # late: markdown-it takes 0.1 s

    front = front_matter(text)
    body = body_of(text, front)
    walk = BlockWalk(text=body)
    read_body(walk, tokens_of(body, Parser()))
    return parsed(walk.builder, front)


def body_of(text: str, front: FrontMatter) -> str:
    """The text behind its front matter, or with what stands there instead."""
    return front.letter + text[front.length :]


def tokens_of(body: str, parser: "Parser") -> "Sequence[Token]":
    """The tokens of a text."""
    from reader.formats.markdown.dialects import environment, extend

    parser.enable(["table", "strikethrough"])
    extend(parser, body)
    return parser.parse(body, environment(body))


def read_body(walk: BlockWalk, tokens: "Sequence[Token]") -> None:
    """Read the tokens of a whole text, its notes last."""
    walk.read(walk.notes.without(tokens) if "[^" in walk.text else tokens)
    walk.builder.unwind(0)
    for label, number, content in walk.notes.following():
        depth = walk.builder.enter_note(label, number)
        walk.read(content)
        walk.builder.unwind(depth)


def parsed(builder: Builder, front: FrontMatter) -> Parsed:
    """What has been read, with the title that only the front matter has."""
    left_out = Counter({"values": front.others, "tables": builder.layout.wide}) + builder.left_out
    targets = builder.targets()
    title = _missing_title(builder.paragraphs, front)
    paragraphs: Sequence[Paragraph] = builder.paragraphs
    if title:
        paragraphs, targets = with_title(paragraphs, targets, title)
    figures = tuple(builder.figures)
    return Parsed(paragraphs, figures, targets, front.metadata, left_out_sentences(left_out), builder.languages)


def _missing_title(paragraphs: Sequence[Paragraph], front: FrontMatter) -> str:
    """The title that only the front matter has."""
    return "" if heading_of(paragraphs, front) >= 0 else front.metadata.get("title", "")


def heading_of(paragraphs: Sequence[Paragraph], front: FrontMatter) -> int:
    """The index of the heading that has the title in the front matter; -1 if there is none."""
    title = folded(front.metadata.get("title", ""))
    headings = ((n, p) for n, p in enumerate(paragraphs) if p.kind in (Kind.TITLE, Kind.HEADING) and p.level == 1)
    return next((index for index, heading in headings if folded(heading.text) == title), -1)
