"""Draws a sentence and its translation below it, the words that belong together marked, and where they are from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.concordance import Hit
from reader.text import Span
from ui.concordance.lines import line_of
from ui.concordance.model import HIT_ROLE, PLACE_ROLE
from ui.reading.utf16 import Utf16
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

_PADDING = QSize(12, 6)
_GAP = 16  # before where it is from
_SMALL = 0.88
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Two lines for a hit, one for the title of a group."""

    def __init__(self, theme: Callable[[], Theme], parent: QObject) -> None:
        """Draw with the colours that `theme` gives."""
        super().__init__(parent)
        self._theme = theme

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the lines."""
        lines = 2 if index.data(HIT_ROLE) is not None else 1
        return QSize(120, lines * QFontMetrics(option.font).lineSpacing() + 2 * _PADDING.height())

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, both sentences, and at the end of the first line where they are from."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, self._theme().colour("selection"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme().colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        inner = option.rect.adjusted(_PADDING.width(), _PADDING.height(), -_PADDING.width(), -_PADDING.height())
        painter.setClipRect(inner)
        place = self._paint_place(painter, option.font, inner, str(index.data(PLACE_ROLE) or ""), selected)
        width = inner.width() - place
        self._paint_sentence(painter, option.font, inner, width, hit.text, hit.spans, "text", selected)
        below = inner.translated(0, QFontMetrics(option.font).lineSpacing())
        self._paint_sentence(painter, option.font, below, inner.width(), hit.other, hit.other_spans, "muted", selected)
        painter.restore()

    def _paint_place(self, painter: QPainter, font: QFont, inner: QRect, words: str, selected: bool) -> int:
        """Paint where a hit is from; returns how much of the line that takes."""
        if not words:
            return 0
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(small)
        painter.setPen(self._theme().colour("on_selection" if selected else "muted"))
        metrics = QFontMetrics(small)
        line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font).lineSpacing())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        return metrics.horizontalAdvance(words) + _GAP

    def _paint_sentence(
        self,
        painter: QPainter,
        font: QFont,
        inner: QRect,
        width: int,
        text: str,
        spans: Sequence[Span],
        role: str,
        selected: bool,
    ) -> None:
        line = line_of(text, spans, QFontMetrics(font), width)
        layout = QTextLayout(line.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        units = Utf16(line.text)
        layout.setFormats([self._mark(units.units(a), units.units(b), selected) for a, b in line.spans])
        layout.beginLayout()
        layout.createLine().setLineWidth(width)
        layout.endLayout()
        painter.setPen(self._theme().colour("on_selection" if selected else role))
        painter.save()
        painter.setClipRect(QRect(inner.left(), inner.top(), width, inner.height()))
        layout.draw(painter, QPointF(inner.topLeft()))
        painter.restore()

    def _mark(self, start: int, end: int, selected: bool) -> QTextLayout.FormatRange:
        """The format of words that belong together: not by colour alone."""
        mark, form = QTextLayout.FormatRange(), QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setFontUnderline(True)
        if not selected:
            form.setBackground(self._theme().colour("word"))
            form.setForeground(self._theme().colour("text"))
        mark.start, mark.length, mark.format = start, end - start, form
        return mark
