"""What another window accepts, dismisses, switches off and forgets."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.memory import ByTranslation, Judgement, Memory
from tests.ui.documents import open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.editing.judgement_turns import JudgedPair, pairs_in
from ui.toolkit.jobs import Job

ACCEPTED = Judgement(accepted=True)
LANGUAGES = ("nb", "en")


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


def unreadable(*_: object) -> object:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    raise error


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

    def note(languages: tuple[str, str], sentences: Iterable[str]) -> dict[str, ByTranslation] | None:
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


def test_what_is_known_stays_so_while_it_is_looked_up_again(opened: Tospalt, second: Tospalt, qtbot: QtBot) -> None:
    first, other, *_ = pairs(opened)
    opened.judging.accept(first)
    opened.judging.accept(other)
    qtbot.waitUntil(lambda: second.judging.of(other) == ACCEPTED, timeout=PATIENCE)
    seen = list[Judgement]()
    for signal in (second.judging.changed, second.judging.found, second.sentences.quieted, second.sentences.changed):
        signal.connect(lambda _: seen.append(second.judging.of(first)))
    assert opened.memory.forget([], judged={LANGUAGES: [other.sentence]})
    qtbot.waitUntil(lambda: second.judging.of(other) == Judgement(), timeout=PATIENCE)
    standing = [pair for row in text_of(second).rows for pair in pairs_in(text_of(second), row)]
    qtbot.waitUntil(lambda: second.sentences.checked == standing.count(first), timeout=PATIENCE)
    second.judging.look_again()
    seen.append(second.judging.of(first))
    qtbot.waitUntil(lambda: not second.judging.looking, timeout=PATIENCE)
    seen.append(second.judging.of(first))
    assert set(seen) == {ACCEPTED}


def test_after_another_window_has_forgotten_something_all_is_looked_up_once(
    opened: Tospalt, second: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = pairs(opened)
    opened.judging.accept(first)
    qtbot.waitUntil(lambda: second.judging.of(first) == ACCEPTED, timeout=PATIENCE)
    again, look = list[None](), second.judging.look_again
    monkeypatch.setattr(second.judging, "look_again", lambda: again.append(look()))
    assert opened.memory.forget([], judged={LANGUAGES: [first.sentence]})
    second._forgotten_elsewhere.forgotten.emit(Path("a document"), frozenset())
    qtbot.waitUntil(lambda: second.judging.of(first) == Judgement(), timeout=PATIENCE)
    for _ in range(2):
        with qtbot.waitSignal(second._judged_elsewhere.looked, timeout=PATIENCE):
            pass
    assert len(again) == 1


def test_what_was_judged_stays_while_the_memory_cannot_be_read_and_is_told_once(
    opened: Tospalt, second: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other, *_ = pairs(opened)
    second.judging.accept(first)
    settle(opened, second, qtbot)
    told = list[object]()
    second._memory_problems.problem.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr("reader.memory.judging.read_judgements", unreadable)
        assert second.memory.judgements_of(LANGUAGES, [first.sentence]) is None
        second.judging.look_again()
        opened.judging.accept(other)  # which is looked for too
        for _ in range(3):
            with qtbot.waitSignal(second._judged_elsewhere.looked, timeout=PATIENCE):
                pass
        qtbot.waitUntil(lambda: not second.judging.looking, timeout=PATIENCE)
        assert second.judging.of(first) == ACCEPTED and second.judging.of(other) == Judgement()
        assert len(told) == 1
    qtbot.waitUntil(lambda: second.judging.of(other) == ACCEPTED, timeout=PATIENCE)


def test_what_was_judged_while_the_memory_could_not_be_read_is_known_once_it_can(
    opened: Tospalt, second: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other, *_ = pairs(opened)
    again, look = list[None](), second.judging.look_again
    monkeypatch.setattr(second.judging, "look_again", lambda: again.append(look()))
    opened.judging.accept(first)
    qtbot.waitUntil(lambda: second.judging.of(first) == ACCEPTED, timeout=PATIENCE)
    with monkeypatch.context() as patch:
        patch.setattr("reader.memory.judging.read_judgements", unreadable)
        opened.judging.accept(other)
        settle(opened, second, qtbot)
        # With that the journal does not tell any more what others have judged before: all is looked up, but only once.
        assert opened.memory.forget([], judged={LANGUAGES: [first.sentence]})
        qtbot.waitUntil(lambda: bool(again) and not second.judging.looking, timeout=PATIENCE)
        assert second.judging.of(first) == ACCEPTED and second.judging.of(other) == Judgement()
    second.judging._again.start(0)
    qtbot.waitUntil(lambda: second.judging.of(other) == ACCEPTED, timeout=PATIENCE)
    assert second.judging.of(first) == Judgement()


def test_what_is_judged_while_a_document_opens_is_not_missed(
    opened: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, (since, of) = list[str](), (opened.memory.judged_since, opened.memory.judgements_of)
    opened.document.close()
    opened._judged_elsewhere._mark = None
    qtbot.waitUntil(lambda: not opened._judged_elsewhere._looking, timeout=PATIENCE)

    def noted(name: str, ask: Callable[..., object], *given: object) -> object:
        asked.append(name)
        return ask(*given)

    monkeypatch.setattr(opened.memory, "judged_since", partial(noted, "since", since))
    monkeypatch.setattr(opened.memory, "judgements_of", partial(noted, "of", of))
    open_and_translate(qtbot, opened, path)
    qtbot.waitUntil(lambda: "of" in asked, timeout=PATIENCE)
    assert asked[0] == "since"


def test_a_look_for_another_text_leaves_what_it_found_to_the_next(opened: Tospalt, qtbot: QtBot) -> None:
    first, *_ = pairs(opened)
    elsewhere = opened._judged_elsewhere
    qtbot.waitUntil(lambda: not elsewhere._looking and elsewhere._mark is not None, timeout=PATIENCE)
    with closing(Memory(opened.memory.file)) as other:
        assert other.accept(LANGUAGES, [(first.sentence, first.translation)]).safe
    elsewhere._timer.stop()
    mark, free = elsewhere._mark, Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    elsewhere.look()
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.document.set_languages("en", "nb")
    with qtbot.waitSignal(elsewhere.looked, timeout=PATIENCE):
        free.set()
    assert elsewhere._mark == mark
    elsewhere._timer.stop()
    with qtbot.waitSignal(elsewhere.looked, timeout=PATIENCE):
        elsewhere.look()
    assert elsewhere._mark != mark
