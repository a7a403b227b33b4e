"""Heights of rows: exact for what is on screen, estimated for the rest, and the line being read stays put."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

Height = Callable[[int], int]

# Work in one go between two events, in seconds: a frame has 16 ms, and painting needs most of it.
_SLICE = 0.006
# Up to so many rows are all measured in idle time; in a longer document only those that come in view.
_ALL_MEASURED = 1500


class RowHeights:
    """Keeps the vertical header of a table in step with what its rows need."""

    def __init__(self, view: QTableView, measure: Height, estimate: Height) -> None:
        """Heights for `view`: `measure` is exact and slow, `estimate` is rough and fast (pixels)."""
        self._view, self._measure, self._estimate = view, measure, estimate
        self._exact: set[int] = set()
        self._waiting: deque[int] = deque()
        self._timer = QTimer(view)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        header = view.verticalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.hide()

    def reset(self) -> None:
        """All heights have changed: a new text, width or size."""
        self._exact.clear()
        self._waiting = deque(range(self._count()))
        self.settle()
        self._timer.start()

    def changed(self, rows: Iterable[int]) -> None:
        """These rows have another text."""
        for row in rows:
            self._exact.discard(row)
            self._waiting.append(row)
        self.settle()
        self._timer.start()

    def settle(self) -> None:
        """Make the rows on screen as high as they need to be."""
        # Measuring one row may bring another into view, so again until nothing changes.
        for _ in range(20):
            missing = [row for row in self.visible() if row not in self._exact]
            if not missing:
                return
            self._apply({row: self._measure(row) for row in missing})
            self._exact.update(missing)

    def bring_to_top(self, row: int) -> None:
        """Scroll so that `row` begins at the top, as far as there is text below it."""
        self._scroll_until_settled(lambda: self._view.verticalScrollBar().value() + self._view.rowViewportPosition(row))

    def go_to_end(self) -> None:
        """Scroll to the very end."""
        self._scroll_until_settled(self._view.verticalScrollBar().maximum)

    def _scroll_until_settled(self, target: Callable[[], int]) -> None:
        # What comes into view gets its true height, which moves the target.
        for _ in range(20):
            self._view.verticalScrollBar().setValue(target())
            self.settle()
            if self._view.verticalScrollBar().value() == min(target(), self._view.verticalScrollBar().maximum()):
                return

    def visible(self) -> range:
        """The rows on screen, also those of which only a part is."""
        first = self._view.rowAt(0)
        last = self._view.rowAt(self._view.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self._count() - 1) + 1)

    def _count(self) -> int:
        return self._view.model().rowCount()

    def _work(self) -> None:
        """Idle time: give the waiting rows a height, a slice at a time."""
        heights: dict[int, int] = {}
        measured = self._count() <= _ALL_MEASURED
        deadline = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < deadline:
            row = self._waiting.popleft()
            if row in self._exact:
                continue
            heights[row] = self._measure(row) if measured else self._estimate(row)
            if measured:
                self._exact.add(row)
        self._apply(heights)
        if not self._waiting:
            self._timer.stop()

    def _apply(self, heights: dict[int, int]) -> None:
        header, view = self._view.verticalHeader(), self._view
        changed = {row: height for row, height in heights.items() if header.sectionSize(row) != height}
        if not changed:
            return
        anchor = self._anchor()
        before = view.rowViewportPosition(anchor)
        # The table would lay itself out again after each of them.
        blocked = header.blockSignals(True)
        for row, height in changed.items():
            header.resizeSection(row, height)
        header.blockSignals(blocked)
        view.updateGeometries()
        moved = view.rowViewportPosition(anchor) - before
        if moved:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + moved)
        view.viewport().update()

    def _anchor(self) -> int:
        """The row that must stay where it is: the first that begins on screen, else the one that fills it."""
        rows = self.visible()
        begins = (row for row in rows if self._view.rowViewportPosition(row) >= 0)
        return next(begins, rows[0] if rows else 0)
