"""A bar below the text that is opened for a moment: Esc closes it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.icons import icon
from ui.toolkit.line_breaks import tool_tip
from ui.toolkit.theme import Theme

_ICON = QSize(16, 16)


class Bar(QWidget):
    """A hidden bar with a button that closes it; `closed` is emitted when the reader does so."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A bar that is called `name` to a screen reader."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icons: dict[QToolButton, str] = {}
        self.close_button = self.button(self.tr("Close (Esc)"), "close")
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def button(self, name: str, picture: str) -> QToolButton:
        """A button that shows the icon `picture` and is called `name`."""
        made = QToolButton(self)
        made.setIconSize(_ICON)
        made.setToolTip(tool_tip(name))
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[made] = picture
        return made

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for button, picture in self._icons.items():
            button.setIcon(icon(picture, theme.text))

    def announce(self, words: str) -> None:
        """Have a screen reader say something when it has finished what it is saying."""
        event = QAccessibleAnnouncementEvent(self, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    @guarded
    def close_bar(self) -> None:
        """Hide it and say so."""
        self.hide()
        self.closed.emit()

    @guarded
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
