"""Where SQLite's write-ahead log cannot work, on network drives above all, the memory is kept in another way."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.memory import Memory, journal_mode as memory_mode
from reader.memory.journal_mode import on_network
from reader.parallel import Hypothesis, user_edit

HELLO = {"Hei.": Hypothesis("Hello.", -0.5)}


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(memory_mode, "on_network", lambda _: True)
        yield


def mode(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def said(file: Path) -> str:
    return (
        f"The translation memory, “{file}”, is on a network drive or similar. It is stored there in a slower "
        "but safe way."
    )


def use(file: Path, sentence: str) -> str:
    """Keep and find things; what was told."""
    with closing(Memory(file)) as memory:
        memory.store("p", {sentence: Hypothesis("x", -0.5)})
        assert memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "y")})
        assert memory.lookup("p", [sentence]) and memory.edits("nb", "en", [sentence])
        told = memory.take_problem()
        assert memory.take_problem() == ""
        return told


def test_on_a_network_drive_the_memory_is_kept_without_a_write_ahead_log_and_that_is_said_once(
    file: Path, network: None
) -> None:
    assert use(file, "a") == said(file)
    assert use(file, "b") == ""
    assert mode(file) != "wal"
    assert not list(file.parent.glob("*-wal"))


def test_a_memory_that_comes_to_a_network_drive_is_taken_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert use(file, "a") == ""
    assert mode(file) == "wal"
    with monkeypatch.context() as patch:
        patch.setattr(memory_mode, "on_network", lambda _: True)
        assert use(file, "b") == said(file)
        assert mode(file) == "delete"
        with closing(Memory(file)) as one, closing(Memory(file)) as two:
            one.store("p", HELLO)
            assert two.lookup("p", ["Hei."]) == HELLO
            assert two.lookup("p", ["a", "b"]).keys() == {"a", "b"}
    assert use(file, "c") == ""


@pytest.mark.parametrize("known", [False, True])
def test_where_programs_cannot_share_memory_it_works_all_the_same(file: Path, known: bool) -> None:
    if known:
        assert use(file, "a") == ""
    file.parent.mkdir(exist_ok=True)
    file.with_name("memory.db-shm").symlink_to("memory.db-shm")  # a circle, which nothing can be made in
    assert use(file, "b") == said(file)
    assert use(file, "c") == ""
    with closing(Memory(file)) as memory:
        assert memory.lookup("p", ["a", "b"]).keys() == ({"a", "b"} if known else {"b"})


def test_a_commit_without_a_write_ahead_log_waits_for_the_disk(file: Path, network: None) -> None:
    with closing(Memory(file)) as memory:
        memory.store("p", HELLO)
        memory.keep_edits("nb", "en", {"a": user_edit("a", "b")})
        assert memory._connection is not None
        assert memory._connection.execute("PRAGMA synchronous").fetchone() == (2,)


MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home rw - nfs4 server:/home rw
31 30 8:2 / /home/kari/lokal rw - xfs /dev/sdb1 rw
32 22 0:41 / /mnt/min\040disk rw master:1 - fuse.sshfs kari@server: rw
33 22 0:42 / /mnt/felles rw - cifs //server/felles rw
34 33 0:43 / /mnt/felles rw - tmpfs tmpfs rw
a line of another kind
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/var/memory.sqlite", False),
        ("/home/kari/data/memory.sqlite", True),
        ("/home", True),
        ("/homes/memory.sqlite", False),
        ("/home/kari/lokal/memory.sqlite", False),
        ("/mnt/min disk/memory.sqlite", True),
        ("/mnt/felles/memory.sqlite", False),
    ],
)
def test_a_network_drive_is_told_by_what_is_mounted_there(
    path: str, remote: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mountinfo").write_text(MOUNTS)
    monkeypatch.setattr(memory_mode, "_MOUNTS", tmp_path / "mountinfo")
    assert on_network(Path(path)) is remote


def test_without_a_list_of_mounts_no_drive_is_taken_for_a_remote_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_mode, "_MOUNTS", Path("/finnes/ikke"))
    assert not on_network(Path("/home"))


# A disk on which not a byte more can be written, not even what SQLite needs for reading in WAL mode

FULL = """
import resource, sys
from pathlib import Path
from reader.memory.memory import Memory
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
memory = Memory(Path(sys.argv[1]))
print([edit.text for edit in memory.edits("nb", "en", ["Hei."]).values()])
print([translation.text for translation in memory.lookup("p", ["Hei."]).values()])
print(memory.take_problem(), memory.take_problem())
"""
KILLED = """
import os, sys
from pathlib import Path
from reader.parallel.hypothesis import Hypothesis
from reader.memory.memory import Memory
from reader.parallel.user_translation import user_edit
memory = Memory(Path(sys.argv[1]))
memory.store("p", {"Hei.": Hypothesis("Hi.", -0.5)})
assert memory.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi there.")})
os._exit(9)
"""


def on_a_full_disk(file: Path) -> list[str]:
    run = subprocess.run([sys.executable, "-c", FULL, str(file)], capture_output=True, text=True)
    assert run.stderr == ""
    return run.stdout.splitlines()


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
@pytest.mark.parametrize("killed", [False, True])
def test_what_is_there_can_be_read_where_nothing_can_be_written(file: Path, killed: bool) -> None:
    use(file, "Hei.")
    if killed:
        subprocess.run([sys.executable, "-c", KILLED, str(file)])
        file.with_name(f"{file.name}-shm").unlink()
        assert file.with_name(f"{file.name}-wal").stat().st_size
    edits, translations, told = on_a_full_disk(file)
    assert (edits, translations) == ("['Hi there.']", "['Hi.']") if killed else ("['y']", "['x']")
    assert told.startswith("The translation memory,") and "cannot be used: the disk could not read or write" in told
    assert use(file, "Nei.") == ""


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
def test_a_table_that_cannot_be_made_there_is_no_damage(file: Path) -> None:
    use(file, "Hei.")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("DROP TABLE edit; DROP TABLE edit_journal; PRAGMA user_version = 1")
    edits, translations, told = on_a_full_disk(file)
    assert (edits, translations) == ("[]", "['x']") and "damaged" not in told
    assert not list(file.parent.glob("*damaged*"))
