"""The line being read, which keeps its position while heights above it change."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF

from reader.late_dataclasses import dataclass
from ui.reading.highlights import Highlights
from ui.reading.model import ParallelModel
from ui.reading.places import Place, span_of
from ui.reading.row_layout import RowLayout
from ui.reading.text_layout import columns_of

# Pixels below the upper edge: the line there counts as the first one being read.
_TOP = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line that must not move: a code point of a cell, and its vertical position in the viewport, in pixels."""

    row: int
    column: int
    position: int
    y: float


class ReadingLine:
    """Finds the line being read, and keeps to it through changes of width and size."""

    def __init__(self, layout: RowLayout, model: ParallelModel, highlights: Highlights) -> None:
        """Track the rows of `model` as placed by `layout`; a highlighted sentence counts as being read."""
        self._layout, self._model, self._highlights = layout, model, highlights
        # The held line, with the scroll position and the highlighted sentence at that time.
        self._held: tuple[Anchor, int, Place | None] | None = None

    def anchor(self) -> Anchor | None:
        """The line being read: of the highlighted sentence if on screen, else the first on screen.

        It stays the same while only widths and sizes change; otherwise it would drift with every change.
        """
        if self._held is not None and self._held[1:] == (self._layout.offset, self._highlights.place):
            return self._held[0]
        rows = self._layout.visible()
        return (self._highlighted(rows) or self._first(rows)) if rows else None

    def hold(self, anchor: Anchor) -> None:
        """Keep to this line until the user scrolls or something else is highlighted."""
        self._held = anchor, self._layout.offset, self._highlights.place

    def holds(self, anchor: Anchor) -> bool:
        """Whether this line is held."""
        return self._held is not None and self._held[0] == anchor

    def release(self, rows: Collection[int] | None = None) -> None:
        """Hold no line, or none in `rows`, whose text has changed."""
        if rows is None or (self._held is not None and self._held[0].row in rows):
            self._held = None

    def row_start(self, rows: Iterable[int]) -> Anchor | None:
        """The line where the first of `rows` begins; None without rows."""
        row, column = next(iter(rows), None), self._layout.arrangement.columns[0]
        return None if row is None else Anchor(row, column, 0, self._layout.line_y(row, column, 0))

    def _highlighted(self, rows: range) -> Anchor | None:
        place = self._highlights.place
        if place is None or place.row not in rows or place.column not in self._layout.arrangement.columns:
            return None
        sentences = self._model.row(place.row).sentences
        if place.sentence is None or place.sentence >= len(sentences):
            return None
        position = span_of(self._model.row(place.row), place.sentence, place.column)[0]
        y = self._layout.line_y(place.row, place.column, position)
        on_screen = 0 <= y < self._layout.height_of_screen
        return Anchor(place.row, place.column, position, y) if on_screen else None

    def _first(self, rows: range) -> Anchor:
        layout = self._layout
        column, position = layout.arrangement.columns[0], 0
        row = next((row for row in rows if layout.y(row) >= 0), rows[0])
        if layout.y(row) < 0:  # the row fills the screen, or its row of a table
            if len(rows) > 1:
                row, column = self._nearest_to_edge(rows)
            elif layout.arrangement.stacked:
                shown = columns_of(self._model.row(row), layout.arrangement)
                column = next(each for each in reversed(shown) if each == shown[0] or self._has_begun(row, each))
            position = layout.text(row, column).nearest(QPointF(0, _TOP) - layout.text_origin(row, column))
        return Anchor(row, column, position, layout.line_y(row, column, position))

    def _has_begun(self, row: int, column: int) -> bool:
        """Whether a text begins above the upper edge, so that those before it have ended."""
        return self._layout.text_origin(row, column).y() <= _TOP

    def _nearest_to_edge(self, rows: range) -> tuple[int, int]:
        """Row and column of the text that covers the upper edge, or is nearest to it."""

        def distance(cell: tuple[int, int]) -> float:
            return max(self._layout.text_origin(*cell).y() - _TOP, _TOP - self._layout.text_bottom(*cell), 0)

        return min(((row, column) for row in rows for column in self._layout.arrangement.columns), key=distance)
