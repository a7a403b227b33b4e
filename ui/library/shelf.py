"""The library as the window sees it: changes kept on disk, documents described in the background."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import log
from reader.errors import OutputError
from reader.formats import read_document
from reader.library import Entry, Library
from ui.guard import guarded
from ui.i18n import said
from ui.jobs import Job, Pool


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list shows of a document: its title, its language (code) and its length in words."""

    title: str
    language: str
    words: int


class Shelf(QObject):
    """Adds, removes and describes documents. `notice` carries one sentence for the user."""

    changed = Signal()
    described = Signal(object, object)  # Entry, Summary
    unreadable = Signal(object, str)  # Entry, why
    notice = Signal(str)

    def __init__(self, library: Library, pool: Pool) -> None:
        """A shelf over `library`, reading files in `pool`."""
        super().__init__()
        self.library = library
        self._pool = pool
        self._joining: set[Path] = set()  # files that are being read for the first time

    def entry_of(self, path: Path) -> Entry:
        """The entry of a file; a new one for a file that is not in the library."""
        return self.library.find(path) or Entry(Path(os.path.abspath(path)))

    def add(self, path: Path) -> None:
        """Put a file into the library, once it was found to be readable; a notice says why it is not."""
        entry = self.entry_of(path)
        if self.library.find(path) is None:
            self._joining.add(entry.path)
            self.describe(entry)

    def admit(self, entry: Entry, summary: Summary) -> None:
        """A document that was opened belongs into the library; it may have changed since it was described."""
        self.described.emit(entry, summary)  # first, or the list would have it read once more
        if self.library.find(entry.path) is None:
            self._kept(lambda: self.library.add(entry.path))
            self.changed.emit()

    def remove(self, entry: Entry) -> None:
        """Take one of the user's documents off the list; the file stays."""
        self._kept(lambda: self.library.remove(entry))
        self.changed.emit()

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Keep the languages chosen for a document."""
        self._kept(lambda: self.library.choose_languages(entry, source, target))
        return self.library.find(entry.path) or entry

    def keep_position(self, entry: Entry, row: int, share: float) -> None:
        """Keep where a document was left."""
        self._kept(lambda: self.library.keep_position(entry, row, share))

    def describe(self, entry: Entry) -> None:
        """Read a document in the background; `described` or `unreadable` follows."""
        job = Job(lambda _: (entry, *_summary(entry)))
        job.finished.connect(self._announce)
        self._pool.start(job)

    @guarded
    def _announce(self, _job: Job, result: tuple[Entry, Summary | None, str]) -> None:
        entry, summary, problem = result
        joining = entry.path in self._joining
        self._joining.discard(entry.path)
        if summary is None:
            self.unreadable.emit(entry, problem)
            if joining:
                self.notice.emit(problem)
            return
        if joining:
            self.admit(entry, summary)
        else:
            self.described.emit(entry, summary)

    def _kept(self, change: Callable[[], object]) -> None:
        try:
            change()
        except OutputError as error:
            self.notice.emit(said(error))


def _summary(entry: Entry) -> tuple[Summary | None, str]:
    try:
        document = read_document(entry.path)
    except Exception as error:  # noqa: BLE001 - the list says that it cannot be read
        log.caught(error, "describing a document")
        return None, said(error)
    return Summary(document.title, document.language, document.words), ""
