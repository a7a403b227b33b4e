"""The keys and buttons of the edit bar, and what is pasted into it."""

import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editing.field import SOURCE, compose, open_bar, paste
from tests.ui.editing.sentence import begin
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.edit_bar import EditBar
from ui.editing.pasted_words import LONGEST

_KEYS, _MODIFIERS = Qt.Key, Qt.KeyboardModifier


def saved(bar: EditBar) -> list[str]:
    words: list[str] = []
    bar.saved.connect(words.append)
    return words


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (_KEYS.Key_Return, _MODIFIERS.NoModifier),
        (_KEYS.Key_Enter, _MODIFIERS.KeypadModifier),
        (_KEYS.Key_Return, _MODIFIERS.ControlModifier),
    ],
)
def test_enter_saves_and_closes(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    bar = open_bar(qtbot, "The dog")
    words = saved(bar)
    qtbot.keyClicks(bar.field, " sleeps")
    qtbot.keyClick(bar.field, key, modifier)
    assert words == ["The dog sleeps"]
    assert bar.isHidden()


@pytest.mark.parametrize("key", [_KEYS.Key_Return, _KEYS.Key_Enter])
def test_shift_and_enter_break_the_line(qtbot: QtBot, key: Qt.Key) -> None:
    bar = open_bar(qtbot, "The dog")
    words = saved(bar)
    qtbot.keyClick(bar.field, key, _MODIFIERS.ShiftModifier)
    qtbot.keyClicks(bar.field, "sleeps")
    assert bar.field.toPlainText() == "The dog\nsleeps"
    assert not words and bar.isVisible()


def test_the_window_takes_no_kind_of_enter_from_the_field(qtbot: QtBot) -> None:
    bar = open_bar(qtbot)
    for modifier in (_MODIFIERS.NoModifier, _MODIFIERS.ShiftModifier, _MODIFIERS.ControlModifier):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, _KEYS.Key_Return, modifier)
        event.ignore()
        QApplication.sendEvent(bar.field, event)
        assert event.isAccepted()


def test_enter_that_is_still_held_from_before_saves_nothing(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    words = saved(bar)
    event = QKeyEvent(QEvent.Type.KeyPress, _KEYS.Key_Return, _MODIFIERS.NoModifier, "\r", True)
    QApplication.sendEvent(bar.field, event)
    assert not words and bar.isVisible()
    assert bar.field.toPlainText() == "The dog"


def test_enter_while_a_character_is_composed_saves_nothing(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    words = saved(bar)
    compose(bar.field, "´")
    qtbot.keyClick(bar.field, _KEYS.Key_Return)
    assert not words and bar.isVisible()
    compose(bar.field, "", "é")
    qtbot.keyClick(bar.field, _KEYS.Key_Return)
    assert words == ["The dogé"]


def test_escape_leaves_and_hands_over_what_was_typed(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    words, left = saved(bar), list[str]()
    bar.abandoned.connect(left.append)
    qtbot.keyClicks(bar.field, "s")
    qtbot.keyClick(bar.field, _KEYS.Key_Escape)
    assert bar.isHidden()
    assert (words, left) == ([], ["The dogs"])


@pytest.mark.parametrize("width", [700, 1600])
def test_what_deletes_an_edit_is_far_from_what_saves_it(qtbot: QtBot, width: int) -> None:
    bar = open_bar(qtbot)
    bar.open_for(SOURCE, "The dog", edited=True)
    bar.resize(width, bar.height_in(width))
    qtbot.waitUntil(lambda: bar.save_button.geometry().right() > width - 40, timeout=5000)
    between = bar.save_button.geometry().left() - bar.revert_button.geometry().right()
    assert between > 200
    assert "everywhere" in bar.revert_button.text()


@pytest.mark.parametrize(
    ("pasted", "put"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("\n one\n\n", " one"),
        ("a\tb\0c\x07d", "a bcd"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("x\u00a0y 👍🏽 e\u0301 שלום\u200f", "x\u00a0y 👍🏽 e\u0301 שלום\u200f"),
    ],
)
def test_pasted_text_brings_lines_and_letters_alone(qtbot: QtBot, pasted: str, put: str) -> None:
    bar = open_bar(qtbot)
    paste(bar.field, pasted)
    assert bar.field.toPlainText() == put


def test_a_text_with_no_break_spaces_is_no_change_of_itself(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "20\u00a0°C\nand 5\u202f%")
    assert not bar.changed
    qtbot.keyClicks(bar.field, "!")
    assert bar.field.toPlainText() == "20\u00a0°C\nand 5\u202f%!"


def test_of_a_text_that_is_too_long_the_beginning_is_pasted_and_the_user_told(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    begun = time.process_time()
    paste(bar.field, "word " * 200_000)
    assert time.process_time() - begun < 2
    assert len(bar.field.toPlainText()) == LONGEST
    assert "room for 20,000 characters" in bar._hint.text()
    bar.open_for(SOURCE, "The cat", edited=False)
    assert "every document" in bar._hint.text()


def test_pasting_again_and_again_fills_the_field_no_further(qtbot: QtBot) -> None:
    bar = open_bar(qtbot)
    for _ in range(3):
        paste(bar.field, "a" * LONGEST)
    assert bar.field.toPlainText() == "a" * LONGEST
    assert "room for 20,000 characters" in bar._hint.text()
    bar.field.selectAll()
    paste(bar.field, "b" * LONGEST)  # in place of all there was
    assert bar.field.toPlainText() == "b" * LONGEST


def test_an_input_method_puts_in_no_more_than_fits(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    compose(bar.field, "", "o" * 200_000)
    assert len(bar.field.toPlainText()) == LONGEST and "room for 20,000 characters" in bar._hint.text()
    compose(bar.field, "", "ø")
    assert len(bar.field.toPlainText()) == LONGEST + 1, "who types is not stopped"


def test_a_paste_can_be_undone(qtbot: QtBot) -> None:
    bar = open_bar(qtbot, "The dog")
    paste(bar.field, " sleeps\tnow")
    bar.field.undo()
    assert bar.field.toPlainText() == "The dog"


def test_what_is_typed_has_the_size_of_the_text_that_is_read_within_limits(opened: Tospalt, qtbot: QtBot) -> None:
    begin(opened)
    bar, heights = opened.window.editing.bar, list[int]()

    def three_lines() -> bool:
        return bar.field.height() >= 3 * bar.field.fontMetrics().lineSpacing()

    for size, points in ((8, 9), (13, 13), (18, 18), (40, 20)):
        opened.preferences.change(text_size=size)
        assert bar.field.font().pointSizeF() == points
        qtbot.waitUntil(three_lines, timeout=PATIENCE)
        heights.append(bar.field.height())
    assert heights == sorted(heights)
