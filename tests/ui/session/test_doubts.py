"""Judging the translation of the open document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import CancelledError, TranslationError
from reader.quality import Assessment, Level, Measured, NotJudged
from reader.quality.own_pairs import Pair
from reader.translation import Pipeline
from tests.ui.compare.checklist import listed
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.reading.cell import TARGET
from ui.reading.places import Place
from ui.toolkit.jobs import Job

DOUBTED = "Alle sov."
# The doubtful sentence is in the first batch of rows, and once more in the last.
ROWS = [DOUBTED, *(f"Det regnet i {number} timer." for number in range(2, 40)), DOUBTED]
FIRST, LAST = (0, 0), (len(ROWS) - 1, 0)


@dataclass
class Judge:
    """Finds one sentence doubtful, wherever it stands.

    Attributes:
        asked: the pairs that it judged.
    """

    asked: list[Pair] = field(default_factory=list)
    measured: Measured = field(default_factory=lambda: Measured(True, 0.5, 0.2))

    def assess(self, pairs: Sequence[Pair], **_: object) -> list[Assessment]:
        self.asked += pairs
        levels = [Level.DOUBTFUL if source == DOUBTED else Level.FINE for source, _ in pairs]
        return [Assessment(level, 50.0, (), True) for level in levels]


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Judges all translations, a batch of rows in each turn."""
    made = Judge()
    monkeypatch.setattr("reader.quality.assessor_for", lambda *_: made)
    monkeypatch.setattr("ui.session.doubts._TURN_S", -1.0)
    return made


@pytest.fixture
def judged(program: Tospalt, qtbot: QtBot, tmp_path: Path, judge: Judge) -> Tospalt:
    """The program with a text that has been judged."""
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS), "utf-8")
    program.window.resize(800, 600)
    open_and_translate(qtbot, program, path)
    program.window.actions_["checklist"].trigger()
    qtbot.waitUntil(lambda: len(judge.asked) >= len(ROWS) - 1, timeout=PATIENCE)
    return program


def test_a_sentence_that_was_judged_in_another_row_is_doubtful_in_all_of_them(judged: Tospalt, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: listed(judged, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)


def test_after_something_was_forgotten_the_open_text_is_judged_anew(
    judged: Tospalt, judge: Judge, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: FIRST in listed(judged, Sort.DOUBTFUL), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    judge.asked.clear()
    judged.doubts.forget()
    qtbot.waitUntil(lambda: len(judge.asked) >= len(ROWS) - 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: FIRST in listed(judged, Sort.DOUBTFUL), timeout=PATIENCE)


def test_what_another_program_has_forgotten_is_judged_anew_too(judged: Tospalt, judge: Judge, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: FIRST in listed(judged, Sort.DOUBTFUL), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    judge.asked.clear()
    judged._forgotten_elsewhere.forgotten.emit(None, frozenset())
    qtbot.waitUntil(lambda: len(judge.asked) >= len(ROWS) - 1, timeout=PATIENCE)


def test_only_the_sentences_of_the_open_text_are_kept(
    judged: Tospalt, judge: Judge, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: listed(judged, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)
    judge.asked.clear()
    path = tmp_path / "to.txt"
    path.write_text(f"{DOUBTED}\n\nHunden sover.\n", "utf-8")
    open_and_translate(qtbot, judged, path)
    qtbot.waitUntil(lambda: bool(judge.asked), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    assert [source for source, _ in judge.asked] == ["Hunden sover."]
    assert judged.doubts._kept is not None
    assert {source for source, _ in judged.doubts._kept._found} == {DOUBTED, "Hunden sover."}
    judged.window.documents.close_document()
    assert judged.doubts._kept is None


def test_what_other_packages_judged_is_judged_anew(
    judged: Tospalt, judge: Judge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: listed(judged, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    judge.asked.clear()
    judged.translation.settled.emit()
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    assert judge.asked == []
    monkeypatch.setattr("reader.translation.pipeline.opposite", lambda *_: None)  # it was removed
    judged.translation.settled.emit()
    qtbot.waitUntil(lambda: len(judge.asked) >= len(ROWS) - 1, timeout=PATIENCE)


def test_packages_that_cannot_judge_are_tried_once(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []
    monkeypatch.setattr("reader.quality.assessor_for", lambda *engines: tried.append(engines))
    path = tmp_path / "regn.txt"
    path.write_text(DOUBTED, "utf-8")
    program.window.resize(800, 600)
    program.window.actions_["checklist"].trigger()
    open_and_translate(qtbot, program, path)
    for _ in range(2):
        qtbot.waitUntil(lambda: bool(tried) and not program.doubts._working.running, timeout=PATIENCE)
        program.translation.settled.emit()
    qtbot.waitUntil(lambda: not program.doubts._working.running, timeout=PATIENCE)
    assert len(tried) == 1


def test_who_goes_through_the_sentences_has_them_judged_though_the_list_is_hidden(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, judge: Judge
) -> None:
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS[:3]), "utf-8")
    open_and_translate(qtbot, program, path)
    program.window.actions_["next_listed"].trigger()
    qtbot.waitUntil(lambda: FIRST in listed(program, Sort.DOUBTFUL), timeout=PATIENCE)


# What is said of it


def said(program: Tospalt) -> str:
    return program.window.checking.panel._judging.text()


def test_while_sentences_are_judged_the_list_says_how_many_have_been(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, assess = Event(), Judge.assess

    def held(judge: Judge, pairs: Sequence[Pair], **how: object) -> list[Assessment]:
        if judge.asked:
            free.wait()
        return assess(judge, pairs, **how)

    monkeypatch.setattr(Judge, "assess", held)
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(f"Det regnet i {number} timer." for number in range(40)), "utf-8")
    program.window.resize(800, 600)
    open_and_translate(qtbot, program, path)
    try:
        program.window.actions_["checklist"].trigger()
        qtbot.waitUntil(lambda: said(program) == f"{len(judge.asked)} of 40 sentences judged", timeout=PATIENCE)
        assert program.window.checking.panel._none.text().endswith("The sentences are still being judged.")
        program.window.reading_view.move_caret(Place(39, TARGET, 0))
        assert program.window.checking.panel.current.shown.level == "Not judged yet"
    finally:
        free.set()
    none = program.window.checking.panel._none
    qtbot.waitUntil(lambda: none.text() == "No sentence looks wrong.", timeout=PATIENCE)
    assert said(program) == ""
    assert program.window.checking.panel.current.shown.level == "As a whole the sentence looks fine."


def test_what_could_not_be_judged_is_said_and_tried_again_if_the_user_wants(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails, assess = [True], Judge.assess

    def failing(judge: Judge, pairs: Sequence[Pair], **how: object) -> list[Assessment]:
        if fails[0]:
            raise TranslationError("The language model could not judge this text.")
        return assess(judge, pairs, **how)

    monkeypatch.setattr(Judge, "assess", failing)
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS), "utf-8")
    program.window.resize(800, 600)
    program.window.actions_["checklist"].trigger()
    open_and_translate(qtbot, program, path)
    panel = program.window.checking.panel
    qtbot.waitUntil(lambda: said(program).startswith("Some sentences could not be judged"), timeout=PATIENCE)
    assert panel._none.text() == "No sentence has a warning. Which are doubtful is not known."
    fails[0] = False
    panel.judging_button.click()
    qtbot.waitUntil(lambda: listed(program, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)
    qtbot.waitUntil(lambda: said(program) == "" and panel.judging_button.isHidden(), timeout=PATIENCE)


@pytest.fixture
def measured(program: Tospalt, qtbot: QtBot, tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch) -> Tospalt:
    """The program while it measures a package, which goes on until it is cancelled."""

    def measuring(*about: object) -> Judge:
        _, _, cancelled, tell = about
        assert callable(cancelled) and callable(tell)
        tell(90, 300)
        while len(held) and not cancelled():
            held[0].wait(0.01)
        if cancelled():
            raise CancelledError
        return judge

    held = [Event()]
    monkeypatch.setattr("reader.quality.assessor_for", measuring)
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS), "utf-8")
    program.window.resize(800, 600)
    program.window.actions_["checklist"].trigger()
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: said(program).endswith("can be judged: 30 %"), timeout=PATIENCE)
    monkeypatch.setattr(program, "_test_held", held, raising=False)
    return program


def test_measuring_a_package_is_shown_and_stopped_and_begun_again(measured: Tospalt, qtbot: QtBot) -> None:
    button = measured.window.checking.panel.judging_button
    assert button.text() == "Stop"
    button.click()
    assert said(measured) == "Judging was stopped." and button.text() == "Judge"
    qtbot.waitUntil(lambda: not measured.pools.engine._running, timeout=PATIENCE)
    measured.translation.settled.emit()
    assert not measured.doubts.headway.running  # until the user wants it
    measured._test_held.clear()  # type: ignore[attr-defined]
    button.click()
    qtbot.waitUntil(lambda: listed(measured, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)


def test_what_the_user_asks_for_is_done_while_a_package_is_measured(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, done, ended = Event(), list[str](), list[bool]()

    def measuring(*about: object) -> None:
        tell = about[3]
        assert callable(tell)
        tell(1, 300)
        asked.wait()
        tell(2, 300)
        ended.append(bool(done))
        raise CancelledError

    monkeypatch.setattr("reader.quality.assessor_for", measuring)
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS), "utf-8")
    program.window.actions_["checklist"].trigger()
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: program.doubts.headway.measuring is not None, timeout=PATIENCE)
    program._asides.start(Job(lambda _: done.append("asked for")))
    asked.set()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert ended == [True]


def test_translations_through_a_third_language_are_said_not_to_be_judged(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pipeline, "assess", lambda *_, **__: iter([NotJudged.SEVERAL]))
    path = tmp_path / "regn.txt"
    path.write_text("\n\n".join(ROWS), "utf-8")
    program.window.resize(800, 600)
    program.window.actions_["checklist"].trigger()
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: said(program).startswith("Translations by way of a third language"), timeout=PATIENCE)
    assert program.window.checking.panel.judging_button.isHidden()


def test_a_sentence_that_is_the_machines_again_is_judged(judged: Tospalt, judge: Judge, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: listed(judged, Sort.DOUBTFUL) == [FIRST, LAST], timeout=PATIENCE)
    qtbot.waitUntil(lambda: not judged.doubts._working.running, timeout=PATIENCE)
    save(judged, qtbot, "Everyone slept.", *FIRST)
    qtbot.waitUntil(lambda: judged.doubts.headway.total == len(ROWS) - 2, timeout=PATIENCE)
    judge.asked.clear()
    judged.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: judged.doubts.headway.total == len(ROWS), timeout=PATIENCE)
    assert listed(judged, Sort.DOUBTFUL) == [FIRST, LAST] and judge.asked == []
