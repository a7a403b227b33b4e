"""Markdown to paragraphs: CommonMark, tables, notes and what its dialects have, and the HTML in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import Message, plural, template
from reader.formats.building import Builder
from reader.formats.markdown.frontmatter import FrontMatter, front_matter
from reader.formats.markdown.walk import BlockWalk
from reader.formats.parsed import Parsed
from reader.text import Kind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

# What has been left out, or read otherwise than as it was meant: one, and any other number.
_LEFT_OUT = {
    "values": (
        template("One further value at the beginning of the file was left out."),
        template("{count} further values at the beginning of the file were left out."),
    ),
    "comments": (template("One comment was left out."), template("{count} comments were left out.")),
    "scripts": (
        template("One script, style or template was left out."),
        template("{count} scripts, styles and templates were left out."),
    ),
    "attributes": (
        template("One set of attributes in braces was left out."),
        template("{count} sets of attributes in braces were left out."),
    ),
    "commands": (
        template("One command for the program that makes the web page was left out."),
        template("{count} commands for the program that makes the web page were left out."),
    ),
    "layout": (
        template("One page break or place for a list of contents was left out."),
        template("{count} page breaks and places for lists of contents were left out."),
    ),
    "hidden": (
        template("One part that the page hides was left out."),
        template("{count} parts that the page hides were left out."),
    ),
    "code": (
        template("One import or export of program code was left out."),
        template("{count} imports and exports of program code were left out."),
    ),
    "tables": (
        template("One table was too large for a grid and is shown as paragraphs."),
        template("{count} tables were too large for a grid and are shown as paragraphs."),
    ),
}


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
    return Parsed(paragraphs, figures, targets, front.metadata, _said(left_out), builder.languages)


def _missing_title(paragraphs: Sequence[Paragraph], front: FrontMatter) -> str:
    """The title that only the front matter has."""
    title = front.metadata.get("title", "")
    headings = (p.text for p in paragraphs if p.kind in (Kind.TITLE, Kind.HEADING) and p.level == 1)
    return "" if any(_plain(heading) == _plain(title) for heading in headings) else title


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _without_title(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, kind=Kind.HEADING) if paragraph.kind is Kind.TITLE else paragraph


def _said(left_out: Counter[str]) -> tuple[Message, ...]:
    return tuple(plural(left_out[what], one, many) for what, (one, many) in _LEFT_OUT.items() if left_out[what])
