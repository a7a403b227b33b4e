"""The images that a document has in its own file: members of an archive, groups of rich text, or parts of a mail."""

from pathlib import Path

from reader.files import open_regular
from reader.formats.mail.images import read_embedded
from reader.formats.rtf.pictures import read_pictured
from reader.formats.zipped import read_packed

_HEAD = 16


def read_member(path: Path, member: str, limit: int) -> bytes:
    """The content of a member of the file at `path`; b"" if there is none, or none of up to `limit` bytes."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
    except OSError:  # gone since it was opened: the words of the image are shown
        return b""
    if head.startswith(b"PK"):
        return read_packed(path, member, limit)
    return (read_pictured if rb"{\rtf" in head else read_embedded)(path, member, limit)
