"""Writing files so that the old one stays whole until the new one is."""

import os
import secrets
from pathlib import Path

from reader.errors import OutputError, reason


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` in the file `path`, replacing one that is there in a single step.

    The bytes go to a new file in the same folder, are flushed to the disk and then moved into place;
    whatever happens before the move leaves the old file as it was. A symbolic link keeps pointing where
    it points. What is no regular file (`/dev/stdout`, a pipe) is written to directly. A `private` file
    is the program's own: only the user may read it, and its folder is made if need be.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))  # resolve() raises RuntimeError at a loop of links
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            if private:
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(target, data, private)
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise OutputError("That is not the name of a file.") from error


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
            beside = target.with_name(f".{secrets.token_hex(6)}.part")
            open(beside, "xb").close()
            beside.unlink()
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise OutputError("That is not the name of a file.") from error


def _replace(target: Path, data: bytes, private: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    # Not tempfile: its files are 0600 for good, and a new export should get the user's usual mode.
    # 40 characters are 160 bytes at most; a name may have 255.
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")
    try:
        with open(beside, "xb") as file:
            if private:
                beside.chmod(0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            beside.chmod(target.stat().st_mode & 0o777)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
