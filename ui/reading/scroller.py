"""Scrolling through rows: those on screen measured, the rest estimated, and the line being read stays put."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Arrangement, arrange
from ui.reading.height_estimates import LengthEstimate
from ui.reading.highlight_state import Lit
from ui.reading.model import ParallelModel
from ui.reading.places import Place
from ui.reading.row_heights import RowGeometry
from ui.reading.text_layout import CellLayout, Typesetter
from ui.toolkit.guard import guarded

# Work in one go between two events, in seconds: a frame has 16 ms, and painting needs most of it.
_SLICE = 0.005
_BLOCKS_AT_ONCE = 3
# Up to so many rows are all measured in idle time; in a longer document only those that come in view.
_ALL_MEASURED = 1500
# Side by side from so many characters a column on; below, one under the other.
_LEAST_COLUMN = 24
# White space after the last row, in lines.
_AFTER = 2.5
# How often measuring may bring new rows into view before it is given up.
_TRIES = 30
# Below the upper edge: whatever line is there is the first one that is read.
_TOP = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line that must not move: a code point of a cell, and where it is in the viewport, in pixels."""

    row: int
    column: int
    position: int
    y: float


class Scroller:
    """Where the rows of a scroll area are. Coordinates are those of its viewport."""

    def __init__(self, area: QAbstractScrollArea, model: ParallelModel, typesetter: Typesetter, lit: Lit) -> None:
        """Scroll the rows of `model` in `area`."""
        self._area, self._model, self._typesetter, self._lit = area, model, typesetter, lit
        self._settling = False
        # What was held when the width or size changed last, while nobody has scrolled since.
        self._held: tuple[Anchor, int, Place | None] | None = None
        self._timer = QTimer(area)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self.arrangement = self._arranged()
        self._estimate = LengthEstimate(model.row, typesetter, self.arrangement)
        self._begin()

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to estimate or measure."""
        return not self._timer.isActive()

    # Changes

    def show_from(self, row: int = 0, share: float = 0.0) -> None:
        """Another text: show it from `row` on, of which the given share has been scrolled past."""
        self.arrangement = self._arranged()
        self._estimate = LengthEstimate(self._model.row, self._typesetter, self.arrangement)
        self._held = None
        self._begin()
        self._set_range()
        self._area.verticalScrollBar().setValue(0)
        if self._geometry.count:
            self.bring_to_top(min(row, self._geometry.count - 1), share)

    def arrange_anew(self, anchor: Anchor | None) -> None:
        """Another width, size or view: the line that was read until now stays where it is."""
        self._typesetter.forget_all()
        self.arrangement = self._arranged()
        self._estimate.arrange(self._typesetter, self.arrangement)
        self._begin()
        if anchor is None:
            self._set_range()
            return
        for _ in range(3):  # what stands above the line is estimated first, then measured
            self._measure([anchor.row])
            self._set_range()
            self._restore(anchor)
            self.settle(anchor)
        self._hold_on(anchor)

    def _hold_on(self, anchor: Anchor) -> None:
        self._held = anchor, self._area.verticalScrollBar().value(), self._lit.place

    def changed(self, rows: Iterable[int]) -> None:
        """These rows have another text."""
        rows = list(rows)
        if self._held is not None and self._held[0].row in rows:
            self._held = None
        anchor = self.anchor()
        self._typesetter.forget(rows)
        for row in rows:
            self._estimate.changed(row)
        self._geometry.forget(rows)
        self._waiting += rows
        self._hold(anchor)
        self.settle(anchor)
        self._timer.start()

    def _begin(self) -> None:
        count = self._model.rowCount()
        self._geometry = RowGeometry(count, self._estimate)
        self._waiting = list(range(count - 1, -1, -1)) if count <= _ALL_MEASURED else []
        self._geometry.estimate_some(_BLOCKS_AT_ONCE)
        self._timer.start()

    def _arranged(self) -> Arrangement:
        looks, characters = self._typesetter.looks, self._typesetter.character_width
        narrow = 2 * (_LEAST_COLUMN * characters + 76)
        return arrange(looks.view, self._area.viewport().width(), looks.split, self._typesetter.measure, narrow)

    # Measuring

    def settle(self, anchor: Anchor | None = None) -> None:
        """Make the rows on screen as high as they need to be; `anchor` stays put, or the line being read."""
        if self._settling:
            return
        self._settling = True
        try:
            # Measuring one row may bring another into view, so again until nothing changes.
            for _ in range(_TRIES):
                missing = [row for row in self.visible() if not self._geometry.is_exact(row)]
                if not missing:
                    break
                held = anchor or self._first_measured(set(missing))
                self._measure(missing)
                self._hold(held)
        finally:
            self._settling = False

    def _first_measured(self, missing: set[int]) -> Anchor | None:
        """What keeps the screen from jumping while rows come into view: one that is there already."""
        for row in self.visible():
            if row not in missing:
                return Anchor(row, self.arrangement.columns[0], 0, self._y(row, self.arrangement.columns[0], 0))
        return None

    def _measure(self, rows: Iterable[int]) -> None:
        for row in rows:
            height = self._typesetter.height(row, self._model.row(row), self.arrangement)
            self._geometry.set_exact(row, height)

    @guarded
    def _work(self) -> None:
        """Idle time: estimate and measure a slice."""
        deadline = time.perf_counter() + _SLICE
        anchor = self.anchor()
        while time.perf_counter() < deadline:
            if not self._geometry.complete:
                self._geometry.estimate_some(_BLOCKS_AT_ONCE)
            elif self._waiting:
                row = self._waiting.pop()
                if not self._geometry.is_exact(row) and self._geometry.count <= _ALL_MEASURED:
                    self._measure([row])
            else:
                self._timer.stop()
                break
        self._set_range()
        if anchor is not None:
            self._restore(anchor)  # what is on screen looks as before

    # The line being read

    def anchor(self) -> Anchor | None:
        """The line being read: of the sentence that is lit if that is on screen, else the first on screen.

        As long as only widths and sizes change it is the same one, or it would creep away from change to change.
        """
        if self._held is not None and self._held[1:] == (self._area.verticalScrollBar().value(), self._lit.place):
            return self._held[0]
        rows = self.visible()
        if not rows:
            return None
        return self._lit_anchor(rows) or self._top_anchor(rows)

    def _lit_anchor(self, rows: range) -> Anchor | None:
        place = self._lit.place
        if place is None or place.row not in rows or place.column not in self.arrangement.columns:
            return None
        sentences = self._model.row(place.row).sentences
        if place.sentence is None or place.sentence >= len(sentences):
            return None
        pair = sentences[place.sentence]
        position = (pair.source if place.column == SOURCE else pair.target)[0]
        y = self._y(place.row, place.column, position)
        on_screen = 0 <= y < self._area.viewport().height()
        return Anchor(place.row, place.column, position, y) if on_screen else None

    def _top_anchor(self, rows: range) -> Anchor:
        column = self.arrangement.columns[0]
        row = next((row for row in rows if self.y(row) >= 0), rows[0])
        position = 0
        if self.y(row) < 0:  # it fills the screen
            if self.arrangement.stacked and self.text_origin(row, TARGET).y() <= _TOP:
                column = TARGET  # the original has ended above
            position = self.layout(row, column).nearest(QPointF(0, _TOP) - self.text_origin(row, column))
        return Anchor(row, column, position, self._y(row, column, position))

    def _y(self, row: int, column: int, position: int) -> float:
        if column not in self.arrangement.columns:
            return self.y(row)
        return self.text_origin(row, column).y() + self.layout(row, column).point_of(position).y()

    def _hold(self, anchor: Anchor | None) -> None:
        self._set_range()
        if anchor is not None:
            self._restore(anchor)
        self._area.viewport().update()

    def _restore(self, anchor: Anchor) -> None:
        moved = round(self._y(anchor.row, anchor.column, anchor.position) - anchor.y)
        if moved:
            bar = self._area.verticalScrollBar()
            held = self._held is not None and self._held[0] == anchor
            bar.setValue(bar.value() + moved)
            if held:
                self._hold_on(anchor)

    def _set_range(self) -> None:
        height = self._area.viewport().height()
        bar = self._area.verticalScrollBar()
        after = round(_AFTER * self._typesetter.line_height)
        bar.setRange(0, max(self._geometry.total + after - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(round(self._typesetter.line_height))

    # Questions

    def visible(self) -> range:
        """The rows on screen, also those of which only a part is."""
        return self.between(0, self._area.viewport().height() - 1)

    def between(self, top: float, bottom: float) -> range:
        """The rows between two heights of the viewport."""
        offset = self._area.verticalScrollBar().value()
        first = self._geometry.row_at(max(int(top) + offset, 0))
        if first < 0:
            return range(0)
        last = self._geometry.row_at(int(bottom) + offset)
        return range(first, (last if last >= 0 else self._geometry.count - 1) + 1)

    @property
    def height_of_screen(self) -> int:
        """How much of the rows is seen at once."""
        return self._area.viewport().height()

    def row_at(self, y: int) -> int:
        """The row at a height of the viewport; -1 below the last."""
        return self._geometry.row_at(y + self._area.verticalScrollBar().value())

    def y(self, row: int) -> int:
        """Where a row begins."""
        return self._geometry.top(row) - self._area.verticalScrollBar().value()

    def height(self, row: int) -> int:
        """How high a row is."""
        return self._geometry.height(row)

    def area(self, row: int) -> QRectF:
        """The whole row."""
        return QRectF(0, self.y(row), self._area.viewport().width(), self.height(row))

    def cell(self, row: int, column: int) -> QRectF:
        """The part of a row that a column has; empty if the column is not shown."""
        if column not in self.arrangement.columns:
            return QRectF()
        band, area = self.arrangement.band(column), self.area(row)
        if not self.arrangement.stacked:
            return QRectF(band.left, area.top(), band.width, area.height())
        parting = self.text_origin(row, 1).y() - self._typesetter.between / 2
        top, bottom = (area.top(), parting) if column == SOURCE else (parting, area.bottom())
        return QRectF(band.left, top, band.width, bottom - top)

    def layout(self, row: int, column: int) -> CellLayout:
        """The text of a cell that is shown, laid out."""
        band = self.arrangement.band(column)
        return self._typesetter.layout(row, self._model.row(row), column, band.text_width)

    def text_origin(self, row: int, column: int) -> QPointF:
        """The upper left corner of a cell's text."""
        content = self._model.row(row)
        left = self.arrangement.band(column).text_left + self._typesetter.indent(content)
        return QPointF(left, self.y(row) + self._typesetter.text_top(row, content, column, self.arrangement))

    def position(self) -> tuple[int, float]:
        """The row at the top of the screen, and the share of it that has been scrolled past."""
        rows = self.visible()
        if not rows:
            return 0, 0.0
        return rows[0], -self.y(rows[0]) / self.height(rows[0])

    # Going somewhere

    def bring_to_top(self, row: int, share: float = 0.0) -> None:
        """Scroll so that `row` begins at the top (or a share of it above), as far as there is text below it."""
        self._go(lambda: self._geometry.top(row) + round(share * self.height(row)))

    def go_to_end(self) -> None:
        """Scroll to the very end."""
        self._go(self._area.verticalScrollBar().maximum)

    def _go(self, target: Callable[[], int]) -> None:
        bar = self._area.verticalScrollBar()
        # What comes into view gets its true height, which moves the target.
        for _ in range(_TRIES):
            bar.setValue(target())
            self.settle()
            self._set_range()
            if bar.value() == min(target(), bar.maximum()):
                return
