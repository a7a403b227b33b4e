"""Partly written files, and what killed programs leave of them."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.cli import DONE, main
from reader.files import check_writable, write_atomically
from reader.parts import part_of, sweep_parts
from reader.paths import PARTS_FOLDER
from tests.source_tree import ROOT, imported, of_each

posix = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")

BEGUN = """
import os, sys
from pathlib import Path
from reader.parts import part_of
with part_of(Path(sys.argv[1])) as part:
    part.write_bytes(b"half")
    print(part, flush=True)
    sys.stdin.readline()
    os._exit(9)  # as if killed: nothing is tidied up
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of notes, which does not exist yet."""
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / PARTS_FOLDER


def begin(target: Path) -> "tuple[subprocess.Popen[str], Path]":
    process = subprocess.Popen(
        [sys.executable, "-c", BEGUN, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().rstrip("\n"))


def end(process: "subprocess.Popen[str]") -> None:
    process.communicate("now\n")


def test_what_a_killed_program_had_begun_to_write_is_deleted(notes: Path, tmp_path: Path) -> None:
    process, part = begin(tmp_path / "a.pdf")
    end(process)
    assert part.read_bytes() == b"half"
    sweep_parts()
    assert not part.exists()
    assert list(notes.iterdir()) == []


def test_a_folder_of_a_killed_program_is_deleted_with_what_is_in_it(notes: Path, tmp_path: Path) -> None:
    process, part = begin(notes / "model")
    part.unlink()
    part.mkdir()
    (part / "model.bin").write_bytes(b"half")
    end(process)
    sweep_parts()
    assert not part.exists()
    assert list(notes.iterdir()) == []


def test_a_command_deletes_it_when_it_starts(
    notes: Path, tmp_path: Path, user_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    process, part = begin(tmp_path / "a.pdf")
    end(process)
    assert main(["packages", "list"]) == DONE
    assert not part.exists()


def test_what_a_program_is_writing_is_left_alone(notes: Path, tmp_path: Path) -> None:
    process, part = begin(tmp_path / "a.pdf")
    sweep_parts()
    assert part.exists()
    end(process)
    sweep_parts()
    assert not part.exists()


def test_the_parts_of_others_are_left_alone(notes: Path, tmp_path: Path) -> None:
    process, part = begin(tmp_path / "a.pdf")
    end(process)
    others = [part.with_name(name) for name in (".a.pdf.0123456789ab.part", "b.part")]
    for other in others:
        other.touch()
    sweep_parts()
    assert all(other.exists() for other in others) and not part.exists()


@pytest.mark.parametrize("name", ["a.pdf", ".a.0123456789ab.part.json", "x.part", ".0123456789ab.part/a", ""])
def test_a_damaged_note_deletes_no_other_file(notes: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name if name else tmp_path
    if name:
        file.parent.mkdir(exist_ok=True)
        file.touch()
    notes.mkdir(parents=True)
    (notes / "1-a.note").write_bytes(os.fsencode(file))
    sweep_parts()
    assert file.exists() and list(notes.iterdir()) == []


@given(st.binary(max_size=300))
def test_whatever_is_in_a_note_nothing_fails(content: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        notes = Path(os.environ["TOSPALT_DATA"]) / "noted" / PARTS_FOLDER
        patch.setenv("TOSPALT_DATA", str(notes.parent))
        notes.mkdir(parents=True, exist_ok=True)
        (notes / "1-a.note").write_bytes(content)
        sweep_parts()
        assert list(notes.iterdir()) == [] or b"/" in content


def test_a_drive_that_is_not_there_is_waited_for_some_weeks(notes: Path, tmp_path: Path) -> None:
    notes.mkdir(parents=True)
    note = notes / "1-a.note"
    note.write_bytes(os.fsencode(tmp_path / "drive" / ".a.0123456789ab.part"))
    sweep_parts()
    assert note.exists()
    os.utime(note, (0, time.time() - 29 * 24 * 3600))
    sweep_parts()
    assert not note.exists()


def test_where_nothing_was_written_nothing_is_made(notes: Path) -> None:
    sweep_parts()
    assert not notes.exists()


def test_a_file_is_written_even_where_nothing_can_be_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").touch()
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    write_atomically(tmp_path / "a.txt", b"ny")
    assert (tmp_path / "a.txt").read_bytes() == b"ny"
    sweep_parts()


def test_a_note_that_cannot_be_written_leaves_nothing_behind(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reader.parts.private", full)
    with part_of(tmp_path / "a.txt") as part:
        part.write_bytes(b"ny")
    assert list(notes.iterdir()) == []


def test_a_file_is_noted_privately_before_it_is_made(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with part_of(tmp_path / "a.txt") as part:
        assert not part.exists()
        [note] = notes.glob("*.note")
        assert note.read_bytes() == os.fsencode(part)
        if os.name == "posix":
            assert [stat.S_IMODE(path.stat().st_mode) for path in (notes, note)] == [0o700, 0o600]
    assert list(notes.iterdir()) == []


def test_after_writing_nothing_is_noted(notes: Path, tmp_path: Path) -> None:
    check_writable(tmp_path / "a.txt")
    write_atomically(tmp_path / "a.txt", b"ny")
    assert list(notes.iterdir()) == []


@posix
@pytest.mark.parametrize("old", [None, 0o600, 0o640, 0o644])
def test_only_the_user_can_read_a_file_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: int | None
) -> None:
    path, modes = tmp_path / "a.txt", []
    if old is not None:
        path.touch(old)
        path.chmod(old)
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    write_atomically(path, b"hemmelig")
    assert modes == [0o600]


@of_each("reader", "ui")
def test_no_module_leaves_temporary_files_with_a_name(path: Path) -> None:
    """The temporary file of one exception has no name, and goes away with the program; the other makes none."""
    exceptions = ROOT / "reader" / "engine" / "trial.py", ROOT / "ui" / "toolkit" / "instance_place.py"
    assert "tempfile" not in imported(path) or path in exceptions
    text = path.read_text("utf-8")
    assert not [name for name in ("QTemporary", "mkdtemp", "NamedTemporaryFile", "mkstemp") if name in text]
