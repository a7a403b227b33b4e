"""Requests while the open text is being prepared, translated or linked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.engine import Engine
from reader.errors import CancelledError, TranslationError
from reader.parallel import Hypothesis, RowLinked, State, not_cancelled
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import nothing_read, row, save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.attachments import Additions


def test_going_on_while_the_direction_is_turned_translates_in_the_new_one(
    busy: Event, program: Tospalt, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE), nothing_read(program):
        program.window.actions_["swap"].trigger()
        program.window.actions_["resume"].trigger()
    busy.set()
    text = text_of(program)
    qtbot.waitUntil(lambda: not text.outstanding(), timeout=PATIENCE)
    assert [(package.source, package.target) for package in text.packages] == [("en", "nb")]


def test_a_direction_that_is_swapped_twice_is_as_it_was(opened: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE), nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        opened.window.actions_["swap"].trigger()
    assert (text_of(opened).source_language, text_of(opened).target_language) == ("nb", "en")


def test_a_pause_holds_while_what_failed_is_tried_again(
    program: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = Event()
    free.set()

    def fail(
        _engine: Engine,
        _sentences: Sequence[str],
        *,
        linking: bool = True,
        cancelled: Callable[[], bool] = not_cancelled,
    ) -> list[Hypothesis]:
        free.wait()
        raise CancelledError if cancelled() else TranslationError("No.")

    monkeypatch.setattr(Engine, "translate", fail)
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    assert {row.state for row in text_of(program).rows} == {State.FAILED}
    free.clear()
    program.translation.resume()
    program.translation.pause()
    free.set()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)  # other jobs of the pool end too
    assert program.translation.paused


def test_links_that_come_just_before_an_edit_outlive_it(opened: Tospalt, qtbot: QtBot) -> None:
    first, other = row(opened, 0).sentences
    assert other.links
    linked = row(opened, 0).with_links((first, replace(other, links=())), ())
    opened.document.gather([RowLinked(0, linked)])
    save(opened, qtbot)
    assert row(opened, 0).sentences[1].links == ()


def test_what_has_no_words_to_be_translated_back_is_not_waited_for(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot, "…")
    save(opened, qtbot, "!", 0, 1)
    attachments = opened.writing.attachments
    with qtbot.waitSignal(attachments.ready, timeout=PATIENCE):
        attachments.provide(Additions(back=True))
    assert not row(opened, 0).back
