"""Running the program: from its start until its window is closed."""

import os
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import log
from reader.gc_pause import freeze_existing_objects
from reader.heap import share_arenas
from reader.paths import COMMAND, DESKTOP_ID, LOGS_FOLDER, config_folder, data_folder
from ui.app import Folders, Tospalt
from ui.toolkit.faults import Faults
from ui.toolkit.guard import guarded
from ui.toolkit.icons import app_icon
from ui.toolkit.signals import watch_for_signals
from ui.window.other_starts import OtherStarts

if TYPE_CHECKING:
    from ui.toolkit.single_instance import Instance  # it needs Qt Network, which may not be there

# Seconds that closing waits for work under way; with the one for edits it is three in all.
_PATIENCE_S = 2.0
# The latest, in milliseconds after the window is shown, that later starts are heard.
_HEARD_AFTER_MS = 5000


def run_window(files: Sequence[Path], instance: "Instance | None" = None, *, debug: bool = False) -> int:
    """Open the window, with `files` if any, and run until it is closed.

    It also opens what later starts of the program hand to `instance`. Returns the exit code: 0, or that of the signal
    that ended the program. `debug` prints the log on standard error.
    """
    share_arenas()
    writing = log.Log(data_folder() / LOGS_FOLDER, debug=debug)
    faults = Faults()
    faults.install()
    application = _application()
    program = Tospalt(Folders(data_folder(), config_folder()))
    faults.told.connect(program.problems.report_fault)
    if instance is not None:
        _serve_later_starts(program, instance, application)
    watcher = watch_for_signals(application)
    program.window.show()
    freeze_existing_objects()  # the program itself
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


def _serve_later_starts(program: Tospalt, instance: "Instance", application: QApplication) -> None:
    """Let later starts use the window as soon as what this start opens is known, and until the program quits."""
    program.beside = instance.beside
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    starts.tell_unanswered()
    program.recovery.joined.connect(starts.serve)
    QTimer.singleShot(_HEARD_AFTER_MS, starts, starts.serve)  # later starts wait for it, whatever the disk does
    application.applicationStateChanged.connect(starts.on_application_state)
    application.aboutToQuit.connect(starts.close_down)
    program.document.unreadable.connect(starts.on_settled)
    program.forgetter.begun.connect(starts.forget)


def _application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the only style that uses every colour of a palette on every system
    application.setApplicationName(COMMAND)  # and no display name, which Qt would put at the end of every title
    application.setDesktopFileName(DESKTOP_ID)  # also the app id on Wayland
    application.setWindowIcon(app_icon())
    return application
