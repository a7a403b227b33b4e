"""What windows with a long text to read and copy have in common."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog


def prepare_field(field: QTextEdit | QPlainTextEdit, name: str) -> None:
    """Let a field be read, selected and left with the keyboard; `name` is what a screen reader calls it."""
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    field.setAccessibleName(name)


def lay_out(dialog: Dialog, widgets: tuple[QWidget, QWidget, QDialogButtonBox], size: QSize, smallest: QSize) -> None:
    """Place a text, a line for messages below it and the buttons; Close is the default button."""
    field, told, buttons = widgets
    dialog.resize(size)
    dialog.setMinimumSize(smallest)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.setSpacing(10)
    layout.addWidget(field, 1)
    layout.addWidget(told)
    layout.addWidget(buttons)
    dialog.foot = buttons
    buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # only once it has been laid out
