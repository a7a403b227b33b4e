"""What stands in Word documents: headings, lists, tables, notes, text boxes, headers and footers."""

import pytest

from reader.text import BoxKind, Kind
from tests.reader.formats.docx.word_files import (
    cell,
    field,
    item,
    left_out,
    level,
    lists,
    marks,
    note,
    only,
    p,
    picture,
    r,
    read,
    reference,
    row,
    styled,
    table,
    text_box,
    texts,
)
from tests.reader.formats.table_checks import check_tables


def style(identifier: str, name: str = "", more: str = "", based: str = "") -> str:
    named = f'<w:name w:val="{name or identifier}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{identifier}">{named}<w:basedOn w:val="{based}"/>{more}</w:style>'


def kinds(body: str, styles: str = "", numbering: str = "") -> list[tuple[str, int, str]]:
    found = read(body, styles=styles, numbering=numbering)
    return [(paragraph.kind.value, paragraph.level, paragraph.marker) for paragraph in found.paragraphs]


def markers(body: str, numbering: str) -> list[str]:
    return [paragraph.marker for paragraph in read(body, numbering=numbering).paragraphs]


# Styles


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        (style("a", "heading 3"), ("heading", 3, "")),
        (style("Overskrift2", "Overskrift 2"), ("heading", 2, "")),
        (style("a", "heading 9"), ("heading", 6, "")),
        (style("a", "Mitt", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), ("heading", 2, "")),
        (style("a", "Mitt", based="b") + style("b", "heading 2"), ("heading", 2, "")),
        (
            style("a", "Mitt", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "b") + style("b", "heading 2"),
            ("paragraph", 0, ""),
        ),
        (style("a", "Mitt", based="b") + style("b", "Ditt", based="a"), ("paragraph", 0, "")),
        (style("a", "caption"), ("caption", 0, "")),
        (style("a", "Source Code"), ("code", 0, "")),
        (style("a", "HTML Preformatted"), ("code", 0, "")),
        (style("a", "Intense Quote"), ("quote", 0, "")),
        (style("a", "Definition Term"), ("term", 0, "")),
    ],
)
def test_the_style_tells_the_kind(styles: str, expected: tuple[str, int, str]) -> None:
    identifier = "Overskrift2" if "Overskrift2" in styles else "a"
    assert kinds(p(r("innledning")) + styled(identifier), styles)[1] == expected


def test_what_is_in_the_outline_is_a_heading_if_it_is_short() -> None:
    outline = '<w:outlineLvl w:val="2"/>'
    assert kinds(p(r("Kort")) + p(r("Kort"), outline) + p(r("lang " * 60), outline)) == [
        ("paragraph", 0, ""),
        ("heading", 3, ""),
        ("paragraph", 0, ""),
    ]


def test_a_document_has_one_title() -> None:
    styles = style("T", "Title") + style("H", "heading 1")
    assert [kind for kind, *_ in kinds(styled("T") + styled("H") + styled("T"), styles)] == [
        "title",
        "heading",
        "heading",
    ]
    assert [kind for kind, *_ in kinds(styled("H") + p(r("ord")), styles)] == ["title", "paragraph"]
    assert [kind for kind, *_ in kinds(styled("H") + styled("H"), styles)] == ["heading", "heading"]
    assert [kind for kind, *_ in kinds(p(r("ord")) + styled("H"), styles)] == ["paragraph", "heading"]
    assert next(kind for kind, *_ in kinds(styled("H") + table(row(cell(styled("H")), cell("a"))), styles)) == "title"


def test_quotes_that_follow_each_other_are_one() -> None:
    found = read(styled("S", "en") + styled("S", "to") + p(r("tre")) + styled("S", "fire"), styles=style("S", "Quote"))
    assert [[box.number for box in paragraph.within] for paragraph in found.paragraphs] == [[0], [0], [], [1]]


def test_code_keeps_its_spaces() -> None:
    assert texts(read(styled("a", "  if a:"), styles=style("a", "Source Code"))) == ["  if a:"]


# Lists


def test_levels_are_counted_and_begin_anew() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%1.%2.%3"))
    body = item("a") + item("b", 1, 1) + item("c", 1, 1) + item("d", 1, 2) + item("e") + item("f", 1, 1)
    found = read(body, numbering=numbering)
    assert [(paragraph.marker, paragraph.level) for paragraph in found.paragraphs] == [
        *[("1.", 1), ("a)", 2), ("b)", 2), ("1.b.i", 3), ("2.", 1), ("a)", 2)]
    ]


@pytest.mark.parametrize(
    ("defined", "expected"),
    [
        (level(0, "upperRoman", "§ %1", start=4), "§ IV"),
        (level(0, "decimalZero", "%1"), "01"),
        (level(0, "upperLetter", "%1", start=28), "BB"),
        (level(0, "ordinal", "%1"), "1."),
        (level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), "•"),
        (level(0, "bullet", "\uf0a7", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), "▪"),
        (level(0, "bullet", "o", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'), "◦"),
        (level(0, "bullet", "–"), "–"),
        (level(0, "none", "Punkt"), "Punkt"),
        (level(0, "ukjent", "%1"), "1"),
    ],
)
def test_a_list_has_markers_as_it_says(defined: str, expected: str) -> None:
    assert markers(item("ord"), lists(defined)) == [expected]


def test_a_marker_made_to_fill_the_memory_is_cut() -> None:
    [found] = markers(item("ord"), lists(level(0, "decimal", "%1" * 5000)))
    assert 0 < len(found) < 300


def test_an_outline_level_that_is_no_number_of_word_is_none() -> None:
    styles = style("A", more=f'<w:pPr><w:outlineLvl w:val="{"9" * 6000}"/></w:pPr>')
    assert [kind for kind, *_ in kinds(styled("A"), styles)] == ["paragraph"]


def test_without_a_marker_it_is_no_item() -> None:
    assert (
        kinds(item("ord") + item("ord", 9) + item("ord", 0), numbering=lists(level(0, "none", "")))
        == [
            ("paragraph", 0, ""),
        ]
        * 3
    )


def test_lists_that_share_a_definition_go_on_unless_one_begins_anew() -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    more += f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{anew}</w:num>'
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3)
    assert markers(body, lists(level(0, "decimal", "%1."), nums=more)) == ["1.", "2.", "5.", "6."]


def test_a_level_may_begin_anew_never_or_only_behind_another() -> None:
    never = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    assert markers(item("a") + item("b", 1, 1) + item("c") + item("d", 1, 1), never) == ["1.", "1)", "2.", "2)"]


def test_legal_numbering_is_in_digits() -> None:
    numbering = lists(level(0, "upperRoman", "%1"), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>"))
    assert markers(item("a") + item("b", 1, 1), numbering) == ["I", "1.1"]


def test_the_numbers_of_headings_are_counted() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("a", "heading 1", numbered) + style("b", "heading 2", numbered)
    levels = (level(0, "decimal", "%1", '<w:pStyle w:val="a"/>'), level(1, "decimal", "%1.%2", '<w:pStyle w:val="b"/>'))
    assert kinds(styled("a") + styled("b") + styled("b"), styles, lists(*levels)) == [
        ("heading", 1, "1"),
        ("heading", 2, "1.1"),
        ("heading", 2, "1.2"),
    ]


def test_a_list_may_be_that_of_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="stil"/></w:abstractNum>'
    linked += '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    styles = style("stil", "Liste", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    found = read(item("ord", 2), numbering=lists(level(0, "decimal", "%1)"), nums=linked), styles=styles)
    assert only(found).marker == "1)"


def test_the_number_of_an_empty_paragraph_is_shown() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "bullet", "–"))
    found = read(
        table(row(cell(item("")), cell("Brød")), row(cell(item("")), cell("Salt"))) + item("", 1, 1),
        numbering=numbering,
    )
    assert texts(found) == ["1.", "Brød", "2.", "Salt"]


# Tables


def test_merged_cells_cover_what_they_cover() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("a", down), cell("b", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        row(
            cell("", on), cell("c"), cell("d", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>')
        ),
        row(cell("e"), cell("f"), cell("g"), properties='<w:gridBefore w:val="1"/><w:tblHeader/>'),
    )
    paragraphs = tuple(read(body).paragraphs)
    check_tables(paragraphs)
    places = {q.text: q.cell.cell for q in paragraphs if q.cell and q.cell.cell and q.text}
    assert [(text, c.row, c.column, c.rows, c.columns, c.head) for text, c in places.items()] == [
        ("a", 0, 0, 2, 1, True),
        ("b", 0, 1, 1, 2, True),
        ("c", 1, 1, 1, 1, False),
        ("d", 1, 2, 1, 2, False),
        ("e", 2, 1, 1, 1, False),
        ("f", 2, 2, 1, 1, False),
        ("g", 2, 3, 1, 1, False),
    ]


def test_rows_and_cells_may_be_wrapped_or_gone() -> None:
    wrapped = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    gone = row(cell("nei"), properties="<w:del/>") + row(cell("nei"), properties="<w:hidden/>")
    body = table(
        wrapped.format(row(wrapped.format(cell("en")), cell("to"))), gone, row(cell("x", "<w:cellDel/>"), cell("tre"))
    )
    found = read(body)
    assert texts(found) == ["en", "to", "", "tre"]
    assert left_out(found) == [
        "One part that the page hides was left out.",
        "2 deletions that are not accepted yet were left out.",
    ]


def test_a_cell_has_paragraphs_lists_and_tables_and_is_aligned_as_its_text() -> None:
    inner = table(row(cell("c"), cell("d")))
    right = p(r("a"), '<w:jc w:val="right"/>')
    content = cell(right + item("b") + inner + p(""))
    found = read(table(row(content, cell("e")), row(cell("f"))), numbering=lists(level(0, "bullet", "•")))
    assert [(q.text, q.kind, q.level, q.cell.cell.align) for q in found.paragraphs if q.cell and q.cell.cell] == [
        ("a", Kind.TABLE_CELL, 0, "r"),
        ("b", Kind.LIST_ITEM, 1, "r"),
        ("c", Kind.TABLE_CELL, 0, "r"),
        ("d", Kind.TABLE_CELL, 0, "r"),
        ("e", Kind.TABLE_CELL, 0, ""),
        ("f", Kind.TABLE_CELL, 0, ""),
        ("", Kind.TABLE_CELL, 0, ""),
    ]


# Notes


def test_notes_stand_behind_the_text_in_the_order_of_their_references() -> None:
    body = p(r("En.") + reference("footnote", 5) + r(" To.") + reference("endnote", 2)) + p(
        r("Tre.") + reference("footnote", 3)
    )
    footnotes = "".join(
        [
            '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
            note("footnote", 3, p(r("tredje") + reference("footnote", 4))),
            note("footnote", 4, p(r("fjerde"))),
            note("footnote", 5, p("<w:r><w:footnoteRef/></w:r>" + r(" første")) + p(r("mer"))),
            note("footnote", 6, p(r("ingen viser hit"))),
        ]
    )
    found = read(body, footnotes=footnotes, endnotes=note("endnote", 2, p(r("slutt"))))
    assert texts(found) == ["En.[1] To.[i]", "Tre.[2]", "første", "mer", "slutt", "tredje[3]", "fjerde"]
    assert [(q.marker, q.note.number if q.note else -1) for q in found.paragraphs[2:]] == [
        *[("1.", 0), ("", 0), ("i.", 1), ("2.", 2), ("3.", 3)]
    ]
    assert marks(found.paragraphs[0]) == [("[1]", "note", "#note:0"), ("[i]", "note", "#note:1")]


def test_a_note_may_have_a_label_of_its_own() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>a</w:t></w:r>'
    found = read(
        p(r("Ord") + own + r(" mer") + reference("footnote", 3)), footnotes=note("footnote", 2, p(r("a forklart")))
    )
    assert texts(found) == ["Ord[a] mer[1]", "forklart", "–"]  # the second is not in the file
    assert found.paragraphs[1].marker == "a."


def test_notes_are_numbered_as_the_section_says() -> None:
    section = (
        '<w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    )
    body = p(r("En") + reference("footnote", 1) + r(" to") + reference("footnote", 2), section)
    found = read(body + p(r("Tre") + reference("footnote", 3)) + section)
    assert texts(found)[:2] == ["En[*] to[†]", "Tre[*]"]


# Text boxes, images, headers and footers


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    body = p(r("før ") + text_box(p(r("i boksen")) + p(r("også"))) + r("etter")) + p(r("siden"))
    found = read(body)
    assert texts(found) == ["før etter", "i boksen", "også", "siden"]
    assert [[box.kind for box in q.within] for q in found.paragraphs] == [[], [BoxKind.ASIDE], [BoxKind.ASIDE], []]


def test_a_text_box_in_a_cell_stays_in_it() -> None:
    found = read(table(row(cell(p(text_box(p(r("boks"))))), cell("b"))))
    assert [[box.kind for box in q.within] for q in found.paragraphs] == [[BoxKind.CELL, BoxKind.ASIDE], [BoxKind.CELL]]


def test_an_old_shape_has_its_image_and_drawn_letters() -> None:
    shape = (
        '<w:pict><v:shape alt="Et bilde" style="width:72pt;height:1in"><v:imagedata r:id="bilde"/></v:shape></w:pict>'
    )
    words = '<w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict>'
    line = '<w:pict><v:rect o:hr="t"/></w:pict>'
    found = read(
        p(f"<w:r>{shape}</w:r>") + p(f"<w:r>{words}</w:r>") + p(f"<w:r>{line}</w:r>"),
        referred={"bilde": ("image", "media/b.wmf")},
    )
    assert [(q.text, q.kind) for q in found.paragraphs] == [
        ("Et bilde", Kind.FIGURE),
        ("UTKAST", Kind.PARAGRAPH),
        ("", Kind.RULE),
    ]
    assert (found.figures[0].name, found.figures[0].width, found.figures[0].height) == ("word/media/b.wmf", 96, 96)


def test_a_caption_stands_in_the_box_of_its_image() -> None:
    found = read(p(picture("Graf")) + styled("c", "Figur 1") + styled("c", "Tabell 1"), styles=style("c", "caption"))
    assert [[box.kind for box in q.within] for q in found.paragraphs] == [[BoxKind.FIGURE], [BoxKind.FIGURE], []]


def test_a_diagram_has_its_texts_and_other_objects_are_told() -> None:
    drawing = "<w:r><w:drawing><wp:inline><a:graphic>{}</a:graphic></wp:inline></w:drawing></w:r>"
    diagram, chart = drawing.format('<dgm:relIds r:dm="d"/>'), drawing.format('<c:chart r:id="c"/>')
    ole = '<w:r><w:object><o:OLEObject r:id="o"/></w:object></w:r>'
    data = '<d xmlns:a="a"><a:p><a:r><a:t>Først</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Så</a:t></a:r></a:p></d>'
    title, category = "<a:p><a:r><a:t>Salg</a:t></a:r></a:p>", "<c:strCache><c:pt><c:v>Mai</c:v></c:pt></c:strCache>"
    values = "<c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache>"
    graph = f'<c:c xmlns:a="a" xmlns:c="c">{title}{category}{values}{category}</c:c>'
    found = read(
        p(diagram) + p(chart + ole) + '<w:altChunk r:id="rtf"/>',
        referred={"d": ("diagramData", "d.xml"), "c": ("chart", "c.xml"), "rtf": ("aFChunk", "a.rtf")},
        more={"word/d.xml": data, "word/c.xml": graph, "word/a.rtf": ""},
    )
    assert texts(found) == ["Først", "Så", "Salg", "Mai"]
    assert left_out(found) == ["3 embedded objects were left out."]


def test_a_web_page_in_the_document_is_read() -> None:
    found = read(
        '<w:altChunk r:id="side"/>', referred={"side": ("aFChunk", "a.html")}, more={"word/a.html": "<h2>Hei</h2><p>du"}
    )
    assert texts(found) == ["Hei", "du"]


def test_headers_and_footers_that_are_on_a_page_come_once_at_the_end() -> None:
    def references(place: str, header: str) -> str:
        footer = '<w:footerReference w:type="default" r:id="f"/>'
        return f'<w:headerReference w:type="{place}" r:id="{header}"/>{footer}'

    body = p(r("ord"), f"<w:sectPr>{references('default', 'h1')}{references('first', 'h2')}</w:sectPr>")
    body += f"<w:sectPr>{references('even', 'h3')}<w:titlePg/></w:sectPr>"
    page = p(r("Side ") + field("PAGE", r("3")) + r(" i brevet"))
    referred = {name: ("header", p(r(f"topp {name}"))) for name in ("h1", "h2", "h3")} | {"f": ("footer", page)}
    found = read(body, referred=referred)
    assert [(q.text, q.within[0].kind, q.within[0].label) for q in found.paragraphs[1:]] == [
        ("topp h1", BoxKind.FURNITURE, "header"),
        ("Side i brevet", BoxKind.FURNITURE, "footer"),
        ("topp h2", BoxKind.FURNITURE, "header"),
    ]
    assert texts(read(body, referred=referred, settings="<w:evenAndOddHeaders/>"))[-1] == "topp h3"


# The file


def test_comments_and_programs_are_left_out_and_told() -> None:
    found = read(p(r("ord")), comments='<w:comment w:id="1"/><w:comment w:id="2"/>', more={"word/vbaProject.bin": "x"})
    assert left_out(found) == [
        "2 comments were left out.",
        "The program in the document was left out. It is never run.",
    ]
