"""The latest job of a kind: a new one replaces the one before, whose results are discarded."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool, Queue, Work

Callback = Callable[..., object]


def _ignore(_outcome: object = None) -> None:
    """Ignore the outcome."""


@dataclass(frozen=True, slots=True)
class _Receivers:
    """The callbacks for a job."""

    item: Callback
    finished: Callback
    failed: Callback
    cancelled: Callback


class Latest(QObject):
    """Runs at most one job of a kind at a time; receivers never have to check whether it is still the latest.

    It lives as long as its owner: a deleted window receives nothing.
    """

    def __init__(self, pool: Queue, owner: QObject) -> None:
        """Jobs run in `pool`; `owner` owns the receivers."""
        super().__init__(owner)
        self._pool = pool
        self._job: Job | None = None
        self._receivers: _Receivers | None = None

    @property
    def running(self) -> bool:
        """Whether a job has not reported its end yet."""
        return self._job is not None

    def start(
        self,
        work: Work,
        *,
        item: Callback = _ignore,
        finished: Callback = _ignore,
        failed: Callback = _ignore,
        cancelled: Callback = _ignore,
        pool: Pool | None = None,
    ) -> None:
        """Cancel the running job and do `work` instead.

        Args:
            work: called with its job on a thread of the pool.
            item: receives each item that the work hands over.
            finished: receives the result.
            failed: receives the exception.
            cancelled: called without arguments if the work ended after `stop`.
            pool: where it is done this time.

        Exactly one of the last three is called, once nothing is `running` any more; none after `cancel` or another
        `start`.
        """
        self.cancel()
        job = self._job = Job(work)
        self._receivers = _Receivers(item, finished, failed, cancelled)
        job.item.connect(self._on_item)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        (pool or self._pool).start(job)

    @guarded
    def stop(self) -> None:
        """Ask the work to end; a receiver is called when it has."""
        if self._job is not None:
            self._job.cancel()

    @guarded
    def cancel(self) -> None:
        """Ask the work to end, and discard its results."""
        job, self._job, self._receivers = self._job, None, None
        if job is not None:
            job.cancel()

    @guarded
    def _on_item(self, job: Job, item: object) -> None:
        if job is self._job and self._receivers is not None:
            self._receivers.item(item)

    @guarded
    def _on_finished(self, job: Job, result: object) -> None:
        if (receivers := self._ended(job)) is not None:
            receivers.finished(result)

    @guarded
    def _on_failed(self, job: Job, error: Exception) -> None:
        if (receivers := self._ended(job)) is not None:
            receivers.failed(error)

    @guarded
    def _on_cancelled(self, job: Job) -> None:
        if (receivers := self._ended(job)) is not None:
            receivers.cancelled()

    def _ended(self, job: Job) -> _Receivers | None:
        """The receivers of a job that has ended; None if it is not the latest."""
        if job is not self._job:
            return None
        receivers, self._job, self._receivers = self._receivers, None, None
        return receivers
