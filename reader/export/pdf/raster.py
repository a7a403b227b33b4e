"""Rendering pages of a PDF with PDFium."""

from dataclasses import dataclass
from threading import Lock

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


def render_page(data: bytes, index: int, scale: float, band: tuple[float, float] | None = None) -> Picture:
    """Page `index` (from 0) of the PDF `data`, with `scale` pixels per point.

    Of a large page a `band`, from its first to its second distance below the upper edge, in points.
    """
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        page = document[index]
        top, bottom = (0.0, 0.0) if band is None else (band[0], max(page.get_height() - band[1], 0.0))
        bitmap = page.render(scale=scale, crop=(0, bottom, 0, top), rev_byteorder=False, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
