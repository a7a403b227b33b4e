"""Signals of the system that end the program."""

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from ui.toolkit.guard import guarded

_SIGNALLED = 128


def watch_for_signals(application: QApplication) -> QObject | None:
    """Let signals end the event loop, which otherwise never lets Python handle them.

    The exit codes are those of shells: 130 for Ctrl+C, 143 for SIGTERM, 129 for a closed terminal. They are watched for
    as long as what is returned lives.
    """
    if os.name != "posix":
        return None  # there the window has no terminal
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    signal.set_wakeup_fd(writable)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)  # does nothing: it may run inside any code, even while that holds a lock
    notifier = QSocketNotifier(readable, QSocketNotifier.Type.Read, application)

    @guarded
    def read() -> None:
        [number] = os.read(readable, 1)  # Python writes it there
        application.exit(_SIGNALLED + number)

    notifier.activated.connect(read)
    return notifier
