"""Sentences and words that belong together in two texts of a paragraph."""

from enum import StrEnum
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.text import Link, Span


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


class ReferencePair(NamedTuple):
    """Sentences of a row and those of the reference translation beside it that belong together.

    Attributes:
        source: a span in code points into the paragraph; empty for what the reference adds.
        target: one into the row's reference.
        certain: whether that is sure.
    """

    source: Span
    target: Span
    certain: bool = True
