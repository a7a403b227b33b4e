"""What Qt does not tell CUPS, the printing system of Linux, and what it does not hear from it.

Qt collects a document in a file, hands it to CUPS when painting ends, and then deletes it. It does so too when the
document is not whole, and it does not look whether it was accepted.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from reader import log

if TYPE_CHECKING:
    import ctypes

_LIBRARY = "libcups.so.2"
# A socket that no server can be at. What is set here is for this thread only.
_NOWHERE = b"/dev/null/cups"
# Of the numbers that IPP answers with, the first that tells of an error.
_FIRST_ERROR = 0x0400


@contextmanager
def nothing_handed_over() -> Iterator[None]:
    """Where painting that ends on this thread meanwhile hands nothing to a printer of CUPS."""
    library = _loaded()
    if library is None:
        yield
        return
    library.cupsSetServer(_NOWHERE)
    try:
        yield
    finally:
        library.cupsSetServer(None)


def was_refused(printer: QPrinter) -> bool:
    """Whether CUPS refused what has just been painted on `printer`, on this thread."""
    to_file = printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat or bool(printer.outputFileName())
    library = None if to_file else _loaded()
    if library is None:
        return False
    error = int(library.cupsLastError())
    if error >= _FIRST_ERROR:
        log.note(f"CUPS did not take a document: {error:#06x}")
    return error >= _FIRST_ERROR


def _loaded() -> "ctypes.CDLL | None":
    """The library that Qt has loaded; None where it prints by other means."""
    if not hasattr(os, "RTLD_NOLOAD"):
        return None
    import ctypes

    try:
        return ctypes.CDLL(_LIBRARY, mode=os.RTLD_NOLOAD | os.RTLD_LAZY)
    except OSError:
        return None
