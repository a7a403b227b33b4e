"""Text never becomes markup in an export, as read back by independent parsers."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, strategies as st
from lxml import etree

from reader.export import ExportOptions, Layout, as_markdown, tmx_bytes, write_markdown
from reader.export.addresses import address
from reader.export.docx.document import docx_bytes
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.markup import clean
from reader.export.pdf.document import set_pdf
from reader.export.web.epub import epub_bytes
from reader.export.web.page import html_bytes
from reader.packages import LanguagePackage
from reader.parallel import ParallelText, Row, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.archives import NB_EN
from tests.mark_kinds import MARK_KINDS
from tests.reader.export.exported import Shape, of_html, of_markdown, of_xml, of_zip, one_line
from tests.reader.export.markdown_readers import Found, by_markdown_it, by_mistune
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, done, options, pair, parallel

# A placeholder word for hostile text.
WORD = "Qzq"
# Without long texts, whose length affects the layout.
WORDS = [text for text in HOSTILE if len(text) < 1000]

SIGNS = [
    *("<script>", "</pre>", "<b>", "<!-- ", "<?x", "<a href=x onclick=y>", "]]>", "&amp;", "&#60;", "&lt;script>"),
    *("- x", "+ x", "* x", "1. x", "2) x", "# x", "#", "##", "> x", "```", "~~~", "```js", "---", "===", "***"),
    *("|", "| a | b |", "|---|---|", ":---", ":-:", "[a](b)", "![a](b)", "[1]: x", "[^1]: x", "<http://x>"),
    *("a", "b c", "Oslo", "å", "17", "«", "title: x", "javascript:alert(1)", "\u202e", "\ud83d", "\x00", "\x1b"),
    *("\\", "\\\\", "`", "``", "*", "**", "_", "__", "~~", "~", ":", "!", "[", "]", "(", ")", "=", "+", "$x$"),
]
SPACES = ["\n", "\n", "\n\n", " ", "  ", "    ", "\t", "\r", "\r\n", "\u2028", "\x85", "\x0b", "\x0c", "\u00a0"]
TEXTS = st.lists(st.sampled_from([*SIGNS, *SPACES]), min_size=1, max_size=7).map("".join) | st.sampled_from(HOSTILE)
ADDRESSES = (
    *("#", "http://x.no/a?b=1&c=2", "javascript:alert(1)", " java\tscript:alert(1)", "JAVASCRIPT:x", "vbscript:x"),
    *(
        "data:text/html,<script>",
        "http://x.no/>) <script>",
        "a\nb",
        "http://x`y",
        "x\r\ny\u2028z",
        "\\",
        "http://x.no/](y)",
    ),
    *("<", "a b\"c'", "file:///etc/passwd", "&#106;avascript:alert(1)", 'http://x.no/"onclick="x', "//x.no"),
)
SAFE = re.compile(r"(?:https?://|mailto:)[\x21-\x7e]+")


# ---- Markdown, paragraph by paragraph ----


@st.composite
def hostile_paragraphs(draw: st.DrawFn) -> Paragraph:
    kind = draw(st.sampled_from(list(Kind)))
    if kind is Kind.RULE:
        return Paragraph("", kind)
    text = draw(TEXTS)
    level = draw(st.integers(1, 3)) if kind in (Kind.LIST_ITEM, Kind.HEADING, Kind.TITLE) else 0
    marker = draw(st.sampled_from(["•", "3.", "12)", "<b>"])) if kind is Kind.LIST_ITEM else ""
    return Paragraph(text, kind, draw(any_marks(len(text))), level, marker)


@st.composite
def any_marks(draw: st.DrawFn, length: int) -> tuple[Mark, ...]:
    """Marks from anywhere to anywhere, which may cross."""
    edges = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=4))
    kinds = [(draw(st.sampled_from(MARK_KINDS)), draw(st.sampled_from(ADDRESSES))) for _ in edges]
    marks = [
        Mark(min(edge), max(edge), kind, href if kind is MarkKind.LINK else "")
        for edge, (kind, href) in zip(edges, kinds, strict=True)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.start))


NAMES = {Kind.CODE: "code", Kind.TITLE: "heading", Kind.HEADING: "heading", Kind.QUOTE: "quote/text"}
NAMES |= {Kind.LIST_ITEM: "list/text", Kind.RULE: "rule", Kind.MATH: "code"}


def says(paragraph: Paragraph) -> bool:
    return bool(clean(paragraph.text).strip()) or paragraph.kind in (Kind.CODE, Kind.RULE)


def put_in(paragraphs: list[Paragraph]) -> list[tuple[str, str]]:
    # Of a marker that Markdown does not have, letters and digits become text.
    texts = [(p.kind, one_line(f"{'<b> ' * (p.marker == '<b>')}{clean(p.text)}")) for p in paragraphs if says(p)]
    return [(NAMES.get(kind, "text"), text) for kind, text in texts if text or kind in (Kind.CODE, Kind.RULE)]


def leaves(found: Found) -> list[tuple[str, str]]:
    """What was found, at any depth in lists, without items that have no text."""
    named = [(re.sub("(list/)+", "list/", kind), one_line(text)) for kind, text in found.leaves]
    return [(kind, text) for kind, text in named if text or not kind.endswith("text")]


@pytest.mark.parametrize("read", [by_mistune, by_markdown_it])
@given(st.lists(hostile_paragraphs(), min_size=1, max_size=3))
def test_markdown_says_what_was_put_in_and_nothing_else(
    read: Callable[[str], Found], paragraphs: list[Paragraph]
) -> None:
    found = read(write_markdown(paragraphs))
    assert (found.html, found.images) == ([], [])
    assert not [link for link in found.links if re.match("(?i)javascript|vbscript|data|file", link)]
    assert leaves(found) == put_in(paragraphs)


@pytest.mark.parametrize("read", [by_mistune, by_markdown_it])
def test_code_with_a_line_break_in_it_opens_no_html(read: Callable[[str], Found]) -> None:
    text = "a\n<script>alert(1)</script>"
    row = done("x", text, marks=(Mark(0, len(text), MarkKind.CODE),))
    found = read(as_markdown(parallel(row)))
    assert (found.html, found.leaves) == ([], [("text", text)])


@pytest.mark.parametrize("read", [by_mistune, by_markdown_it])
def test_code_that_goes_on_over_sentences_is_no_text_with_backticks(read: Callable[[str], Found]) -> None:
    marks = (Mark(0, 5, MarkKind.CODE), Mark(3, 9, MarkKind.CODE))
    found = read(write_markdown([Paragraph("<a> b <c>", marks=marks)]))
    assert (found.html, found.leaves) == ([], [("text", "<a> b <c>")])


@pytest.mark.parametrize("read", [by_mistune, by_markdown_it])
def test_rules_at_the_beginning_of_a_file_hide_nothing(read: Callable[[str], Found]) -> None:
    rule = Paragraph("", Kind.RULE)
    written = write_markdown([rule, Paragraph("title: x"), rule])
    assert not written.startswith("---")
    assert leaves(read(written)) == [("rule", ""), ("text", "title: x"), ("rule", "")]


# ---- Every place, in every format ----


def everywhere(word: str) -> ParallelText:
    """A text with `word` in every place that can have one: document, edits, file name."""
    strong, whole = Mark(0, len(word), MarkKind.STRONG), f"{word} og {word}."
    link = Mark(0, len(word), MarkKind.LINK, "https://example.org/a?b=1&c=2")
    kinds = [
        *((Kind.TITLE, 1), (Kind.HEADING, 2), (Kind.PARAGRAPH, 0), (Kind.LIST_ITEM, 1), (Kind.TABLE_CELL, 0)),
        *((Kind.QUOTE, 0), (Kind.DATE, 0), (Kind.BYLINE, 0), (Kind.SEE_ALSO, 0), (Kind.CODE, 0)),
    ]
    rows = [
        done(
            Paragraph(whole, kind, level=level, marker="•" * (kind is Kind.LIST_ITEM)), whole, back=word, reference=word
        )
        for kind, level in kinds
    ]
    edit = pair((0, len(whole)), (0, len(whole)), edited=True)
    rows += [
        done(Paragraph(whole, marks=(strong, link)), whole, edit, marks=(strong, link)),
        done("x", f"{word} x", marks=(replace(strong, kind=MarkKind.CODE),)),
        Row(Paragraph(whole), state=State.FAILED, reason=word),
        Row(Paragraph(whole, Kind.CODE), whole, State.SAME),
    ]
    text = parallel(*rows, title=f"{word} tittel", name=f"{word.replace('/', '')}.txt".replace("\0", ""))
    package = LanguagePackage(NB_EN, "nb", "en", f"1 {word}", starter=False)
    return replace(text, packages=(package,))


EVERYTHING = {"columns": EVERY_COLUMN, "sentence_marks": True}
WRITERS: dict[str, tuple[Callable[[ParallelText, ExportOptions], bytes], Callable[[bytes], Shape]]] = {
    "md": (markdown_bytes, of_markdown),
    "html": (html_bytes, of_html),
    "epub": (epub_bytes, of_zip),
    "docx": (docx_bytes, of_zip),
    "tmx": (tmx_bytes, of_xml),
}


def found_in(text: ParallelText, suffix: str, layout: Layout) -> Shape:
    write, read = WRITERS[suffix]
    return read(write(text, options(layout, **EVERYTHING)))


LAYOUTS = (Layout.STACKED, Layout.COLUMNS)
PLAIN = {(suffix, layout): found_in(everywhere(WORD), suffix, layout) for suffix in WRITERS for layout in LAYOUTS}


def check_everywhere(word: str, suffix: str, layout: Layout) -> None:
    """The export has the same structure as one with a plain word in all places."""
    name = f"{clean(word.replace('/', ''))}.txt"
    plain = [part.replace(f"{WORD}.txt", name).replace(WORD, clean(word)) for part in PLAIN[suffix, layout]]
    assert found_in(everywhere(word), suffix, layout) == [one_line(part) for part in plain]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_what_is_hostile_is_text_in_every_place(word: str, suffix: str, layout: Layout) -> None:
    check_everywhere(word, suffix, layout)


@pytest.mark.parametrize("suffix", WRITERS)
@given(
    TEXTS.filter(lambda text: len(text) < 1000 and clean(text).strip()),
    st.sampled_from(LAYOUTS),
)
def test_whatever_it_is_it_is_text_in_every_place(suffix: str, word: str, layout: Layout) -> None:
    check_everywhere(word, suffix, layout)


LINKED = parallel(
    *(
        done(
            Paragraph("her", marks=(Mark(0, 3, MarkKind.LINK, href),)),
            "here",
            marks=(Mark(0, 4, MarkKind.LINK, href),),
        )
        for href in ADDRESSES
    )
)
FOLLOWED = {href for each in ADDRESSES if (href := address(each))}


def docx_links(data: bytes) -> set[str]:
    with ZipFile(BytesIO(data)) as file:
        root = etree.fromstring(file.read("word/_rels/document.xml.rels"))
    return {each.attrib["Target"] for each in root if each.get("TargetMode") == "External"}


def links(read: Callable[[bytes], Shape]) -> Callable[[bytes], set[str]]:
    def found(data: bytes) -> set[str]:
        return {match[1] for part in read(data) if (match := re.match(r"<(?:link |a .*?href=)(\S+)", part))}

    return found


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (markdown_bytes, links(of_markdown)),
        (html_bytes, links(of_html)),
        (docx_bytes, docx_links),
    ],
    ids=["md", "html", "docx"],
)
def test_a_link_leads_to_the_web_or_nowhere(
    write: Callable[[ParallelText, ExportOptions], bytes], read: Callable[[bytes], set[str]]
) -> None:
    found = read(write(LINKED, options(Layout.STACKED)))
    assert found == FOLLOWED and all(map(SAFE.fullmatch, found))


ACTIVE = {"/JavaScript", "/Launch", "/SubmitForm", "/GoToR", "/EmbeddedFile", "/RichMedia", "/ImportData"}


@pytest.mark.parametrize("layout", [Layout.STACKED, Layout.TRANSLATION])
def test_a_pdf_runs_nothing_and_links_only_to_the_web(layout: Layout) -> None:
    texts = [text for text in WORDS if clean(text).isascii()]
    rows = [done(Paragraph(text, Kind.LIST_ITEM, level=1), text, back=text, reference=text) for text in texts]
    whole = parallel(*LINKED.rows, *rows, title=texts[0], name='<script>"].pdf')
    data = set_pdf(whole, options(layout, **EVERYTHING)).data
    with pikepdf.open(BytesIO(data)) as pdf:
        dictionaries = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        assert not {str(each.get(key)) for each in dictionaries for key in ("/S", "/Type")} & ACTIVE
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        uris = {str(note["/A"]["/URI"]) for page in pdf.pages for note in page.get("/Annots", ()) if "/A" in note}
    assert uris == FOLLOWED
    shown = "".join(re.findall("[A-Za-z0-9]+", "".join(pdf_texts(data))))
    assert [text for text in texts if "".join(re.findall("[A-Za-z0-9]+", text)) not in shown] == []


def pdf_texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [document[index].get_textpage().get_text_range() for index in range(len(document))]
    finally:
        document.close()


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_a_package_says_of_its_licence_is_text(suffix: str, tmp_path: Path) -> None:
    package = LanguagePackage(tmp_path, "nb", "en", "1", starter=False)
    text = replace(everywhere(WORD), packages=(package,))
    (tmp_path / "README.md").write_text(f"Licence: {WORD}")
    write, read = WRITERS[suffix]
    plain = read(write(text, options(Layout.COLUMNS)))
    hostile = 'CC-BY <script>alert(1)</script> ![y](http://x.no) &lt; | "]]>'
    (tmp_path / "README.md").write_text(f"Licence: {hostile}")
    found = read(write(text, options(Layout.COLUMNS)))
    assert found == [part.replace(f"licence: {WORD}", f"licence: {hostile}") for part in plain]
