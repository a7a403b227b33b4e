"""Edits deleted elsewhere, of which this program may have the last copies, whichever window is open."""

from dataclasses import field
from pathlib import Path

from PySide6.QtCore import QObject

from reader.late_dataclasses import dataclass
from reader.library import Entry
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


@dataclass(slots=True, eq=False)
class Vanished:
    """The edits of a document that were deleted elsewhere, by sentence; `document` is its file, where that is now."""

    document: Path | None
    edits: dict[Key, _Deleted] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.edits)


class DeletedEdits(QObject):
    """Stores them by document, until they are restored or forgotten."""

    def __init__(self, edits: EditKeeper, steps: EditSteps) -> None:
        """Restored edits are saved by `steps`, unless `edits` knows later ones."""
        super().__init__()
        self._edits, self._steps = edits, steps
        self._found: list[Vanished] = []

    @property
    def documents(self) -> frozenset[Path]:
        """The files of the documents that they are known of."""
        return frozenset(each.document for each in self._found if each.document is not None)

    def add(self, spot: Spot, words: str, document: Path | None) -> Vanished:
        """Add the text of an edit that was deleted in a `document`; returns all that are known of that."""
        vanished = next((each for each in self._found if each.document == document), None)
        if vanished is None:
            self._found.append(vanished := Vanished(document))
        vanished.edits[spot.key] = _Deleted(spot, words, self._edits.number_of(spot.key))
        return vanished

    def bring_back(self, vanished: Vanished) -> None:
        """Save them again, whatever is open, unless the user has edited the sentence since; nothing if forgotten."""
        if not any(each is vanished for each in self._found):
            return
        self._found.remove(vanished)
        wanted = [
            (
                deleted.spot,
                user_edit(deleted.spot.sentence, deleted.words, languages=deleted.spot.key[:2]),
                deleted.words,
            )
            for key, deleted in vanished.edits.items()
            if self._edits.number_of(key) == deleted.number or self._edits.was_reverted(key)
        ]
        self._steps.save(*wanted, document=vanished.document)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        for vanished in self._found:
            if vanished.document == before.path:
                vanished.document = now.path

    @guarded
    def forget(self, document: Path | None) -> None:
        """Forget those of one document; None is for all."""
        self._found = [each for each in self._found if document not in (None, each.document)]
