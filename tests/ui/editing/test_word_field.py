"""Words in the edit field are those of the reading view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui.editing.word_field import WordField

BEFORE = "😀 👍🏽 "
WORDS = ["1 000,5", "ola@nav.no", "10.30", "https://nav.no/a-b", "e-post", "d'Arc", "§ 3-1", "50 %", "−12,5", "katt"]


@pytest.fixture
def field(qtbot: QtBot) -> WordField:
    field = WordField()
    qtbot.addWidget(field)
    field.resize(900, 80)
    field.show()
    qtbot.waitExposed(field)
    return field


def double_click(field: WordField, qtbot: QtBot, unit: int) -> str:
    """Double click the character at a position in UTF-16 units; returns the selection."""
    cursor = field.textCursor()
    cursor.setPosition(unit)
    box = field.cursorRect(cursor)
    qtbot.mouseDClick(field.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(2, 0))
    return field.textCursor().selectedText()


def test_the_menu_shows_the_shortcuts_of_all_its_commands(field: WordField) -> None:
    for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Undo):
        QShortcut(key, field.window())  # as the window has for its own commands
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    (menu,) = field.findChildren(QMenu)
    commands = [action.text() for action in menu.actions() if action.objectName()]
    assert len(commands) == 7 and all("\t" in text for text in commands)
    menu.close()


@pytest.mark.parametrize("word", WORDS)
def test_a_double_click_selects_the_word_wherever_it_is_hit(word: str, field: WordField, qtbot: QtBot) -> None:
    field.setPlainText(f"{BEFORE}se {word}, ja")
    start = len(BEFORE.encode("utf-16-le")) // 2 + 3
    assert {double_click(field, qtbot, start + place) for place in range(len(word))} == {word}


def test_a_double_click_beside_words_selects_what_it_does_in_every_field(field: WordField, qtbot: QtBot) -> None:
    field.setPlainText("")
    assert double_click(field, qtbot, 0) == ""
    field.setPlainText("ja ... nei")
    assert set(double_click(field, qtbot, 4)) == {"."}
