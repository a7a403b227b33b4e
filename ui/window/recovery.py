"""Recovery after an unexpected end: what is open is recorded, and reopened by the next run, which tells the user."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from reader.drafts import Draft, Drafts
from reader.library import Entry
from reader.paths import DRAFTS_FOLDER, RUNNING_FOLDER
from reader.running import Reading, Running
from reader.unwritten import Unwritten
from ui.editing.edit_keeper import EditKeeper
from ui.session.kept_values import KeptValues
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.window.draft_offers import DraftOffers
from ui.window.main_window import MainWindow

# How often to check whether the position has changed.
_LOOK_MS = 2000
# How long the window waits for the record to be written when nothing is open any more, in seconds.
_PATIENCE_S = 1.0


class UnsavedJudgements(Protocol):
    """What the user thinks of translations that is not on the disk yet."""

    @property
    def unsaved_changed(self) -> SignalInstance:
        """It may have changed."""

    @property
    def records(self) -> Sequence[Unwritten]:
        """It, as it is recorded."""

    def take_over(self, records: Sequence[Unwritten]) -> object:
        """Write what other runs of the program could not; not all of it need be of this kind."""


class Recovery(QObject):
    """Records the position in the open document, text being typed and what is not saved, in case it is killed."""

    joined = Signal(bool)  # it is known now: whether an earlier run ended unexpectedly

    def __init__(
        self,
        data: Path,
        document: OpenDocument,
        edits: EditKeeper,
        judged: Sequence[UnsavedJudgements],
        kept: KeptValues,
        called: Callable[[Path], str],
        copy_report: Callable[[int], object],
    ) -> None:
        """Nothing is recorded before `attach` and `begin`; `pool` is to be finished before `end`.

        Recorded are also the `edits`, what is `judged` and what is `kept` for documents that are not on the disk.
        `called` tells what the document of a file is called; `copy_report` copies a report on an ended process, given
        its number.
        """
        super().__init__()
        self._called, self._copy_report = called, copy_report
        self._data, self._document, self._edits, self._judged = data, document, edits, judged
        self._values = kept
        self.pool = Pool("drafts", 1)  # its own: typed text must not wait for a blocked memory
        self._drafts = Drafts(data / DRAFTS_FOLDER)
        self._offers = DraftOffers(self._drafts, self.pool, document, called)
        self._offers.changed.connect(self.keep)
        self._window: MainWindow | None = None
        self._running: Running | None = None
        self._kept: Reading | None = None  # what was recorded last, or is about to be
        self._again = ""  # the reopened document, until the user does something in it
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.timeout.connect(self._offers.look)
        edits.unsaved_changed.connect(self.keep)
        kept.unsaved_changed.connect(self.keep)
        for each in judged:
            each.unsaved_changed.connect(self.keep)
        document.opening.connect(self.keep)
        document.opened.connect(self.keep)

    def attach(self, window: MainWindow) -> None:
        """Use this window from now on."""
        self._window = window
        window.reading_view.caret_moved.connect(self._on_acted)
        self._offers.attach(window.documents, window.editing, window.notices)
        window.documents.closed.connect(self._on_closed)

    def begin(self, *, reopen: bool = True) -> None:
        """Check whether an earlier run ended unexpectedly and, with `reopen`, reopen what it had open."""
        job = Job(lambda _: self._joined())
        job.finished.connect(guarded(lambda _, found: self._on_joined(found[0], found[1], reopen)))
        self.pool.start(job)

    def end(self, *, safe: bool = True) -> None:
        """The program ends as expected; unless all is `safe`, the typed text stays for the next run to find.

        So do judgements and what else could not be written, of which the user is told nothing then.
        """
        self._timer.stop()
        self._offers.end()
        if (running := self._running) is not None:
            judgements, values = self._judgements, self._values.records
            if not safe:
                running.keep(self._reading(running))
            elif judgements or values:
                running.keep(Reading(running.process, judgements=judgements, values=values, quit=True))
            running.leave(found_again=not safe or bool(judgements or values))

    @guarded
    def offer_kept(self, document: Path | None) -> None:
        """Offer again what was typed for a document that was forgotten without the user's edits."""
        self._offers.offer_kept(document)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before: what was typed for it is of that."""
        self._offers.follow(before.path, now.path)

    def put_aside(self) -> bool:
        """Store text being typed as a draft when the program is ended from outside; returns whether it is safe."""
        return self._offers.put_aside()

    def _joined(self) -> tuple[Running, list[tuple[Path, Draft]]]:
        """On the pool's thread, as it flushes to the disk."""
        running = Running(self._data / RUNNING_FOLDER, self._drafts.take_over)
        return running, self._still_unsaved(list(self._drafts))

    def _still_unsaved(self, found: Sequence[tuple[Path, Draft]]) -> list[tuple[Path, Draft]]:
        """The drafts but those that were saved before their program could record that, which are not kept."""
        saved = self._edits.saved_of([draft for _, draft in found]) if found else ()
        for file, draft in found:
            if draft in saved:
                self._drafts.drop(file)
        return [each for each in found if each[1] not in saved]

    def _on_joined(self, running: Running, drafts: list[tuple[Path, Draft]], reopen: bool) -> None:
        """Tell of what was left behind: the latest draft is shown first, and older ones last."""
        self._running = running
        for each in self._judged:
            each.take_over(running.judgements)
        self._values.take_over(running.values)
        self._timer.start()
        for file, draft in drafts[:-1]:
            self._offers.offer_found(file, draft)
        if running.ended:
            with_document = (reading for reading in running.ended if reading.document)
            ended = next(with_document, running.ended[0])
            if ended.document and reopen and not ended.again and self._document.entry is None:
                self._reopen(ended)
            self._tell(ended, reopen)
        for file in running.damaged:
            self._tell_damaged(file)
        for file, draft in drafts[-1:]:
            self._offers.offer_found(file, draft)
        self.keep()
        self.joined.emit(bool(running.ended))

    @guarded
    def keep(self) -> None:
        """Record the current state, on the pool's thread."""
        running, taken_up = self._running, self._offers.taken_up.copy()
        if running is not None and ((reading := self._reading(running)) != self._kept or taken_up):
            self._kept = reading
            job = Job(lambda _: self._written(running, reading, taken_up))
            job.finished.connect(guarded(lambda _, safe: self._on_kept(reading, safe, taken_up)))
            self.pool.start(job)

    @guarded
    def _on_closed(self) -> None:
        """Replace the record at once: another thread may forget the closed document, which must not be named then."""
        self.keep()
        self.pool.flush(_PATIENCE_S)

    def _written(self, running: Running, reading: Reading, taken_up: set[Path]) -> bool:
        """On the pool's thread."""
        safe = running.keep(reading)
        for file in taken_up if safe else ():
            self._drafts.drop(file)
        return safe

    def _on_kept(self, reading: Reading, safe: bool, taken_up: set[Path]) -> None:
        if safe:
            self._offers.taken_up -= taken_up
            self._offers.release(taken_up)
        elif self._kept == reading:
            self._kept = None  # to be written at the next check

    @guarded
    def _on_acted(self) -> None:
        self._again = ""

    @property
    def _judgements(self) -> tuple[Unwritten, ...]:
        return tuple(record for each in self._judged for record in each.records)

    def _reading(self, running: Running) -> Reading:
        # Edits that could not be written stay in the record until they are, whatever is open by then.
        nothing_open = Reading(
            running.process, unsaved=self._edits.drafts, judgements=self._judgements, values=self._values.records
        )
        if self._window is None or (place := self._window.documents.reading_position()) is None:
            return nothing_open
        entry, row, share = place
        again = self._again == str(entry.path)
        open_ = replace(nothing_open, document=str(entry.path), row=row, share=round(share, 3), again=again)
        if (draft := self._window.editing.draft) is None:
            return open_
        return replace(open_, draft=draft.words, draft_row=draft.row, draft_sentence=draft.sentence)

    def _tell_damaged(self, file: Path) -> None:
        words = self.tr(
            "The record of what was open when Tospalt quit unexpectedly was damaged. It was kept as “{file}”."
        )
        assert self._window is not None
        words = words.format(file=file)
        self._window.notices.say(words, lasting=True, again=lambda _: self._tell_damaged(file))

    def _reopen(self, ended: Reading) -> None:
        assert self._window is not None
        self._again = ended.document
        self._window.documents.open_again(Path(ended.document), ended.row, ended.share)

    def _tell(self, ended: Reading, reopen: bool) -> None:
        assert self._window is not None
        about = Path(ended.document) if ended.document else None
        if about is not None and ended.again and reopen:  # the document may be the cause
            words = self.tr(
                "Tospalt quit unexpectedly again while “{name}” was open, so the document was not reopened. To "
                "try again, choose it in the library."
            )
        elif about is not None:
            words = self.tr("Tospalt quit unexpectedly last time, while “{name}” was open.")
        else:
            words = self.tr("Tospalt quit unexpectedly last time.")
        named = lambda path: words.format(name=self._called(path) if path is not None else "")  # noqa: E731
        report = self.tr("Copy report")
        copy = partial(self._copy_report, ended.process)
        again = lambda _: self._tell(ended, reopen)  # noqa: E731
        self._window.notices.say(named, report, copy, lasting=True, about=about, again=again)
