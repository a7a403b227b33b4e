"""Headings, lists, tables and other blocks in OpenDocument."""

from collections.abc import Sequence

import pytest

from reader.text import BoxKind, Kind, Paragraph
from tests.reader.formats.odt.files import frame, items, levels, parsed, read, style, texts


def markers(found: Sequence[Paragraph]) -> list[str]:
    return [paragraph.marker for paragraph in found]


def heading(text: str, level: int, said: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {said}>{text}</text:h>'


def styled(name: str, text: str) -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def table(*rows: str, head: str = "") -> str:
    inside = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return f"<table:table>{inside}{''.join(rows)}</table:table>"


def row(*cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def cell(text: str, said: str = "") -> str:
    return f"<table:table-cell {said}><text:p>{text}</text:p></table:table-cell>"


def test_a_title_is_one_by_its_style_and_headings_are_not() -> None:
    found = read(styled("Title", "Fjell") + heading("En", 1) + heading("To", 2) + styled("Heading_20_3", "Tre"))
    assert [(p.kind, p.level) for p in found] == [(Kind.TITLE, 1), *((Kind.HEADING, level) for level in (1, 2, 3))]


def test_the_only_heading_of_the_first_level_is_the_title_if_the_text_begins_with_it() -> None:
    assert read(heading("Fjell", 1) + heading("En", 2))[0].kind is Kind.TITLE
    assert read(heading("En", 1) + heading("To", 1))[0].kind is Kind.HEADING
    assert read("<text:p>Før</text:p>" + heading("En", 1))[1].kind is Kind.HEADING


def test_headings_are_counted_as_the_outline_says() -> None:
    text = heading("A", 2) + heading("B", 1) + heading("C", 2) + heading("D", 2) + heading("E", 1)
    text += heading("F", 1, 'text:restart-numbering="true" text:start-value="9"')
    text += heading("F", 1, 'text:restart-numbering="true" text:start-value="-1"')
    text += heading("G", 1, 'text:is-list-header="true"') + heading("H", 9)
    found = read(text, styles=levels("", "1", "1", kind="outline"))
    assert markers(found) == ["1.1", "2", "2.1", "2.2", "3", "9", "1", "", ""]


@pytest.mark.parametrize(
    ("name", "parent", "kind"),
    [
        ("Bildetekst", "Caption", Kind.CAPTION),
        ("P1", "Illustration", Kind.CAPTION),
        ("P1", "Quotations", Kind.QUOTE),
        ("P1", "List_20_Heading", Kind.TERM),
        ("P1", "List_20_Contents", Kind.DEFINITION),
        ("P1", "Subtitle", Kind.PARAGRAPH),
        ("P1", "Contents_20_Heading", Kind.PARAGRAPH),
    ],
)
def test_a_style_tells_what_a_paragraph_is_also_by_what_it_is_made_of(name: str, parent: str, kind: Kind) -> None:
    known = style("Title") + style(parent, said='style:parent-style-name="Title"')
    automatic = style(name, said=f'style:parent-style-name="{parent}"')
    assert read(styled(name, "Hei"), styles=known, automatic=automatic)[0].kind is kind


def test_neighbours_in_a_quote_stand_in_one_box() -> None:
    quoted = styled("Quotations", "En") + styled("Quotations", "To")
    found = read(f"{quoted}<text:p>mellom</text:p>{quoted}")
    assert [[box.number for box in p.within] for p in found] == [[0], [0], [], [1], [1]]


def test_lines_of_code_are_one_paragraph_unless_the_whole_text_is_set_so() -> None:
    code = styled("Preformatted_20_Text", "if x:") + styled("Preformatted_20_Text", '<text:s text:c="2"/>y()')
    known = style("Preformatted_20_Text")
    found = read(f"<text:p>Skriv dette i vinduet:</text:p>{code}", styles=known)
    assert [(p.kind, p.text) for p in found[1:]] == [(Kind.CODE, "if x:\n  y()")]
    assert [p.kind for p in read(code, styles=known)] == [Kind.PARAGRAPH] * 2


def test_a_box_that_stands_in_code_is_none() -> None:
    box = frame("<draw:text-box><text:p>boks</text:p></draw:text-box>")
    code = "".join(styled("Preformatted_20_Text", each) for each in ("en", f"to{box}", "tre", "fire"))
    found = read(f"<text:p>Dette er langt nok.</text:p>{code}", styles=style("Preformatted_20_Text"))
    assert [(p.kind, p.text) for p in found[1:]] == [
        (Kind.CODE, "en\nto"),
        (Kind.PARAGRAPH, "boks"),
        (Kind.CODE, "tre\nfire"),
    ]


def test_items_have_their_levels_and_numbers() -> None:
    inner = items("a", "b", said='text:style-name="L"')
    text = items("en", f"<text:p>to</text:p>{inner}<text:p>mer</text:p>{items('c')}", said='text:style-name="L"')
    found = read(text, automatic=levels("L", "1", "a"))
    assert [(p.level, p.marker, p.text) for p in found] == [
        (1, "1.", "en"),
        (1, "2.", "to"),
        (2, "a.", "a"),
        (2, "b.", "b"),
        (1, "", "mer"),
        (2, "a.", "c"),
    ]


def test_a_list_goes_on_where_it_says_so() -> None:
    text = items("a", "b", said='text:style-name="L" xml:id="x"')
    text += items("c", said='text:style-name="L" text:continue-numbering="true"')
    text += items("d", said='text:style-name="L"')
    text += items("e", said='text:style-name="L" text:continue-list="x"')
    assert markers(read(text, automatic=levels("L", "1"))) == ["1.", "2.", "3.", "1.", "4."]


def test_a_list_in_a_box_that_stands_in_an_item_begins_anew() -> None:
    inner = items("b", said='text:style-name="L"')
    boxed = f"<text:p>a{frame(f'<draw:text-box>{inner}</draw:text-box>')}</text:p>"
    found = read(items(boxed, "c", said='text:style-name="L"'), automatic=levels("L", "1", "a"))
    assert [(p.text, p.marker) for p in found] == [("a", "1."), ("b", "1."), ("c", "2.")]


def test_an_item_that_begins_with_a_list_is_not_counted() -> None:
    whole = items("a", items("b"), items("c"), "d", said='text:style-name="L"')
    assert markers(read(whole, automatic=levels("L", "1", "A"))) == ["1.", "A.", "B.", "2."]


def test_numbers_begin_where_the_item_or_its_style_says() -> None:
    start = '<text:list text:style-name="L"><text:list-header><text:p>x</text:p></text:list-header>'
    start += '<text:list-item text:start-value="28"><text:p>a</text:p></text:list-item></text:list>'
    assert markers(read(start, automatic=levels("L", "a"))) == ["", "ab."]
    synced = levels("L", "A", said='style:num-letter-sync="true"')
    assert markers(read(start, automatic=synced)) == ["", "BB."]
    assert markers(
        read(items("x", "y", said='text:style-name="L"'), automatic=levels("L", "i", said='text:start-value="4"'))
    ) == ["iv.", "v."]


@pytest.mark.parametrize(("sign", "shown"), [("–", "–"), ("\uf0b7", "•"), ("\uf0a7", "▪"), ("\ue00c", "•"), ("➢", "➢")])
def test_a_bullet_of_a_font_with_symbols_is_one_that_every_font_has(sign: str, shown: str) -> None:
    bullet = (
        '<text:list-style style:name="L">'
        f'<text:list-level-style-bullet text:level="1" text:bullet-char="{sign}"/></text:list-style>'
    )
    assert markers(read(items("x", said='text:style-name="L"'), automatic=bullet)) == [shown]


def test_a_marker_that_the_program_has_noted_counts() -> None:
    text = items("<text:number>§ 3</text:number><text:p>a</text:p>", said='text:style-name="L"')
    found = read(text + heading("<text:number>II</text:number>Ting", 1), automatic=levels("L", "1"))
    assert [(p.marker, p.text) for p in found] == [("§ 3", "a"), ("II", "Ting")]


def test_numbered_paragraphs_and_lists_with_the_style_of_their_paragraphs_are_counted() -> None:
    numbered = (
        '<text:numbered-paragraph text:list-id="x" text:level="2" text:style-name="L"><text:p>a</text:p>'
        "</text:numbered-paragraph>"
    )
    own = style("P", said='style:list-style-name="L"')
    text = (
        numbered * 2
        + "<text:list><text:list-item>"
        + styled("P", "b")
        + "</text:list-item></text:list>"
        + styled("P", "c")
    )
    found = read(text, automatic=levels("L", "1", "a") + own)
    assert [(p.level, p.marker) for p in found] == [(2, "a."), (2, "b."), (1, "1."), (0, "")]


def test_cells_have_their_places_whatever_is_merged_repeated_or_hidden() -> None:
    covered = "<table:covered-table-cell/>"
    columns = '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
    whole = table(
        columns,
        row(cell("b", 'table:number-rows-spanned="2"'), cell("c"), cell("d"), cell("nei")),
        row(covered, cell("e", 'table:number-columns-repeated="2"'), cell("nei")),
        row(cell("nei"), said='table:visibility="collapse"'),
        head=row(cell("a", 'table:number-columns-spanned="3"'), covered, covered, cell("nei")),
    )
    found = parsed(whole)
    places = [(p.text, box.cell) for p in found.paragraphs for box in p.within]
    assert [(text, c.row, c.column, c.rows, c.columns, c.head) for text, c in places if c] == [
        ("a", 0, 0, 1, 3, True),
        ("b", 1, 0, 2, 1, False),
        ("c", 1, 1, 1, 1, False),
        ("d", 1, 2, 1, 1, False),
        ("e", 2, 1, 1, 2, False),
    ]
    assert [str(message) for message in found.left_out] == ["One part that the page hides was left out."]


def test_a_column_is_aligned_as_its_paragraphs_are() -> None:
    right = (
        '<style:style style:name="R" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="end"/></style:style>'
    )
    cells = cell("a"), f"<table:table-cell>{styled('R', '7')}</table:table-cell>"
    found = read(table(row(*cells)), automatic=right)
    assert [box.cell.align for p in found for box in p.within if box.cell] == ["", "r"]


def test_a_table_in_a_cell_is_read_into_it_and_a_list_in_a_cell_begins_anew() -> None:
    inner = f"<table:table-cell>{table(row(cell('b')), row(cell('c')))}</table:table-cell>"
    listed = f"<table:table-cell>{items('d')}</table:table-cell>"
    found = read(items("x", f"<text:p>y</text:p>{table(row(cell('a'), inner), row(cell('e'), listed))}"))
    expected = [("x", 1), ("y", 1), ("a", 0), ("b", 0), ("c", 0), ("e", 0), ("d", 1)]
    assert [(p.text, p.level) for p in found] == expected


def test_entries_of_contents_lead_on_without_numbers_of_pages() -> None:
    source = (
        "<text:table-of-content-source><text:index-title-template>nei</text:index-title-template>"
        "</text:table-of-content-source>"
    )
    entries = ["1 Kom i gang<text:tab/>3", "Rom 7", "Gå til 1990", "Ost, 4, 7–9", "Forord<text:tab/>iv"]
    title = "<text:index-title><text:p>Innhold<text:tab/>3</text:p></text:index-title>"
    body = "".join(f"<text:p>{entry}</text:p>" for entry in entries)
    found = texts(
        f"<text:table-of-content>{source}<text:index-body>{title}{body}</text:index-body></text:table-of-content>"
    )
    assert found == ["Innhold\t3", "1 Kom i gang", "Rom 7", "Gå til 1990", "Ost", "Forord"]


def test_headers_and_footers_of_pages_that_there_are_come_last_each_once() -> None:
    first = (
        '<style:master-page style:name="Standard" style:next-style-name="Neste"><style:header>'
        '<text:p>Topp</text:p></style:header><style:footer style:display="false"><text:p>nei</text:p>'
        "</style:footer></style:master-page>"
    )
    following = (
        '<style:master-page style:name="Neste"><style:header><text:p>Topp</text:p></style:header>'
        "<style:header-left><text:p>Venstre</text:p></style:header-left><style:footer>"
        "<text:p>Side <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    )
    third = (
        '<style:master-page style:name="Liggende"><style:header><text:p>Bredt</text:p></style:header>'
        "</style:master-page>"
    )
    unused = third.replace("Liggende", "Ubrukt").replace("Bredt", "nei")
    found = read(
        "<text:p>Hei</text:p>" + styled("P", "på deg"),
        automatic=style("P", said='style:master-page-name="Liggende"'),
        masters=first + following + third + unused,
    )
    furniture = [(p.text, p.within[0].label) for p in found if p.within and p.within[0].kind is BoxKind.FURNITURE]
    assert [p.text for p in found[:2]] == ["Hei", "på deg"]
    assert sorted(furniture) == [("Bredt", "header"), ("Side", "footer"), ("Topp", "header"), ("Venstre", "header")]


def test_the_first_page_is_of_the_style_that_the_first_paragraph_begins() -> None:
    page = '<style:master-page style:name="{}"><style:header><text:p>{}</text:p></style:header></style:master-page>'
    pages = page.format("Standard", "nei") + page.format("Brev", "ja")
    begun = style("P", said='style:master-page-name="Brev"')
    assert texts(styled("P", "Hei"), automatic=begun, masters=pages) == ["Hei", "ja"]
    in_table = style("T", "table", said='style:master-page-name="Brev"')
    whole = table(row(cell("a"), cell("b"))).replace("<table:table>", '<table:table table:style-name="T">')
    assert texts(whole, automatic=in_table, masters=pages) == ["a", "b", "ja"]


def test_metadata_is_told_and_names_the_document() -> None:
    meta = "<dc:title>Fjell</dc:title><meta:initial-creator>Åse</meta:initial-creator><dc:creator>Per</dc:creator>"
    default = (
        '<style:default-style style:family="paragraph">'
        '<style:text-properties fo:language="nb" fo:country="NO"/></style:default-style>'
    )
    found = parsed(
        "<text:p>Hei</text:p>", meta=meta + "<meta:creation-date>2024-01-02</meta:creation-date>", styles=default
    )
    assert found.metadata == {"title": "Fjell", "author": "Åse", "date": "2024-01-02", "language": "nb"}
    assert found.title == "Fjell"
