"""Keeping two programs from doing the same thing at once; a program that is killed lets go of its locks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_POLL_S = 0.01


@contextmanager
def locked(file: Path, seconds: float = 0) -> Iterator[bool]:
    """Hold the lock `file` meanwhile, if nobody else does for `seconds`; gives whether that is so.

    Raises:
        OSError: the file cannot be made.
    """
    from filelock import FileLock, Timeout

    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file)
    try:
        lock.acquire(timeout=seconds, poll_interval=_POLL_S)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
