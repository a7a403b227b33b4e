"""What other windows of the program keep for the open document is seen here too."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.memory import Mark, ValuesSince
from ui.session.kept_values import KeptValues
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded

_OFTEN_MS = 2000


class KeptElsewhere(QObject):
    """Looks for that while a document is open.

    What this program keeps itself is told too: whoever listens compares it with what is known. What they could not read
    is told again once it can be read.
    """

    changed = Signal(object)  # a ValuesSince: of which documents and kinds values have changed

    def __init__(self, document: OpenDocument, kept: KeptValues) -> None:
        """Look in `kept` for the document open in `document`; make it before those who read there what is kept."""
        super().__init__()
        self._document, self._kept = document, kept
        self._mark: Mark | None = None
        self._missed = False  # whether somebody could not read what is kept
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(self.look)
        kept.unread.connect(self._on_unread)
        document.closed.connect(self._rest)
        document.opening.connect(self.look)  # before it is read what is kept, so that nothing falls between

    @guarded
    def _rest(self) -> None:
        self._timer.stop()

    @guarded
    def look(self, *_: object) -> None:
        """Look now."""
        if not self._looking:
            self._looking, mark = True, self._mark
            self._kept.do(lambda values: values.since(mark), self._on_found, self._on_ended)

    @guarded
    def _on_unread(self) -> None:
        self._missed = True

    def _on_found(self, since: ValuesSince) -> None:
        self._mark = since.mark
        self._on_ended()
        if self._missed and since.read:
            self._missed, since = False, ValuesSince(since.mark)  # all is read again
        if since.changed is None or since.changed:
            self.changed.emit(since)

    def _on_ended(self) -> None:
        self._looking = False
        if self._document.entry is not None:
            self._timer.start()


def concerns(since: ValuesSince, document: Path | None, *kinds: str) -> bool:
    """Whether values of one of these kinds may have changed for a document."""
    return document is not None and any(since.concerns(document, kind) for kind in kinds)
