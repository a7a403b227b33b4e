"""Markdown: all kinds of blocks, nested marks, the text of HTML."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown
from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in parse_markdown(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Tittel", Paragraph("Tittel", Kind.TITLE, level=1), id="title"),
        pytest.param("### Under", Paragraph("Under", Kind.HEADING, level=3), id="heading"),
        pytest.param("Under\n---", Paragraph("Under", Kind.HEADING, level=2), id="underlined heading"),
        pytest.param("Tekst\nher.", Paragraph("Tekst her."), id="paragraph"),
        pytest.param("* punkt", Paragraph("punkt", Kind.LIST_ITEM, level=1, marker="•"), id="bullet"),
        pytest.param("7) punkt", Paragraph("punkt", Kind.LIST_ITEM, level=1, marker="7)"), id="number"),
        pytest.param("> sitat", Paragraph("sitat", Kind.QUOTE, within=(Box(BoxKind.QUOTE, 0),)), id="quotation"),
        pytest.param("```\nx = 1\n\ny\n```", Paragraph("x = 1\n\ny", Kind.CODE), id="fenced code"),
        pytest.param(
            "```py\nx = 1\n```",
            Paragraph("x = 1", Kind.CODE, (Mark(0, 5, MarkKind.CODE, "py"),)),
            id="code in a language",
        ),
        pytest.param("    x = 1\n      y", Paragraph("x = 1\n  y", Kind.CODE), id="indented code"),
        pytest.param("***", Paragraph("", Kind.RULE), id="rule"),
    ],
)
def test_each_block_has_its_kind(text: str, expected: Paragraph) -> None:
    assert parse_markdown(text).paragraphs == [expected]


def test_only_the_first_heading_of_level_one_is_the_title() -> None:
    expected = [(Kind.HEADING, "Først"), (Kind.TITLE, "En"), (Kind.HEADING, "To")]
    assert kinds("## Først\n\n# En\n\n# To") == expected


def test_list_items_know_their_depth_and_number() -> None:
    items = parse_markdown("1. en\n2. to\n   - inni\n     - dypere\n3. tre\n\n- ny").paragraphs
    found = [(item.text, item.level, item.marker) for item in items]
    assert found == [
        ("en", 1, "1."),
        ("to", 1, "2."),
        ("inni", 2, "•"),
        ("dypere", 3, "•"),
        ("tre", 1, "3."),
        ("ny", 1, "•"),
    ]


def test_a_second_paragraph_of_an_item_is_no_new_item() -> None:
    found = [(p.kind, p.text, p.level) for p in parse_markdown("- en\n\n  mer om en\n- to\n\nute").paragraphs]
    assert found == [
        (Kind.LIST_ITEM, "en", 1),
        (Kind.PARAGRAPH, "mer om en", 1),
        (Kind.LIST_ITEM, "to", 1),
        (Kind.PARAGRAPH, "ute", 0),
    ]


def test_a_quotation_may_have_paragraphs_and_end() -> None:
    assert kinds("> en\n>\n> to\n\nute") == [(Kind.QUOTE, "en"), (Kind.QUOTE, "to"), (Kind.PARAGRAPH, "ute")]


def test_a_hyphen_leads_a_list_item_in_markdown_even_before_a_sentence() -> None:
    assert kinds("Han sa:\n\n- Kom hit.") == [(Kind.PARAGRAPH, "Han sa:"), (Kind.LIST_ITEM, "Kom hit.")]


def test_a_table_is_read_cell_by_cell() -> None:
    cells = parse_markdown("| By | Folk |\n|---|--:|\n| **Oslo** | 700\\|000 |\n\netter").paragraphs
    assert [(cell.kind, cell.text) for cell in cells] == [
        (Kind.TABLE_CELL, "By"),
        (Kind.TABLE_CELL, "Folk"),
        (Kind.TABLE_CELL, "Oslo"),
        (Kind.TABLE_CELL, "700|000"),
        (Kind.PARAGRAPH, "etter"),
    ]
    assert cells[2].marks == (Mark(0, 4, MarkKind.STRONG),)


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        pytest.param("a **b** c", "a b c", [Mark(2, 3, MarkKind.STRONG)], id="strong"),
        pytest.param("a _b_ c", "a b c", [Mark(2, 3, MarkKind.EMPHASIS)], id="emphasis"),
        pytest.param("a `b*` c", "a b* c", [Mark(2, 4, MarkKind.CODE)], id="code"),
        pytest.param("~~b~~", "b", [Mark(0, 1, MarkKind.STRIKE)], id="strike"),
        pytest.param("[b](#c 'd')", "b", [Mark(0, 1, MarkKind.LINK, "#c")], id="link"),
        pytest.param("[b][1]\n\n[1]: http://a.no", "b", [Mark(0, 1, MarkKind.LINK, "http://a.no")], id="reference"),
        pytest.param("<http://a.no>", "http://a.no", [Mark(0, 11, MarkKind.LINK, "http://a.no")], id="bare link"),
        pytest.param("**a *b* c**", "a b c", [Mark(0, 5, MarkKind.STRONG), Mark(2, 3, MarkKind.EMPHASIS)], id="nested"),
        pytest.param(
            "*[a](#) b*", "a b", [Mark(0, 3, MarkKind.EMPHASIS), Mark(0, 1, MarkKind.LINK, "#")], id="wider first"
        ),
        pytest.param("😀 **å**", "😀 å", [Mark(2, 3, MarkKind.STRONG)], id="code points"),
        pytest.param("![en fugl](b.png) her", "en fugl her", [], id="an image is its description"),
        pytest.param("a \\*b\\* &amp; c", "a *b* & c", [], id="escapes and entities"),
        pytest.param("&nbsp;**b**", "b", [Mark(0, 1, MarkKind.STRONG)], id="behind white space that goes"),
        pytest.param("[](#) tom", "tom", [], id="an empty link"),
    ],
)
def test_marks_lie_on_the_text_without_mark_up(text: str, expected: str, marks: list[Mark]) -> None:
    [paragraph] = parse_markdown(text).paragraphs
    assert (paragraph.text, list(paragraph.marks)) == (expected, marks)


@pytest.mark.parametrize("text", ["en  \nto", "en\\\nto", "en<br>to", "en<BR/>to"])
def test_a_hard_break_is_a_line_break(text: str) -> None:
    assert kinds(text) == [(Kind.PARAGRAPH, "en\nto")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p>Hei &amp; hå</p>", ["Hei & hå"], id="block"),
        pytest.param("<div><p>En</p><p>To <b>fet</b></p></div>", ["En", "To fet"], id="two paragraphs"),
        pytest.param("<ul>\n<li>en</li>\n<li>to</li>\n</ul>", ["en", "to"], id="list"),
        pytest.param("<table><tr><td>en</td><td>to</td></tr></table>", ["en", "to"], id="table"),
        pytest.param("a <b>fet</b> <span class='x'>c</span>", ["a fet c"], id="inline"),
        pytest.param("<script>\nvar x = 'nei';\n</script>\n\nja", ["ja"], id="script"),
        pytest.param("<style>p { }</style>\n\nja", ["ja"], id="style"),
        pytest.param("<!-- skjult -->\n\nja <!-- og her -->", ["ja"], id="comment"),
        pytest.param("<div>uten slutt", ["uten slutt"], id="unclosed"),
    ],
)
def test_html_is_reduced_to_its_text(text: str, expected: list[str]) -> None:
    assert [paragraph.text for paragraph in parse_markdown(text).paragraphs] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '---\ntitle: "Hei"\ntags:\n  - a\n---\n\nTekst',
            [(Kind.TITLE, "Hei"), (Kind.PARAGRAPH, "Tekst")],
            id="title",
        ),
        pytest.param("---\nauthor: X\n---\nTekst", [(Kind.PARAGRAPH, "Tekst")], id="no title"),
        pytest.param(
            "---\ntitle: Hei\n...\n# Du", [(Kind.TITLE, "Hei"), (Kind.HEADING, "Du")], id="headings are below it"
        ),
        pytest.param(
            "---\n\nTekst: ja\n\n---",
            [(Kind.RULE, ""), (Kind.PARAGRAPH, "Tekst: ja"), (Kind.RULE, "")],
            id="only rules",
        ),
        pytest.param(
            "En\n\n---\na: b\n---", [(Kind.PARAGRAPH, "En"), (Kind.RULE, ""), (Kind.HEADING, "a: b")], id="not first"
        ),
    ],
)
def test_front_matter_gives_the_title_and_goes(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "[1]: http://a.no", "<!-- x -->", "#", "-"])
def test_what_shows_nothing_has_no_paragraphs(text: str) -> None:
    assert parse_markdown(text).paragraphs == []


PIECES = st.sampled_from(
    [
        *"*_`[]()<>#-=|\\&!~+>\"':",
        "\n",
        "\n\n",
        "\n    ",
        " ",
        "1. ",
        "ord",
        "](#)",
        "```",
        "---\n",
        "<p>",
        "</b>",
        "<!--",
        "|-|\n",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_has_paragraphs_whose_marks_lie_inside_them(text: str) -> None:
    for paragraph in parse_markdown(text).paragraphs:
        assert all(0 <= mark.start < mark.end <= len(paragraph.text) for mark in paragraph.marks)
        order = [(mark.start, -mark.end) for mark in paragraph.marks]
        assert order == sorted(order)
        assert paragraph.text or paragraph.kind in (Kind.RULE, Kind.CODE, Kind.TABLE_CELL, Kind.FIGURE)


@pytest.mark.parametrize("unit", ["[", "*", "`", "<", "<div>", "\n- "])
def test_a_long_run_of_one_sign_is_read(unit: str) -> None:
    assert parse_markdown(unit * 2000 + "ord").paragraphs


@pytest.mark.parametrize("unit", ["> ", "- ", "1. "])
def test_deep_nesting_loses_no_word(unit: str) -> None:
    assert [paragraph.text for paragraph in parse_markdown(unit * 30 + "ord").paragraphs] == ["ord"]
    parse_markdown(unit * 2000 + "ord")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(lambda number: f"{' ' * 2 * number}- punkt{number}", id="bullets"),
        pytest.param(lambda number: f"{' ' * 3 * number}1. punkt{number}", id="numbers"),
        pytest.param(lambda number: f"{'>' * (number + 1)} punkt{number}\n", id="quotations"),
    ],
)
def test_what_is_nested_too_deep_is_a_paragraph(line: Callable[[int], str]) -> None:
    text = "\n".join(map(line, range(300))) + "\n\nSlutt."
    found = parse_markdown(text).paragraphs
    words = [re.sub(r"^1\. ", "", paragraph.text) for paragraph in found]
    assert words == [*(f"punkt{number}" for number in range(300)), "Slutt."]
    assert (found[-1].kind, found[-1].level) == (Kind.PARAGRAPH, 0)


def test_lines_below_a_deep_quotation_are_not_lost() -> None:
    lines = [f"ord{number}" for number in range(3000)]
    found = parse_markdown(f"{'> ' * 90}først\n" + "\n".join(lines) + "\n\nSlutt.").paragraphs
    assert " ".join(paragraph.text for paragraph in found).split() == ["først", *lines, "Slutt."]


def test_cells_beyond_the_last_column_are_kept() -> None:
    found = parse_markdown("|a|b|\n|-|-|\n|c|d|e|\n|f|\n|g \\| h|i|\n").paragraphs
    assert [paragraph.text for paragraph in found] == ["a", "b", "", "c", "d", "e", "f", "", "", "g | h", "i", ""]
    assert {paragraph.kind for paragraph in found} == {Kind.TABLE_CELL}


def test_a_paragraph_of_a_hundred_pages_keeps_its_marks() -> None:
    unit = "Et *ord* og **to ord til** og en [lenke med *flere* ord](https://a.no/b 'c d') og `kode med ord`, 2 * 3. "
    text, marks = inline_of(unit)
    long, found = inline_of(unit * 500)
    assert long == " ".join([text] * 500)
    step = len(text) + 1
    assert found == tuple(
        replace(mark, start=mark.start + step * number, end=mark.end + step * number)
        for number in range(500)
        for mark in marks
    )


def inline_of(text: str) -> tuple[str, tuple[Mark, ...]]:
    (paragraph,) = parse_markdown(text).paragraphs
    return paragraph.text, paragraph.marks


@pytest.mark.parametrize("unit", ["[ord ", "<ord ", "*ord ", "![ord ", "ord "])
def test_a_long_paragraph_of_marks_that_nothing_closes_is_read_as_it_stands(unit: str) -> None:
    assert inline_of("Et " + unit * 5000)[0] == ("Et " + unit * 5000).strip()


def test_decoration_of_thousands_of_signs_is_read_as_it_stands_and_words_beside_it_keep_their_marks() -> None:
    """Each sign would cost as much as a line of text."""
    assert inline_of("Et " + "*a_b~" * 1500 + " ord")[0] == "Et " + "*a_b~" * 1500 + " ord"
    text, marks = inline_of("*Et* " + "ord " * 2000 + "*" * 7000)
    assert text.endswith("*" * 7000)
    assert [(mark.start, mark.end) for mark in marks] == [(0, 2)]
