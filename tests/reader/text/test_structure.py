from collections.abc import Sequence

from hypothesis import given

from reader.text import Box, BoxKind, Cell, Kind, Note, Paragraph, Table
from tests.structures import EXAMPLE, document, in_cell, paragraphs


def test_a_document_knows_its_tables_and_notes() -> None:
    assert EXAMPLE.tables == (Table((1, 3, 6), 8, columns=2, header=1),)
    assert EXAMPLE.notes == (Note("1", 20, 21),)


def test_a_document_without_boxes_has_neither() -> None:
    plain = document(Paragraph("Hei."))
    assert plain.tables == ()
    assert plain.notes == ()


def test_a_note_of_several_paragraphs_is_one() -> None:
    box = Box(BoxKind.NOTE, 0, label="*")
    found = document(Paragraph("a"), Paragraph("b", Kind.NOTE, within=(box,)), Paragraph("c", Kind.CODE, within=(box,)))
    assert found.notes == (Note("*", 1, 3),)


def test_heads_count_only_at_the_top_of_a_table() -> None:
    rows = [[True, True], [True, False], [True, True]]
    cells = [in_cell("x", r, c, head=head) for r, row in enumerate(rows) for c, head in enumerate(row)]
    assert document(*cells).tables[0].header == 1


def test_a_table_of_heads_alone_is_all_header() -> None:
    assert document(in_cell("a", 0, 0, head=True), in_cell("b", 1, 0, head=True)).tables[0].header == 2


def test_a_merged_cell_counts_for_the_columns_it_covers() -> None:
    assert document(in_cell("a", 0, 0, columns=3)).tables[0].columns == 3


def test_a_paragraph_knows_its_innermost_cell_and_its_depth_of_quotes() -> None:
    quotes = Box(BoxKind.QUOTE, 0), Box(BoxKind.QUOTE, 1)
    cell = Box(BoxKind.CELL, 0, cell=Cell(1, 2))
    found = Paragraph("x", Kind.TABLE_CELL, within=(*quotes, cell))
    assert (found.quote, found.cell, found.note) == (2, cell, None)
    assert Paragraph("x", Kind.QUOTE).quote == 1
    assert Paragraph("x").quote == 0


@given(paragraphs())
def test_tables_and_notes_hold_exactly_the_paragraphs_in_their_boxes(found: Sequence[Paragraph]) -> None:
    made = document(*found)
    in_tables = [index for index, p in enumerate(found) if p.cell]
    in_notes = [index for index, p in enumerate(found) if p.note]
    assert [i for table in made.tables for i in range(table.starts[0], table.stop)] == in_tables
    assert [i for note in made.notes for i in range(note.start, note.stop)] == in_notes
    for number, table in enumerate(made.tables):
        for row, (start, stop) in enumerate(zip(table.starts, (*table.starts[1:], table.stop), strict=True)):
            boxes = [found[index].cell for index in range(start, stop)]
            assert {(box.number, box.cell.row) for box in boxes if box and box.cell} == {(number, row)}
