"""Sentences, words and their partners. All positions are code points of a cell's text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise, takewhile
from operator import itemgetter

from reader.late_dataclasses import dataclass
from reader.parallel import Row, SentencePair, State, parent_of
from reader.text import Link, Mark, MarkKind, Span, merged, word_spans
from ui.reading.cell import SOURCE, TARGET, cell_text

_LINKS = (MarkKind.LINK, MarkKind.NOTE)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in the reading view; `sentence` is None where the paragraph has no translation yet."""

    row: int
    column: int
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class LinkedWord:
    """A word of a linked sentence, and its partners: the linked words of the other texts, if any.

    Attributes:
        row, column: where it is.
        span: of the word.
        partners: the linked words of the text that this one is a version of; of the original, those of its translation.
        others: columns with the linked words there, for all other texts of the row that are linked.
    """

    row: int
    column: int
    span: Span
    partners: tuple[Span, ...]
    others: tuple[tuple[int, tuple[Span, ...]], ...] = ()

    def spans(self, column: int) -> tuple[Span, ...]:
        """The spans to highlight in a column."""
        if column == self.column:
            return (self.span,)
        return self.partners if column == counterpart(self.column) else dict(self.others).get(column, ())


def counterpart(column: int) -> int:
    """The column that a column is compared with: the one it is a version of; for the original, the translation."""
    return TARGET if column == SOURCE else parent_of(column)


def span_of(row: Row, sentence: int, column: int) -> Span:
    """The span of a sentence in a column, in code points; empty if that text leaves it out."""
    pair = row.sentences[sentence]
    if column in (SOURCE, TARGET):
        return _side(pair, column)
    version = row.version(column)
    return version.span_of(_side(pair, parent_of(column))) if version is not None else (0, 0)


def sentence_at(row: Row, column: int, position: int) -> int | None:
    """The sentence at code point `position`; white space belongs to the sentence before it."""
    if not row.sentences:
        return None
    if column not in (SOURCE, TARGET):
        version = row.version(column)
        sentence = version.sentence_at(position) if version is not None else None
        column, position = parent_of(column), sentence[0] if sentence is not None else 0
    return max(bisect_right(row.sentences, position, key=lambda pair: _side(pair, column)[0]) - 1, 0)


def words_of_sentence(row: Row, sentence: int, column: int) -> Sequence[Span]:
    """The words of a sentence as shown: words joined by one link, such as the parts of a long key, count as one."""
    links = _links(row, sentence, column)
    return _shown_words(cell_text(row, column).text, span_of(row, sentence, column), links, column)


def _links(row: Row, sentence: int, column: int) -> tuple[Link, ...]:
    """The links of a sentence between a column and the one it is a version of; of the original, those of both texts."""
    pair = row.sentences[sentence]
    if column in (SOURCE, TARGET):
        return pair.links
    version = row.version(column)
    found = version.pair_of(_side(pair, parent_of(column))) if version is not None else None
    return found.links if found is not None else ()


def _side(pair: SentencePair, column: int) -> Span:
    return pair.source if column == SOURCE else pair.target


# For both sides at the pointer and at the caret: a sentence may be as long as a book.
@lru_cache(8)
def _shown_words(text: str, sentence: Span, links: tuple[Link, ...], column: int) -> Sequence[Span]:
    start = sentence[0]
    words = [(a + start, b + start) for a, b in word_spans(text[slice(*sentence)])]
    return merged([*words, *(_end(link, column == SOURCE) for link in links)])


def word_at(number: int, row: Row, column: int, position: int) -> LinkedWord | None:
    """The word at a position and its partners; None between words, or where words are not linked (yet)."""
    sentence = sentence_at(row, column, position)
    if sentence is None or row.state is State.SAME or not _links(row, sentence, column):
        return None
    span = _span_at(words_of_sentence(row, sentence, column), position)
    if span is None:
        return None
    found: dict[int, tuple[Span, ...]] = {column: (span,)}
    for here, there in _ways(row, column):
        found[there] = _partners(row, sentence, found[here], here, there)
    partners = found.pop(counterpart(column), ())
    del found[column]
    return LinkedWord(number, column, span, partners, tuple(found.items()))


def _ways(row: Row, column: int) -> Iterator[tuple[int, int]]:
    """From text to text of a row, each of which is reached once from a column, the nearest first."""
    reached, texts = [column], {SOURCE, TARGET, *(version.column for version in row.versions)}
    for here in reached:
        for there in sorted(texts.difference(reached)):
            if here == _parent(there) or there == _parent(here):
                reached.append(there)
                yield here, there


def _parent(column: int) -> int:
    return -1 if column == SOURCE else parent_of(column)


def _partners(row: Row, sentence: int, words: Sequence[Span], here: int, there: int) -> tuple[Span, ...]:
    """The words of one text that are linked to words of the one next to it."""
    down = _parent(there) == here  # links are kept with the text that is a version of the other
    links = _links(row, sentence, there if down else here)
    ends = [_end(link, not down) for link in links if any(_holds(word, _end(link, down)[0]) for word in words)]
    others = words_of_sentence(row, sentence, there) if ends else ()
    return tuple(sorted(filter(None, {_span_at(others, end[0]) for end in ends})))


def selected_at(row: Row, column: int, position: int) -> Span:
    """The span that a double click selects: the word, as it is highlighted, or adjacent non-word characters.

    An empty span on white space.
    """
    text, sentence = cell_text(row, column).text, sentence_at(row, column, position)
    words = word_spans(text) if sentence is None else words_of_sentence(row, sentence, column)
    low, high = (0, len(text)) if sentence is None else span_of(row, sentence, column)
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
    return [mark for mark in marks_in(row, column) if mark.kind in _LINKS]


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


def marks_in(row: Row, column: int) -> Sequence[Mark]:
    """The marks on a text of a row; none where there is no text."""
    if column == SOURCE:
        return row.source.marks
    if column == TARGET:
        return row.marks
    version = row.version(column)
    return version.marks if version is not None else ()


def _end(link: Link, first: bool) -> Span:
    """The `first` or the second word of a link."""
    return (link[0], link[1]) if first else (link[2], link[3])


def _holds(span: Span, position: int) -> bool:
    return span[0] <= position < span[1]
