"""Notes and bookmarks of a document: kept, changed, undone, in the order of the text, found by their words."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.annotations import (
    BOOKMARK,
    NOTE,
    Anchor,
    Annotation,
    Annotations,
    Places,
    Spot,
    annotation_at,
    merged_annotations,
    search,
    with_text,
)
from reader.annotations.annotation import as_value, parsed
from reader.memory import DocumentValues, Json, Memory
from reader.search import Query
from reader.unwritten import UnwrittenValues

TEXTS = ["Overskrift", "Første setning. Andre setning.", "Slutten på båten."]
DOCUMENT = Path("/text.txt")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        yield memory


@pytest.fixture
def values(memory: Memory) -> DocumentValues:
    return DocumentValues(memory)


@pytest.fixture
def annotations(values: DocumentValues) -> Annotations:
    return Annotations(values)


def test_what_another_program_makes_of_a_note_meanwhile_is_neither_lost_nor_removed(
    annotations: Annotations, memory: Memory
) -> None:
    note, other = annotation_at(TEXTS, 1, text="Først."), Annotations(DocumentValues(memory))
    annotations.keep(DOCUMENT, NOTE, note)
    other.revise(DOCUMENT, with_text(note, "Deres."), "Først.")
    annotations.revise(DOCUMENT, with_text(note, "Min."), "Først.")
    assert sorted(each.text for each in annotations.of(DOCUMENT, NOTE)) == ["Deres.", "Min."]
    assert annotations.remove(DOCUMENT, NOTE, note).refused and len(annotations.of(DOCUMENT, NOTE)) == 2
    assert not annotations.remove(DOCUMENT, NOTE, *annotations.of(DOCUMENT, NOTE)).refused
    assert annotations.of(DOCUMENT, NOTE) == []


def test_a_late_change_of_a_note_that_was_changed_since_is_kept_beside_it_once(
    annotations: Annotations, memory: Memory
) -> None:
    late = DocumentValues(memory, {NOTE: merged_annotations})
    one, two, three = (annotation_at(TEXTS, row, text="Først.") for row in (0, 1, 2))
    annotations.keep(DOCUMENT, NOTE, one, two, three)
    moved = annotation_at(["Nytt.", *TEXTS], 2, text="Først.").anchor
    annotations.keep(DOCUMENT, NOTE, with_text(one, "Deres."), replace(two, anchor=moved))
    mine: dict[str, Json] = {each.place: as_value(with_text(each, "Min.")) for each in (one, two)}
    known = {each.place: as_value(each) for each in (one, two, three)}
    for changes in (mine, mine, {one.place: None, three.place: None}):
        late.take_over([UnwrittenValues(str(DOCUMENT), NOTE, changes, before=known)])
    found = annotations.of(DOCUMENT, NOTE)
    assert sorted(each.text for each in found) == ["Deres.", "Min.", "Min."]
    assert [each.anchor for each in found if each.place == two.place] == [moved]


counts = st.integers(0, 10**6)
anchors = st.builds(
    Anchor, counts, st.text(min_size=1), st.text(), st.text(), counts, st.text(), st.text(), counts, counts
)


@given(st.builds(Annotation, st.text(), anchors, st.text(), counts, counts, st.dictionaries(st.text("xyz"), counts)))
def test_what_is_stored_of_an_annotation_gives_it_back(annotation: Annotation) -> None:
    again = parsed(annotation.place, as_value(annotation))
    assert again == annotation and again is not None and again.others == annotation.others


@pytest.mark.parametrize(
    "value",
    [None, 3, "x", [], {}, {"text": "x"}, {"at": 3}, {"at": {"row": 1}}, {"at": {"paragraph": 4}}],
)
def test_what_cannot_be_an_annotation_is_none(value: Json) -> None:
    assert parsed("1", value) is None


def test_odd_values_in_an_annotation_are_as_if_they_were_not_there() -> None:
    value: Json = {"text": 4, "made": -1, "changed": 1e9, "at": {"paragraph": "x", "row": True, "words": 4}}
    assert parsed("1", value) == Annotation("1", Anchor(0, "x"))
    assert parsed("1", {"made": 10**30, "at": {"paragraph": "x", "row": 10**30}}) is not None


def test_notes_and_bookmarks_are_listed_in_the_order_of_the_text(annotations: Annotations) -> None:
    last, whole = annotation_at(TEXTS, 2, text="c"), annotation_at(TEXTS, 1, text="about it all")
    second, first = annotation_at(TEXTS, 1, (16, 30), "b"), annotation_at(TEXTS, 1, (0, 15), "a")
    annotations.keep(DOCUMENT, NOTE, last, second, whole)
    annotations.keep(DOCUMENT, BOOKMARK, first)
    found = annotations.placed(DOCUMENT, TEXTS)
    assert [each.annotation for each in found] == [whole, first, second, last]
    assert [each.kind for each in found] == [NOTE, BOOKMARK, NOTE, NOTE]
    assert found[2].spot == Spot(1, (16, 30)) and whole.made > 1_700_000_000
    assert annotations.placed(Path("/other.txt"), TEXTS) == []


def test_whatever_is_done_with_a_note_can_be_undone_and_done_again(
    annotations: Annotations, values: DocumentValues
) -> None:
    note = annotation_at(TEXTS, 0, text="En")
    made = annotations.keep(DOCUMENT, NOTE, note)
    changed = annotations.keep(DOCUMENT, NOTE, with_text(note, "To"))
    removed = annotations.remove(DOCUMENT, NOTE, with_text(note, "To"))
    assert annotations.of(DOCUMENT, NOTE) == []
    seen, redo = [], []
    for change in (removed, changed, made):
        redo.append(values.put_back(change))
        seen.append([each.text for each in annotations.of(DOCUMENT, NOTE)])
    assert seen == [["To"], ["En"], []]
    for change in reversed(redo):
        assert not values.put_back(change).refused
    assert annotations.of(DOCUMENT, NOTE) == []


def test_a_note_whose_paragraph_is_gone_stays_listed_with_the_words_it_stood_at(annotations: Annotations) -> None:
    annotations.keep(DOCUMENT, NOTE, annotation_at(TEXTS, 1, (16, 30), "viktig"))
    [found] = annotations.placed(DOCUMENT, ["Noe helt annet."])
    assert found.spot.gone and found.annotation.anchor.words == "Andre setning."
    assert annotations.placed(DOCUMENT, [])[0].spot == Spot(0, gone=True, changed=True)


def test_a_note_that_is_renewed_survives_a_second_change(annotations: Annotations) -> None:
    versions = [
        TEXTS,
        ["Overskrift", "Alt er nytt her.", "Slutten på båten."],
        ["Tittel", "Alt er nytt her.", "Slutt."],
    ]
    annotations.keep(DOCUMENT, NOTE, annotation_at(TEXTS, 1, text="a"))
    for texts in versions:
        found = annotations.placed(DOCUMENT, texts)
        assert found[0].spot.row == 1 and not found[0].spot.gone
        annotations.renew(DOCUMENT, Places(texts), found)
    annotations.renew(DOCUMENT, Places(["x"]), annotations.placed(DOCUMENT, ["x"]))
    assert annotations.placed(DOCUMENT, versions[-1])[0].spot == Spot(1)


def test_the_search_finds_notes_by_their_text_or_the_words_they_stand_at(annotations: Annotations) -> None:
    annotations.keep(DOCUMENT, NOTE, annotation_at(TEXTS, 2, text="Se også «Skip»"), annotation_at(TEXTS, 0, text="x"))
    found = annotations.placed(DOCUMENT, TEXTS)

    def hits(text: str) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
        return [(placed.annotation.text, spans) for placed, spans in search(found, Query(text))]

    assert hits("ogsa") == [("Se også «Skip»", ((3, 7),))]
    assert hits("baten") == [("Se også «Skip»", ())] and hits("OVERSKRIFT") == [("x", ())]
    assert hits("finnes ikke") == hits("") == []


def test_a_value_of_a_later_version_keeps_what_is_unknown(annotations: Annotations, values: DocumentValues) -> None:
    annotations.keep(DOCUMENT, NOTE, annotation_at(TEXTS, 0, text="a"))
    [place], [stored] = values.of(DOCUMENT, NOTE).keys(), values.of(DOCUMENT, NOTE).values()
    assert isinstance(stored, dict)
    values.change(DOCUMENT, NOTE, {place: {**stored, "colour": "green"}})
    annotations.keep(DOCUMENT, NOTE, with_text(annotations.of(DOCUMENT, NOTE)[0], "b"))
    [stored] = values.of(DOCUMENT, NOTE).values()
    assert isinstance(stored, dict) and (stored["colour"], stored["text"]) == ("green", "b")
