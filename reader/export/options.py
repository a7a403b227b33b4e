"""The options of a bilingual export, as in the export dialog and on the command line."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotations import Placed

from reader.late_dataclasses import dataclass


class Layout(StrEnum):
    """How the two texts are arranged."""

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
    """What an export contains and how it looks; formats ignore options that do not apply to them.

    Attributes:
        layout: side by side, one under the other, on facing pages, or the translation alone.
        paper, landscape: of the pages, in formats that have pages.
        font_size: of running text, in points.
        numbers: whether paragraph numbers are shown.
        sentence_marks: whether the two sentences of a pair are marked alike.
        back_translation: whether the back-translation is shown, where there is one.
        reference: whether the reference translation is shown, where there is one.
        state_marks: whether edited sentences and those with warnings are marked; untranslated text always is.
        checked: whether it says at the end how many sentences the user has checked.
        notes: the user's notes and bookmarks that it has, in the order of the text.
        timestamp: written into the file instead of the current time, so that the same input gives the same bytes.
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
    checked: bool = False
    notes: "tuple[Placed, ...]" = ()
    timestamp: datetime | None = None
