"""What belongs to what: sentences, and within them words. All positions are code points of a cell's text."""

from dataclasses import dataclass

from reader.engine import words
from reader.parallel import Row, SentencePair, State
from reader.text import MarkKind, Span
from ui.reading.cell import SOURCE


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in the reading view; `sentence` is None where the paragraph has no translation yet."""

    row: int
    column: int
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class LitWord:
    """A word that is pointed at, and the words of the other text that it is linked with; none if it has no partner."""

    row: int
    column: int
    span: Span
    partners: tuple[Span, ...]

    def spans(self, column: int) -> tuple[Span, ...]:
        """What lights up in a column."""
        return (self.span,) if column == self.column else self.partners


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


def word_at(number: int, row: Row, column: int, position: int) -> LitWord | None:
    """The word at a position and its partners; None between words, or where words are not linked (yet)."""
    sentence = sentence_at(row, column, position)
    if sentence is None or row.state is State.SAME:
        return None
    pair = row.sentences[sentence]
    if not pair.links:
        return None
    own = {_side(link, column) for link in pair.links if _holds(_side(link, column), position)}
    if own:
        span = max(own, key=lambda span: span[1] - span[0])
        partners = {_side(link, 1 - column) for link in pair.links if _side(link, column) in own}
        return LitWord(number, column, span, tuple(sorted(partners)))
    start, end = span_of(pair, column)
    text = (row.source.text, row.target)[column][start:end]
    alone = ((a + start, b + start) for a, b in words(text) if a + start <= position < b + start)
    span_alone = next(alone, None)
    return LitWord(number, column, span_alone, ()) if span_alone else None


def href_at(row: Row, column: int, position: int) -> str:
    """The address that the text at a position links to, or ""."""
    marks = row.source.marks if column == SOURCE else row.marks
    links = [mark.href for mark in marks if mark.kind is MarkKind.LINK and mark.start <= position < mark.end]
    return links[-1] if links else ""


def _side(link: tuple[int, int, int, int, float], column: int) -> Span:
    return (link[0], link[1]) if column == SOURCE else (link[2], link[3])


def _holds(span: Span, position: int) -> bool:
    return span[0] <= position < span[1]
