"""What edits need of the engine: their words linked, and sentences that are edited no more translated."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.editing.change import Change, spread
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool


class SentenceJobs(QObject):
    """One job a sentence; what is to be translated is given up with the document that it was asked for in."""

    linked = Signal(object)  # a Change, its words linked better than before
    found = Signal(int, object)  # a row, and the Change that shows the machine's translation in it
    translated = Signal()  # all rows of a sentence were found, or none
    failed = Signal(object)  # the exception: a sentence cannot be translated

    def __init__(self, document: OpenDocument, pipelines: Pipelines, pool: Pool) -> None:
        """For the texts that are opened in `document`; `pool` has the one thread that the `pipelines` are run on."""
        super().__init__()
        self._pipelines, self._pool = pipelines, pool
        self._translating: set[Job] = set()
        document.leaving.connect(self._cancel)

    def link(self, change: Change) -> None:
        """Link the words of an edit anew."""
        job = Job(lambda job: self._linked(job, change))
        job.finished.connect(guarded(lambda _, better: self._on_linked(better)))
        # Links are a help: the edit is as good without better ones.
        self._pool.start(job)

    def _linked(self, job: Job, change: Change) -> Change | None:
        """On the engine's thread: the change with its words linked anew; None if they are as they were."""
        spot, pipeline = change.spot, self._pipelines.new(job.is_cancelled)
        new = pipeline.link_edit(spot.text, spot.sentence, change.translation)
        return replace(change, translation=new) if new != change.translation else None

    def _on_linked(self, better: Change | None) -> None:
        if better is not None:
            self.linked.emit(better)

    def translate(self, change: Change, *, remember: bool = True) -> None:
        """Have the machine's translation shown in place of an edit; `remember` it unless it is to be forgotten."""
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
        """The document is left, and may be forgotten: nothing of it is translated any more."""
        for job in self._translating:
            job.cancel()
