"""What is known of documents is kept for the next start while it is true, and no longer than they are listed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.disks import Disks
from reader.library import Entry
from reader.paths import LIBRARY_FILE
from tests.samples import sample
from tests.ui.library.shelves import BODY, described, indices, listed, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import descriptions
from ui.library.model import DETAIL_ROLE, LANGUAGE_ROLE
from ui.toolkit.jobs import Job

TITLES = ["En", "To", "Tre"]
# Values of one field of a description that cannot be, or that may not be believed.
ODD: list[dict[str, Any]] = [
    {"title": 7, "stamp": None},
    {"stamp": [1, 2]},
    {"stamp": ["a", True, None]},
    {"stamp": 10**30},
    {"program": "\ud800"},
    {"program": "0.0"},
    {"encoding": "latin-1"},
    {"lines": "kept"},
]
# Those that are shown until the file is seen to be another.
ODD_BUT_SHOWN: list[dict[str, Any]] = [
    {"title": "x\n\u202e\ud800" + "y" * 20_000, "words": -1, "stamp": [0, 0, 0]},
    {"words": 10**30, "language": "<b>", "stamp": [-(10**30), 10**30, 0]},
]


@pytest.fixture
def paths(folders: Folders, tmp_path: Path) -> list[Path]:
    return put(folders, {tmp_path / f"{title}.md": title for title in TITLES})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read for the list, without those of the examples."""
    paths, summary = list[Path](), descriptions._summary

    def reading(entry: Entry, job: Job) -> tuple[descriptions.Summary | None, str]:
        if not entry.bundled:
            paths.append(entry.path)
        return summary(entry, job)

    monkeypatch.setattr(descriptions, "_summary", reading)
    return paths


@pytest.fixture
def known(start: Callable[[], Tospalt], paths: list[Path], read: list[Path], qtbot: QtBot) -> list[Path]:
    """The documents, all of which were read when the program ran before."""
    program = start()
    described(qtbot, program)
    program.close()
    assert sorted(read) == sorted(paths)
    read.clear()
    return paths


def rows(program: Tospalt) -> list[tuple[str, str, str]]:
    return [(i.data(), i.data(LANGUAGE_ROLE), i.data(DETAIL_ROLE)) for i in indices(program)[:-2]]


def kept(folders: Folders) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = json.loads((folders.data / LIBRARY_FILE).read_text())["documents"]
    return documents


def test_the_list_is_right_at_once_after_a_start_and_nothing_is_read_again(
    known: list[Path], start: Callable[[], Tospalt], read: list[Path], qtbot: QtBot
) -> None:
    program = start()
    assert rows(program) == [(title, "nb", "18 words") for title in TITLES]
    program.presence.look()
    qtbot.waitUntil(lambda: set(known) <= program.presence._stamps.keys(), timeout=PATIENCE)
    described(qtbot, program)
    assert read == []


def test_a_file_that_has_changed_meanwhile_is_read_again(
    known: list[Path], start: Callable[[], Tospalt], read: list[Path], qtbot: QtBot, folders: Folders
) -> None:
    known[1].write_text("# Ny\n\nEt par ord.", "utf-8")
    program = start()
    assert listed(program) == TITLES
    program.presence.look()
    qtbot.waitUntil(lambda: listed(program) == ["En", "Ny", "Tre"], timeout=PATIENCE)
    assert read == [known[1]]
    program.close()
    assert [each["description"]["title"] for each in kept(folders)] == ["En", "Ny", "Tre"]


def test_another_encoding_is_another_description(
    known: list[Path], start: Callable[[], Tospalt], read: list[Path], qtbot: QtBot
) -> None:
    program = start()
    program.shelf.choose_reading(program.shelf.entry_of(known[0]), lines="kept")
    qtbot.waitUntil(lambda: read == [known[0]], timeout=PATIENCE)
    program.close()
    assert listed(start()) == TITLES


@pytest.mark.parametrize("odd", sample(ODD, 3), ids=str)
def test_what_cannot_have_been_found_is_not_believed(
    known: list[Path], start: Callable[[], Tospalt], read: list[Path], qtbot: QtBot, folders: Folders, odd: Any
) -> None:
    documents = kept(folders)
    documents[0]["description"] = documents[0]["description"] | odd
    documents[1]["description"] = [odd]
    (folders.data / LIBRARY_FILE).write_text(json.dumps({"documents": documents}))
    program = start()
    described(qtbot, program)
    assert listed(program) == TITLES and sorted(read) == sorted(known[:2])


@pytest.mark.parametrize("odd", ODD_BUT_SHOWN, ids=["title", "numbers"])
def test_what_is_wrong_is_shown_on_one_line_until_the_file_is_seen(
    known: list[Path], start: Callable[[], Tospalt], read: list[Path], qtbot: QtBot, folders: Folders, odd: Any
) -> None:
    documents = kept(folders)
    documents[0]["description"] = documents[0]["description"] | odd
    (folders.data / LIBRARY_FILE).write_text(json.dumps({"documents": documents}))
    program = start()
    title = listed(program)[0]
    assert title.replace("\ufffd", "").isprintable() and len(title) <= 300
    program.window.library.view.viewport().grab()
    program.presence.look()
    qtbot.waitUntil(lambda: rows(program)[0] == ("En", "nb", "18 words"), timeout=PATIENCE)
    assert read == [known[0]]


@pytest.mark.parametrize("forgotten", [True, False], ids=["forgotten", "removed"])
def test_nothing_of_it_is_kept_when_a_document_leaves_the_list_in_whichever_window(
    start: Callable[[], Tospalt], qtbot: QtBot, folders: Folders, tmp_path: Path, forgotten: bool
) -> None:
    path = tmp_path / "x.md"
    path.write_text(f"# Hemmelig tittel\n\n{BODY}", "utf-8")
    first, second = start(), start()
    first.shelf.add(path)
    qtbot.waitUntil(lambda: len(first.shelf.library) == 3, timeout=PATIENCE)
    first.save()
    assert "Hemmelig" in (folders.data / LIBRARY_FILE).read_text()
    second.shelf.catch_up()
    qtbot.waitUntil(lambda: listed(second) == ["Hemmelig tittel"], timeout=PATIENCE)
    entry = first.shelf.entry_of(path)
    if forgotten:
        first.window.forgetting._plan_together([entry])
        qtbot.waitUntil(lambda: len(first.shelf.library) == 2, timeout=PATIENCE)
    else:
        first.shelf.take([entry.path])
        first.save()
    os.utime(path, (1, 1))
    second.presence.look()  # it reads the file again
    qtbot.waitUntil(lambda: (second.presence._stamps.get(path) or (0, 0, 0))[1] == 10**9, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not second.shelf.describing, timeout=PATIENCE)
    second.save()
    assert not [file for file in folders.data.rglob("*") if file.is_file() and b"Hemmelig" in file.read_bytes()]


def test_a_disk_that_does_not_answer_keeps_nothing_waiting_that_is_on_another(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, away = tmp_path / "her", tmp_path / "borte"
    for path in (*(away / f"{number}.txt" for number in range(40)), here / "her.txt"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY, "utf-8")
    answers, asked, summary = Event(), Event(), descriptions._summary

    def reading(entry: Entry, job: Job) -> tuple[descriptions.Summary | None, str]:
        if entry.path.parent == away:
            asked.set()
            answers.wait()
        return summary(entry, job)

    monkeypatch.setattr(descriptions, "_summary", reading)
    monkeypatch.setattr(Disks, "of", lambda _, path: "far" if path.is_relative_to(away) else "/")
    try:
        for number in range(40):
            program.shelf.add(away / f"{number}.txt")
        qtbot.waitUntil(asked.is_set, timeout=PATIENCE)
        with qtbot.waitSignal(program.shelf.joined, timeout=PATIENCE):
            program.shelf.add(here / "her.txt")
        assert {entry.path.name for entry in program.shelf.library if not entry.bundled} == {"her.txt"}
    finally:
        answers.set()
    qtbot.waitUntil(lambda: len(program.shelf.library) == 43, timeout=PATIENCE)
