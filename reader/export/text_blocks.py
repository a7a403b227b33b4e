"""Paragraphs as blocks of plain text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.export.blocks import IMAGE_SIGN
from reader.export.grid import Rows, rows_of_cells, size_of, table_place
from reader.text import OBJECT, Cell, Kind, Paragraph

_BULLET, _HYPHEN = "•", "-"


def plain_text(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as a plain text is written by hand: "-" for bullets, ">" before quotes; notes come last."""
    body = [_by_hand(paragraph) for paragraph in paragraphs if paragraph.note is None]
    notes = [_by_hand(paragraph) for paragraph in paragraphs if paragraph.note is not None]
    return "\n\n".join(filter(None, (_joined(_quoted(body)), _joined(_quoted(notes)))))


def running_text(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs in their order, with an empty line between them, but none between items of lists."""
    return _joined(_blocks(paragraphs))


def _by_hand(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, marker=_HYPHEN) if paragraph.marker == _BULLET else paragraph


def _quoted(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, bool]]:
    """The blocks, with a sign before each line for each quote that it stands in."""
    for depth, group in groupby(paragraphs, key=lambda paragraph: paragraph.quote):
        before = ">" * depth + " " * bool(depth)
        for block, is_item in _blocks(group):
            yield before + block.replace("\n", f"\n{before}"), is_item


def _joined(blocks: Iterable[tuple[str, bool]]) -> str:
    written: list[str] = []
    listed = False
    for block, is_item in blocks:
        if written:
            written.append("\n" if listed and is_item else "\n\n")
        written.append(block)
        listed = is_item
    return "".join(written)


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, bool]]:
    """Each block, and whether it is an item of a list."""
    columns: dict[int, int] = {0: 0}  # where the text of the latest item of each level begins
    for place, group in groupby(paragraphs, key=table_place):
        if place is not None:
            yield _table(rows_of_cells(group, place[1])), False
            continue
        for paragraph in group:
            if block := _block(paragraph, columns):
                yield block, paragraph.kind is Kind.LIST_ITEM


def _block(paragraph: Paragraph, columns: dict[int, int]) -> str:
    """One paragraph; `columns` is kept up to date."""
    if paragraph.kind is Kind.RULE:
        return "---"
    text = _text(paragraph)
    if not text:
        return ""
    listed = paragraph.kind is Kind.LIST_ITEM
    around = paragraph.level - listed if paragraph.level and _in_list(paragraph) else 0
    indent = columns.get(around, max(columns.values()))
    before = f"{paragraph.marker} " if paragraph.marker else ""
    if listed:
        for deeper in [level for level in columns if level > around]:
            del columns[deeper]
        columns[around + 1] = indent + len(before)
    return " " * indent + (before + text).replace("\n", "\n" + " " * (indent + len(before) * listed))


def _in_list(paragraph: Paragraph) -> bool:
    return paragraph.kind not in (Kind.TITLE, Kind.HEADING)


def _text(paragraph: Paragraph) -> str:
    text = paragraph.text.replace(OBJECT, IMAGE_SIGN)
    return f"{IMAGE_SIGN} {text}".rstrip() if paragraph.kind is Kind.FIGURE else text


def _table(rows: Rows[Paragraph]) -> str:
    """A row is a line, with a tab between columns, even where a cell covers several."""
    columns, _ = size_of(rows)
    return "\n".join("\t".join(_fields(row, columns)) for row in rows)


def _fields(row: Sequence[tuple[Cell, Sequence[Paragraph]]], columns: int) -> list[str]:
    fields = [""] * columns
    for cell, inside in row:
        told = (f"{paragraph.marker} {_text(paragraph)}" for paragraph in inside)
        fields[cell.column] = " ".join(" ".join(told).split())
    return fields
