from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.patience import PATIENCE
from ui.toolkit.notices import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    widget = NoticeBar()
    qtbot.addWidget(widget)
    return widget


def press(bar: NoticeBar, words: str) -> None:
    next(button for button in bar.findChildren(QPushButton) if button.text() == words).click()


def more(bar: NoticeBar) -> str:
    both: list[QLabel | QPushButton] = [*bar.findChildren(QLabel), *bar.findChildren(QPushButton)]
    shown = [each.text() for each in both if each.isVisible()]
    return next((words for words in shown if "more" in words or "all" in words), "")


def test_the_latest_is_shown_and_closing_it_shows_the_one_before(bar: NoticeBar) -> None:
    for message in ("First.", "Second.", "Third."):
        bar.say(message)
    assert (bar.message, more(bar)) == ("Third.", "Close all (3)")
    press(bar, "Close")
    assert (bar.message, more(bar)) == ("Second.", "1 more message")
    press(bar, "Close")
    press(bar, "Close")
    assert bar.message == ""
    assert bar.isHidden()


def test_the_same_words_and_the_same_topic_are_not_said_twice(bar: NoticeBar) -> None:
    bar.say("Will be written.", topic="export")
    bar.say("Another thing.")
    bar.say("Was written.", topic="export")
    bar.say("Another thing.")
    press(bar, "Close")
    assert (bar.message, more(bar)) == ("Was written.", "")


def test_the_same_words_on_two_topics_are_two_notices_with_what_each_does(bar: NoticeBar) -> None:
    done: list[str] = []
    for topic in ("a", "b"):
        bar.say("Deleted elsewhere.", "Restore edits", partial(done.append, topic), topic=topic, lasting=True)
    press(bar, "Restore edits")
    press(bar, "Restore edits")
    assert (done, bar.message) == (["b", "a"], "")


def test_what_can_be_done_is_not_lost_to_another_notice_in_the_same_words(bar: NoticeBar) -> None:
    done: list[str] = []
    for name in ("a", "b"):
        bar.say("Taken off the list.", "Undo", partial(done.append, name))
    bar.say("Taken off the list.")
    press(bar, "Close")
    press(bar, "Undo")
    press(bar, "Undo")
    assert (done, bar.message) == (["b", "a"], "")


def test_only_a_few_are_kept(bar: NoticeBar) -> None:
    for number in range(20):
        bar.say(f"Message {number}.")
    assert more(bar) == "Close all (5)"


def test_many_are_counted_as_numbers_are_written(bar: NoticeBar) -> None:
    bar.say("The file is gone.", lasting=True)
    bar._waiting *= 1200
    bar.say("The other file is gone.", lasting=True)
    assert more(bar) == "Close all (1,201)"


def test_an_action_is_done_once_and_takes_its_notice_away(bar: NoticeBar) -> None:
    done: list[str] = []
    bar.say("Before.")
    bar.say("Taken off the list.", "Undo", lambda: done.append("undone"))
    press(bar, "Undo")
    assert done == ["undone"]
    assert bar.message == "Before."


def test_an_action_may_say_something_itself(bar: NoticeBar) -> None:
    bar.say("Failed.", "Try again", lambda: bar.say("Failed again."))
    press(bar, "Try again")
    assert bar.message == "Failed again."


def test_all_can_be_taken_back(bar: NoticeBar) -> None:
    bar.say("One.")
    bar.say("Two.")
    bar.clear()
    assert bar.message == ""
    assert bar.isHidden()


def test_what_can_still_be_done_stays_when_another_document_is_opened_and_what_is_about_the_former_goes(
    bar: NoticeBar,
) -> None:
    bar.say("Lagret.", "Åpne", lambda: None)
    bar.say("Språket er usikkert.", "Bytt", lambda: None, here=True)
    bar.say("Det er ingen avsnitt.")
    bar.say("Biblioteket var skadet.", lasting=True)
    bar.clear()
    assert bar.message == "Biblioteket var skadet."
    bar._close.click()
    assert bar.message == "Lagret."
    bar._close.click()
    assert bar.message == ""


def test_what_nobody_asked_for_stands_behind_what_is_to_last(bar: NoticeBar) -> None:
    bar.say("Something ended.", lasting=True)
    bar.say("The language is not certain.", asked=False)
    assert bar.message == "Something ended."
    bar.say("The file was written.")
    assert bar.message == "The file was written."
    bar.clear()
    assert bar.message == "Something ended."


def test_of_a_forgotten_document_nothing_is_said_any_more_and_what_lasts_of_others_is(bar: NoticeBar) -> None:
    bar.say("A file was damaged.", lasting=True)
    bar.say("You were editing a.txt.", lasting=True, about=Path("a.txt"))
    bar.say("You were editing b.txt.", lasting=True, about=Path("b.txt"))
    bar.say("a.txt was taken off the list.")
    bar.forget(Path("a.txt"))
    assert (bar.message, more(bar)) == ("You were editing b.txt.", "1 more message")
    bar.forget(None)
    assert (bar.message, more(bar)) == ("A file was damaged.", "")


def test_a_topic_can_be_taken_back(bar: NoticeBar) -> None:
    bar.say("Not written.", topic="edits", lasting=True)
    bar.say("Not written either.", topic="edits of b", lasting=True)
    bar.say("Another thing.", topic="editsome")
    bar.take_back("edits")
    assert (bar.message, more(bar)) == ("Another thing.", "")


def test_each_of_two_actions_does_its_own_and_closing_does_neither(bar: NoticeBar) -> None:
    done: list[str] = []
    for button in ("Go", "Close", "Discard"):
        bar.say("Offered.", "Go", lambda: done.append("go"), second=("Discard", lambda: done.append("discard")))
        press(bar, button)
        assert bar.message == ""
    assert done == ["go", "discard"]
    bar.say("Nothing to do.")
    assert [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()] == ["Close"]


def visible_buttons(bar: NoticeBar) -> list[QPushButton]:
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def place(button: QPushButton, bar: NoticeBar) -> QRect:
    return QRect(button.mapTo(bar, QPoint(0, 0)), button.size())


def test_buttons_stand_beside_the_message_or_below_it_where_there_is_little_room(bar: NoticeBar) -> None:
    bar.say("A message of some words, which is longer than the others here are.", "A rather long button", bar.hide)
    for width, below in ((900, False), (360, True), (900, False)):
        bar.setFixedWidth(width)
        bar.adjustSize()
        for button in visible_buttons(bar):
            assert (place(button, bar).top() > bar._text.geometry().bottom()) is below
            assert button.width() >= button.sizeHint().width()
    assert len(visible_buttons(bar)) == 2


def test_buttons_that_would_leave_the_message_less_than_half_stand_below_it(bar: NoticeBar) -> None:
    bar.say("A message of some words. " * 3, "A button whose words are so many that it is very wide indeed", bar.hide)
    buttons = visible_buttons(bar)
    row = sum(button.sizeHint().width() for button in buttons)
    for width, below in ((row * 2 - 60, True), (row * 2 + 120, False)):
        bar.setFixedWidth(width)
        bar.adjustSize()
        assert all((place(button, bar).top() > bar._text.geometry().bottom()) is below for button in buttons)


def test_what_lasts_is_said_again_in_the_language_of_the_next_window(bar: NoticeBar, qtbot: QtBot) -> None:
    following = NoticeBar()
    qtbot.addWidget(following)
    bar.say("a file name", lasting=True)
    bar.say("English", lasting=True, again=lambda _: following.say("norsk", lasting=True))
    bar.say("passing")
    following.take_over(bar)
    assert following.message == "norsk"
    following._close.click()
    assert following.message == "a file name"


def test_many_messages_are_closed_at_once_and_each_hears_of_it(bar: NoticeBar) -> None:
    closed: list[str] = []
    for name in ("First.", "Second.", "Third."):
        bar.say(name, lasting=True, closed=partial(closed.append, name))
    press(bar, "Close all (3)")
    assert closed == ["First.", "Second.", "Third."]
    assert not bar.isVisible() and not bar.message


def test_a_long_message_is_scrolled_and_its_buttons_stay_whole(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = NoticeBar(holder)
    holder.show()
    bar.say("\n".join(f"Edit {number} could not be saved." for number in range(400)), "A rather long button", bar.hide)
    for room, lines in ((None, 8), (bar.few_lines_in(350), 2), (10, 1)):
        bar.resize(350, bar.height_in(350, room))
        QApplication.sendPostedEvents()
        assert bar._text.height() == lines * bar._text.line_height
        assert all(bar.rect().contains(place(button, bar)) for button in visible_buttons(bar))
        assert all(button.width() >= button.sizeHint().width() for button in visible_buttons(bar))
    bar.activateWindow()
    bar._text.setFocus()
    qtbot.waitUntil(bar._text.hasFocus, timeout=PATIENCE)
    qtbot.keyClick(bar._text, Qt.Key.Key_End)
    qtbot.keyClick(bar._text, Qt.Key.Key_PageDown)
    assert bar._text.verticalScrollBar().value() > 0
    bar.say("Short.")
    qtbot.waitUntil(lambda: not bar._text.hasFocus(), timeout=PATIENCE)
    assert bar._text.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_esc_closes_one_message_after_the_other_and_the_focus_stays_among_them(bar: NoticeBar, qtbot: QtBot) -> None:
    for number in range(3):
        bar.say(f"{number}", "Try", lambda: None, lasting=True)
    bar.say("3")
    bar.show()
    qtbot.waitExposed(bar)
    bar.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is bar, timeout=PATIENCE)
    bar.take_focus()
    for left in ("2", "1", "0", ""):
        focused = QApplication.focusWidget()
        assert focused is not None and bar.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
        assert bar.message == left
    assert bar.isHidden()


def test_of_many_messages_at_once_a_screen_reader_hears_the_latest_and_how_many(
    bar: NoticeBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.toolkit.notices.announce", lambda _, words: heard.append(words))
    for number in range(2000):
        bar.say(f"Message {number}.", lasting=True)
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    bar.say("One.")
    bar.say("Two.")
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=PATIENCE)
    assert heard == ["Message 1999.\n1,999 more messages", "One.\nTwo."]


@pytest.fixture
def among(qtbot: QtBot) -> Iterator[tuple[QLineEdit, NoticeBar]]:
    """A bar in a window, between a button and a field that has the focus."""
    window = QWidget()
    field, bar, column = QLineEdit(), NoticeBar(), QVBoxLayout(window)
    for widget in (QPushButton("Before"), bar, QPushButton("After"), field):
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    yield field, bar
    window.close()


def button_of(bar: NoticeBar, words: str) -> QPushButton:
    return next(each for each in bar.findChildren(QPushButton) if each.text() == words and each.isVisible())


def test_clicking_a_button_leaves_the_focus_where_it_is(among: tuple[QLineEdit, NoticeBar], qtbot: QtBot) -> None:
    field, bar = among
    for words in ("Do", "Close"):
        bar.say("Earlier.")
        bar.say("Something.", "Do", lambda: None)
        qtbot.mouseClick(button_of(bar, words), Qt.MouseButton.LeftButton)
        assert field.hasFocus() and bar.message == "Earlier."
        qtbot.mouseClick(button_of(bar, "Close"), Qt.MouseButton.LeftButton)
        assert field.hasFocus() and bar.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_once_the_last_message_is_closed_by_key_the_focus_is_where_it_was(
    among: tuple[QLineEdit, NoticeBar], qtbot: QtBot, key: Qt.Key
) -> None:
    field, bar = among
    bar.say("Earlier.")
    bar.say("Something.", "Do", lambda: None, second=("Do that", lambda: None))
    bar.take_focus()
    bar._second.setFocus()
    for left in ("Earlier.", ""):
        focused = QApplication.focusWidget()
        assert focused is not None and bar.isAncestorOf(focused)
        qtbot.keyClick(focused, key)
        assert bar.message == left
    assert field.hasFocus()


def test_what_is_done_may_take_the_focus_and_what_had_it_may_be_gone(
    among: tuple[QLineEdit, NoticeBar], qtbot: QtBot
) -> None:
    field, bar = among
    other = next(each for each in bar.window().findChildren(QPushButton) if each.text() == "Before")
    bar.say("Something.", "Go there", other.setFocus)
    bar.take_focus()
    qtbot.keyClick(bar._action, Qt.Key.Key_Space)
    assert other.hasFocus()
    field.setFocus()
    bar.say("Something.", "Do", lambda: None)
    bar.take_focus()
    delete(field)
    qtbot.keyClick(bar._action, Qt.Key.Key_Space)
    assert bar.isHidden()


def test_return_presses_the_button_of_a_message_that_has_the_focus(qtbot: QtBot) -> None:
    bar, done = NoticeBar(), list[str]()
    qtbot.addWidget(bar)
    bar.say("Something went wrong.", "Try again", lambda: done.append("again"))
    bar.show()
    bar.take_focus()
    QTest.keyClick(bar._action, Qt.Key.Key_Return)
    assert done == ["again"] and not bar.message


def test_a_foremost_message_is_shown_before_later_ones_until_it_is_closed(bar: NoticeBar) -> None:
    bar.say("Lasting.", lasting=True)
    bar.say("Not saved.", topic="quit", lasting=True, foremost=True)
    bar.say("Later.", lasting=True)
    bar.say("Passing.")
    bar.say("Not asked for.", asked=False)
    assert bar.message == "Not saved."
    bar.say("Nor this.", topic="export", foremost=True)
    assert bar.message == "Nor this."
    for message in ("Not saved.", "Not asked for.", "Passing."):
        press(bar, "Close")
        assert bar.message == message
