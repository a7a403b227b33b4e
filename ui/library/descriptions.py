"""Reading documents in the background for what the list shows of them."""

import os
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.disks import Disks
from reader.errors import CancelledError, TospaltError
from reader.files import Stamp, stamp_of
from reader.formats import choices_of, read_document
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.log import caught
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool

# The most documents, and the most seconds of reading, before the window is notified.
_AT_ONCE, _AT_ONCE_S = 32, 0.1
# The most documents of which it is found out at once which disks they are on.
_SORTED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list shows of a document: its title, its language (code) and its length in words.

    `stamp` is that of its file before it was read, if known.
    """

    title: str
    language: str
    words: int
    stamp: Stamp | None = None


# Of a document that was read: its summary, or None and why it cannot be read.
Found = tuple[Entry, Summary | None, str]


class _Disk:
    """What is to be read from a disk, by path in the order in which it is read.

    Attributes:
        joining: files that are to join the library, which are read first.
        listed: documents of the library.
        in_hand: those being read, but not those left out meanwhile.
        reading: whether some are being read.
    """

    def __init__(self, pool: Pool) -> None:
        """Nothing; it is read in `pool`."""
        self.pool = pool
        self.joining: OrderedDict[Path, None] = OrderedDict()
        self.listed: OrderedDict[Path, None] = OrderedDict()
        self.in_hand: dict[Path, Entry] = {}
        self.reading = False

    def queue(self, path: Path, *, joins: bool, first: bool = False) -> None:
        """Read a file after the others, or `first`."""
        queue = self.joining if joins else self.listed
        queue[path] = None
        if first:
            queue.move_to_end(path, last=False)


class Descriptions(QObject):
    """Reads documents one after another: first those that are to join the library, then those on screen.

    Each disk has a queue of its own: one that does not answer keeps nothing waiting that is on another.

    Attributes:
        joining: files to be read for the first time, which join the library if they can be read.
        more: whether documents of the same disk are to be read after those that were `read`.
    """

    read = Signal(object)  # a list of Found, without documents that were left out meanwhile

    def __init__(self, pools: DiskPools) -> None:
        """Read documents in `pools`."""
        super().__init__()
        self._pools = pools
        self.joining: dict[Path, Entry] = {}
        self.more = False
        self._waiting: dict[Path, Entry] = {}  # those of the library that are not in hand
        self._unsorted: OrderedDict[Path, None] = OrderedDict()  # those of whose disk nothing is known yet
        self._sorting = False
        self._disks: dict[str, _Disk] = {}

    @property
    def running(self) -> bool:
        """Whether documents of the library are still to be read."""
        return bool(self._waiting) or any(disk.in_hand for disk in self._disks.values())

    def join(self, entry: Entry) -> None:
        """Read a file that is to join the library."""
        self.joining[entry.path] = entry
        self._sort([entry.path])

    def give_up(self, paths: Iterable[Path]) -> None:
        """Let these files join the library no more."""
        for path in paths:
            if self.joining.pop(path, None) is not None:
                for disk in self._disks.values():
                    disk.in_hand.pop(path, None)

    def add(self, entries: Iterable[Entry]) -> None:
        """Read documents of the library that are not being read."""
        new = [entry for entry in entries if entry.path not in self._waiting and not self._is_in_hand(entry.path)]
        self._waiting |= {entry.path: entry for entry in new}
        self._sort([entry.path for entry in new])

    def add_again(self, entry: Entry) -> None:
        """Read a document again, even if it is being read."""
        is_queued = entry.path in self._waiting
        self._waiting[entry.path] = entry
        if not is_queued:
            self._sort([entry.path])

    def hurry(self, path: Path) -> None:
        """Read a document next, if it is still to be read."""
        for queue in (self._unsorted, *(disk.listed for disk in self._disks.values())):
            if path in queue:
                queue.move_to_end(path, last=False)

    def leave_out(self, paths: Collection[Path] | None) -> None:
        """Read these documents of the library no more, or with None none."""
        for known in (self._waiting, *(disk.in_hand for disk in self._disks.values())):
            for path in list(known) if paths is None else paths:
                known.pop(path, None)

    def _is_in_hand(self, path: Path) -> bool:
        return any(path in disk.in_hand for disk in self._disks.values())

    # Which disk each is on

    def _sort(self, paths: Iterable[Path]) -> None:
        """Find out which disks these are on, in the background: it takes long for thousands."""
        self._unsorted |= dict.fromkeys(paths)
        if self._unsorted and not self._sorting:
            self._sorting = True
            files = list(islice(self._unsorted, _SORTED_AT_ONCE))
            job = Job(lambda _: by_disk(files))
            job.finished.connect(self._on_sorted)
            self._pools.named(os.sep).start(job)

    @guarded
    def _on_sorted(self, _job: Job, found: dict[str, list[Path]]) -> None:
        self._sorting = False
        names = {path: name for name, paths in found.items() for path in paths}
        # In the order in which they are to be read now: some may have been hurried, which are in front.
        for path in list(islice((path for path in self._unsorted if path in names), len(names))):
            del self._unsorted[path]
            self._on_disk(names[path]).queue(path, joins=path in self.joining)
        self._sort(())
        if self.joining.keys().isdisjoint(self._unsorted):  # else these are to come first
            for disk in list(self._disks.values()):
                self._go_on(disk)

    def _on_disk(self, name: str) -> _Disk:
        if name not in self._disks:
            self._disks[name] = _Disk(self._pools.named(name))
        return self._disks[name]

    # Reading

    def _go_on(self, disk: _Disk) -> None:
        """Read the next documents of a disk, unless some are being read."""
        entries = [] if disk.reading else self._next(disk)
        if entries:
            disk.in_hand, disk.reading = {entry.path: entry for entry in entries}, True
            job = Job(lambda job: _descriptions(entries, job))
            job.finished.connect(guarded(lambda _, found: self._on_read(disk, found)))
            disk.pool.start(job)

    def _next(self, disk: _Disk) -> list[Entry]:
        """The first documents that wait, without those that were given up or left out meanwhile."""
        entries = list[Entry]()
        while len(entries) < _AT_ONCE and (disk.joining or disk.listed):
            path, _ = (disk.joining or disk.listed).popitem(last=False)
            waiting = self._waiting.pop(path, None)
            entry = self.joining.get(path) or waiting
            if entry is not None:
                entries.append(entry)
        return entries

    def _on_read(self, disk: _Disk, found: list[Found]) -> None:
        done = {entry.path for entry, _, _ in found}
        for entry in reversed(disk.in_hand.values()):
            if entry.path not in done:  # there was no time for it
                if entry.path not in self.joining:
                    self._waiting.setdefault(entry.path, entry)
                disk.queue(entry.path, joins=entry.path in self.joining, first=True)
        self.more = bool(disk.joining or disk.listed)
        self.read.emit([each for each in found if each[0].path in disk.in_hand])
        disk.in_hand, disk.reading = {}, False  # only now: emitting leads to requests for more
        self._go_on(disk)


def by_disk(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """Files by the disk that they are on; it takes a while for thousands, and is not asked of those disks."""
    disks, names, found = Disks.now(), dict[str, str](), dict[str, list[Path]]()
    for path in paths:
        folder = os.path.dirname(path)  # noqa: PTH120 -- there are thousands
        if (name := names.get(folder)) is None:
            name = names[folder] = disks.of(Path(folder))
        found.setdefault(name, []).append(path)
    return found


def _descriptions(entries: Sequence[Entry], job: Job) -> list[Found]:
    """On the pool's thread: descriptions of the first documents, or why they cannot be read; at least of one."""
    found: list[Found] = []
    end = time.monotonic() + _AT_ONCE_S
    for entry in entries:
        if job.is_cancelled() or (found and time.monotonic() > end):
            break
        try:
            found.append((entry, *_summary(entry, job)))
        except CancelledError:
            break
    return found


def _summary(entry: Entry, job: Job) -> tuple[Summary | None, str]:
    stamp = stamp_of(entry.path)
    try:
        document = read_document(entry.path, choices_of(entry.encoding, entry.lines), cancelled=job.is_cancelled)
    except CancelledError:
        raise
    except TospaltError as error:
        return None, said(error)
    except Exception as error:  # noqa: BLE001 - the list says that it cannot be read
        caught(error, "describing a document")
        return None, said(error)
    return Summary(document.title, document.language, document.words, stamp), ""
