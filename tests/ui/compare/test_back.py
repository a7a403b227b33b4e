"""The translation of the current sentence, translated back in the checklist."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.engine import Engine
from reader.errors import NoPackageError, TranslationError
from reader.parallel import Hypothesis
from reader.translation import Pipeline
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import save
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.back import Back
from ui.reading.cell import TARGET
from ui.reading.places import Place

Asked = list[str]


def now(program: Tospalt) -> Back:
    """What the checklist shows of the current sentence."""
    return program.window.checking.panel.current.shown.back


def go(program: Tospalt, row: int, sentence: int = 0) -> None:
    program.window.reading_view.move_caret(Place(row, TARGET, sentence))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The translations that were asked for back; the answer is always the same, and comes at once."""
    asked = Asked()

    def back(_: Pipeline, translation: str, languages: tuple[str, str]) -> str:
        assert languages == ("nb", "en")
        asked.append(translation)
        return "Alle <b>sov</b> lenge."

    monkeypatch.setattr(Pipeline, "translate_sentence_back", back)
    monkeypatch.setattr("ui.compare.back._AFTER_MS", 0)
    return asked


@pytest.fixture
def ready(asked: Asked, program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """The program with the checklist of a short text."""
    path = tmp_path / "regn.txt"
    path.write_text("Alle sov.\n\nDet regnet.\n\nHunden sover.\n", "utf-8")
    program.window.resize(1000, 600)
    open_and_translate(qtbot, program, path)
    program.window.actions_["checklist"].trigger()
    go(program, 0)
    return program


def test_the_current_sentence_is_translated_back_with_what_differs_and_no_praise(ready: Tospalt, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    back, pane = now(ready), ready.window.checking.panel.current.back
    assert back.words == "Alle <b>sov</b> lenge." and back.original == "Alle sov."
    assert [back.words[slice(*span)] for span in back.other] == ["<b>", "</b> lenge"]
    assert pane.isVisible() and pane.words.words == back.words
    assert "&lt;b&gt;" in pane.words.text() and "<u>" in pane.words.text()
    assert "proves nothing" in pane.note.text() and "Different: “<b>”" in pane.words.accessibleName()


def test_with_each_sentence_it_is_another_and_one_that_was_left_is_not_shown(
    ready: Tospalt, asked: Asked, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    go(ready, 1)
    assert now(ready).words == ""
    go(ready, 2)
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    assert now(ready).original == "Hunden sover." and len(asked) in (2, 3)
    save(ready, qtbot, "The hound sleeps.", 2)
    qtbot.waitUntil(lambda: asked[-1] == "The hound sleeps.", timeout=PATIENCE)


def test_nothing_is_translated_back_while_the_text_is_scrolled(ready: Tospalt, asked: Asked, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    timer = ready.window.checking._back._timer
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(PATIENCE)
    go(ready, 1)
    before = timer.remainingTime()
    qtbot.waitUntil(lambda: timer.remainingTime() < before - 20, timeout=PATIENCE)
    left = timer.remainingTime()
    ready.window.reading_view.visible_rows_changed.emit(range(3))
    assert timer.remainingTime() > left and len(asked) == 1


def test_while_the_checklist_is_hidden_nothing_is_translated_back(ready: Tospalt, asked: Asked, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    ready.window.actions_["checklist"].trigger()
    go(ready, 1)
    assert not ready.window.checking._back._timer.isActive() and len(asked) == 1


def test_without_a_package_that_is_said_in_a_sentence_with_the_way_to_packages(
    ready: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> str:
        raise NoPackageError("en", "nb", "No package is there.")

    monkeypatch.setattr(Pipeline, "translate_sentence_back", missing)
    go(ready, 1)
    qtbot.waitUntil(lambda: now(ready).problem == "No package is there.", timeout=PATIENCE)
    pane = ready.window.checking.panel.current.back
    assert pane.note.text() == "No package is there." and pane.words.isHidden()
    with qtbot.waitSignal(ready.window.packages_wanted, timeout=PATIENCE):
        pane.packages_button.click()


def test_once_there_is_a_package_it_is_translated_back(
    ready: Tospalt, asked: Asked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> str:
        raise NoPackageError("en", "nb", "No package is there.")

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, "translate_sentence_back", missing)
        go(ready, 1)
        qtbot.waitUntil(lambda: now(ready).problem == "No package is there.", timeout=PATIENCE)
    ready.packages.store.changed.emit(None)
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    assert asked[-1] == text_of(ready).rows[1].target


def test_where_the_model_fails_that_is_said_too(ready: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> str:
        raise TranslationError("The language model failed.")

    monkeypatch.setattr(Pipeline, "translate_sentence_back", failing)
    go(ready, 1)
    qtbot.waitUntil(lambda: now(ready).problem == "The language model failed.", timeout=PATIENCE)
    assert ready.window.checking.panel.current.back.packages_button.isHidden()


def test_it_does_not_wait_for_the_whole_text_to_be_translated(
    asked: Asked, program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches, translate = list[int](), engine._translate

    def counted(one: Engine, sentences: Sequence[str], **how: Any) -> list[Hypothesis]:
        batches.append(len(asked))
        return translate(one, sentences, **how)

    monkeypatch.setattr(engine, "_translate", counted)
    path = tmp_path / "langt.txt"
    path.write_text("\n\n".join(f"Alle sov i {number} timer." for number in range(400)), "utf-8")
    program.window.resize(1000, 400)
    engine.let_through(1)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    program.window.actions_["checklist"].trigger()
    qtbot.waitUntil(lambda: bool(text_of(program).rows[0].target) and engine.asked.is_set(), timeout=PATIENCE)
    go(program, 0)
    qtbot.waitUntil(lambda: now(program).waiting, timeout=PATIENCE)
    engine.release()
    qtbot.waitUntil(lambda: bool(now(program).words) and not program.translation.translating, timeout=PATIENCE)
    assert batches[1] == 0 and batches[-1] == 1  # a batch was under way, and there were others after it


def test_another_language_of_the_window_translates_back_too(
    ready: Tospalt, qtbot: QtBot, start: Callable[[], Tospalt]
) -> None:
    ready.preferences.change(interface_language="nb")
    old = ready.window
    qtbot.waitUntil(lambda: ready.window is not old, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(now(ready).words), timeout=PATIENCE)
    assert "beviser ingenting" in ready.window.checking.panel.current.back.note.text()
