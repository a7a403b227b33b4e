"""What the user may choose about how a file is read, where what the file's bytes and lines say is wrong."""

from contextlib import suppress
from enum import StrEnum

from reader.formats.encoding_names import known_encoding
from reader.late_dataclasses import dataclass


class Lines(StrEnum):
    """What the line ends of a plain text are."""

    JUDGED = ""  # paragraph by paragraph
    JOINED = "joined"  # wraps, where nothing else begins
    KEPT = "kept"  # deliberate, all of them


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file is read.

    Attributes:
        encoding: as Python names it; "" for what the bytes look like.
        lines: what the line ends of a plain text are.
    """

    encoding: str = ""
    lines: Lines = Lines.JUDGED


AS_FOUND = Choices()


def choices_of(encoding: str, lines: str) -> Choices:
    """Choices as stored for a document; those that this version does not know are left out."""
    known = ""
    with suppress(LookupError):  # of a later version
        known = known_encoding(encoding) if encoding else ""
    return Choices(known, Lines(lines) if lines in list(Lines) else Lines.JUDGED)
