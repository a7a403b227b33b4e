"""Whether the files of the library are there, and as they were when they were described."""

import os
import time
from collections.abc import Collection, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reader.files import Stamp, stamp_of
from reader.library import Entry
from ui.library.descriptions import by_disk
from ui.library.shelf import Shelf
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest
from ui.toolkit.portions import Portions, portions_of

# So many at a time are handed over, and so many of them noted at a time.
_AT_ONCE, _NOTED_AT_ONCE = 100, 20
_SOON_MS = 200
# How often all are looked at while the program is in front. A disk on which that takes long is left alone for so many
# times as long in between.
_CALMLY_MS = 30_000
_REST = 50
# A file whose row is drawn again and again is looked at no more often than this, in seconds.
_FRESH_S = 5.0

_Seen = tuple[Entry, Stamp | None]


class Presence(QObject):
    """Looks at files in the background, and has the shelf describe those again that have changed.

    All are looked at when asked, and from time to time while the user has the program in front; single ones when their
    rows are shown or something changes in their folders. The disk may be slow, or one of a network that is not there:
    each disk has a thread of its own, and is not looked at again before that has ended.
    """

    def __init__(self, shelf: Shelf, pools: DiskPools) -> None:
        """Look at the files of the documents on `shelf`, in `pools`."""
        super().__init__()
        self._shelf, self._pools = shelf, pools
        self._disks: dict[str, _Disk] = {}
        self._sorting = Latest(pools.named(os.sep), self)
        self._noting = Portions(self)  # what comes from all disks, perhaps thousands in one turn of the event loop
        self._stamps: dict[Path, Stamp | None] = {}
        self._looked: dict[Path, float] = {}  # when
        # To be looked at soon: all, single ones, and those in folders.
        self._all, self._wanted, self._folders = False, dict[Path, Entry](), set[str]()
        self._soon, self._calmly = self._timer(_SOON_MS), self._timer(_CALMLY_MS)
        self._soon.timeout.connect(self._look_soon)
        self._calmly.timeout.connect(self._look_calmly)
        self._calmly.start()
        shelf.unreadable.connect(self._on_unreadable)
        shelf.shown.connect(self._on_shown)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    # What to look at

    @guarded
    def look(self) -> None:
        """Look at all files, now or as soon as that is done which is under way."""
        self._calmly.start()
        self._all = True
        self._look_soon()

    @guarded
    def look_in(self, folder: Path) -> None:
        """Look soon at the files that are in a folder, where something has changed."""
        self._folders.add(str(folder))
        self._look_later()

    @guarded
    def _on_unreadable(self, entry: Entry, _problem: str) -> None:
        """A file could not be read: perhaps it is not there."""
        self._wanted[entry.path] = entry
        self._look_later()

    @guarded
    def _on_shown(self, entry: Entry) -> None:
        """The user sees what is known of a document."""
        if not entry.bundled and time.monotonic() - self._looked.get(entry.path, -_FRESH_S) >= _FRESH_S:
            self._wanted[entry.path] = entry
            self._look_later()

    def _look_later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @guarded
    def _look_soon(self) -> None:
        if self._sorting.running:
            self._look_later()
            return
        wanted, self._wanted = list(self._wanted.values()), {}
        folders, self._folders = self._folders, set()
        everything, self._all = self._all, False
        self._sort(wanted, folders, everything=everything, calmly=False)

    @guarded
    def _look_calmly(self) -> None:
        self._calmly.start()
        in_front = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if in_front and not self._sorting.running:
            self._sort([], (), everything=True, calmly=True)

    def _sort(self, wanted: list[Entry], folders: Collection[str], *, everything: bool, calmly: bool) -> None:
        """Look at these, disk by disk; whose disk they are on takes long to find out for thousands."""
        listed = [entry for entry in self._shelf.library if not entry.bundled] if everything or folders else []
        self._sorting.start(
            lambda _: _by_disk(listed if everything else [*wanted, *_inside(listed, folders)]),
            finished=lambda found: self._begin_each(found, calmly=calmly),
        )

    # Looking

    def _begin_each(self, found: dict[str, list[Entry]], *, calmly: bool) -> None:
        for name, entries in found.items():
            if name not in self._disks:
                self._disks[name] = _Disk(Latest(self._pools.named(name), self))
            self._begin(self._disks[name], entries, calmly=calmly)

    def _begin(self, disk: "_Disk", entries: Sequence[Entry], *, calmly: bool) -> None:
        if calmly and (disk.looking.running or time.monotonic() < disk.rests_until):
            return
        if disk.looking.running:
            disk.again |= {entry.path: entry for entry in entries}
            return
        begun = time.monotonic()
        disk.looking.start(
            lambda job: _look(entries, job),
            item=self._on_seen,
            finished=lambda _: self._on_finished(disk, begun),
        )

    def _on_seen(self, seen: Sequence[_Seen]) -> None:
        self._noting.begin(portions_of(seen, _NOTED_AT_ONCE, self._note), later=True)

    def _note(self, seen: Sequence[_Seen]) -> None:
        library, now = self._shelf.library, time.monotonic()
        for entry, stamp in seen:
            self._looked[entry.path] = now
            if library.find(entry.path) is None:
                continue  # it was removed, or its document is in another file now
            before = self._stamps.get(entry.path) or self._shelf.stamp_of(entry.path) or stamp
            self._stamps[entry.path] = stamp
            self._shelf.set_missing(entry, stamp is None)
            if stamp is not None and stamp != before:
                self._shelf.describe_again(entry)

    def _on_finished(self, disk: "_Disk", begun: float) -> None:
        now = time.monotonic()
        disk.rests_until = now + _REST * (now - begun)
        again, disk.again = disk.again, {}
        if again:
            self._begin(disk, [*again.values()], calmly=False)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Drop what is known of a document's file, or with None of all."""
        for known in (self._stamps, self._wanted, self._looked):
            if document is None:
                known.clear()
            else:
                known.pop(document, None)


class _Disk:
    """The look at the files on one disk."""

    def __init__(self, looking: Latest) -> None:
        self.looking = looking
        self.again: dict[Path, Entry] = {}  # those to look at once it has ended
        self.rests_until = 0.0


def _inside(entries: Sequence[Entry], folders: Collection[str]) -> list[Entry]:
    """Those whose files are in one of the folders, not in a folder in it."""
    return [entry for entry in entries if os.path.dirname(entry.path) in folders]  # noqa: PTH120 -- there are thousands


def _by_disk(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Entries by the disk that their files are on."""
    by_path = {entry.path: entry for entry in entries}
    return {name: [by_path[path] for path in paths] for name, paths in by_disk(by_path).items()}


def _look(entries: Sequence[Entry], job: Job) -> None:
    """On a thread of its own: hand over the stamps of the files, many at a time."""
    waiting = iter(entries)
    while (part := list(islice(waiting, _AT_ONCE))) and not job.is_cancelled():
        job.emit_item([(entry, stamp_of(entry.path)) for entry in part])
