"""A message as the parts that it is made of (MIME): each with its fields, and its bytes as they were before transport.

Linear in the size of the file: each level of parts looks at its bytes once, and there are only so many levels.
"""

import binascii
from collections.abc import Iterable, Iterator
from dataclasses import field
from email.message import Message
from email.utils import collapse_rfc2231_value

from reader import late_re as re
from reader.errors import UnfitError
from reader.formats.controls import without_controls
from reader.formats.mail.fields import Fields, decoded_words, parameters, split_header
from reader.formats.mail.transport import base64_bytes, uudecoded
from reader.late_dataclasses import dataclass

# Deeper parts are not looked into; a mail that was forwarded ten times has as many levels, or twice as many.
_DEEPEST = 24
# Of a file; a digest of a month has some hundred.
_MOST_PARTS = 10_000
# Behind the mail are settings.
_COUNTED = re.compile(rb"(\d{1,10})[ \t]*\r?\n")
_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_BOUNDARY = re.compile(rb"\s*--([^\n]{1,200}?)[ \t]*\n")
_DELIMITER_END = re.compile(rb"(--)?[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Part:
    """A message, or a part of one.

    Attributes:
        fields: of its header.
        said: those that say what it is.
        type: such as "text/plain".
        body: below the header, as it was sent; b"" where there are parts.
        parts: of what is put together from parts; the message in a part that is one.
    """

    fields: Fields
    said: Message
    type: str
    body: bytes
    parts: "tuple[Part, ...]" = ()

    @property
    def content(self) -> bytes:
        """The bytes of the body as they were before they were encoded for transport."""
        coding = b"".join(self.fields.get("content-transfer-encoding", (b"",))[:1])
        return _transported(self.body, coding.split(b";")[0].strip().lower())

    @property
    def charset(self) -> str:
        """What its text is declared to be encoded in; "" if that is not said."""
        return _parameter(self.said, "charset")

    @property
    def attached(self) -> bool:
        """Whether it is to be shown only by its name."""
        return self.said.get_content_disposition() == "attachment"

    @property
    def name(self) -> str:
        """The name of its file; "" if it has none."""
        said = _parameter(self.said, "filename", "content-disposition") or _parameter(self.said, "name")
        found = " ".join(without_controls(decoded_words(said)).split())
        return found.replace("\\", "/").rpartition("/")[2]

    def parameter(self, name: str) -> str:
        """A parameter of its type; "" if there is none."""
        return _parameter(self.said, name)


@dataclass(slots=True)
class Reader:
    """Divides the messages of one file; `name` is the file's, for messages."""

    name: str
    parts: int = field(default=0)

    def read(self, data: bytes, depth: int = 0, usual: str = "text/plain") -> Part:
        """The message or part in these bytes; `usual` is its type if it says none.

        Raises:
            DocumentError: there are more parts than in any mail.
        """
        self.parts += 1
        if self.parts > _MOST_PARTS:
            raise UnfitError("“{name}” has more parts than any mail, and is not opened.", name=self.name)
        fields, body = split_header(data)
        said = parameters(fields)
        said.set_default_type(usual)
        type_ = said.get_content_type()
        if type_ in _MESSAGES and depth < _DEEPEST:
            part = Part(fields, said, type_, body)
            inside = self.read(with_line_feeds(part.content), depth + 1)
            return Part(fields, said, type_, b"", (inside,))
        if not type_.startswith("multipart/") or depth >= _DEEPEST:
            return Part(fields, said, type_, body)
        inner = "message/rfc822" if type_ == "multipart/digest" else "text/plain"
        pieces = list(_divided(body, _boundary(said, body)))
        if not pieces:  # nothing is divided
            return Part(fields, said, "text/plain", body)
        return Part(fields, said, type_, b"", tuple(self.read(piece, depth + 1, inner) for piece in pieces))


def read_file(data: bytes, name: str) -> Part:
    """The message in the bytes of a file, which on a Mac begins with its length; `name` is the file's, for messages.

    Raises:
        DocumentError: there are more parts than in any mail.
    """
    count = _COUNTED.match(data)
    return Reader(name).read(with_line_feeds(data[count.end() : count.end() + int(count[1])] if count else data))


def leaves(parts: Iterable[Part], *, forwarded: bool = False) -> Iterator[Part]:
    """The parts that are not put together from others, in messages that are forwarded only if that is asked for."""
    for part in parts:
        if part.parts and (forwarded or not part.type.startswith("message/")):
            yield from leaves(part.parts, forwarded=forwarded)
        else:
            yield part


def with_line_feeds(data: bytes) -> bytes:
    """Bytes with "\\n" as the end of each line."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _boundary(said: Message, body: bytes) -> bytes:
    """What stands between the parts: as declared, or if that is nowhere what the body begins with."""
    declared = _parameter(said, "boundary").rstrip().encode("utf-8", "replace")
    if declared and (body.startswith(b"--" + declared) or b"\n--" + declared in body):
        return declared
    found = _BOUNDARY.match(body)
    return found[1] if found else b""


def _divided(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """The parts between the lines of a boundary; what stands before the first and behind the last is shown nowhere."""
    line, body, start = b"\n--" + boundary, b"\n" + body, -1
    place = body.find(line) if boundary else -1
    while place != -1:
        end = _DELIMITER_END.match(body, place + len(line))
        if end is None:  # a longer boundary
            place = body.find(line, place + 1)
            continue
        if start >= 0:
            yield body[start:place]
        if end[1]:
            return
        start = end.end()
        place = body.find(line, start - 1)
    if start >= 0:
        yield body[start:]


def _parameter(said: Message, name: str, field_name: str = "content-type") -> str:
    found = said.get_param(name, "", field_name)
    if not isinstance(found, tuple):
        return found or ""
    try:
        return collapse_rfc2231_value(found)
    except ValueError:  # in an encoding that has no letters for it, such as "undefined"
        return found[2]


def _transported(body: bytes, coding: bytes) -> bytes:
    if coding == b"base64":
        return base64_bytes(body)
    if coding == b"quoted-printable":
        return binascii.a2b_qp(body)
    if coding in (b"x-uuencode", b"uuencode", b"x-uue"):
        return uudecoded(body)
    return body
