"""How far a translation is and how long it will take, counted as rows arrive rather than over the whole document."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.parallel import ParallelText, Row, State
from reader.text import word_spans

# Speed is that of the latest work: the first batches are small and slow, and a machine may get busy.
_WINDOW_S = 20.0
# Before so long and so much an estimate would be a guess.
_ENOUGH_S, _ENOUGH_CHARACTERS = 2.0, 800
# How much of a new estimate is taken over; batches differ, and a figure that jumps is worth nothing.
_TRUST = 0.25


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation of the open document is.

    Attributes:
        done, total: paragraphs with words, finished and in all.
        failed: of those finished, how many the model failed on.
        words_per_second: of the source, lately; 0 at first.
        running: whether it goes on.
        seconds_left: about how long it will take; None while that cannot be told.
        paused: whether it was paused, or is about to be when the batch in hand is done.
    """

    done: int
    total: int
    failed: int
    words_per_second: float
    running: bool
    seconds_left: float | None = None
    paused: bool = False


class Tally:
    """Counts the rows of a text by state."""

    def __init__(self, text: ParallelText) -> None:
        """Count once through; from then on row by row."""
        self.total = self.pending = self.failed = self.characters_left = 0
        for row in text.rows:
            self.total += row.state is not State.SAME
            self._count(row, 1)

    @property
    def missing(self) -> int:
        """How many rows are to be translated, perhaps once more."""
        return self.pending + self.failed

    def change(self, before: Row, after: Row) -> None:
        """Count a row that has taken the place of another."""
        self._count(before, -1)
        self._count(after, 1)

    def _count(self, row: Row, by: int) -> None:
        if row.state is State.PENDING:
            self.pending += by
            self.characters_left += by * len(row.source.text)
        elif row.state is State.FAILED:
            self.failed += by


class Pace:
    """Speed and time left, from what was finished when."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is finished; `clock` gives seconds."""
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Work begins, or goes on after a pause: what was before counts no more."""
        self._finished: deque[tuple[float, int, int]] = deque([(self._clock(), 0, 0)])
        self._end: float | None = None

    def add(self, rows: Iterable[Row], characters_left: int) -> None:
        """These rows are finished, and so much text is left."""
        texts = [row.source.text for row in rows]
        now = self._clock()
        self._finished.append((now, sum(len(word_spans(t)) for t in texts), sum(map(len, texts))))
        while len(self._finished) > 2 and self._finished[1][0] < now - _WINDOW_S:
            self._finished.popleft()
        speed = self._per_second(2)
        if now - self._finished[0][0] >= _ENOUGH_S and self._sum(2) >= _ENOUGH_CHARACTERS and speed:
            end = now + characters_left / speed
            self._end = end if self._end is None else self._end + _TRUST * (end - self._end)

    @property
    def words_per_second(self) -> float:
        """Of the source; 0 before anything is finished."""
        return self._per_second(1)

    @property
    def seconds_left(self) -> float | None:
        """About how long the rest takes; None while that cannot be told."""
        return None if self._end is None else max(self._end - self._clock(), 0.0)

    def _sum(self, column: int) -> int:
        # The first is where counting begins: what came with it was done before.
        return sum(int(entry[column]) for entry in list(self._finished)[1:])

    def _per_second(self, column: int) -> float:
        elapsed = self._finished[-1][0] - self._finished[0][0]
        return self._sum(column) / elapsed if elapsed > 0 else 0.0
