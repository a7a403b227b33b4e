"""Folders gone through for documents, whatever is in them."""

import os
import socket
from pathlib import Path

import pytest

from reader.errors import CancelledError
from reader.files import stamp_of
from reader.folders import DEEPEST, Entered, FoundFile, LeftOut, Why, likely_place, scan

SUFFIXES = {".txt", ".md"}


def _names(folder: Path) -> list[str]:
    found = scan(folder, SUFFIXES, lambda: False)
    return sorted(str(each.path.relative_to(folder)) for each in found if isinstance(each, FoundFile))


def _left_out(folder: Path) -> dict[str, Why]:
    found = scan(folder, SUFFIXES, lambda: False)
    return {each.path.name: each.why for each in found if isinstance(each, LeftOut)}


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Hei.", "utf-8")
    return path


def test_all_documents_are_found_with_their_stamps_and_nothing_that_is_hidden(tmp_path: Path) -> None:
    for name in ("a.txt", "b/C.MD", ".hidden.txt", ".git/d.txt", "b/e.pdf"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["a.txt", "b/C.MD"]
    assert _left_out(tmp_path) == {"e.pdf": Why.NO_TEXT}
    found = [each for each in scan(tmp_path, SUFFIXES, lambda: False) if isinstance(each, FoundFile)]
    assert all(each.stamp == stamp_of(each.path) for each in found)


def test_links_to_folders_are_followed_but_no_folder_is_entered_twice(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "none.txt")
    (tmp_path / "also").symlink_to(tmp_path / "a")
    assert [Path(name).name for name in _names(tmp_path)] == ["a.txt"]


def test_what_is_no_file_is_left_out_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _write(tmp_path / "folder.txt" / "in.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.md"))
        assert _left_out(tmp_path) == {"pipe.txt": Why.NO_TEXT, "s.md": Why.NO_TEXT}
    assert _names(tmp_path) == ["folder.txt/in.txt"]


def test_odd_names_are_found(tmp_path: Path) -> None:
    names = ["line\nbreak.txt", "\u202etxt.exe.txt", os.fsdecode(b"\xff\xfe.txt"), "  .txt"]
    for name in names:
        _write(tmp_path / name)
    assert _names(tmp_path) == sorted(names)


def test_too_many_folders_in_folders_are_left_out(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*"x" * DEEPEST)
    _write(deepest / "in.txt")
    _write(deepest / "deeper" / "out.txt")
    assert [Path(name).name for name in _names(tmp_path)] == ["in.txt"]
    assert _left_out(tmp_path) == {"deeper": Why.TOO_DEEP}


def test_a_folder_that_may_not_be_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "open.txt")
    _write(tmp_path / "shut" / "in.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _names(tmp_path) == ["open.txt"]
    assert _left_out(tmp_path) == {"shut": Why.UNREADABLE}


def test_a_folder_that_is_removed_meanwhile_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "empty").mkdir()
    found = scan(tmp_path, SUFFIXES, lambda: False)
    assert next(found) == Entered(tmp_path)
    (tmp_path / "empty").rmdir()
    assert [each.path.name for each in found] == ["a.txt"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        next(scan(tmp_path / "none", SUFFIXES, lambda: False))


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    with pytest.raises(CancelledError):
        list(scan(tmp_path, SUFFIXES, lambda: True))


def test_a_lost_file_is_found_where_it_or_its_folder_was_moved(tmp_path: Path) -> None:
    lost = tmp_path / "old" / "a.txt"
    assert likely_place(lost) is None
    renamed = _write(tmp_path / "new" / "a.txt")
    assert likely_place(lost) == renamed
    above = _write(tmp_path / "a.txt")
    assert likely_place(lost) == above
    inside = _write(tmp_path / "old" / "archive" / "a.txt")
    assert likely_place(lost) == inside


def test_a_lost_file_is_found_under_nearly_the_same_name(tmp_path: Path) -> None:
    found = _write(tmp_path / "BA\u030aT.txt")
    assert likely_place(tmp_path / "b\u00e5t.txt") == found
