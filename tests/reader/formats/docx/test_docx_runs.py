"""The text of paragraphs of Word documents: runs, marks, fields, links, changes."""

import pytest

from reader.formats.declared_languages import with_believed_languages
from reader.text import Kind
from tests.reader.formats.docx.word_files import field, left_out, marks, only, p, picture, r, read, texts

_LINK = {"lenke": ("hyperlink", "https://example.org/")}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("en ") + r("to"), "en to"),
        (
            "<w:r><w:t>en</w:t><w:tab/><w:t>to</w:t><w:br/><w:t>tre</w:t><w:cr/><w:t>fire</w:t></w:r>",
            "en\tto\ntre\nfire",
        ),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e\u2011post"),
        ("<w:r><w:t>\n  en\n  to\n</w:t></w:r>", "en   to"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Symbol" w:char="nei"/></w:r>', "α"),
        (r("a", '<w:rFonts w:ascii="Symbol"/>'), "α"),
        (r("\uf0b7 en", '<w:rFonts w:ascii="Calibri"/>'), "• en"),
        (r("m") + r("2", '<w:vertAlign w:val="superscript"/>'), "m²"),
        (r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O"), "H₂O"),
        (r("10") + r("1", '<w:vertAlign w:val="superscript"/>') + r("2", '<w:vertAlign w:val="superscript"/>'), "10¹²"),
        ("<w:smartTag><w:smartTagPr/><w:ukjent>" + r("kjent") + "</w:ukjent></w:smartTag>", "kjent"),
        ("<w:sdt><w:sdtPr><w:t>nei</w:t></w:sdtPr><w:sdtContent>" + r("ja") + "</w:sdtContent></w:sdt>", "ja"),
        (
            "<w:r><w:ruby><w:rt>" + r("so") + "</w:rt><w:rubyBase>" + r("ord") + "</w:rubyBase></w:ruby></w:r>",
            "ord(so)",
        ),
    ],
)
def test_the_text_of_runs_is_what_the_page_shows(content: str, expected: str) -> None:
    assert texts(read(p(content))) == [expected]


def test_how_letters_look_is_marked_once_over_neighbouring_runs() -> None:
    content = r("Se ") + r("kar", "<w:b/>") + r("tet ", "<w:b/><w:i/>") + r("nå", '<w:u w:val="single"/>')
    content += r(" ikke", '<w:b w:val="0"/><w:u w:val="none"/>') + r(" den", "<w:strike/>")
    assert marks(only(read(p(content)))) == [
        ("kartet", "strong", ""),
        ("tet", "emphasis", ""),
        ("nå", "underline", ""),
        ("den", "strike", ""),
    ]


def test_bold_in_a_bold_style_is_not_bold() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Fet"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Sterk"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = p(r("en ") + r("to", '<w:rStyle w:val="Sterk"/>') + r(" tre", "<w:b/>"), '<w:pStyle w:val="Fet"/>')
    found = read(
        body + p(r("fire"), '<w:pStyle w:val="Heading1"/>') + p(r("fem", '<w:rStyle w:val="Sterk"/>')), styles=styles
    )
    assert [marks(paragraph) for paragraph in found.paragraphs] == [
        [("en", "strong", ""), ("tre", "strong", "")],
        [],
        [("fem", "strong", "")],
    ]


def test_letters_of_a_style_of_code_are_code() -> None:
    content = r("Kjør ") + r("git pull", '<w:rStyle w:val="VerbatimChar"/>')
    assert marks(only(read(p(content)))) == [("git pull", "code", "")]


def test_hidden_text_is_left_out_and_told() -> None:
    found = read(p(r("synlig ") + r("skjult", "<w:vanish/>") + r("skjult", "<w:vanish/>") + r("tekst")))
    assert texts(found) == ["synlig tekst"]
    assert left_out(found) == ["One part that the page hides was left out."]


def test_changes_are_read_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>gammel</w:delText></w:r></w:del><w:moveFrom>" + r("flyttet") + "</w:moveFrom>"
    inserted = "<w:ins>" + r("ny") + "</w:ins><w:moveTo>" + r(" hit") + "</w:moveTo>"
    found = read(p(deleted + inserted))
    assert texts(found) == ["ny hit"]
    assert left_out(found) == ["2 deletions that are not accepted yet were left out."]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
def test_a_paragraph_whose_end_is_gone_runs_on(mark: str) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Sitat"><w:name w:val="Quote"/></w:style>'
    body = p(r("en "), f"<w:rPr>{mark}</w:rPr>") + p(r("to"), '<w:pStyle w:val="Sitat"/>') + p(r("tre"))
    found = read(body, styles=styles)
    assert [(paragraph.text, paragraph.kind) for paragraph in found.paragraphs] == [
        ("en to", Kind.QUOTE),
        ("tre", Kind.PARAGRAPH),
    ]


def test_a_heading_that_shares_its_line_is_a_paragraph_of_its_own() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(read(p(r("Formål."), mark) + p(r(" Loven skal sikre")))) == ["Formål.", "Loven skal sikre"]


def test_the_last_paragraph_may_run_on_into_nothing() -> None:
    assert texts(read(p(r("slutt"), "<w:rPr><w:del/></w:rPr>"))) == ["slutt"]


def test_a_large_first_letter_is_part_of_its_word() -> None:
    assert texts(read(p(r("D"), '<w:framePr w:dropCap="drop"/>') + p(r("et var")))) == ["Det var"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field("DATE", r("1. mai")), "1. mai"),
        (r("Side ") + field("PAGE", r("7")) + r(" av ") + field(r"NUMPAGES \* MERGEFORMAT", r("9")), "Side av"),
        (field("IF " + "x" * 3, r("ja")), "ja"),
        (field("REF a", field("SEQ Tabell", r("3"))), "3"),
        ('<w:fldSimple w:instr=" SEQ Figur ">' + r("4") + "</w:fldSimple>", "4"),
        ('<w:fldSimple w:instr="PAGEREF _Toc1">' + r("4") + "</w:fldSimple>" + r("ord"), "ord"),
        # Signs of fields that are not whole swallow nothing.
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' + r("alt"), "alt"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("alt"), "alt"),
    ],
)
def test_fields_show_their_results(content: str, expected: str) -> None:
    assert texts(read(p(content))) == [expected]


def test_the_result_of_a_field_in_the_code_of_another_is_no_text() -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert texts(read(p(begin + field("MERGEFIELD a", r("kode")) + middle + r("svar") + end))) == ["svar"]


def test_a_field_reaches_over_paragraphs() -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:instrText> \\l innhold</w:instrText></w:r>"
    found = read(p(begin + code + middle + r("en")) + p(r("to") + end + r(" tre")))
    assert [marks(paragraph) for paragraph in found.paragraphs] == [
        [("en", "link", "#innhold")],
        [("to", "link", "#innhold")],
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☑"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='en'/><w:listEntry w:val='to'/></w:ddList>", "to"),
        ("<w:ddList><w:listEntry w:val='en'/><w:listEntry w:val='to'/></w:ddList>", "en"),
    ],
)
def test_fields_of_forms_show_their_value(data: str, expected: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(read(p(begin + "<w:r><w:instrText>FORMFELT</w:instrText></w:r>" + end))) == [expected]


@pytest.mark.parametrize(
    ("content", "href"),
    [
        ('<w:hyperlink r:id="lenke">' + r("ord") + "</w:hyperlink>", "https://example.org/"),
        ('<w:hyperlink r:id="lenke" w:anchor="a">' + r("ord") + "</w:hyperlink>", "https://example.org/#a"),
        ('<w:hyperlink w:anchor="sted">' + r("ord", '<w:u w:val="single"/>') + "</w:hyperlink>", "#sted"),
        (field('HYPERLINK "https://example.org/x"', r("ord")), "https://example.org/x"),
        (field(r'HYPERLINK "https://example.org/x" \l "y" \o "nei"', r("ord")), "https://example.org/x#y"),
        (field(r"REF sted \h", r("ord")), "#sted"),
    ],
)
def test_links_lead_where_the_file_says(content: str, href: str) -> None:
    found = marks(only(read(p(content), referred=_LINK)))
    assert [mark for mark in found if mark[1] == "link"] == [("ord", "link", href)]


@pytest.mark.parametrize(
    ("code", "verbatim"),
    [("DATE", True), (r"REF sted \h", True), ("FORMTEXT", True), (r"TOC \o", False), ('HYPERLINK "x"', False)],
)
def test_what_a_field_has_looked_up_is_verbatim(code: str, verbatim: bool) -> None:
    found = marks(only(read(p(r("Se ") + field(code, r("ord")) + r(" her")))))
    assert (("ord", "verbatim", "") in found) is verbatim


def test_a_field_with_whole_paragraphs_is_to_be_translated() -> None:
    begin, _, end = field("ADDIN ZOTERO_BIBL", "|").partition("|")
    assert not [
        mark for paragraph in read(p(begin + r("En")) + p(r("To") + end)).paragraphs for mark in marks(paragraph)
    ]


def test_a_link_to_nowhere_is_text() -> None:
    assert marks(only(read(p('<w:hyperlink r:id="borte">' + r("ord") + "</w:hyperlink>")))) == []


def test_bookmarks_name_their_paragraphs() -> None:
    found = read(p(r("en")) + p('<w:bookmarkStart w:id="1" w:name="sted"/>' + r("to")))
    assert found.targets["sted"] == 1


def test_a_language_is_marked_where_it_is_neither_norwegian_nor_english() -> None:
    french, english = r("raison d’être", '<w:lang w:val="fr-FR"/>'), r("noe", '<w:lang w:val="en-US"/>')
    found = read(p(r("Det er en ") + french + r(" for ") + english))
    (believed,) = with_believed_languages(found.paragraphs)
    assert marks(believed) == [("raison d’être", "language", "fr-fr")]
    assert found.languages and found.doubtful


def test_the_language_of_a_whole_paragraph_is_marked_if_it_looks_so() -> None:
    german = "Dieser Absatz ist auf Deutsch geschrieben worden, wie jeder sehen kann, der einige Wörter darin liest."
    norwegian = "Dette avsnittet er skrevet på norsk, som enhver kan se som leser noen få av ordene som står i det her."
    found = read(p(r(german, '<w:lang w:val="de-DE"/>')) + p(r(norwegian, '<w:lang w:val="de-DE"/>')))
    believed = with_believed_languages(found.paragraphs)
    assert [marks(paragraph) for paragraph in believed] == [[(german, "language", "de-de")], []]


def test_a_formula_is_written_in_a_line() -> None:
    square = "<m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    fraction = f"<m:f><m:num>{square}<m:r><m:t>+1</m:t></m:r></m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f>"
    root = f"<m:rad><m:deg/><m:e>{square}</m:e></m:rad>"
    found = read(
        p(r("Her er ") + f"<m:oMath>{fraction}</m:oMath>") + p(f"<m:oMathPara><m:oMath>{root}</m:oMath></m:oMathPara>")
    )
    assert [(paragraph.text, paragraph.kind) for paragraph in found.paragraphs] == [
        ("Her er (b²+1)/n", Kind.PARAGRAPH),
        ("√b²", Kind.MATH),
    ]
    assert marks(found.paragraphs[0]) == [("(b²+1)/n", "math", "")]
    lines = f"<m:oMathPara><m:oMath>{root}</m:oMath><m:oMath>{square}</m:oMath></m:oMathPara>"
    alone = only(read(p(lines)))
    assert (alone.text, alone.kind) == ("√b²\nb²", Kind.MATH)


def test_an_image_leads_where_the_file_says() -> None:
    image = picture("En katt").replace('descr="En katt"/>', 'descr="En katt"><a:hlinkClick r:id="lenke"/></wp:docPr>')
    assert marks(only(read(p(image), referred=_LINK))) == [("En katt", "link", "https://example.org/")]


def test_an_image_in_a_line_is_a_sign_and_one_with_a_description_stands_behind() -> None:
    referred = {"bilde": ("image", "media/a.png")}
    found = read(p(r("Se ") + picture("") + r(" og ") + picture("En katt") + r(" her.")), referred=referred)
    first, second = found.paragraphs
    assert (first.text, marks(first)) == ("Se \ufffc og her.", [("\ufffc", "image", "figure:0")])
    assert (second.text, second.kind, second.within[0].number) == ("En katt", Kind.FIGURE, 1)
    assert [(figure.name, figure.width, figure.height) for figure in found.figures] == [
        ("word/media/a.png", 100, 50)
    ] * 2
