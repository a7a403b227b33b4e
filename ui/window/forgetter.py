"""Forgetting a document, or everything, at the user's request, whichever window is open when that is done."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.errors import CancelledError, DocumentError
from reader.formats import choices_of, read_document
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.log import caught
from reader.memory import Amount, Forgotten, Key, Memory
from reader.parallel import ParallelText
from reader.paths import is_pasted
from reader.text import Document
from reader.translation import (
    both_directions,
    forget_document,
    forget_everything,
    plan_forgetting_together,
    read_as,
    with_drafts,
)
from ui.editing.edit_keeper import EditKeeper
from ui.editing.spelling import Spelling
from ui.library.shelf import Shelf
from ui.session.pools import Pools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job

if TYPE_CHECKING:
    from reader.translation import ForgettingPlan

_Pairs = Collection[tuple[str, str]]
_Plan = Callable[[Iterable[tuple[Document, _Pairs]], Callable[[], bool]], "ForgettingPlan"]


@dataclass(frozen=True, slots=True)
class _Planned:
    """What forgetting `entries` will delete; for the others there is no plan, and why."""

    entries: tuple[Entry, ...]
    plan: "ForgettingPlan"
    others: tuple[tuple[Entry, DocumentError], ...] = ()


@dataclass(frozen=True, slots=True)
class _Request:
    """What is to be forgotten, and what is said when that is done."""

    concerned: Callable[[Key], bool]  # whether the edit of a sentence is forgotten too
    documents: Sequence[Path] | None  # None for all
    title: str = ""  # what the document is called if it is one
    left: str = ""  # told after the outcome


class Forgetter(QObject):
    """Forgets in the memory, in the library and among unsaved edits, and reports the outcome."""

    forgotten = Signal(object)  # the file of the document, None for all: nothing may name it from now on
    edits_forgotten = Signal(object)  # before that, a function that tells whether the edit of a Key was forgotten
    told = Signal(str)  # the outcome
    begun = Signal(object)  # the file of the document that is about to be forgotten, None for all
    ended = Signal(object)  # likewise after `begun`, whatever has come of it
    # The Entries of documents of the list, the ForgettingPlan for them, and words on others that cannot be forgotten.
    planned = Signal(object, object, str)

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

    def contents(self) -> tuple[list[Amount], int, bool]:
        """How much is remembered, by language pair, how many bytes that takes, and whether anything is for documents.

        Call it on the memory's thread.
        """
        return self._memory.amounts(), self._memory.size(), bool(self._memory.count_values())

    def has_pasted(self) -> bool:
        """Whether there are pasted texts, which are deleted when they are forgotten."""
        return any(is_pasted(entry.path) for entry in self._shelf.library)

    def has_own_words(self) -> bool:
        """Whether the user has added words to the dictionary, which are forgotten with everything else."""
        return self._spelling.has_own

    def planner(self, text: ParallelText, *unsaved: Key) -> Callable[[Callable[[], bool]], "ForgettingPlan"]:
        """A function that plans forgetting a document, with the library and edits as they are now; for a file thread.

        Args:
            text: the document, which is open.
            unsaved: sentences being edited, whose edits are saved first.
        """
        plan, pairs = self._planner(*unsaved), both_directions(text.source_language, text.target_language)
        data = self._shelf.library.folder
        return lambda cancelled: with_drafts(plan([(text.document, pairs)], cancelled), data)

    def plan_deletion(self, *entries: Entry, unsaved: Collection[Key] = ()) -> None:
        """Plan forgetting documents of the list at once, in the background; `planned` follows. See `planner`."""
        plan, data = self._planner(*unsaved), self._shelf.library.folder
        job = Job(lambda job: _plan_entries(entries, plan, data, job.is_cancelled))
        job.finished.connect(guarded(self._on_planned))
        job.failed.connect(guarded(self._on_not_planned))
        self._unfinished.add(job)
        self._pools.files.start(job)

    def _planner(self, *unsaved: Key) -> _Plan:
        others = {each.path: choices_of(each.encoding, each.lines) for each in self._shelf.library}
        changed, memory = {*self._edits.unsaved, *unsaved}, self._memory
        return lambda documents, cancelled: plan_forgetting_together(
            documents, memory, others, cancelled, changed, others
        )

    def _on_planned(self, job: Job, planned: _Planned) -> None:
        self._unfinished.discard(job)
        left = self._words_on(planned.others)
        if planned.entries:
            self.planned.emit(planned.entries, planned.plan, left)
        else:
            self.told.emit(left)

    def _words_on(self, others: Sequence[tuple[Entry, DocumentError]]) -> str:
        """Why documents cannot be forgotten."""
        if not others:
            return ""
        entry, error = others[0]
        words = self.tr(
            "“{title}” was not forgotten: which sentences it has cannot be known without its file. Find the file "
            "first, or forget everything."
        )
        if len(others) > 1:
            words = self.tr(
                "%Ln document(s) were not forgotten: which sentences they have cannot be known without their files. "
                "Find the files first, or forget everything.",
                "",
                len(others),
            )
        return f"{said(error)} {words.format(title=self._shelf.called(entry))}"

    def _on_not_planned(self, job: Job, error: Exception) -> None:
        self._unfinished.discard(job)
        self.told.emit(said(error))

    def forget_documents(
        self, plan: "ForgettingPlan", paths: Sequence[Path], title: str, *, edits: bool, left: str = ""
    ) -> None:
        """Forget the documents in these files, none of which is open, with or without the user's edits.

        `title` is what the document is called if it is one, and `left` is told after the outcome.
        """
        memory, library = self._memory, self._shelf.library
        request = _Request(plan.has if edits else lambda _: False, paths, title, left)
        self._forget(lambda: forget_document(plan, memory, library, edits=edits), request)

    def forget_everything(self) -> None:
        """Forget all documents and all edits."""
        memory, library = self._memory, self._shelf.library
        self._forget(lambda: forget_everything(memory, library), _Request(lambda _: True, None))

    def _forget(
        self,
        forget: Callable[[], Forgotten | None],
        request: _Request,
    ) -> None:
        """Forget in the pool for edits: whatever was saved earlier is written by then, or still unsaved."""
        drop = self._edits.forgetter(request.concerned)
        self._shelf.leave_off(request.documents)
        _tell_each(self.begun, request.documents)
        job = Job(lambda job: self._done(job, forget, drop))
        job.finished.connect(guarded(lambda job, forgotten: self._on_done(job, forgotten, request)))
        job.failed.connect(guarded(lambda job, error: self._on_failed(job, error, request)))
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

    def _on_failed(self, job: Job, error: Exception, request: _Request) -> None:
        self._unfinished.discard(job)
        self._on_forgotten(request)  # the memory has forgotten all the same
        _tell_each(self.ended, request.documents)
        self.told.emit(said(error))

    def _on_done(self, job: Job, forgotten: Forgotten | None, request: _Request) -> None:
        self._unfinished.discard(job)
        if forgotten is not None:
            self._on_forgotten(request)
        _tell_each(self.ended, request.documents)
        self.told.emit(f"{self._words(forgotten, request.documents, request.title)} {request.left}".rstrip())

    def _on_forgotten(self, request: _Request) -> None:
        self._edits.report_again()
        self._shelf.forgotten(request.documents)
        self.edits_forgotten.emit(request.concerned)
        _tell_each(self.forgotten, request.documents)

    def _words(self, forgotten: Forgotten | None, documents: Sequence[Path] | None, title: str) -> str:
        if forgotten is None:
            return self.tr("Nothing was forgotten: the translation memory cannot be written to.")
        if not forgotten.complete:
            return self.tr(
                "Parts of the text are still in the file because another program is using it or the disk is full. "
                "Try again later."
            )
        if documents is None:
            words = self.tr("Everything was forgotten.")
        elif len(documents) == 1:
            words = self.tr("“{title}” was forgotten.").format(title=title)
        else:
            words = self.tr("%Ln document(s) were forgotten.", "", len(documents))
        if not forgotten.open_elsewhere:
            return words
        again = self.tr(
            "Another Tospalt window has one of these documents open. What you do there will be remembered again."
        )
        return f"{words} {again}"


def _tell_each(signal: SignalInstance, documents: Sequence[Path] | None) -> None:
    for document in documents if documents is not None else (None,):
        signal.emit(document)


def _plan_entries(entries: Sequence[Entry], plan: _Plan, data: Path, cancelled: Callable[[], bool]) -> _Planned:
    """On a file thread: plan forgetting documents, each in every language that it may have been read in."""
    failed = list[tuple[Entry, DocumentError]]()
    made = plan(_read_each(entries, failed, cancelled), cancelled)
    # Of pasted texts that cannot be read only the files are left to delete; the file of another may be elsewhere, and
    # its entry leads there.
    lost = {entry.path for entry, _ in failed if is_pasted(entry.path)}
    others = tuple((entry, error) for entry, error in failed if entry.path not in lost)
    left = {entry.path for entry, _ in others}
    planned = tuple(entry for entry in entries if entry.path not in left)
    unread = tuple(path for path in made.unread if path not in lost)
    documents = tuple(entry.path for entry in planned)
    made = with_drafts(replace(made, documents=documents, unread=unread), data)
    return _Planned(planned, made, others)


def _read_each(
    entries: Sequence[Entry], failed: list[tuple[Entry, DocumentError]], cancelled: Callable[[], bool]
) -> Iterator[tuple[Document, _Pairs]]:
    """The documents as they are read, with their language pairs; those that cannot be are added to `failed`."""
    for entry in entries:
        if cancelled():
            raise CancelledError
        try:
            document = read_document(entry.path, choices_of(entry.encoding, entry.lines), cancelled=cancelled)
        except DocumentError as error:
            caught(error, "reading a document to forget it")
            failed.append((entry, error))
            continue
        source = entry.source or document.language
        codes = dict.fromkeys((source, read_as(source)))
        yield document, [pair for code in codes for pair in both_directions(code, entry.target)]
