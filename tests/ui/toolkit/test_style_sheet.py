"""What the style sheet does to the widgets it is meant for, and to no others."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from ui.toolkit.theme import load_theme, style_sheet

THEMES = ("light", "dark", "sepia")


@pytest.fixture(params=THEMES)
def styled(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """The application in a theme."""
    qapp.setStyleSheet(style_sheet(load_theme(request.param)))
    yield qapp
    qapp.setStyleSheet("")


@pytest.mark.parametrize(("count", "current"), [(2, 1), (4, 0), (4, 2), (7, 0), (10, 9)])
def test_the_list_of_a_drop_down_opens_below_it_and_shows_all_its_items_whole(
    styled: QApplication, qtbot: QtBot, count: int, current: int
) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.addItems([f"Item {number}" for number in range(count)])
    combo.setCurrentIndex(current)
    combo.move(0, 40)
    combo.show()
    combo.showPopup()
    view = combo.view()
    last = view.visualRect(combo.model().index(count - 1, 0))
    assert view.window().geometry().top() >= combo.mapToGlobal(combo.rect().bottomLeft()).y()
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.verticalScrollBar().maximum() == 0
    combo.hidePopup()


def test_a_button_inside_another_widget_of_qts_own_is_as_large_as_qt_makes_it(
    styled: QApplication, qtbot: QtBot
) -> None:
    field = QLineEdit("words")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    field.show()
    (button,) = field.findChildren(QToolButton)
    wanted = button.sizeHint()
    styled.setStyleSheet("")
    assert wanted == button.sizeHint()
