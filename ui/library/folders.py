"""Folders whose documents the user adds to the library, all at once, whichever window is open."""

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.late_dataclasses import dataclass
from reader.library import Entry, Library
from reader.library_list import absolute
from ui.library.folder_contents import MOST_FILES, FolderContents, contents_of
from ui.library.moved_files import moved_among
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job

# The most documents handed to the shelf at once: some milliseconds.
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Looking:
    """A folder is being looked into."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Adding:
    """So many documents of a folder are joining the library."""

    folder: Path
    count: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has come of a folder.

    Attributes:
        contents: what is in it.
        joined: how many documents have joined.
        unreadable: the files that were no documents, each with one sentence that says why.
        listed: whether any of its documents is in the library now.
        watched: whether it is watched from now on.
        cancelled: whether the user has ended it before all had joined.
    """

    contents: FolderContents
    joined: int
    unreadable: tuple[tuple[Path, str], ...]
    listed: bool
    watched: bool
    cancelled: bool

    @property
    def folder(self) -> Path:
        """The folder."""
        return self.contents.folder

    @property
    def beyond(self) -> tuple[Path, ...]:
        """The files that were left out since there are too many."""
        return self.contents.files[MOST_FILES:]


@dataclass(frozen=True, slots=True)
class Closed:
    """A folder that cannot be looked into, and why."""

    folder: Path
    error: Exception


Stage = Looking | Adding | Outcome | Closed


@dataclass(slots=True)
class _InHand:
    """The documents of a folder that are being added, and what has come of it so far."""

    contents: FolderContents
    waiting: set[Path]
    watched: bool
    joined: list[Path] = field(default_factory=list)
    unreadable: list[tuple[Path, str]] = field(default_factory=list)


class Folders(QObject):
    """Adds the documents of folders in the background, and tells of each stage of it."""

    stage = Signal(object)  # the Stage that a folder has reached
    over = Signal(object)  # the Path of a folder of which there is nothing to tell any more
    added = Signal(object)  # the Paths of the documents of a folder that have joined
    first = Signal(object)  # the Path of the first document of a folder, once all are in the list
    watch = Signal(object, object)  # the Path of a folder that is to be watched, and the files in it now

    def __init__(self, shelf: Shelf, steps: LibrarySteps, pools: DiskPools) -> None:
        """Add documents to `shelf`; folders are looked into in `pools`."""
        super().__init__()
        self._shelf, self._steps, self._pools = shelf, steps, pools
        self._looking: dict[Path, Job] = {}
        self._to_watch: set[Path] = set()  # of these, those that are to be watched
        self._in_hand: dict[Path, _InHand] = {}
        shelf.joined.connect(self._on_joined)
        shelf.unreadable.connect(self._on_unreadable)

    @guarded
    def look_into(self, folders: Sequence[Path], *, watch: bool = False) -> None:
        """Add the documents in these folders, the first of which comes first, and `watch` each if it can be read."""
        for folder in map(absolute, reversed(folders)):
            if watch:
                self._watch_once_read(folder)
            if folder in self._looking or folder in self._in_hand:
                continue
            job = self._looking[folder] = Job(partial(_look, folder, self._shelf.library))
            job.finished.connect(guarded(self._on_looked))
            job.failed.connect(guarded(partial(self._on_closed, folder)))
            self.stage.emit(Looking(folder))
            self._pools.of(folder).start(job)

    def _watch_once_read(self, folder: Path) -> None:
        """Have a folder watched, perhaps one that is being added already."""
        if (adding := self._in_hand.get(folder)) is None:
            self._to_watch.add(folder)
        elif not adding.watched:
            adding.watched = True
            self.watch.emit(folder, adding.contents.files)

    @guarded
    def cancel(self, folder: Path) -> None:
        """Look no further into a folder, whose disk may not answer; or add no more of it: what was added stays."""
        if (job := self._looking.pop(folder, None)) is not None:
            job.cancel()
            self._to_watch.discard(folder)
            self.over.emit(folder)
        elif (adding := self._in_hand.get(folder)) is not None:
            self._shelf.give_up(adding.waiting)
            adding.waiting.clear()
            self._finish(adding, cancelled=True)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Add no more documents and tell nothing, as everything is about to be forgotten; of one `document` all stays.

        What a look finds after this is not taken.
        """
        if document is not None:
            self._done_with(document, lambda _: None)
            return
        looking, self._looking = self._looking, {}
        self._to_watch.clear()
        in_hand, self._in_hand = self._in_hand, {}
        for job in looking.values():
            job.cancel()
        for adding in in_hand.values():
            self._shelf.give_up(adding.waiting)
            adding.waiting.clear()
        for folder in (*looking, *in_hand):
            self.over.emit(folder)

    def _on_closed(self, folder: Path, job: Job, error: Exception) -> None:
        if self._looking.get(folder) is job:
            del self._looking[folder]
            self._to_watch.discard(folder)
            self.stage.emit(Closed(folder, error))

    def _on_looked(self, job: Job, found: tuple[FolderContents, dict[Path, Path]]) -> None:
        contents, moved = found
        folder, library = contents.folder, self._shelf.library
        if self._looking.get(folder) is not job:
            return
        del self._looking[folder]
        if moved:
            self._steps.follow_moved(moved, lambda: None)
        places = frozenset(moved.values())
        new = [path for path in contents.files[:MOST_FILES] if path not in places and library.find(path) is None]
        adding = self._in_hand[folder] = _InHand(contents, set(new), folder in self._to_watch)
        self._to_watch.discard(folder)
        if adding.watched:
            self.watch.emit(folder, contents.files)
        if not new:
            self._finish(adding)
            return
        self.stage.emit(Adding(folder, len(new)))
        self._add_some(adding, new)

    @guarded
    def _add_some(self, adding: _InHand, left: list[Path]) -> None:
        """Hand some documents to the shelf, and go on later: the window must respond. The last comes first."""
        for _ in range(min(_AT_ONCE, len(left))):
            if (path := left.pop()) in adding.waiting:  # else it was given up
                self._shelf.add(path, quietly=True)
        if left:
            QTimer.singleShot(0, self, guarded(partial(self._add_some, adding, left)))

    @guarded
    def _on_joined(self, entry: Entry) -> None:
        self._done_with(entry.path, lambda adding: adding.joined.append(entry.path))

    @guarded
    def _on_unreadable(self, entry: Entry, problem: str) -> None:
        self._done_with(entry.path, lambda adding: adding.unreadable.append((entry.path, problem)))

    def _done_with(self, path: Path, note: Callable[[_InHand], None]) -> None:
        for adding in [each for each in self._in_hand.values() if path in each.waiting]:
            note(adding)
            adding.waiting.discard(path)
            if not adding.waiting:
                self._finish(adding)

    def _finish(self, adding: _InHand, *, cancelled: bool = False) -> None:
        contents = adding.contents
        del self._in_hand[contents.folder]
        if adding.joined:
            self._steps.added(adding.joined)
            self.added.emit(tuple(adding.joined))
        first = next((path for path in contents.files if self._shelf.library.find(path) is not None), None)
        if first is not None:
            self.first.emit(first)  # before the notice, as opening it removes those that are no longer true
        joined, unreadable = len(adding.joined), tuple(adding.unreadable)
        self.stage.emit(Outcome(contents, joined, unreadable, first is not None, adding.watched, cancelled))


def _look(folder: Path, library: Library, job: Job) -> tuple[FolderContents, dict[Path, Path]]:
    """What is in a folder, and where in it the files of documents are that were moved there."""
    contents = contents_of(folder, job.is_cancelled)
    return contents, moved_among(contents.files, contents.stamps, library)
