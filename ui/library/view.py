"""The list of documents on the left: title, language badge and length."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.library import Entry
from ui.library.model import DETAIL_ROLE, ENTRY_ROLE, LANGUAGE_ROLE, MISSING_ROLE, Index, LibraryModel
from ui.toolkit.drops import accept_copy, dropped_files
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

_PADDING = QSize(16, 10)
_LEAST_WIDTH = 140
_TITLE_LINES = 2
_GAP = 6  # above the line with badge and length


class LibraryView(QListView):
    """Lists the documents; `chosen` carries the one to open."""

    chosen = Signal(object)  # Entry, to be read
    pointed = Signal(object)  # Entry that was clicked, to be shown beside the list
    dropped = Signal(list)  # paths

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        """A view of `model` with the colours of `theme`."""
        super().__init__(parent)
        self.setObjectName("documents")
        self._delegate = _EntryDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # or each of thousands would be measured
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName(self.tr("Documents"))
        self.setAcceptDrops(True)
        self.clicked.connect(self._choose)
        self._before: tuple[Entry | None, int, bool] = (None, -1, False)  # the current entry, its row, if it is marked
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._stay)

    def set_theme(self, theme: Theme) -> None:
        """Redraw with other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def select(self, entry: Entry) -> None:
        """Mark `entry` as the open one; if it is not in the list, none is marked."""
        model = self.model()
        assert isinstance(model, LibraryModel)
        row = model.row_of(entry)
        if row >= 0:
            self.setCurrentIndex(model.index(row))
        else:
            self.clearSelection()

    @guarded
    def _remember(self) -> None:
        index = self.currentIndex()
        self._before = self.current_entry(), index.row(), self.selectionModel().isSelected(index)

    @guarded
    def _stay(self) -> None:
        """Keep the current entry when the list has changed, or be where it was: without one screen readers are lost."""
        (entry, row, marked), model = self._before, self.model()
        assert isinstance(model, LibraryModel)
        kept = model.row_of(entry) if entry is not None else -1
        if kept >= 0 and marked:
            self.setCurrentIndex(model.index(kept))
        elif kept >= 0:
            self.selectionModel().setCurrentIndex(model.index(kept), QItemSelectionModel.SelectionFlag.NoUpdate)
        elif model.rowCount():
            index = model.index(min(max(row, 0), model.rowCount() - 1))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def mark_near(self, row: int) -> None:
        """Mark the document that has come to a row, or the last one, unless another is marked."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(min(row, self.model().rowCount() - 1), 0))

    def current_entry(self) -> Entry | None:
        """The marked entry."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) else None

    @guarded
    def _choose(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(ENTRY_ROLE))

    @guarded
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Redraw. QListView would lay out all rows again, whose size does not depend on their contents."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a document with the left button only, as marking also opens it."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the marked document."""
        entry = self.current_entry()
        if entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(entry)
        else:
            super().keyPressEvent(event)

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files; text is left to the window."""
        if dropped_files(event):
            accept_copy(event)

    @guarded
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept files anywhere in the list."""
        accept_copy(event)

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the dropped files."""
        accept_copy(event)
        self.dropped.emit(dropped_files(event))


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the lines of the title and the line below."""
        metrics = QFontMetrics(option.font)
        height = metrics.lineSpacing() * (_TITLE_LINES + 1) + _GAP + 2 * _PADDING.height()
        return QSize(120, height)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the background, the title, and below it the badge and the length, in the middle of the row."""
        painter.save()
        self._paint_ground(painter, option)
        width, height = _PADDING.width(), _PADDING.height()
        inner = option.rect.adjusted(width, height, -width, -height)
        metrics, below = QFontMetrics(option.font), (str(index.data(LANGUAGE_ROLE)), str(index.data(DETAIL_ROLE)))
        title = _lines(str(index.data()), metrics, inner.width())
        used = len(title) * metrics.lineSpacing() + (metrics.lineSpacing() + _GAP if any(below) else 0)
        inner.adjust(0, (inner.height() - used) // 2, 0, 0)
        inner.setHeight(used)
        self._paint_title(painter, option, inner, title, "muted" if index.data(MISSING_ROLE) else "text")
        self._paint_line(painter, option, inner, *below)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("selection" if selected else "border"))
            painter.drawRoundedRect(option.rect.adjusted(6, 2, -6, -2), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(option.rect.adjusted(7, 3, -7, -3), 6, 6)

    def _ink(self, option: QStyleOptionViewItem, role: str) -> str:
        return "on_selection" if option.state & QStyle.StateFlag.State_Selected else role

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, title: list[str], role: str
    ) -> None:
        painter.setPen(self.theme.colour(self._ink(option, role)))
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        for number, line in enumerate(title):
            painter.drawText(inner.topLeft() + QPoint(0, number * metrics.lineSpacing() + metrics.ascent()), line)

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, language: str, detail: str
    ) -> None:
        font = option.font
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(self.theme.colour(self._ink(option, "muted")))
        metrics = QFontMetrics(font)
        line = QRect(inner.left(), inner.bottom() - metrics.height(), inner.width(), metrics.height() + 2)
        badge = QRect(line.left(), line.top(), metrics.horizontalAdvance(language.upper()) + 12, line.height())
        if language:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(badge.adjusted(0, 0, -1, -1), 4, 4)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, language.upper())
            line.setLeft(badge.right() + 8)
        detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), detail)


def _lines(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The title in at most two lines, broken between words, the last one elided."""
    words = title.split()
    first: list[str] = []
    while words and metrics.horizontalAdvance(" ".join([*first, words[0]])) <= width:
        first.append(words.pop(0))
    if not first:
        return [metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)]
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [" ".join(first), rest] if rest else [" ".join(first)]
