"""Drafts: what was being typed when a program ended is kept until the user resumes or discards it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader import drafts as module
from reader.drafts import Draft, Drafts
from reader.errors import OutputError
from reader.running import Reading, Running

TYPED = Reading(1, "/texts/æ.txt", 7, 0.25, False, "Mine egne ord", 3, "A sentence.")
DRAFT = Draft("/texts/æ.txt", 3, "A sentence.", "Mine egne ord")

# A program that starts after another was killed, and is killed itself before or after the draft is saved.
KILLED = """
import os, sys
from pathlib import Path
from reader.drafts import Drafts
from reader.running import Running
folder = Path(sys.argv[1])
def take_over(reading):
    if sys.argv[2] == "after":
        Drafts(folder / "drafts").take_over(reading)
    os._exit(9)
Running(folder / "running", take_over)
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


@pytest.fixture
def running(tmp_path: Path) -> Path:
    """The folder of a program that was killed while something was being typed."""
    folder = tmp_path / "running"
    program = Running(folder)
    program.keep(TYPED)
    [state] = folder.glob("*.json")
    (folder / "1-ab.json").write_bytes(state.read_bytes())
    program.leave()
    return folder


def found(drafts: Drafts) -> list[Draft]:
    return [draft for _, draft in drafts]


def start(running: Path, drafts: Drafts) -> list[Reading]:
    """Start a program that ends normally; returns what ended programs had open."""
    program = Running(running, drafts.take_over)
    program.leave()
    return program.ended


def refuse(*_: object, **__: object) -> None:
    raise OutputError("no space")


def test_a_draft_is_moved_to_the_drafts_and_nothing_is_left_of_the_program(running: Path, drafts: Drafts) -> None:
    assert (start(running, drafts), found(drafts)) == ([TYPED], [DRAFT])
    assert list(running.iterdir()) == []


def test_a_draft_that_cannot_be_moved_is_moved_at_the_next_start(
    running: Path, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_atomically", refuse)
        assert not drafts.keep(DRAFT)
        assert start(running, drafts) == [TYPED]
    assert found(drafts) == []
    start(running, drafts)
    assert found(drafts) == [DRAFT]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_draft_is_there_once_if_the_program_that_moves_it_is_killed(
    moment: str, running: Path, drafts: Drafts
) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, str(running.parent), moment], check=False).returncode == 9
    start(running, drafts)
    assert found(drafts) == [DRAFT]


def test_what_the_disk_does_not_give_now_is_taken_over_when_it_does(
    running: Path, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "EIO")

    with monkeypatch.context() as patch:
        patch.setattr("reader.json_files.read_bytes", fail)
        assert start(running, drafts) == []
    assert start(running, drafts) == [TYPED]
    assert found(drafts) == [DRAFT]


def test_where_nothing_was_typed_nothing_is_kept(drafts: Drafts, tmp_path: Path) -> None:
    assert drafts.take_over(replace(TYPED, draft="").drafts)
    assert list(tmp_path.iterdir()) == []


def vanishing(file: Path) -> None:
    file.symlink_to("/nowhere")  # like a file that another program deletes just now


def circling(file: Path) -> None:
    file.symlink_to(file)


def unparsable(file: Path) -> None:
    file.write_text('{"words": 3}')


@pytest.mark.parametrize("make", [vanishing, circling, unparsable, Path.mkdir])
def test_what_is_odd_in_the_folder_hides_no_draft(make: Callable[[Path], None], drafts: Drafts, tmp_path: Path) -> None:
    second = replace(DRAFT, words="Andre ord")
    for number, draft in enumerate((DRAFT, second)):
        assert drafts.keep(draft)
        [file] = [file for file, kept in drafts if kept == draft]
        os.utime(file, (number, number))
    make(tmp_path / "drafts" / "zz.json")
    assert found(drafts) == [DRAFT, second]


def test_a_draft_that_is_dropped_is_gone(drafts: Drafts) -> None:
    drafts.keep(DRAFT)
    for file, _ in drafts:
        drafts.drop(file)
    assert found(drafts) == []


def test_forgetting_another_document_leaves_a_claim_as_it_is(drafts: Drafts) -> None:
    file = drafts.keep(DRAFT)
    assert file is not None
    claim = drafts.claim(file)
    assert claim is not None
    drafts.forget(lambda document: document == "/other.txt")
    assert drafts.claim(file) is None
    drafts.forget(lambda _: True)
    claim.release()
    assert not list(file.parent.iterdir())
