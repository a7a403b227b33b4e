"""Selecting text inside a cell, and copying the selected or highlighted text."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from reader.text import OBJECT, Span
from ui.reading.cell import cell_text
from ui.reading.cell_block import as_grid, rows_between
from ui.reading.clipboard import as_table
from ui.reading.edge_scroll import EdgeScroll
from ui.reading.highlighter import Highlighter
from ui.reading.highlights import Block, Highlights
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import Place, selected_at


@dataclass(slots=True)
class _Drag:
    """A pressed button: the cell and point where it was pressed, and the code point there."""

    cell: tuple[int, int]
    start: QPointF
    anchor: int
    moved: bool = False

    def moves(self, point: QPointF) -> bool:
        """Whether the pointer has moved far enough for a selection; once true, it stays true."""
        if not self.moved:
            far = (point - self.start).manhattanLength()
            self.moved = far >= QGuiApplication.styleHints().startDragDistance()
        return self.moved


class Selection:
    """The selected text of one cell: selected with the mouse, word by word with the keyboard, or all of it.

    Or several cells of a table: whole ones, over which the mouse was dragged.
    """

    def __init__(
        self,
        area: QAbstractScrollArea,
        model: ParallelModel,
        hits: HitTest,
        highlights: Highlights,
        highlighter: Highlighter,
        update_row: Callable[[int], None],
    ) -> None:
        """An empty selection in `model`; dragging beyond the edge scrolls `area`.

        Args:
            highlights: stores the selection for painting.
            highlighter: what it highlights is copied if nothing is selected.
            update_row: repaints a row.
        """
        self._model, self._hits, self._highlights, self._highlighter = model, hits, highlights, highlighter
        self._update_row = update_row
        self._edge = EdgeScroll(area, self._reach)
        self._drag: _Drag | None = None
        self._begun_at: Span | None = None  # the word at which selecting with the keyboard began

    @property
    def text(self) -> str:
        """The selected text, or ""."""
        if self._highlights.block is not None:
            return as_grid(self._highlights.block, self._model)
        if self._highlights.selection is None:
            return ""
        row, column, span = self._highlights.selection
        return self._cell_text(row, column)[slice(*span)].replace(OBJECT, "")

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self._highlights.selection is None and self._highlights.block is None

    def clear(self) -> None:
        """Clear the selection."""
        self._begun_at = None
        self._select_block(None)
        if self._highlights.selection is not None:
            row = self._highlights.selection[0]
            self._highlights.selection = None
            self._update_row(row)

    def drop(self, rows: Collection[int]) -> None:
        """Clear the selection, and end a drag, in these rows: their text has changed."""
        self._leave(lambda row, _: row in rows)

    def keep_to_columns(self, columns: Collection[int]) -> None:
        """The same in columns other than these, which are hidden now."""
        self._leave(lambda _, column: column not in columns)

    def _leave(self, gone: Callable[[int, int], bool]) -> None:
        if self._drag is not None and gone(*self._drag.cell):
            self.end()
        selection, block = self._highlights.selection, self._highlights.block
        if selection is not None and gone(*selection[:2]):
            self.clear()
        if block is not None and any(gone(row, block.column) for row in block.rows):
            self.clear()

    def stop(self) -> None:
        """Forget selection and drag, as their text is no longer there."""
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
        """Whether the button was pressed on a cell and not yet released."""
        return self._drag is not None

    def begin(self, point: QPointF) -> None:
        """The button was pressed at `point` of the viewport."""
        self.clear()
        cell = self._hits.cell_at(point)
        self._drag = _Drag(cell, point, self._hits.nearest(cell, point)) if cell else None

    def drag_to(self, point: QPointF) -> None:
        """The pointer is at `point` with the button down: select from where it was pressed."""
        self._edge.drag_to(point)
        self._reach(point)

    def _reach(self, point: QPointF) -> None:
        drag = self._drag
        if drag is None or not drag.moves(point):
            return
        row, column = drag.cell
        over = self._hits.cell_at(point)
        rows = rows_between(row, over[0], self._model) if over is not None and over[1] == column else None
        if rows is not None:
            self._select_block(Block(column, rows))
            return
        head = self._hits.nearest(drag.cell, point)
        self._select(row, column, (min(drag.anchor, head), max(drag.anchor, head)))

    def _select_block(self, block: Block | None) -> None:
        """Select whole cells instead of text, or no cells."""
        before, self._highlights.block = self._highlights.block, block
        if block is not None:
            selection, self._highlights.selection = self._highlights.selection, None
            if selection is not None:
                self._update_row(selection[0])
        for row in (before.rows if before else frozenset()) ^ (block.rows if block else frozenset()):
            self._update_row(row)

    def end(self) -> bool:
        """The button was released; returns whether it was a click: pressed on a cell, and not dragged."""
        drag, self._drag = self._drag, None
        self._edge.stop()
        return drag is not None and not drag.moved

    def select_at(self, at: tuple[int, int, int]) -> None:
        """Select the word at a row, column and code point, as it is highlighted on hover."""
        number, column, position = at
        self._select(number, column, selected_at(self._model.row(number), column, position))

    # With the keyboard

    def origin(self, place: Place) -> Span | None:
        """The word at which selecting in the cell of `place` began; None if nothing is selected there."""
        selection = self._highlights.selection
        if selection is None or selection[:2] != (place.row, place.column):
            return None
        return self._begun_at or selection[2]

    def select_words(self, place: Place, first: Span, last: Span) -> None:
        """Select from one word of a cell to another, in either order; extending starts from `first`."""
        self._select(place.row, place.column, (min(first[0], last[0]), max(first[1], last[1])))
        self._begun_at = first

    def select_all(self, place: Place) -> None:
        """Select the whole text of a cell."""
        self._select(place.row, place.column, (0, len(self._cell_text(place.row, place.column))))

    # Copying

    def copy(self) -> None:
        """Copy the selected text, else the highlighted sentence of its column, else the whole cell."""
        place = self._highlighter.sentence
        if not self.empty:
            QGuiApplication.clipboard().setText(self.text)
        elif place is not None:
            text = self._highlighter.texts[place.column] or self._cell_text(place.row, place.column)
            QGuiApplication.clipboard().setText(text.replace(OBJECT, ""))

    def copy_table(self) -> None:
        """Copy the highlighted paragraph: its sentences beside their translations."""
        place, text = self._highlighter.sentence, self._model.text
        if place is not None and text is not None:
            table = as_table(self._model.row(place.row), (text.source_language, text.target_language))
            QGuiApplication.clipboard().setMimeData(table)
