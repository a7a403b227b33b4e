"""What the user thinks of translations while the memory cannot be written: kill -9 and quitting lose none of it."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.memory import Judged, Judgement, Memory, memory_file
from reader.paths import LIBRARY_FILE, MEMORY_FILE, RUNNING_FOLDER
from reader.running import Running, forget_open
from reader.unwritten import Unwritten
from tests.ui.documents import text_of
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.judgement_turns import JudgedPair, pairs_in

LANGUAGES = ("nb", "en")
ACCEPTED = Judgement(accepted=True)
QUIT = "Changes to your accepted sentences and dismissed warnings could not be saved to disk. If you quit again"

# A real program that judges while the one that has started it keeps the memory locked; it tells when that is recorded.
JUDGING = """
import sys
from pathlib import Path
from tests.pairs import use_pair
from reader.running import Running
from ui import app, running
from ui.editing.judgement_turns import pairs_in
use_pair()
begin, keep = app.Tospalt.begin, Running.keep
def kept(running, reading):
    safe = keep(running, reading)
    if safe and len(reading.judgements) >= 4:
        print("kept", flush=True)
    return safe
def begun(program, files):
    def judge():
        print("ready", flush=True)
        sys.stdin.readline()
        text = program.document.text
        first, second, *_ = dict.fromkeys(pair for row in text.rows for pair in pairs_in(text, row))
        program.judging.accept(first)
        program.judging.dismiss("number", first)
        program.judging.accept(second)
        program.undo.undo()
        program.judging.accept(second)
        program._document_steps.dismiss_rule("name")
    program.translation.settled.connect(judge)
    begin(program, files)
Running.keep = kept
app.Tospalt.begin = begun
sys.exit(running.run_window([Path(sys.argv[1])]))
"""


@pytest.fixture
def hold(folders: Folders) -> Callable[[], AbstractContextManager[None]]:
    """Another program holds on to the memory for as long as this goes on."""

    @contextmanager
    def hold() -> Iterator[None]:
        with closing(sqlite3.connect(folders.data / MEMORY_FILE, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    return hold


@pytest.fixture
def held(
    hold: Callable[[], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], AbstractContextManager[None]]:
    """The same for a program of this process, which waits for a moment only."""
    monkeypatch.setattr(memory_file, "_PATIENCE", 0.05)
    return hold


def pairs(program: Tospalt) -> list[JudgedPair]:
    text = text_of(program)
    return list(dict.fromkeys(pair for row in text.rows for pair in pairs_in(text, row)))


def stored(folders: Folders, *judged: JudgedPair) -> list[Judgement]:
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        found = memory.judgements(LANGUAGES, [(pair.sentence, pair.translation) for pair in judged])
    return [found.get((pair.sentence, pair.translation), Judgement()) for pair in judged]


def recorded(folders: Folders) -> list[object]:
    """The judgements in the records of what runs or ran."""
    states = (folders.data / RUNNING_FOLDER).glob("*.json")
    return [each for state in states for each in json.loads(state.read_text()).get("judgements", ())]


def messages(program: Tospalt) -> list[str]:
    return [notice.message for notice in program.window.notices._waiting]


def saved(program: Tospalt, qtbot: QtBot) -> None:
    program.judging.try_again()
    qtbot.waitUntil(lambda: not program.judging.unsaved, timeout=PATIENCE)


def judge_in_vain(program: Tospalt, qtbot: QtBot, *judged: JudgedPair) -> None:
    """Accept what cannot be written now, and wait until that is recorded."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program.memory, "accept", lambda *_, **__: Judged())
        program.judging.accept(*judged)
        qtbot.waitUntil(lambda: program.judging._again.isActive(), timeout=PATIENCE)
    program.recovery.keep()
    program.recovery.pool.flush(PATIENCE / 1000)


@pytest.fixture
def recording(opened: Tospalt, qtbot: QtBot) -> Tospalt:
    """The program with the document, and with a record of what is open."""
    with qtbot.waitSignal(opened.recovery.joined, timeout=PATIENCE):
        opened.recovery.begin()
    return opened


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_what_was_judged_while_another_program_held_the_memory_survives_kill_9(
    folders: Folders,
    path: Path,
    start: Callable[[], Tospalt],
    qtbot: QtBot,
    hold: Callable[[], AbstractContextManager[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = {"TOSPALT_DATA": str(folders.data), "TOSPALT_CONFIG": str(folders.config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", JUDGING, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env={**os.environ, **names}, stdin=pipe, stdout=pipe, text=True) as killed:
        assert killed.stdin is not None and killed.stdout is not None
        assert killed.stdout.readline() == "ready\n"
        with hold():
            killed.stdin.write("go\n")
            killed.stdin.flush()
            assert killed.stdout.readline() == "kept\n"
            killed.kill()
            killed.wait()
            monkeypatch.setattr(memory_file, "_PATIENCE", 0.05)
            program = start()
            with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
                program.begin([])
            qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
            first, second, third, *_ = pairs(program)
            qtbot.waitUntil(lambda: program.judging.of(second) == ACCEPTED, timeout=PATIENCE)
            assert program.judging.of(first) == Judgement(True, frozenset({"number"}))
            qtbot.waitUntil(lambda: len(recorded(folders)) >= 3, timeout=PATIENCE)  # and it may be killed again
        saved(program, qtbot)
    both = [Judgement(True, frozenset({"number"})), ACCEPTED]
    assert stored(folders, first, second, third) == [*both, Judgement()]
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)
    qtbot.waitUntil(lambda: tuple(program.sentences.known.rules_off) == ("name",), timeout=PATIENCE)
    entry = Library(folders.data / LIBRARY_FILE).find(path)
    assert entry is not None and entry.dismissed == ("name",)


def test_what_was_not_saved_on_quitting_is_saved_by_the_next_start_which_tells_of_no_crash(
    recording: Tospalt,
    start: Callable[[], Tospalt],
    folders: Folders,
    qtbot: QtBot,
    held: Callable[[], AbstractContextManager[None]],
) -> None:
    first, *_ = pairs(recording)
    with held():
        recording.judging.accept(first)
        assert not recording.window.close()
        recording.judging.ask_for()
        assert recording.window.close()
        recording.close()
    assert stored(folders, first) == [Judgement()]
    again = start()
    with qtbot.waitSignal(again.recovery.joined, timeout=PATIENCE) as joined:
        again.recovery.begin()
    assert joined.args == [False] and messages(again) == []
    saved(again, qtbot)
    assert stored(folders, first) == [ACCEPTED]
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)


def test_the_warning_at_quitting_lies_above_what_the_memory_tells(
    recording: Tospalt, qtbot: QtBot, held: Callable[[], AbstractContextManager[None]]
) -> None:
    first, *_ = pairs(recording)
    with held():
        recording.judging.accept(first)
        assert not recording.window.close()
        qtbot.waitUntil(lambda: len(messages(recording)) > 1, timeout=PATIENCE)
        assert recording.window.notices.message.startswith(QUIT)
    saved(recording, qtbot)
    qtbot.waitUntil(lambda: not any(each.startswith(QUIT) for each in messages(recording)), timeout=PATIENCE)


def test_what_waits_is_recorded_with_its_document(recording: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    first, *_ = pairs(recording)
    judge_in_vain(recording, qtbot, first)
    texts = [*LANGUAGES, first.sentence, first.translation]
    assert recording.document.entry is not None
    document = str(recording.document.entry.path)
    assert recorded(folders) == [{"document": document, "rule": "", "there": True, "pairs": [texts]}]


def test_what_waits_is_recorded_no_more_once_its_document_is_forgotten(
    recording: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    first, *_ = pairs(recording)
    judge_in_vain(recording, qtbot, first)
    assert recording.document.entry is not None
    recording.judging.forget(recording.document.entry.path)
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)


def test_what_is_judged_after_another_window_forgot_the_document_waits_on(
    recording: Tospalt, folders: Folders, path: Path, qtbot: QtBot
) -> None:
    library = Library(folders.data / LIBRARY_FILE)
    library.forget(library.add(path))
    first, *_ = pairs(recording)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording.memory, "accept", lambda *_, **__: Judged())
        with qtbot.waitSignal(recording._forgotten_elsewhere.forgotten, timeout=PATIENCE):
            recording.judging.accept(first)
        qtbot.waitUntil(lambda: recording.judging._again.isActive(), timeout=PATIENCE)
    assert recording.judging.unsaved and recording.judging.of(first) == ACCEPTED


def test_what_an_ended_program_could_not_write_follows_the_file_and_is_forgotten_with_it(
    recording: Tospalt, tmp_path: Path, qtbot: QtBot
) -> None:
    first, *_ = pairs(recording)
    text = (*LANGUAGES, first.sentence, first.translation)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording.memory, "accept", lambda *_, **__: Judged())
        recording.judging.take_over([Unwritten(str(tmp_path / "a.txt"), "", True, (text,))])
        qtbot.waitUntil(lambda: recording.judging._again.isActive(), timeout=PATIENCE)
        before, now = (recording.shelf.entry_of(tmp_path / name) for name in ("a.txt", "b.txt"))
        recording.judging.follow(before, now)
    assert [record.document for record in recording.judging.records] == [str(tmp_path / "b.txt")]
    assert recording.judging.documents == {tmp_path / "b.txt"}
    recording.judging.forget(tmp_path / "a.txt")
    assert recording.judging.records
    recording.judging.forget(tmp_path / "b.txt")
    assert not recording.judging.records


def test_of_what_waits_and_is_undone_and_redone_only_what_is_left_is_recorded(opened: Tospalt, qtbot: QtBot) -> None:
    first, second, *_ = pairs(opened)
    opened.judging.accept(second)
    saved(opened, qtbot)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("accept", "withdraw"):
            patch.setattr(opened.memory, name, lambda *_, **__: Judged())
        opened.judging.accept(first, second)
        opened.undo.undo()
        assert not opened.judging.records
        opened.undo.redo()
        [record] = opened.judging.records
        assert record.there and len(record.pairs) == 2
        opened.undo.undo()
        opened.undo.undo()  # what is written already
        [record] = opened.judging.records
        assert not record.there and record.pairs == ((*LANGUAGES, second.sentence, second.translation),)


def test_of_what_is_undone_only_what_it_had_changed_is_recorded(opened: Tospalt, qtbot: QtBot) -> None:
    first, second, *_ = pairs(opened)
    opened.judging.accept(second)
    opened.judging.accept(first, second)
    saved(opened, qtbot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened.memory, "withdraw", lambda *_, **__: Judged())
        opened.undo.undo()
        [record] = opened.judging.records
    assert record.pairs == ((*LANGUAGES, first.sentence, first.translation),)


def test_what_another_program_could_not_write_is_kept_until_it_is_recorded_anew(tmp_path: Path) -> None:
    one = Unwritten("a.txt", "", True, (("nb", "en", "Hei.", "Hello."),))
    other = Unwritten("b.txt", "name", False)
    record = {"process": 1, "quit": True, "judgements": []}
    for name, each in (("1-a", one), ("1-b", other)):
        values = {"document": each.document, "rule": each.rule, "there": each.there, "pairs": each.pairs}
        (tmp_path / f"{name}.json").write_text(json.dumps(record | {"judgements": [values]}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.running._written", lambda *_: False)
        refused = Running(tmp_path)
        assert refused.judgements == ()
        refused.leave()
    first = Running(tmp_path)
    assert (first.judgements, first.ended) == ((one, other), [])
    first.leave(found_again=True)  # as if killed
    second = Running(tmp_path)
    assert second.judgements == (one, other)
    second.leave(found_again=True)
    assert not forget_open(tmp_path, lambda document: document == "a.txt", drafts=False)
    assert Running(tmp_path).judgements == (other,)
