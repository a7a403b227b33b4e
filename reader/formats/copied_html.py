"""HTML as programs copy it: what they mean by it that its elements do not say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.html import parse_html
from reader.text import Kind, Paragraph

_HEAD = re.compile(r"<head[\s>]", re.IGNORECASE)
_BODY = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
# An empty line, in web mail the usual end of a paragraph.
_EMPTY_LINE = re.compile(r"<br(?:\s[^<>]*)?/?>(?:(?:\s|&nbsp;)*<br(?:\s[^<>]*)?/?>)+", re.IGNORECASE)
# The paragraphs of word processors that are items of lists, which have their markers as text.
_ITEM = re.compile(r"<p\s[^<>]*mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_MARKER = re.compile(r"([·•o§ØvüàÈ▪●○■–—-]|[0-9]{1,3}[.)]|[A-Za-z][.)]|[ivxIVX]{2,5}[.)])[\s\xa0]{2,}(?=\S)")


def parse_copied_html(markup: str) -> Builder:
    """Read HTML that was copied: without the title of its window, with empty lines between paragraphs, and with lists
    where word processors have paragraphs that look like items.
    """
    builder = parse_html(_EMPTY_LINE.sub("<div></div>", _without_head(markup)), placeholders=False)
    levels = [int(level) for level in _ITEM.findall(markup)]
    if levels:
        builder.paragraphs[:] = _with_items(builder.paragraphs, levels)
    return builder


def _without_head(markup: str) -> str:
    head = _HEAD.search(markup)
    body = _BODY.search(markup, head.end()) if head else None
    return markup if head is None or body is None else markup[: head.start()] + markup[body.start() :]


def _with_items(paragraphs: Sequence[Paragraph], levels: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraphs that begin with markers as items, of these levels if there is one for each."""
    found = [_MARKER.match(p.text) if p.kind is Kind.PARAGRAPH else None for p in paragraphs]
    items = sum(match is not None for match in found)
    remaining = iter(levels if items == len(levels) else [1] * items)
    for paragraph, match in zip(paragraphs, found, strict=True):
        yield paragraph if match is None else _item(paragraph, match, next(remaining))


def _item(paragraph: Paragraph, match: re.Match[str], level: int) -> Paragraph:
    by = match.end()
    marks = tuple(mark.at(max(mark.start - by, 0), mark.end - by) for mark in paragraph.marks if mark.end > by)
    marker = match[1] if match[1][-1] in ".)" else "•"
    return replace(paragraph, text=paragraph.text[by:], kind=Kind.LIST_ITEM, marks=marks, level=level, marker=marker)
