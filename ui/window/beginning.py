"""What the window shows at a start without files: the document read last or, at the very first start, an example."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from reader.files import is_regular, is_there
from reader.library import Entry
from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest
from ui.window.main_window import MainWindow

# The most documents to look for: one that is on a disk that is gone may take long.
_MOST = 10


def is_first_start(*files: Path) -> bool:
    """Whether none of these `files`, which the program writes for itself, is there yet."""
    return not any(is_there(file) for file in files)


class Beginning(QObject):
    """Opens a document once it is known that an earlier run ended as expected, unless one is open by then."""

    def __init__(
        self, window: Callable[[], MainWindow], shelf: Shelf, document: OpenDocument, pool: Pool, *, first: bool
    ) -> None:
        """`window` gives the current one; files are looked for in `pool`; `first` is for the very first start."""
        super().__init__()
        self._window, self._shelf, self._document, self._first = window, shelf, document, first
        self._looking = Latest(pool, self)
        self._continued: Path | None = None  # the document being opened again
        document.opening.connect(self._on_opening)
        document.opened.connect(self._on_opened)
        document.unreadable.connect(self._on_unreadable)

    @property
    def looking(self) -> bool:
        """Whether it is still to be known which document to open."""
        return self._looking.running

    @guarded
    def open_first(self, ended: bool) -> None:
        """Open a document; nothing if an earlier run `ended` unexpectedly, perhaps because of the one it had open."""
        if ended or self._document.entry is not None:
            return
        if self._first:
            self._begin_with_example()
            return
        opened = sorted((entry for entry in self._shelf.library if entry.opened), key=_newest_first)[:_MOST]
        self._looking.start(lambda job: _present(opened, job), finished=self._continue)

    def _begin_with_example(self) -> None:
        window, example = self._window(), next(iter(self._shelf.library.examples), None)
        if example is not None:
            window.documents.open_entry(example)
            window.welcome.open()

    def _continue(self, entry: Entry | None) -> None:
        if entry is not None and self._document.entry is None:
            self._continued = entry.path
            self._window().documents.open_entry(entry)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        if entry.path != self._continued:
            self._continued = None

    @guarded
    def _on_opened(self) -> None:
        self._continued = None

    @guarded
    def _on_unreadable(self, entry: Entry, _error: Exception) -> None:
        """Show that nothing is open: the user has not asked for this document now."""
        if entry.path == self._continued:
            self._continued = None
            self._window().documents.close_document()


def _newest_first(entry: Entry) -> int:
    return -entry.opened


def _present(entries: Iterable[Entry], job: Job) -> Entry | None:
    """On the pool's thread: the first entry whose file is there."""
    return next((entry for entry in entries if not job.is_cancelled() and is_regular(entry.path)), None)
