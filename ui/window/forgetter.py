"""Forgetting a document or everything once the user wants it, whatever window is there when that is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.memory import Forgotten
from reader.translation import ForgettingPlan, forget_document, forget_everything
from ui.editing.edit_keeper import EditKeeper
from ui.library.shelf import Shelf
from ui.session.session import Workspace
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job


class Forgetter(QObject):
    """Forgets in the memory, in the library and among what waits to be kept, and tells what has come of it."""

    forgotten = Signal(object)  # the file of the document, None for all: nothing is to name it any more
    told = Signal(str)  # what has come of it

    def __init__(self, workspace: Workspace, edits: EditKeeper, shelf: Shelf) -> None:
        """Over services that outlive each window, as this one does."""
        super().__init__()
        self._workspace, self._edits, self._shelf = workspace, edits, shelf
        # What is not forgotten, or not wholly, and was not told of; what is done the thread for the memory takes out.
        self._unfinished: set[Job] = set()
        self._asked: set[Job] = set()

    def ask_for(self) -> bool:
        """Whether something is not forgotten yet, or has failed, that the user was not asked for: they are now."""
        unfinished = self._unfinished.copy()
        unasked = unfinished - self._asked
        self._asked = unfinished
        return bool(unasked)

    def forget_document(self, plan: ForgettingPlan, path: Path, title: str, *, edits: bool) -> None:
        """Forget the document in the file at `path`, which is not open any more, with or without the user's edits."""
        memory, library = self._workspace.memory, self._shelf.library
        drop = self._edits.forgetter(plan.has if edits else lambda _: False)
        self._forget(lambda: forget_document(plan, memory, library, edits=edits), drop, path, title)

    def forget_everything(self) -> None:
        """The same for all documents and all edits."""
        memory, library = self._workspace.memory, self._shelf.library
        self._forget(lambda: forget_everything(memory, library), self._edits.forgetter(lambda _: True), None, "")

    def _forget(
        self, forget: Callable[[], Forgotten | None], drop: Callable[[], None], document: Path | None, title: str
    ) -> None:
        """In the pool of edits: what was saved before is written by then, or is still unsaved."""
        job = Job(lambda job: self._done(job, forget, drop))
        job.finished.connect(guarded(lambda job, forgotten: self._on_forgotten(job, forgotten, document, title)))
        job.failed.connect(guarded(lambda job, error: self._on_failed(job, error, document)))
        self._unfinished.add(job)
        self._workspace.edit_pool.start(job)

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
