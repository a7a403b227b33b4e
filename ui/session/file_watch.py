"""The file of the open document, read again when another program has changed it, or has put it right."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.files import Stamp, stamp_of
from reader.formats import Choices, choices_of
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.text import Document, revision
from ui.session.open_document import OpenDocument, Version
from ui.session.pools import Pools
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest
from ui.toolkit.pauses import Pauses

# A file is read once it has stayed the same for so long: another program may still be writing it. One that goes on
# changing, as a log does, is looked at and read more and more rarely.
_QUIET_MS, _LONGEST_MS = 400, 30_000
# The longest wait for edits to be written before a later version is shown.
_PATIENCE_MS = 2000
# Seconds between changes that have nothing to do with each other, as when the user saves a text again and again.
_CALM_S = 3.0
# The wait for work that goes on with the text as it is.
_BUSY_MS = 1000
# The stamp of no file; that of a file that is not there is None.
_NONE: Stamp = (-2, 0, 0)


@dataclass(frozen=True, slots=True)
class _Read:
    """A later version of the document; None if the document is the same, whatever happened to its file."""

    version: Version
    document: Document | None


class FileWatch(QObject):
    """Looks at the file when the system tells of a change, and when asked to, as some file systems never tell.

    A file that is not there, or cannot be read, leaves the text as it is. Where there is no text since it could not be
    read, the document is to be opened again once the file has changed.
    """

    again = Signal(object)  # the Entry of a document that could not be read, and perhaps can be now
    gone = Signal(object)  # the Entry whose file is no longer there
    unreadable = Signal(object, object)  # the Entry whose file was changed and cannot be read, and the exception
    well = Signal(object)  # the Entry: neither is true any more

    def __init__(self, document: OpenDocument, pools: Pools, busy: Callable[[], bool]) -> None:
        """Watch the file open in `document`; while `busy`, its text is not replaced."""
        super().__init__()
        self._document, self._busy = document, busy
        self._looking, self._reading = Latest(pools.files, self), Latest(pools.files, self)
        self._settling = Latest(pools.edits, self)
        self._pauses, self._changed = Pauses(_QUIET_MS, _LONGEST_MS), 0.0  # when it was last seen to have changed
        self._seen: Stamp | None = _NONE  # when it was last looked at
        self._told: Stamp | None = _NONE  # of the state that the user was told of
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)
        self._overdue = QTimer(self)
        self._overdue.setSingleShot(True)
        self._overdue.setInterval(_PATIENCE_MS)
        self._overdue.timeout.connect(self._show)
        self._next: tuple[Document, _Read]  # the document that is open and the later version of it, to be shown
        self._watcher: QFileSystemWatcher | None = None
        self._unread = False  # whether there is no text, as the file could not be read
        document.opened.connect(self._follow)
        document.unreadable.connect(self._follow_unread)
        document.closing.connect(self._leave)

    @guarded
    def _follow(self) -> None:
        """A text is shown: watch its file, and its folder, in which another file may take its place."""
        entry = self._document.entry
        if entry is None or entry.bundled:
            return
        if self._watcher is None:  # made anew for each document: it would keep what it cannot find any more
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._look_soon)
            self._watcher.directoryChanged.connect(self._look_soon)
        self._pauses.keep([entry.path])  # also while it is opened again and again
        self._look_soon()

    @guarded
    def _follow_unread(self) -> None:
        """The document could not be read: watch where its file was, or is."""
        self._unread = self._document.text is None
        self._follow()

    @guarded
    def _leave(self) -> None:
        """The document is left."""
        for work in (self._looking, self._reading, self._settling):
            work.cancel()
        self._again.stop()
        self._overdue.stop()
        self._unread = False
        self._seen = self._told = _NONE
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """The file of a document was moved by another program: if that is open, its text stays, and is read there."""
        here = self._document.entry
        if here is None or here.path != before.path or self._document.text is None:
            return
        self._document.entry = now
        self._settle(now)
        self._leave()
        self._document.version.stamp = _NONE  # it is read again there: what it says about itself has changed
        self._follow()

    @guarded
    def look_at(self, entry: Entry) -> None:
        """The file of a document has gone, or is there again: look soon if that is the open one."""
        if self._document.entry is not None and self._document.entry.path == entry.path:
            self._look_soon()

    @guarded
    def _look_soon(self) -> None:
        entry = self._document.entry
        if entry is not None and not self._again.isActive():
            # Not put off again, or in a folder where something always happens, it would never be looked at.
            self._again.start(self._pauses.longer(entry.path))

    @guarded
    def look(self) -> None:
        """Look whether the file has changed; does nothing without a document that was, or was to be, read from one."""
        entry, is_settled = self._document.entry, self._document.text is not None or self._unread
        working = self._looking.running or self._reading.running or self._settling.running
        if entry is None or entry.bundled or not is_settled:
            return
        if working:
            self._look_soon()  # what is under way may have seen the file before this change
            return
        self._again.stop()
        self._looking.start(lambda _: stamp_of(entry.path), finished=lambda stamp: self._on_looked(entry, stamp))

    def _on_looked(self, entry: Entry, stamp: Stamp | None) -> None:
        if self._watch(entry.path, there=stamp is not None):
            self._look_soon()  # nobody has told of changes between the look and now
        if stamp == self._document.version.stamp:
            self._settle(entry)
        elif stamp == self._told:
            pass  # as the user was told
        elif stamp != self._seen:
            self._again.start(self._pause(entry.path))
        elif self._unread:
            self.again.emit(entry)
            return
        elif self._busy() or not self._document.is_prepared:
            self._again.start(_BUSY_MS)
        elif stamp is None:
            self._told = None
            self.gone.emit(entry)
        else:
            self._read(entry)
        self._seen = stamp

    def _pause(self, path: Path) -> int:
        """How long to wait for a file that has just changed, in milliseconds."""
        now = time.monotonic()
        if now - self._changed > max(_CALM_S, 2 * self._pauses.longer(path) / 1000):
            self._pauses.keep(())
        self._changed = now
        return self._pauses.after(path)

    def _watch(self, path: Path, *, there: bool) -> bool:
        """Have the system tell of changes, if it can, and return whether it does so only from now on.

        A file that was replaced is no longer watched.
        """
        if self._watcher is None:
            return False
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(each) for each in ((path, path.parent) if there else (path.parent,))}
        refused = self._watcher.addPaths(sorted(wanted - known)) if wanted - known else []
        return len(refused) < len(wanted - known)

    def _settle(self, entry: Entry) -> None:
        if self._told != _NONE:
            self._told = _NONE
            self.well.emit(entry)

    # Reading

    def _read(self, entry: Entry) -> None:
        text = self._document.text
        assert text is not None
        before, choices = text.document, choices_of(entry.encoding, entry.lines)
        self._reading.start(
            lambda job: _read(job, entry.path, choices, before),
            finished=lambda read: self._on_read(entry, before, read),
            failed=lambda error: self._on_unreadable(entry, error),
        )

    def _on_read(self, entry: Entry, before: Document, read: _Read) -> None:
        self._settle(entry)
        if read.document is None:
            self._document.version.stamp = read.version.stamp
            self._look_soon()  # it may have changed while it was read
            return
        # First whatever the user has edited is to be in the memory, from where the new text has it. Where that takes
        # long, as on a disk that is full or slow, it is shown in the new text once it is there.
        self._next = before, read
        self._settling.start(lambda _: None, finished=lambda _: self._show())
        self._overdue.start()

    @guarded
    def _show(self) -> None:
        self._overdue.stop()
        self._settling.cancel()
        (before, read), text = self._next, self._document.text
        if read.document is not None and text is not None and text.document is before:
            self._document.revise(read.document, read.version)

    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        self._told = self._seen
        self.unreadable.emit(entry, error)


def _read(job: Job, path: Path, choices: Choices, before: Document) -> _Read:
    """On a thread for files: read the file, and compare what it says now with the document `before`."""
    version = Version()
    document = version.read(job, path, choices)
    if document == before:
        return _Read(version, None)
    version.revision = revision(before.paragraphs, document.paragraphs)
    return _Read(version, document)
