"""Tables of HTML: every cell has its place, and what is no table is dissolved."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.html import parse_html
from reader.text import Kind
from tests.reader.formats.table_checks import check_tables


def places(markup: str) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, rows and columns of each paragraph in a cell."""
    found = [(p.text, p.cell.cell) for p in parse_html(markup).paragraphs if p.cell]
    return [(text, c.row, c.column, c.rows, c.columns) for text, c in found if c]


def kinds(markup: str) -> list[tuple[Kind, str]]:
    return [(p.kind, p.text) for p in parse_html(markup).paragraphs]


def test_a_cell_has_its_place_and_an_empty_one_too() -> None:
    table = "<table><tr><td>a<td><tr><td>c<td>d</table>"
    assert places(table) == [("a", 0, 0, 1, 1), ("", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]


def test_cells_that_cover_several_keep_others_out() -> None:
    table = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>"
    assert places(table) == [
        ("a", 0, 0, 2, 1),
        ("b", 0, 1, 1, 2),
        ("c", 1, 1, 1, 1),
        ("d", 1, 2, 1, 1),
        ("e", 2, 0, 1, 1),
        ("f", 2, 1, 1, 1),
        ("g", 2, 2, 1, 1),
    ]


def test_a_cell_gives_way_to_one_from_above() -> None:
    table = "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d<td colspan=2>e</table>"
    assert places(table)[2:] == [("c", 0, 2, 2, 1), ("d", 1, 0, 1, 1), ("e", 1, 1, 1, 1)]


def test_short_rows_are_filled_up() -> None:
    assert places("<table><tr><td>a<td>b<td>c<tr><td>d</table>")[3:] == [
        ("d", 1, 0, 1, 1),
        ("", 1, 1, 1, 1),
        ("", 1, 2, 1, 1),
    ]


def test_rows_and_columns_in_which_no_cell_begins_are_dropped() -> None:
    table = "<table><tr><td colspan=5>a<td rowspan=9>b<tr></tr><tr><td colspan=5>c</table>"
    assert places(table) == [("a", 0, 0, 1, 1), ("b", 0, 1, 2, 1), ("c", 1, 0, 1, 1)]


def test_heads_and_alignment_are_told() -> None:
    heads = "<thead><tr><td>a<td align=right>b</thead>"
    markup = f"<table>{heads}<tr><th style='text-align: center'>c<td>d<tr><td>e<td>f</table>"
    cells = [p.cell.cell for p in parse_html(markup).paragraphs if p.cell and p.cell.cell]
    assert [(cell.head, cell.align) for cell in cells] == [
        (True, ""),
        (True, "r"),
        (True, "c"),
        *[(False, "")] * 3,
    ]


def test_a_list_in_a_cell_is_in_the_cell() -> None:
    builder = parse_html("<table><tr><td>a<td><ul><li>b<li>c</ul>d</table>")
    inside = [(p.kind, p.text, p.level, p.cell and p.cell.cell and p.cell.cell.column) for p in builder.paragraphs]
    assert inside == [
        (Kind.TABLE_CELL, "a", 0, 0),
        (Kind.LIST_ITEM, "b", 1, 1),
        (Kind.LIST_ITEM, "c", 1, 1),
        (Kind.TABLE_CELL, "d", 0, 1),
    ]


def test_a_caption_stands_before_its_table() -> None:
    expected = [(Kind.CAPTION, "navn"), (Kind.TABLE_CELL, "a"), (Kind.TABLE_CELL, "b")]
    assert kinds("<table><caption>navn</caption><tr><td>a<td>b</table>") == expected
    assert kinds("<table><tr><td>a<td>b<caption>navn</caption></table>") == expected


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>{}</table>",
        "<table role=presentation><tr><td>{}<td><tr><td></table>",
        "<table><tr><td>{}<td><table><tr><td>a<td>b</table></table>",
    ],
    ids=["one cell", "marked as layout", "one row around a table"],
)
def test_a_table_that_only_arranges_is_dissolved(table: str) -> None:
    assert kinds(table.format("<h1>en</h1><p>to</p>"))[:2] == [(Kind.TITLE, "en"), (Kind.PARAGRAPH, "to")]


def test_a_table_in_one_that_is_dissolved_stands_by_itself() -> None:
    markup = "<table><tr><td>før<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>"
    assert [text for text, *_ in places(markup)] == ["a", "b", "c", "d"]


def test_a_table_in_a_cell_of_a_true_one_is_read_into_the_cell() -> None:
    markup = "<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>"
    assert [(text, row, column) for text, row, column, *_ in places(markup)] == [
        ("a", 0, 0),
        ("b", 0, 1),
        ("c", 0, 1),
        ("d", 1, 0),
        ("e", 1, 1),
    ]


@pytest.mark.parametrize(
    "row",
    ["<td>a" * 65, "<td>a<td colspan=64>a", f"<td>{'<p>a' * 201}<td>b", f"<td>{'ord ' * 5001}<td>b"],
    ids=["columns", "columns of one cell", "paragraphs", "characters"],
)
def test_a_table_that_is_too_large_is_read_as_paragraphs_and_counted(row: str) -> None:
    builder = parse_html(f"<table><tr>{row}<tr><td>slutt<td>b</table>")
    assert {(p.kind, p.within) for p in builder.paragraphs} == {(Kind.PARAGRAPH, ())}
    assert "slutt" in [p.text for p in builder.paragraphs]
    assert builder.layout.wide == 1


def test_a_table_in_a_cell_that_is_too_wide_is_read() -> None:
    builder = parse_html("<table><tr><td colspan=65>a<table><tr><td>b<td>c</table></table>")
    assert [p.text for p in builder.paragraphs] == ["a", "b", "c"]
    assert builder.layout.wide == 1


def test_many_short_rows_are_not_filled_without_end() -> None:
    markup = f"<table><tr>{'<td>a' * 60}{'<tr><td>b' * 3000}</table>"
    builder = parse_html(markup)
    assert len(builder.paragraphs) == 3060
    assert builder.layout.wide == 1


def test_names_in_a_table_stay_with_their_cells() -> None:
    builder = parse_html("<table><tr><td>a<td><tr><td id=her>b<td>c</table><p id=der>slutt")
    targets = builder.targets()
    assert [builder.paragraphs[targets[name]].text for name in ("her", "der")] == ["b", "slutt"]


_TAGS = "<table> </table> <tr> <td> <td> <td> <th> <td_rowspan=2> <td_colspan=3> <caption> <p> <ul> <li> </ul> a b"
TAGS = st.sampled_from(_TAGS.split())


@given(st.lists(TAGS, max_size=40))
def test_no_two_cells_overlap_and_none_is_missing(tags: list[str]) -> None:
    markup = "<table><tr>" + " ".join(tags).replace("_", " ")
    paragraphs = tuple(parse_html(markup).paragraphs)
    assert sum(p.text.count("a") + p.text.count("b") for p in paragraphs) == sum(tag in ("a", "b") for tag in tags)
    check_tables(paragraphs)
