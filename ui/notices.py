"""One-sentence messages inside the window, with an action where there is something to do."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class NoticeBar(QFrame):
    """Shows the latest message until it is closed, replaced or taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._action = QPushButton()
        self._close = QPushButton(self.tr("Close"))
        self._do: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def message(self) -> str:
        """What is being said, or ""."""
        return "" if self.isHidden() else self._label.text()

    def say(self, message: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a message, with a button `action` that does `do`."""
        self._label.setText(message)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._do = do
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
