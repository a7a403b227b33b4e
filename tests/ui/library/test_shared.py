"""The list in the window: written in the background, with problems reported once, and shared with other programs."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import library as libraries
from reader.files import write_atomically
from reader.library import Library, Saved
from reader.paths import LIBRARY_FILE
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library.shelf import Summary
from ui.toolkit.jobs import Job

TEXT = "Dette er en ganske kort tekst på norsk, men lang nok til å kjennes igjen som norsk."


@pytest.fixture
def file(folders: Folders) -> Path:
    return folders.data / LIBRARY_FILE


def text(folder: Path, name: str) -> Path:
    (folder / name).write_text(TEXT, "utf-8")
    return folder / name


def opened(qtbot: QtBot, program: Tospalt, path: Path) -> None:
    with qtbot.waitSignals([program.document.opened, program.document.measured], timeout=PATIENCE):
        program.window.open_files([path])
    program.save()


def listed(program: Tospalt) -> list[str]:
    model = program.window.library.model
    return [model.index(row).data() for row in range(model.rowCount())][:-2]  # without the examples


def own(program: Tospalt) -> list[str]:
    return [entry.path.name for entry in program.shelf.library if not entry.bundled]


def removed_by_another(qtbot: QtBot, program: Tospalt, file: Path, path: Path) -> None:
    """Let another program remove a document, which this one sees at its next save."""
    other = Library(file)
    entry = other.find(path)
    assert entry is not None
    other.remove(entry)
    with qtbot.waitSignal(program.shelf.changed, timeout=PATIENCE):
        program.shelf.keep_position(list(program.shelf.library)[-1], 2, 0.5)
    assert program.shelf.library.find(path) is None


def test_what_another_program_adds_and_removes_is_seen_after_the_next_save(
    program: Tospalt, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    mine = text(tmp_path, "min.txt")
    opened(qtbot, program, mine)
    Library(file).add(text(tmp_path, "din.txt"))
    removed_by_another(qtbot, program, file, mine)
    assert listed(program) == ["din"]


def test_what_another_program_adds_and_removes_is_seen_when_the_user_comes_back_to_this_one(
    program: Tospalt, qtbot: QtBot, file: Path, tmp_path: Path, qapp: QApplication
) -> None:
    mine = text(tmp_path, "min.txt")
    opened(qtbot, program, mine)
    other = Library(file)
    other.add(text(tmp_path, "din.txt"))
    entry = other.find(mine)
    assert entry is not None
    other.remove(entry)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: own(program) == ["din.txt"], timeout=PATIENCE)
    assert len(listed(program)) == 1  # shown by its title once it has been read


def test_a_document_that_another_program_removes_while_it_is_open_can_be_read_on_and_stays_away(
    program: Tospalt, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    mine = text(tmp_path, "min.txt")
    opened(qtbot, program, mine)
    removed_by_another(qtbot, program, file, mine)
    with qtbot.waitSignals([program.document.opened, program.document.measured], timeout=PATIENCE):
        program.window.actions_["swap"].trigger()
    entry = program.document.entry
    assert entry is not None and (entry.path, entry.source, entry.target) == (mine, "en", "nb")
    program.save()
    assert Library(file).find(mine) is program.shelf.library.find(mine) is None


def test_opening_its_file_brings_back_what_another_program_has_removed(
    program: Tospalt, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    mine = text(tmp_path, "min.txt")
    opened(qtbot, program, mine)
    removed_by_another(qtbot, program, file, mine)
    program.window.open_files([mine])
    qtbot.waitUntil(lambda: Library(file).find(mine) is not None, timeout=PATIENCE)
    other = Library(file)
    entry = other.find(mine)
    assert entry is not None
    other.remove(entry)  # this program does not know yet
    program.window.open_files([mine])
    qtbot.waitUntil(lambda: Library(file).find(mine) is not None, timeout=PATIENCE)


def test_nothing_is_written_on_the_windows_thread(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = set[threading.Thread]()

    def noting(path: Path, data: bytes, *, private: bool) -> None:
        threads.add(threading.current_thread())
        write_atomically(path, data, private=private)

    monkeypatch.setattr(libraries, "write_atomically", noting)
    opened(qtbot, program, text(tmp_path, "min.txt"))
    program.window.actions_["swap"].trigger()
    program.window.actions_["remove"].trigger()
    program.save()
    assert threads and threading.current_thread() not in threads


def test_changes_that_come_while_the_file_is_not_free_are_written_together(
    program: Tospalt, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves: list[Saved] = []
    save, go_on = Library.save, Event()

    def counting(self: Library) -> Saved:
        saves.append(save(self))
        return saves[-1]

    monkeypatch.setattr(Library, "save", counting)
    program.pools.edits.start(Job(lambda _: go_on.wait()))
    entry = next(iter(program.shelf.library))
    for row in range(5):
        program.shelf.keep_position(entry, row, 0.5)
    program.shelf.choose_languages(entry, "nb", "en")
    go_on.set()
    program.pools.edits.flush()
    assert len(saves) == 1
    assert next(iter(Library(file))) == next(iter(program.shelf.library))


def test_a_change_that_comes_while_an_earlier_one_is_being_written_is_written_too(
    program: Tospalt, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def waiting(path: Path, data: bytes, *, private: bool) -> None:
        begun.set()
        go_on.wait()
        write_atomically(path, data, private=private)

    monkeypatch.setattr(libraries, "write_atomically", waiting)
    entry = next(iter(program.shelf.library))
    program.shelf.keep_position(entry, 1, 0.5)
    begun.wait()
    program.shelf.choose_languages(entry, "nb", "en")
    go_on.set()
    program.close()
    kept = next(iter(Library(file)))
    assert (kept.row, kept.source) == (1, "nb")


@pytest.mark.parametrize("end", [Tospalt.close, Tospalt.save])
def test_what_could_not_be_written_is_told_once_and_written_when_the_program_closes(
    end: Callable[[Tospalt], object], program: Tospalt, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    program.shelf.unwritten.connect(lambda problem: told.extend([problem()] if problem else []))
    entry = next(iter(program.shelf.library))
    with monkeypatch.context() as patch:

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        patch.setattr(os, "replace", refuse)
        for row in range(1, 4):
            program.shelf.keep_position(entry, row, 0.5)
            program.pools.edits.flush()
            qtbot.waitUntil(lambda: bool(told) and not program.pools.edits._running, timeout=PATIENCE)
    assert told == [f"“{file}” cannot be written: permission denied. Tospalt keeps trying."]
    assert not file.exists()
    end(program)
    assert next(iter(Library(file))).row == 3


def test_what_could_not_be_written_is_tried_again_by_itself_and_said_for_as_long(
    start: Callable[[], Tospalt], qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.toolkit.retrying._AGAIN_MS", 1)
    program = start()
    entry = next(iter(program.shelf.library))
    with monkeypatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("reader.library.write_atomically", refuse)
        program.shelf.rename(entry, "Tittel")
        waits = lambda: program.window.notices.message.endswith("the disk is full. Tospalt keeps trying.")  # noqa: E731
        qtbot.waitUntil(waits, timeout=PATIENCE)
        program.window.notices.clear()  # another document is opened
        assert waits()
    qtbot.waitUntil(lambda: not program.window.notices.message, timeout=PATIENCE)
    assert next(iter(Library(file))).title == "Tittel"


def test_damage_that_is_found_while_the_program_runs_is_said_until_it_is_closed(
    start: Callable[[], Tospalt], qtbot: QtBot, file: Path
) -> None:
    program = start()
    file.write_text("{")
    with qtbot.waitSignal(program.shelf.problem, timeout=PATIENCE):
        program.shelf.keep_position(next(iter(program.shelf.library)), 1, 0.5)
    program.window.notices.clear()  # as opening another document does
    assert program.window.notices.message.startswith("Your library was damaged. It was kept as")


def test_what_another_program_removed_does_not_come_back_though_the_window_has_not_heard_of_it_yet(
    program: Tospalt, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    mine = text(tmp_path, "min.txt")
    opened(qtbot, program, mine)
    Library(file).forget_all()
    entry = program.shelf.entry_of(mine)
    program.shelf.library.keep_position(entry, 2, 0.5)
    program.shelf.library.save()  # as the thread does, before its slot runs
    program.shelf.admit(entry, Summary("Min", "nb", 3))
    assert own(program) == []
    program.shelf.library.want(mine)
    program.shelf.admit(entry, Summary("Min", "nb", 3))
    assert own(program) == ["min.txt"]
