"""Garbage collection of Python's reference cycles on the window's thread only."""

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reader.gc_pause import collect_all, freeze_existing_objects, is_at_rest
from ui.toolkit.guard import guarded

_INTERVAL_MS = 500
# A full collection stops the whole process; this is the most of its time that may take.
_SHARE = 0.001
# Seconds of a full collection that are noticed; what is left after a longer one is not looked at by the next ones.
_NOTICED_S = 0.008
# How often everything is looked at after all, in seconds: only while the user is in another program.
_THOROUGHLY_S = 600.0


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
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Let Python collect again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @guarded
    def collect_all(self) -> None:
        """Collect everything, as much of what lived long has just become garbage; that takes a while."""
        self._thorough_at = time.monotonic() + _THOROUGHLY_S
        collect_all()

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
