"""Both texts as Markdown, read back with the program's own Markdown parser."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from reader.export import ExportOptions, Layout
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.markup import clean
from reader.formats.markdown import parse_markdown
from reader.parallel import ParallelText
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, STORY, done, options, parallel


def written(text: ParallelText = STORY, chosen: ExportOptions | None = None) -> str:
    return markdown_bytes(text, chosen or options(Layout.STACKED)).decode()


def table(source: str) -> list[list[str]]:
    """The words of each cell; a <br> is a line end."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        if before.type in ("th_open", "td_open"):
            words = {"html_inline": "\n", "softbreak": " ", "hardbreak": "\n"}
            rows[-1].append("".join(words.get(child.type, child.content) for child in token.children or ()))
    return rows


def test_the_translation_is_a_quotation_below_the_original() -> None:
    found = [(p.kind, p.text) for p in parse_markdown(written()).paragraphs]
    assert found[:2] == [(Kind.TITLE, "Huset"), (Kind.QUOTE, "The House")]
    start = found.index((Kind.PARAGRAPH, "1 Det brant. Ingen så det."))
    assert found[start + 1] == (Kind.QUOTE, "It burned. ✎ Nobody saw it. ⚠\ufe0e")
    assert (Kind.CODE, "if x < 1:\n    y = 2") in found
    assert found.count((Kind.QUOTE, "[not translated]")) == 2


def test_headings_lists_and_links_are_kept() -> None:
    found = parse_markdown(written(chosen=options(Layout.STACKED, numbers=False))).paragraphs
    assert [(p.text, p.level) for p in found if p.kind is Kind.HEADING] == [("Rommene", 2), ("Dypt", 3)]
    assert [(p.marker, p.text, p.level) for p in found if p.kind is Kind.LIST_ITEM] == [
        ("•", "røyk", 1),
        ("3.", "aske", 2),
    ]
    links = [mark.href for p in found for mark in p.marks if mark.kind is MarkKind.LINK]
    assert links == ["https://example.org/%C3%A5?a=1&b=2"] * 2


def test_back_translation_and_reference_translation_follow_in_the_quotation() -> None:
    found = [p.text for p in parse_markdown(written(chosen=options(Layout.STACKED, columns=EVERY_COLUMN))).paragraphs]
    assert "Back-translation: Det brente. Ingen så det." in found
    assert "Reference translation: It was on fire. Nobody noticed." in found


def test_the_translation_alone_has_no_quotations() -> None:
    found = parse_markdown(written(chosen=options(Layout.TRANSLATION))).paragraphs
    assert [p.text for p in found if p.kind is Kind.QUOTE] == ["5 “Why?”"]
    assert found[0].text == "The House"


def test_sentence_marks_are_raised_numbers() -> None:
    assert "¹Det **brant**. ²Ingen så det." in written(chosen=options(Layout.STACKED, sentence_marks=True))


def test_columns_are_a_table() -> None:
    found = table(written(chosen=options(columns=EVERY_COLUMN)))
    assert found[0] == ["No.", "Norsk bokmål", "English", "Back-translation", "Reference translation"]
    assert found[1][1:3] == ["Huset", "The House"]
    assert found[3][2:4] == ["It burned. ✎ Nobody saw it. ⚠\ufe0e", "Det brente. Ingen så det."]
    assert ["", *["if x < 1:\n\u00a0\u00a0\u00a0\u00a0y = 2"] * 3, ""] in found


def test_the_colophon_stands_below_a_rule() -> None:
    for layout in Layout:
        end = written(chosen=options(layout)).rsplit("---\n\n", 1)[1]
        assert end.startswith("Source: en tekst på norsk.txt\\\nNorwegian Bokmål to English, 22 November 2025\\\n")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_makes_no_html_no_link_and_no_cell(text: str) -> None:
    source = written(parallel(done(text, text), title="y", name="x"), options())
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [child for child in inline if child.type in ("link_open", "image", "code_inline", "em_open")]
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
    assert [len(row) for row in table(source)] == [3, 3]


@given(st.text(st.sampled_from("|\\`*_<>&\n a1.#-")), st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9))))
def test_a_cell_reads_back_as_its_text(text: str, spans: list[tuple[int, int]]) -> None:
    text = clean(text)
    marks = tuple(
        Mark(start, start + length, kind)
        for (start, length), kind in zip(spans, [MarkKind.CODE, MarkKind.STRONG, MarkKind.EMPHASIS], strict=False)
        if start + length <= len(text)
    )
    rows = table(written(parallel(done(Paragraph(text, marks=marks), "end")), options()))
    if text.strip():
        expected = [" ".join(line.split()) for line in text.split("\n")]
        found = [" ".join(line.split()) for line in rows[-1][1].split("\n")]
        assert [line for line in found if line] == [line for line in expected if line]
        assert rows[-1][2] == "end"
