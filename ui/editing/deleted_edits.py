"""Edits deleted elsewhere, of which this program may have the last copies, whichever window is open."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from reader.memory import Key
from reader.parallel import user_edit
from ui.editing.change import Spot
from ui.editing.edit_keeper import EditKeeper
from ui.editing.edit_steps import EditSteps
from ui.toolkit.guard import guarded


@dataclass(frozen=True, slots=True)
class _Deleted:
    """Where an edit was, its text, and the number of the sentence's latest change here at that time."""

    spot: Spot
    words: str
    number: int


class DeletedEdits(QObject):
    """Stores them by document, until they are restored or forgotten."""

    def __init__(self, edits: EditKeeper, steps: EditSteps) -> None:
        """Restored edits are saved by `steps`, unless `edits` knows later ones."""
        super().__init__()
        self._edits, self._steps = edits, steps
        self._found: dict[Path | None, dict[Key, _Deleted]] = {}

    def add(self, spot: Spot, words: str) -> None:
        """Add the text of an edit that was deleted."""
        deleted = _Deleted(spot, words, self._edits.number_of(spot.key))
        self._found.setdefault(spot.text.document.path, {})[spot.key] = deleted

    def count(self, document: Path | None) -> int:
        """The number of edits of a document."""
        return len(self._found.get(document, ()))

    def bring_back(self, document: Path | None) -> None:
        """Save those of a document again, whatever is open, unless the user has edited the sentence since."""
        wanted = [
            (deleted.spot, user_edit(deleted.spot.sentence, deleted.words), deleted.words)
            for key, deleted in self._found.pop(document, {}).items()
            if self._edits.number_of(key) == deleted.number or self._edits.was_reverted(key)
        ]
        self._steps.save(*wanted)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Forget those of one document; None is for all."""
        self._found = {path: found for path, found in self._found.items() if document not in (None, path)}
