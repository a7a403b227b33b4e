"""Keys in the lists over the text, as the user's reach them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.editing.choice_list import ChoiceList


def press(offer: ChoiceList, key: Qt.Key) -> None:
    """Press a key: the window system gives it to the list's window, which has to know who in it has the focus."""
    QTest.keyClick(offer.windowHandle(), key)
