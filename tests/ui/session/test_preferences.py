"""The settings that all windows share: a change in one reaches all, and is saved."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reader.settings import ExportPreferences, Settings
from reader.settings_file import SettingsFile
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.session.preferences import Preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def preferences(file: Path) -> Preferences:
    return Preferences(SettingsFile(file))


class Window(QObject):
    """Something that uses a setting."""

    def __init__(self, preferences: Preferences, setting: str = "text_size") -> None:
        super().__init__()
        self.told: list[object] = []
        preferences.bind(setting, self.told.append, self)


def test_what_is_set_is_in_the_file_and_the_rest_as_it_was(preferences: Preferences, file: Path) -> None:
    preferences.change(theme="dark", text_size=20)
    preferences.change(measure=50)
    assert preferences.settings == Settings(theme="dark", text_size=20, measure=50)
    assert SettingsFile(file).settings == preferences.settings


def test_who_is_bound_to_a_setting_is_told_of_it_now_and_when_it_is_another(preferences: Preferences) -> None:
    window = Window(preferences)
    assert window.told == [13]
    preferences.change(text_size=20, theme="dark")
    preferences.change(theme="sepia")
    preferences.change(text_size=20)
    assert window.told == [13, 20]
    preferences.change(text_size=13)
    assert window.told == [13, 20, 13]


def test_who_watches_a_setting_is_told_only_when_it_is_another(preferences: Preferences) -> None:
    told: list[object] = []
    preferences.watch("theme", told.append, preferences)
    assert told == []
    preferences.change(theme="dark")
    assert told == ["dark"]


def test_the_choices_of_the_export_are_one_setting(preferences: Preferences) -> None:
    window = Window(preferences, "export")
    preferences.change(export=ExportPreferences(paper="a5"))
    assert window.told == [ExportPreferences(), ExportPreferences(paper="a5")]


def test_a_window_that_is_gone_is_not_told_any_more(preferences: Preferences) -> None:
    gone, there = Window(preferences), Window(preferences)
    told = gone.told
    delete(gone)
    preferences.change(text_size=20)
    assert (told, there.told) == ([13], [13, 20])


def test_whoever_sets_another_setting_when_told_of_one_leaves_all_with_the_last(
    preferences: Preferences, file: Path
) -> None:
    preferences.watch("theme", lambda _: preferences.change(text_size=30), preferences)
    window = Window(preferences)
    preferences.change(theme="dark", text_size=20)
    assert window.told == [13, 30]
    assert SettingsFile(file).settings == preferences.settings == Settings(theme="dark", text_size=30)


def test_another_program_keeps_what_it_has_set_and_nobody_is_told_of_it_here(
    preferences: Preferences, file: Path
) -> None:
    window, other = Window(preferences), Preferences(SettingsFile(file))
    other.change(text_size=20, export=ExportPreferences(paper="a5"))
    preferences.change(theme="dark", export=ExportPreferences(layout="stacked"))
    assert window.told == [13]
    both = ExportPreferences(paper="a5", layout="stacked")
    assert SettingsFile(file).settings == Settings(theme="dark", text_size=20, export=both)


def test_what_cannot_be_written_holds_all_the_same_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    preferences = Preferences(SettingsFile(tmp_path / "settings.json"))
    window, told = Window(preferences), list[str]()
    preferences.unwritten.connect(lambda problem: told.append(problem()))
    preferences.change(text_size=20)
    assert window.told == [13, 20]
    assert told == [f"“{tmp_path / 'settings.json'}” cannot be written: it is a folder. Tospalt keeps trying."]


def test_what_could_not_be_written_is_once_it_can_be(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.toolkit.retrying._AGAIN_MS", 1)
    file = tmp_path / "settings.json"
    file.mkdir()
    preferences = Preferences(SettingsFile(file))
    told: list[object] = []
    preferences.unwritten.connect(told.append)
    preferences.change(text_size=20)
    file.rmdir()
    qtbot.waitUntil(lambda: told[-1] is None, timeout=PATIENCE)
    assert SettingsFile(file).settings.text_size == 20 and len(told) == 2


def test_a_file_that_was_damaged_meanwhile_is_a_problem(preferences: Preferences, file: Path) -> None:
    told: list[str] = []
    preferences.problem.connect(told.append)
    file.write_text("{")
    preferences.change(text_size=20)
    assert len(told) == 1 and told[0].startswith("The settings were damaged. They were kept as")


def test_forgotten_folders_are_gone_here_and_in_the_file(preferences: Preferences, file: Path) -> None:
    window = Window(preferences, "last_folder")
    preferences.change(last_folder="/secret", export=ExportPreferences(folder="/secret", paper="a5"))
    preferences.forget_folders(lambda folder: folder == "/secret")
    assert window.told == ["", "/secret", ""]
    assert preferences.settings == Settings(export=ExportPreferences(paper="a5"))
    assert "secret" not in file.read_text()


def test_two_windows_of_the_program_show_what_is_set_in_either(program: Tospalt) -> None:
    first, second = program.window, program._new_window()
    first.actions_["larger"].trigger()
    second.actions_["view_stacked"].trigger()
    second.actions_["theme_sepia"].trigger()
    for window in (first, second):
        assert window.actions_["view_stacked"].isChecked() and window.actions_["theme_sepia"].isChecked()
        looks = window.appearance.looks()
        assert (looks.points, looks.view, looks.theme.name) == (14, "stacked", "sepia")
        assert window.reading_view.looks == looks
    second.deleteLater()


LOOKS = {
    "text_size": 20,
    "line_spacing": 1.5,
    "measure": 50,
    "view": "stacked",
    "column_split": 300,
    "blur": "original",
    "highlight_words": False,
    "reading_face": "system_sans",
    "justified": True,
}


@pytest.mark.parametrize("setting", LOOKS)
def test_each_setting_by_which_texts_are_drawn_shows_at_once(program: Tospalt, setting: str) -> None:
    before = program.window.reading_view.looks
    assert len(LOOKS) == len(fields(before)) - 3  # the theme is seen to above, the columns are chosen for each document
    program.preferences.change(**{setting: LOOKS[setting]})
    after = program.window.reading_view.looks
    assert after == program.window.appearance.looks() != before


def test_settings_that_cannot_be_written_are_told_of_in_the_window_while_that_is_so(
    program: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    (folders.config / "settings.json").unlink(missing_ok=True)
    (folders.config / "settings.json").mkdir(parents=True)
    program.window.actions_["larger"].trigger()
    assert "settings.json” cannot be written" in program.window.notices.message
    assert program.window.settings.text_size == 14
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window.notices.message.endswith("Tospalt prøver videre."), timeout=PATIENCE)
    (folders.config / "settings.json").rmdir()
    program.window.actions_["larger"].trigger()
    assert not program.window.notices.message


def test_what_is_set_in_a_window_is_there_in_the_next(start: Callable[[], Tospalt]) -> None:
    start().window.actions_["theme_dark"].trigger()
    assert start().window.actions_["theme_dark"].isChecked()
