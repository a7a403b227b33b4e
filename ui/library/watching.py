"""Watched folders: their new documents join the library, whichever window is open."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.errors import TospaltError
from reader.files import Stamp
from reader.library import Entry
from reader.watched import Watched
from ui.library.folder_contents import MOST_FILES, contents_of
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# A file joins once it has stayed the same for so long: another program may still be writing it.
_QUIET_MS = 1000
# Folders that the system is asked to tell of; in others new files are noticed when the user comes back to the program.
_MOST_TOLD = 256


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look has found.

    Attributes:
        watched: the watched folders.
        new: files that may join the library, with their folders and stamps; `more` if there are others.
        known: files that are in it already, with their folders.
        folders: the folders and those in them.
        gone: those that are not there.
    """

    watched: tuple[Path, ...]
    new: dict[Path, tuple[Path, Stamp]]
    more: bool
    known: dict[Path, Path]
    folders: tuple[Path, ...]
    gone: frozenset[Path]


class Watching(QObject):
    """Looks into the folders when the system tells of a change, and when asked to.

    Attributes:
        folders: the watched folders, as far as known.
    """

    changed = Signal()  # other folders are watched
    added = Signal(object, object)  # a watched folder, and the list of Paths that joined the library
    gone = Signal(object)  # a watched folder that is not there, once
    notice = Signal(str)  # what could not be stored
    problem = Signal(object)  # a Message, with the file of the folders: to be shown until the user closes it

    def __init__(self, watched: Watched, shelf: Shelf, pool: Pool) -> None:
        """Add documents to `shelf`; `pool` has the single thread on which folders are looked into."""
        super().__init__()
        self.folders: tuple[Path, ...] = ()
        self._watched, self._shelf, self._pool = watched, shelf, pool
        self._looking = Latest(pool, self)
        self._quiet: dict[Path, Stamp] = {}  # new files, as they were at the last look
        self._refused: dict[Path, Stamp] = {}  # those that are no texts, as they were then
        self._joining: dict[Path, tuple[Path, Stamp]] = {}
        self._joined: dict[Path, list[Path]] = {}  # by folder, while others are joining
        self._told: frozenset[Path] = frozenset()  # folders that are not there
        self._storing: set[Job] = set()  # changes not made yet
        self._known_problem = watched.problem
        self._paused = False  # everything is being forgotten
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_QUIET_MS)
        self._again.timeout.connect(self.look)
        self._watcher: QFileSystemWatcher | None = None
        shelf.joined.connect(self._on_joined)
        shelf.skipped.connect(self._on_skipped)

    # What is watched

    def watch(self, folder: Path, seen: Iterable[Path] = ()) -> None:
        """Watch a folder from now on; documents in it join the library, but not those that the user has `seen`."""
        files = tuple(seen)
        self._store(lambda: self._watched.watch(folder, files))

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more; its documents stay in the library."""
        self._store(lambda: self._watched.unwatch(folder))

    @guarded
    def pause(self, document: Path | None) -> None:
        """Drop all that is known and under way, as everything is about to be forgotten, and do nothing till `resume`.

        Does nothing for the forgetting of one `document`.
        """
        if document is None:
            self._paused = True
            self._drop()

    @guarded
    def resume(self, document: Path | None) -> None:
        """Everything or a `document` was forgotten, with folders, or could not be."""
        self._paused = self._paused and document is not None
        self.look()

    def _drop(self) -> None:
        self._looking.cancel()
        self._again.stop()
        for job in self._storing:
            job.cancel()
        self._shelf.give_up(self._joining)
        self._told = frozenset()
        for known in (self._storing, self._quiet, self._refused, self._joining, self._joined):
            known.clear()

    def _store(self, change: Callable[[], None]) -> None:
        """Make a change on the thread for folders, and look into them."""
        job = Job(lambda _: self._changed(change))
        job.finished.connect(self._on_stored)
        job.failed.connect(self._on_failed)
        self._storing.add(job)
        self._pool.start(job)

    def _changed(self, change: Callable[[], None]) -> tuple[Path, ...]:
        change()
        return self._watched.folders

    @guarded
    def _on_stored(self, job: Job, folders: tuple[Path, ...]) -> None:
        self._storing.discard(job)
        self._take(folders)
        self.look()

    @guarded
    def _on_failed(self, job: Job, error: Exception) -> None:
        self._storing.discard(job)
        self.notice.emit(said(error))

    def _take(self, folders: tuple[Path, ...]) -> None:
        if self._watched.problem != self._known_problem:
            self._known_problem = self._watched.problem
            self.problem.emit(self._known_problem)
        if folders != self.folders:
            self.folders = folders
            self.changed.emit()

    # Looking

    @guarded
    def look(self) -> None:
        """Look into all watched folders for new documents."""
        if self._paused:
            return
        self._joining = {path: place for path, place in self._joining.items() if self._shelf.is_joining(path)}
        if self._looking.running or self._joining:
            self._look_soon()
        else:
            self._looking.start(self._look, finished=self._on_looked, failed=lambda error: self._on_not_looked(error))

    @guarded
    def _look_soon(self) -> None:
        if not self._again.isActive():
            self._again.start()

    def _look(self, job: Job) -> _Seen:
        """On the thread for folders."""
        watched, gone = self._watched.read(), set[Path]()
        new, more, known = dict[Path, tuple[Path, Stamp]](), False, dict[Path, Path]()
        folders: list[Path] = []
        for folder in watched:
            try:
                contents = contents_of(folder, job.is_cancelled)
            except OSError:
                gone.add(folder)
                continue
            folders += contents.folders
            for path in filter(partial(self._watched.is_new, folder), contents.files):
                stamp = contents.stamps[path]
                if self._shelf.library.find(path) is not None:
                    known[path] = folder
                elif self._refused.get(path) == stamp:
                    continue
                elif len(new) < MOST_FILES:
                    new[path] = folder, stamp
                else:
                    more = True
        return _Seen(watched, new, more, known, tuple(folders), frozenset(gone))

    def _on_looked(self, seen: _Seen) -> None:
        self._take(seen.watched)
        self._have_told(seen.folders)
        for folder in seen.gone - self._told:
            self.gone.emit(folder)
        self._told = seen.gone
        self._see(seen.known.items())
        self._add(seen.new, more=seen.more)

    def _add(self, new: dict[Path, tuple[Path, Stamp]], *, more: bool) -> None:
        """Add the files that have stayed the same since the last look; look again soon if there are others."""
        before, self._quiet = self._quiet, {path: stamp for path, (_, stamp) in new.items()}
        ready = [path for path, (_, stamp) in new.items() if before.get(path) == stamp]
        if more or len(ready) < len(new):
            self._look_soon()
        self._joining = {path: new[path] for path in ready}
        for path in reversed(ready):
            self._shelf.add(path, quietly=True)

    def _on_not_looked(self, error: Exception) -> None:
        if isinstance(error, TospaltError):
            self.notice.emit(said(error))

    def _have_told(self, folders: Sequence[Path]) -> None:
        """Have the system tell of changes in these folders, as far as it can."""
        if self._watcher is None:
            if not folders:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._look_soon)
        wanted, told = {str(folder) for folder in folders[:_MOST_TOLD]}, set(self._watcher.directories())
        if told - wanted:
            self._watcher.removePaths(sorted(told - wanted))
        if wanted - told:
            self._watcher.addPaths(sorted(wanted - told))
            self._look_soon()  # something may have come since these were looked into

    # Joining

    @guarded
    def _on_joined(self, entry: Entry) -> None:
        if (place := self._joining.pop(entry.path, None)) is not None:
            self._joined.setdefault(place[0], []).append(entry.path)
            self._end()

    @guarded
    def _on_skipped(self, entry: Entry) -> None:
        if (place := self._joining.pop(entry.path, None)) is not None:
            self._refused[entry.path] = place[1]
            self._end()

    def _end(self) -> None:
        """Once all have joined, remember them, and tell."""
        if self._joining:
            return
        joined, self._joined = self._joined, {}
        self._see((path, folder) for folder, paths in joined.items() for path in paths)
        for folder, paths in joined.items():
            self.added.emit(folder, paths)

    def _see(self, places: Iterable[tuple[Path, Path]]) -> None:
        """These files, each with its folder, are not new any more."""
        by_folder: dict[Path, list[Path]] = {}
        for path, folder in places:
            by_folder.setdefault(folder, []).append(path)
        for folder, paths in by_folder.items():
            job = Job(partial(_seen, self._watched, folder, paths))
            job.failed.connect(self._on_failed)
            self._pool.start(job)


def _seen(watched: Watched, folder: Path, paths: Sequence[Path], _job: Job) -> None:
    watched.see(folder, paths)
