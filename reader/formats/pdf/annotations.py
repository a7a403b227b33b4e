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
PAGE = "page-"


def _kinds(page: Handle) -> Iterator[int]:
    for place in range(min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        yield pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)


def count_comments(page: Handle) -> int:
    """How many comments lie on a page."""
    return sum(kind in _COMMENTS for kind in _kinds(page))


def shows_fields(page: Handle) -> bool:
    """Whether fields of forms or boxes with text lie on a page."""
    return any(kind in _FIELDS for kind in _kinds(page))


class Links:
    """The links on a page."""

    def __init__(self, document: Handle, page: Handle, frame: Frame) -> None:
        self._found: list[tuple[Area, str]] = []
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while len(self._found) < _MOST and pdfium.FPDFLink_Enumerate(page, place, link):
            rectangle = pdfium.FS_RECTF()
            if pdfium.FPDFLink_GetAnnotRect(link, rectangle) and (href := _address(document, link)):
                area = frame.area((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
                self._found.append((area, href))

    def at(self, x: float, y: float) -> str:
        """Where the link at a point leads; "" where there is none."""
        return next((href for area, href in self._found if area.holds(x, y)), "") if self._found else ""


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
