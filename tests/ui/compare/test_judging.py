"""Accepting sentences and dismissing warnings in the checklist."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from reader.memory import Judgement
from reader.parallel import Row
from tests.ui.compare.checklist import EDITED, LATER, WARNED, here, listed, shown, with_findings
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import begin, row, said, save
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.compare.spots import Spot
from ui.reading.cell import TARGET
from ui.reading.places import Place

REPEATED = "Alle sov i 12 timer.\n\nAlle sov i 12 timer.\n"


@pytest.fixture
def checked(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """The program with the checklist of a document that has two warnings."""
    program.window.resize(800, 600)
    with_findings(program, qtbot, tmp_path)
    program.window.actions_["checklist"].trigger()
    return program


def go(program: Tospalt, spot: Spot) -> None:
    program.window.reading_view.move_caret(Place(spot[0], TARGET, spot[1]))


def sign(program: Tospalt, number: int) -> str:
    found = program.window.reading_view._model.sign(number)
    return found.text if found is not None else ""


def reopened(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    """Another document, and then the one with warnings again."""
    other = tmp_path / "hund.txt"
    other.write_text("Hunden sover.\n", "utf-8")
    open_and_translate(qtbot, program, other)
    open_and_translate(qtbot, program, tmp_path / "tall.txt")


def test_an_accepted_sentence_is_checked_until_that_is_undone(checked: Tospalt) -> None:
    window = checked.window
    go(checked, (0, 0))
    window.actions_["accept"].trigger()
    panel = window.checking.panel
    assert (0, 0) in listed(checked, Sort.CHECKED) and panel.progress.text() == "2 of 4 sentences checked"
    assert panel.current.shown.state == "Accepted by you" and panel.current.accept_button.text() == "Withdraw (F7)"
    assert sign(checked, 0) == "☑"
    window.actions_["undo"].trigger()
    assert (0, 0) not in listed(checked, Sort.CHECKED) and panel.current.shown.state == "" and sign(checked, 0) == ""
    window.actions_["redo"].trigger()
    panel.current.accept_button.click()  # no longer
    assert (0, 0) not in listed(checked, Sort.CHECKED)


def test_a_sentence_with_a_warning_that_is_accepted_is_checked_until_it_changes(checked: Tospalt, qtbot: QtBot) -> None:
    go(checked, WARNED)
    checked.window.checking.panel.current.accept_button.click()
    for sort in (Sort.ALL, Sort.TO_CHECK, Sort.WARNED):
        assert WARNED not in listed(checked, sort) and LATER in listed(checked, sort)
    assert WARNED in listed(checked, Sort.CHECKED) and LATER not in listed(checked, Sort.CHECKED)
    assert len(shown(checked)) == 1 and sign(checked, WARNED[0]) == "✓☑"  # of the other sentence, and of this one
    assert checked.window.checking.panel.current.shown.warnings == ()
    save(checked, qtbot, "All of them slept.", *WARNED)
    assert WARNED in listed(checked, Sort.WARNED) and sign(checked, WARNED[0]) == "!✓"


def test_going_on_where_nothing_is_left_says_so_and_a_key_pressed_too_often_withdraws_nothing(
    checked: Tospalt,
) -> None:
    told = list[str]()
    checked.window.checking.told.connect(told.append)
    go(checked, (0, 0))
    for _ in range(3):  # one too many
        checked.window.actions_["next_listed"].trigger()
        checked.window.actions_["accept"].trigger()
    assert told[-2].startswith("Nothing ")
    assert told[-1:] == ["Already accepted. Press again to withdraw that."]
    assert listed(checked, Sort.TO_CHECK) == []
    checked.window.actions_["accept"].trigger()
    assert told[-1] == "No longer accepted" and listed(checked, Sort.TO_CHECK) == [LATER]


def test_warnings_are_dismissed_by_a_command_too(checked: Tospalt) -> None:
    told = list[str]()
    checked.window.checking.told.connect(told.append)
    go(checked, WARNED)
    for _ in range(2):
        checked.window.actions_["dismiss"].trigger()
    assert told == ["1 warning dismissed", "This sentence has no warning."]
    assert listed(checked, Sort.WARNED) == [LATER]
    checked.window.actions_["undo"].trigger()
    assert listed(checked, Sort.WARNED) == [WARNED, LATER]


def test_a_sentence_that_stands_in_several_places_is_said_to_be_accepted_there(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gjentatt.txt"
    path.write_text(REPEATED, "utf-8")
    open_and_translate(qtbot, program, path)
    told = list[str]()
    program.window.checking.told.connect(told.append)
    go(program, (1, 0))
    program.window.actions_["accept"].trigger()
    qtbot.waitUntil(lambda: told[-1:] == ["Accepted, in 2 places"], timeout=PATIENCE)


@pytest.fixture
def pinned(checked: Tospalt) -> Tospalt:
    """The program with the caret on one sentence, and another one hovered and pinned."""
    go(checked, (0, 0))
    view = checked.window.reading_view
    view._highlights.place = Place(EDITED[0], TARGET, EDITED[1])
    view.highlighter.pin(pinned=True)
    return checked


def test_the_buttons_are_about_the_sentence_they_stand_under_while_another_is_pinned(pinned: Tospalt) -> None:
    panel = pinned.window.checking.panel
    assert pinned.window.reading_view.highlighter.sentence == Place(EDITED[0], TARGET, EDITED[1])
    panel.current.accept_button.click()
    assert panel.current.shown.state == "Accepted by you"
    panel.current.edit_button.click()
    assert pinned.window.editing.bar.field.toPlainText() == row(pinned, 0).target
    pinned.window.editing.finish()


def test_the_key_is_about_the_pinned_sentence(pinned: Tospalt) -> None:
    pinned.window.actions_["accept"].trigger()
    assert (0, 0) not in listed(pinned, Sort.CHECKED)
    assert pinned.window.checking.panel.current.shown.state == "Edited and accepted by you"


def test_the_key_is_not_about_what_the_pointer_is_over(checked: Tospalt) -> None:
    go(checked, (0, 0))
    view, other = checked.window.reading_view, Place(LATER[0], TARGET, LATER[1])
    view.highlighter.hover(QPointF(view.hits.point_of_sentence(other)))
    assert view.highlighter.sentence == other
    checked.window.actions_["accept"].trigger()
    assert (0, 0) in listed(checked, Sort.CHECKED)
    assert checked.window.checking.panel.current.shown.state == "Accepted by you"


def test_what_is_being_typed_is_what_is_accepted(checked: Tospalt, qtbot: QtBot) -> None:
    go(checked, (0, 0))
    begin(checked, 0, 0).field.setPlainText("It poured.")
    checked.window.actions_["accept"].trigger()
    assert checked.window.editing.bar.isHidden()
    qtbot.waitUntil(lambda: said(checked, 0, 0) == "It poured.", timeout=PATIENCE)
    assert checked.window.checking.panel.current.shown.state == "Edited and accepted by you"


def test_what_was_accepted_and_dismissed_is_so_when_the_document_is_opened_again(
    checked: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    go(checked, (0, 0))
    checked.window.actions_["accept"].trigger()
    go(checked, WARNED)
    checked.window.checking.panel.current.dismissed.emit("number")
    reopened(checked, qtbot, tmp_path)
    qtbot.waitUntil(lambda: (0, 0) in listed(checked, Sort.CHECKED), timeout=PATIENCE)
    qtbot.waitUntil(lambda: (sign(checked, 0), sign(checked, WARNED[0])) == ("☑", "✓"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: listed(checked, Sort.WARNED) == [LATER], timeout=PATIENCE)


def test_a_dismissed_warning_is_quiet_everywhere_and_can_be_shown_again(checked: Tospalt) -> None:
    panel = checked.window.checking.panel
    go(checked, WARNED)
    assert sign(checked, WARNED[0]) == "!✓"
    panel.current.lines[0].menu.actions()[0].trigger()
    assert listed(checked, Sort.WARNED) == [LATER] and sign(checked, WARNED[0]) == "✓"
    assert row(checked, WARNED[0]).sentences[0].warnings == ("number",)  # it is still known
    [told] = panel.current.shown.warnings
    assert told.dismissed and "missing" in told.words
    checked.window.actions_["undo"].trigger()
    assert listed(checked, Sort.WARNED) == [WARNED, LATER] and sign(checked, WARNED[0]) == "!✓"
    checked.window.actions_["redo"].trigger()
    panel.current.lines[0].button.click()
    assert listed(checked, Sort.WARNED) == [WARNED, LATER]


def test_undoing_and_redoing_go_to_the_sentence_that_was_judged(checked: Tospalt) -> None:
    undo, redo = checked.window.actions_["undo"], checked.window.actions_["redo"]
    go(checked, WARNED)
    checked.window.checking.panel.current.dismissed.emit("number")
    go(checked, (0, 0))
    checked.window.actions_["accept"].trigger()
    for act, spot in ((undo, (0, 0)), (undo, WARNED), (redo, WARNED), (redo, (0, 0))):
        go(checked, EDITED)
        act.trigger()
        assert here(checked) == spot


def test_undoing_goes_to_the_place_of_several_where_it_was_done(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    path.write_text(f"{REPEATED}\nKatten er ute.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    go(program, (1, 0))
    program.window.actions_["accept"].trigger()
    go(program, (0, 0))
    program.window.actions_["undo"].trigger()
    assert here(program) == (1, 0)


def test_undoing_in_another_document_leaves_the_caret_where_it_is(
    checked: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    go(checked, WARNED)
    checked.window.actions_["accept"].trigger()
    step = checked.undo.next_undo
    assert step is not None
    [pair] = step.subjects
    other = tmp_path / "hund.txt"
    other.write_text("Hunden sover. Katten er ute.\n", "utf-8")
    open_and_translate(qtbot, checked, other)
    go(checked, (0, 1))
    checked.judging.shown.emit(pair, WARNED[0])
    assert here(checked) == (0, 1)


def test_a_kind_of_warning_is_not_shown_in_a_document_until_it_is_wanted_again(
    checked: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = checked.window.checking.panel
    go(checked, WARNED)
    panel.current.lines[0].menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: listed(checked, Sort.WARNED) == [], timeout=PATIENCE)
    assert sign(checked, LATER[0]) == "✓" and panel.current.shown.warnings == ()
    reopened(checked, qtbot, tmp_path)
    qtbot.waitUntil(lambda: len(listed(checked, Sort.EDITED)) == 3, timeout=PATIENCE)
    assert listed(checked, Sort.WARNED) == []
    checked.window.checking.panel.rules_on.emit()
    qtbot.waitUntil(lambda: listed(checked, Sort.WARNED) == [WARNED, LATER], timeout=PATIENCE)
    checked.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: listed(checked, Sort.WARNED) == [], timeout=PATIENCE)


def test_a_sentence_that_stands_in_several_places_is_judged_in_all_of_them(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "to.txt"
    path.write_text(REPEATED, "utf-8")
    open_and_translate(qtbot, program, path)
    go(program, (0, 0))
    program.window.actions_["accept"].trigger()
    qtbot.waitUntil(lambda: listed(program, Sort.CHECKED) == [(0, 0), (1, 0)], timeout=PATIENCE)


def test_a_text_that_is_not_translated_cannot_be_accepted(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tall.txt"
    path.write_text("12\n", "utf-8")
    open_and_translate(qtbot, program, path)
    with qtbot.waitSignal(program.window.checking.told, timeout=PATIENCE) as told:
        program.window.actions_["accept"].trigger()
    assert told.args == ["Only translated sentences can be accepted."]


def test_another_language_of_the_window_keeps_what_is_quiet(
    checked: Tospalt, qtbot: QtBot, start: Callable[[], Tospalt]
) -> None:
    go(checked, WARNED)
    checked.window.checking.panel.current.dismissed.emit("number")
    old = checked.window
    checked.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: checked.window is not old, timeout=PATIENCE)
    assert sign(checked, WARNED[0]) == "✓" and listed(checked, Sort.WARNED) == [LATER]
    assert EDITED in listed(checked, Sort.EDITED) and len(shown(checked)) == 1


def test_what_the_user_thinks_of_a_row_is_looked_up_once_as_it_changes(
    checked: Tospalt, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(checked, (0, 0))
    checked.window.actions_["accept"].trigger()
    asked, ask = list[Row](), checked.sentences.known._judgements

    def note(row: Row) -> Sequence[Judgement]:
        asked.append(row)
        return ask(row)

    monkeypatch.setattr(checked.sentences.known, "_judgements", note)
    checked.sentences.look_at([1])
    assert len(asked) == 1


def test_a_document_that_no_package_translates_has_nothing_to_check_and_says_why(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tysk.txt"
    path.write_text("Der Hund schläft heute nicht, weil die Kinder im Garten spielen und laut singen.\n", "utf-8")
    program.window.actions_["checklist"].trigger()
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    told = list[str]()
    program.window.checking.told.connect(told.append)
    program.window.actions_["next_listed"].trigger()
    none = "There is nothing to check, because no language package translates this document."
    assert told == [none] and none in program.window.checking.panel.view.accessibleDescription()


def test_what_is_not_translated_because_the_user_stopped_it_is_said_to_be_so(
    start: Callable[[], Tospalt], engine: HeldEngine, qtbot: QtBot, path: Path
) -> None:
    program = start()
    program.window.actions_["checklist"].trigger()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(engine.asked.is_set, timeout=PATIENCE)
    view = program.window.checking.panel.view
    assert view.accessibleDescription() == "Nothing found so far. Not all of the text has been gone through yet."
    program.window.actions_["cancel"].trigger()
    assert "because you have stopped that" in view.accessibleDescription()
