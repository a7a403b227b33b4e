"""What a file says of the translation of its text: that is not ours, and comes with the document."""

from enum import StrEnum

from reader.late_dataclasses import dataclass
from reader.text.spans import Span


class GivenState(StrEnum):
    """What a file says of a translation."""

    MACHINE = "machine"  # by Tospalt, and nobody has checked it
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class GivenSegment:
    """A stretch of a paragraph, and its translation.

    Attributes:
        row: the index of the paragraph.
        span: of the stretch, in code points of its text.
        text: the translation, as it is shown, without what is no word of it (see `OBJECT_KINDS`).
        state: what the file says of it.
        edited: whether the user of Tospalt who wrote the file had edited it.
    """

    row: int
    span: Span
    text: str
    state: GivenState = GivenState.TRANSLATED
    edited: bool = False


@dataclass(frozen=True, slots=True)
class GivenNote:
    """A note or a bookmark in a file.

    Attributes:
        row, span: the paragraph it is about, and the stretch of its text; None for all of it.
        text: of the note.
        bookmark: whether it is a bookmark of Tospalt's.
        made, changed: when, in whole seconds since 1970, UTC; 0 if the file does not say.
    """

    row: int
    span: Span | None
    text: str
    bookmark: bool = False
    made: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What a file says of the translation of its text.

    Attributes:
        target_language: the code of the language it is translated into; "" if the file does not say.
        segments: with a translation, in the order of the text.
        notes: in the order of the text.
    """

    target_language: str = ""
    segments: tuple[GivenSegment, ...] = ()
    notes: tuple[GivenNote, ...] = ()
