"""The view that most tests of it begin with."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.reading.texts import reading_view
from ui.reading.view import ReadingView


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    """Empty, and on the screen."""
    return reading_view(qtbot)
