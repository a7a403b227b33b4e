"""The cells and columns of a table for pages."""

from hypothesis import given, strategies as st

from reader.export.blocks import blocks
from reader.export.grid import Grid, GridCell, grouped
from reader.export.grid_cells import covered, groups
from reader.export.grid_columns import columns_of, laid, widths
from reader.export.options import ExportOptions
from reader.text import Box, BoxKind, Cell, Kind, Paragraph
from tests.reader.export.structured import cells, of
from tests.structures import paragraphs

CELLS = st.builds(Cell, st.integers(0, 4), st.integers(0, 4), st.integers(1, 4), st.integers(1, 4), st.booleans())


def grids(found: list[Paragraph]) -> list[Grid]:
    return [item for item in grouped(blocks(of(found), ExportOptions())) if isinstance(item, Grid)]


def one(rows: list[list[str]], header: int = 1) -> Grid:
    return grids(cells(0, rows, header))[0]


def in_cell(cell: Cell, text: str = "x") -> Paragraph:
    return Paragraph(text, Kind.TABLE_CELL, within=(Box(BoxKind.CELL, 0, cell=cell),))


def places(rows: tuple[tuple[GridCell, ...], ...]) -> list[tuple[int, int]]:
    found = [each.cell for row in rows for each in row]
    return [(c.row + r, c.column + k) for c in found for r in range(c.rows) for k in range(c.columns)]


@given(st.lists(CELLS, min_size=1, max_size=12))
def test_each_place_of_a_table_is_covered_once_whatever_its_cells_claim_and_no_block_is_lost(found: list[Cell]) -> None:
    ordered = sorted(found, key=lambda cell: cell.row)
    (grid,) = grids([in_cell(cell, str(n)) for n, cell in enumerate(ordered)])
    rows = covered(grid)
    assert sorted(places(rows)) == [(r, c) for r in range(len(grid.rows)) for c in range(grid.columns)]
    kept = [block.index for row in rows for each in row for block in each.blocks]
    assert sorted(kept) == sorted(block.index for block in grid.blocks)


@given(paragraphs())
def test_rows_hang_together_only_by_cells_over_several_rows(found: list[Paragraph]) -> None:
    for grid in grids(found):
        rows = covered(grid)
        spans = groups(rows)
        assert [row for start, stop in spans for row in range(start, stop)] == list(range(len(rows)))
        for start, stop in spans:
            assert all(each.cell.row + each.cell.rows <= stop for row in rows[start:stop] for each in row)


@given(paragraphs(), st.floats(1, 200))
def test_columns_fill_their_room_and_no_more(found: list[Paragraph], room: float) -> None:
    for grid in grids(found):
        columns = columns_of(covered(grid), grid.columns, "")
        chosen = widths(columns, room)
        if chosen is None:
            assert sum(column.word for column in columns) + 2 * len(columns) > room
        else:
            natural = sum(column.natural + 2 for column in columns)
            assert abs(sum(chosen) - min(room, natural)) < 0.1
            assert all(width >= column.word + 2 for width, column in zip(chosen, columns, strict=True))


def test_a_short_column_is_only_as_wide_as_its_text() -> None:
    rows = covered(one([["Nr", "Tekst"], ["1", "ord " * 60]]))
    narrow, wide = widths(columns_of(rows, 2, ""), 60) or (0.0, 0.0)
    assert narrow < 6
    assert wide > 50


def test_two_texts_stand_side_by_side_if_no_cell_gets_narrower_than_18_characters() -> None:
    assert laid(one([["Nr", "Navn"], ["1", "Kari Nordmann fra Bergen"]]), 40, 90, "").beside
    assert not laid(one([["Nr", "Navn"], ["ord " * 20, "Kari Nordmann fra Bergen"]]), 38, 90, "").beside


def test_only_columns_of_numbers_without_an_alignment_are_set_to_the_right() -> None:
    found = laid(one([["A", "B", "C"], ["1 200", "x", "7 %"], ["-3,5", "2", ""], ["", "3", "kr 50"]]), 0, 90, "")
    assert found.numeric == {0, 2}
    assert found.align(Cell(1, 0)) == "r"
    assert found.align(Cell(1, 0, align="l")) == "l"


def test_a_head_among_numbers_leaves_them_aligned() -> None:
    (grid,) = grids(
        [
            *(in_cell(Cell(row, 0), text) for row, text in enumerate(["7", "12"])),
            in_cell(Cell(2, 0, head=True), "Sum"),
            in_cell(Cell(3, 0), "19"),
        ]
    )
    assert laid(grid, 0, 90, "").numeric == {0}


def test_a_table_too_wide_for_a_page_becomes_records_with_the_heads_of_their_columns() -> None:
    found = laid(one([["Hode1", "Hode2"], ["celle1", "celle2"], ["celle3", "celle4"]]), 0, 12, "")
    texts = [["".join(b.source.segments[0].pieces[0].text for b in each.blocks) for each in row] for row in found.rows]
    assert texts == [["Hode1", "celle1"], ["Hode2", "celle2"], ["Hode1", "celle3"], ["Hode2", "celle4"]]
    assert found.records == {0, 2}
