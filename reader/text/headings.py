"""The headings of a document and how they nest."""

from bisect import bisect_left
from collections.abc import Sequence

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text.document import OBJECT, Kind, Mark, MarkKind, Paragraph
from reader.text.structure import BoxKind

HEADINGS = (Kind.TITLE, Kind.HEADING)

# What stands in these is beside the running text: its headings are not the document's, its paragraphs not counted.
_ASIDE = (BoxKind.CELL, BoxKind.NOTE, BoxKind.FURNITURE)
_NUMBERED = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.VERSE, Kind.DEFINITION, Kind.CUE})
# Signs alone, as between stanzas: "* * *", "—". A mark that says something is a paragraph: "?", "…".
_ORNAMENT = re.compile(rf"(?:[^\w?!…\"'“”«»‘’{OBJECT}]|_)+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the outline.

    Attributes:
        row: index of its paragraph.
        title: its text in one line, with its marker, and without references to notes.
        parent: index in the outline of the heading it belongs under; None at the top level.
    """

    row: int
    title: str
    parent: int | None


class Nesting:
    """The depth of headings, from their levels in order.

    A heading belongs under the nearest earlier one with a smaller level number, so that skipped levels leave no gap.
    """

    def __init__(self) -> None:
        """No heading yet."""
        self._levels: list[int] = []  # of the latest heading and its ancestors, ascending

    def enter(self, level: int) -> int:
        """The depth of the next heading, from 1; `level` is its level in the document."""
        del self._levels[bisect_left(self._levels, level) :]
        self._levels.append(level)
        return len(self._levels)


def in_running_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph is outside tables, notes, and the headers and footers of pages."""
    return not paragraph.within or not any(box.kind in _ASIDE for box in paragraph.within)


def is_numbered(paragraph: Paragraph) -> bool:
    """Whether people count a paragraph as one: "the third paragraph" is no heading, date or ornament, in no table."""
    return paragraph.kind in _NUMBERED and in_running_text(paragraph) and not _ORNAMENT.fullmatch(paragraph.text)


def plain_title(text: str, marks: Sequence[Mark], marker: str = "") -> str:
    """The text of a heading in one line, behind its marker, without references to notes and signs for images."""
    parts, done = [marker, " "], 0
    for mark in marks:
        if mark.kind is MarkKind.NOTE:
            parts.append(text[done : mark.start])
            done = max(done, mark.end)
    words = "".join([*parts, text[done:]])
    return " ".join(words.replace(OBJECT, "").split())


def outline(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """The headings in order, nested as by `Nesting`; none if there is only a title.

    The title has nothing under it, unless there are other headings of level 1: then it is the first chapter's.
    """
    title, heading = Kind.TITLE, Kind.HEADING
    # By identity: hashing an enum runs in Python, which takes four times as long over a long document.
    kinds = ((row, p) for row, p in enumerate(paragraphs) if p.kind is heading or p.kind is title)
    named = ((row, p, plain_title(p.text, p.marks, p.marker)) for row, p in kinds if in_running_text(p))
    headings = [(row, p, words) for row, p, words in named if words]
    if not any(paragraph.kind is heading for _, paragraph, _ in headings):
        return ()
    chapters = any(paragraph.kind is heading and paragraph.level == 1 for _, paragraph, _ in headings)
    result: list[Heading] = []
    nesting, path = Nesting(), list[int]()  # indices of the latest heading and its ancestors
    for row, paragraph, words in headings:
        if paragraph.kind is title and not chapters:
            nesting, path = Nesting(), []
            result.append(Heading(row, words, None))
            continue
        del path[nesting.enter(paragraph.level) - 1 :]
        result.append(Heading(row, words, path[-1] if path else None))
        path.append(len(result) - 1)
    return tuple(result)
