"""What word processors mean by the HTML that they write and its elements do not say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.text import Kind, Paragraph

# The paragraphs of word processors that are items of lists, which have their markers as text.
_ITEM = re.compile(r"<p\s[^<>]*mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_MARKER = re.compile(r"([·•o§ØvüàÈ▪●○■–—-]|[0-9]{1,3}[.)]|[A-Za-z][.)]|[ivxIVX]{2,5}[.)])[\s\xa0]{2,}(?=\S)")


def with_items(paragraphs: Sequence[Paragraph], markup: str) -> Sequence[Paragraph]:
    """The paragraphs read from `markup`, those that only look like items of lists as items."""
    levels = [int(level) for level in _ITEM.findall(markup)]
    return list(_with_items(paragraphs, levels)) if levels else paragraphs


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
