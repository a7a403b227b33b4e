"""The progress of a translation and the time left, counted as rows arrive rather than over the whole document."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable

from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText, Row, State
from reader.text import is_numbered, word_spans

# Speed is that of recent work: the first batches are small and slow, and the load of the computer varies.
_WINDOW_S = 20.0
# The least time and text for an estimate.
_ENOUGH_S, _ENOUGH_CHARACTERS = 2.0, 800
# The weight of a new estimate: batches differ, and a figure that jumps is useless.
_TRUST = 0.25


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of the open document's translation.

    Attributes:
        done, total: paragraphs with words, finished and in all.
        failed: finished ones that the model failed on.
        words_per_second: recent speed, in source words; 0 at first.
        running: whether translation is under way.
        seconds_left: estimated; None while unknown.
        paused: whether it is paused, or will be after the current batch.
        left: paragraphs in other languages, left as they are; they do not count in `total`.
        possible: whether trying again can help; not where no package is installed for the languages.
    """

    done: int
    total: int
    failed: int
    words_per_second: float
    running: bool
    seconds_left: float | None = None
    paused: bool = False
    left: int = 0
    possible: bool = True


class Tally:
    """Counts the paragraphs of a text by state: those with a number in the margin, or without any, all rows."""

    def __init__(self, text: ParallelText) -> None:
        """Count all rows once; from then on only changes. Those that are left as they are do not count."""
        self.characters_left = 0
        self._rows, self._numbered = Counter[str](), Counter[str]()
        self._shown = self._numbered if any(is_numbered(row.source) for row in text.rows) else self._rows
        for row in text.rows:
            self._count(row, 1)

    @property
    def missing(self) -> int:
        """The number of rows to translate, including failed ones."""
        return self._rows["pending"] + self._rows["failed"]

    @property
    def total(self) -> int:
        """Paragraphs to translate, or translated."""
        return max(self._shown["total"], min(self._rows["total"], 1))

    @property
    def pending(self) -> int:
        """Those that are to be translated; at least one while anything is."""
        return max(self._shown["pending"], min(self._rows["pending"], 1))

    @property
    def failed(self) -> int:
        """Those that failed; at least one if anything did."""
        return max(self._shown["failed"], min(self._rows["failed"], 1))

    @property
    def left(self) -> int:
        """Those left as they are for their language."""
        return max(self._shown["left"], min(self._rows["left"], 1))

    def change(self, before: Row, after: Row) -> None:
        """Count a row in place of the one it replaces."""
        self._count(before, -1)
        self._count(after, 1)

    def _count(self, row: Row, by: int) -> None:
        for counts in (self._rows, self._numbered) if is_numbered(row.source) else (self._rows,):
            counts["total"] += by * (row.state is not State.SAME)
            counts["left"] += by * bool(row.language)
            counts["pending"] += by * (row.state is State.PENDING)
            counts["failed"] += by * (row.state is State.FAILED)
        if row.state is State.PENDING:
            self.characters_left += by * len(row.source.text)


class Pace:
    """Speed and time left, from when rows were finished."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is finished; `clock` returns seconds."""
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Work begins, or continues after a pause: forget earlier rows."""
        self._finished: deque[tuple[float, int, int]] = deque([(self._clock(), 0, 0)])
        self._speed: float | None = None  # characters per second, smoothed
        self._end: float | None = None

    def add(self, rows: Iterable[Row], characters_left: int) -> None:
        """Count finished rows; `characters_left` is the remaining text."""
        texts = [row.source.text for row in rows]
        if not texts:
            return
        now = self._clock()
        self._finished.append((now, sum(len(word_spans(t)) for t in texts), sum(map(len, texts))))
        while len(self._finished) > 2 and self._finished[1][0] < now - _WINDOW_S:
            self._finished.popleft()
        speed = self._per_second(2)
        if now - self._finished[0][0] >= _ENOUGH_S and self._sum(2) >= _ENOUGH_CHARACTERS and speed:
            self._speed = speed if self._speed is None else self._speed + _TRUST * (speed - self._speed)
            self._end = now + characters_left / self._speed

    @property
    def words_per_second(self) -> float:
        """Words of the source, at the speed that the time left is estimated from; 0 before anything is finished."""
        if self._speed is None:
            return self._per_second(1)
        return self._speed * self._sum(1) / max(self._sum(2), 1)

    @property
    def seconds_left(self) -> float | None:
        """Estimated time left; None while unknown."""
        return None if self._end is None else max(self._end - self._clock(), 0.0)

    def _sum(self, column: int) -> int:
        # The first entry marks the start: its rows were finished before.
        return sum(int(entry[column]) for entry in list(self._finished)[1:])

    def _per_second(self, column: int) -> float:
        elapsed = self._finished[-1][0] - self._finished[0][0]
        return self._sum(column) / elapsed if elapsed > 0 else 0.0
