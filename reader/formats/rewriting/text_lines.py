"""The lines of a text file with their own bytes, of which some are written anew.

A line that stays keeps its bytes, also where these were mended when it was read. New lines are in the encoding of the
file, unless it lacks a letter of them: then the whole file becomes UTF-8.
"""

import codecs
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader import late_re as re
from reader.errors import DocumentError
from reader.formats.decoding import Decoded, decode
from reader.formats.seven_bits import ISO_646, as_iso_646
from reader.late_dataclasses import dataclass
from reader.text import composed, shown

_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\f]")
_BYTE_ENDS = re.compile(b"\r\n|[\n\r\f]")
_BYTE_ENDS_UTF_8 = re.compile(b"\r\n|[\n\r\f]|\xe2\x80[\xa8\xa9]")
# What also ends a paragraph: an empty line is behind it.
_PARAGRAPH_ENDS = ("\u2029", "\f")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_8 = "utf-8"
_BRACES = re.compile(r"[{|}\[\\\]]")


class Edit(NamedTuple):
    """Lines `start` to `stop` are replaced by others."""

    start: int
    stop: int
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its text as it is read, its own letters and end, and its bytes without the end; None if not known."""

    text: str
    letters: str = ""
    end: str = ""
    data: bytes | None = None


class TextLines:
    """The lines of a text file.

    Attributes:
        texts: as they are read, in NFC; a separator of paragraphs has an empty line behind it.
        encoding: see `Decoded`.
    """

    def __init__(self, data: bytes, name: str, chosen: str = "") -> None:
        """The lines of the bytes of a file; `name` is for messages, `chosen` the encoding if the user chose it.

        Raises:
            DocumentError: they are not text.
        """
        self._name, self._chosen = name, chosen
        found = decode(data, name, chosen)
        self.encoding = found.encoding
        self._head = next((mark for mark in _MARKS if data.startswith(mark)), b"")
        self._encoding = _with_byte_order(found.encoding, self._head)
        self._tail = b""
        self._lines = list(self._read(data, found))
        self.texts = [line.text for line in self._lines]
        ends = Counter(line.end for line in self._lines if line.end in ("\n", "\r\n", "\r"))
        self._end = max(ends, key=ends.__getitem__, default="\n")

    def _read(self, data: bytes, found: Decoded) -> Iterable[_Line]:
        letters = found.text.removeprefix("\ufeff") if self._head else found.text
        parts = list(_parts(letters))
        body = data[len(self._head) :]
        exact = self._encoded(letters)
        if exact is not None and body.startswith(exact) and not body[len(exact) :].strip(b"\0\x1a"):
            self._tail = body[len(exact) :]
            known: Sequence[bytes | None] = [None] * len(parts)
        else:
            ends = _BYTE_ENDS_UTF_8 if self._encoding == _UTF_8 else _BYTE_ENDS
            pieces = ends.split(body)
            known = pieces if len(pieces) == len(parts) else [None] * len(parts)
        for (line, end), piece in zip(parts, known, strict=True):
            yield _Line(composed(shown(line)), line, end, piece)
            if end in _PARAGRAPH_ENDS:
                yield _Line("")

    def with_edits(self, edits: Iterable[Edit]) -> tuple[bytes, str]:
        """The bytes with other lines, no two edits overlapping; and the new encoding if it has changed, or ""."""
        lines = list(self._edited(sorted(edits)))
        data = self._data(lines)
        if data is not None and ((self._encoding == _UTF_8 and _is_utf_8(data)) or self._is_read(data, lines)):
            return data, ""
        text = "".join(line.letters + line.end for line in lines)
        return text.encode(_UTF_8, "replace"), _UTF_8

    def _edited(self, edits: Sequence[Edit]) -> Iterable[_Line]:
        place = 0
        for edit in edits:
            yield from self._lines[place : edit.start]
            old, last = self._lines[edit.start : edit.stop], len(edit.lines) - 1
            for number, text in enumerate(edit.lines):
                own = old[number] if number < len(old) else None
                end = old[-1].end if number == last else (own.end if own and number < len(old) - 1 else "") or self._end
                same = own is not None and own.text == text
                yield _Line(text, own.letters, end, own.data) if same and own else _Line(text, text, end)
            place = edit.stop
        yield from self._lines[place:]

    def _data(self, lines: Iterable[_Line]) -> bytes | None:
        """The bytes of lines in the file's encoding; None if it lacks a letter."""
        pieces, run = [self._head], list[str]()
        for line in lines:
            if line.data is None:
                run.append(line.letters + line.end)
            elif (before := self._encoded("".join(run))) is None or (end := self._encoded(line.end)) is None:
                return None
            else:
                pieces += before, line.data, end
                run = []
        rest = self._encoded("".join(run))
        return None if rest is None else b"".join([*pieces, rest, self._tail])

    def _encoded(self, text: str) -> bytes | None:
        try:
            if self._encoding == ISO_646:
                return None if _BRACES.search(text) else as_iso_646(text).encode("ascii")
            return text.encode(self._encoding)
        except UnicodeError:
            return None

    def _is_read(self, data: bytes, lines: Iterable[_Line]) -> bool:
        """Whether the bytes are read as these lines again, if their encoding has to be guessed or is broken."""
        try:
            again = decode(data, self._name, self._chosen).text
        except DocumentError:  # too few letters are left that tell of the encoding
            return False
        texts = (composed(shown(text)) for text, _ in _parts(again))
        return list(filter(None, texts)) == [line.text for line in lines if line.text]


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode(_UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def _parts(letters: str) -> Iterable[tuple[str, str]]:
    """The lines of a text and what ends them."""
    start = 0
    for end in _ENDS.finditer(letters):
        yield letters[start : end.start()], end[0]
        start = end.end()
    yield letters[start:], ""


def _with_byte_order(encoding: str, mark: bytes) -> str:
    if encoding in ("utf-16", "utf-32") and mark:
        return f"{encoding}-{'le' if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else 'be'}"
    return _UTF_8 if encoding == "utf-8-sig" else encoding
