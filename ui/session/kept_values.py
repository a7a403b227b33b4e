"""What the user keeps for documents, for the window: it follows files that move, and is saved once that can be done."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import Entry
from reader.memory import DocumentValues
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

_T = TypeVar("_T")
_AGAIN_MS = 10_000


class KeptValues(QObject):
    """Does what waits for the disk on the thread of the memory; what cannot be saved is tried again."""

    unsaved_changed = Signal()  # whether anything is not safely on the disk

    def __init__(self, values: DocumentValues, pool: Pool) -> None:
        """Use `values`; `pool` is the one that the memory is written in."""
        super().__init__()
        self._values, self._pool = values, pool
        self._was_unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self.save_again)

    @property
    def unsaved(self) -> int:
        """How many changes are not safely on the disk."""
        return self._values.unsaved

    def do(
        self,
        work: Callable[[DocumentValues], _T],
        done: Callable[[_T], object] = lambda _: None,
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Read or change values, and have `done` with what came of it, or call `failed`; one after another."""
        job = Job(lambda _: work(self._values))
        job.failed.connect(guarded(lambda *_: failed()))
        job.finished.connect(guarded(lambda _, result: self._on_done(done, result)))
        self._pool.start(job)

    def _on_done(self, done: Callable[[_T], object], result: _T) -> None:
        unsaved = bool(self._values.unsaved)
        if unsaved:
            self._timer.start()
        if unsaved != self._was_unsaved:
            self._was_unsaved = unsaved
            self.unsaved_changed.emit()
        done(result)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before: what is kept is kept for that."""
        self.do(lambda values: values.follow(before.path, now.path))

    @guarded
    def forget(self, document: Path | None) -> None:
        """A document, or with None everything, is about to be forgotten, or was: nothing of it is saved any more."""
        self.do(lambda values: values.forget(None if document is None else (document,)))

    @guarded
    def save_again(self) -> None:
        """Try to save what could not be saved."""
        if self._values.unsaved:
            self.do(lambda values: values.save_again())
