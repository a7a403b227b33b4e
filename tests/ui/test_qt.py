import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_call_that_returns_nothing_keeps_its_hands_off_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference to None with each such call, which crashes Python 3.11 after about 5,200."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
