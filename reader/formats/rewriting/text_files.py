"""The bytes of a text file with other lines: those that stay keep theirs."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader import late_re as re
from reader.formats.decoding import Decoded, decode

_LINE_END = re.compile("\r\n|[\r\n\u2028\u2029\f]")
# Both end a paragraph, and are read as two line ends.
_DOUBLE = "\u2029\f"
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ("utf-16", "utf-32", "utf-7")


class RawLine(NamedTuple):
    """A line as a reader has it, in the text as it was decoded: where it begins, where its end does, and the next."""

    start: int
    end: int
    stop: int


class Written(NamedTuple):
    """The bytes of a file, and their encoding, if it is another one than before."""

    data: bytes
    encoding: str = ""


class TextFile:
    """The bytes of a text file, decoded and cut into lines as `read_text` does it."""

    def __init__(self, data: bytes, name: str, encoding: str) -> None:
        """`name` is for messages, `encoding` what the user chose, "" for nothing.

        Raises:
            DocumentError: they are not text.
        """
        self._data = data
        self.decoded: Decoded = decode(data, name, encoding)
        self.lines: Sequence[RawLine] = tuple(_raw_lines(self.decoded.text))

    def written(self, changed: Mapping[int, Sequence[str]]) -> Written:
        """The bytes with other lines in the place of some; those take their line ends from the one that was there."""
        if not changed:
            return Written(self._data)
        text = self.decoded.text
        parts = [
            (
                number in changed,
                self._replaced(line, changed[number]) if number in changed else text[line.start : line.stop],
            )
            for number, line in enumerate(self.lines)
        ]
        encoding, mark = self._codec()
        new = "".join(part for _, part in parts)
        try:
            if self._is_whole(encoding, mark):
                return Written(mark + new.encode(encoding))
        except (UnicodeEncodeError, LookupError):  # letters, or an encoding, that Python does not have
            return Written(new.encode("utf-8", "replace"), "utf-8")
        kept = self._with_damaged_lines(parts, encoding, mark)
        return Written(kept) if kept is not None else Written(new.encode("utf-8", "replace"), "utf-8")

    def _replaced(self, line: RawLine, new: Sequence[str]) -> str:
        text = self.decoded.text
        end = text[line.end : line.stop]
        if end:
            return "".join(each + end for each in new)
        return (self._usual_end() or "\n").join(new)  # the last line of all

    def _usual_end(self) -> str:
        return next((self.decoded.text[line.end : line.stop] for line in self.lines if line.end < line.stop), "")

    def _codec(self) -> tuple[str, bytes]:
        """What the text is to be encoded by, as Python names it, and the byte order mark of the file."""
        encoding = self.decoded.encoding
        mark = next((mark for mark in _MARKS if self._data.startswith(mark)), b"")
        if encoding == "utf-8-sig":
            return "utf-8", mark
        if mark and encoding in ("utf-16", "utf-32"):
            return encoding + ("-be" if mark in (codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE) else "-le"), mark
        return encoding or "utf-8", mark if encoding == "utf-8" else b""

    def _is_whole(self, encoding: str, mark: bytes) -> bool:
        """Whether the text has all that the bytes have."""
        try:
            return mark + self.decoded.text.encode(encoding) == self._data
        except UnicodeEncodeError:  # where something was put in the place of what is damaged
            return False

    def _with_damaged_lines(self, parts: Sequence[tuple[bool, str]], encoding: str, mark: bytes) -> bytes | None:
        """The bytes if lines that stay are kept as they were, damaged as they may be; None if that cannot be done."""
        text = self.decoded.text
        old = self._data[len(mark) :].split(b"\n")
        if encoding.startswith(_WIDE) or len(old) != text.count("\n") + 1:
            return None
        found: list[bytes] = []
        new, changed = "", False
        for line, (is_changed, part) in zip(self.lines, parts, strict=True):
            new, changed = new + part, changed or is_changed
            if text.endswith("\n", line.start, line.stop) or line is self.lines[-1]:
                end = b"\n" * (line is not self.lines[-1])
                found.append(new.encode(encoding, "replace") if changed else old[len(found)] + end)
                new, changed = "", False
        return mark + b"".join(found)


def _raw_lines(text: str) -> Iterator[RawLine]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield RawLine(start, end.start(), end.end())
        if end[0] in _DOUBLE:
            yield RawLine(end.end(), end.end(), end.end())
        start = end.end()
    yield RawLine(start, len(text), len(text))
