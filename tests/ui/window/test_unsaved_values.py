"""Notes, chosen columns and human translations that cannot be saved now are not lost, whatever ends the program."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.annotations import NOTE, Annotations
from reader.memory import DocumentValues, Memory, keep_reference, memory_file, references_of
from reader.parallel import Column
from reader.paths import MEMORY_FILE, RUNNING_FOLDER
from reader.running import Running, forget_open
from reader.unwritten import UnwrittenValues
from tests.ui.documents import text_of
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.reading.places import Place
from ui.session.chosen_columns import ORIGINAL, TRANSLATION
from ui.session.columns import BACK, NOTES, REFERENCE
from ui.toolkit.jobs import Job
from ui.window.note_dialog import NoteDialog

WORDS = "Spør kilden om dette."


@pytest.fixture
def recording(opened: Tospalt, qtbot: QtBot) -> Tospalt:
    """The program with the document, and with a record of what is open."""
    with qtbot.waitSignal(opened.recovery.joined, timeout=PATIENCE):
        opened.recovery.begin()
    return opened


@contextmanager
def held(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program holds on to the memory for as long as this goes on."""
    monkeypatch.setattr(memory_file, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(folders.data / MEMORY_FILE, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def recorded(folders: Folders) -> list[dict[str, object]]:
    """What is kept for documents in the records of what runs or ran."""
    states = (folders.data / RUNNING_FOLDER).glob("*.json")
    return [each for state in states for each in json.loads(state.read_text()).get("values", ())]


def write_note(program: Tospalt, words: str = WORDS) -> NoteDialog:
    program.window.reading_view.move_caret(Place(0, Column.ORIGINAL, 0))
    program.window.actions_["note"].trigger()
    dialog = program.window.findChildren(NoteDialog)[-1]
    dialog.field.setPlainText(words)
    dialog.save_button.click()
    return dialog


def reference_for(program: Tospalt, path: Path) -> Path:
    """A human translation of the open document, which is as the machine's."""
    other = path.with_name("other.txt")
    other.write_text("\n\n".join(row.target for row in text_of(program).rows), "utf-8")
    return other


def test_what_could_not_be_saved_before_the_program_was_killed_is_saved_by_the_next(
    recording: Tospalt,
    start: Callable[[], Tospalt],
    folders: Folders,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = reference_for(recording, path)
    with held(folders, monkeypatch):
        write_note(recording)
        recording.columns.toggle(BACK)
        recording.columns.compare_with(other)
        kinds = {"note", "columns", "reference"}
        qtbot.waitUntil(lambda: {str(each["kind"]) for each in recorded(folders)} == kinds, timeout=PATIENCE)
        left = [state.read_text() for state in (folders.data / RUNNING_FOLDER).glob("*.json")]
        recording.window.close()
        recording.window.close()  # the warning is read
        recording.close()
    for state in (folders.data / RUNNING_FOLDER).glob("*.json"):
        state.unlink()
    for number, record in enumerate(left):  # as if it had been killed
        (folders.data / RUNNING_FOLDER / f"9-{number}.json").write_text(record)
    newer = path.with_name("newer.txt")
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:  # another window goes on
        values = DocumentValues(memory)
        keep_reference(values, path, newer)
        values.change(path, "columns", {"": {"names": [NOTES, ORIGINAL, TRANSLATION], "shares": {NOTES: 2.0}}})
    again = start()
    with qtbot.waitSignal(again.recovery.joined, timeout=PATIENCE):
        again.recovery.begin(reopen=False)
    qtbot.waitUntil(lambda: not again.kept_values.unsaved and not recorded(folders), timeout=PATIENCE)
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        values = DocumentValues(memory)
        assert [each.text for each in Annotations(values).of(path, NOTE)] == [WORDS]
        assert [each.path for each in references_of(values, path)] == [newer]
        names = [NOTES, ORIGINAL, TRANSLATION, BACK, REFERENCE]
        assert values.of(path, "columns") == {"": {"names": names, "shares": {NOTES: 2.0}}}


def test_what_was_not_saved_on_quitting_is_saved_by_the_next_start_which_tells_of_no_crash(
    recording: Tospalt,
    start: Callable[[], Tospalt],
    folders: Folders,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with held(folders, monkeypatch):
        write_note(recording)
        assert not recording.window.close()
        assert "when it starts next" in recording.window.notices.message
        assert recording.window.close()
        recording.close()
    again = start()
    with qtbot.waitSignal(again.recovery.joined, timeout=PATIENCE) as joined:
        again.recovery.begin(reopen=False)
    assert joined.args == [False]
    qtbot.waitUntil(lambda: not again.kept_values.unsaved and not recorded(folders), timeout=PATIENCE)
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert [each.text for each in Annotations(DocumentValues(memory)).of(path, NOTE)] == [WORDS]


def test_what_waits_for_the_memory_is_recorded_before_that_answers(
    recording: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        started: list[Job] = []
        patch.setattr(recording.pools.edits, "start", started.append)  # it is busy
        write_note(recording)
        qtbot.waitUntil(lambda: [each["kind"] for each in recorded(folders)][:1] == ["note"], timeout=PATIENCE)
        assert len([each for each in recorded(folders) if each["kind"] == "note"]) == 1  # not as what is typed too
    for job in started:
        recording.pools.edits.start(job)
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)


def test_what_waits_follows_its_file_and_is_recorded_no_more_once_that_is_forgotten(
    recording: Tospalt, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = recording.kept_values
    record = UnwrittenValues(str(path), NOTE, {"a": {"text": WORDS}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording.pools.edits, "start", lambda _: None)
        kept.take_over([record])
        before, now = (recording.shelf.entry_of(each) for each in (path, tmp_path / "b.txt"))
        kept.follow(before, now)
        assert kept.records[0] == UnwrittenValues(str(tmp_path / "b.txt"), NOTE, record.changes)
        kept.forget(tmp_path / "c.txt")
        assert len(kept.records) == 2
        kept.forget(tmp_path / "b.txt")
        assert not kept.records


def test_values_of_a_forgotten_document_are_not_taken_over(tmp_path: Path) -> None:
    one, other = UnwrittenValues("a.txt", NOTE, {"1": {"text": "x"}}), UnwrittenValues("b.txt", now="c.txt")
    for name, each in (("1-a", one), ("1-b", other)):
        values = {"document": each.document, "kind": each.kind, "changes": dict(each.changes), "now": each.now}
        (tmp_path / f"{name}.json").write_text(json.dumps({"process": 1, "quit": True, "values": [values]}))
    first = Running(tmp_path)
    assert (first.values, first.ended) == ((one, other), [])
    first.leave(found_again=True)  # as if killed
    assert not forget_open(tmp_path, lambda document: document == "c.txt", drafts=False)
    assert Running(tmp_path).values == (one,)


def test_a_note_that_is_not_kept_stays_in_its_dialog_which_says_so(opened: Tospalt, qtbot: QtBot) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened.memory, "keep_values", fail)
        dialog = write_note(opened)
        qtbot.waitUntil(dialog.problem.isVisible, timeout=PATIENCE)
        assert "was not saved" in dialog.problem.text() and dialog.field.toPlainText() == WORDS
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        dialog.save_button.click()
    qtbot.waitUntil(lambda: [each.annotation.text for each in opened.notes.placed] == [WORDS], timeout=PATIENCE)


@pytest.mark.parametrize("killed", [True, False])
def test_a_note_that_was_being_typed_when_the_program_ended_is_a_note_beside_what_was_there(
    recording: Tospalt,
    start: Callable[[], Tospalt],
    folders: Folders,
    path: Path,
    qtbot: QtBot,
    killed: bool,
) -> None:
    write_note(recording)
    qtbot.waitUntil(lambda: len(recording.notes.placed) == 1, timeout=PATIENCE)
    recording.window.actions_["note"].trigger()
    field = recording.window.findChildren(NoteDialog)[-1].field
    field.setPlainText("Halvferdig")
    recording.recovery.keep()
    qtbot.waitUntil(lambda: len(recorded(folders)) == 1, timeout=PATIENCE)
    assert not recording.kept_values.unsaved  # the user is not warned of what only is being typed
    recording.save()
    states = {state: state.read_text() for state in (folders.data / RUNNING_FOLDER).glob("*.json")}
    recording.close()
    if killed:
        for state, text in states.items():
            state.write_text(text)
    again = start()
    with qtbot.waitSignal(again.recovery.joined, timeout=PATIENCE) as joined:
        again.recovery.begin(reopen=False)
    assert joined.args == [killed]
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)
    notes = Annotations(DocumentValues(again.memory)).of(path, NOTE)
    assert sorted(each.text for each in notes) == ["Halvferdig", WORDS]


@pytest.mark.parametrize("saved", [True, False])
def test_what_was_typed_is_recorded_no_more_once_it_is_saved_or_cancelled(
    recording: Tospalt, folders: Folders, qtbot: QtBot, saved: bool
) -> None:
    recording.window.reading_view.move_caret(Place(0, Column.ORIGINAL, 0))
    recording.window.actions_["note"].trigger()
    dialog = recording.window.findChildren(NoteDialog)[-1]
    dialog.field.setPlainText(WORDS)
    recording.recovery.keep()
    qtbot.waitUntil(lambda: len(recorded(folders)) == 1, timeout=PATIENCE)
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        dialog.save_button.click() if saved else dialog.reject()
    recording.recovery.keep()
    qtbot.waitUntil(lambda: not recorded(folders), timeout=PATIENCE)
    assert len(recording.notes.placed) <= saved
