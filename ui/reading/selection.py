"""Selecting text of one column: with the mouse, and to where the caret goes."""

from collections.abc import Callable, Collection
from enum import Enum, auto

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from reader.late_dataclasses import dataclass
from reader.text import OBJECT, Span
from ui.reading.cell import SOURCE, cell_text
from ui.reading.edge_scroll import EdgeScroll
from ui.reading.extent import End, everything, extent, whole
from ui.reading.highlights import Block, Highlights, Stretch
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import selected_at


class Grain(Enum):
    """What is selected at a time by dragging."""

    LETTERS = auto()
    WORDS = auto()
    PARAGRAPHS = auto()


@dataclass(slots=True)
class _Drag:
    """A pressed button: the point and what was there, in a column.

    Attributes:
        text: the whole text there.
        moved: whether it is not (or no longer) a click.
    """

    column: int
    start: QPointF
    anchor: End
    grain: Grain
    text: str
    moved: bool = False

    def moves(self, point: QPointF) -> bool:
        """Whether the pointer has moved far enough for a selection; once true, it stays true."""
        if not self.moved:
            far = (point - self.start).manhattanLength()
            self.moved = far >= QGuiApplication.styleHints().startDragDistance()
        return self.moved


@dataclass(frozen=True, slots=True)
class Ends:
    """Where selecting began in a column, and where it is now."""

    column: int
    anchor: End
    head: End


class Selection:
    """The selected text of one column, which may go over any number of rows; or whole cells of a table."""

    def __init__(
        self,
        area: QAbstractScrollArea,
        model: ParallelModel,
        hits: HitTest,
        highlights: Highlights,
        update_row: Callable[[int], None],
        changed: Callable[[], None],
    ) -> None:
        """An empty selection in `model`; dragging beyond the edge scrolls `area`.

        Args:
            hits: finds text by point.
            highlights: stores the selection for painting.
            update_row: repaints a row.
            changed: called when something else is selected.
        """
        self._model, self._hits, self._highlights = model, hits, highlights
        self._update_row, self._changed = update_row, changed
        self._edge = EdgeScroll(area, self._reach)
        self._drag: _Drag | None = None
        self._ends: Ends | None = None
        self._texts: dict[int, str] = {}  # of the rows in which the selected text begins and ends, as it was selected

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.shown is None

    @property
    def shown(self) -> Stretch | Block | None:
        """What is selected."""
        return self._highlights.block or self._highlights.selection

    @property
    def text(self) -> str:
        """The selected text of one paragraph; "" if nothing is selected, or more."""
        match self.shown:
            case Stretch(column, (row, first), (last_row, last)) if row == last_row:
                return cell_text(self._model.row(row), column).text[first:last].replace(OBJECT, "")
        return ""

    @property
    def column(self) -> int | None:
        """The column in which something is selected."""
        return self.shown.column if self.shown is not None else None

    def span(self, row: int) -> Span | None:
        """What is selected of the text of a row, in code points; None for nothing."""
        match self.shown:
            case Stretch() as stretch:
                return stretch.span(row, self._length_of(row, stretch.column))
            case Block() as block if row in block.rows:
                return 0, self._length_of(row, block.column)
        return None

    @property
    def ends(self) -> Ends | None:
        """The ends of what is selected; None if nothing is."""
        return None if self.empty else self._ends

    # Changes

    def select(self, column: int, anchor: End, head: End) -> None:
        """Select from one end to another, in either order, in a column."""
        self._ends = Ends(column, anchor, head)
        self._show(extent(column, anchor, head, self._model))

    def select_all(self, column: int) -> None:
        """Select the whole text of a column."""
        self.end()
        ends = everything(column, self._model)
        if ends is not None:
            self._ends = Ends(column, *ends)
            self._show(Stretch(column, (0, 0), (ends[1].row, ends[1].span[1])))

    def clear(self) -> None:
        """Clear the selection."""
        self._ends = None
        self._show(None)

    def _show(self, new: Stretch | Block | None) -> None:
        before = self.shown
        if new == before:
            return
        rows = self._hits.rows_on_screen if self._model.rowCount() else range(0)
        spans = [self.span(row) for row in rows]
        self._highlights.selection = new if isinstance(new, Stretch) else None
        self._highlights.block = new if isinstance(new, Block) else None
        other = before is not None and new is not None and before.column != new.column
        other = other or isinstance(before, Block) != isinstance(new, Block)
        for row, span in zip(rows, spans, strict=True):
            if other or span != self.span(row):
                self._update_row(row)
        if isinstance(new, Stretch):
            self._texts = {row: self._text_of(row, new.column) for row in (new.start[0], new.end[0])}
        self._changed()

    def drop(self, rows: Collection[int]) -> None:
        """The translations of these rows may have changed: of several paragraphs, whole ones stay selected."""
        drag = self._drag
        if drag is not None and self._text_of(drag.anchor.row, drag.column) != drag.text:
            self.end()
        shown = self.shown
        if not isinstance(shown, Stretch) or shown.column == SOURCE:
            return
        column = shown.column
        edges = [row for row in (shown.start[0], shown.end[0]) if row in rows]
        changed = {row for row in edges if self._text_of(row, column) != self._texts[row]}
        if changed and len(shown.rows) == 1:
            self.clear()
        elif changed:
            self._keep_whole(column, shown.start, shown.end, changed)

    def _keep_whole(self, column: int, start: tuple[int, int], end: tuple[int, int], changed: Collection[int]) -> None:
        """Select all of the paragraphs in which the selection begins and ends, if they have another text now."""
        first = End(start[0], (0, 0)) if start[0] in changed else End(start[0], (start[1], start[1]))
        last = whole(end[0], column, self._model) if end[0] in changed else End(end[0], (end[1], end[1]))
        self.select(column, first, last)

    def keep_to_columns(self, columns: Collection[int]) -> None:
        """Clear the selection, and end a drag, in columns other than these, which are hidden now."""
        if self._drag is not None and self._drag.column not in columns:
            self.end()
        if self.column is not None and self.column not in columns:
            self.clear()

    def stop(self) -> None:
        """Forget selection and drag, as their text is no longer there."""
        self.clear()
        self.end()

    def _length_of(self, row: int, column: int) -> int:
        return len(self._text_of(row, column))

    def _text_of(self, row: int, column: int) -> str:
        return cell_text(self._model.row(row), column).text

    # With the mouse

    @property
    def dragging(self) -> bool:
        """Whether the button was pressed on a cell and not yet released."""
        return self._drag is not None

    def begin(self, point: QPointF, grain: Grain = Grain.LETTERS) -> None:
        """The button was pressed at `point` of the viewport; words and paragraphs are selected at once."""
        self.clear()
        cell = self._hits.cell_at(point)
        anchor = self._end_at(point, cell[1], grain) if cell is not None else None
        if cell is None or anchor is None:
            self._drag = None
            return
        self._drag = self._dragged(cell[1], point, anchor, grain, moved=grain is not Grain.LETTERS)
        if self._drag.moved:
            self.select(cell[1], anchor, anchor)

    def _dragged(self, column: int, point: QPointF, anchor: End, grain: Grain, *, moved: bool) -> _Drag:
        return _Drag(column, point, anchor, grain, self._text_of(anchor.row, column), moved)

    def extend(self, point: QPointF, column: int, anchor: End) -> bool:
        """The button was pressed at `point` to select up to there.

        Args:
            point: of the viewport.
            column: the one to select in, if nothing is selected.
            anchor: where to select from, likewise.

        Returns:
            Whether the point is in the column.
        """
        if (ends := self.ends) is not None:
            column, anchor = ends.column, ends.anchor
        cell = self._hits.cell_at(point)
        if cell is None or cell[1] != column:
            return False
        self._drag = self._dragged(column, point, anchor, Grain.LETTERS, moved=True)
        self._reach(point)
        return True

    def drag_to(self, point: QPointF) -> None:
        """The pointer is at `point` with the button down: select from where it was pressed."""
        self._edge.drag_to(point)
        self._reach(point)

    def _reach(self, point: QPointF) -> None:
        drag = self._drag
        if drag is None or not drag.moves(point):
            return
        head = self._end_at(point, drag.column, drag.grain)
        if head is not None:
            self.select(drag.column, drag.anchor, head)

    def _end_at(self, point: QPointF, column: int, grain: Grain) -> End | None:
        at = self._hits.nearest_in(column, point)
        if at is None:
            return None
        row, position = at
        match grain:
            case Grain.WORDS:
                return End(row, self._word_at(row, column, position, point))
            case Grain.PARAGRAPHS:
                return whole(row, column, self._model)
        return End(row, (position, position))

    def _word_at(self, row: int, column: int, position: int, point: QPointF) -> Span:
        """The word under a point, or at the nearest position, as it is highlighted on hover."""
        under = self._hits.position_at(point)
        if under is not None and under[:2] == (row, column):
            position = under[2]
        length = self._length_of(row, column)
        return selected_at(self._model.row(row), column, min(position, length - 1)) if length else (0, 0)

    def end(self) -> bool:
        """The button was released; returns whether it was a click: pressed on a cell, and not dragged."""
        drag, self._drag = self._drag, None
        self._edge.stop()
        return drag is not None and not drag.moved
