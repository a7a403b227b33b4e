"""Which programs run, and what one that was killed had open."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.drafts import Draft
from reader.running import Reading, Running, forget_open

KILLED = """
import os, sys
from pathlib import Path
from reader.drafts import Draft
from reader.running import Reading, Running
running = Running(Path(sys.argv[1]))
running.keep(Reading(running.process, sys.argv[2], 7, 0.25))
print("kept", flush=True)
if sys.stdin.readline():
    os._exit(9)  # as if killed: nothing is tidied up
"""


def begin(folder: Path, document: str = "/texts/æ.txt") -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), document], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "kept\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.communicate("now\n")


def test_the_first_program_finds_nothing(tmp_path: Path) -> None:
    running = Running(tmp_path / "running")
    assert running.ended == []
    running.leave()
    assert list((tmp_path / "running").iterdir()) == []


def test_what_a_killed_program_had_open_is_found_once(tmp_path: Path) -> None:
    process = begin(tmp_path)
    end(process)
    first, second = Running(tmp_path), Running(tmp_path)
    assert first.ended == [Reading(process.pid, "/texts/æ.txt", 7, 0.25)]
    assert second.ended == []
    first.leave()
    second.leave()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_still_runs_has_not_ended(tmp_path: Path) -> None:
    process = begin(tmp_path)
    running = Running(tmp_path)
    assert running.ended == []
    running.leave()
    end(process)
    assert [reading.process for reading in Running(tmp_path).ended] == [process.pid]


def test_the_latest_of_several_comes_first(tmp_path: Path) -> None:
    processes = [begin(tmp_path, document) for document in ("first", "second")]
    for process in processes:
        end(process)
    assert [reading.document for reading in Running(tmp_path).ended] == ["second", "first"]


def test_a_name_that_is_no_unicode_survives(tmp_path: Path) -> None:
    running = Running(tmp_path)
    running.keep(Reading(1, "caf\udce9.txt"))
    [state] = tmp_path.glob("*.json")
    assert json.loads(state.read_text())["document"] == "caf\udce9.txt"
    running.leave()


WHOLE = {"process": 1, "document": "", "row": 0, "share": 0.0, "again": False}


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[" * 100_000,
        "null",
        "{}",
        json.dumps(WHOLE | {"document": 3}),
        json.dumps(WHOLE | {"again": 0}),
        json.dumps(WHOLE | {"row": -1}),
        json.dumps(WHOLE).replace('"row": 0', '"row": 1e999'),
        json.dumps(WHOLE).replace("0.0", "1e999"),
    ],
)
def test_a_damaged_file_tells_only_that_something_ended(damaged: str, tmp_path: Path) -> None:
    (tmp_path / "1-ab.json").write_text(damaged)
    assert Running(tmp_path).ended == [Reading(0)]


def test_a_damaged_file_with_a_draft_is_kept_aside_and_told(tmp_path: Path) -> None:
    whole = json.dumps(WHOLE | {"draft": "What I typed."})
    (tmp_path / "1-ab.json").write_text(whole[:-1])
    running = Running(tmp_path)
    kept = tmp_path / "1-ab.damaged.json"
    assert running.damaged == [kept] and kept.read_text() == whole[:-1]
    running.leave()
    later = Running(tmp_path)
    assert (later.ended, later.damaged) == ([], []) and kept.exists()
    forget_open(tmp_path, lambda _: False)
    later.leave()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("forgotten", "left"),
    [
        ("/a.txt", Reading(1, unsaved=(Draft("/b.txt", 2, "To.", "Two."),))),
        ("/b.txt", Reading(1, "/a.txt", 7, unsaved=(Draft("/a.txt", 1, "En.", "One."),))),
    ],
)
def test_of_what_could_not_be_written_only_that_of_a_forgotten_document_goes(
    forgotten: str, left: Reading, tmp_path: Path
) -> None:
    unsaved = [{"document": "/a.txt", "row": 1, "sentence": "En.", "words": "One."}]
    unsaved.append({"document": "/b.txt", "row": 2, "sentence": "To.", "words": "Two."})
    (tmp_path / "1-ab.json").write_text(json.dumps({"process": 1, "document": "/a.txt", "row": 7, "unsaved": unsaved}))
    forget_open(tmp_path, lambda document: document == forgotten)
    assert Running(tmp_path).ended == [left]


def test_what_version_0_1_0_could_not_write_is_read(tmp_path: Path) -> None:
    unsaved = [{"document": "/a.txt", "row": 1, "sentence": "En.", "words": "One."}]
    (tmp_path / "1-ab.json").write_text(json.dumps({"process": 1, "document": "/a.txt", "row": 7, "unkept": unsaved}))
    [reading] = Running(tmp_path).ended
    assert reading.unsaved == (Draft("/a.txt", 1, "En.", "One."),)


@given(st.binary(max_size=200))
def test_whatever_is_in_a_file_nothing_fails(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "1-ab.json").write_bytes(content)
        running = Running(Path(name))
        assert len(running.ended) == 1
        running.leave()


def test_without_a_folder_nothing_is_known_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    running = Running(tmp_path / "file")
    running.keep(Reading(1, "a"))
    running.leave()
    assert running.ended == []


def test_what_is_odd_in_the_folder_hides_no_other_program(tmp_path: Path) -> None:
    process = begin(tmp_path)
    end(process)
    (tmp_path / "odd.json").mkdir()
    running = Running(tmp_path)
    assert [reading.process for reading in running.ended] == [process.pid]
    running.leave()


def test_what_a_killed_program_was_writing_is_swept_away(tmp_path: Path) -> None:
    process = begin(tmp_path)
    [state] = tmp_path.glob("*.json")
    (tmp_path / f".{state.name}.ab12.part").write_text("half a draft")
    end(process)
    Running(tmp_path).leave()
    assert list(tmp_path.iterdir()) == []
