"""The options of an export, as in the export dialog and on the command line."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotations import Placed

from reader.late_dataclasses import dataclass
from reader.parallel import Column

USUAL_COLUMNS: tuple[int, ...] = (Column.ORIGINAL, Column.TRANSLATION)


class Layout(StrEnum):
    """How the texts are arranged; ORIGINAL: as in the document's own file, in its format."""

    COLUMNS = "columns"
    STACKED = "stacked"
    FACING = "facing"
    TRANSLATION = "translation"
    ORIGINAL = "original"


class Paper(StrEnum):
    """The size of a page."""

    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What an export contains and how it looks; formats ignore options that do not apply to them.

    Attributes:
        layout: side by side, one under the other, on facing pages, the translation alone, or as in the original.
        both: whether the original stays in its own layout, with the translation of each paragraph behind it.
        columns: the numbers of the columns that it shows, in their order; see `Column`. With the translation alone,
            the others stand below it, without the original.
        paper, landscape: of the pages, in formats that have pages.
        font_size: of running text, in points.
        numbers: whether paragraph numbers are shown.
        sentence_marks: whether the two sentences of a pair are marked alike.
        names: what the columns of other packages are called, by number.
        state_marks: whether edited sentences and those with warnings are marked; untranslated text always is.
        checked: whether it says at the end how many sentences the user has checked.
        notes: the user's notes and bookmarks that it has, in the order of the text; beside their paragraphs if there
            is a column for them, else at the end.
        remarks: further lines for the end.
        timestamp: written into the file instead of the current time, so that the same input gives the same bytes.
    """

    layout: Layout = Layout.COLUMNS
    both: bool = False
    columns: tuple[int, ...] = USUAL_COLUMNS
    paper: Paper = Paper.A4
    landscape: bool = False
    font_size: float = 10.0
    numbers: bool = True
    sentence_marks: bool = False
    names: tuple[tuple[int, str], ...] = ()
    state_marks: bool = True
    checked: bool = False
    notes: "tuple[Placed, ...]" = ()
    remarks: tuple[str, ...] = ()
    timestamp: datetime | None = None
