"""Images of pages as they are recognised."""

from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grey:
    """An image.

    Attributes:
        data: a byte for each of its pixels, row by row: 0 is black.
        width, height: in pixels.
        scale: how many pixels are a point.
    """

    data: bytes
    width: int
    height: int
    scale: float
