"""What a Markdown file says beside its words is written again: front matter, addresses, images, languages of code."""

import pytest
from hypothesis import given, strategies as st

from reader.export import Layout, as_markdown, write_markdown
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.web.page import html_bytes
from reader.formats import read_text
from reader.formats.markdown import parse_markdown
from reader.text import Box, BoxKind, Document, Figure, Kind, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import options, shouted

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9)
VALUES = st.lists(TEXT | st.sampled_from(["no", "null", "#", ": ", "- ", '"', "'", "{", "17"]), min_size=1).map(
    " ".join
)


def read(text: str) -> Document:
    return read_text(text, markdown=True)


def written(text: str, layout: Layout) -> str:
    return markdown_bytes(shouted(read(text)), options(layout)).decode()


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("title", "author", "date", "language"), VALUES)))
def test_what_a_document_says_about_itself_comes_back(metadata: dict[str, str]) -> None:
    shown = {what: " ".join(value.split()) for what, value in metadata.items()}
    assert parse_markdown(write_markdown([Paragraph("Tekst.")], (), metadata)).metadata == shown


def test_a_translation_has_its_own_title_and_language_in_front() -> None:
    text = "---\ntitle: Sommer i nord\nauthor: Kari Nord\nlang: nb\n---\n\nDet er lyst hele natta.\n"
    found = as_markdown(shouted(read(text)))
    assert found == ("---\ntitle: SOMMER I NORD\nauthor: Kari Nord\nlang: en\n---\n\nDET ER LYST HELE NATTA.\n")
    front = found.partition("DET")[0]
    assert written(text, Layout.TRANSLATION).startswith(f"{front}**1** DET ER LYST")


def test_a_title_that_stands_in_the_text_too_stays_there() -> None:
    found = as_markdown(shouted(read("---\ntitle: Sommer\n---\n\n# Sommer\n\nDet er lyst.\n")))
    assert found == "---\ntitle: SOMMER\n---\n\n# SOMMER\n\nDET ER LYST.\n"


def test_both_texts_have_no_front_matter() -> None:
    for layout in (Layout.STACKED, Layout.COLUMNS):
        assert not written("---\ntitle: Sommer\n---\n\nDet er lyst.\n", layout).startswith("---")


@pytest.mark.parametrize("path", ["andre/side.md", "../side.md#del", "/side", "side med rom.md", "?side=2"])
@pytest.mark.parametrize("layout", [Layout.STACKED, Layout.COLUMNS, Layout.TRANSLATION])
def test_links_to_other_files_are_kept_beside_each_other(path: str, layout: Layout) -> None:
    found = parse_markdown(written(f"Se [denne sida](<{path}>) nå.", layout)).paragraphs
    links = {mark.href.replace("%20", " ") for p in found for mark in p.marks if mark.kind is MarkKind.LINK}
    assert links == {path}


@pytest.mark.parametrize("address", ["#del", "//vert/side", "javascript:x()", "file:///etc", "C:\\x"])
def test_other_addresses_are_no_links_to_files(address: str) -> None:
    marks = (Mark(0, 2, MarkKind.LINK, address),)
    text = shouted(Document("", (Paragraph("Se her.", marks=marks),), None, "nb", True))
    assert "](" not in markdown_bytes(text, options(Layout.STACKED)).decode()


@pytest.mark.parametrize("layout", [Layout.STACKED, Layout.COLUMNS, Layout.TRANSLATION])
@pytest.mark.parametrize("inside", ["{}", "| Dal | Topp |\n|---|---|\n| {} | to |"])
def test_the_paths_of_images_are_kept(layout: Layout, inside: str) -> None:
    found = written(inside.format("![En topp](bilder/topp.jpg)"), layout)
    assert "](<bilder/topp.jpg>)" in found
    assert ("[En topp]" if layout is not Layout.TRANSLATION else "[EN TOPP]") in found


@pytest.mark.parametrize("language", ["python", "c++", "{r}", 'js title="a.js"', "objective-c {1,3}"])
def test_the_language_of_code_is_kept(language: str) -> None:
    text = f"```{language}\nx = 1\n```\n\nEt ord.\n"
    paragraphs = parse_markdown(text).paragraphs
    assert parse_markdown(write_markdown(paragraphs)).paragraphs == paragraphs
    assert written(text, Layout.STACKED).startswith(f"```{language}\n")


def test_a_language_that_would_end_the_fence_is_left_out() -> None:
    code = Paragraph("x", Kind.CODE, (Mark(0, 1, MarkKind.CODE, "a`b"),))
    assert write_markdown([code]) == "```\nx\n```\n"


def test_code_in_a_language_is_written_as_other_code_elsewhere() -> None:
    assert "<code>x = 1</code>" in _html("```python\nx = 1\n```\n\nEt ord.")


def _html(text: str) -> str:
    return html_bytes(shouted(read(text)), options(Layout.STACKED)).decode()


@given(st.sampled_from(["{{< kr 12 >}}", "{{% ikon %}}", "{% include a.html %}", "{{ side.navn }}", "{{navn}}"]))
def test_commands_in_a_sentence_are_written_as_they_were(command: str) -> None:
    text = f"Det er {command} igjen, **{command} nå**.\n"
    paragraphs = parse_markdown(text).paragraphs
    assert command in write_markdown(paragraphs)
    assert parse_markdown(write_markdown(paragraphs)).paragraphs == paragraphs


def test_a_command_alone_stays_text_when_it_is_written() -> None:
    alone = Paragraph("{{< x >}}", marks=(Mark(0, 9, MarkKind.VERBATIM),))
    assert [p.text for p in parse_markdown(write_markdown([alone])).paragraphs] == ["{{< x >}}"]


def test_terms_that_share_definitions_come_back() -> None:
    paragraphs = parse_markdown("Bekk\nElv\n: Vann som renner.\n: Ikke en sjø.\n\nSjø\n: Vann som står.\n").paragraphs
    assert parse_markdown(write_markdown(paragraphs)).paragraphs == paragraphs


def test_a_note_that_nothing_refers_to_keeps_its_label_before_an_image() -> None:
    note, figure = Box(BoxKind.NOTE, 0, label="2"), Box(BoxKind.FIGURE, 0)
    image = Paragraph("Kart", Kind.FIGURE, marker="2.", within=(note, figure))
    assert write_markdown([Paragraph("Ord."), image], [Figure("a.png")]) == "Ord.\n\n\\[2\\]\n\n![Kart](<a.png>)\n"


@pytest.mark.parametrize("first", ["```sh\n  ls\n  ```", "![Kart](<a.png>)", "```math\n  x\n  ```"])
def test_what_opens_an_item_without_words_is_in_the_item(first: str) -> None:
    text = f"- {first}\n\n- to\n\n  - {first.replace(chr(10), chr(10) + '  ')}\n"
    parsed = parse_markdown(text)
    again = parse_markdown(write_markdown(parsed.paragraphs, parsed.figures))
    assert (again.paragraphs, again.figures) == (parsed.paragraphs, parsed.figures)


def test_an_image_in_columns_has_its_marker_before_it_and_no_link_in_it() -> None:
    found = written("- [![Merke](<a|b.svg>)](side.md)\n- ord", Layout.COLUMNS)
    assert "| • ![Merke](<a%7Cb.svg>) | • ▣ [MERKE](<side.md>) |" in found
