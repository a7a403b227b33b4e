"""What is read of PDF files by their structure trees, and which of these are not relied on."""

from collections.abc import Sequence

import pytest

from reader.formats.pdf.document import parse_pdf
from reader.text import Kind, Paragraph
from tests.lines_run import lines_run
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset
from tests.reader.formats.pdf.written import Branch, branch, marked, tagged

# Lines that look like one paragraph.
ROWS = [
    "The ferry to the island leaves at seven in the morning and comes back",
    "at night from the other side, and the skipper says that it will do so",
    "on Sundays in the summer too. Nobody has asked for that in the winter,",
    "when the sea is rough, and few are those who would come with him then.",
]
PAGE = marked(*((60, 700 - 12 * number, text) for number, text in enumerate(ROWS)))
WHOLE = [" ".join(ROWS)]
SHORT = ["The ferry goes.", "It comes back at seven in the evening.", "Nobody is here."]
SHORT_PAGE = marked(*((60, 700 - 30 * number, text) for number, text in enumerate(SHORT)))


def read(tree: Branch, *pages: str) -> Sequence[Paragraph]:
    return parse_pdf(tagged(tree, *pages), "fil").paragraphs


def texts(tree: Branch, *pages: str) -> list[str]:
    return [paragraph.text for paragraph in read(tree, *pages)]


def test_elements_are_paragraphs_whatever_they_look_like() -> None:
    tree = branch("Document", branch("H1", (0, 0)), branch("H3", (0, 1)), branch("P", (0, 2), branch("Span", (0, 3))))
    assert [(p.kind, p.level, p.text) for p in read(tree, PAGE)] == [
        (Kind.TITLE, 1, ROWS[0]),
        (Kind.HEADING, 3, ROWS[1]),
        (Kind.PARAGRAPH, 0, f"{ROWS[2]} {ROWS[3]}"),
    ]


def test_lists_are_nested_as_the_tree_has_them() -> None:
    # All begin at the same place, and one says more in a second paragraph.
    rows = ["Food", "Fruit", "Apples that are sweet", "and keep for long", "Pears", "Fish"]
    labels = ["1.", "a.", "b.", "2."]
    heights = [688, 676, 652, 640]
    page = marked(
        *((80, 700 - 12 * number, text) for number, text in enumerate(rows)),
        *((60, height, label) for height, label in zip(heights, labels, strict=True)),
    )
    apples = branch("LI", branch("Lbl", (0, 7)), branch("LBody", branch("P", (0, 2)), branch("P", (0, 3))))
    pears = branch("LI", branch("Lbl", (0, 8)), branch("LBody", (0, 4)))
    fruit = branch("LI", branch("Lbl", (0, 6)), branch("LBody", (0, 1), branch("L", apples, pears)))
    tree = branch("L", fruit, branch("LI", branch("Lbl", (0, 9)), branch("LBody", (0, 5))))
    found = [(p.kind, p.level, p.marker, p.text) for p in read(branch("Document", branch("P", (0, 0)), tree), page)]
    item = Kind.LIST_ITEM
    assert found[1:] == [
        (item, 1, "1.", "Fruit"),
        (item, 2, "a.", "Apples that are sweet"),
        (Kind.PARAGRAPH, 2, "", "and keep for long"),
        (item, 2, "b.", "Pears"),
        (item, 1, "2.", "Fish"),
    ]


def test_a_table_has_the_cells_of_the_tree_and_goes_on_on_the_next_page() -> None:
    head = marked(
        (60, 700, "Fish and"), (60, 688, "other food"), (300, 700, "Price"), (60, 676, "Cod"), (300, 676, "8")
    )
    rest = marked((60, 700, "Salmon"), (300, 700, "95"), (60, 600, "Nobody buys it."))
    rows = (
        branch("TR", branch("TH", branch("P", (0, 0), (0, 1))), branch("TH", (0, 2))),
        branch("TR", branch("TD", (0, 3)), branch("TD", (0, 4))),
    )
    tree = branch(
        "Document",
        branch("Table", *rows, branch("TR", branch("TD", (1, 0)), branch("TD", (1, 1)))),
        branch("P", (1, 2)),
    )
    found = read(tree, head, rest)
    cells = [(p.text, box.cell.row, box.cell.column) for p in found if (box := p.cell) and box.cell]
    assert cells == [
        *(("Fish and other food", 0, 0), ("Price", 0, 1), ("Cod", 1, 0)),
        *(("8", 1, 1), ("Salmon", 2, 0), ("95", 2, 1)),
    ]
    assert found[-1].text == "Nobody buys it." and found[-1].cell is None


def test_what_looks_like_a_heading_is_none_where_the_tree_has_others() -> None:
    page = marked((60, 760, "Ferries"), size=20) + marked((60, 720, "To be read first"), size=14, first=1)
    tree = branch("Document", branch("H1", (0, 0)), branch("P", (0, 1)), branch("P", (0, 2)))
    found = read(tree, page + marked((60, 690, ROWS[0]), first=2))
    assert [p.kind for p in found] == [Kind.TITLE, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_a_cell_that_covers_rows_has_none_below_it() -> None:
    page = marked((60, 700, "Cod"), (300, 700, "Fresh"), (300, 688, "Frozen"), (300, 676, "Dried"))
    rows = (
        branch("TR", branch("TD", (0, 0), attributes="/A<</O/Table/RowSpan 3>>"), branch("TD", (0, 1))),
        *(branch("TR", branch("TD", (0, number))) for number in (2, 3)),
    )
    found = read(branch("Document", branch("Table", *rows)), page)
    assert [(box.cell.row, box.cell.column, box.cell.rows) for p in found if (box := p.cell) and box.cell] == [
        *((0, 0, 3), (0, 1, 1), (1, 1, 1), (2, 1, 1))
    ]


def test_a_table_that_only_arranges_what_stands_in_it_is_read_as_paragraphs() -> None:
    rows = (branch("TR", branch("TD", branch("P", (0, number))), branch("TD")) for number in range(3))
    found = read(branch("Document", branch("Table", *rows)), SHORT_PAGE)
    assert [(p.kind, p.text) for p in found] == [(Kind.PARAGRAPH, text) for text in SHORT]


def test_a_paragraph_goes_on_on_the_next_page_if_the_tree_says_so() -> None:
    pages = marked((60, 700, "It is short.")), marked((60, 700, "And it goes on."))
    whole = branch("Document", branch("P", (0, 0), (1, 0)))
    assert texts(whole, *pages) == ["It is short. And it goes on."]
    assert texts(branch("Document", branch("P", (0, 0)), branch("P", (1, 0))), *pages) == [
        "It is short.",
        "And it goes on.",
    ]


def headings(*numbers: int, page: int = 0) -> list[Branch]:
    return [branch("H1", (page, number)) for number in numbers]


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(branch("Document", *(branch("P", (0, number)) for number in range(4))), id="lines"),
        pytest.param(branch("Document", *headings(0)), id="some"),
        pytest.param(branch("Document", *headings(3, 1, 2, 0)), id="order"),
        pytest.param(branch("Document", *headings(0, 1, 2, 3), *[(0, 9)] * 50_000), id="many"),
    ],
)
def test_a_tree_that_cannot_be_relied_on_is_not_used(tree: Branch) -> None:
    assert texts(tree, PAGE) == WHOLE


def test_a_tree_with_all_of_a_page_in_one_paragraph_is_not_used() -> None:
    assert texts(branch("Document", branch("P", (0, 0), (0, 1), (0, 2))), SHORT_PAGE) == SHORT


def test_trees_are_not_used_where_most_pages_of_a_file_have_none_that_can_be_relied_on() -> None:
    tree = branch("Document", *headings(0, 1, 2, 3), *(branch("P", (page, 0)) for page in (1, 2)))
    assert texts(tree, PAGE, PAGE, PAGE) == WHOLE * 3


def test_a_tree_whose_cells_stand_elsewhere_is_not_used() -> None:
    page = marked(
        *((60 + 200 * (n % 2), 700 - 12 * (n // 2), f"{'Left' if n % 2 == 0 else 'Right'} {n}") for n in range(8))
    )
    rows = [branch("TR", branch("TD", (0, 2 * n + 1)), branch("TD", (0, 2 * n))) for n in range(4)]
    found = read(branch("Document", branch("Table", *rows)), page)
    assert [p.text for p in found] == [text for n in (0, 2, 4, 6) for text in (f"Left {n}", f"Right {n + 1}")]


def test_what_no_element_has_is_read_where_it_stands() -> None:
    rows = [(60, 760 - 12 * number, ROWS[0]) for number in range(40)]
    page = marked(*rows, (400, 500, "Sum"), (60, 100, "The end."))
    tree = branch("Document", *headings(*range(40)), branch("P", (0, 41)))
    found = texts(tree, page)
    assert len(found) == 42 and found.index("Sum") == 22


def test_the_parts_of_a_typeset_document_are_those_of_its_tree() -> None:
    cells = ["Vare", "Antall", "Pris", "Melk fra kua på garden til naboen", "2", "40"]
    blocks = [
        *(Set("heading", "Ferja"), Set("note", "Den går", more=("Om sommeren.", "hver dag.")), Set("item", "Bjørk")),
        *(Set("table", more=cells), Set("paragraph", "Takk.")),
    ]
    found = parse_pdf(typeset(blocks, Layout(ruled=False, width=260), tagged=True), "fil").paragraphs
    kinds = [Kind.TITLE, Kind.PARAGRAPH, Kind.LIST_ITEM, *[Kind.TABLE_CELL] * 6, Kind.PARAGRAPH, Kind.NOTE]
    assert [p.kind for p in found] == kinds
    assert [p.text for p in found] == ["Ferja", "Den går1 hver dag.", "Bjørk", *cells, "Takk.", "Om sommeren."]


def test_short_lines_of_a_paragraph_stay_lines() -> None:
    address = ["Solsiden", "v/ Anne Lie", "Solveien 3", "0198 Oslo"]
    page = marked(*((60, 700 - 12 * number, text) for number, text in enumerate(address)))
    assert texts(branch("Document", branch("P", *((0, number) for number in range(4)))), page) == ["\n".join(address)]
    heading = branch("Document", branch("H1", *((0, number) for number in range(4))))
    assert texts(heading, page) == [" ".join(address)]


def test_the_columns_of_a_table_are_looked_at_in_linear_time() -> None:
    def work(columns: int) -> int:
        rows = [branch("TR", *(branch("TD", (0, row * columns + n)) for n in range(columns))) for row in range(2)]
        page = marked(*((20 + n, 700 - 9 * row, "a") for row in range(2) for n in range(columns)), size=1)
        file = tagged(branch("Document", branch("Table", *rows)), page)
        return lines_run(lambda: parse_pdf(file, "fil"))

    work(2)  # what is imported late
    assert work(520) < 2.2 * work(260)
