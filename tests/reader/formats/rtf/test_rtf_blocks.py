"""The paragraphs of rich text and what they stand in."""

from reader.formats.rtf.document import parse_rtf
from reader.text import BoxKind, Cell, Kind, Paragraph
from tests.reader.formats.rtf.rtf_files import marked, parsed, read, row, rtf, texts

LINK = r"{\field{\*\fldinst{HYPERLINK https://a.no/}}{\fldrslt{\ul her}}}"


def outlined(text: str) -> list[tuple[str, Kind, int]]:
    return [(p.text, p.kind, p.level) for p in read(text)]


def boxes(paragraph: Paragraph) -> list[tuple[BoxKind, str]]:
    return [(box.kind, box.label) for box in paragraph.within]


def placed(paragraphs: list[Paragraph]) -> list[tuple[str, Cell]]:
    """The texts of cells, and where these are."""
    return [(p.text, p.cell.cell) for p in paragraphs if p.cell is not None and p.cell.cell is not None]


def test_paragraphs_are_what_their_styles_or_their_place_in_the_outline_say() -> None:
    assert outlined(r"\s1 A\par\pard\s5 B\par\pard\outlinelevel2 C\par\pard\s3 D\par\pard\s6 E\par\pard F") == [
        ("A", Kind.HEADING, 1),
        ("B", Kind.HEADING, 2),
        ("C", Kind.HEADING, 3),
        ("D", Kind.QUOTE, 0),
        ("E", Kind.TITLE, 1),
        ("F", Kind.PARAGRAPH, 0),
    ]


def test_a_paragraph_that_a_group_is_about_leaves_the_next_as_it_was() -> None:
    assert outlined(r"{\pard\s2 A\par}B\par") == [("A", Kind.HEADING, 2), ("B", Kind.PARAGRAPH, 0)]


def test_the_end_of_a_line_behind_a_backslash_ends_a_paragraph() -> None:
    assert texts("A\\\nB\\\r\nC") == ["A", "B", "C"]


def test_items_have_the_numbers_that_a_program_has_written_or_those_of_their_list() -> None:
    found = read(
        r"{\listtext 9)\tab}\ls1 A\par\pard{\pntext\f1\'d8\tab}B\par\pard\ls1 C\par\ilvl1 D\par"
        r"{\listtext\u-3929?\tab}E\par\pard F"
    )
    assert [(p.text, p.marker, p.level) for p in found] == [
        ("A", "9)", 1),
        ("B", "➢", 1),
        ("C", "4.", 1),
        ("D", "▪", 2),
        ("E", "▪", 2),
        ("F", "", 0),
    ]


def test_cells_have_their_places() -> None:
    merged = row(["A", "B", "C"], [r"\clvmgf", r"\clmgf", ""]) + row(["", "", "D"], [r"\clvmrg", r"\clmgf", r"\clmrg"])
    found = read("Foran\\par " + row(["1", "2", "3"], before=r"\trhdr") + merged + "Bak\\par " + row(["4", r"\qr 5"]))
    cells = [(text, c.row, c.column, c.rows, c.columns, c.head) for text, c in placed(found)]
    assert cells == [
        ("1", 0, 0, 1, 1, True),
        ("2", 0, 1, 1, 1, True),
        ("3", 0, 2, 1, 1, True),
        ("A", 1, 0, 2, 1, False),
        ("B", 1, 1, 1, 1, False),
        ("C", 1, 2, 1, 1, False),
        ("", 2, 1, 1, 1, False),
        ("D", 2, 2, 1, 1, False),
        ("4", 0, 0, 1, 1, False),
        ("5", 0, 1, 1, 1, False),
    ]
    assert [p.text for p in found if not p.cell] == ["Foran", "Bak"]
    assert placed(found)[-1][1].align == "r"


def test_cells_cover_the_columns_that_their_edges_say() -> None:
    wide = r"\trowd\cellx2000\pard\intbl W\cell\row\pard "
    found = placed(read(row(["a", "b"]) + wide))
    assert [(cell.row, cell.column, cell.columns) for _, cell in found] == [(0, 0, 1), (0, 1, 1), (1, 0, 2)]


def test_an_empty_paragraph_parts_two_tables() -> None:
    found = read(row(["a", "b"]) + r"\par " + row(["c", "d"]))
    assert [box.number for p in found for box in p.within] == [0, 0, 1, 1]


def test_a_table_in_a_cell_is_read_into_it() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell{\nonesttables\par nei}\pard\intbl\itap2 y\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}\pard\intbl Ut"
    )
    found = read(row(["A", inner, "C"]) + row(["D", "E", "F"]))
    columns = "".join(f"{text}{cell.column} " for text, cell in placed(found))
    assert columns == "A0 x1 y1 Ut1 C2 D0 E1 F2 "


def test_notes_stand_behind_the_text_and_their_references_in_it() -> None:
    found = read(
        r"A{\super\chftn{\footnote\chftn  En{\i ny}.\par To.}}b{\super *{\*\footnote\ftnalt * Stjerne}} "
        r"c\chftn{\footnote x}"
    )
    assert [(p.text, p.marker) for p in found] == [
        ("A[1]b[*] c[2]", ""),
        ("Enny.", "1."),
        ("To.", ""),
        ("Stjerne", "*."),
        ("x", "2."),
    ]
    assert [href for _, href in marked(found[0])] == ["note #note:0", "note #note:1", "note #note:2"]


def test_links_lead_somewhere_and_what_is_counted_is_kept_to_the_letter() -> None:
    page = r"{\field{\*\fldinst PAGE}{\fldrslt 7}}"
    day = r"{\field{\*\fldinst DATE \\@ dd}{\fldrslt 17. mai}}"
    box = r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}{\fldrslt}}"
    reference = r"{\field{\*\fldinst REF sted \\h}{\fldrslt x}}"
    found = read(rf"Se {LINK} side {page} den {day} {box}{{\*\bkmkstart sted}}.\par {reference}")
    assert found[0].text == "Se her side den 17. mai ☑."
    assert marked(found[0]) == [("her", "link https://a.no/"), ("17. mai", "verbatim"), ("☑", "verbatim")]
    assert marked(found[1]) == [("x", "link #sted"), ("x", "verbatim")]
    assert parsed(r"A\par {\*\bkmkstart sted}B").targets["sted"] == 1


def test_the_numbers_of_pages_in_a_list_of_contents_are_no_text() -> None:
    toc = r"{\field{\*\fldinst TOC \\o}{\fldrslt En\tab 3\par To\tab iv\par}}Tre\tab 4"
    assert texts(toc) == ["En", "To", "Tre\t4"]


def test_boxes_and_pictures_stand_behind_their_paragraphs() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Et kart}}{\sp{\sn pib}{\sv{\pict 00ff}}}}{\shprslt nei}}"
    box = r"{\shp{\*\shpinst{\shptxt I boksen\par}}}"
    picture = r"{\*\shppict{\pict\picwgoal1500\pngblip 89504e47}}{\nonshppict{\pict 00}}"
    found = read(rf"Tekst{shape}{box}.\par {picture}\par Bilde {picture} her")
    assert [(p.text, p.kind, boxes(p)) for p in found] == [
        ("Tekst.", Kind.PARAGRAPH, []),
        ("Et kart", Kind.FIGURE, [(BoxKind.FIGURE, "")]),
        ("I boksen", Kind.PARAGRAPH, [(BoxKind.ASIDE, "")]),
        ("", Kind.FIGURE, [(BoxKind.FIGURE, "")]),
        ("Bilde \ufffc her", Kind.PARAGRAPH, []),
    ]


def test_headers_and_footers_come_last_each_once() -> None:
    footer = r"{\footer {\field{\*\fldinst PAGE}{\fldrslt 1}} Bunn}"
    first = rf"\sectd\titlepg{{\header Topp}}{{\headerf F\'f8rst}}{footer}Tekst\sect"
    found = read(first + r"\sectd{\header Topp}{\headerf Ingen}Mer")
    assert [(p.text, [box.label for box in p.within]) for p in found] == [
        ("Tekst", []),
        ("Mer", []),
        ("Topp", ["header"]),
        ("Først", ["header"]),
        ("Bunn", ["footer"]),
    ]


def test_a_formula_is_written_in_a_line() -> None:
    found = read(r"Se {\mmath{\*\moMath{\mf{\mfPr}{\mnum{\mr a}}{\mden{\mr b}}}{\msSup{\me{\mr x}}{\msup{\mr 2}}}}}.")
    assert found[0].text == "Se a/bx²."
    assert marked(found[0]) == [("a/bx²", "math")]


def test_what_the_file_says_about_itself_is_kept() -> None:
    info = r"{\info{\title Et brev}{\author K\'e5re}{\creatim\yr2024\mo2\dy3}}Hei"
    assert parse_rtf(rtf(info), "a").metadata == {"title": "Et brev", "author": "Kåre", "date": "2024-02-03"}


def test_what_ends_with_its_group_is_what_that_says() -> None:
    found = read(r"A{\footnote\s3 B}\par\pard\s2 C")
    assert [(p.text, p.kind) for p in found] == [("A[1]", Kind.PARAGRAPH), ("C", Kind.HEADING), ("B", Kind.QUOTE)]
