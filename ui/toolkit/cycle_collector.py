"""Garbage collection of Python's reference cycles on the window's thread only."""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from reader.gc_pause import is_at_rest
from ui.toolkit.guard import guarded

_INTERVAL_MS = 500
# A full collection stops the whole process; this is the most of its time that may take.
_SHARE = 0.001


class CycleCollector(QObject):
    """Collects instead of Python, with Python's own thresholds.

    Python collects on whichever thread happens to allocate when a collection is due. A cycle may contain objects of
    Qt, which must not be deleted on another thread while their own is using them.
    """

    def __init__(self) -> None:
        """Begin; create it on the window's thread."""
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._not_before = 0.0
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
    def _look(self) -> None:
        if is_at_rest():
            return
        young, middle, old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        started = time.monotonic()
        if old and started >= self._not_before:
            gc.collect()
            now = time.monotonic()
            self._not_before = now + (now - started) / _SHARE
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)
