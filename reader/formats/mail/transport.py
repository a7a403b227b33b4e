"""What bytes were before they were written in letters for transport: as far as they can be told, whatever is broken."""

import binascii
from collections.abc import Iterator

from reader import late_re as re

_PADDING = re.compile(rb"=[=\s]*")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_STRANGE = re.compile(rb"[^A-Za-z0-9+/\s]")


def base64_bytes(data: bytes) -> bytes:
    """What Base64 stands for: other characters, and what is missing at its end, do not matter.

    It may be several pieces behind each other, and a mailing list may have added text in plain letters.
    """
    first, *others = _PADDING.split(data)
    return b"".join([_base64_piece(first), *map(_base64_piece, _until_strange(others))])


def _until_strange(pieces: list[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        if _STRANGE.search(piece):
            return
        yield piece


def _base64_piece(data: bytes) -> bytes:
    letters = _NOT_BASE64.sub(b"", data)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def uudecoded(data: bytes) -> bytes:
    """What stands between the lines "begin" and "end" of uuencode."""
    return b"".join(_uudecoded(data))


def _uudecoded(data: bytes) -> Iterator[bytes]:
    begun = False
    for line in data.split(b"\n"):
        if not begun:
            begun = line.startswith(b"begin ")
        elif line.rstrip() == b"end":
            return
        elif line:
            yield _uu_line(line)


def _uu_line(line: bytes) -> bytes:
    """A line, also of a program that pads it with more than its length says."""
    for tried in (line, line[: (((line[0] - 32) & 63) * 4 + 5) // 3]):
        try:
            return binascii.a2b_uu(tried)
        except binascii.Error:  # the next attempt tells
            continue
    return b""
