"""Locks that the system releases when a process ends, however it ends."""

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

# Errors of file systems without locks, mostly network ones: saving without a lock is better than not saving.
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)


def taken(path: Path, *, thread_local: bool = True) -> "BaseFileLock | None":
    """Acquire the lock file `path`; None if it is held elsewhere. Another thread may release it if not `thread_local`.

    Raises:
        OSError: the file cannot be created.
    """
    from filelock import Timeout

    lock = lock_of(path, thread_local=thread_local)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock


def release(lock: "BaseFileLock") -> None:
    """Release a lock and delete its file."""
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


@contextmanager
def alone(file: Path, seconds: float) -> Iterator[None]:
    """Keep other processes from writing one of our small files during the block; its folder is created if need be.

    Raises:
        OSError: locking failed, or another process held the lock for `seconds`.
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
