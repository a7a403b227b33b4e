"""A bar below the text that is opened temporarily; Esc closes it."""

from collections.abc import Iterable
from itertools import count, pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.icons import icon
from ui.toolkit.line_breaks import tool_tip
from ui.toolkit.pressing import press_focused
from ui.toolkit.theme import Theme

_ICON = QSize(16, 16)
_opened = count(1)  # numbers bars in the order in which they are opened


class Bar(QWidget):
    """A hidden bar with a close button; `closed` is emitted when the user closes it."""

    closed = Signal()
    risen = Signal()  # it was opened, or is wanted again

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A bar called `name` by screen readers."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._icons: dict[QToolButton, str] = {}
        self._order: tuple[QWidget, ...] = ()
        self.opened = 0  # larger than that of any bar opened before
        self.close_button = self.button(self.tr("Close (Esc)"), "close")
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def button(self, name: str, picture: str) -> QToolButton:
        """A button with the icon `picture`, called `name`."""
        made = QToolButton(self)
        made.setIconSize(_ICON)
        made.setToolTip(tool_tip(name))
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[made] = picture
        return made

    def order(self, *widgets: QWidget) -> None:
        """Have the Tab key go through `widgets` in this order, then to the close button."""
        self._order = (*widgets, self.close_button)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Set the order of the Tab key, which Qt forgets when it moves the bar into its window."""
        super().showEvent(event)
        for one, other in pairwise(self._order):
            self.setTabOrder(one, other)

    def take_focus(self) -> None:
        """Give the keyboard focus to what had it last, else to the first in the order of the Tab key that takes it."""
        last = self.focusWidget()
        for widget in (*([last] if last is not None else []), *(self._order or (self.close_button,))):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def rise(self) -> None:
        """Show the bar, as the one opened last."""
        self.opened = next(_opened)
        self.show()
        self.risen.emit()

    def height_in(self, width: int, room: int | None = None) -> int:
        """The height in pixels that it needs in a width: if it can, no more than `room`."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons with the colours of `theme`."""
        for button, picture in self._icons.items():
            button.setIcon(icon(picture, theme.text))

    def announce(self, words: str) -> None:
        """Announce `words` to a screen reader, without interrupting it."""
        announce(self, words)

    @guarded
    def close_bar(self) -> None:
        """Hide the bar and emit `closed`."""
        self.hide()
        self.closed.emit()

    @guarded
    def event(self, event: QEvent) -> bool:
        """Keep Esc, and the other key that pastes, even from shortcuts; Return presses a button with the focus."""
        if press_focused(event, self):
            return True
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() == QEvent.Type.KeyPress:
            self.close_bar()
            return True
        field = QApplication.focusWidget()
        if isinstance(event, QKeyEvent) and isinstance(field, QLineEdit | QPlainTextEdit) and _pastes(event):
            if event.type() == QEvent.Type.KeyPress:
                field.paste()
            event.accept()
            return True
        return super().event(event)


def latest_open(bars: Iterable[Bar]) -> Bar | None:
    """The bar that was opened last of those that are open; one is so before Qt calls it visible, to lay it out."""
    return max((bar for bar in bars if not bar.isHidden()), key=lambda bar: bar.opened, default=None)


def _pastes(event: QKeyEvent) -> bool:
    """Whether the key is the one that pastes without formatting in most programs."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_V and event.modifiers() & both == both
