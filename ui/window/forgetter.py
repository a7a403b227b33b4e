"""Forgetting a document or everything once the user wants it, whatever window is there when that is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.memory import Forgotten, Key, Memory
from reader.parallel import ParallelText
from reader.translation import ForgettingPlan, both_directions, forget_document, forget_everything, plan_forgetting
from ui.editing.edit_keeper import EditKeeper
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool


class Forgetter(QObject):
    """Forgets in the memory, in the library and among what waits to be kept, and tells what has come of it."""

    forgotten = Signal(object)  # the file of the document, None for all: nothing is to name it any more
    told = Signal(str)  # what has come of it

    def __init__(self, memory: Memory, pool: Pool, edits: EditKeeper, shelf: Shelf) -> None:
        """Over services that outlive each window, as this one does; `pool` has the thread for the memory."""
        super().__init__()
        self._memory, self._pool, self._edits, self._shelf = memory, pool, edits, shelf
        # What is not forgotten, or not wholly, and was not told of; what is done the thread for the memory takes out.
        self._unfinished: set[Job] = set()
        self._asked: set[Job] = set()

    def ask_for(self) -> bool:
        """Whether something is not forgotten yet, or has failed, that the user was not asked for: they are now."""
        unfinished = self._unfinished.copy()
        unasked = unfinished - self._asked
        self._asked = unfinished
        return bool(unasked)

    def counts(self) -> tuple[int, int]:
        """How many sentences are remembered, and how many edits; for the thread for the memory."""
        return self._memory.counts()

    def planner(self, text: ParallelText, *unsaved: Key) -> Callable[[Callable[[], bool]], ForgettingPlan]:
        """What plans to forget a document, as the library and the edits are now; for a thread for files.

        Args:
            text: the document, open.
            unsaved: sentences that are being edited, and are saved when the document is left.
        """
        others = [each.path for each in self._shelf.library]
        pairs = both_directions(text.source_language, text.target_language)
        changed = {*self._edits.unsaved, *unsaved}
        return lambda cancelled: plan_forgetting(text.document, pairs, self._memory, others, cancelled, changed)

    def forget_document(self, plan: ForgettingPlan, path: Path, title: str, *, edits: bool) -> None:
        """Forget the document in the file at `path`, which is not open any more, with or without the user's edits."""
        memory, library = self._memory, self._shelf.library
        drop = self._edits.forgetter(plan.has if edits else lambda _: False)
        self._forget(lambda: forget_document(plan, memory, library, edits=edits), drop, path, title)

    def forget_everything(self) -> None:
        """The same for all documents and all edits."""
        memory, library = self._memory, self._shelf.library
        self._forget(lambda: forget_everything(memory, library), self._edits.forgetter(lambda _: True), None, "")

    def _forget(
        self, forget: Callable[[], Forgotten | None], drop: Callable[[], None], document: Path | None, title: str
    ) -> None:
        """In the pool of edits: what was saved before is written by then, or is still unsaved."""
        job = Job(lambda job: self._done(job, forget, drop))
        job.finished.connect(guarded(lambda job, forgotten: self._on_forgotten(job, forgotten, document, title)))
        job.failed.connect(guarded(lambda job, error: self._on_failed(job, error, document)))
        self._unfinished.add(job)
        self._pool.start(job)

    def _done(self, job: Job, forget: Callable[[], Forgotten | None], drop: Callable[[], None]) -> Forgotten | None:
        """On the thread for the memory: forget, then `drop` what waits to be kept, unless nothing can be forgotten."""
        forgotten: Forgotten | None = Forgotten()
        try:
            forgotten = forget()
        finally:  # also where the list of documents could not be written: the memory has forgotten by then
            if forgotten is not None:
                drop()
        if forgotten is not None and forgotten.complete:
            self._unfinished.discard(job)
        return forgotten

    def _on_failed(self, job: Job, error: Exception, document: Path | None) -> None:
        self._unfinished.discard(job)
        self._edits.report_again()
        self._shelf.forgotten(document)
        self.told.emit(said(error))

    def _on_forgotten(self, job: Job, forgotten: Forgotten | None, document: Path | None, title: str) -> None:
        self._unfinished.discard(job)
        if forgotten is not None:
            self._edits.report_again()
            self._shelf.forgotten(document)
            self.forgotten.emit(document)
        self.told.emit(self._words(forgotten, title))

    def _words(self, forgotten: Forgotten | None, title: str) -> str:
        if forgotten is None:
            return self.tr("Nothing was forgotten: the translation memory cannot be written to.")
        if not forgotten.complete:
            return self.tr(
                "Parts of the text are still in the file because another program is using it or the disk is full. "
                "Try again later."
            )
        words = (
            self.tr("“{title}” was forgotten.").format(title=title) if title else self.tr("Everything was forgotten.")
        )
        if not forgotten.open_elsewhere:
            return words
        again = self.tr(
            "Another Tospalt window has one of these documents open. What you do there will be remembered again."
        )
        return f"{words} {again}"
