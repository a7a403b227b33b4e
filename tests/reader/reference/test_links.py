"""Links between the sentences of two texts, and changing them by hand."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, strategies as st

from reader.reference import Alignment, SentenceLink, Side
from reader.reference.links import Piece

Shift = tuple[int, int, Side]


def aligned(*links: tuple[tuple[int, int], tuple[int, int]], sources: int = 6, targets: int = 6) -> Alignment:
    """An alignment of so many sentences; each paragraph has two."""
    pieces = [Piece(i // 2, 10 * (i % 2), 10 * (i % 2) + 9) for i in range(max(sources, targets))]
    return Alignment.of(pieces[:sources], pieces[:targets], [SentenceLink(*link) for link in links])


def spans(alignment: Alignment) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(link.source, link.target) for link in alignment.links]


ONE_BY_ONE = aligned(*(((i, i + 1), (i, i + 1)) for i in range(6)))


def test_what_is_in_no_link_belongs_to_nothing() -> None:
    alignment = aligned(((1, 2), (1, 2)), sources=3, targets=3)
    assert spans(alignment) == [
        ((0, 0), (0, 1)),
        ((0, 1), (1, 1)),
        ((1, 2), (1, 2)),
        ((2, 2), (2, 3)),
        ((2, 3), (3, 3)),
    ]


def test_what_is_added_follows_what_stands_before_it_in_the_reference() -> None:
    alignment = aligned(((0, 1), (2, 3)), ((1, 2), (0, 1)), sources=2, targets=4)
    assert spans(alignment) == [((0, 1), (2, 3)), ((1, 1), (3, 4)), ((1, 2), (0, 1)), ((2, 2), (1, 2))]


def test_joined_links_become_one_that_is_made_by_hand() -> None:
    joined = ONE_BY_ONE.joined(1, 3)
    assert spans(joined)[1] == ((1, 4), (1, 4))
    assert [link.by_hand for link in joined.links] == [False, True, False, False]


def test_a_link_is_divided_between_two_sentences_of_each_side() -> None:
    divided = ONE_BY_ONE.joined(1, 3).split(1, 2, 3)
    assert spans(divided)[1:3] == [((1, 2), (1, 3)), ((2, 4), (3, 4))]


def test_a_link_that_is_wrong_is_divided_into_two_of_nothing() -> None:
    divided = ONE_BY_ONE.split(2, 3, 2)
    assert spans(divided)[2:4] == [((2, 2), (2, 3)), ((2, 3), (3, 3))]
    assert all(link.by_hand for link in divided.links[2:4])


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        ((1, 1, Side.TARGET), [((1, 2), (1, 3)), ((2, 3), (3, 3))]),
        ((1, -1, Side.TARGET), [((1, 2), (1, 1)), ((2, 3), (1, 3))]),
        ((1, 1, Side.SOURCE), [((1, 3), (1, 2)), ((3, 3), (2, 3))]),
    ],
)
def test_a_sentence_is_shifted_between_two_links(
    shift: Shift, expected: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    assert set(expected) <= set(spans(ONE_BY_ONE.shifted(*shift)))


def test_shifting_there_and_back_leaves_all_as_it_was() -> None:
    wide = aligned(((0, 2), (0, 2)), ((2, 4), (2, 4)), ((4, 6), (4, 6)))
    there = wide.shifted(0, 1, Side.TARGET)
    assert spans(there) == [((0, 2), (0, 3)), ((2, 4), (3, 4)), ((4, 6), (4, 6))]
    assert spans(there.shifted(0, -1, Side.TARGET)) == spans(wide)


def test_a_link_that_loses_its_last_sentence_is_gone() -> None:
    alignment = aligned(((0, 1), (0, 1)), sources=1, targets=2)
    assert spans(alignment.shifted(0, 1, Side.TARGET)) == [((0, 1), (0, 2))]


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.joined(0, 0),
        lambda a: a.joined(3, 9),
        lambda a: a.split(0, 0, 0),
        lambda a: a.split(0, 4, 0),
        lambda a: a.split(7, 0, 0),
        lambda a: a.shifted(5, 1, Side.TARGET),
        lambda a: a.shifted(-1, 1, Side.SOURCE),
    ],
)
def test_what_is_not_there_cannot_be_changed(change: Callable[[Alignment], Alignment]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        change(ONE_BY_ONE)


def test_a_paragraph_that_has_moved_is_joined_with_no_neighbour() -> None:
    moved = aligned(((0, 1), (0, 1)), ((1, 2), (4, 5)), ((2, 3), (1, 2)))
    with pytest.raises(ValueError, match="together"):
        moved.joined(0, 1)
    with pytest.raises(ValueError, match="together"):
        moved.shifted(0, 1, Side.TARGET)


def test_paragraphs_belong_together_if_sentences_of_them_do() -> None:
    alignment = aligned(((0, 1), (0, 1)), ((1, 3), (1, 2)), ((5, 6), (4, 5)))
    assert list(alignment.paragraphs()) == [((0, 1), (0,)), ((2,), (2,)), ((), (1,))]


@given(st.randoms(use_true_random=False))
def test_nothing_is_lost_and_no_order_changes_whatever_is_done_by_hand(random: Random) -> None:
    sources, targets = random.randint(1, 8), random.randint(1, 8)
    alignment = aligned(*_random_links(random, sources, targets), sources=sources, targets=targets)
    _check(alignment, sources, targets)
    for _ in range(8):
        try:
            alignment = _changed(alignment, random)
        except ValueError:
            continue
        _check(alignment, sources, targets)


def _changed(alignment: Alignment, random: Random) -> Alignment:
    """Something done by hand, which may be impossible."""
    index, other = (random.randrange(-1, len(alignment.links) + 1) for _ in range(2))
    match random.randrange(3):
        case 0:
            return alignment.joined(index, other)
        case 1:
            return alignment.split(index, random.randint(0, 8), random.randint(0, 8))
    return alignment.shifted(index, random.choice([1, -1]), random.choice(list(Side)))


def _random_links(random: Random, sources: int, targets: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    found, at, end = [], 0, 0
    while at < sources and end < targets:
        rows, columns = random.choice([(1, 1), (1, 2), (2, 1), (3, 2), (1, 0), (0, 1)])
        if rows and columns:
            found.append(((at, min(sources, at + rows)), (end, min(targets, end + columns))))
        at, end = at + rows, end + columns
    return found


def _check(alignment: Alignment, sources: int, targets: int) -> None:
    """Each sentence is in one link; those of the source, and here those of the reference, are in order."""
    assert [i for link in alignment.links for i in range(*link.source)] == list(range(sources))
    assert [i for link in alignment.links for i in range(*link.target)] == list(range(targets))
    assert all(link.source[0] < link.source[1] or link.target[0] < link.target[1] for link in alignment.links)
    assert Alignment.of(alignment.sources, alignment.targets, alignment.links) == alignment
