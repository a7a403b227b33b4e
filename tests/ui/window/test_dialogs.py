"""All dialogs of the program: no larger than the screen, everything in reach, and Return destroys nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from reader.settings_file import SettingsFile
from tests.samples import sample_rows
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit import dialog as dialog_module, fitting
from ui.toolkit.dialog import Dialog
from ui.toolkit.question import ask
from ui.window.text_dialog import TextDialog

OPENING = ("settings", "shortcuts", "memory", "log", "about", "information", "export", "export_several", "packages")
# What Return may do wherever the focus is: nothing is lost by it.
_HARMLESS = {"Close", "Cancel", "Export…", "Export"}
# Whole screens: ordinary ones, and the same at twice the size of everything.
SCREENS = [(1366, 768), (1024, 600), (640, 480), (683, 384), (512, 300), (320, 240)]


def dialogs(program: Tospalt, qtbot: QtBot) -> Iterator[tuple[str, QDialog]]:
    """Each dialog of the program, opened by its command, one at a time."""
    for command in OPENING:
        program.window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE)
        [found] = shown()
        yield command, found
        found.close()
        qtbot.waitUntil(lambda: not shown(), timeout=PATIENCE)


def shown() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def the_default(dialog: QDialog) -> str | None:
    """The text of the button that Return presses in a dialog, if any."""
    defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
    return defaults[0].text().replace("&", "") if defaults else None


def test_return_restores_removes_and_deletes_nothing_in_any_dialog(opened: Tospalt, qtbot: QtBot) -> None:
    for command, dialog in dialogs(opened, qtbot):
        fields = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for field in [each for each in fields if each.isVisible() and not isinstance(each, QPushButton)]:
            field.setFocus()
            assert the_default(dialog) in {None, *_HARMLESS}, (command, field)
        assert command == "packages" or the_default(dialog) is not None, command


def test_return_in_the_settings_keeps_what_was_chosen(opened: Tospalt, qtbot: QtBot) -> None:
    opened.preferences.change(theme="dark", text_size=17)
    opened.window.actions_["settings"].trigger()
    [dialog] = shown()
    for kind in (QComboBox, QCheckBox, QPushButton):
        for field in dialog.findChildren(kind):
            if isinstance(field, QPushButton) and not field.isDefault():
                continue  # with the focus on what restores the defaults, that is what Return is for
            dialog.show()
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Return)
    assert (opened.preferences.settings.theme, opened.preferences.settings.text_size) == ("dark", 17)


def test_a_dialog_that_names_no_default_button_has_none(qtbot: QtBot) -> None:
    dialog, pressed = Dialog(), list[bool]()
    qtbot.addWidget(dialog)
    button = QPushButton("Delete", dialog)
    button.clicked.connect(lambda: pressed.append(True))
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not pressed


def test_return_answers_no_question_with_yes(program: Tospalt) -> None:
    done: list[str] = []
    box = ask(program.window, "Delete it?", {"Delete": lambda: done.append("deleted")}, "Cancel")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not done and not box.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_of_a_question_that_has_the_focus(key: Qt.Key, program: Tospalt, qtbot: QtBot) -> None:
    done: list[str] = []
    box = ask(program.window, "Forget it?", {"Forget": lambda: done.append("forgotten")}, "Cancel")
    safe = next(button for button in box.buttons() if button.text() == "Cancel")
    other = next(button for button in box.buttons() if button is not safe)
    qtbot.waitUntil(safe.hasFocus, timeout=PATIENCE)
    for _ in box.buttons():
        if not other.hasFocus():
            QTest.keyClick(box.focusWidget() or box, Qt.Key.Key_Tab)
    assert other.hasFocus()
    QTest.keyClick(other, key)
    assert done == ["forgotten"] and not box.isVisible()


def test_return_presses_no_other_button_once_the_focus_has_left_it(program: Tospalt) -> None:
    done: list[str] = []
    box = ask(program.window, "Forget it?", {"Forget": lambda: done.append("forgotten")}, "Cancel")
    safe = next(button for button in box.buttons() if button.text() == "Cancel")
    next(button for button in box.buttons() if button is not safe).setFocus()
    safe.setFocus()
    safe.clearFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not done and not box.isVisible()


def test_return_presses_whatever_button_of_a_dialog_has_the_focus(opened: Tospalt, qtbot: QtBot) -> None:
    for command, dialog in dialogs(opened, qtbot):
        for button in dialog.findChildren(QPushButton):
            if not button.isVisible() or not button.isEnabled() or button.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            pressed = list[str]()
            button.clicked.disconnect()  # what it does could close the dialog, or open another
            button.clicked.connect(lambda _=False, button=button, pressed=pressed: pressed.append(button.text()))
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return)
            assert pressed == [button.text()], command


def test_a_choice_closes_the_question_before_it_is_carried_out(program: Tospalt) -> None:
    seen: list[bool] = []
    box = ask(program.window, "Delete it?", {"Delete": lambda: seen.append(box.isVisible())}, "Cancel")
    next(button for button in box.buttons() if button.text() == "Delete").click()
    assert seen == [False]


@pytest.mark.parametrize("screen", SCREENS[:-1])
def test_the_buttons_of_a_question_of_any_length_are_seen(
    screen: tuple[int, int], program: Tospalt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog_module, "available", lambda _: QRect(QPoint(), QSize(*screen)))
    name = "x" * 10_000
    box = ask(program.window, f"Delete “{name}”?\n\nThis cannot be undone.", {"Delete": lambda: None}, "Cancel")
    assert name in box.text()
    assert box.width() <= screen[0] and box.height() <= screen[1]
    for button in box.buttons():
        assert not scrolled(button) and box.rect().contains(QRect(button.mapTo(box, QPoint()), button.size()))
    box.close()


def test_every_dialog_of_the_program_is_fitted() -> None:
    def below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    ours = [each for each in below(QDialog) if each.__module__.startswith("ui.")]
    assert len(ours) > 8 and all(issubclass(each, Dialog | QFileDialog) for each in ours)


# Norwegian words are longer.
@pytest.mark.parametrize(("screen", "code"), sample_rows([*((each, "nb") for each in SCREENS), (SCREENS[-1], "en")], 5))
def test_every_dialog_fits_on_the_screen_and_all_in_it_can_be_reached(
    screen: tuple[int, int],
    code: str,
    start: Callable[[], Tospalt],
    folders: Folders,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    SettingsFile(folders.config / "settings.json").save(Settings(interface_language=code))
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    monkeypatch.setattr(dialog_module, "available", lambda _: QRect(QPoint(), QSize(*screen)))
    for command, dialog in dialogs(program, qtbot):
        assert dialog.width() <= screen[0] and dialog.height() <= screen[1], (command, dialog.size())
        assert dialog.minimumWidth() <= screen[0] and dialog.minimumHeight() <= screen[1], command
        assert isinstance(dialog, Dialog) and dialog.foot is not None, command
        fits = dialog.foot.minimumSizeHint().width() < screen[0] - 40
        assert scrolled(dialog.foot) <= (not fits), command
        for widget in dialog.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not scrolled(widget):
                there = QRect(widget.mapTo(dialog, QPoint()), widget.size())
                assert dialog.rect().contains(there), (command, widget, there, dialog.size())


def scrolled(widget: QWidget) -> bool:
    """Whether a widget is in an area that is scrolled, and wide and high enough for it to be seen."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def test_a_dialog_comes_back_in_the_size_it_was_given(program: Tospalt, qtbot: QtBot) -> None:
    for size in (QSize(600, 400), QSize(500, 450)):
        dialog = TextDialog("Licence", program.window)
        dialog.show()
        dialog.resize(size)
        dialog.close()
        again = TextDialog("Another", program.window)
        again.show()
        assert again.size() == size
        again.close()


def test_a_dialog_comes_back_in_the_size_it_was_given_another_day(
    program: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    for command, size in (("log", QSize(611, 417)), ("shortcuts", QSize(501, 433))):
        program.window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE)
        [dialog] = shown()
        dialog.resize(size)
        dialog.close()
        program.window.close()
        program.close()
        program = start()
        program.window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE)
        [dialog] = shown()
        assert dialog.size() == size
        dialog.close()


class _Placed(Dialog):
    """Sees where it is before Qt or the system have placed it."""

    seen = QRect()

    def showEvent(self, event: QShowEvent) -> None:
        self.seen = QRect(self.pos(), self.size())
        super().showEvent(event)


def test_a_dialog_is_in_the_middle_of_its_parent_before_the_system_has_placed_it(program: Tospalt) -> None:
    program.window.setGeometry(90, 60, 660, 440)
    dialog = _Placed(program.window)
    dialog.resize(200, 100)
    dialog.open()
    middle = dialog.seen.center() - program.window.frameGeometry().center()
    assert abs(middle.x()) < 10 and abs(middle.y()) < 30
    dialog.close()


def test_over_a_window_at_the_edge_of_the_screen_a_dialog_is_whole(
    program: Tospalt, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QRect(0, 0, 800, 600)
    monkeypatch.setattr(dialog_module, "available", lambda _: screen)
    program.window.setGeometry(500, 400, 660, 440)
    dialog = _Placed(program.window)
    dialog.resize(400, 300)
    dialog.open()
    assert screen.contains(dialog.seen)
    dialog.close()


@pytest.mark.parametrize("height", [300, 900])
def test_a_dialog_that_grows_after_it_is_shown_is_fitted_again(
    height: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QRect(0, 0, 800, 600)
    monkeypatch.setattr(dialog_module, "available", lambda _: screen)
    dialog, more, close = Dialog(), QWidget(), QPushButton("Close")
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(close)
    dialog.foot = close
    dialog.show()
    dialog.move(100, 500)
    more.setFixedSize(200, height)
    column.addWidget(more)
    more.show()
    assert dialog.height() > 250
    qtbot.waitUntil(lambda: screen.contains(QRect(dialog.pos(), dialog.size())), timeout=PATIENCE)
    assert scrolled(more) == (height > screen.height()) and not scrolled(close)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_window_fits_on_the_screen_that_is_there(screen: tuple[int, int], program: Tospalt) -> None:
    area = QRect(QPoint(), QSize(*screen))
    spot = program.window._spot
    spot.restore(QSize(1900, 1200), QPoint(3000, 2000), area)
    assert area.contains(QRect(program.window.pos(), program.window.size()))


def test_size_and_place_of_the_window_are_remembered(
    program: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    program.window.resize(700, 500)
    program.window.move(37, 53)
    program.window.close()
    program.close()
    again = start().window
    assert (again.size(), again.pos()) == (QSize(700, 500), QPoint(37, 53))


def test_a_maximized_window_comes_back_maximized_and_then_in_the_size_it_had(
    program: Tospalt, start: Callable[[], Tospalt]
) -> None:
    program.window.resize(700, 500)
    program.window.save()
    program.window.showMaximized()
    program.window.close()
    program.close()
    again = start()
    assert again.window.isMaximized()
    assert (again.preferences.settings.window_width, again.preferences.settings.window_height) == (700, 500)


def test_where_the_system_places_windows_none_is_moved(program: Tospalt, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.window.pos()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    fitting.place(program.window, QPoint(300, 200), QRect(0, 0, 2000, 2000))
    assert program.window.pos() == before


def test_a_frame_is_moved_no_further_than_needed() -> None:
    screen = QRect(100, 50, 1000, 700)
    assert fitting.placed(QRect(200, 100, 300, 300), screen) == QPoint(200, 100)
    assert fitting.placed(QRect(1000, 700, 300, 300), screen) == QPoint(800, 450)
    assert fitting.placed(QRect(-500, -500, 300, 300), screen) == QPoint(100, 50)
    assert fitting.placed(QRect(300, 300, 3000, 3000), screen) == QPoint(100, 50)
