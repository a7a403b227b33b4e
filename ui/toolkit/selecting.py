"""Selecting all that is in a field, for it to be typed over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def select_all(field: QLineEdit) -> None:
    """Select the text, if there is any: screen readers would say that something is selected in an empty field."""
    if field.text():
        field.selectAll()


def focus_and_select(field: QLineEdit) -> None:
    """Give a field the keyboard focus, for a command, with its text selected.

    Qt itself selects all of a field, even of an empty one, that is given the focus with a shortcut or Tab.
    """
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    select_all(field)
