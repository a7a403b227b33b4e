"""Tables of plain text: which lines are one, and its cells."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.plaintext import parse_plain_text
from reader.text import Cell, Kind, Paragraph
from tests.plain_texts import WORDS, barred, boxed

Rows = list[list[str]]


def rows(fewest: int = 2, columns: int = 2) -> st.SearchStrategy[Rows]:
    """Cells of words, the first column full."""
    cell = st.lists(WORDS.filter(str.isalpha), max_size=3).map(" ".join)
    full = st.lists(WORDS.filter(str.isalpha), min_size=1, max_size=3).map(" ".join)
    return st.integers(columns, 5).flatmap(
        lambda n: st.lists(st.tuples(full, *[cell] * (n - 1)).map(list), min_size=fewest, max_size=6)
    )


def cells(text: str) -> list[tuple[Cell, str]]:
    found = parse_plain_text(text).paragraphs
    return [(box.cell, p.text) for p in found if (box := p.cell) is not None and box.cell is not None]


def grid(text: str) -> Rows:
    """The texts of a table by rows; the text must be one table."""
    assert all(paragraph.cell for paragraph in parse_plain_text(text).paragraphs)
    result: Rows = []
    for cell, content in cells(text):
        if cell.column == 0:
            result.append([])
        result[-1].append(content)
    return result


def heads(text: str) -> list[str]:
    return [content for cell, content in cells(text) if cell.head]


@given(rows())
def test_bars_make_cells(found: Rows) -> None:
    assert grid("\n".join(barred(found).lines)) == found


@given(rows())
def test_boxes_make_cells_of_several_lines(found: Rows) -> None:
    assert grid("\n".join(boxed(found).lines)) == found


@given(rows())
def test_tabs_make_cells(found: Rows) -> None:
    filled = [column for column in zip(*found, strict=True) if any(column)]
    if len(filled) > 1:
        assert grid("\n".join("\t".join(row) for row in found)) == [list(row) for row in zip(*filled, strict=True)]


@given(st.lists(st.tuples(WORDS.filter(str.isalpha), st.integers(1, 9999)), min_size=3, max_size=9))
def test_columns_of_words_and_figures_make_cells(found: list[tuple[str, int]]) -> None:
    text = "\n".join(f"{word:12}{number:6}" for word, number in found)
    assert grid(text) == [[word, str(number)] for word, number in found]


def test_a_ruler_tells_the_head_and_how_columns_are_aligned() -> None:
    found = cells("| Vare | Antall | Pris |\n|:--|:-:|--:|\n| Mel | 2 | 30 |")
    assert [(cell.head, cell.align) for cell, _ in found] == [(True, a) for a in "lcr"] + [(False, a) for a in "lcr"]


@pytest.mark.parametrize(
    "text",
    [
        "Vare | Pris\n---|---\nMel | 30",
        "Vare   Pris\n-----  ----\nMel    30",
        "+------+------+\n| Vare | Pris |\n+======+======+\n| Mel  | 30   |\n+------+------+",
        "+------+------+\n| Vare | Pris |\n+------+------+\n| Mel  | 30   |\n| Egg  | 40   |\n+------+------+",
        "Vare\tPris\nMel\t30",
        "| Vare | Pris |\n| Mel | 30 |",
    ],
)
def test_the_first_row_is_the_head(text: str) -> None:
    assert heads(text) == ["Vare", "Pris"]


@given(st.integers(1600, 2050), st.integers(2, 4), st.lists(st.integers(1, 999), min_size=2, max_size=4))
def test_years_above_other_figures_are_heads(year: int, columns: int, figures: list[int]) -> None:
    years = [str(year + place) for place in range(columns)]
    below = [["Inntekter", *[str(figure)] * columns] for figure in figures]
    text = "\n".join("\t".join(row) for row in [["Post", *years], *below])
    assert heads(text) == ["Post", *years]


def test_years_above_years_are_no_heads() -> None:
    assert heads("1990\t1994\n1991\t1995\n1992\t1996") == []


def test_cells_in_boxes_cover_several_rows_and_columns() -> None:
    text = "+---+---+\n| a     |\n+---+---+\n| b | c |\n|   +---+\n|   | d |\n+---+---+"
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell, _ in cells(text)] == [
        (0, 0, 1, 2),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (2, 1, 1, 1),
    ]


def test_a_cell_may_hold_a_list() -> None:
    found = parse_plain_text("+-----+-------+\n| Mat | - mel |\n|     | - egg |\n+-----+-------+").paragraphs
    assert [(p.kind, p.marker, p.text) for p in found] == [
        (Kind.TABLE_CELL, "", "Mat"),
        (Kind.LIST_ITEM, "•", "mel"),
        (Kind.LIST_ITEM, "•", "egg"),
    ]
    assert found[1].within == found[2].within


def test_words_in_three_even_lines_make_cells() -> None:
    assert grid("Åse    gikk\nPer    kom\nOla    sov") == [["Åse", "gikk"], ["Per", "kom"], ["Ola", "sov"]]


def test_boxes_may_be_drawn() -> None:
    assert grid("┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ c │   │\n└───┴───┘") == [["a", "b"], ["c", ""]]


def test_a_bar_may_stand_in_a_cell() -> None:
    assert grid("| a | b |\n|---|---|\n| x \\| y | z |") == [["a", "b"], ["x | y", "z"]]


def test_short_rows_are_filled_up() -> None:
    assert grid("| a | b |\n|---|---|\n| x |") == [["a", "b"], ["x", ""]]


def test_tables_are_counted_and_text_goes_on_between() -> None:
    found = parse_plain_text("a\tb\nc\td\n\nMellom.\n\ne\tf\ng\th").paragraphs
    assert [box.number if (box := p.cell) else None for p in found] == [0] * 4 + [None] + [1] * 4


def test_a_table_in_a_list_knows_it() -> None:
    found = parse_plain_text("- Priser:\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- Slutt").paragraphs
    assert [box.level for p in found if (box := p.cell)] == [1] * 4
    assert found[-1] == Paragraph("Slutt", Kind.LIST_ITEM, level=1, marker="•")


@pytest.mark.parametrize(
    "text",
    [
        "a | b | c",
        "Hjem | Om oss\nHer står det noe annet.",
        "Åse    gikk\nPer    kom",
        "Åse  gikk hjem\nfor det   var sent\nog mørkt  ute",
        "Navn:\tÅse",
        "Navn:\t\tÅse\nBy:\tOslo",
        "+---+\n| a",
        "+---+---+\n| a     |\n|   +---+\n| b | c |\n+---+---+",
        "| a\n| b",
        "| a | b |",
    ],
)
def test_what_is_not_certainly_a_table_keeps_its_lines(text: str) -> None:
    assert [paragraph.text for paragraph in parse_plain_text(text).paragraphs] == [text]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("1.\tmelk\n2.\tegg", ["1.", "2."]),
        ("•\tmelk\no\tskummet\n•\tegg", ["•", "•", "•"]),
        ("1.1\tmelk\n1.2\tegg", ["1.1", "1.2"]),
        ("1.\tmelk som\n\ter skummet\n2.\tegg", ["1.", "2."]),
    ],
)
def test_markers_and_a_tab_are_a_list(text: str, markers: list[str]) -> None:
    assert [p.marker for p in parse_plain_text(text).paragraphs] == markers


@pytest.mark.parametrize(
    "text",
    [
        f"{'| a ' * 40}|\n{'|---' * 40}|\n" + "| b |\n" * 9,
        "\t".join("abc" * 40) + "\n" + "\t".join("abc" * 40),
        f"{'ord ' * 6000}\ta\nb\tc",
    ],
    ids=["a row of many cells above rows of one", "more columns than fit", "a row longer than a page"],
)
def test_a_table_too_wide_to_be_laid_out_is_text(text: str) -> None:
    assert cells(text) == []


@pytest.mark.parametrize("unit", ["| a | b |\n", "a\tb\n", "a   b\n", "+--+--+\n| a | b |\n", "┌┬", "| a ", "a   "])
def test_a_long_table_is_read(unit: str) -> None:
    assert parse_plain_text(unit * 2000).paragraphs


@pytest.mark.parametrize("text", ["+---+---+\n| a | b | ute\n+---+---+", "    +---+\n|ute| b |\n    +---+"])
def test_words_beside_a_box_are_not_lost(text: str) -> None:
    assert "ute" in " ".join(p.text for p in parse_plain_text(text).paragraphs)


def budget(*rows: str) -> list[str]:
    return ["{:12}{:>10}{:>12}".format(*row.split()) for row in rows]


BUDGET = budget("Post Januar Februar", "Strøm 1200,00 980,50", "Vann 300,00 310,00")


@pytest.mark.parametrize("between", ["", "-----------------------------------", "=" * 34])
def test_a_head_may_stand_apart_from_its_columns(between: str) -> None:
    text = "\n".join([BUDGET[0], between, *BUDGET[1:]])
    assert heads(text) == ["Post", "Januar", "Februar"]
    assert grid(text)[1:] == [["Strøm", "1200,00", "980,50"], ["Vann", "300,00", "310,00"]]


def test_a_line_above_the_sum_is_none_of_the_table() -> None:
    text = "\n".join([*BUDGET, "-" * 34, *budget("Sum 1500,00 1290,50")])
    assert [row[0] for row in grid(text)] == ["Post", "Strøm", "Vann", "Sum"]
    assert heads(text) == ["Post", "Januar", "Februar"]


@pytest.mark.parametrize(
    "text", ["Oslo      mai\n\nKari Moe  leder\nOle Dahl  kasserer", "Moe    Lie\n----------\nleder  nestleder"]
)
def test_words_in_line_that_a_gap_parts_make_no_table(text: str) -> None:
    assert cells(text) == []


@given(st.lists(st.tuples(WORDS.filter(str.isalpha), WORDS), min_size=3, max_size=6))
def test_the_longest_label_is_in_line_with_the_others(found: list[tuple[str, str]]) -> None:
    width = max(len(label) for label, _ in found) + 2
    text = "\n".join(f"{label + ':':{width}}{value}" for label, value in found)
    if "  " in text:
        assert grid(text) == [[f"{label}:", value] for label, value in found]


def test_a_label_that_is_not_in_line_with_others_belongs_to_no_table() -> None:
    text = "Eier:     Moe\nHavn:     Ask\nFarge: rød"
    assert [p.text for p in parse_plain_text(text).paragraphs] == [text]


@given(rows(), st.sampled_from("│┃║"))
def test_drawn_bars_make_cells_without_a_box(found: Rows, bar: str) -> None:
    assert grid("\n".join(barred(found).lines[:1] + barred(found).lines[2:]).replace("|", bar)) == found


def test_a_drawn_line_parts_the_head_from_the_rows_without_a_box() -> None:
    text = "│ By   │ Land  │\n├──────┼───────┤\n│ Oslo │ Norge │\n│ Turku│ Suomi │"
    assert heads(text) == ["By", "Land"]
    assert grid(text)[1:] == [["Oslo", "Norge"], ["Turku", "Suomi"]]


def test_words_above_figures_are_heads_in_boxes() -> None:
    border, head = "+------+-----+", "| Vare | Kg  |"
    assert heads("\n".join([border, head, border, "| Mel  | 12  |", border])) == ["Vare", "Kg"]
    assert heads("\n".join([border, head, border, "| Mel  | 12  |", border, "| Egg  | 3   |", border])) == [
        "Vare",
        "Kg",
    ]
    assert heads("\n".join([border, head, border, "| Mel  | fin |", border])) == []
