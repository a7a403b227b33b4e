"""Selecting text inside a cell, and copying: what is selected, else what is highlighted."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from reader.text import Span
from ui.reading.cell import cell_text
from ui.reading.clipboard import as_table
from ui.reading.edge_scroll import EdgeScroll
from ui.reading.highlighter import Highlighter
from ui.reading.highlights import Highlights
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import Place, selected_at


@dataclass(slots=True)
class _Drag:
    """A button that is down: in which cell and where it went down, and the code point there."""

    cell: tuple[int, int]
    start: QPointF
    anchor: int
    moved: bool = False

    def moves(self, point: QPointF) -> bool:
        """Whether the pointer has gone far enough for a selection; from then on it always has."""
        if not self.moved:
            far = (point - self.start).manhattanLength()
            self.moved = far >= QGuiApplication.styleHints().startDragDistance()
        return self.moved


class Selection:
    """The text that is selected in one cell: with the mouse, word by word with the keyboard, or the whole."""

    def __init__(
        self,
        area: QAbstractScrollArea,
        model: ParallelModel,
        hits: HitTest,
        highlights: Highlights,
        highlighter: Highlighter,
        update_row: Callable[[int], None],
    ) -> None:
        """Nothing is selected in `model`; dragging over the edge scrolls `area`.

        Args:
            highlights: where what is selected is kept, to be painted.
            highlighter: what it highlights is copied where nothing is selected.
            update_row: has a row painted again.
        """
        self._model, self._hits, self._highlights, self._highlighter = model, hits, highlights, highlighter
        self._update_row = update_row
        self._edge = EdgeScroll(area, self._reach)
        self._drag: _Drag | None = None
        self._begun_at: Span | None = None  # the word at which selecting with the keyboard began

    @property
    def text(self) -> str:
        """The text that is selected, or ""."""
        if self._highlights.selection is None:
            return ""
        row, column, span = self._highlights.selection
        return self._cell_text(row, column)[slice(*span)]

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self._highlights.selection is None

    def clear(self) -> None:
        """Select nothing."""
        self._begun_at = None
        if self._highlights.selection is not None:
            row = self._highlights.selection[0]
            self._highlights.selection = None
            self._update_row(row)

    def drop(self, rows: Collection[int]) -> None:
        """Select nothing in these rows: they have another text."""
        if self._highlights.selection is not None and self._highlights.selection[0] in rows:
            self.clear()

    def stop(self) -> None:
        """Another text: what is selected or being dragged is not there any more."""
        self.clear()
        self.end()

    def _select(self, row: int, column: int, span: Span) -> None:
        self.clear()
        if span[0] < span[1]:
            self._highlights.selection = (row, column, span)
        self._update_row(row)

    def _cell_text(self, row: int, column: int) -> str:
        return cell_text(self._model.row(row), column).text

    # With the mouse

    @property
    def dragging(self) -> bool:
        """Whether the button went down on a cell and is not up yet."""
        return self._drag is not None

    @property
    def scrolling(self) -> bool:
        """Whether the text scrolls because the pointer is dragged over the edge."""
        return self._edge.active

    def begin(self, point: QPointF) -> None:
        """The button goes down at a point of the viewport."""
        self.clear()
        cell = self._hits.cell_at(point)
        self._drag = _Drag(cell, point, self._hits.nearest(cell, point)) if cell else None

    def drag_to(self, point: QPointF) -> None:
        """The pointer is here, with its button down: select from where it went down."""
        self._edge.drag_to(point)
        self._reach(point)

    def _reach(self, point: QPointF) -> None:
        drag = self._drag
        if drag is not None and drag.moves(point):
            head = self._hits.nearest(drag.cell, point)
            self._select(*drag.cell, (min(drag.anchor, head), max(drag.anchor, head)))

    def end(self) -> bool:
        """The button is up; whether it was a click: down on a cell, and not dragged."""
        drag, self._drag = self._drag, None
        self._edge.stop()
        return drag is not None and not drag.moved

    def select_at(self, at: tuple[int, int, int]) -> None:
        """Select the word at a row, column and code point, as it is highlighted when hovered."""
        number, column, position = at
        self._select(number, column, selected_at(self._model.row(number), column, position))

    # With the keyboard

    def origin(self, place: Place) -> Span | None:
        """The word at which selecting in the cell of `place` began; None if nothing is selected in it."""
        selection = self._highlights.selection
        if selection is None or selection[:2] != (place.row, place.column):
            return None
        return self._begun_at or selection[2]

    def select_words(self, place: Place, first: Span, last: Span) -> None:
        """Select from one word of a cell to another, in whichever order; going on begins at `first`."""
        self._select(place.row, place.column, (min(first[0], last[0]), max(first[1], last[1])))
        self._begun_at = first

    def select_all(self, place: Place) -> None:
        """Select the whole text of a cell."""
        self._select(place.row, place.column, (0, len(self._cell_text(place.row, place.column))))

    # Copying

    def copy(self) -> None:
        """Put the selected text on the clipboard, else the highlighted sentence of its column, else the whole cell."""
        place = self._highlighter.sentence
        if not self.empty:
            QGuiApplication.clipboard().setText(self.text)
        elif place is not None:
            text = self._highlighter.texts[place.column] or self._cell_text(place.row, place.column)
            QGuiApplication.clipboard().setText(text)

    def copy_table(self) -> None:
        """Put the highlighted paragraph on the clipboard: its sentences beside their translations."""
        place, text = self._highlighter.sentence, self._model.text
        if place is not None and text is not None:
            table = as_table(self._model.row(place.row), (text.source_language, text.target_language))
            QGuiApplication.clipboard().setMimeData(table)
