"""A question with choices, over a window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.toolkit.guard import guarded


def ask(parent: QWidget, words: str, choices: Mapping[str, Callable[[], None]], cancel: str) -> QMessageBox:
    """Ask a question with the named `choices`, without blocking the window; Return, Esc and `cancel` do nothing."""
    box = QMessageBox(QMessageBox.Icon.Question, "Tospalt", words, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    for name, do in choices.items():
        box.addButton(name, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(guarded(do))
    decline = box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(decline)
    box.setEscapeButton(decline)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
