"""The encoding of a TMX file where it does not say the truth: expat believes what the first line says."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from reader import late_re as re

_PIECE = 1 << 18
_SAYS = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_UTF_8 = frozenset({"utf-8", "utf8", "ascii", "us-ascii", ""})
# Of two bytes each, which an XML declaration that can be read as ASCII is not.
_WIDE = frozenset({"utf-16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2", "unicode", "utf16"})
# By which of the first four bytes are not 0.
_WITHOUT_MARK = {b"\1\0\1\0": "utf-16le", b"\0\1\0\1": "utf-16be"}
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# White space, of one byte a character or of two; then what shows which.
_BLANK = re.compile(rb"[ \t\r\n]+(?=<[^\0])|(?:[ \t\r\n]\0)+(?=<\0)|(?:\0[ \t\r\n])+(?=\0<)")
_HIGH = bytes(range(0x80, 0x100))


def encoding_instead(file: BinaryIO) -> str | None:
    """The encoding to read an XML file with instead of what it says, if that is not so; reads it from its start.

    What should be UTF-8, but mostly is not, is Windows-1252, the usual one of older programs.
    """
    file.seek(0)
    start = file.read(1000)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(codecs.BOM_UTF8) or b"\0" in start[:4]:
        return _WITHOUT_MARK.get(bytes(map(bool, start[:4])))
    found = _SAYS.match(start)
    says = found[1].decode().lower() if found else ""
    if says not in _UTF_8 | _WIDE:
        return None
    if not _is_utf_8(file):
        return "windows-1252"
    return "utf-8" if says in _WIDE | {"ascii", "us-ascii"} else None


def without_blank_start(piece: bytes) -> bytes:
    """The start of an XML file without blank lines before what it must begin with."""
    mark = next(
        (mark for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) if piece.startswith(mark)), b""
    )
    blank = _BLANK.match(piece, len(mark))
    return mark + piece[blank.end() :] if blank else piece


def _is_utf_8(file: BinaryIO) -> bool:
    """Whether a file is UTF-8, sound or damaged."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(file):
            decoder.decode(piece)
    except UnicodeDecodeError:
        counts = [_counted(piece) for piece in _pieces(file)]
        return sum(sound for sound, _ in counts) > sum(other for _, other in counts)
    return True


def _counted(piece: bytes) -> tuple[int, int]:
    """How many bytes beyond ASCII are parts of characters in UTF-8, and how many are not."""
    sound = sum(map(len, _MULTIBYTE.findall(piece)))
    return sound, len(piece) - len(piece.translate(None, _HIGH)) - sound


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece
