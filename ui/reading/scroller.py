"""Scrolling through rows: those on screen are measured, the rest estimated; the line being read stays in place."""

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reading.reading_line import Anchor, ReadingLine
from ui.reading.row_layout import RowLayout
from ui.reading.text_layout import Typesetter
from ui.toolkit.guard import guarded

# Seconds of work between two events: a frame has 16 ms, most of which painting needs.
_SLICE = 0.005
_BLOCKS_AT_ONCE = 3
# Up to this many rows are all measured in idle time; in a longer document only those that come into view.
_ALL_MEASURED = 1500
# White space after the last row, in lines.
_AFTER = 2.5
# How often measuring may bring new rows into view before giving up.
_TRIES = 30
# White space between what is brought into view and the edges of the screen, in lines.
_MARGIN = 2
# How often newly measured rows may push the target out of view.
_PUSHES = 8


class Scroller:
    """Moves rows through a scroll area, and measures them as they come into view."""

    def __init__(self, area: QAbstractScrollArea, layout: RowLayout, typesetter: Typesetter, line: ReadingLine) -> None:
        """Scroll the rows of `layout` in `area`; `line` keeps its position."""
        self._viewport, self._bar, self._across = area.viewport(), area.verticalScrollBar(), area.horizontalScrollBar()
        self._layout, self._typesetter, self._line = layout, typesetter, line
        self._settling = False
        self._timer = QTimer(area)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._begin()

    @property
    def idle(self) -> bool:
        """Whether nothing is left to estimate or measure."""
        return not self._timer.isActive()

    # Changes

    def show_from(self, row: int = 0, share: float = 0.0) -> None:
        """Show another text from `row` on, with the given fraction of it scrolled past."""
        self._layout.start()
        self._line.release()
        self._begin()
        self._set_range()
        self._bar.setValue(0)
        if self._layout.count:
            self.bring_to_top(min(row, self._layout.count - 1), share)

    def arrange_anew(self, anchor: Anchor | None) -> None:
        """Adapt to another width, size or view; the line being read keeps its position."""
        self._layout.arrange()
        self._begin()
        if anchor is None:
            self._set_range()
            return
        for _ in range(3):  # rows above the line are first estimated, then measured
            self._layout.measure([anchor.row])
            self._set_range()
            self._restore(anchor)
            self.settle(anchor)
        self._line.hold(anchor)

    def resized(self) -> None:
        """Adapt to another height of the screen."""
        self._set_range()
        self.settle()

    def changed(self, rows: Collection[int]) -> None:
        """Update these rows, whose text has changed."""
        self._line.release(rows)
        anchor = self._line.anchor()
        self._layout.forget(rows)
        self._waiting += rows
        # Scrolling settles what comes into view, without the anchor if nothing there has been measured.
        self._settling = True
        try:
            self._hold(anchor)
        finally:
            self._settling = False
        self.settle(anchor)
        self._timer.start()

    def _begin(self) -> None:
        count = self._layout.count
        self._waiting = list(range(count - 1, -1, -1)) if count <= _ALL_MEASURED else []
        self._layout.heights.estimate_some(_BLOCKS_AT_ONCE)
        self._timer.start()

    # Measuring

    def settle(self, anchor: Anchor | None = None) -> None:
        """Measure the rows on screen; `anchor`, or else the first measured row on screen, keeps its position."""
        if self._settling:
            return
        self._settling = True
        try:
            # Measuring a row may bring another into view, so repeat until nothing changes.
            for _ in range(_TRIES):
                self._layout.keep_visible()
                rows, exact = self._layout.visible(), self._layout.is_exact
                missing = [row for row in rows if not exact(row)]
                if not missing:
                    break
                held = anchor or self._line.row_start(filter(exact, rows))
                self._layout.measure(missing)
                self._hold(held)
        finally:
            self._settling = False

    @guarded
    def _work(self) -> None:
        """Estimate and measure for one slice of idle time."""
        deadline = time.perf_counter() + _SLICE
        anchor, heights = self._line.anchor(), self._layout.heights
        while time.perf_counter() < deadline:
            if not heights.complete:
                heights.estimate_some(_BLOCKS_AT_ONCE)
            elif self._waiting:
                row = self._waiting.pop()
                if not self._layout.is_exact(row) and self._layout.count <= _ALL_MEASURED:
                    self._layout.measure([row])
            else:
                self._timer.stop()
                break
        self._set_range()
        if anchor is not None:
            self._restore(anchor)  # the visible text does not move

    def _hold(self, anchor: Anchor | None) -> None:
        self._set_range()
        if anchor is not None:
            self._restore(anchor)
        self._viewport.update()

    def _restore(self, anchor: Anchor) -> None:
        moved = round(self._layout.line_y(anchor.row, anchor.column, anchor.position) - anchor.y)
        if moved:
            held = self._line.holds(anchor)
            self._bar.setValue(self._bar.value() + moved)
            if held:
                self._line.hold(anchor)

    def _set_range(self) -> None:
        height, line = self._viewport.height(), self._typesetter.line_height
        self._bar.setRange(0, max(self._layout.heights.total + round(_AFTER * line) - height, 0))
        self._bar.setPageStep(height)
        self._bar.setSingleStep(round(line))

    # Going somewhere

    def bring_to_top(self, row: int, share: float = 0.0) -> None:
        """Scroll so that `row` begins at the top (or a fraction of it above), as far as there is text below it."""
        self._go(lambda: self._layout.top(row) + round(share * self._layout.height(row)))

    def go_to_end(self) -> None:
        """Scroll to the very end."""
        self._go(self._bar.maximum)

    def _go(self, target: Callable[[], int]) -> None:
        # Rows that come into view are measured, which moves the target.
        for _ in range(_TRIES):
            self._bar.setValue(target())
            self.settle()
            self._set_range()
            if self._bar.value() == min(target(), self._bar.maximum()):
                return

    def turn_page(self, step: int) -> bool:
        """Scroll by a screen less a line, down (`step` 1) or up (-1); returns whether there was anything to scroll."""
        before = self._bar.value()
        self._bar.setValue(before + step * (self._bar.pageStep() - round(self._typesetter.line_height)))
        return self._bar.value() != before

    def bring_in(self, lines: Callable[[], tuple[int, int]]) -> None:
        """Scroll until something is on screen, within the margins; `lines` returns the positions of its ends."""
        # Rows that come into view are measured, which can push it out again.
        for _ in range(_PUSHES):
            first, last = lines()
            margin = self._margin(last - first)
            before, bottom = self._bar.value(), self._viewport.height() - margin
            # Show all of it if it fits, else its beginning.
            down = min(max(last - bottom, 0), max(first - margin, 0))
            self._bar.setValue(before + min(first - margin, 0) + down)
            if self._bar.value() == before:
                return

    def bring_in_column(self, column: int) -> None:
        """Scroll sideways until a visible column is on screen, or as much of it from its left edge as there is room."""
        band, across = self._layout.arrangement.band(column), self._across
        end = round(band.left + band.width) - self._viewport.width()
        across.setValue(min(max(across.value(), end), round(band.left)))

    def _margin(self, extent: int) -> int:
        """The least distance from the edges of the screen to the middles of the first and last line, in pixels.

        `extent` is the distance between these two. A low screen has smaller margins: it has to show whole sentences.
        """
        line, height = self._typesetter.line_height, self._viewport.height()
        spare = height - extent if extent + line <= height else height / 2  # of what is too high only the beginning
        return round(max(min(_MARGIN * line, spare / 2), line / 2))
