"""Printing the pages of a PDF, in bands, on a thread of its own."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.late_dataclasses import dataclass
from ui.export.bands import bands
from ui.export.cups import nothing_handed_over, was_refused
from ui.toolkit.jobs import Job

# Dots per inch: with twice as many or more, a pixel covers several dots.
_FINE = 600
_POINTS = 72


@dataclass(frozen=True, slots=True)
class Printed:
    """How far printing is: pages handed to the printer, of so many; in the end `whole`, `refused` or cancelled."""

    done: int
    count: int
    whole: bool = False
    refused: bool = False


def set_up(printer: QPrinter, size: tuple[float, float], title: str) -> None:
    """Have the printer use paper of a page's `size` in points, to its edges, and call the document by its title."""
    width, height = sorted(size)
    landscape = size[0] > size[1]
    paper = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(title)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The indices of the pages that the user has chosen of `count`, in the order of printing, with all copies."""
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        first, last = max(printer.fromPage(), 1), min(printer.toPage() or count, count)
    pages = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def print_pages(
    job: Job, printer: QPrinter, data: bytes, sizes: Sequence[tuple[float, float]], pages: Sequence[int]
) -> Printed:
    """Print `pages` (indices) of the PDF `data`, whose pages have `sizes` in points; hands over `Printed` for each.

    What is cancelled or fails before the last page is drawn is not printed at all, where the system allows it.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return Printed(0, len(pages), refused=True)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    printed = Printed(0, len(pages))
    try:
        printed = _draw(job, painter, printer, data, sizes, pages)
    finally:
        if not printed.whole:
            printer.abort()
        with nullcontext() if printed.whole else nothing_handed_over():
            painter.end()
    return replace(printed, whole=False, refused=True) if printed.whole and was_refused(printer) else printed


def _draw(
    job: Job,
    painter: QPainter,
    printer: QPrinter,
    data: bytes,
    sizes: Sequence[tuple[float, float]],
    pages: Sequence[int],
) -> Printed:
    dots = max(printer.resolution() // _FINE, 1)
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            return Printed(number, len(pages), refused=True)
        for top, image in bands(data, page, _scale(printer, sizes[page]) / dots):
            if job.is_cancelled():
                return Printed(number, len(pages))
            painter.drawImage(QRect(0, top * dots, image.width() * dots, image.height() * dots), image)
        job.emit_item(Printed(number + 1, len(pages)))
    return Printed(len(pages), len(pages), whole=True)


def _scale(printer: QPrinter, size: tuple[float, float]) -> float:
    """Dots of the printer per point: smaller than its resolution if its paper is smaller than a page."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    return min(printer.resolution() / _POINTS, paper.width() / size[0], paper.height() / size[1])
