"""The log: where errors happened, how long something took, and nothing private."""

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader import log

SECRET = "Fru Hansens diagnose"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[log.Log]:
    writing = log.Log(tmp_path / "logs")
    yield writing
    writing.close()


def text_of(writing: log.Log) -> str:
    return writing.file.read_text("utf-8")


def fail(text: str) -> None:
    raise ValueError(f"could not read {text}")


def caught(text: str = SECRET) -> ValueError:
    try:
        fail(text)
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_is_written_with_its_type_and_place_and_without_what_it_says(written: log.Log) -> None:
    log.caught(caught(), "reading a text")
    text = text_of(written)
    assert "reading a text failed" in text and "ValueError" in text
    assert "tests/reader/test_log.py:" in text and " fail" in text
    assert SECRET not in text and "could not read" not in text


def test_what_caused_an_error_is_told_too(written: log.Log) -> None:
    try:
        raise OSError(28, SECRET) from caught()
    except OSError as error:
        log.caught(error, "writing")
    text = text_of(written)
    assert "OSError errno=28" in text and "ValueError" in text and SECRET not in text


def test_a_value_that_may_be_the_users_is_not_written_whoever_logs_it(written: log.Log) -> None:
    logging.getLogger("tospalt").error("opening %s took %d", SECRET, 3)
    assert "opening str took 3" in text_of(written) and SECRET not in text_of(written)


def test_durations_are_written_as_numbers(written: log.Log) -> None:
    log.note("job", s=0.25)
    assert "job s=0.25" in text_of(written)


def test_other_programs_parts_write_nothing_here(written: log.Log) -> None:
    logging.getLogger("argostranslate").error(SECRET)
    assert SECRET not in text_of(written)


def test_the_file_is_private_and_has_the_number_of_the_process_in_its_name(written: log.Log) -> None:
    assert f"-{os.getpid()}.log" in written.file.name
    if os.name == "posix":
        assert stat.S_IMODE(written.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(written.file.parent.stat().st_mode) == 0o700


def test_five_files_are_kept_the_newest(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"tospalt-2026010{number}-000000-999999{number}.log").write_text("x")
    log.Log(tmp_path).close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 5 and names[0].startswith("tospalt-20260103") and names[-1].endswith(f"-{os.getpid()}.log")


def test_the_log_of_a_program_that_still_runs_is_kept(tmp_path: Path) -> None:
    long = tmp_path / f"tospalt-20260101-000000-{os.getpid()}.log"
    long.touch()
    for number in range(7):
        (tmp_path / f"tospalt-2026010{number}-000001-999999{number}.log").write_text("x")
    log.Log(tmp_path).close()
    assert long.exists()


def test_a_report_names_no_folder_of_the_users() -> None:
    told = log.without_places('File "/home/ola/min.py", line 3 in f; File "/home/ola/lib/python3.11/json/x.py"')
    assert told == 'File "min.py", line 3 in f; File "json/x.py"'


@pytest.mark.parametrize(
    ("crash", "told"),
    [
        ('  File "/home/ola', '  File "…"'),
        ('  File "/home/ola\n\nThread 1', '  File "…"\n\nThread 1'),
        ('  File "/home/o"la/min.py", line 3 in f\n', '  File "min.py", line 3 in f\n'),
        ('  File "/home/o", la/min.py", line 3 in f\n', '  File "min.py", line 3 in f\n'),
        ('  Binary file "/home/o"la/x.so", at f+0x12 [0x7f]\n', '  Binary file "x.so", at f+0x12 [0x7f]\n'),
        ('  File "/home/ola"  \n', '  File "ola"  \n'),
        ('  File "/home/o\nla/min.py", line 3 in f\n', '  File "…"\n…", line 3 in f\n'),
        ('a\n  File "/x/b.py", line 3 in f\nc "d" e\n', 'a\n  File "b.py", line 3 in f\nc "d" e\n'),
    ],
)
def test_a_path_is_hidden_however_it_ends(crash: str, told: str) -> None:
    assert log.without_places(crash) == told


@pytest.mark.parametrize("home", ["/home/ola nordmann", "/home/åse", "/hjem/(ola"])
@pytest.mark.parametrize("text", ["at '{}/tekster/Fru Hansen.txt'\nafter", "in {}\nafter", "{}/a {}/b\nafter"])
def test_no_path_below_the_home_folder_is_told_wherever_it_stands(
    home: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(home))
    for written in (home, home.encode("ascii", "backslashreplace").decode()):
        told = log.without_places(text.format(written, written))
        assert told == text.partition("{}")[0] + "…\nafter"


def test_where_the_home_folder_is_not_known_or_is_the_root_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    for home in (fail, lambda: Path("/")):
        monkeypatch.setattr(Path, "home", home)
        assert log.without_places("1/2 of /usr/lib\n") == "1/2 of /usr/lib\n"


@given(st.lists(st.sampled_from(['File "', '"', ", line 3", ", at x", "/ola/", "\n", " ", "\r", "ola"])).map("".join))
def test_no_folder_is_told_of_any_file(text: str) -> None:
    """A line that names a file tells only the last part of its path, or nothing."""
    for line in log.without_places(text).split("\n"):
        assert "/ola/" not in line.partition('File "')[2].partition('"')[0]


def test_a_file_keeps_its_newest_part_when_it_grows_too_long(tmp_path: Path) -> None:
    handler = log.LogFile(tmp_path / "long.log", most=2000)
    for number in range(500):
        handler.emit(logging.LogRecord("tospalt", logging.INFO, "", 0, f"line {number} of this", None, None))
    handler.close()
    lines = (tmp_path / "long.log").read_text().splitlines()
    assert (tmp_path / "long.log").stat().st_size <= 2100
    assert lines[-1].endswith("line 499 of this") and all(line.startswith("line ") for line in lines)


def test_without_a_place_for_the_file_the_program_runs_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    writing = log.Log(tmp_path / "file" / "logs")
    log.caught(caught(), "reading")
    assert not writing.file.exists()
    writing.close()


@pytest.mark.parametrize("of_a_command", [False, True])
def test_a_crash_of_the_interpreter_leaves_its_place_in_the_file(tmp_path: Path, of_a_command: bool) -> None:
    script = (
        "import os, sys, pathlib; from reader import log;"
        f"log.Log(pathlib.Path(sys.argv[1]), errors_only={of_a_command}); os.abort()"
    )
    result = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False)
    assert result.returncode != 0
    [file] = tmp_path.iterdir()
    assert "Fatal Python error: Aborted" in file.read_text()


def test_a_command_without_an_error_leaves_no_file(tmp_path: Path) -> None:
    writing = log.Log(tmp_path, errors_only=True)
    log.note("job", s=1.0)
    writing.close()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_command_left_empty_does_not_push_out_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "tospalt-20260101-000000-9999990.log").write_text("x")
    for number in range(7):
        (tmp_path / f"tospalt-2026020{number}-000000-999999{number}.log").touch()
    log.Log(tmp_path, errors_only=True).close()
    assert [path.name for path in tmp_path.iterdir()] == ["tospalt-20260101-000000-9999990.log"]


def test_a_command_writes_only_errors(tmp_path: Path) -> None:
    writing = log.Log(tmp_path, errors_only=True)
    log.note("job", s=1.0)
    log.caught(caught(), "reading a text")
    writing.close()
    text = text_of(writing)
    assert "reading a text failed" in text and "job" not in text


def test_debugging_prints_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    writing = log.Log(tmp_path, debug=True)
    log.caught(caught(), "reading a text")
    writing.close()
    printed = capsys.readouterr().err
    assert "reading a text failed" in printed and SECRET not in printed


def test_the_log_of_another_process_is_found(tmp_path: Path, written: log.Log) -> None:
    assert log.log_of(written.file.parent, os.getpid()) == written.file
    assert log.log_of(written.file.parent, 0) is None
