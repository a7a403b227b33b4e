"""The job that counts: where a new one takes the place of an old one, nothing of the old one is told any more."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool, Work

Told = Callable[..., object]


def _nobody(_outcome: object = None) -> None:
    """Where nobody wants to know."""


@dataclass(frozen=True, slots=True)
class _Receivers:
    """Whom to tell what becomes of a job."""

    item: Told
    finished: Told
    failed: Told
    cancelled: Told


class Latest(QObject):
    """At most one job at a time of a kind; its receivers never have to ask whether it is still the one.

    It lives as long as its owner: nothing is told to a window that is gone.
    """

    def __init__(self, pool: Pool, owner: QObject) -> None:
        """Jobs run in `pool`; `owner` has the receivers."""
        super().__init__(owner)
        self._pool = pool
        self._job: Job | None = None
        self._receivers: _Receivers | None = None

    @property
    def running(self) -> bool:
        """Whether there is a job that has not told how it ended."""
        return self._job is not None

    def start(
        self,
        work: Work,
        *,
        item: Told = _nobody,
        finished: Told = _nobody,
        failed: Told = _nobody,
        cancelled: Told = _nobody,
    ) -> None:
        """Cancel what runs and do `work` instead.

        Args:
            work: called with its job on a thread of the pool.
            item: gets each item that the work hands over.
            finished: gets the result.
            failed: gets the exception.
            cancelled: called without anything if the work ended after `stop`.

        Exactly one of the last three is called, when nothing is `running` any more; none after `cancel` or another
        `start`.
        """
        self.cancel()
        job = self._job = Job(work)
        self._receivers = _Receivers(item, finished, failed, cancelled)
        job.item.connect(self._on_item)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._pool.start(job)

    @guarded
    def stop(self) -> None:
        """Ask the work to end; it tells when it has."""
        if self._job is not None:
            self._job.cancel()

    @guarded
    def cancel(self) -> None:
        """Ask the work to end, and hear nothing more of it."""
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
        """Whom to tell that a job has ended; None if it is not the one that counts."""
        if job is not self._job:
            return None
        receivers, self._job, self._receivers = self._receivers, None, None
        return receivers
