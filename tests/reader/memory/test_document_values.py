"""What is kept for a document: that no fault of a file takes it away, that it moves and is forgotten with it."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.library_entry import absolute
from reader.memory import DocumentValues, Json, Memory
from reader.memory.document_keys import document_key, document_path
from reader.paths import SEEDS
from reader.unwritten import UnwrittenValues
from tests.reader.memory.databases import raw

PARTS = ("", "-wal", "-shm")
NOTE: Json = {"text": "Sjekk «dette»", "made": 1, "nested": [None, True, {"ø": 1.5}]}
posix = pytest.mark.skipif(os.name != "posix", reason="names of files as POSIX has them")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "Æ tekst (1) 100%.txt"


@pytest.fixture
def journal(file: Path) -> Path:
    return file.with_name("memory.db.values")


def kept(file: Path, document: Path, kind: str = "note") -> tuple[dict[str, object], list[str]]:
    """What a new window finds, and the problems it reports."""
    with closing(Memory(file)) as memory:
        found, told = memory.values_of(document, kind) or {}, []
        while problem := memory.take_problem():
            told.append(str(problem))
        return dict(found), told


def lose(file: Path, *parts: str) -> None:
    for part in parts:
        Path(f"{file}{part}").unlink(missing_ok=True)


@contextmanager
def no_journal(journal: Path) -> Iterator[None]:
    """Something is in the place of the journal."""
    journal.unlink(missing_ok=True)
    journal.mkdir()
    yield
    journal.rmdir()


@contextmanager
def full_disk(file: Path) -> Iterator[None]:
    """The memory cannot be written at all."""
    aside = file.with_name("aside")
    file.parent.mkdir(exist_ok=True)
    moved = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    aside.mkdir()
    for path in moved:
        path.rename(aside / path.name)
    file.mkdir()
    yield
    file.rmdir()
    for path in moved:
        (aside / path.name).rename(path)
    aside.rmdir()


def test_values_are_kept_for_a_document_a_kind_and_a_place(file: Path, memory: Memory, document: Path) -> None:
    assert memory.keep_values(document, "note", {"1": NOTE, "2": 0}).safe
    assert memory.keep_values(document, "bookmark", {"1": []}).safe
    assert memory.keep_values(document.with_name("b"), "note", {"1": "other"}).safe
    assert kept(file, document) == ({"1": NOTE, "2": 0}, [])
    assert kept(file, document, "bookmark") == ({"1": []}, [])
    assert memory.values_of(document, "columns") == {}
    assert memory.count_values() == {"note": 3, "bookmark": 1}
    assert memory.count_values([document]) == {"note": 2, "bookmark": 1}
    assert set(memory.documents_with_values()) == {document, document.with_name("b")}


def test_what_is_taken_away_is_gone_and_the_rest_stays(file: Path, memory: Memory, document: Path) -> None:
    memory.keep_values(document, "note", {"1": NOTE, "2": "b"})
    outcome = memory.keep_values(document, "note", {"1": None, "2": "b", "3": None})
    assert outcome.safe and outcome.before == {"1": NOTE}
    assert kept(file, document) == ({"2": "b"}, [])


def test_any_letters_come_back_as_they_were(file: Path, memory: Memory, document: Path) -> None:
    values = {"": "\ud800 half", "ø\n\u2028": '«Æ»\\"' + "x" * 100_000, "\0": "\0"}
    assert memory.keep_values(document, "note", values).safe
    assert kept(file, document) == (values, [])
    outcome = memory.keep_values(document, "note", {"\ud800": 1})
    assert not outcome.safe and kept(file, document) == (values, [])


def test_reading_makes_no_file_and_without_a_memory_nothing_is_kept(file: Path, memory: Memory, document: Path) -> None:
    assert memory.values_of(document, "note") == {} and not memory.count_values() and not file.exists()
    assert memory.move_values(document, document.with_name("b")) and not file.exists()
    with closing(Memory(None)) as nowhere:
        assert not nowhere.keep_values(document, "note", {"1": NOTE}).stored


@given(st.text(st.characters(exclude_characters="\0/\\", exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_every_name_of_a_file_is_a_key_that_gives_it_back(name: str) -> None:
    path = absolute(Path("folder") / name)
    key = document_key(path)
    assert document_path(key) == path and key.isascii()


@posix
def test_a_name_that_is_no_unicode_is_a_key_too() -> None:
    path = Path(os.fsdecode(b"/tmp/\xff\xe5.txt"))
    assert document_path(document_key(path)) == path


def test_a_document_of_the_program_has_one_key_wherever_it_lies(tmp_path: Path) -> None:
    seed = sorted(SEEDS.glob("*.txt"))[0]
    elsewhere = tmp_path / "bundle of a version before" / "seeds" / seed.name
    assert document_key(elsewhere) == document_key(seed) == f"tospalt:seeds/{seed.name}"
    assert document_path(document_key(seed)) == seed and document_path("tospalt:seeds/gone.txt") is None


# Two windows


def test_windows_that_keep_values_at_once_lose_nothing(file: Path, document: Path) -> None:
    def keep(window: int) -> None:
        with closing(Memory(file)) as memory:
            for number in range(15):
                assert memory.keep_values(document, "note", {f"{window} {number}": number}).safe

    threads = [threading.Thread(target=keep, args=(window,)) for window in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {f"{window} {number}": number for window in range(3) for number in range(15)}
    assert kept(file, document) == (expected, [])
    lose(file, *PARTS)
    assert kept(file, document)[0] == expected


def test_another_window_is_told_for_what_documents_something_is_new(file: Path, memory: Memory, document: Path) -> None:
    other_document = document.with_name("b")
    mark = memory.values_since(None).mark
    with closing(Memory(file)) as other:
        other.keep_values(document, "note", {"1": NOTE})
        since = memory.values_since(mark)
        assert since.concerns(document, "note")
        assert not since.concerns(document, "bookmark") and not since.concerns(other_document, "note")
        assert not memory.values_since(since.mark).concerns(document, "note")
        other.forget([], documents=[other_document])
        assert memory.values_since(since.mark).concerns(document, "note")


def test_after_a_first_look_in_vain_anything_may_be_new(file: Path, memory: Memory, document: Path) -> None:
    file.mkdir(parents=True)  # which cannot be read
    mark = memory.values_since(None).mark
    assert not memory.values_since(mark).concerns(document, "note")
    file.rmdir()
    with closing(Memory(file)) as other:
        other.keep_values(document, "note", {"1": NOTE})
    since = memory.values_since(mark)
    assert since.changed is None and not memory.values_since(since.mark).concerns(document, "note")


def test_what_another_window_has_changed_or_forgotten_is_not_undone(file: Path, memory: Memory, document: Path) -> None:
    values = DocumentValues(memory)
    done = values.change(document, "note", {"1": NOTE})
    with closing(Memory(file)) as other:
        other.keep_values(document, "note", {"1": "theirs"})
        assert values.put_back(done).refused
        again = values.change(document, "note", {"1": None})
        other.forget([], documents=[document])
        assert values.put_back(again).refused
    assert kept(file, document) == ({}, [])


# Damaged and lost files


@pytest.mark.parametrize("lost", [PARTS, (".values",)])
def test_either_of_the_two_files_may_be_lost(file: Path, document: Path, lost: tuple[str, ...]) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_values(document, "note", {"1": NOTE, "2": 2})
        memory.keep_values(document, "note", {"1": None})
    lose(file, *lost)
    found, [told] = kept(file, document)
    assert found == {"2": 2}
    assert "have been restored" in told or ("“" in told and "memory.db.values”, was damaged" in told)
    assert kept(file, document) == ({"2": 2}, [])


def test_of_two_damaged_files_what_is_sound_is_put_together_and_the_loss_told(
    file: Path, document: Path, journal: Path
) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_values(document, "note", {"1": "first"})
        memory.keep_values(document, "note", {"2": "second"})
    journal.write_bytes(journal.read_bytes().replace(b"second", b"sekond"))
    lose(file, *PARTS)
    found, told = kept(file, document)
    assert found == {"1": "first"} and any("may be missing" in each for each in told)


@pytest.mark.parametrize("value", ["", "[", "null", "nul", "[" * 5000])
def test_what_cannot_be_understood_is_no_value_and_makes_way_for_one(file: Path, document: Path, value: str) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_values(document, "note", {"1": 1, "2": 2})
        memory.close()
    raw(file, f"UPDATE document_value SET target = '{value}' WHERE source = '1'", "DELETE FROM document_value_journal")
    lose(file, ".values")
    with closing(Memory(file)) as memory:
        assert memory.values_of(document, "note") == {"2": 2}
        assert memory.keep_values(document, "note", {"1": "new"}).safe
        assert memory.values_of(document, "note") == {"1": "new", "2": 2}


def test_a_memory_of_a_version_before_takes_values(file: Path, memory: Memory, document: Path) -> None:
    memory.accept(("nb", "en"), [("Hei.", "Hi.")])
    memory.close()
    raw(file, "DROP TABLE document_value", "DROP TABLE document_value_journal")
    assert kept(file, document) == ({}, [])
    with closing(Memory(file)) as again:
        assert again.keep_values(document, "note", {"1": NOTE}).safe
        assert again.judgements(("nb", "en"), [("Hei.", "Hi.")])
    assert kept(file, document) == ({"1": NOTE}, [])


# The disk


def test_what_is_only_in_one_file_is_not_safe_until_it_is_saved_again(
    memory: Memory, document: Path, journal: Path
) -> None:
    values = DocumentValues(memory)
    values.change(document, "note", {"0": 0})
    with no_journal(journal):
        done = values.change(document, "note", {"1": NOTE})
        assert values.unsaved == 1 and not values.save_again()
        assert values.of(document, "note") == {"0": 0, "1": NOTE}
        assert "cannot be saved" in memory.take_problem()
    assert values.save_again() and not values.unsaved
    assert values.put_back(done).after == {"1": None}
    assert values.of(document, "note") == {"0": 0}


def test_where_nothing_can_be_written_values_are_known_and_saved_later(
    file: Path, memory: Memory, document: Path
) -> None:
    values, moved = DocumentValues(memory), document.with_name("moved.txt")
    values.change(document, "note", {"0": 0, "1": 1})
    with full_disk(file):
        done = values.change(document, "note", {"1": NOTE, "2": 2})
        assert values.of(document, "note")["1"] == NOTE
        assert not values.follow(document, moved)
        undone = values.put_back(values.change(moved, "note", {"2": 3}))
        assert undone.after == {"2": 2} and not undone.refused
        assert values.unsaved == 3 and not values.save_again()
    assert done.before.keys() == {"1", "2"}
    assert values.save_again() and not values.unsaved
    assert kept(file, moved) == ({"0": 0, "1": NOTE, "2": 2}, []) and kept(file, document) == ({}, [])


def test_what_another_window_keeps_until_it_can_be_saved_is_newer_and_stays(
    file: Path, memory: Memory, document: Path
) -> None:
    values = DocumentValues(memory)
    values.change(document, "note", {"1": 1, "2": 2})
    with no_journal(file.with_name("memory.db.values")):
        values.change(document, "note", {"1": "mine", "2": None, "3": "mine"})
    with closing(Memory(file)) as other:
        other.keep_values(document, "note", {"1": "theirs", "4": 4})
    known = {"1": "theirs", "3": "mine", "4": 4}
    assert values.unsaved and values.of(document, "note") == known
    assert values.save_again() and kept(file, document)[0] == known


def test_a_change_of_which_it_is_not_known_what_was_before_is_made(memory: Memory, document: Path) -> None:
    values = DocumentValues(memory)
    values.change(document, "note", {"1": 1, "2": 2})
    record = UnwrittenValues(str(document), "note", {"1": "mine", "2": None}, before={"2": 2})
    values.take_over([record])
    assert values.of(document, "note") == {"1": "mine"}


def test_while_a_move_cannot_be_saved_values_are_found_where_they_were(
    file: Path, memory: Memory, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values, first, second = DocumentValues(memory), document.with_name("first"), document.with_name("second")
    values.change(document, "note", {"1": 1})
    with monkeypatch.context() as patch:
        patch.setattr(memory, "move_values", lambda *_: False)
        assert not values.follow(document, first) and not values.follow(first, second)
        assert values.of(second, "note") == {"1": 1}
        values.change(second, "note", {"1": None, "2": 2})
        assert values.of(second, "note") == {"2": 2} and values.unsaved == 4
    assert values.save_again() and kept(file, second) == ({"2": 2}, [])
    assert memory.documents_with_values() == [second]


def test_what_is_forgotten_is_not_saved_later(file: Path, memory: Memory, document: Path) -> None:
    values = DocumentValues(memory)
    with full_disk(file):
        values.change(document, "note", {"1": NOTE})
        values.change(document.with_name("b"), "note", {"1": NOTE})
        values.forget([document])
    assert values.save_again() and memory.documents_with_values() == [document.with_name("b")]
    values.forget(None)


# Undoing, moving, forgetting


def test_what_is_undone_is_as_before_and_done_again_as_after(memory: Memory, document: Path) -> None:
    values = DocumentValues(memory)
    values.change(document, "note", {"1": 1, "2": 2})
    done = values.change(document, "note", {"1": None, "2": 2, "3": 3})
    assert (done.before, done.after) == ({"1": 1, "3": None}, {"1": None, "3": 3})
    undone = values.put_back(done)
    assert values.of(document, "note") == {"1": 1, "2": 2}
    assert not values.put_back(undone).refused
    assert values.of(document, "note") == {"2": 2, "3": 3}


def test_what_is_kept_goes_with_a_file_that_moves(file: Path, memory: Memory, document: Path) -> None:
    there = document.with_name("moved.txt")
    memory.keep_values(document, "note", {"1": NOTE, "2": 2})
    memory.keep_values(document, "columns", {"": ["source"]})
    memory.keep_values(there, "note", {"2": "its own"})
    assert memory.move_values(document, there)
    assert kept(file, there) == ({"1": NOTE, "2": "its own"}, [])
    assert kept(file, there, "columns") == ({"": ["source"]}, []) and kept(file, document) == ({}, [])
    lose(file, *PARTS)
    assert kept(file, there)[0] == {"1": NOTE, "2": "its own"}


def test_what_is_forgotten_with_a_document_is_in_no_file(file: Path, memory: Memory, document: Path) -> None:
    memory.keep_values(document, "note", {"1": "secret words"})
    memory.keep_values(document.with_name("b"), "note", {"1": "others"})
    forgotten = memory.forget([], documents=[document])
    assert forgotten is not None and forgotten.values == 1
    files = [path.read_bytes() for path in file.parent.iterdir() if path.is_file()]
    assert not any(b"secret words" in data for data in files) and any(b"others" in data for data in files)
    everything = memory.forget_everything()
    assert everything is not None and everything.values == 1 and not memory.count_values()
