"""Unloading engines, and the detector of languages, that are no longer used, as they take much memory."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.engine import Engines
from reader.text import unload_idle_detector
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

# Seconds without use before an engine, or the detector, which is loaded sooner, is unloaded.
_IDLE_S = 300
_DETECTOR_IDLE_S = 60
# Milliseconds between checks.
_LOOK_MS = 60_000


class IdleEngines(QObject):
    """Checks regularly, until it is stopped."""

    def __init__(
        self, engines: Engines, pool: Pool, busy: Callable[[], bool], detecting: Callable[[], bool] = lambda: False
    ) -> None:
        """`pool` has the one thread of the `engines`; while they are `busy` with a translation nothing is queued.

        While the window is `detecting`, paragraph by paragraph as they are read, the detector stays loaded: it would
        wait for it.
        """
        super().__init__()
        self._engines, self._pool, self._busy, self._detecting = engines, pool, busy, detecting
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Start no more checks."""
        self._timer.stop()

    @guarded
    def _look(self) -> None:
        if not self._busy():
            detecting = self._detecting()
            self._pool.start(Job(lambda _: self._unload(detecting=detecting)))

    def _unload(self, *, detecting: bool) -> None:
        self._engines.unload_idle(_IDLE_S)
        if not detecting:
            unload_idle_detector(_DETECTOR_IDLE_S)
