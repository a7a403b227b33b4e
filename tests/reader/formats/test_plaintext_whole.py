"""Plain text: whatever its structure, everything that the file has is in the document, once and in order."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.formats import read_text
from reader.formats.plaintext import parse_plain_text
from reader.text import Cell, Document, MarkKind, Paragraph
from tests.plain_texts import TEXTS, Part
from tests.source_tree import ROOT

REAL = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/data/*.txt"), *ROOT.glob("resources/**/*.txt")])


def characters(text: str) -> str:
    """The letters and digits, raised ones as others."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def shown(paragraphs: Iterable[Paragraph]) -> str:
    """The letters and digits that a page shows, markers too."""
    return characters("\n".join(f"{p.marker} {p.text}" for p in paragraphs))


def linked(paragraphs: Iterable[Paragraph]) -> str:
    """The letters and digits of addresses behind words."""
    marks = (mark for paragraph in paragraphs for mark in paragraph.marks)
    return characters("".join(mark.href for mark in marks if mark.kind is MarkKind.LINK))


@given(TEXTS)
def test_every_letter_is_in_the_document_once_and_in_order(text: Part) -> None:
    assert shown(parse_plain_text("\n".join(text.lines)).paragraphs) == characters(text.shown)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_letter_of_a_real_text_is_in_the_document(path: Path) -> None:
    text = path.read_text("utf-8")
    found = parse_plain_text(text).paragraphs
    assert sorted(shown(found) + linked(found)) == sorted(characters(text))


SIGNS = [*'*_<>#-–=|+§•☐→¹²abi17.():;"«', "\n", "\n", "\n\n", "\n    ", "\n  ", "\t", "  ", " ", "---\n", "[1]"]
MARKERS = [
    "1. ",
    "\n2. ",
    "\na) ",
    "\nb) ",
    "\n• ",
    "\n- ",
    "\n– ",
    "\n[1] ",
    "\n[2] ",
    "1.1 ",
    "\n1.2 ",
    "(i) ",
    "\n(ii) ",
]
TABLES = ["|--|", "+--+", "| ", " |\n", "\n+---+---+\n", "> ", "\n> "]
PIECES = st.sampled_from([*SIGNS, *MARKERS, *TABLES, "Noter\n", "§ 3-1. ", "Kapittel 2 ", "ord ", "Ord", "mai "])


@given(st.lists(PIECES, max_size=50).map("".join))
def test_no_letter_is_lost_whatever_signs_stand_between(text: str) -> None:
    found = parse_plain_text(text).paragraphs
    assert sorted(shown(found) + linked(found)) == sorted(characters(text))


@given(TEXTS)
def test_every_place_in_a_table_has_one_cell(text: Part) -> None:
    lines = "\n".join(text.lines)
    document = read_text(f"Ord.\n\n{lines}")
    for number, table in enumerate(document.tables):
        places = [place for cell in cells(document, number) for place in covered(cell)]
        assert sorted(places) == [(row, column) for row in range(len(table.starts)) for column in range(table.columns)]


def cells(document: Document, table: int) -> set[Cell]:
    boxes = {box for paragraph in document.paragraphs for box in paragraph.within}
    return {box.cell for box in boxes if box.cell is not None and box.number == table}


def covered(cell: Cell) -> list[tuple[int, int]]:
    rows, columns = range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
    return [(row, column) for row in rows for column in columns]
