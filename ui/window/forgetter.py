"""Forgetting a document, or everything, at the user's request, whichever window is open when that is done."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import DocumentError
from reader.formats import choices_of, read_document
from reader.library import Entry
from reader.log import caught
from reader.memory import Amount, Forgotten, Key, Memory
from reader.parallel import ParallelText
from reader.paths import is_pasted
from reader.text import Document
from reader.translation import (
    ForgettingPlan,
    both_directions,
    forget_document,
    forget_everything,
    plan_forgetting,
    read_as,
)
from ui.editing.edit_keeper import EditKeeper
from ui.editing.spelling import Spelling
from ui.library.shelf import Shelf
from ui.session.pools import Pools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job

_Plan = Callable[[Document, Collection[tuple[str, str]], Callable[[], bool]], ForgettingPlan]


class Forgetter(QObject):
    """Forgets in the memory, in the library and among unsaved edits, and reports the outcome."""

    forgotten = Signal(object)  # the file of the document, None for all: nothing may name it from now on
    edits_forgotten = Signal(object)  # before that, a function that tells whether the edit of a Key was forgotten
    told = Signal(str)  # the outcome
    begun = Signal(object)  # the file of the document that is about to be forgotten, None for all
    ended = Signal(object)  # likewise after `begun`, whatever has come of it
    planned = Signal(object, object)  # the Entry of a document of the list, and its ForgettingPlan

    def __init__(self, memory: Memory, pools: Pools, edits: EditKeeper, shelf: Shelf, spelling: Spelling) -> None:
        """Use services that outlive each window, as this one does."""
        super().__init__()
        self._memory, self._pools, self._edits, self._shelf = memory, pools, edits, shelf
        self._spelling = spelling
        # Requests not (completely) done and not reported; those that are done are removed by the memory's thread.
        self._unfinished: set[Job] = set()
        self._asked: set[Job] = set()

    def ask_for(self) -> bool:
        """Whether a request is undone or failed that the user was not warned of; they count as warned from now on."""
        unfinished = self._unfinished.copy()
        unasked = unfinished - self._asked
        self._asked = unfinished
        return bool(unasked)

    def contents(self) -> tuple[list[Amount], int]:
        """How much is remembered, by language pair, and how many bytes that takes; call it on the memory's thread."""
        return self._memory.amounts(), self._memory.size()

    def has_pasted(self) -> bool:
        """Whether there are pasted texts, which are deleted when they are forgotten."""
        return any(is_pasted(entry.path) for entry in self._shelf.library)

    def has_own_words(self) -> bool:
        """Whether the user has added words to the dictionary, which are forgotten with everything else."""
        return self._spelling.has_own

    def planner(self, text: ParallelText, *unsaved: Key) -> Callable[[Callable[[], bool]], ForgettingPlan]:
        """A function that plans forgetting a document, with the library and edits as they are now; for a file thread.

        Args:
            text: the document, which is open.
            unsaved: sentences being edited, whose edits are saved first.
        """
        plan, pairs = self._planner(*unsaved), both_directions(text.source_language, text.target_language)
        return lambda cancelled: plan(text.document, pairs, cancelled)

    def plan_deletion(self, entry: Entry, *unsaved: Key) -> None:
        """Plan forgetting a document of the list, in the background; `planned` follows. See `planner`."""
        plan = self._planner(*unsaved)
        job = Job(lambda job: _plan_entry(entry, plan, job.is_cancelled))
        job.finished.connect(guarded(lambda job, plan: self._on_planned(job, entry, plan)))
        job.failed.connect(guarded(lambda job, error: self._on_not_planned(job, entry, error)))
        self._unfinished.add(job)
        self._pools.files.start(job)

    def _planner(self, *unsaved: Key) -> _Plan:
        others = {each.path: choices_of(each.encoding, each.lines) for each in self._shelf.library}
        changed, memory = {*self._edits.unsaved, *unsaved}, self._memory
        return lambda document, pairs, cancelled: plan_forgetting(
            document, pairs, memory, others, cancelled, changed, others
        )

    def _on_planned(self, job: Job, entry: Entry, plan: ForgettingPlan) -> None:
        self._unfinished.discard(job)
        self.planned.emit(entry, plan)

    def _on_not_planned(self, job: Job, entry: Entry, error: Exception) -> None:
        self._unfinished.discard(job)
        if isinstance(error, DocumentError):
            words = self.tr(
                "“{title}” was not forgotten: which sentences it has cannot be known without its file. Find the file "
                "first, or forget everything."
            ).format(title=self._shelf.title_of(entry))
            self.told.emit(f"{said(error)} {words}")
        else:
            self.told.emit(said(error))

    def forget_document(self, plan: ForgettingPlan, path: Path, title: str, *, edits: bool) -> None:
        """Forget the document in the file at `path`, which is no longer open, with or without the user's edits."""
        memory, library = self._memory, self._shelf.library
        concerned = plan.has if edits else lambda _: False
        self._forget(lambda: forget_document(plan, memory, library, edits=edits), concerned, path, title)

    def forget_everything(self) -> None:
        """Forget all documents and all edits."""
        memory, library = self._memory, self._shelf.library
        self._forget(lambda: forget_everything(memory, library), lambda _: True, None, "")

    def _forget(
        self,
        forget: Callable[[], Forgotten | None],
        concerned: Callable[[Key], bool],
        document: Path | None,
        title: str,
    ) -> None:
        """Forget in the pool for edits: whatever was saved earlier is written by then, or still unsaved.

        `concerned` tells of which sentences the edits are forgotten too.
        """
        drop = self._edits.forgetter(concerned)
        self._shelf.leave_off(document)
        self.begun.emit(document)
        job = Job(lambda job: self._done(job, forget, drop))
        job.finished.connect(guarded(lambda job, forgotten: self._on_done(job, forgotten, concerned, document, title)))
        job.failed.connect(guarded(lambda job, error: self._on_failed(job, error, concerned, document)))
        self._unfinished.add(job)
        self._pools.edits.start(job)

    def _done(self, job: Job, forget: Callable[[], Forgotten | None], drop: Callable[[], None]) -> Forgotten | None:
        """On the memory's thread: forget, then `drop` the unsaved edits, unless nothing can be forgotten."""
        forgotten: Forgotten | None = Forgotten()
        try:
            forgotten = forget()
        finally:  # also if the list of documents could not be written: the memory has forgotten by then
            if forgotten is not None:
                drop()
        if forgotten is not None and forgotten.complete:
            self._unfinished.discard(job)
        return forgotten

    def _on_failed(self, job: Job, error: Exception, concerned: Callable[[Key], bool], document: Path | None) -> None:
        self._unfinished.discard(job)
        self._on_forgotten(concerned, document)  # the memory has forgotten all the same
        self.ended.emit(document)
        self.told.emit(said(error))

    def _on_done(
        self,
        job: Job,
        forgotten: Forgotten | None,
        concerned: Callable[[Key], bool],
        document: Path | None,
        title: str,
    ) -> None:
        self._unfinished.discard(job)
        if forgotten is not None:
            self._on_forgotten(concerned, document)
        self.ended.emit(document)
        self.told.emit(self._words(forgotten, title))

    def _on_forgotten(self, concerned: Callable[[Key], bool], document: Path | None) -> None:
        self._edits.report_again()
        self._shelf.forgotten(document)
        self.edits_forgotten.emit(concerned)
        self.forgotten.emit(document)

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


def _plan_entry(entry: Entry, plan: _Plan, cancelled: Callable[[], bool]) -> ForgettingPlan:
    """On a file thread: plan forgetting a document in every language it may have been read in."""
    try:
        document = read_document(entry.path, choices_of(entry.encoding, entry.lines))
    except DocumentError as error:
        if not is_pasted(entry.path):  # its file may be elsewhere, and its entry leads there
            raise
        caught(error, "reading a document to forget it")
        return ForgettingPlan(entry.path, frozenset(), {}, {}, 0, ())
    source = entry.source or document.language
    pairs = [pair for code in dict.fromkeys((source, read_as(source))) for pair in both_directions(code, entry.target)]
    return plan(document, pairs, cancelled)
