"""Lists of rows in titled groups."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.grouped_list import GroupedList
from ui.toolkit.theme import load_theme, palette


def test_the_frame_of_the_current_row_is_around_all_of_it(qtbot: QtBot) -> None:
    rows = GroupedList("Keys", ["Action", "Keys", "More"], wide=2)
    qtbot.addWidget(rows)
    rows.setPalette(palette(load_theme("light")))
    rows.add_group("Edit", [("Copy", "Ctrl+C", "x"), ("Cut", "Ctrl+X", "x")])
    rows.resize(400, 200)
    rows.show()
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow, timeout=PATIENCE)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    image = rows.viewport().grab().toImage()
    area, scale = rows.visualRect(rows.currentIndex()), image.devicePixelRatio()
    inner = range(area.left() + 2, rows.viewport().width() - 4)
    assert rows.hasFocus()
    assert len({image.pixel(int(x * scale), int(area.top() * scale)) for x in inner}) == 1
