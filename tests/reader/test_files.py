"""Atomic writing: the old file stays until the new one is complete."""

import errno
import os
import stat
from pathlib import Path

import pytest

from reader.errors import OutputError
from reader.files import (
    NotOrdinaryError,
    TooLargeError,
    is_folder,
    is_regular,
    is_there,
    open_regular,
    read_bytes,
    read_up_to,
    write_atomically,
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes and devices as POSIX has them")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def disk_full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_bytes(tmp_path: Path) -> None:
    write_atomically(tmp_path / "ny.pdf", b"\0\r\n\xff")
    assert (tmp_path / "ny.pdf").read_bytes() == b"\0\r\n\xff"
    assert names(tmp_path) == ["ny.pdf"]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"en lang gammel tekst")
    write_atomically(path, b"ny")
    assert path.read_bytes() == b"ny"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("private", [False, True], ids=["export", "private"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, private: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"gammel")
    monkeypatch.setattr(os, step, disk_full)
    with pytest.raises(OutputError) as caught:
        write_atomically(path, b"ny", private=private)
    assert str(caught.value) == f"“{path}” cannot be written: the disk is full."
    assert path.read_bytes() == b"gammel"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.txt", b"ny")
    assert names(tmp_path) == []


def test_the_bytes_are_on_the_disk_before_the_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        assert not (tmp_path / "a.txt").exists()
        fsync(descriptor)
        synced.append(next(tmp_path.iterdir()).read_bytes())

    monkeypatch.setattr(os, "fsync", watched)
    write_atomically(tmp_path / "a.txt", b"hele teksten")
    assert synced == [b"hele teksten"]


@posix
def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "ekte").mkdir()
    target, link = tmp_path / "ekte" / "a.txt", tmp_path / "lenke.txt"
    target.write_bytes(b"gammel")
    link.symlink_to(Path("ekte") / "a.txt")
    write_atomically(link, b"ny")
    assert link.is_symlink()
    assert target.read_bytes() == b"ny"
    assert names(tmp_path) == ["ekte", "lenke.txt"]


@posix
def test_a_link_to_a_file_that_is_to_come_makes_that_file(tmp_path: Path) -> None:
    (tmp_path / "lenke.txt").symlink_to(tmp_path / "ny.txt")
    write_atomically(tmp_path / "lenke.txt", b"ny")
    assert (tmp_path / "lenke.txt").is_symlink()
    assert (tmp_path / "ny.txt").read_bytes() == b"ny"


@posix
def test_a_loop_of_links_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    write_atomically(tmp_path / "a", b"ny")
    assert (tmp_path / "a").read_bytes() == b"ny"


@posix
@pytest.mark.parametrize("kept", [0o600, 0o640, 0o666])
def test_an_old_file_keeps_its_mode(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"gammel")
    path.chmod(kept)
    write_atomically(path, b"ny")
    assert mode(path) == kept


@posix
def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "vanlig.txt").touch()
    write_atomically(tmp_path / "ny.txt", b"ny")
    assert mode(tmp_path / "ny.txt") == mode(tmp_path / "vanlig.txt")


@posix
def test_a_private_file_is_for_the_user_alone_even_if_it_was_not(tmp_path: Path) -> None:
    path = tmp_path / "data" / "dypere" / "liste.json"
    write_atomically(path, b"{}", private=True)
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    path.chmod(0o644)
    write_atomically(path, b"[]", private=True)
    assert mode(path) == 0o600


@pytest.mark.parametrize("private", [False, True], ids=["export", "private"])
def test_a_folder_is_not_replaced(tmp_path: Path, private: bool) -> None:
    with pytest.raises(OutputError) as caught:
        write_atomically(tmp_path, b"ny", private=private)
    assert str(caught.value) == f"“{tmp_path}” cannot be written: it is a folder."
    assert names(tmp_path) == []


def test_a_folder_that_is_missing_is_not_made_for_an_export(tmp_path: Path) -> None:
    path = tmp_path / "borte" / "a.pdf"
    with pytest.raises(OutputError) as caught:
        write_atomically(path, b"ny")
    assert str(caught.value) == f"“{path}” cannot be written: no such file or folder."
    assert names(tmp_path) == []


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "fil" / "a.json", b"{}", private=True)


@pytest.mark.parametrize(
    "name", ["å" * 120, "字" * 80, "x" * 251 + ".txt"], ids=["240 bytes", "three bytes each", "255"]
)
def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path, name: str) -> None:
    write_atomically(tmp_path / name, b"ny")
    assert (tmp_path / name).read_bytes() == b"ny"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"], ids=["too long", "a zero in it"])
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"\.$"):
        write_atomically(tmp_path / name, b"ny")
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with pytest.raises(OutputError, match="“/dev/full” cannot be written: the disk is full"):
        write_atomically(Path("/dev/full"), b"ny")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@posix
def test_a_private_file_is_not_written_into_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "liste.json")
    with pytest.raises(OutputError, match="cannot be written: it is not an ordinary file"):
        write_atomically(tmp_path / "liste.json", b"{}", private=True)
    assert stat.S_ISFIFO((tmp_path / "liste.json").stat().st_mode)


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\r\n\x1aabc")
    assert read_bytes(path, 6) == b"\r\n\x1aabc"
    with pytest.raises(TooLargeError) as caught:
        read_bytes(path, 5)
    assert caught.value.size == 6
    with open(path, "rb") as file, pytest.raises(TooLargeError):
        read_up_to(file, 5, path)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_file_that_has_more_than_it_says_is_read_up_to_its_limit_too() -> None:
    assert b"Name:" in read_bytes(Path("/proc/self/status"), 100_000)
    with pytest.raises(TooLargeError):
        read_bytes(Path("/proc/self/status"), 20)


@posix
def test_only_ordinary_files_are_opened_whatever_is_there(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("to pipe", "loop", "broken", "good"):
        target = {"to pipe": "pipe", "loop": "loop", "broken": "nowhere", "good": "file"}[name]
        (tmp_path / name).symlink_to(tmp_path / target)
    (tmp_path / "file").write_bytes(b"abc")
    for name, error in (
        ("pipe", NotOrdinaryError),
        ("to pipe", NotOrdinaryError),
        ("/dev/zero", NotOrdinaryError),
        ("", IsADirectoryError),
        ("loop", OSError),
        ("broken", FileNotFoundError),
        ("a\0b", ValueError),
    ):
        with pytest.raises(error):
            open_regular(tmp_path / name)
        assert not is_regular(tmp_path / name)
    with open_regular(tmp_path / "good") as file:
        assert file.read() == b"abc"


@posix
def test_a_pipe_that_takes_the_place_of_a_file_at_the_last_moment_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr("reader.files.check_regular", lambda _: None)  # as if it had just been a regular file
    before = len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(NotOrdinaryError):
        open_regular(tmp_path / "pipe")
    assert len(list(Path("/dev/fd").iterdir())) == before


NO_NAMES = ["a" * 300, "a/" * 5000, "a\0b", "\ud800"]


@pytest.mark.parametrize("name", NO_NAMES, ids=["long", "deep", "NUL", "surrogate"])
def test_what_no_file_can_be_called_is_simply_not_there(name: str, tmp_path: Path) -> None:
    asked = (is_folder, is_there, is_regular)
    assert not any(ask(tmp_path / name) for ask in asked)


def test_what_may_not_be_looked_at_is_simply_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refused)
    assert not (is_folder(tmp_path) or is_there(tmp_path) or is_regular(tmp_path))


def test_folders_and_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert is_folder(tmp_path) and is_there(tmp_path) and is_there(tmp_path / "file")
    assert not is_folder(tmp_path / "file") and not is_there(tmp_path / "none")
