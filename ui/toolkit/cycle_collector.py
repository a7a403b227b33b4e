"""Cycles of Python objects are collected on the window's thread, and on no other."""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from reader.gc_pause import is_at_rest
from ui.toolkit.guard import guarded

_INTERVAL_MS = 500
# A look through everything stops the whole process; it may take so much of its time.
_SHARE = 0.001


class CycleCollector(QObject):
    """Collects in Python's place, by Python's own thresholds.

    Python collects on whichever thread happens to allocate when it is time. What belongs to Qt may be in a cycle,
    and must not be deleted on another thread than the one it lives on while that is using it.
    """

    def __init__(self) -> None:
        """Begin; make it on the window's thread."""
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._not_before = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Leave it to Python again."""
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
