"""The view for most tests of it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.reading.texts import reading_view
from ui.reading.view import ReadingView


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    """An empty view, shown on screen."""
    return reading_view(qtbot)
