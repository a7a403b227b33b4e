"""Edits that were deleted elsewhere, of which this program may have the last copies, whatever window shows them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from reader.memory import Key
from reader.parallel import user_edit
from ui.editing.change import Spot
from ui.editing.edit_keeper import EditKeeper
from ui.toolkit.guard import guarded


@dataclass(frozen=True, slots=True)
class _Vanished:
    """Where an edit was, how it read, and which change of the sentence here was the latest then."""

    spot: Spot
    words: str
    number: int


class VanishedEdits(QObject):
    """Has them by document, until they are brought back or forgotten."""

    def __init__(self, edits: EditKeeper) -> None:
        """What is brought back is for `edits` to keep."""
        super().__init__()
        self._edits = edits
        self._found: dict[Path | None, dict[Key, _Vanished]] = {}

    def add(self, spot: Spot, words: str) -> None:
        """An edit that read so is kept no more."""
        vanished = _Vanished(spot, words, self._edits.number_of(spot.key))
        self._found.setdefault(spot.text.document.path, {})[spot.key] = vanished

    def count(self, document: Path | None) -> int:
        """How many there are of a document."""
        return len(self._found.get(document, ()))

    def bring_back(self, document: Path | None) -> None:
        """Keep those of a document again, whatever is open by now, but where the user has edited the sentence since."""
        for key, vanished in self._found.pop(document, {}).items():
            spot, words = vanished.spot, vanished.words
            if self._edits.number_of(key) == vanished.number or self._edits.was_taken_back(key):
                self._edits.save(spot, user_edit(spot.sentence, words), words)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Those of one document; None is for all."""
        self._found = {path: found for path, found in self._found.items() if document not in (None, path)}
