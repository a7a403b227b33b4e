"""Imported sentences: used as if the user had made them, in a table of their own, after the user's edits."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.memory import Amount, EditRequest, Memory, import_tmx
from reader.memory.journal import Journal
from reader.parallel import Hypothesis, user_edit
from tests.reader.memory.databases import raw
from tests.reader.memory.tmx_files import pair, tmx

CHEESE = {"Ost.": "Cheese.", "Brød.": "Bread.", "Melk.": "Milk."}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The file of a memory into which three sentences were imported."""
    place = tmp_path / "memory" / "memory.sqlite"
    with closing(Memory(place)) as memory:
        imported(memory, CHEESE)
    return place


@pytest.fixture
def memory(place: Path) -> Iterator[Memory]:
    with closing(Memory(place)) as memory:
        yield memory
        assert memory.take_problem() == ""


def imported(memory: Memory, sentences: dict[str, str]) -> None:
    assert memory.file is not None
    file = memory.file.parent.with_name("minne.tmx")
    file.write_text(tmx(*(pair(*each) for each in sentences.items())), "utf-8")
    import_tmx(file, "nb", "en", memory)


def edits(memory: Memory, *sentences: str) -> dict[str, str]:
    return {sentence: edit.text for sentence, edit in memory.edits("nb", "en", sentences).items()}


def keep(memory: Memory, sentence: str, text: str) -> None:
    assert memory.keep_edits("nb", "en", {sentence: user_edit(sentence, text)})


def restore(memory: Memory, sentence: str, *seen: str) -> dict[str, str]:
    """Ask for the machine translation; returns the others, having seen which the sentence stays as it is."""
    outcome = memory.change_edits("nb", "en", {sentence: EditRequest(None, frozenset(seen))})
    assert outcome.safe == {sentence}
    return {text: other.text for text, other in outcome.others.items()}


def test_they_are_found_as_edits_and_are_in_neither_the_edits_nor_the_journal(memory: Memory, place: Path) -> None:
    assert edits(memory, "Ost.", "Melk.", "Kake.") == {"Ost.": "Cheese.", "Melk.": "Milk."}
    assert memory.edits("nb", "en", ["Ost."])["Ost."].edited
    assert memory.edits("en", "nb", ["Ost."]) == memory.edits("nb", "de", ["Ost."]) == {}
    assert memory.amounts() == [Amount("nb", "en", 0, 0, 3)]
    assert not Journal(place).exists()


def test_an_edit_made_afterwards_wins_and_when_it_goes_so_does_what_was_imported(memory: Memory) -> None:
    keep(memory, "Ost.", "My cheese.")
    assert edits(memory, "Ost.") == {"Ost.": "My cheese."}
    imported(memory, {"Ost.": "Their cheese."})
    assert edits(memory, "Ost.") == {"Ost.": "My cheese."}
    assert restore(memory, "Ost.", "My cheese.") == {}
    assert edits(memory, "Ost.", "Melk.") == {"Melk.": "Milk."}
    assert memory.amounts() == [Amount("nb", "en", 0, 0, 2)]


def test_restoring_the_machine_translation_removes_one_for_every_program(memory: Memory, place: Path) -> None:
    with closing(Memory(place)) as other:
        assert restore(memory, "Ost.", "Cheese.") == {}
        assert edits(other, *CHEESE) == edits(memory, *CHEESE) == {"Brød.": "Bread.", "Melk.": "Milk."}


def test_one_that_the_user_has_not_seen_stays_and_is_told(memory: Memory) -> None:
    assert restore(memory, "Ost.", "Old cheese.") == {"Ost.": "Cheese."}
    assert edits(memory, "Ost.") == {"Ost.": "Cheese."}


def test_links_made_later_are_stored_and_make_no_edit_of_it(memory: Memory, place: Path) -> None:
    linked = user_edit("Ost.", "Cheese.", ((0, 3, 0, 6, 1.0),))
    keep(memory, "Melk.", "My milk.")
    stale = {"Melk.": user_edit("Melk.", "Milk.", ((0, 4, 0, 4, 1.0),)), "Kake.": user_edit("Kake.", "Cake.")}
    assert memory.relink_edits("nb", "en", {"Ost.": linked, **stale}) == {"Ost."}
    assert memory.edits("nb", "en", ["Ost."])["Ost."] == linked
    assert memory.amounts() == [Amount("nb", "en", 0, 1, 3)]
    assert raw(place, "SELECT count(*) FROM imported WHERE links <> x''") == [(1,)]


def test_sentences_that_are_asked_for_in_another_form_are_found_and_removed(memory: Memory, place: Path) -> None:
    code = "Kjør \ufdd0git\ufdd1 nå."
    imported(memory, {"1. Vask hendene.": "1. Wash your hands.", "Kjør git nå.": "Run git now."})
    expected = {"Vask hendene.": "Wash your hands.", code: "Run \ufdd0git\ufdd1 now."}
    assert edits(memory, *expected) == expected
    assert memory.older_keys("nb", "en", ["Vask hendene."]) == {"1. Vask hendene."}
    assert edits(memory, "1. Vask hendene.") == {"1. Vask hendene.": "1. Wash your hands."}
    assert restore(memory, "Vask hendene.", "Wash your hands.") == {}
    assert edits(memory, "Vask hendene.") == {}
    assert raw(place, "SELECT count(*) FROM imported_reading") == [(0,)]


def test_the_user_s_edit_for_another_form_comes_before_an_imported_one(memory: Memory) -> None:
    imported(memory, {"1. Vask hendene.": "1. Wash your hands."})
    keep(memory, "2. Vask hendene.", "2. Do wash your hands.")
    assert edits(memory, "Vask hendene.") == {"Vask hendene.": "Do wash your hands."}


def test_a_memory_without_any_asks_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        keep(memory, "Ost.", "Cheese.")
        monkeypatch.setattr("reader.memory.imported._SELECT", "this is no SQL and would be an error")
        monkeypatch.setattr("reader.memory.imported._SELECT_READINGS", "this is no SQL and would be an error")
        assert edits(memory, "Ost.", "Melk.") == {"Ost.": "Cheese."}
        assert memory.take_problem() == ""


def test_nothing_of_a_forgotten_one_is_left_in_the_files(memory: Memory, place: Path) -> None:
    imported(memory, {"1. Hemmelig havn.": "1. Secret harbour."})
    keep(memory, "Melk.", "My milk.")
    forgotten = memory.forget(["Ost."], {("nb", "en"): ["1. Hemmelig havn.", "Melk."]})
    assert forgotten is not None and forgotten.complete
    assert (forgotten.edits, forgotten.imported) == (1, 2)
    assert edits(memory, "Melk.", "Ost.", "Hemmelig havn.") == {"Ost.": "Cheese."}
    for path in place.parent.iterdir():
        assert b"emmelig" not in path.read_bytes() and b"Milk" not in path.read_bytes()


def test_everything_that_is_forgotten_has_them_too(memory: Memory, place: Path) -> None:
    imported(memory, {"1. Hemmelig havn.": "1. Secret harbour."})
    forgotten = memory.forget_everything()
    assert forgotten is not None and (forgotten.edits, forgotten.imported) == (0, 4)
    assert memory.amounts() == []
    for path in place.parent.iterdir():
        assert b"emmelig" not in path.read_bytes() and b"Cheese" not in path.read_bytes()


def test_they_are_told_apart_and_come_after_the_edits_and_before_the_machine_s(memory: Memory) -> None:
    keep(memory, "Melk.", "My milk.")
    package = "translate-nb_en 1.9 6"
    memory.store(package, {text: Hypothesis("m", 0.0) for text in ("Ost.", "Melk.", "Kake.")})
    found = [(each.source, each.imported, each.package) for each in memory.stored("nb", "en", machine=True)]
    assert found == [("Melk.", False, ""), ("Brød.", True, ""), ("Ost.", True, ""), ("Kake.", False, package)]


# Files of other versions, and damaged ones


def older(place: Path) -> None:
    """Make it the file of a version that had no such table."""
    raw(place, "DROP TABLE imported", "DROP TABLE imported_reading")


def test_a_file_of_a_version_before_gets_the_table_and_keeps_its_edits(place: Path) -> None:
    with closing(Memory(place)) as memory:
        keep(memory, "Ost.", "My cheese.")
    older(place)
    with closing(Memory(place)) as memory:
        imported(memory, {"Melk.": "Milk."})
        assert edits(memory, *CHEESE) == {"Ost.": "My cheese.", "Melk.": "Milk."}
        assert memory.take_problem() == ""


def test_a_version_before_can_go_on_using_the_file(place: Path) -> None:
    assert raw(place, "PRAGMA user_version") == [(2,)]
    raw(place, "INSERT INTO edit VALUES ('nb', 'en', 'Ost.', 'My cheese.', x'')")
    with closing(Memory(place)) as memory:
        assert edits(memory, *CHEESE) == {**CHEESE, "Ost.": "My cheese."}


def test_edits_in_a_file_of_a_version_before_that_cannot_be_written_are_found(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Memory(place)) as memory:
        keep(memory, "Ost.", "My cheese.")
    older(place)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("reader.memory.memory_file.make_private", refuse)
    with closing(Memory(place)) as memory:
        assert edits(memory, *CHEESE) == {"Ost.": "My cheese."}


def many(place: Path, count: int) -> dict[str, str]:
    """Import so many sentences."""
    sentences = {f"Setning nummer {i:05} er her.": f"Sentence number {i:05} is here." for i in range(count)}
    with closing(Memory(place)) as memory:
        imported(memory, sentences)
    return sentences


def test_of_a_damaged_file_they_are_rescued(place: Path) -> None:
    sentences = many(place, 500)
    with closing(Memory(place)) as memory:
        keep(memory, "Ost.", "My cheese.")
    raw(place, "UPDATE edit SET target = 'Something else.'")  # which the checksum shows
    with closing(Memory(place)) as memory:
        assert edits(memory, *sentences, *CHEESE) == {**sentences, **CHEESE, "Ost.": "My cheese."}
        assert "was damaged" in memory.take_problem()
        assert memory.take_problem() == ""


def test_what_a_damaged_page_leaves_of_them_is_rescued_and_the_rest_is_told(place: Path) -> None:
    sentences = many(place, 2000)
    data = bytearray(place.read_bytes())
    middle = data.index(b"Sentence number 01000") // 8192 * 8192
    data[middle : middle + 8192] = os.urandom(8192)
    place.write_bytes(data)
    with closing(Memory(place)) as memory:
        edits(memory, *sentences)
        found = edits(memory, *sentences)
        assert found.items() <= sentences.items()
        assert 1700 < len(found) < 2000
        assert {"Setning nummer 00000 er her.", "Setning nummer 01999 er her."} <= found.keys()
        assert "was damaged" in memory.take_problem()
        assert "Some of the imported sentences" in memory.take_problem()
