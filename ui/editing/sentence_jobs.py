"""What edits need from the engine: linking their words, and translating sentences whose edits are gone."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.editing.change import Change, spread
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool


class SentenceJobs(QObject):
    """One job per sentence; translations are cancelled when the document they were requested in is left."""

    linked = Signal(object)  # a Change with better word links
    found = Signal(int, object)  # a row, and the Change with the machine translation to show in it
    translated = Signal()  # all rows of a sentence were found, if any
    failed = Signal(object)  # the exception: a sentence cannot be translated

    def __init__(self, document: OpenDocument, pipelines: Pipelines, pool: Pool) -> None:
        """Serve the texts opened in `document`; `pool` has the single thread that the `pipelines` run on."""
        super().__init__()
        self._pipelines, self._pool = pipelines, pool
        self._translating: set[Job] = set()
        document.leaving.connect(self._cancel)

    def link(self, change: Change) -> None:
        """Link the words of an edit again."""
        job = Job(lambda job: self._linked(job, change))
        job.finished.connect(guarded(lambda _, better: self._on_linked(better)))
        # Links are optional: the edit is fine without better ones.
        self._pool.start(job)

    def _linked(self, job: Job, change: Change) -> Change | None:
        """On the engine's thread: the change with its words linked again; None if the links are unchanged."""
        spot, pipeline = change.spot, self._pipelines.new(job.is_cancelled)
        new = pipeline.link_edit(spot.text, spot.sentence, change.translation)
        return replace(change, translation=new) if new != change.translation else None

    def _on_linked(self, better: Change | None) -> None:
        if better is not None:
            self.linked.emit(better)

    def translate(self, change: Change, *, remember: bool = True) -> None:
        """Show the machine translation in place of an edit; `remember` it unless it is to be forgotten."""
        job = Job(lambda job: self._translate(job, change, remember))
        self._translating.add(job)
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda job, _=None: self._translating.discard(job)))
        job.item.connect(guarded(lambda _, item: self.found.emit(*item)))
        job.finished.connect(guarded(lambda _, _result: self.translated.emit()))
        job.failed.connect(guarded(lambda _, error: self.failed.emit(error)))
        self._pool.start(job)

    def _translate(self, job: Job, change: Change, remember: bool) -> None:
        """On the engine's thread."""
        spot, pipeline = change.spot, self._pipelines.new(job.is_cancelled)
        found = pipeline.translate_sentence(spot.text, spot.sentence, remember=remember)
        if found is not None:
            spread(job, replace(change, translation=found))

    @guarded
    def _cancel(self) -> None:
        """The document is left, and may be forgotten: stop translating its sentences."""
        for job in self._translating:
            job.cancel()
