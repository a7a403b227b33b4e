"""The data model of a document: paragraphs in reading order, each of a kind, with marks on spans of its text.

The list is flat: rows, memory and search count by index into it. What a paragraph stands in (a quote, a cell, a note)
it knows itself, as boxes, outermost first; read from below, these are the tree.

All spans are half-open `(start, end)` pairs of code points (Python string indices).
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from reader.errors import Message
from reader.late_dataclasses import dataclass
from reader.paths import is_pasted
from reader.text.cues import Cue
from reader.text.given import Given
from reader.text.structure import Box, BoxKind, Note, Table, notes_in, tables_in
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
    FIGURE = "figure"
    CAPTION = "caption"
    NOTE = "note"
    TERM = "term"
    DEFINITION = "definition"
    VERSE = "verse"
    MATH = "math"
    CUE = "cue"


class MarkKind(StrEnum):
    """The kind of a mark."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"
    UNDERLINE = "underline"
    SUPER = "super"
    SUB = "sub"
    MATH = "math"
    VERBATIM = "verbatim"
    NOTE = "note"
    IMAGE = "image"
    LANGUAGE = "language"
    ORIGIN = "origin"
    MISREAD = "misread"


# The object replacement character: what an image in a line without a description is in its text.
OBJECT = "\ufffc"
# What stands under these marks is not language: it stays in its sentence, to the letter.
VERBATIM_KINDS = frozenset({MarkKind.CODE, MarkKind.MATH, MarkKind.VERBATIM})
# What stands under these marks is no word of its sentence: the reference of a note, an image.
OBJECT_KINDS = frozenset({MarkKind.NOTE, MarkKind.IMAGE})
INLINE_KINDS = VERBATIM_KINDS | OBJECT_KINDS


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the code points `start` to `end`.

    Attributes:
        start, end: the span.
        kind: what it is.
        href: of a link the address, or "#name" for a place in the document (see `Document.targets`); of a note
            reference "#note:0", the index into `Document.notes`; of an image "figure:0", the index into
            `Document.figures`; of a language its code; of code that is a paragraph its programming language; of an
            origin, which is there only while a file is written back, the number of its place in the file. What may be
            misread text recognition was not sure of.
    """

    start: int
    end: int
    kind: MarkKind
    href: str = ""

    def at(self, start: int, end: int) -> "Mark":
        """The same mark on other code points."""
        return Mark(start, end, self.kind, self.href)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a document, or one in a cell, quote or note.

    Attributes:
        text: the text without mark-up; "\\n" is a deliberate line break. "" for an empty cell, and for an image
            without a description.
        kind: what it is.
        marks: ordered by start and inside the text; they may nest.
        level: 1 to 6 for a heading, else the number of list items around it inside its innermost cell or note,
            itself included.
        marker: what a page shows before it: the bullet or number of a list item or note ("•", "3."), or a number
            that a program counted for a heading.
        within: the boxes it stands in, outermost first.
        cue: of subtitles, when it is shown.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    marks: tuple[Mark, ...] = ()
    level: int = 0
    marker: str = ""
    within: tuple[Box, ...] = ()
    cue: Cue | None = None

    @property
    def translatable(self) -> bool:
        """Whether there are words to translate: a rule, code or a row of symbols has none."""
        if self.kind in (Kind.RULE, Kind.CODE, Kind.MATH):
            return False
        return any(map(str.isalpha, "".join(self._language()) if self.marks else self.text))

    def _language(self) -> Iterator[str]:
        """The text outside what is verbatim or no word."""
        end = 0
        for mark in self.marks:
            if mark.kind in INLINE_KINDS:
                yield self.text[end : mark.start]
                end = max(end, mark.end)
        yield self.text[end:]

    @property
    def quote(self) -> int:
        """How many quotes it stands in; a quote without a box is one."""
        return sum(box.kind is BoxKind.QUOTE for box in self.within) or int(self.kind is Kind.QUOTE)

    @property
    def cell(self) -> Box | None:
        """The cell of a table that it stands in, if any."""
        return self._innermost(BoxKind.CELL)

    @property
    def note(self) -> Box | None:
        """The note that it stands in, if any."""
        return self._innermost(BoxKind.NOTE)

    def _innermost(self, kind: BoxKind) -> Box | None:
        return next((box for box in reversed(self.within) if box.kind is kind), None)

    @property
    def words(self) -> int:
        """Number of words."""
        return len(word_spans(self.text))


@dataclass(frozen=True, slots=True)
class Figure:
    """An image of a document.

    Attributes:
        name: the file's path as the document names it, or its place in the document's own file; never fetched from a
            network.
        width, height: in pixels; 0 where the document does not say.
        inside: whether it is in the document's own file.
    """

    name: str
    width: int = 0
    height: int = 0
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Recognition:
    """How the text of a document was recognised in images of its pages.

    Attributes:
        program: that did, with its version.
        pages: how many of them.
        doubtful: how many words may be misread; they are marked.
    """

    program: str
    pages: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class Source:
    """How a document was read from its file.

    Attributes:
        format: name of the format ("markdown", "text").
        encoding: of a text file, as Python names it; else "".
        repaired: what was damaged and has been put right, one sentence each; told when the document is opened.
        left_out: what was left out on purpose, as no reader of the file would see it, one sentence each; told in the
            information on the document.
        chosen: whether the user chose the encoding.
        lines: what the user chose the line ends of a plain text to be: "joined", "kept"; "" for nothing.
        protected: whether its file can only be read with a password.
        recognition: how pages that are images were read, if there were any.
    """

    format: str
    encoding: str = ""
    repaired: tuple[Message, ...] = ()
    left_out: tuple[Message, ...] = ()
    chosen: bool = False
    lines: str = ""
    protected: bool = False
    recognition: Recognition | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read from a file.

    Attributes:
        title: the title in the text, else its first words.
        paragraphs: the blocks in reading order: the body, with tables row by row; then notes that are not in the
            body, in the order of the first reference; then headers and footers of pages.
        path: the file it came from; None for text from standard input.
        language: code of the detected language ("nb", "en", ...).
        certain: whether there was enough text to be sure of the language.
        figures: the images, in the order of the paragraphs or marks that stand for them.
        targets: names of places in the document, and the indices of their paragraphs.
        metadata: what the file says about the document: "title", "author", "date", "language".
        source: how it was read, if it came from a file.
        given: the translation that its file has, if it has one.
        tables, notes: worked out of the boxes of the paragraphs.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    path: Path | None
    language: str
    certain: bool
    figures: tuple[Figure, ...] = ()
    targets: Mapping[str, int] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None
    given: Given | None = None
    tables: tuple[Table, ...] = field(init=False)
    notes: tuple[Note, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the tables and notes."""
        boxed = [(index, p.within) for index, p in enumerate(self.paragraphs) if p.within]
        object.__setattr__(self, "tables", tables_in(boxed))
        object.__setattr__(self, "notes", notes_in(boxed))

    @property
    def name(self) -> str:
        """The name of the source file, for captions and colophons; of a pasted text the title."""
        if self.path is None:
            return "standard input"
        return self.title if self.title and is_pasted(self.path) else self.path.name

    @property
    def words(self) -> int:
        """Number of words."""
        return sum(paragraph.words for paragraph in self.paragraphs)
