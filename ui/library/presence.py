"""Whether the files of the library are there, and as they were when they were described."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from reader.files import Stamp, stamp_of
from reader.library import Entry
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# So many at a time are handed over.
_AT_ONCE = 100
_SOON_MS = 200


class Presence(QObject):
    """Looks at all files in the background, and has the shelf describe those again that have changed.

    The disk may be slow, or one of a network that is not there: the work has a thread of its own, and is not begun
    again before it has ended.
    """

    def __init__(self, shelf: Shelf, pool: Pool) -> None:
        """Look at the files of the documents on `shelf`, in `pool`."""
        super().__init__()
        self._shelf = shelf
        self._looking = Latest(pool, self)
        self._again = False  # whether it was asked for meanwhile
        self._stamps: dict[Path, Stamp | None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        shelf.unreadable.connect(self._look_soon)

    @guarded
    def look(self) -> None:
        """Look at all files, now or as soon as that is done which is under way."""
        self._again = self._looking.running
        if not self._again:
            entries = [entry for entry in self._shelf.library if not entry.bundled]
            self._looking.start(lambda job: _look(entries, job), item=self._on_seen, finished=self._on_finished)

    @guarded
    def _look_soon(self) -> None:
        """A file could not be read: perhaps it is not there."""
        if not self._soon.isActive():
            self._soon.start()

    def _on_seen(self, seen: Sequence[tuple[Entry, Stamp | None]]) -> None:
        for entry, stamp in seen:
            before = self._stamps.get(entry.path) or self._shelf.stamp_of(entry.path) or stamp
            self._stamps[entry.path] = stamp
            self._shelf.set_missing(entry, stamp is None)
            if stamp is not None and stamp != before:
                self._shelf.describe_again(entry)

    def _on_finished(self, _outcome: object) -> None:
        if self._again:
            self.look()

    @guarded
    def forget(self, document: Path | None) -> None:
        """Drop what is known of a document's file, or with None of all."""
        if document is None:
            self._stamps.clear()
        else:
            self._stamps.pop(document, None)


def _look(entries: Sequence[Entry], job: Job) -> None:
    """On a thread of its own: hand over the stamps of the files, many at a time."""
    waiting = iter(entries)
    while (part := list(islice(waiting, _AT_ONCE))) and not job.is_cancelled():
        job.emit_item([(entry, stamp_of(entry.path)) for entry in part])
