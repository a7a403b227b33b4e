"""Locks that the system lets go of when a program ends, however it ends."""

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.file_locking import lock_of, locked
from reader.log import caught
from reader.paths import make_private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

# What the system says where a disk, mostly one of the network, knows no locks: better no lock than nothing kept.
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)


def taken(path: Path) -> "BaseFileLock | None":
    """The lock, if nobody else has it.

    Raises:
        OSError: the file cannot be made.
    """
    from filelock import Timeout

    lock = lock_of(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock


def release(lock: "BaseFileLock") -> None:
    """Give a lock back, and delete its file."""
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


@contextmanager
def alone(file: Path, seconds: float) -> Iterator[None]:
    """Hold off the programs that would write one of our small files meanwhile; its folder is made if need be.

    Raises:
        OSError: that cannot be done, or another program did not let go of the file for so many seconds.
    """
    make_private_folder(file.parent)
    with ExitStack() as held:
        try:
            mine = held.enter_context(locked(file.with_suffix(".lock"), seconds))
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            caught(error, "locking a small file")
            mine = True
        if not mine:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(file))
        yield
