"""The ways through a text: over whatever stands in it, and never off it."""

from collections.abc import Callable

from hypothesis import given, strategies as st

from reader.parallel import Row
from tests.ui.reading.rows import CODE, FAILED, PENDING, RULE, SYMBOLS, WORDS
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.walk import Walk

ROWS = st.lists(st.sampled_from([CODE, PENDING, FAILED, RULE, SYMBOLS, WORDS]), min_size=1, max_size=8)


def walk_over(rows: list[Row]) -> Walk:
    return Walk(rows.__len__, rows.__getitem__)


def stops(step: Callable[[Place], Place | None], place: Place | None) -> list[Place]:
    """The places that repeating a step comes to, until it stays or ends."""
    found: list[Place] = []
    while place is not None and place not in found:
        found.append(place)
        place = step(place)
    return found


def standable(rows: list[Row], column: int) -> list[Place]:
    return [
        Place(number, column, sentence)
        for number, row in enumerate(rows)
        if row.source.text
        for sentence in (range(len(row.sentences)) if row.sentences else (None,))
    ]


@given(ROWS, st.sampled_from([SOURCE, TARGET]))
def test_sentence_by_sentence_the_caret_comes_everywhere_in_both_directions(rows: list[Row], column: int) -> None:
    walk, every = walk_over(rows), standable(rows, column)
    assert stops(lambda place: walk.neighbour(place, 1), walk.beginning(column)) == every
    assert stops(lambda place: walk.neighbour(place, -1), walk.end(column)) == every[::-1]


@given(ROWS, st.sampled_from([SOURCE, TARGET]), st.sampled_from([1, -1]))
def test_word_by_word_the_caret_comes_to_the_end_and_stands_once_on_each_word(
    rows: list[Row], column: int, step: int
) -> None:
    walk = walk_over(rows)
    place = walk.beginning(column) if step > 0 else walk.end(column)
    if place is None:
        return
    places, words, at = [place], 0, None
    while (found := walk.word(place, at, step)) is not None:
        place, at = found
        words += at is not None
        places.append(place)
        assert words <= 1000
    assert list(dict.fromkeys(places)) == standable(rows, column)[::step]
    assert words == sum(4 for row in rows if row is WORDS)
