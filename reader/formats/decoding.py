"""Bytes to text: UTF-8, UTF-16, UTF-32 and Windows-1252, told apart by the bytes."""

import codecs
from typing import NamedTuple

from reader.errors import DocumentError, Message
from reader.text import shown

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that no text has: delete, and the C0 controls except tab, line feed, vertical tab, form feed,
# return and escape (which occurs in terminal logs).
_BINARY = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"


class Decoded(NamedTuple):
    """A text, and the encoding that its bytes were in, as Python names it."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text file; `name` is only for the message.

    Raises:
        DocumentError: the bytes are not text, or are damaged.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if b"\0" in data[:4096]:
        return _strict(data, _utf16_without_mark(data, name), name)
    if len(data.translate(None, _BINARY)) != len(data):
        raise _not_text(name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _strict(data, "cp1252", name)


def without_noncharacters(text: str) -> tuple[str, tuple[Message, ...]]:
    """The text without U+FDD0 to U+FDEF, which no text may have, and what to say of that, if there were any."""
    clean = shown(text)
    said = (Message("Characters that no text may contain have been removed."),) if clean != text else ()
    return clean, said


def _utf16_without_mark(data: bytes, name: str) -> str:
    """The byte order of UTF-16 without a mark: of Latin text nearly every high byte is zero."""
    sample = data[:4096]
    half = len(sample) // 2 or 1
    low, high = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if high > 0.6 and low < 0.05:
        return "utf-16-le"
    if low > 0.6 and high < 0.05:
        return "utf-16-be"
    raise _not_text(name)


def _strict(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(name) from error
    if "\0" in text:
        raise _not_text(name)
    return Decoded(text, encoding)


def _not_text(name: str) -> DocumentError:
    return DocumentError("“{name}” is not a text file. Tospalt reads plain text and Markdown.", name=name)
