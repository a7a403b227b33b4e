"""What the user gives the window to open: many files are sorted off its thread, and added bit by bit."""

import os
from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.disks import Disks
from reader.files import is_folder
from reader.late_dataclasses import dataclass
from reader.library_list import absolute
from ui.library.shelf import Shelf
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.latest import Latest

_PACKAGE, _MEMORY = ".argosmodel", ".tmx"
# The most documents handed to the shelf before the window does something else: some milliseconds.
_AT_ONCE = 50
# The most paths that are looked at on the window's thread.
_FEW = 16


@dataclass(frozen=True, slots=True)
class Given:
    """What was given at once, by kind, each in the order it was given in."""

    folders: tuple[Path, ...]
    packages: tuple[Path, ...]
    memories: tuple[Path, ...]
    documents: tuple[Path, ...]


class GivenFiles(QObject):
    """Adds the documents to the library, and then hands on all that was given at once, the first given first."""

    sorted = Signal(object)  # a Given, whose documents are joining the library if there are several

    def __init__(self, shelf: Shelf, pools: DiskPools, parent: QObject) -> None:
        """Add documents to `shelf`; many files, or those on a disk that may not answer, are looked at in `pools`."""
        super().__init__(parent)
        self._shelf, self._pools, self._looking = shelf, pools, Latest(pools.named(os.sep), self)
        self._waiting: deque[Sequence[Path]] = deque()  # the first is in hand
        self._left: deque[Path] = deque()  # documents in hand that are still to be handed to the shelf

    def take(self, paths: Sequence[Path]) -> None:
        """Take files and folders that are to be opened."""
        self._waiting.append(tuple(paths))
        if len(self._waiting) == 1:
            self._begin()

    def take_over(self, old: "GivenFiles") -> None:
        """Go on with what `old` has not handed on yet."""
        old._looking.cancel()
        old._left.clear()
        waiting, old._waiting = old._waiting, deque()
        for paths in waiting:
            self.take(paths)

    def _begin(self) -> None:
        if not self._waiting:
            return
        paths, disks = self._waiting[0], Disks.now()
        first = [absolute(path) for path in islice(paths, _FEW)]
        slow = next(filter(disks.may_hang, first), None)
        if len(paths) <= _FEW and slow is None:
            self._on_sorted(_sorted(paths))
        else:
            self._looking.start(
                lambda _job: _sorted(paths),
                finished=self._on_sorted,
                failed=lambda _error: self._end(),
                pool=self._pools.of(slow or first[0], disks),
            )

    def _on_sorted(self, given: Given) -> None:
        # Each is put on top of the list once read, so the last comes first; one that is alone joins it by being opened.
        self._left = deque(reversed(given.documents) if len(given.documents) > 1 else ())
        self._add_some(given)

    @guarded
    def _add_some(self, given: Given) -> None:
        if not self._waiting:
            return  # another window goes on with them
        for _ in range(min(_AT_ONCE, len(self._left))):
            self._shelf.add(self._left.popleft())
        if self._left:
            QTimer.singleShot(0, self, guarded(partial(self._add_some, given)))
        else:
            self.sorted.emit(given)
            self._end()

    def _end(self) -> None:
        self._waiting.popleft()
        self._begin()


class FirstReadable:
    """Documents that were given at once, the first of which that can be read is to be shown.

    Attributes:
        problems: why those before it cannot be read, by file; to be told when one is shown.
    """

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        """Documents in these files, the first of which is being opened."""
        self._waiting = deque(paths)
        self._last: Path | None = None  # what is opened when none can be read
        self.problems: dict[Path, str] = {}

    def opens(self, path: Path) -> bool:
        """Whether it is the one of these that is being opened."""
        return path == (self._waiting[0] if self._waiting else self._last)

    def after(self, path: Path, problem: str) -> Path | None:
        """What to open instead of a document that cannot be read, if it is the one of these that is being opened.

        If none of them can be read, that is the first again, to be told of at length.
        """
        if not self._waiting or self._waiting[0] != path:
            return None
        self.problems[self._waiting.popleft()] = problem
        if self._waiting:
            return self._waiting[0]
        self._last = next(iter(self.problems))
        del self.problems[self._last]
        return self._last if self._last != path else None


def _sorted(paths: Sequence[Path]) -> Given:
    """The paths by kind, each absolute."""
    kinds: dict[str, list[Path]] = {kind: [] for kind in ("", "folder", _PACKAGE, _MEMORY)}
    for path in map(absolute, paths):
        suffix = path.suffix.lower()
        kinds["folder" if is_folder(path) else suffix if suffix in kinds else ""].append(path)
    return Given(*(tuple(kinds[kind]) for kind in ("folder", _PACKAGE, _MEMORY, "")))
