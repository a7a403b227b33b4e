"""Texts that were pasted or dropped: they exist nowhere else, and are kept as files in the data folder."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reader import late_re as re
from reader.errors import OutputError, reason
from reader.files import listing, read_bytes, write_atomically
from reader.locks import alone
from reader.paths import PASTED_FOLDER, is_pasted

# Of the time in the name of a file.
_MOMENT = "%Y-%m-%d-%H%M%S"
_MARKDOWN, _TEXT = ".md", ".txt"
# So that nothing has to be guessed when it is read.
_ENCODING = "utf-8-sig"
# Line ends, white space and the escape of terminal logs stay, and the hyphen at line ends of PDF, which the reader of
# the file knows; Word's become real ones.
_CONTROLS = dict.fromkeys({*range(32), 127} - {2, 9, 10, 11, 12, 13, 27}) | {0x1E: "\u2011", 0x1F: "\xad"}
_SURROGATE = re.compile("[\ud800-\udfff]")
# Other processes lock the folder only while they write a text.
_PATIENCE_S = 5.0


def pasted_when(path: Path) -> datetime | None:
    """When a text was pasted, in local time, by the name of its file; None if it is none of these files."""
    if not is_pasted(path):
        return None
    try:
        return datetime.strptime(path.name.rpartition("-")[0], _MOMENT)
    except ValueError:  # a name that only looks like one
        return None


class Pasted:
    """The pasted texts of a data folder, one private file each, named by the time and chance.

    Several processes can use it at once.
    """

    def __init__(self, data: Path) -> None:
        """`data` is the data folder, which need not exist."""
        self._folder = data / PASTED_FOLDER

    def __iter__(self) -> Iterator[Path]:
        """The files, oldest first."""
        return iter(sorted(path for path in listing(self._folder) if is_pasted(path)))

    def has(self, path: Path) -> bool:
        """Whether a file is one of these, under whatever name of the folder."""
        try:
            return is_pasted(path) and path.parent.samefile(self._folder)
        except (OSError, ValueError):  # there is no such folder, or cannot be
            return False

    def keep(self, text: str, *, markdown: bool = False) -> Path:
        """Store a text, unless it is there already; control characters are left out.

        Returns:
            Its file.

        Raises:
            OutputError: it cannot be written.
        """
        data = _SURROGATE.sub("\ufffd", text).translate(_CONTROLS).encode(_ENCODING)
        suffix = _MARKDOWN if markdown else _TEXT
        name = f"{datetime.now():{_MOMENT}}-{secrets.token_hex(3)}{suffix}"
        try:
            with alone(self._folder, _PATIENCE_S):
                path = self._known(data, suffix) or self._folder / name
                if not path.exists():
                    write_atomically(path, data, private=True)
        except OSError as error:
            raise OutputError(
                "“{path}” cannot be written: {reason}.", path=self._folder, reason=reason(error)
            ) from error
        return path

    def _known(self, data: bytes, suffix: str) -> Path | None:
        same = (path for path in self if path.suffix == suffix and path.stat().st_size == len(data))
        return next((path for path in same if read_bytes(path, len(data)) == data), None)

    def delete(self, path: Path) -> None:
        """Delete a text for good; does nothing if it is none of these.

        Raises:
            OutputError: it cannot be deleted.
        """
        if not self.has(path):
            return
        try:
            with alone(self._folder, _PATIENCE_S):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError("The pasted text cannot be deleted: {reason}.", reason=reason(error)) from error

    def delete_all(self) -> None:
        """Delete all texts for good.

        Raises:
            OSError: not all of them could be deleted.
        """
        if self._folder.is_dir():
            with alone(self._folder, _PATIENCE_S):
                for path in list(self._folder.iterdir()):
                    if path.is_file():
                        path.unlink(missing_ok=True)
