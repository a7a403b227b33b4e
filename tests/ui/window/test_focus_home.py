"""The keyboard focus, when the program hides what has it: it is never given to another part."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.samples import crossed
from tests.ui.patience import PATIENCE
from ui.app import Tospalt


def _hidden_by(program: Tospalt) -> dict[str, tuple[QWidget, Callable[[], object]]]:
    """What may have the focus, and what hides it."""
    window = program.window
    parts = window.navigation.parts
    return {
        "edit bar": (window.editing.bar.field, window.editing.put_away),
        "find": (parts.find.field, parts.find.hide),
        "go to": (parts.go_to, parts.go_to.hide),
        "library": (window.library.view, window.actions_["library"].trigger),
        "filter": (window.library.panel, window.actions_["library"].trigger),
        "outline": (parts.outline, parts.outline.hide),
    }


@pytest.mark.parametrize(
    ("name", "active"), crossed(["edit bar", "find", "go to", "library", "filter", "outline"], [True, False])
)
def test_the_text_gets_the_keyboard_focus_when_what_has_it_is_hidden(
    name: str, active: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.editing.begin()
    parts = window.navigation.parts
    parts.find.open_bar()
    parts.go_to.open_bar()
    if name == "outline":
        parts.outline.show()  # beside it there may be no room for the library
    having, hide = _hidden_by(opened)[name]
    if name == "filter":
        window.actions_["filter"].trigger()
    elif name == "go to":
        parts.go_to.open_bar()
    else:
        having.setFocus()
    focus = window.focusWidget()
    assert focus is not None and (focus is having or having.isAncestorOf(focus))
    other = QWidget()
    qtbot.addWidget(other)
    if not active:
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow, timeout=PATIENCE)
    hide()
    assert not having.isVisible()
    if not active:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    assert QApplication.focusWidget() is window.reading_view


def test_what_is_hidden_without_having_the_focus_leaves_it_where_it_is(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.editing.begin()
    window.library.view.setFocus()
    window.editing.put_away()
    assert QApplication.focusWidget() is window.library.view


def test_where_no_text_is_shown_what_is_typed_goes_nowhere(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.editing.begin()
    assert window.editing.bar.field.hasFocus()
    window.documents.close_document()
    focus = QApplication.focusWidget()
    assert focus is None or not window.library.panel.isAncestorOf(focus)
    qtbot.keyClicks(focus or window, "abc")
    assert window.library.panel.field.text() == ""
    qtbot.keyClick(focus or window, Qt.Key.Key_F6)
    assert window.library.view.hasFocus()
