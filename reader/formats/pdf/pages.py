"""The pages of a PDF file, as PDFium reads it: words, drawn lines, images, links."""

import ctypes
from collections.abc import Callable, Iterator, Sequence

import pypdfium2  # noqa: F401  # starts the library
import pypdfium2.raw as pdfium

from reader.errors import UnfitError
from reader.formats import locked
from reader.formats.pdf.annotations import Links, count_comments, draw_fields
from reader.formats.pdf.crowded import Shown, is_crowded, objects_of
from reader.formats.pdf.fonts import Fonts
from reader.formats.pdf.handles import Handle, bounds_of
from reader.formats.pdf.scans import Scans
from reader.formats.pdf.structure import Structure
from reader.formats.pdf.text_layer import TextLayer
from reader.formats.pdf.turning import Frame
from reader.formats.pdf.values import Area, PageContent, Piece
from reader.formats.zipped import damaged

# No text has more pages; a file may say that it has a billion.
_MOST_PAGES = 20_000
# Objects of a page that are looked at for lines: a map has more, and none of a table.
_MOST_OBJECTS = 4000
_MOST_RULES = 1500
# A line is no thicker, in points; a box has so many corners.
_THICKEST, _CORNERS = 2.5, 6
# A word of which less lies on the visible part of a page is not shown, in points.
_OUTSIDE = 2.0
# Letters across a page that say what it is are so large, in points.
_LARGE = 24.0


class Opened:
    """The file with these bytes, opened, as a context manager; `name` is for messages.

    Attributes:
        document: for PDFium.
        protected: whether a password was needed.

    Raises:
        DocumentError: it is damaged.
        PasswordError: `password` does not open it, or is "" and one is needed.
    """

    def __init__(self, data: bytes, name: str, password: str) -> None:
        self._data = data  # PDFium reads from it
        self.document = self._load(None)
        self.protected = not self.document
        if self.protected and pdfium.FPDF_GetLastError() != pdfium.FPDF_ERR_PASSWORD:
            raise damaged(name)
        if self.protected:
            self.document = locked.opened(password, name, self._unlocked)

    def _load(self, password: bytes | None) -> Handle:
        return pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), password)

    def _unlocked(self, password: str) -> Handle | None:
        encoded = password.encode("utf-8", "replace").replace(b"\0", b"")
        return self._load(encoded) or None

    def __enter__(self) -> "Opened":
        """It is open already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        pdfium.FPDF_CloseDocument(self.document)


def page_count(document: Handle, name: str) -> int:
    """How many pages it has.

    Raises:
        DocumentError: none, or more than any text has.
    """
    count = pdfium.FPDF_GetPageCount(document)
    if count <= 0:
        raise damaged(name)
    if count > _MOST_PAGES:
        raise UnfitError("“{name}” has more pages than any document.", name=name)
    return int(count)


class Pages:
    """Reads the pages of an opened file one after another."""

    def __init__(self, document: Handle, name: str, scans: Scans) -> None:
        """`scans` recognises those that are images; `name` is for messages."""
        self._document, self._scans = document, scans
        self._fonts = Fonts()
        self._count = page_count(document, name)
        self._structure = Structure(self._count)

    def read(self) -> Iterator[PageContent]:
        """The pages; one that is damaged is empty."""
        for number in range(self._count):
            page = pdfium.FPDF_LoadPage(self._document, number)
            if not page:
                yield PageContent(number, 0, 0)
                continue
            if draw_fields(page):
                pdfium.FPDF_ClosePage(page)
                page = pdfium.FPDF_LoadPage(self._document, number)
            try:
                yield self._scans.recognised(page, self._content(page, number))
            finally:
                pdfium.FPDF_ClosePage(page)

    def _content(self, page: Handle, number: int) -> PageContent:
        self._fonts.forget()
        if is_crowded(objects := objects_of(page)):
            return PageContent(number, *_visible(page, 0).size, unreadable=1.0)
        layer = TextLayer(page, self._fonts)
        try:
            frame = _visible(page, layer.turn())
            content = PageContent(number, *frame.size)
            links = Links(self._document, page, frame)
            for turn, piece in layer.pieces(frame):
                self._take(content, piece, turn, links)
            content.unreadable = layer.unreadable()
        finally:
            layer.close()
        content.comments = count_comments(page)
        _look_at_objects(objects, content, frame)
        content.structure = self._structure.of(page)
        return content

    def _take(self, content: PageContent, piece: Piece, turn: int, links: Links) -> None:
        width, height = (content.height, content.width) if turn % 2 else (content.width, content.height)
        middle = (piece.left + piece.right) / 2
        shown = (
            piece.right >= _OUTSIDE
            and piece.left <= width - _OUTSIDE
            and -_OUTSIDE <= piece.base <= height + piece.look.size
        )
        if not shown or piece.look.size <= 0:
            return
        if piece.slanted and piece.look.size >= _LARGE:
            content.across.append(piece.before + piece.text)
            return
        if turn:
            content.turned.append(piece)
            return
        piece.href = links.at(middle, piece.base - piece.look.size / 4)
        content.pieces.append(piece)


def _visible(page: Handle, turn: int) -> Frame:
    """The part of a page that is shown."""
    found = _box(pdfium.FPDFPage_GetCropBox, page) or _box(pdfium.FPDFPage_GetMediaBox, page)
    if found is None:
        left, bottom = 0.0, 0.0
        right, top = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        found = (left, bottom, right, top)
    left, bottom, right, top = found
    return Frame(min(left, right), min(bottom, top), max(left, right), max(bottom, top), turn)


def _box(get: Callable[..., int], page: Handle) -> tuple[float, float, float, float] | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not get(page, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return (left, bottom, right, top) if abs(right - left) > 1 and abs(top - bottom) > 1 else None


# Lines and images


def _look_at_objects(objects: Sequence[Shown], content: PageContent, frame: Frame) -> None:
    few = len(objects) <= _MOST_OBJECTS
    for kind, shown in objects:
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            content.images.append(frame.area(bounds_of(shown)))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and few and len(content.rules) < _MOST_RULES:
            content.rules += _rules(shown, frame)


def _rules(shown: Handle, frame: Frame) -> list[Area]:
    """A line that is drawn, or the edges of a box; nothing for other shapes."""
    area = frame.area(bounds_of(shown))
    if min(area.width, area.height) <= _THICKEST:
        return [area] if max(area.width, area.height) > _THICKEST else []
    if pdfium.FPDFPath_CountSegments(shown) > _CORNERS:
        return []
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    return [
        Area(left, top, right, top),
        Area(left, bottom, right, bottom),
        Area(left, top, left, bottom),
        Area(right, top, right, bottom),
    ]
