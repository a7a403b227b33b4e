"""What was written to a log, for people to read and to send to others."""

import os
from pathlib import Path

from reader.files import open_regular
from reader.log import log_of, without_places


def own_log(folder: Path) -> Path | None:
    """The log of this process in `folder`; where it writes none, the newest of any process.

    Raises:
        OSError: the folder cannot be read, or is none.
    """
    return log_of(folder, os.getpid()) or log_of(folder)


def end_of_log(path: Path, most: int) -> tuple[str, bool]:
    """The last whole lines of a log, naming no folder of the user's, and whether that is all of it.

    Args:
        path: the file.
        most: bytes to read at most.

    Raises:
        OSError: it cannot be read.
    """
    with open_regular(path) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - most, 0))
        text = file.read(most).decode("utf-8", "replace")
    if whole := size <= most:
        return without_places(text), whole
    return without_places(text.partition("\n")[2]), whole
