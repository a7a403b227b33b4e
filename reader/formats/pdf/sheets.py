"""The image of a page as it is to be recognised: upright, with level lines."""

import ctypes
from functools import cache
from math import cos, radians, sin

import pypdfium2.raw as pdfium

from reader.formats.pdf.handles import Handle
from reader.formats.recognition.images import Grey
from reader.formats.recognition.straightening import lines_of

# Pixels of a point: 300 to the inch, and what is enough to see how the lines lean.
_SCALE, _ROUGH = 300 / 72, 100 / 72
# Pixels of a page, a little more than A3 has: what is larger says so by mistake, or is a poster.
_MOST_PIXELS = 20_000_000
# Tesseract ends the process at an image with a side of 32,768.
_LONGEST = 32_000
# Text is some five times as sharp across its lines as along them.
_SHARPER = 2
_WHITE = 0xFFFFFFFF


class Sheet:
    """A page that may lie on its side or its head, and lean a little."""

    def __init__(self, page: Handle) -> None:
        self._page = page
        self._width, self._height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self._lines = cache(lambda quarters: lines_of(self._rendered(_ROUGH, quarters, 0.0)))

    def turns(self) -> tuple[int, ...]:
        """By how many quarters to turn it to the right, what is most likely first."""
        lies = self._lines(1).sharpness > _SHARPER * self._lines(0).sharpness
        return (1, 3, 0, 2) if lies else (0, 2)

    def size(self, quarters: int) -> tuple[float, float]:
        """Its width and height once it is turned, in points."""
        return (self._height, self._width) if quarters % 2 else (self._width, self._height)

    def straightened(self, quarters: int) -> Grey:
        """Its image, turned, with level lines."""
        return self._rendered(_SCALE, quarters, self._lines(quarters % 2).lean)

    def _rendered(self, scale: float, quarters: int, lean: float) -> Grey:
        width, height = self.size(quarters)
        scale = min(scale, (_MOST_PIXELS / max(width * height, 1)) ** 0.5, _LONGEST / max(width, height, 1))
        across, down = max(round(width * scale), 1), max(round(height * scale), 1)
        pixels = ctypes.create_string_buffer(across * down)
        bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, pixels, across)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
            clip, matrix = pdfium.FS_RECTF(0, 0, across, down), self._matrix(scale, quarters, lean)
            pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, matrix, clip, pdfium.FPDF_ANNOT)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return Grey(pixels.raw, across, down, scale)

    def _matrix(self, scale: float, quarters: int, lean: float) -> Handle:
        """Turns around the middle: to the right by quarters, and to the left by the degrees that lines fall."""
        width, height = self.size(quarters)
        angle = radians(lean - 90 * quarters)
        along, across = scale * cos(angle), scale * sin(angle)
        left = (scale * width - along * self._width - across * self._height) / 2
        top = (scale * height + across * self._width - along * self._height) / 2
        return pdfium.FS_MATRIX(along, -across, across, along, left, top)
