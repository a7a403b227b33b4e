"""The journal of edits: what a lost or damaged memory restores from it, and it from the memory."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given, settings, strategies as st

from reader.errors import Message, OutputError
from reader.memory import Memory
from reader.memory.journal import Journal
from reader.parallel import Hypothesis, user_edit
from tests.reader.memory.databases import raw

HI = user_edit("Hei du.", "Hi there.", ((0, 3, 0, 2, 0.75), (4, 6, 3, 8, 1.0)))
posix = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
PARTS = ("", "-wal", "-shm")


@pytest.fixture
def journal(file: Path) -> Path:
    return file.with_name("memory.db.edits")


def edits_of(**texts: str) -> dict[str, Hypothesis]:
    return {sentence: user_edit(sentence, text) for sentence, text in texts.items()}


def keep(file: Path, **texts: str) -> None:
    with closing(Memory(file)) as memory:
        assert memory.keep_edits("nb", "en", edits_of(**texts))


def keys(*sentences: str) -> list[tuple[str, str, str]]:
    return [("nb", "en", sentence) for sentence in sentences]


def forget(file: Path, *sentences: str) -> None:
    with closing(Memory(file)) as memory:
        assert memory.forget_edits("nb", "en", sentences)


def opened(file: Path, *sentences: str) -> tuple[dict[str, str], list[Message]]:
    """The edits that a new window finds, and the problems it reports."""
    with closing(Memory(file)) as memory:
        found = memory.edits("nb", "en", sentences)
        told = []
        while problem := memory.take_problem():
            told.append(problem)
        return {sentence: edit.text for sentence, edit in found.items()}, told


def lose(file: Path) -> None:
    for part in PARTS:
        Path(f"{file}{part}").unlink(missing_ok=True)


def set_back(file: Path, folder: Path, parts: tuple[str, ...] = PARTS) -> None:
    for part in parts:
        Path(f"{file}{part}").unlink(missing_ok=True)
        if (kept := folder / f"{file.name}{part}").exists():
            shutil.copy(kept, f"{file}{part}")


def copied(file: Path, name: str = "before") -> Path:
    return Path(shutil.copytree(file.parent, file.parent.parent / name))


# Restoring from the journal


def test_edits_of_a_memory_that_is_gone_come_back_and_are_told(file: Path) -> None:
    keep(file, a="A", b="B", c="C")
    forget(file, "b")
    lose(file)
    found, told = opened(file, "a", "b", "c")
    assert found == {"a": "A", "c": "C"}
    assert told == ["2 of your edits were missing from the translation memory and have been restored."]
    assert opened(file, "a", "b", "c") == (found, [])


def test_one_edit_is_told_in_the_singular(file: Path) -> None:
    keep(file, a="A")
    lose(file)
    said = "One of your edits was missing from the translation memory and has been restored."
    assert opened(file, "a") == ({"a": "A"}, [said])


def test_an_edit_that_the_disk_had_room_for_in_one_of_the_two_only_is_not_told_to_have_been_missing(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert memory.keep_edits("nb", "en", edits_of(a="A"))

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("reader.memory.sync._write_state", full)
        assert not memory.keep_edits("nb", "en", edits_of(b="B"))
    assert str(memory.take_problem()).startswith("The disk is full.")
    assert memory.keep_edits("nb", "en", edits_of(b="Other"))
    assert memory.take_problem() == ""
    assert memory.edits("nb", "en", ["a", "b"]) == edits_of(a="A", b="Other")


def test_an_edit_comes_back_whole(file: Path, memory: Memory) -> None:
    assert memory.keep_edits("nb", "en", {"Hei du.": HI})
    memory.close()
    lose(file)
    with closing(Memory(file)) as again:
        assert again.edits("nb", "en", ["Hei du."]) == {"Hei du.": HI}


def test_an_emptied_memory_is_filled_again(file: Path) -> None:
    keep(file, a="A", b="B")
    os.truncate(file, 0)
    assert opened(file, "a", "b")[0] == {"a": "A", "b": "B"}


def test_a_damaged_memory_is_kept_aside_and_what_came_back_told_with_it(file: Path) -> None:
    keep(file, a="A", b="B")
    file.write_bytes(b"Dette er ingen database. " * 400)
    found, told = opened(file, "a", "b")
    assert found == {"a": "A", "b": "B"}
    kept = file.with_name("memory.db.damaged-1")
    assert told == [
        f"The translation memory was damaged. It was kept as “{kept}” and a new one was started. "
        "2 of your edits were restored."
    ]


def test_a_bit_that_turned_in_an_edit_is_noticed_though_sqlite_does_not(file: Path) -> None:
    keep(file, a="Umiskjennelig", b="B")
    data = file.read_bytes()
    assert data.count(b"Umiskjennelig") == 1
    file.write_bytes(data.replace(b"Umiskjennelig", b"Umiskjennelif"))
    found, told = opened(file, "a", "b")
    assert found == {"a": "Umiskjennelig", "b": "B"}
    assert "was damaged" in told[0]


def test_a_write_ahead_log_that_is_gone_takes_no_edit_with_it_and_brings_none_back(file: Path) -> None:
    keep(file, a="A", b="B")
    before = copied(file)
    with closing(Memory(file)) as memory:
        memory.keep_edits("nb", "en", edits_of(a="Nyere", c="C"))
        memory.forget_edits("nb", "en", ["b"])
        after = copied(file, "after")
    for part in PARTS:  # as while the programs run, but without the log
        Path(f"{file}{part}").unlink(missing_ok=True)
    shutil.copy(after / file.name, file)
    assert (after / "memory.db-wal").stat().st_size
    found, told = opened(file, "a", "b", "c")
    assert found == {"a": "Nyere", "c": "C"}
    assert told == ["2 of your edits were missing from the translation memory and have been restored."]
    assert before.exists()


def test_a_memory_older_than_a_rewritten_journal_does_not_bring_back_what_was_forgotten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.memory.sync._SPARE_RECORDS", 0)
    keep(file, a="A", b="B")
    before = copied(file)
    forget(file, "b")
    for number in range(8):
        keep(file, a=str(number))
    assert b'"b"' not in file.with_name("memory.db.edits").read_bytes()
    set_back(file, before)
    assert opened(file, "a", "b")[0] == {"a": "7"}


def test_an_edit_that_reached_the_journal_only_is_kept_and_a_torn_one_is_not(file: Path, journal: Path) -> None:
    keep(file, a="A")
    before = copied(file)
    keep(file, b="B")
    keep(file, c="C")
    set_back(file, before)
    os.truncate(journal, journal.stat().st_size - 1)
    assert opened(file, "a", "b", "c")[0] == {"a": "A", "b": "B"}
    keep(file, d="D")
    lose(file)
    assert opened(file, "a", "b", "c", "d")[0] == {"a": "A", "b": "B", "d": "D"}


def test_a_memory_of_another_machine_and_the_journal_are_put_together(file: Path, tmp_path: Path) -> None:
    keep(file, a="A", b="B")
    other = tmp_path / "other" / "memory.db"
    keep(other, b="Deres", c="C")
    lose(file)
    shutil.copy(other, file)
    assert opened(file, "a", "b", "c")[0] == {"a": "A", "b": "B", "c": "C"}
    lose(file)
    assert opened(file, "a", "b", "c")[0] == {"a": "A", "b": "B", "c": "C"}


# Restoring the journal


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "turned", "header", "older", "garbage"])
def test_a_journal_that_lost_something_is_written_anew_from_the_memory(file: Path, journal: Path, damage: str) -> None:
    keep(file, a="A", b="B")
    before = journal.read_bytes()
    keep(file, a="Nyere")
    forget(file, "b")
    data = journal.read_bytes()
    match damage:
        case "gone":
            journal.unlink()
        case "empty":
            journal.write_bytes(b"")
        case "cut":
            journal.write_bytes(data[:-20])
        case "turned":
            journal.write_bytes(data.replace(b"Nyere", b"Nyerd"))
        case "header":
            journal.write_bytes(b"x" + data[1:])
        case "older":
            journal.write_bytes(before)
        case _:
            journal.write_bytes(os.urandom(len(data)))
    said = f"The backup copy of your edits, “{journal}”, was damaged and has been saved again."
    assert opened(file, "a", "b") == ({"a": "Nyere"}, [said])
    lose(file)
    assert opened(file, "a", "b")[0] == {"a": "Nyere"}


def test_a_journal_that_was_cut_after_the_memory_could_not_follow_it_takes_no_edit_with_it(
    file: Path, journal: Path
) -> None:
    keep(file, a="A", b="B", c="C")
    there = Journal(file)
    header, edits = there.header(), there.history().changes
    assert header is not None
    # As if the journal had reached the disk, but not the memory's transaction for it.
    there.write(header._replace(generation=2), {key: value for key, value in edits.items() if value is not None})
    assert opened(file, "a", "b", "c") == ({"a": "A", "b": "B", "c": "C"}, [])
    header = there.header()
    assert header is not None
    there.write(
        header._replace(generation=header.generation + 1), {key: v for key, v in edits.items() if v is not None}
    )
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    assert opened(file, "a", "b", "c")[0] == {"a": "A", "b": "B", "c": "C"}


def test_of_two_damaged_files_what_is_sound_is_put_together_and_the_loss_told(file: Path, journal: Path) -> None:
    keep(file, a="A", b="B", c="C")
    data = journal.read_bytes()
    journal.write_bytes(data.replace(b'"B"', b'"D"'))
    lose(file)
    found, told = opened(file, "a", "b", "c")
    assert found == {"a": "A", "c": "C"}
    assert told == [
        "2 of your edits were missing from the translation memory and have been restored.",
        "Both copies of your edits were damaged. Some edits may be missing.",
    ]
    assert file.with_name("memory.db.edits.damaged-1").read_bytes().count(b'"D"') == 1


def test_edits_of_an_older_program_get_a_journal(file: Path, journal: Path) -> None:
    keep(file, a="A")
    raw(file, "DROP TRIGGER edit_kept", "DROP TRIGGER edit_forgotten", "DROP TABLE edit_journal")
    journal.unlink()
    assert opened(file, "a") == ({"a": "A"}, [])
    lose(file)
    assert opened(file, "a")[0] == {"a": "A"}


def test_what_an_older_program_writes_meanwhile_counts_and_reaches_the_journal(file: Path, memory: Memory) -> None:
    memory.keep_edits("nb", "en", edits_of(a="A", b="B"))
    raw(
        file,
        "INSERT OR REPLACE INTO edit VALUES ('nb', 'en', 'a', 'Eldre', x'')",
        "DELETE FROM edit WHERE source = 'b'",
    )
    assert memory.keep_edits("nb", "en", edits_of(c="C"))
    assert memory.take_problem() == ""
    memory.close()
    alone = copied(file, "alone") / file.name
    lose(alone)
    assert opened(alone, *"abc")[0] == {"a": "Eldre", "c": "C"}
    raw(file, "INSERT OR REPLACE INTO edit VALUES ('nb', 'en', 'd', 'Eldre', x'')")
    expected = {"a": "Eldre", "c": "C", "d": "Eldre"}
    assert opened(file, *"abcd") == (expected, [])
    lose(file)
    assert opened(file, *"abcd")[0] == expected


def test_a_journal_of_a_newer_program_is_left_as_it_is(file: Path, journal: Path) -> None:
    keep(file, a="A")
    from reader.memory.journal import sealed

    journal.write_bytes(sealed(["tospalt edits", 2, "x", 1]))
    before = journal.read_bytes()
    with closing(Memory(file)) as memory:
        assert not memory.keep_edits("nb", "en", edits_of(b="B"))
        assert "was made by a newer version of Tospalt" in memory.take_problem()
    assert journal.read_bytes() == before


# What is acknowledged


def no_journal(patch: pytest.MonkeyPatch) -> None:
    """Let rewriting the journal fail, and setting aside a damaged one."""

    def refuse(*_: object, **__: object) -> None:
        raise OutputError("It cannot be written.") from OSError(28, "full")

    def refuse_to_move(_: Path) -> None:
        raise OSError(28, "full")

    patch.setattr("reader.memory.journal.write_atomically", refuse)
    patch.setattr("reader.memory.journal.set_aside", refuse_to_move)


def test_an_edit_is_acknowledged_only_if_the_journal_has_it_and_stands_in_the_memory_until_then(
    file: Path, journal: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.keep_edits("nb", "en", edits_of(a="A"))
    before = journal.read_bytes()

    write = os.write

    def full(file: int, data: bytes) -> int:
        write(file, data[:20])
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("reader.memory.journal.os.write", full)
        no_journal(patch)
        assert not memory.keep_edits("nb", "en", edits_of(b="B"))
        assert not memory.forget_edits("nb", "en", ["a"])
        said = "The backup copy of your edits cannot be saved: the disk is full. For now, they are stored only in"
        assert (memory.take_problem(), memory.take_problem()) == (f"{said} “{file}”.", "")
        assert memory.edits("nb", "en", ["a", "b"]).keys() == {"b"}
        assert journal.read_bytes() == before
    assert memory.keep_edits("nb", "en", edits_of(c="C"))
    memory.close()
    lose(file)
    assert opened(file, "a", "b", "c")[0] == {"b": "B", "c": "C"}


def test_a_memory_that_takes_nothing_acknowledges_nothing_but_the_journal_may_have_it(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.keep_edits("nb", "en", edits_of(a="A"))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    memory.close()
    connect = sqlite3.connect

    def small(*arguments: object, **keywords: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **keywords)  # type: ignore[call-overload]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as patch, closing(Memory(file)) as full:
        patch.setattr(sqlite3, "connect", small)
        assert not full.keep_edits("nb", "en", edits_of(b="B" * 100_000))
        assert "disk is full" in full.take_problem()
    assert set(opened(file, "a", "b")[0]) >= {"a"}


@pytest.mark.parametrize("journal_is", ["ahead", "newer", "of another machine", "damaged"])
def test_an_older_record_of_the_journal_never_comes_over_a_later_edit(
    file: Path, journal: Path, monkeypatch: pytest.MonkeyPatch, journal_is: str
) -> None:
    keep(file, a="A", b="B")
    there = Journal(file)
    extent = there.extent()
    assert extent is not None
    # As if the journal had reached the disk, but not the memory's transaction for it.
    if journal_is == "ahead":
        there.append(extent, dict.fromkeys(keys("a", "b"), ("Old", b"")))
    elif journal_is == "newer":
        there.write(extent.header._replace(generation=2), dict.fromkeys(keys("a", "b"), ("Old", b"")))
    elif journal_is == "of another machine":
        there.write(extent.header._replace(lineage="another"), dict.fromkeys(keys("a", "b"), ("Old", b"")))
    else:
        lose(file)
        journal.write_bytes(journal.read_bytes().replace(b"tospalt", b"tospalT", 1))
    with monkeypatch.context() as patch:
        no_journal(patch)
        with closing(Memory(file)) as memory:
            assert memory.edits("nb", "en", ["a"])["a"].text == ("A" if journal_is == "damaged" else "Old")
            assert not memory.keep_edits("nb", "en", edits_of(a="New", b="B"))
            assert not memory.keep_edits("nb", "en", edits_of(c="C"))
            assert memory.edits("nb", "en", ["a"])["a"].text == "New"
        assert opened(file, "a")[0] == {"a": "New"}
    assert opened(file, "a", "b", "c")[0] == {"a": "New", "b": "B", "c": "C"}
    lose(file)
    assert opened(file, "a", "b", "c")[0] == {"a": "New", "b": "B", "c": "C"}
    kept = list(file.parent.glob("*.edits.damaged-*"))
    assert len(kept) == (journal_is == "damaged")


def test_a_folder_where_the_journal_should_be_is_told_and_the_memory_used(file: Path, journal: Path) -> None:
    journal.mkdir(parents=True)
    with closing(Memory(file)) as memory:
        assert not memory.keep_edits("nb", "en", edits_of(a="A"))
        assert "backup copy of your edits cannot be saved: it is a folder" in memory.take_problem()
    assert opened(file, "a")[0] == {"a": "A"}


def test_a_journal_that_another_program_holds_is_waited_for_in_vain_and_told(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert memory.keep_edits("nb", "en", edits_of(a="A"))
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.05)
    with FileLock(f"{file}.edits.lock"):
        assert not memory.keep_edits("nb", "en", edits_of(b="B"))
        assert "Another program is using" in memory.take_problem()
        assert memory.edits("nb", "en", ["a"])
    assert memory.keep_edits("nb", "en", edits_of(b="B"))


# The file


@posix
def test_journal_and_lock_are_for_the_user_alone(file: Path) -> None:
    before = os.umask(0)
    try:
        keep(file, a="A")
    finally:
        os.umask(before)
    assert {path.name for path in file.parent.iterdir()} == {"memory.db", "memory.db.edits", "memory.db.edits.lock"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()} == {0o600}


@posix
def test_a_journal_that_others_could_read_is_made_private(file: Path, journal: Path) -> None:
    keep(file, a="A")
    journal.chmod(0o644)
    opened(file, "a")
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_translation_alone_makes_no_journal(file: Path, journal: Path, memory: Memory) -> None:
    memory.store("p", {"Hei.": Hypothesis("Hello.", -0.5)})
    assert not memory.edits("nb", "en", ["Hei."])
    assert not memory.forget_edits("nb", "en", ["Hei."]) or not journal.exists()


def test_what_was_left_half_written_is_swept(file: Path, journal: Path) -> None:
    part = file.with_name(".memory.db.edits.0123456789ab.part")
    keep(file, a="A")
    part.write_text("halvt")
    journal.unlink()
    opened(file, "a")
    assert not part.exists()


def test_a_journal_does_not_grow_for_ever(file: Path, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.sync._SPARE_RECORDS", 10)
    for number in range(30):
        keep(file, a=str(number))
    assert len(journal.read_bytes().splitlines()) <= 14
    lose(file)
    assert opened(file, "a")[0] == {"a": "29"}


def test_what_is_there_already_is_not_written_again(file: Path, journal: Path) -> None:
    keep(file, a="A", b="B")
    before = journal.read_bytes()
    keep(file, a="A", b="B")
    forget(file, "c")
    with closing(Memory(file)) as memory:
        assert memory.keep_edits("nb", "en", edits_of(a="Annet"), replace=False)
    assert journal.read_bytes() == before


texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\0\n\r\u2028"\\'), max_size=12)
links = st.lists(st.tuples(*[st.integers(0, 70_000)] * 4, st.floats(allow_nan=False)), max_size=2).map(tuple)


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(st.dictionaries(texts, st.none() | st.tuples(texts, links), max_size=4), max_size=4))
def test_whatever_is_kept_comes_back_from_the_journal_as_it_was(
    steps: list[dict[str, tuple[str, tuple[tuple[int, int, int, int, float], ...]] | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "memory.db"
        expected: dict[str, Hypothesis] = {}
        with closing(Memory(file)) as memory:
            for step in steps:
                kept = {s: user_edit(s, *value) for s, value in step.items() if value is not None}
                gone = [s for s, value in step.items() if value is None]
                kept = {s: edit for s, edit in kept.items() if all(min(link[:4]) >= 0 for link in edit.links)}
                assert memory.keep_edits("nb", "en", kept) and memory.forget_edits("nb", "en", gone)
                expected = {s: edit for s, edit in {**expected, **kept}.items() if s not in gone}
        lose(file)
        with closing(Memory(file)) as memory:
            assert memory.edits("nb", "en", [s for step in steps for s in step]) == expected


# Several at once


def test_two_windows_write_whole_records_in_turn(file: Path) -> None:
    def work(name: str) -> None:
        with closing(Memory(file)) as memory:
            for number in range(15):
                assert memory.keep_edits("nb", "en", edits_of(**{f"{name}{number}": "x" * 300}))

    threads = [threading.Thread(target=work, args=[name]) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lose(file)
    sentences = [f"{name}{number}" for name in "abc" for number in range(15)]
    assert len(opened(file, *sentences)[0]) == 45


def test_a_window_goes_on_in_a_journal_that_another_has_replaced(file: Path, memory: Memory) -> None:
    memory.keep_edits("nb", "en", edits_of(a="A"))
    with closing(Memory(file)) as other:
        assert other.forget_edits("nb", "en", ["a"])
    Journal(file).delete()
    assert memory.keep_edits("nb", "en", edits_of(b="B"))
    with closing(Memory(file)) as other:
        assert other.keep_edits("nb", "en", edits_of(c="C"))
    assert memory.keep_edits("nb", "en", edits_of(d="D"))
    memory.close()
    lose(file)
    assert opened(file, *"abcd")[0] == {"b": "B", "c": "C", "d": "D"}


# Links that come late


def test_links_are_kept_only_for_the_edit_they_were_made_for(file: Path, memory: Memory) -> None:
    old, linked = user_edit("Hei du.", "Hi there."), HI
    memory.keep_edits("nb", "en", {"Hei du.": old, "Ja.": user_edit("Ja.", "Yes.")})
    memory.keep_edits("nb", "en", {"Ja.": user_edit("Ja.", "Aye.")})
    late = {"Hei du.": linked, "Ja.": user_edit("Ja.", "Yes.", ((0, 2, 0, 3, 1.0),)), "Nei.": user_edit("Nei.", "No.")}
    assert memory.relink_edits("nb", "en", late) == {"Hei du."}
    memory.close()
    lose(file)
    with closing(Memory(file)) as again:
        assert again.edits("nb", "en", list(late)) == {"Hei du.": linked, "Ja.": user_edit("Ja.", "Aye.")}


def test_links_do_not_bring_a_forgotten_edit_back(file: Path, memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "Hi there.")})
    memory.forget_edits("nb", "en", ["Hei du."])
    assert memory.relink_edits("nb", "en", {"Hei du.": HI}) == set()
    memory.close()
    assert opened(file, "Hei du.")[0] == {}
    lose(file)
    assert opened(file, "Hei du.")[0] == {}


RELINKER = """
import sys
from pathlib import Path
from reader.memory.memory import Memory
from reader.parallel.user_translation import user_edit

memory = Memory(Path(sys.argv[1]))
for line in sys.stdin:
    text = line.strip()
    print(len(memory.relink_edits("nb", "en", {"a": user_edit("a", text, ((0, 1, 0, 1, 1.0),))})), flush=True)
"""


def test_a_late_link_job_of_another_program_does_not_overwrite_a_newer_edit(file: Path, memory: Memory) -> None:
    command = [sys.executable, "-c", RELINKER, str(file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdin is not None and other.stdout is not None
        for number in range(6):
            memory.keep_edits("nb", "en", edits_of(a=str(number)))
            for made_for, stored in ((number - 1, 0), (number, 1)):
                other.stdin.write(f"{made_for}\n")
                other.stdin.flush()
                assert int(other.stdout.readline()) == stored
            edit = memory.edits("nb", "en", ["a"])["a"]
            assert (edit.text, len(edit.links)) == (str(number), 1)
        other.stdin.close()


def test_links_of_a_translation_are_kept_only_while_it_is_the_one_remembered(memory: Memory) -> None:
    memory.store("p", {"a": Hypothesis("A", -0.5, linked=False), "b": Hypothesis("Nyere", -0.5, linked=False)})
    made = ((0, 1, 0, 1, 1.0),)
    memory.relink("p", {s: Hypothesis(t, -0.5, made) for s, t in (("a", "A"), ("b", "B"), ("c", "C"))})
    assert memory.lookup("p", ["a", "b", "c"]) == {
        "a": Hypothesis("A", -0.5, made),
        "b": Hypothesis("Nyere", -0.5, linked=False),
    }
