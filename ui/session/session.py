"""The open document and what is being done with it: reading, translating, linking."""

from collections.abc import Callable
from threading import Event as Flag

from PySide6.QtCore import QObject, QTimer, Signal

from reader.engine import Engines
from reader.formats import read_document
from reader.library import Entry
from reader.memory import Memory
from reader.packages import find_packages
from reader.parallel import Event, PackagesChosen, ParallelText, Row, RowEvent, State
from reader.text import Document, other_language
from reader.translation import Pipeline, Stage, StageBegun, Substituted
from ui.session.loading import Prepared, count_words, prepare
from ui.session.progress import Pace, Progress, Tally
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

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
            pool.ended.connect(self._report_problems)  # any job may have used the memory
        self.engines = Engines()
        self._reading, self._measuring = Latest(file_pool, self), Latest(file_pool, self)
        self._working = Latest(engine_pool, self)
        self._stage = Stage.TRANSLATING
        self._cut_short = False  # whether words are linked no more because of a pause that came too late
        self._arrived: list[RowEvent] = []
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
        self._turning_to: tuple[str, str] | None = None  # the languages of the text that this one is left for
        self._pace = Pace()
        self._pausing = Flag()  # looked at by the engine's thread

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
            source = source or self.text.document.language
            self._turning_to = source, target or other_language(source)
            self._replace(self.text.document, *self._turning_to)

    @property
    def turning(self) -> bool:
        """Whether the text is left already for one in another direction."""
        return self._turning_to is not None

    @property
    def languages(self) -> tuple[str, str] | None:
        """From which language into which the open text is translated, or will be once it is prepared."""
        if self._turning_to is not None or self.text is None:
            return self._turning_to
        return self.text.source_language, self.text.target_language

    def _replace(self, document: Document, source: str, target: str) -> None:
        """Prepare the document anew; until that is done the text that is open stays."""
        self._reading.cancel()
        self.cancel()
        self._recalled = False  # what goes on meanwhile would go on with the text that is left
        self._prepare(lambda: document, source, target, self.visible_rows.start)

    def retranslate(self) -> None:
        """Translate the open document anew, with the packages that are installed by now; nobody leaves it."""
        if self.entry is not None and self.text is not None:
            self._replace(self.text.document, self.entry.source, self.entry.target)

    def close(self) -> None:
        """Leave the open document; its translation ends with the call of the model that is being worked on."""
        self.leaving.emit()
        for each in (self._reading, self._measuring, self._working):
            each.cancel()
        self._take_arrived()
        self.halted.emit()
        self.entry = self.text = self._tally = None
        self._turning_to = None
        self._pausing.clear()

    def shut_down(self) -> None:
        """Leave the open document, and start no work any more."""
        self._idle.stop()
        self.close()

    def _prepare(self, read: Callable[[], Document], source: str, target: str, near: int) -> None:
        """Get a text in the background, with what the memory knows of its translation."""
        self._reading.start(
            lambda job: prepare(job, read, source, target, self.memory, near),
            item=self._on_prepared,
            finished=self._on_all_prepared,
            failed=self._on_unreadable,
        )

    def _on_prepared(self, item: Prepared | list[RowEvent]) -> None:
        if isinstance(item, Prepared):
            self._take_arrived()  # it is of the text that was open
            self.text, self._tally = item.text, item.tally
            self._recalled = item.whole
            self._turning_to = None
            self.visible_rows = range(0)
            self.opened.emit(item.text)
            self.resume()  # at the end, if more is to come
        else:
            self._gather_up(item)

    def _on_all_prepared(self, _outcome: object) -> None:
        self._take_arrived()
        if (entry := self.entry) is not None and (text := self.text) is not None:
            self._measuring.start(
                lambda job: count_words(text.document, job.is_cancelled),
                finished=lambda words: self.measured.emit(entry, words),
            )
        if not self._recalled:
            self._recalled = True
            self.resume()

    def _on_unreadable(self, error: Exception) -> None:
        if self.entry is not None:
            self._turning_to, self._recalled = None, True
            self.unreadable.emit(self.entry, error)

    # Translating

    @property
    def translating(self) -> bool:
        """Whether a translation is under way."""
        return self._working.running and self._stage is Stage.TRANSLATING

    @guarded
    def cancel(self) -> None:
        """End the translation at once, or after a call of the model; what is done stays."""
        was_translating, was_paused = self.translating, self.paused
        self._working.cancel()
        self._pausing.clear()
        if was_translating:
            self._take_arrived()
        if was_translating or was_paused:
            self._report()
        self.halted.emit()

    @property
    def linking(self) -> bool:
        """Whether the text is all there and its words are being linked."""
        return self._working.running and self._stage is Stage.LINKING

    @property
    def paused(self) -> bool:
        """Whether the translation was paused, or is about to be when the batch in hand is done."""
        return self._pausing.is_set()

    @guarded
    def pause(self) -> None:
        """Let the translation rest until `resume`; the batch in hand is done anew then."""
        if self.translating:
            self._pausing.set()
            self._report()

    @guarded
    def resume(self) -> None:
        """Translate what is pending or failed, beginning with what is on screen; then words are linked."""
        if self.text is None or self._tally is None or not self._recalled or self.translating:
            if self.paused:  # the batch is still in hand: it will not rest after it
                self._pausing.clear()
                self._report()
            return
        self._pausing.clear()
        missing = self._tally.missing
        if missing or not self._working.running:
            self._begin(self.text.snapshot(), Stage.TRANSLATING if missing else Stage.LINKING)
        self._report()

    def _begin(self, text: ParallelText, stage: Stage) -> None:
        self._stage, self._cut_short = stage, False
        if stage is Stage.TRANSLATING:
            self._pace.begin()
        self._working.start(
            lambda job: self._work(job, text), item=self._on_event, finished=self._on_finished, failed=self._on_failed
        )

    def _work(self, job: Job, text: ParallelText) -> None:
        """On the engine's thread."""
        pipeline = Pipeline(find_packages(), self.engines, self.memory, lambda: job.is_cancelled() or self.paused)
        for event in pipeline.run(text, recalled=True, links=True, view=lambda: self.visible_rows):
            job.emit_item(event)

    def _on_event(self, event: Event | StageBegun | Substituted) -> None:
        assert self.text is not None
        match event:
            case PackagesChosen():
                self.text.apply(event)
                self.packages_changed.emit(self.text)
                self._pace.begin()  # loading them is not counted against their speed
            case Substituted(problem):
                self.notice.emit(self.tr("{problem} Another package is used instead.").format(problem=said(problem)))
            case StageBegun(stage):
                self._enter(stage)
            case _:
                self._gather_up([event])

    def _enter(self, stage: Stage) -> None:
        if stage is not self._stage:
            self._take_arrived()
            self._stage, self._cut_short = stage, self.paused
            self._pausing.clear()
            self._report()

    def edit(self, edited: Callable[[], list[RowEvent]]) -> None:
        """Let the user's edits show in the open text at once; what came before them is in it when `edited` is asked."""
        self._take_arrived()
        self._arrived = edited()
        self._take_arrived()

    def _gather_up(self, arrived: list[RowEvent]) -> None:
        self._arrived += arrived
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _take_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        self._gather.stop()
        if not arrived or self.text is None or self._tally is None:
            return
        changed = [(event.index, *self._take(self.text, self._tally, event)) for event in arrived]
        # A row that was only linked anew looks as before, unless its bold and italic went elsewhere.
        self._pace.add([row for _, old, row in changed if old.state is not State.DONE], self._tally.characters_left)
        self.rows_changed.emit([index for index, old, row in changed if _looks(row) != _looks(old)])
        self._report()
        self._report_problems()

    def _take(self, text: ParallelText, tally: Tally, event: RowEvent) -> tuple[Row, Row]:
        """The row before and after."""
        before = text.rows[event.index]
        text.apply(event)
        tally.change(before, text.rows[event.index])
        return before, text.rows[event.index]

    def _on_finished(self, _outcome: object) -> None:
        self._take_arrived()
        if self._stage is Stage.LINKING and not self._cut_short:
            self.settled.emit()
        elif self._stage is Stage.TRANSLATING and self.paused and self._tally is not None and self._tally.missing:
            self._report()
        else:  # a pause that was taken back, or came, too late is no end
            self.resume()

    def _on_failed(self, error: Exception) -> None:
        self._take_arrived()
        if self._stage is Stage.LINKING:  # links are a help: without better ones the text is as good
            self.settled.emit()
            return
        self._pausing.clear()
        self.halted.emit()
        self._report()
        self.stopped.emit(error)

    @guarded
    def _report_problems(self) -> None:
        while problem := self.memory.take_problem():
            self.problem.emit(localised(problem))

    @guarded
    def _unload_idle(self) -> None:
        if not self.translating:
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
