"""Blocks and the tables among them."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given

from reader.export.blocks import IMAGE_SIGN, Block, blocks, plain
from reader.export.grid import Grid, grouped
from reader.text import Box, BoxKind, Document, Kind, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import options, shouted
from tests.structures import EXAMPLE, NOTE, QUOTE, cell, document, in_cell, paragraphs


def blocks_of(text: Document) -> list[Block]:
    return list(blocks(shouted(text), options()))


def parts_of(text: Document) -> list[Block | Grid]:
    return list(grouped(blocks_of(text)))


def grids_of(text: Document) -> list[Grid]:
    return [part for part in parts_of(text) if isinstance(part, Grid)]


def test_a_table_is_one_part_with_its_rows_and_cells() -> None:
    title, grid, *others = parts_of(EXAMPLE)
    assert isinstance(title, Block)
    assert isinstance(grid, Grid)
    assert [[[plain(b.source) for b in each.blocks] for each in row] for row in grid.rows] == [
        [["Vare"], ["Innhold"]],
        [["Brød[1]"], ["mel", "vann"]],
        [["Melk"], [""]],
    ]
    assert (grid.columns, grid.header, grid.index) == (2, 1, 1)
    assert all(isinstance(other, Block) for other in others)


def test_an_empty_cell_is_a_blank_block() -> None:
    [grid] = grids_of(EXAMPLE)
    assert [block.index for block in grid.blocks if block.blank] == [7]


def test_an_image_without_a_description_is_a_blank_block() -> None:
    [block, _] = blocks_of(document(Paragraph("", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),)), Paragraph("Slik.")))
    assert block.blank


def test_a_block_knows_its_boxes() -> None:
    inner = Box(BoxKind.QUOTE, 1)
    [first, second] = blocks_of(document(Paragraph("a"), Paragraph("b", Kind.QUOTE, within=(QUOTE, inner))))
    assert (first.within, second.within) == ((), (QUOTE, inner))


def test_tables_side_by_side_stay_apart() -> None:
    cells = [Paragraph("x", Kind.TABLE_CELL, within=(cell(number, 0, 0),)) for number in (0, 1)]
    assert [grid.number for grid in grids_of(document(*cells))] == [0, 1]


def test_a_table_knows_the_quotation_and_the_item_around_it() -> None:
    box = Box(BoxKind.CELL, 0, level=1, cell=cell(0, 0, 0).cell)
    [grid] = grids_of(document(Paragraph("x", Kind.TABLE_CELL, within=(QUOTE, box))))
    assert (grid.around, grid.level) == ((QUOTE,), 1)


def test_two_texts_of_a_table_fit_where_each_cell_has_eighteen_characters() -> None:
    [grid] = grids_of(document(in_cell("a", 0, 0), in_cell("b", 0, 1)))
    assert grid.fits(72)
    assert not grid.fits(71)
    assert grid.fits(36, texts=1)


def test_a_reference_leads_to_its_note_and_the_note_back() -> None:
    found = blocks_of(EXAMPLE)
    [reference] = [
        piece for b in found for s in b.source.segments for piece in s.pieces if MarkKind.NOTE in piece.kinds
    ]
    assert (reference.text, reference.row, reference.href) == ("[1]", 20, "")
    assert [(block.index, block.referred) for block in found if block.referred is not None] == [(20, 3)]


def test_a_reference_to_a_note_that_is_not_there_leads_nowhere() -> None:
    mark = Mark(1, 4, MarkKind.NOTE, "#note:7")
    note = Paragraph("b", Kind.NOTE, marker="1.", within=(NOTE,))
    [block, _] = blocks_of(document(Paragraph("a[1]", marks=(mark,)), note))
    assert [piece.row for segment in block.source.segments for piece in segment.pieces] == [None, None]


def test_a_link_inside_the_document_leads_to_its_row() -> None:
    linked = Paragraph("Se her", marks=(Mark(3, 6, MarkKind.LINK, "#kart"),))
    text = Document("", (linked, Paragraph("Kart")), None, "nb", True, targets={"kart": 1})
    pieces = [piece for segment in blocks_of(text)[0].source.segments for piece in segment.pieces]
    assert [(piece.text, piece.row, piece.href) for piece in pieces] == [("Se ", None, ""), ("her", 1, "")]


def test_an_image_in_a_line_is_shown_by_a_sign() -> None:
    [block] = blocks_of(document(Paragraph("a \ufffc b", marks=(Mark(2, 3, MarkKind.IMAGE, "figure:0"),))))
    assert plain(block.source) == f"a {IMAGE_SIGN} b"


def test_a_stretch_knows_its_language() -> None:
    [block] = blocks_of(document(Paragraph("si oui nå", marks=(Mark(3, 6, MarkKind.LANGUAGE, "fr"),))))
    assert [piece.language for segment in block.source.segments for piece in segment.pieces] == ["", "fr", ""]


@given(paragraphs())
def test_every_paragraph_is_in_one_part_and_in_order(found: Sequence[Paragraph]) -> None:
    text = document(*found)
    parts = parts_of(text)
    flat = [block for part in parts for block in (part.blocks if isinstance(part, Grid) else (part,))]
    assert [block.index for block in flat] == list(range(len(found)))
    assert [block.within for block in flat] == [paragraph.within for paragraph in found]
    grids = [part for part in parts if isinstance(part, Grid)]
    assert [(len(grid.rows), grid.columns, grid.header, grid.index) for grid in grids] == [
        (len(table.starts), table.columns, table.header, table.starts[0]) for table in text.tables
    ]
    for grid in grids:
        for row in grid.rows:
            assert all(a.cell.column + a.cell.columns <= b.cell.column for a, b in pairwise(row))
