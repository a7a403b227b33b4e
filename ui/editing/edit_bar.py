"""The bar below the text in which a sentence's translation is edited."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.editing.word_field import WordField
from ui.toolkit.bar import Bar
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label
from ui.toolkit.theme import Theme

_LINES = 3
_FRAME = 12  # around the lines of the field
_LEAST_FIELD = 50  # characters
_Ways = QBoxLayout.Direction


class EditBar(Bar):
    """Shows a sentence and a field with its translation. Ctrl+Return saves, Esc discards the changes."""

    saved = Signal(str)
    reverted = Signal(str)  # the text in the field
    abandoned = Signal(str)  # the typed text, when the bar is closed without saving

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A hidden bar with the colours of `theme`."""
        super().__init__(self.tr("Edit sentence"), parent)
        self._before = ""
        self._source, self.field = Label(), WordField()
        self.save_button = QPushButton(self.tr("&Save"))
        self.revert_button = QPushButton(self.tr("&Restore machine translation"))
        self._lay_out()
        self.save_button.clicked.connect(self._save)
        self.revert_button.clicked.connect(self._revert)
        self.field.installEventFilter(self)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._source.setWordWrap(True)
        self._source.setObjectName("caption")
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Translation of the sentence"))
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + _FRAME)
        self.save_button.setToolTip(self.tr("Save this edit here and wherever the sentence occurs (Ctrl+Enter)"))
        self.revert_button.setToolTip(self.tr("Delete your edit and show the machine translation again"))
        top = QHBoxLayout()
        top.addWidget(self._source, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        # Below the field at first, which is how narrow the bar may get.
        self._bottom, self._buttons = QBoxLayout(_Ways.TopToBottom), QBoxLayout(_Ways.LeftToRight)
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.revert_button)
        self._buttons.addStretch(1)
        self._bottom.addWidget(self.field, 1)
        self._bottom.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.addLayout(top)
        column.addLayout(self._bottom)
        self.order(self.field, self.save_button, self.revert_button)

    def open_for(self, source: str, target: str, *, edited: bool) -> None:
        """Show the bar with a sentence and its translation, which is the user's edit if `edited`."""
        self._before = target
        self._source.setText(source)
        self.field.setPlainText(target)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.revert_button.setVisible(edited)
        self.rise()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_over(self, old: "EditBar") -> None:
        """Open in the same state as another bar, with the cursor at the same position."""
        self.open_for(old._source.text(), old._before, edited=not old.revert_button.isHidden())
        self.field.setPlainText(old.field.toPlainText())
        cursor, there = self.field.textCursor(), old.field.textCursor()
        cursor.setPosition(there.anchor())
        cursor.setPosition(there.position(), QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)

    def put(self, words: str) -> None:
        """Put text into the field in place of what is there, as if it had been typed: the field can undo it."""
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.field.setTextCursor(cursor)

    @property
    def changed(self) -> bool:
        """Whether the bar is open and the text in the field has been changed."""
        return not self.isHidden() and self.field.toPlainText() != self._before

    @guarded
    def close_bar(self) -> None:
        """Close the bar without saving."""
        changed = self.changed
        super().close_bar()
        if changed:
            self.abandoned.emit(self.field.toPlainText())

    @guarded
    def _save(self) -> None:
        super().close_bar()
        self.saved.emit(self.field.toPlainText())

    @guarded
    def _revert(self) -> None:
        super().close_bar()
        self.reverted.emit(self.field.toPlainText())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the field, or where they would leave it too little room, below it."""
        buttons = max(button.sizeHint().width() for button in (self.save_button, self.revert_button))
        beside = event.size().width() - buttons >= _LEAST_FIELD * self.fontMetrics().averageCharWidth()
        self._bottom.setDirection(_Ways.LeftToRight if beside else _Ways.TopToBottom)
        self._buttons.setDirection(_Ways.TopToBottom if beside else _Ways.LeftToRight)
        super().resizeEvent(event)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Ctrl+Return in the field, even if that is a shortcut of the window."""
        if isinstance(event, QKeyEvent) and _saves(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._save()
                return True
        return super().eventFilter(watched, event)


def _saves(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & control == control
