"""Structure in web pages and EPUBs, read by a parser of HTML and one of XML."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given
from lxml import etree, html

from reader.export import Layout
from reader.export.web.epub import epub_bytes
from reader.export.web.page import html_bytes
from reader.parallel import ParallelText, initial_row
from reader.text import Box, BoxKind, Document, Kind, Mark, MarkKind, Paragraph
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, STORY, done, options, pair, parallel, shouted
from tests.structures import EXAMPLE, NOTE, QUOTE, cell, document, in_cell, paragraphs

X = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
BOTH = (Layout.COLUMNS, Layout.STACKED)


def page(
    text: Document | ParallelText = EXAMPLE, layout: Layout = Layout.TRANSLATION, **more: object
) -> etree._Element:
    """The main part of the web page."""
    rows = shouted(text) if isinstance(text, Document) else text
    root = html.document_fromstring(html_bytes(rows, options(layout, **more)).decode())
    [main] = root.iter("main")
    return main


def words(element: etree._Element) -> list[str]:
    return " ".join(element.itertext()).replace("[", " ").replace("]", " ").split()


def said(element: etree._Element) -> str:
    return "".join(element.itertext())


def of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


# ---- The translation alone ----


def test_lists_are_nested_as_in_the_text() -> None:
    outer, inner = page().xpath("./div/ol | ./div/ol/li/ol")
    assert [said(marker) for marker in of_class(outer, "marker")] == ["1.", "2.", "a)", "☐"]
    assert inner.getparent() is outer[1]
    assert [said(of_class(each, "item")[0]) for each in inner] == ["a)VI KOKER.", "☐VI STEKER."]


def test_a_table_has_heads_alignment_and_lists_in_its_cells() -> None:
    [table] = page().iter("table")
    assert [said(each) for each in table.findall("thead/tr/th")] == ["VARE", "INNHOLD"]
    assert [each.get("scope") for each in table.iter("th")] == ["col", "col"]
    assert len(of_class(table, "align-right")) == 3
    assert [said(each) for each in table.findall("tbody/tr[1]/td[2]/ul/li")] == ["•MEL", "•VANN"]
    assert said(table.findall("tbody/tr/td")[-1]) == ""


def test_heads_at_the_side_are_heads_of_rows() -> None:
    cells = [in_cell("a", 0, 0, head=True), in_cell("b", 0, 1, head=True), in_cell("c", 1, 0, head=True)]
    found = page(document(*cells, in_cell("d", 1, 1)))
    assert [each.get("scope") for each in found.iter("th")] == ["col", "col", "row"]


def test_quotations_figures_definitions_and_callouts_are_elements() -> None:
    found = page()
    assert [said(each) for each in found.xpath(".//blockquote/blockquote")] == ["6JA, DEN ER DET."]
    assert [said(each) for each in found.xpath(".//figure//figcaption")] == ["BRØDET VÅRT"]
    assert [said(each) for each in found.xpath(".//dl/dt | .//dl/dd")] == ["DEIG", "7MEL OG VANN."]
    [aside] = found.xpath(".//aside[@class='aside']")
    assert [said(each) for each in aside] == ["Tip", "9PASS OPP!"]


def test_a_note_and_its_reference_lead_to_each_other() -> None:
    found = page()
    [reference] = found.xpath(".//a[@role='doc-noteref']")
    [note] = found.xpath(".//aside[@role='doc-footnote']")
    [back] = note.xpath(".//a[@role='doc-backlink']")
    assert (said(reference), reference.get("href")) == ("[1]", f"#{note.get('id')}")
    assert "Brød[1]".upper() in said(found.xpath(f".//*[@id='{back.get('href')[1:]}']")[0])


def test_items_in_a_note_are_counted_anew() -> None:
    inside = Box(BoxKind.NOTE, 0, level=1, label="1")
    item = Paragraph("a", Kind.LIST_ITEM, level=1, marker="•")
    found = page(document(item, Paragraph("b", Kind.LIST_ITEM, level=1, marker="•", within=(inside,))))
    assert [said(each) for each in found.xpath(".//ul/li/aside/ul/li")] == ["•B"]


def test_a_document_without_structure_has_no_styles_for_it() -> None:
    plain = html_bytes(parallel(*STORY.rows[:4]), options())
    assert b".grid" not in plain
    assert b".grid" in html_bytes(shouted(EXAMPLE), options())


# ---- Both texts ----


def test_side_by_side_a_table_is_one_table_between_those_of_the_rows() -> None:
    found = page(layout=Layout.COLUMNS)
    first, grid, second = found.iter("table")
    assert [of_class(each, "columns") != [] for each in (first, grid, second)] == [True, False, True]
    assert [(said(each), each.get("colspan")) for each in grid.find("thead/tr")] == [
        ("Norsk bokmål", "2"),
        ("English", "2"),
    ]
    assert [[said(each) for each in row] for row in grid.findall(".//tr")[1:]] == [
        ["Vare", "Innhold", "VARE", "INNHOLD"],
        ["Brød[1]", "•mel•vann", "BRØD[1]", "•MEL•VANN"],
        ["Melk", "", "MELK", ""],
    ]
    assert [each.get("lang") for each in grid.findall("tbody/tr/td")] == ["nb", "nb", "en", "en"] * 2


@pytest.mark.parametrize("layout", BOTH)
def test_sentences_of_a_table_know_their_partners(layout: Layout) -> None:
    first = done(in_cell("En. To.", 0, 0), "One. Two.", pair((0, 3), (0, 4)), pair((4, 7), (5, 9)))
    linked = pair((0, 3), (0, 4), (0, 2, 0, 3)), pair((4, 8), (5, 11), (4, 7, 5, 10))
    second = done(in_cell("Ja. Hei.", 0, 1), "Yes. Hello.", *linked)
    found = page(parallel(first, second, initial_row(in_cell("7", 0, 2))), layout)
    [owner] = [each for each in of_class(found, "row") if each.get("data-words")]
    assert owner.get("data-words").split(";") == ["", "", "0 2 0 3", "0 3 0 5"]
    sentences = [(each.get("data-s"), said(each)) for each in of_class(owner, "s")]
    texts = ["En.", "One.", "To.", "Two.", "Ja.", "Yes.", "Hei.", "Hello."]
    assert sorted(sentences) == sorted(zip("00112233", texts, strict=True))


def test_a_table_without_room_for_both_is_two_tables_one_below_the_other() -> None:
    wide = document(*(in_cell(f"ord{column}", 0, column) for column in range(4)))
    found = page(wide, Layout.COLUMNS)
    assert [said(each) for each in found.iter("table")] == ["ord0ord1ord2ord3", "ORD0ORD1ORD2ORD3"]
    assert [said(each) for each in of_class(found, "target") if each.tag == "div"] == ["ORD0ORD1ORD2ORD3"]


def test_a_reference_translation_and_a_back_translation_of_a_cell_are_shown() -> None:
    row = done(in_cell("Ja", 0, 0), "Yes", back="Jo", reference="Aye")
    for layout in ARRANGED:
        found = said(page(parallel(row), layout, columns=EVERY_COLUMN))
        beside = layout in (Layout.COLUMNS, Layout.FACING)
        assert ("JaYesJoAye" if beside else "YesBack-translation: JoReference translation: Aye") in found


@pytest.mark.parametrize("layout", BOTH)
def test_a_paragraph_in_a_quotation_in_a_text_box_is_shown_in_both(layout: Layout) -> None:
    box = Box(BoxKind.ASIDE, 0, label="Kulde")
    quoted = Paragraph("nei", Kind.QUOTE, within=(box, QUOTE))
    found = page(document(quoted, Paragraph("jo", within=(box,))), layout)
    assert len(found.xpath(".//div[@class='aside']/blockquote")) == 2
    assert [said(each) for each in of_class(found, "label")] == ["Kulde", "Kulde"]


def test_a_table_in_a_quotation_is_in_a_quotation() -> None:
    quoted = Paragraph("nei", Kind.TABLE_CELL, within=(QUOTE, cell(0, 0, 0)))
    for layout in ARRANGED:
        assert len(page(document(quoted), layout).xpath(".//blockquote//table")) == 1 + (layout is Layout.STACKED)


def test_marks_are_elements() -> None:
    kinds = [MarkKind.UNDERLINE, MarkKind.SUPER, MarkKind.SUB, MarkKind.MATH, MarkKind.VERBATIM, MarkKind.LANGUAGE]
    marks = [Mark(n, n + 1, kind, "fr" if kind is MarkKind.LANGUAGE else "") for n, kind in enumerate(kinds)]
    [row] = of_class(page(document(Paragraph("abcdef", marks=tuple(marks)))), "paragraph")
    found = [(each.tag, dict(each.attrib), each.text) for each in row.find(".//p")]
    assert found == [
        ("u", {}, "A"),
        ("sup", {}, "B"),
        ("sub", {}, "C"),
        ("span", {"class": "math"}, "D"),
        ("span", {"translate": "no"}, "E"),
        ("span", {"lang": "fr"}, "F"),
    ]


# ---- All documents ----


@given(paragraphs())
def test_every_word_of_both_texts_is_on_the_page_once_and_in_order(found: Sequence[Paragraph]) -> None:
    told = [word for p in found for word in f"{p.marker} {p.text}".replace("[", " ").replace("]", " ").split()]
    for layout in BOTH:
        main = page(document(*found), layout, numbers=False)
        for heads in main.xpath(".//tr[@class='languages'] | .//table[contains(@class, 'columns')]/thead"):
            heads.getparent().remove(heads)
        # Below each other, what is the same in both is shown once.
        for name in ("source", "target")[: 1 + (layout is Layout.COLUMNS)]:
            shown = [word for each in outermost(main, name) for word in words(each)]
            assert [word.lower() for word in shown] == [word.lower() for word in told]
    alone = words(page(document(*found), numbers=False))
    assert [word.lower() for word in alone] == [word.lower() for word in told]


def outermost(root: etree._Element, name: str) -> Iterator[etree._Element]:
    found = of_class(root, name)
    return (each for each in found if not any(around in found for around in each.iterancestors()))


@given(paragraphs())
def test_tables_keep_their_rows_and_cells(found: Sequence[Paragraph]) -> None:
    text = document(*found)
    expected = []
    for table in text.tables:
        rows = [found[slice(*bound)] for bound in pairwise([*table.starts, table.stop])]
        cells = [dict.fromkeys(p.cell.cell for p in row if p.cell) for row in rows]
        expected.append([[(str(c.rows), str(c.columns), "th" if c.head else "td") for c in row if c] for row in cells])
    shapes = [
        [[(c.get("rowspan", "1"), c.get("colspan", "1"), c.tag) for c in row] for row in table.iter("tr")]
        for table in page(text).iter("table")
    ]
    assert shapes == expected


@given(paragraphs())
def test_every_address_in_a_page_or_book_leads_to_one_place(found: Sequence[Paragraph]) -> None:
    text = shouted(document(*found))
    for layout in ARRANGED:
        check_links({"": html.document_fromstring(html_bytes(text, options(layout)).decode())})
        check_links(pages_of(text, layout))


def check_links(pages: dict[str, etree._Element]) -> None:
    names = [f"{file}#{each.get('id')}" for file, root in pages.items() for each in root.iter() if each.get("id")]
    assert len(names) == len(set(names))
    links = [(file, link) for file, root in pages.items() for link in root.xpath("//@href") if "#" in link]
    assert {link if not link.startswith("#") else file + link for file, link in links} <= set(names)


def pages_of(text: ParallelText, layout: Layout) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(epub_bytes(text, options(layout)))) as book:
        names = [name for name in book.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("book/"): etree.fromstring(book.read(name)) for name in names}


# ---- EPUB ----


def test_in_a_book_a_note_is_a_note_for_e_readers_and_found_in_another_file() -> None:
    filling = [Paragraph(f"Avsnitt {number}.") for number in range(400)]
    reference = Paragraph("Ja.[1]", marks=(Mark(3, 6, MarkKind.NOTE, "#note:0"),))
    note = Paragraph("Nei.", Kind.NOTE, marker="1.", within=(NOTE,))
    pages = pages_of(shouted(document(reference, *filling, note)), Layout.TRANSLATION)
    [link] = pages["text-001.xhtml"].findall(f".//{X}a[@class='noteref']")
    [aside] = pages["text-002.xhtml"].findall(f".//{X}aside")
    assert (link.get(TYPE), aside.get(TYPE)) == ("noteref", "footnote")
    assert link.get("href") == f"text-002.xhtml#{aside.get('id')}"
    [back] = aside.findall(f".//{X}a")
    assert back.get("href") == "text-001.xhtml#r1"


def test_a_table_is_not_cut_into_two_files() -> None:
    cells = [in_cell(f"{row}", row, column) for row in range(200) for column in range(2)]
    pages = pages_of(shouted(document(Paragraph("a"), *cells, Paragraph("b"))), Layout.TRANSLATION)
    assert [len(list(root.iter(f"{X}tr"))) for name, root in pages.items() if name.startswith("text")] == [200, 0]


def test_headings_in_tables_and_notes_are_not_in_the_contents() -> None:
    inside = Paragraph("I ruta", Kind.HEADING, level=1, within=(cell(0, 0, 0),))
    counted = Paragraph("Slutt[1]", Kind.HEADING, (Mark(5, 8, MarkKind.NOTE, "#note:0"),), 1, "2.1")
    pages = pages_of(shouted(document(Paragraph("Ord"), inside, counted)), Layout.STACKED)
    labels = [said(each) for each in pages["contents.xhtml"].iter(f"{X}a")]
    assert labels == ["Tittel", "2.1 Slutt", "Colophon"]


def test_the_author_is_named() -> None:
    text = shouted(Document("Tittel", (Paragraph("Ja."),), None, "nb", True, metadata={"author": "Kari <b> Nord"}))
    with ZipFile(BytesIO(epub_bytes(text, options()))) as book:
        package = etree.fromstring(book.read("book/package.opf"))
    assert [each.text for each in package.iter("{http://purl.org/dc/elements/1.1/}creator")] == ["Kari <b> Nord"]
    assert b'name="author" content="Kari &lt;b&gt; Nord"' in html_bytes(text, options())


@pytest.mark.parametrize("layout", ARRANGED)
def test_a_callout_is_named_in_each_language(layout: Layout) -> None:
    boxed = Paragraph("Ro.", within=(Box(BoxKind.ASIDE, 0, label="warning"),))
    labels = [said(each) for each in of_class(page(document(boxed), layout), "label")]
    assert labels == (["Warning"] if layout is Layout.TRANSLATION else ["Advarsel", "Warning"])
