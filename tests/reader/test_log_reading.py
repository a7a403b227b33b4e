"""Logs as they are shown and sent: the end of them, whole lines, and no folder of the user's."""

import errno
import os
from pathlib import Path

import pytest

from reader.log_reading import end_of_log, own_log


def test_a_short_log_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("første\nandre\n", "utf-8")
    assert end_of_log(tmp_path / "a.log", 100) == ("første\nandre\n", True)


def test_of_a_long_log_the_last_whole_lines_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("".join(f"linje nummer {number} på\n" for number in range(1000)), "utf-8")
    assert end_of_log(tmp_path / "a.log", 50) == ("linje nummer 998 på\nlinje nummer 999 på\n", False)


@pytest.mark.parametrize("kind", ["File", "  Binary file"])
def test_a_crash_names_no_folder_of_the_users(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.log").write_text(f'{kind} "/home/kari/env/lib/python3.14/site-packages/x/y.so", at z\n', "utf-8")
    assert end_of_log(tmp_path / "a.log", 1000) == (f'{kind} "x/y.so", at z\n', True)


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(OSError) as error:  # noqa: PT011 - which one is asked next
        end_of_log(tmp_path, 1000)
    assert error.value.errno == errno.EISDIR


def test_the_log_of_this_process_comes_before_newer_ones(tmp_path: Path) -> None:
    assert own_log(tmp_path) is None
    other, own = (
        tmp_path / f"tospalt-2026{date}-000000-{number}.log" for date, number in (("0202", 1), ("0101", os.getpid()))
    )
    other.touch()
    assert own_log(tmp_path) == other
    own.touch()
    assert own_log(tmp_path) == own


def test_a_folder_that_is_not_there_yet_has_no_log_and_one_that_is_none_cannot_be_read(tmp_path: Path) -> None:
    assert own_log(tmp_path / "logs") is None
    (tmp_path / "logs").touch()
    with pytest.raises(NotADirectoryError):
        own_log(tmp_path / "logs")
