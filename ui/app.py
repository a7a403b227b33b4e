"""Where the window is put together: the only place that builds the services and knows them all."""

import gc
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import log
from reader.drafts import Drafts
from reader.heap import share_arenas
from reader.library import Library
from reader.memory import Memory
from reader.parts import sweep_parts
from reader.paths import (
    DRAFTS_FOLDER,
    LIBRARY_FILE,
    LOGS_FOLDER,
    MEMORY_FILE,
    SETTINGS_FILE,
    config_folder,
    data_folder,
)
from reader.settings_file import SettingsFile
from reader.translation import in_forgotten_folder
from ui.editing.edit_keeper import EditKeeper
from ui.editing.vanished_edits import VanishedEdits
from ui.library.shelf import Shelf
from ui.packages.controller import PackageDesk
from ui.reading.typography import load_fonts
from ui.session.attachments import Supplements
from ui.session.export_job import Writing
from ui.session.preferences import Preferences
from ui.session.session import Workspace
from ui.toolkit.cycle_collector import CycleCollector
from ui.toolkit.faults import Faults
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import InterfaceLanguage, interface_language, localised
from ui.toolkit.icons import app_icon
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.theme import palette, style_sheet, theme_for
from ui.window.forgetter import Forgetter
from ui.window.main_window import MainWindow
from ui.window.recovery import Recovery

# Seconds that a thread may keep Python to itself while others wait; Python's own 0.005 is a third of a frame.
_SWITCH_S = 0.001
_SIGNALLED = 128
# Closing waits so long for work that is under way; with the second for edits it is three.
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps its own files: the library's list, the settings."""

    data: Path
    config: Path


class Tospalt(QObject):
    """The program: services, window and what ties them together."""

    def __init__(self, folders: Folders) -> None:
        """Build everything; needs a QApplication. The window is not shown yet."""
        super().__init__()
        # The window must not wait long for a thread that is in the middle of Python code.
        sys.setswitchinterval(_SWITCH_S)
        self._collector = CycleCollector()
        settings_file = SettingsFile(folders.config / SETTINGS_FILE)
        self.preferences = Preferences(settings_file)
        library = Library(folders.data / LIBRARY_FILE, deferred=True)
        self._memory = Memory(folders.data / MEMORY_FILE)
        self._pools = Pool("engine", 1), Pool("files", 2)
        self._edit_pool = Pool("edits", 1)
        self.workspace = Workspace(*self._pools, self._edit_pool, self._memory)
        self.edits, self._drafts = EditKeeper(self.workspace), Drafts(folders.data / DRAFTS_FOLDER)
        self.vanished = VanishedEdits(self.edits)
        self.writing = Writing(self.workspace, Supplements(self.workspace))
        self.shelf = Shelf(library, self._pools[1], self._edit_pool)
        self.forgetter = Forgetter(self.workspace, self.edits, self.shelf)
        self.forgetter.forgotten.connect(self.vanished.forget)
        load_fonts()
        self._language = InterfaceLanguage()
        self._language.use(self._chosen_language())
        # Later: it is the old window that is speaking.
        self.preferences.watch("interface_language", lambda _: QTimer.singleShot(0, self, self._speak), self)
        self.packages = PackageDesk(folders.data, self.workspace, self._pools[1])
        self.preferences.bind("theme", self._dress, self)
        self.recovery = Recovery(folders.data, self.workspace, self.edits)
        self.window = self._new_window()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.commitDataRequest.connect(self.save)
        application.aboutToQuit.connect(self._on_quitting)
        application.applicationStateChanged.connect(self._on_application_state)
        self._application, self._closed = application, False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colour_scheme)
        self.forgetter.forgotten.connect(self._forget_folders)
        self.preferences.notice.connect(self._tell)
        for service in (self.shelf, self.workspace, self.preferences):
            service.problem.connect(self._report_problem)
        if problems := [localised(problem) for problem in (library.problem, settings_file.problem) if problem]:
            self._report_problem("\n".join(problems))

    def _new_window(self) -> MainWindow:
        window = MainWindow(
            self.shelf, self.workspace, self.edits, self.vanished, self.writing, self.forgetter, self.preferences
        )
        self.packages.attach(window, window.notices, window.packages_wanted, window.packages_dropped)
        self.recovery.attach(window)
        return window

    def begin(self, files: Sequence[Path]) -> None:
        """Open `files`; without any, what was open when the program ended unexpectedly."""
        if files:
            self.window.open_files(files)
        self.recovery.begin(reopen=not files)
        self._pools[1].start(Job(lambda _: sweep_parts()))

    @guarded
    def save(self) -> None:
        """Keep everything as quitting does: the session of the whole desktop ends, perhaps without a word to us."""
        self.window.editing.finish()
        self.window.save()
        self.shelf.save()
        self.edits.try_again()
        self.recovery.keep()
        for pool in (self.recovery.pool, self._edit_pool):
            pool.flush(_PATIENCE_S)

    @guarded
    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.shelf.catch_up()  # the user comes from elsewhere, perhaps from another window of the program

    @guarded
    def _on_quitting(self) -> None:
        """At the end of a session the process may end before the event loop returns; after a signal much is open."""
        self.save()
        safe = self.recovery.put_aside()
        if self.edits.leave(self._drafts) and safe:
            self.recovery.end()

    def close(self, seconds: float = math.inf) -> bool:
        """End all work, waiting so many seconds at most; whether all of it has ended.

        What the user has written is kept first. What still runs then is in the middle of a single step of another
        library, and keeps nothing: sentences are kept as they come.
        """
        deadline = time.monotonic() + seconds
        if not self._closed:
            self._application.commitDataRequest.disconnect(self.save)
            self._application.aboutToQuit.disconnect(self._on_quitting)
            self._application.applicationStateChanged.disconnect(self._on_application_state)
            self._closed = True
        self.workspace.shut_down()
        self.edits.try_again()
        self.shelf.save()
        self.packages.stop()
        for pool in self._pools:
            pool.stop()
        ended = True
        pools = self.recovery.pool, *self._pools
        for finish in (self._edit_pool.finish, self.packages.close, *(pool.finish for pool in pools)):
            left = None if seconds == math.inf else max(deadline - time.monotonic(), 0)
            ended = finish(left) and ended
        self.recovery.end(safe=self.edits.leave(self._drafts))
        if ended:
            self._memory.close()
        self._collector.close()
        self._language.use("en")  # it belongs to the whole process, which may go on
        return ended

    @guarded
    def report_fault(self, report: str) -> None:
        """Something unexpected went wrong, of which a report can be copied."""
        self.window.notices.say(
            self.tr(
                "Something went wrong in Tospalt. Everything saved so far has been kept. If this keeps happening, "
                "restart Tospalt."
            ),
            self.tr("Copy report"),
            lambda: QGuiApplication.clipboard().setText(report),
            topic="fault",
            lasting=True,
        )

    @guarded
    def _tell(self, message: str) -> None:
        self.window.notices.say(message)

    @guarded
    def _report_problem(self, message: str) -> None:
        """A damaged file of the program's own was kept aside, or the like: said until the user closes it."""
        self.window.notices.say(message, lasting=True)

    @guarded
    def _forget_folders(self, document: Path | None) -> None:
        """With a document the folders go that it was last opened from, or exported to; None is for all."""
        self.preferences.forget_folders(in_forgotten_folder(document))

    def _chosen_language(self) -> str:
        return interface_language(self.preferences.settings.interface_language)

    @guarded
    def _speak(self) -> None:
        """Change the language of the window: build it anew and let it show what the old one shows."""
        code = self._chosen_language()
        if code == self._language.code:
            return
        self._language.use(code)
        old, self.window = self.window, self._new_window()
        self.window.take_over(old)
        old.retire()
        # What has no parent in Qt is in cycles of Python's; it must not be collected on another thread.
        old.destroyed.connect(guarded(lambda: QTimer.singleShot(0, gc.collect)))

    @guarded
    def _on_colour_scheme(self) -> None:
        if self.preferences.settings.theme == "system":
            self._dress("system")
            self.window.set_theme(theme_for("system"))

    def _dress(self, setting: str) -> None:
        theme = theme_for(setting)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
        self.packages.set_theme(theme)


def run_window(files: Sequence[Path], *, debug: bool = False) -> int:
    """Open the window, with `files` if there are any, and run until it is closed.

    Returns the exit code: 0, or that of the signal that ended it. `debug` prints the log on standard error.
    """
    share_arenas()
    writing = log.Log(data_folder() / LOGS_FOLDER, debug=debug)
    faults = Faults()
    faults.install()
    application = _application()
    program = Tospalt(Folders(data_folder(), config_folder()))
    faults.told.connect(program.report_fault)
    watcher = _watch_for_signals(application)
    program.window.show()
    QTimer.singleShot(0, program, guarded(partial(program.begin, files)))
    code = application.exec()
    program.window.close()
    if not program.close(_PATIENCE_S) or threading.active_count() > 1:
        log.note("work that has not ended is left")
        os._exit(code)  # Python would wait for its threads
    del watcher
    faults.uninstall()
    writing.close()
    return code


def _application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the one style that takes every colour of a palette, on every system
    application.setApplicationName("tospalt")
    application.setApplicationDisplayName("Tospalt")
    application.setDesktopFileName("tospalt")
    application.setWindowIcon(app_icon())
    return application


def _watch_for_signals(application: QApplication) -> QObject | None:
    """Let signals end the event loop, which otherwise never gives Python a chance to see them.

    The exit codes are those of shells: 130 for Ctrl+C, 143 for SIGTERM, 129 for a terminal that was closed.
    """
    if os.name != "posix":
        return None  # there the window has no terminal
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    signal.set_wakeup_fd(writable)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)  # it may run within anything, even while that holds a lock
    notifier = QSocketNotifier(readable, QSocketNotifier.Type.Read, application)

    @guarded
    def read() -> None:
        [number] = os.read(readable, 1)  # Python writes it there
        application.exit(_SIGNALLED + number)

    notifier.activated.connect(read)
    return notifier
