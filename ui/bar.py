"""A bar below the text that is opened for a moment: Esc closes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Bar(QWidget):
    """A hidden bar; `closed` is emitted when the reader closes it."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A bar that is called `name` to a screen reader."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.hide()

    def close_bar(self) -> None:
        """Hide it and say so."""
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the bar while the focus is in it, whatever the window's commands have it for."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() == QEvent.Type.KeyPress:
            self.close_bar()
            return True
        return super().event(event)
