"""Work on thousands of things on the window's thread, a portion at a time, so that the window responds meanwhile."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from reader.gc_pause import freeze_existing_objects
from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded

# Seconds that are worked at a time, which leaves enough of a frame to draw.
_AT_ONCE_S = 0.005
_END = object()

_T = TypeVar("_T")


def portions_of(things: Iterable[_T], count: int, act: Callable[[Sequence[_T]], object]) -> Iterator[None]:
    """Work that does something with so many things at a time; with no more than these all of it is one portion."""
    waiting = iter(things)
    part = list(islice(waiting, count))
    while part:
        act(part)
        if part := list(islice(waiting, count)):
            yield


@dataclass(slots=True)
class _Work:
    portions: Iterator[None]
    then: Callable[[], object]
    many: bool = False  # it had more than one portion


class Portions(QObject):
    """Does one piece of work after another: what is little is done at once, the rest in turns of the event loop.

    Work is an iterator that yields between its portions, each of which takes some milliseconds at most.
    """

    def __init__(self, owner: QObject) -> None:
        """Nothing to do; what is left is not done once `owner` is gone."""
        super().__init__(owner)
        self._waiting: deque[_Work] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(
        self, portions: Iterator[None], then: Callable[[], object] = lambda: None, *, later: bool = False
    ) -> None:
        """Do this once what was begun before is done, and call `then`.

        If `later`, nothing of it is done now: so much may begin at once that even a little of each is too much.
        """
        self._waiting.append(_Work(portions, then))
        if len(self._waiting) == 1:
            self._timer.start() if later else self._go_on(0)  # what asked for it takes time as well

    def finish(self) -> None:
        """Do all that is left now: something depends on it."""
        while self._waiting:
            self._advance()

    @guarded
    def _go_on(self, seconds: float = _AT_ONCE_S) -> None:
        """Do one portion, and more for so many seconds."""
        self._timer.stop()
        end = time.perf_counter() + seconds
        try:
            while self._waiting:
                self._advance()
                if time.perf_counter() > end:
                    break
        finally:
            if self._waiting:
                self._timer.start()

    def _advance(self) -> None:
        """Do a portion of the first; one that fails is given up, so that it does not stand in the way of others."""
        work = self._waiting[0]
        over = True
        try:
            over = next(work.portions, _END) is _END
        finally:
            if over:
                self._waiting.popleft()
        if not over:
            work.many = True
        elif work.many:  # that may take time too
            freeze_existing_objects()  # or a collection of cycles would look at all that was made
            self._waiting.appendleft(_Work(iter(()), work.then))
        else:
            work.then()
