"""Edits that cannot be written: they stay on screen, are tried again, asked about at closing, and kept as drafts."""

import json
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.drafts import Draft, Drafts
from reader.errors import OutputError
from reader.files import write_atomically
from reader.memory import Memory, memory_file
from reader.parallel import user_edit
from reader.paths import DRAFTS_FOLDER, MEMORY_FILE, RUNNING_FOLDER
from reader.running import Running
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import EDIT, SENTENCE, begin, said, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.jobs import Job

NOT_YET = "Your edit has not been saved to disk yet. Tospalt keeps trying."
ASKED = "This edit could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep it as a draft."
UNDELETED = (
    "The edit that you deleted could not be removed from the disk: “{words}”. If you quit again, the edit will "
    "reappear."
)
OTHERS = "The hound is asleep indoors."


@pytest.fixture
def held(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[None]]:
    """Another program holds on to the memory for as long as this goes on."""
    monkeypatch.setattr(memory_file, "_PATIENCE", 0.05)

    @contextmanager
    def hold() -> Iterator[None]:
        with closing(sqlite3.connect(folders.data / MEMORY_FILE, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    return hold


def messages(program: Tospalt) -> list[str]:
    return [notice.message for notice in program.window.notices._waiting]


def press(program: Tospalt, label: str) -> None:
    buttons = program.window.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == label).click()


def kept(folders: Folders) -> str:
    with closing(Memory(folders.data / MEMORY_FILE)) as other:
        return other.edits("nb", "en", [SENTENCE])[SENTENCE].text


def drafts(folders: Folders) -> list[tuple[str, str, int, str]]:
    found = [draft for _, draft in Drafts(folders.data / DRAFTS_FOLDER)]
    return [(draft.document, draft.sentence, draft.row, draft.words) for draft in found]


def save_in_vain(program: Tospalt, qtbot: QtBot, words: str = EDIT) -> None:
    with qtbot.waitSignal(program.edits.write_status, timeout=PATIENCE) as told:
        save(program, qtbot, words)
    assert told.args is not None and (told.args[0](), told.args[1]) == (NOT_YET, True)
    assert NOT_YET in messages(program)


def look(program: Tospalt, qtbot: QtBot) -> None:
    """Let it be looked what was edited elsewhere; twice, for one look may have been under way."""
    for _ in range(2):
        with qtbot.waitSignal(program.window.edits_elsewhere.looked, timeout=PATIENCE):
            program.window.edits_elsewhere.look()


def test_it_stays_on_screen_and_is_written_as_soon_as_it_can_be(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
        look(opened, qtbot)
        assert said(opened, 0, 0) == said(opened, 1, 1) == EDIT
    opened.edits._again.start(0)
    qtbot.waitUntil(lambda: "Your edit has now been saved to disk." in messages(opened), timeout=PATIENCE)
    assert NOT_YET not in messages(opened)
    assert kept(folders) == EDIT and opened.edits.unsaved == {}


def test_that_several_are_not_written_is_told_when_there_is_more_than_one(
    opened: Tospalt, qtbot: QtBot, held: Callable[[], AbstractContextManager[None]]
) -> None:
    several = "Your edits have not been saved to disk yet. Tospalt keeps trying."
    with held():
        save_in_vain(opened, qtbot)
        save(opened, qtbot, "The cat went out.", 0, 1)
        qtbot.waitUntil(lambda: several in messages(opened), timeout=PATIENCE)
        assert NOT_YET not in messages(opened)
    opened.edits._again.start(0)
    qtbot.waitUntil(lambda: "Your edits have now been saved to disk." in messages(opened), timeout=PATIENCE)
    assert several not in messages(opened)


def test_the_next_edit_that_can_be_written_takes_it_along(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
    save(opened, qtbot, "The cat went out.", 0, 1)
    qtbot.waitUntil(lambda: opened.edits.unsaved == {}, timeout=PATIENCE)
    assert kept(folders) == EDIT


def test_so_is_an_edit_that_was_taken_back_in_vain(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    qtbot.waitUntil(lambda: opened.edits.unsaved == {}, timeout=PATIENCE)
    with held(), qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
        begin(opened).revert_button.click()
    assert said(opened, 0, 0) == EDIT
    opened.edits._again.start(0)
    qtbot.waitUntil(lambda: said(opened, 0, 0) == said(opened, 1, 1) == machine, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE]) == {}


def test_it_is_shown_when_its_document_is_opened_again(
    opened: Tospalt, qtbot: QtBot, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
        opened.document.retranslate()
        with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
            pass
        qtbot.waitUntil(lambda: bool(opened.document.text and opened.document.text.rows[1].sentences), timeout=PATIENCE)
        qtbot.waitUntil(lambda: said(opened, 0, 0) == said(opened, 1, 1) == EDIT, timeout=PATIENCE)


# Closing


def test_closing_the_window_tries_once_more(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
    assert opened.window.close()
    assert kept(folders) == EDIT


def test_a_window_closes_only_at_the_second_try_and_forgets_nothing_after_the_first(
    opened: Tospalt, qtbot: QtBot, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        begin(opened).field.setPlainText(EDIT)
        assert not opened.window.close()
        assert opened.window.isVisible()
        look(opened, qtbot)
        assert said(opened, 0, 0) == EDIT
        assert ASKED.format(words=EDIT) in messages(opened)
        while opened.window.notices.message != ASKED.format(words=EDIT):  # why it is so stands before it
            press(opened, "Close")
        press(opened, "Copy")
        assert QGuiApplication.clipboard().text() == EDIT
        save(opened, qtbot, "Other words.")
        assert not opened.window.close()
        assert ASKED.format(words="Other words.") in messages(opened)
        assert opened.window.close()


def test_a_deletion_that_cannot_be_written_is_asked_about_too(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    for words, sentence in ((EDIT, 0), ("The cat went out.", 1)):
        save(opened, qtbot, words, 0, sentence)
    qtbot.waitUntil(lambda: opened.edits.unsaved == {}, timeout=PATIENCE)
    with held():
        with qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
            begin(opened).revert_button.click()
        assert not opened.window.close()
        assert messages(opened)[-1] == UNDELETED.format(words=EDIT)
        begin(opened, 0, 1).field.setPlainText("Other words.")
        assert not opened.window.close()
        assert messages(opened)[-1] == ASKED.format(words="Other words.")
        begin(opened, 0, 1).revert_button.click()
        save(opened, qtbot, "Third words.", 1, 0)
        assert not opened.window.close()
        both = (ASKED.format(words="Third words."), UNDELETED.format(words="Other words."))
        assert messages(opened)[-1] == "\n".join(both)
        assert opened.window.close()
    assert kept(folders) == EDIT


def test_a_deletion_that_could_not_be_written_at_first_is_when_the_window_closes(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    save(opened, qtbot)
    qtbot.waitUntil(lambda: opened.edits.unsaved == {}, timeout=PATIENCE)
    with held():
        with qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
            begin(opened).revert_button.click()
        assert not opened.window.close()
    assert opened.window.close()
    with closing(Memory(folders.data / MEMORY_FILE)) as other:
        assert other.edits("nb", "en", [SENTENCE]) == {}


def test_another_window_in_another_language_asks_as_well(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
        old = opened.window
        opened.preferences.change(interface_language="nb")
        qtbot.waitUntil(lambda: opened.window is not old, timeout=PATIENCE)
        assert not opened.window.close()
        assert any(f"«{EDIT}»" in message for message in messages(opened))
    assert opened.window.close()
    assert kept(folders) == EDIT


def test_what_cannot_be_kept_when_the_program_ends_is_a_draft(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    entry = opened.document.entry
    assert entry is not None
    with held():
        begin(opened, 1, 1).field.setPlainText(EDIT)
        opened.window.close()  # a signal does not wait for an answer
        opened.close()
    assert drafts(folders) == [(str(entry.path), SENTENCE, 1, EDIT)]


def test_at_the_end_of_a_session_too(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        begin(opened).field.setPlainText(EDIT)
        opened._application.commitDataRequest.emit(None)
        opened._application.aboutToQuit.emit()
    assert [words for *_, words in drafts(folders)] == [EDIT]
    opened.close()
    assert len(drafts(folders)) == 1


def test_where_no_draft_can_be_written_either_the_one_that_was_being_typed_stays(
    opened: Tospalt,
    qtbot: QtBot,
    folders: Folders,
    held: Callable[[], AbstractContextManager[None]],
    monkeypatch: pytest.MonkeyPatch,
    start: Callable[[], Tospalt],
) -> None:
    join(opened, qtbot)
    begin(opened).field.setPlainText(EDIT)
    opened.recovery.keep()
    opened.recovery.pool.flush()
    monkeypatch.setattr("reader.drafts.write_atomically", refuse)
    with held(), monkeypatch.context() as patch:
        patch.setattr("reader.running.write_atomically", refuse)
        opened._application.aboutToQuit.emit()  # first, at a signal
        opened.window.close()
        opened.close()
    next_program = start()
    join(next_program, qtbot)
    assert next_program.recovery._running is not None
    assert [reading.draft for reading in next_program.recovery._running.ended] == [EDIT]
    assert len(list((folders.data / RUNNING_FOLDER).glob("*.json"))) == 2  # for there is no room for the draft yet


def drafts_after_kill(program: Tospalt, folders: Folders, tmp_path: Path) -> list[str]:
    """The words that the next start would find if the program were killed now, and nothing of it can be closed."""
    program.recovery.keep()
    program.recovery.pool.flush()
    data = Path(tempfile.mkdtemp(dir=tmp_path))
    for folder in (RUNNING_FOLDER, DRAFTS_FOLDER):
        if (folders.data / folder).exists():
            shutil.copytree(folders.data / folder, data / folder)
    found = Drafts(data / DRAFTS_FOLDER)
    Running(data / RUNNING_FOLDER, found.take_over).leave()
    return sorted(draft.words for _, draft in found)


def test_on_a_full_disk_there_is_room_for_what_the_user_has_written(
    opened: Tospalt,
    qtbot: QtBot,
    folders: Folders,
    held: Callable[[], AbstractContextManager[None]],
    monkeypatch: pytest.MonkeyPatch,
    start: Callable[[], Tospalt],
) -> None:
    join(opened, qtbot)
    opened.recovery._timer.stop()
    opened.recovery.pool.flush()

    def taken() -> int:
        return sum(file.stat().st_size for file in (folders.data / RUNNING_FOLDER).iterdir())

    everything = taken()

    def write(file: Path, data: bytes, *, private: bool) -> None:
        if taken() + len(data) > everything:
            raise OutputError("no space")
        write_atomically(file, data, private=private)

    monkeypatch.setattr("reader.drafts.write_atomically", refuse)
    with held(), monkeypatch.context() as patch:
        patch.setattr("reader.running.write_atomically", write)
        save_in_vain(opened, qtbot, "First.")
        save(opened, qtbot, "Second.", 0, 1)
        begin(opened, 1, 0).field.setPlainText("Third.")
        opened._application.aboutToQuit.emit()
        opened.window.close()
        opened.close()
    next_program = start()
    join(next_program, qtbot)
    assert next_program.recovery._running is not None
    [ended] = next_program.recovery._running.ended
    assert sorted(draft.words for draft in ended.drafts) == ["First.", "Second.", "Third."]


def test_what_was_saved_in_vain_is_found_after_a_kill_as_long_as_it_is_not_written(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]], tmp_path: Path
) -> None:
    join(opened, qtbot)
    opened.recovery._timer.stop()
    other = tmp_path / "to.txt"
    other.write_text("Huset er stort.", "utf-8")
    with held():
        save_in_vain(opened, qtbot, "First.")
        save(opened, qtbot, "Second.", 0, 1)
        save(opened, qtbot, "Third.", 1, 0)
        assert drafts_after_kill(opened, folders, tmp_path) == ["First.", "Second.", "Third."]
        begin(opened).field.setPlainText("Typed.")
        assert drafts_after_kill(opened, folders, tmp_path) == ["First.", "Second.", "Third.", "Typed."]
        opened.window.editing.finish()
        open_and_translate(qtbot, opened, other)
        saved = ["Second.", "Third.", "Typed."]  # the last over the first
        assert drafts_after_kill(opened, folders, tmp_path) == saved
        opened.window.documents.close_document()
        assert drafts_after_kill(opened, folders, tmp_path) == saved
    opened.edits._again.start(0)
    qtbot.waitUntil(lambda: opened.edits.unsaved == {}, timeout=PATIENCE)
    assert drafts_after_kill(opened, folders, tmp_path) == []


def test_what_is_typed_is_written_down_however_long_the_memory_is_held(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    join(opened, qtbot)
    free = threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))  # for others hold it
    try:
        save(opened, qtbot, "First.")
        begin(opened, 0, 1).field.setPlainText(EDIT)
        opened.recovery.keep()
        qtbot.waitUntil(lambda: json.dumps(EDIT) in state_of(folders), timeout=PATIENCE)
        assert "First." in state_of(folders)
    finally:
        free.set()


def test_it_is_written_down_as_soon_as_it_was_tried_in_vain(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    join(opened, qtbot)
    opened.recovery._timer.stop()
    with held():
        save_in_vain(opened, qtbot)
        qtbot.waitUntil(lambda: json.dumps(EDIT) in state_of(folders), timeout=PATIENCE)


def state_of(folders: Folders) -> str:
    [state] = (folders.data / RUNNING_FOLDER).glob("*.json")
    return state.read_text()


def test_a_draft_that_was_gone_on_with_is_found_after_a_kill_until_its_words_are_safe(
    start: Callable[[], Tospalt],
    qtbot: QtBot,
    folders: Folders,
    path: Path,
    held: Callable[[], AbstractContextManager[None]],
    tmp_path: Path,
) -> None:
    Drafts(folders.data / DRAFTS_FOLDER).keep(Draft(str(path), 0, SENTENCE, EDIT))
    program = start()
    join(program, qtbot)
    program.recovery._timer.stop()
    press(program, "Continue editing")
    qtbot.waitUntil(program.window.editing.bar.isVisible, timeout=PATIENCE)
    assert drafts_after_kill(program, folders, tmp_path) == [EDIT]
    other = tmp_path / "to.txt"
    other.write_text("Huset er stort.", "utf-8")
    with held():
        with qtbot.waitSignal(program.edits.write_status, timeout=PATIENCE):
            program.window.editing.bar.save_button.click()
        open_and_translate(qtbot, program, other)
        assert drafts_after_kill(program, folders, tmp_path) == [EDIT]
    program.edits.try_again()
    qtbot.waitUntil(lambda: program.edits.unsaved == {}, timeout=PATIENCE)
    assert drafts_after_kill(program, folders, tmp_path) == []


def join(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.recovery.joined, timeout=PATIENCE):
        program.recovery.begin(reopen=False)


def refuse(*_: object, **__: object) -> None:
    raise OutputError("no space")


def test_another_edit_that_the_last_one_replaces_is_told_of_before_the_window_closes(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    replace_unseen(opened, folders)
    with qtbot.waitSignal(opened.edits.differed, timeout=PATIENCE):
        assert not opened.window.close()
    press(opened, "Use the other edit")
    assert opened.window.close()
    assert kept(folders) == OTHERS


def test_and_is_a_draft_where_nobody_can_be_told_any_more(opened: Tospalt, qtbot: QtBot, folders: Folders) -> None:
    replace_unseen(opened, folders)
    opened.window.close()
    opened.close()
    assert kept(folders) == EDIT
    assert [words for *_, words in drafts(folders)] == [OTHERS]


def replace_unseen(program: Tospalt, folders: Folders) -> None:
    program.window.edits_elsewhere._timer.stop()
    begin(program).field.setPlainText(EDIT)
    with closing(Memory(folders.data / MEMORY_FILE)) as other:
        assert other.keep_edits("nb", "en", {SENTENCE: user_edit(SENTENCE, OTHERS)})


def test_what_is_forgotten_is_not_written_later(
    opened: Tospalt, qtbot: QtBot, folders: Folders, held: Callable[[], AbstractContextManager[None]]
) -> None:
    with held():
        save_in_vain(opened, qtbot)
    opened.window.forgetting.forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything was forgotten.", timeout=PATIENCE)
    opened.window.close()
    opened.close()
    with closing(Memory(folders.data / MEMORY_FILE)) as other:
        assert other.counts() == (0, 0)
    assert drafts(folders) == []
