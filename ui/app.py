"""Where the window is put together: the only place that builds the services and knows them all."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.cli import INTERRUPTED
from reader.errors import OutputError
from reader.library import Library
from reader.memory import Memory
from reader.places import LIBRARY_FILE, MEMORY_FILE, config_folder, data_folder
from reader.settings import Settings, load_settings, save_settings
from ui.collector import CycleCollector
from ui.i18n import InterfaceLanguage, interface_language, localised, said
from ui.icons import app_icon
from ui.jobs import Pool
from ui.library.shelf import Shelf
from ui.main_window import MainWindow
from ui.package_desk import PackageDesk
from ui.reading.typography import load_fonts
from ui.supplements import Supplements
from ui.theme import palette, style_sheet, theme_for
from ui.workspace import Workspace
from ui.writing import Writing

# Seconds that a thread may keep Python to itself while others wait; Python's own 0.005 is a third of a frame.
_SWITCH_S = 0.001


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
        self._settings_file = folders.config / "settings.json"
        settings, settings_problem = load_settings(self._settings_file)
        library = Library(folders.data / LIBRARY_FILE)
        self._memory = Memory(folders.data / MEMORY_FILE)
        self._pools = Pool("engine", 1), Pool("files", 2)
        self._edit_pool = Pool("edits", 1)
        self.workspace = Workspace(*self._pools, self._edit_pool, self._memory)
        self.writing = Writing(self.workspace, Supplements(self.workspace))
        self.shelf = Shelf(library, self._pools[1])
        load_fonts()
        self._kept_settings = settings
        self._language = InterfaceLanguage()
        self._language.use(interface_language(settings.interface_language))
        self._dress(settings)
        self.packages = PackageDesk(folders.data, self.workspace, self._pools[1])
        self.window = self._new_window()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colour_scheme)
        if problems := [localised(problem) for problem in (library.problem, settings_problem) if problem]:
            self.window.notices.say("\n".join(problems))

    def _new_window(self) -> MainWindow:
        settings = self._kept_settings
        window = MainWindow(self.shelf, self.workspace, self.writing, theme_for(settings.theme), settings)
        window.settings_changed.connect(self._on_settings)
        self.packages.attach(window, theme_for(settings.theme))
        return window

    def close(self) -> None:
        """End all work; a batch that is being translated is waited for."""
        self.workspace.shut_down()
        self._edit_pool.finish()  # what the user has written is kept
        self.packages.close()
        for pool in self._pools:
            pool.close()
        self._memory.close()
        self._collector.close()
        self._language.use("en")  # it belongs to the whole process, which may go on

    def _on_settings(self, settings: Settings) -> None:
        themed = settings.theme != self._kept_settings.theme
        if settings.interface_language != self._kept_settings.interface_language:
            # Later: it is the old window that is speaking.
            QTimer.singleShot(0, self, self._speak)
        self._kept_settings = settings
        if themed:
            self._dress(settings)
            self.window.set_theme(theme_for(settings.theme))
            self.packages.set_theme(theme_for(settings.theme))
        try:
            save_settings(self._settings_file, settings)
        except OutputError as error:
            self.window.notices.say(said(error))

    def _speak(self) -> None:
        """Change the language of the window: build it anew and let it show what the old one shows."""
        code = interface_language(self._kept_settings.interface_language)
        if code == self._language.code:
            return
        self._language.use(code)
        old, self.window = self.window, self._new_window()
        self.window.take_over(old)
        old.retire()
        # What has no parent in Qt is in cycles of Python's; it must not be collected on another thread.
        old.destroyed.connect(lambda: QTimer.singleShot(0, gc.collect))

    def _on_colour_scheme(self) -> None:
        if self._kept_settings.theme == "system":
            self._dress(self._kept_settings)
            self.window.set_theme(theme_for("system"))
            self.packages.set_theme(theme_for("system"))

    def _dress(self, settings: Settings) -> None:
        theme = theme_for(settings.theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))


def run_window(files: Sequence[Path]) -> int:
    """Open the window, with `files` if there are any, and run until it is closed.

    Returns the exit code: 0, or 130 if interrupted from the terminal.
    """
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the one style that takes every colour of a palette, on every system
    application.setApplicationName("tospalt")
    application.setApplicationDisplayName("Tospalt")
    application.setDesktopFileName("tospalt")
    application.setWindowIcon(app_icon())
    program = Tospalt(Folders(data_folder(), config_folder()))
    watcher = _watch_for_interrupt(application)
    program.window.show()
    if files:
        QTimer.singleShot(0, program, lambda: program.window.open_files(files))
    code = application.exec()
    program.window.hide()
    program.close()
    del watcher
    return code


def _watch_for_interrupt(application: QApplication) -> QObject | None:
    """Let Ctrl+C end the event loop, which otherwise never gives Python a chance to see the signal."""
    if os.name != "posix":
        return None  # there the window has no terminal
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    signal.set_wakeup_fd(writable)
    signal.signal(signal.SIGINT, lambda *_: application.exit(INTERRUPTED))
    notifier = QSocketNotifier(readable, QSocketNotifier.Type.Read, application)
    # Reading the byte is enough: Python then runs the handler above.
    notifier.activated.connect(lambda: os.read(readable, 1))
    return notifier
