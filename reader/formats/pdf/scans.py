"""Pages that are images of text, or whose text is unreadable: they are recognised where that is possible."""

import ctypes
from collections.abc import Callable, Sequence
from math import cos, radians, sin

import pypdfium2.raw as pdfium

from reader.errors import Message, plural
from reader.formats.pdf.handles import Handle
from reader.formats.pdf.values import PageContent
from reader.formats.recognition.images import Grey
from reader.formats.recognition.straightening import lean
from reader.formats.recognition.tessdata import is_installed, missing_data, remedy, tessdata
from reader.formats.recognition.words import Tesseract
from reader.text import Recognition

# An image covers so much of a scanned page; a text that says so little of its letters is none.
_COVERED, _UNREADABLE = 0.5, 0.3
_SHOWN = 12
# Pixels of a point: 300 to the inch, and what is enough to see how the lines lean.
_SCALE, _ROUGH = 300 / 72, 100 / 72
# Pixels of a page, a little more than A3 has: what is larger says so by mistake, or is a poster.
_MOST_PIXELS = 20_000_000
_WHITE = 0xFFFFFFFF


def is_scan(page: PageContent) -> bool:
    """Whether a page shows text that its file does not have."""
    if page.pieces or page.unreadable:
        return page.unreadable >= _UNREADABLE
    whole = page.width * page.height
    return bool(whole) and sum(area.width * area.height for area in page.images) >= _COVERED * whole


class Scans:
    """Recognises the pages of a document that need it.

    Attributes:
        read, unread: the numbers of the pages that were, and of those that could not be, from 0 on.
    """

    def __init__(self, told: Callable[[int], object]) -> None:
        """`told` is told the number of a page before it is recognised, which takes seconds."""
        self._told = told
        self._tesseract: Tesseract | None = None
        self._data = tessdata() if is_installed() else None
        self.read: list[int] = []
        self.unread: list[int] = []

    def recognised(self, page: Handle, content: PageContent) -> PageContent:
        """What a page shows, of which `content` is what the file says."""
        if not is_scan(content):
            return content
        if not self._starts():
            self.unread.append(content.number)
            return content
        self._told(content.number)
        return self._read(page, content)

    def _starts(self) -> bool:
        if self._tesseract is None and self._data is not None:
            try:
                self._tesseract = Tesseract(self._data)
            except RuntimeError:  # which the remedy tells: there are no data that it can use
                self._data = None
        return self._tesseract is not None

    def _read(self, page: Handle, content: PageContent) -> PageContent:
        assert self._tesseract is not None
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        angle = lean(_rendered(page, width, height, _ROUGH))
        words = self._tesseract.words(_rendered(page, width, height, _SCALE, angle))
        self.read.append(content.number)
        return PageContent(content.number, width, height, words, comments=content.comments, recognised=True)

    def recognition(self, doubtful: int) -> Recognition | None:
        """How pages were recognised, with so many words in doubt; None if none were."""
        if self._tesseract is None or not self.read:
            return None
        return Recognition(f"Tesseract {self._tesseract.version}", len(self.read), doubtful)

    def sentences(self) -> tuple[Message, ...]:
        """What to say of the pages that were not recognised, or not with all data."""
        if self.unread:
            return _told_unread(self.unread)
        return (missing_data(),) if self.read and self._data is not None and not self._data.whole else ()


def _rendered(page: Handle, width: float, height: float, scale: float, angle: float = 0.0) -> Grey:
    """The image of a page of this size in points, turned so that lines which fall by an angle are level."""
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    across, down = max(round(width * scale), 1), max(round(height * scale), 1)
    pixels = ctypes.create_string_buffer(across * down)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, pixels, across)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
        clip = pdfium.FS_RECTF(0, 0, across, down)
        pdfium.FPDF_RenderPageBitmapWithMatrix(
            bitmap, page, _matrix(width, height, scale, angle), clip, pdfium.FPDF_ANNOT
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Grey(pixels.raw, across, down, scale)


def _matrix(width: float, height: float, scale: float, angle: float) -> Handle:
    """Turns a page to the left around its middle, and makes it larger."""
    turned, shifted = scale * cos(radians(angle)), scale * sin(radians(angle))
    left = scale * width / 2 - turned * width / 2 - shifted * height / 2
    top = scale * height / 2 + shifted * width / 2 - turned * height / 2
    return pdfium.FS_MATRIX(turned, -shifted, shifted, turned, left, top)


def _told_unread(numbers: Sequence[int]) -> tuple[Message, ...]:
    """What to say of pages that could not be recognised, by their numbers from 0 on."""
    listed = ", ".join(str(number + 1) for number in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
    return (
        plural(
            len(numbers),
            "Page {pages} is an image of text, or its text is unreadable. {remedy}",
            "{count} pages are images of text, or their text is unreadable ({pages}). {remedy}",
            pages=listed,
            remedy=remedy(),
        ),
    )
