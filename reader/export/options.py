"""What a bilingual export looks like: the choices of the window's dialog and of the command line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Layout(StrEnum):
    """How the two texts stand to each other."""

    COLUMNS = "columns"
    STACKED = "stacked"
    FACING = "facing"
    TRANSLATION = "translation"


class Paper(StrEnum):
    """The size of a page."""

    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to put into an export and how; a format leaves out what it has no place for.

    Attributes:
        layout: side by side, one under the other, on facing pages, or the translation alone.
        paper, landscape: of pages, where there are any.
        font_size: of running text, in points.
        numbers: whether paragraphs bear their numbers.
        sentence_marks: whether sentences that belong together are marked alike on both sides.
        back_translation: whether the translation translated back stands with it, where there is one.
        reference: whether a reference translation stands with it, where there is one.
        state_marks: whether edited and warned sentences are marked; what is untranslated always is.
        timestamp: written into the file instead of the present time, so that the same input gives the same bytes.
    """

    layout: Layout = Layout.COLUMNS
    paper: Paper = Paper.A4
    landscape: bool = False
    font_size: float = 10.0
    numbers: bool = True
    sentence_marks: bool = False
    back_translation: bool = False
    reference: bool = False
    state_marks: bool = True
    timestamp: datetime | None = None
