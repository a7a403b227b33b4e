"""Paragraphs as Markdown that reads back as the same paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.document import Kind, Mark, MarkKind, Paragraph
from reader.runs import Run, runs

# What Markdown could take for mark-up anywhere in a line, and what only at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&!])")
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])", re.MULTILINE)
# The order in which delimiters open, outermost first; code has no mark-up inside it.
_ORDER = (MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRIKE)
_DELIMITERS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.STRIKE: "~~"}


def write_markdown(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs as Markdown; reading it again gives the same text, kinds and marks.

    Exceptions: table cells become paragraphs of their own, and dates and bylines are told by their
    form, as everywhere.
    """
    return "\n\n".join(_blocks(paragraphs)) + "\n"


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for kind, group in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        if kind is Kind.QUOTE:
            # One quotation: the empty lines between its paragraphs belong to it.
            yield "\n>\n".join("> " + _inline(p).replace("\n", "\n> ") for p in group)
        else:
            yield from (_block(paragraph) for paragraph in group)


def _block(paragraph: Paragraph) -> str:
    match paragraph.kind:
        case Kind.RULE:
            return "---"
        case Kind.CODE:
            longest = max(map(len, re.findall("`+", paragraph.text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{paragraph.text}\n{fence}"
        case Kind.TITLE | Kind.HEADING:
            return f"{'#' * (paragraph.level or 1)} {_inline(paragraph)}".replace("\\\n", " ")
        case Kind.LIST_ITEM:
            marker = "-" if paragraph.marker == "•" else paragraph.marker
            indent = "    " * (paragraph.level - 1)
            return f"{indent}{marker} " + _inline(paragraph).replace("\n", f"\n{indent}{' ' * (len(marker) + 1)}")
    return _inline(paragraph)


def _inline(paragraph: Paragraph) -> str:
    trimmed = (_without_edges(mark, paragraph.text) for mark in paragraph.marks)
    marks = [mark for mark in trimmed if mark]
    return "".join(_pieces(list(runs(paragraph.text, marks)))).replace("\n", "\\\n")


def _without_edges(mark: Mark, text: str) -> Mark | None:
    """The mark without white space at its ends, where Markdown would not see the delimiters."""
    covered = text[mark.start : mark.end]
    start = mark.start + len(covered) - len(covered.lstrip())
    end = mark.end - len(covered) + len(covered.rstrip())
    return replace(mark, start=start, end=end) if start < end else None


def _pieces(sequence: list[Run]) -> Iterator[str]:
    opened: list[tuple[MarkKind, str]] = []
    at_line_start = True
    for run in [*sequence, Run("")]:
        wanted = [(kind, run.href if kind is MarkKind.LINK else "") for kind in _ORDER if kind in run.kinds]
        while any(mark not in wanted for mark in opened):
            yield _close(*opened.pop())
        for mark in wanted:
            if mark not in opened:
                opened.append(mark)
                yield _open(mark[0])
        yield _code(run.text) if MarkKind.CODE in run.kinds else _escaped(run.text, at_line_start)
        at_line_start = run.text.endswith("\n") if run.text else at_line_start


def _open(kind: MarkKind) -> str:
    return "[" if kind is MarkKind.LINK else _DELIMITERS[kind]


def _close(kind: MarkKind, href: str) -> str:
    if kind is not MarkKind.LINK:
        return _DELIMITERS[kind]
    target = re.sub(r"([\\<>])", r"\\\1", href).replace("\n", "")
    return f"](<{target}>)" if href else "]()"


def _code(text: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"


def _escaped(text: str, at_line_start: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    first, newline, rest = escaped.partition("\n")
    if at_line_start:
        first = _escaped_start(first)
    return first + newline + _escaped_start(rest)


def _escaped_start(text: str) -> str:
    """Escape what would begin a heading, a list or a rule; a number is escaped behind its digits."""
    return _NUMBER_START.sub(r"\1\\\2", re.sub(r"^([#+=-])", r"\\\1", text, flags=re.MULTILINE))
