"""What lies on the pages of a PDF: links, comments, fields of forms."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from reader.formats.pdf.handles import Handle
from reader.formats.pdf.turning import Frame
from reader.formats.pdf.values import Area

_COMMENTS = frozenset(
    {
        *(pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_CARET),
        *(pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT),
    }
)
# What shows text of its own on the page.
_FIELDS = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})
_MOST = 5000
_LONGEST_ADDRESS = 2000
# Links are sought in strips of a page that are so high, in points, and in which no more lie; none covers more of them.
_STRIP, _MOST_BESIDE, _MOST_STRIPS, _FARTHEST = 20.0, 100, 100, 1e6
PAGE = "page-"


def _kinds(page: Handle) -> Iterator[int]:
    for place in range(min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        yield pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)


def count_comments(page: Handle) -> int:
    """How many comments lie on a page."""
    return sum(kind in _COMMENTS for kind in _kinds(page))


def draw_fields(page: Handle) -> bool:
    """Make fields of forms and boxes with text part of a page, to be loaded anew then; False if there are none.

    PDFium takes each into a list that it looks through for the next, so that only so many stay.
    """
    if not any(kind in _FIELDS for kind in _kinds(page)):
        return False
    for place in range(pdfium.FPDFPage_GetAnnotCount(page) - 1, _MOST - 1, -1):
        pdfium.FPDFPage_RemoveAnnot(page, place)
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


class Links:
    """The links on a page, by the strips of its height that they are in."""

    def __init__(self, document: Handle, page: Handle, frame: Frame) -> None:
        self._strips: dict[int, list[tuple[Area, str]]] = {}
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        for _ in range(_MOST):
            if not pdfium.FPDFLink_Enumerate(page, place, link):
                break
            rectangle = pdfium.FS_RECTF()
            if pdfium.FPDFLink_GetAnnotRect(link, rectangle) and (href := _address(document, link)):
                self._add(frame.area((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)), href)

    def _add(self, area: Area, href: str) -> None:
        first = _strip(area.top)
        for number in range(first, min(_strip(area.bottom), first + _MOST_STRIPS) + 1):
            strip = self._strips.setdefault(number, [])
            if len(strip) < _MOST_BESIDE:
                strip.append((area, href))

    def at(self, x: float, y: float) -> str:
        """Where the link at a point leads; "" where there is none."""
        if not self._strips:
            return ""
        return next((href for area, href in self._strips.get(_strip(y), ()) if area.holds(x, y)), "")


def _strip(y: float) -> int:
    return int(min(_FARTHEST, max(-_FARTHEST, y / _STRIP)))


def _address(document: Handle, link: Handle) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
        address = ctypes.create_string_buffer(_LONGEST_ADDRESS)
        length = pdfium.FPDFAction_GetURIPath(document, action, address, _LONGEST_ADDRESS)
        return address.value.decode("utf-8", "replace") if length <= _LONGEST_ADDRESS else ""
    target = pdfium.FPDFLink_GetDest(document, link) or (action and pdfium.FPDFAction_GetDest(document, action))
    if not target:
        return ""
    page = pdfium.FPDFDest_GetDestPageIndex(document, target)
    return f"#{PAGE}{page + 1}" if page >= 0 else ""
