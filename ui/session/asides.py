"""Short work for the engine's thread that does not wait for the end of long work there."""

from collections import deque
from contextlib import suppress
from threading import Lock

from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool


class Asides:
    """Queues jobs like a pool; the long job of that pool lets them go first from time to time."""

    def __init__(self, pool: Pool) -> None:
        """Jobs for `pool`, which has one thread."""
        self._pool = pool
        self._waiting, self._lock = deque[Job](), Lock()

    def start(self, job: Job) -> Job:
        """Queue a job and return it."""
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda job, _=None: self._drop(job)))
        with self._lock:
            self._waiting.append(job)
        return self._pool.start(job)

    def take_turn(self) -> None:
        """On the pool's thread, between two steps of a long job: do what is waiting."""
        while (job := self._next()) is not None:
            job.run()

    def _next(self) -> Job | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def _drop(self, job: Job) -> None:
        with self._lock, suppress(ValueError):
            self._waiting.remove(job)
