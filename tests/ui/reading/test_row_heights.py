from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, strategies as st

from ui.reading.row_heights import RowGeometry


@dataclass
class Fixed:
    """Estimates that are right, or wrong by a factor for whole blocks."""

    heights: Sequence[int]
    factor: float = 1.0

    def of_row(self, row: int) -> int:
        return self.heights[row]

    def of_rows(self, start: int, stop: int) -> int:
        return round(sum(self.heights[start:stop]) * self.factor)


HEIGHTS = st.lists(st.integers(1, 300), min_size=1, max_size=700)


def settled(geometry: RowGeometry) -> RowGeometry:
    while not geometry.complete:
        geometry.estimate_some(1)
    return geometry


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 699), st.integers(1, 5000)), max_size=30))
def test_rows_stand_one_under_the_other_whatever_is_measured(
    heights: list[int], measured: list[tuple[int, int]]
) -> None:
    geometry = settled(RowGeometry(len(heights), Fixed(heights)))
    for row, height in measured:
        if row < len(heights):
            geometry.set_exact(row, height)
            heights = [*heights[:row], height, *heights[row + 1 :]]
    top = 0
    for row, height in enumerate(heights):
        assert (geometry.top(row), geometry.height(row)) == (top, height)
        assert geometry.row_at(top) == geometry.row_at(top + height - 1) == row
        top += height
    assert geometry.total == geometry.top(len(heights)) == top
    assert geometry.row_at(-1) == geometry.row_at(top) == -1


@given(HEIGHTS, st.floats(0.3, 3.0), st.data())
def test_a_row_is_found_where_it_is_said_to_be_though_estimates_were_wrong(
    heights: list[int], factor: float, data: st.DataObject
) -> None:
    geometry = RowGeometry(len(heights), Fixed(heights, factor))
    geometry.estimate_some(data.draw(st.integers(0, 6)))
    for _ in range(5):
        row = data.draw(st.integers(0, len(heights) - 1))
        assert geometry.row_at(geometry.top(row)) == row
        assert geometry.row_at(geometry.top(row) + geometry.height(row) - 1) == row


@given(HEIGHTS, st.floats(0.3, 3.0), st.data())
def test_a_question_moves_nothing(heights: list[int], factor: float, data: st.DataObject) -> None:
    geometry = RowGeometry(len(heights), Fixed(heights, factor))
    geometry.estimate_some(data.draw(st.integers(0, 6)))
    last, total = geometry.top(len(heights) - 1), geometry.total
    for _ in range(5):
        row = data.draw(st.integers(0, len(heights) - 1))
        assert geometry.height(row) >= 1
        geometry.row_at(geometry.top(row))
    assert (geometry.top(len(heights) - 1), geometry.total) == (last, total)


def test_what_was_measured_is_estimated_again_when_it_has_another_text() -> None:
    estimate = Fixed([10] * 300)
    geometry = settled(RowGeometry(300, estimate))
    geometry.set_exact(200, 90)
    assert geometry.is_exact(200)
    estimate.heights = [20] * 300
    geometry.forget([200])
    assert not geometry.is_exact(200)
    assert geometry.total == 299 * 10 + 20


@pytest.mark.parametrize("count", [0, 1, 128, 129])
def test_the_edges_of_small_texts(count: int) -> None:
    geometry = settled(RowGeometry(count, Fixed([7] * count)))
    assert geometry.total == geometry.top(count) == 7 * count
    assert geometry.row_at(0) == (0 if count else -1)


def test_blocks_that_wait_are_taken_to_be_like_the_others() -> None:
    geometry = RowGeometry(128 * 10, Fixed([10] * 128 * 10))
    geometry.estimate_some(1)
    assert geometry.total == 128 * 10 * 10
