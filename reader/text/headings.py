"""The headings of a document: which stand under which."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.document import Kind, Paragraph

HEADINGS = (Kind.TITLE, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the outline.

    Attributes:
        row: index of its paragraph.
        title: its words in one line.
        parent: index in the outline of the heading it stands under; None at the top.
    """

    row: int
    title: str
    parent: int | None


class Nesting:
    """How deep headings stand, told by their levels one after the other.

    A heading stands under the nearest one before it of a higher level, so that a level that is left out makes no gap.
    """

    def __init__(self) -> None:
        """No heading yet."""
        self._levels: list[int] = []  # of the latest heading and of those that it stands under, ascending

    def enter(self, level: int) -> int:
        """How deep the next heading stands, from 1; `level` is as the document has it."""
        del self._levels[bisect_left(self._levels, level) :]
        self._levels.append(level)
        return len(self._levels)


def outline(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """The headings in order; none if there is nothing but a title.

    A heading stands under another as `Nesting` has it. The title leads to the beginning and has nothing under it,
    unless it is the first of several headings of the first level: then it is the first chapter's.
    """
    title, heading = Kind.TITLE, Kind.HEADING
    # By identity: the hash of an enum is made in Python, which takes four times as long over a long document.
    kinds = ((row, p) for row, p in enumerate(paragraphs) if p.kind is heading or p.kind is title)
    headings = [(row, p) for row, p in kinds if p.text.strip()]
    if not any(paragraph.kind is Kind.HEADING for _, paragraph in headings):
        return ()
    chapters = any(paragraph.kind is Kind.HEADING and paragraph.level == 1 for _, paragraph in headings)
    result: list[Heading] = []
    nesting, path = Nesting(), list[int]()  # indices of the headings that the next one may stand under
    for row, paragraph in headings:
        words = " ".join(paragraph.text.split())
        if paragraph.kind is title and not chapters:
            nesting, path = Nesting(), []
            result.append(Heading(row, words, None))
            continue
        del path[nesting.enter(paragraph.level) - 1 :]
        result.append(Heading(row, words, path[-1] if path else None))
        path.append(len(result) - 1)
    return tuple(result)
