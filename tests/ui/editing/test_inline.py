"""Editing sentences with code and note references: people see neither signs nor what is put back."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.memory import Memory
from reader.parallel import user_edit
from reader.paths import MEMORY_FILE
from reader.text import MarkKind
from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import begin, pair, row, said, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.change import DraftCallbacks

SENTENCE, EDIT = "Hunden kjører git push i huset.", "The dog runs git push at home."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "hund.md"
    path.write_text("Hunden kjører `git push` i huset. Katten er ute.\n\nHunden kjører `git push` i huset.\n", "utf-8")
    return path


def code_in(program: Tospalt, index: int) -> list[str]:
    found = row(program, index)
    return [found.target[mark.start : mark.end] for mark in found.marks if mark.kind is MarkKind.CODE]


def test_the_bar_shows_no_signs_and_what_is_typed_keeps_its_code(opened: Tospalt, qtbot: QtBot) -> None:
    bar = begin(opened)
    assert (bar._source.text, bar.field.toPlainText()) == (SENTENCE, said(opened, 0, 0))
    assert not bar.changed
    save(opened, qtbot, EDIT)
    qtbot.waitUntil(lambda: said(opened, 1, 0) == EDIT, timeout=PATIENCE)
    assert (said(opened, 0, 0), code_in(opened, 0), code_in(opened, 1)) == (EDIT, ["git push"], ["git push"])
    assert pair(opened, 0, 0).warnings == ()


def test_code_that_is_gone_is_warned_of(opened: Tospalt, qtbot: QtBot) -> None:
    save(opened, qtbot, "The dog runs at home.")
    assert pair(opened, 0, 0).warnings == ("verbatim",)
    assert code_in(opened, 0) == []


def test_an_edit_from_before_is_shown_is_none_from_elsewhere_and_can_be_taken_back(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, path: Path
) -> None:
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.keep_edits("nb", "en", {SENTENCE: user_edit(SENTENCE, EDIT)})
    program = start()
    open_and_translate(qtbot, program, path)
    assert (said(program, 0, 0), code_in(program, 0), pair(program, 0, 0).edited) == (EDIT, ["git push"], True)
    with qtbot.waitSignal(program.window.edits_elsewhere.looked, timeout=PATIENCE):
        program.window.edits_elsewhere.look()
    assert said(program, 0, 0) == EDIT
    begin(program).revert_button.click()
    qtbot.waitUntil(lambda: not pair(program, 0, 0).edited and not pair(program, 1, 0).edited, timeout=PATIENCE)
    assert code_in(program, 0) == ["git push"]
    qtbot.waitUntil(lambda: program.memory.counts()[1] == 0, timeout=PATIENCE)


def test_a_draft_from_before_is_taken_up(opened: Tospalt) -> None:
    taken: list[bool] = []
    callbacks = DraftCallbacks(lambda: taken.append(True), lambda: taken.append(False), None)
    opened.window.editing.go_on(EDIT, 0, SENTENCE, callbacks)
    assert taken == [True]
    assert opened.window.editing.bar.field.toPlainText() == EDIT


def test_a_draft_of_a_sentence_that_is_gone_is_given_back(opened: Tospalt) -> None:
    taken: list[bool] = []
    callbacks = DraftCallbacks(lambda: taken.append(True), lambda: taken.append(False), None)
    opened.window.editing.go_on(EDIT, 0, "Hunden kjører git pull i huset.", callbacks)
    assert taken == [False]
