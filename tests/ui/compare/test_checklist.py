"""The checklist follows the text, and leads through what there is to check."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.memory import Judgement
from reader.parallel import Column
from tests.ui.compare.checklist import EDITED, LATER, WARNED, here, listed, shown, with_findings
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import begin, row, save
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.panel import ChecklistPanel
from ui.compare.sentences import Sort
from ui.editing.judgement_turns import JudgedPair
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.session.columns import NOTES


@pytest.fixture
def panel(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> ChecklistPanel:
    """The checklist of a document with two warned sentences and one that was only edited."""
    program.window.resize(800, 600)
    with_findings(program, qtbot, tmp_path)
    program.window.actions_["checklist"].trigger()
    return program.window.checking.panel


def choose(panel: ChecklistPanel, sort: Sort) -> None:
    number = panel.choice.findData(sort)
    panel.choice.setCurrentIndex(number)
    panel.choice.activated.emit(number)


def test_sentences_are_listed_by_what_was_found_in_the_order_of_the_text(
    program: Tospalt, panel: ChecklistPanel
) -> None:
    wanted = {Sort.ALL: [WARNED, EDITED, LATER], Sort.WARNED: [WARNED, LATER], Sort.DOUBTFUL: []}
    wanted |= {Sort.TO_CHECK: [WARNED, LATER], Sort.EDITED: [WARNED, EDITED, LATER]}
    assert {sort: listed(program, sort) for sort in wanted} == wanted
    assert shown(program) == ["!✓  All slept.", "!✓  All slept long."]
    assert panel.choice.currentText() == "To check (2)"
    choose(panel, Sort.EDITED)
    assert shown(program) == ["!✓  All slept.", "✓  The cat is out.", "!✓  All slept long."]
    assert panel.progress.text() == "1 of 4 sentences checked"


def test_an_item_of_the_list_asks_about_its_sentence_alone(
    program: Tospalt, panel: ChecklistPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.reading_view.move_caret(Place(0, TARGET, 0))
    program.window.actions_["accept"].trigger()  # or nothing would be asked about judgements
    asked, ask = list[JudgedPair](), program.judging.of

    def noting(pair: JudgedPair) -> Judgement:
        asked.append(pair)
        return ask(pair)

    monkeypatch.setattr(program.judging, "of", noting)
    index = panel.view.model().index(0, 0)
    assert index.data() == "!✓  All slept." and asked == []
    assert "The number “12” is missing." in index.data(Qt.ItemDataRole.ToolTipRole)
    assert {pair.sentence for pair in asked} == {"Alle sov i 12 timer."}


def test_what_is_put_right_leaves_the_list_at_once(program: Tospalt, qtbot: QtBot, panel: ChecklistPanel) -> None:
    save(program, qtbot, "All slept for 12 hours.", *WARNED)
    qtbot.waitUntil(lambda: shown(program) == ["!✓  All slept long."], timeout=PATIENCE)
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: len(shown(program)) == 2, timeout=PATIENCE)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_key_goes_to_the_next_and_the_previous_one_round_the_ends_also_while_the_panel_is_hidden(
    program: Tospalt, panel: ChecklistPanel, hidden: bool
) -> None:
    window, told = program.window, list[str]()
    window.checking.told.connect(told.append)
    if hidden:
        window.actions_["checklist"].trigger()
    assert panel.isHidden() == hidden
    window.reading_view.move_caret(Place(0, TARGET, 0))
    gone = []
    for name in ("next_listed", "next_listed", "next_listed", "previous_listed", "previous_listed"):
        window.actions_[name].trigger()
        gone.append(here(program))
    assert gone == [WARNED, LATER, WARNED, LATER, WARNED]
    assert told == ["Continued from the beginning", "Continued from the end"]


def test_a_key_stays_in_the_column_of_the_caret(program: Tospalt, panel: ChecklistPanel) -> None:
    program.window.reading_view.move_caret(Place(0, SOURCE, 0))
    program.window.actions_["next_listed"].trigger()
    place = program.window.reading_view.caret.place
    assert place == Place(WARNED[0], SOURCE, WARNED[1])


def test_a_key_goes_on_in_a_column_that_lacks_the_sentences(program: Tospalt, panel: ChecklistPanel) -> None:
    program.columns.toggle(NOTES)
    program.window.reading_view.move_caret(Place(0, Column.NOTES, None))
    for spot in (WARNED, LATER):
        program.window.actions_["next_listed"].trigger()
        assert program.window.reading_view.caret.place == Place(spot[0], Column.NOTES, spot[1])


def test_where_nothing_is_listed_a_key_says_so(opened: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.quality.assessor_for", lambda *_: None)
    told = list[str]()
    opened.window.checking.told.connect(told.append)
    opened.window.actions_["next_listed"].trigger()
    assert told == ["Nothing found so far. The sentences are still being judged."]
    qtbot.waitUntil(lambda: not opened.doubts.headway.running, timeout=PATIENCE)
    opened.window.actions_["next_listed"].trigger()
    assert told[1:] == ["No sentence has a warning. Which are doubtful is not known."]


def test_while_the_text_is_translated_an_empty_list_may_get_longer(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.quality.assessor_for", lambda *_: None)
    path = tmp_path / "regn.txt"
    path.write_text("Det regnet.\n\nAlle sov.\n", "utf-8")
    program.window.resize(800, 600)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    program.window.actions_["checklist"].trigger()
    none = program.window.checking.panel._none
    qtbot.waitUntil(lambda: program.sentences._looked, timeout=PATIENCE)
    assert none.text().startswith("Nothing found so far.")
    engine.release()
    qtbot.waitUntil(lambda: none.text().startswith("No sentence has a warning."), timeout=PATIENCE)


def test_the_panel_follows_the_caret_and_says_what_looks_wrong(program: Tospalt, panel: ChecklistPanel) -> None:
    view = program.window.reading_view
    view.move_caret(Place(*WARNED[:1], TARGET, WARNED[1]))
    now = panel.current.shown
    assert now.source == "Alle sov i 12 timer." and now.state == "Edited by you" and now.editable
    assert [each.words for each in now.warnings] == ["The number “12” is missing."]
    assert panel.view.currentIndex().row() == 0 and panel.view.selectionModel().hasSelection()
    view.move_caret(Place(0, TARGET, 0))
    assert panel.current.shown.warnings == () and not panel.view.selectionModel().hasSelection()


def test_the_arrow_keys_in_the_list_take_the_text_along_and_return_goes_there(
    program: Tospalt, qtbot: QtBot, panel: ChecklistPanel
) -> None:
    window = program.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.reading_view.move_caret(Place(0, TARGET, 0))
    panel.take_focus()
    gone = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(panel.view, key)
        gone.append(here(program))
    assert gone == [WARNED, LATER, WARNED] and panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.reading_view and here(program) == WARNED


def test_which_are_listed_and_that_it_shows_is_remembered(
    program: Tospalt, panel: ChecklistPanel, start: Callable[[], Tospalt]
) -> None:
    choose(panel, Sort.EDITED)
    program.window.actions_["narrower_checklist"].trigger()
    width = program.window.panels.sizes()[3]
    program.window.close()
    again = start().window
    assert again.settings.checklist_width == width < 300 and not again.checking.panel.isHidden()
    assert again.checking.panel.choice.currentData() == Sort.EDITED


def test_another_document_is_listed_anew(program: Tospalt, qtbot: QtBot, panel: ChecklistPanel, tmp_path: Path) -> None:
    path = tmp_path / "hund.txt"
    path.write_text("Hunden sover.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    assert shown(program) == [] and panel.progress.text() == "0 of 1 sentence checked"
    program.window.documents.close_document()
    assert panel.progress.isHidden() and panel.current.shown.source == ""


def test_in_a_narrow_window_the_library_makes_room_and_then_the_checklist(
    program: Tospalt, panel: ChecklistPanel
) -> None:
    window = program.window
    assert panel.isVisible() and window.library.panel.isHidden()
    window.resize(640, 600)
    assert panel.isHidden()
    window.actions_["checklist"].trigger()
    assert panel.isVisible()  # the user has asked for it here
    window.resize(800, 600)
    window.resize(640, 600)
    assert panel.isVisible()
    window.actions_["library"].trigger()
    assert window.library.panel.isVisible() and panel.isHidden()
    window.actions_["library"].trigger()
    window.resize(800, 600)
    assert panel.isVisible()


def test_going_on_while_a_sentence_is_edited_saves_it_and_has_the_keyboard_in_the_text(
    program: Tospalt, qtbot: QtBot, panel: ChecklistPanel
) -> None:
    window = program.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    bar = begin(program, *WARNED)
    bar.field.setPlainText("All slept for 12 hours.")
    window.actions_["next_listed"].trigger()
    assert bar.isHidden() and row(program, WARNED[0]).target.startswith("All slept for 12 hours.")
    assert here(program) == LATER and QApplication.focusWidget() is window.reading_view
    window.actions_["undo"].trigger()
    assert row(program, WARNED[0]).target.startswith("All slept.")


def test_a_screen_reader_is_told_what_there_is_to_check_in_the_sentence_that_a_key_went_to(
    program: Tospalt, panel: ChecklistPanel
) -> None:
    told = list[str]()
    program.window.checking.announced.connect(told.append)
    program.window.reading_view.move_caret(Place(0, TARGET, 0))
    program.window.actions_["next_listed"].trigger()
    assert told == ["The number “12” is missing. Edited by you"]
    assert panel.current.accept_button.accessibleDescription() == "The number “12” is missing. Edited by you"


def test_the_checklist_gives_the_keyboard_to_the_list_also_while_that_is_empty(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.resize(900, 600)
    window.actions_["checklist"].trigger()
    view = window.checking.panel.view
    assert view.model().rowCount() == 0 and QApplication.focusWidget() is view
    assert view.accessibleDescription() and view.accessibleDescription() == window.checking.panel._none.text()
    save(opened, qtbot, "The dog sleeps for 12 hours.")
    window.checking.panel.choice.activated.emit(window.checking.panel.choice.findData(Sort.EDITED))
    qtbot.waitUntil(lambda: view.model().rowCount() > 0, timeout=PATIENCE)
    assert view.accessibleDescription() == "" and window.checking.panel._none.isHidden()


def test_without_a_document_or_without_sentences_it_is_not_said_that_none_looks_wrong(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    none = program.window.checking.panel._none
    assert none.text() == "There is no text to check."
    path = tmp_path / "tall.txt"
    path.write_text("12\n\n345\n", "utf-8")
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: none.text() == "This document has no translated sentences.", timeout=PATIENCE)
    program.window.documents.open_entry(program.shelf.wanted(tmp_path / "borte.txt"))
    assert none.text() == "There is no text to check."
    program.window.documents.close_document()
    assert none.text() == "There is no text to check."
