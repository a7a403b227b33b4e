"""Folders whose documents are added to the library."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.library.held_reading import nothing_described
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.library import folder_contents, folders as adding
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.natural_order import natural_order
from ui.window import folder_notices
from ui.window.folder_notices import SkippedDialog


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with four documents, something else, and an empty file."""
    folder = tmp_path / "Reports"
    for name in ("a2.txt", "a10.txt", "b/c.md", "b/d.txt.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Dette er {name}.", "utf-8")
    (folder / "a1.txt").write_bytes(b"")
    (folder / "e.psd").write_bytes(b"8BPS")
    os.mkfifo(folder / "g.txt")
    return folder


@pytest.fixture
def reading(program: Tospalt, qtbot: QtBot, path: Path) -> Iterator[Event]:
    """Documents are read once this is set; one is open."""
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])
    with nothing_described() as free:
        yield free


def _own(program: Tospalt) -> list[str]:
    return [entry.path.name for entry in program.shelf.library if not entry.bundled]


def _say_after_adding(program: Tospalt, qtbot: QtBot, folder: Path) -> str:
    program.window.open_files([folder])
    qtbot.waitUntil(lambda: _told(program) != "", timeout=PATIENCE)
    return _told(program)


def _told(program: Tospalt) -> str:
    """What has come of adding a folder; opening its first document may have more to say."""
    messages = [notice.message for notice in program.window.notices._waiting]
    return next(
        (each for each in messages if each.startswith(("Added", "All", "The folder")) or "has no documents" in each), ""
    )


def _choices(program: Tospalt) -> dict[str, QPushButton]:
    """The buttons of the message, by what is on them."""
    return {button.text(): button for button in program.window.notices.findChildren(QPushButton)}


def _press(program: Tospalt, words: str) -> None:
    _choices(program)[words].click()


@pytest.mark.parametrize("copied", [False, True])
def test_a_document_whose_file_was_moved_into_a_folder_is_followed_when_that_is_added_and_a_copy_is_not(
    program: Tospalt, qtbot: QtBot, reports: Path, tmp_path: Path, copied: bool
) -> None:
    before, now = tmp_path / "brev.txt", reports / "b" / "brev.txt"
    before.write_text("Dette er et brev som ble flyttet.", "utf-8")
    with qtbot.waitSignal(program.shelf.joined, timeout=PATIENCE):
        program.shelf.add(before)
    program.shelf.rename(program.shelf.entry_of(before), "Brevet")
    if copied:
        now.write_bytes(before.read_bytes())
        before.unlink()
    else:
        before.rename(now)
    _say_after_adding(program, qtbot, reports)
    assert program.shelf.entry_of(now).title == ("" if copied else "Brevet")
    assert (program.shelf.library.find(before) is not None) == copied


def test_the_documents_of_a_folder_join_the_list_in_order_and_the_rest_is_told(
    program: Tospalt, qtbot: QtBot, reports: Path
) -> None:
    assert _say_after_adding(program, qtbot, reports) == (
        "Added 4 documents from “Reports”. 3 items were skipped: 2 are not texts, 1 could not be read."
    )
    assert _own(program) == ["a2.txt", "a10.txt", "c.md", "d.txt.txt"]
    assert program.document.entry is not None and program.document.entry.path.name == "a2.txt"


def test_what_is_being_read_stays_open(program: Tospalt, qtbot: QtBot, reports: Path, path: Path) -> None:
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])
    _say_after_adding(program, qtbot, reports)
    assert program.document.entry is not None and program.document.entry.path == path


def test_adding_a_folder_is_one_step_that_can_be_undone(program: Tospalt, qtbot: QtBot, reports: Path) -> None:
    _say_after_adding(program, qtbot, reports)
    before = _own(program)
    step = program.undo.next_undo
    assert step is not None and step.words() == "addition of 4 documents"
    program.undo.undo()
    assert _own(program) == [] and program.document.entry is None
    program.undo.redo()
    assert _own(program) == before


def test_a_folder_that_was_added_before_adds_only_what_is_new(program: Tospalt, qtbot: QtBot, reports: Path) -> None:
    _say_after_adding(program, qtbot, reports)
    (reports / "a1.txt").unlink()
    (reports / "g.txt").unlink()
    (reports / "e.psd").unlink()
    program.window.notices.forget(None)
    assert _say_after_adding(program, qtbot, reports) == "All documents in “Reports” are in your library."
    (reports / "new.txt").write_text("Katten sover.", "utf-8")
    program.window.notices.forget(None)
    assert _say_after_adding(program, qtbot, reports) == "Added 1 document from “Reports”."
    assert _own(program)[0] == "new.txt"


def test_no_more_than_so_many_are_added(
    program: Tospalt, qtbot: QtBot, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (folder_contents, adding, folder_notices):
        monkeypatch.setattr(module, "MOST_FILES", 2)
    assert _say_after_adding(program, qtbot, reports).endswith("3 are beyond the first 2.")
    assert _own(program) == ["a2.txt"]


def test_a_folder_without_documents_or_that_is_closed_is_told(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "line\nbreak"
    folder.mkdir()
    assert _say_after_adding(program, qtbot, folder) == "“line break” has no documents that Tospalt can read."
    program.window.notices.forget(None)
    program.folders.look_into([tmp_path / "none"])
    qtbot.waitUntil(lambda: _told(program) != "", timeout=PATIENCE)
    assert _told(program) == "The folder “none” cannot be read: no such file or folder."


def test_adding_can_be_cancelled_and_what_was_added_stays(
    program: Tospalt, qtbot: QtBot, reports: Path, tmp_path: Path
) -> None:
    for number in range(200):
        (reports / f"z{number}.txt").write_text("Katten sover.\n\n" * 50, "utf-8")
    program.window.open_files([reports])
    qtbot.waitUntil(lambda: len(_own(program)) > 0, timeout=PATIENCE)
    _press(program, "Cancel")
    qtbot.waitUntil(lambda: _told(program).startswith("Added"), timeout=PATIENCE)
    assert 0 < len(_own(program)) < 204
    assert program.shelf._joining == {}


def test_what_was_skipped_is_named_with_the_reason(program: Tospalt, qtbot: QtBot, reports: Path, path: Path) -> None:
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])  # else the first document of the folder is opened, with more to say
    (reports / "\u202eevil\n.psd").write_bytes(b"8BPS")
    for name in ("e10.jpg", "e2.jpg"):
        (reports / name).touch()
    told = _say_after_adding(program, qtbot, reports)
    _press(program, "Show what was skipped")
    dialog = program.window.findChild(SkippedDialog)
    assert isinstance(dialog, SkippedDialog)
    lines = dialog.field.toPlainText().splitlines()
    assert lines[:2] == ["Could not be read:", "  “a1.txt” is empty."]
    assert lines[2:4] == ["", "Not texts, by their names:"]
    assert [line.strip() for line in lines[4:]] == ["e.psd", "e2.jpg", "e10.jpg", "g.txt", "evil .psd"]
    assert _told(program) == told  # the folder can still be watched
    dialog.close()


def test_the_list_of_what_was_skipped_has_an_end(
    program: Tospalt, qtbot: QtBot, reports: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (folder_contents, folder_notices):
        monkeypatch.setattr(module, "MOST_NAMED", 2)
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.open_files([path])
    for number in range(5):
        (reports / f"{number}.jpg").touch()
    _say_after_adding(program, qtbot, reports)
    _press(program, "Show what was skipped")
    dialog = program.window.findChild(SkippedDialog)
    assert isinstance(dialog, SkippedDialog)
    assert dialog.field.toPlainText().splitlines()[-1] == "  … and 5 more"
    dialog.close()


def test_a_new_window_goes_on_telling_of_a_folder_in_its_own_language(
    program: Tospalt, qtbot: QtBot, reports: Path, reading: Event
) -> None:
    old = program.window
    program.folders.look_into([reports])
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Adding 5 documents"), timeout=PATIENCE)
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    assert program.window.notices.message == "Legger til 5 dokumenter fra «Reports»\u00a0…"
    reading.set()
    added = "La til 4 dokumenter fra «Reports»."
    qtbot.waitUntil(lambda: program.window.notices.message.startswith(added), timeout=PATIENCE)
    old = program.window
    program.preferences.change(interface_language="en")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    assert program.window.notices.message.startswith("Added 4 documents from “Reports”.")
    with qtbot.waitSignal(program.watching.changed, timeout=PATIENCE):
        _press(program, "Watch this folder")


def test_adding_can_be_cancelled_in_the_window_of_another_language(
    program: Tospalt, qtbot: QtBot, reports: Path, reading: Event
) -> None:
    old = program.window
    program.folders.look_into([reports])
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Adding"), timeout=PATIENCE)
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Avbryt" in _choices(program), timeout=PATIENCE)
    _press(program, "Avbryt")
    assert program.shelf._joining == {}
    reading.set()
    assert program.window.notices.message.startswith("Ingen dokumenter fra «Reports» ble lagt til.")


def test_a_document_that_is_forgotten_while_it_is_added_is_not_waited_for(
    program: Tospalt, qtbot: QtBot, reports: Path, reading: Event
) -> None:
    (reports / "a10.txt").unlink()
    program.folders.look_into([reports])
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Adding 4"), timeout=PATIENCE)
    program.shelf.leave_off([reports / "a2.txt"])
    program.forgetter.begun.emit(reports / "a2.txt")
    reading.set()
    qtbot.waitUntil(lambda: _told(program).startswith("Added 2 documents"), timeout=PATIENCE)


def test_natural_order_is_that_of_the_list(reports: Path) -> None:
    files = folder_contents.contents_of(reports, lambda: False).files
    assert list(files) == sorted(files, key=natural_order)


def test_a_folder_that_was_chosen_is_where_the_next_dialog_begins(
    program: Tospalt, qtbot: QtBot, reports: Path
) -> None:
    program.window.actions_["open_folder"].trigger()
    dialog = program.window.findChild(FileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(reports)])
    dialog.close()
    assert program.preferences.settings.last_folder == str(reports)
    qtbot.waitUntil(lambda: _told(program) != "", timeout=PATIENCE)


def test_a_watched_folder_without_a_name_is_called_by_its_path(program: Tospalt) -> None:
    program.window.watched_folders._on_gone(Path("/"))
    assert "“/”" in program.window.notices.message


def test_a_folder_leaves_the_message_on_one_whose_name_is_longer(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("Bok 2", "Bok"):
        (tmp_path / name).mkdir()
        program.folders.look_into([tmp_path / name])
        there = f"“{name}” has no documents that Tospalt can read."
        qtbot.waitUntil(partial(_says, program, there), timeout=PATIENCE)
    first = program.window.notices._waiting[0].message
    assert first == "“Bok 2” has no documents that Tospalt can read."


def _says(program: Tospalt, message: str) -> bool:
    return program.window.notices.message == message
