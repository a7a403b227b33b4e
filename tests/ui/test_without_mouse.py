"""Whatever reacts to the mouse has a way by the keyboard too, in every state of the window and its dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QSplitter,
    QToolBar,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui import states
from tests.ui.accessible import tab_stops
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import begin
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.toolkit.file_dialog import FileDialog

_PANELS = ("library", "outline", "checklist")
# The commands that do without a mouse what dragging a boundary does, by the class of what holds it.
_BOUNDARIES = {
    "Panels": tuple(f"{way}_{panel}" for panel in _PANELS for way in ("wider", "narrower")),
    "ColumnHeader": ("wider_original", "wider_translation", "even_columns"),
}
# The commands that do what dropping something does, by the class of what takes it.
_DROPS = {"MainWindow": ("open", "paste"), "LibraryView": ("open", "paste"), "PackagesDialog": ()}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def without_keys(program: Tospalt, window: QWidget) -> list[str]:
    """What in a window is for the mouse alone."""
    widgets = [each for each in window.findChildren(QWidget) if each.window() is window and each.isVisible()]
    mute = _mute(widgets, tab_stops(window))
    return [*mute, *_undragged(program, widgets), *_undropped(program, [window, *widgets])]


def _mute(widgets: list[QWidget], stops: list[QWidget]) -> Iterator[str]:
    """What can be clicked or tells something, and cannot have the focus."""
    reached = [each for each in widgets if any(stop is each or stop.isAncestorOf(each) for stop in stops)]
    within = [stop for stop in stops if not isinstance(stop, QMenuBar)]
    for widget in widgets:
        in_field = isinstance(widget.parent(), QLineEdit)
        clicked = isinstance(widget, QAbstractButton) and widget.isEnabled() and not in_field
        own = _overrides(widget, "mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent", "contextMenuEvent")
        tells = bool(widget.toolTip()) and widget.isEnabled()
        holds_focus = any(widget.isAncestorOf(stop) for stop in within)
        if (clicked or own or tells) and widget not in reached and not holds_focus and not _on_tool_bar(widget):
            yield f"{type(widget).__name__} {widget.accessibleName() or widget.property('text') or widget.toolTip()}"


def _on_tool_bar(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QToolBar)  # its commands are in the menus, with the same keys


def _undragged(program: Tospalt, widgets: list[QWidget]) -> Iterator[str]:
    """The boundaries that can be dragged, and that no command moves."""
    for widget in widgets:
        drags = isinstance(widget, QSplitter) or (isinstance(widget, QHeaderView) and _interactive(widget))
        if drags and not _in_menus(program, _BOUNDARIES.get(type(widget).__name__, ())):
            yield type(widget).__name__


def _interactive(header: QHeaderView) -> bool:
    modes = [header.sectionResizeMode(n) for n in range(header.count()) if header.sectionSize(n)]
    return QHeaderView.ResizeMode.Interactive in modes or header.sectionsMovable()


def _undropped(program: Tospalt, widgets: list[QWidget]) -> Iterator[str]:
    """What takes what is dropped, without a command that takes the same."""
    for widget in widgets:
        if _overrides(widget, "dropEvent"):
            commands = _DROPS.get(type(widget).__name__)
            if commands is None or (commands and not _in_menus(program, commands)):
                yield type(widget).__name__


def _in_menus(program: Tospalt, commands: tuple[str, ...]) -> bool:
    in_menus = {action for menu in program.window.menuBar().findChildren(QMenu) for action in menu.actions()}
    return bool(commands) and all(program.window.actions_[name] in in_menus for name in commands)


def _overrides(widget: QWidget, *names: str) -> bool:
    own = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("ui.")]
    return any(name in vars(kind) for kind in own for name in names)


def without_menu_key(window: QWidget) -> list[str]:
    """What has a menu for the mouse, and none for the key."""
    stops = tab_stops(window)
    return [_called(stop) for stop in stops if _opens(_right_click, stop) and not _opens(_menu_key, stop)]


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def _opens(do: Callable[[QWidget], None], widget: QWidget) -> bool:
    """Whether a menu opens, which is closed again; some of Qt's run an event loop of their own."""
    seen: list[bool] = []

    def close() -> None:
        menu = QApplication.activePopupWidget()
        seen.append(menu is not None)
        if menu is not None:
            menu.close()

    widget.window().activateWindow()
    widget.setFocus()
    for _ in range(500):
        if widget.hasFocus() or not widget.isVisible():
            break
        QTest.qWait(1)
    if not widget.isVisible():
        return False  # its work has ended
    assert widget.hasFocus()
    QTimer.singleShot(0, widget, close)
    do(widget)
    while not seen:
        QTest.qWait(1)
    return seen[0]


def _right_click(widget: QWidget) -> None:
    viewport = getattr(widget, "viewport", lambda: widget)()
    place = QPoint(60, min(60, viewport.height() // 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def _menu_key(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_F10, _SHIFT)


@pytest.mark.parametrize("state", sample(states.STATES, 4), ids=lambda state: str(state.__name__))
def test_what_reacts_to_the_mouse_reacts_to_the_keyboard(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, state: states.State
) -> None:
    window = state(program, qtbot, tmp_path)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=PATIENCE)
    window.repaint()
    if not isinstance(window, FileDialog):  # which is Qt's
        assert without_keys(program, window) == []
        assert without_menu_key(window) == []
    states.end(window)


def of_links(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "lenker.md"
    path.write_text(
        "Se [kaia](https://example.org/kai) og [båten](#natten) her.[^1] Det regnet 3 ganger.\n\n"
        "# Natten\n\n[^1]: En note.\n",
        "utf-8",
    )
    open_and_translate(qtbot, program, path)
    window = program.window
    window.activateWindow()
    window.reading_view.setFocus()
    qtbot.waitUntil(window.reading_view.hasFocus, timeout=PATIENCE)
    return window


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_of_several_links_in_a_sentence_any_can_be_followed_by_key(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    of_links(program, qtbot, tmp_path)
    view = program.window.reading_view
    view.move_caret(Place(0, SOURCE, 0))
    followed: list[str] = []
    view.link_activated.connect(followed.append)
    for number in range(3):
        program.window.actions_["follow"].trigger()
        menu = open_menu()
        assert [action.text() for action in menu.actions()][:2] == ["kaia", "båten"]
        assert len(menu.actions()) == 3, "the note too"
        for _ in range(number):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        view.move_caret(Place(0, SOURCE, 0))
    assert followed[:2] == ["https://example.org/kai", "#natten"]
    assert followed[2].startswith("#note")


def test_the_menu_key_offers_the_links_of_the_sentence(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    of_links(program, qtbot, tmp_path)
    view = program.window.reading_view
    view.move_caret(Place(0, SOURCE, 0))
    QTest.keyClick(view, Qt.Key.Key_F10, _SHIFT)
    menu = open_menu()
    [links] = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert isinstance(links, QMenu) and len(links.actions()) == 3
    # Places in the document have no address: there is one to be copied.
    assert [action.text() for action in menu.actions()][1] == "Copy &link address"
    menu.close()


def test_the_menu_key_works_while_the_menu_bar_is_active(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    window = of_links(program, qtbot, tmp_path)
    program.window.reading_view.move_caret(Place(0, SOURCE, 0))
    bar = program.window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_F10, _SHIFT)
    assert any(action.text() == "&Open link" for action in open_menu().actions())
    open_menu().close()
    assert program.window.reading_view.hasFocus() and window is program.window


def test_what_a_sign_a_link_and_a_document_of_the_list_tell_can_be_read_by_key(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_links(program, qtbot, tmp_path)
    heard: list[str] = []
    monkeypatch.setattr("ui.toolkit.focus_keys.announce", lambda _, words: heard.append(words))
    window, view = program.window, program.window.reading_view
    bar = begin(program, 0, 1)
    bar.field.setPlainText("It rained.")
    bar.save_button.click()
    qtbot.waitUntil(lambda: bool(text_of(program).rows[0].sentences[1].warnings), timeout=PATIENCE)
    view.setFocus()
    explain = window.actions_["explain"]
    view.move_caret(Place(0, TARGET, 1))
    explain.trigger()
    assert "number" in heard[-1] and "Edited by you" in heard[-1]
    view.move_caret(Place(0, SOURCE, 0))
    explain.trigger()
    assert "kaia: https://example.org/kai" in heard[-1] and "Natten" in heard[-1] and "En note." in heard[-1]
    window.library.view.setFocus()
    qtbot.waitUntil(window.library.view.hasFocus, timeout=PATIENCE)
    explain.trigger()
    assert "lenker.md" in heard[-1]
    QToolTip.hideText()


def test_the_hint_of_a_control_in_a_dialog_can_be_read_by_key(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.toolkit.focus_keys.announce", lambda _, words: heard.append(words))
    dialog = states.about(program, qtbot, tmp_path)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=PATIENCE)
    stop = tab_stops(dialog)[0]
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_F1, _SHIFT)
    assert isinstance(dialog, QDialog) and len(heard) == 1
    QToolTip.hideText()
    dialog.close()
