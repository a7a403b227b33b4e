"""What an export tells of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """An export that has ended.

    Attributes:
        pages: how many there are, where the format has pages.
        missing: characters that no font of the program has.
        written: False if the work was cancelled, and the file left as it was.
    """

    pages: int | None = None
    missing: tuple[str, ...] = ()
    written: bool = True
