"""Which sentence belongs to which: what lights up where."""

from dataclasses import dataclass

from reader.document import Span
from reader.parallel import Row, SentencePair
from ui.reading.layouts import SOURCE


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in the reading view; `sentence` is None where the paragraph has no translation yet."""

    row: int
    column: int
    sentence: int | None = None


def span_of(pair: SentencePair, column: int) -> Span:
    """The sentence's span in a column, in code points."""
    return pair.source if column == SOURCE else pair.target


def sentence_at(row: Row, column: int, position: int) -> int | None:
    """The sentence at code point `position`; white space belongs to the sentence before it."""
    found = None
    for number, pair in enumerate(row.sentences):
        if span_of(pair, column)[0] <= position or number == 0:
            found = number
    return found
