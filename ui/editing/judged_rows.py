"""Looks up what the user thinks of the sentences of the open document, as their translations come."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from reader.parallel import ParallelText
from ui.editing.judging import Judging
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded

# While a document is translated, rows change many times a second.
_GATHER_MS = 200


class JudgedRows(QObject):
    """Has `Judging` know the sentences of the open document: all when it opens, and then those of changed rows."""

    def __init__(self, document: OpenDocument, judging: Judging) -> None:
        """Look up those of what is open in `document`."""
        super().__init__()
        self._document, self._judging = document, judging
        self._changed = set[int]()
        self._settled = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._look)
        document.opened.connect(self._on_opened)
        document.rows_changed.connect(self._on_changed)

    @property
    def settled(self) -> bool:
        """Whether all that was remembered of the open document has been looked up."""
        if not self._settled:
            waiting = self._gather.isActive() or self._judging.looking
            self._settled = self._document.is_prepared and not waiting
        return self._settled and not self._judging.looking

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._changed.clear()
        self._settled = False
        self._judging.look_anew()

    @guarded
    def _on_changed(self, rows: Sequence[int]) -> None:
        self._changed.update(rows)
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _look(self) -> None:
        rows, self._changed = sorted(self._changed), set()
        if (text := self._document.text) is not None:
            self._judging.look_in(text, [row for row in rows if row < len(text.rows)])
