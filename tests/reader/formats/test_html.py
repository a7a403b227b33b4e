"""HTML, as browsers show it; what only looks like HTML is kept."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.html import parse_html
from reader.text import Kind, Mark, MarkKind, Paragraph

_BLOCKS = "p div summary dt dd figcaption section blockquote li td th h1 pre address option legend center aside"
_PIECES = ["<p>", "</p>", "<b", ">", '"', "'", "<!--", "-->", "<script>", "</script>", "<td>", "ord "]


def read(markup: str) -> list[Paragraph]:
    return parse_html(markup).paragraphs


def texts(markup: str) -> list[str]:
    return [paragraph.text for paragraph in read(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div>Hei <b>du</b><br>der</div>etter", ["Hei du\nder", "etter"]),
        ("<p>a &amp; b, &aring;&#229;&#xE5;</p>", ["a & b, ååå"]),
        ("<!-- nei --> ja <!---->så <!-->da", ["ja så da"]),
        ("<!DOCTYPE html><?xml version='1'?><![CDATA[ x > y ]]>ja", ["ja"]),
        ("<p title=\"a > b\" id='c>d'>ja</p>", ["ja"]),
        ("<p don't>It's</p>", ["It's"]),
        ("<script>if (a < b) c = '<p>'</script>ja<STYLE>p {}</STYLE >", ["ja"]),
        ("<template>a<template>b</template>c</template>ja", ["ja"]),
        ("<style/>ja", ["ja"]),
        ("</ p>ja</>", ["ja"]),
        ("a  \n b\t<b> c </b> d", ["a b c d"]),
        ("10&nbsp;km", ["10\xa0km"]),
    ],
)
def test_text_is_kept_and_markup_is_not(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    "markup",
    ["a < b <3", "<div <div", "<a b='c", "ja <!-- nei", "<![CDATA[ ja", "<?ja", "&#" + "1" * 5000 + ";", "&ja; & nei"],
)
def test_what_is_not_whole_is_text(markup: str) -> None:
    assert texts(markup) == [markup]


def test_what_is_silent_but_never_closed_is_text() -> None:
    assert texts("<script>ja") == ["ja"]
    assert texts("<script>nei</script>ja<template>og <style>så") == ["jaog så"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Skriv <navn> her, <ditt svar> der", ["Skriv <navn> her, <ditt svar> der"]),
        ("Det er <navn>Kari</navn>", ["Det er Kari"]),
        ("<Faner><Fane verdi='a'>en</Fane></Faner> <Bilde/>to", ["en to"]),
        ("</navn> alene", ["</navn> alene"]),
    ],
)
def test_an_unknown_tag_is_text_unless_it_is_used_as_an_element(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize("name", _BLOCKS.split())
def test_every_element_of_a_block_ends_a_word(name: str) -> None:
    assert texts(f"en<{name}>to</{name}>tre") == ["en", "to", "tre"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>en</h1><h1>to</h1><h3>tre</h3>", [(Kind.TITLE, 1), (Kind.HEADING, 1), (Kind.HEADING, 3)]),
        ("<ul><li>en<ol><li>to</ol><li>tre</ul>fire", [(Kind.LIST_ITEM, n) for n in (1, 2, 1)] + [(Kind.PARAGRAPH, 0)]),
        ("<dl><dt>en<dd>to<dd>tre</dl>", [(Kind.TERM, 0), (Kind.DEFINITION, 0), (Kind.DEFINITION, 0)]),
        ("<pre>\nen\n  to\n</pre>", [(Kind.CODE, 0)]),
        ("en<hr>to", [(Kind.PARAGRAPH, 0), (Kind.RULE, 0), (Kind.PARAGRAPH, 0)]),
    ],
)
def test_elements_give_their_kinds_and_levels(markup: str, expected: list[tuple[Kind, int]]) -> None:
    assert [(paragraph.kind, paragraph.level) for paragraph in read(markup)] == expected


def test_preformatted_text_keeps_its_white_space() -> None:
    assert texts("<pre>\nen\n  to &lt;b&gt;\n\n</pre>") == ["en\n  to <b>"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", ["1.", "2.", "7.", "8."]),
        ("start=3", ["3.", "4.", "7.", "8."]),
        ("type=a", ["a.", "b.", "7.", "8."]),
        ("type=I start=9", ["IX.", "X.", "7.", "8."]),
    ],
)
def test_items_have_the_numbers_that_a_page_shows(attributes: str, expected: list[str]) -> None:
    items = read(f"<ol {attributes}><li>a<li>b<li value=7>c<li>d</ol>")
    assert [item.marker for item in items] == expected


@pytest.mark.parametrize(
    ("markup", "text", "kind"),
    [
        ("a <u>b</u>", "a b", MarkKind.UNDERLINE),
        ("a <del>b</del>", "a b", MarkKind.STRIKE),
        ("a <kbd>b</kbd>", "a b", MarkKind.CODE),
        ("a <strong>b</strong>", "a b", MarkKind.STRONG),
        ("a <cite>b</cite>", "a b", MarkKind.EMPHASIS),
        ("a <sup>b</sup>", "a b", MarkKind.SUPER),
        ('a <span translate="no">b</span>', "a b", MarkKind.VERBATIM),
    ],
)
def test_elements_in_a_line_are_marks(markup: str, text: str, kind: MarkKind) -> None:
    assert read(markup) == [Paragraph(text, marks=(Mark(2, 3, kind),))]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [("10<sup>6</sup>", "10⁶"), ("H<sub>2</sub>O", "H₂O"), ("e<sup>−(n+1)</sup>", "e⁻⁽ⁿ⁺¹⁾"), ("x<sub>0</sub>", "x₀")],
)
def test_what_unicode_has_raised_or_lowered_is_written_so(markup: str, expected: str) -> None:
    assert read(markup) == [Paragraph(expected)]


def test_a_link_and_the_place_it_leads_to_have_one_name() -> None:
    read_page = parse_html('<a href="#m%C3%A5l">se</a><p>mellom</p><p id="mål">der</p>')
    assert read_page.paragraphs[0].marks == (Mark(0, 2, MarkKind.LINK, "#mål"),)
    assert read_page.targets()["mål"] == 2


def test_a_language_covers_all_of_its_element() -> None:
    paragraphs = read('<div lang="en-GB"><p>one</p><p>two</p></div><p>tre</p>')
    english = (Mark(0, 3, MarkKind.LANGUAGE, "en"),)
    assert [paragraph.marks for paragraph in paragraphs] == [english, english, ()]


def test_a_paragraph_ends_the_one_before_it_with_its_language() -> None:
    assert [len(p.marks) for p in read('<p lang="en">one<p>to')] == [1, 0]


def test_links_do_not_stand_in_each_other() -> None:
    assert [(m.start, m.end, m.href) for m in read('<a href="a">en <a href="b">to</a>')[0].marks] == [
        (0, 3, "a"),
        (3, 5, "b"),
    ]


def test_a_mark_goes_on_over_a_block() -> None:
    assert [p.marks for p in read("<b>en<p>to</b>tre")] == [
        (Mark(0, 2, MarkKind.STRONG),),
        (Mark(0, 2, MarkKind.STRONG),),
    ]


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", '"', "'", "<!--", "-->", "<script>", "</script>", "<td>", "ord "])
    )
)
def test_any_text_is_read(pieces: list[str]) -> None:
    assert all(text == text.strip() != "" for text in texts("".join(pieces)))


def test_of_languages_in_each_other_the_innermost_counts() -> None:
    found = parse_html("<div lang=de>a<div lang=fr>b<p lang=it>c</div>d</div>").paragraphs
    assert [[mark.href for mark in paragraph.marks] for paragraph in found] == [["de"], ["fr"], ["it"], ["de"]]
