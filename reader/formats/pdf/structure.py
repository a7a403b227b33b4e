"""The structure tree of a tagged PDF page: which of its words the program that made it had as a paragraph, cell ..."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import field

import pypdfium2.raw as pdfium

from reader.formats.pdf.handles import Handle
from reader.late_dataclasses import dataclass

# For each page all that stands beside what is on it has to be looked at: for a book without chapters that is too much.
_MOST_IN_ALL, _MOST_ON_PAGE = 1_000_000, 50_000
_DEEPEST = 40
_MOST_ATTRIBUTES = 8
_LONGEST_NAME = 64


@dataclass(slots=True)
class Element:
    """An element of the tree.

    Attributes:
        role: its type among those of ISO 32000: "P", "H1", "TD" ...
        parts: what it has, in order: elements, numbers of marked content, and None for what another page shows.
        rows, columns: how many a cell covers.
    """

    role: str
    parts: list["Element | int | None"] = field(default_factory=list)
    rows: int = 1
    columns: int = 1


class Structure:
    """Reads the trees of the pages of a document that has so many, unless that takes too long."""

    def __init__(self, pages: int) -> None:
        self._most = min(_MOST_IN_ALL // max(pages, 1), _MOST_ON_PAGE)
        self._given_up = False
        self._left = 0

    def of(self, page: Handle) -> list[Element]:
        """The outermost elements of a page; none if it has no tree."""
        tree = None if self._given_up else pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return []
        self._left = self._most
        try:
            count = self._counted(pdfium.FPDF_StructTree_CountChildren(tree))
            found = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count))
            elements = [self._element(handle, _DEEPEST) for handle in found if handle]
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return [] if self._given_up else elements

    def _counted(self, count: int) -> int:
        self._left -= max(count, 0)
        self._given_up = self._given_up or self._left < 0
        return 0 if self._given_up else max(count, 0)

    def _element(self, handle: Handle, deepest: int) -> Element:
        element = Element(_text(pdfium.FPDF_StructElement_GetType, handle))
        if element.role in ("TD", "TH"):
            element.rows, element.columns = _spans(handle)
        if deepest:
            element.parts = list(self._parts(handle, deepest - 1))
        return element

    def _parts(self, handle: Handle, deepest: int) -> Iterator[Element | int | None]:
        for place in range(self._counted(pdfium.FPDF_StructElement_CountChildren(handle))):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, place)
            if child:
                yield self._element(child, deepest)
                continue
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, place)
            yield content if content >= 0 else None


def _text(get: Callable[..., int], handle: Handle) -> str:
    text = ctypes.create_string_buffer(2 * _LONGEST_NAME)
    length = get(handle, text, 2 * _LONGEST_NAME)
    return text.raw[: max(min(length, 2 * _LONGEST_NAME) - 2, 0)].decode("utf-16-le", "replace")


def _spans(handle: Handle) -> tuple[int, int]:
    """How many rows and columns a cell covers."""
    found = {"RowSpan": 1, "ColSpan": 1}
    for place in range(min(max(pdfium.FPDF_StructElement_GetAttributeCount(handle), 0), _MOST_ATTRIBUTES)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, place)
        for name in found:
            value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name.encode())
            number = ctypes.c_float()
            if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number) and 1 <= number.value <= 1000:
                found[name] = int(number.value)
    return found["RowSpan"], found["ColSpan"]
