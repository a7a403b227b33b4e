"""What is offered while a translation is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.errors import TranslationError
from reader.parallel import Hypothesis
from reader.quality import Alternative, Asked
from reader.translation import Pipeline
from tests.ui.documents import open_and_translate
from tests.ui.editing.offers import press
from tests.ui.editing.sentence import SENTENCE, TEXT, begin, pair, said
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.choice_list import ChoiceList

ALT = Qt.KeyboardModifier.AltModifier
WORDS = ["sleeps", "slumbers"]
KEPT = Alternative(Hypothesis("The hound sleeps in a house.", -1.0), changed=((20, 21),))


@pytest.fixture
def asked() -> list[str]:
    """What words were asked for to go on with, and what was to be kept."""
    return []


@pytest.fixture
def ready(asked: list[str], program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tospalt:
    """The program with the first sentence of a text being edited."""

    def completions(_: Pipeline, sentence: str, typed: str, languages: tuple[str, str]) -> list[str]:
        assert (sentence, languages) == (SENTENCE, ("nb", "en"))
        asked.append(typed)
        return WORDS

    def keeping(_: Pipeline, wanted: Asked) -> list[Alternative] | None:
        asked.append(wanted.translation)
        return [KEPT] if "hound" in wanted.translation else None

    monkeypatch.setattr(Pipeline, "completions", completions)
    monkeypatch.setattr(Pipeline, "keeping", keeping)
    path = tmp_path / "hund.txt"
    path.write_text(TEXT, "utf-8")
    open_and_translate(qtbot, program, path)
    begin(program)
    return program


def offered(program: Tospalt, qtbot: QtBot) -> ChoiceList:
    """The list, once it has something to say or to choose from."""
    offer = program.window.writing_choices.offer
    qtbot.waitUntil(lambda: bool(offer.choices) or "Looking" not in offer.state.text(), timeout=PATIENCE)
    return offer


@pytest.mark.parametrize(
    ("typed", "rest", "chosen"),
    [
        ("The 🐕 ", "", "The 🐕 slumbers"),
        ("The 🐕 sl", " in it", "The 🐕 slumbers in it"),
        ("Well,", "", "Well, slumbers"),
    ],
)
def test_alt_and_down_offers_words_at_the_cursor_and_undo_takes_the_chosen_one_back(
    ready: Tospalt, asked: list[str], qtbot: QtBot, typed: str, rest: str, chosen: str
) -> None:
    field = ready.window.editing.bar.field
    field.setPlainText(typed + rest)
    cursor = field.textCursor()
    cursor.setPosition(len(typed.encode("utf-16-le")) // 2)
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    offer = offered(ready, qtbot)
    assert asked == [typed] and [choice.words for choice in offer.choices] == WORDS
    press(offer, Qt.Key.Key_Down)
    press(offer, Qt.Key.Key_Return)
    assert field.toPlainText() == chosen
    field.undo()
    assert field.toPlainText() == typed + rest


def test_a_sentence_around_the_words_that_were_written_is_put_into_the_field(
    ready: Tospalt, asked: list[str], qtbot: QtBot
) -> None:
    field = ready.window.editing.bar.field
    field.setPlainText("The hound sleeps.")
    ready.window.actions_["keep_words"].trigger()
    offer = offered(ready, qtbot)
    assert offer.whole.words == KEPT.text and "<u>" in offer.whole.text()
    press(offer, Qt.Key.Key_Return)
    assert field.toPlainText() == KEPT.text and not pair(ready, 0, 0).edited
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said(ready, 0, 0) == KEPT.text
    field.setPlainText("")
    ready.window.actions_["keep_words"].trigger()  # opens the bar again
    assert ready.window.editing.bar.isVisible() and offered(ready, qtbot).choices
    offer.close()
    assert asked == ["The hound sleeps.", KEPT.text]


def test_why_nothing_is_offered_is_said(ready: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field = ready.window.editing.bar.field
    ready.window.actions_["keep_words"].trigger()
    assert "Write other words" in offered(ready, qtbot).state.text()
    ready.window.writing_choices.offer.close()

    def failing(*_: object) -> list[str]:
        raise TranslationError("The language model could not translate this text.")

    monkeypatch.setattr(Pipeline, "completions", failing)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert "could not translate" in offered(ready, qtbot).state.text()
    ready.window.writing_choices.offer.close()
    monkeypatch.setattr(Pipeline, "completions", lambda *_: [])
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert "does not know" in offered(ready, qtbot).state.text()
    ready.window.writing_choices.offer.close()
    monkeypatch.setattr("ui.editing.writing_choices._LONGEST", 5)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert "too long" in ready.window.statusBar().currentMessage()


def test_what_is_taken_for_another_text_than_the_one_in_the_field_is_left(ready: Tospalt, qtbot: QtBot) -> None:
    field = ready.window.editing.bar.field
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    offer = offered(ready, qtbot)
    field.setPlainText("Something else.")
    press(offer, Qt.Key.Key_Return)
    assert field.toPlainText() == "Something else."
