"""Comparisons as web pages and as JSON."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.export import comparison_html, comparison_json, comparison_pdf, stretches
from reader.text import Document, Paragraph
from reader.translation import ComparedSentence, ComparedTranslation, Comparison
from tests.compared import both_packages
from tests.reader.export.parallels import HOSTILE, WHEN
from tests.reader.export.pdfs import opened, tag_names, tags, text_of


def comparison(source: str = "En <b> katt.", first: str = "A cat & one.", second: str = "A cat.") -> Comparison:
    document = Document("Tittel", (Paragraph(source), Paragraph("Ja.")), Path("/a\udcff.txt"), "nb", certain=True)
    one = ComparedSentence(
        0,
        (0, len(source)),
        source,
        (ComparedTranslation(first, ((6, 11),), -0.5), ComparedTranslation(second, (), -1.25, 0.75)),
    )
    same = ComparedSentence(1, (0, 3), "Ja.", (ComparedTranslation("Yes."), ComparedTranslation("Yes.")))
    failed = ComparedSentence(1, (0, 3), "Ja.", (ComparedTranslation("Yes."), ComparedTranslation("")))
    return Comparison(document, ("nb", "en"), both_packages(), (1, None), (one, same, failed))


class Page(HTMLParser):
    """The texts of cells and of marks, and the names of elements."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.cells, self.marks, self.names = list[str](), list[str](), set[str]()
        self._open = list[str]()
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)
        self._open.append(tag)
        if tag == "td":
            self.cells.append("")
        if tag == "mark":
            self.marks.append("")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self._open:
            self.cells[-1] += data
        if "mark" in self._open:
            self.marks[-1] += data


def test_a_page_has_each_sentence_beside_its_translations_and_marks_what_differs() -> None:
    page = Page(comparison_html(comparison(), WHEN))
    assert page.cells == [
        *("1", "En <b> katt.", "A cat & one.", "A cat."),
        *("", "Ja.", "Yes.", "Yes."),
        *("", "Ja.", "Yes.", "–"),
    ]
    assert page.marks == ["& one"]


def test_a_page_loads_nothing_and_the_same_time_gives_the_same_bytes() -> None:
    data = comparison_html(comparison(), WHEN)
    assert data == comparison_html(comparison(), WHEN)
    assert b"default-src 'none'" in data and not Page(data).names & {"script", "img", "link", "iframe", "a"}
    assert b"1 of 3 sentences are translated alike" in data


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_becomes_markup(words: str) -> None:
    page = Page(comparison_html(comparison(words, words, words), WHEN))
    assert page.names <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "p", "table", "thead", "tbody", "tr", "th", "td"),
        *("mark", "footer", "br"),
    }


def test_json_says_where_words_differ_in_code_points() -> None:
    data = json.loads(comparison_json(comparison()))
    assert data["same"] == 1 and [each["starter"] for each in data["packages"]] == [True, False]
    first = data["sentences"][0]
    assert (first["paragraph"], first["number"], first["source"], first["text"]) == (0, 1, [0, 12], "En <b> katt.")
    assert first["translations"] == [
        {"text": "A cat & one.", "differs": [[6, 11]], "score": -0.5, "similarity": 1.0},
        {"text": "A cat.", "differs": [], "score": -1.25, "similarity": 0.75},
    ]


def test_a_text_is_cut_at_spans_and_all_of_it_is_there() -> None:
    assert list(stretches("abcdef", [(0, 1), (3, 5)])) == [("a", True), ("bc", False), ("de", True), ("f", False)]
    assert list(stretches("", [])) == []


def test_a_pdf_has_a_column_for_each_package_with_what_differs_underlined() -> None:
    one, same, _ = comparison().sentences
    found = replace(comparison(), sentences=(one, same))
    data, (first, second) = comparison_pdf(found, WHEN), both_packages()
    names = f"NORSK BOKMÅL TRANSLATE-NB_EN {first.version} TRANSLATE-NB_EN {second.version}"
    assert f"{names} 1 En <b> katt. A cat & one. A cat. 2 Ja. Yes. Yes." in (shown := text_of(data))
    assert tag_names(data).count("TH") == 3
    assert "1 of 2 sentences are translated alike. What differs is underlined." in shown
    with opened(data) as pdf:
        lined = [tag for tag in tags(pdf.Root.StructTreeRoot.K) if "/TextDecorationType" in str(tag.get("/A", ""))]
    assert len(lined) == 1
    assert comparison_pdf(found, WHEN) == data


def test_what_a_package_has_not_translated_is_left_out_of_its_column() -> None:
    one, _, failed = comparison().sentences
    bare = replace(one, translations=(one.translations[0], ComparedTranslation("")))
    shown = text_of(comparison_pdf(replace(comparison(), sentences=(bare, failed)), WHEN))
    assert "A cat & one. [not translated]" in shown and "Ja. Yes. [not translated]" in shown
