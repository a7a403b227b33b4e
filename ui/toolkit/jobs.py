"""Background jobs: each emits one terminal signal and never touches a widget."""

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from threading import Event
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reader import log
from reader.errors import CancelledError
from ui.toolkit.guard import guarded

Work = Callable[["Job"], object]

_NICENESS = 5
# Jobs that take this long are logged; what runs every other second would fill the log.
_NOTED_S = 0.1
# Milliseconds between attempts to release ended jobs.
_RELEASE_MS = 500
# The references to such a job held by the pool while it checks: in its list, and what else this Python counts.
[_OWN_REFERENCES] = [sys.getrefcount(each) for each in [object()]]


class Job(QObject):
    """A piece of work. Its signals arrive on the thread that created it.

    Exactly one of `finished`, `failed` and `cancelled` is emitted, last. Each signal carries the job first, so that a
    receiver can tell an outdated one from the one it waits for.
    """

    item = Signal(object, object)
    finished = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self, work: Work) -> None:
        """Make a job of `work`, which is called with the job on another thread."""
        super().__init__()
        self._work = work
        self._name = getattr(work, "__qualname__", "a job")  # for the log: where it was created
        self._cancel = Event()
        self._begun = False

    @guarded
    def cancel(self) -> None:
        """Ask the work to end; it does when it next checks `is_cancelled`."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Whether the work was asked to end. Thread-safe."""
        return self._cancel.is_set()

    def emit_item(self, item: object) -> None:
        """Hand over a part of the result; called by the work."""
        if not self.is_cancelled():
            self.item.emit(self, item)

    def run(self) -> None:
        """Do the work and emit how it ended; nothing if that was done before."""
        if self._begun:
            return
        self._begun = True
        if self.is_cancelled():
            self.cancelled.emit(self)
            return
        begun = time.monotonic()
        try:
            result = self._work(self)
        except CancelledError:
            self.cancelled.emit(self)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the job is told, also of what Rust panics at
            log.caught(error, self._name)
            self.failed.emit(self, error)
        else:
            if self.is_cancelled():
                self.cancelled.emit(self)
            else:
                self.finished.emit(self, result)
        if (seconds := time.monotonic() - begun) >= _NOTED_S:
            log.note(self._name, s=seconds)


def _step_back() -> None:
    """Lower the priority of this thread, and of those it starts, below that of the window's.

    On Linux each thread has a niceness of its own, which its children inherit; elsewhere it is per process.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


class Queue(Protocol):
    """What takes jobs to run them in order."""

    def start(self, job: Job) -> Job:
        """Queue a job and return it."""


class Pool(QObject):
    """Threads for jobs. With one thread, jobs run one after another, in order."""

    ended = Signal()  # a job has ended, in whatever way

    def __init__(self, name: str, threads: int) -> None:
        """Create a pool; its threads start with the first job, with lower priority than the window's."""
        super().__init__()
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=_step_back)
        self._running: dict[Job, Future[None]] = {}  # those whose last signal has not arrived here
        # Held until nobody else holds them: the thread that ran a job, or engine threads that check for cancellation,
        # may hold it longest, and deleting a QObject on another thread than the window's can deadlock both.
        self._over: list[Job] = []
        self._releasing = QTimer(self)
        self._releasing.setInterval(_RELEASE_MS)
        self._releasing.timeout.connect(self._release)
        self._closed = False

    def start(self, job: Job) -> Job:
        """Queue a job and return it; a closed pool ignores it."""
        if self._closed:
            return job
        job.finished.connect(self._forget)
        job.failed.connect(self._forget)
        job.cancelled.connect(self._forget)
        self._running[job] = self._executor.submit(job.run)
        return job

    def stop(self) -> None:
        """Ask all jobs to end; nothing can be queued any more."""
        self._closed = True
        for job in self._running:
            job.cancel()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def finish(self, seconds: float | None = None) -> bool:
        """Wait at most `seconds` until all running and queued jobs are done; nothing can be queued any more.

        Returns:
            Whether all of them are done.
        """
        self._closed = True
        # Waiting for a future that was cancelled in the queue would never end.
        if wait([future for future in self._running.values() if not future.cancelled()], seconds).not_done:
            return False
        self._executor.shutdown(wait=True)
        return True

    def flush(self, seconds: float | None = None) -> None:
        """Wait at most `seconds` until all running and queued jobs are done; more can be queued."""
        wait([future for future in self._running.values() if not future.cancelled()], seconds)

    def close(self, seconds: float | None = None) -> bool:
        """Cancel everything and wait at most `seconds` for running jobs to end; returns whether all have ended."""
        self.stop()
        return self.finish(seconds)

    @guarded
    def _forget(self, job: Job, _outcome: object = None) -> None:
        if self._running.pop(job, None) is not None:
            self._over.append(job)
            self._releasing.start()
        self.ended.emit()

    @guarded
    def _release(self) -> None:
        self._over = [job for job in self._over if sys.getrefcount(job) > _OWN_REFERENCES]
        if not self._over:
            self._releasing.stop()


def finish_all(finishes: Iterable[Callable[[float | None], bool]], deadline: float) -> bool:
    """Call these in turn, each with the seconds until `deadline`, of `time.monotonic`; None if that is infinite.

    Returns:
        Whether all have finished.
    """
    ended = True
    for finish in finishes:
        left = None if deadline == math.inf else max(deadline - time.monotonic(), 0)
        ended = finish(left) and ended
    return ended
