"""How much of the open document is translated, for the list of documents."""

import math

from PySide6.QtCore import QObject, QTimer

from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded

# Rows arrive several times a second; the list says it this often.
_GATHER_MS = 1000


class TranslatedShare(QObject):
    """Notes the share on the shelf while the document is being translated; written when all is, or when it is left."""

    def __init__(self, document: OpenDocument, shelf: Shelf, owner: QObject) -> None:
        """Watch `document` while `owner` lives."""
        super().__init__(owner)
        self._document, self._shelf = document, shelf
        self._gather = QTimer(self)
        self._gather.setInterval(_GATHER_MS)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._note)
        document.prepared.connect(self._note)
        document.updated.connect(self._on_updated)
        document.closing.connect(self.keep)

    @guarded
    def _on_updated(self) -> None:
        if self._share() == 1:
            self._note()
        elif not self._gather.isActive():
            self._gather.start()

    @guarded
    def _note(self) -> None:
        self._mark(save=self._share() == 1)

    @guarded
    def keep(self) -> None:
        """Write it: the document is left, or the program may end."""
        self._mark(save=True)

    def _mark(self, *, save: bool) -> None:
        self._gather.stop()
        entry, share = self._document.entry, self._share()
        if entry is not None and share is not None and self._document.is_prepared and entry.translated != share:
            self._document.entry = self._shelf.mark_translated(entry, share, save=save)

    def _share(self) -> float | None:
        """The share of the paragraphs that is translated; only that of a finished document is 1."""
        tally = self._document.tally
        if tally is None or not tally.total:
            return None
        left = tally.pending + tally.failed
        return 1.0 if not left else math.floor(1000 * (tally.total - left) / tally.total) / 1000
