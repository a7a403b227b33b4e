"""A paragraph beside its translation. The one module that makes and changes rows."""

from dataclasses import dataclass, replace
from enum import StrEnum

from reader.text import Mark, Paragraph, Span

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
        edited: whether the target is the user's edit.
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
        reference: the same paragraph in a reference translation placed beside it, or "".
    """

    source: Paragraph
    target: str = ""
    state: State = State.PENDING
    sentences: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    back: str = ""
    reference: str = ""

    def in_place_of(self, before: "Row") -> "Row":
        """This row with what stands beside `before`, as far as that is true of it too."""
        back = before.back if before.target == self.target else ""
        if (self.reference, self.back) == (before.reference, back):
            return self
        return replace(self, reference=before.reference, back=back)

    def with_links(self, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]) -> "Row":
        """The row with other links between its words, and the marks on the target that follow them."""
        return replace(self, sentences=sentences, marks=marks)

    def with_back(self, back: str) -> "Row":
        """The row with its target translated back."""
        return replace(self, back=back)

    def with_reference(self, text: str) -> "Row":
        """The row with a reference translation of its paragraph."""
        return self if self.reference == text else replace(self, reference=text)


def initial_row(paragraph: Paragraph) -> Row:
    """The row of a paragraph before translation."""
    if paragraph.translatable:
        return Row(paragraph)
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks)


def translated_row(
    paragraph: Paragraph, target: str, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]
) -> Row:
    """The row of a paragraph that is translated."""
    return Row(paragraph, target, State.DONE, sentences, marks)


def failed_row(paragraph: Paragraph, reason: str) -> Row:
    """The row of a paragraph that could not be translated."""
    return Row(paragraph, state=State.FAILED, reason=reason)
