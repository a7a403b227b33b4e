"""The context menu of text fields."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

_Keys = QKeySequence.StandardKey
_KEYS = {
    "edit-undo": _Keys.Undo,
    "edit-redo": _Keys.Redo,
    "edit-cut": _Keys.Cut,
    "edit-copy": _Keys.Copy,
    "edit-paste": _Keys.Paste,
    "edit-delete": _Keys.Delete,
    "select-all": _Keys.SelectAll,
}


def show_shortcuts(menu: QMenu) -> None:
    """Show the shortcuts of all commands of Qt's menu for a text field.

    Qt leaves out those that the window has for commands of its own, although they work in the field.
    """
    for action in menu.actions():
        if (key := _KEYS.get(action.objectName())) is not None:
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText("\t".join(filter(None, (action.text().split("\t")[0], keys))))
