"""Changes that a text being prepared may not have: made since, or not written when the memory was asked for it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.memory import Key
from ui.editing.change import Change
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded


class MissedChanges(QObject):
    """Collects them from the beginning of a preparation, and tells when the text is shown, and when it is complete."""

    missed = Signal(list)  # the Changes, at their sentences in the open text

    def __init__(self, document: OpenDocument, waiting: Callable[[], list[Change]]) -> None:
        """Serve the texts of `document`; `waiting` gives the changes that are not written yet."""
        super().__init__()
        self._document, self._waiting = document, waiting
        self._changes: dict[Key, Change] = {}  # the latest of each sentence
        document.opening.connect(self._on_preparing)
        document.replacing.connect(self._on_preparing)
        document.opened.connect(self._tell)
        document.prepared.connect(self._on_prepared)

    def add(self, change: Change) -> None:
        """A change was just made."""
        if not self._document.is_prepared:
            self._changes[change.spot.key] = change

    @guarded
    def _on_preparing(self) -> None:
        self._changes |= {change.spot.key: change for change in self._waiting()}

    @guarded
    def _on_prepared(self) -> None:
        self._tell()
        self._changes = {}

    @guarded
    def _tell(self) -> None:
        if (text := self._document.text) is None:
            return
        languages = text.source_language, text.target_language
        missed = [
            replace(change, spot=replace(change.spot, text=text))
            for key, change in self._changes.items()
            if key[:2] == languages
        ]
        if missed:
            self.missed.emit(missed)
