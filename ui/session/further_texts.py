"""The texts of further columns: the translation translated back, and what other packages make of the original."""

import time
from collections.abc import Iterator, Mapping
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.packages import LanguagePackage
from reader.parallel import Column, ParallelText, Row, RowEvent
from reader.translation import StageStarted
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader.translation import Pipeline

# Seconds after which other work of the models gets its turn.
_TURN_S = 0.5


class FurtherTexts(QObject):
    """Fills the columns that are wanted in the open text, one after another, those on screen first.

    A text is made when its row is there and made again when that changes. What failed is not tried again until the
    column is wanted anew.
    """

    failed = Signal(int, object)  # the column that cannot be filled, and the exception

    def __init__(self, document: OpenDocument, pool: Pool, pipelines: Pipelines, asides: Asides) -> None:
        """Fill the text open in `document`; `pool` has the thread of the `pipelines`.

        What is waiting in `asides` gets its turn between batches.
        """
        super().__init__()
        self._document, self._pipelines, self._asides = document, pipelines, asides
        self._working = Latest(pool, self)
        self._packages: Mapping[int, LanguagePackage | None] = {}  # by column; None for the back-translation
        self._open: list[int] = []  # the columns that are still to be filled, the current one first
        self._failed: dict[int, str] = {}  # rows whose translation could not be translated back
        self._flag = Flag()  # set when the current work is to end; for the engine's thread
        document.updated.connect(self._on_updated)
        document.closing.connect(self._end)
        document.replacing.connect(self._end)

    def begin(self, packages: Mapping[int, LanguagePackage | None]) -> None:
        """Fill these columns of a text that has just been opened; see `want`."""
        self._packages = dict(packages)
        self._failed.clear()
        self._begin(list(packages))

    def want(self, packages: Mapping[int, LanguagePackage | None]) -> None:
        """Fill these columns of the open text from now on; what others have stays, and is not kept up.

        Args:
            packages: what translates for each column; None for the back-translation, made by those installed.
        """
        before, self._packages = self._packages, dict(packages)
        if before == self._packages:
            return
        new = [column for column, package in packages.items() if before.get(column, _NOTHING) != package]
        self._failed.clear()
        self._begin([column for column in packages if column in new or column in self._open])

    @property
    def running(self) -> bool:
        """Whether columns are still being filled."""
        return self._working.running

    # When

    @guarded
    def _on_updated(self, changed: list[tuple[Row, Row]]) -> None:
        """Translate back what has another translation now."""
        if Column.BACK not in self._packages or Column.BACK in self._open:
            return
        if not any(old.target != row.target and row.sentences for old, row in changed):
            return
        if self._working.running:
            self._open.append(Column.BACK)
        else:
            self._begin([Column.BACK])

    @guarded
    def _end(self) -> None:
        self._flag.set()
        self._working.cancel()
        self._open = []

    def _begin(self, columns: list[int]) -> None:
        self._end()
        self._open = columns
        self._next()

    def _next(self) -> None:
        text = self._document.text
        if text is None or not self._open:
            return
        column, self._flag, snapshot = self._open[0], Flag(), text.snapshot()
        pipeline = self._pipelines.new(self._flag.is_set)
        self._go_on(column, self._events(pipeline, column, snapshot))

    def _go_on(self, column: int, events: Iterator[RowEvent | StageStarted]) -> None:
        """Do a turn of the work, on the engine's thread, and then the next."""

        def finished(done: object) -> None:
            if done:
                self._on_filled(column)
            else:
                self._go_on(column, events)

        self._working.start(
            lambda job: self._work(job, events),
            item=self._document.gather,
            finished=finished,
            failed=lambda error: self._on_failed(column, error),
        )

    def _events(self, pipeline: "Pipeline", column: int, text: ParallelText) -> Iterator[RowEvent | StageStarted]:
        package = self._packages[column]
        if package is None:
            return pipeline.translate_back(text, lambda: self._document.visible_rows, linking=True)
        return pipeline.translate_by(package, text, column, lambda: self._document.visible_rows)

    def _work(self, job: Job, events: Iterator[RowEvent | StageStarted]) -> bool:
        """On the engine's thread: one turn; whether that was the last."""
        until = time.monotonic() + _TURN_S
        for event in events:
            if not isinstance(event, StageStarted):
                job.emit_item([event])
            self._asides.take_turn()
            if time.monotonic() > until:
                return False
        return True

    def _on_filled(self, column: int) -> None:
        self._document.take_arrived()
        text = self._document.text
        if text is not None and column == Column.BACK and self._is_outdated(text):
            self._next()
            return
        self._open = [each for each in self._open if each != column]
        self._next()

    def _is_outdated(self, text: ParallelText) -> bool:
        """Whether something was translated or edited while the rest was translated back."""
        missing = {index: text.rows[index].target for index in text.rows_without_back_translation()}
        tried, self._failed = self._failed, missing
        return any(tried.get(index) != target for index, target in missing.items())

    def _on_failed(self, column: int, error: Exception) -> None:
        self._document.take_arrived()
        self._open = [each for each in self._open if each != column]
        self.failed.emit(column, error)
        self._next()


_NOTHING = object()
