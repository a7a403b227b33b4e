"""What there is to know of a document."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

from reader.formats import document_facts, encoding_name, format_name, read_document, read_text
from reader.parallel import ParallelText
from reader.text import BoxKind, Document, Kind, Paragraph, Source
from tests.structures import EXAMPLE, document, paragraphs

TEXT = "Blåbærsyltetøy på brød.\n\nDet er godt for små barn.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "syltetøy.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    os.utime(path, (0, 1_700_000_000))
    return path


def test_facts_say_what_the_file_is_and_how_it_was_read(file: Path) -> None:
    facts = document_facts(read_document(file))
    assert (facts.path, facts.file.size, facts.file.problem) == (file, len(TEXT), "")
    assert facts.file.changed == datetime.fromtimestamp(1_700_000_000, UTC)
    assert facts.source == Source("text", "cp1252")
    assert (facts.title, facts.language, facts.certain) == ("Blåbærsyltetøy på brød.", "nb", True)


def test_what_stands_in_a_document_is_counted() -> None:
    counts = document_facts(EXAMPLE).counts
    assert (counts.tables, counts.notes, counts.figures) == (1, 1, 1)
    assert (counts.headings, counts.list_items, counts.paragraphs) == (1, 6, numbered(EXAMPLE.paragraphs))


def numbered(found: Sequence[Paragraph]) -> int:
    """How many of these have a number in the margin."""
    return sum(number is not None for number in ParallelText.untranslated(document(*found), "nb", "en").numbers())


@given(found=paragraphs())
def test_every_paragraph_and_character_is_counted(found: Sequence[Paragraph]) -> None:
    counts = document_facts(document(*found)).counts
    kinds, boxes = Counter(paragraph.kind for paragraph in found), {box for each in found for box in each.within}
    assert counts.paragraphs == numbered(found)
    assert counts.characters == len("".join(paragraph.text for paragraph in found))
    assert (counts.headings, counts.list_items) == (kinds[Kind.HEADING] + kinds[Kind.TITLE], kinds[Kind.LIST_ITEM])
    tables, notes = ({box.number for box in boxes if box.kind is kind} for kind in (BoxKind.CELL, BoxKind.NOTE))
    assert (counts.tables, counts.notes) == (len(tables), len(notes))


def test_what_the_file_says_of_itself_is_told_as_it_says_it() -> None:
    stated = {"title": "Fjære", "author": "Åse", "date": "i går", "language": "no-NO"}
    facts = document_facts(replace(EXAMPLE, title="Handleliste", metadata=stated))
    assert (facts.title, facts.stated) == ("Handleliste", stated)


def test_a_file_that_is_gone_is_told_of_with_the_reason(file: Path) -> None:
    there = read_document(file)
    file.unlink()
    state = document_facts(there).file
    assert (state.size, state.changed, state.problem) == (None, None, "no such file or folder")


def test_a_time_that_no_calendar_has_is_unknown(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there, found = read_document(file), file.stat()
    with monkeypatch.context() as patch:  # few file systems keep such a time
        patch.setattr(Path, "stat", lambda _: os.stat_result((*found[:8], 10**15, *found[9:10])))
        state = document_facts(there).file
    assert (state.size, state.changed, state.problem) == (len(TEXT), None, "")


def test_a_text_without_a_file_has_no_state_of_one() -> None:
    facts = document_facts(read_text(TEXT))
    assert (facts.path, facts.file.size, facts.file.problem) == (None, None, "")


def test_a_document_of_a_script_says_nothing_of_how_it_was_read() -> None:
    made = Document("Tittel", read_text(TEXT).paragraphs, None, "nb", certain=True)
    assert document_facts(made).source == Source("")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "UTF-8 with a byte order mark"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16, little-endian"),
        (TEXT.encode("utf-16-be"), "UTF-16, big-endian"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("cp1252"), "Windows-1252 (Western European)"),
    ],
)
def test_every_encoding_that_is_read_has_a_name_for_people(data: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    source = document_facts(read_document(tmp_path / "a.txt")).source
    assert encoding_name(source.encoding) == name


def test_a_name_that_is_not_known_stands_for_itself() -> None:
    assert (encoding_name("koi8-r"), format_name("pages"), format_name("text")) == ("koi8-r", "pages", "plain text")
