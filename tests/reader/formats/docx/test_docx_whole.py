"""Whole Word documents: nothing is lost, whatever stands in what; damaged and hostile files; real files."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from reader import DocumentError, Kind
from reader.formats.docx.document import parse_docx
from reader.formats.parsed import Parsed
from reader.text import BoxKind, Paragraph
from tests.reader.formats.books import archive
from tests.reader.formats.docx.word_files import (
    MAIN,
    cell,
    field,
    item,
    level,
    lists,
    note,
    p,
    r,
    read,
    reference,
    row,
    table,
    text_box,
    texts,
    word_file,
)
from tests.reader.formats.table_checks import check_tables

_LOOKS = [
    "",
    "<w:b/>",
    "<w:i/>",
    '<w:vertAlign w:val="superscript"/>',
    '<w:lang w:val="fr-FR"/>',
    '<w:rStyle w:val="K"/>',
]
_STYLES = (
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "Quote", "Source Code", "caption")
    )
    + '<w:style w:type="character" w:styleId="K"><w:name w:val="Verbatim Char"/><w:rPr><w:b/></w:rPr></w:style>'
)
_NUMBERING = lists(level(0, "decimal", "%1."), level(1, "bullet", "–"))
_WRAPPERS = [
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "<w:smartTag>{}</w:smartTag>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r><w:t>NEI</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
]
# What no page shows: it has no letters that are.
_UNSHOWN = [
    "<w:del><w:r><w:delText>NEI</w:delText></w:r></w:del>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>NEI</w:t></w:r>",
    field("PAGE NEI", "<w:r><w:t>NEI</w:t></w:r>"),
    '<w:moveFrom><w:r><w:t>NEI</w:t></w:r></w:moveFrom><w:bookmarkStart w:id="1" w:name="NEI"/>',
]


class _Maker:
    """Makes pieces of documents, with words that are all different; what is in notes is kept for their part."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self._draw = draw
        self.words: list[str] = []
        self.notes: list[str] = []

    def below(self, stop: int) -> int:
        return self._draw(st.integers(0, stop - 1))

    def word(self) -> str:
        self.words.append(f"o{len(self.words)}d")
        return f"{self.words[-1]} "

    def run(self, depth: int) -> str:
        choice = self.below(8)
        if choice == 0:
            return _UNSHOWN[self.below(len(_UNSHOWN))]
        if choice == 1 and depth:
            return text_box(self.blocks(depth - 1), p(r("NEI")))
        if choice == 2 and depth:
            number = len(self.notes) + 1
            self.notes.append("")
            self.notes[number - 1] = note("footnote", number, self.blocks(0))
            return reference("footnote", number)
        return _WRAPPERS[self.below(len(_WRAPPERS))].format(r(self.word(), _LOOKS[self.below(len(_LOOKS))]))

    def paragraph(self, depth: int) -> str:
        content = "".join(self.run(depth) for _ in range(1 + self.below(3)))
        style = ["", *(f'<w:pStyle w:val="{name}"/>' for name in ("Title", "heading 1", "Quote", "caption"))][
            self.below(5)
        ]
        mark = "<w:rPr><w:del/></w:rPr>" if self.below(6) == 0 else ""
        number = (
            f'<w:numPr><w:ilvl w:val="{self.below(2)}"/><w:numId w:val="1"/></w:numPr>' if self.below(4) == 0 else ""
        )
        return p(content, style + number + mark)

    def table(self, depth: int) -> str:
        rows = []
        for _ in range(1 + self.below(3)):
            spans = [f'<w:gridSpan w:val="{1 + self.below(2)}"/>' for _ in range(1 + self.below(3))]
            rows.append(row(*(cell(self.blocks(depth - 1), span) for span in spans)))
        return table(*rows)

    def blocks(self, depth: int) -> str:
        made = (
            self.table(depth) if depth and self.below(4) == 0 else self.paragraph(depth)
            for _ in range(1 + self.below(2))
        )
        return "".join(made) or p("")


@st.composite
def _documents(draw: Callable[[st.SearchStrategy[int]], int]) -> tuple[list[str], Parsed]:
    """The words that a document shows, and the document."""
    maker = _Maker(draw)
    body = "".join(maker.blocks(2) for _ in range(1 + maker.below(3)))
    parsed = read(body, styles=_STYLES, numbering=_NUMBERING, footnotes="".join(maker.notes))
    return maker.words, parsed


@given(_documents())
def test_every_word_is_in_the_document_once(made: tuple[list[str], Parsed]) -> None:
    words, parsed = made
    text = " ".join(texts(parsed))
    assert Counter(re.findall(r"o\d+d", text)) == Counter(words)
    assert "NEI" not in text
    check_tables(tuple(parsed.paragraphs))
    for paragraph in parsed.paragraphs:
        _check_marks(paragraph, parsed)


def _check_marks(paragraph: Paragraph, parsed: Parsed) -> None:
    assert paragraph.text or paragraph.kind in (Kind.TABLE_CELL, Kind.FIGURE)
    starts = [mark.start for mark in paragraph.marks]
    assert starts == sorted(starts)
    notes = {box.number for other in parsed.paragraphs for box in other.within if box.kind is BoxKind.NOTE}
    for mark in paragraph.marks:
        assert 0 <= mark.start < mark.end <= len(paragraph.text)
        if mark.href.startswith("#note:"):
            assert int(mark.href.removeprefix("#note:")) in notes
            assert paragraph.text[mark.start] == "["


# Damaged and hostile files


def _relations(target: str) -> str:
    return f'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{target}"/></Relationships>'


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"_rels/.rels": "<Relationships/>", MAIN: "<document/>"},
        {"_rels/.rels": _relations("borte.xml")},
        {"_rels/.rels": _relations(f"/{MAIN}"), MAIN: "<document/>"},
        {"_rels/.rels": _relations(f"/{MAIN}"), MAIN: "<document><body><p>"},
    ],
)
def test_a_damaged_file_is_told(files: dict[str, str]) -> None:
    with pytest.raises(DocumentError, match=r"“brev\.docx” is damaged"):
        parse_docx(archive(files), "brev.docx")


@pytest.mark.parametrize("prefix", ["w:", "ns0:", ""])
@pytest.mark.parametrize(
    "address", ["http://purl.oclc.org/ooxml/wordprocessingml/main", "http://schemas.openxmlformats.org/x"]
)
def test_the_text_is_found_wherever_it_is_and_whatever_its_elements_are_called(prefix: str, address: str) -> None:
    declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    body = "".join(f"<{prefix}{name}>" for name in ("body", "p", "r", "t"))
    ends = "".join(f"</{prefix}{name}>" for name in ("t", "r", "p", "body", "document"))
    text = f'<{prefix}document {declared}="{address}">{body}ord{ends}'
    files = {"_rels/.rels": _relations("annet/sted.xml"), "annet/sted.xml": text}
    assert texts(parse_docx(archive(files), "brev.docx")) == ["ord"]


def test_the_text_is_found_where_it_usually_is() -> None:
    text = "<document><body><p><r><t>ord</t></r></p></body></document>"
    assert texts(parse_docx(archive({MAIN: text}), "brev.docx")) == ["ord"]


def test_what_refers_to_itself_or_to_nothing_does_no_harm() -> None:
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    styles += '<w:style w:styleId="l"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="l"/></w:abstractNum>'
    linked += '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    body = (
        p(r("en", '<w:rStyle w:val="a"/>'), '<w:pStyle w:val="a"/>')
        + item("to", 2)
        + p(r("tre"), '<w:pStyle w:val="x"/>')
    )
    body += p(reference("footnote", 1) + reference("endnote", 99) + "<w:r><w:drawing/><w:pict/><w:object/></w:r>")
    body += '<w:altChunk r:id="x"/><w:sectPr><w:headerReference w:type="default" r:id="x"/></w:sectPr>'
    found = read(
        body, styles=styles, numbering=linked, footnotes=note("footnote", 1, p(r("fire") + reference("footnote", 1)))
    )
    assert texts(found) == ["en", "to", "tre", "[1][i]", "fire[1]", "–"]


_HOSTILE = {
    "numbers": p(r("ord"), f'<w:numPr><w:ilvl w:val="{"9" * 400}"/><w:numId w:val="1"/></w:numPr>')
    + p(r("ord"), f'<w:outlineLvl w:val="-{"9" * 400}"/>'),
    "wide cells": table(row(cell("ord", '<w:gridSpan w:val="999999"/>'), properties='<w:gridBefore w:val="999999"/>')),
    "many cells": table(row(cell("ord") * 2_000)),
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 70 + p(r("ord")) + "</w:tc></w:tr></w:tbl>" * 70,
    "boxes in boxes": "<w:p><w:r><w:pict><w:txbxContent>" * 50
    + p(r("ord"))
    + "</w:txbxContent></w:pict></w:r></w:p>" * 50,
    "runs in runs": "<w:p>" + "<w:r>" * 200 + "<w:t>ord</w:t>" + "</w:r>" * 200 + "</w:p>",
    "fields": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + r("ord")),
    "fields in fields": p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 2_000 + r("ord")
    )
    + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2_000),
    "fields with text in fields": p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>ord </w:t></w:r>' * 5_000
        + '<w:r><w:fldChar w:fldCharType="end"/><w:t>ord </w:t></w:r>' * 5_000
    ),
    "marks": p((r("a", "<w:b/>") + r("b", "<w:i/>") + r(" ")) * 10_000),
    "a paragraph without end": p(r("ord "), "<w:rPr><w:del/></w:rPr>") * 10_000,
    "formulas in formulas": p(
        "<m:oMath>" + "<m:rad><m:e>" * 100 + "<m:r><m:t>ord</m:t></m:r>" + "</m:e></m:rad>" * 100 + "</m:oMath>"
    ),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_files_are_read(name: str) -> None:
    found = parse_docx(word_file(_HOSTILE[name], numbering=_NUMBERING), "brev.docx")
    assert any("ord" in text or "ab ab" in text for text in texts(found))
