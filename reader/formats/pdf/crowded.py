"""Pages with more words in a row than any text has, which take PDFium long: it puts each in its place among them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pypdfium2.raw as pdfium

from reader.formats.pdf.handles import Handle, bounds_of
from reader.formats.pdf.turning import Corners

# Of words or letters in a row; with twice as many PDFium takes two seconds for it.
_MOST = 10_000
# Forms are no deeper in each other.
_DEEPEST = 10

# Something that a page shows, and which of PDFium's kinds it is of.
Shown = tuple[int, Handle]


def objects_of(page: Handle) -> list[Shown]:
    """What a page shows, in order."""
    count = pdfium.FPDFPage_CountObjects(page)
    return list(_objects(count, partial(pdfium.FPDFPage_GetObject, page)))


def _objects(count: int, get: Callable[[int], Handle]) -> Iterator[Shown]:
    for place in range(max(count, 0)):
        shown = get(place)
        yield pdfium.FPDFPageObj_GetType(shown), shown


def is_crowded(objects: Sequence[Shown]) -> bool:
    """Whether too many words that a page shows stand in one row, upright or level."""
    forms = any(kind == pdfium.FPDF_PAGEOBJ_FORM for kind, _ in objects)
    if len(objects) <= _MOST and not forms:
        return False
    rows = _Row(1), _Row(0)
    return any(row.is_too_long(corners) for corners in _texts(objects, _DEEPEST) for row in rows)


def _texts(objects: Iterator[Shown] | Sequence[Shown], deepest: int) -> Iterator[Corners]:
    """Where words stand."""
    for kind, shown in objects:
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield bounds_of(shown)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and deepest:
            count = pdfium.FPDFFormObj_CountObjects(shown)
            inside = _objects(count, partial(pdfium.FPDFFormObj_GetObject, shown))
            yield from _texts(inside, deepest - 1)


class _Row:
    """Counts words of which the middle is beside the first of them, from one side of that to the opposite one."""

    def __init__(self, side: int) -> None:
        self._side = side
        self._low = self._high = 0.0
        self._count = 0

    def is_too_long(self, corners: Corners) -> bool:
        low, high = corners[self._side], corners[self._side + 2]
        if not self._low <= (low + high) / 2 <= self._high:
            self._low, self._high, self._count = low, high, 0
        self._count += 1
        return self._count > _MOST
