"""The two texts side by side: the rows that the screen, the command line and every export read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count

from reader.packages import LanguagePackage
from reader.text import Document, Kind, Mark, Paragraph, Span

# What a reader counts as paragraphs: "the third paragraph" is neither a heading nor a date.
_NUMBERED = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})

# Two code points of the source, two of the target, and how sure: 0 to 1.
Link = tuple[int, int, int, int, float]


class State(StrEnum):
    """How far the translation of a paragraph is."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence and its translation.

    Attributes:
        source, target: spans in code points into the paragraph's two texts.
        score: mean log-probability of a token; None where no model was asked.
        links: between words, spans in code points into the paragraph's two texts.
        warnings: codes of what looks wrong.
        edited: whether the target is the user's own wording.
        linked: whether words were looked for links; if not, that is still to be done.
    """

    source: Span
    target: Span
    score: float | None = None
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    edited: bool = False
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph beside its translation.

    Attributes:
        source: the paragraph.
        target: its translation; the source's own text if `state` is SAME, empty while PENDING or FAILED.
        state: how far the translation is.
        sentences: which sentence became which, in the order of the source.
        marks: on the target.
        reason: one sentence on why it failed.
        back: the target translated back into the source's language, or "".
        human: the same paragraph in a human translation laid beside it, or "".
    """

    source: Paragraph
    target: str = ""
    state: State = State.PENDING
    sentences: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    back: str = ""
    human: str = ""


@dataclass(slots=True)
class ParallelText:
    """A document and its translation, row by row; row n belongs to paragraph n, always.

    Attributes:
        document: the original.
        source_language, target_language: codes.
        packages: what translates it: one package, or several by way of other languages; () if unknown.
        rows: one a paragraph.
    """

    document: Document
    source_language: str
    target_language: str
    packages: tuple[LanguagePackage, ...] = ()
    rows: list[Row] = field(default_factory=list)
    _numbers: list[int | None] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def untranslated(cls, document: Document, source: str, target: str) -> "ParallelText":
        """The document with nothing translated yet; what has no words is finished already."""
        text = cls(document, source, target, (), [initial_row(p) for p in document.paragraphs])
        text.numbers()
        return text

    def outstanding(self) -> list[int]:
        """Indices of the rows that are still to be translated, the failed ones too."""
        return [i for i, row in enumerate(self.rows) if row.state in (State.PENDING, State.FAILED)]

    def numbers(self) -> list[int | None]:
        """For each row the number it bears in the margin, from 1; None for headings, dates and the like."""
        if len(self._numbers) != len(self.rows):  # they never change, for a row stays the row of its paragraph
            counter = count(1)
            self._numbers = [next(counter) if row.source.kind in _NUMBERED else None for row in self.rows]
        return self._numbers

    def apply(self, finished: Iterable[tuple[int, Row]]) -> None:
        """Put finished rows in their places; what has been laid beside them there stays, while it is true."""
        for index, row in finished:
            before = self.rows[index]
            back = before.back if before.target == row.target else ""
            if (row.human, row.back) != (before.human, back):
                row = replace(row, human=before.human, back=back)
            self.rows[index] = row


def initial_row(paragraph: Paragraph) -> Row:
    """The row of a paragraph before translation."""
    if paragraph.translatable:
        return Row(paragraph)
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks)
