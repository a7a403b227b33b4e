"""Paragraphs to Markdown and back: the same text, kinds and marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, strategies as st

from reader import Kind, Mark, MarkKind, Paragraph, read_document, write_markdown
from reader.formats.markdown import parse_markdown
from reader.paths import SEEDS
from reader.text import Box, BoxKind
from tests.structures import EXAMPLE, document, paragraphs

STRONG, EMPHASIS, CODE, LINK = MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK
# Those that come back from Markdown, wherever they stand; what is raised is often read as a raised sign.
WRITTEN = (STRONG, EMPHASIS, CODE, LINK, MarkKind.STRIKE, MarkKind.UNDERLINE)


def normal(paragraphs: Sequence[Paragraph]) -> list[tuple[str, Kind, int, str, list[Mark]]]:
    """Paragraphs for comparison, with marks sorted."""
    return [(p.text, p.kind, p.level, p.marker, sorted(p.marks, key=_place)) for p in paragraphs]


def _place(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, mark.end, mark.kind, mark.href


def read_back(*paragraphs: Paragraph) -> list[Paragraph]:
    return list(parse_markdown(write_markdown(paragraphs)).paragraphs)


def boxed(*paragraphs: Paragraph) -> list[Paragraph]:
    """The paragraphs, with a box around each run of quotations."""
    number, found = -1, list[Paragraph]()
    for place, paragraph in enumerate(paragraphs):
        if paragraph.kind is not Kind.QUOTE:
            found.append(paragraph)
            continue
        number += not place or paragraphs[place - 1].kind is not Kind.QUOTE
        found.append(replace(paragraph, within=(Box(BoxKind.QUOTE, number),)))
    return found


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("12.50 kroner", "12.50 kroner"),
        ("1.250.000", "1.250.000"),
        ("12. mai", "12\\. mai"),
        ("12.", "12\\."),
        ("2) to", "2\\) to"),
        ("-5 grader", "-5 grader"),
        ("- fem", "\\- fem"),
        ("-", "\\-"),
        ("---", "\\---"),
        ("+47 22", "+47 22"),
        ("+ fem", "\\+ fem"),
        ("=5", "=5"),
        ("en\n=", "en\\\n\\="),
    ],
)
def test_the_beginning_of_a_line_is_escaped_only_where_markdown_reads_it_otherwise(text: str, markdown: str) -> None:
    assert write_markdown([Paragraph(text)]) == markdown + "\n"
    assert [(each.text, each.kind) for each in read_back(Paragraph(text))] == [(text, Kind.PARAGRAPH)]


@pytest.mark.parametrize(
    ("paragraph", "markdown"),
    [
        pytest.param(Paragraph("Tittel", Kind.TITLE, level=1), "# Tittel\n", id="title"),
        pytest.param(Paragraph("Under", Kind.HEADING, level=3), "### Under\n", id="heading"),
        pytest.param(Paragraph("1. Innledning", Kind.HEADING, level=2), "## 1. Innledning\n", id="numbered heading"),
        pytest.param(Paragraph("- nei - #", Kind.HEADING, level=2), "## - nei - \\#\n", id="heading with signs"),
        pytest.param(Paragraph("", Kind.RULE), "---\n", id="rule"),
        pytest.param(Paragraph("x", Kind.LIST_ITEM, level=1, marker="•"), "- x\n", id="bullet"),
        pytest.param(Paragraph("x", Kind.LIST_ITEM, level=1, marker="3."), "3. x\n", id="number"),
        pytest.param(Paragraph("en\nto", Kind.QUOTE), "> en\\\n> to\n", id="quotation"),
        pytest.param(Paragraph("x = `1`", Kind.CODE), "```\nx = `1`\n```\n", id="code"),
        pytest.param(Paragraph("a b", marks=(Mark(2, 3, STRONG),)), "a **b**\n", id="strong"),
        pytest.param(Paragraph("a", marks=(Mark(0, 1, LINK, "#"),)), "[a](<#>)\n", id="link"),
        pytest.param(Paragraph("17. mai"), "17\\. mai\n", id="a date"),
        pytest.param(Paragraph("– «Nei», sa han."), "– «Nei», sa han.\n", id="nothing to escape"),
    ],
)
def test_each_kind_looks_as_people_write_it(paragraph: Paragraph, markdown: str) -> None:
    assert write_markdown([paragraph]) == markdown


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.BYLINE, Kind.SEE_ALSO, Kind.TABLE_CELL])
def test_what_markdown_has_no_sign_for_is_a_paragraph(kind: Kind) -> None:
    assert read_back(Paragraph("3. mai 2017", kind)) == [Paragraph("3. mai 2017")]


@pytest.mark.parametrize(
    "text",
    [
        "# ikke tittel",
        "- ikke liste",
        "+ ikke liste",
        "* ikke liste",
        "1. ikke liste",
        "1984) ikke liste",
        "> ikke sitat",
        "---",
        "- - -",
        "===",
        "```",
        "~~~",
        "    ikke kode".strip(),
        "<b>ikke fet</b>",
        "<!-- ikke borte",
        "&amp; &copy;",
        "[ikke](lenke)",
        "![ikke](bilde)",
        "[1]: http://a.no",
        "<http://a.no>",
        "snake_case __init__ *a* **b** ~~c~~ `d`",
        "C:\\path\\ \\*",
        "a\\",
        "| a | b |\n|---|---|",
        "linje\n- to",
        "linje\n1. to",
        "linje\n# to",
        "linje\n===",
        "linje\n---",
        "linje\n> to",
        "title: x\n---",
        "[^1] og [^1]: nei",
        "Ord\n: ikke forklaring",
        "::: tip",
        "!!! note",
        "[!NOTE] nei",
        "[ ] ikke gjort",
        "{.intro} {#x} {{< x >}} {% x %}",
        "# x {#id}",
        "slutt ^blokk-id",
        "[[side|ord]] ![[bilde.png]]",
        "$x$ og $$y$$, 5 $ og 6 $",
        'import x from "y"',
        "export default function x() {}",
        "%% skjult %%",
        "==uthevet== og H~2~O og x^2^",
        "+++\ntitle = 1\n+++",
        "^[note i en note]",
        "<u>a</u> <sup>b</sup>",
        "*[HTML]: x",
        "a) b",
    ],
)
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST_ITEM])
def test_text_that_looks_like_mark_up_stays_text(text: str, kind: Kind) -> None:
    item = kind is Kind.LIST_ITEM
    paragraph = Paragraph(text, kind, level=int(item), marker="•" if item else "")
    assert read_back(paragraph) == boxed(paragraph)


@pytest.mark.parametrize("text", ["C #", "a ##", "#", "# #", "a \\#", "a # b", "linje 1. to", "a\\"])
def test_a_heading_keeps_its_number_signs(text: str) -> None:
    assert read_back(Paragraph(text, Kind.HEADING, level=2)) == [Paragraph(text, Kind.HEADING, level=2)]


def test_a_heading_is_one_line() -> None:
    assert read_back(Paragraph("en\nto", Kind.HEADING, level=2)) == [Paragraph("en to", Kind.HEADING, level=2)]


@pytest.mark.parametrize("text", ["a", "```", "````\n```", "\\*a*", "  inn\n\nut", "<b>"])
def test_code_is_kept_to_the_letter(text: str) -> None:
    assert read_back(Paragraph(text, Kind.CODE)) == [Paragraph(text, Kind.CODE)]


@pytest.mark.parametrize("text", ["a", "`", "``", "a`b", "`a`", "*", "\\", "[a](b)", "a  b"])
def test_code_inside_a_line_is_kept_to_the_letter(text: str) -> None:
    paragraph = Paragraph(f"x {text} y", marks=(Mark(2, 2 + len(text), CODE),))
    assert read_back(paragraph) == [paragraph]


def marks(text: str, *words: tuple[str, MarkKind]) -> Paragraph:
    found = [(text.index(word), text.index(word) + len(word), kind) for word, kind in words]
    return Paragraph(text, marks=tuple(Mark(a, b, kind, "#" if kind is LINK else "") for a, b, kind in found))


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(marks("hei du", ("hei du", EMPHASIS), ("hei", STRONG)), id="strong begins an emphasis"),
        pytest.param(marks("hei du", ("hei du", EMPHASIS), ("du", STRONG)), id="strong ends an emphasis"),
        pytest.param(marks("hei du", ("hei du", STRONG), ("hei", EMPHASIS)), id="emphasis begins a strong"),
        pytest.param(marks("hei du", ("hei du", EMPHASIS), ("hei", LINK)), id="a link begins an emphasis"),
        pytest.param(marks("hei du", ("hei du", LINK), ("hei", STRONG)), id="strong begins a link"),
        pytest.param(marks("hei du", ("hei", STRONG), ("hei", EMPHASIS), ("hei", LINK)), id="three on one word"),
        pytest.param(marks("hei du", ("hei", STRONG), ("du", STRONG)), id="side by side"),
        pytest.param(marks("a b c", ("a b c", MarkKind.STRIKE), ("a", EMPHASIS), ("c", CODE)), id="both ends"),
    ],
)
def test_marks_that_nest_come_back(paragraph: Paragraph) -> None:
    assert normal(read_back(paragraph)) == normal([paragraph])


def test_white_space_at_the_edges_of_a_mark_does_not_break_it() -> None:
    [paragraph] = read_back(Paragraph("a b c", marks=(Mark(1, 4, STRONG), Mark(1, 2, EMPHASIS))))
    assert paragraph == Paragraph("a b c", marks=(Mark(2, 3, STRONG),))


def test_marks_that_cross_are_cut_and_lose_no_text() -> None:
    [paragraph] = read_back(Paragraph("en to tre", marks=(Mark(0, 5, EMPHASIS), Mark(3, 9, STRONG))))
    assert paragraph.text == "en to tre"
    assert set(paragraph.marks) == {Mark(0, 5, EMPHASIS), Mark(3, 5, STRONG), Mark(6, 9, STRONG)}


@pytest.mark.parametrize("kind", [MarkKind.SUPER, MarkKind.SUB, MarkKind.UNDERLINE, MarkKind.MATH])
def test_what_html_or_dialects_have_a_sign_for_comes_back(kind: MarkKind) -> None:
    paragraph = Paragraph("Den x_{ø} nå", marks=(Mark(4, 9, kind),))
    assert read_back(paragraph) == [paragraph]


@pytest.mark.parametrize("href", ["#", "http://a.no/?a=1&b=2", "a(b", "a)", "?a&amp;b=1", "a*b_c", "a%20b", ""])
def test_a_link_keeps_its_target(href: str) -> None:
    paragraph = Paragraph("les mer", marks=(Mark(4, 7, LINK, href),))
    assert read_back(paragraph) == [paragraph]


def test_code_in_a_link_never_makes_a_link_definition_of_it() -> None:
    [paragraph] = read_back(Paragraph("]:", marks=(Mark(0, 2, LINK, "#"), Mark(0, 2, CODE))))
    assert paragraph == Paragraph("]:", marks=(Mark(0, 2, LINK, "#"),))


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("- a\n- b", id="tight"),
        pytest.param("- a\n\n  mer\n- b", id="a second paragraph"),
        pytest.param("- a\n\n  mer\n\n  - b\n    - c\n\nute", id="a list below a second paragraph"),
        pytest.param("100. a\n     - b\n       - c\n101. d", id="below a long number"),
        pytest.param("1. a\n2. b\n   1. c\n   2. d\n3. e", id="numbers"),
        pytest.param("- a\n  > q\n  >\n  > r\n- b", id="a quotation in an item"),
        pytest.param("- a\\\n  b\n  - c\\\n    d", id="line breaks"),
        pytest.param("- a\n\nute\n\n- b\n\n> q", id="paragraphs between"),
        pytest.param("> a\n>\n> b\n\nute\n\n> c", id="quotations"),
        pytest.param("# a\n\n## b\n\n---\n\n```\nx\n```", id="blocks"),
        pytest.param("1. a\n\n1) b\n\n* c", id="lists side by side"),
    ],
)
def test_the_layout_of_a_document_comes_back(markdown: str) -> None:
    paragraphs = list(parse_markdown(markdown).paragraphs)
    assert read_back(*paragraphs) == paragraphs


def test_an_item_whose_parent_is_gone_is_still_an_item() -> None:
    first, second = (Paragraph(text, Kind.LIST_ITEM, level=2, marker="•") for text in "ab")
    found = read_back(Paragraph("før"), first, second)
    assert [(p.kind, p.text, p.level) for p in found[1:]] == [(Kind.LIST_ITEM, "a", 1), (Kind.LIST_ITEM, "b", 1)]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_bundled_documents_come_back(path: Path) -> None:
    told_by_form = {Kind.DATE: Kind.PARAGRAPH, Kind.SEE_ALSO: Kind.PARAGRAPH}
    paragraphs = read_document(path).paragraphs
    expected = [(p.text, told_by_form.get(p.kind, p.kind), p.level, p.marks) for p in paragraphs]
    assert [(p.text, p.kind, p.level, p.marks) for p in read_back(*paragraphs)] == expected


def test_no_paragraphs_are_an_empty_file() -> None:
    assert write_markdown([]).strip() == ""


WORDS = ["hei", "Oslo", "«du»", "–", "😀", "a\u0301", "kl. 10", "5 * 3", "snake_case", "C:\\x", "'s", '"x,"', "17."]
SIGNS = [*"*_`~|\\&#=+-<>![](){}:.,^$", "**", "***", "``", "```", "~~", "---", "===", "1.", "1)", "- x", "# x", "> x"]
HTML = ["<b>", "</b>", "<!--", "-->", "&amp;", "&#35;", "<http://x>", "[a](b)", "![a](b)", "[1]: x", "http://a_b?c=d&e"]
DIALECTS = [
    "[^1]",
    "{#a}",
    "{.b}",
    "{{< c >}}",
    "$x$",
    "$$",
    ":::",
    ": x",
    "[[y]]",
    "^z1",
    "==",
    "%%",
    "[!TIP]",
    "[ ]",
    "!!! a",
    "^[b]",
]
PIECES = st.sampled_from([*WORDS, *SIGNS, *HTML, *DIALECTS])
HREFS = st.sampled_from(["#", "http://x.no/a%20b", "x(y)", "?a=1&b=2", "a*b_c", "?a&amp;b"])


@st.composite
def awkward_texts(draw: st.DrawFn, *, one_line: bool = False) -> str:
    between = st.sampled_from([" ", " ", ""] if one_line else [" ", " ", "", "\n"])
    pieces = draw(st.lists(st.tuples(PIECES, between), min_size=1, max_size=6))
    return "".join(piece + space for piece, space in pieces).strip()


@st.composite
def word_marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Nested marks that begin and end at words, with each kind at most once on a word and code innermost."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    drawn: list[Mark] = []

    def fill(first: int, last: int, kinds: list[MarkKind]) -> None:
        while first < last and kinds:
            end = draw(st.integers(first + 1, last))
            kind = draw(st.sampled_from([None, *kinds]))
            start, stop = words[first][0], words[end - 1][1]
            if kind is not None and not (kind is CODE and re.search(r"\n|\]:", text[start:stop])):
                drawn.append(Mark(start, stop, kind, draw(HREFS) if kind is LINK else ""))
                fill(first, end, [] if kind is CODE else [other for other in kinds if other is not kind])
            first = end

    fill(0, len(words), list(WRITTEN))
    return tuple(sorted(drawn, key=lambda mark: (mark.start, -mark.end)))


@st.composite
def awkward_paragraphs(draw: st.DrawFn) -> Paragraph:
    kind = draw(st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.QUOTE, Kind.CODE, Kind.RULE]))
    if kind is Kind.RULE:
        return Paragraph("", kind)
    text = draw(awkward_texts(one_line=kind is Kind.HEADING))
    if kind is Kind.CODE:
        return Paragraph(text, kind)
    level = {Kind.HEADING: draw(st.integers(2, 6)), Kind.LIST_ITEM: 1}.get(kind, 0)
    marker = draw(st.sampled_from(["•", "1.", "12)"])) if kind is Kind.LIST_ITEM else ""
    return Paragraph(text, kind, draw(word_marks(text)), level, marker)


@given(st.lists(awkward_paragraphs(), min_size=1, max_size=3))
def test_any_paragraphs_come_back(paragraphs: list[Paragraph]) -> None:
    assert normal(read_back(*paragraphs)) == normal(paragraphs)


@given(paragraphs())
def test_any_structure_comes_back(found: Sequence[Paragraph]) -> None:
    # A table of one cell is none.
    assume(all(len(table.starts) * table.columns > 1 for table in document(*found).tables))
    # A lone number that is not the first begins no list.
    assume(not any(p.marker.endswith(".") and p.marker not in ("", "1.") for p in found))
    assert read_back(*found) == list(_as_read(found))


def _as_read(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The first heading of the first level is the title; a marker that Markdown does not have is text."""
    titled = False
    for paragraph in found:
        if paragraph.kind is Kind.HEADING and paragraph.level == 1 and not titled:
            titled = True
            yield replace(paragraph, kind=Kind.TITLE)
        elif re.fullmatch(r"[a-z]\)", paragraph.marker):
            yield replace(paragraph, text=f"{paragraph.marker} {paragraph.text}", marker="•")
        else:
            yield paragraph


def test_an_example_of_everything_comes_back() -> None:
    kept = [p for p in EXAMPLE.paragraphs if p.kind is not Kind.CAPTION]
    found = parse_markdown(write_markdown(kept, EXAMPLE.figures))
    assert list(found.paragraphs) == list(_as_read(kept))
    assert [figure.name for figure in found.figures] == ["brod.png"]


@given(
    st.lists(st.sampled_from(["- ", "> ", "  ", "    ", "1. ", "\n", "\n\n", "a", "*b* ", "# ", "---\n"]), max_size=14)
)
def test_what_was_read_loses_no_text_when_written(pieces: list[str]) -> None:
    paragraphs = parse_markdown("".join(pieces)).paragraphs
    assert [p.text for p in read_back(*paragraphs)] == [p.text for p in paragraphs]


@pytest.mark.parametrize("start", [0, 1])
def test_code_within_mathematics_adds_no_delimiters(start: int) -> None:
    within = Paragraph("ab>", marks=(Mark(0, 2, MarkKind.MATH), Mark(start, 2, MarkKind.CODE)))
    assert write_markdown([within]) == "$ab$>\n"


@pytest.mark.parametrize("text", ["Ja! Og A & B.", "2 > 1", "Hei! Er du der? 5 + 5", "Nei!"])
def test_signs_that_mean_nothing_there_are_written_as_they_are(text: str) -> None:
    assert write_markdown([Paragraph(text)]) == f"{text}\n"


@pytest.mark.parametrize("text", ["!!! note", "??? note", "> nei", "&amp; og &#38;", "![x](y)", "Se!"])
def test_signs_that_would_be_mark_up_come_back(text: str) -> None:
    link = Mark(len(text), len(text) + 2, MarkKind.LINK, "https://a.no")
    [bare, linked] = read_back(Paragraph(text), Paragraph(f"{text}nå", marks=(link,)))
    assert bare == Paragraph(text)
    assert linked.text == f"{text}nå" and [mark.kind for mark in linked.marks] == [MarkKind.LINK]
