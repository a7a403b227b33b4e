"""Where links inside a document lead to."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote

from reader import late_re as re
from reader.text.document import Document, Paragraph
from reader.text.headings import HEADINGS
from reader.text.normal_form import composed
from reader.text.structure import Note

_NOTE = "#note:"
# Of the largest index: longer numbers are no index, and slow to read.
_DIGITS = 9
_NOT_IN_NAMES = re.compile(r"[^\w\- ]")


def heading_names(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The names by which links lead to headings, as GitHub makes them from the words, and their indices."""
    found: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in HEADINGS:
            words = _NOT_IN_NAMES.sub("", composed(paragraph.text).lower()).replace(" ", "-")
            found.setdefault(f"{words}-{seen[words]}" if seen[words] else words, index)
            seen[words] += 1
    return found


def _whatever_the_case(document: Document, name: str) -> int | None:
    return next((row for other, row in document.targets.items() if other.casefold() == name), None)


def note_at(document: Document, href: str) -> Note | None:
    """The note that a reference "#note:0" stands for, by its index; None if it is no such reference."""
    number = href.removeprefix(_NOTE)
    if number == href or not (number.isascii() and number.isdigit()) or len(number) > _DIGITS:
        return None
    return document.notes[int(number)] if int(number) < len(document.notes) else None


def row_at(document: Document, href: str) -> int | None:
    """The index of the paragraph that "#note:0" or "#name" leads to; None if there is none.

    "#" alone leads to the beginning, and so does "#top" if there is no such place. A name counts as it is written, or
    with its per cent signs decoded, or else whether its letters are small or capital.
    """
    if not href.startswith("#"):
        return None
    if (note := note_at(document, href)) is not None:
        return note.start
    name = href[1:]
    row = document.targets.get(name, document.targets.get(unquote(name)))
    if row is None:
        row = 0 if name.lower() in ("", "top") else _whatever_the_case(document, unquote(name).casefold())
    return row if row is not None and 0 <= row < len(document.paragraphs) else None
