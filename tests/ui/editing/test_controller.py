"""Edits in the window: begun, saved, linked, shown and undone."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.samples import crossed
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import EDIT, SENTENCE, begin, nothing_read, pair, row, said, save
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.edit_bar import EditBar
from ui.reading.places import Place
from ui.toolkit.bar import Bar
from ui.toolkit.jobs import Job


def test_the_bar_shows_the_sentence_and_its_translation(opened: Tospalt) -> None:
    bar = begin(opened)
    assert bar.isVisible()
    assert bar._source.text == SENTENCE
    assert bar.field.toPlainText() == said(opened, 0, 0)
    assert bar.field.hasFocus()
    assert not bar.revert_button.isVisible()


def test_an_edit_shows_at_once_and_then_wherever_the_sentence_stands(opened: Tospalt, qtbot: QtBot) -> None:
    others = said(opened, 0, 1), said(opened, 1, 0)
    save(opened, qtbot)
    assert said(opened, 0, 0) == EDIT
    assert not opened.window.editing.bar.isVisible()
    assert opened.window.reading_view.hasFocus()
    qtbot.waitUntil(lambda: said(opened, 1, 1) == EDIT, timeout=PATIENCE)
    assert pair(opened, 0, 0).edited and pair(opened, 1, 1).edited
    assert (said(opened, 0, 1), said(opened, 1, 0)) == others


def test_its_words_are_linked_and_highlighted_on_both_sides(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    qtbot.waitUntil(lambda: bool(pair(opened, 0, 0).links), timeout=PATIENCE)
    text, view = row(opened, 0), opened.window.reading_view
    for s0, s1, t0, t1, _ in pair(opened, 0, 0).links:
        assert text.source.text[s0:s1].strip() and text.target[t0:t1].strip()
    start = text.target.index("house")
    view.move_caret(Place(0, 1, 0), (start, start + 5))
    assert view.highlighter.sentence == Place(0, 1, 0)
    assert view.highlighter.word is not None
    assert view.highlighter.word.spans(1)[0] == (start, start + 5)


def test_it_is_there_when_the_document_is_opened_again_by_another_run(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path
) -> None:
    save(opened, qtbot)
    opened.close()
    again = start()
    open_and_translate(qtbot, again, path)
    assert said(again, 0, 0) == said(again, 1, 1) == EDIT


def test_the_machine_translation_can_be_had_back(opened: Tospalt, qtbot: QtBot) -> None:
    before = said(opened, 0, 0)
    save(opened, qtbot)
    qtbot.waitUntil(lambda: said(opened, 1, 1) == EDIT, timeout=PATIENCE)
    bar = begin(opened, 1, 1)
    assert bar.revert_button.isVisible()
    bar.revert_button.click()
    qtbot.waitUntil(lambda: said(opened, 0, 0) == said(opened, 1, 1) == before, timeout=PATIENCE)
    assert not pair(opened, 0, 0).edited
    assert opened.memory.edits("nb", "en", [SENTENCE]) == {}


def test_the_machine_is_asked_if_it_never_translated_the_sentence(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    from reader.parallel import user_edit

    program.memory.keep_edits("nb", "en", {SENTENCE: user_edit(SENTENCE, EDIT)})
    open_and_translate(qtbot, program, path)
    assert said(program, 0, 0) == EDIT
    begin(program).revert_button.click()
    qtbot.waitUntil(lambda: not pair(program, 0, 0).edited and not pair(program, 1, 1).edited, timeout=PATIENCE)
    assert said(program, 0, 0) == said(program, 1, 1) != EDIT


def test_escape_leaves_everything_as_it_was(opened: Tospalt, qtbot: QtBot) -> None:
    before = row(opened, 0)
    bar = begin(opened)
    bar.field.setPlainText("nonsense")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert row(opened, 0) == before


def press_undo(program: Tospalt) -> None:
    next(b for b in program.window.notices.findChildren(QPushButton) if b.text() == "Undo").click()


def test_what_was_typed_before_escape_can_be_had_back(opened: Tospalt, qtbot: QtBot) -> None:
    bar = begin(opened)
    bar.field.setPlainText("Half a sentence")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert opened.window.notices.message == f"Your edit of “{SENTENCE}” was not saved."
    press_undo(opened)
    assert bar.isVisible() and bar.field.toPlainText() == "Half a sentence"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    opened.window.actions_["swap"].trigger()
    assert opened.window.notices.message != f"Your edit of “{SENTENCE}” was not saved."


@pytest.mark.parametrize("how", ["saved", "left", "escaped"])
def test_nothing_is_done_where_only_spaces_around_the_translation_differ(
    how: str, opened: Tospalt, qtbot: QtBot
) -> None:
    before = row(opened, 0)
    bar = begin(opened)
    bar.field.setPlainText(f" {said(opened, 0, 0)}\n")
    if how == "saved":
        bar.save_button.click()
    elif how == "left":
        begin(opened, 0, 1)
    else:
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert row(opened, 0) == before and not opened.edits.unsaved
    assert opened.undo.next_undo is None


def test_an_emptied_translation_is_saved_so_if_the_user_says_so(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot, "")
    assert pair(opened, 0, 0).edited and said(opened, 0, 0) == ""


def test_escape_says_nothing_where_nothing_was_typed(opened: Tospalt, qtbot: QtBot) -> None:
    before = opened.window.notices.message
    qtbot.keyClick(begin(opened).field, Qt.Key.Key_Escape)
    assert opened.window.notices.message == before


def test_an_edit_that_was_taken_back_can_be_had_again(opened: Tospalt, qtbot: QtBot) -> None:
    machine = said(opened, 0, 0)
    save(opened, qtbot)
    qtbot.waitUntil(lambda: said(opened, 1, 1) == EDIT, timeout=PATIENCE)
    bar = begin(opened)
    bar.field.setPlainText("Half a sentence")
    bar.revert_button.click()
    qtbot.waitUntil(lambda: said(opened, 0, 0) == said(opened, 1, 1) == machine, timeout=PATIENCE)
    assert (
        opened.window.notices.message
        == f"Your edit of “{SENTENCE}” was deleted. The machine translation is shown again."
    )
    press_undo(opened)
    assert said(opened, 0, 0) == EDIT and bar.field.toPlainText() == "Half a sentence"
    qtbot.waitUntil(lambda: said(opened, 1, 1) == EDIT and not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == EDIT


def test_what_was_done_to_each_of_two_sentences_can_be_undone(opened: Tospalt, qtbot: QtBot) -> None:
    for sentence in (0, 1):
        save(opened, qtbot, EDIT, 0, sentence)
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    for sentence in (0, 1):
        begin(opened, 0, sentence).revert_button.click()
    press_undo(opened)
    opened.undo.undo()
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert len(opened.memory.edits("nb", "en", [SENTENCE, "Katten er ute."])) == 2
    for sentence in (0, 1):
        begin(opened, 0, sentence).field.setPlainText(f"Half of {sentence}")
        qtbot.keyClick(opened.window.editing.bar.field, Qt.Key.Key_Escape)
    press_undo(opened)
    assert opened.window.editing.bar.field.toPlainText() == "Half of 1"
    qtbot.keyClick(opened.window.editing.bar.field, Qt.Key.Key_Escape)
    opened.undo.undo()
    assert opened.window.editing.bar.field.toPlainText() == "Half of 1"


def test_what_is_saved_because_another_document_is_opened_is_told_and_can_be_undone(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "annet.txt"
    other.write_text("Katten er ute. Det regner i byen, og hunden sover i huset.\n", "utf-8")
    begin(opened).field.setPlainText("Half a sentence")
    open_and_translate(qtbot, opened, other)
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == "Half a sentence"
    assert opened.window.notices.message == f"Your edit of “{SENTENCE}” was saved."
    press_undo(opened)
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE]) == {}


def test_what_was_typed_is_kept_when_the_document_is_left_or_the_window_closed(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path
) -> None:
    begin(opened).field.setPlainText(EDIT)
    opened.window.actions_["swap"].trigger()
    qtbot.waitUntil(
        lambda: opened.document.text is not None and opened.document.text.source_language == "en", timeout=PATIENCE
    )
    opened.window.actions_["from_nb"].trigger()
    qtbot.waitUntil(
        lambda: opened.document.text is not None and opened.document.text.source_language == "nb", timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: not opened.translation.translating, timeout=PATIENCE)
    qtbot.waitUntil(lambda: said(opened, 0, 0) == EDIT, timeout=PATIENCE)  # saved by now
    begin(opened).field.setPlainText("Another one.")
    opened.window.close()
    opened.close()
    again = start()
    open_and_translate(qtbot, again, path)
    assert said(again, 0, 0) == "Another one."


def test_the_last_of_two_quick_edits_holds(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path
) -> None:
    save(opened, qtbot, "First.")
    save(opened, qtbot, "Second one.")
    qtbot.waitUntil(lambda: said(opened, 1, 1) == "Second one.", timeout=PATIENCE)
    opened.close()
    again = start()
    open_and_translate(qtbot, again, path)
    assert said(again, 0, 0) == said(again, 1, 1) == "Second one."


def test_what_is_not_translated_cannot_be_edited_and_says_so(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tall.txt"
    path.write_text("12345\n\nHei på deg.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    assert not begin(program).isVisible()
    assert program.window.notices.message == "Only translated sentences can be edited."


def test_a_window_closes_at_once_when_what_was_typed_is_kept(opened: Tospalt, qtbot: QtBot) -> None:
    begin(opened).field.setPlainText(EDIT)
    assert opened.window.close()
    assert opened.edits.unsaved == {}


def test_edits_of_one_sentence_in_both_directions_are_both_kept(opened: Tospalt, qtbot: QtBot) -> None:
    free = threading.Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))  # the memory is busy meanwhile
    save(opened, qtbot)
    opened.window.actions_["swap"].trigger()
    qtbot.waitUntil(
        lambda: opened.document.text is not None and opened.document.text.source_language == "en", timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: not opened.translation.translating, timeout=PATIENCE)
    save(opened, qtbot, "Noe annet.")
    free.set()
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    memory = opened.memory
    kept = [memory.edits(*pair, [SENTENCE])[SENTENCE].text for pair in (("nb", "en"), ("en", "nb"))]
    assert kept == [EDIT, "Noe annet."]


# Another text replaces the one that is edited


def kept(program: Tospalt, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not program.edits.unsaved, timeout=PATIENCE)
    edits = program.memory.edits("nb", "en", [SENTENCE])
    return edits[SENTENCE].text if edits else ""


def translated_anew(program: Tospalt, qtbot: QtBot, typed: str) -> EditBar:
    """Begin to edit while the text is translated again; returns the edit bar once that is done."""
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE), nothing_read(program):
        program.document.retranslate()
        bar = begin(program)
        bar.field.setPlainText(typed)
    return bar


def test_a_bar_that_was_opened_while_the_text_was_translated_anew_saves_what_was_typed(
    opened: Tospalt, qtbot: QtBot
) -> None:
    bar = translated_anew(opened, qtbot, EDIT)
    assert bar.isVisible() and bar.field.hasFocus() and bar.field.toPlainText() == EDIT
    bar.save_button.click()
    assert kept(opened, qtbot) == EDIT
    qtbot.waitUntil(lambda: len(row(opened, 1).sentences) == 2 and said(opened, 1, 1) == EDIT, timeout=PATIENCE)
    assert said(opened, 0, 0) == EDIT


def test_so_does_the_window_when_it_is_closed(opened: Tospalt, qtbot: QtBot) -> None:
    translated_anew(opened, qtbot, EDIT)
    assert opened.window.close()
    assert kept(opened, qtbot) == EDIT


def test_an_edit_that_was_deleted_meanwhile_can_be_had_again(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    assert kept(opened, qtbot) == EDIT
    translated_anew(opened, qtbot, EDIT).revert_button.click()
    assert kept(opened, qtbot) == ""
    press_undo(opened)
    assert kept(opened, qtbot) == EDIT


def test_no_sentence_is_edited_of_a_text_that_was_left_for_another_direction(opened: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE), nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        assert not begin(opened).isVisible()
        assert opened.window.notices.message.startswith("The document is being prepared in another direction.")
    qtbot.waitUntil(lambda: bool(row(opened, 0).sentences), timeout=PATIENCE)
    assert begin(opened).isVisible()


def test_what_is_half_typed_stays_open_and_replaces_no_edit_while_the_text_is_translated_anew(
    opened: Tospalt, qtbot: QtBot
) -> None:
    save(opened, qtbot)
    assert kept(opened, qtbot) == EDIT
    bar = begin(opened)
    bar.field.setPlainText("The d")
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.document.retranslate()
    assert bar.isVisible() and bar.field.toPlainText() == "The d"
    assert kept(opened, qtbot) == EDIT


def in_norwegian(program: Tospalt, qtbot: QtBot) -> EditBar:
    """Replace the window by one in another language; returns its edit bar."""
    old = program.window
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    return program.window.editing.bar


def test_what_is_half_typed_is_typed_on_in_a_window_in_another_language(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    assert kept(opened, qtbot) == EDIT
    begin(opened).put("The d")
    qtbot.keyClick(opened.window.editing.bar.field, Qt.Key.Key_Home)
    bar = in_norwegian(opened, qtbot)
    assert kept(opened, qtbot) == EDIT
    assert bar.isVisible() and bar.revert_button.isVisible() and bar.field.hasFocus()
    assert (bar._source.text, bar.field.toPlainText()) == (SENTENCE, "The d")
    qtbot.keyClicks(bar.field, "Yes: ")
    bar.save_button.click()
    assert kept(opened, qtbot) == "Yes: The d"


def test_a_bar_in_which_nothing_was_typed_stays_open_too(opened: Tospalt, qtbot: QtBot) -> None:
    begin(opened)
    bar = in_norwegian(opened, qtbot)
    assert bar.isVisible() and not bar.changed


def is_set_aside(program: Tospalt, qtbot: QtBot, path: Path, typed: str) -> None:
    """What was typed is nowhere but in a draft, and editing it can be continued."""
    notices = program.window.notices
    offer = f"What you typed for a sentence in “{program.shelf.called_at(path)}” (“{SENTENCE}”) was kept."
    qtbot.waitUntil(lambda: any(notice.message == offer for notice in notices._waiting), timeout=PATIENCE)
    assert program.memory.edits("nb", "en", [SENTENCE]) == {} and not program.edits.unsaved
    while notices.message != offer:
        next(b for b in notices.findChildren(QPushButton) if b.text() == "Close").click()
    next(b for b in notices.findChildren(QPushButton) if b.text() == "Continue editing").click()
    bar = program.window.editing.bar
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert bar.field.toPlainText() == typed
    assert program.document.entry is not None and program.document.entry.path == path


@pytest.mark.parametrize(("typed", "how"), crossed(["Half of it", "", "  "], ["removed", "left for another"]))
def test_what_is_typed_is_saved_when_the_document_is_left_but_an_emptied_field_is_a_draft(
    how: str, typed: str, opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annet.txt"
    other.write_text("Noe helt annet.", "utf-8")
    begin(opened).field.setPlainText(typed)
    if how == "removed":
        opened.window.library.view.setFocus()
        opened.window.actions_["remove"].trigger()
        assert opened.shelf.library.find(path) is None
    else:
        open_and_translate(qtbot, opened, other)
    if typed.strip():
        assert kept(opened, qtbot) == typed
    else:
        is_set_aside(opened, qtbot, path, typed)


def test_a_translation_that_was_emptied_is_not_saved_so_when_another_sentence_is_edited(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    before = said(opened, 0, 0)
    begin(opened).field.setPlainText(" ")
    bar = begin(opened, 0, 1)
    assert said(opened, 0, 0) == before
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    is_set_aside(opened, qtbot, path, " ")


def test_a_translation_that_was_emptied_is_saved_so_when_a_key_goes_on_to_the_next(
    opened: Tospalt, qtbot: QtBot
) -> None:
    begin(opened).field.setPlainText("")
    opened.window.actions_["next_listed"].trigger()
    qtbot.waitUntil(lambda: said(opened, 0, 0) == "", timeout=PATIENCE)
    assert not any(notice.message.endswith("was kept.") for notice in opened.window.notices._waiting)


def test_a_translation_that_was_emptied_is_not_saved_so_when_the_window_is_closed(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path
) -> None:
    before = said(opened, 0, 0)
    begin(opened).field.setPlainText("")
    assert opened.window.close()
    opened.close()
    again = start()
    again.begin([])
    qtbot.waitUntil(lambda: again.window.notices.message.startswith("You were editing"), timeout=PATIENCE)
    open_and_translate(qtbot, again, path)
    assert said(again, 0, 0) == before


def test_why_a_sentence_cannot_be_edited_is_said_until_one_is(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tall.txt"
    path.write_text("12345\n\nHei på deg.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    begin(program)
    assert program.window.notices.message == "Only translated sentences can be edited."
    assert begin(program, 1).isVisible()
    assert not any("can be edited" in notice.message for notice in program.window.notices._waiting)


def test_why_a_sentence_cannot_be_edited_is_said_until_it_is_translated(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, path: Path
) -> None:
    program.window.open_files([path])
    qtbot.waitUntil(engine.asked.is_set, timeout=PATIENCE)
    begin(program)
    assert program.window.notices.message == "Only translated sentences can be edited."
    engine.release()
    qtbot.waitUntil(lambda: program.window.notices.message == "", timeout=PATIENCE)
    assert begin(program).isVisible()


def test_that_the_direction_is_changing_is_said_until_it_has_changed(opened: Tospalt, qtbot: QtBot) -> None:
    with nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        begin(opened)
        assert "being prepared in another direction" in opened.window.notices.message
    qtbot.waitUntil(lambda: "being prepared" not in opened.window.notices.message, timeout=PATIENCE)
    assert opened.document.text is not None and opened.document.text.source_language == "en"


@pytest.mark.parametrize("size", [(640, 420), (1180, 780)])
def test_where_there_is_no_room_for_two_bars_one_gives_way_and_comes_back(
    size: tuple[int, int], opened: Tospalt, qtbot: QtBot
) -> None:
    window, typed = opened.window, "A translation that is still being typed. " * 3
    find, room = window.navigation.parts.find, size[1] > 700
    window.resize(*size)
    bar = begin(opened)
    bar.field.setPlainText(typed)
    window.notices.say("A message that takes its room.", lasting=True)

    def whole(each: Bar) -> bool:
        return each.isEnabled() and each.height() >= each.height_in(each.width(), None if room else 0) > 0

    qtbot.waitUntil(lambda: whole(bar), timeout=PATIENCE)
    window.actions_["find"].trigger()
    qtbot.waitUntil(lambda: whole(find) and whole(bar) == room, timeout=PATIENCE)
    assert find.field.hasFocus() and (room or bar.height() == 0)
    find.close_bar()
    qtbot.waitUntil(lambda: whole(bar), timeout=PATIENCE)
    assert bar.field.toPlainText() == typed


def test_the_sentence_stays_in_view_though_the_bar_takes_room(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("\n\n".join(f"Hunden sover i huset for {n}. gang i dag." for n in range(60)), "utf-8")
    program.window.resize(640, 480)
    program.window.show()
    open_and_translate(qtbot, program, path)
    view = program.window.reading_view
    last = view._layout.visible()[-2]
    begin(program, last)
    qtbot.waitUntil(lambda: program.window.editing.bar.height() > 50, timeout=PATIENCE)

    def in_view() -> bool:
        top = view.hits.point_of(last, 1, pair(program, last, 0).target[0]).y()
        return bool(0 < top < view.viewport().height())

    qtbot.waitUntil(in_view, timeout=PATIENCE)
