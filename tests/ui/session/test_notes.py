"""Notes and bookmarks in the window: written, shown in a column, listed, undone, kept and forgotten."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.annotations import BOOKMARK, NOTE
from reader.parallel import Column
from tests.ui.documents import NORWEGIAN, open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.window.note_dialog import NoteDialog

WORDS = "Spør kilden om dette."


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot) -> Tospalt:
    open_and_translate(qtbot, program, NORWEGIAN)
    return program


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
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    row = with_sentences(opened)
    write(opened, qtbot, Place(row, Column.ORIGINAL, 0), WORDS)
    with qtbot.waitSignal(opened.notes.changed, timeout=PATIENCE):
        opened.window.actions_["bookmark"].trigger()
    opened.pools.edits.flush(PATIENCE)
    again = start()
    open_and_translate(qtbot, again, NORWEGIAN)
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
    dialog.list.itemActivated.emit(dialog.list.item(0))
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
