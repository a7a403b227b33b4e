"""Full screen leaves nothing but the text, and gives everything back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolBar
from pytestqt.qtbot import QtBot

from tests.ui import states
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.window.main_window import MainWindow

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def outlined(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with all its panels."""
    window = program.window
    window.resize(1200, 700)
    states.with_outline(program, qtbot, tmp_path)
    assert all(around(window))
    return window


def around(window: MainWindow) -> list[bool]:
    """Whether each thing around the text shows."""
    tools = window.findChild(QToolBar)
    assert tools is not None
    parts = window.menuBar(), tools, window.statusBar(), window.library.panel, window.navigation.parts.outline
    return [part.isVisible() for part in parts]


def hint(window: MainWindow) -> QLabel:
    found = window.findChild(QLabel, "passing")
    assert isinstance(found, QLabel)
    return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


@pytest.mark.parametrize("way_out", ["Esc", "F11", "the system"])
def test_the_text_is_alone_and_then_all_is_as_it_was(outlined: MainWindow, qtbot: QtBot, way_out: str) -> None:
    sizes, focus = outlined.panels.sizes(), outlined.library.view
    outlined.activateWindow()
    focus.setFocus()
    outlined.actions_["full_screen"].trigger()
    assert outlined.isFullScreen() and outlined.actions_["full_screen"].isChecked()
    assert not any(around(outlined)) and outlined.reading_view.isVisible()
    assert QApplication.focusWidget() is outlined.reading_view
    if way_out == "Esc":
        press(qtbot, ESCAPE)
    elif way_out == "F11":
        outlined.actions_["full_screen"].trigger()
    else:
        outlined.showNormal()
    qtbot.waitUntil(lambda: all(around(outlined)), timeout=PATIENCE)
    assert not outlined.isFullScreen()
    assert not outlined.actions_["full_screen"].isChecked()
    qtbot.waitUntil(lambda: outlined.panels.sizes() == sizes, timeout=PATIENCE)


def test_what_was_hidden_before_stays_hidden(program: Tospalt, qtbot: QtBot) -> None:
    window = program.window
    open_and_translate(qtbot, program, DOCUMENTS[0])
    window.actions_["library"].trigger()
    for _ in range(2):
        window.actions_["full_screen"].trigger()
    assert around(window) == [True, True, True, False, False]


def test_a_maximized_window_is_maximized_again(outlined: MainWindow) -> None:
    outlined.showMaximized()
    outlined.actions_["full_screen"].trigger()
    assert outlined.isFullScreen()
    outlined.actions_["full_screen"].trigger()
    assert outlined.isMaximized() and not outlined.isFullScreen()


@pytest.mark.parametrize("touched", [False, True])
def test_the_next_start_knows_nothing_of_it(outlined: MainWindow, start: Callable[[], Tospalt], touched: bool) -> None:
    before = outlined._spot.measures() | outlined.panels.widths()
    outlined.actions_["full_screen"].trigger()
    if touched:  # panels come when asked for, and nothing of that is remembered
        for command in ("library", "outline", "outline", "library", "filter"):
            outlined.actions_[command].trigger()
        assert outlined.library.panel.isVisible()
    outlined.close()
    again = start().window
    kept = {name: getattr(again.settings, name) for name in before}
    assert kept == before and again.settings.outline_shown
    assert not again.isFullScreen() and again.library.panel.isVisible()


def test_messages_and_bars_come_and_esc_closes_these_first(outlined: MainWindow, qtbot: QtBot) -> None:
    outlined.activateWindow()
    outlined.actions_["full_screen"].trigger()
    outlined.notices.say("Something happened.")
    outlined.actions_["edit"].trigger()
    assert outlined.notices.isVisible() and outlined.editing.bar.isVisible()
    press(qtbot, ESCAPE)
    assert outlined.isFullScreen() and not outlined.editing.bar.isVisible()
    press(qtbot, ESCAPE)
    assert not outlined.isFullScreen() and outlined.notices.isVisible()


def test_esc_unpins_before_it_leaves_and_cancels_no_translation(busy: object, program: Tospalt, qtbot: QtBot) -> None:
    window = program.window
    window.activateWindow()
    window.actions_["full_screen"].trigger()
    assert window.actions_["cancel"].isEnabled()
    window.actions_["pin"].trigger()
    press(qtbot, ESCAPE)
    assert window.isFullScreen() and not window.reading_view.highlighter.pinned
    press(qtbot, ESCAPE)
    assert not window.isFullScreen() and window.actions_["cancel"].isEnabled()


def test_how_to_leave_is_said_once_and_in_the_menu_of_the_text(outlined: MainWindow) -> None:
    action = outlined.actions_["full_screen"]
    assert action not in menu_of_text(outlined)
    action.trigger()
    assert hint(outlined).isVisible() and hint(outlined).text() == "Press Esc or F11 to leave full screen."
    outlined.actions_["edit"].trigger()
    over = hint(outlined).parentWidget()
    assert over is not None and over.isAncestorOf(outlined.reading_view)  # and so beside bars and messages
    assert over.rect().contains(hint(outlined).geometry())
    outlined.editing.bar.close_bar()
    assert action in menu_of_text(outlined)
    action.trigger()
    assert not hint(outlined).isVisible()
    action.trigger()
    assert not hint(outlined).isVisible()


def menu_of_text(window: MainWindow) -> list[object]:
    menus = window.reading_view._menus
    menu = menus.menu(menus.at_caret()[0], lambda _: None, lambda _: None)
    actions: list[object] = list(menu.actions())
    menu.deleteLater()
    return actions


def test_it_outlives_a_change_of_the_language(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    old = program.window
    old.actions_["full_screen"].trigger()
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    window = program.window
    assert window.isFullScreen() and not any(around(window)) and window.actions_["full_screen"].isChecked()
    window.actions_["full_screen"].trigger()
    assert around(window) == [True, True, True, True, False] and not window.isFullScreen()


def test_another_document_brings_no_outline(
    outlined: MainWindow, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    outlined.actions_["full_screen"].trigger()
    path = tmp_path / "to.md"
    path.write_text("# En\n\nDet regnet.\n\n## To\n\nAlle sov.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    assert not any(around(outlined))
    outlined.actions_["full_screen"].trigger()
    qtbot.waitUntil(lambda: all(around(outlined)), timeout=PATIENCE)  # once the window has its size again


def test_a_start_that_is_full_screen_by_the_system_hides_nothing(
    start: Callable[[], Tospalt], folders: Folders
) -> None:
    window = start().window
    window.showFullScreen()
    assert around(window)[:4] == [True] * 4
