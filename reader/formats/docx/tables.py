"""The tables of a Word document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.docx.drawings import alternative
from reader.formats.docx.properties import is_on, property_of
from reader.formats.docx.styles import whole
from reader.formats.tables import WIDEST, OpenCell
from reader.formats.xml_parts import Element, attribute, child, children, local_name

if TYPE_CHECKING:
    from reader.formats.docx.story import Story

_ALIGN = {"left": "l", "start": "l", "center": "c", "right": "r", "end": "r"}
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def read_table(story: "Story", table: Element) -> None:
    """Read a table."""
    depth = story.builder.enter_table("tbl")
    reader = _TableReader(story)
    for row in _inside(table, "tr"):
        reader.row(row)
    story.builder.unwind(depth)


class _TableReader:
    """Reads the rows of a table: knows the cells that go on below, by column, and whether all rows so far are heads."""

    def __init__(self, story: "Story") -> None:
        self._story, self._builder = story, story.builder
        self._merged: dict[int, OpenCell] = {}
        self._heads = True

    def row(self, row: Element) -> None:
        """Read a row."""
        properties = child(row, "trPr")
        for name, what in (("del", "deleted"), ("hidden", "hidden")):
            if is_on(property_of(properties, name)):
                self._builder.left_out[what] += 1
                return
        self._heads = self._heads and is_on(property_of(properties, "tblHeader"))
        self._builder.tables[-1].begin_row()
        column = _count(properties, "gridBefore", 0)
        if column:
            self._empty(column)
        before: OpenCell | None = None
        for cell in _inside(row, "tc"):
            given = child(cell, "tcPr")
            width = max(_count(given, "gridSpan", 1), 1)
            before = self._cell(cell, given, column, width, before)
            column += width

    def _empty(self, width: int) -> None:
        self._builder.unwind(self._builder.enter_cell("tc", OpenCell(width=width, head=self._heads)))

    def _cell(
        self, cell: Element, given: Element | None, column: int, width: int, before: OpenCell | None
    ) -> OpenCell | None:
        """Read a cell; returns it, or the one that it only continues."""
        merge = _merge(given, "vMerge")
        above = self._merged.get(column) if merge == "continue" else None
        if above is not None:
            above.height += 1
            self._hide(cell)
            return None
        if before is not None and _merge(given, "hMerge") == "continue":
            before.width = min(before.width + width, WIDEST + 1)
            self._hide(cell)
            return before
        opened = OpenCell(width=width, head=self._heads, align=self._align(cell))
        self._merged.pop(column, None)
        if merge:
            self._merged[column] = opened
        depth = self._builder.enter_cell("tc", opened)
        if property_of(given, "cellDel") is None:
            self._story.blocks(cell)
        else:
            self._builder.left_out["deleted"] += 1
        self._builder.unwind(depth)
        return opened

    def _hide(self, cell: Element) -> None:
        """What stands in a cell that only continues another is not shown."""
        self._builder.left_out["hidden"] += any(each.text for each in cell.iter("{*}t"))

    def _align(self, cell: Element) -> str:
        """How the text of a cell is aligned: as its first paragraph is."""
        properties = next((child(paragraph, "pPr") for paragraph in children(cell, "p")), None)
        own, named = property_of(properties, "jc"), property_of(properties, "pStyle")
        if own is not None:
            return _ALIGN.get(attribute(own, "val"), "")
        style = self._story.shared.styles.paragraph(attribute(named, "val") if named is not None else "")
        return _ALIGN.get(style.align, "")


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table, or cells of a row, also in what only wraps them."""
    for each in element:
        name = local_name(each)
        if name == wanted:
            yield each
        elif name == "AlternateContent":
            if (chosen := alternative(each)) is not None:
                yield from _inside(chosen, wanted)
        elif name in _WRAPPERS:
            yield from _inside(each, wanted)


def _count(properties: Element | None, name: str, otherwise: int) -> int:
    found = property_of(properties, name)
    return min(whole(attribute(found, "val"), otherwise), WIDEST + 1) if found is not None else otherwise


def _merge(properties: Element | None, name: str) -> str:
    """Whether a cell begins ("restart") or continues one that covers several; "" for neither."""
    found = property_of(properties, name)
    return (attribute(found, "val") or "continue") if found is not None else ""
