"""A field for words to search for."""

from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget


class SearchField(QLineEdit):
    """Says what it is for while it is empty, and has a button that clears it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty field called `name`."""
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
