"""The footnotes of a Word file (ECMA-376, 17.11)."""

from collections.abc import Iterator

from reader.export.docx.sides import Sides
from reader.export.docx.tables import Tables
from reader.export.docx.text import Look, Place, paragraph, run
from reader.export.footnotes import Items
from reader.export.grid import Grid
from reader.export.markup import Markup, element

_MARK = Look(raised=True)


def footnotes_part(sides: Sides, tables: Tables) -> Iterator[Markup]:
    """The lines that separate notes from the text, and the notes."""
    for identifier, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        line = paragraph("FootnoteText", [element("w:r", {}, element(f"w:{kind}"))])
        yield element("w:footnote", {"w:type": kind, "w:id": identifier}, line)
    for number, note in enumerate(sides.footnotes.notes):
        content = list(_content(sides, tables, note, sides.footnotes.labels[number]))
        yield element("w:footnote", {"w:id": str(number + 1)}, *content)


def _content(sides: Sides, tables: Tables, note: Items, label: str) -> Iterator[Markup]:
    language = sides.labels.language
    properties = element("w:rPr", {}, *_MARK.properties())
    own = element("w:r", {}, properties, element("w:footnoteRef"))
    lead = [own if sides.counted else run(label, language, _MARK), run(" ", language)]
    if isinstance(note[0], Grid):
        yield paragraph("FootnoteText", lead)
    for place, item in enumerate(note):
        if isinstance(item, Grid):
            yield from tables.grid(item)
            continue
        yield from sides.label(item, Place(), item.target)
        yield sides.side(item, item.target, Place(lead=True, marked=place > 0), "t", lead if place == 0 else ())
        yield from (sides.extra(side) for side in item.below[1:])
