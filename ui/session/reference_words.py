"""The words of a human translation beside the open text, linked to those of the original where it is read."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from reader.parallel import ParallelText, Row
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.reference import Reference
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# Milliseconds until what has come on screen, or has changed, is looked at: nothing while the user scrolls on.
_WAIT_MS = 250


class ReferenceWords(QObject):
    """Links words on screen and a screen around it, once the engine's thread has translated.

    Links are kept with the text, and go when the sentences that belong together are others.
    """

    def __init__(
        self, document: OpenDocument, reference: Reference, pool: Pool, pipelines: Pipelines, asides: Asides
    ) -> None:
        """Serve the text open in `document`, beside which `reference` is; `pool` has the thread of the `pipelines`.

        What is waiting in `asides` gets its turn between batches.
        """
        super().__init__()
        self._document, self._reference, self._pipelines, self._asides = document, reference, pipelines, asides
        self._working = Latest(pool, self)
        self._again = False  # whether something has come on screen, or has changed, since the work began
        self._unable = False  # whether no package links words, as far as is known
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._begin)
        reference.laid.connect(self.look)
        document.seen.connect(self.look)
        document.updated.connect(self._on_updated)
        document.opened.connect(self._on_opened)
        document.closing.connect(self._end)
        document.replacing.connect(self._end)

    @property
    def idle(self) -> bool:
        """Whether nothing is being linked, nor soon will be."""
        return not self._working.running and not self._timer.isActive()

    @guarded
    def look(self, *_: object) -> None:
        """Link soon what is on screen, as far as it is not; other rows may have come there."""
        if self._reference.shown and self._reference.ready and not self._unable:
            self._timer.start()

    @guarded
    def _on_updated(self, _changed: list[tuple[Row, Row]]) -> None:
        if not self._timer.isActive():
            self.look()

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._unable = False

    @guarded
    def _end(self) -> None:
        self._working.cancel()
        self._timer.stop()
        self._again = False

    @guarded
    def _begin(self) -> None:
        text = self._document.text
        if self._working.running:
            self._again = True
        elif text is not None and (rows := self._rows(text)):
            snapshot = text.snapshot()
            self._working.start(
                lambda job: self._work(job, snapshot, rows),
                item=self._document.gather,
                finished=self._on_finished,
            )

    def _rows(self, text: ParallelText) -> Sequence[int]:
        """What is to be linked: what is on screen first, then a screen below and one above."""
        from reader.translation import awaits_words

        seen = self._document.visible_rows
        below, above = range(seen.stop, seen.stop + len(seen)), range(max(seen.start - len(seen), 0), seen.start)
        near = [row for rows in (seen, below, above) for row in rows if row < len(text.rows)]
        return [row for row in near if awaits_words(text.rows[row])]

    def _work(self, job: Job, text: ParallelText, rows: Sequence[int]) -> bool:
        """On the engine's thread: whether words can be linked."""
        able = False
        for event in self._pipelines.new(job.is_cancelled).link_reference(text, rows):
            able = True
            job.emit_item([event])
            self._asides.take_turn()
        return able or job.is_cancelled()

    def _on_finished(self, able: bool) -> None:
        self._unable = not able
        if self._again:
            self._again = False
            self.look()
