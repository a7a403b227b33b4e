"""The size of the text, changed with the wheel and on a touch pad."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from tests.ui.reading.gestures import pinch, turn_wheel
from tests.ui.reading.texts import long_text, move_pointer, settled
from ui.app import Tospalt
from ui.reading.cell import SOURCE
from ui.reading.places import Place
from ui.reading.view import ReadingView

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def steps(view: ReadingView) -> list[int]:
    """What the view wants, as it comes; it shows a text that can be scrolled."""
    told: list[int] = []
    view.zoomed.connect(told.append)
    view.show_text(long_text(100))
    return told


def test_the_wheel_scrolls_and_with_ctrl_asks_for_another_size(
    view: ReadingView, qtbot: QtBot, steps: list[int]
) -> None:
    settled(qtbot, view)
    turn_wheel(view, -120, NONE)
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    turn_wheel(view, 120)
    qtbot.waitUntil(lambda: steps == [1], timeout=PATIENCE)
    turn_wheel(view, -120)
    qtbot.waitUntil(lambda: steps == [1, -1], timeout=PATIENCE)
    assert view.verticalScrollBar().value() == scrolled


def test_notches_that_come_at_once_are_one_change(view: ReadingView, qtbot: QtBot, steps: list[int]) -> None:
    for _ in range(5):
        turn_wheel(view, 120)
    qtbot.waitUntil(lambda: steps == [5], timeout=PATIENCE)


def test_a_fine_wheel_adds_up_to_a_notch_in_one_direction(view: ReadingView, qtbot: QtBot, steps: list[int]) -> None:
    for _ in range(5):
        turn_wheel(view, 20)
    turn_wheel(view, -20)  # what was turned the other way does not count
    turn_wheel(view, 40)
    QApplication.processEvents()
    assert not steps
    turn_wheel(view, 80)
    qtbot.waitUntil(lambda: steps == [1], timeout=PATIENCE)


def test_a_touch_pad_that_still_scrolls_by_itself_does_not_change_the_size(
    view: ReadingView, qtbot: QtBot, steps: list[int]
) -> None:
    settled(qtbot, view)
    turn_wheel(view, -120, phase=Qt.ScrollPhase.ScrollMomentum)
    assert view.verticalScrollBar().value() > 0
    turn_wheel(view, 120)
    qtbot.waitUntil(lambda: steps == [1], timeout=PATIENCE)


def test_pinching_asks_for_another_size(view: ReadingView, qtbot: QtBot, steps: list[int]) -> None:
    pinch(view, 0.05, 0.05)
    qtbot.waitUntil(lambda: steps == [1], timeout=PATIENCE)
    pinch(view, 0.07)  # each time it begins anew
    pinch(view, 0.07)
    pinch(view, 1.0, kind=Qt.NativeGestureType.RotateNativeGesture)
    pinch(view, -0.2)
    qtbot.waitUntil(lambda: steps == [1, -2], timeout=PATIENCE)


def test_the_size_follows_the_wheel_within_its_limits_and_goes_back_by_key(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    window, view = program.window, program.window.reading_view
    usual = window.settings.text_size
    turn_wheel(view, 360)
    qtbot.waitUntil(lambda: window.settings.text_size == usual + 3, timeout=PATIENCE)
    assert view.looks.points == usual + 3
    turn_wheel(view, 12000)
    qtbot.waitUntil(lambda: window.settings.text_size == 40, timeout=PATIENCE)
    window.actions_["usual_size"].trigger()
    assert window.settings.text_size == view.looks.points == usual


def test_the_sentence_under_the_pointer_stays_where_it_is(program: Tospalt, qtbot: QtBot) -> None:
    view = program.window.reading_view
    view.show_text(long_text(2000))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = Place(view.top_row() + 2, SOURCE, 0)
    point = QPointF(view.hits.point_of_sentence(place))
    move_pointer(view, point)
    size = view.looks.points
    turn_wheel(view, 240, at=point)
    qtbot.waitUntil(lambda: view.looks.points == size + 2, timeout=PATIENCE)
    settled(qtbot, view)
    assert abs(view.hits.point_of_sentence(place).y() - point.y()) <= 1
