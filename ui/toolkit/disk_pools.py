"""Threads for looking at files and into folders: a disk that does not answer keeps nobody waiting for another."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.disks import Disks
from ui.toolkit.jobs import Pool

# Two: adding a folder does not wait for a long look at the whole library.
_THREADS = 2
# Disks with threads of their own; others share those of the last.
_MOST = 8


class DiskPools(QObject):
    """A pool for each disk, made when it is first needed."""

    ended = Signal()  # a job has ended, in whatever way

    def __init__(self) -> None:
        """No threads yet."""
        super().__init__()
        self._pools: dict[str, Pool] = {}
        self._closed = False

    def of(self, path: Path, disks: Disks | None = None) -> Pool:
        """The pool for what is at an absolute path; `disks` if it is asked for many at once."""
        return self.named((disks or Disks.now()).of(path))

    def named(self, disk: str) -> Pool:
        """The pool for a disk, by the name that `Disks` gives it."""
        if disk not in self._pools:
            last = next(reversed(self._pools.values()), None)
            self._pools[disk] = last if last is not None and len(self._pools) >= _MOST else self._new()
        return self._pools[disk]

    def _new(self) -> Pool:
        pool = Pool(f"disk {len(self._pools)}", _THREADS)
        pool.ended.connect(self.ended)
        if self._closed:
            pool.stop()
        return pool

    def stop(self) -> None:
        """Ask all jobs to end; nothing can be queued any more."""
        self._closed = True
        for pool in self._pools.values():
            pool.stop()

    def finish(self, seconds: float | None = None) -> bool:
        """Wait at most `seconds` until all jobs are done, and return whether they are; nothing can be queued then."""
        self._closed = True
        end = None if seconds is None else time.monotonic() + seconds
        done = [pool.finish(_left(end)) for pool in self._pools.values()]
        return all(done)

    def flush(self, seconds: float | None = None) -> None:
        """Wait at most `seconds` until all jobs are done; more can be queued."""
        end = None if seconds is None else time.monotonic() + seconds
        for pool in self._pools.values():
            pool.flush(_left(end))


def _left(end: float | None) -> float | None:
    return None if end is None else max(end - time.monotonic(), 0)
