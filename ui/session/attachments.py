"""Additions to a translation on request: a back-translation, a reference translation, those of other packages."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import CancelledError
from reader.formats import read_document
from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage
from reader.parallel import Column, ParallelText, ReferenceAligned, RowTranslatedBack, State, VersionMade
from reader.reference import linked, placed
from reader.translation import StageStarted
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.reference import Reference
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader.reference import KeptLink

# Rows handed to the window at once: few enough not to block it.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Additions:
    """What is to be beside a translation.

    Attributes:
        back: whether a back-translation is.
        reference: a document with a reference translation, or None. An earlier one stays until another is aligned.
        packages: other packages that translate the text too, with the numbers of their columns.
    """

    back: bool = False
    reference: Path | None = None
    packages: tuple[tuple[int, LanguagePackage], ...] = ()


class Attachments(QObject):
    """Adds what is requested to the open text. One request at a time: a new one replaces the one before."""

    progressed = Signal(int, int, int)  # rows translated so far, and in all, for this column
    ready = Signal()  # the last request is complete
    failed = Signal(object)  # the exception; the last request failed
    replaced = Signal()  # another reference may be beside the text than the one that is shown

    def __init__(self, document: OpenDocument, pools: Pools, pipelines: Pipelines, beside: Reference) -> None:
        """Serve the text open in `document`, until that is left; what is shown of a reference is `beside` it."""
        super().__init__()
        self._beside, self._replacing = beside, False
        beside.laid.connect(self._on_laid)
        self.replaced.connect(beside.lay_again)
        self.ready.connect(self._on_over)
        self.failed.connect(self._on_over)
        self._document, self._pipelines = document, pipelines
        self._aligning, self._translating = Latest(pools.files, self), Latest(pools.engine, self)
        self._additions = Additions()  # as requested last
        self._turn = 0  # counts the requests
        self._showing = False  # whether a reference is aligned, and not all of it is shown yet
        self._rest: list[tuple[int, LanguagePackage]] = []  # packages that are still to translate
        self._done = self._total = 0
        self._placed: tuple[Path, int] | None = None  # the reference, and the number of untranslated rows at that time
        self.problems: list[str] = []  # why rows could not be translated, or translated back
        document.opened.connect(self._on_opened)
        document.closing.connect(self.cancel)

    @property
    def reference(self) -> Path | None:
        """The reference translation aligned with the open text."""
        return self._placed[0] if self._placed is not None else None

    def provide(self, additions: Additions) -> None:
        """Add these to the open text, or to the one that replaces it meanwhile; ends with `ready` or `failed`."""
        self.cancel()
        text = self._document.text
        if text is None:
            return
        self._additions, reference = additions, additions.reference
        self._rest, self.problems = list(additions.packages), []
        if reference is not None and self._beside.is_laid(reference):
            self._document.take_arrived()
            self._placed = reference, len(text.outstanding())
        if reference is not None and self._placed != (reference, len(text.outstanding())):
            self._place(text.snapshot(), reference)
        else:
            self._back_translate()

    @property
    def busy(self) -> bool:
        """Whether a request is being processed."""
        return self._showing or self._aligning.running or self._translating.running

    @guarded
    def cancel(self) -> None:
        """Cancel the request; neither `ready` nor `failed` follows."""
        self._turn, self._showing = self._turn + 1, False
        self._aligning.cancel()
        self._translating.cancel()

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._placed = None
        if self.busy:  # for the text that this one replaces
            self.provide(self._additions)

    @guarded
    def _on_over(self, *_: object) -> None:
        replacing, self._replacing = self._replacing, False
        if replacing:
            self.replaced.emit()

    @guarded
    def _on_laid(self) -> None:
        """What the user sees has taken the place of what was laid beside the text for an export."""
        self._placed = None

    # A reference translation

    def _place(self, text: ParallelText, reference: Path) -> None:
        self._replacing = True

        def shown() -> None:
            self._showing = False
            if turn == self._turn:
                self._placed = reference, len(text.outstanding())
                self._back_translate()

        def placed(_outcome: object) -> None:
            self._showing = True
            self._document.once_shown(shown)

        turn = self._turn
        links = tuple(self._beside.links_for(reference))
        self._aligning.start(
            lambda job: _align(job, text, reference, links),
            item=self._on_placed,
            finished=placed,
            failed=self.failed.emit,
        )

    def _on_placed(self, part: list[ReferenceAligned]) -> None:
        self._document.gather(list(part))

    # Back-translation

    def _back_translate(self) -> None:
        text = self._document.text
        if not self._additions.back or text is None:
            self._translate_rest()
            return
        self._continue_back_translation(text)

    def _continue_back_translation(self, text: ParallelText) -> None:
        snapshot = text.snapshot()
        self._translating.start(
            lambda job: self._translate_back(job, snapshot),
            item=lambda event: self._on_made(event, Column.BACK),
            finished=lambda _: self._on_gone_back(text, snapshot),
            failed=self.failed.emit,
        )
        # At once, as other work may run first.
        self._tell_begun(len(snapshot.rows_without_back_translation()), Column.BACK)

    def _on_gone_back(self, text: ParallelText, before: ParallelText) -> None:
        """Back-translate also what was edited or translated meanwhile."""
        self._document.take_arrived()
        missing = (text.rows[i].target != before.rows[i].target for i in text.rows_without_back_translation())
        if any(missing):
            self._continue_back_translation(text)
        else:
            self._translate_rest()

    def _translate_back(self, job: Job, text: ParallelText) -> None:
        """On the engine's thread."""
        pipeline = self._pipelines.new(job.is_cancelled)
        for event in pipeline.translate_back(text, view=lambda: self._document.visible_rows):
            job.emit_item(event)

    # Other packages

    def _translate_rest(self) -> None:
        """Have one package after the other translate what its column lacks."""
        text = self._document.text
        if not self._rest or text is None:
            self.ready.emit()
            return
        column, package = self._rest.pop(0)
        self._document.take_arrived()
        snapshot = text.snapshot()
        if (missing := _missing(snapshot, column)) == 0:
            self._translate_rest()
            return
        self._translating.start(
            lambda job: self._translate_by(job, package, snapshot, column),
            item=lambda event: self._on_made(event, column),
            finished=lambda _: self._on_translated(),
            failed=self.failed.emit,
        )
        self._tell_begun(missing, column)

    def _translate_by(self, job: Job, package: LanguagePackage, text: ParallelText, column: int) -> None:
        """On the engine's thread."""
        pipeline = self._pipelines.new(job.is_cancelled)
        for event in pipeline.translate_by(package, text, column, view=lambda: self._document.visible_rows):
            job.emit_item(event)

    def _on_translated(self) -> None:
        self._document.take_arrived()
        self._translate_rest()

    # Progress

    def _on_made(self, event: StageStarted | RowTranslatedBack | VersionMade, column: int) -> None:
        if isinstance(event, StageStarted):
            self._tell_begun(event.total, column)
            return
        self._document.gather([event])
        reason = event.version.reason if isinstance(event, VersionMade) else event.reason
        if reason:
            self.problems.append(reason)
        self._done = min(self._done + 1, self._total)
        self.progressed.emit(self._done, self._total, column)

    def _tell_begun(self, total: int, column: int) -> None:
        self._done, self._total = 0, total
        self.progressed.emit(0, total, column)


def _missing(text: ParallelText, column: int) -> int:
    """How many translated rows have no translation in a column."""
    versions = (row.version(column) for row in text.rows if row.state is State.DONE)
    return sum(version is None or version.state is not State.DONE for version in versions)


def _align(job: Job, text: ParallelText, reference: Path, links: "Sequence[KeptLink]") -> None:
    """On a thread for files: hand over the reference translations of the rows, in parts."""
    try:
        document = read_document(reference, cancelled=job.is_cancelled)
        events = placed(linked(text, document, kept=links, cancelled=job.is_cancelled), text, document)
    except CancelledError:
        return
    for start in range(0, len(events), _AT_ONCE):
        job.emit_item(events[start : start + _AT_ONCE])
