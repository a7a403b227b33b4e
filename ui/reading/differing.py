"""Which words of a text another one does not have: found when there is nothing else to do, as painting cannot wait."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.parallel import differing_words
from reader.text import Span
from ui.toolkit.guard import guarded

# The pairs of texts of which it is kept and that may wait: more cells than a screen has.
_KEPT, _WAITING = 2048, 1024
# The longest that are compared, in characters of both: it takes some milliseconds.
_LONGEST = 4000
# Seconds of work between two events.
_SLICE = 0.005

_Texts = tuple[str, str]


class DifferingWords(QObject):
    """Compares texts of cells, those last asked for first."""

    found = Signal(int, int)  # row and column of a cell whose words are known now

    def __init__(self) -> None:
        """Nothing is compared yet."""
        super().__init__()
        self._known: dict[_Texts, Sequence[Span]] = {}
        self._waiting: dict[tuple[int, int], _Texts] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be compared."""
        return not self._waiting

    def start_over(self) -> None:
        """Forget all texts: others are shown."""
        self._known.clear()
        self._waiting.clear()
        self._timer.stop()

    def of(self, cell: tuple[int, int], one: str, other: str) -> Sequence[Span]:
        """The words of `other`, in code points, that `one` does not have; none as long as that is not known.

        `cell` is the row and column that shows `other`, and is told of by `found`.
        """
        if len(one) + len(other) > _LONGEST:
            return ()
        known = self._known.get((one, other))
        if known is None:
            self._waiting.pop(cell, None)
            self._waiting[cell] = one, other
            if len(self._waiting) > _WAITING:  # it was scrolled past
                del self._waiting[next(iter(self._waiting))]
            self._timer.start()
        return known or ()

    @guarded
    def _work(self) -> None:
        until = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < until:
            cell, texts = self._waiting.popitem()
            self._known[texts] = differing_words(*texts)[1]
            if len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]
            if self._known[texts]:
                self.found.emit(*cell)
        if not self._waiting:
            self._timer.stop()
