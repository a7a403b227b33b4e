"""Rows of nothing but figures: they are translated without a model, with an eye to the column that they stand in."""

from collections.abc import Iterator, Sequence

from reader.parallel.assembly import Part, assembled
from reader.parallel.pairs import State
from reader.parallel.rows import Row
from reader.processing import written_figures
from reader.text import INLINE_KINDS, Cell, Kind, Paragraph

# In tables of more rows, only so many cells tell what is written in a column.
_MOST_BESIDE = 1000
_UNCHANGED = frozenset({Kind.CODE, Kind.MATH, Kind.RULE})
_Column = tuple[int, int]  # table and column


def with_figures(rows: Sequence[Row], source: str, target: str) -> list[Row]:
    """The rows of an untranslated text from `source` into `target`, those of figures alone as `target` writes them."""
    columns: dict[_Column, list[str]] = {}
    headings: dict[_Column, str] = {}
    for paragraph, key, cell in _cells(rows):
        if cell.head:
            headings.setdefault(key, paragraph.text)
        elif len(beside := columns.setdefault(key, [])) < _MOST_BESIDE:
            beside.append(paragraph.text)
    sure: dict[tuple[_Column | None, str], str] = {}  # the same figures again, which are many in a large table

    def written(paragraph: Paragraph) -> str:
        key = _column(paragraph)
        known = key, paragraph.text
        if known not in sure:
            beside, heading = (columns.get(key, ()), headings.get(key, "")) if key else ((), "")
            first = key is None or key[1] == 0
            sure[known] = written_figures(paragraph.text, source, target, beside=beside, heading=heading, first=first)
        return sure[known]

    return [_with(row, written(row.source)) if _may_change(row) else row for row in rows]


def _cells(rows: Sequence[Row]) -> Iterator[tuple[Paragraph, _Column, Cell]]:
    for row in rows:
        box = row.source.cell if row.source.within else None
        if box is not None and box.cell is not None:
            yield row.source, (box.number, box.cell.column), box.cell


def _column(paragraph: Paragraph) -> _Column | None:
    box = paragraph.cell if paragraph.within else None
    return (box.number, box.cell.column) if box is not None and box.cell is not None else None


def _may_change(row: Row) -> bool:
    paragraph = row.source
    return (
        row.state is State.SAME
        and paragraph.kind not in _UNCHANGED
        and not any(mark.kind in INLINE_KINDS for mark in paragraph.marks)
    )


def _with(row: Row, written: str) -> Row:
    text = row.source.text
    if not written:
        return row
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return assembled(row.source, [Part((start, end), written, links=((0, end - start, 0, len(written), 1.0),))])
