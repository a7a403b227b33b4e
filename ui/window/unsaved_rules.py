"""Which warnings a document is not to show, until the list of documents with that is on the disk."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from reader.library import Entry
from reader.unwritten import Unwritten
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded


class UnsavedRules(QObject):
    """Remembers the latest choice for each rule and document until it is written."""

    unsaved_changed = Signal()  # possibly

    def __init__(self, shelf: Shelf) -> None:
        """All is written by `shelf`."""
        super().__init__()
        self._shelf = shelf
        self._chosen, self._lock = dict[tuple[Path, str], Unwritten](), Lock()

    @property
    def records(self) -> tuple[Unwritten, ...]:
        """What is not on the disk yet, as it is recorded for another run of the program."""
        with self._lock:
            return tuple(self._chosen.values())

    def add(self, path: Path, rule: str, dismissed: bool) -> None:
        """A choice was given to the shelf."""
        self._keep([Unwritten(str(path), rule, dismissed)])
        self.unsaved_changed.emit()

    def _keep(self, records: Iterable[Unwritten]) -> None:
        with self._lock:
            for record in records:
                self._chosen[Path(record.document), record.rule] = record
                self._shelf.once_saved(partial(self._on_saved, record))

    def _on_saved(self, record: Unwritten) -> None:
        """On the thread that writes the list."""
        with self._lock:
            key = Path(record.document), record.rule
            if self._chosen.get(key) is not record:
                return
            del self._chosen[key]
        self.unsaved_changed.emit()

    @guarded
    def take_over(self, records: Sequence[Unwritten]) -> None:
        """Choose what other runs of the program could not write; not for documents that are in the list no more."""
        mine = [record for record in records if not record.pairs]
        listed = [record for record in mine if self._shelf.library.find(Path(record.document)) is not None]
        for record in listed:
            self._shelf.dismiss(self._shelf.entry_of(Path(record.document)), record.rule, record.there)
        self._keep(listed)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        with self._lock:
            moved = [record for (path, _), record in self._chosen.items() if path == before.path]
            for record in moved:
                del self._chosen[before.path, record.rule]
        self._keep(Unwritten(str(now.path), record.rule, record.there) for record in moved)

    @guarded
    def forget(self, document: Path | None) -> None:
        """A document was forgotten, or with None all."""
        with self._lock:
            self._chosen = {} if document is None else {k: v for k, v in self._chosen.items() if k[0] != document}
        self.unsaved_changed.emit()
