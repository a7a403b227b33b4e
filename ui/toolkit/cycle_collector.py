"""Garbage collection of Python's reference cycles on the window's thread only."""

import gc
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

from reader.gc_pause import collect_all, freeze_existing_objects, is_at_rest
from ui.toolkit.guard import guarded

_INTERVAL_MS = 500
# A full collection stops the whole process; this is the most of its time that may take.
_SHARE = 0.001
# Seconds of a full collection that are noticed; what is left after a longer one is not looked at by the next ones.
_NOTICED_S = 0.008
# How often everything is looked at after all, in seconds: only while the user is in another program.
_THOROUGHLY_S = 600.0
# How long the user has done nothing when it is asked to collect everything, in milliseconds.
_QUIET_MS = 4000
_INPUT = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod, QEvent.Type.Wheel),
        *(QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.NativeGesture),
    }
)


class CycleCollector(QObject):
    """Collects instead of Python, with Python's own thresholds.

    Python collects on whichever thread happens to allocate when a collection is due. A cycle may contain objects of
    Qt, which must not be deleted on another thread while their own is using them.

    What lives long, as the program itself and thousands of documents do, is left out: to look at all of it holds the
    window up for several frames.
    """

    def __init__(self) -> None:
        """Begin; create it on the window's thread."""
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._not_before = 0.0
        self._thorough_at = time.monotonic() + _THOROUGHLY_S
        self._watched: QWindow | None = None  # what the user is at while everything is to be collected
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._collect_quietly)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Let Python collect again."""
        self._timer.stop()
        self._quiet.stop()
        if self._was_enabled:
            gc.enable()

    @guarded
    def collect_all(self) -> None:
        """Collect everything, as much of what lived long has just become garbage; that takes a while."""
        self._thorough_at = time.monotonic() + _THOROUGHLY_S
        collect_all()

    @guarded
    def collect_all_when_quiet(self) -> None:
        """Do that once the user does nothing for some seconds."""
        self._watch(QGuiApplication.focusWindow())
        self._quiet.start(_QUIET_MS)

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait again from what the user does."""
        if event.type() in _INPUT and self._quiet.isActive():
            self._quiet.start(_QUIET_MS)
        return False

    @guarded
    def _collect_quietly(self) -> None:
        if is_at_rest():
            self._quiet.start(_QUIET_MS)
            return
        self._watch(None)
        self.collect_all()
        freeze_existing_objects()

    @guarded
    def _look(self) -> None:
        if is_at_rest():
            return
        young, middle, old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        started = time.monotonic()
        if started >= self._thorough_at and not _in_front():
            self.collect_all()
            freeze_existing_objects()
        elif old and started >= self._not_before:
            gc.collect()
            now = time.monotonic()
            self._not_before = now + (now - started) / _SHARE
            if now - started > _NOTICED_S:
                freeze_existing_objects()
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)


def _in_front() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
