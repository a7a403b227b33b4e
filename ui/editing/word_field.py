"""The field in which a sentence is edited."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reader.text import word_spans
from ui.reading.utf16 import Utf16
from ui.toolkit.guard import guarded


class WordField(QPlainTextEdit):
    """Selects on a double click the same words as the reading view; keys work as in every text field."""

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the whole word; Qt would select a part of it, or the punctuation after it too."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._select_words()

    def _select_words(self) -> None:
        """Extend the selection to whole words; without words, leave it."""
        text, cursor = self.toPlainText(), self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        units = Utf16(text).units
        words = [(units(a), units(b)) for a, b in word_spans(text)]
        touched = [(a, b) for a, b in words if a < end and start < b]
        if touched:
            cursor.setPosition(touched[0][0])
            cursor.setPosition(touched[-1][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
