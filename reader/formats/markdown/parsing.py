"""Markdown to paragraphs: CommonMark, tables, notes and what its dialects have, and the HTML in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.building import Builder
from reader.formats.left_out import left_out_sentences
from reader.formats.markdown.frontmatter import FrontMatter, front_matter
from reader.formats.markdown.walk import BlockWalk
from reader.formats.parsed import Parsed
from reader.text import Kind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token


def parse_markdown(text: str) -> Parsed:
    """Read a Markdown text; line ends are "\\n"."""
    front = front_matter(text)
    body = front.letter + text[front.length :]
    walk = BlockWalk(text=body)
    tokens = _tokens(body)
    walk.read(walk.notes.without(tokens) if "[^" in body else tokens)
    walk.builder.unwind(0)
    for label, number, tokens in walk.notes.following():
        depth = walk.builder.enter_note(label, number)
        walk.read(tokens)
        walk.builder.unwind(depth)
    return _parsed(walk.builder, front)


def _tokens(text: str) -> "Sequence[Token]":
    from reader.formats.commonmark import Parser  # late: markdown-it takes 0.1 s
    from reader.formats.markdown.dialects import environment, extend

    parser = Parser()
    parser.enable(["table", "strikethrough"])
    extend(parser, text)
    return parser.parse(text, environment(text))


def _parsed(builder: Builder, front: FrontMatter) -> Parsed:
    left_out = Counter({"values": front.others, "tables": builder.layout.wide}) + builder.left_out
    targets = builder.targets()
    title = _missing_title(builder.paragraphs, front)
    paragraphs: Sequence[Paragraph] = builder.paragraphs
    if title:
        paragraphs = [Paragraph(title, Kind.TITLE, level=1), *map(_without_title, paragraphs)]
        targets = {name: place + 1 for name, place in targets.items()}
    figures = tuple(builder.figures)
    return Parsed(paragraphs, figures, targets, front.metadata, left_out_sentences(left_out), builder.languages)


def _missing_title(paragraphs: Sequence[Paragraph], front: FrontMatter) -> str:
    """The title that only the front matter has."""
    title = front.metadata.get("title", "")
    headings = (p.text for p in paragraphs if p.kind in (Kind.TITLE, Kind.HEADING) and p.level == 1)
    return "" if any(_plain(heading) == _plain(title) for heading in headings) else title


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _without_title(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, kind=Kind.HEADING) if paragraph.kind is Kind.TITLE else paragraph
