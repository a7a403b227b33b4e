"""Reading files without blocking, and replacing them atomically."""

import errno
import io
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from reader.errors import OutputError, reason, template
from reader.parts import part_of, private
from reader.paths import make_private_folder

# Where the system has them. With O_NONBLOCK, opening a pipe that nobody writes to returns at once.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NOT_ORDINARY, _TOO_LARGE = template("it is not an ordinary file"), template("it is too large")


class NotOrdinaryError(OSError):
    """There is a pipe, a device or a socket where a regular file should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(None, _NOT_ORDINARY, str(path))


class TooLargeError(OSError):
    """A file is larger than allowed; `size` is its size in bytes, or a lower bound of it."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(None, _TOO_LARGE, str(path))
        self.size = size


def open_regular(path: Path) -> io.BufferedReader:
    """Open a regular file for reading; links are followed. Never blocks.

    Raises:
        NotOrdinaryError: it is a pipe, a device or a socket.
        OSError: it is a folder, or cannot be opened.
        ValueError: `path` is not a valid file name.
    """
    check_regular(path)  # first: opening a device may have side effects
    descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        _check_mode(path, os.fstat(descriptor).st_mode)  # again: it may have been replaced since
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def check_regular(path: Path) -> None:
    """Check that `path` is a regular file, without opening it.

    Raises:
        NotOrdinaryError, OSError, ValueError: as `open_regular`.
    """
    _check_mode(path, path.stat().st_mode)


def is_regular(path: Path) -> bool:
    """Whether `path` is a regular file; never raises."""
    try:
        check_regular(path)
    except (OSError, ValueError):
        return False
    return True


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; never raises: what may not be looked at, or is no name at all, is none."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, as far as one can see; never raises."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def _check_mode(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotOrdinaryError(path)


# The size of a file in bytes, its last change in nanoseconds, and the number that tells it from others on its disk.
Stamp = tuple[int, int, int]
# Of what is there, but cannot be asked for more.
_UNKNOWN = (-1, -1, -1)


def stamp_of(path: Path) -> Stamp | None:
    """What tells whether a file is as it was; None if it is not there. Never raises, never opens it."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        return _UNKNOWN
    return found.st_size, found.st_mtime_ns, found.st_ino


def listing(folder: Path) -> list[Path]:
    """The contents of a folder, in any order; [] if it cannot be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def read_bytes(path: Path, limit: int, *, pipes: bool = False) -> bytes:
    """The whole content of a regular file, or with `pipes` of a named pipe.

    Args:
        path: the file.
        limit: the most bytes allowed. Files in /proc, and files being written, may have more than their size says.
        pipes: whether to accept a named pipe, wait for its writer and read it to its end.

    Raises:
        TooLargeError: there are more than `limit` bytes.
        NotOrdinaryError, OSError, ValueError: as `open_regular`.
    """
    if pipes and path.is_fifo():
        with open(path, "rb") as pipe:
            return read_up_to(pipe, limit, path)
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise TooLargeError(path, size)
        return read_up_to(file, limit, path)


def read_up_to(file: BinaryIO, limit: int, path: Path) -> bytes:
    """The rest of an open file; `path` is only for the error.

    Raises:
        TooLargeError: there are more than `limit` bytes.
        OSError: it cannot be read.
    """
    data = file.read(limit + 1) or b""  # None: a non-blocking file has no data yet
    if len(data) > limit:
        raise TooLargeError(path, len(data))
    return data


# Characters of a path with all its folders: Windows has the most.
_LONGEST_NAME = 32_767


def file_name(text: str) -> str:
    """`text` itself, if it is a possible file name.

    Raises:
        ValueError, TypeError: it is not.
    """
    if not text or len(text) > _LONGEST_NAME or b"\0" in os.fsencode(text):
        raise ValueError("no name of a file")
    return text


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to the file `path`, replacing an existing file atomically.

    The data goes to a temporary file in the same folder, which only the user may read, is flushed to disk and then
    moved into place with the mode of the old file, or the usual mode of new files. A failure before the move leaves
    the old file unchanged. Symbolic links are followed. Anything but a regular file (`/dev/stdout`, a pipe) is
    written to directly.

    With `private`, for the program's own files, only the user may read the file, its folder is created if need be,
    and anything but a regular file at `path` is an error.

    Raises:
        OutputError: the file cannot be written.
    """
    write_pieces(path, (data,), private=private)


def write_pieces(path: Path, pieces: Iterable[bytes], *, private: bool = False) -> None:
    """The same with data that comes piece by piece; an error of `pieces` leaves the old file unchanged too."""
    try:
        target = Path(os.path.realpath(path))  # resolve() raises RuntimeError at a loop of links
        if target.exists() and not target.is_file() and not target.is_dir():
            if private:
                raise NotOrdinaryError(path)
            with open(target, "wb") as file:
                file.writelines(pieces)
        else:
            if private:
                make_private_folder(target.parent)
            _replace(target, pieces, private)
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise OutputError("This is not a valid file name.") from error


def check_writable(path: Path) -> None:
    """Check, before long work, that `write_atomically` can write to `path`; leaves nothing behind.

    Raises:
        OutputError: it cannot.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if not target.exists() or target.is_file():
            with part_of(target) as part:
                open(part, "xb", opener=private).close()
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise OutputError("This is not a valid file name.") from error


def _replace(target: Path, pieces: Iterable[bytes], own: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    with part_of(target) as part:
        # Private until complete, since the file it replaces may be private.
        with open(part, "xb", opener=private) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if not own:
            part.chmod(target.stat().st_mode & 0o777 if target.exists() else _USUAL_MODE)
        os.replace(part, target)


def _umask() -> int:
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    return mask


# Read once at import: setting the umask affects all threads.
_USUAL_MODE = 0o666 & ~_umask()
