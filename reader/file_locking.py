"""File locks between processes; the locks of a process that is killed are released."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.paths import make_private_folder

if TYPE_CHECKING:
    from filelock import FileLock

_POLL_S = 0.01


def lock_of(file: Path, *, thread_local: bool = True) -> "FileLock":
    """A lock on a file that only the user may open, since anyone who can open it can block us.

    Unless it is `thread_local`, a thread may release what another has acquired.
    """
    from filelock import FileLock  # imported late: takes 0.04 s

    return FileLock(file, mode=0o600, thread_local=thread_local)


@contextmanager
def locked(file: Path, seconds: float = 0) -> Iterator[bool]:
    """Hold the lock `file` during the block, waiting up to `seconds` for it; yields whether it was acquired.

    Raises:
        OSError: the file cannot be created.
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
