"""Sentences and words that belong together in two texts of a paragraph."""

from dataclasses import dataclass
from enum import StrEnum

from reader.text import Span

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
