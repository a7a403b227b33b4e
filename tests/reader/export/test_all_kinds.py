"""Every kind of paragraph, mark and box in every export: its text is there, once for each text that is shown."""

import json
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import html

from reader import as_json, as_markdown, as_text
from reader.export import ExportOptions, Layout, tmx_bytes
from reader.export.docx.document import docx_bytes
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.web.epub import epub_bytes
from reader.export.web.page import html_bytes
from reader.parallel import ParallelText
from reader.text import Box, BoxKind, Cell, Kind, Mark, MarkKind, Paragraph
from tests.mark_kinds import MARK_KINDS
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import options, shouted
from tests.structures import document

WORD = "vaffelrøre"


def of_kind(kind: Kind) -> Paragraph:
    level = {Kind.TITLE: 1, Kind.HEADING: 2, Kind.LIST_ITEM: 1}.get(kind, 0)
    return Paragraph(WORD, kind, level=level, marker="a)" * (kind in (Kind.LIST_ITEM, Kind.NOTE)))


def marked(kind: MarkKind) -> Paragraph:
    return Paragraph(f"en {WORD} til", marks=(Mark(3, 3 + len(WORD), kind, "fr" * (kind is MarkKind.LANGUAGE)),))


def boxed(kind: BoxKind) -> Paragraph:
    cell = Cell(0, 0) if kind is BoxKind.CELL else None
    return Paragraph(WORD, within=(Box(kind, 0, label="1" * (kind is BoxKind.NOTE), cell=cell),))


# Kinds that are not translated, and marks on what is no word of a sentence.
SAME = {Kind.CODE, Kind.MATH, Kind.RULE}
CASES = {
    **{f"kind {kind.value}": of_kind(kind) for kind in Kind if kind is not Kind.RULE},
    **{f"mark {kind.value}": marked(kind) for kind in MARK_KINDS},
    **{f"box {kind.value}": boxed(kind) for kind in BoxKind},
}


def of_zip(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as file:
        parts = [name for name in file.namelist() if name.endswith((".xhtml", ".xml")) and "contents" not in name]
        return " ".join(words(file.read(name)) for name in parts)


def words(data: bytes) -> str:
    return " ".join(html.fromstring(data).itertext())


READERS: dict[str, tuple[Callable[[ParallelText, ExportOptions], bytes], Callable[[bytes], str]]] = {
    "md": (markdown_bytes, bytes.decode),
    "html": (html_bytes, words),
    "epub": (epub_bytes, of_zip),
    "docx": (docx_bytes, of_zip),
}


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("case", CASES)
def test_every_kind_is_shown_in_every_layout(case: str, suffix: str) -> None:
    paragraph = CASES[case]
    write, read = READERS[suffix]
    for layout in ARRANGED:
        found = read(write(shouted(document(Paragraph("Først."), paragraph)), options(layout)))
        same = paragraph.kind in SAME
        ours = 0 if layout is Layout.TRANSLATION else 1
        expected = 1 + (layout in (Layout.COLUMNS, Layout.FACING)) if same else ours
        assert found.count(WORD) == expected, layout
        assert found.count(WORD.upper()) == (not same), layout


@pytest.mark.parametrize("case", CASES)
def test_every_kind_is_in_what_is_written_of_the_translation(case: str) -> None:
    paragraph = CASES[case]
    text = shouted(document(Paragraph("Først."), paragraph))
    shown = WORD if paragraph.kind in SAME else WORD.upper()
    assert [as_text(text).count(shown), as_markdown(text).count(shown)] == [1, 1]
    assert json.loads(as_json(text))["paragraphs"][1]["target"] == (
        shown if len(paragraph.text) == len(WORD) else f"EN {shown} TIL"
    )
    taken_out = any(mark.kind in (MarkKind.NOTE, MarkKind.IMAGE) for mark in paragraph.marks)
    translated = paragraph.kind not in SAME and not taken_out
    assert tmx_bytes(text, options()).decode().count(shown) == translated
