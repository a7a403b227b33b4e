"""Edits undone and redone: exactly what was there before comes back, here and in the memory."""

import gc
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.errors import OutputError
from reader.memory import EditOutcome, Memory, import_tmx
from reader.parallel import ParallelText, user_edit
from reader.paths import MEMORY_FILE
from tests.reader.memory.tmx_files import pair as unit, tmx
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import EDIT, SENTENCE, TEXT, begin, nothing_read, pair, restore_unremembered, said, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.change import Record, Spot
from ui.reading.places import Place
from ui.session import file_watch
from ui.toolkit.jobs import Job

OTHER = "A hound rests."


def settled(program: Tospalt, qtbot: QtBot) -> None:
    """Wait until everything is written."""
    qtbot.waitUntil(lambda: not program.edits.unsaved, timeout=PATIENCE)


def stored(program: Tospalt, qtbot: QtBot, pair: tuple[str, str] = ("nb", "en")) -> str | None:
    """The edit saved for exactly the sentence."""
    settled(program, qtbot)
    edit = program.memory.edits(*pair, [SENTENCE], exactly=True).get(SENTENCE)
    return edit.text if edit is not None else None


def both_say(program: Tospalt, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: said(program, 0, 0) == said(program, 1, 1) == words, timeout=PATIENCE)


def undo(program: Tospalt) -> None:
    program.window.actions_["undo"].trigger()


def redo(program: Tospalt) -> None:
    program.window.actions_["redo"].trigger()


def test_an_edit_of_the_machine_translation_is_undone_and_redone_everywhere(opened: Tospalt, qtbot: QtBot) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    both_say(opened, qtbot, EDIT)
    for _ in range(2):
        undo(opened)
        assert said(opened, 0, 0) == machine  # at once
        both_say(opened, qtbot, machine)
        assert not pair(opened, 0, 0).edited and stored(opened, qtbot) is None
        redo(opened)
        assert said(opened, 0, 0) == EDIT
        both_say(opened, qtbot, EDIT)
        assert pair(opened, 1, 1).edited and stored(opened, qtbot) == EDIT


def test_several_edits_of_a_sentence_are_undone_one_by_one(opened: Tospalt, qtbot: QtBot) -> None:
    machine = said(opened, 0, 0)
    for words in (EDIT, OTHER, "Third."):
        save(opened, qtbot, words)
    for words in (OTHER, EDIT):
        undo(opened)
        assert stored(opened, qtbot) == words == said(opened, 0, 0)
    undo(opened)
    assert stored(opened, qtbot) is None
    both_say(opened, qtbot, machine)
    for words in (EDIT, OTHER, "Third."):
        redo(opened)
        assert stored(opened, qtbot) == words
    both_say(opened, qtbot, "Third.")


def test_they_are_too_while_nothing_can_be_written_yet(opened: Tospalt, qtbot: QtBot) -> None:
    machine, free = said(opened, 0, 0), threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))  # the memory is busy meanwhile
    save(opened, qtbot)
    save(opened, qtbot, OTHER)
    undo(opened)
    assert said(opened, 0, 0) == EDIT
    undo(opened)
    assert said(opened, 0, 0) == machine
    redo(opened)
    assert said(opened, 0, 0) == EDIT
    free.set()
    assert stored(opened, qtbot) == EDIT
    both_say(opened, qtbot, EDIT)
    undo(opened)
    assert stored(opened, qtbot) is None
    both_say(opened, qtbot, machine)


def test_an_edit_that_a_full_disk_refused_is_undone_without_a_trace(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = said(opened, 0, 0)
    with monkeypatch.context() as patch:
        patch.setattr(opened.memory, "change_edits", lambda *_: EditOutcome())
        save(opened, qtbot)
        qtbot.waitUntil(lambda: bool(opened.edits.drafts), timeout=PATIENCE)
        undo(opened)
        both_say(opened, qtbot, machine)
        assert opened.edits.drafts == ()  # no draft of what is not wanted
    opened.edits.try_again()
    assert stored(opened, qtbot) is None
    redo(opened)
    assert stored(opened, qtbot) == EDIT


def test_an_undo_that_a_full_disk_refused_is_done_once_there_is_room(
    opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    assert stored(opened, qtbot) == EDIT
    with monkeypatch.context() as patch:
        patch.setattr(opened.memory, "change_edits", lambda *_: EditOutcome())
        undo(opened)
        both_say(opened, qtbot, machine)
    opened.edits.try_again()
    assert stored(opened, qtbot) is None


def test_undoing_a_deletion_brings_the_edit_back_and_redoing_deletes_it_again(opened: Tospalt, qtbot: QtBot) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    both_say(opened, qtbot, EDIT)
    begin(opened).revert_button.click()
    both_say(opened, qtbot, machine)
    for _ in range(2):
        undo(opened)
        assert stored(opened, qtbot) == EDIT
        both_say(opened, qtbot, EDIT)
        redo(opened)
        assert stored(opened, qtbot) is None
        both_say(opened, qtbot, machine)
    assert not pair(opened, 0, 0).edited


def test_a_deletion_is_undone_before_the_machine_has_translated(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    save(opened, qtbot)
    settled(opened, qtbot)
    free = restore_unremembered(opened, folders, qtbot)
    undo(opened)
    free.set()
    assert stored(opened, qtbot) == EDIT
    qtbot.waitUntil(lambda: not opened.pools.engine._running, timeout=PATIENCE)
    both_say(opened, qtbot, EDIT)


@pytest.mark.parametrize("deleted", [False, True])
def test_an_imported_translation_comes_back_as_imported(
    deleted: bool, program: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "minne.tmx"
    file.write_text(tmx(unit(SENTENCE, "Imported.")), "utf-8")
    import_tmx(file, "nb", "en", program.memory)
    open_and_translate(qtbot, program, path)
    assert said(program, 0, 0) == "Imported."
    if deleted:
        begin(program).revert_button.click()
        qtbot.waitUntil(lambda: not pair(program, 1, 1).edited, timeout=PATIENCE)
    else:
        save(program, qtbot)
        both_say(program, qtbot, EDIT)
    undo(program)
    both_say(program, qtbot, "Imported.")
    settled(program, qtbot)
    [amount] = [amount for amount in program.memory.amounts() if amount.source]
    assert (amount.edits, amount.imported) == (0, 1)


@pytest.mark.parametrize("deleted", [False, True])
def test_an_edit_saved_by_a_version_before_comes_back_as_it_was(
    deleted: bool, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    key, path = f"• {SENTENCE}", tmp_path / "liste.txt"
    program.memory.keep_edits("nb", "en", {key: user_edit(key, "• Older.")})
    path.write_text(f"{SENTENCE}\n\nDet regner i byen. {SENTENCE}\n", "utf-8")
    open_and_translate(qtbot, program, path)
    assert said(program, 0, 0) == "Older."
    if deleted:
        begin(program).revert_button.click()
        qtbot.waitUntil(lambda: not pair(program, 1, 1).edited, timeout=PATIENCE)
    else:
        save(program, qtbot)
    undo(program)
    both_say(program, qtbot, "Older.")
    assert stored(program, qtbot) is None
    assert program.memory.older_keys("nb", "en", [SENTENCE]) == {key}
    redo(program)
    settled(program, qtbot)
    qtbot.waitUntil(lambda: pair(program, 1, 1).edited != deleted, timeout=PATIENCE)
    assert program.memory.older_keys("nb", "en", [SENTENCE]) == (set() if deleted else {key})


def elsewhere(folders: Folders, words: str) -> None:
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.keep_edits("nb", "en", {SENTENCE: user_edit(SENTENCE, words)})


def removed_elsewhere(folders: Folders, sentence: str = SENTENCE) -> None:
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.forget_edits("nb", "en", [sentence])


def forgotten_elsewhere(folders: Folders, *sentences: str) -> None:
    """Another program forgets sentences and the edits of them."""
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.forget(sentences, {("nb", "en"): sentences}) is not None


def waits_for(program: Tospalt, qtbot: QtBot, words: str) -> None:
    """Wait until a notice says this."""
    qtbot.waitUntil(lambda: any(words in each.message for each in program.window.notices._waiting), timeout=PATIENCE)


@pytest.mark.parametrize("redone", [False, True])
def test_what_another_program_has_saved_meanwhile_stays_and_ends_the_history_of_its_sentence_alone(
    redone: bool, opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    machine = said(opened, 0, 1)
    save(opened, qtbot, "The cat is mine.", 0, 1)
    save(opened, qtbot, "First.")
    save(opened, qtbot)
    if redone:
        undo(opened)
    settled(opened, qtbot)
    elsewhere(folders, OTHER)
    (redo if redone else undo)(opened)
    both_say(opened, qtbot, OTHER)
    assert stored(opened, qtbot) == OTHER
    waits_for(opened, qtbot, f"“{SENTENCE}” was also edited elsewhere: “{OTHER}”. That edit was kept. What you did")
    assert opened.undo.next_redo is None
    assert opened.window.statusBar().currentMessage() == ""
    undo(opened)
    assert said(opened, 0, 1) == machine and stored(opened, qtbot) == OTHER == said(opened, 0, 0)
    assert opened.undo.next_undo is None
    redo(opened)
    assert said(opened, 0, 1) == "The cat is mine."


def test_an_edit_that_was_deleted_elsewhere_is_not_brought_back_in_an_earlier_form(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot, "First.")
    save(opened, qtbot)
    settled(opened, qtbot)
    removed_elsewhere(folders)
    undo(opened)
    waits_for(opened, qtbot, f"The edit of “{SENTENCE}” was deleted elsewhere.")
    both_say(opened, qtbot, machine)
    assert stored(opened, qtbot) is None
    assert opened.undo.next_undo is opened.undo.next_redo is None


def save_and_restore(opened: Tospalt, qtbot: QtBot) -> None:
    """Save an edit, and restore the machine translation in its place."""
    save(opened, qtbot)
    settled(opened, qtbot)
    begin(opened).revert_button.click()
    settled(opened, qtbot)


def test_a_deletion_is_not_undone_once_another_program_has_forgotten_the_sentence(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    save_and_restore(opened, qtbot)
    forgotten_elsewhere(folders, SENTENCE)
    undo(opened)
    waits_for(opened, qtbot, f"The edit of “{SENTENCE}” was deleted elsewhere.")
    assert stored(opened, qtbot) is None
    assert opened.memory.counts()[1] == 0


def test_a_deletion_is_undone_also_once_another_program_has_forgotten_something_else(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    save_and_restore(opened, qtbot)
    forgotten_elsewhere(folders, "Katten er ute.")
    undo(opened)
    both_say(opened, qtbot, EDIT)
    assert stored(opened, qtbot) == EDIT


def test_what_is_not_done_since_another_program_edited_the_sentence_cannot_be_undone(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    save(opened, qtbot)
    settled(opened, qtbot)
    begin(opened)
    elsewhere(folders, OTHER)
    opened.window.editing.bar.revert_button.click()
    both_say(opened, qtbot, OTHER)
    assert stored(opened, qtbot) == OTHER
    qtbot.waitUntil(lambda: opened.undo.next_undo is None, timeout=PATIENCE)


def test_of_several_edits_restored_at_once_those_are_undone_that_no_one_else_has_changed(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    machine, text = said(opened, 0, 1), text_of(opened)
    sentence = "Katten er ute."
    for spot, words in ((Spot(text, 0, SENTENCE), EDIT), (Spot(text, 0, sentence), "My cat.")):
        vanished = opened.deleted.add(spot, words, text.document.path)
    opened.deleted.bring_back(vanished)
    assert opened.undo.next_undo is not None and opened.undo.next_undo.words() == "2 edits"
    settled(opened, qtbot)
    elsewhere(folders, OTHER)
    undo(opened)
    both_say(opened, qtbot, OTHER)
    qtbot.waitUntil(lambda: said(opened, 0, 1) == machine, timeout=PATIENCE)
    redone = f"edit of “{sentence}”"
    qtbot.waitUntil(
        lambda: opened.undo.next_redo is not None and opened.undo.next_redo.words() == redone, timeout=PATIENCE
    )
    redo(opened)
    settled(opened, qtbot)
    assert (said(opened, 0, 0), said(opened, 0, 1)) == (OTHER, "My cat.")


def test_using_the_other_edit_can_be_undone(opened: Tospalt, folders: Folders, qtbot: QtBot) -> None:
    elsewhere(folders, OTHER)
    save(opened, qtbot)
    qtbot.waitUntil(lambda: "was also edited elsewhere" in opened.window.notices.message, timeout=PATIENCE)
    opened.window.notices._act(0)
    assert stored(opened, qtbot) == OTHER
    undo(opened)
    assert stored(opened, qtbot) == EDIT


def test_an_edit_is_undone_after_the_document_was_closed_and_opened_again(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    machine, other = said(opened, 0, 0), tmp_path / "annet.txt"
    other.write_text("Noe helt annet.", "utf-8")
    save(opened, qtbot)
    settled(opened, qtbot)
    open_and_translate(qtbot, opened, other)
    assert opened.undo.next_undo is None
    open_and_translate(qtbot, opened, path)
    undo(opened)
    both_say(opened, qtbot, machine)
    assert stored(opened, qtbot) is None


@pytest.mark.parametrize("deleted", [False, True])
def test_what_is_undone_by_its_notice_is_seen_in_another_document_with_the_sentence(
    deleted: bool, opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    machine, other = said(opened, 0, 0), tmp_path / "annet.txt"
    if deleted:
        save(opened, qtbot)
        begin(opened).revert_button.click()
        both_say(opened, qtbot, machine)
    else:
        begin(opened).field.setPlainText(EDIT)
    other.write_text(f"Noe annet.\n\n{SENTENCE} Katten er ute.\n", "utf-8")
    open_and_translate(qtbot, opened, other)
    before, after = (machine, EDIT) if deleted else (EDIT, machine)
    qtbot.waitUntil(lambda: said(opened, 1, 0) == before, timeout=PATIENCE)
    settled(opened, qtbot)
    step = opened.undo._done[-1]
    opened.undo.undo_step(step)
    assert said(opened, 1, 0) == after  # at once
    assert stored(opened, qtbot) == (EDIT if deleted else None)
    qtbot.waitUntil(lambda: pair(opened, 1, 0).edited == deleted, timeout=PATIENCE)
    assert said(opened, 1, 0) == after


def test_the_edits_of_a_sentence_that_two_documents_share_are_undone_in_order_from_either(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    machine, other = said(opened, 0, 0), tmp_path / "annet.txt"
    other.write_text(f"Noe helt annet.\n\n{SENTENCE}\n", "utf-8")
    save(opened, qtbot)
    settled(opened, qtbot)
    open_and_translate(qtbot, opened, other)
    save(opened, qtbot, OTHER, 1, 0)
    settled(opened, qtbot)
    open_and_translate(qtbot, opened, path)
    both_say(opened, qtbot, OTHER)
    undo(opened)
    assert stored(opened, qtbot) == EDIT
    undo(opened)
    assert stored(opened, qtbot) is None
    both_say(opened, qtbot, machine)
    redo(opened)
    assert stored(opened, qtbot) == EDIT


def test_an_edit_is_undone_while_the_text_is_translated_anew_or_in_another_direction(
    opened: Tospalt, qtbot: QtBot
) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    settled(opened, qtbot)
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE), nothing_read(opened):
        opened.document.retranslate()
        undo(opened)
        assert said(opened, 0, 0) == machine
    both_say(opened, qtbot, machine)
    redo(opened)
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE), nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        undo(opened)  # the swap
        undo(opened)  # the edit
    assert opened.document.text is not None and opened.document.text.source_language == "nb"
    assert stored(opened, qtbot) is None


def test_while_words_are_linked_or_paragraphs_translated_edits_are_undone(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    open_and_translate(qtbot, program, path)
    machine, free = said(program, 0, 0), threading.Event()
    program.pools.engine.start(Job(lambda _: free.wait()))
    save(program, qtbot)  # linked later
    settled(program, qtbot)
    undo(program)
    free.set()
    qtbot.waitUntil(lambda: not program.pools.engine._running, timeout=PATIENCE)
    both_say(program, qtbot, machine)
    assert stored(program, qtbot) is None


def test_the_sentence_comes_into_view_and_what_was_undone_is_said(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("\n\n".join(f"Hunden sover i huset for {n}. gang i dag." for n in range(80)), "utf-8")
    program.window.resize(640, 480)
    open_and_translate(qtbot, program, path)
    view, window = program.window.reading_view, program.window
    save(program, qtbot, row=70)
    view.go_to(0)
    undo(program)
    assert 70 in view._layout.visible() and view.caret.place == Place(70, 1, 0)
    assert view.highlighter.sentence == Place(70, 1, 0)
    assert window.statusBar().currentMessage() == "Undone: edit of “Hunden sover i huset for 70. gang i dag.”"
    view.go_to(0)
    redo(program)
    assert 70 in view._layout.visible()
    assert window.statusBar().currentMessage().startswith("Redone: edit of")


def test_what_was_discarded_with_escape_comes_back_and_goes_again(opened: Tospalt, qtbot: QtBot) -> None:
    bar = begin(opened)
    bar.field.setPlainText("Half")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    undo(opened)
    assert bar.isVisible() and bar.field.toPlainText() == "Half"
    QTest.keyClick(bar.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # of the field, not of the document
    assert bar.isVisible() and bar.field.toPlainText() == said(opened, 0, 0)
    bar.field.redo()
    redo_of_document = opened.undo.next_redo
    assert redo_of_document is not None
    opened.undo.redo()
    assert not bar.isVisible()
    assert stored(opened, qtbot) == "Half"  # what is typed is saved before anything is undone or redone


def test_the_history_goes_on_in_a_window_in_another_language(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    settled(opened, qtbot)
    old = opened.window
    assert old.actions_["undo"].text() == f"&Undo edit of “{SENTENCE}”"
    with qtbot.waitSignal(old.destroyed, timeout=PATIENCE):
        opened.preferences.change(interface_language="nb")
    assert opened.window.actions_["undo"].text() == f"&Angre redigering av «{SENTENCE}»"
    undo(opened)
    assert stored(opened, qtbot) is None


def forget_document(program: Tospalt, *, edits: bool) -> None:
    assert program.document.text is not None and program.document.entry is not None
    plan = program.forgetter.planner(program.document.text)(lambda: False)
    program.window.forgetting._forget_documents([program.document.entry], "Hund", plan, edits=edits)


def test_forgetting_a_document_empties_its_history_and_nothing_is_undone_meanwhile(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    save(opened, qtbot)
    settled(opened, qtbot)
    free = threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    forget_document(opened, edits=True)
    opened.undo.show(path)
    assert opened.undo.next_undo is None and not opened.window.actions_["undo"].isEnabled()
    undo(opened)
    free.set()
    waits_for(opened, qtbot, "was forgotten.")
    assert not opened.undo._done and not opened.undo._undone and opened.memory.counts()[1] == 0
    open_and_translate(qtbot, opened, path)
    assert opened.undo.next_undo is None


def test_a_document_that_could_not_be_forgotten_keeps_its_history(
    opened: Tospalt, folders: Folders, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(opened, qtbot)
    settled(opened, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(opened.memory, "forget", lambda *_: None)
        forget_document(opened, edits=True)
        waits_for(opened, qtbot, "Nothing was forgotten")
    open_and_translate(qtbot, opened, path)
    assert said(opened, 0, 0) == EDIT
    undo(opened)
    assert stored(opened, qtbot) is None


def test_a_document_that_only_the_memory_has_forgotten_has_no_history_either(
    opened: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(opened, qtbot)
    begin(opened).revert_button.click()
    settled(opened, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(opened.shelf.library, "save", _full)
        forget_document(opened, edits=True)
        waits_for(opened, qtbot, "the disk is full")
    assert not opened.undo._done


def _full() -> None:
    raise OutputError("the disk is full")


def test_a_deletion_in_a_document_that_the_library_does_not_have_is_forgotten_with_the_sentence(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annet.txt"
    other.write_text(f"Noe helt annet.\n\n{SENTENCE}\n", "utf-8")
    open_and_translate(qtbot, opened, other)
    save(opened, qtbot, EDIT, 1, 0)
    settled(opened, qtbot)
    begin(opened, 1, 0).revert_button.click()
    settled(opened, qtbot)
    open_and_translate(qtbot, opened, path)
    opened.shelf.take([other])
    forget_document(opened, edits=True)
    waits_for(opened, qtbot, "was forgotten.")
    open_and_translate(qtbot, opened, other)
    undo(opened)
    assert stored(opened, qtbot) is None


@pytest.mark.parametrize("everything", [False, True])
def test_what_another_program_forgets_leaves_the_history_of_this_one(
    everything: bool, opened: Tospalt, qtbot: QtBot, path: Path, start: Callable[[], Tospalt], tmp_path: Path
) -> None:
    other = tmp_path / "annet.txt"
    other.write_text("Noe helt annet.", "utf-8")
    save(opened, qtbot)
    open_and_translate(qtbot, opened, other)
    save(opened, qtbot, "Mine.")
    steps = opened.window._services.library_steps
    steps.remove([opened.shelf.entry_of(path)], other)
    settled(opened, qtbot)
    opened.shelf.save()
    opened.pools.edits.flush()
    second = start()
    open_and_translate(qtbot, second, path)
    if everything:
        second.window.forgetting.forget_everything()
    else:
        forget_document(second, edits=True)
    waits_for(second, qtbot, "forgotten")
    qtbot.waitUntil(lambda: path not in opened.undo.documents, timeout=PATIENCE)
    assert [step.words() for step in opened.undo._done] == ([] if everything else ["edit of “Noe helt annet.”"])
    undo(opened)
    settled(opened, qtbot)
    assert opened.memory.counts()[1] == 0 and opened.shelf.library.find(path) is None


@pytest.mark.parametrize("written_first", [True, False])
def test_an_edit_undone_while_the_text_is_prepared_again_is_not_shown_in_it(
    written_first: bool, opened: Tospalt, qtbot: QtBot
) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    both_say(opened, qtbot, EDIT)
    settled(opened, qtbot)
    opened.window.actions_["swap"].trigger()
    qtbot.waitUntil(lambda: opened.document.is_prepared and opened.document.languages == ("en", "nb"), timeout=PATIENCE)
    free = threading.Event()
    if written_first:
        with nothing_read(opened):
            undo(opened)
            undo(opened)
            settled(opened, qtbot)
    else:
        undo(opened)
        opened.pools.edits.start(Job(lambda _: free.wait()))
        undo(opened)
    qtbot.waitUntil(lambda: opened.document.is_prepared and opened.document.languages == ("nb", "en"), timeout=PATIENCE)
    free.set()
    both_say(opened, qtbot, machine)
    assert stored(opened, qtbot) is None


def test_an_edit_made_while_the_text_is_prepared_again_is_shown_in_it(opened: Tospalt, qtbot: QtBot) -> None:
    free = threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    opened.document.retranslate()
    save(opened, qtbot)
    qtbot.waitUntil(lambda: opened.document.is_prepared, timeout=PATIENCE)
    free.set()
    both_say(opened, qtbot, EDIT)


def test_in_a_document_that_has_changed_an_edit_is_undone_where_its_sentence_is_now(
    opened: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_watch, "_QUIET_MS", 20)
    machine = said(opened, 1, 1)
    save(opened, qtbot, EDIT, 1, 1)
    both_say(opened, qtbot, EDIT)
    shown: list[Spot] = []
    opened.window._services.edit_steps.shown.connect(shown.append)
    for text, row in ((TEXT.split("\n", 1)[0], 0), (f"Katten er ute.\n\nDet regner.\n\n{TEXT}", 2)):
        with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
            path.write_text(text, "utf-8")
        settled(opened, qtbot)
        undo(opened)
        assert shown[-1].row == row and said(opened, row, 0) == machine
        redo(opened)
        assert said(opened, row, 0) == EDIT
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        path.write_text("Katten er ute.", "utf-8")
    undo(opened)
    assert stored(opened, qtbot) is None


def test_what_a_change_has_replaced_keeps_no_text_alive(opened: Tospalt, qtbot: QtBot) -> None:
    spot, free = Spot(text_of(opened), 0, SENTENCE), threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    opened.edits.save(spot, user_edit(SENTENCE, OTHER), said(opened, 0, 0))
    record = opened.edits.save(spot, user_edit(SENTENCE, EDIT), OTHER).record
    free.set()
    settled(opened, qtbot)
    assert record.unwritten is not None
    assert not any(isinstance(each, ParallelText) for each in _held_by(record))


def _held_by(record: Record) -> list[object]:
    held: dict[int, object] = {}
    following: list[object] = [record]
    while following:
        each = following.pop()
        if id(each) not in held and not isinstance(each, type):
            held[id(each)] = each
            following += gc.get_referents(each)
    return list(held.values())
