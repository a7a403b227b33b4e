"""Pausing a translation: it stops after the current batch, loses nothing, and resumes where it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.parallel import State
from tests.ui.documents import DOCUMENTS
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.session.progress import Progress


@pytest.fixture
def paused(program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """A program that was paused in the second batch of a long document."""
    path = tmp_path / "lang.txt"
    # All different, or they would be found in the memory.
    copies = [DOCUMENTS[0].read_text("utf-8").replace("Putin", f"Putin {number}") for number in range(8)]
    path.write_text("\n\n".join(copies), "utf-8")
    engine.let_through(1)
    with qtbot.waitSignal(program.document.rows_changed, timeout=PATIENCE):
        program.window.open_files([path])
    program.window.actions_["pause"].trigger()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    return program


def shown(program: Tospalt) -> Progress:
    progress = program.window.status.progress
    assert progress is not None
    return progress


def test_a_pause_rests_after_the_batch_and_resuming_goes_on_where_it_was(
    paused: Tospalt, engine: HeldEngine, qtbot: QtBot
) -> None:
    text, actions = paused.document.text, paused.window.actions_
    assert text is not None
    done = {number: row for number, row in enumerate(text.rows) if row.state is State.DONE}
    assert done
    assert text.outstanding()
    assert (shown(paused).paused, shown(paused).running) == (True, False)
    assert paused.window.status.caption.startswith("Paused at ")
    enabled = {name: actions[name].isEnabled() for name in ("pause", "resume", "cancel")}
    assert enabled == {"pause": False, "resume": True, "cancel": True}

    engine.let_through(1)
    actions["resume"].trigger()
    assert paused.translation.translating
    assert not shown(paused).paused
    with qtbot.waitSignal(paused.document.rows_changed, timeout=PATIENCE):
        pass
    assert all(text.rows[number] is row for number, row in done.items())
    assert len(text.outstanding()) + len(done) < len(text.rows)


def test_a_pause_taken_back_at_once_stops_nothing(program: Tospalt, engine: HeldEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[1]])
    program.translation.pause()
    assert shown(program).paused
    program.translation.resume()
    assert not shown(program).paused
    engine.release()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    assert program.window.status.caption == "15 paragraphs translated"


def test_what_is_paused_can_be_cancelled(paused: Tospalt) -> None:
    paused.window.actions_["cancel"].trigger()
    assert not shown(paused).paused
    assert paused.window.status.caption.endswith("Press F5 to continue.")


def test_another_document_is_not_paused(paused: Tospalt, engine: HeldEngine, qtbot: QtBot) -> None:
    engine.release()
    with qtbot.waitSignal(paused.document.opened, timeout=PATIENCE):
        paused.window.open_files([DOCUMENTS[1]])
    qtbot.waitUntil(lambda: paused.window.status.caption == "15 paragraphs translated", timeout=PATIENCE)


def test_a_promised_pdf_waits_for_the_end_of_a_pause(paused: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "ut.pdf"
    paused.writing.write(target)
    assert paused.translation.translating
    paused.window.actions_["pause"].trigger()
    qtbot.waitUntil(lambda: not paused.translation.translating, timeout=PATIENCE)
    assert not target.exists()
    paused.window.actions_["cancel"].trigger()
    assert "was not saved" in paused.window.notices.message


def test_escape_closes_one_bar_after_another_before_it_cancels(paused: Tospalt) -> None:
    window = paused.window
    actions, find, edit = window.actions_, window.navigation.parts.find, window.editing.bar
    window.reading_view.move_caret(Place(0, 1, 0))
    for first, second in ((edit, find), (find, edit)):
        for bar in (first, second):
            actions["edit" if bar is edit else "find"].trigger()
        window.library.view.setFocus()
        QTest.keyClick(window.library.view, Qt.Key.Key_Escape)
        assert first.isVisible() and not second.isVisible()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert not first.isVisible() and paused.translation.paused
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not paused.translation.paused
