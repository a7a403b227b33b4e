"""Typographic quotation marks, apostrophes and dashes while one types in the edit field."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.processing import typed_edit
from ui.editing.word_field import WordField
from ui.reading.utf16 import Utf16
from ui.toolkit.guard import guarded

_NOWHERE = (-1, -1)


class TypingAid(QObject):
    """Replaces straight marks and hyphens as they are typed; undoing it, or Backspace just after, gives them back."""

    def __init__(self, field: WordField) -> None:
        """Help in `field`, once a language is set and it is turned on."""
        super().__init__(field)
        self._field = field
        self._source = self._language = ""
        self._on = False
        self._done = _NOWHERE  # the state of the field after the last replacement
        field.typed.connect(self._on_typed)
        field.installEventFilter(self)

    @guarded
    def attend(self, source: str, language: str) -> None:
        """A translation of `source` into `language` (a code) is going to be typed."""
        self._source, self._language = source, language

    def turn(self, on: bool) -> None:
        """Turn it on or off."""
        self._on = on

    @guarded
    def _on_typed(self, character: str) -> None:
        cursor = self._field.textCursor()
        before = cursor.positionInBlock()
        # Only where a mark or a hyphen was typed just now or just before: the rest of the line is not looked at.
        if not self._on or not (character in "\"'" or (before > 1 and self._character(cursor.position() - 2) == "-")):
            return
        line = cursor.block().text()
        utf16 = Utf16(line)
        end = utf16.code_points(before)
        edit = typed_edit(line, end, self._source, self._language)
        if edit is not None:
            # Up to the cursor: undoing it leaves the cursor where the replacement ended.
            start = cursor.block().position() + utf16.units(edit[0])
            self._replace(start, cursor.position(), edit[2] + line[edit[1] : end])

    def _character(self, position: int) -> str:
        return self._field.document().characterAt(position)

    def _replace(self, start: int, end: int, words: str) -> None:
        """Replace a stretch, in UTF-16 units, as a step of its own that can be undone."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self._done = self._state

    @property
    def _state(self) -> tuple[int, int]:
        return self._field.document().revision(), self._field.textCursor().position()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo a replacement at a Backspace just after it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._done == self._state:
            plain = not event.modifiers() and not self._field.textCursor().hasSelection()
            if event.key() == Qt.Key.Key_Backspace and plain:
                self._done = _NOWHERE
                self._field.undo()
                return True
        return super().eventFilter(watched, event)
