"""Tables in Markdown: between pipes where these can hold them, else as HTML with Markdown in its cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from reader.export.grid import Rows, size_of
from reader.export.markdown.inline import References, inline_markdown
from reader.export.markup import element
from reader.text import Cell, Kind, Mark, MarkKind, Paragraph, marks_on

# The line below the heads, by the alignment of a column.
ALIGNED = {"l": ":---", "c": ":---:", "r": "---:", "": "---"}
_ALIGN = {"l": "left", "c": "center", "r": "right"}
# What a cell may be between pipes, where it is one line.
_ONE_LINE = frozenset({Kind.TABLE_CELL, Kind.PARAGRAPH})


def table_markdown(
    rows: Rows[Paragraph], depth: int, references: References, written: Callable[[Sequence[Paragraph]], str]
) -> str:
    """A table.

    Args:
        rows: see `rows_of_cells`.
        depth: how many boxes are around it.
        references: see `References`.
        written: writes paragraphs, as those in a cell.
    """
    columns, header = size_of(rows)
    if _fits_pipes(rows, columns, header, depth):
        return "\n".join(_pipes(rows, references))
    return "\n".join(_html(rows, depth, written))


def _fits_pipes(rows: Rows[Paragraph], columns: int, header: int, depth: int) -> bool:
    """Whether the first row is the heads, all others are not, and each cell is one line in one column."""
    cells = [cell for row in rows for cell, _ in row]
    whole = all(cell.rows == cell.columns == 1 for cell in cells) and all(len(row) == columns for row in rows)
    heads = header == 1 and not any(cell.head for row in rows[1:] for cell, _ in row)
    aligned = all(cell.align == rows[0][cell.column][0].align for cell in cells) if whole else False
    return heads and aligned and all(_is_one_line(inside, depth) for row in rows for _, inside in row)


def _is_one_line(inside: Sequence[Paragraph], depth: int) -> bool:
    first = inside[0]
    plain = first.kind in _ONE_LINE and not first.level and not first.marker
    # A vertical bar cannot stand in code or mathematics between pipes.
    return len(inside) == 1 and plain and len(first.within) == depth + 1 and not any(_hides_bar(first))


def _hides_bar(paragraph: Paragraph) -> Iterator[bool]:
    for mark in paragraph.marks:
        yield mark.kind in (MarkKind.CODE, MarkKind.MATH) and "|" in paragraph.text[mark.start : mark.end]


def _pipes(rows: Rows[Paragraph], references: References) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield line([inline_cell(inside[0], references) for _, inside in row])
        if number == 0:
            yield line([ALIGNED[cell.align] for cell, _ in row])


def line(cells: Sequence[str]) -> str:
    """A row of a table between pipes."""
    return "| " + " | ".join(cell.strip(" \n") for cell in cells) + " |"


def inline_cell(paragraph: Paragraph, references: References | None = None) -> str:
    """A paragraph on one line, without anything that would end a table cell."""
    known = references or References()
    return "<br>".join(inline_markdown(each, known) for each in _lines(paragraph))


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The lines of a paragraph as paragraphs, with their marks."""
    lines = paragraph.text.split("\n")
    ends = accumulate((len(line) + 1 for line in lines), initial=-1)
    spans = [(before + 1, end) for before, end in pairwise(ends)]
    for line_, marks in zip(lines, marks_on(spans, paragraph.marks), strict=True):
        # Escapes of a vertical bar in code differ between Markdown readers, so such code is not marked.
        yield Paragraph(line_, marks=tuple(_without_bars(line_, marks)))


def _without_bars(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if mark.kind not in (MarkKind.CODE, MarkKind.MATH) or "|" not in text[mark.start : mark.end]:
            yield mark


def _html(rows: Rows[Paragraph], depth: int, written: Callable[[Sequence[Paragraph]], str]) -> Iterator[str]:
    """An element a line; an empty line around the content of a cell makes it Markdown."""
    yield "<table>"
    for row in rows:
        yield "<tr>"
        for cell, inside in row:
            begin, end = _tags(cell)
            content = written([replace(each, within=each.within[depth + 1 :]) for each in inside])
            yield f"{begin}\n\n{content}\n\n{end}" if content else begin + end
        yield "</tr>"
    yield "</table>"


def _tags(cell: Cell) -> tuple[str, str]:
    name = "th" if cell.head else "td"
    attributes = {
        "rowspan": str(cell.rows) if cell.rows > 1 else None,
        "colspan": str(cell.columns) if cell.columns > 1 else None,
        "align": _ALIGN.get(cell.align),
    }
    begin, end = element(name, attributes, "|").split("|")
    return begin, end
