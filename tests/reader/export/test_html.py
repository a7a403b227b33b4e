"""The web page, read back with the standard library's HTML parser."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from reader.export import ExportOptions, Layout, Paper
from reader.export.web.page import html_bytes
from reader.parallel import ParallelText, SentencePair
from reader.text import Kind, Paragraph
from tests.archives import VERSION
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, REFERENCE, STORY, done, options, pair, parallel


class Page(HTMLParser):
    """The elements with their attributes, in order, and the text by the innermost element other than a span."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "meta"):
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            # Sentences are spans; the element around them counts.
            self.text.append(([tag for tag in self._open if tag != "span"][-1], data))

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]

    def words(self) -> str:
        return "".join(data for tag, data in self.text if tag not in ("style", "script"))


def page(text: ParallelText = STORY, chosen: ExportOptions | None = None) -> Page:
    return Page(html_bytes(text, chosen or options()).decode())


def test_both_texts_stand_in_a_table_in_their_languages() -> None:
    found = page()
    assert found.tags().count("table") == 1
    assert [a["lang"] for a in found.of_class("source")] == ["nb"] * 13
    # Code is not translated.
    assert [a["lang"] for a in found.of_class("target")] == ["en"] * 8 + ["nb"] + ["en"] * 4
    assert "Det brant. Ingen så det." in found.words()
    assert found.elements[0] == ("html", {"lang": "nb"})


def test_only_the_headings_of_the_original_are_headings() -> None:
    found = page()
    headings = [data for tag, data in found.text if re.fullmatch("h[1-6]", tag)]
    assert headings == ["Huset", "Rommene", "Dypt"]
    assert [tag for tag in found.tags() if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3"]


@pytest.mark.parametrize("layout", ARRANGED)
def test_marks_links_and_what_is_not_translated_are_shown_in_every_layout(layout: Layout) -> None:
    found = page(chosen=options(layout))
    strong = [data for tag, data in found.text if tag == "strong"]
    assert strong[-1] == "burned"
    links = [attributes["href"] for tag, attributes in found.elements if tag == "a"]
    assert set(links) == {"https://example.org/%C3%A5?a=1&b=2"}
    assert found.words().count("[not translated]") == 2
    assert len(found.of_class("edited")) == len(found.of_class("warned")) == 1
    assert "a number differs" in str(found.of_class("warned")[0]["aria-label"])


def test_the_translation_alone_has_no_word_of_the_original_that_was_translated() -> None:
    found = page(chosen=options(Layout.TRANSLATION))
    assert "brant" not in found.words()
    assert "script" not in found.tags()
    assert found.elements[0] == ("html", {"lang": "en"})


def test_what_had_nothing_to_translate_stands_once_in_stacked_layout() -> None:
    assert page(chosen=options(Layout.STACKED)).words().count("y = 2") == 1
    assert page().words().count("y = 2") == 2


def test_numbers_and_signs_can_be_left_out() -> None:
    assert len(page().of_class("number")) == 14  # one cell per row, and one in the head
    assert not page(chosen=options(numbers=False)).of_class("number")
    assert not page(chosen=options(state_marks=False)).of_class("sign")


def test_sentences_that_belong_together_bear_the_same_number() -> None:
    marks = [data for tag, data in page(chosen=options(sentence_marks=True)).text if tag == "sup"]
    assert marks == ["1", "2", "1", "2"]


def test_a_back_translation_and_a_reference_one_are_shown_if_wanted() -> None:
    assert "brente" not in page().words()
    found = page(chosen=options(columns=EVERY_COLUMN))
    assert "Back-translationReference translation" in found.words()
    assert "Det brente. Ingen så det.It was on fire. Nobody noticed." in found.words()
    stacked = page(chosen=options(Layout.STACKED, columns=EVERY_COLUMN))
    assert "Back-translation: Det brente." in stacked.words()
    assert "Reference translation: It was on fire." in stacked.words()


def test_sentences_and_words_know_their_partners() -> None:
    found = page()
    assert len(found.of_class("s")) == 2 * 3
    rows = [a for a in found.of_class("row") if a.get("data-words")]
    assert [a["data-words"] for a in rows] == ["4 9 3 9;"]


def test_word_links_count_as_javascript_does() -> None:
    source, target = "😀 æ\nbil", "a😀 car\x00s"
    row = done(source, target, pair((0, 7), (0, 8), (4, 7, 3, 8), (0, 1, 1, 2), (0, 99, 0, 1)))
    [found] = page(parallel(row)).of_class("row")
    assert found["data-words"] == "4 7 4 8 0 2 1 3"


def test_a_span_that_is_off_spoils_nothing() -> None:
    off = (SentencePair((0, 99), (0, 4)), SentencePair((2, 1), (5, 9)), SentencePair((0, 3), (0, 2)))
    found = page(parallel(done("Hei. Du.", "Hi. You.", *off)))
    assert "Hei. Du." in found.words()
    assert "Hi. You." in found.words()


def test_the_colophon_names_source_date_package_and_licence() -> None:
    words = page().words()
    for line in (
        "Source: en tekst på norsk.txt",
        "Norwegian Bokmål to English, 22 November 2025",
        "Machine translation, made offline with Tospalt",
        f"Language package: translate-nb_en {VERSION} (starter package)",
        "Package licence: CC BY-SA 4.0",
        "Not translated: 2 of 14 paragraphs",
    ):
        assert line in words


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    found = page()
    inside = {tag: data for tag, data in found.text if tag in ("style", "script")}
    sums = {tag: b64encode(sha256(data.encode()).digest()).decode() for tag, data in inside.items()}
    [policy] = [a["content"] for tag, a in found.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{sums['style']}'; base-uri 'none'; form-action 'none'; "
        f"script-src 'sha256-{sums['script']}'"
    )
    assert found.tags().count("script") == found.tags().count("style") == 1


def test_the_page_names_nothing_to_fetch() -> None:
    found = page()
    assert not {"img", "link", "iframe", "object", "base", "form"} & set(found.tags())
    assert not [attributes for _, attributes in found.elements if "src" in attributes or "style" in attributes]
    [style] = [data for tag, data in found.text if tag == "style"]
    assert "url(" not in style
    assert "@import" not in style


def test_a_long_text_is_cut_into_tables_that_are_laid_out_one_by_one() -> None:
    found = page(parallel(*(done(f"Avsnitt {n}.", f"Paragraph {n}.") for n in range(450))))
    assert found.tags().count("table") == found.tags().count("thead") == 3
    assert [a["id"] for a in found.of_class("row")] == [f"r{n}" for n in range(1, 451)]


def test_the_paper_is_that_of_the_options() -> None:
    source = html_bytes(STORY, replace(options(), paper=Paper.A5, landscape=True, font_size=15)).decode()
    assert "@page { size: a5 landscape;" in source
    assert "--scale: 1.5;" in source


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_makes_no_element_and_no_attribute(text: str, layout: Layout) -> None:
    def made(words: str) -> Page:
        kinds = (Kind.PARAGRAPH, Kind.HEADING, Kind.CODE)
        rows = [done(Paragraph(words, kind, level=2, marker=words), words, pair((0, 1), (0, 1))) for kind in kinds]
        extra = done("x", "x", back=words, reference=words)
        return page(
            parallel(*rows, extra, title=words, name=words.replace("/", "")), options(layout, columns=REFERENCE)
        )

    hostile, harmless = made(text), made("x")
    kept = [e for e in hostile.elements if e[0] != "br"]
    assert [(tag, set(attributes)) for tag, attributes in kept] == [(t, set(a)) for t, a in harmless.elements]


def test_headings_as_deep_as_each_other_stay_so_where_none_stands_above_them() -> None:
    rows = [done(Paragraph(f"Del {n}", Kind.HEADING, level=level), "x") for n, level in enumerate((2, 2, 4, 2, 3))]
    found = page(parallel(*rows, title="Del…"))
    assert [tag for tag in found.tags() if re.fullmatch("h[1-6]", tag)] == ["h1", "h1", "h2", "h1", "h2"]
