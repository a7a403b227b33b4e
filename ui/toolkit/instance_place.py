"""Where the processes of one data folder meet: the lock that the first one holds, and the name it listens at."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from reader import log
from reader.files import is_folder
from reader.late_dataclasses import dataclass
from reader.paths import HANDED_FOLDER, make_private_folder

# Bytes of a socket's path; systems allow 103 or more.
_LONGEST_PATH = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where to meet.

    Attributes:
        lock: the file that the first process keeps locked.
        server: what it listens at: the path of a socket, on Windows the name of a pipe.
        handed: the folder in which files are kept while they are handed over; None for none.
    """

    lock: Path
    server: str
    handed: Path | None = None


def place_of(data: Path) -> Place | None:
    """The place for the data folder, in a folder only for this user, which is created; None if there is none.

    It is on this machine where possible: the data folder may be on a disk that several machines use.
    """
    handed = Path(os.path.realpath(data)) / HANDED_FOLDER
    name = blake2b(os.fsencode(os.path.normcase(os.path.realpath(data))), digest_size=8).hexdigest()
    if sys.platform == "win32":
        folder = data / "instance"
        return Place(folder / f"{name}.lock", f"tospalt-{name}", handed) if _is_private(folder) else None
    for folder in _folders(data):
        socket = str(folder / f"{name}.socket")
        if len(os.fsencode(socket)) <= _LONGEST_PATH and _is_private(folder):
            return Place(folder / f"{name}.lock", socket, handed)
    return None


def _folders(data: Path) -> Iterator[Path]:
    """Folders that all processes of this user find, the best first."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if Path(runtime).is_absolute() and is_folder(Path(runtime)):
        yield Path(runtime) / "tospalt"
    yield Path(os.path.realpath(data)) / "instance"
    yield Path(tempfile.gettempdir()) / f"tospalt-{os.getuid()}"


def _is_private(folder: Path) -> bool:
    """Whether the folder could be created if need be, and belongs to this user, who alone may use it."""
    try:
        make_private_folder(folder)
        if sys.platform == "win32":
            return True  # as private as the folder of the user's that it is in
        found, writable = folder.lstat(), os.access(folder, os.W_OK | os.X_OK)
    except OSError as error:
        log.caught(error, "finding a place for one window")
        return False
    return writable and stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
