"""Rendering pages of a PDF with PDFium."""

import math
from threading import Lock

from reader.late_dataclasses import dataclass

# PDFium is not thread-safe.
_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels, from the top, four bytes each: blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of the PDF `data`, in points."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def render_page(data: bytes, index: int, scale: float, rows: tuple[int, int] | None = None) -> Picture:
    """Page `index` (from 0) of the PDF `data`, with `scale` pixels per point.

    Of a large page `rows` of pixels, from the first to before the second; fewer where the page ends.
    """
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        page = document[index]
        height = math.ceil(page.get_height() * scale)
        above, below = (0, 0) if rows is None else (rows[0], max(height - rows[1], 0))
        crop = (0, _points(below, scale), 0, _points(above, scale))
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=False, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _points(rows: int, scale: float) -> float:
    """What cuts off so many rows: pypdfium2 rounds up, so half a row less."""
    return max(rows - 0.5, 0.0) / scale
