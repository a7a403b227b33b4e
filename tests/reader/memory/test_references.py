"""Which reference translation is beside a document is remembered, with what was linked by hand."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.memory import (
    REFERENCE,
    DocumentValues,
    Json,
    KeptReference,
    Memory,
    as_values,
    changes_of,
    keep_reference,
    laid_beside,
    merged_references,
    references_of,
)
from reader.reference import KeptLink
from reader.unwritten import UnwrittenValues

LINK = KeptLink(("Én setning.", "En til."), ("One sentence and another.",), (0.25, 0.5))


@pytest.fixture
def values(tmp_path: Path) -> Iterator[DocumentValues]:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        yield DocumentValues(memory)


def test_a_reference_and_its_links_are_there_again_in_another_program(values: DocumentValues, tmp_path: Path) -> None:
    document, reference = tmp_path / "bok.txt", tmp_path / "book \udcff.txt"
    keep_reference(values, document, reference, [LINK])
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        assert references_of(DocumentValues(memory), document) == [KeptReference(reference, (LINK,))]
        assert references_of(DocumentValues(memory), reference) == []


def test_another_reference_takes_the_place_and_the_links_of_the_first_stay(
    values: DocumentValues, tmp_path: Path
) -> None:
    document, first, second = (tmp_path / name for name in ("bok.txt", "a.txt", "b.txt"))
    keep_reference(values, document, first, [LINK])
    keep_reference(values, document, second)
    assert references_of(values, document) == [KeptReference(second), KeptReference(first, (LINK,), beside=False)]
    keep_reference(values, document, None)
    assert references_of(values, document) == [KeptReference(first, (LINK,), beside=False)]


def test_keeping_one_can_be_undone(values: DocumentValues, tmp_path: Path) -> None:
    document, reference = tmp_path / "bok.txt", tmp_path / "a.txt"
    keep_reference(values, document, reference, [LINK])
    change = keep_reference(values, document, reference)
    values.put_back(change)
    assert references_of(values, document) == [KeptReference(reference, (LINK,))]


def test_late_changes_go_together_with_what_was_kept_since(values: DocumentValues, tmp_path: Path) -> None:
    document, first, mine, theirs = (tmp_path / name for name in ("bok.txt", "a.txt", "b.txt", "c.txt"))
    late = DocumentValues(values._memory, {REFERENCE: merged_references})
    keep_reference(values, document, first, [LINK])
    [known], other, own = references_of(values, document), LINK._replace(place=(0.5, 0.5)), LINK._replace(place=(1, 1))

    def take_over(now: list[KeptReference]) -> None:
        changes, before = changes_of([known], now), as_values([known])
        late.take_over([UnwrittenValues(str(document), REFERENCE, changes, before=before)])

    keep_reference(values, document, first, [LINK, other])
    take_over([replace(known, links=(own,))])
    assert references_of(values, document) == [KeptReference(first, (own, other))]
    keep_reference(values, document, theirs)
    take_over(laid_beside([known], mine, [own]))
    found = references_of(values, document)
    assert [(each.path, each.beside) for each in found] == [(theirs, True), (first, False), (mine, False)]


def test_what_is_damaged_is_left_out(values: DocumentValues, tmp_path: Path) -> None:
    document = tmp_path / "bok.txt"
    damaged: dict[str, Json] = {
        str(tmp_path / "a.txt"): {"links": 3, "beside": 1},
        str(tmp_path / "b.txt"): 4,
        "no path": {"links": []},
    }
    values.change(document, "reference", damaged)
    assert references_of(values, document) == [KeptReference(tmp_path / "a.txt", (), beside=False)]


def test_forgetting_the_document_forgets_them(values: DocumentValues, tmp_path: Path) -> None:
    document = tmp_path / "bok.txt"
    keep_reference(values, document, tmp_path / "a.txt", [LINK])
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.forget({}, {}, documents=[document])
    assert references_of(values, document) == []


def test_forgetting_a_reference_forgets_what_is_linked_in_it(values: DocumentValues, tmp_path: Path) -> None:
    document, other = tmp_path / "bok.txt", tmp_path / "b.txt"
    keep_reference(values, document, tmp_path / "a.txt", [LINK])
    keep_reference(values, document, other, [LINK])
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.forget({}, {}, documents=[tmp_path / "a.txt"])
    assert [each.path for each in references_of(values, document)] == [other]
