"""The data model of a document: paragraphs, each of a kind, with marks on spans of its text.

All spans are half-open `(start, end)` pairs of code points (Python string indices).
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.text.words import word_spans


class Kind(StrEnum):
    """The kind of a paragraph."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"
    DATE = "date"
    BYLINE = "byline"
    SEE_ALSO = "see_also"


class MarkKind(StrEnum):
    """The kind of a mark."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the code points `start` to `end`; `href` is the target of a link."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""

    def at(self, start: int, end: int) -> "Mark":
        """The same mark on other code points."""
        return Mark(start, end, self.kind, self.href)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a document.

    Attributes:
        text: the text without mark-up; "\\n" is a deliberate line break.
        kind: what it is.
        marks: ordered by start and inside the text; they may nest.
        level: 1 to 6 for a heading, the depth of nesting (from 1) for a list item, else 0.
        marker: the bullet or number of a list item, such as "•" or "3.".
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    marks: tuple[Mark, ...] = ()
    level: int = 0
    marker: str = ""

    @property
    def translatable(self) -> bool:
        """Whether there are words to translate: a rule, code or a row of symbols has none."""
        verbatim = self.kind in (Kind.RULE, Kind.CODE)
        return not verbatim and any(map(str.isalpha, self.text))

    @property
    def words(self) -> int:
        """Number of words."""
        return len(word_spans(self.text))


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read from a file.

    Attributes:
        title: the title in the text, else its first words.
        paragraphs: the blocks in order.
        path: the file it came from; None for text from standard input.
        language: code of the detected language ("nb", "en", ...).
        certain: whether there was enough text to be sure of the language.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    path: Path | None
    language: str
    certain: bool

    @property
    def name(self) -> str:
        """The name of the source file, for captions and colophons."""
        return self.path.name if self.path else "standard input"

    @property
    def words(self) -> int:
        """Number of words."""
        return sum(paragraph.words for paragraph in self.paragraphs)
