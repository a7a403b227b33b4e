"""Misspelled words are marked in the edit field, and its menu helps with them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.errors import OutputError
from reader.settings_file import SettingsFile
from reader.spelling import OwnWords, Speller
from tests.dictionaries import small_speller
from tests.ui.editing.field import SOURCE, open_bar, paste
from tests.ui.patience import PATIENCE
from ui.editing.edit_bar import EditBar
from ui.editing.spelling import Spelling
from ui.editing.writing_aids import add_writing_aids
from ui.session.preferences import Preferences
from ui.toolkit.theme import load_theme

_KEYS = Qt.Key


@pytest.fixture
def preferences(qapp: object, tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def spelling(qapp: object, tmp_path: Path) -> Iterator[Spelling]:
    spelling = Spelling(small_speller(), OwnWords(tmp_path / "own-words.txt"))
    yield spelling
    spelling.close()


@pytest.fixture
def bar(qtbot: QtBot, preferences: Preferences, spelling: Spelling) -> EditBar:
    bar = open_bar(qtbot)
    add_writing_aids(bar, preferences, spelling)
    return bar


def begin(bar: EditBar, words: str, language: str = "en", source: str = SOURCE) -> None:
    bar.open_for(source, words, edited=False, language=language)


def marked(bar: EditBar) -> list[str]:
    return [selection.cursor.selectedText() for selection in bar.field.extraSelections()]


def wait_for_marks(qtbot: QtBot, bar: EditBar, words: list[str]) -> None:
    qtbot.waitUntil(lambda: marked(bar) == words, timeout=PATIENCE)


def checked(bar: EditBar, qtbot: QtBot, spelling: Spelling) -> list[str]:
    """The marked words after the current text has been checked."""
    with qtbot.waitSignal(spelling.pool.ended, timeout=PATIENCE):
        pass
    return marked(bar)


def menu_at(bar: EditBar, word: str) -> QMenu:
    """The menu for a word, asked for with the keyboard."""
    cursor = bar.field.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    bar.field.setTextCursor(cursor)
    QApplication.sendEvent(bar.field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    return next(menu for menu in bar.field.findChildren(QMenu) if menu.isVisible())


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible()]


def test_words_that_no_dictionary_has_get_a_wave(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "🐕 The dgo sleeps in the huose.")
    wait_for_marks(qtbot, bar, ["dgo", "huose"])
    [first, _] = bar.field.extraSelections()
    assert first.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    bar.set_theme(load_theme("dark"))
    [first, _] = bar.field.extraSelections()
    assert first.format.underlineColor() == load_theme("dark").colour("failed")
    assert marked(bar) == ["dgo", "huose"]


def test_the_language_of_the_translation_decides(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "Hunden sleeps på språkket.", "nb")
    wait_for_marks(qtbot, bar, ["sleeps", "språkket"])
    begin(bar, "Hunden sleeps.", "en", "Den sover.")
    wait_for_marks(qtbot, bar, ["Hunden"])


def test_a_word_is_not_marked_while_it_is_typed(bar: EditBar, qtbot: QtBot, spelling: Spelling) -> None:
    begin(bar, "")
    qtbot.keyClicks(bar.field, "The dgo")
    assert checked(bar, qtbot, spelling) == []
    qtbot.keyClick(bar.field, _KEYS.Key_Home)
    assert marked(bar) == ["dgo"]


def test_a_pasted_word_is_marked_at_once(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "")
    paste(bar.field, "The dgo")
    wait_for_marks(qtbot, bar, ["dgo"])


def test_marks_stay_with_their_words_while_one_types_elsewhere(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    qtbot.keyClick(bar.field, _KEYS.Key_Home)
    qtbot.keyClicks(bar.field, "In ")
    assert marked(bar) == ["dgo"]


def test_the_menu_offers_words_that_replace_the_misspelled_one(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "The huose sleeps.")
    wait_for_marks(qtbot, bar, ["huose"])
    menu = menu_at(bar, "huose")
    qtbot.waitUntil(lambda: texts(menu)[0] == "house", timeout=PATIENCE)
    names = texts(menu)
    assert names[names.index("&Add “huose” to dictionary") - 1] == ""  # a line
    assert any("Copy" in text for text in names)
    menu.actions()[0].trigger()
    menu.close()
    assert bar.field.toPlainText() == "The house sleeps."
    wait_for_marks(qtbot, bar, [])
    bar.field.undo()
    assert bar.field.toPlainText() == "The huose sleeps."


@pytest.mark.parametrize(("typed", "put"), [("dno’t", "don’t"), ("dno't", "don't")])
def test_the_apostrophe_of_a_suggestion_is_like_those_of_the_text(
    bar: EditBar, qtbot: QtBot, typed: str, put: str
) -> None:
    begin(bar, f"The dog {typed}.")
    wait_for_marks(qtbot, bar, [typed])
    menu = menu_at(bar, typed)
    qtbot.waitUntil(lambda: "don't" in texts(menu), timeout=PATIENCE)
    next(action for action in menu.actions() if action.text() == "don't").trigger()
    menu.close()
    assert bar.field.toPlainText() == f"The dog {put}."


def test_a_word_can_be_ignored_in_all_windows(
    bar: EditBar, qtbot: QtBot, preferences: Preferences, spelling: Spelling
) -> None:
    begin(bar, "The dgo and the huose.")
    qtbot.waitUntil(lambda: "dgo" in marked(bar), timeout=PATIENCE)
    menu = menu_at(bar, "dgo")
    next(action for action in menu.actions() if "Ignore" in action.text()).trigger()
    menu.close()
    assert "dgo" not in marked(bar) and "huose" in marked(bar)
    other = open_bar(qtbot)
    add_writing_aids(other, preferences, spelling)
    begin(other, "The dgo huose.")
    wait_for_marks(qtbot, other, ["huose"])


def choose(bar: EditBar, word: str, beginning: str) -> None:
    """Choose a command for a word from its menu."""
    menu = menu_at(bar, word)
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()
    menu.close()


def test_a_word_can_be_added_to_the_dictionary_for_good_and_removed_again(
    bar: EditBar, qtbot: QtBot, preferences: Preferences, spelling: Spelling, tmp_path: Path
) -> None:
    begin(bar, "The dgo sleeps in the huose.")
    wait_for_marks(qtbot, bar, ["dgo", "huose"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "dgo", "&Add")
        assert marked(bar) == ["huose"]
    later, other = Spelling(small_speller(), OwnWords(tmp_path / "own-words.txt")), open_bar(qtbot)
    add_writing_aids(other, preferences, later)
    begin(other, "Dgo huose.")
    wait_for_marks(qtbot, other, ["huose"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "dgo", "&Remove")
    assert marked(bar) == ["dgo", "huose"]
    begin(other, "The huose sleeps in the dgo.")
    wait_for_marks(qtbot, other, ["huose", "dgo"])
    later.close()


def test_a_word_that_was_added_in_small_letters_and_removed_where_it_begins_a_sentence_can_be_added_again(
    bar: EditBar, qtbot: QtBot, spelling: Spelling
) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "dgo", "&Add")
    begin(bar, "Dgo huose.")
    wait_for_marks(qtbot, bar, ["huose"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "Dgo", "&Remove")
    for word in ("Dgo", "dgo"):
        begin(bar, f"{word} sleeps.")
        wait_for_marks(qtbot, bar, [word])
        menu = menu_at(bar, word)
        assert f"&Add “{word}” to dictionary" in texts(menu)
        menu.close()


def test_a_word_that_another_window_removes_from_the_dictionary_is_marked_here_too(
    bar: EditBar, qtbot: QtBot, spelling: Spelling, tmp_path: Path
) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "dgo", "&Add")
    OwnWords(tmp_path / "own-words.txt").remove("dgo")
    begin(bar, "The dgo is out.")
    wait_for_marks(qtbot, bar, ["dgo"])


def test_own_words_take_no_place_among_the_marks_and_suggestions(
    bar: EditBar, qtbot: QtBot, spelling: Spelling, tmp_path: Path
) -> None:
    OwnWords(tmp_path / "own-words.txt").add("dgo")
    begin(bar, "dgo " * 300 + "huose")
    wait_for_marks(qtbot, bar, ["huose"])
    qtbot.waitUntil(lambda: spelling.suggested("huose", "en") is not None, timeout=PATIENCE)
    assert spelling.suggested("dgo", "en") is None


def test_a_word_that_cannot_be_added_is_ignored_and_the_user_told(
    bar: EditBar, qtbot: QtBot, spelling: Spelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OutputError("The disk is full.")

    monkeypatch.setattr("reader.spelling.own_words.write_atomically", full)
    begin(bar, "The dgo.")
    wait_for_marks(qtbot, bar, ["dgo"])
    with qtbot.waitSignal(spelling.notice, timeout=PATIENCE) as told:
        choose(bar, "dgo", "&Add")
    assert marked(bar) == []
    words = "“dgo” could not be added to the dictionary. It is ignored until you quit Tospalt. The disk is full."
    assert told.args == [words]


@pytest.mark.parametrize("everything", [False, True])
def test_when_something_is_forgotten_no_words_are_ignored_any_more_and_with_everything_none_are_known(
    everything: bool, bar: EditBar, qtbot: QtBot, spelling: Spelling, tmp_path: Path
) -> None:
    begin(bar, "The dgo sleeps in the huose.")
    wait_for_marks(qtbot, bar, ["dgo", "huose"])
    with qtbot.waitSignal(spelling.changed, timeout=PATIENCE):
        choose(bar, "dgo", "&Add")
    choose(bar, "huose", "&Ignore")
    qtbot.waitUntil(lambda: not spelling.pool._running, timeout=PATIENCE)
    spelling.forget(None if everything else tmp_path / "hund.txt")
    qtbot.waitUntil(lambda: not spelling.pool._running, timeout=PATIENCE)
    assert spelling.suggested("huose", "en") is None
    begin(bar, "The huose sleeps in the dgo.")
    wait_for_marks(qtbot, bar, ["huose", "dgo"] if everything else ["huose"])
    assert spelling.has_own is not everything


def test_for_a_word_that_is_right_the_menu_is_that_of_every_field(bar: EditBar, qtbot: QtBot) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    menu = menu_at(bar, "sleeps")
    assert "Undo" in texts(menu)[0]
    menu.close()


def test_a_menu_that_is_closed_before_suggestions_are_there_is_left_alone(
    bar: EditBar, qtbot: QtBot, spelling: Spelling
) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    spelling._suggested.clear()
    menu_at(bar, "dgo").close()
    wait_for_marks(qtbot, bar, ["dgo"])
    qtbot.waitUntil(lambda: not spelling.pool._running, timeout=PATIENCE)


def test_it_can_be_turned_off(bar: EditBar, qtbot: QtBot, preferences: Preferences) -> None:
    begin(bar, "The dgo sleeps.")
    wait_for_marks(qtbot, bar, ["dgo"])
    preferences.change(check_spelling=False)
    assert marked(bar) == []
    preferences.change(check_spelling=True)
    wait_for_marks(qtbot, bar, ["dgo"])


def test_without_dictionaries_nothing_is_marked(qtbot: QtBot, preferences: Preferences, tmp_path: Path) -> None:
    spelling = Spelling(Speller(lambda _: []), OwnWords(tmp_path / "own-words.txt"))
    bar = open_bar(qtbot)
    add_writing_aids(bar, preferences, spelling)
    begin(bar, "The dgo sleeps.")
    assert checked(bar, qtbot, spelling) == []
    spelling.close()


def test_a_bar_that_is_closed_meanwhile_asks_nothing(bar: EditBar, qtbot: QtBot, spelling: Spelling) -> None:
    begin(bar, "The dgo sleeps.")
    bar.close_bar()
    pause = next(timer for timer in bar.field.findChildren(QTimer) if timer.isActive())
    with qtbot.waitSignal(pause.timeout, timeout=PATIENCE):
        pass
    assert not spelling.pool._running
