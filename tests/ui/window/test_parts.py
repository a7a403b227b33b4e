"""F6 goes round the parts of the window, in both directions, and is never stuck."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.samples import crossed
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
ORDER = ["original", "translation", "message", "find", "library"]


def part(program: Tospalt) -> str:
    """Which part has the focus."""
    window, focus = program.window, QApplication.focusWidget()
    assert focus is not None
    if focus is window.reading_view:
        place = window.reading_view.caret.place
        assert place is not None
        return ORDER[place.column]
    around = {"message": window.notices, "find": window.navigation.parts.find, "library": window.library.panel}
    return next(name for name, widget in around.items() if widget.isAncestorOf(focus))


def test_a_key_goes_back_to_the_field_of_an_edit(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.reading_view.setFocus()
    window.actions_["edit"].trigger()
    field = window.editing.bar.field
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F6)
        if window.editing.bar.isAncestorOf(QApplication.focusWidget() or window):
            break
    assert field.hasFocus()


@pytest.mark.parametrize(
    ("way", "shown"),
    crossed(
        [(NONE, 1), (SHIFT, -1)],
        [ORDER, ["original", "translation", "library"], ["original", "translation", "message"]],
    ),
)
def test_a_key_goes_round_all_parts_that_show(
    way: tuple[Qt.KeyboardModifier, int], shown: list[str], opened: Tospalt, qtbot: QtBot
) -> None:
    held, step = way
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    if "find" in shown:
        window.actions_["find"].trigger()
    if "library" not in shown:
        window.actions_["library"].trigger()
    if "message" in shown:
        window.notices.say("Something happened.", "Do it", lambda: None)
    else:
        window.notices.forget(None)
    window.reading_view.move_caret(Place(0, 0, 0))
    window.reading_view.setFocus()
    gone = []
    for _ in range(2 * len(shown)):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F6, held)
        gone.append(part(opened))
    order = shown if step > 0 else shown[::-1]
    begin = order.index("original") + 1
    assert gone == (order[begin:] + order[:begin]) * 2
    assert bool(window.notices.message) == ("message" in shown)
