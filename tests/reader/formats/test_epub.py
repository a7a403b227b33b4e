"""Books in EPUB."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError, UnfitError
from reader.formats import read_document
from reader.formats.epub.document import parse_epub
from reader.formats.parsed import Parsed
from reader.text import Kind, Mark, MarkKind
from tests.reader.formats.books import archive, book, chapter
from tests.reader.formats.pages import TREES, assert_read_once, written


def read(chapters: dict[str, str], **more: str | bytes) -> Parsed:
    return parse_epub(book(chapters, **more), "bok.epub")


def test_chapters_are_read_in_the_order_of_the_book_and_not_of_the_archive() -> None:
    parsed = read({"z.xhtml": "<h1>Først</h1><p>Én.</p>", "a.xhtml": "<h1>Sist</h1><p>To.</p>"})
    assert [(p.kind, p.level, p.text) for p in parsed.paragraphs] == [
        (Kind.HEADING, 1, "Først"),
        (Kind.PARAGRAPH, 0, "Én."),
        (Kind.HEADING, 1, "Sist"),
        (Kind.PARAGRAPH, 0, "To."),
    ]
    assert parsed.metadata == {"title": "Boken om båten", "author": "Kari Nordmann", "language": "nb"}


def test_links_lead_from_chapter_to_chapter() -> None:
    parsed = read(
        {
            "a.xhtml": '<p><a href="sub/b%20c.xhtml#sted">Videre</a> og <a href="sub/b%20c.xhtml">dit</a></p>',
            "sub/b c.xhtml": '<p>Her.</p><p id="sted">Der. <a href="../a.xhtml">Hit</a> <a href="#sted">her</a></p>',
        }
    )
    rows = {"#" + name: row for name, row in parsed.targets.items()}
    assert [rows[mark.href] for p in parsed.paragraphs for mark in p.marks] == [2, 1, 0, 2]


def test_links_out_of_the_book_stay() -> None:
    parsed = read({"a.xhtml": '<p><a href="https://eksempel.no/a.xhtml#x">Ut</a></p>'})
    assert parsed.paragraphs[0].marks == (Mark(0, 2, MarkKind.LINK, "https://eksempel.no/a.xhtml#x"),)


def test_notes_in_a_chapter_of_their_own_are_notes() -> None:
    parsed = read(
        {
            "a.xhtml": '<p>Sagt<a epub:type="noteref" href="noter.xhtml#n1">1</a>.</p>',
            "b.xhtml": '<p>Ment<a epub:type="noteref" href="noter.xhtml#n2">2</a>.</p>',
            "noter.xhtml": "<h2>Noter</h2>"
            '<aside epub:type="footnote" id="n1"><p>Av ham. <a href="a.xhtml">↩</a></p></aside>'
            '<aside epub:type="footnote" id="n2"><p>Av henne.</p></aside>',
        }
    )
    assert [p.text for p in parsed.paragraphs] == ["Sagt[1].", "Ment[2].", "Noter", "Av ham.", "Av henne."]
    assert [mark.href for p in parsed.paragraphs for mark in p.marks] == ["#note:0", "#note:1"]
    assert [(p.marker, box.number) for p in parsed.paragraphs for box in p.within] == [("1.", 0), ("2.", 1)]


def test_images_are_members_of_the_archive() -> None:
    parsed = read(
        {
            "text/a.xhtml": '<img src="../img/kart.png" alt="Kart"/>'
            '<svg xmlns:xlink="x"><image xlink:href="../omslag.jpg"/></svg>'
        }
    )
    assert [figure.name for figure in parsed.figures] == ["OEBPS/img/kart.png", "OEBPS/omslag.jpg"]


def test_a_book_is_read_as_a_document(tmp_path: Path) -> None:
    path = tmp_path / "bok.epub"
    path.write_bytes(book({"a.xhtml": "<h1>Kapittel</h1><p>Båten lå ved brygga, og ingen var om bord.</p>"}))
    document = read_document(path)
    assert (document.title, document.language, document.source and document.source.format) == (
        "Boken om båten",
        "nb",
        "epub",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_chapters_are_decoded_as_they_declare(encoding: str) -> None:
    text = chapter("<p>Blåbær på Ås</p>").replace('encoding="utf-8"', f'encoding="{encoding}"')
    parsed = parse_epub(book({"a.xhtml": text.encode(encoding)}), "bok.epub")
    assert [p.text for p in parsed.paragraphs] == ["Blåbær på Ås"]


def test_a_protected_book_is_said_to_be_that_and_protected_fonts_are_no_matter() -> None:
    listed = '<encryption><EncryptedData><CipherReference URI="{}"/></EncryptedData></encryption>'
    with pytest.raises(UnfitError, match="copy-protected"):
        read({"a.xhtml": "<p>Ja</p>"}, **{"META-INF_encryption.xml": listed.format("OEBPS/a.xhtml")})
    fonts = {"META-INF_encryption.xml": listed.format("OEBPS/a.otf")}
    assert [p.text for p in read({"a.xhtml": "<p>Ja</p>"}, **fonts).paragraphs] == ["Ja"]


@pytest.mark.parametrize(
    "members",
    [
        {"mimetype": "application/epub+zip"},
        {"META-INF/container.xml": "<container", "a.opf": "<package/>"},
        {"a.opf": "<package><manifest/><spine/></package>"},
        {"a.opf": '<package><manifest><item id="a" href="b.xhtml" media-type="text/html"/></manifest></package>'},
        {"META-INF/container.xml": '<c><rootfile full-path="nei.opf"/></c>'},
    ],
)
def test_a_damaged_book_is_said_to_be_that(members: dict[str, str]) -> None:
    with pytest.raises(DocumentError, match=r"“bok.epub” is damaged\. Open it"):
        parse_epub(archive(members), "bok.epub")


def test_a_file_that_is_named_twice_is_read_once() -> None:
    twice = read({"a.xhtml": "<p>Ja.</p>", "./a.xhtml": "<p>Ja.</p>"})
    assert [p.text for p in twice.paragraphs] == ["Ja."]


def test_a_chapter_that_declares_no_known_encoding_is_decoded_as_it_looks() -> None:
    text = chapter("<p>Blåbær på Ås</p>").replace('encoding="utf-8"', 'encoding="rsion"')
    parsed = parse_epub(book({"a.xhtml": text.encode("cp1252")}), "bok.epub")
    assert [p.text for p in parsed.paragraphs] == ["Blåbær på Ås"]


@given(st.lists(TREES, min_size=1, max_size=3))
def test_every_letter_that_a_book_shows_is_read_once(trees: list[object]) -> None:
    chapters: dict[str, str | bytes] = {f"{number}.xhtml": written(tree) for number, tree in enumerate(trees)}
    assert_read_once(trees, parse_epub(book(chapters), "bok.epub").paragraphs)


def test_of_a_page_that_is_an_image_what_stands_in_for_it_is_read() -> None:
    items = (
        '<item id="a" href="a.jpg" media-type="image/jpeg" fallback="b"/><item id="b" href="b.png" '
        'media-type="image/png" fallback="c"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="d" href="d.png" media-type="image/png" fallback="e"/><item id="e" href="e.png" fallback="d"/>'
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in "ade")
    package = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    data = archive({"a.opf": package, "c.xhtml": chapter("<p>Et fjell i tåke.</p>")})
    assert [p.text for p in parse_epub(data, "bok.epub").paragraphs] == ["Et fjell i tåke."]
