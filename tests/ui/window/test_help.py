"""The Help menu: the log, a report that holds nothing of the user's, and what there is to know of the program."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import about, log
from reader.components import Component
from reader.errors import PackageError
from reader.paths import LOGS_FOLDER
from reader.version import __version__
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.faults import Faults
from ui.window.about_dialog import AboutDialog
from ui.window.log_dialog import LogDialog
from ui.window.text_dialog import TextDialog

COPIED = "The report was copied. It contains nothing from your documents."
SMALL = QSize(640, 420)
_Widget = TypeVar("_Widget", bound=QWidget)


def dialog_of(program: Tospalt, kind: type[_Widget]) -> _Widget:
    found = program.window.findChild(kind)
    assert found is not None
    return found


def press(widget: QWidget, text: str) -> None:
    next(button for button in widget.findChildren(QPushButton) if button.text().replace("&", "") == text).click()


# Reports


def copied(program: Tospalt, qtbot: QtBot, ask: Callable[[], None]) -> str:
    """The report that `ask` asks for."""
    QGuiApplication.clipboard().setText("before")
    ask()
    qtbot.waitUntil(lambda: program.window.notices.message == COPIED, timeout=PATIENCE)
    return QGuiApplication.clipboard().text()


def test_a_report_is_copied_from_the_menu(program: Tospalt, qtbot: QtBot) -> None:
    text = copied(program, qtbot, program.window.actions_["report"].trigger)
    assert text.startswith(f"Tospalt {__version__}, Python 3.")
    assert "Argos Translate 1." in text and "Language packages: translate-en_nb" in text


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A document of somebody's, in their home."""
    path = tmp_path / "ragnhild" / "Oppsigelse Torvald.txt"
    path.parent.mkdir()
    path.write_text("Diagnosen er hemmelig. Den gjelder Gudmund.", "utf-8")
    return path


def fall(path: Path) -> None:
    raise ValueError(f"cannot read {path}: {path.read_text('utf-8')}")


def test_a_report_holds_nothing_of_the_users(program: Tospalt, folders: Folders, qtbot: QtBot, private: Path) -> None:
    open_and_translate(qtbot, program, private)
    program.preferences.change(last_folder=str(private.parent), text_size=17)
    writing, faults = log.Log(folders.data / LOGS_FOLDER), Faults()
    faults.told.connect(program.problems.report_fault)
    try:
        fall(private)
    except ValueError as error:
        faults.hear(error)
    with writing.file.open("a", encoding="utf-8") as crash:  # as the interpreter writes of a crash
        crash.write(f'  File "{private.parent}/lib/python3.12/x.py", line 3 in f\n')
    try:
        text = copied(program, qtbot, lambda: press(program.window.notices, "Copy report"))
    finally:
        writing.close()
    assert "Faults, newest last:\nValueError" in text and "test_help.py" in text and " fall" in text
    assert "something unexpected failed" in text and 'File "x.py", line 3 in f' in text
    assert "text_size = 17" in text and "last_folder" not in text
    for private_words in ("ragnhild", "Torvald", "Diagnosen", "Gudmund", "cannot read", str(Path.home())):
        assert private_words not in text, private_words


def test_where_much_goes_wrong_a_report_is_copied_all_the_same(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("ui.window.reports.completed", fail)
    text = copied(program, qtbot, program.window.actions_["report"].trigger)
    assert text.startswith("Tospalt ") and "MemoryError" in text and "Language packages: unknown" in text


@pytest.mark.parametrize(
    ("part", "error", "missing"),
    [
        ("versions", ValueError, "Argos Translate 1."),
        ("find_packages", PackageError("It is damaged."), "translate-en_nb"),
        ("end_of_log", ValueError, "first line"),
    ],
)
def test_what_cannot_be_found_out_leaves_the_rest_of_a_report(
    program: Tospalt,
    folders: Folders,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    error: Exception | type[Exception],
    missing: str,
) -> None:
    written(folders, "first line\n")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(f"ui.window.gathering.{part}", fail)
    text = copied(program, qtbot, program.window.actions_["report"].trigger)
    everything = {"Argos Translate 1.", "translate-en_nb", "first line"}
    assert {words for words in everything if words not in text} == {missing}
    assert "Faults, newest last:\n" in text and "Language packages: none" not in text


def test_a_window_in_another_language_has_the_same_menu(program: Tospalt, qtbot: QtBot) -> None:
    old = program.window
    old.actions_["log"].trigger()
    with qtbot.waitSignal(old.destroyed, timeout=PATIENCE):
        program.preferences.change(interface_language="nb")
    program.window.actions_["report"].trigger()
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Rapporten er kopiert."), timeout=PATIENCE)
    program.window.actions_["log"].trigger()
    dialog = dialog_of(program, LogDialog)
    qtbot.waitUntil(lambda: dialog.told == "Ingenting er logget ennå.", timeout=PATIENCE)
    assert {button.text() for button in dialog.findChildren(QPushButton)} == {"&Kopier", "Åpne logg&mappen", "Lukk"}


# The log


def shown_log(program: Tospalt, qtbot: QtBot, told: str) -> LogDialog:
    """The window with the log, when it tells something that begins so."""
    program.window.actions_["log"].trigger()
    dialog = dialog_of(program, LogDialog)
    qtbot.waitUntil(lambda: dialog.told.startswith(told), timeout=PATIENCE)
    return dialog


def written(folders: Folders, text: str) -> Path:
    path = folders.data / LOGS_FOLDER / "tospalt-20260101-000000-1.log"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_log_is_shown_as_it_is_whenever_that_is_asked_for(program: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    written(folders, "first\n")
    dialog = shown_log(program, qtbot, "The log contains nothing")
    assert dialog.field.toPlainText() == "first\n"
    written(folders, "first\nsecond\n")
    program.window.actions_["log"].trigger()
    qtbot.waitUntil(lambda: dialog.field.toPlainText() == "first\nsecond\n", timeout=PATIENCE)
    press(dialog, "Copy")
    assert QGuiApplication.clipboard().text() == "first\nsecond\n"
    assert dialog.told == "Copied."


def test_of_a_huge_log_the_end_is_shown(program: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    written(folders, "".join(f"line {number} of many\n" for number in range(50_000)))
    dialog = shown_log(program, qtbot, "This is the end of the log.")
    lines = dialog.field.toPlainText().splitlines()
    assert lines[-1] == "line 49999 of many" and 1000 < len(lines) < 20_000
    assert dialog.field.textCursor().atEnd()


def test_a_log_that_is_not_there_or_cannot_be_read_is_told_of(program: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    dialog = shown_log(program, qtbot, "Nothing has been logged yet.")
    assert not dialog.copy_button.isEnabled()
    path = written(folders, "")
    path.unlink()
    path.mkdir()
    assert shown_log(program, qtbot, "The log cannot be read: it is a folder.").field.toPlainText() == ""


def test_a_log_folder_that_is_none_is_told_of(program: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    (folders.data / LOGS_FOLDER).write_text("", "utf-8")
    dialog = shown_log(program, qtbot, "The log cannot be read: part of the path is not a folder.")
    press(dialog, "Open log folder")
    assert dialog.told.endswith("cannot be opened: part of the path is not a folder.")
    text = copied(program, qtbot, program.window.actions_["report"].trigger)
    assert "NotADirectoryError" in text and "Language packages: translate-en_nb" in text


def test_of_a_log_whose_last_line_is_huge_it_is_not_said_that_it_is_empty(
    program: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    written(folders, "first\n" + "x" * 300_000)
    assert not shown_log(program, qtbot, "The last line of the log is too long").copy_button.isEnabled()


def test_the_folder_of_the_log_is_opened_if_it_is_there(
    program: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    works = True

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return works

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = shown_log(program, qtbot, "Nothing has been logged yet.")
    press(dialog, "Open log folder")
    assert "does not exist yet" in dialog.told and not opened
    path = written(folders, "x")
    press(dialog, "Open log folder")
    assert [Path(url.toLocalFile()) for url in opened] == [path.parent]
    works = False
    press(dialog, "Open log folder")
    assert dialog.told.startswith("No file manager could open the folder")


# About


@pytest.fixture
def shown(program: Tospalt, qtbot: QtBot) -> AboutDialog:
    """The window that tells of the program, with everything that it tells."""
    program.window.actions_["about"].trigger()
    dialog = dialog_of(program, AboutDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=PATIENCE)
    return dialog


def test_everything_is_listed_with_version_and_licence(shown: AboutDialog, folders: Folders) -> None:
    rows = {name: (version, licence) for name, version, licence in shown.list.rows()}
    assert rows["Tospalt"] == (__version__, "MIT")
    assert rows["Source Serif 4"] == ("", "SIL OFL 1.1")
    assert {"Python", "Qt", "PySide6", "CTranslate2", "Argos Translate", "SentencePiece", "Typst"} < rows.keys()
    assert {"translate-nb_en", "translate-en_nb"} < rows.keys()
    fields = [Path(field.text()) for field in shown.findChildren(QLineEdit)]
    assert fields == [folders.data, folders.config, folders.data / LOGS_FOLDER]


def test_all_of_it_is_copied_as_text(shown: AboutDialog, folders: Folders) -> None:
    press(shown, "Copy")
    text = QGuiApplication.clipboard().text()
    assert all(f"{name} {version}".strip() in text and licence in text for name, version, licence in shown.list.rows())
    assert str(folders.config) in text
    assert shown.told == "Copied."


def mark(dialog: AboutDialog, name: str) -> None:
    """Choose a row with the keyboard."""
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    for _ in dialog.list.rows():
        if dialog.list.currentIndex().siblingAtColumn(0).data() == name:
            return
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    raise AssertionError(name)


def test_the_text_of_a_licence_can_be_read(shown: AboutDialog, qtbot: QtBot) -> None:
    licences = {"Tospalt": "MIT License", "Noto Emoji": "SIL OPEN FONT LICENSE", "Argos Translate": "MIT License"}
    for name, words in licences.items():
        mark(shown, name)
        press(shown, "Show licence")
        qtbot.waitUntil(lambda: shown.findChild(TextDialog) is not None, timeout=PATIENCE)
        text = shown.findChild(TextDialog)
        assert text is not None and words in text.field.toPlainText() and name in text.windowTitle()
        text.close()
        qtbot.waitUntil(lambda: shown.findChild(TextDialog) is None, timeout=PATIENCE)


def test_a_licence_that_came_without_its_text_cannot_be_asked_for(shown: AboutDialog) -> None:
    mark(shown, "Python")
    assert not shown.licence_button.isEnabled()
    mark(shown, "Tospalt")
    assert shown.licence_button.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_return_close_the_windows(
    shown: AboutDialog, program: Tospalt, folders: Folders, qtbot: QtBot, key: Qt.Key
) -> None:
    written(folders, "first\n")
    log_dialog = shown_log(program, qtbot, "The log contains nothing")
    QGuiApplication.clipboard().setText("before")
    for dialog, within in ((shown, shown.list), (log_dialog, log_dialog.field)):
        assert dialog.focusWidget() is within
        QTest.keyClick(within, key)
        assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_windows_fit_a_small_screen(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, language: str
) -> None:
    folders.config.mkdir()
    (folders.config / "settings.json").write_text(f'{{"interface_language": "{language}"}}')
    program = start()
    kinds: dict[str, type[QDialog]] = {"about": AboutDialog, "log": LogDialog}
    for command, kind in kinds.items():
        program.window.actions_[command].trigger()
        dialog = dialog_of(program, kind)
        smallest = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        assert smallest.boundedTo(SMALL) == smallest, (command, smallest)


def test_nothing_is_looked_up_on_the_thread_of_the_window(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def note(packages: list[Component], *arguments: object) -> about.About:
        threads.append(threading.current_thread())
        return about.About((), {})

    monkeypatch.setattr("ui.window.help.about", note)
    program.window.actions_["about"].trigger()
    qtbot.waitUntil(dialog_of(program, AboutDialog).copy_button.isEnabled, timeout=PATIENCE)
    assert threads and threading.main_thread() not in threads


def test_what_cannot_be_found_out_is_told(program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.window.help.about", lambda *_: 1 / 0)
    program.window.actions_["about"].trigger()
    dialog = dialog_of(program, AboutDialog)
    qtbot.waitUntil(lambda: dialog.told.startswith("Something unexpected went wrong"), timeout=PATIENCE)
    assert not dialog.copy_button.isEnabled()
