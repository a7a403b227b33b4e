"""Forgetting in the window: nothing of the text is left in the program's files; edits go only if asked for."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.drafts import Draft, Drafts
from reader.formats import Choices, read_document
from reader.library import Library
from reader.memory import EditOutcome
from reader.memory.journal import Journal, JournalError
from reader.memory.kept_values import Unsaved
from reader.pasted import Pasted
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, MEMORY_FILE
from reader.settings import ExportPreferences
from reader.settings_file import SettingsFile
from reader.text import Document
from tests.samples import crossed
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import begin, restore_unremembered, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.judgement_turns import pairs_in
from ui.toolkit.jobs import Job
from ui.toolkit.question import Question
from ui.window.memory_dialog import MemoryDialog

SECRET = "Zanzibarkatten"
SHARED = "Katten er ute."


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    other, path = tmp_path / "annet.txt", tmp_path / "hemmelig.txt"
    other.write_text(f"{SHARED} Hun sover ikke.", "utf-8")
    path.write_text(f"{SECRET} sover i huset. {SHARED}", "utf-8")
    for each in (other, path):
        open_and_translate(qtbot, program, each)
        qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    save(program, qtbot, f"{SECRET} is my own.")
    qtbot.waitUntil(lambda: not program.edits.unsaved, timeout=PATIENCE)
    return program


def dialog_of(program: Tospalt, qtbot: QtBot, words: str = "1") -> MemoryDialog:
    program.window.actions_["memory"].trigger()
    dialog = program.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: words in dialog._told.text(), timeout=PATIENCE)
    return dialog


def answer(program: Tospalt, qtbot: QtBot, text: str, words: str) -> None:
    """Press a button of the question that contains `words`."""

    def boxes() -> list[Question]:
        return [box for box in program.window.findChildren(Question) if box.isVisible() and words in box.text()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=PATIENCE)
    [box] = boxes()
    next(button for button in box.buttons() if button.text() == text).click()


def files_with(folders: Folders, words: str) -> list[str]:
    every = [path for folder in (folders.data, folders.config) for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in every if words.encode() in path.read_bytes()]


def test_of_a_document_that_is_forgotten_with_its_edits_nothing_is_left(
    opened: Tospalt, folders: Folders, qtbot: QtBot, start: Callable[[], Tospalt]
) -> None:
    assert "memory.sqlite.edits" in files_with(folders, SECRET)
    (folders.data / "library.damaged.json").write_text("hemmelig.txt")
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "1 sentence will be kept because other documents in the library have it too.")
    answer(opened, qtbot, "Delete my edit", "delete your edit in it")
    qtbot.waitUntil(lambda: "was forgotten" in opened.window.notices.message, timeout=PATIENCE)
    opened.window.close()
    opened.close()
    assert files_with(folders, SECRET) == []
    assert files_with(folders, "hemmelig.txt") == []
    again = start()
    assert [entry.path.name for entry in again.shelf.library if not entry.bundled] == ["annet.txt"]
    assert again.memory.counts() == (2, 0)


def test_edits_stay_if_the_user_says_so_and_nothing_happens_without_a_yes(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    before = opened.memory.counts()
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Cancel", "This cannot be undone")
    assert opened.document.text is not None and opened.memory.counts() == before
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "This cannot be undone")
    answer(opened, qtbot, "Keep my edit", "delete your edit in it")
    qtbot.waitUntil(lambda: "was forgotten" in opened.window.notices.message, timeout=PATIENCE)
    assert opened.memory.counts() == (2, 1)


@pytest.mark.parametrize("escape", [False, True])
def test_the_second_question_too_can_be_answered_with_nothing_at_all(
    escape: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    before = opened.memory.counts()
    dialog_of(opened, qtbot).document_button.click()
    answer(opened, qtbot, "Forget", "This cannot be undone")
    [box] = [box for box in opened.window.findChildren(Question) if "delete your edit in it" in box.text()]
    assert {button.text() for button in box.buttons()} == {"Delete my edit", "Keep my edit", "Cancel"}
    if escape:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    else:
        answer(opened, qtbot, "Cancel", "delete your edit in it")
    qtbot.waitUntil(lambda: not box.isVisible(), timeout=PATIENCE)
    opened.pools.edits.flush()
    assert opened.document.text is not None and opened.memory.counts() == before


def test_everything_is_forgotten_at_one_stroke(opened: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "This cannot be undone")
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything was forgotten.", timeout=PATIENCE)
    assert opened.document.entry is None and opened.memory.counts() == (0, 0)
    opened.window.close()
    opened.close()
    for words in (SECRET, SHARED, "hemmelig.txt", "annet.txt"):
        assert files_with(folders, words) == []


def test_where_nothing_is_stored_that_is_all_that_is_said(program: Tospalt, qtbot: QtBot) -> None:
    dialog = dialog_of(program, qtbot, "stored")
    assert dialog._told.text() == "No translations or edits are stored."
    assert not dialog.everything_button.isEnabled()


def test_notes_alone_can_be_forgotten_too(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    program.memory.keep_values(tmp_path / "a.txt", "note", {"1": {"text": "x"}})
    dialog = dialog_of(program, qtbot, "only notes")
    assert dialog.everything_button.isEnabled()


@pytest.mark.parametrize("everything", [False, True])
def test_nothing_in_the_window_names_a_forgotten_document_any_more(
    everything: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    window, path = opened.window, opened.document.entry.path if opened.document.entry else Path()
    window.notices.say(f"You were editing a sentence of {path.name}.", lasting=True, about=path)
    window.notices.say(f"{path.name} was exported.")
    assert SECRET in window.windowTitle()
    if everything:
        window.forgetting.forget_everything()
    else:
        dialog_of(opened, qtbot).document_button.click()
        answer(opened, qtbot, "Forget", "This cannot be undone")
        answer(opened, qtbot, "Delete my edit", "delete your edit in it")
    qtbot.waitUntil(lambda: "was forgotten" in window.notices.message, timeout=PATIENCE)
    assert window.windowTitle() == "Tospalt"
    assert len(window.notices._waiting) == 1


def test_edits_that_are_forgotten_are_not_said_to_wait_for_the_disk_or_to_be_written(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opened.memory, "change_edits", lambda *_: EditOutcome())
        with qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
            save(opened, qtbot, f"{SECRET} cannot be written.")
    opened.window.forgetting.forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything was forgotten.", timeout=PATIENCE)
    assert len(opened.window.notices._waiting) == 1
    opened.edits.try_again()
    opened.pools.edits.flush()
    assert opened.memory.counts() == (0, 0)


def test_both_questions_name_documents_whose_sentences_are_not_known(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "annet.txt").unlink()
    for number in range(5):
        opened.shelf.library.add(tmp_path / f"borte-{number}.txt")
    dialog_of(opened, qtbot).document_button.click()
    names = "borte-4, borte-3, borte-2, borte-1, borte-0, …"
    answer(
        opened,
        qtbot,
        "Forget",
        f"Sentences that it shares with documents that cannot be read will also be forgotten: {names}",
    )
    answer(opened, qtbot, "Keep my edit", f"What you delete may also belong to documents that cannot be read: {names}")
    qtbot.waitUntil(lambda: "was forgotten" in opened.window.notices.message, timeout=PATIENCE)
    assert opened.memory.counts() == (1, 1)


@pytest.mark.parametrize("everything", [False, True])
def test_what_was_being_typed_is_nowhere_any_more_when_it_is_said_to_be_forgotten(
    everything: bool, opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(opened.recovery.joined, timeout=PATIENCE):
        opened.recovery.begin()
    opened.recovery._timer.stop()
    opened.window.editing.begin()
    opened.window.editing.bar.field.setPlainText("Half a sentence about the cat")
    opened.recovery.keep()
    opened.recovery.pool.flush()
    [state] = files_with(folders, "Half a sentence")
    assert state in files_with(folders, "hemmelig.txt")
    told: list[tuple[str, list[str]]] = []

    def say(words: str) -> None:
        told.append((words, files_with(folders, "Half a sentence") + files_with(folders, "hemmelig.txt")))

    monkeypatch.setattr(opened.window.notices, "say", say)
    dialog = dialog_of(opened, qtbot)
    (dialog.everything_button if everything else dialog.document_button).click()
    answer(opened, qtbot, "Forget everything" if everything else "Forget", "This cannot be undone")
    if not everything:
        answer(opened, qtbot, "Delete my edit", "delete your edit in it")
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    [(words, found)] = told
    assert words.endswith(" was forgotten.") and found == []


def test_where_the_memory_cannot_be_written_the_library_stays_as_it_is(
    opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise JournalError(OSError(28, "full"))

    for name in ("write", "delete"):
        monkeypatch.setattr(Journal, name, full)
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "This cannot be undone")
    words = "Nothing was forgotten"
    notices = opened.window.notices  # another notice has the reason
    qtbot.waitUntil(lambda: any(each.message.startswith(words) for each in notices._waiting), timeout=PATIENCE)
    for library in (opened.shelf.library, Library(folders.data / LIBRARY_FILE)):
        assert [entry.path.name for entry in library if not entry.bundled] == ["hemmelig.txt", "annet.txt"]


def test_a_translation_that_was_asked_for_anew_does_not_come_back_after_forgetting(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    free = restore_unremembered(opened, folders, qtbot)
    qtbot.waitUntil(lambda: len(opened.pools.engine._running) == 2, timeout=PATIENCE)
    opened.window.forgetting.forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == "Everything was forgotten.", timeout=PATIENCE)
    free.set()
    qtbot.waitUntil(lambda: not opened.pools.engine._running, timeout=PATIENCE)
    assert opened.memory.counts() == (0, 0)


@contextmanager
def held(folders: Folders) -> Iterator[None]:
    """Another program locks the memory."""
    with closing(sqlite3.connect(folders.data / MEMORY_FILE, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def ask_to_forget(program: Tospalt, qtbot: QtBot, *answers: tuple[str, str]) -> None:
    dialog_of(program, qtbot).document_button.click()
    for button, words in answers:
        answer(program, qtbot, button, words)


def wait_for(program: Tospalt, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in each.message for each in program.window.notices._waiting), timeout=PATIENCE)


def edits_in(program: Tospalt) -> set[str]:
    sentences = [f"{SECRET} sover i huset.", SHARED]
    return {edit.text for edit in program.memory.edits("nb", "en", sentences).values()}


@pytest.mark.parametrize("everything", [False, True])
def test_what_cannot_be_forgotten_is_kept_though_it_was_not_on_the_disk_yet(
    everything: bool, opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.05)
    with held(folders):
        with qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
            save(opened, qtbot, "Saved in vain.")
        begin(opened, sentence=1).field.setPlainText("Typed at length.")
        if everything:
            opened.window.forgetting.forget_everything()
        else:
            ask_to_forget(
                opened, qtbot, ("Forget", "This cannot be undone"), ("Delete my edit", "delete your edit in it")
            )
        wait_for(opened, qtbot, "Nothing was forgotten")
    opened.edits.try_again()
    opened.pools.edits.flush()
    assert edits_in(opened) == {"Saved in vain.", "Typed at length."}


def test_what_is_being_typed_is_kept_with_the_edits_if_those_are(opened: Tospalt, qtbot: QtBot) -> None:
    begin(opened, sentence=1).field.setPlainText("Typed at length.")
    ask_to_forget(opened, qtbot, ("Forget", "This cannot be undone"), ("Keep my edit", "delete your edit in it"))
    wait_for(opened, qtbot, "was forgotten")
    assert edits_in(opened) == {f"{SECRET} is my own.", "Typed at length."}


def kept_draft(program: Tospalt, folders: Folders, sentence: str, name: str = "hemmelig.txt") -> Drafts:
    """Keep a draft of a sentence; returns all drafts."""
    [path] = [entry.path for entry in program.shelf.library if entry.path.name == name]
    drafts = Drafts(folders.data / DRAFTS_FOLDER)
    assert drafts.keep(Draft(str(path), 0, sentence, f"Half of {sentence}")) is not None
    return drafts


@pytest.mark.parametrize(("button", "left"), [("Keep my edits", 2), ("Delete my edits", 0)])
def test_what_was_typed_and_not_saved_is_asked_about_and_kept_or_deleted_with_the_edits(
    button: str, left: int, opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    drafts = kept_draft(opened, folders, SHARED)
    kept_draft(opened, folders, f"{SECRET} sover i huset.")
    kept_draft(opened, folders, "Hun sover ikke.", "annet.txt")
    ask_to_forget(opened, qtbot, ("Forget", "This cannot be undone"), (button, "also applies to 2 unsaved edits."))
    wait_for(opened, qtbot, "was forgotten")
    names = [Path(draft.document).name for _, draft in drafts]
    assert sorted(names) == ["annet.txt", *["hemmelig.txt"] * left]
    opened.recovery.pool.flush()
    offered = "What you typed for a sentence in “hemmelig”"  # whose title is forgotten
    qtbot.waitUntil(
        lambda: sum(each.message.startswith(offered) for each in opened.window.notices._waiting) == left,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(("open_there", "kept"), crossed([True, False], [True, False]))
def test_a_document_without_edits_is_not_forgotten_with_what_was_typed_in_it_unasked(
    open_there: bool, kept: bool, opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    button = "Keep my edit" if kept else "Delete my edit"
    [other] = [entry for entry in opened.shelf.library if entry.path.name == "annet.txt"]
    drafts = kept_draft(opened, folders, "Hun sover ikke.", "annet.txt")
    if open_there:
        open_and_translate(qtbot, opened, other.path)
        ask_to_forget(opened, qtbot, ("Forget", "This cannot be undone"))
    else:
        opened.window.forgetting.ask_to_forget([other])
        answer(opened, qtbot, "Forget", "This cannot be undone")
    answer(opened, qtbot, button, "Also delete your unsaved edit in it?")
    wait_for(opened, qtbot, "was forgotten")
    assert len(list(drafts)) == kept and opened.memory.counts()[1] == 1


def test_edits_that_are_not_on_the_disk_yet_or_just_being_typed_are_asked_about_too(
    opened: Tospalt, folders: Folders, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.05)
    alias, third = tmp_path / "hund.txt", tmp_path / "tredje.txt"
    third.write_text("Hunden er ute. Det regner.", "utf-8")
    alias.symlink_to(third)
    open_and_translate(qtbot, opened, alias)
    with held(folders), qtbot.waitSignal(opened.edits.write_status, timeout=PATIENCE):
        save(opened, qtbot, "Saved in vain.")
    open_and_translate(qtbot, opened, third)
    begin(opened, sentence=1).field.setPlainText("Typed at length.")
    ask_to_forget(opened, qtbot, ("Forget", "This cannot be undone"), ("Delete my edits", "delete your 2 edits in it"))
    wait_for(opened, qtbot, "was forgotten")
    opened.edits.try_again()
    opened.pools.edits.flush()
    assert opened.edits.unsaved == {} and opened.memory.counts()[1] == 1
    assert not {name for words in ("Saved in vain", "Typed at length") for name in files_with(folders, words)}


@pytest.mark.parametrize("outcome", ["Alt er glemt.", "Ingenting ble glemt"])
def test_what_has_come_of_it_is_told_in_the_window_that_is_there_by_then(
    outcome: str, opened: Tospalt, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.05)
    free, old = Event(), opened.window
    opened.pools.edits.start(Job(lambda _: free.wait()))
    old.forgetting.forget_everything()
    opened.preferences.change(interface_language="nb")
    qtbot.waitSignal(old.destroyed, timeout=PATIENCE).wait()
    with ExitStack() as other:
        if outcome != "Alt er glemt.":
            other.enter_context(held(folders))
        free.set()
        wait_for(opened, qtbot, outcome)
    assert opened.window is not old


def test_it_is_said_if_another_window_still_has_a_forgotten_text_open(
    opened: Tospalt, folders: Folders, qtbot: QtBot, start: Callable[[], Tospalt]
) -> None:
    other = start()
    with qtbot.waitSignal(other.recovery.joined, timeout=PATIENCE):
        other.recovery.begin()
    assert other.recovery._running is not None
    other.recovery._running.process += 1  # as in a process of its own
    open_and_translate(qtbot, other, Path(opened.document.entry.path if opened.document.entry else ""))
    begin(other).field.setPlainText("Half a sentence about the cat")
    other.recovery.keep()
    other.recovery._timer.stop()
    other.recovery.pool.flush()
    assert files_with(folders, "Half a sentence")
    opened.window.forgetting.forget_everything()
    wait_for(opened, qtbot, "Everything was forgotten. Another Tospalt window has one of these documents open.")
    assert files_with(folders, "Half a sentence") == files_with(folders, "hemmelig.txt") == []


@pytest.mark.parametrize("everything", [False, True])
def test_the_folders_that_were_last_used_are_forgotten_whatever_window_has_used_them(
    everything: bool, opened: Tospalt, folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    file, secret = folders.config / "settings.json", str(tmp_path)
    opened.preferences.change(last_folder=secret, text_size=20)
    other = SettingsFile(file)
    other.save(replace(other.settings, export=ExportPreferences(folder=secret)))
    if everything:
        opened.window.forgetting.forget_everything()
    else:
        ask_to_forget(opened, qtbot, ("Forget", "This cannot be undone"), ("Keep my edit", "delete your edit in it"))
    wait_for(opened, qtbot, "was forgotten")
    kept = SettingsFile(file).settings
    assert (kept.last_folder, kept.export.folder, kept.text_size) == ("", "", 20)
    assert opened.window.settings.last_folder == ""
    opened.preferences.change(text_size=21)
    assert SettingsFile(file).settings.last_folder == "" and files_with(folders, f'"{secret}"') == []


@contextmanager
def busy(program: Tospalt) -> Iterator[None]:
    """The memory's thread is busy."""
    free = Event()
    program.pools.edits.start(Job(lambda _: free.wait()))
    try:
        yield
    finally:
        free.set()


def test_the_window_does_not_close_unasked_on_what_is_not_forgotten_yet(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.closing._SAVING_S", 0.05)
    with busy(opened):
        opened.window.forgetting.forget_everything()
        assert not opened.window.close()
        assert opened.window.notices.message.startswith("Tospalt is still deleting")
    wait_for(opened, qtbot, "Everything was forgotten.")
    assert not any("not done" in each.message for each in opened.window.notices._waiting)
    assert opened.window.close()


def test_it_closes_if_that_is_asked_for_again_and_at_once_when_all_is_forgotten(
    opened: Tospalt, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, busy(opened):
        patch.setattr("ui.window.closing._SAVING_S", 0.05)
        opened.window.forgetting.forget_everything()
        assert [opened.window.close(), opened.window.close()] == [False, True]
    opened.window.forgetting.forget_everything()
    opened.pools.edits.flush()
    assert opened.window.close()


def test_what_another_document_says_as_the_user_chose_to_read_it_is_kept(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other, path = tmp_path / "linjer.txt", tmp_path / "hemmelig.txt"
    other.write_text(f"Den gamle mannen gikk ut i hagen mens solen sto lavt over den og\n{SHARED}\n", "utf-8")
    program.shelf.choose_reading(program.shelf.library.add(other), lines="kept")
    path.write_text(f"{SECRET} sover i huset. {SHARED}", "utf-8")
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    dialog_of(program, qtbot, "2").document_button.click()
    answer(program, qtbot, "Forget", "1 sentence will be kept because other documents in the library have it too.")


def test_a_document_whose_file_is_gone_is_not_said_to_be_forgotten_and_stays_in_the_list(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path, before = tmp_path / "hemmelig.txt", opened.memory.counts()
    entry = opened.shelf.entry_of(path)
    path.rename(tmp_path / "flyttet.txt")
    opened.window.forgetting.ask_to_forget([entry])
    answer(opened, qtbot, "Forget", "This cannot be undone")
    wait_for(opened, qtbot, "was not forgotten: which sentences it has cannot be known without its file.")
    assert opened.shelf.library.find(path) is not None and opened.memory.counts() == before
    (tmp_path / "flyttet.txt").rename(path)
    opened.window.forgetting.ask_to_forget([entry])
    answer(opened, qtbot, "Forget", "This cannot be undone")
    answer(opened, qtbot, "Delete my edit", "delete your edit in it")
    wait_for(opened, qtbot, "was forgotten.")
    assert opened.shelf.library.find(path) is None and opened.memory.counts() == (2, 0)


def test_with_everything_the_words_that_were_added_to_the_dictionary_go_and_the_question_says_so(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.spelling.changed, timeout=PATIENCE):
        opened.spelling.add("hemmelighetene")
    assert files_with(folders, "hemmelighetene") == ["own-words.txt"]
    dialog_of(opened, qtbot).everything_button.click()
    answer(opened, qtbot, "Forget everything", "The words that you have added to the dictionary are deleted too.")
    wait_for(opened, qtbot, "Everything was forgotten.")
    assert files_with(folders, "hemmelighetene") == []
    assert not opened.spelling.ignored("hemmelighetene")


def test_several_are_forgotten_at_once_but_those_whose_files_are_gone(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    gone = tmp_path / "borte.txt"
    opened.shelf.library.add(gone)
    files = [entry for entry in opened.shelf.library if not entry.bundled]
    opened.window.library.forgetting.emit(files)
    answer(opened, qtbot, "Forget", f"Forget {len(files)} documents?")
    answer(opened, qtbot, "Delete my edit", "These documents will be forgotten.")
    wait_for(opened, qtbot, "“borte” was not forgotten")
    assert opened.window.notices.message.startswith(f"{len(files) - 1} documents were forgotten. ")
    assert [entry.path for entry in opened.shelf.library if not entry.bundled] == [gone]
    assert opened.memory.counts() == (0, 0) and opened.document.entry is None


def test_documents_of_one_title_are_told_apart_when_one_is_forgotten(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("en.md", "to.md"):
        (tmp_path / name).write_text("# Notat\n\nHei på deg.", "utf-8")
        program.shelf.add(tmp_path / name)
    qtbot.waitUntil(lambda: len(program.shelf.library) == 4, timeout=PATIENCE)
    program.window.forgetting.ask_to_forget([program.shelf.entry_of(tmp_path / "to.md")])
    answer(program, qtbot, "Forget", "Forget “Notat – to.md”?")
    wait_for(program, qtbot, "“Notat – to.md” was forgotten.")


def test_documents_to_forget_are_not_held_in_memory_all_at_once(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 0

    def read(path: Path, choices: Choices, *, cancelled: Callable[[], bool]) -> Document:
        nonlocal most
        held = {each.path for each in gc.get_objects() if isinstance(each, Document)}
        most = max(most, len(held & {*paths}))
        return read_document(path, choices, cancelled=cancelled)

    monkeypatch.setattr("ui.window.forgetter.read_document", read)
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text(f"Hei på deg. Dette er {path.name}.", "utf-8")
    with qtbot.waitSignal(program.forgetter.planned, timeout=PATIENCE) as planned:
        program.forgetter.plan_deletion(*map(program.shelf.entry_of, paths))
    assert planned.args is not None and planned.args[1].documents == tuple(paths)
    assert 0 < most <= 2


def test_pasted_texts_whose_files_are_gone_are_not_told_as_other_documents_that_cannot_be_read(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other, here = tmp_path / "borte.txt", tmp_path / "her.txt"
    here.write_text(f"{SECRET} sover.", "utf-8")
    pasted = Pasted(program.shelf.library.folder).keep(f"{SECRET} er borte.")
    gone, kept = program.shelf.library.add(pasted), program.shelf.library.add(here)
    program.shelf.library.add(other)
    pasted.unlink()
    for entries, unread in (([gone, kept], (other,)), ([gone], ())):  # alone there is nothing that others may share
        with qtbot.waitSignal(program.forgetter.planned, timeout=PATIENCE) as planned:
            program.forgetter.plan_deletion(*entries)
        assert planned.args is not None and planned.args[0] == tuple(entries)
        assert planned.args[1].unread == unread
        assert planned.args[1].documents == tuple(entry.path for entry in entries)


def judge(program: Tospalt, qtbot: QtBot) -> None:
    """Accept the sentence that no other document has, and dismiss two warnings of it; accept also one it shares."""
    text = program.document.text
    assert text is not None
    mine, shared = pairs_in(text, text.rows[0])
    program.judging.accept(mine, shared)
    for rule in ("number", "name"):
        program.judging.dismiss(rule, mine)
    qtbot.waitUntil(lambda: not program.judging.unsaved, timeout=PATIENCE)


JUDGED = "These will also be forgotten: 1 accepted sentence, 2 dismissed warnings"


def without_edits(program: Tospalt, qtbot: QtBot) -> None:
    program.window.actions_["undo"].trigger()  # of the edit
    qtbot.waitUntil(lambda: not program.edits.unsaved, timeout=PATIENCE)


def test_the_question_names_what_was_accepted_and_dismissed_and_that_is_forgotten(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    without_edits(opened, qtbot)
    judge(opened, qtbot)
    assert "memory.sqlite.judgements" in files_with(folders, SECRET)
    dialog_of(opened, qtbot, "0 edits").document_button.click()
    with qtbot.waitSignal(opened.forgetter.told, timeout=PATIENCE):
        answer(opened, qtbot, "Forget", JUDGED)
    assert files_with(folders, SECRET) == []


@pytest.mark.parametrize("edited", [False, True])
def test_of_a_document_of_the_list_that_is_asked_before_it_is_forgotten(
    edited: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    if not edited:
        without_edits(opened, qtbot)
    judge(opened, qtbot)
    entry = opened.document.entry
    assert entry is not None
    opened.window.forgetting.ask_to_forget([entry])
    answer(opened, qtbot, "Forget", "Forget “")
    with qtbot.waitSignal(opened.forgetter.told, timeout=PATIENCE):
        answer(opened, qtbot, "Keep my edit" if edited else "Forget", JUDGED)
    assert opened.shelf.library.find(entry.path) is None


def test_nothing_is_forgotten_if_that_is_answered_with_cancel(opened: Tospalt, qtbot: QtBot) -> None:
    without_edits(opened, qtbot)
    judge(opened, qtbot)
    entry, text = opened.document.entry, opened.document.text
    assert entry is not None and text is not None
    pair = pairs_in(text, text.rows[0])[0]
    opened.window.forgetting.ask_to_forget([entry])
    answer(opened, qtbot, "Forget", "Forget “")
    answer(opened, qtbot, "Cancel", JUDGED)
    opened.pools.edits.flush(PATIENCE / 1000)
    assert opened.document.text is text and opened.judging.of(pair).accepted


def test_notes_and_bookmarks_are_named_and_forgotten_with_their_document_also_those_not_saved(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    without_edits(opened, qtbot)
    entry = opened.document.entry
    assert entry is not None
    for kind, values in (("note", {"1": SECRET, "2": SECRET}), ("bookmark", {"1": SECRET})):
        opened.memory.keep_values(entry.path, kind, values)
    assert "memory.sqlite.values" in files_with(folders, SECRET)
    dialog_of(opened, qtbot, "0 edits").document_button.click()
    opened.kept_values._values._unsaved[entry.path, "note"] = Unsaved({"3": SECRET}, {"1": SECRET})
    with qtbot.waitSignal(opened.forgetter.told, timeout=PATIENCE):
        answer(opened, qtbot, "Forget", "These will also be forgotten: 2 notes, 1 bookmark")
    assert files_with(folders, SECRET) == [] and not opened.kept_values.unsaved


def test_of_a_document_in_which_nothing_was_judged_nothing_of_it_is_said(opened: Tospalt, qtbot: QtBot) -> None:
    dialog_of(opened, qtbot).document_button.click()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in opened.window.findChildren(Question)), timeout=PATIENCE)
    [box] = [box for box in opened.window.findChildren(Question) if box.isVisible()]
    assert "also be forgotten" not in box.text()
    box.reject()
