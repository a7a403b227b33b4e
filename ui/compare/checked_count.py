"""How many sentences of the open document the user has checked, for the list of documents."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.compare.sentences import Sentences
from ui.editing.judged_rows import JudgedRows
from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded

# Rows change several times a second while a text is translated; the list says it this often.
_GATHER_MS = 1000


class CheckedCount(QObject):
    """Notes on the shelf how many are checked, of how many, and has it written when the document is left."""

    def __init__(self, document: OpenDocument, sentences: Sentences, judged: JudgedRows, shelf: Shelf) -> None:
        """Watch the `sentences` of `document`; until what was accepted is `judged`, nothing is noted."""
        super().__init__()
        self._document, self._sentences, self._judged, self._shelf = document, sentences, judged, shelf
        self._gather = QTimer(self)
        self._gather.setInterval(_GATHER_MS)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._note)
        sentences.changed.connect(self._on_changed)
        sentences.leaving.connect(self.keep)

    @guarded
    def _on_changed(self, _: object) -> None:
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _note(self) -> None:
        self._mark(save=False)

    @guarded
    def keep(self) -> None:
        """Write it: the document is left, or the program may end."""
        self._mark(save=True)

    def _mark(self, *, save: bool) -> None:
        self._gather.stop()
        entry, sentences = self._document.entry, self._sentences
        if entry is None or not self._document.is_prepared or not sentences.counted:
            return
        if not self._judged.settled:
            self._gather.start()
            return
        counts: dict[str, Any] = {"checked": sentences.checked, "sentences": sentences.total}
        if replace(entry, **counts) != entry:
            self._shelf.mark_checked(entry, **counts, save=save)
            # The rest of the entry is as it was: what others have changed in it is noticed by those who follow that.
            self._document.entry = replace(entry, **counts)
