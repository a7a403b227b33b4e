"""Documents that have been read one by one, put together as one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.errors import Message
from reader.formats.parsed import Parsed
from reader.text import Box, BoxKind, Figure, Kind, Mark, MarkKind, Paragraph

_NOTE = "#note:"


class Joined:
    """What has been put together so far; boxes, notes, images and places of each piece go on where the last ended."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.paragraphs: list[Paragraph] = []
        self.figures: list[Figure] = []
        self.targets: dict[str, int] = {}
        self.left_out: list[Message] = []
        self.languages = False
        self._first: dict[BoxKind, int] = {}
        self._pieces = 0

    def add(self, piece: Parsed) -> None:
        """Add a document. Its title is a heading now."""
        place, prefix = len(self.paragraphs), f"{self._pieces}." if self._pieces else ""
        first = {**self._first, BoxKind.FIGURE: len(self.figures)}
        self.paragraphs += [_moved(paragraph, first, prefix) for paragraph in piece.paragraphs]
        for name, index in piece.targets.items():
            self.targets[prefix + name] = place + index
        self.figures += piece.figures
        self.left_out += [each for each in piece.left_out if each not in self.left_out]
        self.languages |= piece.languages
        self._pieces += 1
        for kind, number in _most(piece.paragraphs).items():
            self._first[kind] = self._first.get(kind, 0) + number + 1

    def extend(self, pieces: Iterable[Parsed]) -> None:
        """Add several."""
        for piece in pieces:
            self.add(piece)


def _most(paragraphs: Sequence[Paragraph]) -> dict[BoxKind, int]:
    """The highest number of each kind of box."""
    found: dict[BoxKind, int] = {}
    for paragraph in paragraphs:
        for box in paragraph.within:
            found[box.kind] = max(found.get(box.kind, 0), box.number)
    return found


def _moved(paragraph: Paragraph, first: dict[BoxKind, int], prefix: str) -> Paragraph:
    within = tuple(_renumbered(box, first) for box in paragraph.within) if paragraph.within else ()
    marks = tuple(_redirected(mark, first, prefix) for mark in paragraph.marks) if paragraph.marks else ()
    kind = Kind.HEADING if paragraph.kind is Kind.TITLE else paragraph.kind
    return replace(paragraph, kind=kind, within=within, marks=marks)


def _renumbered(box: Box, first: dict[BoxKind, int]) -> Box:
    return replace(box, number=box.number + first.get(box.kind, 0))


def _redirected(mark: Mark, first: dict[BoxKind, int], prefix: str) -> Mark:
    if mark.kind is MarkKind.NOTE:
        number = int(mark.href.removeprefix(_NOTE)) + first.get(BoxKind.NOTE, 0)
        return replace(mark, href=f"{_NOTE}{number}")
    if mark.kind is MarkKind.LINK and mark.href.startswith("#"):
        return replace(mark, href=f"#{prefix}{mark.href[1:]}")
    return mark
