"""Progress, speed and time left: figures that are steady enough to be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, strategies as st

from reader.parallel import ParallelText, Row, RowTranslated, State
from reader.text import Document, Kind, Paragraph
from ui.session.progress import Pace, Tally

STATES = st.sampled_from(list(State))


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def row(words: int, state: State = State.DONE) -> Row:
    return Row(Paragraph("ord " * words), "", state)


def text_of(states: list[State]) -> ParallelText:
    rows = [row(number + 1, state) for number, state in enumerate(states)]
    return ParallelText(Document("", tuple(r.source for r in rows), None, "nb", True), "nb", "en", (), rows)


@given(st.lists(STATES, min_size=1, max_size=30), st.data())
def test_counting_as_rows_arrive_comes_to_the_same_as_counting_all(states: list[State], data: st.DataObject) -> None:
    text = text_of(states)
    tally = Tally(text)
    for number in data.draw(st.lists(st.integers(0, len(states) - 1), max_size=20)):
        if text.rows[number].state is State.SAME:
            continue
        before, state = text.rows[number], data.draw(st.sampled_from([*State][1:3]))
        text.apply(RowTranslated(number, replace(before, state=state)))
        tally.change(before, text.rows[number])
    fresh = Tally(text)
    assert (tally.total, tally.pending, tally.failed) == (fresh.total, fresh.pending, fresh.failed)
    assert tally.characters_left == fresh.characters_left


def steady(pace: Pace, clock: Clock, rows: int = 100, words: int = 50, seconds: float = 0.5) -> Iterator[float | None]:
    """Add rows one by one, and yield the time left after each."""
    for done in range(1, rows + 1):
        clock.now += seconds
        pace.add([row(words)], (rows - done) * words * 4)
        yield pace.seconds_left


def test_at_a_steady_pace_the_time_left_is_right_and_runs_down() -> None:
    clock = Clock()
    pace = Pace(clock)
    left = list(steady(pace, clock))
    assert pace.words_per_second == pytest.approx(100)
    assert left[:3] == [None, None, None]
    known = [seconds for seconds in left if seconds is not None]
    assert known[0] == pytest.approx(48, abs=1)
    assert known == sorted(known, reverse=True)
    assert known[-1] == pytest.approx(0, abs=0.5)


def test_one_slow_batch_does_not_make_the_figure_jump() -> None:
    clock = Clock()
    pace = Pace(clock)
    *_, before = [left for left, _ in zip(steady(pace, clock), range(30), strict=False)]
    clock.now += 6
    pace.add([row(50)], 69 * 200)
    after = pace.seconds_left
    assert before is not None
    assert after is not None
    assert abs(after - before) < 0.25 * before


def test_while_nothing_arrives_the_time_left_runs_down_but_never_below_nothing() -> None:
    clock = Clock()
    pace = Pace(clock)
    list(steady(pace, clock, rows=20))
    clock.now += 1000
    assert pace.seconds_left == 0


def test_a_pause_does_not_count() -> None:
    clock = Clock()
    pace = Pace(clock)
    list(steady(pace, clock, rows=20))
    clock.now += 3600
    pace.begin()
    assert pace.seconds_left is None
    assert pace.words_per_second == 0
    list(steady(pace, clock, rows=20))
    assert pace.words_per_second == pytest.approx(100)


def test_the_time_left_is_that_of_the_speed_that_is_shown() -> None:
    clock = Clock()
    pace = Pace(clock)
    for words, seconds in [(400, 0.5), (400, 0.5), (50, 4.0), (50, 4.0), (50, 4.0), (50, 4.0), (50, 0.2)]:
        clock.now += seconds
        pace.add([row(words)], 100_000)
        if pace.seconds_left is not None:
            assert pace.seconds_left == pytest.approx(100_000 / 4 / pace.words_per_second)
    assert pace.seconds_left is not None


def test_what_finishes_nothing_changes_neither() -> None:
    clock = Clock()
    pace = Pace(clock)
    list(steady(pace, clock, rows=20))
    before = pace.words_per_second
    clock.now += 10
    pace.add([], 1000)
    assert pace.words_per_second == before


def test_paragraphs_are_those_that_have_a_number_in_the_margin() -> None:
    rows = [Row(Paragraph("Tittel", Kind.TITLE)), row(3), row(3), Row(Paragraph("Slutt", Kind.HEADING))]
    text = ParallelText(Document("", tuple(r.source for r in rows), None, "nb", True), "nb", "en", (), rows)
    tally = Tally(text)
    assert tally.total == sum(number is not None for number in text.numbers()) == 2
    assert (tally.pending, tally.missing) == (1, 2)  # something is still to be translated, though it has no number
    for number in (0, 3):
        before = text.rows[number]
        text.apply(RowTranslated(number, replace(before, state=State.FAILED)))
        tally.change(before, text.rows[number])
    assert (tally.pending, tally.failed, tally.missing) == (0, 1, 2)


def test_where_nothing_has_a_number_everything_counts() -> None:
    rows = [Row(Paragraph("Tittel", Kind.TITLE)), Row(Paragraph("Slutt", Kind.HEADING), "", State.DONE)]
    text = ParallelText(Document("", tuple(r.source for r in rows), None, "nb", True), "nb", "en", (), rows)
    assert (Tally(text).total, Tally(text).pending) == (2, 1)
