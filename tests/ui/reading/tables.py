"""Documents with tables for tests of the reading view."""

from collections.abc import Sequence

from reader.text import Kind, Paragraph
from tests.structures import cell

Content = str | Sequence[str]


def table(*rows: Sequence[Content], number: int = 0, header: int = 1, align: str = "") -> list[Paragraph]:
    """The paragraphs of a table; a content of several texts is a list, and `align` has a letter a column."""
    found: list[Paragraph] = []
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            box = cell(number, row, column, head=row < header, align=align[column : column + 1])
            if isinstance(content, str):
                found.append(Paragraph(content, Kind.TABLE_CELL, within=(box,)))
            else:
                found += [Paragraph(text, Kind.LIST_ITEM, level=1, marker="•", within=(box,)) for text in content]
    return found


PRICES = table(
    ("Vare", "Innhold", "Pris"),
    ("Brød", ("mel", "vann"), "42"),
    ("Melk", "", "1 250"),
    align="l r",
)
