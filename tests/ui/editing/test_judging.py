"""Accepting translations and dismissing warnings: kept, undone and redone, and never against what others do."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.memory import Judged, Judgement, Memory
from reader.parallel import ParallelText
from reader.paths import LIBRARY_FILE, MEMORY_FILE
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.judgement_turns import JudgedPair, pairs_in
from ui.toolkit.jobs import Job

LANGUAGES = ("nb", "en")
ACCEPTED = Judgement(accepted=True)


def pairs(program: Tospalt) -> list[JudgedPair]:
    """The pairs of the open text, each once."""
    text = program.document.text
    assert text is not None
    return list(dict.fromkeys(pair for row in text.rows for pair in pairs_in(text, row)))


def texts(*judged: JudgedPair) -> list[tuple[str, str]]:
    return [(pair.sentence, pair.translation) for pair in judged]


def settle(program: Tospalt, qtbot: QtBot) -> None:
    """Wait until all that was judged is written, and what is known is what the memory has."""
    qtbot.waitUntil(lambda: not program.judging.unsaved and not program.pools.edits._running, timeout=PATIENCE)


def stored(program: Tospalt, qtbot: QtBot) -> dict[str, Judgement]:
    """What the memory has by the sentences of the open text, which is what is known."""
    settle(program, qtbot)
    found = program.memory.judgements(LANGUAGES, texts(*pairs(program)))
    known = {pair.sentence: program.judging.of(pair) for pair in pairs(program)}
    assert {sentence: judgement for (sentence, _), judgement in found.items()} == {
        sentence: judgement for sentence, judgement in known.items() if judgement != Judgement()
    }
    return {sentence: judgement for (sentence, _), judgement in found.items()}


def undo(program: Tospalt) -> None:
    program.window.actions_["undo"].trigger()


def redo(program: Tospalt) -> None:
    program.window.actions_["redo"].trigger()


@pytest.fixture
def other(folders: Folders) -> Iterator[Memory]:
    """Another window."""
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        yield memory


def test_what_is_accepted_is_known_at_once_kept_and_undone_and_redone(opened: Tospalt, qtbot: QtBot) -> None:
    first, second, *_ = pairs(opened)
    step = opened.judging.accept(first, second)
    assert opened.judging.of(first) == ACCEPTED
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED, second.sentence: ACCEPTED}
    for _ in range(2):
        undo(opened)
        assert opened.judging.of(first) == Judgement()
        assert stored(opened, qtbot) == {}
        redo(opened)
        assert stored(opened, qtbot).keys() == {first.sentence, second.sentence}
    assert step.words() == "acceptance of 2 sentences"


def test_acts_of_each_kind_are_undone_one_by_one(opened: Tospalt, qtbot: QtBot) -> None:
    first = pairs(opened)[0]
    judging, states = opened.judging, list[dict[str, Judgement]]([{}])
    words = []
    for act in (
        lambda: judging.dismiss("number", first),
        lambda: judging.accept(first),
        lambda: judging.dismiss("name", first),
        lambda: judging.undismiss("number", first),
        lambda: judging.withdraw(first),
    ):
        words.append(act().words().split("“")[0].strip())
        states.append(stored(opened, qtbot))
    assert states[-1] == {first.sentence: Judgement(False, frozenset({"name"}))}
    assert len(set(words)) == 4 and all(words)
    for state in reversed(states[:-1]):
        undo(opened)
        assert stored(opened, qtbot) == state
    for state in states[1:]:
        redo(opened)
        assert stored(opened, qtbot) == state


def test_undoing_before_it_is_written_leaves_nothing(opened: Tospalt, qtbot: QtBot) -> None:
    first = pairs(opened)[0]
    opened.judging.accept(first)
    undo(opened)
    assert stored(opened, qtbot) == {}
    redo(opened)
    undo(opened)
    redo(opened)
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED}


def test_undone_is_only_what_made_a_difference(opened: Tospalt, qtbot: QtBot, other: Memory) -> None:
    first, second, *_ = pairs(opened)
    assert other.accept(LANGUAGES, texts(first)).safe
    opened.judging.accept(first, second)
    settle(opened, qtbot)
    undo(opened)
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED}


def test_what_another_window_judges_stays_and_is_found(opened: Tospalt, qtbot: QtBot, other: Memory) -> None:
    first, second, *_ = pairs(opened)
    opened.judging.accept(first)
    settle(opened, qtbot)
    assert other.dismiss(LANGUAGES, "name", texts(first)).safe
    assert other.accept(LANGUAGES, texts(second)).safe
    opened.judging.dismiss("number", first)
    settle(opened, qtbot)
    assert opened.judging.of(first) == Judgement(True, frozenset({"name", "number"}))
    assert opened.document.text is not None
    opened.judging.look_anew()
    assert stored(opened, qtbot).keys() == {first.sentence, second.sentence}


def test_it_holds_in_another_document_and_is_there_after_a_start(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path, other: Memory
) -> None:
    first = pairs(opened)[0]
    opened.judging.accept(first)
    settle(opened, qtbot)
    path = tmp_path / "annet.txt"
    path.write_text(f"{first.sentence} Og noe annet.\n", "utf-8")
    open_and_translate(qtbot, opened, path)
    assert opened.document.text is not None
    opened.judging.look_anew()
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED}
    assert other.judgements(LANGUAGES, texts(first))


def test_what_cannot_be_written_waits_and_keeps_its_order(opened: Tospalt, qtbot: QtBot, folders: Folders) -> None:
    first = pairs(opened)[0]
    settle(opened, qtbot)
    with closing(sqlite3.connect(folders.data / MEMORY_FILE, isolation_level=None)) as connection:
        opened.memory._patience = 0.05
        connection.execute("BEGIN IMMEDIATE")
        opened.judging.accept(first)
        opened.judging.dismiss("number", first)
        opened.judging.withdraw(first)
        qtbot.waitUntil(lambda: opened.judging._again.isActive(), timeout=PATIENCE)
        assert opened.judging.unsaved and opened.judging.of(first) == Judgement(False, frozenset({"number"}))
    opened.judging._again.start(0)
    assert stored(opened, qtbot) == {first.sentence: Judgement(False, frozenset({"number"}))}


def test_what_was_forgotten_elsewhere_is_not_put_back(opened: Tospalt, qtbot: QtBot, other: Memory) -> None:
    first = pairs(opened)[0]
    opened.judging.accept(first)
    opened.judging.withdraw(first)
    settle(opened, qtbot)
    assert other.forget([], judged={LANGUAGES: [first.sentence]})
    with qtbot.waitSignal(opened.judging.notice, timeout=PATIENCE) as told:
        undo(opened)
    assert "forgotten elsewhere" in told.args[0] and first.sentence in told.args[0]
    assert stored(opened, qtbot) == {} and opened.undo._done == []


def accept_in_vain(program: Tospalt, qtbot: QtBot, *judged: JudgedPair) -> None:
    """Accept what cannot be written now, and wait until that was tried."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program.memory, "accept", lambda *_, **__: Judged())
        program.judging.accept(*judged)
        qtbot.waitUntil(lambda: program.judging._again.isActive(), timeout=PATIENCE)


def test_what_waits_is_forgotten_with_its_document(opened: Tospalt, qtbot: QtBot) -> None:
    first = pairs(opened)[0]
    accept_in_vain(opened, qtbot, first)
    opened.window.forgetting.forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything was forgotten.", timeout=PATIENCE)
    settle(opened, qtbot)
    assert opened.memory.judgements(LANGUAGES, texts(first)) == {} and opened.judging.of(first) == Judgement()


@pytest.mark.parametrize("everything", [False, True])
def test_what_waits_is_forgotten_with_a_document_that_another_window_forgets(
    everything: bool, opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    first = pairs(opened)[0]
    accept_in_vain(opened, qtbot, first)
    library = Library(folders.data / LIBRARY_FILE)
    assert opened.document.entry is not None
    if everything:
        library.forget_all()
    else:
        library.forget(library.add(opened.document.entry.path))
    with qtbot.waitSignal(opened._forgotten_elsewhere.forgotten, timeout=PATIENCE):
        opened._forgotten_elsewhere.look()
    assert not opened.judging.unsaved and opened.judging.of(first) == Judgement()
    assert stored(opened, qtbot) == {}


def test_what_only_the_memory_can_have_keeps_nothing_after_it_from_being_written(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    (folders.data / f"{MEMORY_FILE}.judgements").mkdir()
    first, second, *_ = pairs(opened)
    opened.judging.accept(first)
    opened.judging.accept(second)
    opened.judging.withdraw(first)
    assert stored(opened, qtbot) == {second.sentence: ACCEPTED}
    undo(opened)
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED, second.sentence: ACCEPTED}


def test_what_no_memory_can_have_keeps_nothing_after_it_from_being_written(opened: Tospalt, qtbot: QtBot) -> None:
    first = pairs(opened)[0]
    opened.judging.accept(JudgedPair(LANGUAGES, "\ud800", "a"))
    opened.judging.accept(first)
    assert stored(opened, qtbot) == {first.sentence: ACCEPTED}
    undo(opened)
    undo(opened)
    assert stored(opened, qtbot) == {}


def test_what_waits_is_known_whatever_is_looked_up_meanwhile(opened: Tospalt, qtbot: QtBot, other: Memory) -> None:
    first = pairs(opened)[0]
    accept_in_vain(opened, qtbot, first)
    assert other.dismiss(LANGUAGES, "number", texts(first)).safe
    text = opened.document.text
    assert text is not None
    with qtbot.waitSignal(opened.judging.found, timeout=PATIENCE):
        opened.judging.look_anew()
        assert opened.judging.of(first) == ACCEPTED
    assert opened.judging.of(first) == Judgement(True, frozenset({"number"}))
    opened.judging.forget(Path("of another document"))
    assert opened.judging.of(first) == Judgement(True, frozenset({"number"}))
    opened.judging.try_again()
    assert stored(opened, qtbot) == {first.sentence: Judgement(True, frozenset({"number"}))}


@pytest.fixture
def looked_in(opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """The rows that are looked in from now on, one at a time."""
    settle(opened, qtbot)
    monkeypatch.setattr("ui.editing.judging._AT_ONCE", 1)
    looked, look = list[Sequence[int]](), opened.judging._judged_in

    def note(text: ParallelText, rows: Sequence[int], job: Job) -> object:
        looked.append(rows)
        return look(text, rows, job)

    monkeypatch.setattr(opened.judging, "_judged_in", note)
    return looked


def test_a_save_waits_for_no_more_than_one_part_of_a_text(
    opened: Tospalt, qtbot: QtBot, looked_in: list[Sequence[int]]
) -> None:
    text = opened.document.text
    assert text is not None and len(text.rows) > 1
    before = list[int]()
    opened.judging.look_anew()
    opened.pools.edits.start(Job(lambda _: before.append(len(looked_in))))
    settle(opened, qtbot)
    assert before == [1]
    assert [row for rows in looked_in for row in rows] == list(range(len(text.rows)))


def test_a_text_is_looked_at_anew_rather_than_once_more(
    opened: Tospalt, qtbot: QtBot, looked_in: list[Sequence[int]]
) -> None:
    text = opened.document.text
    assert text is not None
    for _ in range(5):
        opened.judging.look_again()
    settle(opened, qtbot)
    assert [row for rows in looked_in[1:] for row in rows] == list(range(len(text.rows)))


def test_a_text_that_is_not_open_any_more_is_looked_at_no_more(
    opened: Tospalt, qtbot: QtBot, looked_in: list[Sequence[int]]
) -> None:
    text = opened.document.text
    assert text is not None
    opened.judging.look_anew()
    opened.document.close()
    settle(opened, qtbot)
    assert len(looked_in) == 1


def test_the_window_warns_once_of_what_cannot_be_saved_until_it_is(opened: Tospalt, qtbot: QtBot) -> None:
    first, second, *_ = pairs(opened)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened.memory, "accept", lambda *_, **__: Judged())
        opened.judging.accept(first)
        assert not opened.window.close()
        assert (
            "could not be saved to disk. If you quit again, Tospalt will try to save them"
            in opened.window.notices.message
        )
        opened.judging.accept(second)
        assert not opened.window.close()
        assert not opened.judging.ask_for()
    opened.judging.try_again()
    settle(opened, qtbot)
    assert opened.window.notices.message == ""
    assert opened.window.close()


def test_what_waits_is_saved_as_the_window_closes(opened: Tospalt, qtbot: QtBot) -> None:
    first = pairs(opened)[0]
    accept_in_vain(opened, qtbot, first)
    assert opened.window.close()
    assert opened.memory.judgements(LANGUAGES, texts(first)) == {texts(first)[0]: ACCEPTED}
