"""Keeping two programs from doing the same thing at once; a program that is killed lets go of its locks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.paths import make_private_folder

if TYPE_CHECKING:
    from filelock import FileLock

_POLL_S = 0.01


def lock_of(file: Path) -> "FileLock":
    """A lock in a file that only the user may open: whoever can open it can keep us waiting."""
    from filelock import FileLock  # 0.04 s that a start need not wait for

    return FileLock(file, mode=0o600)


@contextmanager
def locked(file: Path, seconds: float = 0) -> Iterator[bool]:
    """Hold the lock `file` meanwhile, if nobody else does for `seconds`; gives whether that is so.

    Raises:
        OSError: the file cannot be made.
    """
    from filelock import Timeout

    make_private_folder(file.parent)
    lock = lock_of(file)
    try:
        lock.acquire(timeout=seconds, poll_interval=_POLL_S)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
