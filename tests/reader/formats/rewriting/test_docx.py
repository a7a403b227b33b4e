"""Writing paragraphs back into Word documents: only the words change."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from reader.errors import DocumentError
from reader.formats import read_document
from reader.formats.docx import alternates
from reader.formats.docx.document import parse_docx
from reader.formats.docx.rewriting import rewrite_docx
from reader.formats.finishing import clean, finished
from reader.formats.rewriting.changes import Change, Rewritten, SentenceChange, Trouble
from reader.formats.rewriting.files import original_suffixes, rewritten
from reader.text import Document, Kind, Mark, MarkKind, Source
from tests.reader.formats.docx.canonical import parts_of, tokens
from tests.reader.formats.docx.word_files import (
    MAIN,
    cell,
    field,
    item,
    level,
    lists,
    note,
    p,
    picture,
    r,
    reference,
    row,
    styled,
    table,
    text_box,
    word_file,
)
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word
from tests.source_tree import ROOT

SAMPLE = ROOT / "tests" / "data" / "word" / "rapport.docx"
# So that nothing has to be said of the language of what is written.
ENGLISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
BOLD, ITALIC, RAISED = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'
NOTES = note("footnote", 2, p(r("Fotnoten her")))
MARKED = '<w:bookmarkStart w:id="7" w:name="sted"/>{}<w:bookmarkEnd w:id="7"/>'
PAGE, DATE = field("PAGE", r("3")), field("DATE", r("4. mai"))
LINK = field('HYPERLINK "https://example.org/"', r("lenken"))
CONTROL = (
    '<w:sdt><w:sdtPr><w:id w:val="4"/><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
BREAK = "<w:r><w:br/></w:r>"


def document_of(data: bytes) -> Document:
    """The document that a file is read as."""
    found = parse_docx(data, "brev.docx")
    found = replace(found, paragraphs=tuple(map(clean, found.paragraphs)))
    return finished(found, Path("brev.docx"), Source("docx"))


def written(data: bytes, *changes: Change, both: bool = False, language: str = "en") -> Rewritten:
    """A file with changes."""
    return rewrite_docx(data, "brev.docx", rewriting_of(document_of(data), changes, both=both, language=language))


def letter(body: str, **parts: str) -> bytes:
    """A file with this body, in English."""
    return word_file(body, **{"styles": ENGLISH, **parts})  # type: ignore[arg-type]


def body_of(data: bytes, part: str = MAIN) -> str:
    """A part without the declarations of its namespaces."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", parts_of(data)[part].decode())


def change(row: int, source: str, target: str, *linked: tuple[str, str], marks: tuple[Mark, ...] = ()) -> Change:
    """One sentence that becomes another, with words linked."""
    spans = [(source.index(a), len(a), target.index(b), len(b)) for a, b in linked]
    links = tuple(sorted((s, s + n, t, t + m, 1.0) for s, n, t, m in spans))
    return Change(row, target, (SentenceChange((0, len(source)), (0, len(target)), links),), marks)


# The three proofs


def is_proved(data: bytes) -> None:
    """Without changes a file stays; its own text changes nothing; another word only that."""
    document = document_of(data)
    assert written(data).data == data
    changes = [itself(row, paragraph) for row, paragraph in enumerate(document.paragraphs)]
    same = rewrite_docx(data, "brev.docx", rewriting_of(document, changes, language=document.language))
    assert not same.unplaced
    again = document_of(same.data)
    assert _without_order(again) == _without_order(document)
    assert (again.figures, again.targets) == (document.figures, document.targets)
    assert _content(same.data) == _content(data)
    _proved_with_other_words(data, document)


def _content(data: bytes) -> Mapping[str, object]:
    return {name: tokens(part) if name.endswith("l") else part for name, part in parts_of(data).items()}


def _without_order(document: Document) -> list[object]:
    """Marks on the same letters have no order."""
    return [replace(each, marks=tuple(sorted(each.marks, key=repr))) for each in document.paragraphs]


def _proved_with_other_words(data: bytes, document: Document) -> None:
    paragraphs = list(enumerate(document.paragraphs))
    changes = [each for row, p in paragraphs if p.translatable and (each := with_other_word(row, p)) is not None]
    other = rewrite_docx(data, "brev.docx", rewriting_of(document, changes, language=document.language))
    expected = {each.row: each.text for each in changes}
    assert texts_of(document_of(other.data)) == [expected.get(row, p.text) for row, p in paragraphs]
    old, new = parts_of(data), parts_of(other.data)
    for name in (each for each in old if old[each] != new[each]):
        pairs = zip(tokens(old[name]), tokens(new[name]), strict=True)
        assert all(a == b or (a[1] == b[1] and b[0] in "Qx") for a, b in pairs)


_PIECES = (
    *(r(text) for text in ("En katt ", "sover", " ", "1. mai", "  to  ", "e\u0301n ")),
    *(r("fet ", BOLD), r("kursiv", ITALIC), r("2", RAISED), r("skjult", "<w:vanish/>"), r(" <![CDATA[<&]]> ")),
    *(LINK, PAGE, DATE, field(r"REF sted \\h", r("punkt 3")), BREAK, "<w:r><w:tab/></w:r>", "<w:proofErr/>"),
    *('<w:r><w:br w:type="page"/></w:r>', "<w:r><w:noBreakHyphen/><w:t>x</w:t></w:r>", MARKED.format(r("merket ord"))),
    *(CONTROL.format(r("felt ")), f"<w:ins>{r('ny ')}</w:ins>", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"),
    *(reference("footnote", 2), picture(""), picture("et hus"), text_box(p(r("Tekst i boks")))),
    *('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', r("a", '<w:rFonts w:ascii="Symbol"/>')),
    f'<w:fldSimple w:instr="PAGE">{r("4")}</w:fldSimple>',
    f'<w:hyperlink w:anchor="sted">{r("her")}</w:hyperlink>',
    "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
)


def _spaced(pieces: Sequence[str]) -> str:
    """Words whose parts look different could not be told in another word."""
    return r(" ").join(pieces)


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=6).map(_spaced), min_size=1, max_size=3))
@example([*_PIECES])
@example([_spaced(_PIECES[:-1])])
def test_the_same_text_changes_nothing_and_another_word_only_itself(paragraphs: list[str]) -> None:
    is_proved(letter("".join(map(p, [r("Begynnelse"), *paragraphs])), footnotes=NOTES))


def test_a_whole_file_is_written_back_as_it_was() -> None:
    is_proved(SAMPLE.read_bytes())


def test_lists_tables_and_what_is_on_all_pages_are_written_back_as_they_were() -> None:
    pages = '<w:sectPr><w:headerReference w:type="default" r:id="topp"/></w:sectPr>'
    body = item("Et punkt") + table(row(cell("En celle"), cell(item("Punkt i celle")))) + pages
    data = word_file(
        body,
        styles=ENGLISH,
        numbering=lists(level(0, "decimal", "%1.")),
        referred={"topp": ("header", p(r("Brev, side ") + PAGE + r(" av fire")))},
    )
    is_proved(data)
    assert "av fire" in body_of(written(data, itself(3, document_of(data).paragraphs[3])).data, "word/topp.xml")


def test_a_combining_mark_in_another_run_than_its_letter_is_written_once() -> None:
    data = letter(p(r("kafe") + r("\u0301er e", BOLD) + r("\u0301") + r("n")))
    document = document_of(data)
    assert texts_of(document) == ["kaféer én"]
    again = document_of(written(data, itself(0, document.paragraphs[0])).data)
    assert _without_order(again) == _without_order(document)


# Looks


def test_the_look_goes_to_the_linked_word() -> None:
    data = letter(p(r("Den ") + r("røde", BOLD) + r(" båten")))
    found = written(data, change(0, "Den røde båten", "The boat is red", ("røde", "red"), ("båten", "boat")))
    assert document_of(found.data).paragraphs[0].marks == (Mark(12, 15, MarkKind.STRONG),)
    assert (found.looks, found.unplaced) == (1, ())


def test_runs_that_look_alike_are_joined() -> None:
    data = letter(p(r("En ") + "<w:proofErr/>" + '<w:r w:rsidR="00AA"><w:t>katt</w:t></w:r>'))
    assert body_of(written(data, change(0, "En katt", "A cat")).data).count("<w:r>") == 1


def test_a_look_without_a_linked_word_is_left_out_and_counted() -> None:
    data = letter(p(r("Den ") + r("røde", BOLD) + r(" båten")))
    found = written(data, change(0, "Den røde båten", "A boat", ("båten", "boat")))
    assert [each.trouble for each in found.unplaced] == [Trouble.LOOK]
    assert "<w:b/>" not in body_of(found.data)


def test_links_go_to_their_words() -> None:
    data = letter(p(r("Se ") + LINK + r(" nå")))
    found = written(data, change(0, "Se lenken nå", "Now see the link", ("Se", "see"), ("lenken", "link")))
    assert document_of(found.data).paragraphs[0].marks == (Mark(12, 16, MarkKind.LINK, "https://example.org/"),)


# Things


def test_notes_and_dates_stand_behind_their_words() -> None:
    data = letter(p(r("Katten") + reference("footnote", 2) + r(" sov ") + DATE), footnotes=NOTES)
    source, target = "Katten[1] sov 4. mai", "4. mai slept the cat[1]"
    marks = (Mark(0, 6, MarkKind.VERBATIM), Mark(20, 23, MarkKind.NOTE, "#note:0"))
    found = written(data, change(0, source, target, ("Katten", "cat"), ("sov", "slept"), marks=marks))
    again = document_of(found.data).paragraphs[0]
    assert (again.text, again.marks) == (target, marks)
    assert not found.unplaced


def test_numbers_of_pages_stay_between_their_words() -> None:
    data = letter(p(r("Side ") + PAGE + r(" av ") + field("NUMPAGES", r("9"))))
    found = written(data, change(0, "Side av", "Page of", ("Side", "Page"), ("av", "of")))
    letters = "".join(sign for sign, _ in tokens(parts_of(found.data)[MAIN]) if len(sign) == 1)
    assert letters == "Page 3 of 9"


def test_the_end_of_a_page_is_never_lost() -> None:
    data = letter(p(r("En") + '<w:r><w:br w:type="page"/></w:r>' + r("to")))
    found = written(data, change(0, "En\nto", "One two"))
    assert body_of(found.data).count('w:type="page"') == 1
    assert [each.trouble for each in found.unplaced] == [Trouble.OBJECT]


def test_descriptions_of_images_are_attributes() -> None:
    data = letter(p(r("Ord")) + p(picture("et hus")))
    assert 'descr="a house"' in body_of(written(data, Change(1, "a house")).data)
    assert 'descr="et hus / a house"' in body_of(written(data, Change(1, "a house"), both=True).data)


def test_words_of_diagrams_and_charts_are_written_wherever_they_are_drawn() -> None:
    drawing = "<w:r><w:drawing><wp:inline><a:graphic>{}</a:graphic></wp:inline></w:drawing></w:r>"
    text = '<a:p><a:r><a:rPr lang="nb-NO"/><a:t>Før</a:t></a:r><a:r><a:t>st</a:t></a:r></a:p>'
    diagram = f'<d xmlns:a="a">{text}<a:p><a:r><a:t>Så</a:t></a:r></a:p><dataModelExt relId="p"/></d>'
    chart = '<c xmlns:a="a"><a:t/><strCache><v>Mai</v></strCache><numCache><v>12</v></numCache><v>Mai</v></c>'
    shape = '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    data = word_file(
        p(drawing.format('<dgm:relIds r:dm="d"/>') + drawing.format('<c:chart r:id="c"/>') + shape),
        referred={"d": ("diagramData", "d.xml"), "c": ("chart", "c.xml"), "p": ("diagramDrawing", "p.xml")},
        more={"word/d.xml": diagram, "word/c.xml": chart, "word/p.xml": f'<e xmlns:a="a">{text}</e>'},
    )
    assert texts_of(document_of(data)) == ["Først", "Så", "Mai", "UTKAST"]
    changes = [Change(0, "First"), Change(2, "May"), Change(3, "DRAFT")]
    found = written(data, *changes)
    assert not found.unplaced
    assert texts_of(document_of(found.data)) == ["First", "Så", "May", "DRAFT"]
    new = text.replace("nb-NO", "en-GB").replace("Før", "First").replace("<a:t>st</a:t>", "<a:t/>")
    assert body_of(found.data, "word/d.xml").endswith(diagram.replace(text, new).replace(' xmlns:a="a"', ""))
    assert new in body_of(found.data, "word/p.xml")
    assert body_of(found.data, "word/c.xml").count("May") == 2
    assert "Mai / May" in body_of(written(data, *changes, both=True).data, "word/c.xml")


def test_both_forms_of_a_text_box_say_the_same() -> None:
    data = letter(p(r("Ord") + text_box(p(r("Boks")))))
    found = body_of(written(data, change(1, "Boks", "Box")).data)
    assert (found.count(">Box<"), found.count("Boks")) == (2, 0)
    new, old = (p(MARKED.replace("7", number).format(r("Boks"))) for number in "79")
    marked = body_of(written(letter(p(r("Ord") + text_box(new, old))), change(1, "Boks", "Box")).data)
    assert re.findall('bookmark\\w+ w:id="(.)"', marked) == ["7", "7", "9", "9"]
    tagged = p(f'<w:smartTag w:element="x">{r("Bo")}{r("ks")}</w:smartTag>{r(" h")}<w:r><w:tab/><w:t>er</w:t></w:r>')
    data = letter(p(text_box(p(r("Boks h") + "<w:r><w:tab/></w:r>" + r("er")) * 2, tagged * 2)))
    found = body_of(written(data, change(0, "Boks h\ter", "The box\there", ("Boks", "The box"))).data)
    assert '<w:smartTag w:element="x"><w:r><w:t>The box</w:t></w:r></w:smartTag>' in found
    assert [found.count(each) for each in ("The box", "here", "<w:tab/>", "Boks", "Bo<")] == [2, 2, 4, 1, 1]


def test_the_forms_of_a_text_box_are_compared_once_not_for_each_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box may hold a whole document, and that would take the square of it."""
    compared: list[object] = []

    def words(box: object) -> list[str]:
        compared.append(box)
        return [str(len(compared))]  # the two forms never say the same

    monkeypatch.setattr(alternates, "_words", words)
    data = letter(p(text_box("".join(p(r(f"Ord {number}")) for number in range(20)))))
    document = document_of(data)
    written(data, *(itself(row, paragraph) for row, paragraph in enumerate(document.paragraphs)))
    assert len(compared) == 2


def test_content_controls_lose_what_they_are_bound_to_where_their_text_changes() -> None:
    bound = CONTROL.format(p(r("Navn")))
    found = body_of(written(letter(bound + CONTROL.format(p(r("Sted")))), change(0, "Navn", "Name")).data)
    assert found.count("w:dataBinding") == 1
    assert found.index("Name") < found.index("w:dataBinding")


def test_changes_are_accepted_where_a_paragraph_changes() -> None:
    tracked = p(f"<w:ins>{r('ny')}</w:ins><w:del><w:r><w:delText>gammel</w:delText></w:r></w:del>")
    found = body_of(written(letter(tracked * 2), change(0, "ny", "new")).data)
    assert (found.count("<w:ins>"), found.count("gammel")) == (1, 1)


def test_paragraphs_whose_end_is_deleted_are_one_once_that_is_accepted() -> None:
    deleted = p(r("En "), '<w:rPr><w:del w:id="1"/></w:rPr>')
    found = body_of(written(letter(deleted + p(r("katt"))), change(0, "En katt", "A cat")).data)
    assert found.count("<w:p>") == 1


def test_a_large_letter_stays_the_first() -> None:
    large = p(r("D", '<w:sz w:val="90"/>'), '<w:framePr w:dropCap="drop" w:lines="2"/>')
    found = written(letter(large + p(r("en katt"))), change(0, "Den katt", "The cat"))
    assert document_of(found.data).paragraphs[0].text == "The cat"
    assert '<w:sz w:val="90"/></w:rPr><w:t>T</w:t>' in body_of(found.data)
    assert not found.unplaced


def test_text_that_is_not_written_back_is_kept_and_counted() -> None:
    data = word_file(
        p(r("Ord")) + '<w:altChunk r:id="a"/>', referred={"a": ("aFChunk", "a.html")}, more={"word/a.html": "<p>Side"}
    )
    found = written(data, change(1, "Side", "Page"))
    assert [each.trouble for each in found.unplaced] == [Trouble.KEPT]


def test_comments_in_the_file_stay_beside_paragraphs_that_change() -> None:
    data = letter(p(r("Ord<!--et-->et")) + "<!-- to -->" + p("<?tre x?>" + r("Katt<!--fem-->")) + "<?fire x?>")
    assert texts_of(document_of(data)) == ["Ordet", "Katt"]
    found = body_of(written(data, change(1, "Katt", "Cat")).data)
    assert re.findall(r"<!--[^-]*-->|<\?[tf][^>]*>|Cat|Ord|et(?=<)", found) == [
        *("Ord", "<!--et-->", "et", "<!-- to -->", "<?tre x?>", "Cat", "<!--fem-->", "<?fire x?>")
    ]


# Both, and languages


def test_a_translation_stands_behind_its_paragraph_in_the_same_style() -> None:
    data = letter(
        styled("Heading1", "Tittel") + item("Punkt") + p(r("Slutt")), numbering=lists(level(0, "decimal", "%1."))
    )
    changes = [change(0, "Tittel", "Title"), change(1, "Punkt", "Item"), change(2, "Slutt", "End")]
    found = document_of(written(data, *changes, both=True).data).paragraphs
    assert [each.text for each in found] == ["Tittel", "Title", "Punkt", "Item", "Slutt", "End"]
    assert [each.marker for each in found] == ["", "", "1.", "", "", ""]
    assert found[1].kind is Kind.HEADING


def test_a_copy_of_an_item_begins_where_the_words_of_the_item_do() -> None:
    numbering = lists(level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'))
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="99" w:hanging="9"/>'
    data = letter(item("Punkt") + p(r("Annet"), own), numbering=numbering)
    found = body_of(written(data, change(0, "Punkt", "Item"), change(1, "Annet", "Other"), both=True).data)
    assert '<w:ind w:left="720" w:firstLine="0"/>' in found
    assert '<w:ind w:left="99" w:firstLine="0"/>' in found


def test_a_copy_keeps_the_space_before_the_number_of_a_page_that_ends_it() -> None:
    pages = [
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{name}</w:instrText></w:r><w:r>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{r(str(number))}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for name, number in (("PAGE", 1), ("NUMPAGES", 9))
    ]
    data = letter(p(r("Side ") + pages[0] + r(" av ") + pages[1]))
    found = body_of(written(data, change(0, "Side av", "Page of", ("Side", "Page"), ("av", "of")), both=True).data)
    assert "".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", found)) == "Side 1 av 9Page 1 of 9"


def test_a_copy_has_neither_notes_nor_bookmarks_nor_the_end_of_a_section() -> None:
    section = "<w:sectPr><w:cols/></w:sectPr>"
    data = letter(p(MARKED.format(r("Ord")) + reference("footnote", 2), section) + p(r("mer")), footnotes=NOTES)
    marks = (Mark(4, 7, MarkKind.NOTE, "#note:0"),)
    found = body_of(written(data, change(0, "Ord[1]", "Word[1]", ("Ord", "Word"), marks=marks), both=True).data)
    assert [found.count(each) for each in ("bookmarkStart", "footnoteReference", "<w:sectPr>")] == [1, 1, 1]
    assert found.index("Ord") < found.index("<w:sectPr>") < found.index("Word") < found.index("mer")


def test_a_copy_neither_counts_nor_breaks_the_page_nor_is_a_tracked_change() -> None:
    mark = '<w:pageBreakBefore/><w:rPr><w:ins w:id="1"/></w:rPr>'
    data = letter(p(r("Figur ") + field("SEQ Figur", r("1")) + r(" her"), mark))
    marks = (Mark(7, 8, MarkKind.VERBATIM),)
    links = [("Figur", "Figure"), ("her", "here")]
    found = body_of(written(data, change(0, "Figur 1 her", "Figure 1 here", *links, marks=marks), both=True).data)
    copied = found[found.index("her</w:t>") :]
    assert "".join(re.findall("<w:t\\b[^>]*>([^<]*)<", copied)) == "Figure 1 here"
    assert ("SEQ" in copied, "<w:ins" in copied) == (False, False)
    assert '<w:pageBreakBefore w:val="0"/>' in copied


@pytest.mark.parametrize(
    ("around", "signs"),
    [
        (LINK.replace("lenken", "her. Der"), ['"begin"', '"end"']),
        (CONTROL.format(r("her. Der")), ["<w:sdt>", "</w:sdt>"]),
    ],
    ids=["field", "control"],
)
def test_what_is_around_words_that_part_is_around_both_and_has_one_name(around: str, signs: list[str]) -> None:
    links = [((3, 6, 0, 4, 1.0), (0, 2, 5, 8, 1.0)), ((8, 11, 10, 15, 1.0), (12, 14, 16, 18, 1.0))]
    spans = [((0, 7), (0, 9)), ((8, 14), (10, 18))]
    sentences = tuple(SentenceChange(*span, found) for span, found in zip(spans, links, strict=True))
    found = body_of(written(letter(p(r("Se ") + around + r(" er"))), Change(0, "Here see. There is", sentences)).data)
    assert [found.count(sign) for sign in signs] == [2, 2]
    assert found.count("HYPERLINK") == found.count('"begin"')
    assert found.count('<w:id w:val="4"/>') == ("sdt" in found)


def test_words_are_in_the_language_that_they_are_in() -> None:
    data = letter(p(r("Et ") + r("fet", BOLD)) + p(r("Mer tekst som ikke endres i det hele tatt")))
    found = body_of(written(data, change(0, "Et fet", "Et fet ord"), language="nb").data)  # three runs
    assert found.count('w:lang w:val="nb-NO"') == 3
    assert 'w:lang w:val="en' not in body_of(written(data, change(0, "Et fet", "A bold")).data)


def test_a_document_that_is_translated_whole_is_in_the_new_language() -> None:
    data = letter(p(r("A cat")))
    found = written(data, change(0, "A cat", "En katt"), language="nb").data
    assert 'w:val="nb-NO"' in body_of(found, "word/styles.xml")
    assert "w:lang" not in body_of(found)
    both = written(data, change(0, "A cat", "En katt"), language="nb", both=True).data
    assert 'w:val="en-GB"' in body_of(both, "word/styles.xml")


def test_the_properties_of_a_document_name_its_new_language() -> None:
    relations = f'<Relationships><Relationship Type="a/officeDocument" Target="{MAIN}"/>{{}}</Relationships>'
    more = {
        "_rels/.rels": relations.format('<Relationship Type="a/core-properties" Target="core.xml"/>'),
        "core.xml": "<c><language>en-GB</language></c>",
    }
    data = word_file(p(r("A cat")), styles=ENGLISH, more=more)
    assert "nb-NO" in body_of(written(data, change(0, "A cat", "En katt"), language="nb").data, "core.xml")


def test_complex_and_eastern_scripts_have_languages_of_their_own() -> None:
    data = letter(p(r("A")) + p(r("Another")))
    found = [body_of(written(data, change(0, "A", "B"), language=code).data) for code in ("he", "ja")]
    assert [re.findall("w:(?:bidi|eastAsia|val)=", each) for each in found] == [["w:bidi="], ["w:eastAsia="]]


# Files


def test_a_document_that_has_changed_is_refused() -> None:
    document = document_of(letter(p(r("Ord"))))
    with pytest.raises(DocumentError, match="has changed"):
        rewrite_docx(letter(p(r("Annet"))), "brev.docx", rewriting_of(document, [Change(0, "Word")]))


def test_a_signature_is_dropped_and_said() -> None:
    main = f'<Relationship Type="a/officeDocument" Target="{MAIN}"/>'
    origin = '<Relationship Type="a/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
    more = {
        "_rels/.rels": f"<Relationships>{main}{origin}</Relationships>",
        "[Content_Types].xml": '<Types><Override PartName="/_xmlsignatures/sig1.xml"/><Default/></Types>',
        **{"_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<Signature/>"},
    }
    data = word_file(p(r("Ord")), more=more)
    found = written(data, change(0, "Ord", "Word"))
    assert found.unsigned
    assert not [name for name, part in parts_of(found.data).items() if "signature" in f"{name}{part.decode()}"]
    assert "<Default/>" in body_of(found.data, "[Content_Types].xml")
    assert not written(letter(p(r("Ord"))), change(0, "Ord", "Word")).unsigned


def test_a_file_is_written_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    path.write_bytes(letter(p(r("Ord"))))
    document = read_document(path)
    assert original_suffixes(document) == (".docx",)
    found = rewritten(document, path, rewriting_of(document, [change(0, "Ord", "Word")]))
    assert ">Word<" in body_of(found.data)
