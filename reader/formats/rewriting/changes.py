"""What is to be written back into a file, and what came of it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.text import Link, Mark, Span


class SentenceChange(NamedTuple):
    """A sentence and what it becomes, with links between their words; see `Aligned`.

    Attributes:
        source, target: spans in code points into the paragraph's old and new text.
        links: between words, spans likewise.
    """

    source: Span
    target: Span
    links: tuple[Link, ...] = ()


class Change(NamedTuple):
    """A paragraph of a document that is written anew.

    Attributes:
        row: which one, in `Document.paragraphs`.
        text: its new text.
        sentences: those of the old text and what they become, in order.
        marks: on the new text (code points); those of objects and verbatim spans tell where they stand.
    """

    row: int
    text: str
    sentences: tuple[SentenceChange, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is to be done to a file.

    Attributes:
        texts: of all paragraphs of the document, which the file must still have.
        changes: the paragraphs that are written anew, in order.
        both: whether each of these stays, and the new one stands behind it.
        language: code of the language of the new texts.
        encoding: of a text file, as Python names it.
        lines: what the user chose the line ends of a plain text to be; see `Source`.
    """

    texts: Sequence[str]
    changes: Sequence[Change]
    both: bool
    language: str
    encoding: str = ""
    lines: str = ""


class Trouble(StrEnum):
    """What could not be written as it should be; see `Unplaced`."""

    LOOK = "look"
    OBJECT = "object"
    KEPT = "kept"


class Unplaced(NamedTuple):
    """Something that could not be written as it should be.

    Attributes:
        row: index of the paragraph.
        trouble: a look of letters, which is left out; an object, which stands nearby; or the whole paragraph, which is
            kept as it is.
    """

    row: int
    trouble: Trouble


def unplaced(row: int, looks: int, objects: int) -> list[Unplaced]:
    """So many looks and objects of a paragraph that have no place."""
    return [Unplaced(row, Trouble.LOOK)] * looks + [Unplaced(row, Trouble.OBJECT)] * objects


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file that has been written anew.

    Attributes:
        data: its bytes.
        looks: how many stretches of letters that look different there were in the paragraphs written anew.
        unplaced: what could not be placed.
        encoding: the encoding that it has now, if that is not the one it had.
        unsigned: whether a signature has been dropped, since it would no longer be right.
    """

    data: bytes
    looks: int = 0
    unplaced: tuple[Unplaced, ...] = ()
    encoding: str = ""
    unsigned: bool = False
