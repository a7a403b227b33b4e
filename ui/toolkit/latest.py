"""The job that counts: where a new one takes the place of an old one, nothing of the old one is told any more."""

from collections.abc import Callable

from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool, Work

Told = Callable[..., object]


def _nobody(_outcome: object = None) -> None:
    """Where nobody wants to know."""


class Latest:
    """At most one job at a time of a kind; its receivers never have to ask whether it is still the one."""

    def __init__(self, pool: Pool) -> None:
        """Jobs run in `pool`."""
        self._pool = pool
        self._job: Job | None = None

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
        cancelled: Callable[[], object] = _nobody,
    ) -> None:
        """Cancel what runs and do `work` instead.

        Args:
            work: called with its job on a thread of the pool.
            item: gets each item that the work hands over.
            finished: gets the result.
            failed: gets the exception.
            cancelled: called if the work ended after `stop`.

        Exactly one of the last three is called, when nothing is `running` any more; none after `cancel` or another
        `start`.
        """
        self.cancel()
        job = self._job = Job(work)
        job.item.connect(guarded(lambda job, each: item(each) if job is self._job else None))
        job.finished.connect(guarded(lambda job, result: self._end(job, lambda: finished(result))))
        job.failed.connect(guarded(lambda job, error: self._end(job, lambda: failed(error))))
        job.cancelled.connect(guarded(lambda job: self._end(job, cancelled)))
        self._pool.start(job)

    def stop(self) -> None:
        """Ask the work to end; it tells when it has."""
        if self._job is not None:
            self._job.cancel()

    def cancel(self) -> None:
        """Ask the work to end, and hear nothing more of it."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _end(self, job: Job, tell: Callable[[], object]) -> None:
        if job is self._job:
            self._job = None
            tell()
