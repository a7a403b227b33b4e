"""Saving what a human translation has for the sentences of a text in the translation memory."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.memory import Memory, remember_alignment
from reader.parallel import ParallelText
from ui.session.laying_beside import Placed
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader.memory import PutIn


class ReferenceSaving(QObject):
    """Saves what surely belongs together as the user's own."""

    failed = Signal(object)  # the exception
    told = Signal(str)  # what was saved

    def __init__(self, memory: Memory, pool: Pool) -> None:
        """Save in `memory`, which is written in `pool`."""
        super().__init__()
        self._memory, self._saving = memory, Latest(pool, self)

    def save(self, text: ParallelText, found: Placed) -> None:
        """Save what `found` has beside a text, a snapshot."""
        self._saving.start(
            lambda job: remember_alignment(self._memory, found.alignment, text, found.document, job.is_cancelled),
            finished=self._on_saved,
            failed=self.failed.emit,
        )

    def _on_saved(self, result: "PutIn | None") -> None:
        if result is None:
            self.told.emit(self.tr("The sentences cannot be saved in the translation memory."))
            return
        count = result.added + result.replaced
        self.told.emit(self.tr("Saved %Ln sentence(s) in the translation memory.", "", count))
