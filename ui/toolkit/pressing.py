"""Return presses the button that has the focus, which Qt leaves to the default button of a dialog."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press_focused(event: QEvent, inside: QWidget) -> bool:
    """Press the button in `inside` that has the focus if a key press is Return, alone; returns whether it was pressed.

    A key that is still held from before presses nothing.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not _is_return(event):
        return False
    button = inside.window().focusWidget()
    if not isinstance(button, QPushButton | QToolButton) or not inside.isAncestorOf(button) or not button.isEnabled():
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def _is_return(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD
