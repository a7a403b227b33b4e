"""How SQLite writes the file of the translation memory: in WAL mode or, where that cannot work, in a slower one.

In WAL mode programs share some memory besides the file (https://sqlite.org/wal.html), which network drives do not
support. Some of them seem to, and damage the file: so they are recognised by their type too.
"""

import os
import re
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.memory.database import Problem, begin, make_tables, problem_of

_MOUNTS = Path("/proc/self/mountinfo")
# Linux's names of network file systems; of "fuse.sshfs" and the like what follows the dot.
_REMOTE = frozenset(
    "9p afs beegfs ceph cifs coda davfs davfs2 gfs2 glusterfs gpfs gvfsd-fuse lustre ncpfs nfs nfs4 ocfs2 orangefs "  # noqa: SIM905
    "pvfs2 rclone s3fs smb smb2 smb3 smbfs sshfs vboxsf".split()
)
_DRIVE_REMOTE = 4  # of GetDriveTypeW
# SQLite's result codes where shared memory is not available.
_WITHOUT_SHARING = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL)


class SharingError(Exception):
    """Programs cannot share memory where the file is, so a connection in WAL mode cannot be used."""


def prepare(connection: sqlite3.Connection, file: Path, patience: float) -> bool:
    """Make an open file ready for use: set its mode, and create the tables that it lacks.

    A file that has once been without WAL stays so.

    Returns:
        Whether the file goes without WAL from now on, having been new or in WAL mode.

    Raises:
        ProblemError: the file is not for this program.
        SharingError: to be followed by a new connection and `prepare_alone`.
    """
    try:
        shared = begin(connection) or _mode(connection) == "WAL"
        fits = shared and not on_network(file) and _set_mode(connection, "WAL", patience)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # the first to need the shared memory
    except sqlite3.OperationalError as error:
        if _primary(error) in _WITHOUT_SHARING:
            raise SharingError from error
        raise
    if not fits:
        _set_mode(connection, "TRUNCATE", patience)
    # Commits in WAL mode do not wait for the disk. A killed process loses none of them; after a power cut the last ones
    # may be missing, and the file is sound all the same. In other modes it might not be.
    connection.execute(f"PRAGMA synchronous = {'NORMAL' if fits else 'FULL'}")
    make_tables(connection)
    return shared and not fits


def prepare_alone(connection: sqlite3.Connection, patience: float) -> None:
    """The same, with a new connection, where memory cannot be shared; raises ProblemError."""
    # With exclusive access SQLite needs no shared memory to take over an existing log.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    begin(connection)
    _set_mode(connection, "TRUNCATE", patience)
    connection.execute("PRAGMA locking_mode = NORMAL")
    connection.execute("PRAGMA synchronous = FULL")
    make_tables(connection)


@contextmanager
def only_reading(file: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A connection for reading where nothing can be written: in WAL mode SQLite would create files even to read.

    Raises:
        ProblemError, sqlite3.Error: the file cannot be read either, or does not have all tables yet.
    """
    # With neither beside it the file is complete, and nobody is writing to it.
    whole = not any(_size(Path(f"{file}{suffix}")) for suffix in ("-wal", "-journal"))
    address = f"{file.absolute().as_uri()}?mode={'ro&immutable=1' if whole else 'rw'}"
    with closing(sqlite3.connect(address, patience, isolation_level=None, check_same_thread=False, uri=True)) as found:
        found.execute("PRAGMA locking_mode = EXCLUSIVE")  # then no shared memory is needed to read the log
        begin(found)
        yield found


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _mode(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0]).upper()


def _set_mode(connection: sqlite3.Connection, mode: str, patience: float) -> bool:
    """Set the journal mode; returns whether the file is in it now."""
    end = time.monotonic() + patience
    while True:
        try:
            (answer,) = connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()
            return str(answer).upper() == mode
        except sqlite3.OperationalError as error:
            # SQLite itself does not wait when two processes create the file at the same moment.
            if problem_of(error) is not Problem.LOCKED or time.monotonic() > end:
                raise
        time.sleep(0.01)


def _primary(error: sqlite3.Error) -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def on_network(file: Path) -> bool:
    """Whether a file is on another machine, as far as the system reports it."""
    if sys.platform == "win32":
        return _is_remote_drive(file)
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # only Linux has it
        return False
    return _type_of(os.path.realpath(file), mounts).removeprefix("fuse.") in _REMOTE


def _type_of(path: str, mounts: Iterable[str]) -> str:
    """The type of the file system that a path is on, by the lines of mountinfo (see proc_pid_mountinfo(5))."""
    best, found = "", ""
    for line in mounts:
        before, _, after = line.partition(" - ")
        with suppress(IndexError):
            point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), before.split(" ")[4])
            kind = after.split(" ")[0]
            # Of two mounts on one point the later hides the earlier.
            if len(point) >= len(best) and (path + "/").startswith(point.rstrip("/") + "/"):
                best, found = point, kind
    return found


def _is_remote_drive(file: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    drive = os.path.splitdrive(os.path.abspath(file))[0]
    return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
