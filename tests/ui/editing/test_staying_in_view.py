"""The sentence that is edited, or has the caret, stays in view whatever takes room from the text."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import begin
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.change import DraftCallbacks
from ui.reading.places import Place

LAST = 59
ENDING = "Den skriver også om hvordan alle skal få vite det som ingen har visst før i dag, og som mange spør om nå."


@pytest.fixture
def program(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """The program with a text of several screens, which ends with a sentence of several lines."""
    path = tmp_path / "lang.txt"
    words = [f"Hunden sover i huset for {n}. gang i dag." for n in range(LAST)]
    path.write_text("\n\n".join([*words, ENDING]), "utf-8")
    open_and_translate(qtbot, program, path)
    return program


def is_whole(program: Tospalt, place: Place) -> bool:
    """Whether every line of a sentence is on screen."""
    view = program.window.reading_view
    half, height = view._layout.line_height / 2, view.viewport().height()
    first, last = (view.hits.point_of_sentence(place, end=end).y() for end in (False, True))
    return bool(first - half + 1 >= 0 and last + half - 1 <= height)


def begins(program: Tospalt, place: Place) -> bool:
    view = program.window.reading_view
    return 0 <= view.hits.point_of_sentence(place).y() < view.viewport().height()


def resize(program: Tospalt, qtbot: QtBot, width: int, height: int) -> None:
    program.window.resize(width, height)
    qtbot.waitUntil(lambda: (program.window.width(), program.window.height()) == (width, height), timeout=PATIENCE)
    qtbot.waitUntil(lambda: program.window.reading_view.settled, timeout=PATIENCE)


def go_to_end(program: Tospalt) -> Place:
    view = program.window.reading_view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret.place is not None and view.caret.place.row == LAST
    return view.caret.place


@pytest.mark.parametrize("size", sample([(1100, 700), (1180, 780), (1600, 1000), (796, 560)], 3))
def test_the_last_sentence_of_a_text_is_whole_above_the_field_in_which_it_is_edited(
    size: tuple[int, int], program: Tospalt, qtbot: QtBot
) -> None:
    resize(program, qtbot, *size)
    place, bar = go_to_end(program), program.window.editing.bar
    program.window.actions_["edit"].trigger()
    qtbot.waitUntil(lambda: bar.height() >= bar.height_in(bar.width()) > 50, timeout=PATIENCE)
    for column in (0, 1):
        beside = Place(LAST, column, place.sentence)
        qtbot.waitUntil(partial(is_whole, program, beside), timeout=PATIENCE)


def test_so_is_the_sentence_of_which_editing_is_continued(program: Tospalt, qtbot: QtBot) -> None:
    resize(program, qtbot, 1100, 700)
    nothing = DraftCallbacks(lambda: None, lambda: None, None)
    program.window.editing.go_on("Half of it", LAST, ENDING, nothing)
    bar = program.window.editing.bar
    qtbot.waitUntil(lambda: bar.height() >= bar.height_in(bar.width()) > 50, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_whole(program, Place(LAST, 1, 0)), timeout=PATIENCE)


def lower(program: Tospalt) -> None:
    program.window.resize(program.window.width(), 480)


def narrower(program: Tospalt) -> None:
    program.window.resize(700, program.window.height())


def larger(program: Tospalt) -> None:
    program.preferences.change(text_size=20)


def told(program: Tospalt) -> None:
    program.window.notices.say("A message of many words that takes its room from the text. " * 4)


@pytest.mark.parametrize("change", sample([lower, narrower, told, larger], 2))
def test_what_is_edited_stays_in_view_whatever_takes_room_from_it(
    change: Callable[[Tospalt], None], program: Tospalt, qtbot: QtBot
) -> None:
    resize(program, qtbot, 1100, 700)
    begin(program, LAST)
    bar = program.window.editing.bar
    qtbot.waitUntil(lambda: bar.height() > 50, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_whole(program, Place(LAST, 1, 0)), timeout=PATIENCE)
    before = program.window.reading_view.viewport().size(), program.window.reading_view.looks
    change(program)
    qtbot.waitUntil(
        lambda: (program.window.reading_view.viewport().size(), program.window.reading_view.looks) != before,
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: program.window.reading_view.settled, timeout=PATIENCE)
    qtbot.waitUntil(lambda: begins(program, Place(LAST, 1, 0)), timeout=PATIENCE)


def find(program: Tospalt) -> None:
    program.window.actions_["find"].trigger()


def welcome(program: Tospalt) -> None:
    program.window.welcome.show()


@pytest.mark.parametrize("change", sample([told, lower, find, welcome], 2))
def test_the_sentence_at_the_caret_stays_in_view_too(
    change: Callable[[Tospalt], None], program: Tospalt, qtbot: QtBot
) -> None:
    resize(program, qtbot, 1100, 700)
    view = program.window.reading_view
    view.verticalScrollBar().setValue(300)
    row = next(row for row in reversed(view._layout.visible()) if is_whole(program, Place(row, 0, 0)))
    view.move_caret(Place(row, 0, 0), scroll=False)
    height = view.viewport().height()
    change(program)
    qtbot.waitUntil(lambda: view.viewport().height() < height, timeout=PATIENCE)
    assert is_whole(program, Place(row, 0, 0))


def test_a_text_scrolled_away_from_the_caret_stays_where_it_is(program: Tospalt, qtbot: QtBot) -> None:
    resize(program, qtbot, 1100, 700)
    view = program.window.reading_view
    view.verticalScrollBar().setValue(700)
    assert not begins(program, Place(0, 0, 0))
    height = view.viewport().height()
    find(program)
    qtbot.waitUntil(lambda: view.viewport().height() < height, timeout=PATIENCE)
    assert view.verticalScrollBar().value() == 700
