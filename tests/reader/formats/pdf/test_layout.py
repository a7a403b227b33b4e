"""What is read of PDF files that only show by their layout what belongs together."""

from collections.abc import Sequence

import pytest

from reader.formats.pdf.document import parse_pdf
from reader.text import Paragraph
from tests.reader.formats.pdf.written import lines, written

PROSE = "The ferry to the island leaves at seven in the morning and comes back at night."


def at(x: int, y: int, texts: Sequence[str]) -> str:
    """Lines from a point on."""
    return lines(texts).replace("60 700", f"{x} {y}")


def read(*pages: str) -> Sequence[Paragraph]:
    return parse_pdf(written(*pages), "fil").paragraphs


def test_the_lines_of_addresses_stay_lines_apart_from_the_text() -> None:
    sender = ["Statens vegvesen", "Postboks 1010 Nordre Aal", "2605 Lillehammer"]
    receiver = ["Kari Nordmann", "Storgata 12 B", "7010 Trondheim", "kari@eksempel.no"]
    found = read(at(60, 740, receiver) + at(360, 740, sender) + at(60, 600, [PROSE, PROSE]))
    assert [p.text for p in found] == ["\n".join(receiver), "\n".join(sender), f"{PROSE} {PROSE}"]


def test_two_lines_with_labels_stay_lines() -> None:
    values = ["Date: 2024-03-14", "Case: 2023-4512-7"]
    assert [p.text for p in read(at(60, 740, values))] == ["\n".join(values)]


@pytest.mark.parametrize(
    "rows",
    [
        ["He met Anne from", "Bergen and then", "Per and Espen left", "them before noon"],
        ["Agency of the", "Administration of", "Norway, and of Sweden"],
        ["Bergen lies near", "Sweden"],
    ],
)
def test_short_lines_of_running_text_are_joined(rows: list[str]) -> None:
    assert [p.text for p in read(at(60, 700, rows))] == [" ".join(rows)]


def table(rows: Sequence[Sequence[str]], *, gap: int) -> str:
    """Rows of cells so far apart, whose lines are parted by "|", without lines around them."""
    shown, y = "", 700
    for row in rows:
        shown += "".join(at(60 + 180 * n, y, cell.split("|")) for n, cell in enumerate(row) if cell)
        y -= 12 * max(cell.count("|") for cell in row) + gap
    return shown


def cells(found: Sequence[Paragraph]) -> list[tuple[int, int, str]]:
    return [(box.cell.row, box.cell.column, p.text) for p in found if (box := p.cell) and box.cell and p.text]


def test_cells_over_several_lines_are_whole_where_no_lines_are_drawn() -> None:
    rows = [
        *(
            ["Item", "About", "Price"],
            ["Hours in|February|and March|and May|or June", "Advice on baking|and on accounts", "950"],
        ),
        *(["Travel", "By train", "1240"], ["", "Sum", "2190"], ["Expenses as|listed", "Paper", "356"]),
    ]
    expected = [
        (number, column, cell.replace("|", " "))
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    ]
    assert cells(read(table(rows, gap=18))) == expected


def test_text_between_rows_is_no_cell() -> None:
    rows = at(60, 700, ["Ferry", *[PROSE] * 4, "Boat"]) + at(300, 700, ["Price"]) + at(300, 640, ["Sum"])
    assert not cells(read(rows))


def test_a_cell_that_goes_on_with_small_letters_is_whole_in_a_close_table() -> None:
    rows = [["Item", "Price"], ["Travel by", "12"], ["train", ""], ["Paper", "356"], ["Ink", "40"]]
    found = cells(read(table(rows, gap=12)))
    assert [cell for cell in found if cell[0] == 1] == [(1, 0, "Travel by train"), (1, 1, "12")] and found[-1][0] == 3


def test_a_paragraph_narrower_than_its_column_is_whole() -> None:
    narrow = [*["here is how machines read the timetables"] * 3, "of ferries."]
    found = read(at(142, 700, narrow) + at(60, 600, [PROSE] * 8))
    assert found[0].text == " ".join(narrow)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Per Hansen", "head of section"], ["Silje Berg", "case worker"]),
        (["Per Hansen", "head of section", "in Oslo"], ["Silje Berg", "case worker", "in Bergen"]),
    ],
)
def test_short_columns_do_not_go_on_in_each_other(one: list[str], other: list[str]) -> None:
    found = read(at(60, 700, [PROSE] * 2) + at(60, 600, one) + at(360, 600 if len(one) == 2 else 594, other))
    start = next(place for place, p in enumerate(found) if p.text.startswith("Silje"))
    assert " ".join(p.text for p in found[1:start]).split() == " ".join(one).split()
    assert " ".join(p.text for p in found[start:]).split() == " ".join(other).split()


def test_what_is_printed_across_pages_is_told_and_no_part_of_the_text() -> None:
    across = lines(["KOPI fra arkivet"], "0.7 0.7 -0.7 0.7", size=60).replace("60 700", "120 300")
    parsed = parse_pdf(written(*[across + at(60, 700, [f"{n} {PROSE}"] * 3) for n in ("One", "Two")]), "fil")
    assert not any("KOPI" in p.text for p in parsed.paragraphs)
    assert "“KOPI fra arkivet” across 2 pages was left out." in map(str, parsed.left_out)


def test_small_letters_that_climb_are_read() -> None:
    climbing = lines(["January"], "0.7 0.7 -0.7 0.7", size=9).replace("60 700", "120 300")
    assert "January" in " ".join(p.text for p in read(climbing + at(60, 700, [PROSE] * 3)))


def test_lists_are_nested_as_far_as_they_stand_in() -> None:
    rows = [(60, "1. Fruit"), (80, "a. Apples"), (80, "b. Pears"), (60, "2. Fish")]
    found = read("".join(at(x, 700 - 12 * n, [text]) for n, (x, text) in enumerate(rows)) + at(60, 600, [PROSE]))
    assert [(p.marker, p.level) for p in found[:4]] == [("1.", 1), ("a.", 2), ("b.", 2), ("2.", 1)]
