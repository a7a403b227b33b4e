"""Choosing another translation of a sentence, or another word in it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.errors import NoPackageError, TranslationError
from reader.parallel import Hypothesis
from reader.quality import Alternative, Asked
from reader.quality.assessing import Level
from reader.translation import Pipeline
from tests.ui.documents import open_and_translate
from tests.ui.editing.offers import press
from tests.ui.editing.sentence import SENTENCE, TEXT, pair, said, save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.choice_list import ChoiceList
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place

OTHER = Alternative(Hypothesis("The dog rests in the house.", -1.0), "rests", ((8, 13),), Level.DOUBTFUL)
FORM = Alternative(Hypothesis("The dog rested in the house.", -1.0), "rested", ((8, 14),))
SECOND = Alternative(Hypothesis("The dog slumbers in the house.", -1.0), "slumbers", ((8, 16),), forms=(FORM,))


class Made:
    """Alternatives that come at once, or once they are let go."""

    def __init__(self) -> None:
        self.asked: list[tuple[Asked, int | None]] = []
        self.found: list[list[Alternative]] = [[OTHER], [OTHER, SECOND]]
        self.error: Exception | None = None
        self.free, self.begun = Event(), Event()
        self.free.set()

    def alternatives(self, pipeline: Pipeline, asked: Asked, place: int | None = None) -> Iterator[list[Alternative]]:
        self.asked.append((asked, place))
        self.begun.set()
        while not self.free.wait(0.01):
            if pipeline.cancelled():
                return
        if self.error is not None:
            raise self.error
        yield from self.found


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """What there is to choose from."""
    made = Made()
    monkeypatch.setattr(Pipeline, "alternatives", lambda *given: made.alternatives(*given))
    return made


@pytest.fixture
def ready(made: Made, program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """The program with a translated text, the caret on its first sentence."""
    path = tmp_path / "hund.txt"
    path.write_text(TEXT, "utf-8")
    program.window.resize(1000, 600)
    open_and_translate(qtbot, program, path)
    program.window.reading_view.move_caret(Place(0, TARGET, 0))
    return program


def offered(program: Tospalt) -> ChoiceList:
    return program.window.choosing.offer


def begin(program: Tospalt, qtbot: QtBot, command: str = "alternatives", count: int = 3) -> ChoiceList:
    program.window.actions_[command].trigger()
    offer = offered(program)
    qtbot.waitUntil(lambda: len(offer.choices) == count and not offer.state.isVisible(), timeout=PATIENCE)
    return offer


def test_one_is_chosen_by_keyboard_alone_and_is_an_edit_that_can_be_undone(
    ready: Tospalt, made: Made, qtbot: QtBot
) -> None:
    before = said(ready, 0, 0)
    offer = begin(ready, qtbot)
    assert made.asked[0][0].sentence == SENTENCE and made.asked[0][0].translation == before
    assert made.asked[0][0].links, "by which the word of the original is found"
    assert [offer.list.item(row).text() for row in range(3)] == ["rests  (doubtful)", "slumbers", "   – rested"]
    told = offer.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "rests; The dog rests in the house.; doubtful"
    assert offer.whole.words == OTHER.text and "<u>" in offer.whole.text()
    press(offer, Qt.Key.Key_Down)
    assert offer.whole.words == SECOND.text
    press(offer, Qt.Key.Key_Return)
    assert not offer.isVisible()
    assert said(ready, 0, 0) == SECOND.text and pair(ready, 0, 0).edited
    qtbot.waitUntil(lambda: said(ready, 1, 1) == SECOND.text, timeout=PATIENCE)
    ready.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: said(ready, 0, 0) == before and not pair(ready, 0, 0).edited, timeout=PATIENCE)


def test_translations_of_the_whole_sentence_are_told_by_what_differs(ready: Tospalt, made: Made, qtbot: QtBot) -> None:
    text = "A dog rests in the big house here."
    found = Alternative(Hypothesis(text, -1.0), "", ((0, 1), (19, 22), (29, 33)))
    made.found = [[found, Alternative(Hypothesis("Dog sleeps in.", -1.0))]]
    offer = begin(ready, qtbot, count=2)
    assert [choice.words for choice in offer.choices] == ["A dog … the big house here", "Dog sleeps in."]


def test_esc_leaves_and_what_is_being_made_is_given_up(ready: Tospalt, made: Made, qtbot: QtBot) -> None:
    before = said(ready, 0, 0)
    made.free.clear()
    ready.window.actions_["alternatives"].trigger()
    qtbot.waitUntil(made.begun.is_set, timeout=PATIENCE)
    assert offered(ready).state.text() == "Looking for alternatives…"
    press(offered(ready), Qt.Key.Key_Escape)
    assert not offered(ready).isVisible() and said(ready, 0, 0) == before
    qtbot.waitUntil(lambda: not ready.pools.engine._running, timeout=PATIENCE)
    assert not offered(ready).choices


def test_the_word_at_the_caret_or_the_one_clicked_is_replaced_from_either_side(
    ready: Tospalt, made: Made, qtbot: QtBot
) -> None:
    view, target = ready.window.reading_view, ready.document.text.rows[0].target  # type: ignore[union-attr]
    start = target.index("sleeps")
    view.move_caret(Place(0, TARGET, 0), (start, start + 6))
    assert "sleeps" in begin(ready, qtbot, "other_words")._title.text()
    offered(ready).close()
    view.move_caret(Place(0, SOURCE, 0), (7, 12))
    begin(ready, qtbot, "other_words").close()
    view.move_caret(Place(0, SOURCE, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.hits.point_of(0, TARGET, start + 2))
    begin(ready, qtbot, "other_words").close()
    assert [place for _, place in made.asked] == [start] * 3
    view.move_caret(Place(0, TARGET, 0))
    ready.window.actions_["other_words"].trigger()
    assert not offered(ready).isVisible() and "Click a word" in ready.window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoPackageError("nb", "en", "No installed package."), "No installed package."),
        (TranslationError("The language model could not translate this text."), "could not translate"),
        (None, "No other translation was found"),
    ],
)
def test_why_there_is_nothing_to_choose_from_is_said(
    ready: Tospalt, made: Made, qtbot: QtBot, error: Exception | None, words: str
) -> None:
    made.error, made.found = error, []
    ready.window.actions_["alternatives"].trigger()
    qtbot.waitUntil(lambda: words in offered(ready).state.text(), timeout=PATIENCE)
    press(offered(ready), Qt.Key.Key_Return)
    assert offered(ready).isVisible(), "there is nothing to take"
    offered(ready).close()


def test_what_is_typed_is_saved_first_and_a_sentence_that_has_changed_is_not_replaced(
    ready: Tospalt, made: Made, qtbot: QtBot
) -> None:
    ready.window.actions_["edit"].trigger()
    ready.window.editing.bar.field.setPlainText("The hound sleeps.")
    offer = begin(ready, qtbot)
    assert made.asked[-1][0].translation == said(ready, 0, 0) == "The hound sleeps."
    save(ready, qtbot, "The beagle sleeps.")
    press(offer, Qt.Key.Key_Return)
    assert said(ready, 0, 0) == "The beagle sleeps."
    assert "changed meanwhile" in ready.window.statusBar().currentMessage()
    made.free.clear()
    ready.window.actions_["alternatives"].trigger()
    save(ready, qtbot, "The dog sleeps.")
    made.free.set()
    qtbot.waitUntil(lambda: not offer.isVisible(), timeout=PATIENCE)


def test_it_closes_with_its_document_and_there_is_none_for_what_is_too_long(
    ready: Tospalt, made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(ready, qtbot)
    ready.window.documents.close_document()
    assert not offered(ready).isVisible()


def test_a_long_sentence_has_no_alternatives(ready: Tospalt, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.editing.choosing._LONGEST", 10)
    ready.window.actions_["alternatives"].trigger()
    assert not made.asked and "too long" in ready.window.statusBar().currentMessage()


def test_a_word_counts_no_more_once_its_text_has_changed(ready: Tospalt, made: Made, qtbot: QtBot) -> None:
    view, target = ready.window.reading_view, ready.document.text.rows[0].target  # type: ignore[union-attr]
    start = target.index("sleeps")
    made.found = [[SECOND]]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.hits.point_of(0, TARGET, start + 2))
    QTest.keyClick(begin(ready, qtbot, "other_words", count=2).list, Qt.Key.Key_Return)
    assert said(ready, 0, 0) == SECOND.text
    ready.window.actions_["other_words"].trigger()
    assert not offered(ready).isVisible() and "Click a word" in ready.window.statusBar().currentMessage()
