"""The translation memory: what was stored is found again, and no problem with the file stops a translation."""

import gc
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from reader.memory import Memory
from reader.parallel import Hypothesis
from tests.reader.memory.databases import raw

PACKAGE = "translate-nb_en 1.9 1234567 nb en"
HELLO = Hypothesis("Hello.", -0.25, ((0, 3, 0, 5, 0.75), (3, 4, 5, 6, 1.0)), ("length", "number"))
NAMES = ("memory.db", "memory.db-wal", "memory.db-shm")

posix = pytest.mark.skipif(os.name != "posix", reason="modes, signals and limits as POSIX has them")


def found_in(file: Path, *sentences: str, package: str = PACKAGE) -> dict[str, Hypothesis]:
    with closing(Memory(file)) as other:
        found = other.lookup(package, sentences)
        assert other.take_problem() == ""
        return found


def batch(number: int, size: int = 30) -> dict[str, Hypothesis]:
    return {f"Setning {number}.{i}": Hypothesis(f"Sentence {number}.{i}", -0.5) for i in range(size)}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Storing


def test_what_was_stored_is_found_by_the_next_window(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO, "Ja.": Hypothesis("Yes.", 0.0)})
    expected = {"Hei.": HELLO, "Ja.": Hypothesis("Yes.", 0.0)}
    assert memory.lookup(PACKAGE, ["Hei.", "Ja.", "Nei."]) == expected
    memory.close()
    assert found_in(file, "Hei.", "Ja.", "Nei.") == expected
    assert memory.take_problem() == ""


def test_what_one_package_made_is_not_given_for_another(memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    memory.store("another", {"Hei.": Hypothesis("Hi.", -1.0)})
    assert memory.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}
    assert memory.lookup("another", ["Hei."])["Hei."].text == "Hi."
    assert memory.lookup("a third", ["Hei."]) == {}


def test_a_newer_translation_replaces_the_older(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    memory.store(PACKAGE, {"Hei.": Hypothesis("Hi.", -1.0)})
    assert found_in(file, "Hei.") == {"Hei.": Hypothesis("Hi.", -1.0)}


@pytest.mark.parametrize("other", ["hei.", "Hei. ", "Hei", "Hei.\0", "Hei.\n", "He\u0301i.", ""], ids=ascii)
def test_only_the_exact_text_is_found(memory: Memory, other: str) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO, "H\u00e9i.": HELLO})
    assert memory.lookup(PACKAGE, [other]) == {}


@pytest.mark.parametrize("number", [499, 500, 501, 1700])
def test_every_one_of_many_sentences_is_found_also_if_asked_for_twice(memory: Memory, number: int) -> None:
    finished = batch(0, number)
    memory.store(PACKAGE, finished)
    assert memory.lookup(PACKAGE, [*finished, "ukjent", *finished]) == finished


offsets = st.integers(0, 2**32 - 1) | st.integers(65530, 65540) | st.integers(0, 300)
links = st.tuples(offsets, offsets, offsets, offsets, st.floats(allow_nan=False))
texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\n\ufeff"), max_size=20)
entries = st.builds(
    Hypothesis,
    texts,
    st.floats(allow_nan=False),
    st.lists(links, max_size=5).map(tuple),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    judged=st.sampled_from(["", "1", "12 nb en"]),
)


@settings(max_examples=2 * settings().max_examples)
@given(st.dictionaries(texts, entries, max_size=5), texts)
def test_whatever_is_stored_comes_back_as_it_was(finished: dict[str, Hypothesis], package: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "memory.db"
        with closing(Memory(file)) as memory:
            memory.store(package, finished)
        found = found_in(file, *finished, package=package)
        assert found == finished
        assert [found[each].judged for each in finished] == [each.judged for each in finished.values()]


@pytest.mark.parametrize(
    "entry",
    [
        ("\ud800", Hypothesis("a", -1.0)),
        ("a", Hypothesis("b\udcff", -1.0)),
        ("a", Hypothesis("a", float("nan"))),
    ],
    ids=["source", "target", "score"],
)
def test_what_cannot_be_written_is_left_out_and_the_rest_kept(memory: Memory, entry: tuple[str, Hypothesis]) -> None:
    memory.store(PACKAGE, dict([entry, ("Hei.", HELLO)]))
    assert memory.lookup(PACKAGE, [entry[0], "\udfff", "Hei."]) == {"Hei.": HELLO}
    memory.store("\ud800", {"Hei.": HELLO})
    assert memory.lookup("\ud800", ["Hei."]) == {}
    assert memory.take_problem() == ""


def test_nothing_is_written_before_there_is_something_to_keep(file: Path, memory: Memory) -> None:
    assert memory.lookup(PACKAGE, ["Hei."]) == memory.lookup(PACKAGE, []) == {}
    memory.store(PACKAGE, {})
    assert not file.parent.exists()


def test_a_memory_without_a_file_remembers_nothing() -> None:
    with closing(Memory(None)) as memory:
        memory.store(PACKAGE, {"Hei.": HELLO})
        assert memory.lookup(PACKAGE, ["Hei."]) == {}
        assert memory.take_problem() == ""


def test_a_closed_memory_stays_closed(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    memory.close()
    memory.close()
    memory.store(PACKAGE, {"Ja.": HELLO})
    assert memory.lookup(PACKAGE, ["Hei."]) == {}
    assert names(file.parent) == ["memory.db"]
    assert found_in(file, "Hei.", "Ja.") == {"Hei.": HELLO}


@posix
def test_the_files_are_for_the_user_alone(file: Path, memory: Memory) -> None:
    before = os.umask(0)
    try:
        memory.store(PACKAGE, {"Hei.": HELLO})
    finally:
        os.umask(before)
    assert names(file.parent) == sorted(NAMES)
    assert {mode(path) for path in file.parent.iterdir()} == {0o600}
    assert mode(file.parent) == 0o700


@posix
def test_files_that_others_could_read_are_made_private(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    for name in NAMES:
        file.with_name(name).chmod(0o644)
    found_in(file, "Hei.")
    assert {mode(path) for path in file.parent.iterdir()} == {0o600}


@posix
def test_a_link_to_a_file_that_is_to_come_makes_that_file(tmp_path: Path) -> None:
    (tmp_path / "lenke.db").symlink_to(tmp_path / "ekte" / "memory.db")
    with closing(Memory(tmp_path / "lenke.db")) as memory:
        memory.store(PACKAGE, {"Hei.": HELLO})
    assert (tmp_path / "lenke.db").is_symlink()
    assert mode(tmp_path / "ekte" / "memory.db") == 0o600


def test_the_file_is_in_write_ahead_mode_and_says_which_schema_it_has(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    assert raw(file, "PRAGMA journal_mode") == [("wal",)]
    assert raw(file, "PRAGMA user_version") == [(2,)]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(file: Path, enabled: bool) -> None:
    filled(file)
    sql("links = 1")(file)
    (gc.enable if enabled else gc.disable)()
    try:
        with closing(Memory(file)) as memory:
            memory.lookup(PACKAGE, list(batch(1)))
            assert memory.take_problem()
        assert gc.isenabled() == enabled
    finally:
        gc.enable()


# Several at once


def test_two_windows_see_what_the_other_finished(file: Path, memory: Memory) -> None:
    with closing(Memory(file)) as other:
        for number in range(5):
            first, second = (memory, other) if number % 2 else (other, memory)
            first.store(PACKAGE, batch(number))
            assert second.lookup(PACKAGE, list(batch(number))) == batch(number)


def test_threads_may_share_a_memory(file: Path, memory: Memory) -> None:
    wrong: list[object] = []

    def work(number: int) -> None:
        for step in range(8):
            finished = batch(100 * number + step)
            memory.store(PACKAGE, finished)
            if memory.lookup(PACKAGE, list(finished)) != finished:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (wrong, memory.take_problem()) == ([], "")
    assert raw(file, "SELECT count(*) FROM translation") == [(4 * 8 * 30,)]


def test_windows_that_begin_the_file_at_the_same_moment_lose_nothing(tmp_path: Path) -> None:
    start = threading.Barrier(6)

    def work(file: Path, number: int) -> None:
        with closing(Memory(file)) as memory:
            start.wait()
            memory.store(PACKAGE, batch(number))

    for attempt in range(15):
        file = tmp_path / f"{attempt}.db"
        threads = [threading.Thread(target=work, args=[file, number]) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert raw(file, "SELECT count(*) FROM translation") == [(6 * 30,)]


WRITER = """
import sys
from pathlib import Path
from reader.parallel.hypothesis import Hypothesis
from reader.memory.memory import Memory

memory, name, number = Memory(Path(sys.argv[1])), sys.argv[2], 0
sys.stdin.readline()
while number < int(sys.argv[3]):
    batch = {f"{name} {number}.{i}": Hypothesis("x" * 200, -0.5, ((0, 1, 0, 1, 0.5),) * 20) for i in range(30)}
    memory.store("p", batch)
    print(memory.take_problem() or number, flush=True)
    number += 1
memory.close()
"""


def start_writer(file: Path, name: str, batches: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(file), name, str(batches)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)


def test_processes_that_begin_the_file_at_the_same_moment_lose_nothing(file: Path) -> None:
    writers = [start_writer(file, str(number), 5) for number in range(4)]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert [writer.communicate()[0].split() for writer in writers] == [list("01234")] * 4
    assert raw(file, "SELECT count(*) FROM translation") == [(4 * 5 * 30,)]


@posix
@pytest.mark.parametrize("lines", [1, 2, 60, 90], ids="after {} batches".format)
def test_a_process_that_is_killed_loses_at_most_its_current_batch(file: Path, lines: int) -> None:
    with start_writer(file, "drept", 10**9) as writer:
        assert writer.stdin is not None and writer.stdout is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
        acknowledged = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.read().split()
        assert writer.wait() == -signal.SIGKILL
    assert acknowledged == [str(number) for number in range(len(acknowledged))]
    kept = [f"drept {number}.{i}" for number in range(len(acknowledged)) for i in range(30)]
    assert len(found_in(file, *kept, package="p")) == len(kept)
    assert raw(file, "PRAGMA integrity_check") == [("ok",)]
    ((rows,),) = raw(file, "SELECT count(*) FROM translation")
    assert rows in (len(kept), len(kept) + 30)
    assert names(file.parent) == ["memory.db"]


@posix
def test_a_process_that_is_killed_while_it_begins_the_file_leaves_one_that_opens(file: Path) -> None:
    with start_writer(file, "drept", 10**9) as writer:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
        while not file.exists():
            assert writer.poll() is None
        writer.send_signal(signal.SIGKILL)
    with closing(Memory(file)) as memory:
        memory.store(PACKAGE, {"Hei.": HELLO})
        assert memory.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}
        assert memory.take_problem() == ""


# A damaged file


def garbage(file: Path) -> None:
    file.write_bytes(b"Dette er ingen database. " * 400)


def cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def overwritten(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(8192)
        opened.write(b"\xa5" * (size - 8192))


def of_another_program(file: Path) -> None:
    file.unlink()
    raw(file, "CREATE TABLE bilder (id)")


def without_tables(file: Path) -> None:
    raw(file, "DROP TABLE translation")


def sql(assignment: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        raw(file, f"UPDATE translation SET {assignment}")

    return change


DAMAGES = {
    "no database": garbage,
    "cut short": cut_short,
    "pages overwritten": overwritten,
    "a database of another program": of_another_program,
    "a table is missing": without_tables,
    "links of no kind": sql("links = x'7a00'"),
    "links cut short": sql("links = x'480102'"),
    "links that are a number": sql("links = 1"),
    "a text that is no UTF-8": sql("target = CAST(x'ff41' AS TEXT)"),
    "a blob for a text": sql("target = x'41'"),
    "a text for a score": sql("score = 'høy'"),
    "warnings of no kind": sql("warnings = '{'"),
    "warnings of rules without a name": sql("warnings = '[[]]'"),
    "warnings that are no codes": sql("""warnings = '[["7"], {"x": 1}]'"""),
}


def filled(file: Path) -> None:
    with closing(Memory(file)) as memory:
        for number in range(10):
            memory.store(PACKAGE, batch(number))


# Damages after which the list of tables or part of the edits cannot be read.
WITHOUT_EDITS = ("no database", "cut short", "pages overwritten")


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(file: Path, name: str) -> None:
    filled(file)
    DAMAGES[name](file)
    before = file.read_bytes()
    with closing(Memory(file)) as memory:
        assert memory.lookup(PACKAGE, list(batch(1))) == {}
        kept = file.with_name("memory.db.damaged-1")
        said = f"The translation memory was damaged. It was kept as “{kept}” and a new one was started"
        said += ". Some of your edits may be missing." if name in WITHOUT_EDITS else "."
        assert (memory.take_problem(), memory.take_problem()) == (said, "")
        assert kept.stat().st_size == len(before)
        memory.store(PACKAGE, {"Hei.": HELLO})
        assert memory.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}
        assert memory.take_problem() == ""
    assert found_in(file, "Hei.") == {"Hei.": HELLO}


def test_a_batch_that_meets_a_damaged_file_is_kept_in_the_new_one(file: Path) -> None:
    file.parent.mkdir()
    garbage(file)
    with closing(Memory(file)) as memory:
        memory.store(PACKAGE, {"Hei.": HELLO})
        assert "damaged-1" in memory.take_problem()
    assert found_in(file, "Hei.") == {"Hei.": HELLO}


def test_no_damaged_file_takes_the_place_of_another(file: Path) -> None:
    file.parent.mkdir()
    (file.parent / "memory.db.damaged-2-wal").write_text("rest")
    for number in (1, 3):
        file.write_bytes(b"skadet %d " % number * 1000)
        with closing(Memory(file)) as memory:
            memory.store(PACKAGE, {"Hei.": HELLO})
            assert f"memory.db.damaged-{number}”" in memory.take_problem()
    for number in (1, 3):
        assert (file.parent / f"memory.db.damaged-{number}").read_bytes().startswith(b"skadet %d" % number)
    assert (file.parent / "memory.db.damaged-2-wal").read_text() == "rest"


def test_a_file_damaged_during_the_run_is_replaced_and_a_second_time_given_up(file: Path) -> None:
    filled(file)
    with closing(Memory(file)) as memory:
        assert memory.lookup(PACKAGE, list(batch(1)))
        for part in ("damaged-1", "cannot be used: it is damaged."):
            without_tables(file)
            memory.store(PACKAGE, batch(1))
            assert part in memory.take_problem()
            assert memory.take_problem() == ""
        memory.store(PACKAGE, batch(1))
        assert memory.lookup(PACKAGE, list(batch(1))) == {}
        assert memory.take_problem() == ""
    assert names(file.parent) == ["memory.db", "memory.db.damaged-1"]


@posix
def test_a_file_that_another_window_set_aside_is_left_and_the_new_one_used(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    for name in NAMES:
        os.replace(file.with_name(name), file.with_name(f"borte-{name}"))
    with closing(Memory(file)) as other:
        other.store(PACKAGE, {"Ja.": HELLO})
        assert memory.lookup(PACKAGE, ["Hei.", "Ja."]) == {"Ja.": HELLO}
        memory.store(PACKAGE, {"Nei.": HELLO})
        assert other.lookup(PACKAGE, ["Nei."]) == {"Nei.": HELLO}
    assert memory.take_problem() == ""


@posix
def test_a_file_that_was_deleted_is_begun_anew(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {"Hei.": HELLO})
    for name in NAMES:
        file.with_name(name).unlink()
    assert memory.lookup(PACKAGE, ["Hei."]) == {}
    memory.store(PACKAGE, {"Ja.": HELLO})
    assert found_in(file, "Hei.", "Ja.") == {"Ja.": HELLO}


@pytest.mark.parametrize("first", ["lookup", "store"])
def test_a_file_of_a_newer_program_is_left_as_it_is(file: Path, first: str) -> None:
    filled(file)
    raw(file, "PRAGMA user_version = 3")
    before = file.read_bytes()
    with closing(Memory(file)) as memory:
        if first == "store":
            memory.store(PACKAGE, {"Hei.": HELLO})
        assert memory.lookup(PACKAGE, [*batch(1), "Hei."]) == {}
        memory.store(PACKAGE, {"Hei.": HELLO})
        said = f"The translation memory, “{file}”, was made by a newer version of Tospalt and was left unchanged."
        assert (memory.take_problem(), memory.take_problem()) == (said, "")
    assert file.read_bytes() == before
    assert names(file.parent) == ["memory.db"]


@pytest.mark.parametrize(
    "change",
    [
        "",
        "ALTER TABLE edit ADD COLUMN author TEXT",
        "ALTER TABLE edit RENAME TO old_edit",
        "ALTER TABLE translation ADD COLUMN author TEXT",
        "DROP TRIGGER edit_kept; DROP TRIGGER edit_forgotten; DROP TABLE edit_journal",
    ],
)
@pytest.mark.parametrize("first", ["store", "keep", "read", "forget"])
def test_a_file_that_a_newer_program_changes_meanwhile_is_left_as_it_made_it(
    change: str, first: str, file: Path, memory: Memory
) -> None:
    edit = {"Hei.": HELLO}
    memory.store(PACKAGE, edit)
    assert memory.keep_edits("nb", "en", edit)
    with closing(sqlite3.connect(file)) as newer:
        newer.executescript(f"BEGIN; {change}; PRAGMA user_version = 3; COMMIT")
        before, files = list(newer.iterdump()), names(file.parent)
        if first == "store":
            memory.store(PACKAGE, {"Ny.": HELLO})
        elif first == "keep":
            assert not memory.keep_edits("nb", "en", {"Ny.": HELLO})
        elif first == "read":
            memory.edits("nb", "en", ["Hei."])
        assert memory.forget_everything() is None
        assert "was made by a newer version of Tospalt" in memory.take_problem()
        assert list(newer.iterdump()) == before and names(file.parent) == files


# A disk that cannot be written


def unusable(file: Path, why: str) -> str:
    return f"The translation memory, “{file}”, cannot be used: {why}. New translations will not be remembered."


def test_a_file_where_the_folder_should_be_is_told_once(file: Path, memory: Memory) -> None:
    file.parent.touch()
    for _ in range(3):
        memory.store(PACKAGE, {"Hei.": HELLO})
        assert memory.lookup(PACKAGE, ["Hei."]) == {}
    assert (memory.take_problem(), memory.take_problem()) == (unusable(file, "file exists"), "")
    file.parent.unlink()
    memory.store(PACKAGE, {"Hei.": HELLO})
    assert memory.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}


def test_a_folder_where_the_file_should_be_is_left(file: Path, memory: Memory) -> None:
    file.mkdir(parents=True)
    assert memory.lookup(PACKAGE, ["Hei."]) == {}
    memory.store(PACKAGE, {"Hei.": HELLO})
    assert (memory.take_problem(), memory.take_problem()) == (unusable(file, "it is a folder"), "")
    assert names(file.parent) == ["memory.db"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told_once(file: Path, memory: Memory) -> None:
    file.parent.mkdir(mode=0o500)
    for _ in range(2):
        memory.store(PACKAGE, {"Hei.": HELLO})
    assert (memory.take_problem(), memory.take_problem()) == (unusable(file, "permission denied"), "")


def limit_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limit files to 40 pages, which SQLite reports like a full disk."""
    connect = sqlite3.connect

    def small(*arguments: object, **keywords: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **keywords)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 40")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)


def test_a_full_disk_is_told_once_and_what_was_kept_is_still_found(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        limit_pages(patch)
        for number in range(300):
            memory.store(PACKAGE, batch(number))
        said = "The disk is full. New translations will not be remembered until there is free space."
        assert (memory.take_problem(), memory.take_problem()) == (said, "")
        assert memory.lookup(PACKAGE, list(batch(0))) == batch(0)
        assert memory.lookup(PACKAGE, list(batch(299))) == {}
    memory.close()
    assert raw(file, "PRAGMA integrity_check") == [("ok",)]
    ((rows,),) = raw(file, "SELECT count(*) % 30 FROM translation")
    assert rows == 0  # no partial batch
    with closing(Memory(file)) as roomy:
        roomy.store(PACKAGE, batch(299))
        assert roomy.lookup(PACKAGE, list(batch(299))) == batch(299)


@posix
def test_a_disk_that_refuses_to_write_is_told_once_and_the_file_stays_sound(file: Path) -> None:
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n{WRITER}"
    run = subprocess.run(
        [sys.executable, "-c", limited, str(file), "full", "100"], input="\n", capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")
    said = [line for line in run.stdout.splitlines() if not line.isdecimal()]
    assert said == [unusable(file, "the disk could not read or write it")]
    kept = [f"full {number}.{i}" for number in range(run.stdout.splitlines().index(said[0])) for i in range(30)]
    assert len(found_in(file, *kept, package="p")) == len(kept) > 0
    assert raw(file, "PRAGMA integrity_check") == [("ok",)]


def test_a_file_that_stays_locked_is_passed_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.0)
    filled(file)
    with closing(Memory(file)) as other, closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            other.store(PACKAGE, {"Hei.": HELLO})
        said = "Another program is using the translation memory. Some translations will not be remembered."
        assert (other.take_problem(), other.take_problem()) == (said, "")
        assert other.lookup(PACKAGE, list(batch(1))) == batch(1)
        holder.execute("ROLLBACK")
        other.store(PACKAGE, {"Hei.": HELLO})
        assert other.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}


def test_what_was_judged_is_not_waited_for_and_nobody_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 30.0)
    filled(file)
    sentence = next(iter(batch(1)))
    judged = replace(batch(1)[sentence], warnings=("number",), judged="7")
    with closing(Memory(file)) as memory, closing(sqlite3.connect(file, isolation_level=None)) as holder:
        memory.lookup(PACKAGE, [sentence])
        holder.execute("BEGIN IMMEDIATE")
        memory.note_judged(PACKAGE, {sentence: judged})
        assert memory.take_problem() == ""
        holder.execute("ROLLBACK")
        assert memory.lookup(PACKAGE, [sentence])[sentence].warnings == batch(1)[sentence].warnings
        memory.note_judged(PACKAGE, {sentence: judged})
        assert memory.lookup(PACKAGE, [sentence])[sentence].warnings == ("number",)


def test_several_problems_are_told_one_after_the_other(file: Path, memory: Memory) -> None:
    file.parent.touch()
    memory.store(PACKAGE, {"Hei.": HELLO})
    file.parent.unlink()
    file.parent.mkdir()
    garbage(file)
    memory.store(PACKAGE, {"Hei.": HELLO})
    told = [memory.take_problem() for _ in range(3)]
    assert [("cannot be used" in said, "damaged-1" in said) for said in told] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert memory.lookup(PACKAGE, ["Hei."]) == {"Hei.": HELLO}


def test_no_problem_quotes_the_text(file: Path) -> None:
    filled(file)
    sql("target = CAST(x'68656d6d656c6967ff' AS TEXT)")(file)
    with closing(Memory(file)) as memory:
        memory.lookup(PACKAGE, list(batch(1)))
        assert "hemmelig" not in memory.take_problem()


OLD, NEW = "translate-nb_en 0.1 9", "translate-nb_en 0.3 25"


@pytest.mark.parametrize(
    ("old", "new", "is_replaced"),
    [
        (OLD, NEW, True),
        ("translate-nb_en 0.9 9", "translate-nb_en 0.10 9", True),
        ("translate-nb_en 0.3 9", "translate-nb_en 0.3.1 9", True),
        ("translate-nb_en 0.3.1 9", "translate-nb_en 0.4 9", True),
        ("translate-sv_nb 0.1 9", "translate-sv_nb 0.2 9", False),  # not one that comes with the program
        (f"translate-sv_nb 1.9 3 + {OLD}", f"translate-sv_nb 1.9 3 + {NEW}", True),
        (NEW, OLD, False),
        ("translate-nb_en 1.8 80", "translate-nb_en 1.9 80", False),  # the user may have both and choose
        (OLD, "translate-nb_en 1.9 80", False),
        (OLD, "translate-en_nb 0.3 25", False),
        (f"translate-sv_nb 1.9 3 + {OLD}", NEW, False),
    ],
)
def test_what_an_older_starter_package_said_goes_when_the_new_one_has_said_it(
    memory: Memory, old: str, new: str, is_replaced: bool
) -> None:
    memory.store(old, {"Hei.": HELLO, "Takk.": Hypothesis("Thank.", -1.0)})
    memory.store(new, {"Hei.": Hypothesis("Hi.", -1.0)})
    assert set(memory.lookup(old, ["Hei.", "Takk."])) == ({"Takk."} if is_replaced else {"Hei.", "Takk."})
    memory.store(new, {"Takk.": Hypothesis("Thanks.", -1.0)})
    assert memory.packages() == ([new] if is_replaced else [old, new])
    assert set(memory.lookup(new, ["Hei.", "Takk."])) == {"Hei.", "Takk."}


def test_new_links_leave_the_warnings_that_say_by_which_rules_they_were_found(memory: Memory) -> None:
    known = Hypothesis("There were 13.", -1.0, (), ("number",), judged="1 nb en")
    memory.store(PACKAGE, {"Vi var tolv.": known})
    links = ((0, 2, 0, 5, 0.5),)
    memory.relink(PACKAGE, {"Vi var tolv.": Hypothesis("There were 13.", -1.0, links, ("name",))})
    [found] = memory.lookup(PACKAGE, ["Vi var tolv."]).values()
    assert (found.links, found.warnings, found.judged) == (links, ("number",), "1 nb en")
