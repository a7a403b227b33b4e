"""What PDFium gives for what it has opened."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

# A document, a page, a font ...: a pointer of ctypes.
Handle = Any


def address_of(handle: Handle) -> int:
    """Where in memory it is; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def bounds_of(shown: Handle) -> tuple[float, float, float, float]:
    """The left, lower, right and upper edge of something that is shown, in the coordinates of what it is in."""
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(shown, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top
