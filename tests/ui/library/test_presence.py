"""Documents whose files are not where they were, or not as they were."""

import math
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.library import Entry, Library
from reader.pasted import Pasted
from reader.paths import LIBRARY_FILE
from tests.ui.editing.sentence import TEXT
from tests.ui.library.shelves import select
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import presence
from ui.library.menu import EntryMenu
from ui.library.model import DETAIL_ROLE, MISSING_ROLE
from ui.window.bars import menu_with


def _place(program: Tospalt, path: Path) -> dict[str, object]:
    """What the list shows of a file."""
    model = program.window.library.model
    index = model.index(model.row_of(program.shelf.entry_of(path)))
    roles = {"detail": DETAIL_ROLE, "missing": MISSING_ROLE, "spoken": Qt.ItemDataRole.AccessibleTextRole}
    return {name: model.data(index, role) for name, role in roles.items()}


def _look(program: Tospalt, qtbot: QtBot, until: Callable[[], bool]) -> None:
    program.presence.look()
    qtbot.waitUntil(until, timeout=PATIENCE)


def _come_to_front(program: Tospalt, qtbot: QtBot) -> None:
    """Have the program in front, without a row that is drawn, once all files have been looked at."""
    program.window.library.panel.hide()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    _look(program, qtbot, lambda: bool(program.presence._stamps))
    qtbot.waitUntil(lambda: not _is_looking(program), timeout=PATIENCE)
    assert QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


def _is_looking(program: Tospalt) -> bool:
    looks = program.presence
    begins = looks._sorting.running or looks._soon.isActive()
    return begins or any(disk.looking.running for disk in looks._disks.values())


def _press(program: Tospalt, words: str) -> None:
    next(button for button in program.window.page.buttons if button.text() == words).click()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document far from all others."""
    path = tmp_path / "own" / "texts" / "hund.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def listed(folders: Folders, path: Path, start: Callable[[], Tospalt]) -> Tospalt:
    """The program with that document in its list, not open."""
    entry = Library(folders.data / LIBRARY_FILE).add(path)
    Library(folders.data / LIBRARY_FILE).choose_languages(entry, "en", "nb")
    return start()


@pytest.fixture
def lost(listed: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path) -> Path:
    """Where the file of that document is now; the page about it is shown."""
    place = tmp_path / "elsewhere" / "deep" / "hound.txt"
    place.parent.mkdir(parents=True)
    os.replace(path, place)
    with qtbot.waitSignal(listed.document.unreadable, timeout=PATIENCE):
        listed.window.documents.open_entry(listed.shelf.entry_of(path))
    return place


def test_a_file_that_is_gone_is_marked_in_the_list_until_it_is_back(
    listed: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: _place(listed, path)["detail"] == "15 words", timeout=PATIENCE)
    _look(listed, qtbot, lambda: path in listed.presence._stamps)
    os.replace(path, tmp_path / "away.txt")
    _look(listed, qtbot, lambda: _place(listed, path)["missing"] is True)
    assert _place(listed, path)["detail"] == "Missing"
    assert str(_place(listed, path)["spoken"]).endswith("Missing")
    os.replace(tmp_path / "away.txt", path)
    _look(listed, qtbot, lambda: _place(listed, path)["detail"] == "15 words")
    assert _place(listed, path)["missing"] is False


def test_a_file_that_has_changed_is_described_again(listed: Tospalt, qtbot: QtBot, path: Path) -> None:
    qtbot.waitUntil(lambda: _place(listed, path)["detail"] == "15 words", timeout=PATIENCE)
    _look(listed, qtbot, lambda: path in listed.presence._stamps)
    path.write_text(f"{TEXT}\nKatten sover.", "utf-8")
    _look(listed, qtbot, lambda: _place(listed, path)["detail"] == "17 words")


def test_a_file_that_has_gone_is_noticed_from_time_to_time_while_the_program_is_in_front(
    listed: Tospalt, qtbot: QtBot, path: Path
) -> None:
    _come_to_front(listed, qtbot)
    path.unlink()
    assert listed.presence._calmly.isActive() and listed.presence._calmly.interval() <= 60_000
    listed.presence._calmly.start(1)  # it is time
    qtbot.waitUntil(lambda: listed.shelf.is_missing(listed.shelf.entry_of(path)), timeout=PATIENCE)
    assert listed.presence._calmly.isActive()


def test_a_slow_disk_is_left_alone_for_long_but_not_when_the_user_returns(
    listed: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _come_to_front(listed, qtbot)
    for disk in listed.presence._disks.values():
        disk.rests_until = math.inf  # the last look took a while
    path.unlink()
    asked: list[Path] = []
    monkeypatch.setattr(presence, "stamp_of", asked.append)  # as for a file that is not there
    listed.presence._look_calmly()
    qtbot.waitUntil(lambda: not _is_looking(listed), timeout=PATIENCE)
    assert asked == []
    _look(listed, qtbot, lambda: listed.shelf.is_missing(listed.shelf.entry_of(path)))
    assert asked == [path]


def test_a_file_that_has_gone_is_noticed_when_its_row_is_shown(listed: Tospalt, qtbot: QtBot, path: Path) -> None:
    _look(listed, qtbot, lambda: path in listed.presence._stamps)
    path.unlink()
    listed.presence._looked.clear()  # that was a while ago
    qtbot.waitUntil(lambda: _place(listed, path)["detail"] == "Missing", timeout=PATIENCE)


def test_a_file_that_has_gone_from_a_watched_folder_is_noticed_at_once(
    listed: Tospalt, qtbot: QtBot, path: Path
) -> None:
    _look(listed, qtbot, lambda: path in listed.presence._stamps)
    with qtbot.waitSignal(listed.watching.changed, timeout=PATIENCE):
        listed.watching.watch_folder(path.parent, [path])
    listed.window.library.panel.hide()  # no row is shown
    qtbot.waitUntil(lambda: listed.watching._told._watcher is not None, timeout=PATIENCE)
    path.unlink()
    qtbot.waitUntil(lambda: listed.shelf.is_missing(listed.shelf.entry_of(path)), timeout=PATIENCE)


def test_the_page_of_a_missing_file_lets_the_user_find_it(
    listed: Tospalt, qtbot: QtBot, path: Path, lost: Path
) -> None:
    page = listed.window.page
    assert page.heading == "“hund” is no longer in its folder"
    assert [button.text() for button in page.buttons] == ["Find it…", "Try again", "Remove from library"]
    _press(listed, "Find it…")
    dialog = listed.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    with qtbot.waitSignal(listed.document.opened, timeout=PATIENCE):
        dialog.filesSelected.emit([str(lost)])
    dialog.close()
    entry = listed.document.entry
    assert entry is not None and (entry.path, entry.source, entry.target) == (lost, "en", "nb")
    assert [each.path for each in listed.shelf.library if not each.bundled] == [lost]


@pytest.mark.parametrize("left", ["own/texts", "own"])
def test_it_is_looked_for_where_it_was_or_as_near_as_there_is_a_folder(
    listed: Tospalt, path: Path, lost: Path, tmp_path: Path, left: str
) -> None:
    if left == "own":
        path.parent.rmdir()
    listed.preferences.change(last_folder=str(lost.parent))
    _press(listed, "Find it…")
    dialog = listed.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.directory().absolutePath() == str(tmp_path / left)
    dialog.close()


@pytest.mark.skipif(os.name != "posix", reason="other systems do not have such names")
def test_the_dialog_names_it_on_one_line_that_turns_nothing_around(listed: Tospalt, path: Path) -> None:
    listed.window._pages.place_wanted.emit(Entry(path.with_name("linje\nskift\u202egnp.txt")))
    dialog = listed.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.windowTitle() == "Find “linje skiftgnp.txt”"
    dialog.close()


def test_finding_a_file_can_be_undone_and_redone(listed: Tospalt, qtbot: QtBot, path: Path, lost: Path) -> None:
    with qtbot.waitSignal(listed.document.opened, timeout=PATIENCE):
        listed.window._pages.place_chosen.emit(listed.shelf.entry_of(path), lost)
    assert listed.undo.next_undo is not None and listed.undo.next_undo.words() == "change of place of “hound.txt”"
    with qtbot.waitSignal(listed.document.unreadable, timeout=PATIENCE):
        listed.undo.undo()
    assert listed.shelf.library.find(path) is not None
    with qtbot.waitSignal(listed.document.opened, timeout=PATIENCE):
        listed.undo.redo()
    assert listed.shelf.library.find(lost) is not None and listed.shelf.library.find(path) is None


def test_the_place_where_it_probably_is_is_offered_first(listed: Tospalt, qtbot: QtBot, path: Path) -> None:
    place = path.parent / "archive" / path.name
    place.parent.mkdir()
    os.replace(path, place)
    with qtbot.waitSignal(listed.document.unreadable, timeout=PATIENCE):
        listed.window.documents.open_entry(listed.shelf.entry_of(path))
    qtbot.waitUntil(lambda: listed.window.page.buttons[0].text() == "Use that file", timeout=PATIENCE)
    assert str(place.parent) in listed.window.page.hint
    with qtbot.waitSignal(listed.document.opened, timeout=PATIENCE):
        _press(listed, "Use that file")
    assert listed.document.entry is not None and listed.document.entry.path == place


def test_a_file_that_is_in_the_list_already_is_opened_and_no_entry_is_lost(
    listed: Tospalt, qtbot: QtBot, path: Path, lost: Path
) -> None:
    listed.shelf.library.add(lost)
    with qtbot.waitSignal(listed.document.opened, timeout=PATIENCE):
        listed.window._pages.place_chosen.emit(listed.shelf.entry_of(path), lost)
    assert {each.path for each in listed.shelf.library if not each.bundled} == {path, lost}
    assert listed.window.notices.message == f"“{lost.stem}” is in your library already."


def test_the_page_lets_the_user_remove_it(listed: Tospalt, qtbot: QtBot, path: Path, lost: Path) -> None:
    _press(listed, "Remove from library")
    assert listed.shelf.library.find(path) is None and listed.document.entry is None


def test_a_file_that_was_never_there_is_not_said_to_have_been(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([tmp_path / "none.txt"])
    assert program.window.page.heading == "“none” cannot be shown"


def _menu_of(program: Tospalt) -> list[str]:
    view = program.window.library.view
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, EntryMenu)
    menu.close()
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def test_the_menus_offer_for_a_missing_document_to_find_it_and_nothing_that_reads_its_file(
    listed: Tospalt, qtbot: QtBot, path: Path, lost: Path
) -> None:
    select(listed, [path])
    assert _menu_of(listed) == ["Open", "Find it…", "Rename title…", "Language", "Remove from library", "Forget…"]
    find, show = (listed.window.actions_[name] for name in ("find_file", "show_in_folder"))
    files = menu_with(find, listed.window.menuBar())
    files.aboutToShow.emit()
    assert find.isVisible() and not show.isVisible()
    files.aboutToHide.emit()
    assert find.isVisible() and show.isVisible()
    find.trigger()
    dialog = listed.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(lost)])
    dialog.close()
    assert listed.shelf.library.find(lost) is not None and listed.shelf.library.find(path) is None
    select(listed, [lost])
    qtbot.waitUntil(lambda: "Find it…" not in _menu_of(listed), timeout=PATIENCE)
    files.aboutToShow.emit()
    assert show.isVisible() and not find.isVisible()
    files.aboutToHide.emit()


def test_of_several_those_that_are_there_are_exported_and_pasted_texts_are_deleted_only_by_themselves(
    listed: Tospalt, qtbot: QtBot, path: Path, lost: Path, tmp_path: Path
) -> None:
    pasted = Pasted(listed.shelf.library.folder).keep("En innlimt tekst.")
    for each in (lost, pasted):
        listed.shelf.add(each)
    qtbot.waitUntil(lambda: len(listed.shelf.library) == 5, timeout=PATIENCE)
    exported: list[list[Entry]] = []
    listed.window.library.export_wanted.disconnect()
    listed.window.library.export_wanted.connect(exported.append)
    select(listed, [path, lost])
    assert _menu_of(listed) == ["Export…", "Language", "Remove from library", "Forget…"]
    menu = listed.window.library.view.findChildren(EntryMenu)[-1]
    menu.actions()[0].trigger()
    assert [[entry.path for entry in entries] for entries in exported] == [[lost]]
    select(listed, [pasted, lost])
    assert {"Remove from library", "Forget…"} < {*_menu_of(listed)}
    select(listed, [pasted])
    assert _menu_of(listed)[-1] == "Delete…"


def test_a_pasted_text_whose_file_is_gone_is_not_offered_to_be_found_as_it_is_nowhere_else(
    listed: Tospalt, qtbot: QtBot
) -> None:
    pasted = Pasted(listed.shelf.library.folder).keep("En innlimt tekst.")
    listed.shelf.add(pasted)
    qtbot.waitUntil(lambda: listed.shelf.library.find(pasted) is not None, timeout=PATIENCE)
    _look(listed, qtbot, lambda: pasted in listed.presence._stamps)
    pasted.unlink()
    _look(listed, qtbot, lambda: _place(listed, pasted)["missing"] is True)
    select(listed, [pasted])
    assert _menu_of(listed) == ["Open", "Rename title…", "Language", "Delete…"]
    find = listed.window.actions_["find_file"]
    files = menu_with(find, listed.window.menuBar())
    files.aboutToShow.emit()
    assert not find.isVisible()
    files.aboutToHide.emit()
    find.trigger()
    assert listed.window.findChild(QFileDialog) is None
