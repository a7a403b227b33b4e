"""The reading view: one table, two columns, and the sentence that is pointed at lit on both sides."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.document import Span
from reader.parallel import ParallelText
from ui.reading.delegate import ReadingDelegate
from ui.reading.heights import RowHeights
from ui.reading.layouts import SOURCE, TARGET, Typesetter
from ui.reading.links import Place, sentence_at, span_of
from ui.reading.model import Index, ParallelModel
from ui.theme import Theme


class ReadingView(QTableView):
    """Shows a parallel text.

    What is lit is where the pointer is; without a pointer on the text, where the caret is. The caret
    stands on a sentence: Up and Down move it by sentence, Left, Right and F6 to the other language.
    """

    visible_rows_changed = Signal(object)  # range
    caret_moved = Signal(object)  # Place

    def __init__(self, theme: Theme, points: float, parent: QWidget | None = None) -> None:
        """An empty view in the colours of `theme`, its text set at `points`."""
        super().__init__(parent)
        self._model = ParallelModel()
        self._typesetter = Typesetter(theme, points)
        self._delegate = ReadingDelegate(self._typesetter, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._heights = RowHeights(self, self._measured, self._estimated)
        self._caret: Place | None = None
        self._pointer: Place | None = None
        self._set_up()

    def _set_up(self) -> None:
        header = _LanguageHeader(self._delegate, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Original and translation"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    def show_text(self, text: ParallelText | None, *, keep_place: bool = False) -> None:
        """Show another text from its beginning, or with `keep_place` from the row that was at the top."""
        caret, top = self._caret, self._heights.visible().start
        self._typesetter.forget_all()
        self._pointer = None
        self._caret = caret if keep_place else _beginning(text)
        self._delegate.place = None
        self._model.set_text(text)
        self.scrollToTop()
        self._heights.reset()
        if keep_place:
            self._heights.bring_to_top(top)
        self._light()
        self.visible_rows_changed.emit(self._heights.visible())

    def rows_changed(self, rows: Sequence[int]) -> None:
        """These rows of the text have a new translation."""
        for row in rows:
            self._typesetter.forget(row)
        self._model.rows_changed(rows)
        self._heights.changed(rows)
        self._light()

    def configure(self, theme: Theme, points: float) -> None:
        """Change the colours or the size of the text."""
        resized = points != self._typesetter.points
        self._typesetter.configure(theme, points)
        if resized:
            self._single_step()
            self._heights.reset()
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    @property
    def lit(self) -> Place | None:
        """The sentence that is lit on both sides."""
        return self._delegate.place

    def lit_texts(self) -> tuple[str, str]:
        """The sentence that is lit and its partner, as original and translation; empty if none is."""
        place = self._delegate.place
        if place is None or place.sentence is None:
            return "", ""
        row = self._model.row(place.row)
        pair = row.sentences[place.sentence]
        return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]

    def set_found(self, found: Mapping[tuple[int, int], Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Mark the hits of a search: spans of code points by (row, column), and the one that is looked at."""
        self._delegate.found, self._delegate.current = found, current
        self.viewport().update()

    def reveal(self, row: int, column: int, span: Span) -> None:
        """Bring a span of a cell's text into view and put the caret on its sentence."""
        sentence = sentence_at(self._model.row(row), column, span[0])
        self._heights.bring_to_top(max(row - 1, 0))
        self._move_caret(Place(row, column, sentence), scroll=True)

    def go_to(self, row: int) -> None:
        """Show row `row` at the top, and put the caret there."""
        self._heights.bring_to_top(row)
        self._move_caret(Place(row, self._caret.column if self._caret else SOURCE, 0), scroll=True)

    def top_row(self) -> int:
        """The first row on screen; 0 if there is none."""
        return self._heights.visible().start

    def copy(self) -> None:
        """Put the lit sentence of the column it is lit from on the clipboard, else the whole cell."""
        place = self._delegate.place
        if place is None:
            return
        row = self._model.row(place.row)
        whole = (row.source.text, row.target)[place.column]
        QGuiApplication.clipboard().setText(self.lit_texts()[place.column] or whole)

    def _measured(self, row: int) -> int:
        return self._typesetter.height(self._model.row(row), self._text_widths())

    def _estimated(self, row: int) -> int:
        return self._typesetter.estimated_height(self._model.row(row), min(self._text_widths()))

    def _text_widths(self) -> tuple[float, float]:
        """Of the texts in the two columns, which may differ by a pixel and so by a line."""
        source, target = (self._delegate.text_width(self.columnWidth(column)) for column in (SOURCE, TARGET))
        return source, target

    def _single_step(self) -> None:
        self.verticalScrollBar().setSingleStep(round(self._typesetter.line_height))

    # What is lit

    def _light(self) -> None:
        """Light what the pointer is on, else what the caret is on."""
        old, place = self._delegate.place, self._pointer or self._caret
        place = self._with_sentence(place)
        self._delegate.place = place
        self._delegate.focused = self.hasFocus()
        for row in {shown.row for shown in (old, place) if shown is not None}:
            self._update_row(row)

    def _with_sentence(self, place: Place | None) -> Place | None:
        """A caret that waits for its paragraph's translation gets the first sentence when it is there."""
        if place is None or place.row >= self._model.rowCount():
            return None
        sentences = self._model.row(place.row).sentences
        if not sentences:
            return Place(place.row, place.column)
        return Place(place.row, place.column, min(place.sentence or 0, len(sentences) - 1))

    def _update_row(self, row: int) -> None:
        top = self.rowViewportPosition(row)
        self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(row)))

    def _place_at(self, point: QPoint) -> Place | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        position = self._delegate.position_at(QPointF(point), QRectF(self.visualRect(index)), row, column)
        if position is None:
            return None
        return Place(row, column, sentence_at(self._model.row(row), column, position))

    def point_of_sentence(self, place: Place, *, end: bool = False) -> QPoint:
        """Where the first letter of a sentence is, or its `end`, in the viewport."""
        index = self._model.index(place.row, place.column)
        sentences = self._model.row(place.row).sentences
        span = span_of(sentences[place.sentence], place.column) if place.sentence is not None else (0, 0)
        point = self._delegate.point_of(span[end], QRectF(self.visualRect(index)), place.row, place.column)
        return point.toPoint() + QPoint(2, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the sentence under the pointer."""
        self._pointer = self._place_at(event.position().toPoint())
        self._light()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret on the sentence under the pointer."""
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self._move_caret(place, scroll=False)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer has left: what is lit is the caret's sentence again."""
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            self._light()
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the caret is live."""
        super().focusInEvent(event)
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is not."""
        super().focusOutEvent(event)
        self._light()

    # The caret

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret by sentence, to the other language, or to an end of the text."""
        caret = self._with_sentence(self._caret)
        target = self._caret_target(caret, event) if caret is not None else None
        if target is None:
            super().keyPressEvent(event)
            return
        self._move_caret(target, scroll=True)
        if event.key() == Qt.Key.Key_End:
            self._heights.go_to_end()

    def _caret_target(self, caret: Place, event: QKeyEvent) -> Place | None:
        match event.key():
            case Qt.Key.Key_Down:
                return self._neighbour(caret, +1)
            case Qt.Key.Key_Up:
                return self._neighbour(caret, -1)
            case Qt.Key.Key_Left:
                return Place(caret.row, SOURCE, caret.sentence)
            case Qt.Key.Key_Right:
                return Place(caret.row, TARGET, caret.sentence)
            case Qt.Key.Key_F6:
                return Place(caret.row, TARGET if caret.column == SOURCE else SOURCE, caret.sentence)
            case Qt.Key.Key_PageDown:
                return self._page(caret, +1)
            case Qt.Key.Key_PageUp:
                return self._page(caret, -1)
            case Qt.Key.Key_Home:
                return Place(0, caret.column, 0)
            case Qt.Key.Key_End:
                return self._last_of(self._model.rowCount() - 1, caret.column)
        return None

    def _neighbour(self, caret: Place, step: int) -> Place:
        sentence = (caret.sentence or 0) + step
        if 0 <= sentence < len(self._model.row(caret.row).sentences):
            return Place(caret.row, caret.column, sentence)
        row = caret.row + step
        while 0 <= row < self._model.rowCount() and not self._model.row(row).source.text:
            row += step  # a rule has nothing to stand on
        if not 0 <= row < self._model.rowCount():
            return caret
        return Place(row, caret.column, 0) if step > 0 else self._last_of(row, caret.column)

    def _last_of(self, row: int, column: int) -> Place:
        return Place(row, column, max(len(self._model.row(row).sentences) - 1, 0))

    def _page(self, caret: Place, step: int) -> Place:
        """Scroll by a screen; the caret goes to the row that is then at the top."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - round(self._typesetter.line_height)))
        if bar.value() == before:
            return Place(0, caret.column, 0) if step < 0 else self._last_of(self._model.rowCount() - 1, caret.column)
        rows = self._heights.visible()
        whole = (row for row in rows if self.rowViewportPosition(row) >= 0)
        return Place(next(whole, rows[0]), caret.column, 0)

    def _move_caret(self, place: Place, *, scroll: bool) -> None:
        self._caret, self._pointer = place, None
        self.caret_moved.emit(place)
        # Also the table's own current cell: it is what a screen reader reads out.
        index = self._model.index(place.row, place.column)
        self.setCurrentIndex(index)
        if scroll:
            self._show_caret(place)
        self._light()

    def _show_caret(self, place: Place) -> None:
        lit = self._with_sentence(place)
        if lit is None:
            return
        margin = 2 * round(self._typesetter.line_height)
        bar = self.verticalScrollBar()
        # Rows that come into view get their true heights, which can push the sentence out again.
        for _ in range(8):
            first, last = self.point_of_sentence(lit).y(), self.point_of_sentence(lit, end=True).y()
            before, bottom = bar.value(), self.viewport().height() - margin
            # The whole sentence if it fits, else its beginning.
            down = min(max(last - bottom, 0), max(first - margin, 0))
            bar.setValue(before + min(first - margin, 0) + down)
            if bar.value() == before:
                return

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing: Qt would bring whole rows into view, which here can be higher than the screen."""

    # Geometry

    def _scrolled(self) -> None:
        self._heights.settle()
        self.visible_rows_changed.emit(self._heights.visible())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width means new lines and new heights."""
        before = self._text_widths()
        super().resizeEvent(event)
        self._single_step()
        if self._text_widths() != before:
            self._heights.reset()
        else:
            self._heights.settle()


def _beginning(text: ParallelText | None) -> Place | None:
    """The first paragraph with something to stand on."""
    rows = text.rows if text is not None else []
    return next((Place(number, SOURCE) for number, row in enumerate(rows) if row.source.text), None)


class _LanguageHeader(QHeaderView):
    """The names of the languages, each over the left edge of its text."""

    def __init__(self, delegate: ReadingDelegate, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._delegate = delegate
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        name = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        painter.save()
        painter.fillRect(rect, self.palette().base())
        painter.setPen(self.palette().placeholderText().color())
        left = round(self._delegate.text_left(rect.width(), section))
        painter.drawText(rect.adjusted(left, 4, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), str(name))
        painter.restore()
