"""Paragraphs as Markdown that reads back as the same paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from operator import itemgetter

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
    form, as everywhere. Marks are kept where they begin and end at words.
    """
    return "\n\n".join(_blocks(paragraphs)) + "\n"


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
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
    if paragraph.kind in (Kind.TITLE, Kind.HEADING):
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
            return "---"
        case Kind.CODE:
            longest = max(map(len, re.findall("`+", paragraph.text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{paragraph.text}\n{fence}"
        case Kind.TITLE | Kind.HEADING:
            # Number signs at the end would be taken for closing ones.
            line = re.sub(r" (#+)$", r" \\\1", inline_markdown(paragraph).replace("\\\n", " "))
            return f"{'#' * (paragraph.level or 1)} {line}"
        case Kind.LIST_ITEM:
            marker = _markdown_marker(paragraph.marker)
            return f"{marker} " + inline_markdown(paragraph).replace("\n", f"\n{' ' * (len(marker) + 1)}")
    return inline_markdown(paragraph)


def _markdown_marker(marker: str) -> str:
    return "-" if marker == "•" else marker


def inline_markdown(paragraph: Paragraph) -> str:
    """The text of a paragraph with its marks, without what tells its kind; a line break ends in a backslash."""
    trimmed = (_without_edges(mark, paragraph.text) for mark in paragraph.marks)
    marks = [mark for mark in trimmed if mark]
    kept = list(_without_references(marks, paragraph.text))
    return "".join(_pieces(list(runs(paragraph.text, kept)))).replace("\n", "\\\n")


def _without_references(marks: Sequence[Mark], text: str) -> Iterator[Mark]:
    """Without code in a link that would make a link definition of it, and the text disappear.

    Behind "[", "]:" ends a definition's label; in code it cannot be escaped.
    """
    links = sorted((mark.start, mark.end) for mark in marks if mark.kind is MarkKind.LINK)
    farthest = list(accumulate((end for _, end in links), max))
    for mark in marks:
        before = bisect_right(links, mark.start, key=itemgetter(0))
        linked = before > 0 and farthest[before - 1] >= mark.end
        if not (linked and mark.kind is MarkKind.CODE and "]:" in text[mark.start : mark.end]):
            yield mark


def _without_edges(mark: Mark, text: str) -> Mark | None:
    """The mark without white space at its ends, where Markdown would not see the delimiters."""
    covered = text[mark.start : mark.end]
    start = mark.start + len(covered) - len(covered.lstrip())
    end = mark.end - len(covered) + len(covered.rstrip())
    return replace(mark, start=start, end=end) if start < end else None


def _pieces(sequence: list[Run]) -> Iterator[str]:
    opened: list[tuple[MarkKind, str]] = []
    at_line_start = True
    for run, reach in zip([*sequence, Run("")], [*_reaches(sequence), {}], strict=True):
        while any(mark not in reach for mark in opened):
            yield _close(*opened.pop())
        new = [mark for mark in reach if mark not in opened]
        text = run.text
        if new and MarkKind.CODE not in run.kinds:
            # A mark cut in two by one that crosses it may go on with white space, behind which nothing opens.
            text = run.text.lstrip()
            yield run.text[: len(run.text) - len(text)]
            at_line_start = at_line_start or "\n" in run.text[: len(run.text) - len(text)]
        # The one that reaches farthest opens first, for it closes last.
        for mark in sorted(new, key=reach.__getitem__, reverse=True):
            opened.append(mark)
            yield _open(mark[0])
        yield _code(text) if MarkKind.CODE in run.kinds else _escaped(text, at_line_start)
        at_line_start = text.endswith("\n") if text else at_line_start


def _marks_on(run: Run) -> list[tuple[MarkKind, str]]:
    return [(kind, run.href if kind is MarkKind.LINK else "") for kind in _ORDER if kind in run.kinds]


def _reaches(sequence: Sequence[Run]) -> list[dict[tuple[MarkKind, str], int]]:
    """For each run its marks, and how many runs from there on each is on."""
    reaches: list[dict[tuple[MarkKind, str], int]] = [{}]
    for run in reversed(sequence):
        reaches.append({mark: 1 + reaches[-1].get(mark, 0) for mark in _marks_on(run)})
    return reaches[:0:-1]


def _open(kind: MarkKind) -> str:
    return "[" if kind is MarkKind.LINK else _DELIMITERS[kind]


def _close(kind: MarkKind, href: str) -> str:
    if kind is not MarkKind.LINK:
        return _DELIMITERS[kind]
    target = re.sub(r"([\\<>&])", r"\\\1", href).replace("\n", "")
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
