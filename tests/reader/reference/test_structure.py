"""A reference translation beside tables, lists and notes."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from reader.parallel import ParallelText, Row, State, initial_row
from reader.reference import align
from reader.reference.cells import Cells, with_paired_cells
from reader.reference.table import Bead
from reader.text import Document, Kind, Paragraph
from tests.structures import NOTE, in_cell, paragraphs

BEFORE = "The harbour was full of ships on the day when the governor came to the town."
AFTER = "In the evening everybody went home, and nobody spoke of what they had seen there."
OTHER = "A third paragraph speaks of the weather, which was cold and wet for a whole week."


def translated(*targets: Paragraph) -> ParallelText:
    """A text whose translations are these paragraphs."""
    rows = [
        Row(replace(p, text="x"), p.text, State.DONE) if p.text else initial_row(replace(p, text="")) for p in targets
    ]
    return ParallelText(Document("", tuple(row.source for row in rows), None, "nb", True), "nb", "en", (), rows)


def placed(targets: Sequence[Paragraph], references: Sequence[Paragraph]) -> list[str]:
    reference = Document("", tuple(references), None, "en", certain=True)
    return [event.text for event in align(translated(*targets), reference)]


def around(*inside: Paragraph) -> list[Paragraph]:
    return [Paragraph(BEFORE), *inside, Paragraph(AFTER)]


def table(*rows: Sequence[str]) -> list[Paragraph]:
    return [in_cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row)]


def test_the_cells_of_a_table_are_laid_beside_the_same_cells() -> None:
    ours = table(["Goods", "Price"], ["Bread", "12"], ["Milk", "34"])
    theirs = table(["Wares", "Cost"], ["Loaf", "21"], ["Cream", "43"])
    assert placed(around(*ours), around(*theirs)) == [BEFORE, "Wares", "Cost", "Loaf", "21", "Cream", "43", AFTER]


def test_an_empty_cell_stays_empty_and_no_cell_moves_up() -> None:
    ours = table(["Bread", ""], ["", "34"])
    theirs = table(["", "21"], ["Cream", "43"])
    assert placed(around(*ours), around(*theirs)) == [BEFORE, "", "21", "Cream", "43", AFTER]


def test_the_paragraphs_of_a_cell_go_one_beside_the_other_if_there_are_as_many() -> None:
    ours = [in_cell("milk", 0, 0), in_cell("bread", 0, 0), in_cell("wine", 0, 1)]
    theirs = [in_cell("cream", 0, 0), in_cell("loaf", 0, 0), in_cell("beer", 0, 1), in_cell("gin", 0, 1)]
    assert placed(around(*ours), around(*theirs)) == [BEFORE, "cream", "loaf", "beer\ngin", AFTER]


def test_a_table_of_another_size_loses_no_text() -> None:
    ours, theirs = table(["Bread", "12"]), table(["Loaf", "21", "cheap"], ["Cream", "43", "dear"])
    found = placed(around(*ours), around(*theirs))
    assert "\n".join(filter(None, found)).split() == " ".join(p.text for p in around(*theirs)).split()


def test_tables_between_other_paragraphs_are_not_laid_side_by_side() -> None:
    ours = [Paragraph(BEFORE), *table(["Bread", "12"]), Paragraph(AFTER), Paragraph(OTHER)]
    theirs = [Paragraph(BEFORE), Paragraph(AFTER), *table(["Loaf", "21"]), Paragraph(OTHER)]
    found = placed(ours, theirs)
    assert (found[0], found[3].split("\n")[0], found[4].split("\n")[-1]) == (BEFORE, AFTER, OTHER)
    assert found[1:3] != ["Loaf", "21"]


def test_tables_of_which_only_what_stands_before_belongs_together_are_not_laid_side_by_side() -> None:
    beads = [Bead((0, 1), (0, 1)), Bead((1, 3), (1, 4)), Bead((3, 4), (4, 5))]
    assert with_paired_cells(beads, [cells(1, 1, 2)], [cells(1, 1, 2)])[0] == beads


def test_a_marker_that_differs_stands_before_the_text() -> None:
    item = Paragraph(BEFORE, Kind.LIST_ITEM, level=1, marker="1.")
    note = Paragraph(AFTER, Kind.NOTE, marker="1.", within=(NOTE,))
    assert placed([item, note], [replace(item, marker="a)"), note]) == [f"a) {BEFORE}", AFTER]
    assert placed([item, note], [replace(item, marker=""), replace(note, marker="*")]) == [BEFORE, f"* {AFTER}"]


def test_what_is_added_behind_a_divided_paragraph_goes_with_it_though_rows_are_empty() -> None:
    rule = Paragraph("", Kind.RULE)
    ours = [rule, rule, Paragraph(BEFORE), Paragraph(OTHER), Paragraph(AFTER)]
    added = "Translator's note: this was printed by a small press, long ago, in another country."
    found = placed(ours, [Paragraph(f"{BEFORE} {OTHER}"), Paragraph(added), Paragraph(AFTER)])
    assert found == ["", "", BEFORE, f"{OTHER}\n{added}", AFTER]


@given(paragraphs())
def test_a_text_beside_itself_is_laid_paragraph_by_paragraph_in_tables(found: Sequence[Paragraph]) -> None:
    first = Paragraph(BEFORE)
    ours = [first, *found, Paragraph(AFTER)]
    placed_ = placed(ours, ours)
    assert sorted("\n".join(placed_).split()) == sorted(" ".join(p.text for p in ours).split())


# ---- Beads ----


def cells(first: int, rows: int, columns: int) -> Cells:
    """A table in which each cell has one text."""
    places = {(r, c): first + r * columns + c for r in range(rows) for c in range(columns)}
    texts = {place: [item] for place, item in places.items()}
    return Cells(first, first + rows * columns, (rows, columns), texts, places)


def test_beads_in_tables_that_belong_together_become_cells() -> None:
    beads = [Bead((0, 1), (0, 1)), Bead((1, 3), (1, 2)), Bead((3, 4), (2, 5)), Bead((4, 6), (5, 6))]
    found, alone = with_paired_cells(beads, [cells(1, 2, 2)], [cells(1, 2, 2)])
    assert [(bead.first, bead.second) for bead in found] == [
        *(((n, n + 1), (n, n + 1)) for n in range(5)),
        ((5, 6), (5, 6)),
    ]
    assert alone == {}


def test_tables_whose_neighbours_do_not_belong_together_stay() -> None:
    beads = [Bead((0, 1), (0, 0)), Bead((1, 3), (0, 3)), Bead((3, 4), (3, 4))]
    assert with_paired_cells(beads, [cells(1, 1, 2)], [cells(1, 1, 2)])[0] == beads
