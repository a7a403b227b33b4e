"""What stands with a translation where it is asked for: it translated back, and a human translation of the text."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.formats import read_document
from reader.packages import find_packages
from reader.parallel import ParallelText, State
from reader.reference import align
from reader.translation import BackTranslated, back_translations
from ui.session.session import Workspace
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job

# Rows that the window takes at once: so few that it does not stop.
_AT_ONCE = 500


class Supplements(QObject):
    """Lays beside the open text what is wanted there. One request at a time: a new one replaces the one before."""

    progressed = Signal(int, int)  # rows translated back, of how many
    ready = Signal()  # what was asked for last is there
    failed = Signal(object)  # the exception; what was asked for last is not there

    def __init__(self, workspace: Workspace) -> None:
        """For whatever text is open in `workspace`."""
        super().__init__()
        self._workspace = workspace
        self._job: Job | None = None
        self._back = False
        self._done = 0
        self._laid: tuple[Path, int] | None = None  # what was laid, and how many rows were not translated then
        self.problems: list[str] = []  # why rows could not be translated back
        workspace.opened.connect(self._on_opened)
        workspace.halted.connect(self.cancel)

    @property
    def human(self) -> Path | None:
        """The human translation that is laid beside the open text."""
        return self._laid[0] if self._laid is not None else None

    def provide(self, *, back: bool, human: Path | None) -> None:
        """See to it that these stand with the open text; ends with `ready` or `failed`.

        Args:
            back: whether the translation is to be translated back.
            human: a document with a human translation, or None. What was laid before stays until another is.
        """
        self.cancel()
        text = self._workspace.text
        if text is None:
            return
        self._back = back
        if human is not None and self._laid != (human, len(text.outstanding())):
            self._lay(text, human)
        else:
            self._go_back()

    @guarded
    def cancel(self) -> None:
        """Give up what is under way; neither `ready` nor `failed` comes."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self.cancel()
        self._laid = None

    # A human translation

    def _lay(self, text: ParallelText, human: Path) -> None:
        snapshot = replace(text, rows=list(text.rows))
        job = self._start(Job(lambda job: _laid(job, snapshot, human)))
        job.item.connect(self._on_laid)
        job.finished.connect(guarded(lambda job, _: self._on_all_laid(job, human, len(snapshot.outstanding()))))
        self._workspace.file_pool.start(job)

    def _start(self, job: Job) -> Job:
        self._job = job
        job.failed.connect(self._on_failed)
        return job

    @guarded
    def _on_laid(self, job: Job, part: tuple[int, list[str]]) -> None:
        text = self._workspace.text
        if job is not self._job or text is None:
            return
        start, humans = part
        for index, human in enumerate(humans, start):
            if text.rows[index].human != human:
                text.rows[index] = replace(text.rows[index], human=human)

    def _on_all_laid(self, job: Job, human: Path, outstanding: int) -> None:
        if job is self._job:
            self._laid = human, outstanding
            self._go_back()

    # Translated back

    def _go_back(self) -> None:
        text = self._workspace.text
        if not self._back or text is None:
            self._end()
            return
        self._done, self.problems = 0, []
        total = sum(row.state is State.DONE and not row.back for row in text.rows)
        self.progressed.emit(0, total)
        job = self._start(Job(lambda job: self._translate_back(job, text)))
        job.item.connect(guarded(lambda job, finished: self._on_back(job, finished, total)))
        job.finished.connect(self._on_all_back)
        self._workspace.engine_pool.start(job)

    def _translate_back(self, job: Job, text: ParallelText) -> None:
        """On the engine's thread."""
        workspace = self._workspace
        for finished in back_translations(
            text,
            find_packages(),
            workspace.engines,
            workspace.memory,
            job.is_cancelled,
            view=lambda: workspace.visible_rows,
        ):
            job.emit_item(finished)

    def _on_back(self, job: Job, finished: BackTranslated, total: int) -> None:
        text = self._workspace.text
        if job is not self._job or text is None:
            return
        current = text.rows[finished.index]
        if finished.reason:
            self.problems.append(finished.reason)
        elif current.target == finished.row.target:
            text.rows[finished.index] = replace(current, back=finished.row.back)
        self._done += 1
        self.progressed.emit(self._done, total)

    @guarded
    def _on_all_back(self, job: Job, _outcome: object) -> None:
        if job is self._job:
            self._end()

    def _end(self) -> None:
        self._job = None
        self.ready.emit()

    @guarded
    def _on_failed(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)


def _laid(job: Job, text: ParallelText, human: Path) -> None:
    """On a thread for files: hands over (first row, what stands with it and those after it)."""
    humans = [row.human for row in align(text, read_document(human), job.is_cancelled)]
    for start in range(0, len(humans), _AT_ONCE):
        job.emit_item((start, humans[start : start + _AT_ONCE]))
