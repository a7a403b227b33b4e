"""Books in EPUB written anew: other words, and all else as it was."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from reader.errors import DocumentError
from reader.formats.epub.document import parse_epub
from reader.formats.epub.rewriting import rewrite_epub
from reader.formats.finishing import clean
from reader.formats.rewriting.changes import Change, Rewriting, SentenceChange
from reader.text import Paragraph
from tests.reader.formats.books import archive, book
from tests.reader.formats.pages import TREES, written
from tests.reader.formats.rewriting.proofs import itself

_CHAPTERS = {
    "a.xhtml": "<h1>Hytta</h1><p>Vi bor i <b>huset</b>.</p>",
    "b.xhtml": '<h1 id="b">Båten &amp; vi</h1><p>Hytta ligger her.</p>',
}
_NCX = (
    '<ncx xml:lang="nb"><docTitle><text>Hytta</text></docTitle><navPoint><navLabel><text>Hytta</text></navLabel>'
    '<content src="OEBPS/a.xhtml"/></navPoint><navPoint><navLabel><text>Båten &amp; vi</text></navLabel>'
    '<content src="OEBPS/b.xhtml#b"/></navPoint><navPoint><navLabel><text>Hytta</text></navLabel>'
    '<content src="OEBPS/b.xhtml"/></navPoint></ncx>'
)


def library() -> bytes:
    """A book with two chapters, a list of contents and an image."""
    parts = members(book(_CHAPTERS))
    package = parts["OEBPS/content.opf"].decode()
    listed = '<manifest><item id="n" href="../toc.ncx" media-type="application/x-dtbncx+xml"/>'
    parts["OEBPS/content.opf"] = package.replace("<manifest>", listed).encode()
    return archive({**parts, "toc.ncx": _NCX, "OEBPS/img.png": b"\x89PNG" * 9})


def members(data: bytes) -> dict[str, bytes]:
    """What is in an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(data: bytes) -> list[Paragraph]:
    """The paragraphs of a book."""
    return [clean(paragraph) for paragraph in parse_epub(data, "bok.epub").paragraphs]


def rewriting(data: bytes, new: dict[str, str], *, both: bool = False) -> Rewriting:
    """What makes other texts of these, without links between words."""
    known = paragraphs(data)
    changes = [
        Change(row, new[p.text], (SentenceChange((0, len(p.text)), (0, len(new[p.text]))),), p.marks)
        for row, p in enumerate(known)
        if p.text in new
    ]
    return Rewriting([p.text for p in known], changes, both, "en")


_NEW = {"Hytta": "The cabin", "Båten & vi": "The boat & we", "Vi bor i huset.": "We live in the house."}


def test_lists_of_contents_follow_the_headings_that_they_lead_to() -> None:
    data = library()
    result = rewrite_epub(data, "bok.epub", rewriting(data, {**_NEW, "Hytta ligger her.": "The cabin is here."}))
    new = members(result.data)
    assert new["toc.ncx"].decode() == (
        '<ncx xml:lang="en"><docTitle><text>The cabin</text></docTitle>'
        "<navPoint><navLabel><text>The cabin</text></navLabel>"
        '<content src="OEBPS/a.xhtml"/></navPoint><navPoint><navLabel><text>The boat &amp; we</text></navLabel>'
        '<content src="OEBPS/b.xhtml#b"/></navPoint><navPoint><navLabel><text>Hytta</text></navLabel>'
        '<content src="OEBPS/b.xhtml"/></navPoint></ncx>'
    )
    package = new["OEBPS/content.opf"].decode()
    assert "<dc:language>en</dc:language>" in package
    assert "<dc:title>Boken om båten</dc:title>" in package
    assert 'xml:lang="en"' in new["OEBPS/a.xhtml"].decode()


def test_a_line_of_the_contents_is_one_text_whatever_elements_are_in_it() -> None:
    parts = members(book(_CHAPTERS))
    listed = '<manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    parts["OEBPS/content.opf"] = parts["OEBPS/content.opf"].replace(b"<manifest>", listed.encode())
    nav = "<nav><ol><li><a href='b.xhtml#b'><span>Båten</span> &amp; <i>vi</i></a><a href='x'>Hytta</a></li></ol></nav>"
    data = archive({**parts, "OEBPS/nav.xhtml": nav})
    new = members(rewrite_epub(data, "bok.epub", rewriting(data, _NEW)).data)["OEBPS/nav.xhtml"].decode()
    assert new == nav.replace("Båten</span> &amp; <i>vi</i>", "The boat &amp; we</span><i></i>")


def test_with_both_texts_the_language_of_the_book_stays() -> None:
    data = library()
    new = members(rewrite_epub(data, "bok.epub", rewriting(data, _NEW, both=True)).data)
    assert "<text>Båten &amp; vi / The boat &amp; we</text>" in new["toc.ncx"].decode()
    assert "<dc:language>nb</dc:language>" in new["OEBPS/content.opf"].decode()
    chapter = new["OEBPS/b.xhtml"].decode()
    assert '<h1 id="b">Båten &amp; vi</h1><h1 xml:lang="en" lang="en">The boat &amp; we</h1>' in chapter


def test_a_list_of_contents_that_is_a_chapter_has_both_texts_on_each_line() -> None:
    listed = "<nav><h1>Hytta</h1><ol><li><a href='b.xhtml'>Båten &amp; vi</a></li></ol></nav><p>Hytta</p>"
    data = book({"a.xhtml": listed, "b.xhtml": "<p>Ja.</p>"})
    chapter = members(rewrite_epub(data, "bok.epub", rewriting(data, _NEW, both=True)).data)["OEBPS/a.xhtml"].decode()
    assert (
        "<nav><h1>Hytta / The cabin</h1><ol><li><a href='b.xhtml'>Båten &amp; vi / The boat &amp; we</a></li></ol>"
        '</nav><p>Hytta</p><p xml:lang="en" lang="en">The cabin</p>'
    ) in chapter


def test_what_a_book_shows_only_where_it_can_is_chosen_once() -> None:
    choice = '<epub:switch id="s"><epub:case required-namespace="x">Hytta <i>her</i></epub:case></epub:switch>'
    data = book({"a.xhtml": choice})
    texts = {"Hytta her": "The cabin here"}
    chapter = members(rewrite_epub(data, "bok.epub", rewriting(data, texts, both=True)).data)["OEBPS/a.xhtml"].decode()
    assert choice.removesuffix("</epub:case></epub:switch>") in chapter
    assert "The cabin" in chapter and chapter.count("<epub:case") == chapter.count("<epub:switch") == 1


def test_members_without_other_words_are_the_same_bytes() -> None:
    data = library()
    old, new = members(data), members(rewrite_epub(data, "bok.epub", rewriting(data, {"Båten & vi": "We"})).data)
    assert list(new) == list(old)
    assert {name for name in old if old[name] != new[name]} == {"OEBPS/b.xhtml", "toc.ncx"}


def test_without_changes_a_book_is_the_same_and_another_is_not_written_over() -> None:
    data = library()
    same = rewriting(data, {})
    assert rewrite_epub(data, "bok.epub", same).data == data
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        rewrite_epub(data, "bok.epub", replace(same, texts=["Noe annet"]))


@settings(max_examples=25)
@given(st.lists(TREES, min_size=1, max_size=3))
def test_every_paragraph_written_with_its_own_text_gives_the_same_book(trees: list[object]) -> None:
    data = book({f"{number}.xhtml": f"<section>{written(tree)}</section>" for number, tree in enumerate(trees)})
    known = paragraphs(data)
    forced = [itself(row, paragraph) for row, paragraph in enumerate(known) if paragraph.text]
    result = rewrite_epub(data, "bok.epub", Rewriting([p.text for p in known], forced, False, "nb"))
    assert paragraphs(result.data) == known
    old, new = members(data), members(result.data)
    assert [new[name].decode().replace(' xml:lang="nb" lang="nb"', "") for name in old if name.endswith("l")] == [
        old[name].decode() for name in old if name.endswith("l")
    ]
