"""What is open is kept while it is read; after an unexpected end it is opened again, and the user told."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader import log
from reader.places import LOGS_FOLDER, RUNNING_FOLDER
from reader.running import Reading, Running
from ui.faults import heading
from ui.guard import guarded
from ui.jobs import Job, Pool
from ui.main_window import MainWindow
from ui.workspace import Workspace

# How often it is looked whether the place has changed.
_LOOK_MS = 2000
# So much of the other program's log goes into the report.
_LAST_LINES = 80


class Recovery(QObject):
    """Keeps the place in the open document for the case that the program is killed."""

    joined = Signal()  # it is known by now whether a program ended unexpectedly

    def __init__(self, data: Path, workspace: Workspace, pool: Pool, window: Callable[[], MainWindow]) -> None:
        """Nothing is kept before `begin`; `pool` has one thread, `window` gives the window of the moment."""
        super().__init__()
        self._data, self._workspace, self._pool, self._window = data, workspace, pool, window
        self._running: Running | None = None
        self._kept: Reading | None = None
        self._again: Reading | None = None  # what was opened again, until the user reads on
        self._offer: Reading | None = None  # with what was typed, until the user goes on with it
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.keep)
        workspace.opening.connect(self.keep)
        workspace.opened.connect(self.keep)

    def begin(self, *, reopen: bool = True) -> None:
        """Look whether a program ended unexpectedly and, with `reopen`, open again what it had open."""
        job = Job(lambda _: Running(self._data / RUNNING_FOLDER))
        job.finished.connect(guarded(lambda _, running: self._on_joined(running, reopen)))
        self._pool.start(job)

    def _on_joined(self, running: Running, reopen: bool) -> None:
        self._running = running
        self._timer.start()
        if running.ended:
            with_document = (reading for reading in running.ended if reading.document)
            self._tell(next(with_document, running.ended[0]), reopen)
        self.keep()
        self.joined.emit()

    def end(self) -> None:
        """The program ends as expected."""
        self._timer.stop()
        if self._running is not None:
            self._running.leave()

    @guarded
    def keep(self) -> None:
        """Have the place written down, on the pool's thread: it is flushed to the disk."""
        running = self._running
        if running is not None and (reading := self._reading(running)) != self._kept:
            self._kept = reading
            self._pool.start(Job(lambda _: running.keep(reading)))

    def _reading(self, running: Running) -> Reading:
        left = self._window().left_at()
        if left is None:
            return Reading(running.process)
        entry, row, share = left
        reading = Reading(running.process, str(entry.path), row, round(share, 3))
        if self._again is not None and self._again != reading:
            self._again = None
        draft, draft_row, sentence = self._window().editing.draft or self._offered(reading)
        return replace(
            reading, again=self._again is not None, draft=draft, draft_row=draft_row, draft_sentence=sentence
        )

    def _offered(self, reading: Reading) -> tuple[str, int, str]:
        """What was typed before the unexpected end, as long as the user has not gone on with it."""
        offer = self._offer
        if offer is None or offer.document != reading.document:
            return "", 0, ""
        return offer.draft, offer.draft_row, offer.draft_sentence

    def _tell(self, ended: Reading, reopen: bool) -> None:
        window, name = self._window(), Path(ended.document).name
        if not (ended.document and reopen):
            words = self.tr("Tospalt ended unexpectedly last time. Your documents and edits are kept.")
        elif ended.again:  # the document may be what ended it
            words = self.tr(
                "Tospalt ended unexpectedly again with “{name}” open. It was not opened this time; "
                "choose it in the list to try once more."
            ).format(name=name)
        else:
            self._again = replace(ended, process=self._running.process if self._running else 0)
            window.open_again(Path(ended.document), ended.row, ended.share)
            words = self.tr("Tospalt ended unexpectedly last time. “{name}” is open again where you left it.")
            words = words.format(name=name)
        window.notices.say(words, self.tr("Copy report"), lambda: self._copy_report(ended), lasting=True)
        if ended.draft:
            self._offer = ended
            words = self.tr("You were editing a sentence when Tospalt ended. What you had typed is kept.")
            window.notices.say(words, self.tr("Go on editing"), lambda: self._go_on(ended), lasting=True)

    def _go_on(self, ended: Reading) -> None:
        window, self._offer = self._window(), None
        left = window.left_at()
        if left is None or left[0].path != Path(ended.document):
            window.open_again(Path(ended.document), ended.row, ended.share)
        window.editing.go_on(ended.draft, ended.draft_row, ended.draft_sentence)

    def _copy_report(self, ended: Reading) -> None:
        lines: list[str] = []
        if (file := log.log_of(self._data / LOGS_FOLDER, ended.process)) is not None:
            with suppress(OSError):  # it may have been swept away
                lines = file.read_text("utf-8", "replace").splitlines()[-_LAST_LINES:]
        QGuiApplication.clipboard().setText("\n".join([heading(), "", *lines, ""]))
