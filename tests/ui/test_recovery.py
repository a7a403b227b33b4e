"""After an unexpected end: the document is open again where it was left, and the window says so."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.places import SEEDS
from tests.ui.conftest import PATIENCE
from ui.app import Folders, Tospalt

DOCUMENT = sorted(SEEDS.glob("*.txt"))[1]
ROW = 7

# A real program that opens a document, goes to a paragraph, and says when that has been written down.
READER = """
import sys
from pathlib import Path
from ui import app
from ui.jobs import Job
begin = app.Tospalt.begin
def begun(program, files):
    def opened(text):
        program.window.reading_view.go_to(int(sys.argv[2]))
        program.recovery.keep()
        row = program.window.reading_view.position()[0]
        program.workspace.edit_pool.start(Job(lambda _: print(row, flush=True)))
    program.workspace.opened.connect(opened)
    begin(program, files)
app.Tospalt.begin = begun
sys.exit(app.run_window([Path(sys.argv[1])] if sys.argv[1] else []))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")


def killed_while_reading(folders: Folders, document: Path | str, row: int = ROW) -> int:
    """Kill a program that reads; gives the row that was at the top of its screen."""
    names = {"TOSPALT_DATA": str(folders.data), "TOSPALT_CONFIG": str(folders.config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", READER, str(document), str(row)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **names}) as process:
        assert process.stdout is not None
        top = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    return top


def test_a_killed_program_is_noticed_and_its_document_is_open_again_where_it_was_left(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    top = killed_while_reading(folders, DOCUMENT)
    program = start()
    with qtbot.waitSignal(program.workspace.opened, timeout=PATIENCE):
        program.begin([])
    assert program.workspace.entry is not None and program.workspace.entry.path == DOCUMENT
    assert program.window.reading_view.position()[0] == top > 0
    notices = program.window.notices
    assert notices.message == (
        f"Tospalt ended unexpectedly last time. “{DOCUMENT.name}” is open again where you left it."
    )
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Copy report").click()
    report = QGuiApplication.clipboard().text()
    assert "Tospalt 0." in report and "info MainThread" in report  # from the log of the program that was killed
    assert DOCUMENT.stem not in report and notices.message == ""


def test_the_notice_stays_until_it_is_closed_and_comes_only_once(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    killed_while_reading(folders, DOCUMENT)
    program = start()
    program.begin([DOCUMENT])
    qtbot.waitUntil(lambda: program.workspace.text is not None, timeout=PATIENCE)
    program.window.notices.clear()  # as another document does
    assert program.window.notices.message.startswith("Tospalt ended unexpectedly last time. Your documents")
    other = start()
    other.begin([])
    assert not other.window.notices.message and other.workspace.entry is None


def test_a_document_that_ends_the_program_again_is_not_opened_a_third_time(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    killed_while_reading(folders, DOCUMENT)
    killed_while_reading(folders, "")  # opens it again by itself, and is killed before anything is done with it
    program = start()
    program.begin([])
    assert program.workspace.entry is None
    assert program.window.notices.message.startswith("Tospalt ended unexpectedly again with")


def test_a_program_that_was_read_on_in_opens_its_document_again_and_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    killed_while_reading(folders, DOCUMENT)
    top = killed_while_reading(folders, "", row=ROW + 2)
    program = start()
    with qtbot.waitSignal(program.workspace.opened, timeout=PATIENCE):
        program.begin([])
    assert program.window.reading_view.position()[0] == top > ROW - 1


def test_a_program_that_was_closed_and_one_that_still_runs_are_no_unexpected_end(
    start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    first = start()
    first.begin([DOCUMENT])
    qtbot.waitUntil(lambda: first.workspace.text is not None, timeout=PATIENCE)
    second = start()
    second.begin([])
    assert not second.window.notices.message
    for program in (first, second):
        program.window.close()
        program.close()
    third = start()
    third.begin([])
    assert not third.window.notices.message
