"""Undo and Redo in the Edit menu: choices for documents, the library, and text fields, which come first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.parallel import State, user_edit
from tests.ui.documents import DOCUMENTS, open_and_translate, text_of
from tests.ui.editing.sentence import EDIT, SENTENCE, begin, nothing_read, said, save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.session.undo import Step
from ui.window.bars import menu_with

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def undo(program: Tospalt) -> None:
    program.window.actions_["undo"].trigger()


def redo(program: Tospalt) -> None:
    program.window.actions_["redo"].trigger()


def named(program: Tospalt) -> list[tuple[str, bool]]:
    actions = program.window.actions_
    return [(actions[name].text(), actions[name].isEnabled()) for name in ("undo", "redo")]


def translated_from(program: Tospalt, qtbot: QtBot, code: str) -> None:
    qtbot.waitUntil(
        lambda: (
            program.document.text is not None
            and program.document.text.source_language == code
            and not program.document.changing_direction
        ),
        timeout=PATIENCE,
    )


def added(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)


def test_the_menu_names_what_comes_next_in_one_line(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "hund & katt\nog mus.txt"
    path.write_text("Dette er en kort tekst om hund & katt\n\nog mus på norsk.", "utf-8")
    assert named(program) == [("&Undo", False), ("&Redo", False)]
    open_and_translate(qtbot, program, path)
    added(program, qtbot, path)
    program.window.actions_["remove"].trigger()
    assert named(program) == [("&Undo removal of “Dette er en kort tekst om hund && katt”", True), ("&Redo", False)]
    undo(program)
    assert named(program) == [("&Undo", False), ("&Redo removal of “Dette er en kort tekst om hund && katt”", True)]


def test_what_was_undone_is_named_on_one_line_that_turns_nothing_around(program: Tospalt, qtbot: QtBot) -> None:
    program.undo.push(Step(lambda: "edit of “Hei\n\u202eder & du”", lambda: None, lambda: None))
    assert named(program)[0] == ("&Undo edit of “Hei der && du”", True)
    with qtbot.waitSignal(program.window.undoing.told, timeout=PATIENCE) as told:
        undo(program)
    assert told.args == ["Undone: edit of “Hei der & du”"]


def test_the_standard_keys_undo_and_redo(opened: Tospalt, qtbot: QtBot) -> None:
    view = opened.window.reading_view
    save(opened, qtbot)
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE)
    machine_key, keys = Qt.Key.Key_Z, ((Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL))
    for key, modifiers in keys:
        QTest.keyClick(view, machine_key, CONTROL)
        assert said(opened, 0, 0) != EDIT
        QTest.keyClick(view, key, modifiers)
        assert said(opened, 0, 0) == EDIT


def test_languages_are_undone_and_redone(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    added(opened, qtbot, path)
    opened.window.actions_["swap"].trigger()
    translated_from(opened, qtbot, "en")
    opened.window.actions_["from_nb"].trigger()
    translated_from(opened, qtbot, "nb")
    for act, code, source in ((undo, "en", "en"), (undo, "nb", ""), (redo, "en", "en"), (redo, "nb", "nb")):
        act(opened)
        translated_from(opened, qtbot, code)
        assert opened.shelf.entry_of(path).source == source
    assert opened.window.actions_["from_nb"].isChecked()


def test_a_direction_is_undone_while_its_text_is_still_being_prepared(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    with nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        undo(opened)
    translated_from(opened, qtbot, "nb")
    assert opened.document.entry is not None and opened.document.entry.source == ""


def test_how_a_file_is_read_is_undone_and_redone(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    added(opened, qtbot, path)
    for name in ("encoding_cp1252", "lines_kept"):
        with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
            opened.window.actions_[name].trigger()
    assert named(opened)[0][0] == "&Undo change of lines"
    for act, encoding, lines in (
        (undo, "cp1252", ""),
        (undo, "", ""),
        (redo, "cp1252", ""),
        (redo, "cp1252", "kept"),
    ):
        with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
            act(opened)
        entry = opened.shelf.entry_of(path)
        assert (entry.encoding, entry.lines) == (encoding, lines)


FOREIGN = "Die Katze schläft im Haus, und der Hund bellt laut im Garten hinter dem alten Haus."


def test_a_paragraph_translated_all_the_same_is_left_again_by_undo(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tysk.txt"
    path.write_text(f"Hunden sover i huset. Katten er ute i byen.\n\n{FOREIGN}\n\nDet regner i byen i dag.", "utf-8")
    open_and_translate(qtbot, program, path)
    added(program, qtbot, path)
    left = text_of(program).rows[1]
    assert left.language == "de"
    program.window.reading_view.move_caret(Place(1, 1, None))
    program.window.actions_["force"].trigger()
    qtbot.waitUntil(lambda: text_of(program).rows[1].state is State.DONE, timeout=PATIENCE)
    program.window.reading_view.go_to(0)
    undo(program)
    assert text_of(program).rows[1] == left and program.shelf.entry_of(path).forced == ()
    assert program.window.reading_view.caret.place is not None and program.window.reading_view.caret.place.row == 1
    redo(program)
    qtbot.waitUntil(lambda: text_of(program).rows[1].state is State.DONE, timeout=PATIENCE)
    assert len(program.shelf.entry_of(path).forced) == 1


def test_a_paragraph_that_was_translated_since_it_is_edited_is_not_chosen_by_undo(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tysk.txt"
    path.write_text(f"Hunden sover i huset. Katten er ute i byen.\n\n{FOREIGN}\n\nDet regner i byen i dag.", "utf-8")
    program.memory.keep_edits("nb", "en", {FOREIGN: user_edit(FOREIGN, "The cat sleeps.")})
    open_and_translate(qtbot, program, path)
    added(program, qtbot, path)
    begin(program, 1).revert_button.click()
    qtbot.waitUntil(lambda: not text_of(program).rows[1].sentences[0].edited, timeout=PATIENCE)
    program.window.actions_["force"].trigger()
    assert text_of(program).rows[1].language == "de"
    undo(program)
    assert text_of(program).rows[1].state is not State.SAME and program.shelf.entry_of(path).forced == ()
    redo(program)
    assert text_of(program).rows[1].language == "de" and program.shelf.entry_of(path).forced == ()


def test_a_title_is_undone_whatever_is_open(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    added(opened, qtbot, path)
    opened.window._services.library_steps.retitle(opened.shelf.entry_of(path), "Bikkja")
    open_and_translate(qtbot, opened, DOCUMENTS[0])
    undo(opened)
    assert opened.shelf.entry_of(path).title == ""
    redo(opened)
    assert opened.shelf.entry_of(path).title == "Bikkja"


def test_several_documents_come_back_in_one_step_with_the_reading_position(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    for name in "abc":
        (tmp_path / name).with_suffix(".txt").write_text(f"Dette er teksten {name} på norsk.", "utf-8")
        opened.shelf.library.add((tmp_path / name).with_suffix(".txt"))
    added(opened, qtbot, path)
    opened.shelf.keep_position(opened.shelf.entry_of(path), 1, 0.5)
    before = list(opened.shelf.library)
    steps = opened.window._services.library_steps
    steps.remove([entry for entry in before if entry.path.stem in ("a", "c", "hund")], path)
    assert opened.document.entry is None and named(opened)[0] == ("&Undo removal of 3 documents", True)
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        undo(opened)
    assert [replace(each, opened=0) for each in opened.shelf.library] == [replace(each, opened=0) for each in before]
    assert opened.document.entry is not None and opened.document.entry.path == path
    redo(opened)
    assert opened.document.entry is None and len(list(opened.shelf.library)) == len(before) - 3


def test_a_document_that_comes_back_takes_the_place_of_none_that_is_open(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    added(opened, qtbot, path)
    opened.window.actions_["remove"].trigger()
    open_and_translate(qtbot, opened, DOCUMENTS[0])
    undo(opened)
    assert opened.shelf.library.find(path) is not None
    assert opened.document.entry is not None and opened.document.entry.path == DOCUMENTS[0]


@pytest.mark.parametrize("command", ["edit", "find"])
def test_in_a_text_field_that_was_typed_in_undo_is_for_the_field_alone(
    command: str, opened: Tospalt, qtbot: QtBot
) -> None:
    save(opened, qtbot)
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.reading_view.move_caret(Place(1, 1, 0))
    window.actions_[command].trigger()
    field = window.editing.bar.field if command == "edit" else window.navigation.parts.find.field
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    QTest.keyClicks(field, "abc")
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert said(opened, 0, 0) == EDIT
    window.undoing.show_next()
    assert named(opened) == [("&Undo typing", False), ("&Redo typing", True)]
    redo(opened)  # from the menu
    undo(opened)
    assert said(opened, 0, 0) == EDIT and opened.undo.next_redo is None


def test_in_a_text_field_that_was_not_typed_in_undo_is_for_the_document(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.actions_["find"].trigger()
    field = window.navigation.parts.find.field
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    field.clear()
    field.setText("")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert said(opened, 0, 0) != EDIT


def test_what_is_being_typed_is_saved_before_anything_is_undone(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    begin(opened, 0, 1).field.setPlainText("Typed.")
    opened.window.reading_view.setFocus()
    undo(opened)
    assert not opened.window.editing.bar.isVisible()
    assert said(opened, 0, 0) == EDIT and said(opened, 0, 1) != "Typed."
    redo(opened)
    assert said(opened, 0, 1) == "Typed."
    qtbot.waitUntil(lambda: not opened.edits.unsaved, timeout=PATIENCE)
    assert opened.memory.edits("nb", "en", [SENTENCE])[SENTENCE].text == EDIT


def test_in_a_bar_that_was_just_opened_undo_is_for_its_field(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE)
    bar = begin(opened, 0, 1)
    QTest.keyClick(bar.field, Qt.Key.Key_Z, CONTROL)
    assert bar.isVisible() and said(opened, 0, 0) == EDIT
    assert named(opened) == [("&Undo typing", False), ("&Redo typing", False)]


@pytest.mark.parametrize("command", ["edit", "find"])
def test_the_menu_names_what_comes_next_while_one_types(command: str, opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE)
    opened.window.actions_[command].trigger()
    field = opened.window.editing.bar.field if command == "edit" else opened.window.navigation.parts.find.field
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    QTest.keyClicks(field, "a")
    assert named(opened) == [("&Undo typing", True), ("&Redo typing", False)]
    field.undo()
    assert named(opened) == [("&Undo typing", False), ("&Redo typing", True)]


def test_the_button_of_an_offer_undoes_its_own_step_though_something_is_typed(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot)
    for sentence in (1, 0):
        begin(opened, 0, 0).revert_button.click()
        step = opened.undo.next_undo
        assert step is not None
        begin(opened, 0, sentence).field.setPlainText("Typed.")
        opened.undo.undo_step(step)
        assert said(opened, 0, 0) == EDIT


def test_an_offer_stays_when_another_document_of_the_library_changes(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    added(opened, qtbot, path)
    other = tmp_path / "other.txt"
    other.write_text("Dette er en annen tekst på norsk.", "utf-8")
    opened.shelf.add(other)
    added(opened, qtbot, other)
    steps = opened.window._services.library_steps
    step = steps.remove([opened.shelf.entry_of(path)], None)
    steps.retitle(opened.shelf.entry_of(other), "Bikkja")
    assert opened.undo.is_latest(step)
    opened.undo.undo_step(step)
    assert opened.shelf.library.find(path) is not None and opened.shelf.entry_of(other).title == "Bikkja"


def test_a_new_place_is_undone_in_a_window_in_another_language(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    added(opened, qtbot, path)
    place = tmp_path / "elsewhere.txt"
    place.write_bytes(path.read_bytes())
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window._missing_files._on_chosen(opened.shelf.entry_of(path), place)
    old = opened.window
    opened.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: opened.window is not old, timeout=PATIENCE)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(old)
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        undo(opened)
    assert opened.document.entry is not None and opened.document.entry.path == path
    assert opened.shelf.library.find(place) is None


def by_letter(program: Tospalt, field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)


def by_focus(program: Tospalt, _field: QWidget) -> None:
    program.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)


def by_mouse(program: Tospalt, _field: QWidget) -> None:
    menu_with(program.window.actions_["undo"], program.window.menuBar()).aboutToShow.emit()


@pytest.mark.parametrize("way", [by_letter, by_focus, by_mouse])
def test_the_menu_names_what_it_undoes_however_it_is_opened(
    way: Callable[[Tospalt, QWidget], None], opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    added(opened, qtbot, path)
    opened.window.actions_["swap"].trigger()
    translated_from(opened, qtbot, "en")
    field, menus = opened.window.library.panel.field, opened.window.menuBar()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE)
    field.setFocus()
    QTest.keyClicks(field, "abc")
    way(opened, field)
    assert (way is by_mouse) is field.hasFocus()
    assert named(opened)[0] == ("&Undo typing", True)
    menu = menu_with(opened.window.actions_["undo"], menus)
    if menu.isVisible():
        QTest.keyClick(menu, Qt.Key.Key_U)
    else:
        undo(opened)
    assert field.text() == "" and text_of(opened).source_language == "en"
    opened.window.reading_view.setFocus()
    assert named(opened)[0][0] != "&Undo typing"
    way(opened, opened.window.reading_view)
    assert named(opened)[0][0] != "&Undo typing"
    menu.close()
