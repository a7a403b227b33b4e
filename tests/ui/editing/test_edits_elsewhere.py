"""Two windows, or a script beside one, on the same document: each sees the other's edits, and neither's are lost."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Never

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.drafts import Drafts
from reader.library import Library
from reader.memory import Memory, memory
from reader.parallel import user_edit
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, MEMORY_FILE, RUNNING_FOLDER
from tests.samples import crossed
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import SENTENCE, begin, pair, restore_unremembered, said, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.edits_elsewhere import EditsElsewhere
from ui.toolkit.jobs import Job

OTHERS = "The hound is asleep indoors."


@pytest.fixture(autouse=True)
def looked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long the window waits between two looks changes nothing but how long these tests take."""
    monkeypatch.setattr("ui.editing.edits_elsewhere._OFTEN_MS", 100)


@pytest.fixture
def script(folders: Folders) -> Callable[[str], None]:
    """Edits the sentence from another program's memory."""

    return partial(edit_elsewhere, folders, SENTENCE)


def edit_elsewhere(folders: Folders, sentence: str, words: str) -> None:
    """From another program's memory; "" deletes the edit."""
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        if words:
            assert memory.keep_edits("nb", "en", {sentence: user_edit(sentence, words)})
        else:
            assert memory.forget_edits("nb", "en", [sentence])


def shown(program: Tospalt) -> tuple[str, str]:
    return said(program, 0, 0), said(program, 1, 1)


def test_an_edit_made_elsewhere_comes_into_the_rows_on_screen(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    machine = shown(opened)
    script(OTHERS)
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    assert pair(opened, 0, 0).edited
    script("")
    qtbot.waitUntil(lambda: shown(opened) == machine, timeout=PATIENCE)
    assert not pair(opened, 0, 0).edited


def test_it_does_too_after_the_memory_was_busy_for_longer_than_between_two_looks(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    free, elsewhere = threading.Event(), opened.window.findChild(EditsElsewhere)
    assert elsewhere is not None
    opened.pools.edits.start(Job(lambda _: free.wait()))
    with qtbot.waitSignals([elsewhere._timer.timeout] * 2, timeout=PATIENCE, order="strict"):
        elsewhere.look()
    free.set()
    script(OTHERS)
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)


def gone(program: Tospalt, path: Path | None = None, edits: str = "edit in “{name}” was") -> str:
    """What is said of an edit in a document, if not in the one that is open, that was deleted elsewhere."""
    assert program.document.entry is not None
    name = program.shelf.called_at(path or program.document.entry.path)
    return f"Your {edits} deleted elsewhere. The machine translation is shown again.".format(name=name)


def press(program: Tospalt, label: str) -> None:
    buttons = program.window.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == label).click()


@pytest.fixture
def forget_everything(folders: Folders) -> Callable[[], None]:
    """As another program does."""

    def forget() -> None:
        with closing(Memory(folders.data / MEMORY_FILE)) as memory:
            assert memory.forget_everything() is not None

    return forget


def test_an_edit_that_was_forgotten_elsewhere_gives_way_to_the_machines_and_nothing_of_it_is_remembered(
    opened: Tospalt, forget_everything: Callable[[], None], qtbot: QtBot
) -> None:
    machine = shown(opened)
    save(opened, qtbot, OTHERS)
    qtbot.waitUntil(lambda: not opened.edits.unsaved and shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.pools.engine._running, timeout=PATIENCE)
    forget_everything()
    qtbot.waitUntil(lambda: shown(opened) == machine, timeout=PATIENCE)
    assert not pair(opened, 0, 0).edited and not pair(opened, 1, 1).edited
    assert opened.window.notices.message == gone(opened)
    assert opened.memory.counts() == (0, 0)


def test_an_edit_that_was_deleted_elsewhere_can_be_brought_back(
    opened: Tospalt, forget_everything: Callable[[], None], script: Callable[[str], None], qtbot: QtBot
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    for delete in (forget_everything, lambda: script("")):
        delete()
        qtbot.waitUntil(lambda: opened.window.notices.message == gone(opened), timeout=PATIENCE)
        press(opened, "Restore edit")
        qtbot.waitUntil(lambda: shown(opened) == ("My own words.",) * 2, timeout=PATIENCE)
        qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
        assert opened.memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == "My own words."
    assert opened.window.notices.message != gone(opened)


def test_an_edit_is_not_taken_for_deleted_where_the_memory_cannot_be_read(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)

    def fail(*_: object) -> Never:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(memory, "read_edits", fail)
    for _ in range(2):
        with qtbot.waitSignal(opened.window.edits_elsewhere.looked, timeout=PATIENCE):
            opened.window.edits_elsewhere.look()
    assert shown(opened) == ("My own words.",) * 2
    assert opened.window.notices.message != gone(opened)


def test_a_newer_edit_here_stays_while_an_older_one_is_deleted_elsewhere(
    opened: Tospalt, forget_everything: Callable[[], None], qtbot: QtBot
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    free = threading.Event()
    opened.pools.engine.start(Job(lambda _: free.wait()))
    forget_everything()
    qtbot.waitUntil(lambda: opened.window.notices.message == gone(opened), timeout=PATIENCE)
    save(opened, qtbot, "My newer words.")  # while the machine's is awaited
    free.set()
    qtbot.waitUntil(lambda: not opened.pools.engine._running and not opened.edits.unsaved, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shown(opened) == ("My newer words.",) * 2, timeout=PATIENCE)


def test_an_edit_that_was_taken_back_here_is_not_said_to_be_deleted_elsewhere(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    free = restore_unremembered(opened, folders, qtbot)
    try:
        qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
        for _ in range(2):
            with qtbot.waitSignal(opened.window.edits_elsewhere.looked, timeout=PATIENCE):
                opened.window.edits_elsewhere.look()
        assert opened.window.notices.message != gone(opened)
    finally:
        free.set()


def test_two_windows_see_what_the_other_has_edited(start: Callable[[], Tospalt], path: Path, qtbot: QtBot) -> None:
    first, second = start(), start()
    for program in (first, second):
        open_and_translate(qtbot, program, path)
        qtbot.waitUntil(lambda program=program: not program.translation.linking, timeout=PATIENCE)  # type: ignore[misc]
    save(first, qtbot, OTHERS)
    qtbot.waitUntil(lambda: shown(second) == (OTHERS, OTHERS), timeout=PATIENCE)


def test_who_saves_over_an_edit_that_they_have_not_seen_is_told_and_can_have_it(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    bar = begin(opened)
    script(OTHERS)  # while the bar is open
    bar.field.setPlainText("My own words.")
    opened.window.edits_elsewhere._timer.stop()  # nothing is seen of it before it is saved
    with qtbot.waitSignal(opened.edits.differed, timeout=PATIENCE):
        bar.save_button.click()
    notices = opened.window.notices
    assert notices.message == f"“{SENTENCE}” was also edited elsewhere: “{OTHERS}”. Your edit was kept."
    assert said(opened, 0, 0) == "My own words."
    next(b for b in notices.findChildren(QPushButton) if b.text() == "Use the other edit").click()
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)


@pytest.mark.parametrize("then", ["Close", "Use the other edit", "quit"])
def test_what_was_saved_over_unseen_outlasts_a_kill_until_the_user_has_chosen(
    then: str, opened: Tospalt, script: Callable[[str], None], qtbot: QtBot, folders: Folders
) -> None:
    with qtbot.waitSignal(opened.recovery.joined, timeout=PATIENCE):
        opened.recovery.begin()
    bar = begin(opened)
    script(OTHERS)
    bar.field.setPlainText("My own words.")
    opened.window.edits_elsewhere._timer.stop()
    with qtbot.waitSignal(opened.edits.differed, timeout=PATIENCE):
        bar.save_button.click()

    def written_down() -> bool:
        opened.recovery.pool.flush()
        return any(OTHERS in file.read_text() for file in (folders.data / RUNNING_FOLDER).glob("*.json"))

    qtbot.waitUntil(written_down, timeout=PATIENCE)
    if then == "quit":
        assert opened.window.close() and opened.close()
    else:
        press(opened, then)
        qtbot.waitUntil(lambda: not written_down(), timeout=PATIENCE)
    drafts = [draft.words for _, draft in Drafts(folders.data / DRAFTS_FOLDER)]
    assert drafts == ([OTHERS] if then == "quit" else [])


def test_each_of_two_sentences_that_were_edited_in_the_same_words_elsewhere_can_have_them(
    opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    for sentence, place in ((SENTENCE, 0), ("Katten er ute.", 1)):
        edit_elsewhere(folders, sentence, "Yes.")
        opened.window.edits_elsewhere._timer.stop()
        with qtbot.waitSignal(opened.edits.differed, timeout=PATIENCE):
            save(opened, qtbot, "My own words.", 0, place)
    for place in (1, 0):
        press(opened, "Use the other edit")
        qtbot.waitUntil(lambda place=place: said(opened, 0, place) == "Yes.", timeout=PATIENCE)  # type: ignore[misc]


def test_what_vanished_of_two_documents_can_be_brought_back_into_each(
    opened: Tospalt, path: Path, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other, sentence = tmp_path / "other" / "hund.txt", "Huset er stort i dag."  # of the same name
    other.write_text(f"{sentence} Katten er ute.\n", "utf-8")
    for place, each in ((path, SENTENCE), (other, sentence)):
        if place == other:
            open_and_translate(qtbot, opened, other)
        edit_elsewhere(folders, each, "My own words.")
        qtbot.waitUntil(lambda: said(opened, 0, 0) == "My own words.", timeout=PATIENCE)
        edit_elsewhere(folders, each, "")
        with qtbot.waitSignal(opened.window.edits_elsewhere.deleted, timeout=PATIENCE):
            pass
    for document in (other, path):
        assert opened.window.notices.message == gone(opened, document)
        press(opened, "Restore edit")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE, sentence]).keys() == {SENTENCE, sentence}


@pytest.mark.parametrize("by", ["another language of the window", "another translation"])
def test_what_vanished_before_and_after_the_window_or_the_text_is_replaced_can_be_brought_back(
    by: str, opened: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    sentences = {SENTENCE: 0, "Katten er ute.": 1}
    for sentence, place in sentences.items():
        edit_elsewhere(folders, sentence, "My own words.")
        qtbot.waitUntil(lambda place=place: said(opened, 0, place) == "My own words.", timeout=PATIENCE)  # type: ignore[misc]
    for sentence in sentences:
        edit_elsewhere(folders, sentence, "")
        with qtbot.waitSignal(opened.window.edits_elsewhere.deleted, timeout=PATIENCE):
            pass
        if sentence == SENTENCE:
            replace_window_or_text(by, opened, qtbot)
    opened.window.notices.clear()
    opened.window.notices._act(0)
    assert opened.window.notices.message == ""
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", list(sentences)).keys() == sentences.keys()


def replace_window_or_text(by: str, program: Tospalt, qtbot: QtBot) -> None:
    if by == "another translation":
        with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
            program.document.retranslate()
    else:
        old = program.window
        program.preferences.change(interface_language="nb")
        qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)


def test_what_vanished_of_a_document_whose_edits_are_forgotten_is_not_brought_back(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot, path: Path
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    script("")
    with qtbot.waitSignal(opened.window.edits_elsewhere.deleted, timeout=PATIENCE) as vanished:
        pass
    assert opened.window.notices.message == gone(opened)
    opened.document.close()  # as the window does before
    with qtbot.waitSignal(opened.forgetter.forgotten, timeout=PATIENCE):
        opened.forgetter.forget_everything()
    assert opened.window.notices.message == "Everything was forgotten."
    assert vanished.args is not None
    opened.deleted.bring_back(*vanished.args)
    assert opened.edits.unsaved == {}


@pytest.mark.parametrize("everything", [False, True])
def test_what_vanished_of_a_document_that_another_program_forgets_is_not_offered_any_more(
    everything: bool, opened: Tospalt, script: Callable[[str], None], qtbot: QtBot, folders: Folders, path: Path
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    opened.undo.forget(None)
    script("")
    with qtbot.waitSignal(opened.window.edits_elsewhere.deleted, timeout=PATIENCE) as vanished:
        pass
    assert opened.window.notices.message == gone(opened) and vanished.args is not None
    other = Library(folders.data / LIBRARY_FILE)
    if everything:
        other.forget_all()
    else:
        other.forget(other.add(path))
    with qtbot.waitSignal(opened._forgotten_elsewhere.forgotten, timeout=PATIENCE):
        opened._forgotten_elsewhere.look()
    assert opened.window.notices.message == ""
    opened.deleted.bring_back(*vanished.args)
    assert opened.edits.unsaved == {}


@pytest.mark.parametrize(
    ("first", "then"), crossed(["deleted elsewhere", "taken back here"], ["edited elsewhere", "edited here"])
)
def test_an_edit_that_is_made_after_another_was_gone_can_vanish_too(
    first: str, then: str, opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    machine = shown(opened)
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    if first == "deleted elsewhere":
        script("")
    else:
        begin(opened).revert_button.click()
    qtbot.waitUntil(lambda: shown(opened) == machine, timeout=PATIENCE)
    if then == "edited elsewhere":
        script(OTHERS)
    else:
        save(opened, qtbot, OTHERS)
    qtbot.waitUntil(lambda: not opened.edits.unsaved and shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    script("")
    qtbot.waitUntil(lambda: shown(opened) == machine, timeout=PATIENCE)
    assert opened.window.notices.message == gone(opened)


@pytest.mark.parametrize("taken_back", [False, True])
def test_what_is_brought_back_takes_no_newer_edits_place(
    taken_back: bool, opened: Tospalt, script: Callable[[str], None], qtbot: QtBot, folders: Folders
) -> None:
    save(opened, qtbot, "My own words.")
    save(opened, qtbot, "The cat is out.", 0, 1)
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    before = shown(opened)
    for sentence in (SENTENCE, "Katten er ute."):
        edit_elsewhere(folders, sentence, "")
    qtbot.waitUntil(lambda: shown(opened) != before and not pair(opened, 0, 1).edited, timeout=PATIENCE)
    save(opened, qtbot, "My newer words.")
    if taken_back:
        begin(opened).revert_button.click()
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    while opened.window.notices.message != gone(opened, edits="edits in “{name}” were"):
        press(opened, "Close")
    press(opened, "Restore edits")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    kept = opened.memory.edits("nb", "en", [SENTENCE, "Katten er ute."])
    assert kept["Katten er ute."].text == "The cat is out."
    assert kept[SENTENCE].text == ("My own words." if taken_back else "My newer words.")
    assert "elsewhere" not in opened.window.notices.message


def test_links_that_come_late_do_not_bring_an_older_edit_back(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot, folders: Folders
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: shown(opened) == ("My own words.",) * 2, timeout=PATIENCE)
    script(OTHERS)
    late = replace(user_edit(SENTENCE, "My own words."), links=((0, 6, 0, 2, 1.0),))
    assert opened.memory.relink_edits("nb", "en", {SENTENCE: late}) == set()
    assert opened.edits.number_of(("nb", "en", SENTENCE)) == 1
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    memory = Memory(folders.data / MEMORY_FILE)
    assert memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == OTHERS
    memory.close()


def test_an_edit_that_comes_into_the_row_while_the_bar_is_open_is_not_lost_either(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    bar = begin(opened)
    bar.field.setPlainText("My own words.")
    script(OTHERS)
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    with qtbot.waitSignal(opened.edits.differed, timeout=PATIENCE):
        bar.save_button.click()
    assert opened.window.notices.message.startswith(f"“{SENTENCE}” was also edited elsewhere: “{OTHERS}”")
    assert shown(opened)[0] == "My own words."


def test_an_edit_made_elsewhere_is_not_taken_back_with_ones_own(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    save(opened, qtbot, "My own words.")
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    bar = begin(opened)
    opened.window.edits_elsewhere._timer.stop()
    script(OTHERS)
    with qtbot.waitSignal(opened.edits.notice, timeout=PATIENCE) as told:
        bar.revert_button.click()
    assert told.args == [f"“{SENTENCE}” was also edited elsewhere: “{OTHERS}”. That edit was kept."]
    assert opened.memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == OTHERS
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)


def test_what_two_quick_edits_replace_was_seen_by_who_made_the_first(
    opened: Tospalt, script: Callable[[str], None], qtbot: QtBot
) -> None:
    script(OTHERS)
    qtbot.waitUntil(lambda: shown(opened) == (OTHERS, OTHERS), timeout=PATIENCE)
    free = threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    save(opened, qtbot, "First.")
    save(opened, qtbot, "Second.")
    with qtbot.assertNotEmitted(opened.edits.differed):
        free.set()
        qtbot.waitUntil(lambda: shown(opened) == ("Second.", "Second."), timeout=PATIENCE)
    assert opened.edits.unsaved == {}
