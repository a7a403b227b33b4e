"""Typographic marks while one types in the edit field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.settings_file import SettingsFile
from reader.spelling import OwnWords, Speller
from tests.ui.editing.field import SOURCE, compose, open_bar, paste
from ui.editing.edit_bar import EditBar
from ui.editing.spelling import Spelling
from ui.editing.writing_aids import add_writing_aids
from ui.session.preferences import Preferences

_KEYS = Qt.Key


@pytest.fixture
def preferences(qapp: object, tmp_path: Path) -> Preferences:
    preferences = Preferences(SettingsFile(tmp_path / "settings.json"))
    preferences.change(check_spelling=False)
    return preferences


@pytest.fixture
def bar(qtbot: QtBot, preferences: Preferences, tmp_path: Path) -> EditBar:
    bar = open_bar(qtbot)
    add_writing_aids(bar, preferences, Spelling(Speller(), OwnWords(tmp_path / "own-words.txt")))
    bar.open_for(SOURCE, "", edited=False, language="nb")
    return bar


def test_marks_of_the_language_stand_where_straight_ones_are_typed(bar: EditBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, 'Han sa "nei" - nå.')
    assert bar.field.toPlainText() == "Han sa «nei» – nå."
    bar.open_for(SOURCE, "", edited=False, language="en")
    qtbot.keyClicks(bar.field, '"Don\'t"')
    assert bar.field.toPlainText() == "“Don’t”"


def test_behind_emoji_and_in_a_second_line_the_right_mark_is_replaced(bar: EditBar, qtbot: QtBot) -> None:
    bar.put("🐕\n🐕🐕 ")
    qtbot.keyClicks(bar.field, '"a')
    assert bar.field.toPlainText() == "🐕\n🐕🐕 «a"


@pytest.mark.parametrize(("keys", "made"), [('a "', "a «"), ("a - ", "a – "), ("a--b", "a–b")])
def test_backspace_just_after_gives_what_was_typed(bar: EditBar, qtbot: QtBot, keys: str, made: str) -> None:
    qtbot.keyClicks(bar.field, keys)
    assert bar.field.toPlainText() == made
    qtbot.keyClick(bar.field, _KEYS.Key_Backspace)
    assert bar.field.toPlainText() == keys
    qtbot.keyClick(bar.field, _KEYS.Key_Backspace)
    assert bar.field.toPlainText() == keys[:-1]


@pytest.mark.parametrize(("keys", "made"), [('a "', "a «"), ("a - ", "a – "), ("a--b", "a–b")])
def test_undoing_gives_what_was_typed_and_one_can_type_on(bar: EditBar, qtbot: QtBot, keys: str, made: str) -> None:
    qtbot.keyClicks(bar.field, keys)
    qtbot.keyClick(bar.field, _KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.field.toPlainText() == keys
    bar.field.redo()
    assert bar.field.toPlainText() == made
    bar.field.undo()
    qtbot.keyClicks(bar.field, "xy")
    assert bar.field.toPlainText() == f"{keys}xy"


@pytest.mark.parametrize("key", [_KEYS.Key_Left, _KEYS.Key_A])
def test_backspace_later_deletes_a_character(bar: EditBar, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClicks(bar.field, 'a "')
    qtbot.keyClick(bar.field, key)
    before = bar.field.toPlainText()
    qtbot.keyClick(bar.field, _KEYS.Key_Backspace)
    assert len(bar.field.toPlainText()) == len(before) - 1
    assert "«" in bar.field.toPlainText()


def test_pasted_and_existing_marks_are_left_alone(bar: EditBar, qtbot: QtBot) -> None:
    bar.put('"a" - ')
    paste(bar.field, '"b" - c')
    qtbot.keyClicks(bar.field, " d")
    assert bar.field.toPlainText() == '"a" - "b" - c d'


def test_a_mark_made_with_dead_keys_counts_once_it_is_finished(bar: EditBar) -> None:
    compose(bar.field, '"')
    assert bar.field.toPlainText() == ""
    compose(bar.field, "", '"')
    assert bar.field.toPlainText() == "«"


def test_it_can_be_turned_off(bar: EditBar, qtbot: QtBot, preferences: Preferences) -> None:
    preferences.change(typographic_marks=False)
    qtbot.keyClicks(bar.field, '"a" - b')
    assert bar.field.toPlainText() == '"a" - b'
