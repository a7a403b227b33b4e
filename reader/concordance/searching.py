"""Looking for words in a text and in the translation memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.concordance.hits import Hit, Origin, became, linked_spans
from reader.concordance.wanted import Finder, Wanted
from reader.memory import Memory, Translated, WordIndex
from reader.parallel import ParallelText, Row, State
from reader.text import Link, Signed

# Rows between two looks at whether it was cancelled.
_STEP = 50


class _Side(NamedTuple):
    """A language, and a text in it."""

    language: str
    text: str


def hits_in(
    text: ParallelText, wanted: Wanted, language: str = "", cancelled: Callable[[], bool] = lambda: False
) -> Iterator[list[Hit]]:
    """The sentences of a text that have all that is wanted, some rows at a time.

    Args:
        language: the code of the language that it is looked for in; "" for both.
        cancelled: True ends the search.
    """
    both = text.source_language, text.target_language
    finders = {each: wanted.finder(each) for each in both if language in ("", each)}
    for start in range(0, len(text.rows), _STEP):
        if cancelled():
            return
        rows = enumerate(text.rows[start : start + _STEP], start)
        yield [hit for number, row in rows for hit in _hits_in_row(text, number, row, finders)]


def _hits_in_row(text: ParallelText, number: int, row: Row, finders: Mapping[str, Finder]) -> Iterator[Hit]:
    if row.state is not State.DONE:
        return
    for index, pair in enumerate(row.sentences):
        ours = _Side(text.source_language, row.source.text[slice(*pair.source)])
        theirs = _Side(text.target_language, row.target[slice(*pair.target)])
        (source, _), (target, _) = pair.source, pair.target
        links = [(a - source, b - source, c - target, d - target, weight) for a, b, c, d, weight in pair.links]
        for hit in _hits(ours, theirs, links, finders):
            yield replace(hit, row=number, sentence=index, edited=pair.edited)


def remembered_hits(
    memory: Memory, wanted: Wanted, language: str = "", *, most: int, cancelled: Callable[[], bool] = lambda: False
) -> list[Hit]:
    """The sentences of the memory that have all that is wanted, as far as they are indexed; edits first.

    See `Memory.index_words` for how the rest is.

    Args:
        language: as for `hits_in`.
        most: at most so many of each language.
        cancelled: True ends the search.

    Raises:
        OutputError: the memory cannot be searched.
        CancelledError: it was cancelled.
    """
    finders: dict[str, Finder] = {}

    def phrases(index: WordIndex, language: str) -> list[list[Sequence[str]]] | None:
        if (found := wanted.indexed(index, language)) is None:
            return None
        finders[language], phrases = found
        return phrases

    found: list[Hit] = []
    for of_language, sentences in memory.with_words(phrases, most, language, cancelled):
        finder = {of_language: finders[of_language]}
        found += (hit for each in sentences for hit in _of_memory(each, finder))
    return sorted(found, key=lambda hit: not hit.edited)


def _of_memory(each: Translated, finders: Mapping[str, Finder]) -> Iterator[Hit]:
    ours, theirs = Signed(each.unit.source), Signed(each.target)
    links: Sequence[Link] = each.links
    if ours.signs.spans or theirs.signs.spans:  # few have any
        links = [(*ours.signs.rest((a, b)), *theirs.signs.rest((c, d)), weight) for a, b, c, d, weight in links]
    sides = _Side(each.unit.source_language, ours.text), _Side(each.unit.target_language, theirs.text)
    origin = Origin(each.unit.kind)
    for hit in _hits(*sides, links, finders):
        yield replace(hit, origin=origin, edited=origin is Origin.EDIT)


def _hits(source: _Side, target: _Side, links: Sequence[Link], finders: Mapping[str, Finder]) -> Iterator[Hit]:
    """The hits on either side of a sentence pair."""
    for is_source, (this, other) in ((True, (source, target)), (False, (target, source))):
        if (finder := finders.get(this.language)) and (spans := finder.spans(this.text)):
            linked = linked_spans(spans, links, is_source=is_source)
            word = became(other.text, linked, other.language)
            yield Hit(this.language, other.language, this.text, other.text, tuple(spans), linked, word, is_source)
