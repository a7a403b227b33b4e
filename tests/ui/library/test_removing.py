"""Removing a document in whatever state it is: nothing of it is left in the window, now or later."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.errors import TospaltError
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.editing.sentence import nothing_read
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt

SWEDISH = "Jag vet inte vad jag ska göra, men det finns inget att göra åt det nu för oss här i staden.\n" * 3
NORWEGIAN = "Dette er en ganske kort tekst på norsk. Den handler om en hund.\n\nHunden bjeffer.\n"
State = Callable[[Tospalt, QtBot, Path, ExitStack], None]


def listed(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    """Have the document in the list, and another one open."""
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
    open_and_translate(qtbot, program, DOCUMENTS[0])


def loading(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    listed(program, qtbot, path)
    later.enter_context(nothing_read(program))
    program.window.open_files([path])


def waited_for(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    loading(program, qtbot, path, later)
    qtbot.waitUntil(lambda: program.window.page.heading.startswith("Opening"), timeout=PATIENCE)


def read(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    listed(program, qtbot, path)
    open_and_translate(qtbot, program, path)


def unreadable(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    listed(program, qtbot, path)
    path.unlink()
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])


def without_package(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    path.write_text(SWEDISH, "utf-8")
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)


def edited(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    read(program, qtbot, path, later)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    program.window.actions_["edit"].trigger()
    program.window.editing.bar.field.setPlainText("This is a short text.")


def with_notices(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    read(program, qtbot, path, later)
    program.translation.stopped.emit(TospaltError("The model ended."))
    program.window.actions_["find"].trigger()
    for number in range(20):
        program.window.notices.say(f"{number}", "Do", lambda: None, here=True)


def retranslating(program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack) -> None:
    read(program, qtbot, path, later)
    later.enter_context(nothing_read(program))
    program.window.actions_["swap"].trigger()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mitt.txt"
    path.write_text(NORWEGIAN, "utf-8")
    return path


@pytest.fixture
def later() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def idle(program: Tospalt) -> bool:
    pools = program.pools
    return not any((pools.files._running, pools.engine._running, pools.edits._running))


def nothing_is_left(program: Tospalt) -> None:
    window = program.window
    assert program.document.entry is None and program.document.text is None
    assert window.windowTitle() == "Tospalt"
    assert window.page.isVisible() and not window.reading_view.isVisible()
    assert window.page.heading in ("Choose a document to read", "Velg et dokument å lese")
    assert not [label.text() for label in window.statusBar().findChildren(QLabel) if label.text()]
    assert not any(bar.isVisible() for bar in window._bars)


@pytest.mark.parametrize(
    ("state", "by_key"),
    [
        *((edited, False), (with_notices, True)),
        *(
            pytest.param(state, by_key, marks=pytest.mark.long)
            for state in (loading, read, waited_for, unreadable, without_package, retranslating)
            for by_key in (False, True)
        ),
    ],
)
def test_nothing_is_left_of_a_document_but_that_it_can_be_brought_back(
    program: Tospalt, qtbot: QtBot, path: Path, later: ExitStack, state: State, by_key: bool
) -> None:
    state(program, qtbot, path, later)
    name = program.shelf.called_at(path)
    if by_key:
        view = program.window.library.view
        view.setFocus()
        view.select(program.shelf.entry_of(path))
        QTest.keyClick(view, Qt.Key.Key_Delete)
    else:
        program.window.setFocus()
        program.window.actions_["remove"].trigger()
    nothing_is_left(program)
    later.close()
    qtbot.waitUntil(lambda: idle(program), timeout=PATIENCE)
    nothing_is_left(program)
    notices = program.window.notices
    said = [notice.message for notice in notices._waiting if not notice.lasting]
    saved = ["Your edit of “Dette er en ganske kort tekst på norsk.” was saved."] if state is edited else []
    assert said == [*saved, f"“{name}” was removed from the library. The file itself was not changed."]
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window.page.heading == "Velg et dokument å lese", timeout=PATIENCE)
    nothing_is_left(program)
    assert program.shelf.library.find(path) is None


def test_nothing_is_left_of_a_document_that_is_being_translated(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, path: Path
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(engine.asked.is_set, timeout=PATIENCE)
    program.window.actions_["remove"].trigger()
    nothing_is_left(program)
    engine.release()
    qtbot.waitUntil(lambda: idle(program), timeout=PATIENCE)
    nothing_is_left(program)
    assert program.window.status.progress is None


@pytest.mark.parametrize("removed", [1, 2])
def test_what_is_in_the_list_again_is_not_offered_to_be_put_back(
    removed: int, program: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(NORWEGIAN, "utf-8")
    for each in (other, path):
        listed(program, qtbot, each)
    entries = [program.shelf.entry_of(each) for each in (path, other)[:removed]]
    program.window.library.remove(entries)
    offered = program.window.notices.message
    assert offered.startswith("Removed") or "removed" in offered
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
    assert program.window.notices.message == (offered if removed == 2 else "")
    program.shelf.add(other)
    qtbot.waitUntil(lambda: program.shelf.library.find(other) is not None, timeout=PATIENCE)
    assert program.window.notices.message == ""
