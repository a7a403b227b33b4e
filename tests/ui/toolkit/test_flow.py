"""The layout that puts widgets on as many lines as they need."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.toolkit.flow import FlowLayout

WIDTH, SPACING = 100, 8


class Holder(QWidget):
    """A widget with buttons of the same width in the layout, and another widget below them."""

    def __init__(self, count: int, *, centred: bool = False) -> None:
        super().__init__()
        flow = FlowLayout(SPACING, centred=centred)
        self.buttons = [QPushButton(str(number)) for number in range(count)]
        for button in self.buttons:
            button.setFixedWidth(WIDTH)
            flow.addWidget(button)
        self.below = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.below, 1)

    def lines(self) -> list[int]:
        """How many of the buttons are on each line."""
        tops = [button.y() for button in self.buttons if not button.isHidden()]
        return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(
    ("width", "lines"), [(600, [4]), (424, [4]), (423, [3, 1]), (216, [2, 2]), (207, [1, 1, 1, 1])]
)
def test_widgets_are_put_on_as_many_lines_as_they_need(qtbot: QtBot, width: int, lines: list[int]) -> None:
    holder = Holder(4)
    qtbot.addWidget(holder)
    holder.resize(width, 400)
    holder.show()
    assert holder.lines() == lines
    assert all(button.width() == WIDTH and button.geometry().right() < width for button in holder.buttons)
    assert holder.below.y() >= max(button.geometry().bottom() for button in holder.buttons)


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    holder = Holder(3)
    qtbot.addWidget(holder)
    holder.buttons[0].hide()
    holder.resize(2 * WIDTH + SPACING, 200)
    holder.show()
    assert holder.lines() == [2] and holder.buttons[1].x() == 0


def test_each_line_can_be_centred(qtbot: QtBot) -> None:
    holder = Holder(3, centred=True)
    qtbot.addWidget(holder)
    holder.resize(300, 200)
    holder.show()
    assert [button.x() for button in holder.buttons] == [46, 154, 100]
