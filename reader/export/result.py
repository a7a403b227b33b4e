"""What exporting results in."""

from reader.errors import Message
from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """The result of an export.

    Attributes:
        pages: the number of pages, in formats that have pages.
        missing: characters that are in none of the fonts.
        remarks: what else to tell, one sentence each.
        written: False if the export was cancelled; the file is then unchanged.
    """

    pages: int | None = None
    missing: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()
    written: bool = True


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF: its bytes, and the characters shown by number because no font has them."""

    data: bytes
    missing: tuple[str, ...] = ()
