"""How the text, the messages and the bars share the height of the window, whatever changes and when."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.cli import main
from reader.paths import MEMORY_FILE
from tests.samples import crossed, sample
from tests.ui.documents import open_and_translate
from tests.ui.editing.field import paste
from tests.ui.editing.sentence import begin, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.bar import Bar

_LONG = "Tospalt quit unexpectedly last time, while “A rather long name of a document.docx” was open. " * 4
_SHORT = "The file was written."
LONG_SENTENCE = "Hunden sover i huset" + ", og katten sover i huset" * 60 + ".\n"


def settle(program: Tospalt) -> None:
    """Let everything be laid out that is to be."""
    for _ in range(3):
        QApplication.sendPostedEvents()
    assert program.window.isVisible()


def say_long(program: Tospalt) -> None:
    program.window.notices.say(
        _LONG, "Copy report to the clipboard", bool, second=("Open that document again", bool), lasting=True
    )


def whole_message(program: Tospalt) -> bool:
    """Whether all of the message is visible, with its buttons."""
    bar = program.window.notices
    text = bar._text
    return text.verticalScrollBar().maximum() == 0 and text.height() >= text.line_height and buttons_whole(bar)


def buttons_whole(holder: QWidget) -> bool:
    """Whether all visible buttons of `holder` are uncut, and in the window."""
    buttons = [each for each in holder.findChildren(QPushButton) if each.isVisible()]
    window = holder.window().rect()
    return all(
        each.visibleRegion().boundingRect() == each.rect()
        and each.width() >= each.sizeHint().width()
        and window.contains(QRect(each.mapTo(holder.window(), QPoint(0, 0)), each.size()))
        for each in buttons
    )


def bigger_font(program: Tospalt) -> None:
    program.window.setFont(QFont(program.window.font().family(), 15))


def message_first(program: Tospalt) -> None:
    program.window.hide()
    say_long(program)
    program.window.resize(1180, 780)
    program.window.show()


def narrow_and_wide(program: Tospalt) -> None:
    say_long(program)
    for width in (640, 1180, 900, 1180):
        program.window.resize(width, 780)
        settle(program)


def while_hidden(program: Tospalt) -> None:
    say_long(program)
    program.window.notices.forget(None)
    for _ in range(3):
        program.window.notices._close.click()
    program.window.resize(700, 780)
    settle(program)
    say_long(program)
    program.window.resize(1180, 780)


def low_and_high(program: Tospalt) -> None:
    say_long(program)
    for height in (420, 780):
        program.window.resize(1180, height)
        settle(program)


def beside_the_library(program: Tospalt) -> None:
    for _ in range(3):
        say_long(program)
        program.window.actions_["library"].trigger()


def after_a_short_one(program: Tospalt) -> None:
    for _ in range(3):
        program.window.notices.say(_SHORT, lasting=True)
    say_long(program)


def in_another_theme(program: Tospalt) -> None:
    say_long(program)
    program.preferences.change(theme="dark")


def in_another_font(program: Tospalt) -> None:
    say_long(program)
    bigger_font(program)


def with_its_button_focused(program: Tospalt) -> None:
    say_long(program)
    program.window.activateWindow()
    program.window.notices.take_focus()


@pytest.mark.parametrize(
    "change",
    [
        message_first,
        narrow_and_wide,
        while_hidden,
        low_and_high,
        beside_the_library,
        after_a_short_one,
        in_another_theme,
        in_another_font,
        with_its_button_focused,
    ],
    ids=lambda change: str(change.__name__),
)
def test_a_message_is_whole_where_there_is_room(program: Tospalt, change: Callable[[Tospalt], None]) -> None:
    program.window.resize(1180, 780)
    change(program)
    settle(program)
    assert whole_message(program)


def test_a_message_is_whole_however_full_its_last_line_is(program: Tospalt) -> None:
    program.window.resize(1180, 780)
    bar = program.window.notices
    for count in range(85, 105):
        bar.say(_SHORT, topic="one", lasting=True)
        settle(program)
        bar.say("m " * count, "Copy", bool, topic="one", lasting=True)
        settle(program)
        assert bar._text.verticalScrollBar().maximum() == 0, count


def test_a_message_is_whole_in_a_window_in_another_language(program: Tospalt, qtbot: QtBot) -> None:
    program.window.resize(1180, 780)
    say_long(program)
    old = program.window
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    settle(program)
    assert program.window.notices.message == _LONG and whole_message(program)


def test_a_message_takes_no_more_height_than_it_needs(program: Tospalt) -> None:
    program.window.resize(1180, 780)
    bar = program.window.notices
    say_long(program)
    settle(program)
    bar.say(_SHORT)
    settle(program)
    [label] = bar._text.findChildren(QLabel)
    assert bar.height() < 3 * label.fontMetrics().lineSpacing() + 16


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A memory with the long sentence, which takes a second to translate."""
    folder = tmp_path_factory.mktemp("translated")
    path = folder / "lang.txt"
    path.write_text(LONG_SENTENCE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOSPALT_DATA", str(folder))
        assert main(["translate", str(path), "-o", str(folder / "ut.txt")]) == 0
    return folder / MEMORY_FILE


@pytest.fixture
def remembered(folders: Folders, translated: Path) -> None:
    shutil.copy(translated, folders.data / MEMORY_FILE)


@pytest.fixture
def editing_a_long_sentence(remembered: None, program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    path = tmp_path / "lang.txt"
    path.write_text(LONG_SENTENCE, "utf-8")
    program.window.resize(640, 420)
    open_and_translate(qtbot, program, path)
    begin(program).revert_button.show()
    return program


def each_size(program: Tospalt, points: Sequence[int], messages: int) -> Iterator[tuple[int, int]]:
    """The window with each size of its letters, beside no message and beside up to so many; gives size and messages."""
    for count in range(messages + 1):
        for size in points:
            program.window.setFont(QFont(program.window.font().family(), size))
            settle(program)
            yield size, count
        program.window.notices.say(f"{count}. {_LONG}", "Try again", bool, second=("Other", bool), lasting=True)


def test_the_buttons_of_an_edit_are_whole_whatever_it_is_of_and_what_is_said(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    bar = program.window.editing.bar
    for points, messages in each_size(program, (9, 13, 16), 3):
        assert buttons_whole(bar)
        assert bar.field.height() >= bar.field.fontMetrics().lineSpacing()
        assert bar._source.height() >= bar._source.line_height
        assert bar._source.verticalScrollBar().maximum() > 0, "the rest of the sentence can be scrolled to"
        assert not messages or points > 13 or buttons_whole(program.window.notices)


def test_that_a_pasted_text_was_shortened_is_told_whatever_the_room(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    bar = program.window.editing.bar
    paste(bar.field, "word " * 5000)
    for _ in each_size(program, (9, 10, 13), 1):
        hint = bar._hint
        assert hint.visibleRegion().boundingRect().height() >= hint.heightForWidth(hint.width()) > 0
        assert buttons_whole(bar)
        assert bar.field.height() >= bar.field.fontMetrics().lineSpacing()


def test_the_sentence_of_an_edit_is_seen_in_whole_lines(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    source = program.window.editing.bar._source
    say_long(program)
    for _ in each_size(program, (8, 10, 11, 12), 0):
        assert source.height() % source.line_height == 0


def lines_seen(program: Tospalt) -> float:
    """How many lines of the text there is room for."""
    view = program.window.reading_view
    return view.viewport().height() / view._typesetter.line_height


@pytest.mark.parametrize(("restorable", "warned", "said"), crossed([False, True], [True, False], [0, 1, 3]))
def test_three_lines_of_the_text_are_seen_beside_an_edit_and_messages(
    editing_a_long_sentence: Tospalt, restorable: bool, warned: bool, said: int
) -> None:
    program = editing_a_long_sentence
    program.window.editing.bar.revert_button.setVisible(restorable)
    if warned:
        paste(program.window.editing.bar.field, "word " * 5000)
    for _ in range(said):
        say_long(program)
    settle(program)
    assert lines_seen(program) >= 3
    assert buttons_whole(program.window.editing.bar)


def test_three_lines_of_the_text_are_seen_as_soon_as_an_edit_begins(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    program.window.resize(640, 420)
    open_and_translate(qtbot, program, path)
    save(program, qtbot)
    for _ in range(2):
        begin(program)
        assert program.window.editing.bar.revert_button.isVisible()
        settle(program)
        assert lines_seen(program) >= 3
        program.window.editing.bar.close_bar()
        settle(program)


def test_three_lines_of_the_text_are_seen_whatever_the_message(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    program.window.resize(640, 420)
    open_and_translate(qtbot, program, path)
    program.window.notices.say("\n".join(map(str, range(400))), "Word " * 9, bool, second=("Word " * 9, bool))
    settle(program)
    assert lines_seen(program) >= 3


def test_larger_letters_get_more_room_at_once(editing_a_long_sentence: Tospalt, qtbot: QtBot) -> None:
    program = editing_a_long_sentence
    program.window.resize(640, 600)
    say_long(program)
    settle(program)
    program.preferences.change(text_size=18)
    qtbot.waitUntil(lambda: lines_seen(program) >= 3, timeout=PATIENCE)
    assert program.window.reading_view.looks.points == 18


def test_all_buttons_of_messages_are_visible_where_there_is_room_for_them(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    notices = program.window.notices
    program.window.resize(1600, 900)
    open_and_translate(qtbot, program, path)
    for number in range(12):
        notices.say(f"{number}", "Try again", lambda: None, second=("Other", lambda: None), lasting=True)
        QApplication.processEvents()
    buttons = [button for button in notices.findChildren(QPushButton) if not button.isHidden()]
    assert len(buttons) == 4
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in buttons)


def test_all_buttons_of_a_message_can_be_reached_where_there_is_hardly_any_room(
    editing_a_long_sentence: Tospalt, qtbot: QtBot
) -> None:
    program = editing_a_long_sentence
    bar = program.window.notices
    say_long(program)
    settle(program)
    program.window.activateWindow()
    bar.take_focus()
    for button in (bar._action, bar._second, bar._close):
        qtbot.waitUntil(button.hasFocus, timeout=PATIENCE)
        seen = button.visibleRegion().boundingRect()
        assert seen == button.rect(), button.text()
        qtbot.keyClick(button, Qt.Key.Key_Tab)


def test_a_sentence_that_gave_way_to_a_warning_takes_no_focus(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    bar = program.window.editing.bar
    paste(bar.field, "word " * 5000)
    say_long(program)
    settle(program)
    assert bar._source.height() == 0 and not bar._source.isEnabled()
    program.window.resize(640, 900)
    settle(program)
    assert bar._source.height() >= bar._source.line_height and bar._source.isEnabled()


def test_the_hint_of_an_edit_is_whole_or_not_there(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    bar = program.window.editing.bar
    bar.revert_button.hide()
    for _ in range(2):
        for height in range(420, 800, 20):
            program.window.resize(640, height)
            settle(program)
            hint = bar._hint
            assert hint.height() == 0 or hint.height() >= hint.heightForWidth(hint.width())
        program.window.notices.say("One that is short.", "Try again", bool, lasting=True)


@pytest.mark.parametrize("points", sample([8, 9, 13, 20, 40], 2))
def test_what_is_typed_is_seen_in_whole_lines(editing_a_long_sentence: Tospalt, qtbot: QtBot, points: int) -> None:
    program = editing_a_long_sentence
    bar = program.window.editing.bar
    program.preferences.change(text_size=points)
    bar.field.setPlainText("word " * 2000)
    for height in (420, 600, 900):
        program.window.resize(640, height)
        settle(program)
        for position in (0, 3000, 9000):
            cursor = bar.field.textCursor()
            cursor.setPosition(position)
            bar.field.setTextCursor(cursor)
            line, seen = bar.field.cursorRect(), bar.field.viewport().height()
            assert line.top() % line.height() <= 1
            assert seen % line.height() == 1 and seen > 1
            assert bar.field.viewport().rect().contains(line)


def test_the_cursor_of_an_edit_stays_in_view_when_the_window_gets_lower(
    editing_a_long_sentence: Tospalt, qtbot: QtBot
) -> None:
    program = editing_a_long_sentence
    field = program.window.editing.bar.field
    program.window.resize(640, 900)
    qtbot.waitUntil(lambda: program.window.height() == 900, timeout=PATIENCE)
    field.setPlainText("\n".join("abc"))
    field.moveCursor(QTextCursor.MoveOperation.End)
    program.window.activateWindow()
    field.setFocus()
    settle(program)
    tall = field.height()
    say_long(program)
    program.window.resize(640, 420)
    settle(program)
    assert field.height() < tall and field.hasFocus()
    assert field.viewport().rect().contains(field.cursorRect())


def test_what_is_typed_is_scrolled_up_and_down_alone(editing_a_long_sentence: Tospalt) -> None:
    program = editing_a_long_sentence
    field = program.window.editing.bar.field
    program.window.activateWindow()
    field.setFocus()
    say_long(program)
    for width, height in ((1024, 700), (640, 420), (700, 500), (1024, 700)):
        program.window.resize(width, height)
        settle(program)
        assert not field.horizontalScrollBar().isVisible()
        assert field.viewport().rect().contains(field.cursorRect())


@pytest.mark.parametrize("command", ["find", "go_to"])
def test_bars_are_whole_in_the_smallest_window_beside_messages(editing_a_long_sentence: Tospalt, command: str) -> None:
    program = editing_a_long_sentence
    parts = program.window.navigation.parts
    bar: Bar = parts.find if command == "find" else parts.go_to
    for number in range(3):
        program.window.notices.say(f"{number}. {_LONG}", "Try again", bool, second=("Other", bool), lasting=True)
    program.window.actions_[command].trigger()
    settle(program)
    assert bar.isEnabled() and bar.height() >= bar.height_in(bar.width())
    shown = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    assert all(each.visibleRegion().boundingRect().height() == each.height() for each in shown)
    assert buttons_whole(program.window.notices)
