"""The headings of a document as a tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.document import Kind, Paragraph


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


def outline(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """The headings in order; none if there is nothing but a title.

    A heading stands under the nearest one before it of a higher level, so that a level that is left out makes no
    gap. The title leads to the beginning and has nothing under it, unless it is the first of several headings of
    the first level: then it is the first chapter's.
    """
    title, heading = Kind.TITLE, Kind.HEADING
    # By identity: the hash of an enum is made in Python, which takes four times as long over a long document.
    kinds = ((row, p) for row, p in enumerate(paragraphs) if p.kind is heading or p.kind is title)
    headings = [(row, p) for row, p in kinds if p.text.strip()]
    if not any(paragraph.kind is Kind.HEADING for _, paragraph in headings):
        return ()
    chapters = any(paragraph.kind is Kind.HEADING and paragraph.level == 1 for _, paragraph in headings)
    result: list[Heading] = []
    open_: list[tuple[int, int]] = []  # level and index of the headings that the next one may stand under
    for row, paragraph in headings:
        while open_ and open_[-1][0] >= paragraph.level:
            open_.pop()
        result.append(Heading(row, " ".join(paragraph.text.split()), open_[-1][1] if open_ else None))
        if chapters or paragraph.kind is Kind.HEADING:
            open_.append((paragraph.level, len(result) - 1))
    return tuple(result)
