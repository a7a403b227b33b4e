"""What stands before the paragraphs with which boxes begin: labels of asides and notes, lines above notes."""

from collections.abc import Sequence

from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Kind, Paragraph

# Height of a line with white space around it, in ems.
LINE_ROOM = 0.5


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before one paragraph.

    Attributes:
        asides: those with a label that begin with it, outermost first; the label stands above its text.
        note: of the note that begins with it, where the paragraph's marker does not show it.
        line: whether notes, or the headers and footers of pages, begin here, which a line tells from the text.
    """

    asides: tuple[Box, ...] = ()
    note: str = ""
    line: bool = False

    def label(self, language: str) -> str:
        """What stands above a text in `language` (a code)."""
        return " · ".join(box.caption_in(language) for box in self.asides)


def opening_of(paragraphs: Sequence[Paragraph], number: int) -> Opening | None:
    """What opens paragraph `number` of a document, if anything does."""
    paragraph = paragraphs[number] if number < len(paragraphs) else None
    if paragraph is None or not paragraph.within:
        return None
    opening = _opening(paragraph, paragraphs[number - 1].within if number else ())
    return opening if opening != _NONE else None


_NONE = Opening()


def _opening(paragraph: Paragraph, before: Sequence[Box]) -> Opening:
    known = {(box.kind, box.number) for box in before}
    begun = [box for box in paragraph.within if (box.kind, box.number) not in known]
    asides = tuple(box for box in begun if box.kind is BoxKind.ASIDE and box.label)
    notes = [box.label for box in begun if box.kind is BoxKind.NOTE]
    shown = paragraph.kind is Kind.NOTE and paragraph.marker
    kinds, around = {box.kind for box in paragraph.within}, {box.kind for box in before}
    line = any(kind in kinds and kind not in around for kind in (BoxKind.NOTE, BoxKind.FURNITURE))
    return Opening(asides, "" if shown or not notes else notes[-1], line)
