"""Printing the pages of a PDF, in bands, on a thread of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.export import render_page
from ui.toolkit.jobs import Job

# Pixels of a page that are drawn at once: 16 MB.
_AT_ONCE = 4_000_000
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
    """Print `pages` (indices) of the PDF `data`, whose pages have `sizes` in points; hands over `Printed` for each."""
    painter = QPainter()
    if not painter.begin(printer):
        return Printed(0, len(pages), refused=True)
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                return Printed(number, len(pages), refused=True)
            for top, image in _bands(printer, data, page, sizes[page]):
                if job.is_cancelled():
                    printer.abort()
                    return Printed(number, len(pages))
                painter.drawImage(0, top, image)
            job.emit_item(Printed(number + 1, len(pages)))
    finally:
        painter.end()
    return Printed(len(pages), len(pages), whole=True)


def _bands(printer: QPrinter, data: bytes, page: int, size: tuple[float, float]) -> Iterator[tuple[int, QImage]]:
    """Bands of a page from the top, each with its position in pixels of the printer; smaller if its paper is."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = min(printer.resolution() / _POINTS, paper.width() / size[0], paper.height() / size[1])
    width, height = size[0] * scale, round(size[1] * scale)
    step = max(int(_AT_ONCE / width), 1)
    for top in range(0, height, step):
        bottom = min(top + step, height)
        picture = render_page(data, page, scale, (top / scale, bottom / scale))
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        yield top, image.copy()  # a deep copy, as the bytes object may be freed
