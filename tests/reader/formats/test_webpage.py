"""Web pages saved as files."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.formats import read_document
from reader.formats.parsed import Parsed
from reader.formats.webpage import parse_web_page
from reader.text import BoxKind, Kind, Mark, MarkKind, Paragraph
from tests.reader.formats.pages import TREES, assert_read_once, written

_HEAD = '<!DOCTYPE html><html lang="nb"><head><meta name="author" content="Kari N."></head><body>'
_TITLED = _HEAD.replace("<meta", "<title>Faneblad</title><meta")


def read(body: str) -> Parsed:
    return parse_web_page(f"{_HEAD}{body}</body></html>".encode(), "side.html")


def paragraphs(body: str) -> list[Paragraph]:
    return list(read(body).paragraphs)


def notes_of(body: str) -> list[tuple[str, str]]:
    return [(p.marker, p.text) for p in paragraphs(body) if p.note is not None]


def test_what_the_head_says_is_known_and_its_title_shown() -> None:
    page = parse_web_page(f"{_TITLED}<h1 id=x>Overskrift</h1><p>Tekst.</p>".encode(), "side.html")
    texts = [(Kind.TITLE, "Faneblad"), (Kind.HEADING, "Overskrift"), (Kind.PARAGRAPH, "Tekst.")]
    assert [(p.kind, p.text) for p in page.paragraphs] == texts
    assert page.targets["x"] == 1
    assert page.metadata == {"title": "Faneblad", "author": "Kari N.", "language": "nb"}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Hytta", False),
        ("  HYTTA\n&ndash; Avisa", False),
        ("Avisa: Hytta ved sjøen", True),
        ("Ute | Hytta og båten", True),
        ("Ute | Lang hytte med båt", False),
        ("En tekst.", False),
        ("Avisa", True),
        ("Avisa om mye mer: Hytta", True),
        ("", False),
    ],
)
def test_a_title_that_the_text_has_with_or_without_the_name_of_the_site_is_not_shown_twice(
    title: str, shown: bool
) -> None:
    body = "<h1>Hytta</h1><h3>Lang hytte med båt</h3><p>En tekst.</p><p>Ute</p>"
    page = parse_web_page(f"<head><title>{title}</title></head>{body}".encode(), "side.html")
    assert (len(page.paragraphs) == 5) == shown


def test_a_page_without_headings_is_called_as_its_window(tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text(f"{_TITLED}<p>Her er det bare brødtekst, og ingen overskrift noe sted.</p>", "utf-8")
    document = read_document(path)
    assert (document.title, document.language) == ("Faneblad", "nb")
    assert document.source is not None and document.source.format == "html"


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<sup><a href="#fn1" id="r1">1</a></sup>', '<li id="fn1">Kilden. <a href="#r1">↩</a></li>'),
        (
            '<a class="footnote-ref" href="#x"><sup>1</sup></a>',
            '<aside id="x" role="doc-footnote"><p>Kilden.</p></aside>',
        ),
        ('<a role="doc-noteref" href="#x">[1]</a>', '<div id="x">Kilden.</div>'),
        (
            '<a name="_ftnref1" href="#_ftn1"><span>[1]</span></a>',
            '<div id="_ftn1"><a href="#_ftnref1">[1]</a> Kilden.</div>',
        ),
        (
            '<sup id="c"><a href="#cite_note-A-1">[1]</a></sup>',
            '<li id="cite_note-A-1"><b><a href="#c">↑</a></b> Kilden.</li>',
        ),
    ],
    ids=["raised", "class", "role", "word processor", "encyclopedia"],
)
def test_notes_are_notes_however_programs_write_them(reference: str, note: str) -> None:
    page = read(f"<p>Det står her{reference}.</p><section><ol>{note}</ol></section>")
    text, *_ = page.paragraphs
    assert (text.text, text.marks) == ("Det står her[1].", (Mark(12, 15, MarkKind.NOTE, "#note:0"),))
    assert notes_of(f"<p>Det står her{reference}.</p><section><ol>{note}</ol></section>") == [("1.", "Kilden.")]


def test_a_link_with_a_number_is_no_note_of_itself() -> None:
    body = '<p>Se <a href="#del">2</a> og <a href="https://a.no/#fn1">1</a>.</p><div id="del">Del to.</div>'
    assert notes_of(body) == []
    assert [m.kind for p in paragraphs(body) for m in p.marks] == [MarkKind.LINK, MarkKind.LINK]


def test_notes_that_are_hidden_are_not_counted() -> None:
    body = (
        '<p>En<a role="doc-noteref" href="#a">1</a> og to<a role="doc-noteref" href="#b">2</a>.</p>'
        '<div hidden><p id="a">Skjult.</p></div><p id="b">Synlig.</p>'
    )
    first, note = paragraphs(body)
    assert (first.text, first.marks) == ("En[1] og to[2].", (Mark(11, 14, MarkKind.NOTE, "#note:0"),))
    assert [(box.kind, box.number, box.label) for box in note.within] == [(BoxKind.NOTE, 0, "2")]


def test_what_is_shown_only_without_scripts_is_left_out_and_said() -> None:
    page = read("<p>Ja.</p><noscript><p>Nei 1</p></noscript><video>Nei 2</video><iframe>Nei 3</iframe>")
    assert [p.text for p in page.paragraphs] == ["Ja."]
    assert page.left_out == ("3 parts that the page hides were left out.",)


def test_buttons_and_fields_show_their_values() -> None:
    assert [p.text for p in paragraphs('<p>Søk: <input value="båt"> <input type=submit value="Finn"></p>')] == [
        "Søk: båt Finn"
    ]
    assert [p.text for p in paragraphs("<p>Navn <input type=hidden value=x> <input type=password value=y></p>")] == [
        "Navn"
    ]


def test_lists_that_a_word_processor_wrote_as_paragraphs_are_lists() -> None:
    body = "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>·&nbsp;&nbsp;&nbsp; Melk</p>"
    assert [(p.kind, p.level, p.marker, p.text) for p in paragraphs(body)] == [(Kind.LIST_ITEM, 2, "•", "Melk")]


def test_the_beginning_of_a_long_page_has_its_title_as_the_whole_has() -> None:
    told = list[Parsed]()
    page = f"{_TITLED}{'<p>Vi gikk en tur.</p>' * 99}".encode()
    whole = parse_web_page(page, "side.html", told.append).paragraphs
    (beginning,) = told
    assert whole[0].text == "Faneblad"
    assert list(beginning.paragraphs) == list(whole[: len(beginning.paragraphs)])


def test_a_page_whose_head_does_not_end_shows_its_title_once() -> None:
    parsed = parse_web_page(b"<html><head><title>Fane</title><p>Tekst</p></html>", "a.html")
    assert [p.text for p in parsed.paragraphs] == ["Fane", "Tekst"]


@given(st.lists(TREES, max_size=5))
def test_every_letter_that_a_page_shows_is_read_once(trees: list[object]) -> None:
    assert_read_once(trees, read("".join(map(written, trees))).paragraphs)
