"""What the user keeps for documents, for the window: it follows files that move, and is saved once that can be done."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import Entry
from reader.memory import DocumentValues
from reader.unwritten import UnwrittenValues
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

_T = TypeVar("_T")
_AGAIN_MS = 10_000
# The delay after which what is not on the disk yet is recorded: writing seldom takes that long.
_RECORDED_AFTER_MS = 200


class KeptValues(QObject):
    """Does what waits for the disk on the thread of the memory; what cannot be saved is tried again."""

    unsaved_changed = Signal()  # what is not safely on the disk
    unread = Signal()  # values seemed to be missing, as the memory could not be read

    def __init__(self, values: DocumentValues, pool: Pool) -> None:
        """Use `values`; `pool` is the one that the memory is written in."""
        super().__init__()
        self._values, self._pool = values, pool
        self._waiting, self._lock = dict[Job, UnwrittenValues](), Lock()  # what jobs are about to keep, in order
        self._told: tuple[UnwrittenValues, ...] = ()
        self._again, self._recording = self._timer(_AGAIN_MS), self._timer(_RECORDED_AFTER_MS)
        self._again.timeout.connect(self.save_again)
        self._recording.timeout.connect(self._tell)

    def _timer(self, delay: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        return timer

    @property
    def failed(self) -> int:
        """How many changes could not be saved when that was tried."""
        return self._values.unsaved

    @property
    def unsaved(self) -> int:
        """How many changes are not safely on the disk."""
        return self._values.unsaved + len(self._waiting)

    @property
    def records(self) -> tuple[UnwrittenValues, ...]:
        """The same as it is recorded for another run of the program, should this one end before."""
        with self._lock:
            return (*self._values.records, *self._waiting.values())

    def do(
        self,
        work: Callable[[DocumentValues], _T],
        done: Callable[[_T], object] = lambda _: None,
        failed: Callable[[], object] = lambda: None,
        record: UnwrittenValues | None = None,
    ) -> None:
        """Read or change values, and have `done` with what came of it, or call `failed`; one after another.

        Until then `record` is what is to be kept, should the program end before.
        """
        job = Job(lambda job: self._done(job, work))
        if record is not None:
            with self._lock:
                self._waiting[job] = record
            self._recording.start()
        job.failed.connect(guarded(lambda *_: self._on_ended(failed)))
        job.finished.connect(guarded(lambda _, result: self._on_finished(done, *result)))
        self._pool.start(job)

    def read(self, look: Callable[[DocumentValues], _T], done: Callable[[_T], object]) -> None:
        """Read values, and have `done` with what was found; not if they cannot be read now, which `unread` tells."""
        self.do(lambda values: _read(values, look), lambda found: done(found[0]) if found[1] else None)

    def _done(self, job: Job, work: Callable[[DocumentValues], _T]) -> tuple[_T, bool]:
        """On the memory's thread: do it; gives also whether all could be read."""
        try:
            return _read(self._values, work)
        finally:
            with self._lock:
                self._waiting.pop(job, None)

    def _on_finished(self, done: Callable[[_T], object], result: _T, whole: bool) -> None:
        if not whole:
            self.unread.emit()
        self._on_ended(lambda: done(result))

    def _on_ended(self, then: Callable[[], object]) -> None:
        if self._values.unsaved and not self._again.isActive():  # what is read meanwhile must not put it off
            self._again.start()
        if self._told or self._values.unsaved:
            self._tell()
        then()

    @guarded
    def _tell(self) -> None:
        if (records := self.records) != self._told:
            self._told = records
            self.unsaved_changed.emit()

    def take_over(self, records: Sequence[UnwrittenValues]) -> None:
        """Keep what other runs of the program could not save, of which they have told this one."""
        for record in records:
            self.do(partial(_take_over, record), record=record)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before: what is kept is kept for that."""
        old, new = str(before.path), str(now.path)
        with self._lock:
            for job, record in self._waiting.items():
                if record.document == old:
                    self._waiting[job] = replace(record, document=new)
        self.do(lambda values: values.follow(before.path, now.path), record=UnwrittenValues(old, now=new))

    @guarded
    def forget(self, document: Path | None) -> None:
        """A document, or with None everything, is about to be forgotten, or was: nothing of it is saved any more."""
        with self._lock:
            for job, record in list(self._waiting.items()):
                if document is None or str(document) in record.documents:
                    del self._waiting[job]
        self._tell()
        self.do(lambda values: values.forget(None if document is None else (document,)))

    @guarded
    def save_again(self) -> None:
        """Try to save what could not be saved."""
        if self._values.unsaved:
            self.do(lambda values: values.save_again())


def _read(values: DocumentValues, work: Callable[[DocumentValues], _T]) -> tuple[_T, bool]:
    """Do what reads values; gives also whether all of them could be read."""
    before = values.unread
    result = work(values)
    return result, values.unread == before


def _take_over(record: UnwrittenValues, values: DocumentValues) -> None:
    values.take_over([record])
