"""Paragraphs as Markdown that reads back as the same paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.export.markdown.marks import prepared
from reader.export.markup import clean
from reader.text import HEADINGS, Kind, Mark, MarkKind, Paragraph

# What Markdown could take for mark-up anywhere in a line, and what only at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&!])")
_NUMBER_START = re.compile(r"^([^\S\n]*\d{1,9})([.)])", re.MULTILINE)
_SIGN_START = re.compile(r"^([^\S\n]*)([#+=-]|:(?=[-:]))", re.MULTILINE)
_MARKER = re.compile(r"[0-9]{1,9}[.)]")
_RULE = "---"
# Code writes its own.
_DELIMITERS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.STRIKE: "~~", MarkKind.CODE: ""}


def write_markdown(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs as Markdown; reading it again gives the same text, kinds and marks.

    Exceptions: table cells become paragraphs of their own, and dates and bylines are told by their
    form, as everywhere. Marks are kept where they begin and end at words, and code ends at a line break; what no file
    may hold is left out, and so are blank paragraphs and addresses that nobody should follow.
    """
    blocks = list(_blocks(filter(_says_something, paragraphs)))
    if len(blocks) > 1 and blocks[0] == _RULE:
        # At the beginning of a file hyphens open a preamble that is no text, and a second rule ends it.
        blocks[0] = "***"
    return "\n\n".join(blocks) + "\n"


def _says_something(paragraph: Paragraph) -> bool:
    return paragraph.kind in (Kind.RULE, Kind.CODE) or bool(clean(paragraph.text).strip())


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    opened: list[tuple[int, int]] = []  # the list items around: their depth, and where their text begins
    for (kind, level), group in groupby(paragraphs, key=_kind_and_level):
        if kind is Kind.QUOTE:
            # One quotation: the empty lines between its paragraphs belong to it.
            quote = "\n>\n".join("> " + inline_markdown(p).replace("\n", "\n> ") for p in group)
            yield _indented(quote, opened, level)
        else:
            yield from (_indented(_block(p), opened, _depth(p), p.marker) for p in group)


def _kind_and_level(paragraph: Paragraph) -> tuple[Kind, int]:
    return paragraph.kind, paragraph.level


def _depth(paragraph: Paragraph) -> int:
    """How many list items a paragraph stands in; one that opens an item stands in those around it."""
    if paragraph.kind in HEADINGS:
        return 0  # its level is another thing
    return paragraph.level - (paragraph.kind is Kind.LIST_ITEM)


def _indented(block: str, opened: list[tuple[int, int]], depth: int, marker: str = "") -> str:
    """`block` below the text of the item it belongs to; items as deep as it are over."""
    while opened and opened[-1][0] >= depth:
        opened.pop()
    column = opened[-1][1] if opened else 0
    if marker:
        opened.append((depth, column + len(_markdown_marker(marker)) + 1))
    return " " * column + block.replace("\n", "\n" + " " * column)


def _block(paragraph: Paragraph) -> str:
    match paragraph.kind:
        case Kind.RULE:
            return _RULE
        case Kind.CODE:
            text = clean(paragraph.text)
            fence = "`" * max(3, _longest_ticks(text) + 1)
            return f"{fence}\n{text}\n{fence}"
        case Kind.TITLE | Kind.HEADING:
            # Number signs at the end would be taken for closing ones.
            line = re.sub(r"(?<=\s)(#+)$", r"\\\1", inline_markdown(paragraph).replace("\\\n", " "))
            return f"{'#' * min(max(paragraph.level, 1), 6)} {line}"
        case Kind.LIST_ITEM:
            marker = _markdown_marker(paragraph.marker)
            return f"{marker} " + inline_markdown(paragraph).replace("\n", f"\n{' ' * (len(marker) + 1)}")
    return inline_markdown(paragraph)


def _markdown_marker(marker: str) -> str:
    return marker if _MARKER.fullmatch(marker) else "-"


def inline_markdown(paragraph: Paragraph) -> str:
    """The text of a paragraph with its marks, without what tells its kind; a line break ends in a backslash."""
    ready = prepared(paragraph)
    return "".join(_pieces(ready.text, ready.marks)).replace("\n", "\\\n")


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """Text and delimiters; the marks are nested and in order."""
    opened: list[Mark] = []
    done = 0

    def until(place: int) -> Iterator[str]:
        nonlocal done
        while opened and opened[-1].end <= place:
            mark = opened.pop()
            yield _written(text, done, mark.end, mark)
            yield _close(mark)
            done = mark.end
        yield _written(text, done, place, opened[-1] if opened else None)
        done = place

    for mark in marks:
        yield from until(mark.start)
        opened.append(mark)
        yield _open(mark)
    yield from until(len(text))


def _written(text: str, start: int, end: int, inside: Mark | None) -> str:
    """A stretch of text; one without mark-up in it, if it is `inside` code."""
    if inside and inside.kind is MarkKind.CODE:
        return _code(text[start:end]) if start < end else ""
    # Behind a delimiter nothing begins a line.
    return _escaped(text[start:end], (not start or text[start - 1] == "\n") and not (inside and inside.start == start))


def _open(mark: Mark) -> str:
    return "[" if mark.kind is MarkKind.LINK else _DELIMITERS[mark.kind]


def _close(mark: Mark) -> str:
    if mark.kind is not MarkKind.LINK:
        return _DELIMITERS[mark.kind]
    target = re.sub(r"([\\<>&])", r"\\\1", mark.href)
    return f"](<{target}>)" if mark.href else "]()"


def _code(text: str) -> str:
    fence = "`" * (1 + _longest_ticks(text))
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"


def _longest_ticks(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _escaped(text: str, at_line_start: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    first, newline, rest = escaped.partition("\n")
    if at_line_start:
        first = _escaped_start(first)
    return first + newline + _escaped_start(rest)


def _escaped_start(text: str) -> str:
    """Escape what would begin a heading, a list, a table or a rule; a number is escaped behind its digits."""
    return _NUMBER_START.sub(r"\1\\\2", _SIGN_START.sub(r"\1\\\2", text))
