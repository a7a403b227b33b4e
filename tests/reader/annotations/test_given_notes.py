"""The notes in a document's file, together with those that the user has made."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.annotations import BOOKMARK, NOTE, Annotations, Places, Spot, all_notes, annotation_at
from reader.annotations.given import given_notes
from reader.memory import DocumentValues, Memory
from reader.text import Document, Given, GivenNote, Paragraph

PATH = Path("/text.xlf")
GIVEN = Given(notes=(GivenNote(0, (0, 3), "Først", made=7, changed=8), GivenNote(1, None, "", bookmark=True)))
DOCUMENT = Document("", (Paragraph("En to."), Paragraph("Tre.")), PATH, "nb", certain=True, given=GIVEN)


@pytest.fixture
def annotations(tmp_path: Path) -> Iterator[Annotations]:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        yield Annotations(DocumentValues(memory))


def test_the_notes_in_a_file_are_where_the_file_says() -> None:
    first, second = given_notes(DOCUMENT)
    assert (first.kind, first.spot, first.annotation.text) == (NOTE, Spot(0, (0, 3)), "Først")
    assert (first.annotation.made, first.annotation.changed) == (7, 8)
    assert (second.kind, second.spot) == (BOOKMARK, Spot(1))
    assert Places(["x", "En to.", "Tre."]).find(first.annotation.anchor) == Spot(1, (0, 3))


def test_those_of_the_user_and_of_the_file_are_in_the_order_of_the_text_and_each_once(annotations: Annotations) -> None:
    texts = [each.text for each in DOCUMENT.paragraphs]
    mine, same = annotation_at(texts, 1, text="Mitt"), annotation_at(texts, 0, (0, 3), "Først")
    annotations.keep(PATH, NOTE, mine, same)
    found = all_notes(DOCUMENT, annotations)
    assert [(each.kind, each.annotation.text) for each in found] == [(NOTE, "Først"), (BOOKMARK, ""), (NOTE, "Mitt")]
    assert found[0].annotation.place == same.place


def test_a_document_that_brings_none_has_those_of_the_user(annotations: Annotations) -> None:
    plain = Document("", (Paragraph("En."),), PATH, "nb", certain=True)
    assert given_notes(plain) == all_notes(plain, annotations) == []
    assert all_notes(Document("", (Paragraph("En."),), None, "nb", certain=True), annotations) == []
