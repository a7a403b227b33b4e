"""Painting the cells of the reading view, and finding the text under a point in them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.document import Kind, Span
from reader.parallel import Row
from ui.reading.layouts import SOURCE, Typesetter
from ui.reading.links import Place, span_of
from ui.reading.model import Index, ParallelModel
from ui.reading.typography import font_of, marker_of, style_of

# Letters in a line at most: longer lines are hard to find the way back from.
_MEASURE = 68
# Margins of a cell: the outer one has room for the number, less of it where the window is narrow.
_OUTER, _NARROW_OUTER, _INNER = 56, 36, 20
_NARROW = 360
_BAR = 3


class ReadingDelegate(QStyledItemDelegate):
    """Draws a cell: ground, marks of the place pointed at, number, marker and text."""

    def __init__(self, typesetter: Typesetter, model: ParallelModel, parent: QWidget) -> None:
        """Draw the rows of `model` with `typesetter`."""
        super().__init__(parent)
        self._typesetter, self._model = typesetter, model
        self.place: Place | None = None
        self.focused = False
        self.found: Mapping[tuple[int, int], Sequence[Span]] = {}
        self.current: tuple[int, int, Span] | None = None

    def text_width(self, cell_width: int) -> float:
        """How wide the text of a cell is set, in pixels."""
        measure = _MEASURE * self._typesetter.character_width
        outer = _OUTER if cell_width > _NARROW else _NARROW_OUTER
        return max(min(cell_width - outer - _INNER, measure), 40.0)

    def text_left(self, cell_width: int, column: int) -> float:
        """Where the text begins in a cell: both columns keep to the middle of the page."""
        return cell_width - _INNER - self.text_width(cell_width) if column == SOURCE else _INNER

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Not asked for: the rows' heights are set by `RowHeights`."""
        return QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        number, column, row = index.row(), index.column(), self._model.row(index.row())
        cell = QRectF(option.rect)
        painter.save()
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, number, column)
        above, _ = self._typesetter.spacing(row)
        origin = QPointF(cell.left() + self.text_left(int(cell.width()), column), cell.top() + above)
        if row.source.kind is Kind.RULE:
            self._paint_rule(painter, cell, origin)
        else:
            self._paint_number(painter, origin, number, column, row)
            self._paint_text(painter, cell, origin, number, column)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRectF, number: int, column: int) -> None:
        theme = self._typesetter.theme
        painter.fillRect(cell, theme.colour("paper"))
        if self.place is None or self.place.row != number:
            return
        painter.fillRect(cell, theme.colour("paragraph"))
        here = self.place.column == column
        bar = QRectF(
            cell.left() + self.text_left(int(cell.width()), column) - 13, cell.top() + 3, _BAR, cell.height() - 6
        )
        painter.fillRect(bar, theme.colour("accent" if here and self.focused else "sentence_line"))

    def _paint_number(self, painter: QPainter, origin: QPointF, number: int, column: int, row: Row) -> None:
        counted = self._model.number(number)
        if column != SOURCE or counted is None:
            return
        font = QFont(font_of(row.source, self._typesetter.points * 0.72))
        font.setItalic(False)
        painter.setFont(font)
        painter.setPen(self._typesetter.theme.colour("muted"))
        box = QRectF(origin.x() - 57, origin.y(), 40, self._typesetter.line_height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(counted))

    def _paint_text(self, painter: QPainter, cell: QRectF, origin: QPointF, number: int, column: int) -> None:
        row = self._model.row(number)
        layout = self._typesetter.layout(number, row, column, self.text_width(int(cell.width())))
        indent = self._typesetter.indent(row)
        painter.setPen(self._typesetter.theme.colour(layout.role))
        if marker := marker_of(row.source):
            painter.setFont(font_of(row.source, self._typesetter.points))
            box = QRectF(origin.x() + indent - 1.4 * self._typesetter.em, origin.y(), 1.3 * self._typesetter.em, 0)
            box.setHeight(self._typesetter.line_height * style_of(row.source).scale)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), marker)
        marked = self._marked(number, column) + self._found_in(number, column)
        layout.draw(painter, origin + QPointF(indent, 0), marked)

    def _found_in(self, number: int, column: int) -> list[tuple[Span, QTextCharFormat]]:
        marked = []
        for span in self.found.get((number, column), ()):
            form = QTextCharFormat()
            form.setBackground(self._typesetter.theme.colour("selection"))
            if self.current == (number, column, span):
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            marked.append((span, form))
        return marked

    def _marked(self, number: int, column: int) -> list[tuple[Span, QTextCharFormat]]:
        """The sentence that lights up in this cell, if one does."""
        if self.place is None or self.place.row != number or self.place.sentence is None:
            return []
        sentences = self._model.row(number).sentences
        if self.place.sentence >= len(sentences):
            return []
        return [(span_of(sentences[self.place.sentence], column), self._sentence_format())]

    def _sentence_format(self) -> QTextCharFormat:
        theme = self._typesetter.theme
        form = QTextCharFormat()
        form.setBackground(theme.colour("sentence"))
        # Underlined too: colour alone must not tell it.
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme.colour("sentence_line"))
        return form

    def _paint_rule(self, painter: QPainter, cell: QRectF, origin: QPointF) -> None:
        painter.setPen(QPen(self._typesetter.theme.colour("border"), 1))
        middle = origin.x() + self.text_width(int(cell.width())) / 2
        y = cell.center().y()
        painter.drawLine(QPointF(middle - 40, y), QPointF(middle + 40, y))

    def position_at(self, point: QPointF, cell: QRectF, number: int, column: int) -> int | None:
        """The code point of the cell's text under `point` (in the viewport); None where there is no text."""
        row = self._model.row(number)
        layout = self._typesetter.layout(number, row, column, self.text_width(int(cell.width())))
        return layout.position_at(point - self._text_origin(cell, row, column))

    def point_of(self, position: int, cell: QRectF, number: int, column: int) -> QPointF:
        """Where a code point of the cell's text is in the viewport."""
        row = self._model.row(number)
        layout = self._typesetter.layout(number, row, column, self.text_width(int(cell.width())))
        return layout.point_of(position) + self._text_origin(cell, row, column)

    def _text_origin(self, cell: QRectF, row: Row, column: int) -> QPointF:
        left = self.text_left(int(cell.width()), column) + self._typesetter.indent(row)
        return cell.topLeft() + QPointF(left, self._typesetter.spacing(row)[0])
