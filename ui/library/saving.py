"""Writing the library in the background, and taking over what other programs write."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.files import Stamp, stamp_of
from reader.library import Library, Saved
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.retrying import Retrying


class Saving(QObject):
    """Saves a library whose writing is deferred; what goes wrong is told once, and tried again until it goes well."""

    changed = Signal()  # other programs have changed the list
    unwritten = Signal(object)  # as `Retrying.told`, of changes
    problem = Signal(object)  # a Message, with the library's file: to be shown until the user closes it

    def __init__(self, library: Library, pool: Pool) -> None:
        """Write `library` in `pool`, which has one thread and finishes all queued work before it ends."""
        super().__init__()
        self._library, self._pool = library, pool
        self._queued = False  # read by the saving thread
        self._stamp: Stamp | None = None  # of the file when changes were last taken over; for the saving thread
        self._known_problem = library.problem
        self._retrying = Retrying(self.save, self)
        self._retrying.told.connect(self.unwritten)

    @guarded
    def save(self) -> None:
        """Write unsaved changes, including any made before the writing begins."""
        if not self._queued:
            self._queued = True
            self._start(self._write)

    def then(self, act: Callable[[], object]) -> None:
        """Call `act` on the writing thread once what has been changed by now is written; not if it cannot be."""

        def write_and_act(job: Job) -> Saved:
            saved = self._write(job)
            act()
            return saved

        self._start(write_and_act)

    def _start(self, work: Callable[[Job], Saved]) -> None:
        job = Job(work)
        job.finished.connect(self._on_saved)
        job.failed.connect(self._on_not_saved)
        self._pool.start(job)

    def catch_up(self) -> None:
        """Take over changes by other programs."""
        self._refresh(lambda _: self._library.refresh())

    def catch_up_if_new(self) -> None:
        """Do that if the file has changed since the last time; quick if not."""
        self._refresh(lambda _: self._library.refresh() if self._is_new() else Saved())

    def _is_new(self) -> bool:
        before, self._stamp = self._stamp, stamp_of(self._library.file)  # first: it may change while it is read
        return self._stamp != before

    def _refresh(self, refresh: Callable[[Job], Saved]) -> None:
        job = Job(refresh)
        job.finished.connect(self._on_caught_up)
        self._pool.start(job)

    def _write(self, _job: Job) -> Saved:
        self._queued = False  # first: later changes need another job
        return self._library.save()

    @guarded
    def _on_saved(self, _job: Job, saved: Saved) -> None:
        self._retrying.succeeded()
        self._report_problem()
        self._show(saved)

    @guarded
    def _on_caught_up(self, _job: Job, saved: Saved) -> None:
        self._show(saved)

    def _show(self, saved: Saved) -> None:
        if saved.changed:
            self.changed.emit()

    @guarded
    def _on_not_saved(self, _job: Job, error: Exception) -> None:
        self._report_problem()
        self._retrying.failed(error)

    def _report_problem(self) -> None:
        if self._library.problem != self._known_problem:
            self._known_problem = self._library.problem
            self.problem.emit(self._known_problem)
