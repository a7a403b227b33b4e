"""Pages that are images of text, or whose text is unreadable."""

from collections.abc import Sequence

from reader.errors import Message, plural
from reader.formats.pdf.values import PageContent

# An image covers so much of a scanned page; a text that says so little of its letters is none.
_COVERED, _UNREADABLE = 0.5, 0.3
_SHOWN = 12


def is_scan(page: PageContent) -> bool:
    """Whether a page shows text that its file does not have."""
    if page.pieces or page.unreadable:
        return page.unreadable >= _UNREADABLE
    whole = page.width * page.height
    return any(area.width * area.height >= _COVERED * whole for area in page.images) if whole else False


def told_scans(numbers: Sequence[int]) -> tuple[Message, ...]:
    """What to say of such pages, by their numbers from 0 on."""
    if not numbers:
        return ()
    listed = ", ".join(str(number + 1) for number in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
    return (
        plural(
            len(numbers),
            "Page {pages} is an image of text, or its text is unreadable; text recognition (OCR) is needed for it.",
            "{count} pages are images of text, or their text is unreadable; text recognition (OCR) is needed for them "
            "({pages}).",
            pages=listed,
        ),
    )
