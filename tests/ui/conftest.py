"""Tests of the window: offscreen, marked `gui`, and nothing may be left behind."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import TEXT
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.packages.controller import OFFERS_FILE
from ui.toolkit.i18n import InterfaceLanguage
from ui.toolkit.jobs import Job

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The window follows the system's language; here it speaks English unless a test says otherwise.
os.environ["LC_ALL"] = os.environ["LANGUAGE"] = "C.UTF-8"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.gui)


@pytest.fixture(autouse=True, scope="module")
def cycles_are_collected_here() -> Iterator[None]:
    """Widgets that tests leave in cycles must not be deleted on the threads of later tests."""
    gc.disable()
    gc.collect()
    gc.freeze()  # what is here stays to the end: to look through it after each test takes a third of the time
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    QApplication.setStyle("Fusion")
    return QApplication


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> Iterator[None]:
    """Widgets without a program around them have their singulars and plurals too."""
    language = InterfaceLanguage()
    language.use("en")
    yield
    del language  # its translations end with it


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Of a user to whom the official packages have been offered already, which is done only once."""
    data = tmp_path / "data"
    data.mkdir()
    (data / OFFERS_FILE).write_text('["nb>en", "en>nb"]')
    return Folders(data, tmp_path / "config")


@pytest.fixture
def engine(start: Callable[[], Tospalt], monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldEngine]:
    """The engines of the program, which are held; let go before the program is closed."""
    held = HeldEngine(monkeypatch)
    yield held
    held.release()


@pytest.fixture
def start(qtbot: QtBot, folders: Folders) -> Iterator[Callable[[], Tospalt]]:
    """Starts the program; everything it started must be gone at the end."""
    programs: list[Tospalt] = []
    threads = set(threading.enumerate())

    def start() -> Tospalt:
        program = Tospalt(folders)
        programs.append(program)
        program.window.show()
        qtbot.waitExposed(program.window)
        return program

    yield start
    for program in programs:
        program.close()
        program.window.close()
        program.window.deleteLater()  # the window it has now: a change of language makes another
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Windows are in cycles of references; left to themselves they may be found on some later test's thread.
    programs.clear()
    gc.collect()
    for thread in set(threading.enumerate()) - threads:
        thread.join()  # a call of the model that was under way may go on for a moment


@pytest.fixture
def program(start: Callable[[], Tospalt]) -> Tospalt:
    return start()


@pytest.fixture
def busy(program: Tospalt, qtbot: QtBot, path: Path) -> Iterator[Event]:
    """The program has the document of `path` open, and its engine is busy with something else until this is set."""
    free = Event()
    program.workspace.engine_pool.start(Job(lambda _: free.wait()))
    with qtbot.waitSignal(program.workspace.opened, timeout=PATIENCE):
        program.window.open_files([path])
    yield free
    free.set()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document with one sentence twice, which the tests of edits edit."""
    path = tmp_path / "hund.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot, path: Path) -> Tospalt:
    """The program with that document, translated and linked."""
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: not program.workspace.linking, timeout=PATIENCE)
    return program
