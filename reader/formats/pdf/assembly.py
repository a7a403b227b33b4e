"""The paragraphs of a document, from what its pages have been put together to."""

from collections.abc import Mapping, Sequence

from reader.formats.building import Builder
from reader.formats.pdf.annotations import PAGE
from reader.formats.pdf.blocks import Block, Column, Tag
from reader.formats.pdf.grids import Grid, GridCell, complete
from reader.formats.pdf.kinds import are_items, has_code, heading_levels, is_mono, title_of
from reader.formats.pdf.lines import lines_of
from reader.formats.pdf.measures import Measures
from reader.formats.pdf.notes import Notes
from reader.formats.pdf.texts import Texts
from reader.formats.plain_markers import bulleted
from reader.formats.tables import OpenCell

_INDENT = 0.7
# Letters in code are so wide, as a share of their size.
_WIDE = 0.6
_MOST_SPACES = 40
# Of an item whose marker is not shown as text.
_BULLET = "•"


class Assembly:
    """Adds paragraphs to a builder."""

    def __init__(self, builder: Builder, texts: Texts, notes: Notes, measures: Measures) -> None:
        self._builder, self._texts, self._notes, self._measures = builder, texts, notes, measures
        self._lists: list[float] = []
        self._levels: Mapping[int, int] = {}
        self._title: Block | None = None
        self._page = -1
        self._coded = False

    def add(self, blocks: Sequence[Block], outline: Mapping[str, int]) -> None:
        """Add the text, then the notes."""
        self._levels = heading_levels(blocks, self._measures.size, outline)
        self._title = title_of(blocks, self._levels)
        self._builder.titled, self._coded = True, has_code(blocks)
        for block, item in zip(blocks, are_items(blocks), strict=True):
            self._name_pages(block.page)
            self._block(block, item=item)
        self._leave_lists(-1)
        self._add_notes()

    def _name_pages(self, page: int) -> None:
        while self._page < page:
            self._page += 1
            self._builder.name(f"{PAGE}{self._page + 1}")

    def _block(self, block: Block, *, item: bool) -> None:
        level = self._levels.get(id(block), 0)
        if not item or level:
            self._leave_lists(-1)
        if block.grid is not None:
            self._table(block.grid, block.page)
        elif level:
            self._heading(block, level)
        elif item and block.tag is not None and block.tag.depth:
            self._tagged_item(block, block.tag)
        elif item:
            self._item(block)
        elif self._coded and is_mono(block):
            self._code(block)
        else:
            self._texts.add(self._builder.inline, block.lines, kept=block.kept)
            self._builder.end()

    def _heading(self, block: Block, level: int) -> None:
        builder = self._builder
        builder.titled = block is not self._title
        builder.heading = level if builder.titled else 1
        self._texts.add(builder.inline, block.lines, heading=True)
        builder.end()
        builder.titled, builder.heading = True, 0

    def _code(self, block: Block) -> None:
        builder = self._builder
        builder.preformatted = True
        left = min(line.left for line in block.lines)
        for line in block.lines:
            spaces = min(round((line.left - left) / (_WIDE * line.size)), _MOST_SPACES)
            builder.inline.append(" " * spaces + line.text + "\n")
        builder.end()
        builder.preformatted = False

    # Lists

    def _item(self, block: Block) -> None:
        left = block.lines[0].left
        self._leave_lists(left + _INDENT * block.size)
        if not self._lists or left > self._lists[-1] + _INDENT * block.size:
            self._lists.append(left)
        self._add_item(block, len(self._lists) - 1)

    def _tagged_item(self, block: Block, tag: Tag) -> None:
        if tag.item:
            block.marker = block.marker or _BULLET
            self._add_item(block, tag.depth - 1)
            return
        self._builder.level = tag.depth
        self._texts.add(self._builder.inline, block.lines)
        self._builder.end()
        self._builder.level = 0

    def _add_item(self, block: Block, level: int) -> None:
        builder, depth = self._builder, len(self._builder.frames)
        found = bulleted(block.lines[0].text)
        builder.level = level
        builder.enter_item("item", found.marker if found is not None else block.marker)
        _without_marker(block)
        self._texts.add(builder.inline, block.lines)
        builder.end()
        builder.unwind(depth)
        builder.level = 0

    def _leave_lists(self, left: float) -> None:
        while self._lists and self._lists[-1] > left:
            self._lists.pop()

    # Tables

    def _table(self, grid: Grid, page: int) -> None:
        builder = self._builder
        depth = builder.enter_table("table")
        head = _is_head(grid)
        row = -1
        for cell in complete(grid.cells):
            while row < cell.row:
                builder.tables[-1].begin_row()
                row += 1
            self._cell(cell, page, head=head and not cell.row)
        builder.unwind(depth)

    def _cell(self, cell: GridCell, page: int, *, head: bool) -> None:
        builder = self._builder
        depth = builder.enter_cell("cell", OpenCell(height=cell.rows, width=cell.columns, head=head))
        for block in self._in_cell(cell, page):
            if block.grid is not None:
                self._table(block.grid, page)
            else:
                self._texts.add(builder.inline, block.lines, heading=head, kept=block.kept)
                builder.end()
        builder.unwind(depth)

    def _in_cell(self, cell: GridCell, page: int) -> Sequence[Block]:
        if cell.blocks is not None:
            return cell.blocks
        lines = lines_of(cell.pieces)
        for line in lines:
            line.page = page
        return Column(lines, page, self._measures, frozenset()).blocks() if lines else ()

    # Notes

    def _add_notes(self) -> None:
        number = 0
        while number < len(self._notes.used):
            note = self._notes.used[number]
            depth = self._builder.enter_note(note.label, number)
            for block in note.blocks:
                self._texts.add(self._builder.inline, block.lines)
                self._builder.end()
            self._builder.unwind(depth)
            number += 1


def _is_head(grid: Grid) -> bool:
    """Whether the file says so of the first row, or it is set in bold, and the others are not."""
    if all(cell.head for cell in grid.cells if not cell.row):
        return True
    first = [piece for cell in grid.cells if not cell.row for piece in cell.pieces]
    rest = [piece for cell in grid.cells if cell.row for piece in cell.pieces]
    return bool(first) and all(p.look.bold for p in first) and not all(p.look.bold for p in rest)


def _without_marker(block: Block) -> None:
    """Take the marker of an item away from its words."""
    marker = "".join(block.marker.split())
    pieces, left = block.lines[0].pieces, len(marker)
    if not "".join(piece.text for piece in pieces).startswith(marker):  # it is not shown
        return
    while left > 0 and pieces:
        text = pieces[0].text
        if len(text) > left:
            pieces[0].text, left = text[left:], 0
        else:
            left -= len(text)
            del pieces[0]
    if pieces:
        pieces[0].before = ""
    else:
        del block.lines[0]
