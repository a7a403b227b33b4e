"""The texts of further columns: the translation translated back, and what other packages make of the original."""

import time
from collections.abc import Iterator, Mapping
from threading import Event as Flag

from PySide6.QtCore import QObject, QTimer, Signal

from reader.packages import LanguagePackage
from reader.parallel import Column, ParallelText, Row, RowEvent
from reader.translation import StageStarted
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# Seconds after which other work of the models gets its turn.
_TURN_S = 0.5
# Milliseconds between looks at whether all that was made is in the text.
_WAIT_MS = 40


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
        self._outdated = False  # whether something has another translation since the back-translation began
        self._flag = Flag()  # set when the current work is to end; for the engine's thread
        self._broken = set[int]()  # columns that cannot be filled, until they are wanted anew
        self._after = -1  # the column that was filled last
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self._look_again)
        document.updated.connect(self._on_updated)
        document.closing.connect(self._end)
        document.replacing.connect(self._end)

    def begin(self, packages: Mapping[int, LanguagePackage | None]) -> None:
        """Fill these columns of a text that has just been opened; see `want`."""
        self._packages = dict(packages)
        self._broken.clear()
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
        self._broken.difference_update(new)
        self._begin([column for column in packages if column in new or column in self._open])

    @property
    def running(self) -> bool:
        """Whether columns are still being filled."""
        return self._working.running

    # When

    @guarded
    def _on_updated(self, changed: list[tuple[Row, Row]]) -> None:
        """Translate back what has another translation now."""
        if Column.BACK not in self._packages or Column.BACK in self._broken:
            return
        if not any(old.target != row.target and row.sentences for old, row in changed):
            return
        self._outdated = True
        if Column.BACK in self._open:
            return
        if self._working.running:
            self._open.append(Column.BACK)
        else:
            self._begin([Column.BACK])

    @guarded
    def _end(self) -> None:
        self._flag.set()
        self._working.cancel()
        self._waiting.stop()
        self._open = []

    def _begin(self, columns: list[int]) -> None:
        self._end()
        self._open = columns
        self._next()

    def _next(self) -> None:
        text = self._document.text
        if text is None or not self._open:
            return
        column, self._flag = self._open[0], Flag()
        if column == Column.BACK:
            self._outdated = False
        self._go_on(column, self._events(self._flag, column, self._packages[column], text.snapshot()))

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

    def _events(
        self, flag: Flag, column: int, package: LanguagePackage | None, text: ParallelText
    ) -> Iterator[RowEvent | StageStarted]:
        """The work, on the engine's thread: until the flag is set."""
        pipeline, view = self._pipelines.new(flag.is_set), lambda: self._document.visible_rows
        if package is None:
            yield from pipeline.translate_back(text, view, linking=True)
        else:
            yield from pipeline.translate_by(package, text, column, view)

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
        if self._document.arriving:  # what is still missing can be told then
            self._after = column
            self._waiting.start()
            return
        if column == Column.BACK and self._outdated:
            self._next()
            return
        self._open = [each for each in self._open if each != column]
        self._next()

    @guarded
    def _look_again(self) -> None:
        if self._open[:1] == [self._after]:
            self._on_filled(self._after)

    def _on_failed(self, column: int, error: Exception) -> None:
        self._document.take_arrived()
        self._open = [each for each in self._open if each != column]
        self._broken.add(column)
        self.failed.emit(column, error)
        self._next()


_NOTHING = object()
