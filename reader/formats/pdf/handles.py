"""What PDFium gives for what it has opened."""

import ctypes
from typing import Any

# A document, a page, a font ...: a pointer of ctypes.
Handle = Any


def address_of(handle: Handle) -> int:
    """Where in memory it is; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
