"""Which rows stand on one line, and how wide columns are."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from reader.parallel import Row
from reader.text import Paragraph
from tests.structures import cell, document, in_cell, paragraphs
from tests.ui.reading.tables import PRICES, table
from ui.reading.grid import Grid, Lines, TableGrid


def grid_of(paragraphs: Sequence[Paragraph]) -> Grid:
    """The grid of a document; a letter is one character wide, a bold one a tenth wider."""
    found = document(*paragraphs)
    rows = [Row(paragraph) for paragraph in found.paragraphs]
    return Grid(rows.__getitem__, len(rows), found.tables, lambda word, bold: len(word) * (1.1 if bold else 1.0))


def table_of(paragraphs: Sequence[Paragraph]) -> TableGrid:
    found = grid_of(paragraphs).table(0)
    assert found is not None
    return found


def widths(found: TableGrid, room: float) -> list[float]:
    edges = found.edges(room)
    return [(right - left) * room for left, right in pairwise(edges)]


@given(paragraphs())
def test_every_row_is_on_one_line_and_those_of_a_table_row_on_the_same(found: Sequence[Paragraph]) -> None:
    grid = grid_of(found)
    lines = grid.lines
    assert [row for line in range(lines.count) for row in lines.rows(line)] == list(range(len(found)))
    for row, paragraph in enumerate(found):
        line = lines.of(row)
        assert row in lines.rows(line) and lines.first(line) == lines.rows(line)[0]
        beside = {found[other].within[0].cell.row for other in lines.rows(line) if found[other].cell}  # type: ignore[union-attr]
        assert beside == ({paragraph.cell.cell.row} if paragraph.cell and paragraph.cell.cell else set())
        assert (grid.table(line) is not None) == (paragraph.cell is not None)


def test_without_tables_a_row_is_a_line() -> None:
    lines = Lines(5, ())
    assert [lines.of(row) for row in range(5)] == list(range(5)) and lines.count == 5
    assert lines.span(range(1, 3)) == range(1, 3)


@given(paragraphs(), st.floats(5, 200))
def test_columns_share_the_whole_width(found: Sequence[Paragraph], room: float) -> None:
    grid = grid_of(found)
    for line in range(grid.lines.count):
        if (one := grid.table(line)) is not None:
            assert sum(widths(one, room)) == pytest.approx(room)
            assert all(width > 0 for width in widths(one, room))


def test_a_column_has_room_for_its_longest_word_and_more_for_more_text() -> None:
    found = table_of(table(("Nr.", "Tekst"), ("1", "Her er det mye å lese om kommunene i fylket.")))
    for room in (24.0, 40.0, 70.0):
        number, text = widths(found, room)
        assert number >= 3 * 1.1 and text >= len("kommunene") + 2
    assert widths(found, 70)[1] > 3 * widths(found, 70)[0]


def test_cells_stand_under_each_other_where_words_have_no_room() -> None:
    found = table_of(table(("1 250 000", "Menneskerettighetsloven", "ja"), header=0))
    assert found.is_narrow(sum(found.least) - 1)
    assert not found.is_narrow(sum(found.least))


def test_where_there_is_room_each_column_has_some_for_longer_words() -> None:
    found = table_of(table(("Antall", "Her er det mye å lese om kommunene i fylket."), header=0))
    assert widths(found, sum(found.best))[0] >= 1.25 * found.least[0]


@pytest.mark.parametrize("room", [35.0, 45.0, 200.0])
def test_a_short_head_has_room_for_a_longer_one_in_the_translation(room: float) -> None:
    found = table_of(table(("Nr.", "Funn", "Merknad"), ("1", "Nei", "Her er det mye å lese om kommunene i fylket.")))
    assert widths(found, room)[1] >= len("Findings") * 1.1 + 2
    assert all(width >= least for width, least in zip(widths(found, room), found.least, strict=True))


def test_figures_take_no_room_for_a_translation() -> None:
    words, figures = (table_of(table(texts, header=0)) for texts in (("kommuner", "a"), ("12345678", "a")))
    assert words.ample[0] > words.least[0] and figures.ample[0] == figures.least[0]


def test_groups_of_digits_stay_together() -> None:
    grouped, apart = (table_of(table((text, "a"), header=0)).least[0] for text in ("1 250 000", "12 50 00"))
    assert grouped > len("1 250 000") > apart


def test_empty_cells_and_cells_over_several_columns_do_not_decide_on_widths() -> None:
    plain = table(("Vare", "Pris"), ("Brød", "42"))
    merged = [*plain, in_cell("Her er det en lang merknad til alt sammen. " * 3, 2, 0, columns=2)]
    empty = [*plain, *(in_cell("", row, column) for row in range(2, 40) for column in (0, 1))]
    assert table_of(plain).best == table_of(merged).best == table_of(empty).best


def test_the_head_of_a_column_is_the_one_right_above_it() -> None:
    found = table_of(
        [
            in_cell("Begge", 0, 0, columns=2, head=True),
            in_cell("Ene", 1, 0, head=True),
            in_cell("i kroner", 1, 0, head=True),
            in_cell("", 1, 1, head=True),
            in_cell("x", 2, 0),
        ]
    )
    assert found.header == 2 and found.heads == {0: 1, 1: 0}


def test_a_cell_over_several_rows_is_open_below_all_but_the_last() -> None:
    found = table_of(
        [
            in_cell("Lang", 0, 0, rows=3),
            in_cell("a", 0, 1),
            in_cell("b", 1, 1),
            in_cell("c", 2, 1),
            in_cell("d", 3, 0, rows=9),
            in_cell("e", 3, 1),
        ]
    )
    assert [found.open_at(line) for line in range(4)] == [{0}, {0}, set(), set()]


def test_a_table_of_one_column_is_never_narrow() -> None:
    found = table_of(table(("Menneskerettighetsloven",), ("a",)))
    assert not found.is_narrow(3)


def test_of_tables_in_tables_the_outer_one_makes_the_lines() -> None:
    inner = Paragraph("Indre", within=(cell(1, 0, 0), cell(0, 0, 0)))
    outer = [Paragraph(text, within=(cell(1, *place),)) for text, place in (("Ytre", (0, 1)), ("Under", (1, 0)))]
    grid = grid_of([inner, *outer, Paragraph("Etter")])
    assert [list(grid.lines.rows(line)) for line in range(grid.lines.count)] == [[0, 1], [2], [3]]
    found = grid.table(0)
    assert found is not None and found.columns == 2


def test_cells_come_with_their_rows() -> None:
    grid = grid_of(PRICES)
    assert [(c.column, list(rows)) for c, rows in grid.cells(1)] == [(0, [3]), (1, [4, 5]), (2, [6])]
