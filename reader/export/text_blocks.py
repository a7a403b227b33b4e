"""Paragraphs as blocks of plain text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.export.blocks import IMAGE_SIGN
from reader.export.grid import Rows, rows_of_cells, size_of, table_place
from reader.text import OBJECT, Cell, Kind, Paragraph


def text_blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The paragraphs as text, each as one block, and each table as one; notes come last."""
    yield from (block for block, _ in _blocks(p for p in paragraphs if p.note is None))
    yield from (block for block, _ in _blocks(p for p in paragraphs if p.note is not None))


def running_text(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs in their order, with an empty line between them, but none between items of lists."""
    written: list[str] = []
    listed = False
    for block, is_item in _blocks(paragraphs):
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
