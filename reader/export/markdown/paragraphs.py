"""Writing paragraphs as Markdown that reads back as the same paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.export.markdown.marks import prepared
from reader.export.markup import clean
from reader.text import HEADINGS, Kind, Mark, MarkKind, Paragraph

# What Markdown takes for mark-up anywhere in a line, and at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&!])")
_NUMBER_START = re.compile(r"^([^\S\n]*\d{1,9})([.)])", re.MULTILINE)
_SIGN_START = re.compile(r"^([^\S\n]*)([#+=-]|:(?=[-:]))", re.MULTILINE)
_MARKER = re.compile(r"[0-9]{1,9}[.)]")
_RULE = "---"
# Code has delimiters of varying length, see `_code`.
_DELIMITERS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.STRIKE: "~~", MarkKind.CODE: ""}


def write_markdown(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs as Markdown; reading it again gives the same text, kinds and marks.

    Exceptions: table cells become paragraphs, and dates and bylines are recognised by their form again. Marks are kept
    where they begin and end at words, and code ends at a line break. Characters that files cannot have, blank
    paragraphs and unsafe addresses are left out.
    """
    blocks = list(_blocks(filter(_says_something, paragraphs)))
    if len(blocks) > 1 and blocks[0] == _RULE:
        # At the start of a file "---" opens front matter, up to the next "---".
        blocks[0] = "***"
    return "\n\n".join(blocks) + "\n"


def _says_something(paragraph: Paragraph) -> bool:
    return paragraph.kind in (Kind.RULE, Kind.CODE) or bool(clean(paragraph.text).strip())


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    opened: list[tuple[int, int]] = []  # the enclosing list items: depth, and column of their text
    for (kind, level), group in groupby(paragraphs, key=_kind_and_level):
        if kind is Kind.QUOTE:
            # One quotation, including the empty lines between its paragraphs.
            quote = "\n>\n".join("> " + inline_markdown(p).replace("\n", "\n> ") for p in group)
            yield _indented(quote, opened, level)
        else:
            yield from (_indented(_block(p), opened, _depth(p), p.marker) for p in group)


def _kind_and_level(paragraph: Paragraph) -> tuple[Kind, int]:
    return paragraph.kind, paragraph.level


def _depth(paragraph: Paragraph) -> int:
    """How many list items enclose a paragraph, not counting one that it opens."""
    if paragraph.kind in HEADINGS:
        return 0  # its level is that of the heading
    return paragraph.level - (paragraph.kind is Kind.LIST_ITEM)


def _indented(block: str, opened: list[tuple[int, int]], depth: int, marker: str = "") -> str:
    """`block` indented to the text of its list item; items at its depth or deeper are closed."""
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
            # Number signs at the end would be read as a closing sequence.
            line = re.sub(r"(?<=\s)(#+)$", r"\\\1", inline_markdown(paragraph).replace("\\\n", " "))
            return f"{'#' * min(max(paragraph.level, 1), 6)} {line}"
        case Kind.LIST_ITEM:
            marker = _markdown_marker(paragraph.marker)
            return f"{marker} " + inline_markdown(paragraph).replace("\n", f"\n{' ' * (len(marker) + 1)}")
    return inline_markdown(paragraph)


def _markdown_marker(marker: str) -> str:
    return marker if _MARKER.fullmatch(marker) else "-"


def inline_markdown(paragraph: Paragraph) -> str:
    """The text of a paragraph with its marks but not its kind; a backslash ends each line but the last."""
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
    """A stretch of text: escaped, or as code if it is `inside` code."""
    if inside and inside.kind is MarkKind.CODE:
        return _code(text[start:end]) if start < end else ""
    # After a delimiter nothing is at the start of a line.
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
    """Escape what would begin a heading, list, table or rule; a number is escaped after its digits."""
    return _NUMBER_START.sub(r"\1\\\2", _SIGN_START.sub(r"\1\\\2", text))
