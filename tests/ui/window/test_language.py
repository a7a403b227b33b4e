"""The window in another language: the dialogs over it are there again, and what is done in them is not lost."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.dialog import ExportDialog
from ui.packages.dialog import PackagesDialog
from ui.window.log_dialog import LogDialog
from ui.window.main_window import MainWindow
from ui.window.settings_dialog import SettingsDialog


def change(program: Tospalt, qtbot: QtBot, code: str) -> None:
    with qtbot.waitSignal(program.window.destroyed, timeout=PATIENCE):
        program.preferences.change(interface_language=code)


def over(window: MainWindow, kind: type[QDialog]) -> list[QDialog]:
    """The dialogs of a kind that are shown over a window."""
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def test_the_windows_that_are_open_beside_it_are_there_again_where_they_were(program: Tospalt, qtbot: QtBot) -> None:
    places = {}
    for number, (command, kind) in enumerate((("packages", PackagesDialog), ("log", LogDialog))):
        program.window.actions_[command].trigger()
        [dialog] = over(program.window, kind)
        dialog.resize(600 + number, 430 + number)
        dialog.move(20 + number, 30 + number)
        places[kind] = dialog.pos(), dialog.size()
    for code, title in (("nb", "Språkpakker"), ("en", "Language packages")):
        change(program, qtbot, code)
        for kind, place in places.items():
            [dialog] = over(program.window, kind)
            assert (dialog.pos(), dialog.size()) == place
        assert over(program.window, PackagesDialog)[0].windowTitle() == title


def test_windows_that_were_closed_stay_closed(program: Tospalt, qtbot: QtBot) -> None:
    for command, kind in (("packages", PackagesDialog), ("log", LogDialog), ("settings", SettingsDialog)):
        program.window.actions_[command].trigger()
        over(program.window, kind)[0].close()
    change(program, qtbot, "nb")
    assert over(program.window, QDialog) == []


def test_the_settings_stay_where_they_are_with_the_keyboard_on_the_language(program: Tospalt, qtbot: QtBot) -> None:
    program.window.actions_["settings"].trigger()
    [dialog] = over(program.window, SettingsDialog)
    dialog.move(17, 23)
    field = dialog.findChild(QComboBox, "interface_language")
    assert isinstance(field, QComboBox)
    field.setFocus()
    change(program, qtbot, "nb")
    [again] = over(program.window, SettingsDialog)
    focus = again.focusWidget()
    assert again.pos() == QPoint(17, 23) and focus is not None and focus.objectName() == "interface_language"


def test_what_was_searched_for_and_what_has_failed_is_there_in_the_other_language(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    program.window.actions_["packages"].trigger()
    [dialog] = program.window.findChildren(PackagesDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 2, timeout=PATIENCE)
    dialog.list.setCurrentIndex(dialog.model.index(2, 0))
    chosen = dialog._row()
    assert chosen is not None and chosen.package is not None
    with qtbot.waitSignal(program.packages.store.failed, timeout=PATIENCE):
        program.packages.store.import_files([tmp_path / "none.argosmodel"])
    dialog.search.setText("nor")
    change(program, qtbot, "nb")
    [again] = program.window.findChildren(PackagesDialog)
    assert again.search.text() == "nor"
    assert "kan ikke leses" in again.notices.message
    qtbot.waitUntil(lambda: again._row() is not None, timeout=PATIENCE)
    row = again._row()
    assert row is not None and row.package is not None and row.package.path == chosen.package.path


def test_a_dialog_that_waits_for_the_user_is_finished_first(opened: Tospalt, qtbot: QtBot) -> None:
    old = opened.window
    old.actions_["export"].trigger()
    [dialog] = over(old, ExportDialog)
    dialog.resize(QSize(700, 500))
    opened.preferences.change(interface_language="nb")
    QApplication.processEvents()
    assert opened.window is old and dialog.isVisible()
    with qtbot.waitSignal(old.destroyed, timeout=PATIENCE):
        dialog.close()
    assert opened.window is not old and opened.window.actions_["quit"].text() == "&Avslutt"


def test_a_language_that_is_changed_back_meanwhile_changes_nothing(opened: Tospalt, qtbot: QtBot) -> None:
    old = opened.window
    old.actions_["information"].trigger()
    opened.preferences.change(interface_language="nb")
    opened.preferences.change(interface_language="en")
    over(old, QDialog)[0].close()
    QApplication.processEvents()
    assert opened.window is old


def test_the_warning_that_a_file_is_not_saved_yet_is_in_the_other_language_and_given_once(
    program: Tospalt, qtbot: QtBot, engine: HeldEngine, path: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    program.writing.write(tmp_path / "ut.pdf")
    assert not program.window.close()
    change(program, qtbot, "nb")
    assert program.window.notices.message.startswith("Ikke lagret ennå: «ut.pdf».")
    change(program, qtbot, "en")
    assert program.window.notices.message.startswith("Not saved yet: “ut.pdf”.")
    assert program.window.close()
