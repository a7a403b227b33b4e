"""Documents that another window of the program, or a command, has forgotten: nothing of them is to be undone."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library_forgotten import ForgottenWatch
from ui.session.undo import Undo
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

_OFTEN_MS = 2000


class ForgottenElsewhere(QObject):
    """Looks for them while there is something to be undone or redone.

    Until it has found them, the memory refuses to take back what it was told to forget.
    """

    forgotten = Signal(object)  # the file of a document, None for all

    def __init__(self, watch: ForgottenWatch, undo: Undo, pool: Pool) -> None:
        """Ask `watch` about the documents that `undo` knows of; `pool` is the one that this program forgets in."""
        super().__init__()
        self._watch, self._undo, self._pool = watch, undo, pool
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(self.look)
        undo.changed.connect(self._on_changed)

    @guarded
    def _on_changed(self) -> None:
        if not self._timer.isActive() and self._undo.documents:
            self._timer.start()

    @guarded
    def look(self) -> None:
        """Look now."""
        documents = self._undo.documents
        if documents and not self._looking:
            self._looking = True
            self._run(Job(lambda _: self._watch.look(documents)))

    @guarded
    def catch_up(self) -> None:
        """This program has forgotten something, of which nothing is to be told."""
        self._pool.start(Job(lambda _: self._watch.catch_up()))

    def _run(self, job: Job) -> None:
        job.finished.connect(guarded(lambda _, found: self._on_found(found)))
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(self._on_ended)
        self._pool.start(job)

    def _on_found(self, found: frozenset[object] | None) -> None:
        for document in [None] if found is None else found:
            self.forgotten.emit(document)

    @guarded
    def _on_ended(self, _job: Job, _outcome: object = None) -> None:
        self._looking = False
        self._on_changed()
