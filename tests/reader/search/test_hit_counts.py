from hypothesis import given, strategies as st

from reader.search import HitCounts

CELLS = st.tuples(st.integers(0, 6), st.sampled_from((4, 0, 9)))


@given(st.lists(st.tuples(CELLS, st.integers(0, 3))), CELLS)
def test_numbers_and_neighbours_are_those_of_a_plain_list(
    changes: list[tuple[tuple[int, int], int]], at: tuple[int, int]
) -> None:
    counts = HitCounts((4, 0, 9))
    for cell, count in changes:
        counts.put(cell, count)
        counts.next(cell)
    plain = {cell: count for cell, count in dict(changes).items() if count}
    order = lambda cell: (cell[0], (4, 0, 9).index(cell[1]))  # noqa: E731
    assert counts.total == sum(plain.values())
    assert counts.before(at) == sum(count for cell, count in plain.items() if order(cell) < order(at))
    assert counts.next(at) == min((cell for cell in plain if order(cell) > order(at)), key=order, default=None)
    assert counts.previous(at) == max((cell for cell in plain if order(cell) < order(at)), key=order, default=None)
