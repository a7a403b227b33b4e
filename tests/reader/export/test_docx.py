"""The Word export, read back as a zip file of XML."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from reader.export import ExportOptions, Layout, Paper
from reader.export.docx.document import docx_bytes
from reader.export.markup import clean
from reader.parallel import ParallelText
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, REFERENCE, STORY, done, options, pair, parallel

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def opened(text: ParallelText = STORY, chosen: ExportOptions | None = None) -> ZipFile:
    return ZipFile(BytesIO(docx_bytes(text, chosen or options())))


def body(text: ParallelText = STORY, chosen: ExportOptions | None = None) -> ET.Element:
    return ET.fromstring(opened(text, chosen).read("word/document.xml"))


def words(element: ET.Element) -> str:
    pieces = {f"{W}t": lambda e: e.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    return "".join(pieces[e.tag](e) for e in element.iter() if e.tag in pieces and VALUE not in e.attrib)


def style(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.attrib[VALUE]


def cells(document: ET.Element) -> list[list[str]]:
    return [[words(cell) for cell in row.iter(f"{W}tc")] for row in document.iter(f"{W}tr")]


def languages(document: ET.Element) -> Iterator[tuple[str, str]]:
    for run in document.iter(f"{W}r"):
        lang = run.find(f"{W}rPr/{W}lang")
        if lang is not None:
            yield words(run), lang.attrib[VALUE]


def test_every_part_is_xml_and_declared() -> None:
    file = opened()
    types = ET.fromstring(file.read("[Content_Types].xml"))
    declared = {e.attrib["PartName"].lstrip("/") for e in types if "PartName" in e.attrib}
    parts = [name for name in file.namelist() if name.endswith(".xml") and name != "[Content_Types].xml"]
    assert declared == set(parts)
    for name in file.namelist():
        ET.fromstring(file.read(name))


def test_a_row_of_the_table_is_a_paragraph_beside_its_translation() -> None:
    found = cells(body())
    assert found[0] == ["No.", "Norsk bokmål", "English"]
    assert found[1] == ["", "Huset", "The House"]
    assert found[3] == ["1", "Det brant. Ingen så det.", "It burned.\u00a0✎ Nobody saw it.\u00a0⚠\ufe0e"]
    assert found[6] == ["3", "•\trøyk", "•\tsmoke"]
    assert found[9] == ["", "if x < 1:\n    y = 2", "if x < 1:\n    y = 2"]
    assert found[12] == ["6", "Dette venter.", "[not translated]"]


def test_the_header_row_repeats_and_only_long_rows_break_across_pages() -> None:
    heading = done(Paragraph("Å", Kind.HEADING, level=1), "Oh")
    document = body(parallel(heading, done("Kort.", "Short."), done("ord " * 400, "word " * 400)))
    rows = [{e.tag.removeprefix(W) for e in row.iterfind(f"{W}trPr/*")} for row in document.iter(f"{W}tr")]
    assert rows == [{"cantSplit", "tblHeader"}, {"cantSplit"}, {"cantSplit"}, set()]


def test_every_run_says_its_language() -> None:
    document = body(chosen=options(columns=EVERY_COLUMN))
    said = dict(languages(document))
    assert said[". Ingen så det."] == "nb-NO"
    assert said["Nobody saw it."] == "en-GB"
    assert said["Det brente. Ingen så det."] == "nb-NO"
    assert said["It was on fire. Nobody noticed."] == "en-GB"
    runs = [run for run in document.iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert len(list(languages(document))) == len(runs)


@pytest.mark.parametrize("layout", ARRANGED)
def test_headings_have_real_styles_once(layout: Layout) -> None:
    document = body(chosen=options(layout))
    found = [(style(p), words(p)) for p in document.iter(f"{W}p") if style(p).startswith("Heading")]
    expected = ["The House", "The rooms", "Deep"] if layout is Layout.TRANSLATION else ["Huset", "Rommene", "Dypt"]
    assert found == list(zip(["Heading1", "Heading2", "Heading3"], expected, strict=True))


def test_every_style_that_is_used_is_defined() -> None:
    file = opened(chosen=options(Layout.STACKED, columns=EVERY_COLUMN))
    styles = {e.attrib[f"{W}styleId"] for e in ET.fromstring(file.read("word/styles.xml")).iter(f"{W}style")}
    parts = [file.read(f"word/{name}.xml") for name in ("document", "header", "footer")]
    used = {
        e.attrib[VALUE] for part in parts for e in ET.fromstring(part).iter() if e.tag in (f"{W}pStyle", f"{W}rStyle")
    }
    assert used <= styles


def test_marks_are_kept() -> None:
    marks = (
        *(Mark(0, 3, kind) for kind in (MarkKind.STRONG, MarkKind.EMPHASIS)),
        *(Mark(4, 7, kind) for kind in (MarkKind.STRIKE, MarkKind.CODE)),
    )
    document = body(parallel(done(Paragraph("abc def", marks=marks), "x")))
    looks = {
        words(run): {e.tag.removeprefix(W) for e in run.iterfind(f"{W}rPr/*")} - {"lang"}
        for run in document.iter(f"{W}r")
    }
    assert looks["abc"] == {"b", "i"}
    assert looks["def"] == {"strike", "rFonts", "noProof"}


def test_links_are_alive_and_written_once() -> None:
    file = opened()
    links = list(ET.fromstring(file.read("word/document.xml")).iter(f"{W}hyperlink"))
    assert [words(link) for link in links] == ["kartet", "the map"]
    targets = ET.fromstring(file.read("word/_rels/document.xml.rels"))
    external = {e.attrib["Id"]: e.attrib["Target"] for e in targets if e.attrib.get("TargetMode") == "External"}
    assert external == {"link1": "https://example.org/%C3%A5?a=1&b=2"}
    assert {link.attrib[RELATIONSHIP] for link in links} == set(external)


def test_a_reference_translation_is_a_column_of_its_own() -> None:
    found = cells(body(chosen=options(columns=REFERENCE, numbers=False)))
    assert found[0] == ["Norsk bokmål", "English", "Reference translation"]
    assert found[3][2] == "It was on fire. Nobody noticed."
    assert found[4][2] == ""


def test_stacked_the_translation_follows_the_original() -> None:
    document = body(chosen=options(Layout.STACKED, columns=REFERENCE))
    found = [words(p) for p in document.iter(f"{W}p")]
    assert found[:2] == ["Huset", "The House"]
    start = next(i for i, text in enumerate(found) if "Det brant" in text)
    assert found[start].split("\t") == ["1", "Det brant. Ingen så det."]
    assert found[start + 2] == "Reference translation: It was on fire. Nobody noticed."
    assert not list(document.iter(f"{W}tbl"))


def test_sentences_that_belong_together_bear_the_same_number() -> None:
    document = body(chosen=options(sentence_marks=True))
    raised = [words(run) for run in document.iter(f"{W}r") if run.find(f"{W}rPr/{W}vertAlign") is not None]
    assert raised == ["1", "2", "1", "2"]


@pytest.mark.parametrize(
    ("paper", "landscape", "expected"),
    [
        (Paper.A4, False, ("11906", "16838")),
        (Paper.A5, True, ("11906", "8391")),
        (Paper.LETTER, False, ("12240", "15840")),
    ],
)
def test_the_page_is_that_of_the_options(paper: Paper, landscape: bool, expected: tuple[str, str]) -> None:
    document = body(chosen=replace(options(), paper=paper, landscape=landscape))
    [size] = document.iter(f"{W}pgSz")
    assert (size.attrib[f"{W}w"], size.attrib[f"{W}h"]) == expected


def test_the_properties_name_title_language_and_time() -> None:
    core = ET.fromstring(opened().read("docProps/core.xml"))
    told = {e.tag.split("}")[1]: e.text for e in core}
    assert told["title"] == "Huset"
    assert told["language"] == "nb-NO"
    assert told["created"] == told["modified"] == "2025-11-22T10:30:00Z"


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_makes_no_element_and_is_all_there(text: str, layout: Layout) -> None:
    def tags(said: str) -> list[str]:
        document = body(parallel(done(said, said, pair((0, 1), (0, 1))), title=said, name="x"), options(layout))
        return [e.tag for e in document.iter() if e.tag not in (f"{W}br", f"{W}tab", f"{W}t")]

    assert tags(text) == tags("x" * len(text) if len(text) > 1 else text)
    assert clean(text) in words(body(parallel(done(text, "x"), title="y"), options(layout)))


@pytest.mark.parametrize(("rows", "size"), [(9, 10.0), (1200, 10.0), (9, 24.0), (1200, 24.0)])
def test_the_longest_number_has_room_in_one_line(rows: int, size: float) -> None:
    chosen = replace(options(), font_size=size)
    document = body(parallel(*(done("Ja.", "Yes.") for _ in range(rows))), chosen)
    [width, *_] = [int(column.attrib[f"{W}w"]) for column in document.iter(f"{W}gridCol")]
    between_columns = 240
    digit = 0.72 * size * 20 * 0.55
    assert width - between_columns >= max(len("No."), len(str(rows))) * digit
