"""What the window shows at a start without files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import LIBRARY_FILE, RUNNING_FOLDER
from tests.ui.documents import DOCUMENTS
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.window.beginning import is_first_start


def begin(qtbot: QtBot, program: Tospalt, *files: Path) -> None:
    """Begin, and wait until all that opens a document by itself has been done."""
    with qtbot.waitSignal(program.recovery.joined, timeout=PATIENCE):
        program.begin(files)
    qtbot.waitUntil(lambda: not program._beginning.looking, timeout=PATIENCE)


def read(folders: Folders, *paths: Path, row: int = 0) -> None:
    """Let a library have these documents, the last one opened last."""
    library = Library(folders.data / LIBRARY_FILE)
    for number, path in enumerate(paths):
        if not path.exists():
            path.write_text("\n\n".join(f"It rained on day {day}." for day in range(1, 41)), "utf-8")
        library.mark_opened(library.add(path), 1_700_000_000 + number)
        library.keep_position(library.add(path), row, 0.0)


def press(program: Tospalt, text: str) -> None:
    next(button for button in program.window.welcome.findChildren(QPushButton) if button.text() == text).click()


def test_the_very_first_start_says_what_this_is_over_an_example_that_translates_by_itself(
    program: Tospalt, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.translation.settled, timeout=PATIENCE):
        begin(qtbot, program)
    first = next(iter(program.shelf.library))
    assert program.document.entry == first and first.bundled
    assert program.window.welcome.isVisible()
    assert program.document.text is not None and program.document.text.rows[0].target
    press(program, "Close")
    assert not program.window.welcome.isVisible()


def test_the_welcome_gives_way_to_another_document_and_to_none_of_a_package(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    program.packages._first_offer.offered.emit("A better package is available.", None)
    assert not program.window.notices.isVisible()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[1]])
    assert not program.window.welcome.isVisible()


def test_the_welcome_stays_in_another_language(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    old = program.window
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    assert program.window.welcome.isVisible()
    press(program, "Lukk")


def test_the_first_start_with_a_file_shows_that_file(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program, DOCUMENTS[1])
    assert program.document.entry is not None and program.document.entry.path == DOCUMENTS[1]
    assert not program.window.welcome.isVisible()


def test_a_later_start_goes_on_with_the_document_read_last_where_it_was_left(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    read(folders, tmp_path / "older.txt", tmp_path / "newer.txt", row=20)
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    assert program.document.entry is not None and program.document.entry.path.name == "newer.txt"
    assert program.window.reading_view.position()[0] == 20
    assert not program.window.welcome.isVisible()


def test_a_document_that_is_gone_is_passed_over(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    read(folders, tmp_path / "older.txt", tmp_path / "gone.txt")
    (tmp_path / "gone.txt").unlink()
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    assert program.document.entry is not None and program.document.entry.path.name == "older.txt"


@pytest.mark.parametrize("opened", [False, True])
def test_a_start_with_nothing_to_go_on_with_shows_that_nothing_is_open(
    opened: bool, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    unreadable = tmp_path / "empty.txt"
    unreadable.touch()
    if opened:
        read(folders, unreadable)
    else:
        Library(folders.data / LIBRARY_FILE).add(unreadable)
    program = start()
    if opened:
        with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
            begin(qtbot, program)
    else:
        begin(qtbot, program)
    assert program.document.entry is None
    assert program.window.page.isVisible() and program.window.page.heading == "Choose a document to read"
    assert not program.window.notices.isVisible()
    program.window.documents.open_entry(program.shelf.entry_of(unreadable))  # asked for, it is told why
    qtbot.waitUntil(lambda: "There is no text" in program.window.page.heading, timeout=PATIENCE)


def test_nothing_is_opened_over_what_the_user_opened_meanwhile(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    read(folders, tmp_path / "last.txt")
    program = start()
    program.begin([])
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[0]])
    qtbot.waitUntil(lambda: not program._beginning.looking, timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == DOCUMENTS[0]


def test_after_an_unexpected_end_and_beside_another_window_nothing_is_opened(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    read(folders, tmp_path / "last.txt")
    beside = start()
    beside.beside = True
    begin(qtbot, beside)
    assert beside.document.entry is None
    records = [*(folders.data / RUNNING_FOLDER).glob("*.json")]
    shutil.copy(records[0], records[0].with_name("1-ab.json"))  # of a process that is gone
    after = start()
    begin(qtbot, after)
    assert after.document.entry is None


def test_a_start_is_the_first_if_what_earlier_ones_wrote_cannot_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "settings.json").touch()
    assert is_first_start(tmp_path / ("long" * 100)) and not is_first_start(tmp_path / "settings.json")
