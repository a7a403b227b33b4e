"""The field in which a sentence is edited."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from reader.text import Span, word_spans
from ui.editing.pasted_words import LONGEST, pasted_words
from ui.reading.utf16 import Utf16
from ui.toolkit.field_menu import show_shortcuts
from ui.toolkit.guard import guarded
from ui.toolkit.text_keys import types

_MARGINS = 4, 3, 4, 3  # pixels around the text
_LINE_ENDS = str.maketrans("\u2028\u2029", "\n\n")


class WordField(QPlainTextEdit):
    """Selects on a double click the same words as the reading view; keys work as in every text field."""

    typed = Signal(str)  # a single character, which is in the field now
    menu_asked = Signal(object, int)  # the menu about to be shown, and the position it is for, in UTF-16 units
    shortened = Signal(int)  # a text did not fit in, as the field has room for so many characters

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty field."""
        super().__init__(parent)
        self.document().setDocumentMargin(0)  # which would be scrolled away, and leave a part of a line
        self.setViewportMargins(*_MARGINS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are broken
        self._preedit = ""
        self._marks: tuple[Span, ...] = ()
        self._mark_colour = QColor(Qt.GlobalColor.red)

    @property
    def line_height(self) -> int:
        """The height of a line in pixels, which is not always that of the metrics of its font."""
        layout = QTextLayout("x", self.font(), self)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return math.ceil(line.height())

    @guarded
    def toPlainText(self) -> str:
        """The text as it is, with line feeds between lines; Qt's own would make spaces of no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def mark(self, spans: Iterable[Span]) -> None:
        """Underline these stretches, in UTF-16 units, with a wave, until others are."""
        self._marks = tuple(spans)
        self._draw_marks()

    def set_mark_colour(self, colour: QColor) -> None:
        """Draw the waves in this colour."""
        self._mark_colour = colour
        self._draw_marks()

    def _draw_marks(self) -> None:
        self.setExtraSelections([self._waved(*span) for span in self._marks])

    def _waved(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        waved = QTextEdit.ExtraSelection()
        cursor, form = QTextCursor(self.document()), QTextCharFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._mark_colour)
        waved.cursor, waved.format = cursor, form
        return waved

    @property
    def composing(self) -> bool:
        """Whether an input method is making characters of what is typed."""
        return bool(self._preedit)

    def finish_composing(self) -> None:
        """Take what an input method is still making characters of, as far as it is."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
        if self.composing:  # it does not answer
            left = QInputMethodEvent()
            left.setCommitString(self._preedit)
            QApplication.sendEvent(self, left)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cursor in view while one types."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report a character that a key has typed."""
        super().keyPressEvent(event)
        if types(event) and len(event.text()) == 1:
            self.typed.emit(event.text())

    @guarded
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Report a character that dead keys or an input method have finished."""
        self._preedit = event.preeditString()
        committed = event.commitString()
        if event.replacementLength() == 0 and len(fitting := self._fitting(committed)) < len(committed):
            event.setCommitString(fitting)
        super().inputMethodEvent(event)
        if len(event.commitString()) == 1 and not self._preedit:
            self.typed.emit(event.commitString())

    @guarded
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in the plain text that is pasted or dropped, or as much of it as an edit may have."""
        self.textCursor().insertText(pasted_words(self._fitting(source.text())))
        self.ensureCursorVisible()

    def _fitting(self, text: str) -> str:
        """As much of a text as there is room for, in place of what is selected; the user is told if some is left out.

        A single character always fits: whoever types is not stopped.
        """
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = LONGEST - (self.document().characterCount() - 1 - selected)
        if len(text) <= max(room, 1):
            return text
        self.shortened.emit(LONGEST)
        return text[: max(room, 0)]

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of text fields, with what others put into it for the word under the pointer or the cursor."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu()
        show_shortcuts(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu, at.position())
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos())

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
