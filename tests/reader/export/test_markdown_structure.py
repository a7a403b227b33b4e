"""Structure in Markdown: tables, lists, quotations, notes, figures; read by a parser that is not the program's own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from lxml import etree, html
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader import as_markdown
from reader.export import Layout, write_markdown
from reader.export.markdown.bilingual import markdown_bytes
from reader.formats import read_text
from reader.text import Box, BoxKind, Figure, Kind, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import options, shouted
from tests.reader.export.structured import translated
from tests.structures import EXAMPLE, NOTE, QUOTE, cell, document, in_cell, paragraphs

NOTED = Paragraph("Brent i 1624.[1]", marks=(Mark(13, 16, MarkKind.NOTE, "#note:0"),))
FIRST = Paragraph("Ifølge byen.", Kind.NOTE, marker="1.", within=(NOTE,))


def item(text: str, marker: str = "•", level: int = 1, **more: object) -> Paragraph:
    return Paragraph(text, Kind.LIST_ITEM, level=level, marker=marker, **more)  # type: ignore[arg-type]


def marked(text: str, kind: MarkKind, href: str = "") -> Paragraph:
    """`text` with the part in brackets marked, without the brackets."""
    start, end = text.index("("), text.index(")") - 1
    return Paragraph(text.replace("(", "").replace(")", ""), marks=(Mark(start, end, kind, href),))


TABLE = [in_cell("Vare", 0, 0, head=True), in_cell("Pris", 0, 1, head=True, align="r")]
TABLE += [in_cell("Brød", 1, 0), in_cell("", 1, 1, align="r")]
CASES = [
    pytest.param(TABLE, "| Vare | Pris |\n| --- | ---: |\n| Brød |  |\n", id="a table"),
    pytest.param([in_cell("a\nb", 0, 0, head=True)], "| a<br>b |\n| --- |\n", id="a line break in a cell"),
    pytest.param(
        [
            Paragraph("a", Kind.QUOTE, within=(QUOTE,)),
            Paragraph("b", Kind.QUOTE, within=(QUOTE, Box(BoxKind.QUOTE, 1))),
        ],
        "> a\n>\n> > b\n",
        id="a quotation in a quotation",
    ),
    pytest.param(
        [Paragraph(c, Kind.QUOTE, within=(Box(BoxKind.QUOTE, n),)) for n, c in enumerate("ab")],
        "> a\n\n> b\n",
        id="two quotations",
    ),
    pytest.param(
        [item("a", "2."), item("b", "☑", 2), item("c", "a)", 2)], "2. a\n\n   - [x] b\n\n   - a) c\n", id="markers"
    ),
    pytest.param(
        [Paragraph("q", Kind.QUOTE, within=(QUOTE,)), item("a", within=(QUOTE,))], "> q\n>\n> - a\n", id="a list quoted"
    ),
    pytest.param(
        [item("a"), Paragraph("q", Kind.QUOTE, level=1, within=(Box(BoxKind.QUOTE, 0, 1),))],
        "- a\n\n  > q\n",
        id="a quotation in an item",
    ),
    pytest.param(
        [NOTED, FIRST, Paragraph("Og mer.", Kind.NOTE, within=(NOTE,))],
        "Brent i 1624.[^1]\n\n[^1]: Ifølge byen.\n\n    Og mer.\n",
        id="a note of two paragraphs",
    ),
    pytest.param([Paragraph("a"), FIRST], "a\n\n\\[1\\] Ifølge byen.\n", id="a note that nothing refers to"),
    pytest.param([NOTED], "Brent i 1624.\\[1\\]\n", id="a reference to nothing"),
    pytest.param(
        [Paragraph("Ost", Kind.TERM), Paragraph("gul", Kind.DEFINITION), Paragraph("god", Kind.DEFINITION)],
        "Ost\n: gul\n: god\n",
        id="definitions",
    ),
    pytest.param([Paragraph("Ost", Kind.TERM)], "Ost\n", id="a term without a definition"),
    pytest.param([Paragraph("en\nto", Kind.VERSE)], "en\\\nto\n", id="verse"),
    pytest.param([Paragraph("x < y", Kind.MATH)], "```math\nx < y\n```\n", id="mathematics"),
    pytest.param(
        [Paragraph("Obs.", within=(Box(BoxKind.ASIDE, 0, label="tip"),))], "> [!TIP]\n> Obs.\n", id="a callout"
    ),
    pytest.param(
        [item("a", "1.", within=(Box(BoxKind.ASIDE, 0, label="Se her!"),))],
        "> **Se her!**\n>\n> 1. a\n",
        id="a text box with a list",
    ),
    pytest.param([Paragraph("Slutt", Kind.HEADING, level=2, marker="3.1")], "## 3.1 Slutt\n", id="a counted heading"),
    pytest.param([marked("10(6)", MarkKind.SUPER)], "10<sup>6</sup>\n", id="raised"),
    pytest.param([marked("a(i)b", MarkKind.SUB)], "a<sub>i</sub>b\n", id="lowered"),
    pytest.param([marked("(nei)", MarkKind.UNDERLINE)], "<u>nei</u>\n", id="underlined"),
    pytest.param([marked("La (x_{1} + 2) gå", MarkKind.MATH)], "La $x_{1} + 2$ gå\n", id="mathematics in a line"),
    pytest.param([marked("La (a <b>) gå", MarkKind.MATH)], "La a \\<b> gå\n", id="mathematics like HTML"),
    pytest.param([marked("si (oui)", MarkKind.LANGUAGE, "fr")], "si oui\n", id="another language"),
    pytest.param([marked("si (git)", MarkKind.VERBATIM)], "si git\n", id="not to be translated"),
    pytest.param([Paragraph("Koster 5 $ og {a}")], "Koster 5 \\$ og \\{a}\n", id="signs of dialects"),
]


@pytest.mark.parametrize(("found", "markdown"), CASES)
def test_structure_looks_as_people_write_it(found: list[Paragraph], markdown: str) -> None:
    assert write_markdown(found) == markdown


def test_an_image_is_shown_if_its_name_is_known_and_safe() -> None:
    figure = Paragraph("Et brød", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),))
    line = Paragraph("a \ufffc", marks=(Mark(2, 3, MarkKind.IMAGE, "figure:0"),))
    assert write_markdown([figure, line], [Figure("mappe/brød.png")]) == (
        "![Et brød](<mappe/brød.png>)\n\na ![](<mappe/brød.png>)\n"
    )
    assert write_markdown([figure], [Figure("javascript:alert(1)")]) == "Et brød\n"
    assert write_markdown([figure]) == "Et brød\n"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param([in_cell("a", 0, 0), in_cell("b", 1, 0)], id="no heads"),
        pytest.param([in_cell("a", 0, 0, head=True), in_cell("b", 1, 0, head=True)], id="heads below"),
        pytest.param([in_cell("a", 0, 0, head=True, columns=2), in_cell("b", 1, 0), in_cell("c", 1, 1)], id="merged"),
        pytest.param([in_cell("a", 0, 0, head=True), item("b", within=(cell(0, 1, 0),))], id="a list in a cell"),
        pytest.param([in_cell("a", 0, 0, head=True), in_cell("b", 1, 0), in_cell("c", 1, 0)], id="two paragraphs"),
    ],
)
def test_what_pipes_cannot_hold_is_html_that_keeps_its_markdown(table: list[Paragraph]) -> None:
    written = write_markdown([*table, Paragraph("etter")])
    assert written.startswith("<table>\n<tr>\n<t")
    root = rendered(written)
    assert len(root.findall(".//table")) == 1
    assert [p.text for p in root if p.tag == "p"] == ["etter"]


def test_two_notes_with_the_same_label_stay_two() -> None:
    twice = [replace_note(NOTED, number) for number in (0, 1)]
    notes = [
        Paragraph(c, Kind.NOTE, marker="1.", within=(Box(BoxKind.NOTE, n, label="1"),)) for n, c in enumerate("ab")
    ]
    written = write_markdown([*twice, *notes])
    assert written.endswith("1624.[^1]\n\nBrent i 1624.[^n2]\n\n[^1]: a\n\n[^n2]: b\n")


def replace_note(paragraph: Paragraph, number: int) -> Paragraph:
    [mark] = paragraph.marks
    return Paragraph(paragraph.text, marks=(Mark(mark.start, mark.end, mark.kind, f"#note:{number}"),))


# ---- Read by another parser ----


def rendered(markdown: str) -> etree._Element:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin).use(deflist_plugin)
    return html.fragment_fromstring(parser.render(markdown), create_parent="body")


def words(text: str) -> list[str]:
    return text.replace("[", " ").replace("]", " ").split()


def said(root: etree._Element) -> list[str]:
    """The words of a page, with the numbers of lists and without the links back from notes."""
    for link in root.findall(".//a[@class='footnote-backref']"):
        link.getparent().remove(link)
    return words(" ".join(root.itertext()))


@given(paragraphs())
def test_every_word_is_on_the_page_once_and_in_order(found: Sequence[Paragraph]) -> None:
    expected = [word for p in found for word in words(f"{'' if drawn(p) else p.marker} {p.text}")]
    assert said(rendered(write_markdown(found).replace("[ ] ", "☐ "))) == expected


def drawn(paragraph: Paragraph) -> bool:
    """Whether a page draws the marker itself."""
    return paragraph.kind is Kind.NOTE or paragraph.marker == "•" or paragraph.marker.endswith(".")


@given(paragraphs())
def test_every_paragraph_is_as_deep_in_quotations_and_lists_as_before(found: Sequence[Paragraph]) -> None:
    body = [p for p in found if p.note is None and p.text and not p.cell]
    root = rendered(write_markdown(body))
    leaves = [each for each in root.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6") if (each.text or "").strip()]
    assert [depth(each, "blockquote") for each in leaves] == [paragraph.quote for paragraph in body]
    assert [depth(each, "li") for each in leaves] == [p.level * (p.kind is Kind.LIST_ITEM) for p in body]


def depth(element: etree._Element, tag: str) -> int:
    return len(list(element.iterancestors(tag))) + int(element.tag == tag)


Shape = list[list[tuple[int, int, bool]]]


def shapes(root: etree._Element) -> Iterator[Shape]:
    """Rows and cells of the tables of a page: how many rows and columns a cell covers, and whether it is a head."""
    for table in root.iter("table"):
        yield [
            [(int(c.get("rowspan", 1)), int(c.get("colspan", 1)), c.tag == "th") for c in row.iter("th", "td")]
            for row in table.iter("tr")
        ]


def expected_shapes(found: Sequence[Paragraph]) -> list[Shape]:
    tables: list[Shape] = []
    for table in document(*found).tables:
        bounds = pairwise([*table.starts, table.stop])
        rows = [dict.fromkeys(p.cell.cell for p in found[slice(*bound)] if p.cell) for bound in bounds]
        tables.append([[(c.rows, c.columns, c.head) for c in row if c] for row in rows])
    return tables


@given(paragraphs())
def test_tables_keep_their_rows_and_cells(found: Sequence[Paragraph]) -> None:
    assert list(shapes(rendered(write_markdown(found)))) == expected_shapes(found)


@given(paragraphs())
def test_notes_are_linked_both_ways(found: Sequence[Paragraph]) -> None:
    root = rendered(write_markdown(found))
    notes = [each.get("id") for each in root.findall(".//li[@class='footnote-item']")]
    assert len(notes) == len(document(*found).notes)
    assert [f"#{name}" for name in notes] == [a.get("href") for a in root.findall(".//sup[@class='footnote-ref']/a")]


# ---- Both texts ----


def bilingual(layout: Layout, **more: bool) -> str:
    return markdown_bytes(shouted(EXAMPLE), options(layout, **more)).decode()


def test_side_by_side_a_table_is_one_table_with_the_columns_of_both() -> None:
    lines = bilingual(Layout.COLUMNS).split("\n")
    start = lines.index("| Vare | Innhold | VARE | INNHOLD |")
    assert lines[start - 1] == ""
    assert lines[start + 1 : start + 5] == [
        "| :--- | ---: | :--- | ---: |",
        "| Brød\\[1\\] | • mel<br>• vann | BRØD\\[1\\] | • MEL<br>• VANN |",
        "| Melk |  | MELK |  |",
        "",
    ]
    assert lines[start + 5] == "| No. | Norsk bokmål | English |"


def test_a_table_without_room_for_both_is_two_tables() -> None:
    wide = document(*(in_cell(f"ord{column}", 0, column, head=True) for column in range(4)))
    lines = markdown_bytes(shouted(wide), options()).decode().split("\n")
    assert [line for line in lines if "ord" in line.lower()] == [
        "| ord0 | ord1 | ord2 | ord3 |",
        "| ORD0 | ORD1 | ORD2 | ORD3 |",
    ]


def test_stacked_the_translation_of_a_table_is_a_table_in_a_quotation() -> None:
    root = rendered(bilingual(Layout.STACKED))
    found = [(depth(table, "blockquote"), words(" ".join(table.itertext()))) for table in root.iter("table")]
    assert found == [
        (0, ["Vare", "Innhold", "Brød", "1", "mel", "vann", "Melk"]),
        (1, ["VARE", "INNHOLD", "BRØD", "1:1", "MEL", "VANN", "MELK"]),
    ]


def test_the_translation_of_a_note_is_in_the_note() -> None:
    [note] = rendered(bilingual(Layout.STACKED)).findall(".//li[@class='footnote-item']")
    assert words(" ".join(note.itertext()))[:6] == ["Bakt", "i", "går.", "BAKT", "I", "GÅR."]


def test_the_translation_alone_has_the_structure_of_the_original() -> None:
    alone = as_markdown(shouted(EXAMPLE))
    assert list(shapes(rendered(alone))) == expected_shapes(EXAMPLE.paragraphs)
    assert "![ET BRØD PÅ ET BORD](<brod.png>)" in alone
    assert "DEIG\n: MEL OG VANN." in alone


def test_a_cell_that_failed_is_an_empty_cell() -> None:
    text = shouted(document(*TABLE))
    text.rows[2] = type(text.rows[2])(text.rows[2].source)
    assert as_markdown(text) == "| VARE | PRIS |\n| --- | ---: |\n|  |  |\n"


def test_links_to_headings_lead_to_the_headings_of_the_translation() -> None:
    text = "# Innhold\n\nSe [valget](#valg) og [dette](#sted).\n\n## Valg\n\n## Vedlegg {#sted}\n"
    source = read_text(text, markdown=True)
    names = {"Innhold": "Contents", "Valg": "Selection", "Vedlegg": "Appendix"}
    written = as_markdown(translated(source, lambda text: names.get(text, text)))
    again = read_text(written, markdown=True)
    hrefs = [mark.href for paragraph in again.paragraphs for mark in paragraph.marks]
    assert [again.paragraphs[again.targets[href[1:]]].text for href in hrefs] == ["Selection", "Appendix"]


def test_a_picture_that_is_a_link_is_one_again() -> None:
    markdown = "Se her:\n\n[![Bygget er bra](<b.svg>)](<https://example.org/b>)\n"
    document = read_text(markdown, markdown=True)
    assert write_markdown(document.paragraphs, document.figures) == markdown
