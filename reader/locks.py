"""Locks that the system lets go of when a program ends, however it ends."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


def taken(path: Path) -> "BaseFileLock | None":
    """The lock, if nobody else has it.

    Raises:
        OSError: the file cannot be made.
    """
    from filelock import FileLock, Timeout  # 0.04 s that a start need not wait for

    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock


def let_go(lock: "BaseFileLock") -> None:
    """Give a lock back, and delete its file."""
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)
