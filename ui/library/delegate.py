"""Draws the rows of the list of documents, and lets the user give a document another title."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.library.model import (
    DETAIL_ROLE,
    DISTINCTION_ROLE,
    ENTRY_ROLE,
    EXAMPLE_ROLE,
    LANGUAGE_ROLE,
    MISSING_ROLE,
    OPEN_ROLE,
    TRANSLATED_ROLE,
    Index,
)
from ui.toolkit.guard import guarded
from ui.toolkit.one_line import LONGEST
from ui.toolkit.theme import Theme

_PADDING = QSize(16, 10)
_BAR_WIDTH, _BAR_INSET = 4, 10  # at the left edge of the open document
_TITLE_LINES = 2
_GAP = 6  # above the line with badge and length
_SEPARATOR = " · "
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# What is said of a document besides its language: first what tells it from others.
_DETAILS = (DISTINCTION_ROLE, DETAIL_ROLE, TRANSLATED_ROLE, EXAMPLE_ROLE)


class EntryDelegate(QStyledItemDelegate):
    """A title in one or two lines, and below it the language and what else there is to say."""

    renamed = Signal(object, str)  # Entry, the title that was typed

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Draw with the colours of `theme`."""
        super().__init__(parent)
        self.theme = theme
        self._edited = QPersistentModelIndex()  # of the row with a field for the title

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the lines of the title and the line below."""
        metrics = QFontMetrics(option.font)
        height = metrics.lineSpacing() * (_TITLE_LINES + 1) + _GAP + 2 * _PADDING.height()
        return QSize(120, height)

    # Drawing

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the background, the title, and below it the badge and the details, in the middle of the row."""
        painter.save()
        self._paint_ground(painter, option)
        if index.data(OPEN_ROLE):
            self._paint_bar(painter, option.rect)
        if index != self._edited:  # what stands there would look out from behind the field
            self._paint_words(painter, option, index)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        width, height = _PADDING.width(), _PADDING.height()
        inner = option.rect.adjusted(width, height, -width, -height)
        metrics, below = QFontMetrics(option.font), (str(index.data(LANGUAGE_ROLE)), _details(index))
        title = _lines(str(index.data()), metrics, inner.width())
        used = len(title) * metrics.lineSpacing() + (metrics.lineSpacing() + _GAP if any(below) else 0)
        inner.adjust(0, (inner.height() - used) // 2, 0, 0)
        inner.setHeight(used)
        self._paint_title(painter, option, inner, title, "muted" if index.data(MISSING_ROLE) else "text")
        self._paint_line(painter, option, inner, *below)

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

    def _paint_bar(self, painter: QPainter, row: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        bar = row.adjusted(0, _BAR_INSET, 0, -_BAR_INSET)
        bar.setWidth(_BAR_WIDTH)
        painter.drawRoundedRect(bar.translated(1, 0), 1.5, 1.5)

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
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(badge.adjusted(0, 0, -1, -1), 4, 4)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, language.upper())
            line.setLeft(badge.right() + 8)
        detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), detail)

    # Another title

    @guarded
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the title at once when Return is pressed: Qt would wait for the event loop, and it might be the last."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _RETURN:
            assert isinstance(editor, QWidget)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)

    @guarded
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the title."""
        self._edited = QPersistentModelIndex(index)
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Title"))
        field.setPlaceholderText(self.tr("As in the text"))
        field.setMaxLength(LONGEST)
        return field

    @guarded
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Show what the row says again."""
        self._edited = QPersistentModelIndex()
        super().destroyEditor(editor, index)

    @guarded
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Let the user begin with the title as it is; what is typed stays when the row changes."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data()))
            editor.selectAll()

    @guarded
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Emit the title that was typed, unless nothing was."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            editor.setModified(False)
            self.renamed.emit(index.data(ENTRY_ROLE), editor.text())

    @guarded
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the field where the title is, as high as it needs to be."""
        height = editor.sizeHint().height()
        rect = option.rect.adjusted(_PADDING.width() // 2, 0, -_PADDING.width() // 2, 0)
        editor.setGeometry(rect.x(), rect.y() + (rect.height() - height) // 2, rect.width(), height)


def _details(index: Index) -> str:
    """What is said of a document besides its language."""
    details = (index.data(role) for role in _DETAILS)
    return _SEPARATOR.join(str(detail) for detail in details if detail)


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
