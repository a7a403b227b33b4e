"""The EPUB, read back as a zip file of XML. (EPUBCheck reports no problems in such books.)"""

import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from reader.export import ExportOptions, Layout
from reader.export.web.epub import epub_bytes
from reader.parallel import ParallelText
from reader.text import Kind, Paragraph
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import HOSTILE, STORY, done, options, parallel

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def opened(text: ParallelText = STORY, chosen: ExportOptions | None = None) -> ZipFile:
    return ZipFile(BytesIO(epub_bytes(text, chosen or options(Layout.STACKED))))


def read(book: ZipFile, name: str) -> ET.Element:
    return ET.fromstring(book.read(f"book/{name}"))


def contents(book: ZipFile) -> list[tuple[str, str, str]]:
    """Address, language and text of each line of the table of contents."""
    links = read(book, "contents.xhtml").iter(f"{XHTML}a")
    return [(link.attrib["href"], link.attrib[LANG], link.text or "") for link in links]


def words(book: ZipFile) -> str:
    names = sorted(name for name in book.namelist() if name.startswith("book/text-"))
    return " ".join(" ".join(ET.fromstring(book.read(name)).itertext()) for name in names)


def test_the_first_entry_says_uncompressed_what_it_is() -> None:
    book = opened()
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert book.read(first) == b"application/epub+zip"
    container = ET.fromstring(book.read("META-INF/container.xml"))
    assert [e.attrib["full-path"] for e in container.iter() if e.tag.endswith("rootfile")] == ["book/package.opf"]


def test_the_manifest_names_every_file_and_the_spine_every_page() -> None:
    book = opened()
    package = read(book, "package.opf")
    items = {item.attrib["id"]: item.attrib["href"] for item in package.iter(f"{OPF}item")}
    assert {f"book/{href}" for href in items.values()} | {"book/package.opf"} == {
        name for name in book.namelist() if name.startswith("book/")
    }
    spine = [items[ref.attrib["idref"]] for ref in package.iter(f"{OPF}itemref")]
    assert spine == ["text-001.xhtml", "text-002.xhtml", "colophon.xhtml"]


def test_title_languages_and_time_are_told() -> None:
    package = read(opened(), "package.opf")
    assert [e.text for e in package.iter(f"{DC}title")] == ["Huset"]
    assert [e.text for e in package.iter(f"{DC}language")] == ["nb", "en"]
    modified = [e.text for e in package.iter(f"{OPF}meta") if e.attrib["property"] == "dcterms:modified"]
    assert modified == ["2025-11-22T10:30:00Z"]


def test_the_table_of_contents_is_nested_as_the_headings_are_and_leads_to_them() -> None:
    book = opened()
    assert contents(book) == [
        ("text-001.xhtml#r1", "nb", "Huset"),
        ("text-002.xhtml#r4", "nb", "Rommene"),
        ("text-002.xhtml#r11", "nb", "Dypt"),
        ("colophon.xhtml", "en", "Colophon"),
    ]
    nav = read(book, "contents.xhtml").find(f".//{XHTML}nav")
    assert nav is not None
    assert nav.find("/".join([f"{XHTML}ol/{XHTML}li"] * 3) + f"/{XHTML}a[.='Dypt']") is not None
    for href, _, _ in contents(book)[:-1]:
        name, place = href.split("#")
        assert read(book, name).find(f".//*[@id='{place}']") is not None


def test_the_translation_alone_has_the_translated_headings_as_its_contents() -> None:
    book = opened(chosen=options(Layout.TRANSLATION))
    assert [label for _, _, label in contents(book)] == ["The House", "The rooms", "Deep", "Colophon"]
    assert [e.text for e in read(book, "package.opf").iter(f"{DC}language")] == ["en"]


def test_a_text_without_headings_has_the_name_of_its_file_as_contents() -> None:
    book = opened(parallel(done("Hei på deg.", "Hello."), title="Hei på…"))
    assert contents(book) == [("text-001.xhtml", "nb", "en tekst på norsk"), ("colophon.xhtml", "en", "Colophon")]


@pytest.mark.parametrize("layout", ARRANGED)
def test_each_block_is_in_its_language(layout: Layout) -> None:
    page = read(opened(chosen=options(layout)), "text-001.xhtml")
    found = {
        (e.attrib["class"], e.attrib[LANG], e.attrib["lang"])
        for e in page.iter()
        if "class" in e.attrib and LANG in e.attrib and e.attrib["class"] in ("source", "target")
    }
    assert found == {("target", "en", "en")} | ({("source", "nb", "nb")} if layout is not Layout.TRANSLATION else set())


def test_long_texts_are_cut_into_files() -> None:
    book = opened(parallel(*(done(f"Avsnitt {n}.", f"Paragraph {n}.") for n in range(700))))
    pages = [name for name in book.namelist() if name.startswith("book/text-")]
    assert len(pages) == 3
    assert "Paragraph 699." in words(book)


def test_the_same_text_is_the_same_book_and_another_is_another() -> None:
    def identifier(text: ParallelText) -> str | None:
        return read(opened(text), "package.opf").findtext(f".//{DC}identifier")

    assert identifier(STORY) == identifier(STORY)
    assert identifier(STORY) != identifier(parallel(done("Hei.", "Hi.")))


def test_a_text_of_nothing_but_a_rule_is_still_a_book() -> None:
    book = opened(parallel(done(Paragraph("", Kind.RULE), "")))
    assert read(book, "text-001.xhtml") is not None


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_makes_no_element(text: str) -> None:
    def tags(said: str) -> list[list[str]]:
        rows = [done(Paragraph(said, kind, level=2), said) for kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.CODE)]
        book = opened(replace(parallel(*rows, title=said), source_language="nb"))
        names = sorted(name for name in book.namelist() if name.endswith((".xhtml", ".opf")))
        found = [[e.tag for e in ET.fromstring(book.read(name)).iter()] for name in names]
        return [[tag for tag in page if tag != f"{XHTML}br"] for page in found]

    assert tags(text) == tags("x")
