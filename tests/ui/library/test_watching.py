"""Watched folders: what is new in them joins the library by itself, once."""

import errno
import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader import disks, watched as list_of_watched
from reader.files import is_folder
from reader.memory import Memory
from reader.paths import MEMORY_FILE, WATCHED_FILE
from reader.watched import Watched
from tests.ui.documents import open_and_translate, text_of
from tests.ui.library.held_reading import nothing_described
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import folder_contents, folders as adding, watched_look, watching
from ui.reading.places import Place
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.jobs import Job
from ui.window import folder_notices, given_files
from ui.window.watched_folders import WatchedFoldersDialog


@pytest.fixture(autouse=True)
def files_are_quiet_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_QUIET_MS", 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "brev"
    folder.mkdir()
    (folder / "old.txt").write_text("Dette er et gammelt brev.", "utf-8")
    return folder


@pytest.fixture
def watched(program: Tospalt, qtbot: QtBot, folder: Path) -> Tospalt:
    """The program, which watches that folder; the user has seen what is in it."""
    with qtbot.waitSignal(program.watching.changed, timeout=PATIENCE):
        program.watching.watch_folder(folder, [folder / "old.txt"])
    return program


def _own(program: Tospalt) -> set[str]:
    return {entry.path.name for entry in program.shelf.library if not entry.bundled}


def _write(folder: Path, name: str = "new.txt") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("Dette er et nytt brev.", "utf-8")
    return path


def test_a_new_document_joins_without_being_opened_and_is_told(watched: Tospalt, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder)
    assert _own(watched) == {"new.txt"} and watched.document.entry is None
    assert watched.window.notices.message == ("“new.txt” in the watched folder “brev” was added to your library.")
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder, "inner/deep.md")
    assert _own(watched) == {"new.txt", "deep.md"}


def test_one_that_the_user_removed_does_not_come_back(
    watched: Tospalt, qtbot: QtBot, folder: Path, start: Callable[[], Tospalt]
) -> None:
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        path = _write(folder)
    watched.shelf.library.remove(watched.shelf.entry_of(path))
    watched.shelf.save()
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder, "other.txt")
    assert _own(watched) == {"other.txt"}
    watched.close()
    again = start()
    with qtbot.waitSignal(again.watching.added, timeout=PATIENCE):
        _write(folder, "third.txt")
        again.watching.look()
    assert _own(again) == {"other.txt", "third.txt"}


def test_what_came_while_the_program_did_not_run_joins_at_the_next_start(
    watched: Tospalt, qtbot: QtBot, folder: Path, start: Callable[[], Tospalt]
) -> None:
    watched.close()
    _write(folder)
    again = start()
    with qtbot.waitSignal(again.watching.added, timeout=PATIENCE):
        again.begin([])
    assert _own(again) == {"new.txt"}


def test_what_is_no_text_joins_once_it_is_one(watched: Tospalt, qtbot: QtBot, folder: Path) -> None:
    path = folder / "new.txt"
    with qtbot.waitSignal(watched.shelf.skipped, timeout=PATIENCE):
        path.write_bytes(b"")
    assert _own(watched) == set() and watched.window.notices.message == ""
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder)
        watched.watching.look()
    assert _own(watched) == {"new.txt"}


def test_a_folder_that_is_gone_is_told_once_and_watched_again_when_it_is_back(
    watched: Tospalt, qtbot: QtBot, folder: Path
) -> None:
    told: list[object] = []
    watched.watching.gone.connect(told.append)
    away = folder.with_name("away")
    folder.rename(away)
    watched.watching.look()
    qtbot.waitUntil(lambda: told == [folder], timeout=PATIENCE)
    with qtbot.waitSignal(watched.pools.folders.ended, timeout=PATIENCE):
        watched.watching.look()
    assert told == [folder]
    away.rename(folder)
    _write(folder)
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        watched.watching.look()


def test_a_folder_that_was_added_can_be_watched_from_the_notice(
    program: Tospalt, qtbot: QtBot, folder: Path, path: Path
) -> None:
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])  # else the first document of the folder is opened, with more to say
    program.window.open_files([folder])
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Added"), timeout=PATIENCE)
    buttons = program.window.notices.findChildren(QPushButton)
    with qtbot.waitSignal(program.watching.changed, timeout=PATIENCE):
        next(button for button in buttons if button.text() == "Watch this folder").click()
    assert program.watching.folders == (folder,)
    with qtbot.waitSignal(program.watching.added, timeout=PATIENCE) as added:
        _write(folder)
    assert added.args == [folder, [folder / "new.txt"]]


def _choose_in_dialog(program: Tospalt, folder: Path) -> None:
    """Press Add in the dialog that lists watched folders, and choose this one."""
    program.window.actions_["watched"].trigger()
    dialog = program.window.findChild(WatchedFoldersDialog)
    assert isinstance(dialog, WatchedFoldersDialog)
    dialog.add_button.click()
    chooser = dialog.findChild(FileDialog)
    assert isinstance(chooser, FileDialog)
    chooser.filesSelected.emit([str(folder)])
    chooser.close()
    dialog.close()


def test_the_dialog_shows_the_ends_of_long_paths(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("a" * 120, "b" * 120):
        (tmp_path / name).mkdir()
        program.watching.watch_folder(tmp_path / name, [])
    program.window.actions_["watched"].trigger()
    dialog = program.window.findChild(WatchedFoldersDialog)
    assert isinstance(dialog, WatchedFoldersDialog)
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=PATIENCE)
    assert dialog.list.horizontalScrollBar().maximum() == 0, "nothing is cut off that could be scrolled to"
    assert dialog.list.textElideMode() is Qt.TextElideMode.ElideMiddle
    dialog.close()


def test_a_folder_watched_through_the_dialog_is_added_as_one_that_is_dropped(
    program: Tospalt, qtbot: QtBot, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])
    for module in (folder_contents, adding, folder_notices):
        monkeypatch.setattr(module, "MOST_FILES", 2)
    for name in ("other.txt", "third.txt"):
        _write(folder, name)
    _choose_in_dialog(program, folder)
    told = (
        "Added 2 documents from “brev”. 1 item was skipped: 1 is beyond the first 2. "
        "New documents in it will join your library by themselves."
    )
    qtbot.waitUntil(lambda: program.window.notices.message == told, timeout=PATIENCE)
    qtbot.waitUntil(lambda: program.watching.folders == (folder,), timeout=PATIENCE)
    assert _own(program) == {path.name, "old.txt", "other.txt"}
    step = program.undo.next_undo
    assert step is not None and step.words() == "addition of 2 documents"
    program.undo.undo()
    with qtbot.waitSignal(program.watching.added, timeout=PATIENCE):
        _write(folder)
    assert _own(program) == {path.name, "new.txt"}


@pytest.mark.parametrize("under_way", ["being looked into", "being added"])
def test_a_folder_is_watched_that_is_being_added_already(
    program: Tospalt, qtbot: QtBot, folder: Path, under_way: str
) -> None:
    with nothing_described():
        program.folders.look_into([folder])
        if under_way == "being added":
            qtbot.waitUntil(lambda: program.shelf.is_joining(folder / "old.txt"), timeout=PATIENCE)
        with qtbot.waitSignal(program.watching.changed, timeout=PATIENCE):
            program.folders.look_into([folder], watch=True)
    assert program.watching.folders == (folder,)
    qtbot.waitUntil(lambda: _own(program) == {"old.txt"}, timeout=PATIENCE)


# Files that are moved in a watched folder


@pytest.fixture
def noted(watched: Tospalt, qtbot: QtBot, folder: Path) -> Path:
    """A document in that folder, to which the user has given a title and languages; it is known what is in it."""
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        path = _write(folder)
    watched.shelf.choose_languages(watched.shelf.rename(watched.shelf.entry_of(path), "Brevet"), "nb", "en")
    watched.shelf.keep_position(watched.shelf.entry_of(path), 3, 0.5)
    _wait_until_noted(watched, qtbot, path)
    return path


def _wait_until_noted(program: Tospalt, qtbot: QtBot, *paths: Path) -> None:
    watched, [folder] = program.watching._watched, program.watching.folders
    qtbot.waitUntil(lambda: all(watched.content_of(folder, path) for path in paths), timeout=PATIENCE)


@pytest.mark.parametrize("place", ["renamed.txt", "inner/new.txt"])
def test_a_document_follows_its_file_that_is_moved_in_the_folder(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, place: str
) -> None:
    added: list[object] = []
    watched.watching.added.connect(lambda *each: added.append(each))
    (folder / "inner").mkdir()
    with qtbot.waitSignal(watched.shelf.changed, timeout=PATIENCE):
        noted.rename(folder / place)
    [entry] = [each for each in watched.shelf.library if not each.bundled]
    assert (entry.path, entry.title, entry.source, entry.target) == (folder / place, "Brevet", "nb", "en")
    assert (entry.row, entry.share) == (3, 0.5)
    assert not watched.shelf.is_missing(entry) and watched.undo.next_undo is None
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder, "other.txt").write_text("Dette er noe helt annet.", "utf-8")
    assert added == [(folder, [folder / "other.txt"])]


def test_it_follows_it_back_and_at_the_next_start(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, start: Callable[[], Tospalt]
) -> None:
    there = folder / "there.txt"
    with qtbot.waitSignal(watched.shelf.changed, timeout=PATIENCE):
        noted.rename(there)
    with qtbot.waitSignal(watched.shelf.changed, timeout=PATIENCE):
        there.rename(noted)
    assert _own(watched) == {"new.txt"}
    _wait_until_noted(watched, qtbot, noted)
    watched.close()
    noted.rename(there)
    again = start()
    with qtbot.waitSignal(again.shelf.changed, timeout=PATIENCE):
        again.begin([])
    assert _own(again) == {"there.txt"}


def test_where_two_files_may_be_the_one_that_was_moved_none_is_followed(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(noted.read_bytes())
    (tmp_path / "b.txt").write_bytes(noted.read_bytes())
    watched.watching.pause(None)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).rename(folder / name)
    noted.unlink()
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        watched.watching.resume(None)
    assert _own(watched) == {"new.txt", "a.txt", "b.txt"}


def test_copies_of_one_text_are_followed_by_their_names(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    before, now = folder / "inner", folder / "renamed"
    paths = [_write(before, name) for name in ("a.txt", "b.txt", "c.txt")]
    qtbot.waitUntil(lambda: all(watched.shelf.library.find(path) for path in paths), timeout=PATIENCE)
    _wait_until_noted(watched, qtbot, noted, *paths)
    for path in paths:
        watched.shelf.rename(watched.shelf.entry_of(path), path.stem)
    watched.watching.pause(None)
    before.rename(now)
    (now / "c.txt").rename(now / "d.txt")
    with qtbot.waitSignal(watched._library_steps.followed, timeout=PATIENCE):
        watched.watching.resume(None)
    titles = {entry.path: entry.title for entry in watched.shelf.library if entry.title}
    assert titles == {noted: "Brevet", now / "a.txt": "a", now / "b.txt": "b", now / "d.txt": "c"}


def test_a_copy_that_was_there_all_along_is_not_taken_for_a_moved_file(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    copy = _write(folder, "copy.txt")  # the same in it
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        pass
    watched.shelf.take([copy])
    with qtbot.waitSignal(watched.watching.touched, timeout=PATIENCE):
        noted.unlink()
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder, "other.txt").write_text("Dette er noe helt annet.", "utf-8")
    assert _own(watched) == {"new.txt", "other.txt"}


def test_the_open_document_follows_its_file_and_stays_as_it_is(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    with qtbot.waitSignal(watched.document.measured, timeout=PATIENCE):
        watched.window.documents.open_entry(watched.shelf.entry_of(noted))
    watched.window.library.view.setFocus()
    with qtbot.waitSignal(watched.document.opened, timeout=PATIENCE):
        noted.rename(folder / "renamed.txt")
    entry, text = watched.document.entry, watched.document.text
    assert entry is not None and text is not None
    assert entry.path == text.document.path == folder / "renamed.txt" and entry.title == "Brevet"
    assert watched.window.notices.message == (
        "This document was moved or renamed by another program. It is “renamed.txt” now."
    )
    assert watched.window.library.view.hasFocus()
    with qtbot.waitSignal(watched.document.opened, timeout=PATIENCE):  # its file is watched there
        (folder / "renamed.txt").write_text("Dette er en ny tekst.", "utf-8")


def test_what_was_done_to_a_document_is_undone_and_redone_after_its_file_was_moved(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, tmp_path: Path
) -> None:
    shelf, steps, undo = watched.shelf, watched.window._services.library_steps, watched.undo
    other, there = _write(tmp_path, "annen.txt"), folder / "renamed.txt"
    shelf.library.add(other)
    sentence = "Dette er et nytt brev."

    def state() -> tuple[object, ...]:
        document, edits = watched.document, watched.edits
        qtbot.waitUntil(lambda: document.text is not None and not edits.unsaved, timeout=PATIENCE)
        stored = watched.memory.edits("nb", "en", [sentence], exactly=True)
        entry = shelf.entry_of(there)
        return entry.title, entry.source, shelf.entry_of(other).source, [edit.text for edit in stored.values()]

    open_and_translate(qtbot, watched, noted)
    watched.window.reading_view.move_caret(Place(0, 1, 0))
    watched.window.actions_["edit"].trigger()
    watched.window.editing.bar.field.setPlainText("Edited.")
    watched.window.editing.bar.save_button.click()
    steps.retitle(shelf.entry_of(noted), "Et brev")
    watched.window.library.languages_chosen.emit([shelf.entry_of(noted), shelf.entry_of(other)], "en", "nb")
    state()
    noted.rename(there)
    qtbot.waitUntil(lambda: text_of(watched).document.path == there, timeout=PATIENCE)
    _write(folder, noted.name).write_text("Dette er en annen tekst på det samme stedet.", "utf-8")
    after = state()
    assert after == ("Et brev", "en", "en", ["Edited."]) and undo.documents == {there, other}
    while undo.next_undo is not None:
        undo.undo()
        state()
    assert state() == ("Brevet", "nb", "", [])
    while undo.next_redo is not None:
        undo.redo()
        state()
    assert state() == after


def test_a_change_of_place_is_redone_after_the_file_from_before_was_moved(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, tmp_path: Path
) -> None:
    library, there, copy = watched.shelf.library, folder / "renamed.txt", _write(tmp_path, "copy.txt")
    watched.window._services.library_steps.relocate(watched.shelf.entry_of(noted), copy)
    watched.undo.undo()
    watched.window._services.library_steps.follow_moved({noted: noted.rename(there)}, lambda: None)
    assert library.find(there) is not None
    watched.undo.redo()
    assert library.find(copy) is not None and library.find(there) is None
    watched.undo.undo()
    assert library.find(there) is not None and library.find(copy) is None


def test_a_removed_document_comes_back_above_one_that_was_moved_meanwhile(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, tmp_path: Path
) -> None:
    steps, library, there = watched.window._services.library_steps, watched.shelf.library, folder / "renamed.txt"
    first, removed = _write(tmp_path, "first.txt"), _write(tmp_path, "removed.txt")
    for path in (removed, first):
        library.add(path)
    before = [entry.path.name for entry in library if not entry.bundled]
    assert before.index("removed.txt") + 1 == before.index(noted.name)
    steps.remove([library.find(removed) or watched.shelf.entry_of(removed)], None)
    noted.rename(there)
    qtbot.waitUntil(lambda: library.find(there) is not None, timeout=PATIENCE)
    watched.undo.undo()
    after = [entry.path.name for entry in library if not entry.bundled]
    assert after == [name if name != noted.name else there.name for name in before]


def test_what_is_being_typed_in_a_document_stays_when_its_file_is_moved(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    there = folder / "renamed.txt"
    open_and_translate(qtbot, watched, noted)
    watched.window.reading_view.move_caret(Place(0, 1, 0))
    watched.window.actions_["edit"].trigger()
    bar = watched.window.editing.bar
    bar.field.setPlainText("Half")
    noted.rename(there)
    qtbot.waitUntil(lambda: text_of(watched).document.path == there, timeout=PATIENCE)
    assert not bar.isHidden() and bar.field.toPlainText() == "Half"
    draft = watched.window.editing.draft
    assert draft is not None and draft.document == str(there)
    bar.save_button.click()
    assert watched.undo._done[-1].document == there


def test_what_vanished_of_a_document_is_brought_back_and_undone_after_its_file_was_moved(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, folders: Folders, tmp_path: Path
) -> None:
    sentence, there = "Dette er et nytt brev.", folder / "renamed.txt"
    other = _write(tmp_path, "annen.txt")
    other.write_text("Noe helt annet.", "utf-8")
    open_and_translate(qtbot, watched, noted)
    watched.window.reading_view.move_caret(Place(0, 1, 0))
    watched.window.actions_["edit"].trigger()
    watched.window.editing.bar.field.setPlainText("Edited.")
    watched.window.editing.bar.save_button.click()
    qtbot.waitUntil(lambda: not watched.edits.unsaved, timeout=PATIENCE)
    gone = qtbot.waitSignal(watched.window.edits_elsewhere.deleted, timeout=PATIENCE)
    with gone, closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.forget_edits("nb", "en", [sentence])
    open_and_translate(qtbot, watched, other)
    noted.rename(there)
    qtbot.waitUntil(lambda: watched.shelf.library.find(there) is not None, timeout=PATIENCE)
    _write(folder, noted.name).write_text("Dette er en annen tekst på det samme stedet.", "utf-8")
    [notice] = [each for each in watched.window.notices._waiting if "deleted elsewhere" in each.message]
    assert notice.about == there
    notice.actions[0][1]()
    step = watched.undo._done[-1]
    assert step.document == there

    def edits() -> list[str]:
        qtbot.waitUntil(lambda: not watched.edits.unsaved, timeout=PATIENCE)
        return [edit.text for edit in watched.memory.edits("nb", "en", [sentence], exactly=True).values()]

    assert edits() == ["Edited."]
    open_and_translate(qtbot, watched, there)
    watched.undo.undo()
    assert edits() == []


def test_many_files_in_a_folder_that_is_renamed_are_followed(watched: Tospalt, qtbot: QtBot, folder: Path) -> None:
    (folder / "inner").mkdir()
    paths = [folder / "inner" / f"{number}.txt" for number in range(23)]
    for number, path in enumerate(paths):
        path.write_text(f"Dette er brev nummer {number}.", "utf-8")
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        pass
    _wait_until_noted(watched, qtbot, *paths)
    (folder / "inner").rename(folder / "renamed")
    places = {folder / "renamed" / path.name for path in paths}
    qtbot.waitUntil(lambda: {e.path for e in watched.shelf.library if not e.bundled} == places, timeout=PATIENCE)


def test_the_library_is_written_once_for_many_files_that_were_moved(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = {tmp_path / "a" / f"{number}.txt": tmp_path / "b" / f"{number}.txt" for number in range(23)}
    for path in moved:
        program.shelf.library.add(path)
    saves: list[int] = []
    monkeypatch.setattr(program.shelf, "save", lambda: saves.append(len(_own(program))))
    ended = Event()
    program._library_steps.follow_moved(moved, ended.set)
    qtbot.waitUntil(ended.is_set, timeout=PATIENCE)
    assert {entry.path for entry in program.shelf.library if not entry.bundled} == {*moved.values()}
    assert saves == [23]


def test_a_look_that_is_under_way_brings_back_nothing_of_a_document_that_is_forgotten(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.shelf.library.add(_write(folder, "stays.txt"))
    reached, free, digest_of = Event(), Event(), Watched.digest_of

    def held(known: Watched, path: Path, cancelled: Callable[[], bool]) -> str:
        digest = digest_of(known, path, cancelled)
        if path == noted:
            reached.set()
            free.wait()
        return digest

    monkeypatch.setattr(Watched, "digest_of", held)
    try:
        noted.write_text("Dette er hemmelig.", "utf-8")
        watched.watching.look()
        qtbot.waitUntil(reached.is_set, timeout=PATIENCE)
        with qtbot.waitSignal(watched.forgetter.ended, timeout=PATIENCE):
            watched.forgetter.plan_deletion(watched.shelf.entry_of(noted))
    finally:
        free.set()
    watched.pools.folders.flush()
    known = Watched(watched.shelf.library.folder / WATCHED_FILE)
    assert known.read() == (folder,) and known.content_of(folder, noted) is None


def test_what_was_in_a_forgotten_document_is_not_known_any_more(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    watched.shelf.library.add(_write(folder, "stays.txt"))
    with qtbot.waitSignal(watched.forgetter.ended, timeout=PATIENCE):
        watched.forgetter.plan_deletion(watched.shelf.entry_of(noted))
    assert watched.watching.folders == (folder,)
    assert Watched(watched.shelf.library.folder / WATCHED_FILE).content_of(folder, noted) is None


def test_another_file_that_comes_where_a_moved_one_was_is_new(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path
) -> None:
    with qtbot.waitSignal(watched.shelf.changed, timeout=PATIENCE):
        noted.rename(folder / "old letter.txt")
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        noted.write_text("Dette er noe helt annet.", "utf-8")
    assert _own(watched) == {"old letter.txt", "new.txt"}


# Disks that do not answer


def test_a_folder_on_a_disk_that_does_not_answer_keeps_no_other_from_being_watched_added_or_looked_at(
    program: Tospalt, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung, answer = tmp_path / "hung", Event()
    hung.mkdir()
    with qtbot.waitSignal(program.shelf.joined, timeout=PATIENCE):
        program.shelf.add(_write(hung, "a.txt"))
    (tmp_path / "mounts").write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/a {hung} nfs rw 0 0\n")
    monkeypatch.setattr(disks, "_MOUNTS", tmp_path / "mounts")
    scandir, stat = os.scandir, Path.stat

    def slow(path: Path) -> None:
        if str(path).startswith(str(hung)):
            answer.wait()

    def slow_scandir(path: Path) -> object:
        slow(path)
        return scandir(path)

    def slow_stat(path: Path, **how: bool) -> os.stat_result:
        slow(path)
        return stat(path, **how)

    monkeypatch.setattr(os, "scandir", slow_scandir)
    monkeypatch.setattr(Path, "stat", slow_stat)
    try:
        program.watching.watch_folder(hung)
        with qtbot.waitSignal(program.watching.changed, timeout=PATIENCE):
            program.watching.watch_folder(folder, [folder / "old.txt"])
        for _ in range(5):
            program.folders.look_into([hung])
            program.presence.look()
            program.watching.look()
            program.folders.cancel(hung)
        with qtbot.waitSignal(program.watching.added, timeout=PATIENCE):
            _write(folder)
        with qtbot.waitSignal(program.shelf.presence_changed, timeout=PATIENCE):
            (folder / "new.txt").unlink()
        program.folders.look_into([folder])
        qtbot.waitUntil(lambda: "old.txt" in _own(program), timeout=PATIENCE)
        begun = time.monotonic()
        assert not program.close(0.5)
        assert time.monotonic() - begun < 2
    finally:
        answer.set()


# Several folders


@pytest.fixture
def second(watched: Tospalt, qtbot: QtBot, tmp_path: Path, noted: Path) -> Path:
    """Another folder that is watched."""
    second = tmp_path / "rapporter"
    second.mkdir()
    with qtbot.waitSignal(watched.watching.changed, timeout=PATIENCE):
        watched.watching.watch_folder(second)
    qtbot.waitUntil(lambda: watched.watching._known[second].found is not None, timeout=PATIENCE)
    return second


def test_a_document_follows_its_file_that_is_moved_to_another_watched_folder(
    watched: Tospalt, qtbot: QtBot, noted: Path, second: Path
) -> None:
    with qtbot.waitSignal(watched.shelf.changed, timeout=PATIENCE):
        noted.rename(second / "moved.txt")
    [entry] = [each for each in watched.shelf.library if not each.bundled]
    assert (entry.path, entry.title) == (second / "moved.txt", "Brevet")


def test_a_copy_in_another_watched_folder_is_a_document_of_its_own(
    watched: Tospalt, qtbot: QtBot, noted: Path, second: Path
) -> None:
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE) as added:
        _write(second, "copy.txt")
    assert added.args == [second, [second / "copy.txt"]]
    assert _own(watched) == {"new.txt", "copy.txt"} and watched.shelf.entry_of(noted).title == "Brevet"


def test_a_document_on_a_disk_that_is_unplugged_is_not_taken_over_by_a_copy(
    watched: Tospalt, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, mounts, always = tmp_path / "stick", tmp_path / "mounts", "/dev/sda1 / ext4 rw 0 0\n"
    stick.mkdir()
    mounts.write_text(f"{always}/dev/sdb1 {stick} vfat rw 0 0\n")
    monkeypatch.setattr(disks, "_MOUNTS", mounts)
    with qtbot.waitSignal(watched.watching.changed, timeout=PATIENCE):
        watched.watching.watch_folder(stick)
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        document = _write(stick)
    known = watched.watching._watched
    qtbot.waitUntil(lambda: known.content_of(stick, document) is not None, timeout=PATIENCE)
    mounts.write_text(always)
    stick.rename(tmp_path / "unplugged")
    stick.mkdir()  # where it was mounted
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE) as added:
        _write(folder, "copy.txt")
    assert added.args == [folder, [folder / "copy.txt"]] and _own(watched) == {"new.txt", "copy.txt"}


# A list that cannot be written


def test_new_documents_join_though_the_list_of_watched_folders_cannot_be_written_which_is_told_once(
    watched: Tospalt, qtbot: QtBot, folder: Path, noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    watched.watching.notice.connect(told.append)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    watched.pools.edits.flush()
    monkeypatch.setattr(list_of_watched, "write_atomically", full)
    noted.write_text("Dette er et brev som er endret.", "utf-8")
    look = watched.watching._known[folder].looking
    for _ in range(3):
        with qtbot.waitSignal(watched.pools.folders.ended, timeout=PATIENCE):
            watched.watching.look()
        qtbot.waitUntil(lambda: not look.running, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)  # the thread that writes may be behind
    assert len(told) == 1
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        _write(folder, "other.txt").write_text("Dette er noe helt annet.", "utf-8")
    assert _own(watched) == {"new.txt", "other.txt"}


def test_a_file_on_a_disk_that_does_not_answer_does_not_keep_the_window_waiting(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, answer = _write(tmp_path / "hung"), Event()

    def slow(path: Path) -> bool:
        assert answer.wait(PATIENCE / 1000)
        return is_folder(path)

    (tmp_path / "mounts").write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/a {path.parent} nfs rw 0 0\n")
    monkeypatch.setattr(disks, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(given_files, "is_folder", slow)
    try:
        QTimer.singleShot(100, answer.set)  # only a window that goes on hears it
        with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
            program.window.open_files([path])
    finally:
        answer.set()
    assert program.document.entry is not None and program.document.entry.path == path


# Files that go on changing


def test_a_file_that_goes_on_growing_is_looked_at_more_and_more_rarely_and_joins_when_it_rests(
    watched: Tospalt, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = folder / "log.txt"

    def contents_of_a_growing_folder(path: Path, cancelled: Callable[[], bool]) -> folder_contents.FolderContents:
        with log.open("a", encoding="utf-8") as file:
            file.write("En linje til.\n")
        return folder_contents.contents_of(path, cancelled)

    monkeypatch.setattr(watched_look, "contents_of", contents_of_a_growing_folder)
    watched.watching.look()
    known = watched.watching._known[folder]
    qtbot.waitUntil(lambda: known.timer.interval() >= 16 * watching._QUIET_MS, timeout=PATIENCE)
    assert _own(watched) == set()
    monkeypatch.setattr(watched_look, "contents_of", folder_contents.contents_of)
    with qtbot.waitSignal(watched.watching.added, timeout=PATIENCE):
        pass
    assert _own(watched) == {"log.txt"}


def test_forgetting_everything_forgets_the_folders_too(
    watched: Tospalt, qtbot: QtBot, folders: Folders, folder: Path
) -> None:
    assert str(folder).encode() in (folders.data / WATCHED_FILE).read_bytes()
    with qtbot.waitSignal(watched.watching.changed, timeout=PATIENCE):
        watched.forgetter.forget_everything()
    assert str(folder).encode() not in (folders.data / WATCHED_FILE).read_bytes()


def test_forgetting_the_last_document_of_a_folder_forgets_the_folder(
    watched: Tospalt, qtbot: QtBot, folder: Path
) -> None:
    first, second = (watched.shelf.library.add(_write(folder, name)) for name in ("a.txt", "b.txt"))
    with qtbot.waitSignal(watched.forgetter.ended, timeout=PATIENCE):
        watched.forgetter.plan_deletion(first)
    assert watched.watching.folders == (folder,)
    with qtbot.waitSignal(watched.watching.changed, timeout=PATIENCE):
        watched.forgetter.plan_deletion(second)
    assert list(watched.watching.folders) == []


def test_folders_are_forgotten_when_all_is_said_to_be_done_though_the_program_ends_at_once(
    watched: Tospalt, folders: Folders, folder: Path
) -> None:
    free = Event()
    watched.pools.folders.of(folder).start(Job(lambda _: free.wait()))  # a disk of a network that does not answer
    watched.forgetter.forget_everything()
    watched.pools.edits.flush()
    assert not watched.forgetter.ask_for()
    free.set()
    watched.close()
    assert str(folder).encode() not in (folders.data / WATCHED_FILE).read_bytes()


def test_nothing_of_what_is_being_looked_for_or_read_joins_after_forgetting_everything(
    watched: Tospalt, qtbot: QtBot, folders: Folders, folder: Path
) -> None:
    for number in range(80):
        _write(folder, f"n{number}.txt")
    with nothing_described():
        watched.window.open_files([folder])
        qtbot.waitUntil(lambda: watched.window.notices.message.startswith("Adding"), timeout=PATIENCE)
        watched.window.open_files([folder.parent])
        with qtbot.waitSignal(watched.forgetter.ended, timeout=PATIENCE):
            watched.forgetter.forget_everything()
    for pool in (watched.pools.folders, watched.pools.files, watched.pools.edits):
        pool.flush()
    qtbot.waitUntil(lambda: not watched.shelf.describing, timeout=PATIENCE)
    assert _own(watched) == set() and watched.window.notices.message == "Everything was forgotten."
    assert files_that_name(folders, folder) == []


def files_that_name(folders: Folders, folder: Path) -> list[str]:
    every = (path for path in folders.data.rglob("*") if path.is_file())
    return [path.name for path in every if str(folder).encode() in path.read_bytes()]


def test_a_damaged_list_is_told_and_its_copy_does_not_outlive_forgetting_everything(
    watched: Tospalt, qtbot: QtBot, folders: Folders, folder: Path
) -> None:
    (folders.data / WATCHED_FILE).write_text(f"[{folder}")
    with qtbot.waitSignal(watched.watching.problem, timeout=PATIENCE):
        watched.watching.look()
    assert watched.window.notices.message.startswith("The list of your watched folders was damaged.")
    assert files_that_name(folders, folder) != []
    with qtbot.waitSignal(watched.forgetter.ended, timeout=PATIENCE):
        watched.forgetter.forget_everything()
    assert files_that_name(folders, folder) == []


def test_the_dialog_lists_the_folders_and_removes_with_the_keyboard(
    watched: Tospalt, qtbot: QtBot, folder: Path
) -> None:
    watched.window.actions_["watched"].trigger()
    dialog = watched.window.findChild(WatchedFoldersDialog)
    assert isinstance(dialog, WatchedFoldersDialog)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [str(folder)]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus, timeout=PATIENCE)
    with qtbot.waitSignal(watched.watching.changed, timeout=PATIENCE):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.list.count() == 0 and not dialog.remove_button.isEnabled()
    qtbot.waitUntil(dialog.add_button.hasFocus, timeout=PATIENCE)
    dialog.close()


def test_the_dialog_says_what_watching_is_for_while_no_folder_is_watched(
    program: Tospalt, qtbot: QtBot, folder: Path
) -> None:
    program.window.actions_["watched"].trigger()
    dialog = program.window.findChild(WatchedFoldersDialog)
    assert isinstance(dialog, WatchedFoldersDialog)
    labels = dialog.findChildren(QLabel)

    def said() -> list[str]:
        return [label.text() for label in labels if label.isVisible()]

    assert not dialog.list.isVisible()
    assert said() == ["Add a folder here, and its documents join your library. New ones follow by themselves."]
    program.watching.watch_folder(folder, [])
    qtbot.waitUntil(dialog.list.isVisible, timeout=PATIENCE)
    assert said() == ["New documents in these folders join your library by themselves."]
    dialog.close()
