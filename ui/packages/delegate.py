"""Drawing of the rows of the package list: two lines and a badge, or a heading."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.packages.model import ROW_ROLE, Index, PackageRow, RowKind
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

_PADDING = QSize(16, 9)
_GAP = 3
_SMALL = 0.9


class PackageDelegate(QStyledItemDelegate):
    """Draws with the colours of `theme`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """A delegate for one view."""
        super().__init__(parent)
        self.theme = theme

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for one line or two."""
        row: PackageRow = index.data(ROW_ROLE)
        line = QFontMetrics(option.font).height()
        if row.kind is RowKind.HEADING:
            return QSize(200, line + 2 * _PADDING.height())
        return QSize(200, line + _GAP + QFontMetrics(_small(option.font)).height() + 2 * _PADDING.height())

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the background, then the text."""
        row: PackageRow = index.data(ROW_ROLE)
        width, height = _PADDING.width(), _PADDING.height()
        inner = option.rect.adjusted(width, height, -width, -height)
        painter.save()
        if row.kind is RowKind.HEADING:
            self._paint_heading(painter, option, inner, row)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, inner, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: PackageRow) -> None:
        font = _small(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), row.title)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("selection" if selected else "border"))
        painter.drawRoundedRect(option.rect.adjusted(6, 2, -6, -2), 6, 6)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(option.rect.adjusted(7, 3, -7, -3), 6, 6)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: PackageRow) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        room = self._paint_badge(painter, option, inner, row, selected)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(self.theme.colour("on_selection" if selected else "text"))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), title)
        small = _small(option.font)
        painter.setFont(small)
        broken = row.kind is RowKind.BROKEN and not selected
        painter.setPen(self.theme.colour("failed" if broken else "on_selection" if selected else "muted"))
        detail = QFontMetrics(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), detail)

    def _paint_badge(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: PackageRow, selected: bool
    ) -> int:
        """Paint the badge at the right end of the first line; returns the width left for the title."""
        if not row.badge:
            return inner.width()
        font = _small(option.font)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(row.badge) + 16
        badge = QRect(inner.right() - width, inner.top() - 1, width, metrics.height() + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "failed" if row.kind is RowKind.BROKEN else "accent"
        painter.setPen(self.theme.colour("on_selection" if selected else role))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge.adjusted(0, 0, -1, -1), 5, 5)
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, row.badge)
        return inner.width() - width - 12


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
