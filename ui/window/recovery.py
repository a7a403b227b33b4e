"""What is open is kept while it is read; after an unexpected end it is opened again, and the user told."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader import log
from reader.drafts import Draft, Drafts
from reader.paths import DRAFTS_FOLDER, LOGS_FOLDER, RUNNING_FOLDER
from reader.running import Reading, Running
from ui.editing.controller import TakenUp
from ui.editing.edit_keeper import EditKeeper
from ui.session.session import Workspace
from ui.toolkit.faults import heading
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened
from ui.window.main_window import MainWindow

# How often it is looked whether the place has changed.
_LOOK_MS = 2000
# So long the window waits for what is being written down when nothing is open any more.
_PATIENCE_S = 1.0
# So much of the other program's log goes into the report.
_LAST_LINES = 80


class Recovery(QObject):
    """Keeps the place in the open document, and what is being typed, for the case that the program is killed."""

    joined = Signal()  # it is known by now whether a program ended unexpectedly

    def __init__(self, data: Path, workspace: Workspace, edits: EditKeeper) -> None:
        """Nothing is kept before `attach` and `begin`; `pool` is to be finished before `end`."""
        super().__init__()
        self._data, self._workspace, self._edits = data, workspace, edits
        self.pool = Pool("drafts", 1)  # its own, for what is typed must not wait for a memory that is held
        self._drafts = Drafts(data / DRAFTS_FOLDER)
        self._window: MainWindow | None = None
        self._running: Running | None = None
        self._kept: Reading | None = None  # what was written down last, or is about to be
        self._going_on: tuple[Path, Draft] | None = None  # whose document was opened for it, until that is left
        self._taken_up: set[Path] = set()  # files of drafts that are typed on, until that is written down
        self._again = ""  # the document that was opened again, until the user does something in it
        self._over = False  # whether nobody can be told anything any more
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.keep)
        edits.unsaved_changed.connect(self.keep)
        workspace.opening.connect(self.keep)
        workspace.opened.connect(self.keep)
        workspace.leaving.connect(self._on_leaving)
        workspace.unreadable.connect(self._on_unreadable)

    def attach(self, window: MainWindow) -> None:
        """This is the window from now on."""
        self._window = window
        window.reading_view.caret_moved.connect(self._on_acted)
        window.editing.left_over.connect(self._on_left_over)
        window.left.connect(self._on_left)

    def begin(self, *, reopen: bool = True) -> None:
        """Look whether a program ended unexpectedly and, with `reopen`, open again what it had open."""
        job = Job(lambda _: self._joined())
        job.finished.connect(guarded(lambda _, found: self._on_joined(found[0], found[1], reopen)))
        self.pool.start(job)

    def end(self, *, safe: bool = True) -> None:
        """The program ends as expected; unless all is `safe` what was being typed stays where the next one finds it."""
        self._timer.stop()
        self._over = True
        if self._running is not None:
            if not safe:
                self._running.keep(self._reading(self._running))
            self._running.leave(found_again=not safe)

    def put_aside(self) -> bool:
        """Keep as a draft what the user is in the middle of when others end the program; gives whether it is safe."""
        draft = self._window.editing.draft if self._window is not None else None
        if draft is None:
            return True
        if (file := self._drafts.keep(draft)) is not None:
            self._taken_up.discard(file)  # the same words may have been a draft before
            assert self._window is not None
            self._window.editing.put_away()
        return file is not None

    def _joined(self) -> tuple[Running, list[tuple[Path, Draft]]]:
        """On the pool's thread, for it flushes to the disk."""
        running = Running(self._data / RUNNING_FOLDER, self._drafts.take_over)
        return running, list(self._drafts)

    def _on_joined(self, running: Running, drafts: list[tuple[Path, Draft]], reopen: bool) -> None:
        self._running = running
        self._timer.start()
        if running.ended:
            with_document = (reading for reading in running.ended if reading.document)
            self._tell(next(with_document, running.ended[0]), reopen)
        for file in running.damaged:
            damaged = self.tr(
                "The record of what was open when Tospalt quit unexpectedly was damaged. It was kept as “{file}”."
            )
            assert self._window is not None
            self._window.notices.say(damaged.format(file=file), lasting=True)
        words = self.tr(
            "You were editing a sentence in “{name}” (“{sentence}”) when Tospalt quit. What you typed was kept."
        )
        for file, draft in drafts:
            self._offer(file, draft, words)
        self.keep()
        self.joined.emit()

    @guarded
    def keep(self) -> None:
        """Have the place written down, on the pool's thread."""
        running, taken_up = self._running, self._taken_up.copy()
        if running is not None and ((reading := self._reading(running)) != self._kept or taken_up):
            self._kept = reading
            job = Job(lambda _: self._written(running, reading, taken_up))
            job.finished.connect(guarded(lambda _, safe: self._on_kept(reading, safe, taken_up)))
            self.pool.start(job)

    @guarded
    def _on_left(self) -> None:
        """Nothing may be written down of what was open after that is forgotten, on another thread."""
        self.keep()
        self.pool.flush(_PATIENCE_S)

    def _written(self, running: Running, reading: Reading, taken_up: set[Path]) -> bool:
        """On the pool's thread."""
        safe = running.keep(reading)
        for file in taken_up if safe else ():
            self._drafts.drop(file)
        return safe

    def _on_kept(self, reading: Reading, safe: bool, taken_up: set[Path]) -> None:
        if safe:
            self._taken_up -= taken_up
        elif self._kept == reading:
            self._kept = None  # so that it is written at the next look

    @guarded
    def _on_acted(self) -> None:
        self._again = ""

    def _reading(self, running: Running) -> Reading:
        # What was saved and could not be written stays there until it can be, whatever is open by then.
        nothing_open = Reading(running.process, unsaved=self._edits.drafts)
        if self._window is None or (left := self._window.left_at()) is None:
            return nothing_open
        entry, row, share = left
        again = self._again == str(entry.path)
        open_ = replace(nothing_open, document=str(entry.path), row=row, share=round(share, 3), again=again)
        if (draft := self._window.editing.draft) is None:
            return open_
        return replace(open_, draft=draft.words, draft_row=draft.row, draft_sentence=draft.sentence)

    def _tell(self, ended: Reading, reopen: bool) -> None:
        assert self._window is not None
        name = Path(ended.document).name
        if ended.document and ended.again and reopen:  # the document may be what ended it
            words = self.tr(
                "Tospalt quit unexpectedly again while “{name}” was open, so the document was not reopened. To "
                "try again, choose it in the library."
            ).format(name=name)
        elif ended.document:
            words = self.tr("Tospalt quit unexpectedly last time, while “{name}” was open.").format(name=name)
        else:
            words = self.tr("Tospalt quit unexpectedly last time.")
        if ended.document and reopen and not ended.again:
            self._again = ended.document
            self._window.open_again(Path(ended.document), ended.row, ended.share)
        about = Path(ended.document) if ended.document else None
        report = self.tr("Copy report")
        self._window.notices.say(words, report, lambda: self._copy_report(ended), lasting=True, about=about)

    def _copy_report(self, ended: Reading) -> None:
        lines: list[str] = []
        if (file := log.log_of(self._data / LOGS_FOLDER, ended.process)) is not None:
            with suppress(OSError):  # it may have been swept away
                lines = file.read_text("utf-8", "replace").splitlines()[-_LAST_LINES:]
        QGuiApplication.clipboard().setText(log.without_places("\n".join([heading(), "", *lines, ""])))
        assert self._window is not None
        self._window.notices.say(
            self.tr("The report was copied. It contains nothing from your documents."), topic="report"
        )

    # What was being typed

    def _offer(self, file: Path, draft: Draft, words: str) -> None:
        assert self._window is not None
        self._window.notices.say(
            words.format(name=Path(draft.document).name, sentence=shortened(draft.sentence)),
            self.tr("Continue editing"),
            lambda: self._go_on(file, draft),
            topic=file.name,
            lasting=True,
            second=(self.tr("Discard"), lambda: self._discard(file)),
            about=Path(draft.document),
        )

    def _discard(self, file: Path) -> None:
        self.pool.start(Job(lambda _: self._drafts.drop(file)))

    def _go_on(self, file: Path, draft: Draft) -> None:
        assert self._window is not None
        left = self._window.left_at()
        if left is None or left[0].path != Path(draft.document) or self._workspace.text is None:
            self._window.open_again(Path(draft.document), draft.row, 0.0)
            self._going_on = file, draft
        self._window.editing.go_on(
            draft.words,
            draft.row,
            draft.sentence,
            TakenUp(
                lambda: self._on_taken_up(file),
                lambda: self._give_back(file, draft),
                lambda words: self._put_back(file, replace(draft, words=words)),
            ),
        )

    def _on_taken_up(self, file: Path) -> None:
        """From now on it is kept like what is being typed, and not needed any more once that is written down."""
        self._taken_up.add(file)
        self.keep()

    def _put_back(self, file: Path, draft: Draft) -> None:
        """It was gone on with, and left without being saved: it is a draft again, until it is saved or discarded."""
        self._taken_up.discard(file)
        job = Job(lambda _: self._kept_again(file, draft))
        job.finished.connect(guarded(lambda _, kept: self._offer_again(file, kept, draft)))
        self.pool.start(job)  # first: what is being typed is written down without it then
        self.keep()

    def _kept_again(self, file: Path, draft: Draft) -> Path | None:
        """On the pool's thread: the file it is safe in; `file`, where it was before, goes if it has other words now."""
        now = self._drafts.keep(draft)
        if now not in (None, file):
            self._drafts.drop(file)
        return now

    def _offer_again(self, file: Path, kept: Path | None, draft: Draft) -> None:
        if self._over:
            return
        if kept is not None:
            words = self.tr("What you typed for a sentence in “{name}” (“{sentence}”) was kept.")
            self._offer(kept, draft, words)
        else:
            words = self.tr("What you typed for a sentence in “{name}” (“{sentence}”) could not be saved to disk.")
            self._offer(file, draft, words)

    @guarded
    def _on_left_over(self, draft: Draft) -> None:
        self._put_back(self._drafts.file_of(draft), draft)

    @guarded
    def _on_leaving(self) -> None:
        self._going_on = None

    @guarded
    def _on_unreadable(self) -> None:
        going_on, self._going_on = self._going_on, None
        if going_on is not None:
            self._give_back(*going_on)

    def _give_back(self, file: Path, draft: Draft) -> None:
        """The sentence is no more: what was typed for it can still be had."""
        assert self._window is not None
        words = self.tr("The sentence that you were editing is no longer in “{name}”. You had typed: “{words}”")
        self._window.notices.say(
            words.format(name=Path(draft.document).name, words=draft.words),
            self.tr("Copy"),
            lambda: QGuiApplication.clipboard().setText(draft.words),
            topic=file.name,
            lasting=True,
            second=(self.tr("Discard"), lambda: self._discard(file)),
            about=Path(draft.document),
        )
