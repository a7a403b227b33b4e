"""Translating the open document, and linking its words."""

from collections.abc import Callable
from threading import Event as Flag

from PySide6.QtCore import QObject, Signal

from reader.errors import NoPackageError
from reader.heap import give_back
from reader.parallel import Event, PackagesChosen, ParallelText, Row, State
from reader.translation import PackageSubstituted, Stage, StageStarted
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.progress import Pace, Progress
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest


class Translation(QObject):
    """Begins as soon as the document is prepared. Results of a job that was replaced are discarded."""

    packages_changed = Signal(object)  # the ParallelText, now translated by other packages
    progressed = Signal(object)  # Progress
    stopped = Signal(object)  # the exception that ended the translation
    settled = Signal()  # everything is translated and its words are linked
    halted = Signal()  # the translation was stopped, or the document left
    notice = Signal(str)  # about the user's request

    def __init__(self, document: OpenDocument, pool: Pool, pipelines: Pipelines, asides: Asides) -> None:
        """Translate the text open in `document`; `pool` has the single thread that the `pipelines` run on.

        What is waiting in `asides` gets its turn between batches, once what is on screen is translated.
        """
        super().__init__()
        self._asides = asides
        self._document, self._pipelines = document, pipelines
        self._working = Latest(pool, self)
        self._stage = Stage.TRANSLATING
        self._possible = True  # whether there was a package at the last try
        self._cut_short = False  # whether linking was ended by a pause meant for translating
        self._pace = Pace()
        self._pausing = Flag()  # read by the engine's thread
        document.prepared.connect(self.resume)
        document.updated.connect(self._on_updated)
        document.replacing.connect(self.cancel)
        document.closing.connect(self._on_closing)

    @property
    def translating(self) -> bool:
        """Whether a translation is under way."""
        return self._working.running and self._stage is Stage.TRANSLATING

    @property
    def linking(self) -> bool:
        """Whether everything is translated and words are being linked."""
        return self._working.running and self._stage is Stage.LINKING

    @property
    def paused(self) -> bool:
        """Whether translation is paused, or will be after the current batch."""
        return self._pausing.is_set()

    @guarded
    def cancel(self) -> None:
        """End the translation at once, or after the current call of the model; what is done stays."""
        was_translating, was_paused = self.translating, self.paused
        self._working.cancel()
        self._pausing.clear()
        if was_translating:
            self._document.take_arrived()
        if was_translating or was_paused:
            self._report()
        self.halted.emit()

    @guarded
    def pause(self) -> None:
        """Pause the translation until `resume`; the current batch is then repeated."""
        if self.translating:
            self._pausing.set()
            self._report()

    @guarded
    def resume(self) -> None:
        """Translate pending and failed rows, beginning with those on screen, then link words."""
        text = self._document.text
        if text is None or not self._document.is_prepared or self.translating:
            if self.paused:  # the batch is still running: it will not pause after it
                self._pausing.clear()
                self._report()
            return
        self._pausing.clear()
        if self._missing or not self._working.running:
            self._begin(text.snapshot(), Stage.TRANSLATING if self._missing else Stage.LINKING)
        self._report()

    @guarded
    def change(self, change: Callable[[], None]) -> None:
        """Make a change to what is to be translated, and go on with that, unless paused.

        The translation does not stop for it: files that wait for its end are written then.
        """
        if self.paused:
            change()
            return
        self._working.cancel()
        change()
        self.resume()

    @guarded
    def _on_closing(self) -> None:
        """The current call of the model is the last."""
        self._working.cancel()
        self._document.take_arrived()
        self.halted.emit()
        self._pausing.clear()

    def _begin(self, text: ParallelText, stage: Stage) -> None:
        self._stage, self._cut_short, self._possible = stage, False, True
        if stage is Stage.TRANSLATING:
            self._pace.begin()
        self._working.start(
            lambda job: self._work(job, text), item=self._on_event, finished=self._on_finished, failed=self._on_failed
        )

    def _work(self, job: Job, text: ParallelText) -> None:
        """On the engine's thread."""
        pipeline = self._pipelines.new(lambda: job.is_cancelled() or self.paused)
        try:
            for event in pipeline.run(text, recalled=True, links=True, view=lambda: self._document.visible_rows):
                job.emit_item(event)
                self._let_others(text)
        finally:
            give_back()

    def _let_others(self, text: ParallelText) -> None:
        """On the engine's thread: short work gets its turn, unless something on screen waits for its translation."""
        seen = (text.rows[row] for row in self._document.visible_rows if row < len(text.rows))
        if not any(row.state is State.PENDING for row in seen):
            self._asides.take_turn()

    def _on_event(self, event: Event | StageStarted | PackageSubstituted) -> None:
        match event:
            case PackagesChosen():
                self._take_packages(event)
            case PackageSubstituted(problem):
                self.notice.emit(self.tr("{problem} Another package is used instead.").format(problem=said(problem)))
            case StageStarted(stage):
                self._enter(stage)
            case _:
                self._document.gather([event])

    def _take_packages(self, event: PackagesChosen) -> None:
        text = self._document.text
        assert text is not None
        text.apply(event)
        self.packages_changed.emit(text)
        self._pace.begin()  # loading them does not count as translation time

    def _enter(self, stage: Stage) -> None:
        if stage is not self._stage:
            self._document.take_arrived()
            self._stage, self._cut_short = stage, self.paused
            self._pausing.clear()
            self._report()

    def _on_finished(self, _outcome: object) -> None:
        self._document.take_arrived()
        if self._stage is Stage.LINKING and not self._cut_short:
            self.settled.emit()
        elif self._stage is Stage.TRANSLATING and self.paused and self._missing:
            self._report()
        else:  # a pause that was withdrawn, or came, too late is no end
            self.resume()

    def _on_failed(self, error: Exception) -> None:
        self._document.take_arrived()
        if self._stage is Stage.LINKING:  # links are optional: without better ones the text is as good
            self.settled.emit()
            return
        self._pausing.clear()
        self._possible = not isinstance(error, NoPackageError)
        self.halted.emit()
        self._report()
        self.stopped.emit(error)

    # Progress

    @property
    def _missing(self) -> int:
        """The number of rows to translate."""
        tally = self._document.tally
        return tally.missing if tally is not None else 0

    @guarded
    def _on_updated(self, changed: list[tuple[Row, Row]]) -> None:
        if (tally := self._document.tally) is not None:
            done = [row for old, row in changed if old.state is not State.DONE and row.state is State.DONE]
            self._pace.add(done, tally.characters_left)
        self._report()

    def _report(self) -> None:
        if (tally := self._document.tally) is None:
            return
        pace = self._pace
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
                tally.left,
                self._possible,
            )
        )
