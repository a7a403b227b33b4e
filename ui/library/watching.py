"""Watched folders: their new documents join the library, and its documents are followed where they are moved in them.

That goes on whichever window is open.
"""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import TospaltError
from reader.files import Stamp
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.watched import Watched
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.library.told_folders import ToldFolders
from ui.library.watched_look import Found, Look
from ui.session.pools import Pools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest
from ui.toolkit.pauses import Pauses

# A file joins once it has stayed the same for so long: another program may still be writing it. One that goes on
# changing is looked at more and more rarely.
_QUIET_MS, _LONGEST_MS = 1000, 30_000
# The pause after a look, in times as long as it took, up to the longest: something may always be happening in a large
# folder.
_REST = 2


@dataclass(slots=True, eq=False)
class _Folder:
    """A watched folder.

    Attributes:
        looking: the look into it.
        timer: when to look again.
        found: what the last look has found; None if there was none yet.
        quiet: new files, as they were then.
        rests_until: when the next look may begin.
        gone: whether it was not there at the last look.
        unwritten: whether what the last look found could not be written.
    """

    looking: Latest
    timer: QTimer
    found: Found | None = None
    quiet: dict[Path, Stamp] = field(default_factory=dict)
    rests_until: float = 0.0
    gone: bool = False
    unwritten: bool = False


class Watching(QObject):
    """Looks into the folders when the system tells of a change, and when asked to: each by itself, as one may hang.

    Attributes:
        folders: the watched folders, as far as known.
    """

    changed = Signal()  # other folders are watched
    added = Signal(object, object)  # a watched folder, and the list of Paths that joined the library
    gone = Signal(object)  # a watched folder that is not there, once
    touched = Signal(object)  # the Path of a folder in which something has come or gone
    notice = Signal(str)  # what could not be stored
    problem = Signal(object)  # a Message, with the file of the folders: to be shown until the user closes it

    def __init__(self, watched: Watched, shelf: Shelf, steps: LibrarySteps, pools: Pools) -> None:
        """Add documents to `shelf`, and have `steps` give those other files that were moved."""
        super().__init__()
        self.folders: tuple[Path, ...] = ()
        self._watched, self._shelf, self._steps, self._pools = watched, shelf, steps, pools
        self._reading = Latest(pools.folders.named(os.sep), self)
        self._known: dict[Path, _Folder] = {}
        self._refused: dict[Path, Stamp] = {}  # new files that are no texts, as they were then
        self._pauses = Pauses(_QUIET_MS, _LONGEST_MS)
        self._joining: dict[Path, tuple[Path, Stamp]] = {}
        self._joined: dict[Path, list[Path]] = {}  # by folder, while others are joining
        self._seen: set[Path] = set()  # files that are not new any more, which is not written yet
        self._storing: set[Job] = set()  # changes not made yet
        self._known_problem = watched.problem
        self._pauses_left = 0  # something is being forgotten
        self._told = ToldFolders(self)
        self._told.begun.connect(self._look_around)
        self._told.told.connect(self._look_around)
        self._told.told.connect(self.touched)
        shelf.joined.connect(self._on_joined)
        shelf.skipped.connect(self._on_skipped)

    # What is watched

    @guarded
    def watch_folder(self, folder: Path, seen: Iterable[Path] = ()) -> None:
        """Watch a folder from now on; documents in it join the library, but not those that the user has `seen`."""
        files = tuple(seen)
        self._store(lambda: self._watched.watch(folder, files))

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more; its documents stay in the library."""
        self._store(lambda: self._watched.unwatch(folder))

    @guarded
    def pause(self, document: Path | None) -> None:
        """Look into no folder till `resume`, as a `document` is about to be forgotten, and drop what is being found.

        If that is everything, drop all that is known and under way.
        """
        self._pauses_left += 1
        if document is None:
            self._drop()
        for known in self._known.values():
            known.looking.cancel()

    @guarded
    def resume(self, document: Path | None) -> None:
        """Everything or a `document` was forgotten, with folders, or could not be: that ends one `pause`."""
        self._pauses_left -= 1
        self.look()

    def _drop(self) -> None:
        self._reading.cancel()
        for job in self._storing:
            job.cancel()
        self._shelf.give_up(self._joining)
        for folder in list(self._known):
            self._leave(folder)
        for known in (self._storing, self._seen, self._refused, self._joining, self._joined):
            known.clear()

    def _leave(self, folder: Path) -> None:
        known = self._known.pop(folder)
        known.looking.cancel()
        known.timer.stop()
        known.looking.deleteLater()
        known.timer.deleteLater()

    def _store(self, change: Callable[[], None]) -> None:
        """Make a change on the thread whose work is finished before the program ends, and look into the folders."""
        job = Job(lambda _: self._changed(change))
        job.finished.connect(self._on_stored)
        job.failed.connect(self._on_failed)
        self._storing.add(job)
        self._pools.edits.start(job)

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
        for folder in self._known.keys() - set(folders):
            self._leave(folder)
        for folder in folders:
            if folder not in self._known:
                self._known[folder] = self._new(folder)
        if folders != self.folders:
            self.folders = folders
            self.changed.emit()

    def _new(self, folder: Path) -> _Folder:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(guarded(partial(self._look_into, folder)))
        return _Folder(Latest(self._pools.folders.of(folder), self), timer)

    # Looking

    @guarded
    def look(self) -> None:
        """Look into all watched folders for new documents."""
        if not self._pauses_left:
            self._reading.start(
                lambda _: self._watched.read(), finished=self._on_read, failed=lambda error: self._on_not_looked(error)
            )

    def _on_read(self, folders: tuple[Path, ...]) -> None:
        self._take(folders)
        for folder in folders:
            self._look_into(folder)

    def _look_into(self, folder: Path) -> None:
        if self._pauses_left or (known := self._known.get(folder)) is None:
            return
        self._joining = {path: place for path, place in self._joining.items() if self._shelf.is_joining(path)}
        if known.looking.running or any(place == folder for place, _ in self._joining.values()):
            self._look_again(known, _QUIET_MS)  # a disk that does not answer is not asked again
            return
        known.timer.stop()
        begun, refused, seen = time.monotonic(), dict(self._refused), frozenset(self._seen)
        known.looking.start(
            lambda job: Look(
                folder, self._watched, self._shelf.library, refused, seen, known.found, job.is_cancelled
            ).find(),
            finished=lambda found: self._on_looked(known, found, time.monotonic() - begun),
            failed=lambda error: self._on_not_looked(error, folder),
        )

    def _look_again(self, known: _Folder, pause: int) -> None:
        """Look into a folder again after a pause in milliseconds, or sooner if that was said before."""
        pause = max(pause, int(1000 * (known.rests_until - time.monotonic())))
        if not known.timer.isActive() or known.timer.remainingTime() > pause:
            known.timer.start(pause)

    def _on_looked(self, known: _Folder, found: Found, seconds: float) -> None:
        known.found, known.gone, folder = found, False, found.contents.folder
        known.rests_until = time.monotonic() + min(_REST * seconds, _LONGEST_MS / 1000)
        self._have_told()
        self._report(known, found)
        self._see(folder, found.known)
        if moved := found.moved:
            self._seen |= {*moved.values()}
            # After the library: if the program is killed in between, they are known to be moved at the next start.
            self._steps.follow_moved(
                moved, lambda: self._remember(lambda: self._watched.follow(moved), moved.values(), known)
            )
        self._add(known, found)

    def _report(self, known: _Folder, found: Found) -> None:
        """Say what cannot be written, until it can be: once."""
        if found.problem is not None and not known.unwritten:
            self.notice.emit(said(found.problem))
        known.unwritten = found.problem is not None

    def _on_not_looked(self, error: Exception, folder: Path | None = None) -> None:
        if isinstance(error, TospaltError):
            self.notice.emit(said(error))
        elif isinstance(error, OSError) and folder in self._known and not self._known[folder].gone:
            self._known[folder].gone = True
            self.gone.emit(folder)

    def _add(self, known: _Folder, found: Found) -> None:
        """Add the files that have stayed the same since the last look; look again if there are others."""
        before, known.quiet, folder = known.quiet, found.new, found.contents.folder
        ready = [path for path, stamp in found.new.items() if before.get(path) == stamp]
        restless = found.new.keys() - ready
        if pauses := [self._pauses.after(path) for path in restless]:
            self._look_again(known, min(pauses))
        if found.more or not found.noted:
            self._look_again(known, _QUIET_MS)
        self._pauses.keep({*self._refused, *(path for each in self._known.values() for path in each.quiet)})
        self._joining |= {path: (folder, found.new[path]) for path in ready}
        for path in reversed(ready):
            self._shelf.add(path, quietly=True)

    def _have_told(self) -> None:
        """Have the system tell of changes in the folders and those in them, as far as it can."""
        found = [each.found.contents.folders for each in self._known.values() if each.found is not None]
        self._told.show(folder for each in found for folder in each)

    @guarded
    def _look_around(self, folder: Path) -> None:
        for each, known in self._known.items():
            if folder.is_relative_to(each):
                self._look_again(known, _QUIET_MS)

    # Joining

    @guarded
    def _on_joined(self, entry: Entry) -> None:
        if (place := self._joining.pop(entry.path, None)) is not None:
            self._joined.setdefault(place[0], []).append(entry.path)
            if (known := self._known.get(place[0])) is not None and known.found is not None:
                known.found = replace(known.found, appeared=known.found.appeared - {entry.path})
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
        for folder, paths in joined.items():
            self._see(folder, paths)
            self.added.emit(folder, paths)
            if (known := self._known.get(folder)) is not None:
                self._look_again(known, _QUIET_MS)  # what is in them is to be noted, to know them again

    def _see(self, folder: Path, paths: Iterable[Path]) -> None:
        """These files in a folder are not new any more."""
        if paths := list(paths):
            self._remember(lambda: self._watched.see(folder, paths), paths)

    def _remember(self, change: Callable[[], None], seen: Iterable[Path], known: _Folder | None = None) -> None:
        """Write that these files are not new any more, and look again into a folder that has changed by that."""
        paths = frozenset(seen)
        self._seen |= paths  # until that is written

        def written(_job: Job, _outcome: object) -> None:
            self._seen -= paths
            if known is not None and known in self._known.values():
                self._look_again(known, _QUIET_MS)

        job = Job(lambda _: change())
        job.finished.connect(guarded(written))
        job.failed.connect(self._on_failed)
        self._pools.edits.start(job)
