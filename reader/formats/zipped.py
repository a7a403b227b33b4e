"""The members of a ZIP archive, read within limits: for the formats that are archives of XML."""

import io
import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path

from reader.errors import DocumentError, UnfitError
from reader.files import open_regular

# A book of 1,500 pages has 20 MB of XML; what is larger was made to fill the memory.
MOST_TEXT = 128 * 1024 * 1024
_MOST_MEMBERS = 50_000
_ENCRYPTED = 1  # bit of a member's flags
# Those that programs for documents use; others may unpack to any size at once, whatever is asked for.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What `zipfile` raises for archives that are damaged, or were made to harm.
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)


class Zipped:
    """An archive; `name` is the file's, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive in `data`.

        Raises:
            DocumentError: it is damaged, or has too many members.
        """
        self.name = name
        self._left = MOST_TEXT
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            self._members = {_plain(member.filename): member for member in self._file.infolist()}
        except _FAULTS as error:
            raise damaged(name) from error
        if len(self._members) > _MOST_MEMBERS:
            raise too_large(name)

    @property
    def names(self) -> Collection[str]:
        """The paths of the members, without a slash in front."""
        return self._members.keys()

    def read(self, member: str) -> bytes:
        """The content of a member.

        Raises:
            DocumentError: it is not there, damaged, or protected by a password; or all that has been read is too much.
        """
        found = self._members.get(_plain(member))
        if found is None:
            raise damaged(self.name)
        if found.flag_bits & _ENCRYPTED:
            raise protected(self.name)
        if found.compress_type not in _METHODS:
            raise damaged(self.name)
        try:
            with self._file.open(found) as file:
                data = file.read(self._left + 1)  # what the archive says of its size may be wrong
        except _FAULTS as error:
            raise damaged(self.name) from error
        self._left -= len(data)
        if self._left < 0:
            raise too_large(self.name)
        return data

    def stored(self, member: str) -> str:
        """The name of a member as the archive has it."""
        return self._members[_plain(member)].filename

    def __contains__(self, member: str) -> bool:
        """Whether there is such a member."""
        return _plain(member) in self._members


def read_packed(path: Path, member: str, limit: int) -> bytes:
    """The content of a member of the archive at `path`; b"" if there is none, or none of up to `limit` bytes."""
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            found = next((each for each in archive.infolist() if _plain(each.filename) == member), None)
            if found is None or found.flag_bits & _ENCRYPTED or found.compress_type not in _METHODS:
                return b""
            with archive.open(found) as content:
                data = content.read(limit + 1)
    except _FAULTS:  # moved, replaced or damaged since it was opened: the image is not shown
        return b""
    return data if len(data) <= limit else b""


def damaged(name: str) -> DocumentError:
    """What to tell of a file that cannot be read as what it is."""
    return DocumentError(
        "“{name}” is damaged. Open it in the program that it was made with, save it anew, and open that.", name=name
    )


def protected(name: str) -> UnfitError:
    """What to tell of a file that is encrypted."""
    return UnfitError(
        "“{name}” is protected by a password. Save it without one in the program that it was made with, and open that.",
        name=name,
    )


def too_large(name: str) -> UnfitError:
    """What to tell of a file whose content is larger than any document's."""
    return UnfitError("“{name}” unpacks to more than any document needs, and is not opened.", name=name)


def _plain(member: str) -> str:
    """The path of a member as all programs understand it."""
    return member.replace("\\", "/").removeprefix("/")
