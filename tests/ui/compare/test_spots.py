"""Sentences in the order of the text."""

import random

from ui.compare.spots import Spot, Spots, runs


def listed(spots: Spots) -> list[Spot]:
    return [spots[number] for number in range(len(spots))]


def test_rows_set_in_any_order_are_listed_in_that_of_the_text() -> None:
    spots, wanted = Spots(), {}
    rows = list(range(60))
    random.Random(7).shuffle(rows)
    for row in rows:
        wanted[row] = [sentence for sentence in range(4) if (row + sentence) % 3 == 0]
        spots.set_row(row, wanted[row])
    assert listed(spots) == [(row, sentence) for row in sorted(wanted) for sentence in wanted[row]]
    spots.set_row(3, [])
    spots.set_row(4, [1])
    assert spots.of_row(3) == [] and spots.of_row(4) == [1] and spots.of_row(5) == wanted[5]


def test_the_nearest_sentence_before_and_after_another_is_found_whether_that_is_listed_or_not() -> None:
    spots = Spots()
    for row, sentences in {2: [0, 3], 7: [1]}.items():
        spots.set_row(row, sentences)
    assert [spots.next_to(here, 1) for here in ((0, 0), (2, 0), (2, 1), (2, 3), (7, 1))] == [
        (2, 0),
        (2, 3),
        (2, 3),
        (7, 1),
        None,
    ]
    assert [spots.next_to(here, -1) for here in ((2, 0), (2, 1), (7, 0), (9, 0))] == [None, (2, 0), (2, 3), (7, 1)]
    assert spots.number_of((2, 3)) == 1 and spots.number_of((2, 2)) is None


def test_numbers_are_grouped_into_unbroken_runs() -> None:
    assert list(runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(runs([])) == []
