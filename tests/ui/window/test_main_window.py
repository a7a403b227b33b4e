import gc
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.paths import SEEDS
from tests.archives import VERSION
from tests.samples import sample
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.progress import Progress
from ui.window.actions import COMMANDS, MENUS, SUBMENUS, plain
from ui.window.main_window import MainWindow


def test_the_panels_can_be_made_wider_and_narrower_without_the_mouse(opened: Tospalt) -> None:
    window = opened.window
    window.resize(1200, 700)
    if not window.settings.outline_shown:
        window.actions_["outline"].trigger()
    for name, panel in (("library", 0), ("outline", 2)):
        before = window.panels.sizes()
        window.actions_[f"wider_{name}"].trigger()
        wider = window.panels.sizes()
        assert wider[panel] > before[panel] or not before[panel]
        for _ in range(30):
            window.actions_[f"narrower_{name}"].trigger()
        assert (0 < window.panels.sizes()[panel] < wider[panel]) or not before[panel]


def test_every_command_has_a_menu_entry_and_no_shortcut_is_given_twice(program: Tospalt) -> None:
    menus = program.window.menuBar().findChildren(QMenu)
    entries = [action.objectName() for menu in menus for action in menu.actions()]
    assert {command.id for command in COMMANDS} <= set(entries)
    keys = [key.toString() for command in COMMANDS for key in program.window.actions_[command.id].shortcuts()]
    assert len(keys) == len(set(keys))
    assert {command.menu for command in COMMANDS} == set(MENUS) | set(SUBMENUS)


def test_the_file_menu_begins_with_opening_and_has_how_the_file_is_read_beside_its_information(
    program: Tospalt,
) -> None:
    menu = program.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    entries = [plain(action.text()) for action in menu.actions()]
    assert entries[0] == "Open"
    after = entries.index("Document information") + 1
    assert entries[after : after + 2] == ["Encoding", "Lines of plain text"]


def test_no_entry_of_a_menu_has_an_icon_as_few_could(program: Tospalt) -> None:
    actions = [program.window.actions_[command.id] for command in COMMANDS]
    assert any(not action.icon().isNull() for action in actions)
    assert not any(action.isIconVisibleInMenu() for action in actions)


def test_qt_adds_nothing_to_the_titles_of_windows() -> None:
    # With a display name it does, after a dash of its own.
    code = "from ui.running import _application; print(_application().applicationDisplayName())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "tospalt"


def test_no_two_entries_of_a_menu_share_a_mnemonic() -> None:
    for menu in (*MENUS, *SUBMENUS):
        letters = [c.text[c.text.index("&") + 1].lower() for c in COMMANDS if c.menu == menu]
        assert len(letters) == len(set(letters)), menu


def test_theme_and_text_size_are_kept_for_the_next_time(start: Callable[[], Tospalt]) -> None:
    program = start()
    program.window.actions_["theme_dark"].trigger()
    program.window.actions_["larger"].trigger()
    size = program.window.settings.text_size
    again = start()
    assert (again.window.settings.theme, again.window.settings.text_size) == ("dark", size)
    assert again.window.actions_["theme_dark"].isChecked()


@pytest.mark.parametrize(("action", "limit"), [("larger", 40), ("smaller", 8)])
def test_the_text_size_has_limits(program: Tospalt, action: str, limit: int) -> None:
    for _ in range(50):
        program.window.actions_[action].trigger()
    assert program.window.settings.text_size == limit


def test_the_window_names_the_document_and_the_direction(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[1])
    assert program.window.windowTitle().startswith("Putin: I discussed de-escalation zones")
    assert program.window.status.caption == "15 paragraphs translated"
    said = [label.text() for label in program.window.statusBar().findChildren(QLabel)]
    assert f"English → Norwegian Bokmål · translate-en_nb {VERSION}" in said


def test_actions_that_need_a_document_are_off_without_one(program: Tospalt, qtbot: QtBot) -> None:
    names = ("export", "pin", "swap")
    assert not any(program.window.actions_[name].isEnabled() for name in names)
    open_and_translate(qtbot, program, DOCUMENTS[0])
    assert all(program.window.actions_[name].isEnabled() for name in names)


def test_nothing_is_said_of_a_document_that_was_closed(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    window = program.window
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    qtbot.keyClick(window.reading_view, Qt.Key.Key_Right)
    labels = window.statusBar().findChildren(QLabel)
    assert len(labels) == 3 and all(label.text() for label in labels)
    window.actions_["remove"].trigger()
    assert not [label.text() for label in labels if label.text()]
    assert window.windowTitle() == "Tospalt"
    assert not any(window.actions_[name].isEnabled() for name in ("export", "copy", "copy_table", "pin", "edit"))
    for part in (window.navigation, window.direction, window.progress):
        assert not any(window.actions_[name].isEnabled() for name in part.handlers())


def test_the_progress_decides_which_of_its_commands_can_be_used(opened: Tospalt) -> None:
    commands = [opened.window.actions_[name] for name in ("pause", "cancel", "resume")]
    assert not any(command.isEnabled() for command in commands)
    for running, paused, failed, expected in (
        (True, False, 0, [True, True, False]),
        (False, True, 0, [False, True, True]),
        (False, False, 1, [False, False, True]),
    ):
        opened.translation.progressed.emit(
            Progress(3, 4 if running or paused else 3, failed, 0.0, running, None, paused)
        )
        assert [command.isEnabled() for command in commands] == expected


def test_a_change_of_language_checks_the_command_that_it_is_from(opened: Tospalt, qtbot: QtBot) -> None:
    actions = opened.window.actions_
    assert actions["from_detected"].isChecked()
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        actions["swap"].trigger()
    assert actions["from_en"].isChecked() and not actions["from_detected"].isChecked()


def test_a_text_that_is_read_against_its_language_says_so_until_that_is_undone(opened: Tospalt, qtbot: QtBot) -> None:
    notices = opened.window.notices
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window.actions_["swap"].trigger()
    assert notices.message == "This text seems to be in Norwegian Bokmål; it is now read as English."
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        notices._action.click()
    assert opened.document.languages == ("nb", "en") and notices.message == ""
    for _ in range(2):  # and back again, as it plainly is
        with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
            opened.window.actions_["swap"].trigger()
    assert notices.message == ""


def parts_of(window: MainWindow) -> list[weakref.ref[QObject]]:
    """The window and what it is made of; the services that it is built over are nobody's children."""
    parts = [part for part in vars(window).values() if isinstance(part, QObject) and part.parent() is not None]
    return [weakref.ref(part) for part in (window, *parts)]


def test_of_a_window_that_another_has_replaced_nothing_is_left(opened: Tospalt, qtbot: QtBot) -> None:
    parts = parts_of(opened.window)
    with qtbot.waitSignal(opened.window.destroyed, timeout=PATIENCE):
        opened.preferences.change(interface_language="nb")

    def gone() -> bool:
        gc.collect()
        return not [part() for part in parts if part() is not None]

    assert len(parts) > 10
    qtbot.waitUntil(gone, timeout=PATIENCE)  # a job that was under way may have to end first


def whole(bar: QWidget) -> bool:
    """Whether all that is visible in a bar has room in it; a hint may have none at all."""
    inside = [each for each in bar.findChildren(QWidget) if each.parent() is bar and each.isVisible()]
    inside = [each for each in inside if not (isinstance(each, QLabel) and each.size().isEmpty())]
    apart = not any(one.geometry().intersects(other.geometry()) for one, other in combinations(inside, 2))
    wide = all(each.width() >= each.minimumSizeHint().width() for each in inside)
    return apart and wide and all(bar.rect().contains(each.geometry()) for each in inside)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_bar_is_cut_in_the_smallest_window_with_all_panels(program: Tospalt, qtbot: QtBot, language: str) -> None:
    program.preferences.change(interface_language=language)
    qtbot.waitUntil(lambda: program._language.code == language, timeout=PATIENCE)
    open_and_translate(qtbot, program, DOCUMENTS[0])
    window = program.window
    window.resize(window.minimumSize())
    parts = window.navigation.parts
    window.actions_["outline"].trigger()
    for command, bar in (("edit", window.editing.bar), ("find", parts.find), ("go_to", parts.go_to)):
        window.actions_[command].trigger()
        window.editing.bar.revert_button.show()
        qtbot.waitUntil(lambda bar=bar: whole(bar), timeout=PATIENCE)  # type: ignore[misc]
        bar.close_bar()
    qtbot.waitUntil(lambda: parts.outline.geometry().right() <= window.panels.width(), timeout=5000)


def some_text_is_seen(program: Tospalt) -> bool:
    """Whether there is room for two lines of the text, and nothing in its pane is over anything else."""
    window = program.window
    pane, view = window.notices.parentWidget(), window.reading_view
    assert pane is not None
    inside = [each for each in pane.findChildren(QWidget) if each.parent() is pane and each.isVisible()]
    apart = not any(one.geometry().intersects(other.geometry()) for one, other in combinations(inside, 2))
    return (
        apart
        and view.viewport().height() >= 2 * view._typesetter.line_height
        and pane.rect().contains(window.notices.geometry())
    )


def buttons_seen(program: Tospalt) -> int:
    """How many buttons of the message are there; 0 if one of them is not whole."""
    notices = program.window.notices
    buttons = [each for each in notices.findChildren(QPushButton) if each.isVisible()]
    areas = [QRect(button.mapTo(notices, QPoint()), button.size()) for button in buttons]
    return len(buttons) if all(notices.rect().contains(area) for area in areas) else 0


@pytest.mark.parametrize("size", sample([(640, 420), (1024, 500)], 2))
@pytest.mark.parametrize("command", ["", "find", "go_to"])
def test_no_messages_push_the_text_or_a_bar_out_of_the_window(
    opened: Tospalt, qtbot: QtBot, size: tuple[int, int], command: str
) -> None:
    window = opened.window
    window.resize(*size)
    if command:
        window.actions_[command].trigger()
    for number in range(2000):
        window.notices.say(f"{number} " * 20, "Restore", bool, second=("Use the other one", bool), lasting=True)
    window.notices.say("\n".join(map(str, range(400))), "Open the settings of language packages", bool)
    qtbot.waitUntil(lambda: some_text_is_seen(opened) and buttons_seen(opened) == 3, timeout=PATIENCE)
    bars = [bar for bar in window._bars if bar.isVisible()]
    assert len(bars) == bool(command) and all(whole(bar) for bar in bars)


def test_messages_are_reached_and_closed_with_the_keyboard_which_then_is_in_the_text_again(
    opened: Tospalt, qtbot: QtBot
) -> None:
    window = opened.window
    window.activateWindow()
    window.reading_view.setFocus()
    for words in ("One.", "Two."):
        window.notices.say(words, "Try", bool)
    for _ in range(2):  # to the other column, and on
        window.actions_["next_part"].trigger()
    for left in ("One.", ""):
        focused = QApplication.focusWidget()
        assert focused is not None and window.notices.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
        assert window.notices.message == left
    assert QApplication.focusWidget() is window.reading_view


def test_the_library_can_be_hidden_and_stays_so(start: Callable[[], Tospalt]) -> None:
    program = start()
    program.window.actions_["library"].trigger()
    assert not start().window.library.view.isVisible()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_ctrl_c_in_the_terminal_ends_the_window_with_130() -> None:
    # The process prints a line when its window is shown.
    code = (
        "import sys\nfrom PySide6.QtCore import QTimer\nfrom ui import app, running\n"
        "show = app.MainWindow.showEvent\n"
        "def shown(self, event):\n    show(self, event)\n    QTimer.singleShot(0, lambda: print('up', flush=True))\n"
        "app.MainWindow.showEvent = shown\n"
        "from pathlib import Path\nsys.exit(running.run_window([Path(sys.argv[1])]))"
    )
    command = [sys.executable, "-c", code, str(next(SEEDS.glob("*.txt")))]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == b"up\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert b"Traceback" not in process.stderr.read()


def test_the_library_is_where_it_was_after_quitting_and_hidden_only_by_its_command(
    program: Tospalt, start: Callable[[], Tospalt]
) -> None:
    def quit_(program: Tospalt) -> int:
        program.window.close()
        program._application.aboutToQuit.emit()  # as Qt does once the last window is closed
        return program.preferences.settings.library_width

    width = program.window.library.view.width()
    assert quit_(program) == width > 0
    again = start()
    assert again.window.library.view.isVisible()
    again.window.actions_["library"].trigger()
    assert quit_(again) == 0
