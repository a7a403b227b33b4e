"""A page in place of a text: what to do when there is none, or why it cannot be shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class Page(QWidget):
    """A heading and a hint, in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading, self._hint = QLabel(), QLabel()
        self._heading.setObjectName("heading")
        self._hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (self._heading, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, heading: str, hint: str) -> None:
        """Show these words."""
        self._heading.setText(heading)
        self._hint.setText(hint)

    @property
    def hint(self) -> str:
        """The words below the heading."""
        return self._hint.text()
