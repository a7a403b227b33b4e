"""Work off the UI thread: one terminal signal a job, never a widget in its hands."""

import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from reader import log
from reader.errors import CancelledError
from ui.toolkit.guard import guarded

Work = Callable[["Job"], object]

_NICENESS = 5
# The log tells of jobs that take so long; what is looked at every other second would fill it.
_NOTED_S = 0.1
# How often it is looked whether jobs that are over can be let go of.
_RELEASE_MS = 500
# References that the pool itself has to such a job while it looks: its list and what else this Python counts.
[_OWN_REFERENCES] = [sys.getrefcount(each) for each in [object()]]


class Job(QObject):
    """One piece of work. Its signals arrive on the thread that made it.

    Exactly one of `finished`, `failed` and `cancelled` is emitted, last. Each signal carries the job
    first, so that a receiver can tell a stale one from the one it waits for.
    """

    item = Signal(object, object)
    finished = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self, work: Work) -> None:
        """Make a job of `work`, which is called with the job on another thread."""
        super().__init__()
        self._work = work
        self._name = getattr(work, "__qualname__", "a job")  # for the log: where in the program it was made
        self._cancel = Event()

    @guarded
    def cancel(self) -> None:
        """Ask the work to end; it does at its next look at `is_cancelled`."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked the work to end. For any thread."""
        return self._cancel.is_set()

    def emit_item(self, item: object) -> None:
        """Hand over a part of the result. For the work."""
        if not self.is_cancelled():
            self.item.emit(self, item)

    def run(self) -> None:
        """Do the work and say how it ended."""
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
    """Let the window's thread go first where both want the same core; so too the threads that this one starts.

    On Linux each thread has a niceness of its own, which its children inherit; elsewhere it is the process's.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


class Pool(QObject):
    """Threads for jobs. One thread means that they run one after another, in order."""

    ended = Signal()  # one of them has, in whatever way

    def __init__(self, name: str, threads: int) -> None:
        """Make a pool; its threads start with the first job, and step back for the window's."""
        super().__init__()
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=_step_back)
        self._running: dict[Job, Future[None]] = {}  # those whose last signal has not arrived here
        # Held until nobody else does: the thread that ran a job, and those of an engine that ask whether it is
        # cancelled, may hold it longest, and a QObject that dies on another thread than the window's can block both.
        self._over: list[Job] = []
        self._releasing = QTimer(self)
        self._releasing.setInterval(_RELEASE_MS)
        self._releasing.timeout.connect(self._release)
        self._closed = False

    def start(self, job: Job) -> Job:
        """Queue a job and return it; a pool that has been closed does nothing."""
        if self._closed:
            return job
        job.finished.connect(self._forget)
        job.failed.connect(self._forget)
        job.cancelled.connect(self._forget)
        self._running[job] = self._executor.submit(job.run)
        return job

    def stop(self) -> None:
        """Ask everything to end; nothing can be queued any more."""
        self._closed = True
        for job in self._running:
            job.cancel()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def finish(self, seconds: float | None = None) -> bool:
        """Wait until what was begun or queued is done, `seconds` at most; nothing can be queued any more.

        Returns:
            Whether all of it is done.
        """
        self._closed = True
        # A future that was cancelled in the queue would be waited for in vain.
        if wait([future for future in self._running.values() if not future.cancelled()], seconds).not_done:
            return False
        self._executor.shutdown(wait=True)
        return True

    def flush(self, seconds: float | None = None) -> None:
        """Wait until what was begun or queued is done, `seconds` at most; more can be queued."""
        wait([future for future in self._running.values() if not future.cancelled()], seconds)

    def close(self, seconds: float | None = None) -> bool:
        """Cancel everything and wait for what is in the middle of a step, `seconds` at most; whether all has ended."""
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
