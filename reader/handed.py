"""Files that a start of the program hands to one that runs already, kept on the disk until they are in its library.

So nothing is lost if either process is killed: what is left there is found by the next one that has the window.
"""

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader import late_re as re, log
from reader.errors import OutputError
from reader.files import file_name, write_atomically
from reader.json_files import read_json

_SUFFIX = ".json"
_NAME = re.compile(r"[0-9a-f]{16}")


class Handed:
    """The records in a folder, one private file each, so that several processes can use it at once."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self._folder = folder

    def keep(self, files: Sequence[Path]) -> str:
        """Record files that are being handed over; returns the name of the record, or "" if it cannot be written."""
        name = secrets.token_hex(8)
        try:
            write_atomically(self._file(name), json.dumps([str(path) for path in files]).encode(), private=True)
        except OutputError as error:
            log.caught(error, "keeping files that are handed over")
            return ""
        return name

    def has(self, name: str) -> bool:
        """Whether there is such a record: who has handed it over may have taken it back."""
        return self._file(name).exists()

    def __iter__(self) -> Iterator[tuple[str, tuple[Path, ...]]]:
        """The records by name; those that cannot be parsed are skipped."""
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")):
            files = read_json(file, _parsed, None).value
            if files is not None and is_record(file.stem):
                yield file.stem, files

    def drop(self, name: str) -> None:
        """Delete a record; a failure is only logged."""
        try:
            self._file(name).unlink(missing_ok=True)
        except OSError as error:
            log.caught(error, "dropping files that were handed over")

    def forget(self, concerned: Callable[[str], bool]) -> None:
        """Delete the records that name a file for which `concerned` is true, and all that cannot be parsed.

        Raises:
            OSError: not all of them could be deleted.
        """
        with suppress(FileNotFoundError):  # there is no folder
            for file in list(self._folder.iterdir()):
                files = read_json(file, _parsed, None).value
                if (files is None or any(concerned(str(path)) for path in files)) and not file.is_dir():
                    file.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"


def is_record(name: str) -> bool:
    """Whether a record may have this name."""
    return _NAME.fullmatch(name) is not None


def _parsed(found: Any) -> tuple[Path, ...]:
    if not isinstance(found, list) or not all(Path(file_name(name)).is_absolute() for name in found):
        raise TypeError("no absolute paths")
    return tuple(map(Path, found))
