"""What the window does for later starts of the program."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.errors import OutputError
from reader.formats import read_document
from reader.handed import Handed
from reader.library import Library
from reader.memory import Memory
from reader.paths import HANDED_FOLDER, LIBRARY_FILE, MEMORY_FILE
from reader.translation import both_directions, forget_document, forget_everything, plan_forgetting
from tests.ui.documents import DOCUMENTS
from tests.ui.library.held_reading import nothing_described
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.single_instance import Instance, Take
from ui.toolkit.start_request import StartRequest
from ui.window.other_starts import OtherStarts
from ui.window.shortcuts_dialog import ShortcutsDialog


class Given(Instance):
    """An instance that is asked by the test itself, about what may be on the disk in a folder."""

    def __init__(self, handed: Path | None = None, *, unanswered: bool = False) -> None:
        super().__init__(unanswered=unanswered)
        self.handed = Handed(handed) if handed is not None else None

    def listen(self, take: Take) -> None:
        self.ask = take


@pytest.fixture
def ask(program: Tospalt) -> Callable[..., bool]:
    """Asks as a later start does, for the given files; returns whether that was taken."""
    instance = Given()
    OtherStarts(instance, lambda: program.window, program.shelf, program).serve()
    return lambda *files, **where: instance.ask(StartRequest(files, **where))


def is_open(program: Tospalt, path: Path) -> bool:
    return program.document.entry is not None and program.document.entry.path == path


def test_the_files_of_a_later_start_are_opened_and_the_window_is_no_longer_minimized(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    for path in (one, other):
        path.write_text("Det regner i dag.", "utf-8")
    program.window.showMinimized()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        assert ask(one, other)
    assert is_open(program, one)
    assert not program.window.isMinimized()
    qtbot.waitUntil(lambda: program.shelf.library.find(other) is not None, timeout=PATIENCE)


def test_a_later_start_without_files_opens_nothing(program: Tospalt, ask: Callable[..., bool], qtbot: QtBot) -> None:
    program.window.showMinimized()
    assert ask()
    qtbot.waitUntil(lambda: not program.window.isMinimized(), timeout=PATIENCE)
    assert program.document.entry is None


def test_several_starts_at_once_lose_no_file(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for path in paths:
        path.write_text("Det regner i dag.", "utf-8")
        assert ask(path)
    library = program.shelf.library
    qtbot.waitUntil(lambda: all(library.find(path) is not None for path in paths), timeout=PATIENCE)
    assert is_open(program, paths[-1])


def test_files_wait_for_the_dialog_that_is_open(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(program.window, "open_files", opened.extend)
    program.window.actions_["shortcuts"].trigger()
    dialog = next(child for child in program.window.findChildren(ShortcutsDialog))
    qtbot.waitExposed(dialog)
    assert ask(DOCUMENTS[0]) and ask(DOCUMENTS[1])
    program.window.setWindowState(Qt.WindowState.WindowMinimized)
    qtbot.waitUntil(lambda: not program.window.isMinimized(), timeout=PATIENCE)  # it has been dealt with
    assert not opened and dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: opened == DOCUMENTS[:2], timeout=PATIENCE)


def test_what_waits_for_a_dialog_is_in_the_library_already(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text("Det regner i dag.", "utf-8")
    program.window.actions_["shortcuts"].trigger()
    dialog = next(child for child in program.window.findChildren(ShortcutsDialog))
    assert ask(*paths)
    file = folders.data / LIBRARY_FILE  # as the next start reads it, if this one is killed now
    listed = lambda: [entry.path for entry in Library(file) if not entry.bundled]  # noqa: E731
    qtbot.waitUntil(lambda: listed() == paths, timeout=PATIENCE)
    assert program.document.entry is None and program.window.notices.message == ""
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        dialog.close()
    assert is_open(program, paths[0])


def served(program: Tospalt, folders: Folders) -> tuple[Given, Handed, OtherStarts]:
    """The program hears later starts, which keep their files on the disk."""
    instance = Given(folders.data / HANDED_FOLDER)
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    starts.serve()
    assert instance.handed is not None
    return instance, instance.handed, starts


def written(tmp_path: Path, count: int) -> tuple[Path, ...]:
    """Documents in files."""
    paths = tuple(tmp_path / f"{number}.txt" for number in range(count))
    for path in paths:
        path.write_text("Det regner i dag.", "utf-8")
    return paths


def test_what_is_handed_over_stays_on_the_disk_until_it_is_open_and_in_the_library(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    instance, handed, _ = served(program, folders)
    program.window.actions_["shortcuts"].trigger()
    dialog = next(child for child in program.window.findChildren(ShortcutsDialog))
    paths = written(tmp_path, 2)
    name = handed.keep(paths)
    with nothing_described():
        assert instance.ask(StartRequest(paths, record=name))
        qtbot.waitUntil(lambda: all(map(program.shelf.is_joining, paths)), timeout=PATIENCE)
        assert list(handed) == [(name, paths)]
    file = folders.data / LIBRARY_FILE
    qtbot.waitUntil(lambda: [e.path for e in Library(file) if not e.bundled] == [*paths], timeout=PATIENCE)
    assert handed.has(name)
    dialog.close()
    qtbot.waitUntil(lambda: not handed.has(name), timeout=PATIENCE)
    assert is_open(program, paths[0])


def test_what_was_handed_to_a_window_that_was_killed_is_in_the_library_of_the_next(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: list[Path] = []
    monkeypatch.setattr(program.window, "open_files", others.extend)
    paths, handed = written(tmp_path, 3), Handed(folders.data / HANDED_FOLDER)
    names = [handed.keep(paths[:2]), handed.keep((paths[2], tmp_path / "minne.tmx"))]
    instance, _, _ = served(program, folders)
    library = program.shelf.library
    qtbot.waitUntil(lambda: all(library.find(path) is not None for path in paths), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not list(handed), timeout=PATIENCE)
    assert others == [tmp_path / "minne.tmx"] and program.document.entry is None
    assert instance.ask(StartRequest(paths[:2], record=names[0]))  # it was not of one that was killed, but still waited


def folder_with_documents(tmp_path: Path) -> tuple[Path, tuple[Path, ...]]:
    folder = tmp_path / "Tekster"
    folder.mkdir()
    return folder, written(folder, 2)


def test_a_folder_that_was_handed_to_a_window_that_was_killed_is_read_by_the_next(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    folder, paths = folder_with_documents(tmp_path)
    Handed(folders.data / HANDED_FOLDER).keep((folder,))
    _, handed, _ = served(program, folders)
    library = program.shelf.library
    qtbot.waitUntil(lambda: all(library.find(path) is not None for path in paths), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not list(handed), timeout=PATIENCE)
    assert "not a document" not in program.window.notices.message


def test_what_is_no_document_stays_on_the_disk_no_longer_than_until_it_is_opened(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(program.window, "open_files", lambda files, *_: opened.extend(files))
    instance, handed, _ = served(program, folders)
    for path in (tmp_path / "minne.tmx", folder_with_documents(tmp_path)[0]):
        name = handed.keep((path,))
        assert instance.ask(StartRequest((path,), record=name))
        qtbot.waitUntil(lambda name=name: not handed.has(name), timeout=PATIENCE)  # type: ignore[misc]
        assert opened[-1] == path


def test_a_folder_that_waits_when_the_program_ends_is_left_to_the_next_start(
    program: Tospalt, folders: Folders, tmp_path: Path
) -> None:
    instance, handed, starts = served(program, folders)
    folder, _ = folder_with_documents(tmp_path)
    name = handed.keep((folder,))
    assert instance.ask(StartRequest((folder,), record=name))
    starts.close_down()
    program.close()
    assert list(handed) == [(name, (folder,))]


def test_what_was_handed_over_stays_on_the_disk_while_the_library_cannot_be_written(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        refused.append(arguments)
        raise OutputError("“{path}” cannot be written: {reason}.", path="library.json", reason="full")

    monkeypatch.setattr("reader.library.write_atomically", refuse)
    instance, handed, _ = served(program, folders)
    paths = written(tmp_path, 2)
    name = handed.keep(paths)
    assert instance.ask(StartRequest(paths, record=name))
    qtbot.waitUntil(lambda: all(program.shelf.library.find(path) for path in paths), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(refused) > 1, timeout=PATIENCE)
    program.pools.edits.flush(PATIENCE / 1000)
    assert handed.has(name)


def test_what_another_start_has_taken_back_is_not_opened(program: Tospalt, folders: Folders, tmp_path: Path) -> None:
    instance, handed, _ = served(program, folders)
    paths = written(tmp_path, 1)
    name = handed.keep(paths)
    handed.drop(name)
    assert not instance.ask(StartRequest(paths, record=name))


def test_of_what_could_not_be_opened_when_the_program_ends_nothing_is_lost(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    instance, handed, starts = served(program, folders)
    paths, memory = written(tmp_path, 2), tmp_path / "minne.tmx"
    names = [handed.keep(paths[:1]), handed.keep((paths[1], memory))]
    assert instance.ask(StartRequest(paths[:1], record=names[0]))
    assert instance.ask(StartRequest((paths[1], memory), record=names[1]))
    starts.close_down()  # before the event loop has run
    program.close()
    assert {e.path for e in Library(folders.data / LIBRARY_FILE) if not e.bundled} == {*paths}
    assert [name for name, _ in handed] == [names[1]]  # opens the memory at the next start


@pytest.mark.parametrize("everything", [False, True])
def test_what_is_forgotten_is_not_left_among_what_was_handed_over(
    everything: bool, folders: Folders, tmp_path: Path
) -> None:
    handed, (mine, other) = Handed(folders.data / HANDED_FOLDER), written(tmp_path, 2)
    names = handed.keep((mine,)), handed.keep((other,))
    library = Library(folders.data / LIBRARY_FILE)
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        if everything:
            assert forget_everything(memory, library) is not None
        else:
            plan = plan_forgetting(read_document(mine), both_directions("nb"), memory, ())
            assert forget_document(plan, memory, library, edits=True) is not None
    assert [name for name, _ in handed] == ([] if everything else [names[1]])


def test_what_cannot_be_opened_under_a_dialog_is_told_of_once_it_can_be(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    program.window.actions_["shortcuts"].trigger()
    dialog = next(child for child in program.window.findChildren(ShortcutsDialog))
    with qtbot.waitSignal(program.shelf.skipped, timeout=PATIENCE):
        assert ask(tmp_path / "empty.txt")
    assert program.window.notices.message == ""
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        dialog.close()


def test_what_was_taken_just_before_the_program_ends_is_in_the_library_at_the_next_start(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    instance = Given()
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    starts.serve()
    (tmp_path / "one.txt").write_text("Det regner i dag.", "utf-8")
    given = tmp_path / "one.txt", tmp_path / "pair.argosmodel", tmp_path
    assert instance.ask(StartRequest(given))
    starts.close_down()  # before the event loop has run
    program.close()
    assert [entry.path for entry in Library(folders.data / LIBRARY_FILE) if not entry.bundled] == [given[0]]


def test_what_has_not_been_read_when_the_program_ends_is_in_the_library_at_the_next_start_but_nothing_forgotten(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    instance = Given()
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    starts.serve()
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in paths:
        path.write_text("Det regner i dag.", "utf-8")
    with nothing_described():
        assert instance.ask(StartRequest(tuple(paths)))
        qtbot.waitUntil(lambda: all(map(program.shelf.is_joining, paths)), timeout=PATIENCE)
        starts.forget(paths[3])
        starts.close_down()
    program.close()
    assert {entry.path for entry in Library(folders.data / LIBRARY_FILE) if not entry.bundled} == {*paths[:3]}


def test_what_was_removed_since_or_cannot_be_read_does_not_come_back_when_the_program_ends(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    instance = Given()
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    program.document.unreadable.connect(starts.on_settled)
    starts.serve()
    one, empty = tmp_path / "one.txt", tmp_path / "empty.txt"
    one.write_text("Det regner i dag.", "utf-8")
    empty.touch()
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        assert instance.ask(StartRequest((empty,)))
    with qtbot.waitSignal(program.shelf.changed, timeout=PATIENCE):
        assert instance.ask(StartRequest((one,)))
    program.shelf.take([one])
    starts.close_down()
    assert [entry.path for entry in program.shelf.library if not entry.bundled] == []


def test_a_window_that_was_opened_since_the_first_does_not_answer_says_so_in_both_languages(
    program: Tospalt, qtbot: QtBot
) -> None:
    OtherStarts(Given(unanswered=True), lambda: program.window, program.shelf, program).tell_unanswered()
    assert program.window.notices.message.startswith("Tospalt is running already but does not answer")
    old = program.window
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    assert program.window.notices.message.startswith("Tospalt kjører allerede")


def test_what_waits_has_an_end(program: Tospalt, ask: Callable[..., bool], qtbot: QtBot) -> None:
    assert sum(ask() for _ in range(1000)) == 100
    assert not ask()
    qtbot.waitUntil(ask, timeout=PATIENCE)


def test_a_start_on_another_screen_is_left_to_itself(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    instance = Given()
    OtherStarts(instance, lambda: program.window, program.shelf, program).serve()
    assert instance.ask(StartRequest(x11=":0.0"))
    assert not instance.ask(StartRequest(x11="localhost:10.0"))


def test_files_are_opened_in_the_window_of_another_language(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot
) -> None:
    program.preferences.change(interface_language="nb")  # the window is replaced by and by
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        assert ask(DOCUMENTS[0])
    qtbot.waitUntil(lambda: "Fil" in program.window.menuBar().actions()[0].text(), timeout=PATIENCE)
    assert is_open(program, DOCUMENTS[0])
    assert program.window.documents.reading_position() is not None


def test_the_right_to_come_to_the_front_is_used_once(
    program: Tospalt, ask: Callable[..., bool], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []
    monkeypatch.setattr(program.window, "activateWindow", lambda: seen.append(os.environ.get("XDG_ACTIVATION_TOKEN")))
    assert ask(token="given") and ask()
    qtbot.waitUntil(lambda: seen == ["given", None], timeout=PATIENCE)
