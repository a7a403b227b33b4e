"""What another window accepts, dismisses, switches off and forgets."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.memory import ByTranslation, Judgement
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.editing.judgement_turns import JudgedPair, pairs_in

ACCEPTED = Judgement(accepted=True)


def pairs(program: Tospalt) -> list[JudgedPair]:
    text = program.document.text
    assert text is not None
    return list(dict.fromkeys(pair for row in text.rows for pair in pairs_in(text, row)))


@pytest.fixture
def second(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tospalt:
    """Another window with the same document."""
    monkeypatch.setattr("ui.editing.judged_elsewhere._OFTEN_MS", 50)
    second = start()
    open_and_translate(qtbot, second, path)
    settle(opened, second, qtbot)
    return second


def settle(one: Tospalt, other: Tospalt, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not one.judging.unsaved and not other.judging.unsaved, timeout=PATIENCE)


def test_what_one_window_accepts_and_withdraws_the_other_shows(opened: Tospalt, second: Tospalt, qtbot: QtBot) -> None:
    first, *_ = pairs(opened)
    opened.judging.accept(first)
    qtbot.waitUntil(lambda: second.judging.of(first) == ACCEPTED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(second.sentences.of(Sort.CHECKED)) > 0, timeout=PATIENCE)
    second.judging.withdraw(first)
    qtbot.waitUntil(lambda: opened.judging.of(first) == Judgement(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(opened.sentences.of(Sort.CHECKED)) == 0, timeout=PATIENCE)


def test_what_one_window_dismisses_and_undoes_the_other_shows(opened: Tospalt, second: Tospalt, qtbot: QtBot) -> None:
    first, *_ = pairs(opened)
    opened.judging.dismiss("number", first)
    wanted = Judgement(dismissed=frozenset({"number"}))
    qtbot.waitUntil(lambda: second.judging.of(first) == wanted, timeout=PATIENCE)
    opened.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: second.judging.of(first) == Judgement(), timeout=PATIENCE)


def test_what_waits_in_one_window_outlives_what_the_other_does(opened: Tospalt, second: Tospalt, qtbot: QtBot) -> None:
    first, *_ = pairs(opened)
    second.judging.pause()
    second.judging.accept(first)
    opened.judging.dismiss("number", first)
    both = Judgement(True, frozenset({"number"}))
    qtbot.waitUntil(lambda: second.judging.of(first) == both, timeout=PATIENCE)
    second.judging.resume()
    qtbot.waitUntil(lambda: opened.judging.of(first) == both, timeout=PATIENCE)


def test_what_one_window_forgets_the_other_does_not_show_any_more(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    first, *_ = pairs(opened)
    opened.judging.accept(first)
    qtbot.waitUntil(lambda: second.judging.of(first) == ACCEPTED, timeout=PATIENCE)
    assert opened.memory.forget([], judged={("nb", "en"): [first.sentence]})
    qtbot.waitUntil(lambda: second.judging.of(first) == Judgement(), timeout=PATIENCE)


def test_rules_that_one_window_switches_off_are_off_in_the_other(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    steps = opened.window._services.document_steps
    steps.dismiss_rule("number")
    qtbot.waitUntil(lambda: tuple(second.sentences.known.rules_off) == ("number",), timeout=PATIENCE)
    steps.dismiss_rule("number", dismissed=False)
    qtbot.waitUntil(lambda: not second.sentences.known.rules_off, timeout=PATIENCE)


def test_a_look_at_what_has_not_changed_asks_about_no_sentence(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, ask = list[list[str]](), opened.memory.judgements_of

    def note(languages: tuple[str, str], sentences: Iterable[str]) -> dict[str, ByTranslation]:
        asked.append(list(sentences))
        return ask(languages, asked[-1])

    monkeypatch.setattr(opened.memory, "judgements_of", note)
    elsewhere = opened._judged_elsewhere
    first, *_ = pairs(opened)
    opened.judging.accept(first)
    qtbot.waitUntil(lambda: not opened.judging.unsaved, timeout=PATIENCE)
    for look in range(3):
        qtbot.waitUntil(lambda: not elsewhere._looking, timeout=PATIENCE)
        with qtbot.waitSignal(elsewhere.looked, timeout=PATIENCE):
            elsewhere.look()
        if look == 0:
            assert [first.sentence] in asked  # this window's own judgement is new to it
            asked.clear()
    assert not any(asked)
