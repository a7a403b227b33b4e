"""Tests of the window: offscreen, marked `gui`, and leaving nothing behind."""

import gc
import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import count
from pathlib import Path
from threading import Event
from weakref import WeakSet

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from tests.loaded_engines import engines_loaded_once
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import TEXT
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from tests.watchdog import PROPERTY, watchdog
from ui.app import Folders, Tospalt
from ui.packages.controller import OFFERS_FILE
from ui.toolkit.i18n import InterfaceLanguage
from ui.toolkit.jobs import Job, Work

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The window uses the system's language, which is English here unless a test changes it.
os.environ["LC_ALL"] = os.environ["LANGUAGE"] = "C.UTF-8"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(autouse=True, scope="module")
def cycles_are_collected_here() -> None:
    """Keep cycles until the end of a module: widgets in them must not be deleted on the threads of later tests."""
    gc.disable()
    gc.collect()
    gc.freeze()  # keeps what is already there; searching it after each test would take a third of the time


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """End that: what the last test of a module was given is released after all its fixtures have ended."""
    result = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.enable()
    return result


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


@pytest.fixture(autouse=True, scope="session")
def engines_are_loaded_once() -> Iterator[None]:
    """Those of the tests' pair, whatever program of this process asks for them."""
    with engines_loaded_once():
        yield


@pytest.fixture
def norwegian(qapp: QApplication) -> Iterator[None]:
    """Widgets without a program around them are in Norwegian."""
    language = InterfaceLanguage()
    language.use("nb")
    yield
    language.use("en")


@pytest.fixture(autouse=True)
def the_event_loop_is_watched(record_property: Callable[[str, object], None]) -> Iterator[None]:
    """Record what blocks the event loop for the summary of the run."""
    watchdog.take()
    yield
    for held in watchdog.take():
        record_property(PROPERTY, str(held))


@pytest.fixture(autouse=True)
def widgets_are_deleted(qapp: QApplication) -> Iterator[None]:
    """Delete what was to be deleted by an event loop: a program of a later test would give it its style."""
    yield
    _delete_what_waits()


def _delete_what_waits() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders of a user to whom the official packages have been offered, which is done only once."""
    data = tmp_path / "data"
    data.mkdir()
    (data / OFFERS_FILE).write_text('["nb>en", "en>nb"]')
    return Folders(data, tmp_path / "config")


@pytest.fixture
def engine(start: Callable[[], Tospalt], monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldEngine]:
    """The program's engines, held until a test lets batches through; released before the program is closed."""
    held = HeldEngine(monkeypatch)
    yield held
    held.release()


@pytest.fixture(scope="session")
def jobs() -> Iterator[WeakSet[Job]]:
    """All jobs that still exist; to look for them among all objects would take longer than most tests."""
    made = WeakSet[Job]()
    make = Job.__init__

    def note(job: Job, work: Work) -> None:
        make(job, work)
        made.add(job)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Job, "__init__", note)
        yield made


# What some programs leave is collected together: that looks at all there is, for a tenth of the time of a test.
_SOME = 10
_ended = count(1)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, folders: Folders, jobs: WeakSet[Job]) -> Iterator[Callable[[], Tospalt]]:
    """Starts the program; at the end everything it started must be gone."""
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
    for thread in set(threading.enumerate()) - threads:
        thread.join()  # a running call of the model may go on for a moment
    QApplication.sendPostedEvents()  # what the threads have sent last is for a program that is still there
    for program in programs:
        program.window.deleteLater()  # the current window: a change of language makes a new one
    _delete_what_waits()
    for program in programs:
        _delete(program, jobs)
    # The next window is made without a style sheet, as that of a start is: each widget would be given it many times.
    qapp.setStyleSheet("")
    programs.clear()
    if next(_ended) % _SOME == 0:  # windows are in reference cycles
        gc.collect()


def _delete(program: Tospalt, jobs: Iterable[Job]) -> None:
    """Delete what is left of a closed program, and of its jobs: Qt keeps the functions connected to signals.

    They keep the program. That is a cycle which Python cannot see. The program itself ends with its process.
    """
    found: list[object] = [program]
    known = {id(program)}
    for one in found:  # grows meanwhile
        parts = [part for part in vars(one).values() if type(part).__module__.startswith("ui.")]
        found += (new := [part for part in parts if hasattr(part, "__dict__") and id(part) not in known])
        known.update(id(part) for part in new)
    found += jobs  # their pools keep them for a while
    for one in found:
        if isinstance(one, QObject) and isValid(one):
            delete(one)


@pytest.fixture
def program(start: Callable[[], Tospalt]) -> Tospalt:
    return start()


@pytest.fixture
def busy(program: Tospalt, qtbot: QtBot, path: Path) -> Iterator[Event]:
    """The program has the document `path` open, and its engine is busy until this event is set."""
    free = Event()
    program.pools.engine.start(Job(lambda _: free.wait()))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    yield free
    free.set()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document with a repeated sentence, which edit tests edit."""
    path = tmp_path / "hund.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot, path: Path) -> Tospalt:
    """The program with that document, translated and linked."""
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    return program
