"""Any of the columns, in any order, in every format."""

import json
import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.annotations import NOTE, Anchor, Annotation, Placed, Spot
from reader.export import ExportOptions, Layout, Paper, set_pdf, write_export
from reader.export.blocks import blocks
from reader.export.columns import arranged
from reader.export.docx.document import docx_bytes
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.notes_at_end import with_notes
from reader.export.pdf.steps import steps
from reader.export.web.epub import epub_bytes
from reader.export.web.page import html_bytes
from reader.parallel import Column, ParallelText, Row, SentencePair, State, Version, initial_row
from reader.text import Kind, Paragraph
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import REFERENCE, done, options, pair, parallel
from tests.reader.export.pdfs import tag_names, text_of
from tests.reader.export.structured import cells

pytestmark = pytest.mark.usefixtures("in_this_process")

OTHER = Column.OTHER + 2
ALL = (Column.ORIGINAL, Column.TRANSLATION, OTHER, Column.BACK, Column.REFERENCE, Column.NOTES)
WORDS = ("Opprinnelig", "Machined", "Packaged", "Tilbakeført", "Referred", "Bemerket")
NAMES = ((OTHER, "translate-nb_en 1.9"),)
NOTES = (Placed(NOTE, Annotation("x", Anchor(1, ""), "Bemerket"), Spot(1)),)


def versions(row: Row, *more: Version) -> Row:
    for version in more:
        row = row.with_version(version)
    return row


TEXT = parallel(
    versions(done(Paragraph("Overskrift", Kind.HEADING, level=1), "Heading"), Version(Column.REFERENCE, "Headline")),
    versions(
        done("Opprinnelig.", "Machined."),
        Version(Column.BACK, "Tilbakeført."),
        Version(Column.REFERENCE, "Referred."),
        Version(OTHER, "Packaged."),
    ),
    initial_row(Paragraph("x = 1", Kind.CODE)),
)


def chosen(layout: Layout, columns: tuple[int, ...]) -> ExportOptions:
    return replace(options(layout, columns=columns), names=NAMES, notes=NOTES if Column.NOTES in columns else ())


def written(suffix: str, wanted: ExportOptions, text: ParallelText = TEXT) -> str:
    """What is read in a file."""
    if suffix == ".pdf":
        return text_of(set_pdf(text, wanted).data)
    text = with_notes(text, wanted)
    if suffix == ".md":
        return markdown_bytes(text, wanted).decode().replace("\\", "")
    if suffix == ".html":
        data = html_bytes(text, wanted).decode().partition("<main>")[2]
    elif suffix == ".docx":
        data = ZipFile(BytesIO(docx_bytes(text, wanted))).read("word/document.xml").decode()
    else:
        data = ZipFile(BytesIO(epub_bytes(text, wanted))).read("book/text-001.xhtml").decode().partition("<body>")[2]
    return unescape(re.sub("<[^>]*>", " ", data))


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".epub", ".md"])
@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_the_texts_stand_in_the_order_chosen_and_others_do_not(suffix: str, layout: Layout) -> None:
    for places in ((0, 1, 2, 3, 4, 5), (5, 4, 1, 0), (2, 0, 4), (3, 1), (4,)):
        shown = written(suffix, chosen(layout, tuple(ALL[place] for place in places)))
        found = [word for word in re.findall(r"\w+", shown) if word in WORDS]
        assert found == [WORDS[place] for place in places], places


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".epub", ".md"])
def test_what_a_column_is_stands_above_it_or_before_its_texts(suffix: str) -> None:
    beside = written(suffix, chosen(Layout.COLUMNS, (OTHER, Column.REFERENCE))).casefold()
    assert beside.index("translate-nb_en 1.9") < beside.index("reference translation") < beside.index("packaged")
    under = " ".join(written(suffix, chosen(Layout.STACKED, (Column.ORIGINAL, OTHER, Column.REFERENCE))).split())
    plain = under.replace("*", "").replace(" :", ":")
    assert "translate-nb_en 1.9: Packaged" in plain and "Reference translation: Referred" in plain


def test_on_facing_pages_the_others_stand_below_the_second() -> None:
    shown = written(".pdf", chosen(Layout.FACING, (Column.ORIGINAL, Column.REFERENCE, Column.BACK, OTHER)))
    left, right = shown.index("Opprinnelig"), shown.index("Referred")
    assert left < shown.index("2 / 3") < right < shown.index("Back-translation: Tilbakeført")
    assert "HEADLINE" not in shown[:right] and "Headline" in shown[shown.index("2 / 3") : right]


def test_a_note_beside_a_heading_is_no_heading() -> None:
    heading = (Placed(NOTE, Annotation("x", Anchor(0, ""), "Bemerket"), Spot(0)),)
    wanted = replace(chosen(Layout.COLUMNS, (Column.NOTES, Column.ORIGINAL)), notes=heading)
    assert tag_names(set_pdf(TEXT, wanted).data).count("H1") == 1
    assert re.search(
        r'<td class="reference"[^>]*><p>Bemerket</p>', html_bytes(with_notes(TEXT, wanted), wanted).decode()
    )


@pytest.mark.parametrize("columns", [(OTHER, Column.BACK, Column.ORIGINAL), (Column.REFERENCE,), (1, 0), (0, 2)])
def test_without_a_column_for_them_notes_stand_at_the_end_in_the_columns_there_are(columns: tuple[int, ...]) -> None:
    for suffix in (".md", ".html"):
        shown = written(suffix, replace(chosen(Layout.COLUMNS, columns), notes=NOTES))
        assert shown.count("Bemerket") == 1 and "“Opprinnelig.”" in shown.partition("Bemerket")[0]
        assert "[not translated]" not in shown.partition("“Opprinnelig.”")[2]


def test_a_column_without_any_text_is_left_out_and_a_single_one_is_stacked() -> None:
    bare = parallel(done("Hei.", "Hello."))
    assert arranged(bare, options(columns=REFERENCE)).columns == (Column.ORIGINAL, Column.TRANSLATION)
    assert arranged(TEXT, options(columns=(Column.BACK,))).layout is Layout.STACKED
    assert arranged(TEXT, options(columns=ALL), 3).layout is Layout.STACKED
    alone = arranged(TEXT, options(Layout.TRANSLATION, columns=(Column.ORIGINAL, Column.REFERENCE)))
    assert alone.columns == (Column.TRANSLATION, Column.REFERENCE)


def test_three_columns_stand_side_by_side_only_where_their_lines_are_long_enough() -> None:
    for paper, beside in ((Paper.A4, True), (Paper.A5, False)):
        wanted = replace(chosen(Layout.COLUMNS, (0, 1, OTHER)), paper=paper)
        document = ZipFile(BytesIO(docx_bytes(TEXT, wanted))).read("word/document.xml")
        assert (b"<w:tbl>" in document) == beside == ("TH" in tag_names(set_pdf(TEXT, wanted).data))


def test_another_package_that_has_not_translated_a_paragraph_says_so_and_a_reference_may_lack_it() -> None:
    text = parallel(TEXT.rows[1], done("Senere.", "Later."))
    shown = written(".md", chosen(Layout.COLUMNS, (Column.ORIGINAL, OTHER, Column.REFERENCE)), text)
    assert "| 2 | Senere. | *[not translated]* |  |" in shown


def test_sentences_of_any_two_columns_begin_at_the_same_height_on_facing_pages() -> None:
    row = versions(
        done("Ja. Nei da.", "Yes. Oh no.", pair((0, 3), (0, 4)), pair((4, 11), (5, 11))),
        Version(Column.BACK, "Jo. Å nei.", (SentencePair((0, 4), (0, 3)), SentencePair((5, 11), (4, 10)))),
        Version(OTHER, "Yes. No.", (SentencePair((0, 3), (0, 4)), SentencePair((4, 11), (5, 8)))),
    )
    for columns in ((Column.TRANSLATION, Column.BACK), (OTHER, Column.BACK), (Column.ORIGINAL, OTHER)):
        [block] = blocks(parallel(row), options(Layout.FACING, columns=columns), sentences=True)
        cut = [["".join(p.text for s in side for p in s.pieces).strip() for side in step] for step in steps(block, 99)]
        texts = {0: ["Ja.", "Nei da."], 1: ["Yes.", "Oh no."], 2: ["Jo.", "Å nei."], OTHER: ["Yes.", "No."]}
        assert cut == [[texts[column][number] for column in columns] for number in (0, 1)]


@pytest.mark.parametrize("columns", [(0, 1, 3), (4, 3, 0), (OTHER, 2), (0, 1, 2, 3, OTHER), (3,)])
@pytest.mark.parametrize("layout", ARRANGED)
def test_tables_and_paragraphs_of_any_columns_are_set_as_accessible_pages(
    layout: Layout, columns: tuple[int, ...]
) -> None:
    table = [versions(done(p, p.text.upper()), Version(3, f"{p.text}r"), Version(2, f"{p.text}b")) for p in CELLS]
    text = parallel(*TEXT.rows, *table, *TEXT.rows, Row(Paragraph("Venter."), state=State.PENDING))
    for paper in (Paper.A4, Paper.A5):
        shown = text_of(set_pdf(text, replace(chosen(layout, columns), paper=paper)).data)
        for column in set(columns) & {1, 3} or {2}:
            assert {1: "BRØD", 2: "Brødb", 3: "Brødr"}[column] in shown


def test_in_a_web_page_sentences_of_all_columns_are_linked_and_words_whichever_text_is_first() -> None:
    row = versions(
        done("Ja. Nei.", "Yes. No.", pair((0, 3), (0, 4), (0, 2, 0, 3)), pair((4, 8), (5, 8))),
        Version(OTHER, "Yep. Nope.", (SentencePair((0, 3), (0, 4)), SentencePair((4, 8), (5, 10)))),
    )

    def linked(*columns: int) -> tuple[list[str], list[str]]:
        wanted = chosen(Layout.COLUMNS, columns)
        found = html_bytes(parallel(row), wanted).decode().partition("<main>")[2]
        sentences = re.findall(r'data-s="(\d)">([^<]*)', found)
        return re.findall('data-words="([^"]*)"', found), [f"{number} {text}" for number, text in sentences]

    assert linked(0, 1, OTHER) == (["0 2 0 3;"], ["0 Ja.", "1 Nei.", "0 Yes.", "1 No.", "0 Yep.", "1 Nope."])
    assert linked(1, 0) == (["0 3 0 2;"], ["0 Yes.", "1 No.", "0 Ja.", "1 Nei."])
    # The script looks for linked words in the first two.
    assert linked(OTHER, 0, 1) == (["0 2 0 3;"], ["0 Ja.", "1 Nei.", "0 Yes.", "1 No."])
    assert linked(0, OTHER) == ([], ["0 Ja.", "1 Nei.", "0 Yep.", "1 Nope."])


def test_a_web_page_is_as_wide_as_its_columns_need_and_names_them_where_they_are_stacked() -> None:
    many, usual = (html_bytes(TEXT, chosen(Layout.COLUMNS, columns)).decode() for columns in (ALL[:5], ALL[:2]))
    assert "@media (max-width: 70em)" in many and "main, header, footer { max-width: 130em" in many
    assert re.findall(r'data-name="([^"]*)"', many)[:3] == [NAMES[0][1], "Back-translation", "Reference translation"]
    assert "@media (max-width: 40em)" in usual and "data-name" not in usual


def test_json_has_further_columns_at_their_paragraphs(tmp_path: Path) -> None:
    pairs = (SentencePair((0, 12), (0, 9), -0.5),)
    row = versions(TEXT.rows[1], Version(OTHER, "Packaged.", pairs, unsure=frozenset({0})))
    failed = versions(done("A", "B"), Version(OTHER, "", state=State.FAILED, reason="It broke."))
    write_export(parallel(row, failed), tmp_path / "ut.json", chosen(Layout.COLUMNS, (OTHER, Column.BACK)))
    first, second = json.loads((tmp_path / "ut.json").read_bytes())["paragraphs"]
    sentence = {"source": [0, 12], "target": [0, 9], "score": -0.5, "links": [], "warnings": [], "unsure": True}
    assert first["versions"] == {
        "back": {"text": "Tilbakeført.", "state": "done", "sentences": []},
        "translate-nb_en 1.9": {"text": "Packaged.", "state": "done", "sentences": [sentence]},
    }
    assert second["versions"]["translate-nb_en 1.9"]["reason"] == "It broke."
    write_export(parallel(row), tmp_path / "ut.json", options())
    assert "versions" not in json.loads((tmp_path / "ut.json").read_bytes())["paragraphs"][0]


CELLS = cells(0, [["Vare", "Pris"], ["Brød", "30"]])


def test_a_table_that_does_not_fit_beside_others_stands_below_them_named_once() -> None:
    table = [versions(done(p, p.text.upper()), Version(2, f"{p.text}b")) for p in CELLS]
    found = written(".pdf", options(Layout.STACKED, columns=(0, 1, 2)), parallel(*table))
    assert found.count("Back-translation:") == 1
    assert found.index("BRØD") < found.index("Back-translation:") < found.index("Brødb")
