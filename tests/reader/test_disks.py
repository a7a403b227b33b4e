"""Which disk a file is on, without asking the disk."""

from pathlib import Path

import pytest

from reader import disks
from reader.disks import Disks


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with what is mounted: a disk of this machine with a space in its name, and one of a network."""
    place = str(tmp_path).encode()
    lines = [
        b"/dev/sda1 / ext4 rw 0 0",
        b"/dev/sdb1 " + place + rb"/my\040\303\245 ext4 rw 0 0",
        b"server:/a " + place + b"/net nfs4 rw 0 0",
        b"damaged",
        b"",
    ]
    (tmp_path / "mounts").write_bytes(b"\n".join(lines))
    monkeypatch.setattr(disks, "_MOUNTS", tmp_path / "mounts")
    return tmp_path


def test_a_file_is_on_the_disk_that_is_mounted_nearest_to_it(mounts: Path) -> None:
    found = Disks.now()
    assert found.of(mounts / "a.txt") == "/"
    assert found.of(mounts / "my å" / "deep" / "a.txt") == str(mounts / "my å")
    assert found.of(mounts / "net" / "a.txt") == found.of(mounts / "net") == str(mounts / "net")
    assert found.of(mounts / "network.txt") == "/"
    assert [found.may_hang(mounts / name) for name in ("a.txt", "my å/a.txt", "net/a.txt")] == [False, False, True]


def test_links_are_followed_in_this_machine_only(mounts: Path) -> None:
    (mounts / "net").mkdir()
    (mounts / "net" / "home").symlink_to(mounts)  # is not looked at
    (mounts / "mine").symlink_to("net/letters")
    (mounts / "round").symlink_to("round")
    found = Disks.now()
    assert found.of(mounts / "mine" / "a.txt") == str(mounts / "net")
    assert found.of(mounts / "net" / "home" / "a.txt") == str(mounts / "net")
    assert found.of(mounts / "round" / "a.txt") == "/"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "a/" * 3000, "\udcff\n"])
def test_whatever_a_path_is_it_is_on_some_disk(mounts: Path, name: str) -> None:
    assert Disks.now().of(mounts / name) == "/"


def test_where_nothing_tells_what_is_mounted_names_decide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(disks, "_MOUNTS", tmp_path / "none")
    found = Disks.now()
    assert found.of(Path("/Users/kari/a.txt")) == "/" and not found.may_hang(Path("/Users/kari/a.txt"))
    assert found.of(Path("/Volumes/Work/deep/a.txt")) == "/Volumes/Work"
    assert found.may_hang(Path("/Volumes/Work/a.txt"))
