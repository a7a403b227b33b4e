"""Pages that are images of text, or whose text is unreadable: they are recognised where that is possible."""

import time
from collections.abc import Callable, Sequence

from reader.errors import Message, plural
from reader.formats.pdf.handles import Handle
from reader.formats.pdf.sheets import Sheet
from reader.formats.pdf.values import PageContent
from reader.formats.recognition.tessdata import is_installed, missing_data, remedy, tessdata
from reader.formats.recognition.words import Tesseract
from reader.text import Recognition

# An image covers so much of a scanned page; a text that says so little of its letters is none.
_COVERED, _UNREADABLE = 0.5, 0.3
_SHOWN = 12
# A page takes three seconds, on a busy machine ten; one that is nothing but specks takes minutes. This is for all its
# turns; the process that reads has twice as long, since Tesseract looks at the time only between words.
_PATIENCE_S = 30.0


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
        late: those of which perhaps not all was, since it took too long.
    """

    def __init__(self, told: Callable[[int], object]) -> None:
        """`told` is told the number of a page before it is recognised, which takes seconds."""
        self._told = told
        self._tesseract: Tesseract | None = None
        self._data = tessdata() if is_installed() else None
        self.read: list[int] = []
        self.unread: list[int] = []
        self.late: list[int] = []

    def recognised(self, page: Handle, content: PageContent) -> PageContent:
        """What a page shows, of which `content` is what the file says; that where no words are recognised instead."""
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
        sheet, until = Sheet(page), time.monotonic() + _PATIENCE_S
        for quarters in sheet.turns():
            image = sheet.straightened(quarters)
            words = self._tesseract.words(image, until - time.monotonic())
            late = time.monotonic() >= until
            if words or late:
                break
        if late:
            self.late.append(content.number)
        if content.pieces and not words:
            return content
        self.read.append(content.number)
        width, height = sheet.size(quarters)
        return PageContent(content.number, width, height, words, comments=content.comments, recognised=True)

    def recognition(self, doubtful: int) -> Recognition | None:
        """How pages were recognised, with so many words in doubt; None if none were."""
        if self._tesseract is None or not self.read:
            return None
        return Recognition(f"Tesseract {self._tesseract.version}", len(self.read), doubtful)

    def sentences(self) -> tuple[Message, ...]:
        """What to say of the pages that were not recognised, or not with all data."""
        if self.unread:
            return (_told_unread(self.unread),)
        return (*([missing_data()] if self._is_partial() else []), *([_told_late(self.late)] if self.late else []))

    def _is_partial(self) -> bool:
        if self._tesseract is None or self._data is None or not self.read:
            return False
        return not (self._data.whole and self._tesseract.whole)


def _told_unread(numbers: Sequence[int]) -> Message:
    """What to say of pages that could not be recognised."""
    return plural(
        len(numbers),
        "Page {pages} is an image of text, or its text is unreadable. {remedy}",
        "{count} pages are images of text, or their text is unreadable ({pages}). {remedy}",
        pages=_listed(numbers),
        remedy=remedy(),
    )


def _told_late(numbers: Sequence[int]) -> Message:
    """What to say of pages that were perhaps not recognised as a whole."""
    return plural(
        len(numbers),
        "Page {pages} took too long to be recognised: some of its text may be missing.",
        "{count} pages took too long to be recognised: some of their text may be missing ({pages}).",
        pages=_listed(numbers),
    )


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number + 1) for number in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
