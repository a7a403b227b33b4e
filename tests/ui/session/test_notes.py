"""Notes and bookmarks in the window: written, shown in a column, listed, undone, kept and forgotten."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.annotations import BOOKMARK, NOTE, Annotation, Annotations, with_text
from reader.memory.document_values import ValuesKept
from reader.parallel import Column
from tests.ui.documents import NORWEGIAN, open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.session import file_watch
from ui.toolkit.jobs import Job
from ui.window.note_dialog import NoteDialog

WORDS = "Spør kilden om dette."


UNSAVED = "Notes, bookmarks or choices for documents could not be saved to disk."


@pytest.fixture(autouse=True)
def files_are_quiet_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_QUIET_MS", 20)
    monkeypatch.setattr(file_watch, "_BUSY_MS", 20)
    monkeypatch.setattr(file_watch, "_PATIENCE_MS", 200)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "naust.txt"
    path.write_bytes(NORWEGIAN.read_bytes())
    return path


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot, path: Path) -> Tospalt:
    open_and_translate(qtbot, program, path)
    return program


@contextmanager
def busy(program: Tospalt) -> Iterator[None]:
    """The memory answers nothing for as long as this goes on."""
    free = Event()
    program.pools.edits.start(Job(lambda _: free.wait()))
    try:
        yield
    finally:
        free.set()


def settle(program: Tospalt, qtbot: QtBot) -> None:
    """Wait until all is kept that was asked for, and shown."""
    qtbot.waitUntil(lambda: not program.pools.edits._running, timeout=PATIENCE)
    program.document.take_arrived()


def change(program: Tospalt, qtbot: QtBot, path: Path, text: str) -> None:
    """Another program changes the file, which is read again."""
    other = path.with_name(".new")
    other.write_text(text, "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        os.replace(other, path)
    settle(program, qtbot)


def bookmark(program: Tospalt, row: int) -> None:
    """Ask for a bookmark at a paragraph, or for none."""
    program.window.reading_view.move_caret(Place(row, Column.ORIGINAL, 0))
    program.window.actions_["bookmark"].trigger()


def keep_elsewhere(program: Tospalt, path: Path, note: Annotation) -> None:
    """Have others keep a note, as another window does."""
    program.kept_values.do(lambda values: Annotations(values).keep(path, NOTE, note))


def without_last(program: Tospalt) -> str:
    """The text of the open document without its last paragraph."""
    return "\n\n".join(row.source.text for row in text_of(program).rows[:-1])


def dialog_of(program: Tospalt) -> NoteDialog:
    return program.window.findChildren(NoteDialog)[-1]


def write(program: Tospalt, qtbot: QtBot, place: Place, words: str) -> None:
    """Write a note with the command, and wait until it is kept."""
    program.window.reading_view.move_caret(place)
    program.window.actions_["note"].trigger()
    dialog = dialog_of(program)
    dialog.field.setPlainText(words)
    with qtbot.waitSignal(program.notes.changed, timeout=PATIENCE):
        dialog.save_button.click()
    program.document.take_arrived()


def with_sentences(program: Tospalt) -> int:
    return next(n for n, row in enumerate(text_of(program).rows) if len(row.sentences) > 1)


def noted(program: Tospalt, row: int) -> str:
    version = text_of(program).rows[row].version(Column.NOTES)
    return version.text if version is not None else ""


def test_a_note_on_a_sentence_stands_in_the_column_linked_to_it(opened: Tospalt, qtbot: QtBot) -> None:
    row = with_sentences(opened)
    write(opened, qtbot, Place(row, Column.ORIGINAL, 1), WORDS)
    assert Column.NOTES in opened.columns.shown and noted(opened, row) == WORDS
    version = text_of(opened).rows[row].version(Column.NOTES)
    assert version is not None and version.pairs[0].source == text_of(opened).rows[row].sentences[1].source
    write(opened, qtbot, Place(row, Column.NOTES, 1), f"{WORDS} Haster.")
    assert noted(opened, row) == f"{WORDS} Haster." and len(opened.notes.placed) == 1
    write(opened, qtbot, Place(row, Column.ORIGINAL, 1), " ")
    assert noted(opened, row) == "" and not opened.notes.placed


def test_writing_and_removing_are_undone_and_done_again(opened: Tospalt, qtbot: QtBot) -> None:
    row, actions = with_sentences(opened), opened.window.actions_
    write(opened, qtbot, Place(row, Column.TRANSLATION, 0), WORDS)
    for command, words in (("undo", ""), ("redo", WORDS), ("undo", "")):
        with qtbot.waitSignal(opened.notes.changed, timeout=PATIENCE):
            actions[command].trigger()
        opened.document.take_arrived()
        assert noted(opened, row) == words


def test_notes_and_bookmarks_are_there_again_in_another_window(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path
) -> None:
    row = with_sentences(opened)
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    with qtbot.waitSignal(opened.notes.changed, timeout=PATIENCE):
        opened.window.actions_["bookmark"].trigger()
    opened.pools.edits.flush(PATIENCE)
    again = start()
    open_and_translate(qtbot, again, path)
    qtbot.waitUntil(lambda: noted(again, row) == WORDS, timeout=PATIENCE)
    assert sorted(each.kind for each in again.notes.placed) == sorted([BOOKMARK, NOTE])


def test_the_list_has_both_is_searched_and_goes_to_a_place(opened: Tospalt, qtbot: QtBot) -> None:
    row = with_sentences(opened)
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    last = len(text_of(opened).rows) - 1
    opened.window.reading_view.move_caret(Place(last, Column.ORIGINAL, 0))
    with qtbot.waitSignal(opened.notes.changed, timeout=PATIENCE):
        opened.window.actions_["bookmark"].trigger()
    opened.window.actions_["notes"].trigger()
    dialog = opened.window.notes._list
    assert dialog is not None and dialog.list.count() == 2
    assert WORDS in dialog.list.item(0).text() and "Bookmark" in dialog.list.item(1).text()
    dialog.field.setText("KILDEN")
    assert dialog.list.count() == 1
    dialog.field.setText("finnes ikke")
    assert dialog.list.count() == 0 and not dialog._empty.isHidden()
    dialog.field.clear()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert opened.window.reading_view.caret.place is not None
    assert opened.window.reading_view.caret.place.row == row and not dialog.isVisible()


def test_a_bookmark_is_set_and_removed_by_the_same_key(opened: Tospalt, qtbot: QtBot) -> None:
    opened.window.reading_view.move_caret(Place(0, Column.ORIGINAL, 0))
    for count in (1, 0):
        with qtbot.waitSignal(opened.notes.changed, timeout=PATIENCE):
            opened.window.actions_["bookmark"].trigger()
        assert len(opened.notes.placed) == count


def test_a_note_that_is_left_as_it_was_is_no_step(opened: Tospalt, qtbot: QtBot) -> None:
    opened.window.reading_view.move_caret(Place(0, Column.ORIGINAL, 0))
    opened.window.actions_["note"].trigger()
    with qtbot.assertNotEmitted(opened.undo.pushed):
        dialog_of(opened).save_button.click()
    assert Column.NOTES not in opened.columns.shown


def test_undoing_and_doing_again_before_the_memory_answers_loses_nothing(opened: Tospalt, qtbot: QtBot) -> None:
    row, actions = with_sentences(opened), opened.window.actions_
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    with busy(opened):
        for command in ("undo", "redo", "undo", "redo"):
            actions[command].trigger()
    settle(opened, qtbot)
    assert noted(opened, row) == WORDS
    for command, words in (("undo", ""), ("redo", WORDS)):
        actions[command].trigger()
        settle(opened, qtbot)
        assert noted(opened, row) == words


def test_what_could_not_be_undone_is_not_undone_by_doing_it_again(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    row, actions = with_sentences(opened), opened.window.actions_
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    note = opened.notes.placed[0].annotation
    for command, words in (("undo", "Andres ord."), ("redo", WORDS)):
        others = with_text(note, words) if words != WORDS else note
        keep_elsewhere(opened, path, others)
        actions[command].trigger()
        settle(opened, qtbot)
        assert noted(opened, row) == words
    actions["undo"].trigger()
    settle(opened, qtbot)
    assert noted(opened, row) == ""


def test_a_note_is_undone_where_its_file_is_now(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    row, steps = with_sentences(opened), opened.window._services.library_steps
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    place = path.rename(path.with_name("annet.txt"))
    with qtbot.waitSignal(steps.followed, timeout=PATIENCE):
        steps.follow_moved({path: place}, lambda: None)
    for command, words in (("undo", ""), ("redo", WORDS)):
        opened.window.actions_[command].trigger()
        settle(opened, qtbot)
        assert noted(opened, row) == words
    assert opened.memory.documents_with_values() == [place]


def test_a_note_is_written_where_it_was_begun_though_the_file_changes_and_moves(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    row, steps = with_sentences(opened), opened.window._services.library_steps
    opened.window.reading_view.move_caret(Place(row, Column.ORIGINAL, 1))
    opened.window.actions_["note"].trigger()
    dialog = dialog_of(opened)
    dialog.field.setPlainText(WORDS)
    sentence = text_of(opened).rows[row].sentences[1].source
    change(opened, qtbot, path, f"Et nytt avsnitt.\n\nOg ett til.\n\n{path.read_text('utf-8')}")
    place = path.rename(path.with_name("annet.txt"))
    with qtbot.waitSignal(steps.followed, timeout=PATIENCE):
        steps.follow_moved({path: place}, lambda: None)
    dialog.save_button.click()
    settle(opened, qtbot)
    [placed] = opened.notes.placed
    assert (placed.spot.row, placed.spot.span) == (row + 2, sentence) and noted(opened, row + 2) == WORDS


def test_a_note_is_written_though_its_paragraph_is_gone_by_then(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    last = len(text_of(opened).rows) - 1
    opened.window.reading_view.move_caret(Place(last, Column.ORIGINAL, 0))
    opened.window.actions_["note"].trigger()
    dialog = dialog_of(opened)
    dialog.field.setPlainText(WORDS)
    change(opened, qtbot, path, without_last(opened))
    dialog.save_button.click()
    settle(opened, qtbot)
    assert [(each.annotation.text, each.spot.gone) for each in opened.notes.placed] == [(WORDS, True)]


def test_a_failure_to_keep_a_note_is_told(opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(opened.memory, "keep_values", fail)
    with qtbot.waitSignal(opened.window.notes.told, timeout=PATIENCE) as told:
        bookmark(opened, 0)
    assert told.args == ["Something went wrong, and the note or bookmark was not saved."]


def test_a_bookmark_asked_for_twice_at_once_is_not_there(opened: Tospalt, qtbot: QtBot) -> None:
    told: list[str] = []
    opened.window.notes.told.connect(told.append)
    with busy(opened):
        bookmark(opened, 0)
        bookmark(opened, 0)
    settle(opened, qtbot)
    assert not opened.notes.placed and told == ["Bookmark set.", "Bookmark removed."]


def test_a_bookmark_is_set_where_one_stands_whose_paragraph_is_gone(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    bookmark(opened, len(text_of(opened).rows) - 1)
    settle(opened, qtbot)
    change(opened, qtbot, path, without_last(opened))
    [gone] = opened.notes.placed
    bookmark(opened, gone.spot.row)
    settle(opened, qtbot)
    assert gone.spot.gone and sorted(each.spot.gone for each in opened.notes.placed) == [False, True]


@pytest.mark.parametrize("by_key", [True, False])
def test_a_note_whose_paragraph_is_gone_is_removed_in_the_list(
    opened: Tospalt, qtbot: QtBot, path: Path, by_key: bool
) -> None:
    write(opened, qtbot, Place(len(text_of(opened).rows) - 1, Column.ORIGINAL, 0), WORDS)
    change(opened, qtbot, path, without_last(opened))
    opened.window.actions_["notes"].trigger()
    dialog = opened.window.notes._list
    assert dialog is not None and "Its paragraph is gone" in dialog.list.item(0).text()
    if by_key:
        dialog.list.setFocus()
        qtbot.waitUntil(dialog.list.hasFocus, timeout=PATIENCE)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    else:
        dialog.remove_button.click()
    settle(opened, qtbot)
    assert dialog.list.count() == 0 and not dialog.remove_button.isEnabled()
    opened.window.actions_["undo"].trigger()
    settle(opened, qtbot)
    assert dialog.list.count() == 1


def test_a_note_is_undone_though_its_place_has_changed_since(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    row, actions = with_sentences(opened), opened.window.actions_
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), "Haster.")
    change(opened, qtbot, path, f"Et nytt avsnitt.\n\n{path.read_text('utf-8')}")
    for command, words in (("undo", WORDS), ("undo", ""), ("redo", WORDS), ("redo", "Haster.")):
        actions[command].trigger()
        settle(opened, qtbot)
        assert noted(opened, row + 1) == words


def test_a_bookmark_is_found_after_one_change_upon_another(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    versions = (
        "Først.\n\nKatten sover i hagen hele dagen lang.\n\nSist.",
        "Ett.\n\nKatten sover i hagen hele lange natten.\n\nTo.",
        "Tre.\n\nKatten leker i stua hele lange natten.\n\nFire.",
    )
    path.write_text(versions[0], "utf-8")
    open_and_translate(qtbot, program, path)
    bookmark(program, 1)
    settle(program, qtbot)
    for version in versions[1:]:
        change(program, qtbot, path, version)
    assert [(each.spot.row, each.spot.gone) for each in program.notes.placed] == [(1, False)]


def test_the_window_warns_of_notes_that_cannot_be_saved_until_they_are(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened.memory, "keep_values", lambda *_, **__: ValuesKept())
        bookmark(opened, 0)
        settle(opened, qtbot)
        assert window.notices.message.startswith(UNSAVED) and "keeps trying" in window.notices.message
        assert not window.close()
        assert window.notices.message.startswith(UNSAVED) and "quit again" in window.notices.message
    opened.kept_values.save_again()
    settle(opened, qtbot)
    assert window.notices.message == "" and window.close()


def test_an_undo_that_others_have_made_impossible_is_told(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    write(opened, qtbot, Place(0, Column.ORIGINAL, 0), WORDS)
    keep_elsewhere(opened, path, with_text(opened.notes.placed[0].annotation, "Andres ord."))
    with qtbot.waitSignal(opened.window.notes.told, timeout=PATIENCE) as told:
        opened.window.actions_["undo"].trigger()
    assert "elsewhere" in told.args[0]
