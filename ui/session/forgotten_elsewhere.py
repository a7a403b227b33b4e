"""Documents that another window of the program, or a command, has forgotten: nothing of them is to be undone."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library_forgotten import ForgottenWatch
from ui.session.undo import Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

_OFTEN_MS = 2000


class ForgottenElsewhere(QObject):
    """Looks for them while there is something to be undone or redone, and has that dropped; or while one is named.

    Until it has found them, the memory refuses to take back what it was told to forget. What was forgotten before a
    step was done does not concern the step: a look right after that finds it, and later ones find only what came later.
    So what this program forgets itself needs no care.
    """

    # The Path of a document that was forgotten, None if everything was; and the Places of steps that may be from after
    # that.
    forgotten = Signal(object, object)

    def __init__(
        self, watch: ForgottenWatch, undo: Undo, pool: Pool, named: Callable[[], Collection[Path]] = lambda: ()
    ) -> None:
        """Ask `watch` about the documents that `undo` knows of; `pool` is the one that this program forgets in.

        `named` gives others, of which the user has been told something that can be done; `look` after that.
        """
        super().__init__()
        self._named = named
        self._watch, self._undo, self._pool = watch, undo, pool
        self._looking = False
        self._new: list[Step] = []  # since they were done, no look has begun and ended
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(self.look)
        undo.pushed.connect(self._on_pushed)

    @guarded
    def _on_pushed(self, step: Step) -> None:
        self._new.append(step)
        self.look()

    @guarded
    def look(self) -> None:
        """Look now."""
        if self._looking:
            return
        documents = self._documents()
        if documents or self._new:
            self._looking = True
            self._run(Job(lambda _: self._watch.look(documents)), len(self._new))

    def _documents(self) -> frozenset[Path]:
        return self._undo.documents.union(self._named())

    def _run(self, job: Job, new: int) -> None:
        job.finished.connect(guarded(lambda _, found: self._on_found(found)))
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda *_: self._on_ended(new)))
        self._pool.start(job)

    def _on_found(self, found: frozenset[Path] | None) -> None:
        for document in [None] if found is None else found:
            self._undo.forget(document, self._new)
            self.forgotten.emit(document, frozenset(step.places for step in self._new))

    def _on_ended(self, new: int) -> None:
        self._looking = False
        del self._new[:new]  # those that were done before the look
        if self._new:
            self.look()
        elif self._documents():
            self._timer.start()
