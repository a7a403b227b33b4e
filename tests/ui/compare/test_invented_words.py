"""The checklist names words of the translation that are in no dictionary, where there is one."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.spelling.dictionaries import FOLDERS
from tests.dictionaries import FOLDER
from tests.ui.compare.checklist import listed
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.reading.cell import TARGET
from ui.reading.places import Place

WORDS = "“barked” is in no dictionary."


@pytest.fixture
def barking(program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tospalt:
    """The program with a text of which a word, in the second paragraph, is in none of the small dictionaries."""
    monkeypatch.setenv(FOLDERS, str(FOLDER))
    path = tmp_path / "hund.txt"
    path.write_text("Katten.\n\nHunden bjeffet.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    assert "barked" in text_of(program).rows[1].target
    return program


def looked(program: Tospalt, qtbot: QtBot, *, told: bool) -> None:
    """Wait until everything has been looked at; whether the word is told of then."""
    words = program.invented_words
    qtbot.waitUntil(lambda: bool(words._looked) and not words._working.running, timeout=PATIENCE)
    assert listed(program, Sort.WARNED) == ([(1, 0)] if told else [])


def test_a_word_of_no_dictionary_is_named_while_the_checklist_shows(barking: Tospalt, qtbot: QtBot) -> None:
    assert listed(barking, Sort.WARNED) == [] and not barking.invented_words._looked
    barking.window.actions_["checklist"].trigger()
    looked(barking, qtbot, told=True)
    barking.window.reading_view.move_caret(Place(1, TARGET, 0))
    current = barking.window.checking.panel.current
    assert [each.words for each in current.shown.warnings] == [WORDS]
    current.dismissed.emit("word")
    assert listed(barking, Sort.WARNED) == [] and current.shown.warnings[0].dismissed
    barking.window.actions_["undo"].trigger()
    current.ruled_out.emit("word")
    qtbot.waitUntil(lambda: listed(barking, Sort.WARNED) == [], timeout=PATIENCE)
    barking.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: listed(barking, Sort.WARNED) == [(1, 0)], timeout=PATIENCE)


def test_what_the_user_adds_to_the_dictionary_is_a_word(barking: Tospalt, qtbot: QtBot) -> None:
    barking.window.actions_["next_listed"].trigger()  # also while the list is hidden
    looked(barking, qtbot, told=True)
    barking.spelling.add("barked")
    qtbot.waitUntil(lambda: listed(barking, Sort.WARNED) == [], timeout=PATIENCE)
    barking.spelling.remove("barked")
    qtbot.waitUntil(lambda: listed(barking, Sort.WARNED) == [(1, 0)], timeout=PATIENCE)


def test_what_is_not_to_be_marked_any_more_is_not_told_of_either(barking: Tospalt, qtbot: QtBot) -> None:
    barking.window.actions_["checklist"].trigger()
    looked(barking, qtbot, told=True)
    barking.spelling.ignore("barked")
    looked(barking, qtbot, told=False)


def test_a_checklist_that_is_hidden_while_words_are_looked_for_finds_them_again(
    barking: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, find = Event(), Event(), barking.spelling.invented

    def held(*given: Any) -> Any:
        begun.set()
        go_on.wait()
        return find(*given)

    monkeypatch.setattr(barking.spelling, "invented", held)
    barking.window.actions_["checklist"].trigger()
    begun.wait()
    barking.window.actions_["checklist"].trigger()
    barking.window.actions_["checklist"].trigger()
    go_on.set()
    looked(barking, qtbot, told=True)


def test_the_words_of_the_user_are_not_told_of(barking: Tospalt, qtbot: QtBot) -> None:
    barking.window.actions_["checklist"].trigger()
    looked(barking, qtbot, told=True)
    save(barking, qtbot, "The dog woofed.", 1, 0)
    looked(barking, qtbot, told=False)


def test_after_something_was_forgotten_the_open_text_is_looked_at_anew(barking: Tospalt, qtbot: QtBot) -> None:
    barking.window.actions_["checklist"].trigger()
    looked(barking, qtbot, told=True)
    barking.forgetter.forgotten.emit(None)
    assert listed(barking, Sort.WARNED) == []
    looked(barking, qtbot, told=True)


def test_without_a_dictionary_of_the_language_none_are_told(
    barking: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDERS, "")
    barking.window.actions_["checklist"].trigger()
    words = barking.invented_words
    qtbot.waitUntil(lambda: not words._working.running, timeout=PATIENCE)
    assert listed(barking, Sort.WARNED) == [] and not words._looked
