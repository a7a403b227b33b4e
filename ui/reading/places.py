"""Sentences, words and their partners. All positions are code points of a cell's text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise, takewhile
from operator import itemgetter

from reader.late_dataclasses import dataclass
from reader.parallel import Link, Row, SentencePair, State
from reader.text import Mark, MarkKind, Span, merged, word_spans
from ui.reading.cell import SOURCE, cell_text

_LINKS = (MarkKind.LINK, MarkKind.NOTE)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in the reading view; `sentence` is None where the paragraph has no translation yet."""

    row: int
    column: int
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class LinkedWord:
    """A word of a linked sentence, and its partners: the linked words of the other text, if any."""

    row: int
    column: int
    span: Span
    partners: tuple[Span, ...]

    def spans(self, column: int) -> tuple[Span, ...]:
        """The spans to highlight in a column."""
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


def words_of_sentence(row: Row, sentence: int, column: int) -> Sequence[Span]:
    """The words of a sentence as shown: words joined by one link, such as the parts of a long key, count as one."""
    pair = row.sentences[sentence]
    return _shown_words(cell_text(row, column).text, span_of(pair, column), pair.links, column)


# For both sides at the pointer and at the caret: a sentence may be as long as a book.
@lru_cache(4)
def _shown_words(text: str, sentence: Span, links: tuple[Link, ...], column: int) -> Sequence[Span]:
    start = sentence[0]
    words = [(a + start, b + start) for a, b in word_spans(text[slice(*sentence)])]
    return merged([*words, *(_side(link, column) for link in links)])


def word_at(number: int, row: Row, column: int, position: int) -> LinkedWord | None:
    """The word at a position and its partners; None between words, or where words are not linked (yet)."""
    sentence = sentence_at(row, column, position)
    if sentence is None or row.state is State.SAME or not row.sentences[sentence].links:
        return None
    span = _span_at(words_of_sentence(row, sentence, column), position)
    if span is None:
        return None
    links = [link for link in row.sentences[sentence].links if _holds(span, _side(link, column)[0])]
    others = words_of_sentence(row, sentence, 1 - column) if links else ()
    partners = {_span_at(others, _side(link, 1 - column)[0]) for link in links}
    return LinkedWord(number, column, span, tuple(sorted(filter(None, partners))))


def selected_at(row: Row, column: int, position: int) -> Span:
    """The span that a double click selects: the word, as it is highlighted, or adjacent non-word characters.

    An empty span on white space.
    """
    text, sentence = cell_text(row, column).text, sentence_at(row, column, position)
    words = word_spans(text) if sentence is None else words_of_sentence(row, sentence, column)
    low, high = (0, len(text)) if sentence is None else span_of(row.sentences[sentence], column)
    return _span_at(words, position) or _symbols_at(text, [(low, low), *words, (high, high)], position)


def _symbols_at(text: str, around: Sequence[Span], position: int) -> Span:
    """The run of non-space characters at a position between two of the spans."""
    behind = bisect_right(around, position, key=itemgetter(0))
    low, high = around[behind - 1][1], around[min(behind, len(around) - 1)][0]
    before, after = takewhile(_is_symbol, reversed(text[low:position])), takewhile(_is_symbol, text[position:high])
    count = len(list(after))
    return (position - len(list(before)), position + count) if count else (position, position)


def _is_symbol(character: str) -> bool:
    return not character.isspace()


def _span_at(words: Sequence[Span], position: int) -> Span | None:
    """The word that contains a position."""
    before = bisect_right(words, position, key=itemgetter(0)) - 1
    return words[before] if before >= 0 and _holds(words[before], position) else None


def link_marks(row: Row, column: int) -> list[Mark]:
    """The links and references to notes of a cell; of those at a position, the innermost is the last.

    They lead to an address, to "#name" or to "#note:0".
    """
    marks = row.source.marks if column == SOURCE else row.marks
    return [mark for mark in marks if mark.kind in _LINKS]


def leading(marks: Sequence[Mark], span: Span) -> Iterator[tuple[Span, str]]:
    """The stretches of a span, each with where the last of `marks` that is on it leads, or "".

    Neighbouring stretches may lead to the same. A span may have thousands of marks, and be as long as a book.
    """
    low, high = span
    clipped = [(max(mark.start, low), min(mark.end, high), -number) for number, mark in enumerate(marks)]
    waiting = sorted((each for each in clipped if each[0] < each[1]), reverse=True)
    edges = sorted({low, high, *(start for start, _, _ in waiting), *(end for _, end, _ in waiting)})
    here: list[tuple[int, int]] = []  # the number, negated, and the end of the marks that have begun: the last first
    for start, end in pairwise(edges):
        while waiting and waiting[-1][0] <= start:
            _, until, number = waiting.pop()
            heappush(here, (number, until))
        while here and here[0][1] <= start:
            heappop(here)
        yield (start, end), marks[-here[0][0]].href if here else ""


def _side(link: Link, column: int) -> Span:
    return (link[0], link[1]) if column == SOURCE else (link[2], link[3])


def _holds(span: Span, position: int) -> bool:
    return span[0] <= position < span[1]
