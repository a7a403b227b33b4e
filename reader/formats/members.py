"""The images that a document has in its own file: members of an archive, or parts of a mail."""

from pathlib import Path

from reader.files import open_regular
from reader.formats.mail.images import read_embedded
from reader.formats.zipped import read_packed


def read_member(path: Path, member: str, limit: int) -> bytes:
    """The content of a member of the file at `path`; b"" if there is none, or none of up to `limit` bytes."""
    try:
        with open_regular(path) as file:
            packed = file.read(2) == b"PK"
    except OSError:  # gone since it was opened: the words of the image are shown
        return b""
    return read_packed(path, member, limit) if packed else read_embedded(path, member, limit)
