"""The open document and what is being done with it: reading, translating, linking."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from reader.engine import Engines, opposite
from reader.errors import PackageError
from reader.formats import read_document
from reader.library import Entry
from reader.memory import Memory
from reader.packages import LanguagePackage, find_packages, identity_of
from reader.parallel import ParallelText, Row, State
from reader.text import Document
from reader.translation import Translated, refine, translate, unlinked
from ui.session.loading import Measured, Prepared, prepare
from ui.session.progress import Pace, Progress, Tally
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Job, Pool

__all__ = ["Progress", "Workspace"]

# Rows arrive in bursts; the window takes them together, at most this often.
_GATHER_MS = 30
# An engine that nobody has used for so long is unloaded; how often that is looked at.
_IDLE_S = 300
_IDLE_CHECK_MS = 60_000


class Workspace(QObject):
    """One open document. All work is done by jobs; results of a job that was replaced never show."""

    opening = Signal(object)  # Entry
    leaving = Signal()  # the user is about to leave the text that is open
    opened = Signal(object)  # ParallelText
    packages_changed = Signal(object)  # the ParallelText that others translate now
    measured = Signal(object, int)  # Entry, words
    unreadable = Signal(object, object)  # Entry, the exception
    rows_changed = Signal(list)  # indices of rows
    progressed = Signal(object)  # Progress
    stopped = Signal(object)  # the exception that ended the translation
    settled = Signal()  # everything is translated and its words are linked
    halted = Signal()  # the translation was stopped, or the document left
    notice = Signal(str)  # on what was asked for
    problem = Signal(str)  # with the memory: to be said until the user closes it

    def __init__(self, engine_pool: Pool, file_pool: Pool, edit_pool: Pool, memory: Memory) -> None:
        """A workspace with nothing open.

        `engine_pool` and `edit_pool` have one thread each, `memory` knows what was translated before.
        """
        super().__init__()
        self.memory = memory
        self.entry: Entry | None = None
        self.text: ParallelText | None = None
        self.visible_rows = range(0)  # set by the reading view, read by the engine's thread
        self.engine_pool, self.file_pool, self.edit_pool = engine_pool, file_pool, edit_pool
        for pool in (engine_pool, file_pool, edit_pool):
            pool.ended.connect(self._tell_problems)  # any job may have used the memory
        self.engines = Engines()
        self._reading: Job | None = None
        self._translating: Job | None = None
        self._linking: Job | None = None
        self._arrived: list[Translated] = []
        self._gather = QTimer(self)
        self._gather.setInterval(_GATHER_MS)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._take_arrived)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_CHECK_MS)
        self._idle.timeout.connect(self._unload_idle)
        self._idle.start()
        self._tally: Tally | None = None
        self._recalled = False  # whether all that is remembered of the text is in it
        self.turning = False  # whether the text is left already for one in another direction
        self._pace = Pace()
        self._pausing = Event()  # looked at by the engine's thread

    # Opening

    def open(self, entry: Entry) -> None:
        """Read the document of `entry`, show it and begin to translate it."""
        self.opening.emit(entry)
        self.close()
        self.entry = entry
        self._prepare(lambda: read_document(entry.path), entry.source, entry.target, entry.row)

    def set_languages(self, source: str, target: str) -> None:
        """Translate the open document from `source` to `target` instead; "" leaves the choice to the text."""
        if self.text is not None:
            self.leaving.emit()
            self.turning = True
            self._replace(self.text.document, source, target)

    def _replace(self, document: Document, source: str, target: str) -> None:
        """Prepare the document anew; until that is done the text that is open stays."""
        if self._reading is not None:
            self._reading.cancel()
        self.cancel()
        self._prepare(lambda: document, source, target, self.visible_rows.start)

    def retranslate(self) -> None:
        """Translate the open document anew, with the packages that are installed by now; nobody leaves it."""
        if self.entry is not None and self.text is not None:
            self._replace(self.text.document, self.entry.source, self.entry.target)

    def close(self) -> None:
        """Leave the open document; its translation ends with the call of the model that is being worked on."""
        self.leaving.emit()
        for job in (self._reading, self._translating, self._linking):
            if job is not None:
                job.cancel()
        self._take_arrived()
        self.halted.emit()
        self._reading = self._translating = self._linking = None
        self.entry = self.text = self._tally = None
        self.turning = False
        self._pausing.clear()

    def shut_down(self) -> None:
        """Leave the open document, and start no work any more."""
        self._idle.stop()
        self.close()

    def _prepare(self, read: Callable[[], Document], source: str, target: str, near: int) -> None:
        """Get a text in the background, with what the memory knows of its translation."""
        self._reading = Job(lambda job: prepare(job, read, source, target, self.memory, near))
        self._reading.item.connect(self._on_prepared)
        self._reading.finished.connect(self._on_all_prepared)
        self._reading.failed.connect(self._on_unreadable)
        self.file_pool.start(self._reading)

    @guarded
    def _on_prepared(self, job: Job, item: Prepared | Measured | list[Translated]) -> None:
        if job is not self._reading:
            return
        if isinstance(item, Prepared):
            self.text, self._tally = item.text, item.tally
            self._recalled = item.whole
            self.turning = False
            self.visible_rows = range(0)
            self.opened.emit(item.text)
            self.resume()  # at the end, if more is to come
        elif isinstance(item, Measured):
            self.measured.emit(self.entry, item.words)
        else:
            self._gather_up(item)

    @guarded
    def _on_all_prepared(self, job: Job, _outcome: object) -> None:
        if job is self._reading:
            self._take_arrived()
            self._reading = None
            if not self._recalled:
                self._recalled = True
                self.resume()

    @guarded
    def _on_unreadable(self, job: Job, error: Exception) -> None:
        if job is self._reading and self.entry is not None:
            self._reading = None
            self.turning = False
            self.unreadable.emit(self.entry, error)

    # Translating

    @property
    def translating(self) -> bool:
        """Whether a translation is under way."""
        return self._translating is not None

    @guarded
    def cancel(self) -> None:
        """End the translation at once, or after a call of the model; what is done stays."""
        if self._linking is not None:
            self._linking.cancel()
            self._linking = None
        was_paused = self.paused
        self._pausing.clear()
        if self._translating is not None:
            self._translating.cancel()
            self._take_arrived()
            self._translating = None
            self._report()
        elif was_paused:
            self._report()
        self.halted.emit()

    @property
    def linking(self) -> bool:
        """Whether the text is all there and its words are being linked."""
        return self._linking is not None

    @property
    def paused(self) -> bool:
        """Whether the translation was paused, or is about to be when the batch in hand is done."""
        return self._pausing.is_set()

    @guarded
    def pause(self) -> None:
        """Let the translation rest until `resume`; the batch in hand is done anew then."""
        if self._translating is not None:
            self._pausing.set()
            self._report()

    @guarded
    def resume(self) -> None:
        """Translate what is pending or failed, beginning with what is on screen."""
        if self.text is None or self._tally is None or not self._recalled or self._translating is not None:
            if self.paused:  # the batch is still in hand: it will not rest after it
                self._pausing.clear()
                self._report()
            return
        self._pausing.clear()
        if not self._tally.pending and not self._tally.failed:
            self._report()
            self._link([])
            return
        self._pace.begin()
        text, rows = self.text, list(self.text.rows)
        self._translating = Job(lambda job: self._translate(job, text, rows))
        self._translating.item.connect(self._on_item)
        self._translating.finished.connect(self._on_translated)
        self._translating.failed.connect(self._on_translation_failed)
        self._report()
        self.engine_pool.start(self._translating)

    def _translate(self, job: Job, text: ParallelText, rows: list[Row]) -> list[Translated]:
        """On the engine's thread."""
        installed = find_packages()
        packages, engine, problem = self.engines.load(
            installed, text.source_language, text.target_language, job.is_cancelled
        )
        job.emit_item(packages)
        if problem is not None:
            job.emit_item(problem)
        finished = translate(
            rows,
            text.source_language,
            engine,
            view=lambda: self.visible_rows,
            cancelled=lambda: job.is_cancelled() or self._pausing.is_set(),
            memory=self.memory,
            package=identity_of(packages),
            linking=opposite(packages, installed) is None,
            target=text.target_language,
        )
        done = []
        for translated in finished:
            job.emit_item(translated)
            done.append(translated)
        return done

    @guarded
    def _on_item(self, job: Job, item: tuple[LanguagePackage, ...] | PackageError | Translated) -> None:
        if job is not self._translating or self.text is None:
            return
        if isinstance(item, PackageError):
            self.notice.emit(self.tr("{problem} Another package translates instead.").format(problem=said(item)))
            return
        if isinstance(item, tuple):
            self.text.packages = item
            self.packages_changed.emit(self.text)
            self._pace.begin()  # loading them is not counted against their speed
            return
        self._gather_up([item])

    def replace_rows(self, rows: list[Translated]) -> None:
        """Put other rows into the open text at once: the user has worded a sentence anew."""
        self._arrived += rows
        self._take_arrived()

    def _gather_up(self, arrived: list[Translated]) -> None:
        self._arrived += arrived
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _take_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        self._gather.stop()
        if not arrived or self.text is None or self._tally is None:
            return
        before = [self.text.rows[translated.index] for translated in arrived]
        self._tally.change(self.text, arrived)
        self.text.apply((translated.index, translated.row) for translated in arrived)
        # A row that was only linked anew looks as before, unless its bold and italic went elsewhere.
        both = list(zip(arrived, before, strict=True))
        self._pace.add([t.row for t, old in both if old.state is not State.DONE], self._tally.characters_left)
        self.rows_changed.emit([t.index for t, old in both if _looks(t.row) != _looks(old)])
        self._report()
        self._tell_problems()

    @guarded
    def _on_translated(self, job: Job, done: list[Translated]) -> None:
        if job is not self._translating or self.text is None:
            return
        self._take_arrived()
        self._translating = None
        if self._rest_or_go_on():
            return
        self._report()
        self._link(done)

    def _rest_or_go_on(self) -> bool:
        """Whether the work ended at a pause; a pause that was taken back too late to be seen is no end."""
        if self._tally is None or not self._tally.pending:
            self._pausing.clear()
            return False
        if self.paused:
            self._report()
        else:
            self.resume()
        return True

    def _link(self, done: list[Translated]) -> None:
        """Link the words of what was just `done` and of what never was, now that all the text is there."""
        assert self.text is not None
        if self._linking is not None:
            return
        packages, rows = self.text.packages, list(self.text.rows)
        self._linking = Job(lambda job: self._relink(job, packages, rows, done))
        self._linking.item.connect(self._on_linked)
        self._linking.finished.connect(self._on_all_linked)
        # Links are a help: without better ones the text is as good.
        self._linking.failed.connect(self._on_all_linked)
        self.engine_pool.start(self._linking)

    def _relink(self, job: Job, packages: tuple[LanguagePackage, ...], rows: list[Row], done: list[Translated]) -> None:
        """On the engine's thread."""
        fresh = {translated.index for translated in done}
        done = done + [translated for translated in unlinked(rows) if translated.index not in fresh]
        if not done:
            return
        engines = self.engines.for_links(packages, find_packages(), job.is_cancelled)
        if engines is None:
            return
        identity = identity_of(packages)
        for translated in refine(done, *engines, cancelled=job.is_cancelled, memory=self.memory, package=identity):
            job.emit_item(translated)

    @guarded
    def _on_linked(self, job: Job, translated: Translated) -> None:
        if job is self._linking:
            # Only the links are new: what has happened to the row meanwhile stays.
            assert self.text is not None
            row, current = translated.row, self.text.rows[translated.index]
            as_before = [pair.edited for pair in row.sentences] == [pair.edited for pair in current.sentences]
            if row.target == current.target and as_before:
                linked = replace(current, sentences=row.sentences, marks=row.marks)
                self._gather_up([Translated(translated.index, linked)])

    @guarded
    def _on_all_linked(self, job: Job, _outcome: object) -> None:
        if job is self._linking:
            self._linking = None
            self.settled.emit()

    @guarded
    def _on_translation_failed(self, job: Job, error: Exception) -> None:
        if job is not self._translating:
            return
        self._take_arrived()
        self._translating = None
        self._pausing.clear()
        self.halted.emit()
        self._report()
        self.stopped.emit(error)

    @guarded
    def _tell_problems(self) -> None:
        while problem := self.memory.take_problem():
            self.problem.emit(localised(problem))

    @guarded
    def _unload_idle(self) -> None:
        if self._translating is None:
            self.engine_pool.start(Job(lambda _: self.engines.unload_idle(_IDLE_S)))

    def _report(self) -> None:
        if self._tally is None:
            return
        tally, pace = self._tally, self._pace
        left = pace.seconds_left if self.translating else None
        self.progressed.emit(
            Progress(
                tally.total - tally.pending,
                tally.total,
                tally.failed,
                pace.words_per_second,
                self.translating,
                left,
                self.paused,
            )
        )


def _looks(row: Row) -> tuple[object, ...]:
    return row.state, row.target, row.marks, row.reason, [(pair.edited, pair.warnings) for pair in row.sentences]
