"""The keys of text fields, which no command of the window takes while one types."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.toolkit.guard import guarded

_FIELDS = QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox
Field = QLineEdit | QPlainTextEdit | QTextEdit
_Keys = QKeySequence.StandardKey
# What the system's text fields do with keys: the names of standard keys begin so.
_EDITING = ("moveto", "select", "delete", "insert", "undo", "redo", "cut", "copy", "paste", "backspace", "deselect")
_STANDARD = tuple(key for key in _Keys if key.name.lower().startswith(_EDITING))
# With every modifier: which of them moves by words, by lines or erases differs between systems.
_MOVING = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert),
    }
)
# Looks words up, also while one writes: on Linux it would delete to the end of the line, which the Delete key does too.
_LOOKING_UP = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K
_IGNORED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ALT_GR = Qt.KeyboardModifier.GroupSwitchModifier
_ALT_GR_OF_WINDOWS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier  # nowhere else


class TextKeys(QObject):
    """While any text field of the program has the focus, keeps from the commands the keys that text fields use."""

    def __init__(self, application: QApplication) -> None:
        """Watch which widget of `application` has the focus."""
        super().__init__()
        application.focusChanged.connect(self._on_focus)
        self._on_focus(None, application.focusWidget())

    @guarded
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _FIELDS):
            now.removeEventFilter(self)  # it may have had the focus before
            now.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim for the field a key that it uses, before a command does; Undo and Redo if they are for it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and edits_text(event):
            event.setAccepted(not _undoes(event) or owns_undo(field_of(watched)))
            return True
        return super().eventFilter(watched, event)


def field_of(widget: QObject | None) -> Field | None:
    """The text field that a widget is, or has in it as a box for numbers does."""
    if isinstance(widget, QAbstractSpinBox):
        return widget.findChild(QLineEdit)
    return widget if isinstance(widget, Field) else None


def can_undo(field: Field) -> bool:
    """Whether a text field has something to undo."""
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def can_redo(field: Field) -> bool:
    """Whether a text field has something to redo."""
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()


def owns_undo(field: Field | None) -> bool:
    """Whether Undo and Redo are for a text field, and not for the document: where one writes, or something was typed.

    A field of one line, for searching, leaves them to the document until then.
    """
    if field is None or field.isReadOnly():
        return False
    return not isinstance(field, QLineEdit) or can_undo(field) or can_redo(field)


def _undoes(event: QKeyEvent) -> bool:
    return event.key() not in _MOVING and (event.matches(_Keys.Undo) or event.matches(_Keys.Redo))


def edits_text(event: QKeyEvent) -> bool:
    """Whether text fields use a key: it moves the cursor, selects, erases, pastes, undoes or types a character."""
    if (event.modifiers(), event.key()) == _LOOKING_UP:
        return False
    return event.key() in _MOVING or any(event.matches(key) for key in _STANDARD) or types(event)


def types(event: QKeyEvent) -> bool:
    """Whether a key types characters."""
    plain = event.modifiers() & ~_IGNORED
    alt_gr = plain == _ALT_GR or (sys.platform == "win32" and plain == _ALT_GR_OF_WINDOWS)
    return event.text()[:1].isprintable() and bool(event.text()) and (not plain or alt_gr)
