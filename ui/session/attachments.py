"""What stands with a translation where it is asked for: it translated back, and a reference translation."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.formats import read_document
from reader.parallel import ParallelText, ReferenceAligned, RowTranslatedBack
from reader.reference import align
from reader.translation import StageStarted
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest

# Rows that the window takes at once: so few that it does not stop.
_AT_ONCE = 500


class Attachments(QObject):
    """Places beside the open text what is wanted there. One request at a time: a new one replaces the one before."""

    progressed = Signal(int, int)  # rows translated back, of how many
    ready = Signal()  # what was asked for last is there
    failed = Signal(object)  # the exception; what was asked for last is not there

    def __init__(self, document: OpenDocument, translation: Translation, pools: Pools, pipelines: Pipelines) -> None:
        """For whatever text is open in `document`, until its `translation` is halted."""
        super().__init__()
        self._document, self._pipelines = document, pipelines
        self._aligning, self._translating = Latest(pools.files, self), Latest(pools.engine, self)
        self._back = False
        self._done = self._total = 0
        self._placed: tuple[Path, int] | None = None  # the reference, and how many rows were not translated then
        self.problems: list[str] = []  # why rows could not be translated back
        document.opened.connect(self._on_opened)
        translation.halted.connect(self.cancel)

    @property
    def reference(self) -> Path | None:
        """The reference translation that is placed beside the open text."""
        return self._placed[0] if self._placed is not None else None

    def provide(self, *, back: bool, reference: Path | None) -> None:
        """See to it that these stand with the open text; ends with `ready` or `failed`.

        Args:
            back: whether the translation is to be translated back.
            reference: a document with a reference translation, or None. What was placed before stays until another is.
        """
        self.cancel()
        text = self._document.text
        if text is None:
            return
        self._back = back
        if reference is not None and self._placed != (reference, len(text.outstanding())):
            self._place(text.snapshot(), reference)
        else:
            self._go_back()

    @property
    def busy(self) -> bool:
        """Whether something is being provided."""
        return self._aligning.running or self._translating.running

    @guarded
    def cancel(self) -> None:
        """Give up what is under way; neither `ready` nor `failed` comes."""
        self._aligning.cancel()
        self._translating.cancel()

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self.cancel()
        self._placed = None

    # A reference translation

    def _place(self, text: ParallelText, reference: Path) -> None:
        def placed(_outcome: object) -> None:
            self._placed = reference, len(text.outstanding())
            self._go_back()

        self._aligning.start(
            lambda job: _align(job, text, reference), item=self._on_placed, finished=placed, failed=self.failed.emit
        )

    def _on_placed(self, part: list[ReferenceAligned]) -> None:
        if (text := self._document.text) is not None:
            for event in part:
                text.apply(event)

    # Translated back

    def _go_back(self) -> None:
        text = self._document.text
        if not self._back or text is None:
            self.ready.emit()
            return
        self.problems = []
        self._go_on_back(text)

    def _go_on_back(self, text: ParallelText) -> None:
        snapshot = text.snapshot()
        self._translating.start(
            lambda job: self._translate_back(job, snapshot),
            item=self._on_back,
            finished=lambda _: self._on_gone_back(text, snapshot),
            failed=self.failed.emit,
        )
        self._tell_begun(len(snapshot.rows_without_back_translation()))  # at once, for other work may go first

    def _on_gone_back(self, text: ParallelText, before: ParallelText) -> None:
        """What the user has edited meanwhile, or was translated, is translated back too."""
        missing = (text.rows[i].target != before.rows[i].target for i in text.rows_without_back_translation())
        if any(missing):
            self._go_on_back(text)
        else:
            self.ready.emit()

    def _translate_back(self, job: Job, text: ParallelText) -> None:
        """On the engine's thread."""
        pipeline = self._pipelines.new(job.is_cancelled)
        for event in pipeline.translate_back(text, view=lambda: self._document.visible_rows):
            job.emit_item(event)

    def _on_back(self, event: StageStarted | RowTranslatedBack) -> None:
        if isinstance(event, StageStarted):
            self._tell_begun(event.total)
        elif (text := self._document.text) is not None:
            text.apply(event)
            if event.reason:
                self.problems.append(event.reason)
            self._done += 1
            self.progressed.emit(self._done, self._total)

    def _tell_begun(self, total: int) -> None:
        self._done, self._total = 0, total
        self.progressed.emit(0, total)


def _align(job: Job, text: ParallelText, reference: Path) -> None:
    """On a thread for files: hands over what stands with the rows, some at a time."""
    events = align(text, read_document(reference), job.is_cancelled)
    for start in range(0, len(events), _AT_ONCE):
        job.emit_item(events[start : start + _AT_ONCE])
