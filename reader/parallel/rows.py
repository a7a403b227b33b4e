"""A row: a paragraph and its translation. The only module that creates and changes rows."""

import operator
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from reader.late_dataclasses import dataclass
from reader.text import Mark, Paragraph, Span, in_language

# Start and end in the source, start and end in the target, in code points, and the weight, 0 to 1.
Link = tuple[int, int, int, int, float]


class State(StrEnum):
    """The state of the translation of a paragraph."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence and its translation.

    Attributes:
        source, target: spans in code points into the paragraph's two texts.
        score: mean log-probability of a token; None if no model was used.
        links: between words, spans in code points into the paragraph's two texts.
        warnings: codes of what looks wrong.
        edited: whether the target is the user's edit.
        accepted: whether the user has accepted the target; only in rows that are to be shown (see `Row.as_judged`).
        linked: whether words have been aligned; if not, that is still to be done.
    """

    source: Span
    target: Span
    score: float | None = None
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    edited: bool = False
    linked: bool = True
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and its translation.

    Attributes:
        source: the paragraph.
        target: its translation; the source's own text if `state` is SAME, empty while PENDING or FAILED.
        state: that of the translation.
        sentences: the sentence pairs, in the order of the source.
        marks: on the target.
        reason: one sentence on why it failed.
        back: the back-translation of the target, or "".
        reference: the paragraph in a reference translation, or "".
        language: code of the language that the paragraph is in if it was left as it is for that, else "".
    """

    source: Paragraph
    target: str = ""
    state: State = State.PENDING
    sentences: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    back: str = ""
    reference: str = ""
    language: str = ""

    @property
    def translated_paragraph(self) -> Paragraph:
        """The target as a paragraph of its own, to be translated back."""
        return Paragraph(self.target, marks=self.marks)

    def carrying_over(self, before: "Row") -> "Row":
        """This row with the reference of `before`, and with its back-translation if the target is the same."""
        back = before.back if before.target == self.target else ""
        if (self.reference, self.back) == (before.reference, back):
            return self
        return replace(self, reference=before.reference, back=back)

    def with_links(self, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]) -> "Row":
        """The row with other links between its words, and the marks on the target that follow from them."""
        return replace(self, sentences=sentences, marks=marks)

    def as_judged(self, judged: Sequence[tuple[tuple[str, ...], bool]]) -> "Row":
        """The row as it is shown: of each sentence the warnings that are left, and whether it is accepted."""
        pairs = tuple(_as_judged(pair, *each) for pair, each in zip(self.sentences, judged, strict=True))
        return self if all(map(operator.is_, pairs, self.sentences)) else replace(self, sentences=pairs)

    def with_back(self, back: str) -> "Row":
        """The row with a back-translation of its target."""
        return replace(self, back=back)

    def with_reference(self, text: str) -> "Row":
        """The row with a reference translation of its paragraph."""
        return self if self.reference == text else replace(self, reference=text)


def _as_judged(pair: SentencePair, warnings: tuple[str, ...], accepted: bool) -> SentencePair:
    if pair.warnings == warnings and pair.accepted == accepted:
        return pair
    return replace(pair, warnings=warnings, accepted=accepted)


def initial_row(paragraph: Paragraph, language: str = "") -> Row:
    """The row of a paragraph before translation from `language`; what is in another language is verbatim in it."""
    if paragraph.marks:
        paragraph = in_language(paragraph, language)
    if paragraph.translatable:
        return Row(paragraph)
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks)


def left_row(paragraph: Paragraph, language: str) -> Row:
    """The row of a paragraph that is left as it is, since it is in `language`."""
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks, language=language)


def pending_row(paragraph: Paragraph) -> Row:
    """The row of a paragraph, as the row has it, that is to be translated again."""
    return Row(paragraph)


def translated_row(
    paragraph: Paragraph, target: str, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]
) -> Row:
    """The row of a paragraph that is translated."""
    return Row(paragraph, target, State.DONE, sentences, marks)


def failed_row(paragraph: Paragraph, reason: str) -> Row:
    """The row of a paragraph that could not be translated."""
    return Row(paragraph, state=State.FAILED, reason=reason)
