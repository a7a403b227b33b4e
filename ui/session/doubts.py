"""Judging the translation of the open document while that is wanted: which sentences and words are doubtful."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.packages import identity_of
from reader.parallel import ParallelText, Row
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader import quality
    from reader.quality import Assessment, Assessments, Measured, RowAssessed

# Seconds after which other work of the models gets its turn: what the user asks for does not wait long.
_TURN_S = 2.0


class Doubts(QObject):
    """Judges what is translated and linked, while that is wanted; what was judged is kept while the program runs."""

    found = Signal(list)  # rows that were judged
    changed = Signal()  # whether anything is told of what was judged

    def __init__(self, document: OpenDocument, translation: Translation, pipelines: Pipelines, pool: Pool) -> None:
        """Judge the text open in `document` once `translation` is done; `pool` has the thread of the `pipelines`."""
        super().__init__()
        self._document, self._pipelines = document, pipelines
        self._working = Latest(pool, self)
        self._wanted = self._settled = False
        self._news = False  # whether something was judged since all rows were told of
        self._kept: Assessments | None = None  # of the open text, and until that is settled also of the one before
        self._sifted = False  # whether it has no others
        # Packages that cannot judge: they are loaded and measured once and not again. For the engine's thread.
        self._unable: set[tuple[str, ...]] = set()
        translation.settled.connect(self._on_settled)
        translation.progressed.connect(self._on_progress)
        translation.halted.connect(self._working.cancel)
        document.opened.connect(self._on_opened)
        document.closing.connect(self._on_left)
        document.closed.connect(self._drop)
        document.replacing.connect(self._on_left)

    def want(self, wanted: bool) -> None:
        """Judge from now on, and tell what is known; or do neither."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._go_on() if wanted else self._working.cancel()
            self.changed.emit()

    def of(self, row: Row) -> "Sequence[Assessment | None]":
        """What is known of the sentences of a row of the open text, while that is wanted; () for nothing at all."""
        known = self._known if self._wanted else None
        return known.of(row) if known is not None else ()

    def at(self, row: Row, sentence: int) -> "Assessment | None":
        """The same of one sentence of it; None for nothing."""
        known = self._known if self._wanted else None
        return known.at(row, sentence) if known is not None else None

    @property
    def measured(self) -> "Measured | None":
        """What is known of the estimates for the open text; None before the first."""
        return self._known.measured if self._known is not None else None

    @guarded
    def forget(self, *_: object) -> None:
        """Something was forgotten: its sentences are not kept here either, and those of the open text judged anew."""
        self._working.cancel()
        self._drop()
        self.changed.emit()
        self._go_on()

    @property
    def _known(self) -> "Assessments | None":
        text, kept = self._document.text, self._kept
        return kept if text is not None and kept is not None and identity_of(text.packages) in kept.judges[:1] else None

    @guarded
    def _drop(self) -> None:
        self._kept, self._sifted = None, False

    # When

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._settled = False
        if not self._wanted:
            self._drop()

    @guarded
    def _on_left(self) -> None:
        self._settled = False
        self._working.cancel()

    @guarded
    def _on_progress(self, progress: object) -> None:
        if getattr(progress, "running", False):
            self._settled = False
            self._working.cancel()

    @guarded
    def _on_settled(self) -> None:
        self._settled, self._sifted = True, False
        self._go_on()

    # Judging

    def _go_on(self) -> None:
        text = self._document.text
        if not self._wanted or not self._settled or text is None or len(text.packages) != 1:
            return
        from reader.quality import Assessments

        known, sifted = self._kept or Assessments(), self._sifted
        snapshot = text.snapshot()
        self._working.start(
            lambda job: self._judge(job, snapshot, known, sifted),
            item=self._take,
            finished=self._on_turn_over,
            failed=lambda _: None,  # estimates are optional, and the log has it
        )

    def _judge(self, job: Job, text: ParallelText, known: "quality.Assessments", sifted: bool) -> bool:
        """On the engine's thread: judge for a while what is not `known`; returns whether there is more to do.

        Unless it is `sifted`, only what concerns the text is kept of what is known.
        """
        end, over = time.monotonic() + _TURN_S, False

        def enough() -> bool:
            nonlocal over
            over = time.monotonic() > end
            return over

        pipeline = self._pipelines.new(job.is_cancelled)
        judges = pipeline.judges(text.packages)
        if not sifted:
            known = known.kept_for(text.rows, judges)
            job.emit_item(known)
        if judges in self._unable:
            return False
        told = False
        for event in pipeline.assess(text, known, lambda: self._document.visible_rows, enough):
            job.emit_item(event)
            told = True
        if not told and not job.is_cancelled() and any(map(known.missing, text.rows)):
            self._unable.add(judges)
        return over

    def _take(self, event: "quality.Assessments | Measured | RowAssessed") -> None:
        from reader.quality import Assessments, RowAssessed

        if isinstance(event, Assessments):
            self._keep(event)
        elif self._kept is not None:
            self._kept.add(event)
        if isinstance(event, RowAssessed):
            self._news = True
            self.found.emit([event.index])

    def _keep(self, known: "quality.Assessments") -> None:
        before, self._kept, self._sifted = self._kept, known, True
        if before is not None and before.judges != known.judges:
            self.changed.emit()  # what other packages judged is not known any more

    def _on_turn_over(self, more: object) -> None:
        if more:
            self._go_on()
        elif self._news:  # a sentence may stand in other rows too, and those were not found
            self._news = False
            self.changed.emit()
