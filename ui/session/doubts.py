"""Judging the translation of the open document while that is wanted: which sentences and words are doubtful."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.late_dataclasses import dataclass
from reader.packages import identity_of
from reader.parallel import ParallelText, Row
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.progress import Progress
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader import quality
    from reader.quality import Assessment, Assessments, Measured, NotJudged, ToJudge

# Seconds after which other work of the models gets its turn: what the user asks for does not wait long.
_TURN_S = 2.0


class Rest(StrEnum):
    """What becomes of what is not translated yet."""

    COMES = auto()
    STOPPED = auto()
    IMPOSSIBLE = auto()


@dataclass(frozen=True, slots=True)
class Headway:
    """How far judging is.

    Attributes:
        running: whether it goes on.
        done, total: sentences that were judged, and all that can be.
        measuring: how many sentences have been measured of how many, while a package is calibrated; else None.
        stopped: whether the user has stopped it.
        problem: why some or all are not judged.
        rest: what becomes of sentences that are not translated yet.
    """

    running: bool = False
    done: int = 0
    total: int = 0
    measuring: tuple[int, int] | None = None
    stopped: bool = False
    problem: "NotJudged | None" = None
    rest: Rest = Rest.COMES


class Doubts(QObject):
    """Judges what is translated and linked, while that is wanted; what was judged is kept while the program runs."""

    found = Signal(list)  # rows that were judged
    changed = Signal()  # whether anything is told of what was judged
    went_on = Signal()  # `headway` is another

    def __init__(
        self, document: OpenDocument, translation: Translation, pipelines: Pipelines, pool: Pool, asides: Asides
    ) -> None:
        """Judge the text open in `document` once `translation` is done; `pool` has the thread of the `pipelines`.

        What is waiting in `asides` gets its turn between batches.
        """
        super().__init__()
        self._document, self._pipelines, self._asides = document, pipelines, asides
        self._working = Latest(pool, self)
        self._wanted = self._settled = False
        self._kept: Assessments | None = None  # of the open text, and until that is settled also of the one before
        self._sifted = False  # whether it has no others
        self._waiting: ToJudge | None = None  # what is to be judged; for the engine's thread
        self._changed = set[int]()  # rows that `_waiting` has not looked at since they changed
        # Packages that cannot judge: they are loaded and measured once and not again. For the engine's thread.
        self._unable: dict[tuple[str, ...], NotJudged] = {}
        self.headway = Headway()
        translation.settled.connect(self._on_settled)
        translation.progressed.connect(self._on_progress)
        translation.halted.connect(self._cancel)
        document.opened.connect(self._on_opened)
        document.closing.connect(self._on_left)
        document.closed.connect(self._drop)
        document.replacing.connect(self._on_left)
        document.rows_changed.connect(self._on_rows_changed)

    def want(self, wanted: bool) -> None:
        """Judge from now on, and tell what is known; or do neither."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._go_on() if wanted else self._cancel()
            self.changed.emit()

    @guarded
    def stop(self) -> None:
        """Judge no more of the open text until `resume`."""
        self._cancel()
        self._show(stopped=True)

    @guarded
    def resume(self) -> None:
        """Go on after a `stop`, or try again what has failed."""
        self._show(stopped=False, problem=None)
        self._cancel()  # what failed is waiting no more: it is found anew
        self._go_on()

    def of(self, row: Row) -> "Sequence[Assessment | None]":
        """What is known of the sentences of a row of the open text, while that is wanted; () for nothing at all."""
        known = self._known if self._wanted else None
        return known.of(row) if known is not None else ()

    def at(self, row: Row, sentence: int) -> "Assessment | None":
        """The same of one sentence of it; None for nothing."""
        known = self._known if self._wanted else None
        return known.at(row, sentence) if known is not None else None

    def awaits(self, row: Row, sentence: int) -> bool:
        """Whether a sentence of a row of the open text is yet to be judged, now that others are."""
        if not self.headway.running:
            return False
        from reader.quality import Assessments

        return (self._known or Assessments()).lacks(row, sentence)

    @property
    def measured(self) -> "Measured | None":
        """What is known of the estimates for the open text; None before the first."""
        return self._known.measured if self._known is not None else None

    @guarded
    def forget(self, *_: object) -> None:
        """Something was forgotten: its sentences are not kept here either, and those of the open text judged anew."""
        self._cancel()
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

    @guarded
    def _cancel(self) -> None:
        """End the judging that is under way; what is on its way here is lost, so what is to be judged is found anew."""
        self._working.cancel()
        self._waiting = None
        self._show(running=False, measuring=None)

    def _show(self, **values: object) -> None:
        headway = replace(self.headway, **values)  # type: ignore[arg-type]
        if headway != self.headway:
            self.headway = headway
            self.went_on.emit()

    # When

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._settled = False
        if not self._wanted:
            self._drop()
        self._begin_anew()

    @guarded
    def _on_left(self) -> None:
        self._settled = False
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._cancel()
        self._show(done=0, total=0, stopped=False, problem=None, rest=Rest.COMES)

    @guarded
    def _on_progress(self, progress: Progress) -> None:
        if progress.running:
            self._settled = False
            self._cancel()
        halted = Rest.STOPPED if progress.possible else Rest.IMPOSSIBLE
        self._show(rest=Rest.COMES if progress.running and not progress.paused else halted)

    @guarded
    def _on_settled(self) -> None:
        self._settled, self._sifted, self._waiting = True, False, None
        self._go_on()

    @guarded
    def _on_rows_changed(self, rows: Sequence[int]) -> None:
        if self._waiting is not None:
            self._changed.update(rows)
            if not self._working.running:
                self._go_on()

    # Judging

    def _go_on(self) -> None:
        text = self._document.text
        if not self._wanted or not self._settled or text is None or self.headway.stopped:
            return
        from reader.quality import Assessments, ToJudge

        known, sifted, waiting, snapshot = self._kept or Assessments(), self._sifted, self._waiting, text.snapshot()
        rows: Iterable[int] = sorted(self._changed)
        if waiting is None:
            waiting, rows = ToJudge(), range(len(snapshot.rows))
        self._waiting, self._changed = waiting, set()
        self._working.start(
            lambda job: self._judge(job, snapshot, known, sifted, waiting, rows),
            item=self._take,
            finished=self._on_turn_over,
            failed=self._on_failed,
        )
        self._show(running=True)

    def _judge(
        self,
        job: Job,
        text: ParallelText,
        known: "quality.Assessments",
        sifted: bool,
        waiting: "quality.ToJudge",
        rows: Iterable[int],
    ) -> bool:
        """On the engine's thread: judge for a while what is `waiting` in `text`, of which these rows have changed.

        Unless it is `sifted`, only what concerns the text is kept of what is `known`. Returns whether there is more.
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
        waiting.look_at(((number, text.rows[number]) for number in rows), known)
        job.emit_item((waiting.total - waiting.left, waiting.total))
        if judges in self._unable:
            if waiting:
                job.emit_item(self._unable[judges])
            return False

        def measuring(done: int, total: int) -> None:
            job.emit_item(_Measuring(done, total))
            self._asides.take_turn()

        view = lambda: self._document.visible_rows  # noqa: E731
        for event in pipeline.assess(text, known, waiting, view=view, enough=enough, measuring=measuring):
            self._note(judges, event)
            job.emit_item(event)
            job.emit_item((waiting.total - waiting.left, waiting.total))
            self._asides.take_turn()
        return over and bool(waiting)

    def _note(self, judges: tuple[str, ...], event: object) -> None:
        """On the engine's thread: packages that cannot judge are not tried again; one that is broken may be mended."""
        from reader.quality import NotJudged

        if isinstance(event, NotJudged) and event not in (NotJudged.FAILED, NotJudged.PACKAGE):
            self._unable[judges] = event

    def _take(self, event: object) -> None:
        from reader.quality import Assessments, Measured, NotJudged, RowAssessed

        match event:
            case Assessments():
                self._keep(event)
            case _Measuring(done, total):
                self._show(measuring=(done, total) if done < total else None)
            case NotJudged():
                self._show(problem=event)
            case Measured() | RowAssessed() if self._kept is not None:
                self._kept.add(event)
                if isinstance(event, RowAssessed):
                    self.found.emit([event.index])
            case (int(done), int(total)):
                self._show(done=done, total=total)

    def _keep(self, known: "quality.Assessments") -> None:
        before, self._kept, self._sifted = self._kept, known, True
        if before is not None and before.judges != known.judges:
            self.changed.emit()  # what other packages judged is not known any more

    def _on_turn_over(self, more: object) -> None:
        if more or self._changed:
            self._go_on()
        else:
            self._show(running=False, measuring=None)

    def _on_failed(self, _error: Exception) -> None:
        """Estimates are optional, and the log has the error; what is left can be tried again."""
        from reader.quality import NotJudged

        self._waiting = None
        self._show(running=False, measuring=None, problem=NotJudged.FAILED)


@dataclass(frozen=True, slots=True)
class _Measuring:
    """How many sentences have been measured, of how many, while a package is calibrated."""

    done: int
    total: int
