"""Reading documents in the background for what the list shows of them."""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import TospaltError
from reader.files import Stamp, stamp_of
from reader.formats import choices_of, read_document
from reader.library import Entry
from reader.log import caught
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool

# The most documents, and the most seconds of reading, before the window is notified.
_AT_ONCE, _AT_ONCE_S = 32, 0.1


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


class Descriptions(QObject):
    """Reads documents one after another: first those that are to join the library, then those on screen.

    Attributes:
        joining: files to be read for the first time, which join the library if they can be read.
    """

    read = Signal(object)  # a list of Found, without documents that were left out meanwhile

    def __init__(self, pool: Pool) -> None:
        """Read documents in `pool`."""
        super().__init__()
        self._pool = pool
        self.joining: dict[Path, Entry] = {}
        self._waiting: OrderedDict[Path, Entry] = OrderedDict()  # those of the library
        self._in_hand: dict[Path, Entry] = {}  # those being read, but not those left out meanwhile
        self._reading = False

    @property
    def running(self) -> bool:
        """Whether documents of the library are still to be read."""
        return bool(self._waiting or self._in_hand)

    @property
    def waiting(self) -> bool:
        """Whether documents of the library are to be read after those that are being read."""
        return bool(self._waiting)

    def join(self, entry: Entry) -> None:
        """Read a file that is to join the library."""
        self.joining[entry.path] = entry
        self._go_on()

    def give_up(self, paths: Iterable[Path]) -> None:
        """Let these files join the library no more."""
        for path in paths:
            if self.joining.pop(path, None) is not None:
                self._in_hand.pop(path, None)

    def add(self, entries: Iterable[Entry]) -> None:
        """Read documents of the library that are not being read."""
        for entry in entries:
            if entry.path not in self._in_hand:
                self._waiting.setdefault(entry.path, entry)
        self._go_on()

    def add_again(self, entry: Entry) -> None:
        """Read a document again, even if it is being read."""
        self._waiting[entry.path] = entry
        self._go_on()

    def hurry(self, path: Path) -> None:
        """Read a document next, if it is still to be read."""
        if path in self._waiting:
            self._waiting.move_to_end(path, last=False)

    def leave_out(self, paths: Collection[Path] | None) -> None:
        """Read these documents of the library no more, or with None none."""
        for known in (self._waiting, self._in_hand):
            for path in list(known) if paths is None else paths:
                known.pop(path, None)

    def _go_on(self) -> None:
        """Read the next documents, unless some are being read."""
        if self._reading or not (self.joining or self._waiting):
            return
        entries = [*islice(self.joining.values(), _AT_ONCE)]
        room = min(_AT_ONCE - len(entries), len(self._waiting))
        entries += [self._waiting.popitem(last=False)[1] for _ in range(room)]
        self._in_hand = {entry.path: entry for entry in entries}
        job = Job(lambda job: _descriptions(entries, job))
        job.finished.connect(self._on_read)
        self._reading = True
        self._pool.start(job)

    @guarded
    def _on_read(self, _job: Job, found: list[Found]) -> None:
        done = {entry.path for entry, _, _ in found}
        for entry in reversed(self._in_hand.values()):
            if entry.path not in done and entry.path not in self.joining:  # there was no time for it
                self._waiting[entry.path] = entry
                self.hurry(entry.path)
        self.read.emit([each for each in found if each[0].path in self._in_hand])
        self._in_hand, self._reading = {}, False  # only now: emitting leads to requests for more
        self._go_on()


def _descriptions(entries: Sequence[Entry], job: Job) -> list[Found]:
    """On the pool's thread: descriptions of the first documents, or why they cannot be read; at least of one."""
    found: list[Found] = []
    end = time.monotonic() + _AT_ONCE_S
    for entry in entries:
        if job.is_cancelled() or (found and time.monotonic() > end):
            break
        found.append((entry, *_summary(entry)))
    return found


def _summary(entry: Entry) -> tuple[Summary | None, str]:
    stamp = stamp_of(entry.path)
    try:
        document = read_document(entry.path, choices_of(entry.encoding, entry.lines))
    except TospaltError as error:
        return None, said(error)
    except Exception as error:  # noqa: BLE001 - the list says that it cannot be read
        caught(error, "describing a document")
        return None, said(error)
    return Summary(document.title, document.language, document.words, stamp), ""
