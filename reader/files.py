"""Reading files without waiting for anybody, and writing them so that the old one stays whole until the new one is."""

import errno
import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from reader.errors import OutputError, reason, template
from reader.parts import part_of, private
from reader.paths import make_private_folder

# As far as the system has them. With the first, opening a pipe that nobody writes to returns at once.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NOT_ORDINARY, _TOO_LARGE = template("it is not an ordinary file"), template("it is too large")


class NotOrdinaryError(OSError):
    """There is a pipe, a device or a socket where a file should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(None, _NOT_ORDINARY, str(path))


class TooLargeError(OSError):
    """A file is larger than it may be; `size` is how many bytes it has, at least."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(None, _TOO_LARGE, str(path))
        self.size = size


def open_regular(path: Path) -> io.BufferedReader:
    """Open an ordinary file for reading; links are followed. Never waits, whatever is there.

    Raises:
        NotOrdinaryError: it is a pipe, a device or a socket.
        OSError: it is a folder, or cannot be opened.
        ValueError: `path` is no name of a file.
    """
    check_regular(path)  # first, for to open a device may set it going
    descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        _check_mode(path, os.fstat(descriptor).st_mode)  # again: another may be there by now
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def check_regular(path: Path) -> None:
    """Make sure that `path` is an ordinary file, without opening it.

    Raises:
        NotOrdinaryError, OSError, ValueError: as `open_regular`.
    """
    _check_mode(path, path.stat().st_mode)


def is_regular(path: Path) -> bool:
    """Whether `path`, whatever it is, is an ordinary file."""
    try:
        check_regular(path)
    except (OSError, ValueError):
        return False
    return True


def _check_mode(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotOrdinaryError(path)


def listing(folder: Path) -> list[Path]:
    """What lies in a folder, in any order; nothing if it cannot be looked into."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def read_bytes(path: Path, limit: int, *, pipes: bool = False) -> bytes:
    """The whole content of an ordinary file; with `pipes` a pipe is waited for, and read to its end.

    Args:
        path: the file.
        limit: bytes it may have. Files of /proc and those that are being written to may have more than they say.
        pipes: whether a named pipe will do as well.

    Raises:
        TooLargeError: it has more.
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
    """What is left in an open file; `path` is for the error.

    Raises:
        TooLargeError: that is more than `limit` bytes.
        OSError: it cannot be read.
    """
    data = file.read(limit + 1) or b""  # None where a file of the system's has nothing to say for now
    if len(data) > limit:
        raise TooLargeError(path, len(data))
    return data


def file_name(text: str) -> str:
    """`text`, from a file, if it can be the name of one.

    Raises:
        ValueError, TypeError: it cannot.
    """
    if not text or b"\0" in os.fsencode(text):
        raise ValueError("no name of a file")
    return text


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` in the file `path`, replacing one that is there in a single step.

    The bytes go to a new file in the same folder, are flushed to the disk and then moved into place;
    whatever happens before the move leaves the old file as it was, and until then only the user may read them: then
    the file gets the mode of the old one, or the one that new files have. A symbolic link keeps pointing where
    it points. What is no regular file (`/dev/stdout`, a pipe) is written to directly. A `private` file
    is the program's own: only the user may read it, its folder is made if need be, and where something else is in
    its place it is not written.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))  # resolve() raises RuntimeError at a loop of links
        if target.exists() and not target.is_file() and not target.is_dir():
            if private:
                raise NotOrdinaryError(path)
            target.write_bytes(data)
        else:
            if private:
                make_private_folder(target.parent)
            _replace(target, data, private)
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise OutputError("This is not a valid file name.") from error


def check_writable(path: Path) -> None:
    """Make sure, before long work, that `write_atomically` could write to `path`; leaves nothing behind.

    Raises:
        OutputError: it could not.
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


def _replace(target: Path, data: bytes, own: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    with part_of(target) as part:
        # For the user alone until all is there: the file in whose place it comes may be.
        with open(part, "xb", opener=private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not own:
            part.chmod(target.stat().st_mode & 0o777 if target.exists() else _USUAL_MODE)
        os.replace(part, target)


def _umask() -> int:
    mask = os.umask(0o077)  # there is no other way to ask for it
    os.umask(mask)
    return mask


# Asked for once, while nothing else is going on.
_USUAL_MODE = 0o666 & ~_umask()
